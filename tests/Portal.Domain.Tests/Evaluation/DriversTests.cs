using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using static Portal.Domain.Tests.TestData;

namespace Portal.Domain.Tests.Evaluation;

/// <summary>
/// The worked example of rules.md §1.3 taken apart. Expected values were worked out by hand in exact fractions: X̄ = 1913/302,
/// S² = 3343375367537/313849836740; the first school's share is 255254026797/1009699360996174.
/// </summary>
public class DriversTests
{
    private static readonly DateOnly Start = new(2012, 1, 1);

    private static Limit LimitOf(long hundredths, string what = "composite") => new(Primary, what, PlaceCode.Country, Start, null, Cell.Of(hundredths, 2), Sense.AtMost, "");

    private static Standard StandardOf(long value) => new(Books, Primary, PlaceCode.Country, Start, null, Cell.Of(value, 0), null, "");

    private static StageDrivers? Compute(Scheme scheme, Release release, Vocabulary? words = null)
    {
        Dataset data = Dataset(scheme, words ?? Words, release);
        return StageDrivers.Compute(data, release, scheme, StageResult.Compute(data, release, scheme, Primary, County));
    }

    /// <summary>The five schools: 1 and 2 in the city (111, 112), 3 in a town (121), 4 in a village (220), 5 without a code or as given.</summary>
    private static Release InSettlements(string fifth = "210")
    {
        string[] codes = ["111", "112", "121", "220", fifth];
        return Release([.. MethodSheet().Select((r, i) => (r.Item1 with { UrbanRural = codes[i] }, r.Item2))]);
    }

    [Fact]
    public void Each_school_has_its_share_and_its_side()
    {
        IndicatorDrivers books = Compute(Scheme(), Release(MethodSheet()))!.Indicators[0];

        double[] expected = [255254026797 / 1009699360996174.0, 80428087215245 / 1009699360996174.0, 485992942193385 / 1009699360996174.0, 213312642694470 / 504849680498087.0, 16397792171807 / 1009699360996174.0];
        Assert.Equal(expected.Length, books.Schools.Count);
        Assert.All(books.Schools.Zip(expected), p => Assert.Equal(p.Second, p.First.Share, 12));
        Assert.Equal([Side.Below, Side.Below, Side.Above, Side.Below, Side.Above], books.Schools.Select(s => s.Side!.Value));
        Assert.Equal([0, 1, 2, 3, 4], books.Schools.Select(s => s.Row));
    }

    [Fact]
    public void A_composite_of_one_indicator_has_that_indicators_shares_and_no_sides()
    {
        StageDrivers drivers = Compute(Scheme(), Release(MethodSheet()))!;

        Assert.Equal([1.0], drivers.Parts);
        Assert.All(drivers.Composite.Zip(drivers.Indicators[0].Schools), p => Assert.Equal(p.Second.Share, p.First.Share, 12));
        Assert.All(drivers.Composite, s => Assert.Null(s.Side));
    }

    /// <summary>Means 416/82, 935/89, 562/131; within 0.0393614, 0, 0.2685843; between 0.6920543.</summary>
    [Fact]
    public void The_difference_lies_between_and_within_settlements()
    {
        Decomposition parts = Compute(Scheme(), InSettlements())!.Indicators[0].Decomposition!;

        Assert.Equal([Settlement.City, Settlement.Town, Settlement.Village], parts.Groups.Select(g => g.Group));
        Assert.Equal([2, 1, 2], parts.Groups.Select(g => g.Schools));
        Assert.Equal([82.0, 89, 131], parts.Groups.Select(g => g.Pupils));
        Assert.All(parts.Groups.Zip([416 / 82.0, 935 / 89.0, 562 / 131.0]), p => Assert.Equal(p.Second, p.First.Mean, 9));
        Assert.All(parts.Groups.Zip([0.03936141526960882, 0, 0.2685843091818281]), p => Assert.Equal(p.Second, p.First.Within, 9));
        Assert.Equal(0.6920542755485631, parts.Between, 9);
    }

