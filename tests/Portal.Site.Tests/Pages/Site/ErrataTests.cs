using AngleSharp.Html.Parser;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Components;
using Portal.Site.Downloads;
using Portal.Site.Pages;
using Portal.Site.Plan;

namespace Portal.Site.Tests.Pages;

/// <summary>A corrected cell says what it was, wherever it stands; what may not be published is not told by its correction.</summary>
public class ErrataTests
{
    private static readonly SchoolId School = new(HandSite.Within + "0");
    private static readonly Correction Pupils = new("e1", "schools", School.Value, "pupils_primary", "54", "45", "两个数字写反", new DateOnly(2024, 5, 2)) { TableLabel = "学校", ColumnLabel = "小学在校生" };

    [Fact]
    public void The_schools_page_the_countys_table_and_its_list_show_what_it_was()
    {
        SiteContext site = HandSite.Site(more: HandSite.Release("2024", 1, HandSite.Schools(), corrections: [Pupils]));
        CountyPage county = CountyPage.Create(site, HandSite.Within);
        SchoolRow row = Assert.Single(county.Schools!.Townships.SelectMany(t => t.Rows), r => r.Fixes.Count > 0);
        Assert.Equal((School.Value, "原为 54 人，现为 45 人；两个数字写反；2024-05-02 更正"), (row.Id, row.Fixes[0].Words));
        Assert.Equal("1 小，小学在校生：原为 54 人，现为 45 人；两个数字写反；2024-05-02 更正", Assert.Single(county.Errata).Words);
        Assert.Empty(CountyPage.Create(site, HandSite.Over).Errata);
        SchoolPage school = SchoolPage.Create(site, School);
        Assert.Single(school.Errata);
        Assert.Equal("54 人", Assert.Single(school.Counts.First(c => c.Label == "学生").Fixes).Was);
        Assert.Contains(school.Raw, r => r.Label == "小学在校生" && r.Fixes.Count == 1);
        Assert.All(school.Stages[0].Rows, r => Assert.Single(r.Fixes));
        Assert.Empty(SchoolPage.Create(site, new SchoolId(HandSite.Within + "1")).Errata);
    }

    [Fact]
    public void The_release_lists_its_errata_and_the_mark_is_text()
    {
        SiteContext site = HandSite.Site(more: HandSite.Release("2024", 1, HandSite.Schools(), corrections: [Pupils]));
        Assert.Equal("54 人", Assert.Single(ReleasePage.Create(site, new ReleaseId("2024", 1)).Errata).Fix.Was);
        Assert.Empty(ReleasePage.Create(site, new ReleaseId("2023", 1)).Errata);
        string mark = new HtmlParser().ParseDocument(Rendered.Html<FixMark>(("Value", Fix.Of(site, site.Latest!, Pupils)))).Body!.TextContent;
        Assert.Equal("更正 小学在校生：原为 54 人，现为 45 人；两个数字写反；2024-05-02 更正", mark);
    }

    [Fact]
    public void A_row_that_was_added_or_removed_says_so()
    {
        SiteContext site = HandSite.Site();
        Fix added = Fix.Of(site, site.Latest!, Pupils with { Column = "", ColumnLabel = "", Was = "", Is = "1 小" });
        Assert.Equal(("新增的行", "没有这一行", "1 小"), (added.Label, added.Was, added.Is));
        Fix removed = Fix.Of(site, site.Latest!, Pupils with { Column = "", ColumnLabel = "", Is = "", Was = "1 小" });
        Assert.Equal(("删去的行", "1 小", "没有这一行"), (removed.Label, removed.Was, removed.Is));
        Assert.Equal("空着", Fix.Of(site, site.Latest!, Pupils with { Was = "" }).Was);
    }

