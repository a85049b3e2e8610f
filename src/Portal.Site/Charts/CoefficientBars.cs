using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Text;

namespace Portal.Site.Charts;

/// <summary>The coefficients of a county's stage as bars: the composite with its limit above the singles, or each single with its own.</summary>
public static class CoefficientBars
{
    private const int LongestLabel = 16; // Han at 15 px beside a value of 42 px, in the 288 px of the narrowest page

    private const string NotJudged = "单项（只看构成，不单独判断）";
    private const string Judged = "单项（每一项都要在限值内）";
    private const string SomeJudged = "单项（有自己限值的才单独判断）";

    /// <summary>The figure of a result.</summary>
    /// <param name="scheme">Scheme.</param>
    /// <param name="result">Result of a comparable stage.</param>
    /// <param name="place">County.</param>
    /// <param name="period">Period, e.g. 2023.</param>
    /// <param name="id">Id of the figure, unique on the page.</param>
    public static BarsFigure For(Scheme scheme, StageResult result, Place place, string period, string id)
    {
        Limit[] limits = [.. result.Indicators.Select(i => i.Limit).OfType<Limit>()];
        bool onSingles = limits.Length > 0;
        // One line through all bars needs one limit; where a place sets several, each bar keeps its verdict and the text says it.
        Limit? limit = onSingles ? (limits.Select(l => l.Value.Value).Distinct().Count() == 1 && limits.Length == result.Indicators.Count ? limits[0] : null) : result.Composite?.Limit;
        List<Bar> bars = [];
        if (result.Composite is { } composite)
        {
            bars.Add(BarOf(Format.Han(result.Indicators.Count) + "项综合", composite, true));
        }

        foreach (IndicatorResult single in result.Indicators)
        {
            bars.Add(BarOf(LabelOf(scheme, single.Indicator), single, false));
        }

        string what = $"{Format.Han(result.Indicators.Count)}项差异系数" + (result.Composite is null ? "" : "与综合差异系数");
        return new BarsFigure(
            id,
            $"{place.Name}{scheme.StageLabel(result.Stage)}{what}，{Format.Period(period)}",
            Describe(result, bars, limit, onSingles),
            bars,
            limit?.Value.Value,
            limit is null ? null : LimitWords.Of(limit),
            onSingles,
            bars.Count == 0 ? null : onSingles ? limits.Length == result.Indicators.Count ? Judged : SomeJudged : result.Composite is null ? null : NotJudged);
    }

    // The table beside the figure has every name in full.
    private static string LabelOf(Scheme scheme, IndicatorId indicator)
    {
        string label = scheme.Label(indicator);
        return label.Length <= LongestLabel ? label : scheme.Indicator(indicator)?.Short is { Length: > 0 } name ? name : label;
    }

    private static Bar BarOf(string label, IndicatorResult result, bool main)
    {
        string text = Format.Coefficient(result);
        return new Bar(label, result.HasValue ? Svg.Printed(text) : double.NaN, text, result.Outcome, main);
    }

    private static string Describe(StageResult result, List<Bar> bars, Limit? limit, bool onSingles)
    {
        List<string> sentences = [];
        if (bars.FirstOrDefault(b => b.Main) is { } main)
        {
            sentences.Add($"综合 {main.Text}" + (result.Composite!.Limit is { } own ? $"，{LimitWords.Of(own)}，{LimitWords.Verdict(main.Outcome)}" : "") + "。");
        }

        Bar[] singles = [.. bars.Where(b => !b.Main)];
        if (onSingles)
        {
            Bar[] over = [.. singles.Where(b => b.Outcome == Outcome.NotMet)];
            Bar[] open = [.. singles.Where(b => b.Outcome == Outcome.NotReported)];
            int judged = singles.Count(b => b.Outcome != Outcome.NotApplicable);
            sentences.Add($"{singles.Length} 个单项" + (judged < singles.Length ? $"中 {judged} 个有自己的限值" : "") + (limit is null ? "" : $"，每项{LimitWords.Of(limit)}") + $"：{singles.Count(b => b.Outcome == Outcome.Met)} 个在限值内"
                + (over.Length == 0 ? "" : $"，{over.Length} 个超过限值（{Names(over)}）")
                + (open.Length == 0 ? "" : $"，{open.Length} 个暂无法判定（{Names(open)}）") + "。");
        }

        Bar[] known = [.. singles.Where(b => !double.IsNaN(b.Value))];
        if (known.Length > 1)
        {
            Bar highest = known.MaxBy(b => b.Value)!;
            Bar lowest = known.MinBy(b => b.Value)!;
            sentences.Add($"单项最高：{highest.Label} {highest.Text}；最低：{lowest.Label} {lowest.Text}。");
        }

        if (known.Length < singles.Length)
        {
            sentences.Add($"没有数值：{Names(singles.Where(b => double.IsNaN(b.Value)))}。");
        }

        return string.Concat(sentences);

        static string Names(IEnumerable<Bar> of) => string.Join("、", of.Select(b => b.Label));
    }
}

/// <summary>Words of limits and verdicts, the same in every chart.</summary>
internal static class LimitWords
{
    /// <summary>限值 0.65.</summary>
    public static string Of(Limit limit) => "限值 " + limit.Value;

    /// <summary>Verdict of a coefficient.</summary>
    public static string Verdict(Outcome outcome) => outcome switch
    {
        Outcome.Met => "在限值内",
        Outcome.NotMet => "超过限值",
        Outcome.NotReported => "数据不全，暂无法判定",
        _ => "不作判断",
    };
}
