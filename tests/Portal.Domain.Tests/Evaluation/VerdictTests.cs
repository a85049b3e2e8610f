using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using static Portal.Domain.Tests.TestData;

namespace Portal.Domain.Tests.Evaluation;

/// <summary>Gates and the verdict over them, worked out by hand.</summary>
public class VerdictTests
{
    private static readonly Gate Points = new("government", "政府工作", GateKind.Items, ["points"]);
    private static readonly Gate Satisfaction = new("satisfaction", "公众满意度", GateKind.Satisfaction, []);
    private static readonly Gate Veto = new("veto", "一票否决", GateKind.Items, ["veto"]);

    [Theory]
    [InlineData(new[] { 45.0, 40.0 }, Outcome.Met, 0.0)] // 85 exactly
    [InlineData(new[] { 45.0, 39.5 }, Outcome.NotMet, -0.5)]
    [InlineData(new[] { 48.5, 46.0 }, Outcome.Met, 9.5)]
    public void Points_are_added_up_against_85(double[] scores, Outcome outcome, double margin)
    {
        GateLine line = Verdict([Points], [Score("a", 50), Score("b", 50)], [.. scores.Select((s, i) => Given("ab"[i], s))]).Lines.Single();
        Assert.Equal((outcome, margin, 100, 85), (line.Outcome, line.Margin, line.Of, line.Limit));
    }

    [Fact]
    public void A_missing_score_makes_it_undecided_and_what_cannot_be_reached_any_more_is_told()
    {
        Verdict open = Verdict([Points], [Score("a", 50), Score("b", 50)], [Given('a', 40)]);
        Assert.Equal((Outcome.NotReported, "b（得分）"), (open.Outcome, open.NotReported.Single()));
        Assert.Empty(open.NotMet);
        Verdict lost = Verdict([Points], [Score("a", 50), Score("b", 50)], [Given('a', 34.5)]); // 34.5 + 50 = 84.5 < 85
        Assert.Equal((Outcome.NotReported, "没有报的各项即使都得满分，也只有 84.5 分"), (lost.Outcome, lost.NotMet.Single().Failing.Single()));
    }

    [Fact]
    public void Without_the_provinces_points_nothing_is_judged()
    {
        Verdict verdict = Verdict([Points], [Score("a", 50), Score("b", 50) with { Points = Cell.Blank }], [Given('a', 50), Given('b', 50)]);
        Assert.Equal((Outcome.NotReported, "政府工作：没有本省的分值"), (verdict.Outcome, verdict.NotReported.Single()));
    }

    [Theory]
    [InlineData(85, 100, Outcome.Met)] // 85 % exactly
    [InlineData(527, 620, Outcome.Met)] // 85 % exactly
    [InlineData(849, 1000, Outcome.NotMet)]
    public void The_rate_of_satisfied_forms(int satisfied, int valid, Outcome outcome)
    {
        GateLine line = Surveyed(("all", valid, satisfied));
        Assert.Equal((outcome, valid), (line.Outcome, line.Of));
        Assert.Equal(100.0 * satisfied / valid, line.Value, 9);
    }

    [Fact]
    public void Groups_are_added_up_and_a_missing_group_leaves_the_rate_open()
    {
        // (400 + 45 + 45) / (500 + 50 + 50) = 490 / 600 = 81.67 %, not the mean of 80, 90 and 90 %.
        GateLine line = Surveyed(("parents", 500, 400), ("teachers", 50, 45), ("deputies", 50, 45));
        Assert.Equal((Outcome.NotMet, "公众满意度 81.7%"), (line.Outcome, line.Failing.Single()));
        GateLine open = Surveyed(("parents", 500, 490), ("teachers", null, 45));
        Assert.Equal((Outcome.NotReported, double.NaN, "公众满意度调查的份数"), (open.Outcome, open.Value, open.NotReported.Single()));
        Assert.Equal("公众满意度调查", Verdict([Satisfaction], [], []).NotReported.Single());
    }

    [Fact]
    public void A_rate_just_below_prints_enough_digits()
    {
        // 84,999 of 100,000: one decimal would say 85.0.
        Assert.Equal("公众满意度 84.999%", Surveyed(("all", 100_000, 84_999)).Failing.Single());
    }

