using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>An item of a scheme as the data has it.</summary>
/// <param name="Order">Number within the group.</param>
/// <param name="Label">Words of the document.</param>
/// <param name="Rule">How it is judged.</param>
/// <param name="Requirement">What it asks for.</param>
/// <param name="Source">Document, with how sure it is.</param>
public sealed record SchemeItem(int Order, string Label, string Rule, string Requirement, string Source);

/// <summary>A gate of a scheme with what it asks for and its items.</summary>
/// <param name="Label">Gate.</param>
/// <param name="Asks">What it asks for.</param>
/// <param name="Source">Where that stands, empty where the items say so themselves.</param>
/// <param name="Items">Items, empty for the other gates.</param>
public sealed record SchemeGate(string Label, string Asks, string Source, IReadOnlyList<SchemeItem> Items)
{
    /// <summary>The gates of a scheme, as they hold at the site's own place on the newest release's day.</summary>
    public static IReadOnlyList<SchemeGate> Of(SiteContext site, Scheme scheme)
    {
        Place[] path = [.. site.Data.Places.PathUp(site.Index.Root.Code)];
        DateOnly day = site.Latest?.RuleDate ?? scheme.InForce;
        IReadOnlyList<Item> items = scheme.ItemsFor(path, day);
        return [.. scheme.Gates.Select(gate => Gate(site.Data, scheme, gate, [.. items.Where(i => gate.Groups.Contains(i.Group))], path, day))];
    }

    private static SchemeGate Gate(Dataset data, Scheme scheme, Gate gate, Item[] items, Place[] path, DateOnly day)
    {
        (string asks, string source) = gate.Kind switch
        {
            GateKind.Standards => Standards(scheme),
            GateKind.Coefficients => Coefficients(scheme, path, day),
            GateKind.Satisfaction when scheme.LimitOn("satisfaction", path, day) is { } limit => ($"满意的份数 ÷ 有效份数 {Sign(limit.Sense)} {limit.Value}%", limit.Source),
            GateKind.Items when items.Any(i => i.Rule == ItemRule.Score) && scheme.LimitOn("government", path, day) is { } limit =>
                ($"各项得分相加 {Sign(limit.Sense)} {limit.Value} 分{(items.Any(i => i.Rule == ItemRule.Score && !i.Points.HasValue) ? "；每项的分值由省定，本站的数据里还没有本省的评分表" : "")}", limit.Source),
            GateKind.Items => ($"{items.Length} 项全部达到{(items.Any(i => i.Veto) ? "，有一项不符合就是未达到" : "")}", ""),
            _ => ("没有限值", ""),
        };
        return new SchemeGate(gate.Label, asks, source, [.. items.Select(i => new SchemeItem(i.Order, i.Label, ItemText.Rule(i.Rule), ItemText.Requirement(data, i), i.Source))]);
    }

    private static (string Asks, string Source) Standards(Scheme scheme)
    {
        string[] floors = [.. scheme.Standards.Select(s => s.Floor?.Value).OfType<double>().Distinct().Select(f => ItemText.Plain(f * 100) + "%")];
        string rest = floors.Length > 0 ? $"，其余不低于标准的 {string.Join("、", floors)}" : "";
        string source = scheme.Standards.Count > 0 ? scheme.Standards[0].Source : "";
        return (scheme.MetAtLeast is { } least ? $"每所学校至少 {least} 项达到标准{rest}" : "每所学校的每一项都达到标准", source);
    }

    private static (string Asks, string Source) Coefficients(Scheme scheme, Place[] path, DateOnly day)
    {
        List<string> asks = [];
        string source = "";
        foreach (Stage stage in scheme.Stages)
        {
            if (scheme.Composite && scheme.LimitFor(stage.Id, IndicatorId.Composite, path, day) is { } composite)
            {
                asks.Add($"{stage.Label}综合 {Sign(composite.Sense)} {composite.Value}");
                source = composite.Source;
            }

            Limit[] singles = [.. scheme.CoefficientIndicators.Select(i => scheme.LimitFor(stage.Id, i.Id, path, day)).OfType<Limit>()];
            if (singles.Length > 0)
            {
                asks.Add($"{stage.Label}{(singles.All(s => s.What == "each") ? "每项" : $"{singles.Length} 项各自")} {string.Join("、", singles.Select(s => $"{Sign(s.Sense)} {s.Value}").Distinct())}");
                source = singles[0].Source;
            }
        }

        return (string.Join("，", asks), source);
    }

    private static string Sign(Sense sense) => sense == Sense.AtMost ? "≤" : "≥";
}
