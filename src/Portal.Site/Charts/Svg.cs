using System.Globalization;
using Portal.Domain.Evaluation;

namespace Portal.Site.Charts;

/// <summary>Numbers of a drawing: x in per cent of the width, y in pixels, so that text keeps its size on every screen.</summary>
internal static class Svg
{
    /// <summary>A share of the width.</summary>
    public static string Pct(double percent) => percent.ToString("0.##", CultureInfo.InvariantCulture) + "%";

    /// <summary>Pixels.</summary>
    public static string Px(double pixels) => pixels.ToString("0.#", CultureInfo.InvariantCulture);

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
