namespace Portal.Domain.Problems;

/// <summary>P840–P849: counts of feedback and errata.</summary>
public static partial class ProblemKinds
{
    /// <summary>More answers than words received.</summary>
    public static readonly ProblemKind FeedbackAnswered = Error("P840", "答复 {0} 件，比收到的 {1} 件多。", "请核对；跨月的答复记在收到的那个月。");

    /// <summary>A count that is no whole number.</summary>
    public static readonly ProblemKind FeedbackCountWhole = Error("P841", "“{0}”不是 0 或正的整数。", "收到和答复都按件数填；没有统计就空着。");

    /// <summary>A month that is none, or that the release does not reach.</summary>
    public static readonly ProblemKind FeedbackMonth = Error("P842", "“{0}”不是这次发布截止日以前的月份。", "请写成 2023-09；发布只收截止日以前的月份。");

    /// <summary>Days until the answer where nothing was answered.</summary>
    public static readonly ProblemKind FeedbackDays = Error("P843", "没有答复的件数，却有中位天数“{0}”。", "请补上答复的件数，或删去天数；天数不能是负数。");

    /// <summary>An erratum of a table that a release does not have.</summary>
    public static readonly ProblemKind CorrectionTable = Error("P844", "勘误写的表“{0}”不是发布里的表。", "最接近的是“{1}”；填不带 .csv 的文件名。");

    /// <summary>An erratum of a row that is not there, or that is there though it was removed.</summary>
    public static readonly ProblemKind CorrectionRow = Error("P845", "表“{0}”里{1}主键为“{2}”的行。", "主键各部分用 / 连起来，空着的部分也要留位置；新增的行要在现在的表里，删去的行只在被更正的一版里。");

    /// <summary>An erratum of a column that the table does not have, or none where a cell is meant.</summary>
    public static readonly ProblemKind CorrectionColumn = Error("P846", "表“{0}”没有列“{1}”。", "最接近的是“{2}”；整行新增的“原为”空着，整行删去的“现为”空着，这两种才不写列。");

    /// <summary>What an erratum says the cell is now is not what it is.</summary>
    public static readonly ProblemKind CorrectionIs = Error("P847", "勘误写“现为”“{0}”，表里的这一格是“{1}”。", "请核对勘误和表，两处要一致。");

    /// <summary>What an erratum says the cell was is not what the corrected revision holds.</summary>
    public static readonly ProblemKind CorrectionWas = Error("P848", "勘误写“原为”“{0}”，被更正的发布 {2} 里这一格是“{1}”。", "请照被更正的一版写。");

    /// <summary>An erratum later than the release.</summary>
    public static readonly ProblemKind CorrectionDate = Error("P849", "勘误的日期 {0} 晚于截止日 {1}。", "请核对；以后的更正写在以后的发布里。");
}
