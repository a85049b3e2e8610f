using System.Runtime.CompilerServices;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Problems;
using Portal.Site.Components;
using Portal.Site.Pages;
using Portal.Site.Plan;
using Portal.Sources;

namespace Portal.Site.Tests.Pages;

/// <summary>经费 and 承诺与兑现 from the files of data/demonstration; rates worked out by hand from tests/Portal.SampleData/Money.cs.</summary>
public class MoneyPagesTests
{
    private static readonly Lazy<SiteContext> Made = new(() => Read());
    private static readonly PlaceCode Qingdu = new("990121");

    internal static SiteContext Site => Made.Value;

    [Fact]
    public void Two_growths_that_two_decimals_would_print_alike_get_a_third()
    {
        // 25830/24160 − 1 = 6.9123 %, 62328/58300 − 1 = 6.9091 %.
        FundingCell cell = Row(Qingdu, "教育拨款的增长高于财政经常性收入的增长").Cells[2];
        Assert.Equal(("2023 年", "ok", "达到"), (cell.Year, cell.Shape, cell.Word));
        Assert.Equal(["义务教育预算内拨款 25,830 万元，增长 6.912%", "地方财政经常性收入 62,328 万元，增长 6.909%"], cell.Lines);
    }

    [Fact]
    public void Pay_that_stands_still_does_not_grow_and_a_fall_is_said_as_one()
    {
        Assert.Equal(("no", "教职工年人均工资 91,700 元，与上年持平"), Of(Row(Qingdu, "初中教师工资逐年增长").Cells[1]));
        // 13290/13310 − 1 = −0.1503 %.
        Assert.Equal(("no", "生均预算内教育事业费 13,290 元，下降 0.15%"), Of(Row(Qingdu, "初中生均教育经费逐年增长").Cells[2]));
    }

    [Fact]
    public void The_national_share_is_for_reference_in_a_county()
    {
        // 36900/962000 = 3.8358 %.
        FundingCell cell = Row(Qingdu, "财政性教育经费占生产总值的比例不低于 4%（全国的要求）").Cells[2];
        Assert.Equal(("na", "参考，不判断", "占 3.84%（全国要求不低于 4%）"), (cell.Shape, cell.Word, cell.Lines[^1]));
    }

    [Fact]
    public void Just_below_a_tenth_is_not_printed_as_a_tenth()
    {
        // 520.9/5210 = 9.9981 %.
        FundingCell cell = Row(Qingdu, "土地出让净收益的 10% 计提教育资金").Cells[2];
        Assert.Equal(("no", "占 9.998%（要求不低于 10%）"), Of(cell));
    }

    [Fact]
    public void A_missing_year_is_said_and_not_guessed()
    {
        IReadOnlyList<FundingCell> cells = Row(new PlaceCode("990222"), "教育拨款的增长高于财政经常性收入的增长").Cells;
        Assert.Equal(["未达到", "数据不全", "数据不全"], cells.Select(c => c.Word));
        Assert.Equal("义务教育预算内拨款：2022 年待填报", cells[1].Lines[0]);
        Assert.Equal("义务教育预算内拨款 20,600 万元（2022 年待填报）", cells[2].Lines[0]);
        Assert.Equal("生均预算内公用经费：2020、2021 年不予公布", Row(new PlaceCode("990222"), "初中生均公用经费逐年增长").Cells[0].Lines.Single());
        Assert.Equal("不适用", Row(new PlaceCode("990222"), "土地出让净收益的 10% 计提教育资金").Cells[0].Word);
    }

