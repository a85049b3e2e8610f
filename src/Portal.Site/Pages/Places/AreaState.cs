using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Charts;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>A county in its area's table.</summary>
/// <param name="Name">Name.</param>
/// <param name="Address">Its page, null where it has none.</param>
/// <param name="States">State per stage.</param>
/// <param name="Recognition">Year of recognition, 推迟, 撤销, 已申报 or —.</param>
/// <param name="Standing">Where it stands with the main scheme.</param>
public sealed record CountyRow(string Name, string? Address, IReadOnlyList<StageState> States, string Recognition, Standing Standing);

/// <summary>Counties of a city, in order of code.</summary>
public sealed record CountyGroup(Crumb? City, IReadOnlyList<CountyRow> Rows);

/// <summary>A place directly below, with counts.</summary>
/// <param name="Place">Place.</param>
/// <param name="Counties">Counties at or below it.</param>
/// <param name="Reporting">Those with schools in the release.</param>
/// <param name="Schools">Schools.</param>
/// <param name="Pupils">Pupils.</param>
/// <param name="Over">Counties over a limit in any stage.</param>
public sealed record BelowRow(Crumb Place, int Counties, int Reporting, string Schools, string Pupils, int Over);

/// <summary>A stage's counties on one line.</summary>
public sealed record StripBlock(string Label, string Words, StripFigure? Figure);

/// <summary>Counties that have one outcome in common, in order of code.</summary>
/// <param name="Id">Anchor.</param>
/// <param name="Tile">What the counted things are: 个县区测算超过限值.</param>
/// <param name="Counties">Counties, each with what it is about.</param>
public sealed record OutcomeList(string Id, string Tile, IReadOnlyList<(Crumb County, string Words)> Counties)
{
    /// <summary>How many there are in the areas below, in place of the counties where the area has too many.</summary>
    public PartNumbers? Numbers { get; init; }

    /// <summary>Number of counties.</summary>
    public int Count => Numbers?.Count ?? Counties.Count;
}

/// <summary>How the counties of an area stand by the main scheme in a release.</summary>
public sealed record AreaState
{
    /// <summary>Name of the area.</summary>
    public required string Area { get; init; }

    /// <summary>Period in words.</summary>
    public required string Period { get; init; }

    /// <summary>Short name of the scheme.</summary>
    public required string SchemeShort { get; init; }

    /// <summary>True where the composite is shown.</summary>
    public required bool ByComposite { get; init; }

    /// <summary>Labels of the stages.</summary>
    public required IReadOnlyList<string> Stages { get; init; }

    /// <summary>Strips, one per stage.</summary>
    public required IReadOnlyList<StripBlock> Strips { get; init; }

    /// <summary>Counties by city; empty where there are too many.</summary>
    public required IReadOnlyList<CountyGroup> Groups { get; init; }

    /// <summary>Places directly below where they are not counties.</summary>
    public required IReadOnlyList<BelowRow> Below { get; init; }

    /// <summary>Limits in words: 小学 0.65，初中 0.55; empty where there are none.</summary>
    public required string Limits { get; init; }

    /// <summary>Lists by outcome; none of them is empty.</summary>
    public required IReadOnlyList<OutcomeList> Lists { get; init; }

    /// <summary>Counts.</summary>
    public required Tally Tally { get; init; }

    /// <summary>Sentence on the state of the area.</summary>
    public required string Sentence { get; init; }

    /// <summary>Sentence on recognition.</summary>
    public required string Recognised { get; init; }

    /// <summary>Source, as-of date, release.</summary>
    public required TableNote Note { get; init; }

