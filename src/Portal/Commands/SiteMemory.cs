using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Problems;
using Portal.Output;
using Portal.Site.Plan;
using Portal.Sources;
using Portal.Sources.Parts;

namespace Portal.Commands;

/// <summary>
/// What the preview keeps from one making of a site to the next: parts as read, the results of counties whose numbers are as they were (decision 0028),
/// and the plan, where nothing but numbers has changed (decision 0035).
/// </summary>
public sealed class SiteMemory
{
    private ReadingState? state;
    private Findings? findings;
    private SitePlan? plan;
    private IReadOnlyList<Problem> warnings = [];
    private IReadOnlyList<IReadOnlyList<HashedFile>> texts = [];

    /// <summary>Parts of tables as they were read.</summary>
    public ReadingCache Cache { get; } = new();

    /// <summary>Counties that the last making worked out anew; null where it was all of them.</summary>
    public IReadOnlySet<PlaceCode>? Counties { get; private set; }

    /// <summary>True where the last making read and planned nothing but what has other numbers.</summary>
    public bool OnlyNumbers { get; private set; }

    /// <summary>
    /// The site made again where since the last making nothing but numbers of schools has changed and none of them has a problem; null where all must
    /// be made again. What was warned of is warned of again: it does not depend on those numbers.
    /// </summary>
    /// <param name="folders">Where the inputs are.</param>
    /// <param name="problems">Receives the warnings.</param>
    internal SitePlan? Again(SiteFolders folders, ProblemList problems)
    {
        IReadOnlyList<IReadOnlyList<HashedFile>> now = InputFingerprint.Files([folders.CommonWords, folders.Words, folders.Theme]);
        bool same = plan is not null && now.Count == texts.Count && now.Zip(texts).All(f => f.First.SequenceEqual(f.Second));
        texts = now; // of the texts that a full making reads after this
        SitePlan? again = same && Cache.WithOtherNumbers() is { } data && Compute(data) is var results && Counties is { } counties ? plan!.WithNumbers(data, results, counties) : null;
        (OnlyNumbers, plan) = (again is not null, again);
        foreach (Problem warning in again is null ? [] : warnings)
        {
            problems.Add(warning.Kind, warning.Where, [.. warning.Arguments]);
        }

        return again;
    }

    /// <summary>Works out the coefficients and verdicts of the data set that was just read with <see cref="Cache"/>.</summary>
    internal Findings Compute(Dataset data)
    {
        ReadingState read = Cache.State;
        Counties = state is null ? null : read.CountiesWithOtherNumbers(state);
        (findings, state) = (Findings.Compute(data, findings, Counties), read);
        return findings;
    }

    /// <summary>Keeps a plan that was made whole.</summary>
    internal void Keep(SitePlan made, ProblemList problems)
    {
        made.ForgetFiles();
        (plan, warnings) = (made, problems.Sorted());
    }
}
