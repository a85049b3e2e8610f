using AngleSharp.Html.Dom;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Components;
using Portal.Site.Pages;

namespace Portal.Site.Tests.Pages;

/// <summary>Plan beside fact, for each scheme of the release. The as-of day is 15 May 2024.</summary>
public class RoadTests
{
    [Fact]
    public void Every_scheme_of_the_release_has_its_road_the_one_not_applied_for_too()
    {
        IReadOnlyList<RoadPart> roads = CountyPage.Create(HandSite.Site([HandSite.Step(HandSite.Within, HandSite.Basic, "认定", "2016-03-21", "recognised")]), HandSite.Within).Roads;
        Assert.Equal([("基本均衡", "2016 年认定", true), ("优质均衡", "没有申报", false)], roads.Select(r => (r.Short, r.Standing, r.Applied)));
        Assert.Empty(roads[1].Ahead);
        Assert.Contains("没有申报，也没有登记计划", Html(roads).QuerySelector("[data-scheme=quality]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_lies_ahead_stands_after_what_is_done_with_the_year_that_was_promised()
    {
        SiteContext site = Site([HandSite.Step(HandSite.Within, HandSite.Quality, "申报", "2023-06"), HandSite.Step(HandSite.Within, HandSite.Quality, "自评", "2023-09")], "2025");
        RoadPart road = CountyPage.Create(site, HandSite.Within).Roads[1];
        Assert.Equal(["复核", "省评", "公示", "认定"], road.Ahead);
        Assert.Equal(("2025 年", "没有到期", "run"), (road.Plans[0].Year, road.Plans[0].State, road.Plans[0].Shape));
        string[] steps = [.. Html([road]).QuerySelectorAll("ol.road li").Select(l => l.QuerySelector("b")!.TextContent + "|" + l.QuerySelector("time,span")!.TextContent)];
        Assert.Equal(["申报|2023-06", "自评|2023-09", "复核|还没有办", "省评|还没有办", "公示|还没有办", "认定|计划 2025 年"], steps);
    }

    [Theory]
    [InlineData("", "已过期：截至 2024-05-15 没有申报")]
    [InlineData("申报", "已过期：截至 2024-05-15 没有记录")]
    [InlineData("认定", "2024 年 4 月已办，晚于计划")]
    public void An_overdue_plan_is_said_in_words_at_the_release_s_day(string step, string expected)
    {
        SiteContext site = Site(step.Length == 0 ? [] : [HandSite.Step(HandSite.Within, HandSite.Quality, step, "2024-04")], "2023");
        CountyPage page = CountyPage.Create(site, HandSite.Within);
        Assert.Equal(expected, page.Roads[1].Plans[0].State);
        Assert.Equal(expected, page.Published.Promises.Targets.Single().State); // 承诺与目标 says the same
    }

    [Fact]
    public void A_site_of_published_values_does_not_say_that_nobody_applied()
    {
        SiteContext made = Site([], "2023");
        Settings s = made.Data.Settings;
        Dataset data = new()
        {
            Settings = new Settings { Id = s.Id, Title = s.Title, ShortTitle = s.ShortTitle, Description = "", Publisher = s.Publisher, Origin = s.Origin, BasePath = "/", Kind = DataSetKind.PublishedValues, Notice = "", Province = s.Province },
            Vocabulary = made.Data.Vocabulary, Schemes = made.Data.Schemes, Places = made.Data.Places, Sources = made.Data.Sources, Channels = [], SchoolLinks = [],
            Releases = [HandSite.Release("2023", 1, [], targets: made.Data.Releases[0].Targets)],
        };
        CountyPage page = CountyPage.Create(new SiteContext { Data = data, Findings = made.Findings, Words = [], Assets = made.Assets }, HandSite.Within);
        RoadPart road = Assert.Single(page.Roads);
        Assert.Equal(("没有收录认定的记录", "已到期，本站没有收录结果"), (road.Standing, road.Plans[0].State));
        Assert.DoesNotContain("没有申报", Html(page.Roads).DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("没有申报", page.Recognition!.Text, StringComparison.Ordinal);
    }

    private static IHtmlDocument Html(IReadOnlyList<RoadPart> roads) => Rendered.Document<RoadList>(("Roads", roads), ("Root", ""));

    private static SiteContext Site(IReadOnlyList<ProcedureStep> steps, string year)
    {
        SiteContext made = HandSite.Site(steps, targets: [new Target(HandSite.Within.Value, year, "quality-recognition", Cell.Blank, Sense.AtLeast, "", "原文", HandSite.Report)]);
        Dataset data = new()
        {
            Settings = made.Data.Settings, Schemes = made.Data.Schemes, Places = made.Data.Places, Sources = made.Data.Sources, Channels = [], SchoolLinks = [], Releases = made.Data.Releases,
            Vocabulary = new Vocabulary(made.Data.Vocabulary.Columns, made.Data.Vocabulary.Types, new Dictionary<(string, string), string> { [("planned-step", "quality-recognition")] = "quality 认定" }),
        };
        return new SiteContext { Data = data, Findings = made.Findings, Words = [], Assets = made.Assets };
    }
}
