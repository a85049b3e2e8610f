using System.Globalization;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Text;

namespace Portal.Site.Charts;

/// <summary>A value of a period.</summary>
/// <param name="Period">Period, e.g. 2023.</param>
/// <param name="Value">Value as printed; NaN where the period has none: a gap.</param>
/// <param name="Text">Value in print, or why there is none.</param>
/// <param name="Outcome">Outcome; a published value is never judged here.</param>
/// <param name="Published">True for a value read from a document, false for one worked out from a release.</param>
public sealed record TrendPoint(string Period, double Value, string Text, Outcome Outcome, bool Published);

/// <summary>Values over the periods. Computed and published ones have marks of their own and are never joined.</summary>
/// <param name="Id">Id of the figure, unique on the page.</param>
/// <param name="Title">What and where.</param>
/// <param name="Description">All values, limit.</param>
/// <param name="Points">Points by period, gaps included.</param>
/// <param name="Limit">The limit, null where there are only published values or no document sets one.</param>
/// <param name="LimitText">The limit in words.</param>
/// <param name="AxisMin">Lower end of the axis; said in words where it is not zero.</param>
/// <param name="AxisMax">Upper end.</param>
public sealed record TrendFigure(string Id, string Title, string Description, IReadOnlyList<TrendPoint> Points, double? Limit, string? LimitText, double AxisMin, double AxisMax);

/// <summary>Makes trends.</summary>
public static class Trend
{
    private const double Step = 0.1;
    private const int MostYears = 20;

    /// <summary>The trend of an indicator (or the composite) of a place.</summary>
    /// <param name="scheme">Scheme.</param>
    /// <param name="stage">Stage.</param>
    /// <param name="indicator">Indicator or <see cref="IndicatorId.Composite"/>.</param>
    /// <param name="place">Place.</param>
    /// <param name="computed">Releases with what they came to, null where a release has nothing of the place.</param>
    /// <param name="published">Published values; those of other places, stages, schemes or indicators are passed over.</param>
    /// <param name="id">Id of the figure.</param>
    public static TrendFigure For(
        Scheme scheme,
        StageId stage,
        IndicatorId indicator,
        Place place,
        IReadOnlyList<(Release Release, StageResult? Result)> computed,
        IReadOnlyList<PublishedCoefficient> published,
        string id)
    {
        List<TrendPoint> points = [];
        foreach ((Release release, StageResult? stageResult) in computed)
        {
            if (stageResult?.Of(indicator) is { HasValue: true } result)
            {
                string text = Format.Coefficient(result);
                points.Add(new TrendPoint(release.Id.Period, Svg.Printed(text), text, result.Outcome, false));
            }
        }

        PublishedCoefficient[] own = [.. published.Where(p => p.Place == place.Code && p.Stage == stage && p.Scheme == scheme.Id && p.Indicator == indicator && p.Value.HasValue)];
        points.AddRange(own.Where(p => p.Year.Length > 0).Select(p => new TrendPoint(p.Year, p.Value.Value, p.Value.ToString(), Outcome.NotApplicable, true)));
        HashSet<string> have = [.. points.Select(p => p.Period)];
        points.AddRange(Slots(have.Concat(computed.Where(c => c.Result is not null).Select(c => c.Release.Id.Period))).Where(p => !have.Contains(p)).Select(p => new TrendPoint(p, double.NaN, "无数据", Outcome.NotApplicable, false)));
        points = [.. points.OrderBy(p => p.Period, StringComparer.Ordinal).ThenBy(p => p.Published)];

        TrendPoint[] known = [.. points.Where(p => !double.IsNaN(p.Value))];
        Limit? limit = known.Any(p => !p.Published) ? computed.LastOrDefault(c => c.Result?.Of(indicator) is { HasValue: true }).Result?.Of(indicator)?.Limit : null;
        double low = known.Select(p => p.Value).Append(limit?.Value.Value ?? double.MaxValue).Min();
        double high = known.Select(p => p.Value).Append(limit?.Value.Value ?? double.MinValue).Max();
        (double min, double max) = known.Length == 0 ? (0, 1) : (Math.Max(0, Down(low - (Step / 2))), Up(high + (Step / 2)));
        string years = points.Count == 0 ? "" : points[0].Period == points[^1].Period ? "，" + Format.Period(points[0].Period) : $"，{points[0].Period}—{Format.Period(points[^1].Period)}";
        return new TrendFigure(
            id,
            $"{place.Name}{scheme.StageLabel(stage)}{Name(scheme, indicator)}{years}",
            Describe(points, known, limit, own.Count(p => p.Year.Length == 0)),
            points,
            limit?.Value.Value,
            limit is null ? null : LimitWords.Of(limit),
            min,
            max);
    }

    /// <summary>Name of a coefficient: 综合差异系数, or an indicator's name with 的差异系数.</summary>
    internal static string Name(Scheme scheme, IndicatorId indicator) => indicator == IndicatorId.Composite ? scheme.Label(indicator) : scheme.Label(indicator) + "的差异系数";

    private static string Describe(List<TrendPoint> points, TrendPoint[] known, Limit? limit, int undated)
    {
        if (known.Length == 0)
        {
            return "没有可以画出的数值。";
        }

        List<string> parts = [];
        foreach (IGrouping<bool, TrendPoint> kind in known.GroupBy(p => p.Published).OrderBy(g => g.Key))
        {
            string values = string.Join("，", kind.Select(p => $"{Format.Period(p.Period)} {p.Text}" + (p.Outcome == Outcome.NotMet ? "（超过限值）" : p.Outcome == Outcome.NotReported ? "（数据不全）" : "")));
            parts.Add((kind.Key ? "文件公布：" : "本站测算：") + values + "。");
        }

        if (known.Length > 1)
        {
            TrendPoint highest = known.MaxBy(p => p.Value)!;
            TrendPoint lowest = known.MinBy(p => p.Value)!;
            parts.Add($"最高 {Format.Period(highest.Period)} {highest.Text}，最低 {Format.Period(lowest.Period)} {lowest.Text}。");
        }

        parts.Add(limit is null ? "" : LimitWords.Of(limit) + "。");
        string gaps = string.Join("、", points.Where(p => double.IsNaN(p.Value)).Select(p => Format.Period(p.Period)));
        parts.Add(gaps.Length == 0 ? "" : $"{gaps}没有数据。");
        parts.Add(undated == 0 ? "" : $"另有 {undated.ToString(CultureInfo.InvariantCulture)} 个公布值没有注明年份，图中不画。");
        return string.Concat(parts);
    }

    /// <summary>Every year from the first to the last, so that a gap is as wide as it lasted; other periods as they are.</summary>
    private static IEnumerable<string> Slots(IEnumerable<string> periods)
    {
        string[] all = [.. periods.Distinct().Order(StringComparer.Ordinal)];
        if (all.Length > 1 && all.All(p => p.Length == 4 && p.All(char.IsAsciiDigit)))
        {
            int first = int.Parse(all[0], CultureInfo.InvariantCulture);
            int last = int.Parse(all[^1], CultureInfo.InvariantCulture);
            if (last - first < MostYears)
            {
                return Enumerable.Range(first, last - first + 1).Select(y => y.ToString(CultureInfo.InvariantCulture));
            }
        }

        return all;
    }

    private static double Down(double value) => Math.Round(Math.Floor((value / Step) + Comparison.Tolerance) * Step, 10);

    private static double Up(double value) => Math.Round(Math.Ceiling((value / Step) - Comparison.Tolerance) * Step, 10);
}
