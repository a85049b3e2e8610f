namespace Portal.Domain.Problems;

/// <summary>P820–P829: duties to publish, terms, inspectors and zones.</summary>
public static partial class ProblemKinds
{
    /// <summary>A clock outside the grammar.</summary>
    public static readonly ProblemKind BadClock = Error("P820", "期限“{0}”不是规定的写法。", "可用的写法有 per-term:2 visit:regular、term-start:20wd、every:3-5y visit:comprehensive、yearly:04-30、next-year:06-30、within:20wd after:visit:special、within:20wd after:rectification；见 data/README.md。");

    /// <summary>A duty that duties.csv does not have.</summary>
    public static readonly ProblemKind UnknownDuty = Error("P821", "应公开事项“{0}”在 duties.csv 里没有。", "最接近的是“{1}”；请核对，或在 duties.csv 里加一行。");

    /// <summary>A duty of counties under a school, or the other way round.</summary>
    public static readonly ProblemKind DutyOfOther = Error("P822", "“{0}”是{1}的事项，这一行写的是{2}。", "县的事项填 place，学校的事项填 school。");

    /// <summary>A period that the duty's clock does not have.</summary>
    public static readonly ProblemKind BadDutyPeriod = Error("P823", "“{0}”的时期“{1}”不对，要写{2}。", "时期要和 duties.csv 的期限对得上，否则找不到它管的是哪一期。");

    /// <summary>A term that ends before it begins, or overlaps another.</summary>
    public static readonly ProblemKind TermOrder = Error("P824", "“{0}”的止（{2}）早于起（{1}），或与“{3}”重叠。", "请核对起止日期；学期之间不能重叠。");

    /// <summary>A mobile number without a basis for publishing it. The number is not repeated.</summary>
    public static readonly ProblemKind MobileWithoutBasis = Error("P825", "学校 {0} 的责任督学填了手机号，没有写公开依据。", "请改填办公电话；是公布用的值班手机，要在 contact_basis 写明依据。");

    /// <summary>A zone that zones.csv does not have.</summary>
    public static readonly ProblemKind UnknownZone = Error("P826", "督学责任区“{0}”在 zones.csv 里没有。", "最接近的是“{1}”；请核对，或在 zones.csv 里加一行。");

    /// <summary>A matter that the vocabulary does not have, or a kind of visit.</summary>
    public static readonly ProblemKind UnknownMatter = Error("P827", "“{0}”不是词表“{1}”里的代码。", "最接近的是“{2}”；几个代码用空格隔开，见 codes.csv。");

    /// <summary>An inspector whose term has ended at the newest as-of day.</summary>
    public static readonly ProblemKind InspectorExpired = Warning("P828", "学校 {0} 的责任督学任期到 {1} 为止，最近一次发布截至 {2}，已经届满。", "续任的请改任期，换人的请改这一行；不改，页面会写明任期已满。");

    /// <summary>A record of publication that leads nowhere.</summary>
    public static readonly ProblemKind PublishedNowhere = Error("P829", "“{0}”的公开记录没有网址，也没有文件名。", "至少填一项，读者要找得到；没有公开的请写在 absences.csv。");
}
