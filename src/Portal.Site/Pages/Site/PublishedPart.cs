using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;

namespace Portal.Site.Pages;

/// <summary>A published coefficient as its document prints it.</summary>
/// <param name="Stage">Stage.</param>
/// <param name="Indicator">Indicator's full name.</param>
/// <param name="Composite">True for 综合差异系数.</param>
/// <param name="Year">Year in words; 原文未写年份 where the document gives none.</param>
/// <param name="Value">Printed digits.</param>
/// <param name="Judgement">The document's own words, empty where it judges nothing.</param>
/// <param name="Note">Note.</param>
/// <param name="Source">Source.</param>
public sealed record PublishedRow(string Stage, string Indicator, bool Composite, string Year, string Value, string Judgement, string Note, SourceRef Source)
{
    /// <summary>Errata of the row.</summary>
    public IReadOnlyList<Fix> Fixes { get; init; } = [];
}

/// <summary>Published coefficients by one scheme.</summary>
public sealed record PublishedScheme(string Short, string Document, IReadOnlyList<PublishedRow> Rows, TableNote Note);

/// <summary>A fact.</summary>
public sealed record FactRow(string Year, string Label, string Value, string Text, SourceRef Source)
{
    /// <summary>Errata of the row.</summary>
    public IReadOnlyList<Fix> Fixes { get; init; } = [];
}

/// <summary>Facts of a topic.</summary>
public sealed record FactTopic(string Label, IReadOnlyList<FactRow> Rows);

/// <summary>A published satisfaction rate.</summary>
public sealed record SatisfactionRow(string Year, string Group, string Rate, string Question, SourceRef Source)
{
    /// <summary>Errata of the row.</summary>
    public IReadOnlyList<Fix> Fixes { get; init; } = [];
}

/// <summary>What documents say of a place: coefficients, facts, targets, satisfaction. Nothing is worked out from it.</summary>
public sealed record PublishedPart
{
    /// <summary>Year of a row whose document gives none.</summary>
    public const string NoYear = "原文未写年份";

    /// <summary>Coefficients by scheme.</summary>
    public required IReadOnlyList<PublishedScheme> Coefficients { get; init; }

    /// <summary>Facts by topic.</summary>
    public required IReadOnlyList<FactTopic> Facts { get; init; }

    /// <summary>Note of the facts.</summary>
    public required TableNote FactNote { get; init; }

    /// <summary>Promises of the place and its schools, with what became of them.</summary>
    public required PromisePart Promises { get; init; }

    /// <summary>Satisfaction rates.</summary>
    public required IReadOnlyList<SatisfactionRow> Satisfaction { get; init; }

    /// <summary>Note of the satisfaction rates.</summary>
    public required TableNote SatisfactionNote { get; init; }

    /// <summary>How the same rate of the same group went over the years, in words.</summary>
    public required IReadOnlyList<string> SatisfactionTrend { get; init; }

    /// <summary>All sources, each once.</summary>
    public required IReadOnlyList<SourceRef> Sources { get; init; }

    /// <summary>True where there is nothing.</summary>
    public bool IsEmpty => Coefficients.Count == 0 && Facts.Count == 0 && Promises.IsEmpty && Satisfaction.Count == 0;

    /// <summary>What the releases say of a place; where two say the same row, the newer one counts.</summary>
    public static PublishedPart Of(SiteContext site, IReadOnlyList<Release> releases, PlaceCode place)
    {
        IReadOnlyList<PublishedCoefficient> coefficients = CoefficientsOf(site, releases, place);
        IReadOnlyList<Fact> facts = Merge(releases, r => site.Index.RowsOf(r).FactsOf(place), f => (f.Year, f.Topic, f.Label));
        PromisePart promises = PromisePart.Of(site, releases, place);
        IReadOnlyList<PublishedSatisfaction> satisfaction =
        [
            .. Merge(releases, r => site.Index.RowsOf(r).SatisfactionOf(place), s => (s.Year, s.Group, s.Question)).Select(s => s with { RatePercent = SurveyDisclosure.Rate(site.Data, s) }),
        ];
        Release newest = releases.Count > 0 ? releases[^1] : throw new ArgumentException("No release.", nameof(releases));
        TableNote Note(IEnumerable<SourceId> sources) => Sourcing.Note(site, newest, sources);
        return new PublishedPart
        {
            Coefficients = [.. coefficients.GroupBy(c => c.Scheme).Select(g => Scheme(site, releases, g.Key, [.. g], Note(g.Select(c => c.Source))))],
            Facts = [.. facts.GroupBy(f => f.Topic).Select(g => new FactTopic(
                site.Data.Vocabulary.Label("topic", g.Key),
                [.. g.OrderBy(f => f.Year, StringComparer.Ordinal).Select(f => new FactRow(Year(f.Year), f.Label, Value(f.Value, f.Unit), f.Text, Sourcing.Of(site, f.Source))
                {
                    Fixes = Fix.OfRow(site, releases, r => site.Index.RowsOf(r).FactsOf(place).Contains(f), "facts", place.Value, f.Year, f.Topic, f.Label),
                })]))],
            FactNote = Note(facts.Select(f => f.Source)),
            Promises = promises,
            Satisfaction = [.. satisfaction.Select(s => new SatisfactionRow(Year(s.Year), site.Data.Vocabulary.Label("group", s.Group), Value(s.RatePercent, "%"), s.Question, Sourcing.Of(site, s.Source))
            {
                Fixes = Fix.OfRow(site, releases, r => site.Index.RowsOf(r).SatisfactionOf(place).Any(o => (o.Year, o.Group, o.Question) == (s.Year, s.Group, s.Question)), "satisfaction", place.Value, s.Year, s.Group, s.Question),
            })],
            SatisfactionNote = Note(satisfaction.Select(s => s.Source)),
            SatisfactionTrend = Trend(site, satisfaction),
            Sources = [.. Note([.. coefficients.Select(c => c.Source), .. facts.Select(f => f.Source)]).Sources.Concat(promises.Note.Sources).Concat(promises.ProjectNote.Sources).Concat(Note(satisfaction.Select(s => s.Source)).Sources).Distinct()],
        };
    }

