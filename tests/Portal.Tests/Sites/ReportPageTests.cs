using System.Text;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Portal.Tests.Sites;

/// <summary>Supervision reports on the demonstration site.</summary>
public sealed class ReportPageTests
{
    private const string Report = "reports/2023/990121-junheng/";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static RenderedSite Site => RenderedSite.Bundled("demonstration");

    private static IHtmlDocument Page(string address) => new HtmlParser().ParseDocument(Site.Html(address));

    private static string[] Links(IParentNode page, string selector) => [.. page.QuerySelectorAll(selector + " a").Select(a => a.GetAttribute("href")!)];

    /// <summary>A journalist: from a figure in the report to how it was worked out, and back to the report.</summary>
    [Fact]
    public void A_figure_leads_to_its_working_and_the_working_leads_back()
    {
        const string working = "releases/2022.2/places/990121/how/basic-2012/junior/";
        IElement figure = Page(Report).QuerySelectorAll(".prose a").First(a => a.GetAttribute("href")!.EndsWith(working + "#composite", StringComparison.Ordinal));
        IHtmlDocument how = Page(working);
        Assert.Contains("印作 " + figure.TextContent, how.QuerySelector("#composite")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Links(how, "#reports"), l => l.EndsWith(Report, StringComparison.Ordinal));
        // The figure is pinned: the newer release of 2023 is not cited.
        Assert.Null(Page("releases/2023.1/places/990121/how/basic-2012/junior/").QuerySelector("#reports"));
        Assert.Contains(Links(Page("indicators/basic-2012/books/"), "#reports"), l => l.EndsWith(Report, StringComparison.Ordinal));
    }

    /// <summary>Everything that the report is on leads to it: county, school, city, lists.</summary>
    [Theory]
    [InlineData("places/990121/")]
    [InlineData("places/990100/")]
    [InlineData("schools/2199004003/")]
    [InlineData("reports/")]
    [InlineData("reports/2023/")]
    [InlineData("reports/kind/comprehensive/")]
    [InlineData("reports/place/990121/")]
    [InlineData("reports/place/990000/")]
    public void Places_schools_and_lists_lead_to_the_report(string address) =>
        Assert.Contains(Links(Page(address), "main"), l => l.EndsWith(Report, StringComparison.Ordinal));

    [Fact]
    public void Each_finding_of_the_text_stands_in_the_list_under_it()
    {
        IHtmlDocument page = Page(Report);
        string[] mentioned = [.. Links(page, ".prose").Where(l => l.StartsWith("#f-", StringComparison.Ordinal))];
        Assert.Equal(["#f-990121-2023-05", "#f-990121-2023-06", "#f-990121-2023-07", "#f-990121-2023-08", "#f-990121-2023-09"], mentioned.Order(StringComparer.Ordinal));
        Assert.All(mentioned, m => Assert.NotNull(page.QuerySelector("#ledger [id='" + m[1..] + "']")));
        Assert.Contains("截至 2024-05-15", page.QuerySelector("#ledger")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>The share is worked out from the schools of the release that the report is pinned to, 2022.2; the totals are counted here from its table (which is that of 2022.1).</summary>
    [Fact]
    public void The_share_of_schools_looked_at_is_worked_out_from_the_release()
    {
        string[] lines = File.ReadAllLines(Repository.At("data/demonstration/releases/2022.1/schools/990121.csv"));
        string[] types = [.. lines.Skip(1).Select(l => l.Split(',')[4])];
        int primary = types.Count(t => t == "211");
        string[] rows = [.. Page(Report).QuerySelectorAll("#s-1 tbody tr").Select(r => string.Join(' ', r.Children.Select(c => c.TextContent)))];
        Assert.Equal(12, primary);
        Assert.Equal(["小学 6 12 50.0%", "初级中学 2 5 40.0%", "九年一贯制学校 1 1 100.0%", $"合计 9 {types.Length} 45.0%"], rows);
        Assert.Equal(20, types.Length);
    }

    [Fact]
    public void The_original_is_offered_with_its_size_and_hash()
    {
        byte[] pdf = Site.Files[Report + "990121-junheng.pdf"];
        IElement part = Page(Report).QuerySelector("#cite-s")!;
        Assert.Contains("以原件为准", part.TextContent, StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(pdf)), part.TextContent, StringComparison.Ordinal);
        Assert.Contains(pdf.Length + " 字节", part.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(pdf, 0, 5), StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_has_the_tags_of_an_article_and_the_demonstration_no_red_head()
    {
        IHtmlDocument page = Page(Report);
        string Tag(string name) => page.QuerySelector($"meta[name={name}]")!.GetAttribute("content")!;
        Assert.Equal(("青渡县义务教育均衡发展综合督导报告", "2023-11-20", "云岭省教育督导室（虚构）"), (Tag("ArticleTitle"), Tag("PubDate"), Tag("ContentSource")));
        Assert.Null(page.QuerySelector(".red"));
        Assert.Equal("云岭省教育督导室（虚构）2023 年 11 月 13 日", page.QuerySelector(".sign")!.TextContent);
    }

    [Fact]
    public void Feeds_tell_of_reports_releases_and_changes_of_findings_newest_first()
    {
        XElement all = XDocument.Parse(Encoding.UTF8.GetString(Site.Files["reports/feed.xml"])).Root!;
        Assert.Equal(3, all.Elements(Atom + "entry").Count());
        XElement county = XDocument.Parse(Encoding.UTF8.GetString(Site.Files["places/990121/feed.xml"])).Root!;
        string[] titles = [.. county.Elements(Atom + "entry").Select(e => e.Element(Atom + "title")!.Value)];
        Assert.Contains("青渡县义务教育均衡发展综合督导报告", titles);
        Assert.Contains("青渡县：2023 年监测结果", titles);
        Assert.Contains("整改 990121-2023-05：核查：已完成", titles);
        string[] days = [.. county.Elements(Atom + "entry").Select(e => e.Element(Atom + "updated")!.Value)];
        Assert.Equal(days.OrderDescending(StringComparer.Ordinal), days);
        string[] ids = [.. county.Elements(Atom + "entry").Select(e => e.Element(Atom + "id")!.Value)];
        Assert.Equal(ids.Distinct(), ids);
        // What happened after the as-of day 2024-05-15 is not known to this release.
        Assert.DoesNotContain(county.Elements(Atom + "entry"), e => e.Element(Atom + "title")!.Value.StartsWith("整改", StringComparison.Ordinal) && string.CompareOrdinal(e.Element(Atom + "updated")!.Value, "2024-05-16") > 0);
    }
}