    /// <summary>The state of an area in the newest release with schools, or null where there are none below it.</summary>
    public static AreaState? Of(SiteContext site, Place area)
    {
        Release? release = site.Data.CurrentReleases.LastOrDefault(r => site.Index.TallyOf(r, area.Code).Schools > 0);
        if (release is null || site.Index.MainScheme(release) is not { } scheme)
        {
            return null;
        }

        Place[] counties = [.. site.Index.CountiesOf(release, area.Code)];
        List<(Place Place, CountyRow Row)> rows = [.. counties.Select(c => (c, RowOf(site, release, scheme, c)))];
        string period = Format.Period(release.Id.Period);
        return new AreaState
        {
            Area = area.Name,
            Period = period,
            SchemeShort = scheme.Short,
            ByComposite = scheme.Composite,
            Stages = [.. scheme.Stages.Select(s => s.Label)],
            Strips = [.. scheme.Stages.Select((stage, i) => StripOf(site, release, scheme, stage, area, rows, i))],
            Groups = rows.Count > site.MostRows ? [] : [.. rows.GroupBy(r => r.Place.Parent).Select(g => new CountyGroup(
                g.Key is { } parent && parent != area.Code ? PlaceWords.Link(site, site.Data.Places[parent]) : null,
                [.. g.Select(r => r.Row)]))],
            Below = BelowOf(site, release, area, rows),
            Limits = string.Join("，", scheme.Stages.Select((s, i) => (s.Label, Limit: rows.Select(r => r.Row.States[i].Limit).FirstOrDefault(l => l.Length > 0))).Where(p => p.Limit is not null).Select(p => $"{p.Label} {p.Limit}")),
            Lists = ListsOf(site, release, area, scheme, rows),
            Tally = site.Index.TallyOf(release, area.Code),
            Sentence = $"按 {period}数据测算，" + string.Join("；", scheme.Stages.Select((s, i) => s.Label + Counts([.. rows.Select(r => r.Row.States[i])]))) + "。",
            Recognised = RecognisedOf(scheme, rows),
            Note = Sourcing.Computed(site, release),
        };
    }

    /// <summary>Counts of states in words: 7 个县区在限值内，1 个超过，1 个待填报.</summary>
    public static string Counts(IReadOnlyList<StageState> states)
    {
        (StageKind Kind, string Word)[] kinds =
        [
            (StageKind.Within, "在限值内"), (StageKind.Over, "**超过限值**"), (StageKind.Undecided, "暂无法判定"), (StageKind.ZeroMean, "无法计算"), (StageKind.TooFew, "学校太少、不具可比性"),
            (StageKind.NoSchools, "没有计入的学校"), (StageKind.NoData, "待填报"), (StageKind.NotJudged, "不作判断"),
        ];
        List<string> parts = [];
        foreach ((StageKind kind, string word) in kinds)
        {
            int count = states.Count(s => s.Kind == kind);
            if (count > 0)
            {
                parts.Add($" {count} 个{(parts.Count == 0 ? "县区" : "")}{word}");
            }
        }

        return string.Join("，", parts.Select((p, i) => i == 0 ? p : p.TrimStart()));
    }

    private static CountyRow RowOf(SiteContext site, Release release, Scheme scheme, Place county)
    {
        Road road = PlaceIndex.RoadOf(site.Data.CurrentReleases, county.Code, scheme.Id);
        string words = road.Standing == Standing.Recognised && road.Decisive?.Done.Year is { } year ? year.ToString(System.Globalization.CultureInfo.InvariantCulture) : RoadPart.Words(road);
        return new CountyRow(
            county.Name,
            site.Index.HasPage(county.Code) ? Addresses.Place(county.Code) : null,
            [.. scheme.Stages.Select(s => Shown(StageState.Of(scheme, s.Id, site.Findings.Find(release.Id, county.Code, scheme.Id, s.Id)), Applies(scheme, road.Standing)))],
            words,
            road.Standing);
    }

    // A scheme that must be applied for says nothing of a county that has not.
    private static bool Applies(Scheme scheme, Standing standing) => scheme.AppliesToAll || standing != Standing.NotApplied;

    private static StageState Shown(StageState state, bool applies) =>
        applies || state.Kind is StageKind.NoData or StageKind.NoSchools or StageKind.TooFew ? state : state with { Kind = StageKind.NotJudged, Word = "尚未申报" };

    private static StripBlock StripOf(SiteContext site, Release release, Scheme scheme, Stage stage, Place area, List<(Place Place, CountyRow Row)> rows, int at)
    {
        string words = Counts([.. rows.Select(r => r.Row.States[at])]).Replace("**", "", StringComparison.Ordinal).Trim();
        if (!scheme.Composite)
        {
            return new StripBlock(stage.Label, words, null);
        }

        (Place Place, StageResult Result)[] results = [.. rows.Where(r => Applies(scheme, r.Row.Standing)).Select(r => (r.Place, site.Findings.Find(release.Id, r.Place.Code, scheme.Id, stage.Id)!)).Where(r => r.Item2?.Composite is { HasValue: true })];
        return new StripBlock(stage.Label, words, results.Length == 0 ? null : Strip.For(scheme, stage.Id, IndicatorId.Composite, area.Name, release.Id.Period, results, "s-" + stage.Id.Value));
    }

