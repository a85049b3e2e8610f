using System.Globalization;
using Portal.Domain.Data;

namespace Portal.Domain.Evaluation;

/// <summary>Outcome of a comparison with a limit or a standard.</summary>
public enum Outcome
{
    /// <summary>达到、在限值内.</summary>
    Met,

    /// <summary>未达到、超过限值.</summary>
    NotMet,

    /// <summary>暂无法判定: something is not reported.</summary>
    NotReported,

    /// <summary>不适用: nothing to compare with, or nothing comparable.</summary>
    NotApplicable,
}

/// <summary>
/// The one rule by which values are compared: unrounded, with a tolerance of 1e-12 (relative above 1), because sums of decimals
/// in binary exceed their exact value by a few units of the last place.
/// </summary>
public static class Comparison
{
    /// <summary>Tolerance for values up to 1; above, it grows with the limit.</summary>
    public const double Tolerance = 1e-12;

    /// <summary>True where the value keeps to the limit.</summary>
    public static bool Holds(double value, double limit, Sense sense)
    {
        double slack = Tolerance * Math.Max(1, Math.Abs(limit));
        return sense == Sense.AtMost ? value <= limit + slack : value >= limit - slack;
    }

    /// <summary>The outcome for a value that may be missing (NaN).</summary>
    public static Outcome Judge(double value, double limit, Sense sense) =>
        double.IsNaN(value) ? Outcome.NotReported : Holds(value, limit, sense) ? Outcome.Met : Outcome.NotMet;

    /// <summary>
    /// The value in print, with at least <paramref name="decimals"/> decimals and as many more (to 15) as it takes that the printed
    /// number does not contradict its verdict: 0.5004 against 0.50 does not print as 0.500.
    /// </summary>
    public static string Print(double value, int decimals, double limit, Sense sense)
    {
        bool holds = Holds(value, limit, sense);
        for (int places = decimals; places < 15; places++)
        {
            // A whole number below 2^53 over a power of ten is what its digits are read as.
            if (Units(value, places) is { } units)
            {
                if (Holds(Math.CopySign(units / Powers[places], value), limit, sense) == holds)
                {
                    return Print(units, places, value < 0 && units > 0);
                }

                continue;
            }

            string printed = Print(value, places);
            if (Holds(double.Parse(printed, CultureInfo.InvariantCulture), limit, sense) == holds)
            {
                return printed;
            }
        }

        return Print(value, 15);
    }

    /// <summary>
    /// Two values in print, with at least <paramref name="decimals"/> decimals and as many more (to 12) as it takes that the printed
    /// numbers stand to each other as the values do: 6.004 and 6.001 do not both print as 6.00.
    /// </summary>
    public static (string First, string Second) PrintPair(double first, double second, int decimals)
    {
        int relation = Relation(first, second);
        for (int places = decimals; places < 12; places++)
        {
            (string one, string other) = (Print(first, places), Print(second, places));
            if (Relation(double.Parse(one, CultureInfo.InvariantCulture), double.Parse(other, CultureInfo.InvariantCulture)) == relation)
            {
                return (one, other);
            }
        }

        return (Print(first, 12), Print(second, 12));
    }

    private static int Relation(double first, double second) => !Holds(first, second, Sense.AtLeast) ? -1 : Holds(first, second, Sense.AtMost) ? 0 : 1;

    /// <summary>As <see cref="Print(double, int, double, Sense)"/>, without zeros at the end: points of 85, 84.5, and 84.996 against 85.</summary>
    public static string PrintShort(double value, int decimals, double limit, Sense sense)
    {
        string printed = Print(value, decimals, limit, sense);
        return printed.Contains('.', StringComparison.Ordinal) ? printed.TrimEnd('0').TrimEnd('.') : printed;
    }

    /// <summary>The value in print, half away from zero, without a sign for zero.</summary>
    public static string Print(double value, int decimals)
    {
        if (Units(value, decimals) is { } units)
        {
            return Print(units, decimals, value < 0 && units > 0);
        }

        if (!(Math.Abs(value) < 1e15))
        {
            return value.ToString(Fixed[decimals], CultureInfo.InvariantCulture);
        }

        decimal rounded = Math.Round((decimal)value, decimals, MidpointRounding.AwayFromZero);
        // Up to fifteen digits a decimal and the double next to it print alike, and a decimal prints in half the time.
        return rounded == 0 ? 0d.ToString(Fixed[decimals], CultureInfo.InvariantCulture)
            : decimals <= 3 && Math.Abs(value) < 1e11 ? rounded.ToString(Fixed[decimals], CultureInfo.InvariantCulture)
            : ((double)rounded).ToString(Fixed[decimals], CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// The value without its sign, rounded, in units of the last decimal: 1250 for 12.5 with two decimals. Null where that takes decimal arithmetic:
    /// for more than eleven digits, and so near to a half that it depends on the fifteenth digit (to which a decimal takes a double) which way it goes.
    /// </summary>
    private static long? Units(double value, int decimals)
    {
        double scaled = Math.Abs(value) * Powers[decimals];
        if (!(scaled < 1e11))
        {
            return null;
        }

        long whole = (long)scaled;
        double rest = scaled - whole;
        return Math.Abs(rest - 0.5) <= 1e-3 ? null : rest < 0.5 ? whole : whole + 1;
    }

    private static string Print(long units, int decimals, bool negative)
    {
        Span<char> digits = stackalloc char[32];
        int at = digits.Length;
        for (int place = 0; place <= decimals || units > 0; place++)
        {
            if (place == decimals && decimals > 0)
            {
                digits[--at] = '.';
            }

            (units, long digit) = Math.DivRem(units, 10);
            digits[--at] = (char)('0' + digit);
        }

        if (negative)
        {
            digits[--at] = '-';
        }

        return digits[at..].ToString();
    }

    private static readonly double[] Powers = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    private static readonly string[] Fixed = [.. Enumerable.Range(0, 16).Select(decimals => "F" + decimals.ToString(CultureInfo.InvariantCulture))];
}
