using AngleSharp.Dom;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Components;
using Portal.Site.Pages;
using Portal.Site.Text;

namespace Portal.Site.Tests.Pages;

/// <summary>
/// The method sheet's five schools in words: shares 0.0253 %, 7.9655, 48.1324, 42.2527, 1.6240 (exact fractions, see the domain's
/// tests); to 5 books a pupil the coefficient would be 0.3152. Without one school it would be 0.556, 0.496, 0.477, 0.321, 0.584.
/// </summary>
public class DriversPagesTests
{
    // The year before all schools had 4 books a pupil.
    private static SiteContext Site() => HandSite.Site(more: HandSite.Release("2022", 1, [.. HandSite.County(HandSite.Within, 5, 4)], published: new DateOnly(2023, 5, 20)));

    private static WhyStage Stage(PlaceCode county) => CountyPage.Create(Site(), county).Why.Single().Stages.Single();

    [Fact]
    public void Schools_stand_by_their_codes_with_side_and_share()
    {
        WhySchools schools = Stage(HandSite.Within).Schools!;

        Assert.Equal(("生均图书册数", "6.3 册"), (schools.Label, schools.Mean));
        Assert.Equal(["1 小", "2 小", "3 小", "4 小", "5 小"], schools.Rows.Select(r => r.Name));
        Assert.Equal(["低于县均", "低于县均", "高于县均", "低于县均", "高于县均"], schools.Rows.Select(r => r.Side));
        // Floors 0.0, 7.9, 48.1, 42.2, 1.6 leave 0.2: to 7.9655 and 42.2527, whose remainders are largest.
        Assert.Equal(["0.0%", "8.0%", "48.1%", "42.3%", "1.6%"], schools.Rows.Select(r => r.Share));
        Assert.Equal([0, -8.0, 48.1, -42.3, 1.6], schools.Figure!.Bars.Select(b => b.Value == 0 ? 0 : b.Value));
        Assert.Equal("低 8.0%", schools.Figure.Bars[1].Text);
    }

    [Fact]
    public void The_change_adds_up_to_the_printed_one()
    {
        WhyIndicators parts = Stage(HandSite.Within).Indicators!;

        Assert.Equal(new WhyIndicator("生均图书册数", "indicators/basic/books/", "0.515", "100.0%", "+0.515"), Assert.Single(parts.Rows));
        Assert.Equal(new WhyIndicator("综合", null, "0.515", "100.0%", "+0.515"), parts.Foot);
        Assert.Equal("2022 年", parts.Since);
        Assert.Null(Stage(HandSite.Over).Indicators!.Figure);
    }

    [Fact]
    public void Raising_to_the_standard_is_shown_for_each_and_all()
    {
        Assert.Equal(
            [new RaisedRow("生均图书册数", "indicators/basic/books/", "5.0 册", "2 所", "0.515", "0.315"), new RaisedRow("综合", null, "", "", "0.515", "0.315")],
            Stage(HandSite.Within).Raised);
    }

    [Fact]
    public void Stability_is_a_sentence_without_a_name()
    {
        Assert.Equal("去掉任何一所学校，结论都不变。", Stage(HandSite.Within).Stability);
        Assert.Equal("有一所学校左右着结论：单凭它一所，结论就会不同。", Stage(HandSite.Over).Stability);
        Assert.Equal("数据不全，没有结论可以检验。", Stage(HandSite.Missing).Stability);
        Assert.Empty(CountyPage.Create(Site(), HandSite.Small).Why);
        Assert.Null(CountyPage.Create(Site(), HandSite.Small).Drivers);
    }

    [Fact]
    public void All_of_one_settlement_have_nothing_between()
    {
        WhyGroups groups = Stage(HandSite.Within).Groups!;

        Assert.Null(groups.Figure);
        Assert.Equal(new GroupRow("未填报", "5", "302", "6.3 册", "100.0%"), Assert.Single(groups.Rows));
        Assert.Equal("0.0%", groups.Between);
    }

    [Fact]
    public void A_scheme_for_reference_is_on_the_page_of_drivers_and_judges_nothing()
    {
        DriversPage page = DriversPage.Create(Site(), HandSite.Within);

        Assert.Equal([("基本均衡", false), ("优质均衡", true)], page.Sections.Select(s => (s.Short, s.ForReference)));
        Assert.StartsWith("生均图书册数：有一所学校左右着是否大于限值的结果", page.Sections[1].Stages[0].Stability, StringComparison.Ordinal);
        IDocument html = Rendered.Document<DriversView>(("Site", Site()), ("Model", page));
        IElement reference = html.QuerySelector("#why-quality")!;
        Assert.Contains("限值和标准都没有对它适用", reference.TextContent);
        Assert.DoesNotContain("超过限值", reference.TextContent);
        Assert.DoesNotContain("未达标", html.Body!.TextContent);
        Assert.Equal(["综合", "图书"], page.Sections[0].Stages[0].Shares!.Columns);
        Assert.Equal(["42.3%", "低 42.3%"], page.Sections[0].Stages[0].Shares!.Rows[3].Cells);
    }

