using Portal.Domain.Evaluation;

namespace Portal.Site.Charts;

/// <summary>Counties of one outcome among those of nearly the same value: a part of a pile.</summary>
/// <param name="X">Left edge, per cent.</param>
/// <param name="Y">Upper edge, px.</param>
/// <param name="Width">Per cent.</param>
/// <param name="Height">In proportion to the number of counties, px.</param>
/// <param name="Outcome">Outcome.</param>
public sealed record StripPile(double X, double Y, double Width, double Height, Outcome Outcome);

/// <summary>Piles of dots as bars: the same drawing where there are too many dots for one each.</summary>
public static class StripPiles
{
    /// <summary>Dots drawn one by one at most.</summary>
    public const int MostDots = 300;

    /// <summary>Height of the highest pile, px.</summary>
    public const double Highest = 200;

    private const int Columns = 46;

    private static readonly Outcome[] Order = [Outcome.Met, Outcome.NotMet, Outcome.NotReported, Outcome.NotApplicable];

    /// <summary>The piles, from left to right, each from the bottom up; all columns are of one width, and a county is as high in all.</summary>
    /// <param name="dots">Dots.</param>
    /// <param name="from">Left edge of the first column, per cent.</param>
    /// <param name="to">Right edge of the last, per cent.</param>
    /// <param name="xOf">Where a value stands, per cent.</param>
    /// <param name="axis">The axis, px.</param>
    public static IReadOnlyList<StripPile> Of(IReadOnlyList<StripDot> dots, double from, double to, Func<double, double> xOf, double axis)
    {
        double width = (to - from) / Columns;
        int[][] counts = [.. Enumerable.Range(0, Columns).Select(_ => new int[Order.Length])];
        foreach (StripDot dot in dots)
        {
            counts[Math.Clamp((int)Math.Floor((xOf(dot.Value) - from) / width), 0, Columns - 1)][Array.IndexOf(Order, dot.Outcome)]++;
        }

        double county = Highest / counts.Max(c => c.Sum());
        List<StripPile> piles = [];
        for (int column = 0; column < Columns; column++)
        {
            double y = axis - 0.75;
            for (int kind = 0; kind < Order.Length; kind++)
            {
                double height = counts[column][kind] * county;
                if (height > 0)
                {
                    y -= height;
                    piles.Add(new StripPile(from + (column * width), y, width * 0.86, height, Order[kind]));
                }
            }
        }

        return piles;
    }
}
