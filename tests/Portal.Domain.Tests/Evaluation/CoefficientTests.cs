using FsCheck;
using FsCheck.Fluent;
using Portal.Domain.Evaluation;

namespace Portal.Domain.Tests.Evaluation;

public class CoefficientTests
{
    private static readonly double[] Books = [279, 137, 935, 160, 402];
    private static readonly double[] Pupils = [45, 37, 89, 76, 55];

    /// <summary>The worked example of the provincial method sheet (rules.md §1.3): mean 6.334, S 3.264, CV 0.5153.</summary>
    [Fact]
    public void The_method_sheets_example_comes_out()
    {
        Coefficient books = Coefficient.Of(Books, Pupils);

        Assert.Equal(6.334, books.Mean, 3);
        Assert.Equal(3.264, books.StandardDeviation, 3);
        Assert.Equal(0.5153, books.Value, 4);
    }

    /// <summary>The same example in exact fractions (Python's fractions and 50 digits of square root), to ten digits.</summary>
    [Fact]
    public void The_example_agrees_with_exact_fractions()
    {
        Coefficient books = Coefficient.Of(Books, Pupils);

        Assert.Equal(6.3344370861, books.Mean, 9);
        Assert.Equal(3.2638607052, books.StandardDeviation, 9);
        Assert.Equal(0.5152566299, books.Value, 9);
    }

    /// <summary>The unweighted (0.489) and the sample (0.546) formula give other numbers: this is the weighted population one.</summary>
    [Fact]
    public void Unweighted_and_sample_formulas_would_fail()
    {
        double[] values = [.. Books.Zip(Pupils, (x, p) => x / p)];
        double mean = values.Average();
        double squares = values.Sum(v => (v - mean) * (v - mean));

        Assert.Equal(0.489, Math.Sqrt(squares / 5) / mean, 3);
        Assert.Equal(0.546, Math.Sqrt(squares / 4) / mean, 3);
        Assert.NotEqual(0.489, Coefficient.Of(Books, Pupils).Value, 2);
        Assert.NotEqual(0.546, Coefficient.Of(Books, Pupils).Value, 2);
    }

    [Fact]
    public void Equal_schools_give_zero() => Assert.Equal(0, Coefficient.Of([10, 20, 30], [1, 2, 3]).Value, 12);

    [Fact]
    public void Nothing_anywhere_gives_no_coefficient() => Assert.True(double.IsNaN(Coefficient.Of([0, 0, 0], [1, 2, 3]).Value));

    [Fact]
    public void Lists_must_match() => Assert.Throws<ArgumentException>(() => Coefficient.Of([1, 2], [1]));

    [Fact]
    public void The_unit_does_not_change_the_coefficient() => Prop.ForAll(Counties(), Factors(), (county, factor) =>
    {
        double[] scaled = [.. county.Amounts.Select(a => a * factor)];
        return Math.Abs(Coefficient.Of(county.Amounts, county.Weights).Value - Coefficient.Of(scaled, county.Weights).Value) < 1e-9;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Per_hundred_gives_the_same_coefficient() => Prop.ForAll(Counties(), county =>
    {
        double[] hundreds = [.. county.Weights.Select(w => w * 0.01)];
        return Math.Abs(Coefficient.Of(county.Amounts, county.Weights).Value - Coefficient.Of(county.Amounts, hundreds).Value) < 1e-9;
    }).QuickCheckThrowOnFailure();

    /// <summary>Merging two schools of the same per-pupil value changes nothing: the formula weighs by pupils.</summary>
    [Fact]
    public void A_school_split_in_two_equal_halves_changes_nothing() => Prop.ForAll(Counties(), county =>
    {
        double[] amounts = [county.Amounts[0] / 2, county.Amounts[0] / 2, .. county.Amounts[1..]];
        double[] weights = [county.Weights[0] / 2, county.Weights[0] / 2, .. county.Weights[1..]];
        return Math.Abs(Coefficient.Of(county.Amounts, county.Weights).Value - Coefficient.Of(amounts, weights).Value) < 1e-9;
    }).QuickCheckThrowOnFailure();

    private sealed record County(double[] Amounts, double[] Weights);

    private static Arbitrary<County> Counties() => Arb.From(
        from n in Gen.Choose(3, 40)
        from amounts in Gen.ArrayOf(Gen.Choose(1, 90_000), n)
        from weights in Gen.ArrayOf(Gen.Choose(1, 3_000), n)
        select new County([.. amounts.Select(a => a / 10.0)], [.. weights.Select(w => (double)w)]));

    private static Arbitrary<double> Factors() => Arb.From(Gen.Choose(1, 100_000).Select(f => f / 100.0));
}
