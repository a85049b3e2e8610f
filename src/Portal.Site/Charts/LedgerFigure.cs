using Portal.Domain.Evaluation;
using Portal.Site.Text;

namespace Portal.Site.Charts;

/// <summary>A day of the chart of the ledger.</summary>
/// <param name="Count">Counts of the day.</param>
/// <param name="X">Per cent of the width.</param>
/// <param name="OpenY">Px of the open ones.</param>
/// <param name="ClosedY">Px of the closed ones.</param>
public sealed record LedgerMark(LedgerCount Count, double X, double OpenY, double ClosedY);

/// <summary>Open and closed findings over time. Both lines begin at zero and share one axis.</summary>
/// <param name="Title">What and when.</param>
/// <param name="Description">First, highest and last.</param>
/// <param name="Marks">Days, oldest first.</param>
public sealed record LedgerFigure(string Title, string Description, IReadOnlyList<LedgerMark> Marks)
{
    /// <summary>Top and bottom of the plot, px.</summary>
    public const double Top = 30, Bottom = 168;

    private const double FirstX = 4, LastX = 96;
    private const int Beside = 4; // marks that lie under a label at 320 px

    /// <summary>Whether the open ones end above the closed ones.</summary>
    public bool OpenAbove => Marks[^1].Count.Open >= Marks[^1].Count.Closed;

    /// <summary>Baseline of the label of the open ones.</summary>
    public double OpenLabelY => LabelY(m => m.OpenY, OpenAbove);

    /// <summary>Baseline of the label of the closed ones.</summary>
    public double ClosedLabelY => LabelY(m => m.ClosedY, !OpenAbove);

    /// <summary>The figure; null without points.</summary>
    public static LedgerFigure? Of(IReadOnlyList<LedgerCount> points)
    {
        if (points.Count == 0)
        {
            return null;
        }

        double most = Math.Max(1, points.Max(p => Math.Max(p.Open, p.Closed)));
        double YOf(int count) => Bottom - (count / most * (Bottom - Top));
        double XOf(int i) => points.Count == 1 ? 50 : FirstX + (i * (LastX - FirstX) / (points.Count - 1));
        LedgerCount highest = points.MaxBy(p => p.Open)!;
        return new LedgerFigure(
            points.Count == 1 ? $"未结和已结的整改，{Format.Day(points[0].Day)}" : $"未结和已结的整改，{Format.Day(points[0].Day)} 至 {Format.Day(points[^1].Day)} 各月末",
            $"{Words(points[0])}；{Words(points[^1])}。未结最多是 {Format.Day(highest.Day)}，{Format.Number(highest.Open)} 项。",
            [.. points.Select((p, i) => new LedgerMark(p, XOf(i), YOf(p.Open), YOf(p.Closed)))]);
    }

    // Clear of the marks beside it: above the upper line, below the lower one unless the axis is there.
    private double LabelY(Func<LedgerMark, double> y, bool above)
    {
        double[] near = [.. Marks.TakeLast(Beside).Select(y)];
        double below = near.Max() + 22;
        return above || below > Bottom - 4 ? near.Min() - 11 : below;
    }

    private static string Words(LedgerCount point) => $"{Format.Day(point.Day)} 未结 {Format.Number(point.Open)} 项，已结 {Format.Number(point.Closed)} 项";
}
