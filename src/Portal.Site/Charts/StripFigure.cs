using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Text;

namespace Portal.Site.Charts;

/// <summary>A county on a strip.</summary>
/// <param name="Label">Name.</param>
/// <param name="Value">Value as printed.</param>
/// <param name="Text">Value in print.</param>
/// <param name="Outcome">Outcome against the limit.</param>
public sealed record StripDot(string Label, double Value, string Text, Outcome Outcome);

/// <summary>Counties of an area on one line of values. Height has no meaning; only those over the limit are named.</summary>
/// <param name="Id">Id of the figure, unique on the page.</param>
/// <param name="Title">What and where.</param>
/// <param name="Description">Highest, lowest, limit, who is over it, who is missing.</param>
/// <param name="Dots">Counties in order of their codes.</param>
/// <param name="Limit">The limit, null where no document sets one for all.</param>
/// <param name="LimitText">The limit in words.</param>
/// <param name="AxisMin">Left end.</param>
/// <param name="AxisMax">Right end.</param>
public sealed record StripFigure(string Id, string Title, string Description, IReadOnlyList<StripDot> Dots, double? Limit, string? LimitText, double AxisMin, double AxisMax)
{
    /// <summary>True where there are too many counties for a dot each.</summary>
    public bool Piled => Dots.Count > StripPiles.MostDots;

    /// <summary>How to read it.</summary>
    public static string Reading(bool piled) => piled ? "每根柱是数值相近的县区，柱越高，县区越多。越靠左，县内学校之间越接近。" : "每个点是一个县区。越靠左，县内学校之间越接近；上下位置没有含义。";
}

/// <summary>Makes strips.</summary>
public static class Strip
{
    private const double Step = 0.2;
    private const int MostNames = 5; // names that a description reads out

    /// <summary>The strip of an indicator (or the composite) over the counties of an area.</summary>
    /// <param name="scheme">Scheme.</param>
    /// <param name="stage">Stage.</param>
    /// <param name="indicator">Indicator or <see cref="IndicatorId.Composite"/>.</param>
    /// <param name="area">Name of the area, e.g. 云岭省.</param>
    /// <param name="period">Period.</param>
    /// <param name="counties">Counties with their results; those without a value are counted in the description.</param>
    /// <param name="id">Id of the figure.</param>
    /// <param name="judged">Counties to which the scheme applies; the others are drawn for reference and not judged. Null for all.</param>
    public static StripFigure For(Scheme scheme, StageId stage, IndicatorId indicator, string area, string period, IReadOnlyList<(Place Place, StageResult Result)> counties, string id, IReadOnlySet<PlaceCode>? judged = null)
    {
        List<StripDot> dots = [];
        List<Limit?> limits = [];
        foreach ((Place place, StageResult stageResult) in counties.OrderBy(c => c.Place.Code))
        {
            if (stageResult.Of(indicator) is { HasValue: true } result)
            {
                string text = Format.Coefficient(result);
                dots.Add(new StripDot(place.Name, Svg.Printed(text), text, judged is null || judged.Contains(place.Code) ? result.Outcome : Outcome.NotApplicable));
                limits.Add(result.Limit);
            }
        }

        Limit? limit = limits.Count > 0 && limits.All(l => l?.Value.Value == limits[0]?.Value.Value) ? limits[0] : null;
        double low = dots.Select(d => d.Value).Append(limit?.Value.Value ?? double.MaxValue).Min();
        double high = dots.Select(d => d.Value).Append(limit?.Value.Value ?? double.MinValue).Max();
        return new StripFigure(
            id,
            $"{area}各县区{scheme.StageLabel(stage)}{Trend.Name(scheme, indicator)}，{Format.Period(period)}",
            Describe(dots, limit, counties.Count - dots.Count),
            dots,
            limit?.Value.Value,
            limit is null ? null : LimitWords.Of(limit),
            dots.Count == 0 ? 0 : Math.Round(Math.Floor((low / Step) + Comparison.Tolerance) * Step, 10),
            dots.Count == 0 ? 1 : Math.Round((Math.Floor((high / Step) + Comparison.Tolerance) + 1) * Step, 10));
    }

    private static string Describe(List<StripDot> dots, Limit? limit, int without)
    {
        if (dots.Count == 0)
        {
            return "没有可以画出的数值。";
        }

        StripDot lowest = dots.MinBy(d => d.Value)!;
        StripDot highest = dots.MaxBy(d => d.Value)!;
        string text = dots.Count == 1
            ? $"只有 {lowest.Label} {lowest.Text}"
            : $"{dots.Count} 个县区，最低 {lowest.Label} {lowest.Text}，最高 {highest.Label} {highest.Text}";
        StripDot[] over = [.. dots.Where(d => d.Outcome == Outcome.NotMet)];
        if (limit is not null || over.Length > 0)
        {
            string names = string.Join("、", over.Take(MostNames).Select(d => d.Label)) + (over.Length > MostNames ? $"等 {over.Length} 个县区" : "");
            text += (limit is null ? "" : "，" + LimitWords.Of(limit)) + "；" + (over.Length == 0 ? "没有县区超过限值" : "超过限值：" + names);
        }

        int open = dots.Count(d => d.Outcome == Outcome.NotReported);
        return text + (open == 0 ? "" : $"；{open} 个数据不全，暂无法判定") + (without == 0 ? "" : $"；{without} 个没有数值") + "。";
    }
}
