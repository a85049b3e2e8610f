using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>A row of limits on a page of working.</summary>
/// <param name="On">What it limits: 综合, every single coefficient, an indicator.</param>
/// <param name="Place">Place for which it holds.</param>
/// <param name="Value">Limit with its sense.</param>
/// <param name="Dates">From and until.</param>
/// <param name="Source">Source.</param>
/// <param name="Used">True where it is used.</param>
/// <param name="Why">Used, or why not.</param>
public sealed record HowLimit(string On, string Place, string Value, string Dates, string Source, bool Used, string Why);

/// <summary>A comparison with a limit.</summary>
/// <param name="Label">Indicator or composite.</param>
/// <param name="Words">0.5153… ≤ 0.65.</param>
/// <param name="Shape">Shape of the mark: ok, no, na, or ref for 差距.</param>
/// <param name="Outcome">Outcome in a word.</param>
public sealed record HowComparison(string Label, string Words, string Shape, string Outcome);

/// <summary>From the coefficients to the outcome.</summary>
/// <param name="Composite">Steps of the composite, empty where the scheme has none.</param>
/// <param name="Limits">Rows of limits.</param>
/// <param name="Comparisons">Comparisons.</param>
/// <param name="Shape">Shape of the outcome's mark.</param>
/// <param name="Outcome">Outcome in a word.</param>
/// <param name="Words">What it means, in a sentence.</param>
public sealed record HowOutcome(IReadOnlyList<HowStep> Composite, IReadOnlyList<HowLimit> Limits, IReadOnlyList<HowComparison> Comparisons, string Shape, string Outcome, string Words)
{
    /// <summary>Shape of a value over a limit that nobody has applied: a reference, no judgement.</summary>
    public const string Reference = "ref";

    /// <summary>The last steps of a working.</summary>
    public static HowOutcome Of(SiteContext site, Working working, bool forReference)
    {
        StageResult result = working.Result;
        StageState state = StageState.Of(working.Scheme, result.Stage, result);
        bool judged = state.Kind is StageKind.Within or StageKind.Over or StageKind.Undecided;
        int over = result.Indicators.Append(result.Composite).Count(i => i?.Outcome == Domain.Evaluation.Outcome.NotMet);
        return new HowOutcome(
            [.. CompositeOf(result)],
            [.. working.Limits.Select(l => Row(site, working, l))],
            [.. result.Indicators.Append(result.Composite).OfType<IndicatorResult>().Where(i => i.Limit is not null).Select(i => Compare(working.Scheme, i, forReference))],
            forReference && judged ? "na" : state.Shape,
            !forReference || !judged ? state.WithMargin
                : state.Kind == StageKind.Undecided ? "数据不全，说不准离限值有多远（参考）"
                : over == 0 ? "不大于限值（参考）" : $"{over} 项大于限值（参考）",
            WordsOf(site, working, state, forReference));
    }

    /// <summary>The word of one comparison: 在限值内 and 超过限值, or 不大于限值（参考）and 大于限值（参考）where nobody has applied the limit.</summary>
    public static string Word(Outcome outcome, bool forReference) => (outcome, forReference) switch
    {
        (Domain.Evaluation.Outcome.Met, false) => "在限值内",
        (Domain.Evaluation.Outcome.NotMet, false) => "超过限值",
        (Domain.Evaluation.Outcome.Met, true) => "不大于限值（参考）",
        (Domain.Evaluation.Outcome.NotMet, true) => "大于限值（参考）",
        _ => "暂无法判定",
    };

    private static IEnumerable<HowStep> CompositeOf(StageResult result)
    {
        if (result.Composite is not { } composite)
        {
            yield break;
        }

        yield return new HowStep("各单项之和", string.Join(" + ", result.Indicators.Select(i => i.HasValue ? Format.Exact(i.Value) : Format.Coefficient(i))));
        yield return new HowStep("综合差异系数", composite.HasValue
            ? $"和 ÷ {result.Indicators.Count} = {Format.Exact(composite.Value)}（印作 {Format.Coefficient(composite)}）"
            : "有的单项没有差异系数，综合无法计算");
    }

    private static HowLimit Row(SiteContext site, Working working, LimitRow row)
    {
        Limit limit = row.Limit;
        return new HowLimit(
            limit.What == "each" ? "每一个单项" : working.Scheme.Label(new IndicatorId(limit.What)),
            site.Data.Places.Find(limit.Place)?.Name ?? limit.Place.Value,
            $"{Symbol(limit.Sense)} {limit.Value}",
            $"{Format.Day(limit.From)} 起" + (limit.Until is { } until ? $"，{Format.Day(until)} 止" : ""),
            limit.Source,
            row.Why == LimitWhy.Used,
            row.Why switch
            {
                LimitWhy.Used => "采用",
                LimitWhy.OtherTime => $"不采用：{Format.Day(working.Release.RuleDate)} 时不在有效期内",
                LimitWhy.WiderPlace => "不采用：有更具体的地区的限值",
                LimitWhy.Earlier => "不采用：同一地区有更晚生效的一行",
                _ => "不采用：各单项另有自己的限值",
            });
    }

    private static HowComparison Compare(Scheme scheme, IndicatorResult result, bool forReference)
    {
        Limit limit = result.Limit!;
        string missing = result.Missing > 0 ? $"，缺 {result.Missing} 所学校的数据" : "";
        string words = !result.HasValue ? $"没有系数可以和 {limit.Value} 比较"
            : result.Missing > 0 ? $"按其余学校为 {Format.Exact(result.Value)}{missing}，不与 {limit.Value} 比较"
            : $"{Format.Exact(result.Value)} {(result.Outcome == Domain.Evaluation.Outcome.Met ? Symbol(limit.Sense) : limit.Sense == Sense.AtMost ? ">" : "<")} {limit.Value}";
        return new HowComparison(
            scheme.Label(result.Indicator),
            words,
            result.Outcome switch
            {
                Domain.Evaluation.Outcome.Met => forReference ? "na" : "ok",
                Domain.Evaluation.Outcome.NotMet => forReference ? Reference : "no",
                _ => "na",
            },
            Word(result.Outcome, forReference));
    }

    private static string WordsOf(SiteContext site, Working working, StageState state, bool forReference) => state.Kind switch
    {
        StageKind.NoSchools => "没有计入的学校，不计算差异系数，也不作判断。",
        StageKind.TooFew => $"办法要求至少 {working.Scheme.MinSchools} 所学校才计算差异系数。一两所学校之间比不出均衡与否，不计算，也不作判断。",
        StageKind.Undecided when !forReference => "有学校的数据没有报全。缺的数不当作 0，也不当作达到；补报之前不作判断。",
        StageKind.NotJudged => "办法对这一学段没有限值，只列系数，不作判断。",
        _ when forReference => $"{site.Data.Places[working.Result.Place].Name}尚未申报{working.Scheme.Short}，限值没有对它适用，只说离限值有多远，不作判断。",
        _ => "这是本站按公式的测算，不是认定；认定由主管机关作出。",
    };

    private static string Symbol(Sense sense) => sense == Sense.AtMost ? "≤" : "≥";
}
