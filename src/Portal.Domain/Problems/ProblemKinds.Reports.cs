namespace Portal.Domain.Problems;

/// <summary>P800–P809: supervision reports.</summary>
public static partial class ProblemKinds
{
    /// <summary>A report at another place than reports/year/name.md, or with a year that is neither its inspection's nor its publication's.</summary>
    public static readonly ProblemKind BadReportPath = Error("P800", "督导报告“{0}”放的位置不对。", "请放在 reports/<年>/<名>.md：年是督导或公布的那一年，名只用小写英文字母、数字和连字符。");

    /// <summary>A heading that reports do not have, twice or out of order.</summary>
    public static readonly ProblemKind BadReportHeading = Error("P801", "督导报告的标题“{0}”不认识、重复或次序不对。", "两个井号的标题（##）依次只用：成绩、问题、督导意见、整改要求；更细的用 ###。");

    /// <summary>No section 问题.</summary>
    public static readonly ProblemKind ReportWithoutProblems = Error("P802", "督导报告没有“## 问题”一节。", "请补上；没有发现问题也要写明。");

    /// <summary>A reference to a finding that is not in the ledger.</summary>
    public static readonly ProblemKind UnknownFinding = Error("P803", "整改编号“{0}”不在 findings.csv 里。", "最接近的是“{1}”；请改正，或在 findings.csv 里补上。");

    /// <summary>A finding of the report that the report does not mention.</summary>
    public static readonly ProblemKind FindingNotMentioned = Warning("P804", "findings.csv 写明“{0}”来自这份报告，报告正文没有提到它。", "请在“问题”一节相应的地方写 {{finding: {0}}}，或改正 findings.csv。");

    /// <summary>A report that a ledger names and that is not there.</summary>
    public static readonly ProblemKind MissingReport = Warning("P805", "台账写明有督导报告“{0}”，文字里没有这一份。", "请补上 reports/{0}.md，或改正台账的 report 一列；没有补上以前，报告目录里把它列为“未公布”。");

    /// <summary>A figure of another year without its release.</summary>
    public static readonly ProblemKind FigureNotPinned = Error("P806", "报告里的数字引用“{0}”不是这份报告所用发布的年份，又没有写明发布号。", "请写明 release，如 release=2021.1：报告里的数不能随更正而变。");

    /// <summary>An original that is missing or no PDF.</summary>
    public static readonly ProblemKind BadOriginal = Error("P807", "报告原件“{0}”{1}。", "请把签章的 PDF 放在报告旁边，文件名只用小写英文字母、数字和连字符。");

    /// <summary>Examination results as a heading or a measure.</summary>
    public static readonly ProblemKind ExamInReport = Error("P808", "督导报告把考试成绩、升学率或排名用作标题或表里的指标：“{0}”。", "请删去：教育部门不得以升学率给学校排名；问题可以用话说明有学校这样做。");

    /// <summary>More schools of a type looked at than there are.</summary>
    public static readonly ProblemKind SampleAboveAll = Error("P809", "报告说抽查{0} {1} 所，发布 {2} 里这个地方只有 {3} 所。", "请核对抽查的学校数，或报告所用的发布号。");
}
