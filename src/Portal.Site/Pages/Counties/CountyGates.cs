using System.Globalization;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>A gate of a county in a row: 学校达标, 13 / 18, 全部, 差 5 个, 未达到.</summary>
/// <param name="Label">Gate.</param>
/// <param name="Stage">Stage, empty where the gate has none.</param>
/// <param name="Value">The county's value in print, or why there is none.</param>
/// <param name="Limit">What is asked for.</param>
/// <param name="Margin">Distance to it in words.</param>
/// <param name="Shape">Shape of the mark, empty for a scheme that has not been applied for.</param>
/// <param name="Word">Outcome in a word.</param>
/// <param name="NotReported">What is missing.</param>
/// <param name="Failing">What is known not to be met.</param>
public sealed record GateRow(string Label, string Stage, string Value, string Limit, string Margin, string Shape, string Word, IReadOnlyList<string> NotReported, IReadOnlyList<string> Failing);

/// <summary>The gates of one scheme.</summary>
/// <param name="Anchor">Anchor.</param>
/// <param name="Short">Short name of the scheme.</param>
/// <param name="ForReference">True where the county has not applied: distances only.</param>
/// <param name="Word">The whole rule's outcome in a sentence.</param>
/// <param name="Rows">Rows.</param>
/// <param name="Note">Source, as-of date, release.</param>
public sealed record GateSection(string Anchor, string Short, bool ForReference, string Word, IReadOnlyList<GateRow> Rows, TableNote Note)
{
    /// <summary>Sections of the schemes that have gates; empty where the release has no schools of the county.</summary>
    public static IReadOnlyList<GateSection> Of(CountyContext county) =>
    [
        .. county.Schemes.Select(scheme => (Scheme: scheme, Verdict: county.Verdict(scheme))).Where(p => p.Verdict is not null).Select(p => new GateSection(
            "gates-" + p.Scheme.Id.Value,
            p.Scheme.Short,
            county.ForReference(p.Scheme),
            CountyVerdict.Sentence(county, p.Scheme, p.Verdict!),
            [.. p.Verdict!.Lines.Select(line => Row(p.Scheme, line, county.ForReference(p.Scheme)))],
            Sourcing.Computed(county.Site, county.Release))),
    ];

    /// <summary>A line in print.</summary>
    public static GateRow Row(Scheme scheme, GateLine line, bool reference)
    {
        (string value, string limit, string margin) = line.Gate.Kind switch
        {
            GateKind.Standards => Counts(line, ""),
            GateKind.Items when line.InPoints => Points(line),
            GateKind.Items => Counts(line, " 项"),
            GateKind.Coefficients => Coefficients(line),
            _ => Rate(line),
        };
        return new GateRow(
            line.Gate.Label, line.Stage is { } stage ? scheme.StageLabel(stage) : "", value, limit, margin,
            reference ? "" : Components.StateMark.ShapeOf(line.Outcome),
            line.Gate.Kind == GateKind.Coefficients && line.Outcome == Outcome.NotApplicable ? "不具可比性" : ItemText.Word(line.Outcome, reference),
            line.NotReported, line.Failing);
    }

    private static (string Value, string Limit, string Margin) Counts(GateLine line, string unit)
    {
        // What is known to fail and not reported in full is told once, with what fails: met, failing and open are the whole.
        int open = line.NotReported.Count(n => !line.Failing.Any(f => n == f || n.StartsWith(f + "（", StringComparison.Ordinal)));
        string[] parts =
        [
            .. line.Failing.Count > 0 ? [$"差 {line.Failing.Count} {(unit.Length > 0 ? "项" : "个")}"] : Array.Empty<string>(),
            .. open > 0 && !double.IsNaN(line.Of) ? [$"{open} {(unit.Length > 0 ? "项" : "个")}没有报全"] : Array.Empty<string>(),
        ];
        return double.IsNaN(line.Of)
            ? (line.Outcome == Outcome.NotReported ? "待填报" : "—", "全部", line.NotReported.Count > 0 ? "缺" + string.Join("、", line.NotReported) : "—")
            : ($"{Format.Number(line.Value)} / {Format.Number(line.Of)}{unit}", "全部", parts.Length == 0 ? "全部达到" : string.Join("，", parts));
    }

    private static (string Value, string Limit, string Margin) Points(GateLine line)
    {
        string limit = double.IsNaN(line.Limit) ? "没有限值" : $"{Sign(line.Sense)} {ItemText.Plain(line.Limit)} 分";
        return double.IsNaN(line.Value)
            ? (line.NotReported.Count == 0 ? "—" : "待填报", limit, line.NotReported is [var only] ? only : $"{line.NotReported.Count} 项没有报")
            : ($"{ItemText.Plain(line.Value)} 分", limit, $"{(line.Margin < 0 ? "差" : "余")} {ItemText.Plain(Math.Abs(line.Margin))} 分");
    }

    private static (string Value, string Limit, string Margin) Coefficients(GateLine line)
    {
        if (double.IsNaN(line.Limit))
        {
            return (line.Of > 0 ? $"仅 {Format.Number(line.Of)} 所学校" : "没有学校", "—", "—");
        }

        bool singles = !double.IsNaN(line.Of);
        string limit = Comparison.Print(line.Limit, 2);
        string asked = $"{(singles ? "每项 " : "")}{Sign(line.Sense)} {limit}";
        if (double.IsNaN(line.Value))
        {
            return ("待填报", asked, "—");
        }

        string value = Comparison.Print(line.Value, Format.CoefficientDecimals, line.Limit, line.Sense);
        string distance = StageState.Distance(value, limit);
        bool holds = Comparison.Holds(line.Value, line.Limit, line.Sense);
        string margin = line.Outcome == Outcome.NotReported ? $"缺 {line.NotReported.Count} 项" : (holds ? "余 " : line.Sense == Sense.AtMost ? "超 " : "差 ") + distance;
        return ((singles ? line.Sense == Sense.AtMost ? "最大 " : "最小 " : "") + value, asked, margin + (singles && line.Failing.Count > 0 ? $"，{line.Failing.Count} 项{(line.Sense == Sense.AtMost ? "大于" : "小于")}限值" : ""));
    }

