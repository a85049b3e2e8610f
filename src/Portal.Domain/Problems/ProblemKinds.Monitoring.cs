namespace Portal.Domain.Problems;

/// <summary>P730–P739: class sizes and what monitoring needs.</summary>
public static partial class ProblemKinds
{
    /// <summary>Bands that do not add up to the school's classes.</summary>
    public static readonly ProblemKind ClassSum = Error("P730", "“{0}”{1}的班额各段合计 {2} 个班，学校表里的“{3}”是 {4} 个（{5}）。", "请核对，两处要一致；修订版改了学校的班数，也要放改正后的整张 classes.csv。");

    /// <summary>Two bands that hold the same size.</summary>
    public static readonly ProblemKind ClassOverlap = Error("P731", "班额段 {0} 与 {1} 的班额段 {2} 重叠。", "各段不能重叠，如 41—45、46—50。");

    /// <summary>A band that ends before it begins.</summary>
    public static readonly ProblemKind ClassBand = Error("P732", "班额段的止（{1}）小于起（{0}）。", "请核对；最大的一段没有上限，“止”空着。");

    /// <summary>Classes of a stage that the school does not have.</summary>
    public static readonly ProblemKind ClassStage = Error("P733", "“{0}”的办学类型“{1}”没有学段“{2}”。", "请核对学段；附设班写在附设的那一行名下。");

    /// <summary>Fewer pupils than the bands hold at least.</summary>
    public static readonly ProblemKind ClassPupilsBelow = Error("P734", "“{0}”{1}按班额各段的起算，至少有 {2} 名学生，学校表里的“{3}”只有 {4} 名（{5}）。", "请核对班额段、班数和学生数。");

    /// <summary>More pupils than the bands hold at most.</summary>
    public static readonly ProblemKind ClassPupilsAbove = Error("P735", "“{0}”{1}按班额各段的止算，至多有 {2} 名学生，学校表里的“{3}”有 {4} 名（{5}）。", "请核对班额段、班数和学生数。");

    /// <summary>A size that no class or school can have.</summary>
    public static readonly ProblemKind ClassRange = Error("P736", "“{0}”太大，不会是一个班的人数或一所学校的班数。", "请核对是否填错了列。");
}
