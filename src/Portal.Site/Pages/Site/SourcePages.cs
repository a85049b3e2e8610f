using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Site.Plan;

namespace Portal.Site.Pages;

/// <summary>List of the documents that figures were read from.</summary>
/// <param name="Sources">Documents with the number of values read from each, in order of id.</param>
public sealed record SourcesPage(IReadOnlyList<(SourceDocument Source, int Values)> Sources) : PageModel
{
    /// <summary>The list.</summary>
    public static SourcesPage Create(SiteContext site) => new([.. site.Data.Sources.Values.OrderBy(s => s.Id.Value, StringComparer.Ordinal).Select(s => (s, SourcePage.CountIn(site, s.Id)))])
    {
        Info = new PageInfo
        {
            Address = Addresses.Sources,
            Title = "数据来源",
            Description = $"本站的数字读自 {site.Data.Sources.Count} 份文件，每份写明发布单位、日期和等级。",
            Section = Section.Sources,
            Crumbs = [new Crumb("首页", Addresses.Home), new Crumb("数据来源", null)],
        },
    };
}

/// <summary>One value read from a document.</summary>
/// <param name="Place">Place.</param>
/// <param name="PlaceName">Name of the place.</param>
/// <param name="Year">Year as the document gives it, empty where it gives none.</param>
/// <param name="What">What it says.</param>
/// <param name="Value">The value as printed, with its unit; or the document's words.</param>
public sealed record ReadValue(PlaceCode? Place, string PlaceName, string Year, string What, string Value);

/// <summary>A document: issuer, number, date, grade, and what was read from it.</summary>
/// <param name="Source">The document.</param>
/// <param name="Values">Values by place and year; of a long list only the area's own.</param>
/// <param name="Parts">Areas below with the number of values, where there are too many for a page.</param>
/// <param name="Releases">Releases whose school data came from it.</param>
public sealed record SourcePage(SourceDocument Source, IReadOnlyList<ReadValue> Values, PartTable? Parts, IReadOnlyList<Release> Releases) : PageModel
{
    // A value is one short line: so many take the room of a row of other lists.
    private const int ValuesInRow = 3;

    private static readonly string[] Kinds = ["公布的差异系数", "公布的其他数字", "目标", "经费", "项目", "认定和公示", "公布的满意度"];

    /// <summary>How the page of a document is cut: by the values that were read from it.</summary>
    public static AreaParts PartsOf(SiteContext site, SourceId id) => new(site, Addresses.Source(id), code => (CountsOf(site, id).Of(code) + ValuesInRow - 1) / ValuesInRow);

    /// <summary>The page of a document, or an area's part of it.</summary>
    public static SourcePage Create(SiteContext site, SourceId id, PlaceCode? of = null)
    {
        PlaceCode area = of ?? site.Index.Root.Code;
        AreaParts parts = PartsOf(site, id);
        SourceDocument source = site.Data.Sources[id];
        IEnumerable<ReadValue> values = parts.IsWhole(area) && parts.IsTop(area) ? ReadFrom(site, id) : parts.Shown(area).SelectMany(p => ReadFrom(site, id, p.Code));
        AreaCounts counts = CountsOf(site, id);
        return new SourcePage(
            source,
            [.. values.Distinct().OrderBy(v => v.Place).ThenBy(v => v.Year, StringComparer.Ordinal)],
            parts.Table(
                area,
                "从这份文件读到的数字，按地区代码排列",
                ["读到的数字", "其中"],
                p => [$"{Text.Format.Number(counts.Of(p))} 个", string.Join("，", Kinds.Select((words, kind) => (words, Count: counts.Of(p, kind))).Where(k => k.Count > 0).Select(k => $"{k.words} {Text.Format.Number(k.Count)}"))],
                Addresses.Place),
            [.. site.Data.Releases.Where(r => r.Source == id)])
        {
            Info = new PageInfo
            {
                Address = parts.AddressOf(area),
                Title = parts.IsTop(area) ? source.Title : $"{source.Title}：{site.Data.Places[area].Name}",
                Description = $"{source.Title}，{source.Issuer}。本站从中读到的数字。",
                Section = Section.Sources,
                Crumbs = parts.Crumbs(source.Title, area, new Crumb("数据来源", Addresses.Sources)),
            },
        };
    }

    /// <summary>Number of values read from a document: those that its page lists, or counts.</summary>
    internal static int CountIn(SiteContext site, SourceId id) =>
        PartsOf(site, id).IsWhole(site.Index.Root.Code) ? ReadFrom(site, id).Distinct().Count() : CountsOf(site, id).Of(PlaceCode.Country);

    /// <summary>All values read from a document, over the current releases; a row that several releases repeat comes several times.</summary>
    public static IEnumerable<ReadValue> ReadFrom(SiteContext site, SourceId id) => site.Data.CurrentReleases.SelectMany(r => SourceRows.Of(r).From(id)).Select(row => ValueOf(site, row));

    // The same of one place and of the schools that something was promised for.
    private static IEnumerable<ReadValue> ReadFrom(SiteContext site, SourceId id, PlaceCode place) =>
        site.Data.CurrentReleases.SelectMany(r => SourceRows.Of(site, r, place).From(id)).Select(row => ValueOf(site, row));

    // Distinct rows by place; what is read of a school counts for its county.
    private static AreaCounts CountsOf(SiteContext site, SourceId id) => site.CountsOf(Addresses.Source(id), () =>
        site.Data.CurrentReleases.SelectMany(r => SourceRows.Of(r).From(id)).Distinct().Aggregate(new AreaCounts(site.Data.Places, Kinds.Length), (counts, row) => Count(site, counts, row)));

