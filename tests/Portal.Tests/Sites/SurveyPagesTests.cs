using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Portal.Tests.Sites;

/// <summary>Pages of surveys of the demonstration; the figures are worked out by hand from its tables.</summary>
public sealed class SurveyPagesTests
{
    private static readonly RenderedSite Site = RenderedSite.Bundled("demonstration");

    private static IHtmlDocument Page(string address) => new HtmlParser().ParseDocument(Site.Html(address));

    private static string[] Rows(IParentNode of, string selector) => [.. of.QuerySelectorAll(selector + " tbody tr").Select(r => string.Join(' ', r.Children.Select(c => c.TextContent.Trim())))];

    [Fact]
    public void A_random_sample_has_intervals_and_the_one_astride_the_limit_says_so()
    {
        IHtmlDocument page = Page("surveys/s2023-990222-b/");

        // 346/424, 90/99, 89/100, 525/623, with Wilson's intervals by the closed formula.
        Assert.Equal(
            ["家长 506 434 424 346 81.6% 77.6%—85.0%", "教师 117 101 99 90 90.9% 83.6%—95.1%", "人大代表、政协委员 119 102 100 89 89.0% 81.4%—93.7%", "全体受访者 742 637 623 525 84.3% 81.2%—86.9%"],
            Rows(page, "section[aria-labelledby=h-rates]"));
        string reading = page.QuerySelector("section[aria-labelledby=h-read]")!.TextContent;
        Assert.Contains("未达到（≥ 85%）", reading, StringComparison.Ordinal);
        Assert.Contains("区间跨过 85%，样本不足以断定", reading, StringComparison.Ordinal);
        Assert.Contains("z = 1.96", reading, StringComparison.Ordinal);
        Assert.Contains("区间跨过 85%，样本不足以断定", Page("places/990222/").QuerySelector("#surveys")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_question_is_followed_over_the_years()
    {
        IElement years = Page("surveys/s2023-990222-b/").QuerySelector("section[aria-labelledby=h-years]")!;
        Assert.Equal(["满意率", "对孩子就近入学是否满意（全部受访者）", "对学校之间办学条件的差距是否满意（全部受访者）"], years.QuerySelectorAll("caption").Select(c => c.TextContent));

        // 535/621 and 525/623; 190+41+49 of 621, 198+51+47 of 623.
        Assert.Equal(["2022 年 621 86.2%", "2023 年 623 84.3%"], Rows(years, "table:nth-of-type(1)"));
        Assert.StartsWith("2022 年 45.1% ", Rows(years, "table:nth-of-type(2)")[0], StringComparison.Ordinal);
        Assert.StartsWith("2023 年 47.5% ", Rows(years, "table:nth-of-type(2)")[1], StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_random_sample_has_no_interval_and_duties_that_are_not_met_are_said()
    {
        IHtmlDocument page = Page("surveys/s2023-990321-k/");
        Assert.Contains("抽样是“自愿参加”，不是随机抽样", page.QuerySelector("section[aria-labelledby=h-read]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("区间是", page.Body!.TextContent, StringComparison.Ordinal);

        // 469 forms for 274,000 residents; 190 of 395; 395 of 469.
        Assert.Equal(
            ["发放份数占常住人口 1.71‰ ≥ 1.5‰ 达到", "发放份数 469 份 ≥ 600 份 未达到", "家长占有效问卷 48.1% ≥ 50% 未达到", "有效份数占发放份数 84.2% ≥ 70% 达到"],
            Rows(page, "section[aria-labelledby=h-duty]").Select(r => r.Split("教督")[0]));
    }

    [Fact]
    public void A_small_group_and_a_second_one_are_withheld_in_words()
    {
        IHtmlDocument page = Page("surveys/s2023-990321-k/");
        string[] rates = Rows(page, "section[aria-labelledby=h-rates]");
        Assert.Contains("校长 7 6 6 不予公布 不予公布", rates);
        Assert.Contains("人大代表、政协委员 36 31 31 不予公布 不予公布", rates);
        Assert.Contains("全体受访者 469 403 395 339 85.8%", rates);
        Assert.Equal("校长 6" + string.Concat(Enumerable.Repeat(" 不予公布", 5)), Rows(page, "section[aria-labelledby=h-q1]").Single(r => r.StartsWith("校长", StringComparison.Ordinal)));

        // Nobody in the two small groups gave the last answer: the sum of all is withheld too, and the second question's is not.
        IHtmlDocument other = Page("surveys/s2023-990223-b/");
        Assert.EndsWith("不予公布", Rows(other, "section[aria-labelledby=h-q1]")[^1], StringComparison.Ordinal);
        Assert.StartsWith("全体受访者 616 232（37.7%） ", Rows(other, "section[aria-labelledby=h-q2]")[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_question_has_a_chart_with_its_words_and_a_table()
    {
        foreach (IElement section in Page("surveys/s2023-990222-b/").QuerySelectorAll("section[aria-labelledby^=h-q]"))
        {
            IElement chart = section.QuerySelector("svg[role=img]")!;
            Assert.Equal(4 * 5, chart.QuerySelectorAll("rect").Length);
            Assert.Contains("家长 非常满意 ", chart.QuerySelector("desc")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(4, section.QuerySelectorAll("tbody tr").Length);
        }
    }

    [Fact]
    public void The_list_goes_by_year_and_place_and_is_in_the_map()
    {
        IHtmlDocument page = Page("surveys/");
        Assert.Equal(["2023 年", "2022 年"], page.QuerySelectorAll("main section h2").Select(h => h.TextContent).Take(2));
        string[] places = [.. page.QuerySelectorAll("section[aria-labelledby=y-2022] tbody a").Select(a => a.GetAttribute("href")!.Split('/')[^2])];
        Assert.Equal(["s2022-990102-b", "s2022-990121-b", "s2022-990202-b", "s2022-990222-b"], places);
        Assert.NotNull(Page("sitemap/").QuerySelector("a[href$='surveys/']"));
        Assert.Contains(Site.Files.Keys, f => f == "releases/2022.2/data/survey-answers.csv");
    }
}
