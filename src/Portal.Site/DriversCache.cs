using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;

namespace Portal.Site;

/// <summary>
/// What drives the coefficients of the counties asked for last. A county's pages are made one after the other, so a few counties are
/// enough to work each out once; a country's would not fit into memory.
/// </summary>
internal sealed class DriversCache(Dataset data, Findings findings)
{
    private const int Kept = 128; // counties, about 50 KB each: a province's, whose current and pinned pages are made one after the other

    private readonly Dictionary<(ReleaseId, PlaceCode), Dictionary<(SchemeId, StageId), StageDrivers?>> kept = [];
    private readonly Queue<(ReleaseId, PlaceCode)> order = new();
    private readonly Lock gate = new();

    /// <summary>The drivers of a stage; null where nothing is comparable.</summary>
    public StageDrivers? Of(Release release, PlaceCode county, Scheme scheme, StageId stage)
    {
        lock (gate)
        {
            if (kept.TryGetValue((release.Id, county), out Dictionary<(SchemeId, StageId), StageDrivers?>? found))
            {
                return found.GetValueOrDefault((scheme.Id, stage));
            }
        }

        Dictionary<(SchemeId, StageId), StageDrivers?> made = [];
        foreach (Scheme each in release.Schemes.Select(data.Scheme).OfType<Scheme>())
        {
            foreach (Stage of in each.Stages)
            {
                made[(each.Id, of.Id)] = findings.Find(release.Id, county, each.Id, of.Id) is { } result ? StageDrivers.Compute(data, release, each, result) : null;
            }
        }

        lock (gate)
        {
            if (kept.TryAdd((release.Id, county), made))
            {
                order.Enqueue((release.Id, county));
                if (order.Count > Kept)
                {
                    kept.Remove(order.Dequeue());
                }
            }
        }

        return made.GetValueOrDefault((scheme.Id, stage));
    }
}