    private static AreaCounts Count(SiteContext site, AreaCounts counts, object row) => row switch
    {
        PublishedCoefficient c => counts.Add(c.Place, 0),
        Fact f => counts.Add(f.Place, 1),
        Target t => counts.Add(PlaceOf(site, t.Subject), 2),
        FinanceValue v => counts.Add(v.Place, 3),
        Project p => counts.Add(PlaceOf(site, p.Subject), 4),
        ProcedureStep p => counts.Add(p.Place, 5),
        PublishedSatisfaction s => counts.Add(s.Place, 6),
        _ => throw new ArgumentException($"No kind for {row}.", nameof(row)),
    };

    private static ReadValue ValueOf(SiteContext site, object row)
    {
        Dataset data = site.Data;
        return row switch
        {
            PublishedCoefficient c => Value(c.Place, c.Year, Coefficient(data.Scheme(c.Scheme), c), $"{c.Value}{(c.Judgement.Length > 0 ? $"（原文：{c.Judgement}）" : "")}{(c.Note.Length > 0 ? $"（{c.Note}）" : "")}"),
            Fact f => Value(f.Place, f.Year, f.Label, f.Value.HasValue ? $"{f.Value} {f.Unit}" : f.Text),
            Target t => Value(OwnPlace(site, t.Subject), t.Year, "目标：" + data.Vocabulary.Label("measure", t.Measure), t.Value.HasValue ? $"{(t.Sense == Sense.AtLeast ? "不低于" : "不高于")} {t.Value} {t.Unit}" : t.Text),
            FinanceValue v => Value(v.Place, v.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), (v.Stage is { } stage ? data.Vocabulary.Label("stage", stage.Value) : "") + data.Vocabulary.Label("finance", v.Measure), v.Value.HasValue ? $"{v.Value} {data.Vocabulary.Measure("finance", v.Measure).Unit}" : Text.Format.Missing(v.Value.State)),
            Project p => Value(OwnPlace(site, p.Subject), p.Planned.Text, "项目：" + p.Title, p.Funds.HasValue ? $"{p.Funds} 万元" : Text.Format.Missing(p.Funds.State)),
            ProcedureStep p => Value(p.Place, p.Done.Text, $"{data.Scheme(p.Scheme)?.Short ?? p.Scheme.Value}：{data.Vocabulary.Label("step", p.Step)}", p.Text),
            PublishedSatisfaction s => Value(s.Place, s.Year, $"满意度（{data.Vocabulary.Label("group", s.Group)}）", PublishedPart.Value(SurveyDisclosure.Rate(data, s), "%")),
            _ => throw new ArgumentException($"No kind for {row}.", nameof(row)),
        };

        ReadValue Value(PlaceCode? place, string year, string what, string value) =>
            new(place, place is { } code ? data.Places.Find(code)?.Name ?? code.Value : "", year, what, value);
    }

    private static string Coefficient(Domain.Schemes.Scheme? scheme, PublishedCoefficient c) =>
        $"{scheme?.StageLabel(c.Stage) ?? c.Stage.Value}{scheme?.Label(c.Indicator) ?? c.Indicator.Value}{(c.Indicator == IndicatorId.Composite ? "" : "的差异系数")}";

    private static PlaceCode? OwnPlace(SiteContext site, string subject) => site.Data.Places.Find(new PlaceCode(subject))?.Code;

    private static PlaceCode? PlaceOf(SiteContext site, string subject) =>
        OwnPlace(site, subject) ?? (site.Data.LatestOf(new SchoolId(subject)) is { } release ? release.Schools[release.Schools.Find(new SchoolId(subject))!.Value].Place : null);
}

/// <summary>Rows of a release that name their source: of the whole, or of one place.</summary>
internal sealed record SourceRows(
    IEnumerable<PublishedCoefficient> Coefficients, IEnumerable<Fact> Facts, IEnumerable<Target> Targets, IEnumerable<FinanceValue> Finance, IEnumerable<Project> Projects, IEnumerable<ProcedureStep> Procedure, IEnumerable<PublishedSatisfaction> Satisfaction)
{
    /// <summary>All rows of a release.</summary>
    public static SourceRows Of(Release release) => new(release.Coefficients, release.Facts, release.Targets, release.Finance, release.Projects, release.Procedure, release.Satisfaction);

    /// <summary>Those of a place, and those of its schools that something was promised for.</summary>
    public static SourceRows Of(SiteContext site, Release release, PlaceCode place)
    {
        PlaceRows rows = site.Index.RowsOf(release);
        string[] subjects = [place.Value, .. rows.SchoolsPromisedIn(place).Select(s => s.Value)];
        return new SourceRows(rows.CoefficientsOf(place), rows.FactsOf(place), subjects.SelectMany(rows.TargetsOf), release.FinanceOf(place), subjects.SelectMany(release.ProjectsOf), release.ProcedureOf(place), rows.SatisfactionOf(place));
    }

    /// <summary>The rows that were read from a document, kind by kind.</summary>
    public IEnumerable<object> From(SourceId id) =>
        Coefficients.Where(r => r.Source == id).Concat<object>(Facts.Where(r => r.Source == id)).Concat(Targets.Where(r => r.Source == id)).Concat(Finance.Where(r => r.Source == id))
            .Concat(Projects.Where(r => r.Source == id)).Concat(Procedure.Where(r => r.Source == id)).Concat(Satisfaction.Where(r => r.Source == id));
}
