using System.Buffers;
using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Site.Charts;
using Portal.Site.Components;
using Portal.Site.Downloads;
using Portal.Site.Pages;
using Portal.Site.Plan;
using Portal.Site.Tests.Downloads;

namespace Portal.Site.Tests.Pages;

/// <summary>
/// The ledger of the hand-made province on 2024-05-15. Its findings of 甲县 are those of the design's report page: 07 is 45 days late without a report, 08 is 76 days
/// late and did not pass its check, 09 is not yet due, 05 was done in time. 乙县 has a finding that repeats an earlier one.
/// </summary>
public class RectificationPageTests
{
    private static readonly SchoolId School = new("9901012");

    internal static readonly Finding[] Findings =
    [
        Finding("990101-05", "2023-11-13", "2024-01-31", "2024-01-19", "2024-01-26", "done"),
        Finding("990101-07", "2023-11-13", "2024-03-31") with { School = School, Matter = "teachers", Measure = "interview", Origin = FindingOrigin.Report, Report = "2023/junheng" },
        Finding("990101-08", "2023-11-13", "2024-02-29", "2024-02-27", "2024-03-20", "not-done"),
        Finding("990101-09", "2023-11-13", "2024-08-31"),
        Finding("990102-01", "2022-11-13", "2023-03-31", "2023-04-08", "2023-05-09", "done") with { Place = HandSite.Over },
        Finding("990102-02", "2024-04-15", "2024-05-31") with { Place = HandSite.Over, RepeatOf = "990102-01", Appeal = "称已经分班" },
        Finding("990102-03", "2024-04-15", "") with { Place = HandSite.Over },
    ];

