using AngleSharp.Html.Dom;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Site.Components;
using Portal.Site.Pages;
using Portal.Site.Plan;

namespace Portal.Site.Tests.Pages;

/// <summary>School supervision on the pages of HandSite; every count was made by hand from the rows below.</summary>
public class EvaluationPagesTests
{
    private static readonly SchoolId First = new("9901010");
    private static readonly SchoolId Second = new("9901011");

    [Fact]
    public void A_school_shows_its_newest_period_area_by_area_with_the_self_rating_beside_the_check()
    {
        SchoolEvaluation evaluation = SchoolPage.Create(Site(), First).Evaluation!;
        ScorecardBlock card = evaluation.Cards.Single();
        Assert.Equal("2023 年", card.Period);
        Assert.Equal("2023 年、2022 年", evaluation.Periods);
        Assert.Equal("末级项目按等级评，从高到低是A（好）、B（较好）、C。", card.Scale); // C has no word in the vocabulary
        Assert.Equal(
            [("甲领域", "A 1 项，B 1 项", "B 2 项", "1 项一致，1 项自评高于核查"), ("乙领域", "A 1 项", "未核查", "还不能对照")],
            card.Areas.Select(a => (a.Label, a.Self, a.Checked, a.Beside)));
        Assert.Equal("核查日期：2023 年 10 月 9 日。", card.Visits);
        Assert.Null(SchoolPage.Create(Site(), new SchoolId("9901012")).Evaluation);
    }

    [Fact]
    public void The_page_of_a_school_has_every_item_of_every_period()
    {
        SiteContext site = Site();
        EvaluationPage page = EvaluationPage.Create(site, First);
        IHtmlDocument html = Rendered.Document<EvaluationView>(("Site", site), ("Model", page with { Info = page.Info.Rooted() }));
        Assert.Equal(["2023 年", "2022 年"], html.QuerySelectorAll("h2").Select(h => h.TextContent));
        string[] rows = [.. html.QuerySelector("section")!.QuerySelectorAll("table:not(:first-of-type) tbody tr").Select(r => string.Join('|', r.Children.Select(c => c.TextContent.Trim())))];
        Assert.Equal(["二级", "甲一请补记录|A|B|自评高于核查", "甲二|B|B|一致", "乙领域|A|未核查|"], rows);
        Assert.Equal(html.QuerySelectorAll("h3").Select(h => h.Id), html.QuerySelectorAll("section a[href^='#t-']").Select(a => a.GetAttribute("href")![1..]));
    }

    [Fact]
    public void A_county_counts_per_area_and_lists_schools_by_code()
    {
        // In 2023: the first school has both leaves of 甲 checked (B, B), the second one of them (A; self B). 乙: neither is checked.
        CountyTree tree = CountyPage.Create(Site(), HandSite.Within).Evaluation!.Trees.Single();
        Assert.Equal("全县 5 所学校（含教学点），2023 年有督导评价的 2 所，其中已经核查的 2 所；其余 3 所这一期没有督导评价。", tree.Sentence);
        Assert.Equal(
            [("甲领域", "查完 1 所，查了一部分 1 所", "A 1 项次，B 2 项次", "1 项一致，1 项自评高于核查，1 项自评低于核查"), ("乙领域", "未核查 2 所", "未核查", "还不能对照")],
            tree.Areas.Select(a => (a.Label, a.Schools, a.Checks, a.Beside)));
        Assert.Equal(["schools/9901010/evaluation/", "schools/9901011/evaluation/"], tree.Schools.Select(s => s.Address));
        Assert.Null(CountyPage.Create(Site(), HandSite.Over).Evaluation);
        Assert.Contains(CountyPage.Create(Site(), HandSite.Within).Contents, a => a.Id == "evaluation");
    }

    [Fact]
    public void A_tree_is_explained_with_its_levels_and_names_no_result()
    {
        SiteContext site = Site();
        TreePage page = TreePage.Create(site, site.Data.Trees[0]);
        Assert.Equal("**2 个领域，第二级 1 项，第三级 2 项。**要评的是最末一级，共 3 项。", page.Lead[0]);
        Assert.Equal(["1 小", "2 小"], page.Schools.Select(s => s.Label));
        IHtmlDocument html = Rendered.Document<TreeView>(("Site", site), ("Model", page with { Info = page.Info.Rooted() }));
        Assert.Equal(["甲一", "甲二"], html.QuerySelectorAll("ul ul li").Select(l => l.TextContent));
    }