    [Fact]
    public void A_veto_decides_whatever_else_is_missing()
    {
        Item[] items = [Document("v", "veto") with { Veto = true }, Score("a", 50)];
        Verdict verdict = Verdict([Points, Veto], items, [new(County, TestScheme, new ItemId("v"), "", Cell.Of(0, 0), Cell.Blank, "查实")]);
        Assert.Equal(Outcome.NotMet, verdict.Outcome);
        Assert.Equal([Outcome.NotReported, Outcome.NotMet], verdict.Lines.Select(l => l.Outcome));
        Assert.Equal(Outcome.NotReported, Verdict([Points, Veto], [items[0] with { Veto = false }, items[1]], [new(County, TestScheme, new ItemId("v"), "", Cell.Of(0, 0), Cell.Blank, "")]).Outcome);
    }

    [Fact]
    public void Items_of_a_gate_are_counted_and_what_fails_or_lacks_is_named()
    {
        Verdict verdict = Verdict([Veto], [Document("a", "veto"), Document("b", "veto"), Document("c", "veto"), Document("d", "other")], [Held("a", 1), Held("b", 0)]);
        GateLine line = verdict.Lines.Single();
        Assert.Equal((Outcome.NotReported, 1, 3), (line.Outcome, line.Value, line.Of));
        Assert.Equal(["c"], line.NotReported);
        Assert.Equal(["b"], line.Failing);
        Assert.Equal([line], verdict.NotMet);
    }

    [Fact]
    public void All_schools_keep_the_rule_or_the_gate_fails()
    {
        // Books for each pupil: 6.2, 3.7, 10.5, 2.1, 7.3 against 5 with a floor of 0.7 × 5 = 3.5, which exempts none where all must be met.
        Standard standard = new(Books, Primary, PlaceCode.Country, new DateOnly(2012, 1, 1), null, Cell.Of(5, 0), Cell.Of(7, 1), "标准文件");
        Gate gate = new("standards", "学校达标", GateKind.Standards, []);
        Scheme scheme = Scheme(standards: [standard]) with { Gates = [gate] };
        GateLine all = Lines(scheme, MethodSheet()).Single();
        Assert.Equal((Outcome.NotMet, 3, 5, "标准文件"), (all.Outcome, all.Value, all.Of, all.Source));
        Assert.Equal(["学校2", "学校4"], all.Failing);

        // None of the one standard need be met, but each must reach its floor: 4 has 2.1 and does not.
        GateLine floor = Lines(scheme with { MetAtLeast = 0 }, MethodSheet()).Single();
        Assert.Equal(["学校4"], floor.Failing);
        GateLine open = Lines(scheme, [.. MethodSheet(), (School("6"), Cells(("pupils_primary", 20))), (School("7"), [])]).Single();
        Assert.Equal((Outcome.NotReported, 7), (open.Outcome, open.Of));
        Assert.Equal(["学校6", "学校7（学生数）"], open.NotReported.Order(StringComparer.Ordinal));
        Assert.Equal("本省的办学标准", Lines(Scheme() with { Gates = [gate] }, MethodSheet()).Single().NotReported.Single());
    }

    [Fact]
    public void Each_single_coefficient_counts_and_the_worst_stands_for_all()
    {
        Gate gate = new("balance", "校际均衡", GateKind.Coefficients, []);
        Scheme scheme = Scheme(limits: [Limit("each", 50, 2)]) with { Gates = [gate], Composite = false };
        GateLine[] lines = Lines(scheme, MethodSheet());
        // The method sheet's CV is 0.5153 (rules.md §1.3); no junior school, so that stage says nothing.
        Assert.Equal((Outcome.NotMet, 0.5153, 0.5, 1), (lines[0].Outcome, Math.Round(lines[0].Value, 4), lines[0].Limit, lines[0].Of));
        Assert.Equal("小学生均图书 0.515", lines[0].Failing.Single());
        Assert.Equal((Outcome.NotApplicable, 0), (lines[1].Outcome, lines[1].Of));
        Assert.Equal(Outcome.Met, Lines(scheme with { Limits = [Limit("each", 52, 2)] }, MethodSheet())[0].Outcome);
    }