    [Fact]
    public void The_county_says_what_a_share_is_not_and_has_a_table_beside_each_chart()
    {
        IDocument html = Rendered.Document<CountyView>(("Site", Site()), ("Model", CountyPage.Create(Site(), HandSite.Within)));
        IElement why = html.QuerySelector("#why")!;

        Assert.Contains("份额不是过错", why.TextContent);
        Assert.Contains("这只是算术，不是计划", why.TextContent);
        Assert.Equal(2, why.QuerySelectorAll("svg.chart").Length);
        Assert.All(why.QuerySelectorAll("svg.chart"), svg => Assert.NotNull(svg.Closest(".two")!.QuerySelector("table")));
        Assert.Contains(why.QuerySelectorAll("a"), a => a.GetAttribute("href") == "places/990101/drivers/");
        Assert.Contains(html.QuerySelectorAll(".toc a"), a => a.GetAttribute("href") == "#why");
    }

    [Fact]
    public void Many_schools_are_on_the_page_of_drivers()
    {
        (School School, Cell Pupils, Cell Books)[] five = [.. HandSite.County(HandSite.Within, 5)];
        (School, Cell, Cell)[] many = [.. Enumerable.Range(0, 41).Select(i => five[i % 5] with { School = five[i % 5].School with { Id = new SchoolId($"9901{i:D3}") } })];
        SiteContext site = HandSite.Site(more: HandSite.Release("2024", 1, many));
        WhySchools county = CountyPage.Create(site, HandSite.Within).Why[0].Stages[0].Schools!;
        DriversPage page = DriversPage.Create(site, HandSite.Within);

        Assert.Equal((41, 0, true), (county.Count, county.Rows.Count, county.Figure is null));
        Assert.Equal(41, page.Sections[0].Stages[0].Schools!.Figure!.Bars.Count);
        Assert.Equal(41, page.Sections[0].Stages[0].Shares!.Rows.Count);
        Assert.NotNull(Rendered.Document<DriversView>(("Site", site), ("Model", page)).QuerySelector("details.fold svg.chart"));
        Assert.Equal(1000, page.Sections[0].Stages[0].Shares!.Rows.Sum(r => (int)Math.Round(double.Parse(r.Cells[0][..^1], System.Globalization.CultureInfo.InvariantCulture) * 10)));
    }

    [Fact]
    public void A_school_says_its_share_as_its_county_does()
    {
        SchoolPage page = SchoolPage.Create(Site(), new SchoolId("9901013"));

        Assert.Equal(["基本均衡", "优质均衡"], page.Shares.Select(s => s.Short));
        Assert.Equal([("综合", "42.3%"), ("生均图书册数", "42.3%，低于县均")], page.Shares[0].Rows.Select(r => (r.Label, r.Cells.Single())));
        Assert.True(page.Shares[1].ForReference);
        Assert.Empty(SchoolPage.Create(Site(), new SchoolId("9901040")).Shares);
        IDocument html = Rendered.Document<SchoolView>(("Site", Site()), ("Model", page));
        Assert.Contains(html.QuerySelectorAll("details.fold"), d => d.TextContent.Contains("份额不是过错，也不是评价", StringComparison.Ordinal));
    }

    /// <summary>data.md §6: a column that is disclosed by county only.</summary>
    [Fact]
    public void What_is_withheld_has_no_parts_on_any_page()
    {
        Column books = new("books", "图书", "册", null, ColumnKind.Asset, 0, Disclosure.County, "", null, "");
        SiteContext site = HandSite.Site(vocabulary: new Vocabulary([.. HandSite.Vocabulary.Columns, books], HandSite.Vocabulary.Types, HandSite.Vocabulary.Codes));
        WhyStage stage = CountyPage.Create(site, HandSite.Within).Why[0].Stages[0];

        Assert.Null(stage.Schools);
        Assert.Null(stage.Groups);
        Assert.Empty(stage.Raised);
        Assert.Equal("生均图书册数：按规定不公布逐校的数，份额、城乡之分和补到标准的结果也不公布。", stage.Silent);
        Assert.Null(DriversPage.Create(site, HandSite.Within).Sections[0].Stages[0].Shares);
        Assert.Empty(SchoolPage.Create(site, new SchoolId("9901013")).Shares);
    }

    /// <summary>0.6499996 keeps to 0.65 and prints as 0.650: its margin is less than 0.001, not 0.000. 0.65 itself is at the limit.</summary>
    [Theory]
    [InlineData(0.6499996, "在限值内，余不到 0.001")]
    [InlineData(0.65, "在限值内，正好等于限值")]
    [InlineData(0.6500004, "超过限值 0.0000004")]
    [InlineData(0.482, "在限值内，余 0.168")]
    public void A_margin_never_prints_as_nothing(double value, string words)
    {
        SiteContext site = Site();
        Scheme scheme = site.Data.Schemes[0];
        StageResult result = site.Findings.Find(new ReleaseId("2023", 1), HandSite.Within, HandSite.Basic, scheme.Stages[0].Id)!;
        IndicatorResult composite = result.Composite! with { Value = value, Outcome = Comparison.Judge(value, 0.65, Sense.AtMost) };

        Assert.Equal(words, StageState.Of(scheme, scheme.Stages[0].Id, result with { Composite = composite }).WithMargin);
    }
}
