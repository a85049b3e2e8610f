using System.Globalization;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;

namespace Portal.Site.Text;

/// <summary>The line that shows how a shortfall is worked out: 标准 7.5 × 421 人 − 现有 2,900 = 缺 257.5 m².</summary>
public static class FormulaText
{
    /// <summary>Decimals of a product that is exact; a share between stages never ends, so two must do.</summary>
    private const int Exact = 4, Shared = 2;

    /// <summary>The worked line of an indicator that is not met; empty where nothing is missing.</summary>
    /// <param name="vocabulary">Raw columns, for the unit of the denominator and whether the things come whole.</param>
    /// <param name="result">The indicator.</param>
    /// <param name="stage">Stage of the part.</param>
    /// <param name="shared">True where the school's amount was divided between its stages.</param>
    public static string Of(Vocabulary vocabulary, SchoolIndicator result, StageId stage, bool shared)
    {
        if (result is not { Outcome: Outcome.NotMet, Standard: { } standard })
        {
            return "";
        }

        Indicator indicator = result.Indicator;
        int places = shared && indicator.Split ? Shared : Exact;
        string unit = vocabulary.Column(indicator.Per.ColumnFor(stage))?.Unit ?? "";
        double divisor = Math.Round(1 / indicator.Per.Factor);
        string product = $"标准 {Number(standard.Value.Value, standard.Value.Decimals)} × {Number(result.Per * divisor, 0)} {unit}".TrimEnd() + (divisor > 1 ? $" ÷ {Number(divisor, 0)}" : "");
        string have = $"现有 {Number(result.Have, places)}" + (places == Shared ? "（按学段分得）" : result.Allowances.Any(a => a.Added.IsKnown) ? "（含放宽计入的）" : "");
        string missing = Number(result.Shortfall, places);
        string line = indicator.Better == Better.Higher ? $"{product} − {have} = 缺 {missing} {indicator.Unit}" : $"{have} − {product} = 超出 {missing} {indicator.Unit}";
        double whole = CountyShortfall.Needed(result.Shortfall);
        return line.TrimEnd() + (IsWhole(vocabulary, indicator, stage) && whole > result.Shortfall ? $"，补足要 {Number(whole, 0)} {indicator.Unit}".TrimEnd() : "");
    }

    /// <summary>True where what an indicator counts comes in whole pieces (teachers, rooms, books): its raw columns have no decimals.</summary>
    public static bool IsWhole(Vocabulary vocabulary, Indicator indicator, StageId stage) =>
        indicator.Numerator.All(t => vocabulary.Column(t.ColumnFor(stage)) is { Decimals: 0 });

    /// <summary>At most so many decimals without trailing zeros, in groups; more, where it would print as 0 and is not.</summary>
    public static string Number(double value, int decimals)
    {
        for (int places = decimals; places < 12; places++)
        {
            string printed = Comparison.Print(value, places);
            printed = printed.Contains('.', StringComparison.Ordinal) ? printed.TrimEnd('0').TrimEnd('.') : printed;
            if (value == 0 || double.Parse(printed, CultureInfo.InvariantCulture) != 0)
            {
                return Format.Grouped(printed);
            }
        }

        return Format.Grouped(Comparison.Print(value, 12));
    }
}
