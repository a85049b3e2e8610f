using System.Buffers;
using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Components;
using Portal.Site.Downloads;
using Portal.Site.Pages;
using Portal.Site.Tests.Downloads;

namespace Portal.Site.Tests.Pages;

/// <summary>
/// The hand-made province over two periods. In 2022 all schools of 甲县 had 4 books a pupil (coefficient 0), as had those of 乙县; in 2023 both give 0.5153
/// (rules.md §1.3): within 甲县's 0.65, over 乙县's own 0.50. 丙县 misses a value, 丁县 has two schools, 戊县 reports nothing.
/// </summary>
public class MonitoringPageTests
{
    private static SiteContext Site(IReadOnlyList<ProcedureStep>? procedure = null) => HandSite.Site(
        procedure, more: HandSite.Release("2022", 1, [.. HandSite.County(HandSite.Within, 5, 4), .. HandSite.County(HandSite.Over, 5, 4)], published: new DateOnly(2023, 5, 20)));

    private static MonitoringPage Page(SiteContext site) => MonitoringPage.Create(site, site.Data.Releases[^1]);

    [Fact]
    public void Each_county_stands_under_its_outcome_with_its_chain()
    {
        MonitoringSection basic = Assert.Single(Page(Site()).Sections);
        Assert.Equal(5, basic.Counties);
        Assert.Equal(
            [(MonitoringGroup.Slid, "乙县"), (MonitoringGroup.Open, "丙县"), (MonitoringGroup.Open, "戊县"), (MonitoringGroup.Weakened, "甲县"), (MonitoringGroup.NotComparable, "丁县")],
            basic.Lists.SelectMany(l => l.Rows.Select(r => (l.Group, r.County.Label))));
        MonitoringRow slid = basic.Lists[0].Rows[0];
        Assert.Equal(["2022 年 0.000", "2023 年 0.515"], slid.Chain.Select(c => $"{c.Period} {c.Text}"));
        Assert.Equal([false, true], slid.Chain.Select(c => c.Over));
        Assert.Equal(("0.50", "2022 年在限值内，本期超过 0.015"), (slid.Limit, slid.Note));
        Assert.Equal("比 2022 年大 0.515", basic.Lists[2].Rows[0].Note);
        Assert.Equal(["未报送", "未报送"], basic.Lists[1].Rows[1].Chain.Select(c => c.Text));
        Assert.Null(basic.Lists[1].Rows[1].County.Address);
    }

    [Fact]
    public void The_head_counts_first()
    {
        Assert.Equal("基本均衡监测 5 个县区：滑坡 1 个，未报送或暂无法判定 2 个，下降（仍在限值内）1 个，不具可比性 1 个。", Page(Site()).Lead[0]);
        IDocument html = Html<MonitoringView>(Site(), Page(Site()));
        Assert.Equal("滑坡：1 个县区", html.QuerySelector("#basic-slid")!.TextContent);
        Assert.DoesNotContain("滑坡", html.QuerySelector("#basic-weakened")!.TextContent);
        Assert.Equal("monitoring/2023/monitoring.csv", Assert.Single(html.QuerySelectorAll("a"), a => a.TextContent.Contains("CSV", StringComparison.Ordinal)).GetAttribute("href"));
    }

    /// <summary>A county that has not applied for a scheme is not monitored by it; one that has is, from the period of its application on.</summary>
    [Fact]
    public void A_scheme_that_was_applied_for_is_monitored_from_then_on()
    {
        SiteContext site = Site([HandSite.Step(HandSite.Within, HandSite.Quality, "申报", "2023-10-01")]);
        MonitoringSection quality = Page(site).Sections[1];
        Assert.False(quality.AppliesToAll);
        MonitoringRow row = Assert.Single(Assert.Single(quality.Lists).Rows);
        Assert.Equal((MonitoringState.Over, "每项 0.50", "1 个单项中 1 个超过限值：图书，更早没有结果可比"), (row.State, row.Limit, row.Note));
        Assert.Equal("1 项中 1 项超", Assert.Single(row.Chain).Text);
        Assert.Contains("当时未申报", Html<MonitoringView>(site, Page(site)).QuerySelector("#quality-over ~ table")!.TextContent);
    }

