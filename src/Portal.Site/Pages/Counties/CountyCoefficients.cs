using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Charts;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>A coefficient in a table.</summary>
/// <param name="Text">Printed value, or the words that stand in its place.</param>
/// <param name="IsNumber">True for a value.</param>
/// <param name="Over">True where it is over a limit of its own.</param>
/// <param name="Note">Such as 按 11 所学校, where values are missing.</param>
/// <param name="Working">Where its working stands, null where it has none.</param>
public sealed record CoefficientCell(string Text, bool IsNumber, bool Over, string Note, string? Working = null);

/// <summary>An indicator's coefficients, one per stage.</summary>
public sealed record CoefficientRow(string Label, string? Address, IReadOnlyList<CoefficientCell> Cells);

/// <summary>A stage with its chart.</summary>
/// <param name="State">State.</param>
/// <param name="Basis">按 12 所学校（学部）.</param>
/// <param name="Figure">Bars, null where nothing is comparable or the scheme is for reference only.</param>
/// <param name="Working">Page of the working.</param>
/// <param name="Workbook">The working as a workbook.</param>
public sealed record StageBlock(StageState State, string Basis, BarsFigure? Figure, string Working, string Workbook);

/// <summary>What is missing in a stage.</summary>
/// <param name="What">Indicator, or 学生数.</param>
/// <param name="Schools">Schools that it is missing of, with the reason.</param>
/// <param name="Left">按 11 所学校计算.</param>
public sealed record MissingRow(string Stage, string What, string Schools, string Left);

/// <summary>Schools left out for one reason.</summary>
/// <param name="Reason">Reason.</param>
/// <param name="ByDecision">True where it was decided for these schools, false where the scheme's rule says so.</param>
/// <param name="Schools">Names with their stage.</param>
public sealed record OutRow(string Reason, bool ByDecision, IReadOnlyList<string> Schools);

/// <summary>The coefficients of a county by one scheme.</summary>
public sealed record SchemeSection
{
    /// <summary>Anchor.</summary>
    public required string Anchor { get; init; }

    /// <summary>Scheme.</summary>
    public required SchemeId Scheme { get; init; }

    /// <summary>Short name of the scheme.</summary>
    public required string Short { get; init; }

    /// <summary>Document.</summary>
    public required string Document { get; init; }

    /// <summary>True for 差距 (reference), false for 测算.</summary>
    public required bool ForReference { get; init; }

    /// <summary>True where the composite is limited, false where each single is.</summary>
    public required bool ByComposite { get; init; }

    /// <summary>Stages.</summary>
    public required IReadOnlyList<StageBlock> Stages { get; init; }

    /// <summary>Single indicators; empty where nothing is comparable.</summary>
    public required IReadOnlyList<CoefficientRow> Rows { get; init; }

    /// <summary>Composite and limits.</summary>
    public required IReadOnlyList<CoefficientRow> Foot { get; init; }

    /// <summary>What is missing.</summary>
    public required IReadOnlyList<MissingRow> Missing { get; init; }

    /// <summary>Who is left out.</summary>
    public required IReadOnlyList<OutRow> Out { get; init; }

    /// <summary>Source, as-of date, release.</summary>
    public required TableNote Note { get; init; }

    /// <summary>The sections of a county, one per scheme of the release.</summary>
    public static IReadOnlyList<SchemeSection> Of(CountyContext county) =>
        county.HasSchools ? [.. county.Schemes.Where(s => s.CoefficientIndicators.Any()).Select((s, i) => Of(county, s, i))] : [];

