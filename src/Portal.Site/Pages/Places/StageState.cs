using System.Globalization;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>How a county's stage stands to a scheme's limits.</summary>
public enum StageKind
{
    /// <summary>在限值内.</summary>
    Within,

    /// <summary>超过限值.</summary>
    Over,

    /// <summary>暂无法判定: values are missing.</summary>
    Undecided,

    /// <summary>无法计算: all values are there, and an indicator's county mean is 0, which gives no coefficient.</summary>
    ZeroMean,

    /// <summary>仅 N 所学校，不具可比性.</summary>
    TooFew,

    /// <summary>The county has no school that counts in the stage.</summary>
    NoSchools,

    /// <summary>待填报: the release has no schools of the county.</summary>
    NoData,

    /// <summary>Nothing is limited.</summary>
    NotJudged,
}

/// <summary>A county's stage against a scheme's limits, in words and printed numbers.</summary>
/// <param name="Stage">Stage id.</param>
/// <param name="Label">小学, 初中.</param>
/// <param name="Kind">How it stands.</param>
/// <param name="Value">Composite as printed, empty where the scheme has none or there is no value.</param>
/// <param name="Limit">Limit as printed, empty where the composite has none.</param>
/// <param name="Margin">Distance between the printed composite and its limit, without a sign; empty where there is none, or where the composite keeps to its limit and a single coefficient does not.</param>
/// <param name="Over">Single coefficients over their own limits.</param>
/// <param name="Judged">Single coefficients that are complete and have a limit of their own.</param>
/// <param name="Schools">School parts that entered.</param>
/// <param name="Word">The state in a word.</param>
public sealed record StageState(string Stage, string Label, StageKind Kind, string Value, string Limit, string Margin, int Over, int Judged, int Schools, string Word)
{
    /// <summary>The state of a stage; <paramref name="result"/> is null where the release has no schools of the county.</summary>
    public static StageState Of(Scheme scheme, StageId stage, StageResult? result)
    {
        IndicatorResult? composite = result?.Composite;
        StageKind kind = KindOf(result);
        Limit? limit = composite?.Limit;
        string value = composite is { HasValue: true } ? Format.Coefficient(composite) : "";
        IndicatorResult[] judged = [.. result?.Indicators.Where(i => i.Outcome is Outcome.Met or Outcome.NotMet) ?? []];
        return new StageState(
            stage.Value,
            scheme.StageLabel(stage),
            kind,
            value,
            limit?.Value.ToString() ?? "",
            limit is not null && value.Length > 0 && !(kind == StageKind.Over && composite!.Outcome != Outcome.NotMet) ? Distance(value, limit.Value.ToString()) : "",
            judged.Count(i => i.Outcome == Outcome.NotMet),
            judged.Length,
            result?.Schools ?? 0,
            WordOf(kind, result))
        {
            AtLimit = limit is not null && Comparison.Holds(composite!.Value, limit.Value.Value, Sense.AtMost) && Comparison.Holds(composite.Value, limit.Value.Value, Sense.AtLeast),
        };
    }

    /// <summary>Shape of the mark (see StateMark): ok, no or na.</summary>
    public string Shape => Kind switch { StageKind.Within => "ok", StageKind.Over => "no", _ => "na" };

    /// <summary>The state with its margin: 在限值内，余 0.168; 超过限值 0.021; 2 个单项超过限值.</summary>
    public string WithMargin => Kind switch
    {
        StageKind.Within when Margin.Length > 0 => $"{Word}，{MarginWords}",
        StageKind.Over when Margin.Length > 0 => $"{Word} {Margin}",
        StageKind.Over => $"{Judged} 个单项中 {Over} 个超过限值",
        _ => Word,
    };

    /// <summary>余 0.168 of a composite within its limit; one that prints as the limit is 正好等于限值 or 余不到 0.001, never 余 0.000. Empty where there is no margin.</summary>
    public string MarginWords => Margin.Length == 0 ? ""
        : decimal.Parse(Margin, CultureInfo.InvariantCulture) != 0 ? $"余 {Margin}"
        : AtLimit ? "正好等于限值"
        : $"余不到 {Margin[..^1]}1";

    /// <summary>True where the composite equals its limit, to the tolerance of comparisons.</summary>
    public bool AtLimit { get; init; }

    /// <summary>True where single coefficients are over their own limits and the composite, if there is one, is not.</summary>
    internal bool BySingles => Kind == StageKind.Over && Margin.Length == 0;

    /// <summary>The comparison in figures, 0.482 ≤ 0.65; empty where nothing is compared.</summary>
    public string Figures => Margin.Length == 0 || Kind is not (StageKind.Within or StageKind.Over) ? "" : $"{Value} {(Kind == StageKind.Within ? "≤" : ">")} {Limit}";

    /// <summary>The difference of two printed numbers, without a sign.</summary>
    public static string Distance(string a, string b) =>
        Math.Abs(decimal.Parse(a, CultureInfo.InvariantCulture) - decimal.Parse(b, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture);

    private static StageKind KindOf(StageResult? result) => result switch
    {
        null => StageKind.NoData,
        { Schools: 0 } => StageKind.NoSchools,
        { Comparable: false } => StageKind.TooFew,
        _ => result.Outcome switch
        {
            Outcome.Met => StageKind.Within,
            Outcome.NotMet => StageKind.Over,
            Outcome.NotReported => result.Indicators.Append(result.Composite).Any(i => i is { Missing: > 0 }) ? StageKind.Undecided : StageKind.ZeroMean,
            _ => StageKind.NotJudged,
        },
    };

    private static string WordOf(StageKind kind, StageResult? result) => kind switch
    {
        StageKind.Within => "在限值内",
        StageKind.Over => "超过限值",
        StageKind.Undecided => "暂无法判定",
        StageKind.ZeroMean => "无法计算",
        StageKind.TooFew => $"仅 {result!.Schools} 所学校，不具可比性",
        StageKind.NoSchools => "没有计入的学校",
        StageKind.NoData => "待填报",
        _ => "不作判断",
    };
}
