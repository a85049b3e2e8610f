using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>The school rule of a scheme and what it comes to, in plain words; <c>**</c> marks the words that carry the message.</summary>
internal static class SchoolRuleWords
{
    /// <summary>What the scheme asks of each school.</summary>
    public static string Asked(SchoolRule rule) => rule.Exemptions == 0
        ? $"办法要求 {rule.Standards} 项都达到标准。"
        : $"办法要求 {rule.Standards} 项中至少 {rule.Standards - rule.Exemptions} 项达到标准{Floors(rule)}。";

    /// <summary>What it comes to: 达标, 未达标, 暂无法判定 with what decided it. Without a verdict where the scheme is for reference only; empty where nothing is judged.</summary>
    public static string Outcome(SchoolRule rule, bool reference)
    {
        if (rule.Outcome == Domain.Evaluation.Outcome.NotApplicable)
        {
            return "";
        }

        string missed = reference ? "还没到的是" : "没有达到的是";
        string said = rule.Outcome switch
        {
            Domain.Evaluation.Outcome.Met when rule.Exempt.Count > 0 => $"达到 {rule.Met.Count} 项，余下的{string.Join("、", rule.Exempt.Select(Floor))}",
            Domain.Evaluation.Outcome.Met => $"{rule.Met.Count} 项都达到",
            Domain.Evaluation.Outcome.NotReported => $"{Names(rule.NotReported)}{(rule.NotReported.All(i => i.Value.Why == CellState.NotReported) ? "待填报" : "没有可用的数")}" + (rule.Missed.Count > 0 ? $"；已经知道{missed}{Names(rule.Missed)}" : ""),
            _ when rule.Missed.Count <= rule.Exemptions => $"达到 {rule.Met.Count} 项，余下的{string.Join("、", rule.Failing.Select(Floor))}",
            _ => $"达到 {rule.Met.Count} 项，{missed}{Names(rule.Missed)}" + (rule.Exemptions > 0 ? $"，多于办法允许的 {rule.Exemptions} 项" : ""),
        };
        string verdict = reference ? "，只作参考" : rule.Outcome switch
        {
            Domain.Evaluation.Outcome.Met => "，按这条规则**达标**",
            Domain.Evaluation.Outcome.NotMet => "，按这条规则**未达标**",
            _ => "，**暂无法判定**",
        };
        return $"本校{(char.IsAsciiDigit(said[0]) ? " " : "")}{said}{verdict}。";
    }

    /// <summary>What an allowance did for an indicator, with its source.</summary>
    public static string Allowance(Vocabulary vocabulary, SchoolPart part, SchoolIndicator indicator, AppliedAllowance applied)
    {
        string head = $"按放宽规定（{applied.Allowance.Label}），{indicator.Indicator.Short}";
        string source = $"依据：{applied.Allowance.Source}。";
        if (applied.Allowance.Replaces is not Replacement.NumeratorGains gains)
        {
            return $"{head}的标准放宽为 {SchoolText.Standard(indicator)} {indicator.Indicator.Unit}".TrimEnd() + "。" + source;
        }

        Column? column = vocabulary.Column(gains.Term.ColumnFor(part.Stage));
        string label = column?.Label ?? gains.Term.Column;
        return applied.Added.IsKnown
            ? $"{head}另计入{label} {FormulaText.Number(applied.Added.Value, column?.Decimals ?? 0)} {column?.Unit}".TrimEnd() + "。" + source
            : $"{head}还可以计入{label}；这个数{Format.Missing(applied.Added.Why)}，没有计入。{source}";
    }

    // 运动场馆是 6.90，不低于标准的 85%（6.375）; 低于 where it does not reach it.
    private static string Floor(SchoolIndicator indicator)
    {
        bool higher = indicator.Indicator.Better == Better.Higher;
        string value = SchoolText.Value(indicator);
        if (double.IsNaN(indicator.Floor))
        {
            return $"{indicator.Indicator.Short}是 {value}";
        }

        value = Format.Grouped(Comparison.Print(indicator.Value.Value, indicator.Indicator.Decimals, indicator.Floor, indicator.Sense));
        string floor = FormulaText.Number(indicator.Floor, 4);
        return $"{indicator.Indicator.Short}是 {value}，" + (higher
            ? $"{(indicator.ReachesFloor ? "不低于" : "低于")}标准的 {Percent(indicator.Standard!.Floor!.Value)}（{floor}）"
            : $"{(indicator.ReachesFloor ? "没有超过" : "超过")} {floor}");
    }

    private static string Floors(SchoolRule rule)
    {
        string[] floors = [.. rule.Met.Concat(rule.Missed).Concat(rule.NotReported).Select(i => i.Standard?.Floor).OfType<Cell>().Select(Percent).Distinct()];
        return floors.Length == 0 ? "" : $"，余下的也不低于标准的 {string.Join("、", floors)}";
    }

    private static string Percent(Cell floor) => FormulaText.Number(floor.Value * 100, 2) + "%";

    private static string Names(IEnumerable<SchoolIndicator> indicators) => string.Join("、", indicators.Select(i => i.Indicator.Short));
}
