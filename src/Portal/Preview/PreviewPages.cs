using System.Net;
using System.Text;

namespace Portal.Preview;

/// <summary>The few pages that the preview shows of itself. They are no part of any site.</summary>
internal static class PreviewPages
{
    /// <summary>Added to an address to see the last good version of that page while the input has errors.</summary>
    public const string LastGood = "portal-last-good";

    /// <summary>What is wrong with the input, in place of the page that was asked for; until the input has been read for the first time, only that.</summary>
    public static string Problems(PreviewSite site, bool hasLastGood) => site.Current.Problems.Count == 0 ? Page("正在读取数据", "<p>读完后，本页自动刷新。</p>") : Page("输入有错误", $"""
        <p>改好并保存后，本页自动刷新。{(hasLastGood ? $"""<a href="?{LastGood}">看改动之前的这一页</a>""" : "")}</p>
        <ul>
        {string.Join('\n', site.Current.Problems.Take(Commands.ProblemPrinter.Most).Select(line => $"<li><code>{WebUtility.HtmlEncode(line)}</code></li>"))}
        </ul>
        <p>共 {site.Current.Problems.Count} 条。</p>
        """);

    /// <summary>A page that could not be made.</summary>
    public static string Fault(Exception error) => Page("程序自己出了错", $"<pre>{WebUtility.HtmlEncode(error.ToString())}</pre>");

    /// <summary>The sites to choose from.</summary>
    public static string Sites(IEnumerable<PreviewSite> sites) => Page("预览", $"""
        <ul>
        {string.Join('\n', sites.Select(site => $"""<li><a href="{site.Prefix}">{WebUtility.HtmlEncode(site.Current.Title.Length > 0 ? site.Current.Title : site.Folders.Id)}</a></li>"""))}
        </ul>
        """);

    /// <summary>No such page, on a site without a page of its own for that.</summary>
    public static string NotFound => Page("没有这一页", """<p><a href="/">回到首页</a></p>""");

    /// <summary>Puts a tag before the end of a page's body.</summary>
    public static byte[] WithTag(ReadOnlySpan<byte> html, string tag)
    {
        int end = html.LastIndexOf("</body>"u8);
        int at = end < 0 ? html.Length : end;
        return [.. html[..at], .. Encoding.UTF8.GetBytes(tag), .. html[at..]];
    }

    private static string Page(string title, string body) => $"""
        <!doctype html>
        <html lang="zh-CN">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title></head>
        <body>
        <h1>{title}</h1>
        {body}
        </body>
        </html>

        """;
}
