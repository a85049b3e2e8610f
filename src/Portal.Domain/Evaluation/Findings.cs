using Portal.Domain.Data;
using Portal.Domain.Schemes;

namespace Portal.Domain.Evaluation;

/// <summary>All coefficients and verdicts of all releases, worked out once; HTML, CSV and JSON take the same objects.</summary>
public sealed class Findings
{
    private readonly Dictionary<(ReleaseId, PlaceCode, SchemeId, StageId), StageResult> results;

    private readonly Dictionary<(ReleaseId, PlaceCode, SchemeId), Verdict> verdicts = [];

    private Findings(Dictionary<(ReleaseId, PlaceCode, SchemeId, StageId), StageResult> results) => this.results = results;

    /// <summary>Works out every release, scheme, county and stage of the data set, counties in parallel; the result does not depend on it.</summary>
    /// <param name="dataset">Data set.</param>
    /// <param name="earlier">
    /// What was worked out before, of a data set that differs in nothing but numbers of schools of some counties; null where there is none.
    /// A county's results are made from the numbers of its own schools alone.
    /// </param>
    /// <param name="changed">Those counties.</param>
    public static Findings Compute(Dataset dataset, Findings? earlier = null, IReadOnlySet<PlaceCode>? changed = null)
    {
        Findings? kept = changed is null ? null : earlier;
        bool IsKept(PlaceCode county) => kept is not null && !changed!.Contains(county);
        Dictionary<(ReleaseId, PlaceCode, SchemeId, StageId), StageResult> results = [];
        foreach (Release release in dataset.Releases)
        {
            PlaceCode[] counties = [.. release.Schools.Counties];
            Scheme[] schemes = [.. dataset.Schemes.Where(s => release.Schemes.Contains(s.Id))];
            StageResult[][] found = new StageResult[counties.Length][];
            Parallel.For(0, counties.Length, i => found[i] =
                [.. schemes.SelectMany(scheme => scheme.Stages.Select(stage =>
                    (IsKept(counties[i]) ? kept!.Find(release.Id, counties[i], scheme.Id, stage.Id) : null) ?? StageResult.Compute(dataset, release, scheme, stage.Id, counties[i])))]);
            foreach (StageResult result in found.SelectMany(f => f))
            {
                results[(release.Id, result.Place, result.Scheme, result.Stage)] = result;
            }
        }

        Findings findings = new(results);
        findings.Judge(dataset, (release, county, scheme) => IsKept(county) ? kept!.Verdict(release, county, scheme) : null);
        return findings;
    }

    /// <summary>The result of a county, or null where the release has no schools of it.</summary>
    public StageResult? Find(ReleaseId release, PlaceCode county, SchemeId scheme, StageId stage) => results.GetValueOrDefault((release, county, scheme, stage));

    /// <summary>测算 of a county by the whole rule of a scheme; null where the release has no schools of it, or the scheme has no gates.</summary>
    public Verdict? Verdict(ReleaseId release, PlaceCode county, SchemeId scheme) => verdicts.GetValueOrDefault((release, county, scheme));

    /// <summary>Number of results.</summary>
    public int Count => results.Count;

    // After all coefficients: an item may look at those of earlier periods.
    private void Judge(Dataset dataset, Func<ReleaseId, PlaceCode, SchemeId, Verdict?> kept)
    {
        foreach (Release release in dataset.Releases)
        {
            PlaceCode[] counties = [.. release.Schools.Counties];
            Scheme[] schemes = [.. dataset.Schemes.Where(s => s.Gates.Count > 0 && release.Schemes.Contains(s.Id))];
            Verdict[][] found = new Verdict[counties.Length][];
            Parallel.For(0, counties.Length, i => found[i] =
                [.. schemes.Select(scheme => kept(release.Id, counties[i], scheme.Id) ?? Evaluation.Verdict.Compute(dataset, release, scheme, counties[i], (id, other, stage) => Find(id, counties[i], other, stage)))]);
            foreach (Verdict verdict in found.SelectMany(f => f))
            {
                verdicts[(release.Id, verdict.Place, verdict.Scheme)] = verdict;
            }
        }
    }
}
