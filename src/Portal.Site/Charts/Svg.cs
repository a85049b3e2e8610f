using System.Globalization;
using Portal.Domain.Evaluation;

namespace Portal.Site.Charts;

/// <summary>Numbers of a drawing: x in per cent of the width, y in pixels, so that text keeps its size on every screen.</summary>
internal static class Svg
{
    /// <summary>A share of the width.</summary>
    public static string Pct(double percent) => Short(percent, 2) + "%";

    /// <summary>Pixels.</summary>
    public static string Px(double pixels) => Short(pixels, 1);

    private static string Short(double value, int decimals)
    {
        string printed = Comparison.Print(value, decimals);
        int end = printed.Length;
        while (printed[end - 1] == '0')
        {
            end--;
        }

        return printed[..(printed[end - 1] == '.' ? end - 1 : end)];
    }

    /// <summary>The number that is printed, so that lengths follow the printed value and not a longer one behind it.</summary>
    public static double Printed(string text) => double.Parse(text.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    /// <summary>The least round number at or above: steps of 0.2 up to 2, then 1, 2, 5 times a power of ten.</summary>
    public static double RoundUp(double value)
    {
        if (value <= 2)
        {
            return Math.Ceiling((value - Comparison.Tolerance) * 5) / 5;
        }

        double power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return new[] { 1, 2, 2.5, 5, 10 }.Select(step => step * power).First(round => round >= value - Comparison.Tolerance);
    }
}