    [Fact]
    public void Points_are_shown_for_an_area_with_the_most_that_its_rated_items_have()
    {
        EvaluationTree tree = new("p", [], [Node("r", "", 0, "分值评价"), Node("a", "r", 1, "甲领域"), Node("a1", "a", 1, "甲一", Cell.Of(4, 0)), Node("a2", "a", 2, "甲二", Cell.Of(25, 1))]);
        SiteContext site = Site(tree, Line(First, "p", "a1", "2023", new Rating("", Cell.Of(4, 0)), new Rating("", Cell.Of(35, 1))));
        ScorecardBlock card = SchoolPage.Create(site, First).Evaluation!.Cards.Single();
        Assert.Equal(("4 分（1 项的满分是 4），未自评 1 项", "3.5 分（1 项的满分是 4），未核查 1 项"), (card.Areas[0].Self, card.Areas[0].Checked));
        Assert.Equal(["3.5 分（满分 4）", "未核查"], card.Details[0].Branches.Single().Leaves.Select(l => l.Checked));
        Assert.Equal("核查 1 项次，其中满分 0 项次", CountyPage.Create(site, HandSite.Within).Evaluation!.Trees.Single().Areas[0].Checks);
    }

    [Fact]
    public void Pages_are_planned_for_trees_and_for_schools_with_a_scorecard_only()
    {
        Assert.Equal(["schools/9901010/evaluation/index.html", "schools/9901011/evaluation/index.html", "trees/t/index.html"], Planned(Site()));
        Assert.Empty(Planned(HandSite.Site()));

        static string[] Planned(SiteContext site) =>
            [.. SitePlan.Create(site.Data, site.Findings, [], [], new Portal.Domain.Problems.ProblemList()).Files.Select(f => f.Path).Where(p => p.StartsWith("trees/", StringComparison.Ordinal) || p.Contains("/evaluation/", StringComparison.Ordinal))];
    }

    private static SiteContext Site() => Site(
        new EvaluationTree("t", ["A", "B", "C"], [Node("r", "", 0, "评价"), Node("a", "r", 1, "甲领域"), Node("m", "a", 1, "二级"), Node("a1", "m", 1, "甲一"), Node("a2", "m", 2, "甲二"), Node("b", "r", 2, "乙领域")]),
        Line(First, "t", "a1", "2022", "A", "A"), Line(First, "t", "a1", "2023", "A", "B") with { Comment = "请补记录", Visited = new DateOnly(2023, 10, 9) }, Line(First, "t", "a2", "2023", "B", "B"), Line(First, "t", "b", "2023", "A", ""),
        Line(Second, "t", "a1", "2023", "B", "A"), Line(Second, "t", "a2", "2023", "C", ""));

    private static SiteContext Site(EvaluationTree tree, params ScoreLine[] lines)
    {
        SiteContext made = HandSite.Site();
        Release bare = made.Data.Releases[0];
        Release release = new()
        {
            Id = bare.Id, Title = bare.Title, AsOf = bare.AsOf, StatisticsDate = bare.StatisticsDate, Published = bare.Published, State = bare.State, Schemes = bare.Schemes, Source = bare.Source, Schools = bare.Schools,
            Scorecards = new ScorecardBook(lines),
        };
        Dataset data = new()
        {
            Settings = made.Data.Settings, Schemes = made.Data.Schemes, Places = made.Data.Places, Sources = made.Data.Sources, Channels = [], SchoolLinks = [], Releases = [release], Trees = [tree],
            Vocabulary = new Vocabulary(made.Data.Vocabulary.Columns, made.Data.Vocabulary.Types, new Dictionary<(string, string), string> { [("rating", "A")] = "好", [("rating", "B")] = "较好" }),
        };
        return new SiteContext { Data = data, Findings = Portal.Domain.Evaluation.Findings.Compute(data), Words = [], Assets = made.Assets };
    }

    private static EvaluationNode Node(string id, string parent, long order, string label, Cell points = default) => new(id, parent, order, label, points == default ? Cell.Blank : points, null);

    private static ScoreLine Line(SchoolId school, string tree, string node, string period, string self, string check) => Line(school, tree, node, period, new Rating(self, Cell.Blank), new Rating(check, Cell.Blank));

    private static ScoreLine Line(SchoolId school, string tree, string node, string period, Rating self, Rating check) => new(school, tree, node, period, self, check, "", null, "");
}
