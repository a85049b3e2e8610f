using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Outcome = Portal.Domain.Evaluation.Outcome;

namespace Portal.Domain.Tests.Evaluation;

public class ComparisonTests
{
    /// <summary>Eight 3-digit coefficients whose exact mean is 0.65 but whose sum in binary is above 5.2.</summary>
    [Fact]
    public void A_mean_of_exactly_the_limit_meets_it_whatever_the_rounding_of_sums()
    {
        int above = 0;
        for (int seed = 0; seed < 2_000; seed++)
        {
            double[] values = EightWithMean650(seed);
            double sum = 0;
            foreach (double value in values)
            {
                sum += value;
            }

            above += sum / 8 > 0.65 ? 1 : 0;
            Assert.True(Comparison.Holds(sum / 8, 0.65, Sense.AtMost));
        }

        Assert.True(above > 0, "no case exceeds the limit in binary: the tolerance would not be tested");
    }

    [Theory]
    [InlineData(0.65, true)]
    [InlineData(0.65004, false)]
    [InlineData(0.6500000001, false)]
    [InlineData(0.649999, true)]
    public void The_unrounded_value_is_compared(double value, bool holds) => Assert.Equal(holds, Comparison.Holds(value, 0.65, Sense.AtMost));

    [Theory]
    [InlineData(0.65004, 0.65, "0.6500", false)]
    [InlineData(0.65004, 0.65, "0.65004", true)]
    [InlineData(0.5018, 0.50, "0.502", true)]
    [InlineData(0.5004, 0.50, "0.5004", true)]
    [InlineData(0.4821, 0.65, "0.482", true)]
    [InlineData(0.65, 0.65, "0.650", true)]
    public void Print_shows_enough_digits_for_the_verdict(double value, double limit, string printed, bool same) =>
        Assert.Equal(same, printed == Comparison.Print(value, 3, limit, Sense.AtMost));

    [Theory]
    [InlineData(4.1996, 4.2, 2, "4.1996")]
    [InlineData(4.18, 4.2, 1, "4.18")]
    [InlineData(4.2, 4.2, 1, "4.2")]
    public void Print_does_not_round_up_to_a_floor(double value, double floor, int decimals, string printed) =>
        Assert.Equal(printed, Comparison.Print(value, decimals, floor, Sense.AtLeast));

    /// <summary>
    /// However near the value lies to the limit (down to where comparisons no longer tell them apart), on either side: what is printed
    /// holds where the value holds. Limits of all sizes: coefficients, rates of 85 %, points, yuan.
    /// </summary>
    [Fact]
    public void No_printed_number_contradicts_its_verdict() => Prop.ForAll(
        Gen.Elements(0.45, 0.5, 0.65, 0.85, 4.505, 85.0, 2000.0).ToArbitrary(),
        Gen.Choose(-1_000, 1_000).Zip(Gen.Choose(3, 15)).ToArbitrary(),
        Gen.Choose(0, 3).Zip(Gen.Elements(Sense.AtMost, Sense.AtLeast)).ToArbitrary(),
        (limit, away, form) =>
        {
            double value = limit + (away.Item1 * Math.Pow(10, -away.Item2) * Math.Max(1, limit));
            string printed = Comparison.Print(value, form.Item1, limit, form.Item2);
            return Comparison.Holds(double.Parse(printed, CultureInfo.InvariantCulture), limit, form.Item2) == Comparison.Holds(value, limit, form.Item2);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));

    [Theory]
    [InlineData(84.996, "84.996")]
    [InlineData(84.5, "84.5")]
    [InlineData(80, "80")]
    [InlineData(85, "85")]
    [InlineData(91.254, "91.25")]
    public void Points_print_without_zeros_at_the_end_and_do_not_round_up_to_the_limit(double points, string printed) =>
        Assert.Equal(printed, Comparison.PrintShort(points, 2, 85, Sense.AtLeast));

    [Fact]
    public void A_missing_value_is_not_zero() => Assert.Equal(Outcome.NotReported, Comparison.Judge(double.NaN, 0.65, Sense.AtMost));

    [Theory]
    [InlineData(0.0005, 3, "0.001")]
    [InlineData(-0.0001, 3, "0.000")]
    [InlineData(2.5, 0, "3")]
    public void Print_rounds_half_away_from_zero_without_minus_zero(double value, int decimals, string printed) => Assert.Equal(printed, Comparison.Print(value, decimals));

    /// <summary>
    /// The rule in decimal arithmetic, worked out here: 200,000 numbers of either sign and up to fifteen digits, halves and their neighbours among them.
    /// </summary>
    [Fact]
    public void Print_rounds_as_decimal_arithmetic_does()
    {
        Random random = new(7);
        for (int i = 0; i < 200_000; i++)
        {
            int decimals = random.Next(0, 7);
            double value = random.Next(4) switch
            {
                0 => (random.Next(100_000) + 0.5) / Math.Pow(10, decimals),
                1 => random.Next(-2_000_000, 2_000_000) / 1000.0,
                2 => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(0, 15 - decimals)),
                _ => Math.BitIncrement((random.Next(1000) + 0.5) / Math.Pow(10, decimals)),
            };
            value = random.Next(3) == 0 ? Math.BitDecrement(value) : value;
            decimal rounded = Math.Round((decimal)value, decimals, MidpointRounding.AwayFromZero);
            string expected = Math.Abs(rounded).ToString("F" + decimals, CultureInfo.InvariantCulture);
            Assert.Equal(rounded < 0 ? "-" + expected : expected, Comparison.Print(value, decimals));
        }
    }

    private static double[] EightWithMean650(int seed)
    {
        uint state = (uint)((seed * 2654435761L) + 1);
        int[] thousandths = new int[8];
        int rest = 5_200;
        for (int i = 0; i < 7; i++)
        {
            state = (state * 1664525) + 1013904223;
            thousandths[i] = 500 + (int)(state >> 8) % 300;
            rest -= thousandths[i];
        }

        thousandths[7] = rest;
        return [.. thousandths.Select(t => t / 1000.0)];
    }
}
