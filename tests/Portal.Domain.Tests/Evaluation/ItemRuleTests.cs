using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using static Portal.Domain.Tests.TestData;

namespace Portal.Domain.Tests.Evaluation;

/// <summary>Each rule on numbers worked out by hand (in the comments).</summary>
public class ItemRuleTests
{
    [Theory]
    [InlineData(95, 100, Outcome.Met, 95.0)] // 95 / 100 = 95 %
    [InlineData(19, 20, Outcome.Met, 95.0)] // 19 / 20 = 0.95, which no binary number is
    [InlineData(94, 99, Outcome.NotMet, 94.94949494949495)] // 94 / 99 = 94.95 % to two places, below 95
    [InlineData(0, 0, Outcome.NotApplicable, double.NaN)] // nobody to take a share of
    public void Share_in_percent(int done, int planned, Outcome outcome, double value)
    {
        ItemResult result = Judge(Item(ItemRule.Share, 95, "%", Reported("done"), Reported("planned")), Government(("done", done), ("planned", planned)));
        Assert.Equal(outcome, result.Outcome);
        Assert.Equal(value, result.Value, 1e-9);
        Assert.Equal(outcome == Outcome.NotMet ? ["94.9%，低于 95%"] : [], result.Failing);
    }

    [Fact]
    public void Share_of_sums_and_of_money_for_each_pupil()
    {
        // 三年巩固率: (312 − 31 + 44) / (340 − 2) = 325 / 338 = 0.96154
        ItemToken kept = new("", "graduates-moved_in+moved_out", [new Term("graduates", 1), new Term("moved_in", -1), new Term("moved_out", 1)]);
        ItemToken entered = new("", "entered-deaths", [new Term("entered", 1), new Term("deaths", -1)]);
        ItemResult result = Judge(Item(ItemRule.Share, 95, "%", kept, entered), Government(("graduates", 312), ("moved_in", 31), ("moved_out", 44), ("entered", 340), ("deaths", 2)));
        Assert.Equal((Outcome.Met, 96.1538), (result.Outcome, Math.Round(result.Value, 4)));
        Assert.Equal(5, result.Inputs.Count);

        // 特教: 408,000 元 for 68 pupils is 6,000 元 each, exactly the threshold; for 69 it is 5,913.04.
        Assert.Equal(Outcome.Met, Judge(Item(ItemRule.Share, 6000, "元", Reported("funds"), Reported("pupils")), Government(("funds", 408000), ("pupils", 68))).Outcome);
        ItemResult less = Judge(Item(ItemRule.Share, 6000, "元", Reported("funds"), Reported("pupils")), Government(("funds", 408000), ("pupils", 69)));
        Assert.Equal((Outcome.NotMet, "5913.0 元，低于 6000 元"), (less.Outcome, less.Failing.Single()));
    }

    [Fact]
    public void Share_over_a_column_of_all_schools_needs_every_school()
    {
        Item item = Item(ItemRule.Share, 100, "%", Reported("certified"), Columns("column", "teachers_{stage}"));
        // 20 + (12 + 18) = 50 teachers; of 50 certified all, of 49 98 %.
        (School, Dictionary<string, Cell>)[] schools = [(School("1"), Cells(("teachers_primary", 20))), (School("2", "312"), Cells(("teachers_primary", 12), ("teachers_junior", 18)))];
        Assert.Equal(Outcome.Met, Judge(item, Government(("certified", 50)), schools).Outcome);
        Assert.Equal((Outcome.NotMet, 98), (Judge(item, Government(("certified", 49)), schools).Outcome, Judge(item, Government(("certified", 49)), schools).Value));
        ItemResult missing = Judge(item, Government(("certified", 50)), [.. schools, (School("3"), [])]);
        Assert.Equal(Outcome.NotReported, missing.Outcome);
        Assert.Equal(["项目（teachers_primary、teachers_junior）"], missing.NotReported);
    }

