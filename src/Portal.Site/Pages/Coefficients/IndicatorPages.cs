using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Charts;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>All schemes with their indicators and limits.</summary>
/// <param name="Schemes">Schemes.</param>
/// <param name="Gates">Gates of each scheme with their items.</param>
public sealed record IndicatorsPage(IReadOnlyList<Scheme> Schemes, IReadOnlyList<IReadOnlyList<SchemeGate>> Gates) : PageModel
{
    /// <summary>The list.</summary>
    public static IndicatorsPage Create(SiteContext site) => new(site.Data.Schemes, [.. site.Data.Schemes.Select(s => SchemeGate.Of(site, s))])
    {
        Info = new PageInfo
        {
            Address = Addresses.Indicators,
            Title = "指标与办法",
            Description = "每套办法有哪些关口、项目和指标，每项怎么算、限值和标准是多少、出自哪份文件。",
            Section = Section.Indicators,
            Crumbs = [new Crumb("首页", Addresses.Home), new Crumb("指标与办法", null)],
        },
    };
}

/// <summary>A county's coefficient of one indicator in one stage.</summary>
/// <param name="Place">County.</param>
/// <param name="Period">Period of the release it comes from.</param>
/// <param name="Mean">County mean in print, empty where none.</param>
/// <param name="Value">Coefficient in print, or why there is none.</param>
/// <param name="Outcome">Outcome against the limit, not applicable where none is applied.</param>
/// <param name="HasValue">False where there is no coefficient.</param>
public sealed record CountyValue(Place Place, string Period, string Mean, string Value, Outcome Outcome, bool HasValue);

/// <summary>One stage of an indicator: its limit, its standards, and the counties.</summary>
/// <param name="Stage">Stage.</param>
/// <param name="Formula">Formula in words.</param>
/// <param name="Limit">Country's limit on the coefficient, null where none.</param>
/// <param name="Standards">Standards with the name of their place.</param>
/// <param name="Counties">Counties in code order.</param>
/// <param name="Results">Results of the newest period, for the chart.</param>
/// <param name="Judged">Counties to which the scheme applies: they have applied for it. The others are for reference only.</param>
/// <param name="Parts">Areas below with their counts, where there are too many counties for a page.</param>
public sealed record IndicatorStage(Stage Stage, string Formula, Limit? Limit, IReadOnlyList<(Standard Standard, string Place)> Standards, IReadOnlyList<CountyValue> Counties, IReadOnlyList<(Place Place, StageResult Result)> Results, IReadOnlySet<PlaceCode> Judged, PartTable? Parts);

/// <summary>An indicator: definition, formula, source, limit, distribution over counties. The composite has a page of its own.</summary>
/// <param name="Scheme">Scheme.</param>
/// <param name="Id">Indicator.</param>
/// <param name="Indicator">Definition, null for the composite.</param>
/// <param name="Stages">Stages.</param>
/// <param name="Area">Area whose counties are shown.</param>
public sealed record IndicatorPage(Scheme Scheme, IndicatorId Id, Indicator? Indicator, IReadOnlyList<IndicatorStage> Stages, Place Area) : PageModel
{
    private static readonly string[] Kinds = ["在限值内", "超过限值", "数据不全，暂无法判定", "只供参考或没有限值", "没有数值"];

    /// <summary>Supervision reports that cite a figure of the indicator; none where they are too many for a page.</summary>
    public required IReadOnlyList<ReportRow> Reports { get; init; }

    /// <summary>How many there are on the areas below, where they are.</summary>
    public required PartNumbers? ReportNumbers { get; init; }

    /// <summary>Indicators of a scheme that have pages: the composite first, where there is one.</summary>
    public static IEnumerable<IndicatorId> Of(Scheme scheme) => (scheme.Composite ? [IndicatorId.Composite] : Array.Empty<IndicatorId>()).Concat(scheme.Indicators.Select(i => i.Id));

