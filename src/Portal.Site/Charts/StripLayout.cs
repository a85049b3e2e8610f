using Portal.Domain.Evaluation;

namespace Portal.Site.Charts;

/// <summary>A dot's place.</summary>
public sealed record StripMark(StripDot Dot, double X, double Y);

/// <summary>The name of a dot over the limit, in a line of its own so that no two names meet.</summary>
/// <param name="Text">Name and value, or how many there are in all.</param>
/// <param name="X">Per cent.</param>
/// <param name="Y">Baseline, px.</param>
/// <param name="Anchor">Class of the text's anchor: empty (start), <c>t-m</c>, <c>t-e</c>.</param>
/// <param name="Mark">The dot it names, null for the line that only counts.</param>
public sealed record StripName(string Text, double X, double Y, string Anchor, StripMark? Mark);

/// <summary>Where everything of a strip stands: x in per cent, y in px.</summary>
/// <param name="Marks">Dots.</param>
/// <param name="Names">Names.</param>
/// <param name="Ticks">Values on the axis.</param>
/// <param name="LimitX">The limit, null without one.</param>
/// <param name="LimitTop">Baseline of the limit's words; the line begins below.</param>
/// <param name="Axis">The axis, px.</param>
/// <param name="Radius">Of a dot, px.</param>
public sealed record StripLayout(IReadOnlyList<StripMark> Marks, IReadOnlyList<StripName> Names, IReadOnlyList<(double Value, double X)> Ticks, double? LimitX, double LimitTop, double Axis, double Radius)
{
    private const double Narrow = 280; // px that the drawing has on a screen of 320: dots dodge as if it were so wide
    private const double First = 4;
    private const double Last = 96;
    private const int MostNames = 3;
    private const double Line = 21;

    /// <summary>Bars in place of dots, where there are too many; else none.</summary>
    public IReadOnlyList<StripPile> Piles { get; init; } = [];

    /// <summary>Height of the drawing, px.</summary>
    public double Height => Axis + 28;

    /// <summary>Lays out a figure.</summary>
    public static StripLayout Of(StripFigure figure)
    {
        double radius = figure.Dots.Count <= 30 ? 6.5 : figure.Dots.Count <= 80 ? 4.5 : 3;
        double step = (2 * radius) + (radius < 6 ? 1 : 3);
        double XOf(double value) => First + ((value - figure.AxisMin) / (figure.AxisMax - figure.AxisMin) * (Last - First));

        if (figure.Piled)
        {
            return Piled(figure, XOf);
        }

        // Each dot takes the lowest level where it touches no other: the dots are a pile, as in a histogram.
        List<double> ends = []; // right end of each level, px
        List<(StripDot Dot, double X, int Level)> placed = [];
        foreach (StripDot dot in figure.Dots.OrderBy(d => d.Value))
        {
            double x = XOf(dot.Value);
            double px = x / 100 * Narrow;
            int level = ends.FindIndex(end => px - end >= step);
            if (level < 0)
            {
                level = ends.Count;
                ends.Add(0);
            }

            ends[level] = px;
            placed.Add((dot, x, level));
        }

        StripDot[] over = [.. figure.Dots.Where(d => d.Outcome == Outcome.NotMet)];
        int lines = over.Length > MostNames ? MostNames + 1 : over.Length;
        double limitTop = (lines * Line) + 16;
        double axis = Math.Max(limitTop + 8 + (Math.Max(1, ends.Count) * step) + 6, lines == 0 ? 96 : 0);
        StripMark[] marks = [.. placed.Select(p => new StripMark(p.Dot, p.X, axis - 5.5 - radius - (p.Level * step)))];
        List<StripName> names = [];
        // Named in order of their codes, drawn from right to left, so that a leader seldom runs behind another name.
        StripMark[] named = [.. over.Take(MostNames).Select(d => marks.First(m => ReferenceEquals(m.Dot, d))).OrderByDescending(m => m.X)];
        foreach (StripMark mark in named)
        {
            string text = $"{mark.Dot.Label} {mark.Dot.Text}";
            double half = text.Sum(c => c > 0x2E80 ? 15.5 : 9) / 2 / Narrow * 100;
            (double x, string anchor) = mark.X + half > 100 ? (100, "t-e") : mark.X - half < 0 ? (0, "") : (mark.X, "t-m");
            names.Add(new StripName(text, x, 16 + (names.Count * Line), anchor, mark));
        }

        if (over.Length > MostNames)
        {
            names.Add(new StripName($"等 {over.Length} 个县区超过限值", 100, 16 + (names.Count * Line), "t-e", null));
        }

        return new StripLayout(marks, names, [.. TickValues(figure).Select(t => (t, XOf(t)))], figure.Limit is { } limit ? XOf(limit) : null, limitTop, axis, radius);
    }

    private static StripLayout Piled(StripFigure figure, Func<double, double> xOf)
    {
        int over = figure.Dots.Count(d => d.Outcome == Outcome.NotMet);
        double limitTop = (over > 0 ? Line : 0) + 16;
        double axis = limitTop + 8 + StripPiles.Highest + 6;
        StripName[] names = over == 0 ? [] : [new StripName($"{over} 个县区超过限值", 100, 16, "t-e", null)];
        return new StripLayout([], names, [.. TickValues(figure).Select(t => (t, xOf(t)))], figure.Limit is { } limit ? xOf(limit) : null, limitTop, axis, 0)
        {
            Piles = StripPiles.Of(figure.Dots, First, Last, xOf, axis),
        };
    }

    private static IEnumerable<double> TickValues(StripFigure figure)
    {
        double step = figure.AxisMax - figure.AxisMin > 1 ? Svg.RoundUp((figure.AxisMax - figure.AxisMin) / 5) : 0.2;
        for (int i = 0; figure.AxisMin + (i * step) <= figure.AxisMax + Comparison.Tolerance; i++)
        {
            yield return Math.Round(figure.AxisMin + (i * step), 10);
        }
    }
}