    [Fact]
    public void A_blank_is_not_reported_and_z_is_not_applicable()
    {
        Item item = Item(ItemRule.Share, 95, "%", Reported("done"), Reported("planned"));
        ItemResult blank = Judge(item, Government(("done", 95)));
        Assert.Equal((Outcome.NotReported, "项目（planned）"), (blank.Outcome, blank.NotReported.Single()));
        Assert.Equal("government 990101/test/i/planned", blank.Inputs[1].From);
        Assert.Equal(Outcome.NotApplicable, Judge(item, [Value("done", Cell.NotApplicable), Value("planned", Cell.NotApplicable)]).Outcome);
        Assert.Equal(Outcome.NotReported, Judge(item, [Value("done", Cell.Without(CellState.Withheld)), Value("planned", Cell.Of(10, 0))]).Outcome);
    }

    [Fact]
    public void Ceiling_looks_at_every_school_of_the_types()
    {
        // Compulsory part of 3 is 1,300 + 1,250 = 2,550 > 2,500; 2 is 2,500 and keeps to it; 1 is of another type.
        Item item = Item(ItemRule.Ceiling, 2500, "人", Columns("column", "pupils_{stage}"), new ItemToken("types", "312,345", []));
        ItemResult result = Judge(item, [],
            (School("1"), Cells(("pupils_primary", 2600))),
            (School("2", "312"), Cells(("pupils_primary", 1500), ("pupils_junior", 1000))),
            (School("3", "345"), Cells(("pupils_primary", 1300), ("pupils_junior", 1250), ("pupils_senior", 900))));
        Assert.Equal((Outcome.NotMet, 1, "学校3（2550 人）"), (result.Outcome, result.Value, result.Failing.Single()));
        ItemResult open = Judge(item, [], (School("2", "312"), Cells(("pupils_primary", 2600))), (School("3", "345"), Cells(("pupils_primary", 2600), ("pupils_junior", 1))));
        Assert.Equal((Outcome.NotReported, "项目（学校2）", "学校3（2601 人）"), (open.Outcome, open.NotReported.Single(), open.Failing.Single()));
        Assert.Equal(Outcome.NotApplicable, Judge(item, [], (School("1"), Cells(("pupils_primary", 2600)))).Outcome);
    }

    [Theory]
    [InlineData(149, Outcome.Met)]
    [InlineData(150, Outcome.NotMet)] // below 0.15, not at it
    [InlineData(151, Outcome.NotMet)]
    public void Ceiling_of_a_reported_value_can_be_strict(int thousandths, Outcome outcome)
    {
        Item item = Item(ItemRule.Ceiling, Cell.Of(15, 2), "", Reported("rate"), new ItemToken(ItemToken.Below, ItemToken.Below, []));
        Assert.Equal(outcome, Judge(item, [Value("rate", Cell.Of(thousandths, 3))]).Outcome);
        Assert.Equal(thousandths == 151 ? Outcome.NotMet : Outcome.Met, Judge(item with { Inputs = [item.Inputs[0]] }, [Value("rate", Cell.Of(thousandths, 3))]).Outcome);
    }

    [Fact]
    public void Rooms_for_classes()
    {
        // Twelve classes need one room, 13 need two; mean area 192 / 2 = 96 keeps to 96, 191 / 2 = 95.5 does not.
        Item item = Item(ItemRule.RoomsPerClasses, 96, "m²", Columns("classes", "classes_{stage}"), Columns("rooms", "music_rooms"), Columns("area", "music_room_area"), new ItemToken("per", "12", []));
        (School, Dictionary<string, Cell>) Rooms(string id, int classes, int rooms, int area) => (School(id), Cells(("classes_primary", classes), ("music_rooms", rooms), ("music_room_area", area)));
        ItemResult result = Judge(item, [], Rooms("1", 12, 1, 96), Rooms("2", 13, 1, 200), Rooms("3", 24, 2, 192), Rooms("4", 24, 2, 191), Rooms("5", 0, 0, 0));
        Assert.Equal(Outcome.NotMet, result.Outcome);
        Assert.Equal(["学校2（要 2 间，有 1 间）", "学校4（平均每间 95.5 m²）"], result.Failing);
        Assert.Equal((2, 4), (result.Value, result.Inputs.Single().Value));
        Assert.Equal(Outcome.NotReported, Judge(item, [], Rooms("1", 12, 1, 96), (School("2"), Cells(("classes_primary", 6)))).Outcome);
    }

