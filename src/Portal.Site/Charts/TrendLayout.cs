namespace Portal.Site.Charts;

/// <summary>A point's place.</summary>
/// <param name="Point">The point.</param>
/// <param name="X">Per cent.</param>
/// <param name="Y">Px.</param>
/// <param name="LabelY">Baseline of its value, null where there is no room for it (the table has it).</param>
public sealed record TrendMark(TrendPoint Point, double X, double Y, double? LabelY);

/// <summary>A piece of line between two neighbouring periods of the same kind.</summary>
public sealed record TrendLine(TrendMark From, TrendMark To);

/// <summary>A period on the axis.</summary>
public sealed record TrendTick(string Period, double X, bool Labelled, bool Gap);

/// <summary>Where everything of a trend stands: x in per cent, y in px.</summary>
/// <param name="Ticks">Periods.</param>
/// <param name="Marks">Points that have a value.</param>
/// <param name="Lines">Lines; a gap has none, and none joins a computed to a published value.</param>
/// <param name="LimitY">The limit, null without one.</param>
/// <param name="LimitAtEnd">Whether the words of the limit stand at the right end; else at the left.</param>
public sealed record TrendLayout(IReadOnlyList<TrendTick> Ticks, IReadOnlyList<TrendMark> Marks, IReadOnlyList<TrendLine> Lines, double? LimitY, bool LimitAtEnd)
{
    /// <summary>Top and bottom of the plot, px.</summary>
    public const double Top = 34, Bottom = 168;

    private const double FirstX = 9;
    private const double LastX = 91;
    private const int MostLabels = 6; // values and years that stand side by side at 320 px

    /// <summary>Lays out a figure.</summary>
    public static TrendLayout Of(TrendFigure figure)
    {
        string[] periods = [.. figure.Points.Select(p => p.Period).Distinct()];
        double XOf(string period) => periods.Length == 1 ? 50 : FirstX + (Array.IndexOf(periods, period) * (LastX - FirstX) / (periods.Length - 1));
        double YOf(double value) => Bottom - ((value - figure.AxisMin) / (figure.AxisMax - figure.AxisMin) * (Bottom - Top));
        TrendPoint[] known = [.. figure.Points.Where(p => !double.IsNaN(p.Value))];
        int every = (periods.Length + MostLabels - 1) / MostLabels;
        bool Labelled(string period) => every <= 1 || (periods.Length - 1 - Array.IndexOf(periods, period)) % every == 0;
        TrendTick[] ticks = [.. periods.Select(p => new TrendTick(p, XOf(p), Labelled(p), known.All(k => k.Period != p)))];

        TrendMark[] marks = [.. known.OrderByDescending(p => p.Published).Select(p =>
        {
            TrendPoint[] beside = [.. known.Where(o => o.Period == p.Period && !ReferenceEquals(o, p))];
            bool above = beside.Length == 0 ? p.Value > figure.Limit : beside.All(o => p.Value > o.Value || (p.Value == o.Value && p.Published));
            double y = YOf(p.Value);
            bool room = Labelled(p.Period) && beside.Length < 2;
            return new TrendMark(p, XOf(p.Period), y, room ? (above ? y - 13 : y + 23) : null);
        })];

        List<TrendLine> lines = [];
        foreach (IGrouping<bool, TrendMark> kind in marks.GroupBy(m => m.Point.Published))
        {
            TrendMark[] row = [.. kind.DistinctBy(m => m.Point.Period)];
            foreach ((TrendMark from, TrendMark to) in row.Zip(row.Skip(1)))
            {
                if (Array.IndexOf(periods, to.Point.Period) - Array.IndexOf(periods, from.Point.Period) == 1)
                {
                    lines.Add(new TrendLine(from, to));
                }
            }
        }

        double? limitY = figure.Limit is { } limit ? YOf(limit) : null;
        // The words of the limit take the upper side of about a quarter of the width: the end where fewer marks and values are.
        int Taken(Func<TrendMark, bool> at) => marks.Count(m => at(m) && (Near(m.Y) || (m.LabelY is { } label && Near(label - 5))));
        bool Near(double y) => limitY is { } line && y > line - 30 && y < line + 8;
        return new TrendLayout(ticks, marks, lines, limitY, Taken(m => m.X > 68) <= Taken(m => m.X < 32));
    }
}
