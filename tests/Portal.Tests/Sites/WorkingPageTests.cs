using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Portal.Commands;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Plan;

namespace Portal.Tests.Sites;

/// <summary>The pages “计算过程” of whole sites.</summary>
public sealed class WorkingPageTests
{
    private const string Example = "releases/2023.1/places/990001/how/books/primary/";

    private static IHtmlDocument Page(RenderedSite site, string address) => new HtmlParser().ParseDocument(site.Html(address));

    private static string Words(IParentNode page, string selector) => string.Join('\n', page.QuerySelectorAll(selector).Select(e => string.Join(' ', e.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));

    /// <summary>The method sheet of rules.md §1.3; digits from exact fractions: 1913/302 = 6.3344370860927152…, S 3.26386070519537568…, 0.51525662988447645….</summary>
    [Fact]
    public void The_worked_example_stands_on_the_page_from_cells_to_outcome()
    {
        RenderedSite site = RenderedSite.Golden("worked-example");
        Assert.Empty(site.Problems);
        IHtmlDocument page = Page(site, Example);
        Assert.Contains("发布 2023.1 的表 schools.csv", Words(page, "#scope .hint"), StringComparison.Ordinal);
        Assert.Equal(
            "第一小学 9900010001 算例镇 45 G2\n第二小学 9900010002 算例镇 37 G3\n第三小学 9900010003 算例镇 89 G4\n第四小学 9900010004 算例乡 76 G5\n第五小学 9900010005 算例乡 55 G6",
            Spaced(page, "#scope tbody tr"));
        string steps = Words(page, "#i-books dl div");
        Assert.Contains("1,913 ÷ 302 = 6.33443708609271", steps, StringComparison.Ordinal);
        Assert.Contains("各校加权差方之和 = 10.652786702918", steps, StringComparison.Ordinal);
        Assert.Contains("√S² = 3.26386070519537", steps, StringComparison.Ordinal);
        Assert.Contains("= 0.515256629884476", steps, StringComparison.Ordinal);
        // Books have no limit of their own; three digits of the composite would contradict 0.515.
        Assert.Contains("（印作 0.515）", steps, StringComparison.Ordinal);
        Assert.Contains("（印作 0.5153）", Words(page, "#composite dl div"), StringComparison.Ordinal);
        Assert.Equal(
            "第一小学 2 279 45 6.200000 0.0027 0.0%\n第二小学 3 137 37 3.702703 0.8486 8.0%\n第三小学 4 935 89 10.505618 5.1274 48.1%\n第四小学 5 160 76 2.105263 4.5011 42.3%\n第五小学 6 402 55 7.309091 0.1730 1.6%",
            Spaced(page, "#i-books tbody tr"));
        Assert.Equal("合计 1,913 302 M 6.334437 S² 10.6528 100%", Spaced(page, "#i-books tfoot tr"));
        Assert.Contains("图书册数H 列", Words(page, "#i-books thead"), StringComparison.Ordinal);
        Assert.Contains("≤ 0.515", Words(page, "#limits tbody"), StringComparison.Ordinal);
        Assert.Contains("采用", Words(page, "#limits tbody"), StringComparison.Ordinal);
        Assert.Matches(@"0\.515256629884476\d* > 0\.515 *超过限值", Words(page, "#outcome tbody").Replace("\n", " ", StringComparison.Ordinal));
    }

    /// <summary>A coefficient of the county's page, current and pinned, leads to its working; the working leads back.</summary>
    [Fact]
    public void Coefficients_lead_to_their_working_and_back()
    {
        RenderedSite site = RenderedSite.Golden("worked-example");
        foreach (string address in (string[])["places/990001/", "releases/2023.1/places/990001/"])
        {
            string[] links = [.. Page(site, address).QuerySelectorAll("a").Select(a => a.GetAttribute("href")!)];
            Assert.Contains(links, l => l.EndsWith(Example + "#i-books", StringComparison.Ordinal));
            Assert.Contains(links, l => l.EndsWith(Example + "#composite", StringComparison.Ordinal));
            Assert.Contains(links, l => l.EndsWith(Example + "working.xlsx", StringComparison.Ordinal));
        }

        Assert.Contains(Page(site, Example).QuerySelectorAll("a"), a => a.GetAttribute("href")!.EndsWith("releases/2023.1/places/990001/", StringComparison.Ordinal));
        Assert.Contains(Page(site, "schools/9900010001/").QuerySelectorAll("a"), a => a.GetAttribute("href")!.EndsWith(Example, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_release_county_scheme_and_stage_has_a_page_and_a_workbook()
    {
        RenderedSite site = RenderedSite.Bundled("demonstration");
        Dataset data = site.Plan.Site.Data;
        int pages = 0;
        foreach (Release release in data.Releases)
        {
            foreach (PlaceCode county in release.Schools.Counties)
            {
                foreach (Scheme scheme in release.Schemes.Select(s => data.Scheme(s)!))
                {
                    foreach (Stage stage in scheme.Stages)
                    {
                        Assert.Contains(Addresses.FileOf(Addresses.How(release.Id, county, scheme.Id, stage.Id)), site.Files);
                        Assert.Contains(Addresses.Workbook(release.Id, county, scheme.Id, stage.Id), site.Files);
                        pages++;
                    }
                }
            }
        }

        Assert.True(pages > 50);
        Assert.DoesNotContain(site.Files.Keys.Where(f => f.StartsWith("sitemap", StringComparison.Ordinal)), f => System.Text.Encoding.UTF8.GetString(site.Files[f]).Contains("/how/", StringComparison.Ordinal));
    }

    /// <summary>rules.md, open question 1: fewer than three schools have no coefficient. The small county has two junior schools.</summary>
    [Fact]
    public void Too_few_schools_have_their_scope_and_no_coefficient()
    {
        IHtmlDocument page = Page(RenderedSite.Golden("small-county"), "releases/2023.1/places/990011/how/basic-2012/junior/");
        Assert.Contains("仅 2 所学校，不具可比性", Words(page, "#outcome"), StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll("#scope tbody tr").Length);
        Assert.Empty(page.QuerySelectorAll("[id^=i-]"));
    }

    /// <summary>In the small county the computers of 上坪小学 are x (row 3) and the equipment of 石桥 is c (row 4); 民办 and 教学点 are outside.</summary>
    [Fact]
    public void Missing_cells_and_schools_outside_are_named()
    {
        IHtmlDocument page = Page(RenderedSite.Golden("small-county"), "releases/2023.1/places/990011/how/basic-2012/primary/");
        Assert.Contains("暂无法判定", Words(page, "#outcome .st"), StringComparison.Ordinal);
        Assert.Contains("上坪小学：教学用计算机台数 R3 无法取得", Words(page, "#outcome li"), StringComparison.Ordinal);
        Assert.Contains("石桥九年一贯制学校（小学部）：教学仪器设备值 Q4 不予公布", Words(page, "#outcome li"), StringComparison.Ordinal);
        string outside = Words(page, "#outside");
        Assert.Contains("云脚教学点", outside, StringComparison.Ordinal);
        Assert.Contains("新苗小学", outside, StringComparison.Ordinal);
        // 200 primary pupils at 1, 150 junior ones at 1.1: 200/365.
        Assert.Contains("小学 200 × 1 + 初中 150 × 1.1 0.547945205479452", Spaced(page, "#split tbody tr"), StringComparison.Ordinal);
    }

    /// <summary>A scheme that the county has not applied for is a distance: never 超过 and never 在限值内.</summary>
    [Fact]
    public void A_scheme_for_reference_uses_the_words_of_distance()
    {
        RenderedSite site = RenderedSite.Bundled("demonstration");
        IHtmlDocument page = Page(site, "releases/2023.1/places/990121/how/quality-2017/primary/");
        string outcome = Words(page, "#outcome");
        Assert.Contains("（参考）", outcome, StringComparison.Ordinal);
        Assert.DoesNotContain("超过限值", outcome, StringComparison.Ordinal);
        Assert.DoesNotContain("在限值内", outcome, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#outcome .seal-ju"));
    }

    [Fact]
    public void An_earlier_revision_points_to_the_working_of_the_newer()
    {
        RenderedSite site = RenderedSite.Bundled("demonstration");
        IHtmlDocument old = Page(site, "releases/2022.1/places/990121/how/basic-2012/junior/");
        Assert.Contains("已由发布 2022.2", Words(old, ".banner"), StringComparison.Ordinal);
        Assert.EndsWith("releases/2022.2/places/990121/how/basic-2012/junior/", old.QuerySelector(".banner a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.NotNull(old.QuerySelector("meta[name=robots]"));
        // Parts that the revision did not touch are the first release's, and say so.
        Assert.Contains(site.Pages.Where(p => p.Path.StartsWith("releases/2022.2/", StringComparison.Ordinal) && p.Path.Contains("/how/", StringComparison.Ordinal)), p => site.Html(p.Address).Contains("沿用发布 2022.1", StringComparison.Ordinal));
    }

    /// <summary>data.md §6: books are disclosed by county; a school has fewer teachers (6) than may be published (10).</summary>
    [Fact]
    public void What_is_withheld_is_on_neither_page_nor_workbook()
    {
        using TempFolder temp = new();
        foreach (string folder in (string[])["data/common", "tests/sites/small-county"])
        {
            Repository.Copy(Repository.At(folder), temp[folder]);
        }

        string columns = temp["data/common/columns.csv"];
        string[] lines = File.ReadAllLines(columns);
        File.WriteAllLines(columns, lines.Select(l =>
            l.StartsWith("books,", StringComparison.Ordinal) ? l.Replace(",school,", ",county,", StringComparison.Ordinal)
            : l.StartsWith("teachers_primary,", StringComparison.Ordinal) ? l.Replace("（学校数据、在校生数据、教师数据、办学条件数据）,,", "（学校数据、在校生数据、教师数据、办学条件数据）,10,", StringComparison.Ordinal) : l));
        Assert.NotEqual(lines, File.ReadAllLines(columns));
        RenderedSite site = RenderedSite.Of(new SiteFolders("small", temp["tests/sites/small-county/data"], temp["data/common"], temp["tests/sites/small-county/input"], temp["none"], Repository.At("tests/sites/theme"), ""));
        IHtmlDocument page = Page(site, "releases/2023.1/places/990011/how/basic-2012/primary/");
        Assert.Contains("不予公布", Words(page, "#i-books .hint"), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("#i-books table, #i-teachers table"));
        Assert.Contains("县平均", Words(page, "#i-books dl"), StringComparison.Ordinal);
        Assert.DoesNotContain("县平均", Words(page, "#i-teachers dl"), StringComparison.Ordinal);
        Spreadsheet book = new(site.Files["releases/2023.1/places/990011/how/basic-2012/primary/working.xlsx"]);
        Assert.DoesNotContain("books", book.Texts);
        Assert.DoesNotContain("teachers_primary", book.Texts);
        Assert.Contains("sports_area", book.Texts);
        StageResult result = site.Plan.Site.Findings.Find(new ReleaseId("2023", 1), new PlaceCode("990011"), new SchemeId("basic-2012"), new StageId("primary"))!;
        int at = result.Indicators.ToList().FindIndex(i => i.Indicator.Value == "teachers");
        Assert.Equal(result.Indicators[at].Value, book.Stored("结果", $"B{3 + at}"));
    }

    /// <summary>Books of the third school 935 → 936: nothing that depends on it may stay as it was.</summary>
    [Fact]
    public void A_changed_input_changes_page_and_workbook()
    {
        using TempFolder temp = new();
        Repository.Copy(Repository.At("tests/sites/worked-example"), temp["site"]);
        string schools = temp["site/data/releases/2023.1/schools.csv"];
        File.WriteAllText(schools, File.ReadAllText(schools).Replace(",89,935", ",89,936", StringComparison.Ordinal));
        RenderedSite changed = RenderedSite.Of(new SiteFolders("changed", temp["site/data"], Repository.At("data/common"), temp["site/input"], temp["none"], Repository.At("tests/sites/theme"), ""));
        IHtmlDocument page = Page(changed, Example);
        Assert.Contains("1,914 ÷ 302 = 6.3377483443", Words(page, "#i-books dl div"), StringComparison.Ordinal);
        Assert.DoesNotContain("0.51525662988", page.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.False(changed.Files[Example + "working.xlsx"].AsSpan().SequenceEqual(RenderedSite.Golden("worked-example").Files[Example + "working.xlsx"]));
    }

    private static string Spaced(IParentNode page, string rows) =>
        string.Join('\n', page.QuerySelectorAll(rows).Select(r => string.Join(' ', r.Children.Select(c => string.Join(' ', c.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(t => t.Length > 0))));
}
