using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Portal.Domain.Data;
using Portal.Domain.Problems;
using Portal.Site.Components;
using Portal.Site.Pages;
using Portal.Site.Plan;

namespace Portal.Site.Tests.Pages;

/// <summary>Duties, inspectors and zones on the pages of the hand-made province, as of 15 May 2024; 乙县 has reported nothing.</summary>
public class DutyPagesTests
{
    private static readonly SchoolId First = new("9901010");
    private static readonly SchoolId Second = new("9901011");

    [Fact]
    public void A_county_lists_its_duties_with_link_day_and_reason()
    {
        CountyPage page = CountyPage.Create(Site(), HandSite.Within);
        CountyDuties duties = page.Duties!;
        Assert.Contains(new Anchor("pub", "应公开清单"), page.Contents);
        // 30 April to 15 May: 15 days.
        Assert.Equal(
            [("招生范围", "2024 年", "已公开", "公开的网页，2024-05-03 公开，比 2024-04-30 晚 3 天。"), ("招生范围", "2025 年", "未到期", "应于 2025-04-30 前公开。"),
             ("经费", "2023 年", "逾期", "应于 2024-04-30 前公开，到 2024-05-15 已过 15 天，本站没有收到公开的记录。"), ("经费", "2024 年", "有说明未公开", "原话：“还在审计”。预计 2024 年 5 月 1 日公开，这个日子已经过了。")],
            duties.Rows.Select(r => (r.Label, r.Period, r.Word, Words(r.Note))));
        Assert.Equal("https://demo.example/scope", duties.Rows[0].Note[0].Address);
        CountySchoolDuty regular = duties.Schools.Single(s => s.Period == "2023-2 学期");
        Assert.Equal([("已做到", 1), ("未到期", 4)], regular.Outcomes.Select(o => (o.Word, o.Count)));
        Assert.Equal("5 所学校，2 所有责任督学，3 所没有；1 所的责任督学任期已满，没有登记续任。", duties.Inspectors);
        Assert.Equal(["9901012", "9901013", "9901014"], duties.Without.Select(p => p.Address![8..^1]));
        IHtmlDocument html = Rendered.Document<CountyView>(("Model", page with { Info = page.Info.Rooted() }), ("Site", Site()));
        Assert.Equal("https://demo.example/scope", html.QuerySelector("#pub tbody td.res a")!.GetAttribute("href"));
        Assert.Contains("没有记录不等于没有公开", html.QuerySelector("#pub")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_county_that_reported_nothing_is_not_judged()
    {
        CountyDuties duties = CountyPage.Create(Site(), HandSite.Over).Duties!;
        Assert.Equal("发布 2023.1 里没有乙县的公开和督导记录，没有收到，不作判断。", duties.NotReported);
        Assert.Empty(duties.Rows);
        Assert.Empty(duties.Schools);
        Assert.Equal("没有收到本县责任督学的名单。", duties.Inspectors);
        Assert.Contains(DisclosurePage.Create(Site()).NotReported, p => p.Text == "乙县");
    }

    [Fact]
    public void A_school_says_its_zone_first_then_visits_and_its_inspector()
    {
        SchoolPage page = SchoolPage.Create(Site(), First);
        SchoolDuties duties = page.Duties!;
        Assert.Equal("2024 年招生范围（划片）：公开的网页，2024-05-03 公开，比 2024-04-30 晚 3 天。", Words(duties.Enrolment));
        Assert.Equal([("甲县教育部门", "0999-1234567 转 8")], duties.Ask);
        Assert.Equal(("2024-04-10，经常性督导", "2025-02-28 前，综合督导"), (duties.LastVisit, duties.NextVisit));
        IHtmlDocument html = Rendered.Document<SchoolView>(("Model", page with { Info = page.Info.Rooted() }), ("Site", Site()));
        Assert.StartsWith("2024 年招生范围", html.QuerySelector("#pub p")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("tel:0999-7654321", html.QuerySelector("#inspector a.tel")!.GetAttribute("href"));
        Assert.Contains("任期已满", html.QuerySelector("#inspector")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_school_without_record_or_inspector_says_whom_to_ask()
    {
        SchoolPage page = SchoolPage.Create(Site(scope: false), new SchoolId("9901012"));
        IHtmlDocument html = Rendered.Document<SchoolView>(("Model", page with { Info = page.Info.Rooted() }), ("Site", Site(scope: false)));
        string text = html.QuerySelector("#pub p")!.TextContent;
        Assert.Contains("没有收到本校招生范围（划片）的公告。要问划片，找甲县教育部门", text, StringComparison.Ordinal);
        Assert.Equal("tel:0999-1234567", html.QuerySelector("#pub a.tel")!.GetAttribute("href"));
        Assert.Contains("没有登记本校的责任督学", html.QuerySelector("#inspector")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2024-07-05 前，经常性督导", page.Duties!.NextVisit);
    }

    [Fact]
    public void The_whole_area_is_counted_by_duty_and_never_ranked()
    {
        DisclosurePage page = DisclosurePage.Create(Site());
        DisclosureRow scope = page.Counties.Single(r => r is { Label: "招生范围", Period: "2024 年" });
        Assert.Equal([1, 0, 0, 0, 0, 0], scope.Counts);
        Assert.Equal([1, 4, 0, 0, 0, 0], page.Schools.Single(r => r.Period == "2023-2 学期").Counts);
        DisclosureDutyPage duty = DisclosureDutyPage.Create(Site(), "funding");
        Assert.Equal("每年，次年 4 月 30 日前。", duty.Clock);
        Assert.Equal(["2024 年", "2023 年"], duty.Blocks.Select(b => b.Period));
        Assert.Equal("places/990101/#pub", duty.Blocks[0].Counties.Single().County.Address);
        IHtmlDocument html = Rendered.Document<DisclosureDutyView>(("Model", duty with { Info = duty.Info.Rooted() }), ("Site", Site()));
        Assert.Contains("不是排名", html.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, html.QuerySelectorAll("table").Length);
    }

    [Fact]
    public void A_zone_lists_its_inspectors_with_their_schools_and_tells_when_it_is_too_full()
    {
        SiteContext site = Site();
        ZonePage page = ZonePage.Create(site, site.Data.Zones[0]);
        Assert.Equal((2, 2, false), (page.Row.Schools, page.Row.Inspectors, page.Row.Within));
        Assert.Equal(["甲督学", "乙督学"], page.Inspectors.Select(i => i.Inspector.Name));
        Assert.Equal([true, false], page.Inspectors.Select(i => i.Inspector.Expired));
        IHtmlDocument html = Rendered.Document<ZonesView>(("Model", ZonesPage.Create(site) with { Info = ZonesPage.Create(site).Info.Rooted() }), ("Site", site));
        Assert.Contains("超过 1 所", html.QuerySelector("td.res")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("没有责任督学的学校", html.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_pages_are_planned_only_where_something_is_known()
    {
        Assert.Equal(["disclosure/", "disclosure/enrolment-scope/", "disclosure/funding/", "disclosure/regular/", "disclosure/round/", "zones/", "zones/z1/"], Planned(Site()));
        Assert.Empty(Planned(HandSite.Site()));
        Assert.Null(CountyPage.Create(HandSite.Site(), HandSite.Within).Duties);
        Assert.Null(SchoolPage.Create(HandSite.Site(), First).Duties);
    }

    private static IEnumerable<string> Planned(SiteContext site) => SitePlan.Create(site.Data, site.Findings, [], [], new ProblemList()).Files.OfType<PlannedPage>()
        .Select(p => p.Address).Where(a => a.StartsWith("disclosure/", StringComparison.Ordinal) || a.StartsWith("zones/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static string Words(IReadOnlyList<Piece> pieces) => string.Concat(pieces.Select(p => p.Text));

    private static SiteContext Site(bool scope = true)
    {
        SiteContext made = HandSite.Site();
        Release of = made.Data.Releases[0];
        string county = HandSite.Within.Value;
        Release release = new()
        {
            Id = of.Id, Title = of.Title, AsOf = of.AsOf, StatisticsDate = of.StatisticsDate, Published = of.Published, State = of.State, Schemes = of.Schemes, Source = of.Source, Schools = of.Schools,
            Supervision = new Supervision
            {
                Visits = [new Visit(First.Value, Day("2020-02-29"), "comprehensive", ""), new Visit(First.Value, Day("2024-03-04"), "regular", ""), new Visit(First.Value, Day("2024-04-10"), "regular", "")],
                Disclosures = scope ? [new MadePublic(county, "enrolment-scope", "2024", Day("2024-05-03"), "https://demo.example/scope", "")] : [],
                Absences = [new Absence(county, "funding", "2024", "还在审计", new DateText("2024-05-01"), false)],
            },
        };
        Dataset data = new()
        {
            Settings = made.Data.Settings, Schemes = made.Data.Schemes, Places = made.Data.Places, Sources = made.Data.Sources, SchoolLinks = [], Releases = [release],
            Vocabulary = new Vocabulary(made.Data.Vocabulary.Columns, made.Data.Vocabulary.Types, new Dictionary<(string, string), string>
            {
                [("inspection", "regular")] = "经常性督导", [("inspection", "comprehensive")] = "综合督导", [("matter", "enrolment")] = "招生", [("zone-rule", "most-schools")] = "1", [("zone-rule", "schools-per-inspector")] = "5",
            }),
            Channels = [new Channel(HandSite.Within, "general", ChannelKind.Phone, "0999-1234567 转 8", "", null)],
            Duties =
            [
                new Duty("enrolment-scope", "招生范围", "county", [], "yearly:04-30", "某目录"), new Duty("funding", "经费", "county", [], "next-year:04-30", "某法"),
                new Duty("regular", "经常性督导", "school", [], "per-term:2 visit:regular", "某条例"), new Duty("round", "综合督导", "school", [], "every:3-5y visit:comprehensive", "某条例"),
            ],
            Terms = [new SchoolTerm("2023-2", Day("2024-02-26"), Day("2024-07-05"))],
            Zones = [new Zone("z1", "第一责任区", HandSite.Within)],
            Inspectors =
            [
                new Inspector(First, "甲督学", "0999-7654321", "", "z1", ["enrolment"], Day("2021-03-01"), Day("2024-02-29")),
                new Inspector(Second, "乙督学", "0999-7654322", "", "z1", ["enrolment"], Day("2022-09-01"), Day("2025-08-31")),
            ],
        };
        return new SiteContext { Data = data, Findings = Portal.Domain.Evaluation.Findings.Compute(data), Words = [], Assets = made.Assets };
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