    private static (string Value, string Limit, string Margin) Rate(GateLine line)
    {
        string limit = double.IsNaN(line.Limit) ? "没有限值" : $"{Sign(line.Sense)} {ItemText.Plain(line.Limit)}%";
        if (double.IsNaN(line.Value))
        {
            return line.IsWithheld ? ("不予公布", limit, "有效问卷太少") : ("待填报", limit, "没有报送");
        }

        string value = double.IsNaN(line.Limit) ? Comparison.Print(line.Value, 1) : Comparison.Print(line.Value, 1, line.Limit, line.Sense);
        string distance = double.IsNaN(line.Limit) ? "" : StageState.Distance(value, ItemText.Plain(line.Limit));
        return ($"{value}%", limit, distance.Length == 0 ? "—" : $"{(line.Margin < 0 && line.Outcome == Outcome.NotMet ? "差" : "余")} {distance} 个百分点");
    }

    private static string Sign(Sense sense) => sense == Sense.AtMost ? "≤" : "≥";
}

/// <summary>An item of a county in a row.</summary>
/// <param name="Order">Number within the group.</param>
/// <param name="Label">Words of the document.</param>
/// <param name="Inputs">Inputs with their values.</param>
/// <param name="Evidence">Evidence, each once.</param>
/// <param name="Requirement">What is asked for.</param>
/// <param name="Value">Value that was compared, empty where there is none.</param>
/// <param name="Shape">Shape of the mark, empty for points and for a scheme that has not been applied for.</param>
/// <param name="Word">Outcome in a word, empty for points.</param>
/// <param name="Failing">What is known not to be met.</param>
public sealed record ItemRow(int Order, string Label, IReadOnlyList<string> Inputs, IReadOnlyList<string> Evidence, string Requirement, string Value, string Shape, string Word, IReadOnlyList<string> Failing)
{
    /// <summary>Errata of the rows that it is worked out from.</summary>
    public IReadOnlyList<Fix> Fixes { get; init; } = [];
}

/// <summary>The items of one gate.</summary>
/// <param name="Label">Gate.</param>
/// <param name="Rows">Items of which something is known.</param>
/// <param name="Unknown">Items of which nothing is reported.</param>
public sealed record ItemGroup(string Label, IReadOnlyList<ItemRow> Rows, IReadOnlyList<string> Unknown);

/// <summary>The items of one scheme.</summary>
/// <param name="Anchor">Anchor.</param>
/// <param name="Short">Short name of the scheme.</param>
/// <param name="ForReference">True where the county has not applied.</param>
/// <param name="Groups">Items by gate.</param>
/// <param name="Note">Source, as-of date, release.</param>
public sealed record ItemSection(string Anchor, string Short, bool ForReference, IReadOnlyList<ItemGroup> Groups, TableNote Note)
{
    /// <summary>Sections of the schemes that have items; a scheme of which nothing at all is known has none.</summary>
    public static IReadOnlyList<ItemSection> Of(CountyContext county) =>
    [
        .. county.Schemes.Select(scheme => (Scheme: scheme, Verdict: county.Verdict(scheme))).Where(p => p.Verdict?.Items.Count > 0).Select(p => new ItemSection(
            "items-" + p.Scheme.Id.Value,
            p.Scheme.Short,
            county.ForReference(p.Scheme),
            [.. p.Scheme.Gates.Where(g => g.Kind == GateKind.Items).Select(g => Group(county, p.Scheme, g, [.. p.Verdict!.Items.Where(i => g.Groups.Contains(i.Item.Group))]))],
            Sourcing.Computed(county.Site, county.Release))).Where(s => s.Groups.Any(g => g.Rows.Count > 0)),
    ];

    private static ItemGroup Group(CountyContext county, Scheme scheme, Gate gate, ItemResult[] items)
    {
        bool Known(ItemResult i) => i.Outcome != Outcome.NotReported || i.Failing.Count > 0 || i.Inputs.Any(x => x.IsKnown);
        return new ItemGroup(
            gate.Label,
            [.. items.Where(Known).Select(i => Row(county.Site.Data, scheme, i, county.ForReference(scheme)) with { Fixes = [.. i.Inputs.SelectMany(x => Fix.OfInput(county.Site, county.Releases, county.Release, county.Place.Code, x)).Distinct()] })],
            [.. items.Where(i => !Known(i)).Select(i => $"{i.Item.Order.ToString(CultureInfo.InvariantCulture)} {i.Item.Label}")]);
    }

    private static ItemRow Row(Dataset data, Scheme scheme, ItemResult result, bool reference)
    {
        bool points = result.Item.Rule == ItemRule.Score && result.Outcome != Outcome.NotReported;
        return new ItemRow(
            result.Item.Order, result.Item.Label,
            points ? [] : [.. result.Inputs.Select(i => ItemText.Input(data, scheme, result.Item, i))],
            [.. result.Inputs.Select(i => i.Evidence).Where(e => e.Length > 0).Distinct()],
            ItemText.Requirement(data, result.Item), ItemText.Value(result),
            reference || points ? "" : Components.StateMark.ShapeOf(result.Outcome), points ? "" : ItemText.Word(result.Outcome, reference), result.Failing);
    }
}
