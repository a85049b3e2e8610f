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

    private readonly LastAsked<(ReleaseId Release, PlaceCode County), Dictionary<(SchemeId, StageId), StageDrivers?>> last = new(Kept);

    /// <summary>The drivers of a stage; null where nothing is comparable.</summary>
    public StageDrivers? Of(Release release, PlaceCode county, Scheme scheme, StageId stage) =>
        last.Of((release.Id, county), _ => Make(release, county)).GetValueOrDefault((scheme.Id, stage));

    private Dictionary<(SchemeId, StageId), StageDrivers?> Make(Release release, PlaceCode county)
    {
        Dictionary<(SchemeId, StageId), StageDrivers?> made = [];
        foreach (Scheme each in release.Schemes.Select(data.Scheme).OfType<Scheme>())
        {
            foreach (Stage of in each.Stages)
            {
                made[(each.Id, of.Id)] = findings.Find(release.Id, county, each.Id, of.Id) is { } result ? StageDrivers.Compute(data, release, each, result) : null;
            }
        }

        return made;
    }
}
