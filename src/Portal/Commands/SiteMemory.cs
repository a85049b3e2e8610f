using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Sources;

namespace Portal.Commands;

/// <summary>What the preview keeps from one making of a site to the next: parts as read, and the results of counties whose numbers are as they were (decision 0028).</summary>
public sealed class SiteMemory
{
    private ReadingState? state;
    private Findings? findings;

    /// <summary>Parts of tables as they were read.</summary>
    public ReadingCache Cache { get; } = new();

    /// <summary>Counties that the last making worked out anew; null where it was all of them.</summary>
    public IReadOnlySet<PlaceCode>? Counties { get; private set; }

    /// <summary>Works out the coefficients and verdicts of the data set that was just read with <see cref="Cache"/>.</summary>
    internal Findings Compute(Dataset data)
    {
        ReadingState read = Cache.State;
        Counties = state is null ? null : read.CountiesWithOtherNumbers(state);
        (findings, state) = (Findings.Compute(data, findings, Counties), read);
        return findings;
    }
}
