using Portal.Domain.Data;
using Portal.Domain.Schemes;

namespace Portal.Domain.Evaluation;

/// <summary>What monitoring finds in a county's stage (rules.md §3). A falling coefficient is better.</summary>
public enum MonitoringState
{
    /// <summary>滑坡: within the limit in the last period with an outcome, over it now.</summary>
    Slid,

    /// <summary>超过限值: over the limit now and in the last period with an outcome, or over it in the first.</summary>
    Over,

    /// <summary>未报送: the release has no schools of the county.</summary>
    NotReported,

    /// <summary>暂无法判定: a value is missing.</summary>
    Undecided,

    /// <summary>不具可比性: fewer schools than the scheme asks for, or none that counts.</summary>
    NotComparable,

    /// <summary>下降（仍在限值内）: worse than in the last period with an outcome, and within the limit. No slide.</summary>
    Weakened,

    /// <summary>回到限值内: over the limit in the last period with an outcome, within it now.</summary>
    Recovered,

    /// <summary>保持: within the limit, then and now, and not worse.</summary>
    Holds,

    /// <summary>首期在限值内: within the limit, and nothing earlier to compare with.</summary>
    First,
}

/// <summary>States that are listed together.</summary>
public enum MonitoringGroup
{
    /// <summary>滑坡.</summary>
    Slid,

    /// <summary>超过限值, without a slide.</summary>
    Over,

    /// <summary>未报送 or 暂无法判定.</summary>
    Open,

    /// <summary>下降（仍在限值内）.</summary>
    Weakened,

    /// <summary>回到限值内.</summary>
    Recovered,

    /// <summary>保持, the first period within the limit among them.</summary>
    Holds,

    /// <summary>不具可比性.</summary>
    NotComparable,
}

/// <summary>A period in the chain of a county's stage.</summary>
/// <param name="Release">The newest revision of the period.</param>
/// <param name="Result">What was worked out, null where it has no schools of the county.</param>
public sealed record MonitoringPoint(Release Release, StageResult? Result)
{
    /// <summary>True where there is an outcome against the limits.</summary>
    public bool Decided => Result?.Outcome is Outcome.Met or Outcome.NotMet;

    /// <summary>The composite where a limit is set on it, else null.</summary>
    public IndicatorResult? Composite => Result?.Composite is { Limit: not null } composite ? composite : null;

    /// <summary>Single coefficients that have a limit of their own.</summary>
    public IEnumerable<IndicatorResult> Singles => Result?.Indicators.Where(i => i.Limit is not null) ?? [];

    /// <summary>Single coefficients that are over their own limit.</summary>
    public IEnumerable<IndicatorResult> SinglesOver => Singles.Where(i => i.Outcome == Outcome.NotMet);
}

/// <summary>A county's stage over the periods by one scheme.</summary>
/// <param name="Place">County.</param>
/// <param name="Scheme">Scheme.</param>
/// <param name="Stage">Stage.</param>
/// <param name="Chain">Its periods, oldest first; the last is the one that is judged.</param>
/// <param name="State">What monitoring finds.</param>
/// <param name="Before">The last earlier period with an outcome, null where there is none.</param>
/// <param name="Worse">Where the composite is judged, itself if it is worse than before; else the single coefficients that are worse. Empty without an earlier outcome.</param>
public sealed record MonitoringCase(PlaceCode Place, Scheme Scheme, StageId Stage, IReadOnlyList<MonitoringPoint> Chain, MonitoringState State, MonitoringPoint? Before, IReadOnlyList<IndicatorId> Worse)
{
    /// <summary>The list that it belongs to.</summary>
    public MonitoringGroup Group => State switch
    {
        MonitoringState.Slid => MonitoringGroup.Slid,
        MonitoringState.Over => MonitoringGroup.Over,
        MonitoringState.NotReported or MonitoringState.Undecided => MonitoringGroup.Open,
        MonitoringState.Weakened => MonitoringGroup.Weakened,
        MonitoringState.Recovered => MonitoringGroup.Recovered,
        MonitoringState.NotComparable => MonitoringGroup.NotComparable,
        _ => MonitoringGroup.Holds,
    };

    /// <summary>The period that is judged.</summary>
    public MonitoringPoint Now => Chain[^1];

    /// <summary>Finds the state of a chain.</summary>
    /// <param name="place">County.</param>
    /// <param name="scheme">Scheme.</param>
    /// <param name="stage">Stage.</param>
    /// <param name="chain">Periods, oldest first, at least one.</param>
    public static MonitoringCase Of(PlaceCode place, Scheme scheme, StageId stage, IReadOnlyList<MonitoringPoint> chain)
    {
        MonitoringPoint now = chain[^1];
        MonitoringPoint? before = chain.SkipLast(1).LastOrDefault(p => p.Decided);
        IReadOnlyList<IndicatorId> worse = before is null || !now.Decided ? [] : [.. WorseOf(before, now)];
        return new MonitoringCase(place, scheme, stage, chain, StateOf(now, before, worse.Count > 0), before, worse);
    }

    private static MonitoringState StateOf(MonitoringPoint now, MonitoringPoint? before, bool worse) => now.Result switch
    {
        null => MonitoringState.NotReported,
        { Comparable: false } => MonitoringState.NotComparable,
        { Outcome: Outcome.NotMet } => before?.Result!.Outcome == Outcome.Met ? MonitoringState.Slid : MonitoringState.Over,
        { Outcome: Outcome.Met } => before is null ? MonitoringState.First
            : before.Result!.Outcome == Outcome.NotMet ? MonitoringState.Recovered
            : worse ? MonitoringState.Weakened
            : MonitoringState.Holds,
        _ => MonitoringState.Undecided,
    };

    // A difference within the tolerance of all comparisons is none: the value of before is the limit that the new one keeps to.
    private static IEnumerable<IndicatorId> WorseOf(MonitoringPoint before, MonitoringPoint now)
    {
        IEnumerable<IndicatorResult> judged = now.Composite is { } composite ? [composite] : now.Singles;
        return judged
            .Where(i => i.HasValue && before.Result!.Of(i.Indicator) is { HasValue: true } then && !Comparison.Holds(i.Value, then.Value, i.Limit!.Sense))
            .Select(i => i.Indicator);
    }
}
