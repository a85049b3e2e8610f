namespace Portal.Domain.Problems;

/// <summary>P74x: public finance, its checks, measures and projects.</summary>
public static partial class ProblemKinds
{
    /// <summary>A measure of finance that is given by stage, without one.</summary>
    public static readonly ProblemKind MeasureNeedsStage = Error("P740", "度量“{0}”要分学段填写，这一行没有写学段。", "请写 primary（小学）或 junior（初中）；哪些度量分学段见 measures.csv。");

    /// <summary>A measure of finance that has no stage, with one.</summary>
    public static readonly ProblemKind MeasureWithoutStage = Error("P741", "度量“{0}”不分学段，这一行却写了学段“{1}”。", "请清空学段；哪些度量分学段见 measures.csv。");

    /// <summary>A financial year that cannot be.</summary>
    public static readonly ProblemKind ImplausibleYear = Error("P742", "年份 {0} 不合理：台账截至 {1}，经费只收 {2} 年到 {3} 年的数。", "请核对年份；还没有结束的年度，等决算出来再填。");

    /// <summary>A check with more or fewer inputs than its rule takes.</summary>
    public static readonly ProblemKind FundingInputs = Error("P743", "规则“{0}”要 {1} 个度量，这一行写了 {2} 个。", "请用空格隔开写 {1} 个度量，见 data/README.md。");

    /// <summary>A threshold that the rule needs and does not get, or the other way round.</summary>
    public static readonly ProblemKind FundingThreshold = Error("P744", "规则“{0}”{1}。", "share-at-least 要写一个百分数，其他规则的 threshold 空着。");

    /// <summary>An origin of a measure that cannot be read.</summary>
    public static readonly ProblemKind UnknownOrigin = Error("P745", "取数办法“{0}”读不懂：{1}。", "可写 finance 度量 学段、column 列名、recognised 办法、recognised-share 办法、classes-from 人数，见 data/README.md。");

    /// <summary>A project that was done before it was begun.</summary>
    public static readonly ProblemKind DoneBeforeStarted = Error("P746", "完成日期 {0} 早于开工日期 {1}。", "请核对两个日期。");

    /// <summary>A status that does not agree with the day of completion.</summary>
    public static readonly ProblemKind StatusAgainstDone = Error("P747", "进展是“{0}”，完成日期却{1}。", "已完成（done）的要写完成日期，其他的空着；请核对。");

    /// <summary>A day after the day up to which the release judges.</summary>
    public static readonly ProblemKind ProjectAfterAsOf = Error("P748", "“{0}”是 {1}，晚于台账截至的 {2}。", "还没有发生的事不能写成已经发生；请核对日期，或留到下一次发布。");

    /// <summary>A promise of which nothing is given.</summary>
    public static readonly ProblemKind EmptyTarget = Error("P749", "这一项承诺既没有数值，也没有原文。", "请填 target；文件没有写数的，把原话写在 text 里。");
}
