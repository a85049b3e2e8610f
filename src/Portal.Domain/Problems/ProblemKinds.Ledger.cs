namespace Portal.Domain.Problems;

/// <summary>P810–P819: the rectification ledger (findings.csv).</summary>
public static partial class ProblemKinds
{
    /// <summary>A step that is dated before an earlier one.</summary>
    public static readonly ProblemKind FindingOrder = Error("P810", "“{0}”（{1}）早于“{2}”（{3}）。", "先发意见书，再有方案、报告、核查；期限不能早于发出。请核对日期。");

    /// <summary>An extension to a day that is not later, or of nothing.</summary>
    public static readonly ProblemKind FindingExtension = Error("P811", "延期至 {0}，原来的期限是“{1}”。", "延期要晚于意见书的期限；意见书没有写期限的，“延期至”空着。");

    /// <summary>Closed without a check, or a check without a result.</summary>
    public static readonly ProblemKind FindingClosed = Error("P812", "填了“{0}”，没有填“{1}”。", "结果由核查得出：核查日期和结果要么都填，要么都空着。");

    /// <summary>Done without a report.</summary>
    public static readonly ProblemKind FindingUnreported = Error("P813", "结果是“{0}”，却没有整改报告的日期。", "请补上“报告日期”；没有收到报告的，不能算完成或部分完成。");

    /// <summary>A repeat of a finding that is not there.</summary>
    public static readonly ProblemKind FindingUnknown = Error("P814", "“重复于”写的“{0}”不在本表里。", "最接近的是“{1}”；台账每期放全部，首次的那一项也要在表里。");

    /// <summary>A repeat of itself, of a later one, or of a repeat.</summary>
    public static readonly ProblemKind FindingRepeat = Error("P815", "“重复于”写的“{0}”不是更早的首次发现。", "请写首次发现的编号：不能是它自己、发出更晚的，也不能本身又是重复。");

    /// <summary>A repeat of something else.</summary>
    public static readonly ProblemKind FindingOther = Error("P816", "“重复于”写的“{0}”是另一个地方、学校或事项的。", "同一地方、同一学校、同一事项再次出现才算重复。");

    /// <summary>A person where a unit or a post is asked for.</summary>
    public static readonly ProblemKind FindingPerson = Error("P817", "“责任单位”里有一处不像单位或职务，可能是人名。", "请只写单位（如“某县教育局”）或职务（如“校长”），不写姓名；几个之间用顿号。");

    /// <summary>A day that the release cannot know of.</summary>
    public static readonly ProblemKind FindingFuture = Error("P818", "“{0}”（{1}）晚于这次发布的截止日期（{2}）。", "台账按 as_of 判断，之后的事放进下一次发布；期限和延期可以晚于它。");

    /// <summary>No report, or one that is not named as year and slug.</summary>
    public static readonly ProblemKind FindingReport = Error("P819", "“报告”写的是“{0}”。", "来自督导报告的，要写“年份/报告文件名”，如 2023/qingdu；来自别处的可以空着。");
}
