using Portal.Domain.Evaluation;
using Portal.Site.Text;

namespace Portal.Site.Charts.Interactive;

/// <summary>
/// The drawings of a page once more as figures that can be enlarged and pointed at: the same values, limits and words, in Plotly's schema.
/// </summary>
public static class InteractiveFigures
{
    private const int Columns = 60; // of a strip's piles
    private const double Row = 34; // px of a bar with its label

    /// <summary>Bars of a county's coefficients.</summary>
    public static PlotlyFigure Of(BarsFigure figure)
    {
        // Plotly counts labels from below.
        Bar[] bars = [.. figure.Bars.Reverse()];
        int main = bars.Count(b => b.Main);
        double top = bars.Length - 0.5, from = figure.LimitOnSingles ? -0.5 : bars.Length - main - 0.5, to = figure.LimitOnSingles ? bars.Length - main - 0.5 : top;
        double max = BarsLayout.Of(figure).AxisMax;
        return new PlotlyFigure(
            [
                new PlotlyBars(
                    figure.Title,
                    [.. bars.Select(b => double.IsNaN(b.Value) ? (double?)null : b.Value)],
                    [.. bars.Select(b => b.Label)],
                    [.. bars.Select(b => $"{b.Label} {b.Text}{Judged(b.Outcome)}")],
                    new PlotlyMarker
                    {
                        Color = [.. bars.Select(b => b.Outcome == Outcome.NotMet ? PlotlyLooks.Ink : Fill(b.Outcome))],
                        Pattern = new PlotlyPattern([.. bars.Select(b => b.Outcome == Outcome.NotMet ? "/" : "")]),
                        Line = new PlotlyStroke(PlotlyLooks.Ink, 1),
                    }),
            ],
            new PlotlyLayout
            {
                Height = 70 + (bars.Length * Row),
                Margin = new PlotlyMargin(10, 20, 30, 40),
                Xaxis = new PlotlyAxis { Range = [0, max] },
                Yaxis = new PlotlyAxis { Type = "category", Automargin = true, Fixedrange = true },
                Shapes = figure.Limit is { } limit ? [new PlotlyShape(limit, limit, from, to)] : [],
                Annotations = figure.Limit is { } at ? [new PlotlyAnnotation(figure.LimitText ?? "", at, to, Xanchor: "center")] : [],
            });
    }

    /// <summary>Values over the periods; computed and published ones are two traces and never joined.</summary>
    public static PlotlyFigure Of(TrendFigure figure)
    {
        string[] periods = [.. figure.Points.Select(p => p.Period).Distinct()];
        List<PlotlyTrace> traces = [];
        foreach (bool published in new[] { false, true })
        {
            TrendPoint?[] points = [.. periods.Select(period => figure.Points.FirstOrDefault(p => p.Period == period && p.Published == published && !double.IsNaN(p.Value)))];
            if (points.Any(p => p is not null))
            {
                string name = published ? "文件公布" : "本站测算";
                traces.Add(new PlotlyLine(
                    name,
                    periods,
                    [.. points.Select(p => p?.Value)],
                    [.. points.Select(p => p is null ? "" : $"{Format.Period(p.Period)} {p.Text}（{name}）{(published ? "" : Judged(p.Outcome))}")],
                    new PlotlyMarker
                    {
                        Size = 12,
                        Color = [.. points.Select(p => published || p?.Outcome == Outcome.NotMet ? PlotlyLooks.Ink : Fill(p?.Outcome ?? Outcome.Met))],
                        Symbol = [.. points.Select(p => published ? "square-open" : Shape(p?.Outcome ?? Outcome.NotApplicable))],
                    },
                    new PlotlyStroke(published ? PlotlyLooks.Ink : PlotlyLooks.Within, 2, published ? "dot" : null)));
            }
        }

        return new PlotlyFigure(traces, new PlotlyLayout
        {
            Height = 360,
            Margin = new PlotlyMargin(50, 20, 30, 50),
            Xaxis = new PlotlyAxis { Type = "category" },
            Yaxis = new PlotlyAxis { Range = [figure.AxisMin, figure.AxisMax] },
            Shapes = figure.Limit is { } limit ? [new PlotlyShape(0, 1, limit, limit, Xref: "paper")] : [],
            Annotations = figure.Limit is { } at ? [new PlotlyAnnotation(figure.LimitText ?? "", 0, at, Xref: "paper")] : [],
            Showlegend = traces.Count > 1,
            Legend = new PlotlyLegend("h", 0, 1.02, "bottom"),
        });
    }

    /// <summary>Counties of an area on one line of values, each a dot even where the drawing has bars; enlarged, dots that lie close come apart.</summary>
    public static PlotlyFigure Of(StripFigure figure)
    {
        // Dots of nearly the same value are piled; how high one lies says nothing.
        double width = (figure.AxisMax - figure.AxisMin) / Columns;
        Dictionary<int, int> piles = [];
        StripDot[] dots = [.. figure.Dots.OrderBy(d => d.Value)];
        double[] heights = [.. dots.Select(d => (int)((d.Value - figure.AxisMin) / width)).Select(column => (double)(piles[column] = piles.GetValueOrDefault(column) + 1))];
        return new PlotlyFigure(
            [
                new PlotlyDots(
                    figure.Title,
                    [.. dots.Select(d => d.Value)],
                    heights,
                    [.. dots.Select(d => $"{d.Label} {d.Text}{Judged(d.Outcome)}")],
                    new PlotlyMarker
                    {
                        Size = figure.Piled ? 5 : 11,
                        Color = [.. dots.Select(d => d.Outcome == Outcome.NotMet ? PlotlyLooks.Ink : Fill(d.Outcome))],
                        Symbol = [.. dots.Select(d => Shape(d.Outcome))],
                    }),
            ],
            new PlotlyLayout
            {
                Height = figure.Piled ? 480 : 300,
                Margin = new PlotlyMargin(20, 20, 40, 40),
                Xaxis = new PlotlyAxis { Range = [figure.AxisMin, figure.AxisMax] },
                Yaxis = new PlotlyAxis { Visible = false, Fixedrange = true, Range = [0, Math.Max(4, piles.Values.DefaultIfEmpty(0).Max() + 1)] },
                Shapes = figure.Limit is { } limit ? [new PlotlyShape(limit, limit, 0, 1, Yref: "paper")] : [],
                Annotations = figure.Limit is { } at ? [new PlotlyAnnotation(figure.LimitText ?? "", at, 1, Yref: "paper", Xanchor: "center")] : [],
            });
    }

    private static string Judged(Outcome outcome) => outcome == Outcome.NotApplicable ? "" : "，" + LimitWords.Verdict(outcome);

    private static string Fill(Outcome outcome) => outcome == Outcome.Met ? PlotlyLooks.Within : PlotlyLooks.NotJudged;

    private static string Shape(Outcome outcome) => outcome switch { Outcome.NotMet => "diamond-open", Outcome.NotReported => "circle-open", _ => "circle" };
}