    private static IReadOnlyList<BelowRow> BelowOf(SiteContext site, Release release, Place area, List<(Place Place, CountyRow Row)> rows)
    {
        Place[] children = [.. site.Data.Places.ChildrenOf(area.Code).Where(c => c.Level != PlaceLevel.County)];
        if (children.Length == 0)
        {
            return [];
        }

        Dictionary<PlaceCode, int> over = [];
        foreach ((Place place, CountyRow row) in rows.Where(r => r.Row.States.Any(s => s.Kind == StageKind.Over)))
        {
            foreach (Place up in site.Data.Places.PathUp(place.Code))
            {
                over[up.Code] = over.GetValueOrDefault(up.Code) + 1;
            }
        }

        return [.. children.Select(c => (Place: c, Tally: site.Index.TallyOf(release, c.Code))).Select(c => new BelowRow(
            PlaceWords.Link(site, c.Place), c.Tally.Counties, c.Tally.Reporting, Format.Number(c.Tally.Schools), Format.Number(c.Tally.Pupils), over.GetValueOrDefault(c.Place.Code)))];
    }

    private static List<OutcomeList> ListsOf(SiteContext site, Release release, Place area, Scheme scheme, List<(Place Place, CountyRow Row)> rows)
    {
        Dictionary<PlaceCode, Place> above = site.Data.Places.ChildrenOf(area.Code).SelectMany(c => site.Data.Places.CountiesOf(c.Code).Select(county => (county.Code, c))).ToDictionary(p => p.Code, p => p.c);
        OutcomeList[] all =
        [
            ByStage("over", $"个县区测算超过{scheme.Short}限值", StageKind.Over, s => s.Value.Length > 0 ? $"{s.Label} {s.Value}，{s.WithMargin}" : $"{s.Label}{s.WithMargin}"),
            ByStage("undecided", "个县区数据不全，暂无法判定", StageKind.Undecided, s => s.Label),
            ByStage("zero-mean", "个县区有指标的全县平均为 0，无法计算", StageKind.ZeroMean, s => s.Label),
            Where("no-data", "个县区待填报", r => r.States.All(s => s.Kind == StageKind.NoData), _ => "没有报送学校数据"),
            ByStage("too-few", "个县区有学段不具可比性", StageKind.TooFew, s => $"{s.Label}{s.Word}"),
            Where("deferred", $"个县区推迟{scheme.Short}认定", r => r.Standing == Standing.Deferred, _ => "推迟认定"),
            Where("withdrawn", $"个县区被撤销{scheme.Short}认定", r => r.Standing == Standing.Withdrawn, _ => "撤销"),
        ];
        return [.. all.Where(l => l.Count > 0)];

        OutcomeList ByStage(string id, string tile, StageKind kind, Func<StageState, string> words) =>
            Where(id, tile, r => r.States.Any(s => s.Kind == kind), r => string.Join("；", r.States.Where(s => s.Kind == kind).Select(words)));

        OutcomeList Where(string id, string tile, Func<CountyRow, bool> has, Func<CountyRow, string> words)
        {
            (Place Place, CountyRow Row)[] own = [.. rows.Where(r => has(r.Row))];
            return rows.Count <= site.MostRows
                ? new OutcomeList(id, tile, [.. own.Select(r => (new Crumb(r.Row.Name, r.Row.Address), words(r.Row)))])
                : new OutcomeList(id, tile, []) { Numbers = new PartNumbers(own.Length, [.. own.GroupBy(r => above[r.Place.Code]).Select(g => (ListOf(g.Key, id), g.Count()))]) };
        }

        // An area whose newest schools are of an earlier release shows that one: there the list may be another.
        Crumb ListOf(Place below, string id) => PlaceWords.Link(site, below) is { Address: { } address } link && below.Level != PlaceLevel.County && site.Index.TallyOf(release, below.Code).Schools > 0
            ? link with { Address = $"{address}#{id}" } : PlaceWords.Link(site, below);
    }

    private static string RecognisedOf(Scheme scheme, List<(Place Place, CountyRow Row)> rows)
    {
        int Count(Standing standing) => rows.Count(r => r.Row.Standing == standing);
        List<string> parts = [];
        void Add(Standing standing, string words)
        {
            if (Count(standing) > 0)
            {
                parts.Add($"{Count(standing)} 个{words}");
            }
        }

        Add(Standing.Recognised, "已通过认定");
        Add(Standing.Applied, "已申报");
        Add(Standing.Deferred, "推迟");
        Add(Standing.Withdrawn, "撤销");
        Add(Standing.NotApplied, "没有记录");
        return $"{scheme.Short}认定：{rows.Count} 个县区中 {string.Join("，", parts)}。";
    }
}