    [Fact]
    public void An_allowance_puts_another_threshold_in_place()
    {
        // 75 m² is below 96 but keeps to 73, which is for schools built by 2016; 2 was built later.
        Item item = Item(ItemRule.RoomsPerClasses, 96, "m²", Columns("classes", "classes_{stage}"), Columns("rooms", "music_rooms"), Columns("area", "music_room_area"), new ItemToken("per", "12", []));
        Allowance early = new(
            "early", "早建的学校", "i", null, PlaceCode.Country, new DateOnly(2012, 1, 1), null,
            [new AllowanceCondition.Compared("built_year", Relation.AtMost, Cell.Of(2016, 0))], new Replacement.ThresholdIs(Cell.Of(73, 0)), "文件");
        (School, Dictionary<string, Cell>) Built(string id, int year) => (School(id), Cells(("classes_primary", 6), ("music_rooms", 1), ("music_room_area", 75), ("built_year", year)));
        Release release = TestData.Release([Built("1", 2016), Built("2", 2017)]);
        Scheme scheme = Scheme() with { Items = [item], Gates = [new Gate("g", "关口", GateKind.Items, ["g"])], Allowances = [early] };
        ItemResult result = Findings.Compute(Dataset(scheme, release)).Verdict(release.Id, County, TestScheme)!.Items.Single();
        Assert.Equal(["学校2（平均每间 75.0 m²）"], result.Failing);
    }

    [Fact]
    public void Classes_over_reads_bands_and_says_where_a_band_is_too_wide()
    {
        Item item = Item(ItemRule.ClassesOver, 45, "人") with { Stage = Primary };
        (School, Dictionary<string, Cell>)[] schools = [(School("1"), Cells(("classes_primary", 6))), (School("2"), Cells(("classes_primary", 3)))];
        ClassBand Band(string school, int from, int? to, int classes) => new(new SchoolId(school), Primary, from, to, classes);
        ItemResult over = Judge(item, Release(schools, [Band("1", 41, 45, 4), Band("1", 46, 50, 2), Band("2", 66, null, 1), Band("2", 36, 40, 2)]));
        Assert.Equal((Outcome.NotMet, 3), (over.Outcome, over.Value));
        Assert.Equal(["学校1（2 个班）", "学校2（1 个班）"], over.Failing);
        Assert.Equal(Outcome.Met, Judge(item, Release(schools, [Band("1", 1, 45, 6), Band("2", 41, 45, 3)])).Outcome);
        Assert.Equal("项目（学校2（分段看不出））", Judge(item, Release(schools, [Band("1", 1, 45, 6), Band("2", 41, 50, 3)])).NotReported.Single());
        ItemResult missing = Judge(item, Release(schools, [Band("1", 46, 50, 6)]));
        Assert.Equal((Outcome.NotReported, "项目（学校2）", "学校1（6 个班）"), (missing.Outcome, missing.NotReported.Single(), missing.Failing.Single()));
    }

