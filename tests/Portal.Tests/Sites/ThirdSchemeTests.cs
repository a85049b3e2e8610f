using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Portal.Commands;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Pages;

namespace Portal.Tests.Sites;

/// <summary>
/// A scheme that nobody wrote code for: other stages, columns, types, limits, points, all by data (tests/third-scheme). What it comes to
/// is compared with check.py beside it, which works in fractions and without the program. 乙县 has not applied for it.
/// </summary>
public sealed partial class ThirdSchemeTests
{
    private static readonly Lazy<RenderedSite> Site = new(() => RenderedSite.Of(new SiteFolders(
        "third-scheme", Repository.At("tests/third-scheme/data"), Repository.At("tests/third-scheme/common"), Repository.At("tests/third-scheme/input"), Repository.At("tests/sites/none"), Repository.At("tests/sites/theme"), "")));

    [Fact]
    public void Its_gates_come_to_what_fractions_say()
    {
        string[][] expected = [.. File.ReadLines(Repository.At("tests/third-scheme/expected.csv")).Skip(1).Select(l => l.Split(','))];
        Assert.Equal(14, expected.Length);
        Dataset data = Site.Value.Plan.Site.Data;
        GateLine[] lines = [.. data.Places.CountiesOf(new PlaceCode("990000")).SelectMany(c => Site.Value.Plan.Site.Findings.Verdict(data.Latest!.Id, c.Code, data.Schemes[0].Id)!.Lines)];
        Assert.Equal(expected.Select(r => $"{r[1]} {r[2]} {r[3]}"), lines.Select(l => $"{l.Gate.Id} {l.Stage?.Value} {l.Outcome}"));
        foreach ((string[] row, GateLine line) in expected.Zip(lines))
        {
            Near(row[4], line.Value);
            Near(row[5], line.Gate.Kind == GateKind.Satisfaction && double.IsNaN(line.Value) ? double.NaN : line.Of);
            Near(row[6], line.Limit);
        }
    }

    [Fact]
    public void The_whole_site_is_made_and_says_it_in_words()
    {
        Assert.Empty(Site.Value.Problems);
        string county = Text("places/990011/");
        Assert.Contains("供餐场地：未达到", county, StringComparison.Ordinal);
        Assert.Contains("校际均衡幼儿园0.139≤ 0.12超 0.019未达到", county, StringComparison.Ordinal);
        Assert.Contains("校际均衡高中最大 0.101每项 ≤ 0.05超 0.051，1 项大于限值未达到", county, StringComparison.Ordinal);
        Assert.Contains("管理评分61.5 分≥ 60 分余 1.5 分达到", county, StringComparison.Ordinal);
        Assert.Contains("家长与教工意见90.0%≥ 90%余 0.0 个百分点达到", county, StringComparison.Ordinal);
        Assert.Contains("甲一幼（120 人）", county, StringComparison.Ordinal);
        string indicators = Text("indicators/");
        Assert.Contains("幼儿园综合 ≤ 0.12，高中综合 ≤ 0.10，高中1 项各自 ≤ 0.05", indicators, StringComparison.Ordinal);
        Assert.Contains("供餐补助逐年增长", indicators, StringComparison.Ordinal);
        Assert.DoesNotContain("基本均衡", county + indicators, StringComparison.Ordinal);
    }

    /// <summary>Nowhere on the pages of a county that has not applied, nor on those of its schools.</summary>
    [Fact]
    public void A_county_that_has_not_applied_is_never_said_to_fail()
    {
        string[] pages = [.. Site.Value.Pages.Select(p => p.Address).Where(a => a.Contains("990012", StringComparison.Ordinal) || a.Contains("99001200", StringComparison.Ordinal))];
        Assert.True(pages.Length >= 6, string.Join(' ', pages));
        foreach (string address in pages)
        {
            string text = Text(address);
            Assert.False(Fails().IsMatch(text), $"{address}: {Fails().Match(text).Value}");
        }

        Assert.Contains("还有差距", Text("places/990012/"), StringComparison.Ordinal);
        foreach (string address in new[] { "", "places/990000/", "releases/2024.1/" })
        {
            IElement[] named = [.. new HtmlParser().ParseDocument(Site.Value.Html(address)).QuerySelectorAll("tr, li, dd").Where(e => e.TextContent.Contains("乙县", StringComparison.Ordinal))];
            Assert.All(named, e => Assert.False(Fails().IsMatch(e.TextContent), $"{address}: {e.TextContent}"));
        }
    }

    [Fact]
    public void In_the_demonstration_neither()
    {
        RenderedSite site = RenderedSite.Bundled("demonstration");
        Dataset data = site.Plan.Site.Data;
        int seen = 0;
        foreach (Place county in data.Places.CountiesOf(new PlaceCode("990000")))
        {
            CountyContext context = CountyContext.Of(site.Plan.Site, county.Code, null);
            foreach (Scheme scheme in context.Schemes.Where(context.ForReference))
            {
                IElement main = new HtmlParser().ParseDocument(site.Html($"places/{county.Code}/")).QuerySelector("main")!;
                string[] parts = [Part(main, "gates-" + scheme.Id), Part(main, "items-" + scheme.Id), main.QuerySelector(".card.ju")!.OuterHtml, main.QuerySelector("#coef-" + scheme.Id)!.OuterHtml];
                foreach (string part in parts)
                {
                    Assert.False(Fails().IsMatch(part) || part.Contains("mk-no", StringComparison.Ordinal), $"{county.Name}: {Fails().Match(part).Value}");
                    seen += part.Contains("差距", StringComparison.Ordinal) ? 1 : 0;
                }
            }
        }

        Assert.True(seen > 20, $"Only {seen} parts were looked at.");
    }

    // The heading and all that follows it up to the next heading of its kind.
    private static string Part(IElement main, string heading)
    {
        string all = "";
        for (IElement? at = main.QuerySelector("#" + heading); at is not null && (all.Length == 0 || at.LocalName != "h3"); at = at.NextElementSibling)
        {
            all += at.OuterHtml;
        }

        Assert.NotEqual("", all);
        return all;
    }

    private static string Text(string address)
    {
        AngleSharp.Html.Dom.IHtmlDocument page = new HtmlParser().ParseDocument(Site.Value.Html(address));
        return Spaces().Replace(page.QuerySelector("main")!.TextContent.Replace("\n", "", StringComparison.Ordinal), " ");
    }

    private static void Near(string expected, double value)
    {
        if (expected.Length == 0)
        {
            Assert.True(double.IsNaN(value), value.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            Assert.Equal(double.Parse(expected, CultureInfo.InvariantCulture), value, 1e-12);
        }
    }

    [GeneratedRegex("未达标|未达到|不达标|没有达到|超过限值|不合格")]
    private static partial Regex Fails();

    [GeneratedRegex(" {2,}")]
    private static partial Regex Spaces();
}