    [Theory]
    [InlineData(0, Outcome.Met, "0.650")]
    [InlineData(32, Outcome.NotMet, "0.65004")] // eight coefficients, one 0.00032 higher: their mean is 0.65004
    public void The_mean_of_eight_three_digit_coefficients_meets_065_exactly(int more, Outcome outcome, string printed)
    {
        // 0.589 0.711 0.600 0.700 0.625 0.675 0.643 0.657 add up to 5.200; 5.2 / 8 = 0.65, and 5.20032 / 8 = 0.65004.
        double[] singles = [0.589, 0.711, 0.600, 0.700, 0.625, 0.675, 0.643, 0.657 + (more / 1e5)];
        double sum = 0;
        foreach (double single in singles)
        {
            sum += single;
        }

        Assert.Equal(outcome, Comparison.Judge(sum / 8, 0.65, Sense.AtMost));
        Assert.Equal(printed, Comparison.Print(sum / 8, 3, 0.65, Sense.AtMost));
    }

    [Fact]
    public void A_scheme_without_gates_has_no_verdict()
    {
        Release release = Release(MethodSheet());
        Assert.Null(Findings.Compute(Dataset(Scheme(), release)).Verdict(release.Id, County, TestScheme));
    }

    private static GateLine Surveyed(params (string Group, int? Valid, int Satisfied)[] groups)
    {
        Survey survey = new("s", "调查", County, TestScheme, true, "paper", "quota", null, null, null, "满意");
        Release release = With(Release(MethodSheet()), surveys: [survey, survey with { Id = "t", Gate = false }],
            groups: [.. groups.Select(g => new SurveyGroup("s", g.Group, Cell.Blank, Cell.Blank, g.Valid is { } v ? Cell.Of(v, 0) : Cell.Blank, Cell.Of(g.Satisfied, 0))), new SurveyGroup("t", "all", Cell.Blank, Cell.Blank, Cell.Of(100, 0), Cell.Of(1, 0))]);
        return Compute(Scheme() with { Gates = [Satisfaction], Limits = [Limit("satisfaction", 85, 0, Sense.AtLeast) with { Stage = null }] }, release).Lines.Single();
    }

    private static GateLine[] Lines(Scheme scheme, IReadOnlyList<(School, Dictionary<string, Cell>)> schools) => [.. Compute(scheme, Release(schools)).Lines];

    private static Verdict Verdict(Gate[] gates, Item[] items, GovernmentValue[] government) => Compute(
        Scheme() with { Gates = gates, Items = items, Limits = [Limit("government", 85, 0, Sense.AtLeast) with { Stage = null }, Limit("satisfaction", 85, 0, Sense.AtLeast) with { Stage = null }] },
        With(Release(MethodSheet()), government: government));

    private static Verdict Compute(Scheme scheme, Release release) => Findings.Compute(Dataset(scheme, release)).Verdict(release.Id, County, TestScheme)!;

    private static Limit Limit(string what, long mantissa, int decimals, Sense sense = Sense.AtMost) =>
        new(Primary, what, PlaceCode.Country, new DateOnly(2012, 1, 1), null, Cell.Of(mantissa, decimals), sense, "文件");

    private static Item Score(string id, int points) => Item(id, "points", ItemRule.Score) with { Points = Cell.Of(points, 0) };

    private static Item Document(string id, string group) => Item(id, group, ItemRule.Document);

    private static Item Item(string id, string group, ItemRule rule) =>
        new(new ItemId(id), group, 1, id, rule, [], null, PlaceCode.Country, new DateOnly(2012, 1, 1), null, Cell.Blank, "", Cell.Blank, false, "文件");

    private static GovernmentValue Given(char item, double score) => new(County, TestScheme, new ItemId(item.ToString()), "", Cell.Blank, Cell.Of((long)(score * 10), 1), "");

    private static GovernmentValue Held(string item, int value) => new(County, TestScheme, new ItemId(item), "", Cell.Of(value, 0), Cell.Blank, "");
}