    [Fact]
    public void Growth_of_one_measure_and_of_one_before_another()
    {
        // As of 2024-05-01 the last whole year is 2023: 100 → 110 (+10 %) → 121 (+10 %) against 200 → 210 (+5 %) → 231 (+10 %).
        Item one = Item(ItemRule.Growth, 2, "年", new ItemToken("finance", "a", []));
        Item two = one with { Inputs = [new ItemToken("finance", "a", []), new ItemToken("finance", "b", [])] };
        Release release = Finance(("a", 2021, 100), ("a", 2022, 110), ("a", 2023, 121), ("b", 2021, 200), ("b", 2022, 210), ("b", 2023, 231));
        Assert.Equal(Outcome.Met, Judge(one, release).Outcome);
        Assert.Equal(10, Judge(one, release).Value, 9);
        ItemResult lead = Judge(two, release);
        Assert.Equal((Outcome.NotMet, "2023 年增长 10%，没有高于 10%"), (lead.Outcome, lead.Failing.Single()));
        Assert.Equal("2023 年比上年持平", Judge(one, Finance(("a", 2021, 100), ("a", 2022, 110), ("a", 2023, 110))).Failing.Single());
        ItemResult missing = Judge(one, Finance(("a", 2022, 110), ("a", 2023, 99)));
        Assert.Equal((Outcome.NotReported, "项目（2021 年a）", "2023 年比上年下降 10%"), (missing.Outcome, missing.NotReported.Single(), missing.Failing.Single()));
    }

    [Fact]
    public void Compare_wants_the_first_no_less_than_the_second()
    {
        Item item = Item(ItemRule.Compare, Cell.Blank, "", Reported("pay"), Reported("other"));
        Assert.Equal(Outcome.Met, Judge(item, Government(("pay", 98600), ("other", 98600))).Outcome);
        Assert.Equal("98599，低于 98600", Judge(item, Government(("pay", 98599), ("other", 98600))).Failing.Single());
        Assert.Equal(Outcome.NotReported, Judge(item, Government(("pay", 98599))).Outcome);
        Assert.Equal(Outcome.NotApplicable, Judge(item, [Value("pay", Cell.Of(5, 0)), Value("other", Cell.NotApplicable)]).Outcome);
    }

    [Fact]
    public void Document_needs_every_input_and_tells_what_is_known_to_lack()
    {
        Item item = Item(ItemRule.Document, Cell.Blank, "", Reported("a"), Reported("b"));
        Assert.Equal(Outcome.Met, Judge(item, Government(("a", 1), ("b", 1))).Outcome);
        Assert.Equal((Outcome.NotMet, "b：没有"), (Judge(item, Government(("a", 1), ("b", 0))).Outcome, Judge(item, Government(("a", 1), ("b", 0))).Failing.Single()));
        ItemResult half = Judge(item, Government(("b", 0)));
        Assert.Equal((Outcome.NotReported, "项目（a）", "b：没有"), (half.Outcome, half.NotReported.Single(), half.Failing.Single()));
        Item bare = Item(ItemRule.Document, Cell.Blank, "");
        Assert.Equal(Outcome.Met, Judge(bare, Government(("", 1))).Outcome);
        Assert.Equal(Outcome.NotReported, Judge(bare, Government()).Outcome);
    }

    [Theory]
    [InlineData("2020-06-12", null, Outcome.Met)] // three years to the day before 2023-09-01
    [InlineData("2020-09-01", null, Outcome.Met)]
    [InlineData("2020-09-02", null, Outcome.NotMet)]
    [InlineData("2020", null, Outcome.NotReported)] // January or December: it cannot be said
    [InlineData("2019", null, Outcome.Met)]
    [InlineData("2020-06-12", "2023-06-11", Outcome.NotMet)] // the day of application counts
    [InlineData("2020-06-12", "2023-06-12", Outcome.Met)]
    public void Recognised_for_three_years(string recognised, string? applied, Outcome outcome)
    {
        List<ProcedureStep> steps = [Step("other", Road.Recognition, recognised)];
        if (applied is not null)
        {
            steps.Add(Step("test", Road.Application, applied));
        }

        Item item = Item(ItemRule.RecognisedYears, 3, "年", new ItemToken("scheme", "other", []));
        Assert.Equal(outcome, Judge(item, TestData.Release([(School("1"), [])], procedure: steps)).Outcome);
        Assert.Equal(Outcome.NotReported, Judge(item, TestData.Release([(School("1"), [])])).Outcome);
        Assert.Equal(Outcome.NotMet, Judge(item, TestData.Release([(School("1"), [])], procedure: [Step("other", Road.Deferral, recognised)])).Outcome);
    }

