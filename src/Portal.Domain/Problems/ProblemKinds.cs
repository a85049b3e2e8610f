namespace Portal.Domain.Problems;

/// <summary>
/// The words of all problems, in one file. Codes are stable and never used again: P1xx files and folders, P2xx tables and cells,
/// P3xx keys and references, P4xx schemes, P5xx texts of input/, P6xx addresses, links and output.
/// Words are for the office's clerk: what was seen, which rule, what to do.
/// </summary>
public static class ProblemKinds
{
    /// <summary>A required file is missing.</summary>
    public static readonly ProblemKind MissingFile = Error("P101", "缺少文件“{0}”。", "请补上这个文件；格式见 data/README.md。");

    /// <summary>A column that no table of this name has.</summary>
    public static readonly ProblemKind UnknownColumn = Error("P203", "表头“{0}”不认识。", "最接近的是“{1}”；请改表头，或删去这一列。");

    /// <summary>HTML in a text.</summary>
    public static readonly ProblemKind RawHtml = Error("P551", "文中夹有 HTML。", "请改用 Markdown 的写法；input/ 里不用 HTML。");

    /// <summary>A picture in a text.</summary>
    public static readonly ProblemKind Image = Error("P552", "文中引用了图片“{0}”，文字页面不放图片。", "请改用文字或表格说明。");

    /// <summary>A link that is neither a path nor a web address.</summary>
    public static readonly ProblemKind LinkForm = Error("P553", "链接“{0}”的写法不对。", "站内写文件路径（如 glossary.md#差异系数）或地址（如 /places/990121/），站外写 https:// 开头的完整地址。");

    /// <summary>A link of a text to a page that the site does not have.</summary>
    public static readonly ProblemKind LinkToNowhere = Error("P554", "链接“{0}”指向本站没有的地址“/{1}”。", "请改正链接，或补上那一页的数据。");

    /// <summary>Two headings alike in one text.</summary>
    public static readonly ProblemKind HeadingTwice = Error("P555", "标题“{0}”在本文里出现了两次，链接无法区分。", "请改其中一个。");

    /// <summary>A level-1 heading in a text.</summary>
    public static readonly ProblemKind HeadingLevel = Error("P556", "标题“{0}”用了一级（#）；一级标题由 title 给出。", "请改为二级（##）。");

    /// <summary>A figure reference that finds no value.</summary>
    public static readonly ProblemKind UnknownFigure = Error("P557", "数字引用“{0}”找不到值：{1}。", "请核对地区、办法、学段、指标、年份和发布号。");

    /// <summary>Two pages for one address.</summary>
    public static readonly ProblemKind AddressTwice = Error("P601", "两个页面要用同一个地址“{0}”：{1}，和{2}。", "请改其中一个的编号或文件名。");

    /// <summary>A link to a page that the site does not have.</summary>
    public static readonly ProblemKind BrokenLink = Error("P602", "链接“{0}”指向本站没有的地址“{1}”。", "请改正链接，或补上那一页的数据。");

    /// <summary>A link to a place inside a page that the page does not have.</summary>
    public static readonly ProblemKind BrokenAnchor = Error("P603", "链接指向“{0}”里的“#{1}”，那一页没有这个位置。", "请改正“#”后面的字。");

    private static ProblemKind Error(string code, string text, string remedy) => new(code, Severity.Error, text, remedy);
}
