using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;

namespace Portal.Site.Text;

/// <summary>How a school's values are written: value, standard, county mean, gap.</summary>
public static class SchoolText
{
    /// <summary>The value with the digits that its verdict needs, or why there is none.</summary>
    public static string Value(SchoolIndicator indicator) =>
        !indicator.Value.IsKnown ? Format.Missing(indicator.Value.Why)
        : indicator.Standard is { Value.HasValue: true } standard
            ? Format.Grouped(Comparison.Print(indicator.Value.Value, indicator.Indicator.Decimals, standard.Value.Value, SenseOf(indicator.Indicator)))
            : Format.Number(indicator.Value.Value, indicator.Indicator.Decimals);

    /// <summary>The standard, with at least the digits of its document.</summary>
    public static string Standard(SchoolIndicator indicator) =>
        indicator.Standard is { } standard ? Format.Number(standard.Value.Value, Math.Max(standard.Value.Decimals, indicator.Indicator.Decimals)) : "";

    /// <summary>The county's mean, empty where there is none.</summary>
    public static string Mean(SchoolIndicator indicator) => double.IsNaN(indicator.CountyMean) ? "" : Format.Number(indicator.CountyMean, indicator.Indicator.Decimals);

    /// <summary>还差 140 m², or 超出 … where less is better; empty where nothing is missing.</summary>
    public static string Gap(SchoolIndicator indicator) => indicator.Outcome == Outcome.NotMet ? $"{Verb(indicator.Indicator)} {Amount(indicator)}" : "";

    /// <summary>What is missing, in real units: 140 m².</summary>
    public static string Amount(SchoolIndicator indicator) => Format.Shortfall(indicator.Shortfall, indicator.Indicator.Unit);

    /// <summary>How far from a standard that does not apply (差距), without a verdict: 已到, 差 140 m², 超 2 人, 说不准.</summary>
    public static string Distance(SchoolIndicator indicator) => indicator.Outcome switch
    {
        Outcome.Met => "已到",
        Outcome.NotMet => (indicator.Indicator.Better == Better.Higher ? "差 " : "超 ") + Amount(indicator),
        _ => "说不准",
    };

    /// <summary>还差 or 超出.</summary>
    public static string Verb(Indicator indicator) => indicator.Better == Better.Higher ? "还差" : "超出";

    private static Sense SenseOf(Indicator indicator) => indicator.Better == Better.Higher ? Sense.AtLeast : Sense.AtMost;
}