    [Fact]
    public void Coefficients_of_the_periods_before()
    {
        // The method sheet's 0.5153 (rules.md §1.3) in 2021 and 2022: within 0.52, above 0.51.
        Release[] releases = [.. new[] { "2021", "2022", "2023" }.Select(p => TestData.Release(MethodSheet(), period: p))];
        Item item = Item(ItemRule.CoefficientHistory, Cell.Of(52, 2), "", new ItemToken("scheme", "test", []), new ItemToken("what", "composite", []), new ItemToken("periods", "2", [])) with { Stage = Primary };
        ItemResult met = Judge(item, releases);
        Assert.Equal((Outcome.Met, 0.5153, 2), (met.Outcome, Math.Round(met.Value, 4), met.Inputs.Count));
        ItemResult over = Judge(item with { Threshold = Cell.Of(51, 2) }, releases);
        Assert.Equal((Outcome.NotMet, "2021 年小学 0.515，高于 0.51"), (over.Outcome, over.Failing[0]));
        ItemResult missing = Judge(item, releases[1..]);
        Assert.Equal((Outcome.NotReported, "项目（2021 年小学）"), (missing.Outcome, missing.NotReported.Single()));
    }

    private static ProcedureStep Step(string scheme, string step, string done) => new(County, new SchemeId(scheme), step, new DateText(done), "", "", "", new SourceId("s"));

    private static Item Item(ItemRule rule, int threshold, string unit, params ItemToken[] inputs) => Item(rule, Cell.Of(threshold, 0), unit, inputs);

    private static Item Item(ItemRule rule, Cell threshold, string unit, params ItemToken[] inputs) =>
        new(new ItemId("i"), "g", 1, "项目", rule, inputs, null, PlaceCode.Country, new DateOnly(2012, 1, 1), null, threshold, unit, Cell.Blank, false, "文件");

    private static ItemToken Reported(string name) => new("", name, [new Term(name, 1)]);

    private static ItemToken Columns(string key, string name) => new(key, name, [new Term(name, 1)]);

    private static GovernmentValue Value(string input, Cell value) => new(County, TestScheme, new ItemId("i"), input, value, Cell.Blank, "证明");

    private static GovernmentValue[] Government(params (string Input, long Value)[] values) => [.. values.Select(v => Value(v.Input, Cell.Of(v.Value, 0)))];

    private static Release Finance(params (string Measure, int Year, long Value)[] values) =>
        With(TestData.Release([(School("1"), [])]), finance: [.. values.Select(v => new FinanceValue(County, v.Year, null, v.Measure, Cell.Of(v.Value, 0), new SourceId("s")))]);

    private static Release Release((School, Dictionary<string, Cell>)[] schools, ClassBand[] classes) => With(TestData.Release(schools), classes: classes);

    private static ItemResult Judge(Item item, GovernmentValue[] government, params (School, Dictionary<string, Cell>)[] schools) =>
        Judge(item, With(TestData.Release(schools.Length > 0 ? schools : [(School("1"), [])]), government: government));

    private static ItemResult Judge(Item item, params Release[] releases)
    {
        Scheme scheme = Scheme() with { Items = [item], Gates = [new Gate("g", "关口", GateKind.Items, ["g"])] };
        return Findings.Compute(Dataset(scheme, releases)).Verdict(releases[^1].Id, County, TestScheme)!.Items.Single();
    }
}
