using Portal.Domain.Data;

namespace Portal.Domain.Evaluation;

/// <summary>An interval of a rate, in percent.</summary>
/// <param name="Low">Lower end, 0 to 100.</param>
/// <param name="High">Upper end, 0 to 100.</param>
public readonly record struct RateInterval(double Low, double High);

/// <summary>Arithmetic of surveys.</summary>
public static class SurveyArithmetic
{
    /// <summary>The 97.5 % point of the normal distribution: an interval of 95 %.</summary>
    public const double Z = 1.959963984540054;

    /// <summary>Wilson's interval of 95 % of a rate (E. B. Wilson, 1927): right for rates near 100 % too, unlike the plain one.</summary>
    /// <param name="count">Satisfied forms, 0 to <paramref name="of"/>.</param>
    /// <param name="of">Valid forms, above 0.</param>
    public static RateInterval Wilson(double count, double of)
    {
        double rate = count / of;
        double square = Z * Z / of;
        double middle = (rate + (square / 2)) / (1 + square);
        double half = Z / (1 + square) * Math.Sqrt((rate * (1 - rate) / of) + (square / (4 * of)));
        return new RateInterval(Math.Max(0, middle - half) * 100, Math.Min(1, middle + half) * 100);
    }

    /// <summary>True where a whole number out of <paramref name="of"/>, as a percentage with the printed digits, gives the rate: 93 % of 50 does not.</summary>
    /// <param name="rate">Rate in percent as printed.</param>
    /// <param name="of">Base, above 0.</param>
    public static bool IsPossible(Cell rate, long of)
    {
        long scale = Scale(rate);
        long count = rate.Mantissa * of / (100 * scale);
        return IsNear(rate, count, of) || IsNear(rate, count + 1, of);
    }

    /// <summary>True where the rate as printed is that of a count.</summary>
    /// <param name="rate">Rate in percent as printed.</param>
    /// <param name="count">Count; not a number where it is not known.</param>
    /// <param name="of">Base.</param>
    public static bool IsRateOf(Cell rate, double count, double of) => rate.HasValue && of > 0 && !double.IsNaN(count) && IsNear(rate, (long)count, (long)of);

    // |100 count / of − rate| is at most half of the last printed digit; in whole numbers.
    private static bool IsNear(Cell rate, long count, long of) => Math.Abs((decimal)count * 100 * Scale(rate) - ((decimal)rate.Mantissa * of)) * 2 <= of;

    private static long Scale(Cell rate) => (long)Math.Pow(10, rate.Decimals);
}