    /// <summary>How the page of an indicator is cut: by the counties that have a result of the scheme.</summary>
    public static AreaParts PartsOf(SiteContext site, Scheme scheme, IndicatorId id) => new(site, Addresses.Indicator(scheme.Id, id), site.CountsOf(
        $"{Addresses.Indicators}{scheme.Id}",
        () => site.Data.Places.All.Where(p => p.Level == PlaceLevel.County && site.Data.LatestOf(p.Code) is { } release && scheme.Stages.Any(s => site.Findings.Find(release.Id, p.Code, scheme.Id, s.Id) is not null))
            .Aggregate(new AreaCounts(site.Data.Places), (counts, county) => counts.Add(county.Code))).Of);

    /// <summary>The page of an indicator, or an area's part of it.</summary>
    public static IndicatorPage Create(SiteContext site, Scheme scheme, IndicatorId id, PlaceCode? of = null)
    {
        PlaceCode area = of ?? site.Index.Root.Code;
        AreaParts parts = PartsOf(site, scheme, id);
        HashSet<InspectionReport> citing = new(site.Reports.Citing(scheme.Id, id), ReferenceEqualityComparer.Instance);
        HashSet<InspectionReport> reports = parts.IsTop(area) ? citing : new(site.Reports.Of(area).Where(citing.Contains), ReferenceEqualityComparer.Instance);
        Indicator? indicator = scheme.Indicator(id);
        return new IndicatorPage(scheme, id, indicator, [.. scheme.Stages.Select(stage => For(site, parts, area, scheme, id, indicator, stage))], site.Data.Places[area])
        {
            Reports = reports.Count <= site.MostRows ? [.. reports.Select(r => ReportRow.Of(site, r))] : [],
            ReportNumbers = reports.Count <= site.MostRows ? null : new PartNumbers(reports.Count, [.. site.Data.Places.ChildrenOf(area).Select(p => (new Crumb(p.Name, Addresses.ReportsOfPlace(p.Code)), site.Reports.Of(p.Code).Count(reports.Contains))).Where(p => p.Item2 > 0)]),
            Info = new PageInfo
            {
                Address = parts.AddressOf(area),
                Title = parts.Title($"{scheme.Label(id)}（{scheme.Short}）", area),
                Description = $"{scheme.Label(id)}的含义、公式、限值、出处，以及各县区的差异系数。",
                Section = Section.Indicators,
                Script = site.Index.HasSchools ? "figures.js" : "",
                Release = site.Latest?.Id,
                Crumbs = parts.Crumbs(scheme.Label(id), area, new Crumb("指标与办法", Addresses.Indicators)),
            },
        };
    }

    /// <summary>The drawing of a stage: the counties of the area on one line; null where none has a value.</summary>
    public StripFigure? StripOf(SiteContext site, IndicatorStage stage) => stage.Results.Any(r => r.Result.Of(Id) is { HasValue: true })
        ? Strip.For(Scheme, stage.Stage.Id, Id, Area.Name, site.Latest!.Id.Period, stage.Results, "s-" + stage.Stage.Id.Value, stage.Judged)
        : null;

    /// <summary>The formula of an indicator, or of the composite where none is given.</summary>
    public static string Formula(Vocabulary vocabulary, Scheme scheme, Indicator? indicator, StageId stage) =>
        indicator is null ? $"{scheme.CoefficientIndicators.Count()} 项差异系数之和 ÷ {scheme.CoefficientIndicators.Count()}" : Formula(vocabulary, indicator, stage);

