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

    private static readonly string[] Fixed = [.. Enumerable.Range(0, 16).Select(decimals => "F" + decimals.ToString(CultureInfo.InvariantCulture))];
}