    [Theory]
    [InlineData(Disclosure.County, null, "54", "45")]
    [InlineData(Disclosure.School, 50, "54", "45")]
    [InlineData(Disclosure.School, 10, "4", "45")]
    public void What_may_not_be_published_is_not_told_by_its_correction(Disclosure disclosure, int? least, string was, string now)
    {
        Vocabulary vocabulary = new(
            [new Column("pupils_primary", "小学在校生", "人", new StageId("primary"), ColumnKind.Pupils, 0, disclosure, "", least, "")],
            HandSite.Vocabulary.Types,
            HandSite.Vocabulary.Codes);
        Correction correction = Pupils with { Was = was, Is = now };
        SiteContext site = HandSite.Site(vocabulary: vocabulary, more: HandSite.Release("2024", 1, HandSite.Schools(), corrections: [correction]));
        Assert.Equal(("不予公布", "不予公布"), (Fix.Of(site, site.Latest!, correction).Was, Fix.Of(site, site.Latest!, correction).Is));
        DownloadTable table = ReleaseDownloads.Of(site, site.Latest!).Tables.Single(t => t.Name == "corrections");
        System.Buffers.ArrayBufferWriter<byte> bytes = new();
        table.Csv(table.Parts[0], bytes);
        Assert.EndsWith($"e1,schools,{School},pupils_primary,c,c,两个数字写反,2024-05-02\n", System.Text.Encoding.UTF8.GetString(bytes.WrittenSpan).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Published_figures_and_promises_show_what_they_were_beside_the_cell()
    {
        PlaceCode place = HandSite.Within;
        DateOnly day = new(2024, 5, 2);
        SourceId source = HandSite.Report;
        StageId stage = new("primary");
        Cell Of(long tenths) => Cell.Of(tenths, 1);
        Correction Erratum(string table, string row, string column) => new("x-" + table, table, row, column, "1.1", "2.2", "抄错", day) { TableLabel = table, ColumnLabel = "值" };
        Release release = HandSite.Release(
            "2024",
            1,
            HandSite.Schools(),
            facts: [new Fact(place, "2023", "teachers", "新教师", "", Of(22), "人", "", source), new Fact(place, "2022", "teachers", "新教师", "", Of(33), "人", "", source)],
            targets: [new Target(place.Value, "2025", "recruited", Of(22), Sense.AtLeast, "人", "", source), new Target(place.Value, "2026", "recruited", Of(33), Sense.AtLeast, "人", "", source)],
            corrections:
            [
                Erratum("facts", $"{place}/2023/teachers/新教师", "value"),
                Erratum("targets", $"{place}//2025/recruited", "target"),
                Erratum("coefficients", $"{place}//primary/basic/composite/", "value"),
                Erratum("satisfaction", $"{place}/2023/all/是否满意", "rate_percent"),
            ],
            coefficients: [new PublishedCoefficient(place, "", stage, HandSite.Basic, IndicatorId.Composite, Of(22), "", "", source), new PublishedCoefficient(place, "2022", stage, HandSite.Basic, IndicatorId.Composite, Of(33), "", "", source)],
            satisfaction: [new PublishedSatisfaction(place, "2023", "all", Of(22), "是否满意", source), new PublishedSatisfaction(place, "2022", "all", Of(33), "是否满意", source)]);
        PublishedPart part = PublishedPart.Of(HandSite.Site(more: release), [release], place);
        const string Words = "原为 1.1，现为 2.2；抄错；2024-05-02 更正";
        Assert.Equal([], part.Facts[0].Rows[0].Fixes);
        Assert.Equal(Words, Assert.Single(part.Facts[0].Rows[1].Fixes).Words);
        Assert.Equal([1, 0], part.Promises.Targets.Select(t => t.Fixes.Count));
        Assert.Equal([1, 0], part.Coefficients[0].Rows.Select(t => t.Fixes.Count));
        Assert.Equal([1, 0], part.Satisfaction.Select(t => t.Fixes.Count));
        AngleSharp.Html.Dom.IHtmlDocument page = new HtmlParser().ParseDocument(Rendered.Html<PublishedSections>(("Value", part), ("PlaceName", "甲县"), ("Root", "")));
        Assert.Equal(4, page.QuerySelectorAll("tr").Count(r => r.TextContent.Contains("更正 值：" + Words, StringComparison.Ordinal) && r.TextContent.Contains("2.2", StringComparison.Ordinal)));
        Assert.Equal(4, page.QuerySelectorAll(".fix").Length);

        // A newer release that says the row anew has nothing corrected.
        Release newer = HandSite.Release("2025", 1, HandSite.Schools(), facts: [new Fact(place, "2023", "teachers", "新教师", "", Of(44), "人", "", source)]);
        Assert.All(PublishedPart.Of(HandSite.Site(more: [newer, release]), [release, newer], place).Facts[0].Rows, r => Assert.Empty(r.Fixes));
    }

    [Fact]
    public void A_rate_that_is_no_more_is_not_told_by_its_erratum()
    {
        Correction rate = Pupils with { Table = "satisfaction", Row = $"{HandSite.Within}/2023/all/是否满意", Column = "rate_percent", Was = "91.1", Is = "92.2" };
        SiteContext site = HandSite.Site(more: HandSite.Release("2024", 1, HandSite.Schools(), corrections: [rate]));
        Assert.Equal("不予公布", Fix.Of(site, site.Latest!, rate).Was);
        Assert.Empty(Fix.OfRow(site, site.Latest!, "satisfaction", HandSite.Within.Value, "2023", "all", "是否满意"));
    }

    [Fact]
    public void A_figure_of_finance_shows_what_it_was_in_the_years_that_look_at_it()
    {
        PlaceCode place = new("990121");
        FinanceValue Figure(int year, long value) => new(place, year, null, "education-appropriation", Cell.Of(value, 0), new SourceId("finance-2023"));
        Correction figure = new("e1", "finance", place + "/2022//education-appropriation", "value", "24610", "24160", "两个数字写反", new DateOnly(2024, 5, 2)) { TableLabel = "经费", ColumnLabel = "值" };
        SiteContext site = MoneyPagesTests.Site;
        FundingCell[] Cells(params Correction[] corrections)
        {
            Release release = HandSite.Release("2024", 1, HandSite.Schools(), finance: [Figure(2022, 24160), Figure(2023, 25830)], corrections: corrections);
            return [.. FundingPart.Of(site, [.. site.Data.CurrentReleases, release], place)!.Groups.SelectMany(g => g.Rows).Single(r => r.Label == "教育拨款的增长高于财政经常性收入的增长").Cells];
        }

        // 2021 looks at 2020 and 2021, 2022 at 2021 and 2022, 2023 at 2022 and 2023.
        Assert.Equal([0, 1, 1], Cells(figure).Select(c => c.Fixes.Count));
        Fix fix = Cells(figure)[2].Fixes[0];
        Assert.Equal(("2022 年义务教育预算内拨款（值）", "原为 24610，现为 24160；两个数字写反；2024-05-02 更正"), (fix.Label, fix.Words));
        FundingPart part = new("", [new FundingGroup("三个增长", ["2023 年"], [new FundingRow("增长", "", [Cells(figure)[2]])], [])], TableNoteOf(site));
        Assert.Contains(fix.Words, new HtmlParser().ParseDocument(Rendered.Html<FundingSection>(("Value", part), ("PlaceName", "某县"), ("Root", ""))).QuerySelector("td .fix")!.TextContent, StringComparison.Ordinal);

        // A figure that is withheld from now on is not told by its erratum.
        Assert.All(Cells(figure with { Is = "c" }), c => Assert.Empty(c.Fixes));
    }

    [Fact]
    public void What_a_government_reports_for_an_item_shows_what_it_was()
    {
        Correction Erratum(string row) => new("e1", "government", row, "value", "0", "1", "漏报", new DateOnly(2024, 5, 2)) { TableLabel = "政府工作", ColumnLabel = "值" };
        SiteContext site = HandSite.Site(more: HandSite.Release("2024", 1, HandSite.Schools(), corrections: [Erratum("990101/basic/g01/"), Erratum("990101/basic/g02/done")]));
        IReadOnlyList<Fix> Of(string from) => Fix.OfInput(site, [site.Latest!], site.Latest!, HandSite.Within, new ItemInput("x", 1, CellState.Reported, from));
        Assert.Single(Of("government 990101/basic/g01"));
        Assert.Single(Of("government 990101/basic/g02/done"));
        Assert.Empty(Of("government 990101/basic/g02"));
        Assert.Empty(Of("government 990102/basic/g01"));
        Assert.Empty(Of("schools 990101"));
        ItemRow row = new(1, "布局规划", ["有"], [], "有依据", "", "ok", "达到", []) { Fixes = Of("government 990101/basic/g01") };
        ItemSection section = new("items-basic", "基本均衡", false, [new ItemGroup("政府", [row], [])], TableNoteOf(site));
        string cell = new HtmlParser().ParseDocument(Rendered.Html<CountyItems>(("Items", new[] { section }), ("PlaceName", "甲县"), ("Period", "2024 年"), ("Root", ""))).QuerySelector("tbody th")!.TextContent;
        Assert.Equal("1 布局规划更正 值：原为 0，现为 1；漏报；2024-05-02 更正", cell);
    }

    [Fact]
    public void The_classes_of_a_band_show_what_they_were_on_the_pages_of_the_school_and_the_county()
    {
        StageId stage = new("primary");
        Correction band = new("e1", "classes", School + "/primary/46", "classes", "3", "2", "多数了一个班", new DateOnly(2024, 5, 2)) { TableLabel = "班额", ColumnLabel = "班数" };
        Release release = HandSite.Release("2024", 1, HandSite.Schools(), corrections: [band], classes: [new ClassBand(School, stage, 0, 45, 1), new ClassBand(School, stage, 46, 55, 2)]);
        SiteContext site = HandSite.Site(more: release);
        SchoolPage page = SchoolPage.Create(site, School);
        const string Words = "原为 3，现为 2；多数了一个班；2024-05-02 更正";
        AngleSharp.Html.Dom.IHtmlDocument school = new HtmlParser().ParseDocument(Rendered.Html<SchoolClassesSection>(("Value", page.ClassSizes!), ("Root", "")));
        Assert.Equal(["1", "2更正 班数：" + Words], school.QuerySelectorAll("tbody td").Select(c => c.TextContent));
        CountyClassSizes county = CountyPage.Create(site, HandSite.Within).ClassSizes!;
        Assert.Equal(["1 小，46—55 人的班数：" + Words], county.Stages.SelectMany(s => s.Fixes).Select(f => $"{f.Label}：{f.Words}"));
        Assert.Contains(Words, Rendered.Document<ClassSizesSection>(("Value", county), ("PlaceName", "甲县"), ("Root", "")).QuerySelector("tbody th .fix")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_workbook_lists_the_errata_of_its_inputs_on_a_sheet_of_their_own()
    {
        SiteContext site = HandSite.Site(more: HandSite.Release("2024", 1, HandSite.Schools(), corrections: [Pupils]));
        Assert.Contains("勘误", Book(HandSite.Within), StringComparison.Ordinal);
        Assert.Contains("两个数字写反", Book(HandSite.Within), StringComparison.Ordinal);
        Assert.Contains("54 人", Book(HandSite.Within), StringComparison.Ordinal);
        Assert.DoesNotContain("勘误", Book(HandSite.Over), StringComparison.Ordinal);

        string Book(PlaceCode county)
        {
            System.Buffers.ArrayBufferWriter<byte> bytes = new();
            PlannedFile book = SitePlan.Create(site.Data, site.Findings, [], [], new Portal.Domain.Problems.ProblemList()).Files
                .Single(f => f.Path == Addresses.Workbook(site.Latest!.Id, county, HandSite.Basic, new StageId("primary")));
            book.Write(null!, bytes);
            using System.IO.Compression.ZipArchive zip = new(new MemoryStream(bytes.WrittenSpan.ToArray()));
            return string.Concat(zip.Entries.Select(e =>
            {
                using StreamReader reader = new(e.Open());
                return reader.ReadToEnd();
            }));
        }
    }

    [Fact]
    public void A_finding_of_the_ledger_shows_what_was_corrected()
    {
        Correction due = new("e1", "findings", "990101-07", "deadline", "2024-03-30", "2024-03-31", "日期抄错", new DateOnly(2024, 5, 2)) { TableLabel = "督导发现", ColumnLabel = "期限" };
        SiteContext site = HandSite.Site(more: HandSite.Release("2024", 1, HandSite.Schools(), corrections: [due], findings: RectificationPageTests.Findings));
        RectificationRow[] rows = [.. RectificationSection.Of(site, site.Ledger!, site.Ledger!.Of(HandSite.Within)).SelectMany(s => s.Rows)];
        Assert.Equal(["990101-07"], rows.Where(r => r.Fixes.Count > 0).Select(r => r.Id));
        AngleSharp.Html.Dom.IHtmlDocument table = new HtmlParser().ParseDocument(Rendered.Html<LedgerTable>(("Rows", rows), ("Caption", "台账"), ("Root", "")));
        Assert.Equal("更正 期限：原为 2024-03-30，现为 2024-03-31；日期抄错；2024-05-02 更正", Assert.Single(table.QuerySelectorAll("tbody .fix")).TextContent);
    }

    private static TableNote TableNoteOf(SiteContext site) => Sourcing.Computed(site, site.Latest!);
}