    [Fact]
    public void A_deputy_goes_from_the_county_to_its_ledger_and_prints_what_is_overdue()
    {
        SiteContext site = Site();
        IDocument county = Html<CountyView>(site, CountyPage.Create(site, HandSite.Within));
        Assert.Contains(county.QuerySelectorAll(".toc a"), a => a.GetAttribute("href") == "#fix");
        IElement section = county.QuerySelector("#fix")!;
        Assert.Equal(["逾期 45 天", "逾期 76 天，核查未通过"], section.QuerySelectorAll(".st").Select(s => s.TextContent));
        string ledger = Assert.Single(section.QuerySelectorAll(".more a")).GetAttribute("href")!;
        Assert.Equal("places/990101/rectification/", ledger);

        PlannedPage planned = RectificationPlan.Files(site).OfType<PlannedPage>().Single(p => p.Address == ledger);
        IDocument page = Html<RectificationListView>(site, planned.Model());
        Assert.Equal(["overdue", "open", "done"], page.QuerySelectorAll("section").Select(s => s.Id));
        Assert.Equal(["f-990101-07", "f-990101-08"], page.QuerySelectorAll("#overdue tbody tr").Select(r => r.Id));
        Assert.Contains("截至 2024-05-15", page.QuerySelector("#overdue .src")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("甲县有 4 项：逾期 2 项，整改中 1 项，已完成 1 项。", page.QuerySelector(".lead p")!.TextContent.Split('，', 2)[1]);
        Assert.All(planned.Anchors!, a => Assert.NotNull(page.GetElementById(a)));

        // One real table a section, with a heading to repeat on each sheet; what a reader cannot press is left out in print.
        Assert.All(page.QuerySelectorAll("section"), s => Assert.NotNull(s.QuerySelector("table.cards > thead th[scope=col]")));
        string css = File.ReadAllText(Path.Combine(Root(), "theme", "site.css"));
        string print = css[css.LastIndexOf("@media print{", StringComparison.Ordinal)..];
        Assert.Contains("thead{display:table-header-group}", print, StringComparison.Ordinal);
        Assert.Contains("break-inside:avoid", print, StringComparison.Ordinal);
        Assert.Contains(".cards", print, StringComparison.Ordinal);
    }

    [Fact]
    public void A_finding_tells_its_steps_and_that_not_due_is_not_the_same_as_not_received()
    {
        SiteContext site = Site();
        RectificationRow[] rows = [.. RectificationListPage.Create(site, HandSite.Within).Sections.SelectMany(s => s.Rows)];
        Assert.Equal(["意见书 2023-11-13", "方案 没有记录", "报告 未收到", "核查 未核查", "销号 未销号"], rows.Single(r => r.Id == "990101-07").Steps.Select(s => $"{s.Label} {s.Text}"));
        Assert.Equal("未到期", rows.Single(r => r.Id == "990101-09").Steps[2].Text);
        Assert.Equal(["报告 2024-01-19", "核查 2024-01-26，已完成", "销号 2024-01-26"], rows.Single(r => r.Id == "990101-05").Steps.Skip(2).Select(s => $"{s.Label} {s.Text}"));
        Assert.Equal(["问责措施：约谈"], rows.Single(r => r.Id == "990101-07").Notes);
        RectificationRow[] other = [.. RectificationListPage.Create(site, HandSite.Over).Sections.SelectMany(s => s.Rows)];
        Assert.Equal("未收到（没有写期限）", other.Single(r => r.Id == "990102-03").Steps[2].Text);
        Assert.Equal(("未写期限", "整改中，未写期限"), (other.Single(r => r.Id == "990102-03").Due, other.Single(r => r.Id == "990102-03").StateText));
        // 2023-03-31 to 2023-04-08 are eight days.
        Assert.Equal("逾期完成（晚 8 天）", other.Single(r => r.Id == "990102-01").StateText);
        Assert.Equal("还有 16 天", other.Single(r => r.Id == "990102-02").StateText);
    }

    [Fact]
    public void A_repeat_leads_to_the_first_and_the_first_to_its_repeats()
    {
        RectificationRow[] rows = [.. RectificationListPage.Create(Site(), HandSite.Over).Sections.SelectMany(s => s.Rows)];
        Assert.Equal(new Crumb("990102-01", "places/990102/rectification/#f-990102-01"), rows.Single(r => r.Id == "990102-02").First);
        Assert.Equal([new Crumb("990102-02", "places/990102/rectification/#f-990102-02")], rows.Single(r => r.Id == "990102-01").Repeats);
    }

    [Fact]
    public void A_report_is_linked_only_where_the_site_has_its_page()
    {
        Assert.Null(RectificationListPage.Create(Site(), HandSite.Within).Sections[0].Rows[0].Origin.Address);
        SiteContext bare = Site();
        SiteContext site = new() { Data = bare.Data, Findings = bare.Findings, Words = [], Assets = bare.Assets, ReportFiles = [Report("2023/junheng")] };
        Assert.Equal(new Crumb("督导报告", "reports/2023/junheng/"), RectificationListPage.Create(site, HandSite.Within).Sections[0].Rows[0].Origin);
    }

    [Fact]
    public void The_whole_ledger_counts_by_state_and_lists_what_is_overdue_by_place_not_by_size()
    {
        RectificationPage page = RectificationPage.Create(Site());
        Assert.Equal("截至 2024 年 5 月 15 日，台账有 **7 项**：逾期 2 项，30 日内到期 1 项，整改中 2 项，已完成 2 项。", page.Lead[0]);
        Assert.Equal(
            [(RectificationState.Overdue, 2), (RectificationState.DueSoon, 1), (RectificationState.Open, 1), (RectificationState.NoDeadline, 1), (RectificationState.DoneLate, 1), (RectificationState.DoneInTime, 1)],
            page.States);
        Assert.Equal(["990101-07", "990101-08"], page.Sections[0].Rows.Select(r => r.Id));
        Assert.Equal([RectificationGroup.Overdue, RectificationGroup.DueSoon, RectificationGroup.Open], page.Sections.Select(s => s.Group));
        Assert.Equal(["甲县", "乙县"], page.Places.Select(p => p.Place.Label));
        Assert.Equal([("班额", 6), ("教师", 1)], page.Matters.Select(m => (m.Matter.Label, m.Count)));
    }

    /// <summary>
    /// By hand at the ends: by 2023-05-31 one notice (乙县, 2022-11-13), closed on 2023-05-09; on 2024-05-15 seven notices, two closed.
    /// </summary>
    [Fact]
    public void The_chart_has_the_numbers_of_the_table_beside_it()
    {
        SiteContext site = Site();
        LedgerFigure chart = RectificationPage.Create(site).Chart!;
        Assert.Equal(13, chart.Marks.Count);
        Assert.Equal(new LedgerCount(new DateOnly(2023, 5, 31), 0, 1), chart.Marks[0].Count);
        Assert.Equal(new LedgerCount(new DateOnly(2024, 5, 15), 5, 2), chart.Marks[^1].Count);
        // The axis begins at zero: 5 of 5 at the top, 0 at the bottom.
        Assert.Equal((LedgerFigure.Top, LedgerFigure.Bottom), (chart.Marks[^1].OpenY, chart.Marks[0].OpenY));
        IDocument html = Html<RectificationView>(site, RectificationPage.Create(site));
        Assert.Equal(["2024-05-15", "5", "2"], html.QuerySelectorAll("#time tbody tr:last-child > *").Select(c => c.TextContent));
        Assert.Contains("2024-05-15 未结 5 项，已结 2 项", html.QuerySelector("#time desc")!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual("", html.QuerySelector("#time svg > title")!.TextContent);
    }

    [Fact]
    public void A_school_shows_its_own_and_leads_to_the_ledger()
    {
        SiteContext site = Site();
        RectificationPart part = SchoolPage.Create(site, School).Rectification!;
        Assert.Equal(["990101-07"], part.Rows.Select(r => r.Id));
        Assert.Equal("places/990101/rectification/", part.Address);
        Assert.Null(SchoolPage.Create(site, new SchoolId("9901013")).Rectification);
        Assert.Contains("逾期 45 天", Html<SchoolView>(site, SchoolPage.Create(site, School)).QuerySelector("#fix")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_matter_has_a_list_of_its_own()
    {
        SiteContext site = Site();
        RectificationListPage page = RectificationListPage.Create(site, "teachers");
        Assert.Equal(("教师：整改台账", "990101-07"), (page.Heading, Assert.Single(Assert.Single(page.Sections).Rows).Id));
        Assert.Contains("甲县", Html<RectificationListView>(site, page).QuerySelector("tbody td[data-l=地方]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Home_area_and_monitoring_count_what_is_overdue()
    {
        SiteContext site = Site();
        Assert.Contains("整改（截至 2024 年 5 月 15 日）：逾期 2 项，30 日内到期 1 项", Html<HomeView>(site, HomePage.Create(site)).Body!.TextContent, StringComparison.Ordinal);
        RectificationSummary area = AreaPage.Create(site, HandSite.City).Rectification!;
        Assert.Equal([("甲县", "places/990101/rectification/"), ("乙县", "places/990102/rectification/")], area.Below.Select(b => (b.Place.Label, b.Place.Address!)));
        OverdueCounties overdue = MonitoringPage.Create(site, site.Data.Releases[^1]).Overdue!;
        Assert.Equal([(new Crumb("甲县", "places/990101/rectification/#overdue"), 2)], overdue.Rows);
    }

    [Fact]
    public void The_download_of_a_place_has_the_rows_of_its_page()
    {
        SiteContext site = Site();
        ArrayBufferWriter<byte> to = new();
        DownloadTable table = ReleaseDownloads.Of(site, site.Data.Releases[^1]).RectificationOf(HandSite.Within);
        table.Csv(table.Parts[0], to);
        List<string[]> rows = CsvTextTests.Rows(to.WrittenSpan.ToArray());
        string Cell(string[] row, string column) => row[Array.IndexOf(rows[0], column)];
        Assert.Equal(
            [("990101-05", "按期完成", ""), ("990101-07", "逾期", "45"), ("990101-08", "逾期", "76"), ("990101-09", "整改中", "")],
            rows.Skip(1).Select(r => (Cell(r, "finding"), Cell(r, "state"), Cell(r, "days_overdue"))));
        Assert.All(rows.Skip(1), r => Assert.Equal("2024-05-15", Cell(r, "as_of")));
        Assert.Contains(ReleaseDownloads.Of(site, site.Data.Releases[^1]).Tables, t => t.Name == "rectification");
    }

    [Fact]
    public void Without_findings_there_is_neither_page_nor_menu()
    {
        SiteContext site = HandSite.Site();
        Assert.Empty(RectificationPlan.Files(site));
        Assert.DoesNotContain(site.Menu, m => m.Section == Section.Rectification);
        Assert.Null(CountyPage.Create(site, HandSite.Within).Rectification);
        Assert.Null(RectificationSummary.Of(site, HandSite.Province));
    }

    private static SiteContext Site()
    {
        Vocabulary bare = HandSite.Vocabulary;
        Dictionary<(string, string), string> codes = new(bare.Codes)
        {
            [("matter", "classes")] = "班额", [("matter", "teachers")] = "教师", [("accountability", "interview")] = "约谈", [("rectification-result", "done")] = "已完成", [("rectification-result", "not-done")] = "未完成",
        };
        SiteContext site = HandSite.Site(vocabulary: new Vocabulary(bare.Columns, bare.Types, codes));
        Release release = site.Data.Releases[^1];
        Dataset data = new()
        {
            Settings = site.Data.Settings, Vocabulary = site.Data.Vocabulary, Schemes = site.Data.Schemes, Places = site.Data.Places, Sources = site.Data.Sources, Channels = [], SchoolLinks = [],
            Releases = [new Release
            {
                Id = release.Id, Title = release.Title, AsOf = release.AsOf, StatisticsDate = release.StatisticsDate, Published = release.Published, State = release.State, Schemes = release.Schemes,
                Source = release.Source, Schools = release.Schools, Supervision = new Supervision { Findings = Findings },
            }],
        };
        return new SiteContext { Data = data, Findings = Domain.Evaluation.Findings.Compute(data), Words = [], Assets = site.Assets };
    }

    private static Finding Finding(string id, string issued, string deadline, string reported = "", string check = "", string result = "") => new(
        id, FindingOrigin.Monitoring, "", HandSite.Within, null, "classes", "大班额", "分班", "县教育局", "", Day(issued), Day(deadline), null, null, Day(reported), Day(check), result, "", "", "", "");

    private static InspectionReport Report(string id) => new()
    {
        Id = id, File = id + ".md", Title = "督导报告", Number = "", Kind = "special", Place = HandSite.Within, Schools = [], Team = null, From = new DateOnly(2023, 10, 16), Until = new DateOnly(2023, 10, 20),
        Published = new DateOnly(2023, 11, 20), Unit = "某省教育督导室", Signed = new DateOnly(2023, 11, 20), Basis = [], Steps = [], Sampled = [], Samples = [], Meetings = [], Questionnaires = null,
        Release = new ReleaseId("2023", 1), Original = null, Appeal = "", Markdown = "", FirstLine = 1,
    };

    private static DateOnly? Day(string text) => text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Root()
    {
        string folder = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(folder, "theme")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }

    private static IDocument Html<T>(SiteContext site, PageModel page)
        where T : IComponent => new HtmlParser().ParseDocument(Rendered.Html<T>(("Site", site), ("Model", page)));
}
