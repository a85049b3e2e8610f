using FsCheck;
using FsCheck.Fluent;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using static Portal.Domain.Tests.TestData;

namespace Portal.Domain.Tests.Evaluation;

/// <summary>What is true of every county: two indicators, three to twenty schools, blanks where an indicator does not apply.</summary>
public class DriversPropertyTests
{
    private static readonly IndicatorId Rooms = new("rooms");
    private static readonly string[] Codes = ["111", "121", "210", ""];

    private sealed record Row(int Pupils, int Books, int? Rooms, string Code);

    private static Scheme Two(int hundredths = 50, int? standard = null, string what = "composite")
    {
        Scheme one = Scheme(
            limits: [new Limit(Primary, what, PlaceCode.Country, new DateOnly(2012, 1, 1), null, Cell.Of(hundredths, 2), Sense.AtMost, "")],
            standards: standard is { } s ? [new Standard(Books, Primary, PlaceCode.Country, new DateOnly(2012, 1, 1), null, Cell.Of(s, 0), null, "")] : []);
        return one with { Indicators = [one.Indicators[0], one.Indicators[0] with { Id = Rooms, Numerator = [new Term("rooms", 1)] }] };
    }

    private static Release County(Row[] rows, int factor = 1) => Release([.. rows.Select((r, i) => (
        School($"{i:D3}") with { UrbanRural = r.Code },
        new Dictionary<string, Cell>
        {
            ["pupils_primary"] = Cell.Of(r.Pupils, 0),
            ["books"] = Cell.Of((long)r.Books * factor, 0),
            ["rooms"] = r.Rooms is { } rooms ? Cell.Of((long)rooms * factor, 0) : Cell.NotApplicable,
        }))]);

    private static (StageResult Result, StageDrivers? Drivers) Compute(Scheme scheme, Release release)
    {
        Dataset data = Dataset(scheme, release);
        StageResult result = StageResult.Compute(data, release, scheme, Primary, TestData.County);
        return (result, StageDrivers.Compute(data, release, scheme, result));
    }

    [Fact]
    public void Shares_of_schools_and_of_indicators_sum_to_one() => Prop.ForAll(Counties(), rows =>
    {
        StageDrivers drivers = Compute(Two(), County(rows)).Drivers!;
        return drivers.Indicators.All(i => i.Schools.Count == 0 || Near(i.Schools.Sum(s => s.Share), 1))
            && (drivers.Composite.Count == 0 || Near(drivers.Composite.Sum(s => s.Share), 1))
            && (drivers.Parts.Count == 0 || Near(drivers.Parts.Sum(), 1));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Between_and_within_make_the_whole() => Prop.ForAll(Counties(), rows =>
        Compute(Two(), County(rows)).Drivers!.Indicators.All(i => i.Decomposition is not { } d || Near(d.Between + d.Groups.Sum(g => g.Within), 1))).QuickCheckThrowOnFailure();

    [Fact]
    public void The_unit_changes_no_share() => Prop.ForAll(Counties(), Gen.Choose(2, 90).ToArbitrary(), (rows, factor) =>
        Compute(Two(), County(rows)).Drivers!.Indicators.Zip(Compute(Two(), County(rows, factor)).Drivers!.Indicators)
            .All(p => p.First.Schools.Zip(p.Second.Schools).All(s => Near(s.First.Share, s.Second.Share) && s.First.Side == s.Second.Side))).QuickCheckThrowOnFailure();

    /// <summary>
    /// max(x, standard) never falls as x grows, and max(x, standard) / x never grows: such a change makes shares more equal (Lorenz
    /// dominance, Fellman 1976), and the coefficient with them. It holds for one standard for all schools, wherever it lies.
    /// </summary>
    [Fact]
    public void Raising_all_schools_to_one_standard_never_widens_the_difference() => Prop.ForAll(Counties(), Gen.Choose(0, 60).ToArbitrary(), (rows, standard) =>
    {
        (StageResult result, StageDrivers? drivers) = Compute(Two(standard: standard), County(rows));
        IndicatorDrivers books = drivers!.Indicators[0];
        return books.Raising is not { } raising
            || (raising.Value <= result.Indicators[0].Value + 1e-9 && (raising.Below > 0 || raising.Value == result.Indicators[0].Value));
    }).QuickCheckThrowOnFailure();

    /// <summary>Each school taken out of the tables in turn, and the whole county worked out anew.</summary>
    [Theory]
    [InlineData("composite")]
    [InlineData("each")]
    public void Stability_is_what_working_it_out_without_each_school_says(string what)
    {
        int yes = 0, no = 0;
        Prop.ForAll(Counties(), Gen.Choose(5, 120).ToArbitrary(), (rows, hundredths) =>
        {
            Scheme scheme = Two(hundredths, what: what);
            (StageResult result, StageDrivers? drivers) = Compute(scheme, County(rows));
            return drivers!.Stability.All(s =>
            {
                IndicatorResult whole = result.Of(s.What)!;
                bool? expected = whole.Schools - 1 < scheme.MinSchools ? null
                    : Enumerable.Range(0, rows.Length).Any(i => Compute(scheme, County([.. rows[..i], .. rows[(i + 1)..]])).Result.Of(s.What) is { } rest && rest.Outcome != whole.Outcome);
                yes += expected == true ? 1 : 0;
                no += expected == false ? 1 : 0;
                return s.OneDecides == expected;
            });
        }).QuickCheckThrowOnFailure();
        Assert.True(yes > 5 && no > 5, $"{yes} counties hang on a school and {no} do not: too few to tell");
    }

    /// <summary>A limit that is the exact coefficient without one school: the sums brought up to date must not misjudge it.</summary>
    [Fact]
    public void A_value_at_the_limit_is_judged_exactly() => Prop.ForAll(Counties(), rows =>
    {
        (StageResult _, StageDrivers? without) = Compute(Two(), County(rows[1..]));
        if (without is null || !without.Result.Indicators[0].HasValue)
        {
            return true;
        }

        Scheme scheme = Two(what: "books");
        decimal limit = Math.Round((decimal)without.Result.Indicators[0].Value, 9);
        scheme = scheme with { Limits = [scheme.Limits[0] with { Value = Cell.Of((long)(limit * 1_000_000_000m), 9) }] };
        (StageResult result, StageDrivers? drivers) = Compute(scheme, County(rows));
        bool expected = Enumerable.Range(0, rows.Length).Any(i => Compute(scheme, County([.. rows[..i], .. rows[(i + 1)..]])).Result.Indicators is [var rest, ..] && rest.Outcome != result.Indicators[0].Outcome);
        return result.Indicators[0].Schools <= scheme.MinSchools || drivers!.Stability.Single().OneDecides == expected;
    }).QuickCheckThrowOnFailure();

    private static bool Near(double a, double b) => Math.Abs(a - b) < 1e-9;

    private static Arbitrary<Row[]> Counties() => Arb.From(
        from n in Gen.Choose(4, 20)
        from rows in Gen.ArrayOf(
            from pupils in Gen.Choose(1, 900)
            from books in Gen.Choose(0, 20_000)
            from rooms in Gen.Choose(-10, 90)
            from code in Gen.Elements(Codes)
            select new Row(pupils, books, rooms < 0 ? null : rooms, code), n)
        select rows);
}