    [Fact]
    public void The_table_to_download_has_the_rows_of_the_page_unrounded()
    {
        SiteContext site = Site([HandSite.Step(HandSite.Within, HandSite.Quality, "申报", "2023-10-01")]);
        ArrayBufferWriter<byte> to = new();
        MonitoringCsv.Write(site, site.Data.Releases[^1], to);
        List<string[]> read = CsvTextTests.Rows(to.WrittenSpan.ToArray());
        string[] header = read[0];
        (string Place, string Scheme, string State, string Now)[] rows = [.. read.Skip(1).Select(r => (Cell(r, "县区"), Cell(r, "办法"), Cell(r, "结果"), Cell(r, "本期值")))];
        string Cell(string[] row, string column) => row[Array.IndexOf(header, column)];

        IEnumerable<(string, string, string)> shown = Page(site).Sections.SelectMany(s => s.Lists.SelectMany(l => l.Rows.Select(r => (r.County.Label, s.Short, Text.MonitoringText.Label(r.State)))));
        Assert.Equal(shown.Order(), rows.Select(r => (r.Place, r.Scheme, r.State)).Order());
        // 0.5153 from the method sheet: S 3.264 over 6.334, here to nine places from exact arithmetic of the five rows.
        string value = rows.Single(r => r.Place == "乙县").Now;
        Assert.Equal(Exact(), double.Parse(value, CultureInfo.InvariantCulture), 12);
        Assert.True(value.Length > 10, value);
        Assert.Equal(["", "z", ""], new[] { "丙县", "丁县", "戊县" }.Select(p => rows.Single(r => r.Place == p).Now));

        // √(Σ P·(x/P − X̄)² ⁄ ΣP) ⁄ X̄ in decimals.
        static double Exact()
        {
            (decimal P, decimal X)[] sheet = [(45, 279), (37, 137), (89, 935), (76, 160), (55, 402)];
            decimal mean = sheet.Sum(s => s.X) / sheet.Sum(s => s.P);
            decimal variance = sheet.Sum(s => s.P * (s.X / s.P - mean) * (s.X / s.P - mean)) / sheet.Sum(s => s.P);
            return Math.Sqrt((double)variance) / (double)mean;
        }
    }

    [Fact]
    public void Home_and_area_count_the_newest_period_and_lead_to_its_lists()
    {
        SiteContext site = Site();
        MonitoringSummary summary = HomePage.Create(site).Monitoring!;
        Assert.Equal([(MonitoringGroup.Slid, 1, "monitoring/2023/#basic-slid"), (MonitoringGroup.Open, 2, "monitoring/2023/#basic-open")], summary.Tiles.Take(2).Select(t => (t.Group, t.Counties, t.Address)));
        Assert.Equal(summary.Tiles, AreaPage.Create(site, HandSite.City).Monitoring!.Tiles);
        Assert.Contains("滑坡 1 个县区", Html<HomeView>(site, HomePage.Create(site)).Body!.TextContent);
    }

    [Fact]
    public void A_county_shows_its_state_and_a_pinned_page_what_was_seen_then()
    {
        SiteContext site = Site();
        MonitoringRow now = Assert.Single(Assert.Single(CountyPage.Create(site, HandSite.Over).Monitor!.Schemes).Rows);
        Assert.Equal((MonitoringState.Slid, 2), (now.State, now.Chain.Count));
        MonitoringRow then = Assert.Single(Assert.Single(CountyPage.Create(site, HandSite.Over, site.Data.Releases[0]).Monitor!.Schemes).Rows);
        Assert.Equal((MonitoringState.First, 1), (then.State, then.Chain.Count));
    }

    [Fact]
    public void Without_schools_there_is_nothing_in_the_menu()
    {
        Assert.Contains(Site().Menu, m => m.Section == Section.Monitoring);
        SiteContext bare = HandSite.Site();
        SiteContext none = new() { Data = new Dataset
        {
            Settings = bare.Data.Settings, Vocabulary = bare.Data.Vocabulary, Schemes = bare.Data.Schemes, Places = bare.Data.Places, Sources = bare.Data.Sources, Channels = [], SchoolLinks = [],
            Releases = [HandSite.Release("2023", 1, [])],
        }, Findings = bare.Findings, Words = [], Assets = bare.Assets };
        Assert.DoesNotContain(none.Menu, m => m.Section == Section.Monitoring);
        Assert.Null(MonitoringSummary.Of(none, HandSite.Province));
    }

    private static IDocument Html<T>(SiteContext site, PageModel page)
        where T : IComponent => new HtmlParser().ParseDocument(Rendered.Html<T>(("Site", site), ("Model", page)));
}
