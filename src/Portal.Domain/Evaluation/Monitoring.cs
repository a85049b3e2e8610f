using Portal.Domain.Data;
using Portal.Domain.Schemes;

namespace Portal.Domain.Evaluation;

/// <summary>
/// 监测复查 of a release (rules.md §3): every county's stages over the periods, by each scheme that the county is judged by. A scheme that it has
/// not applied for is not monitored: its distances are for reference only.
/// </summary>
public sealed class Monitoring
{
    private readonly ILookup<PlaceCode, MonitoringCase> byPlace;
    private readonly Dictionary<(PlaceCode, SchemeId), Dictionary<MonitoringGroup, int>> counts = [];

    private Monitoring(Release release, IReadOnlyList<Release> periods, IReadOnlyList<MonitoringCase> cases, PlaceTree places)
    {
        Release = release;
        Periods = periods;
        Cases = cases;
        byPlace = cases.ToLookup(c => c.Place);
        Schemes = [.. cases.Select(c => c.Scheme).DistinctBy(s => s.Id)];
        // A county counts once for each list that one of its stages is in.
        foreach (IGrouping<(PlaceCode Place, SchemeId), MonitoringCase> own in cases.GroupBy(c => (c.Place, c.Scheme.Id)))
        {
            foreach (MonitoringGroup group in own.Select(c => c.Group).Distinct())
            {
                foreach (Place up in places.PathUp(own.Key.Place))
                {
                    (PlaceCode, SchemeId) key = (up.Code, own.Key.Item2);
                    if (!counts.TryGetValue(key, out Dictionary<MonitoringGroup, int>? groups))
                    {
                        counts[key] = groups = [];
                    }

                    groups[group] = groups.GetValueOrDefault(group) + 1;
                }
            }
        }
    }

    /// <summary>The release that is judged.</summary>
    public Release Release { get; }

    /// <summary>The releases with schools that are seen from it, oldest first, itself the last.</summary>
    public IReadOnlyList<Release> Periods { get; }

    /// <summary>All cases, in order of scheme (as the release names them), place and stage.</summary>
    public IReadOnlyList<MonitoringCase> Cases { get; }

    /// <summary>Cases of a county.</summary>
    public IEnumerable<MonitoringCase> Of(PlaceCode county) => byPlace[county];

    /// <summary>Counties at or below a place with a stage in that list, by one scheme.</summary>
    public int Count(PlaceCode place, SchemeId scheme, MonitoringGroup group) => counts.GetValueOrDefault((place, scheme))?.GetValueOrDefault(group) ?? 0;

    /// <summary>Schemes by which a county is monitored, in the release's order.</summary>
    public IReadOnlyList<Scheme> Schemes { get; }

    /// <summary>True where the release has schools and a scheme with limits to monitor them by.</summary>
    public static bool Applies(Dataset dataset, Release release) => release.Schools.Count > 0 && release.Schemes.Select(dataset.Scheme).Any(s => s is { Limits.Count: > 0 });

    /// <summary>Works out a release. One pass over counties, schemes, stages and periods.</summary>
    /// <param name="dataset">Data set.</param>
    /// <param name="findings">Its coefficients.</param>
    /// <param name="seen">The releases seen from the last of them, the newest revision of each period, oldest first.</param>
    public static Monitoring Compute(Dataset dataset, Findings findings, IReadOnlyList<Release> seen)
    {
        Release release = seen[^1];
        Release[] periods = [.. seen.Where(r => r.Schools.Count > 0)];
        Place[] counties = [.. dataset.Places.CountiesOf(dataset.Settings.Province ?? PlaceCode.Country)
            .Where(p => (p.From is null || p.From <= release.RuleDate) && (p.Until is null || release.RuleDate <= p.Until))];
        List<MonitoringCase> cases = [];
        if (Applies(dataset, release))
        {
            // Roads by what each period knew: seen up to the first, up to the second …
            Release[][] upTo = [.. seen.Select((_, i) => seen.Take(i + 1).ToArray())];
            foreach (Scheme scheme in release.Schemes.Select(dataset.Scheme).OfType<Scheme>().Where(s => s.Limits.Count > 0))
            {
                Release[][] own = [.. upTo.Where(u => u[^1].Schools.Count > 0 && u[^1].Schemes.Contains(scheme.Id))];
                foreach (Place county in counties.Where(c => Judged(scheme, c, seen)))
                {
                    // A period in which the county had not applied yet has no outcome: the limits did not apply to it.
                    Release[] chain = [.. own.Where(u => Judged(scheme, county, u)).Select(u => u[^1])];
                    cases.AddRange(scheme.Stages.Where(s => scheme.Limits.Any(l => l.Stage == s.Id)).Select(stage => MonitoringCase.Of(
                        county.Code, scheme, stage.Id, [.. chain.Select(r => new MonitoringPoint(r, findings.Find(r.Id, county.Code, scheme.Id, stage.Id)))])));
                }
            }
        }

        return new Monitoring(release, periods, [.. cases.Where(c => c.Now.Result is null || IsJudged(c.Now.Result))], dataset.Places);
    }

    private static bool Judged(Scheme scheme, Place county, IReadOnlyList<Release> seen) => scheme.AppliesToAll || Road.Of(seen, county.Code, scheme.Id).Standing != Standing.NotApplied;

    // A stage on which no limit is set is not judged, so it is not monitored.
    private static bool IsJudged(StageResult result) => !result.Comparable || result.Indicators.Append(result.Composite).Any(i => i?.Limit is not null);
}
