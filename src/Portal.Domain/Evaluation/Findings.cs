using Portal.Domain.Data;
using Portal.Domain.Schemes;

namespace Portal.Domain.Evaluation;

/// <summary>
/// All coefficients of all releases, worked out once, and verdicts, worked out when a page asks for one: a verdict names every item, input
/// and school that decided it, and a country's would not fit into memory. HTML, CSV and JSON take the same objects.
/// </summary>
public sealed class Findings
{
    private const int VerdictsKept = 512; // about 12 KB each

    private readonly Dataset dataset;

    private readonly Dictionary<(ReleaseId, PlaceCode, SchemeId, StageId), StageResult> results = [];

    private readonly LastAsked<(ReleaseId Release, PlaceCode County, SchemeId Scheme), Verdict?> verdicts = new(VerdictsKept);

    private Findings(Dataset dataset) => this.dataset = dataset;

    /// <summary>Works out every release, scheme, county and stage of the data set, counties in parallel; the result does not depend on it.</summary>
    /// <param name="dataset">Data set.</param>
    /// <param name="earlier">
    /// What was worked out before, of a data set that differs in nothing but numbers of schools of some counties; null where there is none.
    /// A county's results are made from the numbers of its own schools alone.
    /// </param>
    /// <param name="changed">Those counties.</param>
    public static Findings Compute(Dataset dataset, Findings? earlier = null, IReadOnlySet<PlaceCode>? changed = null)
    {
        StageResult? Kept(ReleaseId release, PlaceCode county, SchemeId scheme, StageId stage) =>
            earlier is null || changed is null || changed.Contains(county) ? null : earlier.Find(release, county, scheme, stage);

        Findings findings = new(dataset);
        foreach (Release release in dataset.Releases)
        {
            PlaceCode[] counties = [.. release.Schools.Counties];
            Scheme[] schemes = [.. dataset.Schemes.Where(s => release.Schemes.Contains(s.Id))];
            StageResult[][] found = new StageResult[counties.Length][];
            Parallel.For(0, counties.Length, i => found[i] =
                [.. schemes.SelectMany(scheme => scheme.Stages.Select(stage =>
                    Kept(release.Id, counties[i], scheme.Id, stage.Id) ?? StageResult.Compute(dataset, release, scheme, stage.Id, counties[i])))]);
            foreach (StageResult result in found.SelectMany(f => f))
            {
                findings.results[(release.Id, result.Place, result.Scheme, result.Stage)] = result;
            }
        }

        return findings;
    }

    /// <summary>The result of a county, or null where the release has no schools of it.</summary>
    public StageResult? Find(ReleaseId release, PlaceCode county, SchemeId scheme, StageId stage) => results.GetValueOrDefault((release, county, scheme, stage));

    /// <summary>测算 of a county by the whole rule of a scheme; null where the release has no schools of it, or the scheme has no gates.</summary>
    public Verdict? Verdict(ReleaseId release, PlaceCode county, SchemeId scheme) => verdicts.Of((release, county, scheme), Judge);

    /// <summary>Number of results.</summary>
    public int Count => results.Count;

    // After all coefficients: an item may look at those of earlier periods.
    private Verdict? Judge((ReleaseId Release, PlaceCode County, SchemeId Scheme) of) =>
        dataset.Release(of.Release) is { } release && release.Schemes.Contains(of.Scheme) && !release.Schools.RowsOf(of.County).Equals(0..0)
            && dataset.Scheme(of.Scheme) is { Gates.Count: > 0 } scheme
            ? Evaluation.Verdict.Compute(dataset, release, scheme, of.County, (id, other, stage) => Find(id, of.County, other, stage))
            : null;
}
