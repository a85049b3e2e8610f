using Portal.Domain.Evaluation;

namespace Portal.Site.Charts;

/// <summary>One bar.</summary>
/// <param name="Label">Label to the left.</param>
/// <param name="Value">Value as printed, at least 0; NaN where there is none.</param>
/// <param name="Text">Value in print, or why there is none.</param>
/// <param name="Outcome">Outcome; not applicable where the value is not judged.</param>
/// <param name="Main">True for the composite, drawn thicker and first.</param>
public sealed record Bar(string Label, double Value, string Text, Outcome Outcome, bool Main);

/// <summary>Bars of a county's coefficients, from zero.</summary>
/// <param name="Id">Id of the figure, unique on the page.</param>
/// <param name="Title">What and where.</param>
/// <param name="Description">Values, highest, lowest, limit, verdict.</param>
/// <param name="Bars">Bars, main ones first.</param>
/// <param name="Limit">The limit, null where no document sets one.</param>
/// <param name="LimitText">The limit in words.</param>
/// <param name="LimitOnSingles">True where the limit holds for each single bar; false where only for the main one.</param>
/// <param name="SinglesNote">A line above the single bars.</param>
public sealed record BarsFigure(string Id, string Title, string Description, IReadOnlyList<Bar> Bars, double? Limit, string? LimitText, bool LimitOnSingles, string? SinglesNote)
{
    /// <summary>The longest bar among the figures that stand beside this one, so that all share one axis; 0 where it stands alone.</summary>
    public double Beside { get; init; }

    /// <summary>The longest of its bars, 0 where it has none.</summary>
    public double Longest => Bars.Where(b => !double.IsNaN(b.Value)).Select(b => b.Value).DefaultIfEmpty(0).Max();
}

/// <summary>One bar's place.</summary>
/// <param name="Bar">The bar.</param>
/// <param name="TextY">Baseline of label and value, px.</param>
/// <param name="Y">Top of the bar, px.</param>
/// <param name="Height">Height, px.</param>
/// <param name="Width">Length, per cent.</param>
public sealed record BarRow(Bar Bar, double TextY, double Y, double Height, double Width);

/// <summary>Where everything of a bar chart stands: x in per cent, y in px.</summary>
/// <param name="AxisMax">Value at the right edge.</param>
/// <param name="Height">Height of the drawing.</param>
/// <param name="Rows">Bars.</param>
/// <param name="NoteY">Baseline of the line above the single bars, null without one.</param>
/// <param name="LimitX">The limit, per cent, null without one.</param>
/// <param name="LimitTextY">Baseline of the limit's words.</param>
public sealed record BarsLayout(double AxisMax, double Height, IReadOnlyList<BarRow> Rows, double? NoteY, double? LimitX, double LimitTextY)
{
    private const double NarrowLimit = 35; // per cent; left of it the words of the limit would meet the label

    /// <summary>
    /// Lays out a figure. All charts share an axis of 0 to 1 unless a value is longer, so that two stages side by side compare;
    /// the limit stays left of three quarters of the width, clear of the values.
    /// </summary>
    public static BarsLayout Of(BarsFigure figure)
    {
        double max = Svg.RoundUp(Math.Max(1, Math.Max(Math.Max(figure.Longest, figure.Beside), (figure.Limit ?? 0) / 0.75)));
        double? limitX = figure.Limit / max * 100;
        List<BarRow> rows = [];
        double y = 0;
        foreach (Bar bar in figure.Bars.Where(b => b.Main))
        {
            rows.Add(new BarRow(bar, y + 16, y + 28, 22, Width(bar)));
            y += 64;
        }

        double limitTextY = limitX < NarrowLimit ? y + 8 : 16;
        if (limitX < NarrowLimit && rows.Count > 0 && !figure.LimitOnSingles)
        {
            y += 14;
        }

        double? noteY = null;
        if (figure.SinglesNote is not null)
        {
            noteY = y + (rows.Count == 0 ? 16 : 24);
            y = noteY.Value;
        }

        bool judged = figure.LimitOnSingles && figure.Limit is not null;
        if (judged)
        {
            limitTextY = y + 26;
            y = limitTextY + 4;
        }

        double thick = judged ? 10 : 6;
        foreach (Bar bar in figure.Bars.Where(b => !b.Main))
        {
            double textY = y + (y == 0 ? 16 : 31);
            rows.Add(new BarRow(bar, textY, textY + (judged ? 12 : 7), thick, Width(bar)));
            y = textY + (judged ? 18 : 11);
        }

        return new BarsLayout(max, y + 8, rows, noteY, limitX, limitTextY);

        double Width(Bar bar) => double.IsNaN(bar.Value) ? 0 : bar.Value / max * 100;
    }
}