    /// <summary>The published coefficients of a place in the releases, each row once, the newer release first in case of doubt.</summary>
    public static IReadOnlyList<PublishedCoefficient> CoefficientsOf(SiteContext site, IReadOnlyList<Release> releases, PlaceCode place) =>
        Merge(releases, r => site.Index.RowsOf(r).CoefficientsOf(place), c => (c.Year, c.Stage, c.Scheme, c.Indicator, c.Note));

    /// <summary>The targets of a place in the releases, each once, the newer release first in case of doubt; by year, those without one last.</summary>
    public static IReadOnlyList<Target> TargetsOf(SiteContext site, IReadOnlyList<Release> releases, PlaceCode place) =>
        [.. Merge(releases, r => site.Index.RowsOf(r).TargetsOf(place.Value), t => (t.Year, t.Measure)).OrderBy(t => t.Year.Length == 0 ? "9999" : t.Year, StringComparer.Ordinal)];

    /// <summary>A value with its unit: 93.6%, 5.8 亿元; a blank is 未写数值.</summary>
    public static string Value(Cell value, string unit) => !value.HasValue
        ? value.State == CellState.NotReported ? "未写数值" : Text.Format.Missing(value.State)
        : unit == "%" ? value + "%" : $"{Text.Format.Cell(value)} {unit}".TrimEnd();

    private static string Year(string year) => year.Length == 0 ? NoYear : Text.Format.Period(year);

    private static PublishedScheme Scheme(SiteContext site, IReadOnlyList<Release> releases, SchemeId id, PublishedCoefficient[] rows, TableNote note)
    {
        Scheme? scheme = site.Data.Scheme(id);
        List<StageId> stages = [.. scheme?.Stages.Select(s => s.Id) ?? []];
        List<IndicatorId> indicators = [IndicatorId.Composite, .. scheme?.Indicators.Select(i => i.Id) ?? []];
        return new PublishedScheme(
            scheme?.Short ?? id.Value,
            scheme?.Document ?? "",
            [.. rows.OrderBy(r => r.Indicator == IndicatorId.Composite ? 0 : 1).ThenBy(r => stages.IndexOf(r.Stage)).ThenBy(r => indicators.IndexOf(r.Indicator)).ThenBy(r => r.Year, StringComparer.Ordinal)
                .Select(r => new PublishedRow(
                    scheme?.StageLabel(r.Stage) ?? r.Stage.Value,
                    scheme?.Label(r.Indicator) ?? r.Indicator.Value,
                    r.Indicator == IndicatorId.Composite,
                    Year(r.Year),
                    Value(r.Value, ""),
                    r.Judgement,
                    r.Note == NoYear ? "" : r.Note,
                    Sourcing.Of(site, r.Source))
                {
                    Fixes = Fix.OfRow(site, releases, x => site.Index.RowsOf(x).CoefficientsOf(r.Place).Contains(r), "coefficients", r.Place.Value, r.Year, r.Stage.Value, r.Scheme.Value, r.Indicator.Value, r.Note),
                })],
            note);
    }

    private static List<string> Trend(SiteContext site, IReadOnlyList<PublishedSatisfaction> rows) =>
        [.. rows.Where(r => r.Year.Length > 0 && r.RatePercent.HasValue).GroupBy(r => (r.Group, r.Question)).Where(g => g.Select(r => r.Year).Distinct().Count() > 1)
            .Select(g => $"{site.Data.Vocabulary.Label("group", g.Key.Group)}，{g.Key.Question}：{string.Join("，", g.OrderBy(r => r.Year, StringComparer.Ordinal).Select(r => $"{Year(r.Year)} {r.RatePercent}%"))}。")];

    /// <summary>Rows of releases, oldest first; of those with one key the newer release counts.</summary>
    internal static List<T> Merge<T, TKey>(IReadOnlyList<Release> releases, Func<Release, IEnumerable<T>> rows, Func<T, TKey> key)
    {
        HashSet<TKey> seen = [];
        List<T> merged = [];
        for (int i = releases.Count - 1; i >= 0; i--)
        {
            T[] fresh = [.. rows(releases[i]).Where(row => !seen.Contains(key(row)))];
            seen.UnionWith(fresh.Select(key));
            merged.AddRange(fresh);
        }

        return merged;
    }
}