    [Fact]
    public void The_section_marks_itself_as_worked_out_and_names_its_documents()
    {
        IHtmlDocument page = Rendered.Document<CountyView>(("Site", Site), ("Model", CountyPage.Create(Site, Qingdu)));
        IElement section = page.QuerySelector("#funding")!;
        Assert.Equal("算", section.QuerySelector("h2 .seal-suan")!.TextContent);
        Assert.Contains("不是认定", section.QuerySelector(".hint")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["三个增长", "两个比例", "两个只增不减", "教育费附加", "土地出让"], section.QuerySelectorAll("h3").Select(h => h.TextContent));
        Assert.Contains(section.QuerySelectorAll("p.src a"), a => a.GetAttribute("href")!.EndsWith("sources/finance-2023/", StringComparison.Ordinal));
        Assert.Contains("没有读到原文", section.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".toc a[href='#funding']"));
        Assert.Contains(SourcePage.Create(Site, new SourceId("finance-2023")).Values, v => v == new ReadValue(Qingdu, "青渡县", "2023", "义务教育预算内拨款", "25830 万元"));
    }

    [Fact]
    public void A_place_without_figures_has_no_section()
    {
        Assert.Null(CountyPage.Create(Site, new PlaceCode("990122")).Funding);
        Assert.DoesNotContain("id=\"funding\"", Rendered.Html<CountyView>(("Site", Site), ("Model", CountyPage.Create(Site, new PlaceCode("990122")))));
    }

    [Fact]
    public void Each_state_of_a_promise_appears_somewhere()
    {
        PromisesPage page = PromisesPage.Create(Site);
        Assert.Equal(Enum.GetValues<PromiseState>(), page.Places.SelectMany(p => p.Part.Targets).Select(t => t.Kind).Distinct().Order());
        Assert.Equal(page.Places.Select(p => p.Anchor).Order(StringComparer.Ordinal), page.Places.Select(p => p.Anchor));
        Assert.Equal(["2021 年", "2023 年", "2023 年", "2023 年"], page.Places.Single(p => p.Place.Label == "汀兰区").Part.Targets.Select(t => t.Year));
    }

    [Fact]
    public void A_promise_is_kept_late_when_a_later_report_reaches_it()
    {
        PromiseRow row = Promises("990102").Single(t => t.Measure == "66人以上超大班额");
        Assert.Equal((PromiseState.Late, "逾期兑现"), (row.Kind, row.State));
        Assert.Equal(["2021 年报告 2 个", "2022 年报告 0 个，达到目标"], row.Reports.Select(r => r.Words));
    }

    [Fact]
    public void Finance_and_tables_of_schools_report_too()
    {
        PromiseRow funds = Promises("990102").Single(t => t.Measure == "小学生均公用经费");
        Assert.Equal(("已兑现", "2023 年报告 950 元"), (funds.State, funds.Reports.Single().Words));
        Assert.Equal("2018—2023 年县级教育经费执行情况（演示）", funds.Reports.Single().Source!.Title);
        PromisePart school = SchoolPage.Create(Site, new SchoolId("2199004003")).Promises!;
        Assert.Null(SchoolPage.Create(Site, new SchoolId("2199004002")).Promises);
        Assert.Equal(("逾期未兑现", "2023 年报告 1,207 m²"), (school.Targets.Single().State, school.Targets.Single().Reports.Single().Words));
        Assert.Null(school.Targets.Single().School);
        Assert.Equal("逾期未开工", school.Projects.Single().State);
    }

    [Fact]
    public void What_is_worked_out_stands_beside_the_report()
    {
        // Nine counties of ten have been recognised; 听泉县 was deferred.
        PromiseRow row = Promises("990000").Single(t => t.Measure == "通过国家认定的县数");
        Assert.Equal(("逾期未兑现", "2023 年报告 9 个", "9 个，没有达到目标"), (row.State, row.Reports.Single().Words, row.Computed));
        IElement cell = Rendered.Document<AreaView>(("Site", Site), ("Model", AreaPage.Create(Site, new PlaceCode("990000")))).QuerySelector("#promises tbody td:last-child")!;
        Assert.Contains("本站测算：9 个", cell.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_earlier_release_judges_by_its_own_day()
    {
        // As of 11 May 2023 the year 2023 is not over.
        Release release = Site.Data.Release(new ReleaseId("2022", 1))!;
        PromisePart part = CountyPage.Create(Site, Qingdu, release).Published.Promises;
        Assert.All(part.Targets.Where(t => t.Year == "2023 年"), t => Assert.Equal(PromiseState.NotDue, t.Kind));
        Assert.All(part.Targets, t => Assert.Empty(t.Computed));
    }

    [Fact]
    public void A_county_lists_its_schools_promises_and_an_area_counts_what_is_below()
    {
        PromisePart part = CountyPage.Create(Site, Qingdu).Published.Promises;
        Assert.Equal([null, null, null, null, "青渡县第一小学", "青渡县第一小学", "柳汀乡中心小学", "禾浦中学"], part.Targets.Select(t => t.School?.Label));
        AreaPage city = AreaPage.Create(Site, new PlaceCode("990100"));
        Assert.Equal(["汀兰区", "青渡县"], city.PromisesBelow.Select(p => p.Place.Label));
        Assert.StartsWith("承诺 8 项：已兑现 2，逾期兑现 1，逾期未兑现 3，", city.PromisesBelow[1].Promises);
        Assert.Equal("项目 5 个：已完成 1，逾期完成 1，逾期未完成 2，在建 1", city.PromisesBelow[1].Projects);
    }

    [Fact]
    public void A_site_without_promises_has_neither_page_nor_menu_entry()
    {
        SiteContext empty = HandSite.Site();
        Assert.DoesNotContain(empty.Menu, m => m.Section == Section.Promises);
        Assert.Contains(Site.Menu, m => m.Address == Addresses.Promises);
        SiteContext one = HandSite.Site(targets: [new Target(HandSite.Within.Value, "2023", "recruited", Cell.Of(60, 0), Sense.AtLeast, "人", "新补充教师 60 人", HandSite.Report)]);
        Assert.Contains(one.Menu, m => m.Section == Section.Promises);
    }

    private static (string Shape, string Line) Of(FundingCell cell) => (cell.Shape, cell.Lines[^1]);

    private static FundingRow Row(PlaceCode place, string label) => CountyPage.Create(Site, place).Funding!.Groups.SelectMany(g => g.Rows).Single(r => r.Label == label);

    private static IReadOnlyList<PromiseRow> Promises(string place) => PromisePart.Of(Site, Site.Data.CurrentReleases, new PlaceCode(place)).Targets;

    private static SiteContext Read([CallerFilePath] string here = "")
    {
        string data = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "..", "data"));
        ProblemList problems = new();
        Dataset? set = DatasetReader.Read(Path.Combine(data, "demonstration"), Path.Combine(data, "common"), problems);
        Assert.True(set is not null && problems.Errors == 0, string.Join('\n', problems.Sorted()));
        return new SiteContext { Data = set, Findings = Findings.Compute(set), Words = [], Assets = new Dictionary<string, string>() };
    }
}