    [Fact]
    public void A_school_without_a_code_is_a_group_of_its_own() =>
        Assert.Equal(
            [(Settlement.City, 2), (Settlement.Town, 1), (Settlement.Village, 1), (Settlement.Unknown, 1)],
            Compute(Scheme(), InSettlements(fifth: ""))!.Indicators[0].Decomposition!.Groups.Select(g => (g.Group, g.Schools)));

    /// <summary>To 5 books: 137 → 185 and 160 → 380, coefficient 0.315207892974612. To 7: the first school is raised too, 0.193584212908514.</summary>
    [Theory]
    [InlineData(5, 2, 0.315207892974612)]
    [InlineData(7, 3, 0.193584212908514)]
    [InlineData(2, 0, 0.515256629884476)]
    [InlineData(11, 5, 0)]
    public void Schools_below_the_standard_are_raised_to_it(int standard, int below, double coefficient)
    {
        StageDrivers drivers = Compute(Scheme(standards: [StandardOf(standard)]), Release(MethodSheet()))!;

        Assert.Equal(below, drivers.Indicators[0].Raising!.Below);
        Assert.Equal(coefficient, drivers.Indicators[0].Raising!.Value, 12);
        Assert.Equal(coefficient, drivers.RaisedComposite, 12);
    }

    /// <summary>School 4 (160 books for 76 pupils) is outside the standards: only school 2 is raised to 5.</summary>
    [Fact]
    public void A_school_to_which_the_standards_do_not_apply_is_not_raised()
    {
        (School School, Dictionary<string, Cell>)[] rows = [.. MethodSheet()];
        rows[3] = (rows[3].School with { Sponsor = "民办" }, rows[3].Item2);
        Scheme scheme = Scheme(standards: [StandardOf(5)], outside: [new OutsideRule("民办", [], ["民办"], null, Scope.Standards)]);

        Assert.Equal(1, Compute(scheme, Release(rows))!.Indicators[0].Raising!.Below);
    }

    /// <summary>An allowance for fewer than 40 pupils sets 3 books: school 2 (3.7 a pupil, 37 pupils) passes, school 4 (2.1) does not.</summary>
    [Fact]
    public void A_school_that_an_allowance_lets_pass_is_not_raised()
    {
        Allowance small = new("a", "小规模", "books", null, PlaceCode.Country, Start, null, [new AllowanceCondition.Compared("pupils", Relation.Below, Cell.Of(40, 0))], new Replacement.StandardIs(Cell.Of(3, 0)), "");

        Assert.Equal(1, Compute(Scheme(standards: [StandardOf(5)]) with { Allowances = [small] }, Release(MethodSheet()))!.Indicators[0].Raising!.Below);
    }

    [Fact]
    public void Without_a_standard_there_is_no_effect_of_raising()
    {
        StageDrivers drivers = Compute(Scheme(), Release(MethodSheet()))!;

        Assert.Null(drivers.Indicators[0].Raising);
        Assert.True(double.IsNaN(drivers.RaisedComposite));
    }

    /// <summary>
    /// Without one school the coefficient would be 0.5564, 0.4957, 0.4770, 0.3210 or 0.5841 in place of 0.5153: 0.65 and 0.31 stand
    /// firm, 0.50 and 0.55 hang on one school.
    /// </summary>
    [Theory]
    [InlineData(65, false)]
    [InlineData(31, false)]
    [InlineData(50, true)]
    [InlineData(55, true)]
    public void Whether_one_school_decides_is_a_yes_or_no(int limit, bool decides)
    {
        Assert.Equal([new Stability(IndicatorId.Composite, decides)], Compute(Scheme(limits: [LimitOf(limit)]), Release(MethodSheet()))!.Stability);
        Assert.Equal([new Stability(Books, decides)], Compute(Scheme(limits: [LimitOf(limit, "each")]), Release(MethodSheet()))!.Stability);
    }

    /// <summary>
    /// A school of 10⁹ pupils beside four of ten with 1, 2, 3, 4 books a pupil: without it the coefficient is √1.25 / 2.5 = 0.447214. What
    /// sums in binary leave of the four after taking the large one away is not that; it must be worked out anew.
    /// </summary>
    [Theory]
    [InlineData(4472, true)]
    [InlineData(4473, false)]
    public void A_school_that_is_nearly_everything_is_judged_exactly(int limit, bool decides)
    {
        Release release = Release([.. Enumerable.Range(1, 4).Select(i => (School($"{i}"), Cells(("pupils_primary", 10), ("books", 10 * i)))), (School("5"), Cells(("pupils_primary", 1_000_000_000), ("books", 3_000_000_000_007)))]);

        Assert.Equal([new Stability(IndicatorId.Composite, decides)], Compute(Scheme(limits: [LimitOf(0) with { Value = Cell.Of(limit, 4) }]), release)!.Stability);
    }

