using Portal.Domain.Data;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>A count at the head of a page.</summary>
public sealed record Stat(string Label, string Value, string Note);

/// <summary>The country, a province or a city: its counties, what is recorded and published of it, the places below.</summary>
public sealed record AreaPage : PageModel
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Level in words, as-of date, release.</summary>
    public required IReadOnlyList<string> Meta { get; init; }

    /// <summary>Three sentences.</summary>
    public required IReadOnlyList<string> Lead { get; init; }

    /// <summary>Counts; empty without schools.</summary>
    public required IReadOnlyList<Stat> Stats { get; init; }

    /// <summary>Counties against the limits; null without schools.</summary>
    public required AreaState? State { get; init; }

    /// <summary>Monitoring of the newest period; null where nothing is monitored.</summary>
    public required MonitoringSummary? Monitoring { get; init; }

    /// <summary>Roads.</summary>
    public required IReadOnlyList<RoadPart> Roads { get; init; }

    /// <summary>Counts of the rectification ledger, null without findings.</summary>
    public required RectificationSummary? Rectification { get; init; }

    /// <summary>Proposed closures of schools in the area, by county and school; none where they are too many for a page.</summary>
    public required IReadOnlyList<ProposalRow> Proposals { get; init; }

    /// <summary>How many there are in the areas below, where they are.</summary>
    public required PartNumbers? ProposalNumbers { get; init; }

    /// <summary>What the law asks of its spending, null without figures.</summary>
    public required FundingPart? Funding { get; init; }

    /// <summary>Promises and projects of the places directly below, with all below them: a place and its counts in words.</summary>
    public required IReadOnlyList<(Crumb Place, string Promises, string Projects)> PromisesBelow { get; init; }

    /// <summary>Published values.</summary>
    public required PublishedPart Published { get; init; }

    /// <summary>Supervision reports on the area itself and the newest on places below it, null where there is none.</summary>
    public required ReportsPart? Reports { get; init; }

    /// <summary>Places directly below, in order of code; without a page only named.</summary>
    public required IReadOnlyList<Crumb> Below { get; init; }

    /// <summary>The page of a place above the county.</summary>
    public static AreaPage Create(SiteContext site, PlaceCode code)
    {
        Place place = site.Data.Places[code];
        Release release = site.Index.ReleaseOf(code) ?? throw new ArgumentException($"No release for {code}.", nameof(code));
        AreaState? state = AreaState.Of(site, place);
        int proposals = ProposalRow.CountIn(site, code);
        PublishedPart published = PublishedPart.Of(site, site.Data.CurrentReleases, code);
        IReadOnlyList<RoadPart> roads = RoadPart.Of(site, site.Data.CurrentReleases, code);
        IReadOnlyList<string> lead = state is null ? PublishedLead(site, place, published, roads) : [Scale(place, state), state.Sentence, state.Recognised];
        return new AreaPage
        {
            Info = new PageInfo
            {
                Address = Addresses.Place(code),
                Title = place.Name,
                Description = $"{place.Name}义务教育均衡情况：" + lead[0].Replace("**", "", StringComparison.Ordinal),
                Section = Section.Places,
                Crumbs = PlaceWords.Crumbs(site, place, self: true),
                FeedbackPlace = code,
                Release = release.Id,
            },
            Name = place.Name,
            Meta = ["义务教育均衡情况", place.Level.Label(), $"截至 {Format.Date(release.AsOf)}", $"发布 {release.Id}"],
            Lead = lead,
            Stats = state is null ? [] :
            [
                new Stat("县区", Format.Number(state.Tally.Counties), state.Tally.Reporting == state.Tally.Counties ? "都有学校数据" : $"{Format.Number(state.Tally.Reporting)} 个有学校数据"),
                new Stat("学校", Format.Number(state.Tally.Schools), "含教学点"),
                new Stat("学生", Format.Number(state.Tally.Pupils), "已填报的合计"),
            ],
            State = state,
            Monitoring = MonitoringSummary.Of(site, code),
            Roads = roads,
            Rectification = RectificationSummary.Of(site, code),
            Proposals = proposals <= site.MostRows ? ProposalRow.Of(site, code) : [],
            ProposalNumbers = proposals <= site.MostRows ? null : new PartNumbers(proposals, [.. site.Data.Places.ChildrenOf(code).Select(p => (p.Level == PlaceLevel.County ? PlaceWords.Link(site, p) : new Crumb(p.Name, Addresses.PlaceSection(p.Code, "proposals")), ProposalRow.CountIn(site, p.Code))).Where(p => p.Item2 > 0)]),
            Funding = FundingPart.Of(site, site.Data.CurrentReleases, code),
            PromisesBelow = [.. site.Data.Places.ChildrenOf(code).Where(p => site.PromiseCounts.ContainsKey(p.Code))
                .Select(p => (PlaceWords.Link(site, p), site.PromiseCounts[p.Code].PromisesInWords, site.PromiseCounts[p.Code].ProjectsInWords))],
            Published = published,
            Reports = ReportsPart.OfArea(site, code),
            Below = [.. site.Data.Places.ChildrenOf(code).Select(p => PlaceWords.Link(site, p))],
        };
    }

    private static string Scale(Place place, AreaState state) =>
        $"{place.Name}有 {Format.Number(state.Tally.Counties)} 个县区，{state.Period}"
        + (state.Tally.Reporting == state.Tally.Counties ? "都有学校数据" : $"有学校数据的 {Format.Number(state.Tally.Reporting)} 个")
        + $"：{Format.Number(state.Tally.Schools)} 所学校，学生 {Format.Number(state.Tally.Pupils)} 人。";

    private static IReadOnlyList<string> PublishedLead(SiteContext site, Place place, PublishedPart published, IReadOnlyList<RoadPart> roads)
    {
        int below = site.Data.Places.Under(place.Code).Skip(1).Count(p => site.Index.HasPage(p.Code));
        roads = [.. roads.Where(r => r.Applied)];
        if (published.IsEmpty && roads.Count == 0)
        {
            return [$"本站没有收录{place.Name}本级的公布值。", $"收录了下属 {below} 个地区的，从下面进入。", "数都照录自公开文件，本站没有重新计算。"];
        }

        string recognition = roads.Count == 0
            ? $"本站没有收录{place.Name}本级的认定决定。"
            : $"{place.Name}：{string.Join("；", roads.SelectMany(r => r.Steps.Where(s => s.Key).Select(s => $"义务教育**{r.Short}**{(char.IsAsciiDigit(r.Standing[0]) ? " " : "")}{r.Standing}" + (s.Text.Length > 0 ? $"，{s.Text}" : ""))))}。";
        return [recognition, PublishedWords.Coefficients(published), published.SatisfactionTrend.Count > 0 ? "满意度：" + published.SatisfactionTrend[0] : PublishedWords.Documents(published)];
    }
}
