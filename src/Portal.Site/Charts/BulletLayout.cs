using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Site.Text;

namespace Portal.Site.Charts;

/// <summary>A school's value against its standard. The standard stands in the middle of every bullet, so that they align down the page.</summary>
/// <param name="Value">Length of the value, per cent; null where there is none.</param>
/// <param name="Clipped">True where the value is beyond the right end: twice the standard.</param>
/// <param name="GapFrom">Left end of the hatched gap, per cent.</param>
/// <param name="GapWidth">Width of the gap, 0 where nothing is missing.</param>
/// <param name="Mean">The county's mean, per cent, null where there is none.</param>
/// <param name="Met">True where the standard is met.</param>
/// <param name="Label">The same in words.</param>
public sealed record BulletLayout(double? Value, bool Clipped, double GapFrom, double GapWidth, double? Mean, bool Met, string Label)
{
    /// <summary>Where the standard stands, and where a value beyond the end is cut, per cent.</summary>
    public const double Middle = 50, End = 97;

    /// <summary>Lays out one indicator that has a standard.</summary>
    public static BulletLayout Of(SchoolIndicator indicator)
    {
        Domain.Schemes.Standard standard = indicator.Standard ?? throw new ArgumentException("A bullet needs a standard.", nameof(indicator));
        double at = standard.Value.Value;
        bool more = indicator.Indicator.Better == Domain.Schemes.Better.Higher;
        string text = SchoolText.Value(indicator);
        double? value = indicator.Value.IsKnown ? Position(Svg.Printed(text), at) : null;
        bool lacking = value is not null && indicator.Outcome == Outcome.NotMet;
        double shown = Math.Min(value ?? 0, End);
        string mean = double.IsNaN(indicator.CountyMean) ? "" : "，县平均 " + SchoolText.Mean(indicator);
        return new BulletLayout(
            value is null ? null : lacking && !more ? Middle : shown,
            value > End,
            lacking ? Math.Min(shown, Middle) : 0,
            lacking ? Math.Abs(Middle - shown) : 0,
            double.IsNaN(indicator.CountyMean) ? null : Math.Min(Position(Svg.Printed(Comparison.Print(indicator.CountyMean, indicator.Indicator.Decimals)), at), End),
            indicator.Outcome == Outcome.Met,
            $"{indicator.Indicator.Label}：本校 {text}，标准 {SchoolText.Standard(indicator)}{mean}，{Verdict(indicator)}");
    }

    private static double Position(double value, double standard) => standard > 0 ? Math.Max(0, value / standard * Middle) : value > 0 ? 100 : Middle;

    private static string Verdict(SchoolIndicator indicator) => indicator.Outcome switch
    {
        Outcome.Met => "达标",
        Outcome.NotMet => "未达标，" + SchoolText.Gap(indicator),
        Outcome.NotReported => "暂无法判定",
        _ => "不适用",
    };
}
