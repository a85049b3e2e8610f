using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Portal.Tests.Sites;

/// <summary>The real figures of data/published as their documents print them, in their documents' words, with nothing of ours added.</summary>
public sealed partial class PublishedFiguresTests
{
    [Fact]
    public void Wangjiang_has_its_documents_figures_and_words_and_no_limit()
    {
        IHtmlDocument page = Page("places/340827/");
        IElement main = page.QuerySelector("main")!;
        string[] rows = Rows(main);
        Assert.Contains(rows, r => Row(r, "小学", "综合", "0.53", "原文：达到国家标准"));
        Assert.Contains(rows, r => Row(r, "初中", "综合", "0.47", "原文：达到国家标准"));
        foreach ((string stage, string label, string value) in new[]
        {
            ("小学", "体育运动场馆", "0.85"), ("小学", "计算机", "0.81"), ("小学", "中级及以上", "0.93"), ("小学", "教学仪器设备", "0.62"),
            ("初中", "体育运动场馆", "0.68"), ("初中", "计算机", "0.58"),
        })
        {
            Assert.Contains(rows, r => Row(r, stage, label, value, "原文：未达到国家标准"));
        }

        Assert.Empty(page.QuerySelectorAll("svg [class*=limit], svg .lim, svg line[stroke-dasharray]"));
        Assert.Contains("本站不画限值线", main.QuerySelector("#published .hint")!.TextContent, StringComparison.Ordinal);
        main.QuerySelector("#published .hint")!.Remove();
        string text = main.TextContent;
        Assert.DoesNotContain("限值", text, StringComparison.Ordinal);
        Assert.DoesNotContain("超过", text, StringComparison.Ordinal);
        Assert.DoesNotContain("0.65", text, StringComparison.Ordinal);
        Assert.DoesNotContain("0.55", text, StringComparison.Ordinal);
        string source = Space().Replace(main.QuerySelector("#published p.src")!.TextContent, " ");
        Assert.Contains("全县推进义务教育均衡发展动员大会讲话", source, StringComparison.Ordinal);
        Assert.Contains("转载", source, StringComparison.Ordinal);
    }

    [Fact]
    public void Wangjiang_has_no_coefficient_that_its_document_does_not_have()
    {
        // Every number below 1 with two or more decimals on the page is one of the eight printed values.
        string[] printed = ["0.53", "0.47", "0.85", "0.81", "0.93", "0.62", "0.68", "0.58"];
        string text = Page("places/340827/").QuerySelector("main")!.TextContent;
        string[] found = [.. Decimal().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(printed.Order(StringComparer.Ordinal), found);
    }

    [Fact]
    public void Fujian_has_both_years_of_satisfaction_and_both_changes()
    {
        string[] rows = Rows(Page("places/350000/").QuerySelector("main")!);
        Assert.Contains(rows, r => Row(r, "2012", "93.6%"));
        Assert.Contains(rows, r => Row(r, "2016", "97.2%"));
        foreach (string value in new[] { "0.59", "0.42", "0.46", "0.37" })
        {
            Assert.Contains(rows, r => Row(r, value, "原文没有判断"));
        }
    }

    [Theory]
    [InlineData("500108", "91%", "100%", "96.5%")] // 南岸
    [InlineData("500101", "97.5%", "99%", "100%")] // 万州
    [InlineData("500106", "96.9%", "100%", "96%")] // 沙坪坝
    public void Three_districts_have_their_published_rates_with_their_source_and_no_verdict(string place, params string[] rates)
    {
        IElement section = Page($"places/{place}/").QuerySelector("#survey")!;
        Assert.Equal(rates, section.QuerySelectorAll("tbody td b").Select(b => b.TextContent));
        Assert.Contains("转载", section.QuerySelector("p.src")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(section.QuerySelector("p.src a[href*='sources/chongqing-speech/']"));
        Assert.Null(section.QuerySelector(".st"));
        Assert.Null(Page($"places/{place}/").QuerySelector("#surveys"));
    }

    [Fact]
    public void Miyun_has_its_facts_and_its_recognition()
    {
        IElement main = Page("places/110118/").QuerySelector("main")!;
        string[] rows = Rows(main);
        Assert.Contains(rows, r => Row(r, "督学责任区", "6 个"));
        Assert.Contains(rows, r => Row(r, "督学", "68 名"));
        Assert.Contains(rows, r => Row(r, "素质教育督导评估的单位", "66 个"));
        Assert.Contains(rows, r => Row(r, "督评指标", "50 个"));
        Assert.Contains(rows, r => Row(r, "满意度调研", "11 年"));
        Assert.Contains("优质均衡", main.TextContent, StringComparison.Ordinal);
        Assert.Contains("2024", main.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("530000", "不低于 49 县")]
    [InlineData("150800", "不低于 93%")]
    [InlineData("150800", "不低于 100%")]
    [InlineData("150825", "通过自治区义务教育均衡发展督导评估验收")]
    public void Promises_stand_as_targets(string place, string words)
    {
        IElement targets = Page($"places/{place}/").QuerySelector("#targets") ?? throw new InvalidOperationException("No section of targets.");
        Assert.Contains(words, Space().Replace(targets.TextContent, " "), StringComparison.Ordinal);
        Assert.Contains("转载", targets.QuerySelector("p.src")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(targets.QuerySelector("p.src a[href*='sources/']"));
        Assert.DoesNotContain("本站测算", targets.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void All_promises_stand_in_one_list_by_place_and_none_is_called_missed()
    {
        IHtmlDocument page = Page("promises/");
        IElement[] places = [.. page.QuerySelectorAll("main section[id^=p]")];
        Assert.Equal(places.Select(p => p.Id).Order(StringComparer.Ordinal), places.Select(p => p.Id));
        Assert.Equal(22, places.Sum(p => p.QuerySelectorAll("tbody tr").Length));
        Assert.DoesNotContain("逾期未兑现", string.Concat(places.Select(p => p.TextContent)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_promise_without_a_number_is_not_judged_by_number()
    {
        string[] rows = Rows(Page("places/530000/").QuerySelector("#targets")!);
        string row = Assert.Single(rows, r => r.Contains("66人以上超大班额", StringComparison.Ordinal));
        Assert.Contains("未写数值", row, StringComparison.Ordinal);
        Assert.DoesNotContain("未达到", row, StringComparison.Ordinal);
        Assert.DoesNotContain("已达到", row, StringComparison.Ordinal);
        Assert.Contains("不按数判断", row, StringComparison.Ordinal);
    }

    [Fact]
    public void No_contact_of_a_real_place_is_invented()
    {
        RenderedSite site = RenderedSite.Bundled("published");
        foreach (string address in site.Pages.Select(p => p.Address))
        {
            IHtmlDocument page = new HtmlParser().ParseDocument(site.Html(address));
            Assert.Empty(page.QuerySelectorAll("a[href^='tel:'], a[href^='mailto:']"));
            Assert.Contains("本站未登记该地反馈渠道", page.QuerySelector("p.fb")!.TextContent, StringComparison.Ordinal);
        }
    }

    private static IHtmlDocument Page(string address) => new HtmlParser().ParseDocument(RenderedSite.Bundled("published").Html(address));

    private static string[] Rows(IElement part) => [.. part.QuerySelectorAll("tr").Select(r => Space().Replace(string.Join(" | ", r.Children.Select(c => c.TextContent.Trim())), " "))];

    private static bool Row(string row, params string[] words) => words.All(w => row.Contains(w, StringComparison.Ordinal));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"(?<![\d.])0\.\d{2,}(?![\d.])")]
    private static partial Regex Decimal();
}
