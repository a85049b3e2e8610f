namespace Portal.Domain.Problems;

/// <summary>P70x: standards of schools, allowances and small schools.</summary>
public static partial class ProblemKinds
{
    /// <summary>A condition that is none of the closed set.</summary>
    public static readonly ProblemKind BadCondition = Error("P700", "条件“{0}”读不懂。", "可写 types:、urban:、sponsors: 加代码（用逗号隔开），或列名（也可写 pupils、largest_class）加 <、<=、=、>=、> 和一个数；几个条件用空格隔开。");

    /// <summary>An allowance on what the scheme does not have.</summary>
    public static readonly ProblemKind UnknownRelaxed = Error("P701", "放宽的对象“{0}”不是办法“{1}”的指标或项目。", "最接近的是“{2}”。");

    /// <summary>A condition on a column that is not defined.</summary>
    public static readonly ProblemKind ConditionColumn = Error("P702", "条件里的列“{0}”不在 columns.csv 里。", "最接近的是“{1}”；也可写 pupils（全校学生数）或 largest_class（最大班额）。");

    /// <summary>A replacement that is none of the closed set.</summary>
    public static readonly ProblemKind BadReplacement = Error("P703", "放宽的内容“{0}”读不懂。", "指标写 standard=数 或 numerator+=列名，项目写 threshold=数。");

    /// <summary>A standard for an item, or a threshold for an indicator.</summary>
    public static readonly ProblemKind ReplacementOfOther = Error("P704", "“{0}”不能用来放宽“{1}”。", "指标用 standard= 或 numerator+=，项目用 threshold=。");

    /// <summary>A relaxed standard that asks for more than the standard itself.</summary>
    public static readonly ProblemKind NotRelaxed = Error("P705", "放宽后的标准“{0}”比原来的“{1}”更严。", "放宽规定只能更宽；更严的标准请写在 standards.csv 里。");

    /// <summary>An adopted allowance on schools' standards that rests on a column not published by school.</summary>
    public static readonly ProblemKind ConditionNotPublic = Error("P706", "条件里的列“{0}”不按学校公布，放宽一出现在学校的页面上，就等于公布了它。", "请换一个可按学校公布的列，或不填 place（不采用）；这样的列只能用来放宽项目（threshold=）。");

    /// <summary>A floor that is no share of the standard.</summary>
    public static readonly ProblemKind BadFloor = Error("P707", "“{0}”不是标准的几成。", "floor 写大于 0、不超过 1 的数，如 0.85；没有豁免就空着。");
}