    private static SchemeSection Of(CountyContext county, Scheme scheme, int number)
    {
        bool reference = county.ForReference(scheme);
        (Stage Stage, StageResult Result)[] stages = [.. scheme.Stages.Select(s => (s, county.Result(scheme, s.Id)!)).Where(p => p.Item2 is not null)];
        bool comparable = stages.Any(s => s.Result.Comparable);
        BarsFigure?[] bars = [.. stages.Select((s, i) => s.Result.Comparable && !reference ? CoefficientBars.For(scheme, s.Result, county.Place, county.Release.Id.Period, $"b{number}{i}") : null)];
        double longest = bars.Select(b => b?.Longest ?? 0).DefaultIfEmpty(0).Max();
        StageScope[] scopes = [.. stages.Select(s => StageScope.Of(county.Site.Data, county.Release, scheme, s.Stage.Id, county.Place.Code))];
        return new SchemeSection
        {
            Anchor = number == 0 ? "coef" : "coef-" + scheme.Id.Value,
            Scheme = scheme.Id,
            Short = scheme.Short,
            Document = scheme.Document,
            ForReference = reference,
            ByComposite = scheme.Composite,
            Stages = [.. stages.Select((s, i) => new StageBlock(
                StageState.Of(scheme, s.Stage.Id, s.Result),
                s.Result.Comparable ? $"按 {s.Result.Schools} 所学校（学部）、{Format.Number(s.Result.Pupils)} 名学生" : "",
                bars[i] is { } figure ? figure with { Beside = longest } : null,
                How(s.Result),
                Addresses.Workbook(county.Release.Id, county.Place.Code, scheme.Id, s.Stage.Id)))],
            Rows = comparable ? [.. scheme.CoefficientIndicators.Select(indicator => new CoefficientRow(
                indicator.Label,
                Addresses.Indicator(scheme.Id, indicator.Id),
                [.. stages.Select(s => Cell(s.Result, s.Result.Of(indicator.Id), How(s.Result) + "#" + HowIndicator.AnchorOf(indicator.Id)))]))] : [],
            Foot = comparable ? FootOf(scheme, stages, How) : [],
            Missing = [.. stages.Zip(scopes).SelectMany(p => MissingOf(scheme, p.First.Stage, p.First.Result, p.Second))],
            Out = [.. stages.Zip(scopes).SelectMany(p => p.Second.Out.Select(o => (o.Reason, o.ByDecision, Name: o.Part.School.Name + (stages.Length > 1 && o.Part.Type is { Stages.Count: > 1 } ? $"（{p.First.Stage.Label}）" : ""))))
                .GroupBy(o => (o.Reason, o.ByDecision)).Select(g => new OutRow(g.Key.Reason, g.Key.ByDecision, [.. g.Select(o => o.Name).Distinct()]))],
            Note = Sourcing.Computed(county.Site, county.Release),
        };

        string How(StageResult result) => Addresses.How(county.Release.Id, county.Place.Code, scheme.Id, result.Stage);
    }

    private static List<CoefficientRow> FootOf(Scheme scheme, (Stage Stage, StageResult Result)[] stages, Func<StageResult, string> how)
    {
        List<CoefficientRow> foot = [];
        if (scheme.Composite)
        {
            foot.Add(new CoefficientRow("综合", null, [.. stages.Select(s => Cell(s.Result, s.Result.Composite, how(s.Result) + "#" + HowPage.Composite))]));
        }

        string[] limits = [.. stages.Select(s => Limits(s.Result))];
        if (limits.Any(l => l.Length > 0))
        {
            foot.Add(new CoefficientRow(scheme.Composite ? "综合的限值" : "每项的限值", null, [.. limits.Select(l => new CoefficientCell(l.Length > 0 ? l : "不适用", l.Length > 0, false, ""))]));
        }

        return foot;
    }

    private static string Limits(StageResult result) =>
        !result.Comparable ? ""
        : result.Composite is { } composite ? composite.Limit?.Value.ToString() ?? ""
        : string.Join("、", result.Indicators.Select(i => i.Limit?.Value.ToString()).OfType<string>().Distinct());

    private static CoefficientCell Cell(StageResult stage, IndicatorResult? result, string working)
    {
        if (!stage.Comparable || result is null)
        {
            return new CoefficientCell(stage.Schools == 0 ? "没有学校" : $"仅 {stage.Schools} 所", false, false, "");
        }

        // Beside a composite's limit a single coefficient's own limit stands in its cell; the foot has one row for the composite's.
        string own = stage.Composite is not null && result != stage.Composite && result.Limit is { } limit ? $"限值 {limit.Value}" : "";
        string note = string.Join("，", new[] { result.Missing > 0 ? $"按 {result.Schools} 所学校" : "", own }.Where(n => n.Length > 0));
        return result.HasValue
            ? new CoefficientCell(Format.Coefficient(result), true, result.Outcome == Outcome.NotMet, note, working)
            : new CoefficientCell(result.Missing > 0 ? "待填报" : "无法计算", false, false, "");
    }

    private static IEnumerable<MissingRow> MissingOf(Scheme scheme, Stage stage, StageResult result, StageScope scope)
    {
        if (scope.Unknown.Count > 0)
        {
            yield return new MissingRow(stage.Label, "学生数", string.Join("、", scope.Unknown.Select(p => $"{p.School.Name}（{Format.Missing(p.Pupils.Why)}）")), $"按 {scope.In.Count} 所学校计算");
        }

        foreach (IndicatorResult indicator in result.Indicators.Where(i => i.Missing > scope.Unknown.Count))
        {
            Indicator definition = scheme.Indicator(indicator.Indicator)!;
            IEnumerable<string> names = scope.In.Select(p => (p.School.Name, p.Value(definition).Why))
                .Where(p => p.Why is not (CellState.Reported or CellState.NotApplicable))
                .Select(p => $"{p.Name}（{Format.Missing(p.Why)}）");
            yield return new MissingRow(stage.Label, definition.Label, string.Join("、", names), $"按 {indicator.Schools} 所学校计算");
        }
    }
}
