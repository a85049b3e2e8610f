using FsCheck;
using FsCheck.Fluent;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using static Portal.Domain.Tests.TestData;
using Outcome = Portal.Domain.Evaluation.Outcome;

namespace Portal.Domain.Tests.Evaluation;

/// <summary>What must hold of any county, whatever its numbers.</summary>
public class CountyPropertiesTests
{
    private static readonly Standard FiveBooks = new(Books, Primary, PlaceCode.Country, new DateOnly(2012, 1, 1), null, Cell.Of(5, 0), null, "");

    private sealed record County((long Pupils, long Books)[] Schools)
    {
        public IReadOnlyList<(School School, Dictionary<string, Cell> Cells)> Rows(long factor = 1) =>
            [.. Schools.Select((s, i) => (School($"{i:00}"), Cells(("pupils_primary", s.Pupils), ("books", s.Books * factor))))];
    }

    private static StageResult Compute(IReadOnlyList<(School, Dictionary<string, Cell>)> rows, IReadOnlyList<Exclusion>? exclusions = null, IReadOnlyList<OutsideRule>? outside = null)
    {
        Scheme scheme = Scheme(outside: outside);
        Release release = Release(rows, exclusions);
        return StageResult.Compute(Dataset(scheme, release), release, scheme, Primary, TestData.County);
    }

    private static SchoolResult[] Results(IReadOnlyList<(School, Dictionary<string, Cell>)> rows)
    {
        Scheme scheme = Scheme(standards: [FiveBooks]);
        Release release = Release(rows);
        Dataset data = Dataset(scheme, release);
        return [.. Enumerable.Range(0, release.Schools.Count).Select(row => SchoolResult.Compute(data, release, scheme, new SchoolPart(release, scheme, Primary, Words, row), null))];
    }

    /// <summary>合肥市庐阳区 (rules.md §1.3): its eight single coefficients, as published, and the composite that it published, .592, which is their plain mean.</summary>
    [Fact]
    public void The_published_composite_of_a_real_county_is_the_plain_mean_of_its_eight()
    {
        double[] published = [0.881, 1.299, 0.977, 0.379, 0.170, 0.334, 0.286, 0.408];
        // Three schools of as many pupils with 1 + 2t, 1 − t, 1 − t have the coefficient t√2: one indicator for each published value.
        Scheme scheme = Scheme() with
        {
            Indicators = [.. published.Select((_, i) => new Indicator(new IndicatorId($"i{i}"), "", "", "", 3, [new Term($"amount{i}", 1)], new Term("pupils_{stage}", 1), false, Better.Higher, IndicatorUse.Coefficient, ""))],
            Limits = [new Limit(Primary, "composite", PlaceCode.Country, new DateOnly(2012, 1, 1), null, Cell.Of(65, 2), Sense.AtMost, "")],
        };
        Release release = Release([.. Enumerable.Range(0, 3).Select(school => (School($"{school}"), Row(school)))]);
        StageResult stage = StageResult.Compute(Dataset(scheme, release), release, scheme, Primary, TestData.County);

        Assert.Equal(published.Select(p => Comparison.Print(p, 3)), stage.Indicators.Select(i => Comparison.Print(i.Value, 3)));
        Assert.Equal("0.592", Comparison.Print(stage.Composite!.Value, 3));
        Assert.Equal(Outcome.Met, stage.Outcome); // the county passed, with a single coefficient of 1.299

        Dictionary<string, Cell> Row(int school)
        {
            Dictionary<string, Cell> cells = Cells(("pupils_primary", 1));
            for (int i = 0; i < published.Length; i++)
            {
                double t = published[i] / Math.Sqrt(2);
                cells[$"amount{i}"] = Cell.Of((long)Math.Round((school == 0 ? 1 + (2 * t) : 1 - t) * 1e12), 12);
            }

            return cells;
        }
    }

    [Fact]
    public void Another_unit_changes_no_coefficient() => Prop.ForAll(Counties(), Arb.From(Gen.Choose(2, 10_000)), (county, factor) =>
        Math.Abs(Compute(county.Rows()).Indicators[0].Value - Compute(county.Rows(factor)).Indicators[0].Value) < 1e-9).QuickCheckThrowOnFailure();

    /// <summary>To the last bit: sums run in the order of ids, not of rows.</summary>
    [Fact]
    public void The_order_of_rows_changes_nothing() => Prop.ForAll(Counties(), Arb.From(Gen.Choose(0, int.MaxValue)), (county, seed) =>
    {
        List<(School School, Dictionary<string, Cell> Cells)> rows = [.. county.Rows()];
        uint state = (uint)seed | 1;
        for (int i = rows.Count - 1; i > 0; i--)
        {
            state = (state * 1664525) + 1013904223;
            int j = (int)(state >> 8) % (i + 1);
            (rows[i], rows[j]) = (rows[j], rows[i]);
        }

        return Compute(county.Rows()).Indicators[0].Equals(Compute(rows).Indicators[0])
            && Results(county.Rows()).Select(r => (r.Outcome, r.Indicators[0].Shortfall)).SequenceEqual(Results(rows).Select(r => (r.Outcome, r.Indicators[0].Shortfall)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_a_school_outside_reports_changes_nothing() => Prop.ForAll(Counties(), Arb.From(Gen.Choose(0, 9_000)), Arb.From(Gen.Choose(1, 9_000)), (county, books, pupils) =>
    {
        IReadOnlyList<OutsideRule> rule = [new OutsideRule("民办学校", [], ["民办"], null, Scope.Coefficient)];
        Exclusion decision = new(new SchoolId("98"), Primary, TestScheme, "重建");
        StageResult without = Compute(county.Rows());
        StageResult with = Compute(
            [.. county.Rows(), (School("98"), Cells(("pupils_primary", pupils), ("books", books))), (School("99", sponsor: "民办"), Cells(("pupils_primary", pupils), ("books", books)))],
            [decision],
            rule);
        return without.Indicators[0].Equals(with.Indicators[0]) && without.Pupils == with.Pupils;
    }).QuickCheckThrowOnFailure();

    /// <summary>A blank leaves its school out, as if it had no row, and makes no verdict; a zero is a value and moves the mean.</summary>
    [Fact]
    public void A_blank_never_counts_as_zero() => Prop.ForAll(Counties(), Arb.From(Gen.Choose(0, 3)), (county, index) =>
    {
        List<(School School, Dictionary<string, Cell> Cells)> blank = [.. county.Rows()];
        blank[index].Cells["books"] = Cell.Blank;
        List<(School School, Dictionary<string, Cell> Cells)> zero = [.. county.Rows()];
        zero[index].Cells["books"] = Cell.Of(0, 0);
        List<(School School, Dictionary<string, Cell> Cells)> gone = [.. county.Rows()];
        gone.RemoveAt(index);
        IndicatorResult of = Compute(blank).Indicators[0];
        SchoolResult school = Results(blank)[index];
        return of.Value.Equals(Compute(gone).Indicators[0].Value) && of.Missing == 1
            && of.Mean > Compute(zero).Indicators[0].Mean
            && school.Outcome == Outcome.NotReported && double.IsNaN(school.Indicators[0].Shortfall)
            && Results(zero)[index].Outcome == Outcome.NotMet;
    }).QuickCheckThrowOnFailure();

    private static Arbitrary<County> Counties() => Arb.From(
        from n in Gen.Choose(4, 20)
        from pupils in Gen.ArrayOf(Gen.Choose(1, 3_000), n)
        from books in Gen.ArrayOf(Gen.Choose(1, 60_000), n)
        select new County([.. pupils.Zip(books, (p, b) => ((long)p, (long)b))]));
}