    /// <summary>A formula in words: 教学及辅助用房面积 ÷ 小学在校生数.</summary>
    public static string Formula(Vocabulary vocabulary, Indicator indicator, StageId stage)
    {
        string numerator = "";
        foreach (Term term in indicator.Numerator)
        {
            string label = vocabulary.Column(term.ColumnFor(stage))?.Label ?? term.ColumnFor(stage);
            string factor = Math.Abs(term.Factor) == 1 ? "" : $" × {Math.Abs(term.Factor).ToString(System.Globalization.CultureInfo.InvariantCulture)}";
            numerator += (numerator.Length == 0 ? (term.Factor < 0 ? "−" : "") : term.Factor < 0 ? " − " : " + ") + label + factor;
        }

        string per = vocabulary.Column(indicator.Per.ColumnFor(stage))?.Label ?? indicator.Per.ColumnFor(stage);
        string scale = indicator.Per.Factor == 1 ? "" : $" × {(1 / indicator.Per.Factor).ToString("0.######", System.Globalization.CultureInfo.InvariantCulture)}";
        return (indicator.Numerator.Count > 1 ? $"（{numerator}）" : numerator) + $" ÷ {per}{scale}";
    }

    private static IndicatorStage For(SiteContext site, AreaParts parts, PlaceCode area, Scheme scheme, IndicatorId id, Indicator? indicator, Stage stage)
    {
        Dataset data = site.Data;
        DateOnly day = site.Latest?.RuleDate ?? scheme.InForce;
        Place[] country = [data.Places[PlaceCode.Country]];
        List<CountyValue> counties = [];
        List<(Place, StageResult)> results = [];
        HashSet<PlaceCode> judged = [];
        foreach (Place county in parts.Within(area).Where(p => p.Level == PlaceLevel.County))
        {
            if (data.LatestOf(county.Code) is not { } release || site.Findings.Find(release.Id, county.Code, scheme.Id, stage.Id) is not { } result)
            {
                continue;
            }

            bool applies = !PlaceIndex.ForReference(data.CurrentReleases, county.Code, scheme);
            IndicatorResult? value = result.Of(id);
            if (applies)
            {
                judged.Add(county.Code);
            }

            counties.Add(new CountyValue(
                county,
                release.Id.Period,
                value is null || double.IsNaN(value.Mean) || indicator is null || Withholding.OfMean(data.Vocabulary, indicator, stage.Id, release, county.Code) ? "" : Comparison.Print(value.Mean, indicator.Decimals),
                !result.Comparable ? $"仅 {result.Schools} 所学校，不具可比性"
                    : value is null ? "待填报"
                    : Format.Coefficient(value) + (value is { HasValue: true, Missing: > 0 } ? "（数据不全）" : ""),
                applies && value?.Limit is not null ? value.Outcome : Outcome.NotApplicable,
                result.Comparable && value is { HasValue: true }));
            if (release.Id == site.Latest?.Id)
            {
                results.Add((county, result));
            }
        }

        return new IndicatorStage(
            stage,
            Formula(data.Vocabulary, scheme, indicator, stage.Id),
            scheme.LimitFor(stage.Id, id, country, day),
            [.. scheme.Standards.Where(s => s.Indicator == id && s.Stage == stage.Id).OrderBy(s => s.Place).ThenBy(s => s.From).Select(s => (s, data.Places.Find(s.Place)?.Name ?? s.Place.Value))],
            parts.IsWhole(area) ? counties : [],
            results,
            judged,
            parts.IsWhole(area) ? null : Below(data.Places, parts, area, $"{stage.Label}，按地区代码排列", counties));
    }

    private static PartTable? Below(PlaceTree places, AreaParts parts, PlaceCode area, string caption, IReadOnlyList<CountyValue> counties)
    {
        AreaCounts counts = counties.Aggregate(new AreaCounts(places, Kinds.Length), (sum, c) => sum.Add(c.Place.Code, KindOf(c)));
        return parts.Table(area, caption, ["本站测算的县区"], p => [string.Join("，", Kinds.Select((words, kind) => (words, Count: counts.Of(p, kind))).Where(k => k.Count > 0).Select(k => $"{k.words} {Text.Format.Number(k.Count)} 个"))], Addresses.Place);
    }

    private static int KindOf(CountyValue county) => county switch
    {
        { Outcome: Outcome.Met } => 0,
        { Outcome: Outcome.NotMet } => 1,
        { Outcome: Outcome.NotReported, HasValue: true } => 2,
        { HasValue: true } => 3,
        _ => 4,
    };
}