    [Fact]
    public void With_just_enough_schools_nothing_is_said_of_one_fewer() =>
        Assert.Equal([new Stability(IndicatorId.Composite, null)], Compute(Scheme(minSchools: 5, limits: [LimitOf(50)]), Release(MethodSheet()))!.Stability);

    [Fact]
    public void Without_a_verdict_nothing_can_decide_it()
    {
        List<(School, Dictionary<string, Cell>)> rows = [.. MethodSheet(), (School("6"), new Dictionary<string, Cell> { ["pupils_primary"] = Cell.Of(50, 0), ["books"] = Cell.Blank })];

        Assert.Empty(Compute(Scheme(limits: [LimitOf(50)]), Release(rows))!.Stability);
    }

    [Fact]
    public void Too_few_schools_have_no_drivers() => Assert.Null(Compute(Scheme(), Release([.. MethodSheet().Take(2)])));

    [Fact]
    public void Equal_schools_have_no_shares()
    {
        StageDrivers drivers = Compute(Scheme(), Release([.. MethodSheet().Select(r => (r.Item1, Cells(("pupils_primary", (long)r.Item2["pupils_primary"].Value), ("books", 7 * (long)r.Item2["pupils_primary"].Value))))]))!;

        Assert.Empty(drivers.Indicators[0].Schools);
        Assert.Null(drivers.Indicators[0].Decomposition);
        Assert.Empty(drivers.Parts);
        Assert.Null(drivers.Largest);
    }

    /// <summary>data.md §6: a column disclosed by county, or with a small count in it (the smallest is 137), publishes no parts.</summary>
    [Theory]
    [InlineData(Disclosure.School, 137, false)]
    [InlineData(Disclosure.School, 138, true)]
    [InlineData(Disclosure.County, null, true)]
    public void A_withheld_indicator_publishes_no_parts(Disclosure disclosure, int? least, bool withheld)
    {
        Vocabulary words = new([new Column("books", "图书", "册", null, ColumnKind.Asset, 0, disclosure, "", least, "")], Words.Types, new Dictionary<(string, string), string>());
        StageDrivers drivers = Compute(Scheme(standards: [StandardOf(5)]), InSettlements(), words)!;

        Assert.Equal(withheld, drivers.Indicators[0].Withheld);
        Assert.Equal(withheld, drivers.Indicators[0].Schools.Count == 0);
        Assert.Equal(withheld, drivers.Indicators[0].Decomposition is null);
        Assert.Equal(withheld, drivers.Indicators[0].Raising is null);
        Assert.Equal(withheld, drivers.Composite.Count == 0);
        Assert.Equal(withheld, double.IsNaN(drivers.RaisedComposite));
        Assert.Equal(withheld, drivers.Largest is null);
    }

    /// <summary>Coefficients 0.8, 0.4 after 0.5, 0.6: the composite goes from 0.55 to 0.60, by 0.15 and −0.10.</summary>
    [Fact]
    public void The_change_of_the_composite_is_shared_out_to_the_indicators()
    {
        IReadOnlyList<double> change = StageDrivers.Change(Two(0.5, 0.6), Two(0.8, 0.4));

        Assert.All(change.Zip([0.15, -0.1]), p => Assert.Equal(p.Second, p.First, 12));
        Assert.Empty(StageDrivers.Change(Two(0.5, double.NaN), Two(0.8, 0.4)));
    }

    private static StageResult Two(double first, double second)
    {
        IndicatorResult Of(string name, double value) => new(new IndicatorId(name), 5, 0, 1, 1, value, null, Outcome.NotApplicable);
        return new StageResult(County, TestScheme, Primary, 5, 0, 302, true, [Of("a", first), Of("b", second)], Of("composite", (first + second) / 2));
    }
}
