namespace Portal.Domain.Problems;

/// <summary>P6xx: addresses, links and output.</summary>
public static partial class ProblemKinds
{
    /// <summary>Two pages for one address.</summary>
    public static readonly ProblemKind AddressTwice = Error("P601", "两个页面要用同一个地址“{0}”：{1}，和{2}。", "请改其中一个的编号或文件名；只有大小写不同也算同一个。");

    /// <summary>A link to a page that the site does not have.</summary>
    public static readonly ProblemKind BrokenLink = Error("P602", "链接“{0}”指向本站没有的地址“{1}”，共 {2} 处。", "请改正链接，或补上那一页的数据。");

    /// <summary>A link to a place inside a page that the page does not have.</summary>
    public static readonly ProblemKind BrokenAnchor = Error("P603", "链接指向“{0}”里的“#{1}”，那一页没有这个位置。", "请改正“#”后面的字。");

    /// <summary>A release that the day of the build has not reached yet.</summary>
    public static readonly ProblemKind NotYetPublished = Warning("P604", "发布日期 {0} 晚于构建日期 {1}。", "请到那一天再对外公布，或用 --date 指明公布的日期。");

    /// <summary>A script of the theme that cannot be written short.</summary>
    public static readonly ProblemKind ScriptNotUnderstood = Warning("P860", "脚本读到这一行读不下去：“{0}”。", "请核对这一行；脚本照原样放进网站，没有缩短。浏览器也读不懂的，它就不起作用，页面没有它也完整。");
}
