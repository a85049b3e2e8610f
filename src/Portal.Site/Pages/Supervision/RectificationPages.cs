using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Site.Charts;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>A place's counts in the ledger.</summary>
/// <param name="Place">Place, linked to its ledger where it has one.</param>
/// <param name="Counts">By group.</param>
public sealed record RectificationPlace(Crumb Place, IReadOnlyList<int> Counts);

/// <summary>A group of the ledger where it is too long for a page.</summary>
/// <param name="Group">Group.</param>
/// <param name="Numbers">How many, and where they are.</param>
public sealed record RectificationCut(RectificationGroup Group, PartNumbers Numbers)
{
    /// <summary>The groups of an area that have findings; empty where its page shows all of them.</summary>
    internal static IReadOnlyList<RectificationCut> Of(SiteContext site, AreaParts parts, PlaceCode area, IEnumerable<RectificationGroup> groups, Func<PlaceCode, RectificationGroup, int> count)
    {
        List<RectificationCut> cuts = [];
        foreach (RectificationGroup group in groups)
        {
            if (parts.Numbers(area, p => count(p, group), Addresses.RectificationOf, "#" + group.Id()) is { } numbers)
            {
                int own = numbers.Count - numbers.Places.Sum(p => p.Count);
                cuts.Add(new RectificationCut(group, own == 0 ? numbers : numbers with { Places = [(new Crumb(site.Data.Places[area].Name + "本级", Addresses.RectificationOf(area)), own), .. numbers.Places] }));
            }
        }

        return cuts;
    }
}

/// <summary>The ledger of the whole site or of an area: counts, open and closed over time, what is not yet done by place.</summary>
public sealed record RectificationPage : PageModel
{
    /// <summary>Points of the chart: the as-of day and the ends of the twelve months before.</summary>
    public const int MostPoints = 13;

    /// <summary>Sentences at the head.</summary>
    public required IReadOnlyList<string> Lead { get; init; }

    /// <summary>States that there are, with their numbers.</summary>
    public required IReadOnlyList<(RectificationState State, int Count)> States { get; init; }

    /// <summary>Open and closed over time, null where no notice has been given.</summary>
    public required LedgerFigure? Chart { get; init; }

    /// <summary>Places by code.</summary>
    public required IReadOnlyList<RectificationPlace> Places { get; init; }

    /// <summary>Matters with their numbers.</summary>
    public required IReadOnlyList<(Crumb Matter, int Count)> Matters { get; init; }

    /// <summary>Findings that are not done.</summary>
    public required IReadOnlyList<RectificationSection> Sections { get; init; }

    /// <summary>The same counted, where there are too many for a page.</summary>
    public required IReadOnlyList<RectificationCut> Cuts { get; init; }

    /// <summary>As-of day and release.</summary>
    public required TableNote Note { get; init; }

    /// <summary>Address of the release's downloads.</summary>
    public required string Downloads { get; init; }

    /// <summary>How the ledger is cut: by the findings that are not done, or by the places that have a ledger where those are more.</summary>
    public static AreaParts PartsOf(SiteContext site)
    {
        RectificationLedger ledger = site.Ledger!;
        AreaCounts places = site.CountsOf(Addresses.Rectification, () => ledger.Places.Aggregate(new AreaCounts(site.Data.Places), (counts, place) => counts.Add(place)));
        return new AreaParts(site, Addresses.Rectification, code => ledger.CountsOf(code) is { } counts ? Math.Max(counts.Sum() - counts[(int)RectificationGroup.Done], places.Of(code)) : 0);
    }

    /// <summary>The page of the site, or an area's part of it.</summary>
    public static RectificationPage Create(SiteContext site, PlaceCode? of = null)
    {
        PlaceCode area = of ?? site.Index.Root.Code;
        AreaParts parts = PartsOf(site);
        RectificationLedger ledger = site.Ledger!;
        Release release = ledger.Release;
        bool all = parts.IsTop(area);
        RectificationCase[] cases = all ? [.. ledger.Cases] : [.. parts.Within(area).SelectMany(p => ledger.Of(p.Code))];
        int[] counts = CountsOf(cases);
        List<string> among = [];
        foreach ((int count, string words) in new[] { (cases.Count(c => c.Finding.RepeatOf.Length > 0), "项是再次出现的"), (cases.Count(c => c.Finding.ExtendedTo is not null), "项延过期") })
        {
            if (count > 0)
            {
                among.Add($"{Format.Number(count)} {words}");
            }
        }

        string total = $"截至 {Format.Date(release.AsOf)}，{parts.Title("台账", area)}有 **{Format.Number(cases.Length)} 项**：{RectificationText.Counts(counts)}。";
        return new RectificationPage
        {
            Info = new PageInfo
            {
                Address = parts.AddressOf(area),
                Title = parts.Title("整改台账", area),
                Description = total.Replace("**", "", StringComparison.Ordinal),
                Section = Section.Rectification,
                Crumbs = parts.Crumbs("整改台账", area),
                Release = release.Id,
                FeedbackPlace = parts.FeedbackPlace(area),
            },
            Lead =
            [
                total,
                .. among.Count > 0 ? [$"其中 {string.Join("，", among)}。"] : Array.Empty<string>(),
                "期限照意见书所写，本站不推算；没有写期限的，不会算逾期。",
            ],
            States = [.. cases.GroupBy(c => c.State).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()))],
            Chart = all ? LedgerFigure.Of(ledger.OverTime(MostPoints)) : null,
            Places =
            [
                .. parts.Shown(area).Where(p => ledger.Of(p.Code).Any()).Select(p => new RectificationPlace(new Crumb(p.Name, Addresses.RectificationOf(p.Code)), CountsOf(ledger.Of(p.Code)))),
                .. parts.IsWhole(area) ? [] : parts.Below(area).Select(p => new RectificationPlace(parts.Link(p, Addresses.RectificationOf, ""), ledger.CountsOf(p.Code)!)),
            ],
            Matters = all ? [.. ledger.Matters.Select(m => (new Crumb(site.Data.Vocabulary.Label("matter", m), Addresses.RectificationMatter(m)), ledger.OfMatter(m).Count()))] : [],
            Sections = parts.IsWhole(area) ? RectificationSection.Of(site, ledger, cases.Where(c => c.Group != RectificationGroup.Done)) : [],
            Cuts = RectificationCut.Of(site, parts, area, Enum.GetValues<RectificationGroup>().Where(g => g != RectificationGroup.Done), (p, group) => ledger.CountsOf(p)?[(int)group] ?? 0),
            Note = Sourcing.Note(site, release, []),
            Downloads = Addresses.Data(release.Id),
        };
    }

    /// <summary>Counts by group.</summary>
    internal static int[] CountsOf(IEnumerable<RectificationCase> cases)
    {
        int[] counts = new int[Enum.GetValues<RectificationGroup>().Length];
        foreach (RectificationCase found in cases)
        {
            counts[(int)found.Group]++;
        }

        return counts;
    }
}

/// <summary>Findings of a place, or of a matter, by where they stand.</summary>
public sealed record RectificationListPage : PageModel
{
    /// <summary>Heading.</summary>
    public required string Heading { get; init; }

    /// <summary>Sentences at the head.</summary>
    public required IReadOnlyList<string> Lead { get; init; }

    /// <summary>True where the rows are of several places.</summary>
    public required bool OfPlaces { get; init; }

    /// <summary>Sections, 逾期 first; none is empty.</summary>
    public required IReadOnlyList<RectificationSection> Sections { get; init; }

    /// <summary>The same counted, where there are too many for a page.</summary>
    public IReadOnlyList<RectificationCut> Cuts { get; init; } = [];

    /// <summary>Address of the table to download, null on the page of a matter.</summary>
    public required string? Table { get; init; }

    /// <summary>Where else to look.</summary>
    public required IReadOnlyList<Crumb> More { get; init; }

    /// <summary>As-of day and release.</summary>
    public required TableNote Note { get; init; }

    /// <summary>The ledger of a place and its schools.</summary>
    public static RectificationListPage Create(SiteContext site, PlaceCode code)
    {
        Place place = site.Data.Places[code];
        RectificationLedger ledger = site.Ledger!;
        return Create(site, [.. ledger.Of(code)], place.Name + "整改台账", ofPlaces: false) with
        {
            Info = new PageInfo
            {
                Address = Addresses.RectificationOf(code),
                Title = place.Name + "整改台账",
                Description = Total(ledger.Release, [.. ledger.Of(code)], place.Name).Replace("**", "", StringComparison.Ordinal),
                Section = Section.Rectification,
                Crumbs = [.. PlaceWords.Crumbs(site, place, self: false), new Crumb("整改台账", null)],
                Release = ledger.Release.Id,
                FeedbackPlace = code,
            },
            Lead = Sentences(ledger, [.. ledger.Of(code)], place.Name),
            Table = Addresses.RectificationTable(code),
            More = [.. new[] { PlaceWords.Link(site, place) }.Where(c => c.Address is not null), new Crumb("全部地方的台账", Addresses.Rectification)],
        };
    }

    /// <summary>How the findings of a matter are cut.</summary>
    public static AreaParts PartsOf(SiteContext site, string matter) => new(site, Addresses.RectificationMatter(matter), CountsOf(site, matter).Of);

    /// <summary>Findings of a matter over all places, or an area's part of them.</summary>
    public static RectificationListPage Create(SiteContext site, string matter, PlaceCode? of = null)
    {
        PlaceCode area = of ?? site.Index.Root.Code;
        AreaParts parts = PartsOf(site, matter);
        RectificationLedger ledger = site.Ledger!;
        bool all = parts.IsTop(area);
        string label = site.Data.Vocabulary.Label("matter", matter);
        string title = parts.Title(label, area) + "：整改台账";
        RectificationCase[] cases = all ? [.. ledger.OfMatter(matter)] : [.. parts.Within(area).SelectMany(p => ledger.Of(p.Code)).Where(c => c.Finding.Matter == matter)];
        return Create(site, parts.IsWhole(area) ? cases : [], title, ofPlaces: true) with
        {
            Info = new PageInfo
            {
                Address = parts.AddressOf(area),
                Title = title,
                Description = Total(ledger.Release, cases, parts.Title(label, area)).Replace("**", "", StringComparison.Ordinal),
                Section = Section.Rectification,
                Crumbs = parts.Crumbs(label, area, new Crumb("整改台账", Addresses.Rectification)),
                Release = ledger.Release.Id,
                FeedbackPlace = parts.FeedbackPlace(area),
            },
            Lead = Sentences(ledger, cases, parts.Title(label, area)),
            Cuts = RectificationCut.Of(site, parts, area, Enum.GetValues<RectificationGroup>(), (p, group) => CountsOf(site, matter).Of(p, (int)group)),
            More = [new Crumb("全部事项的台账", Addresses.Rectification)],
        };
    }

    private static AreaCounts CountsOf(SiteContext site, string matter) => site.CountsOf(
        Addresses.RectificationMatter(matter),
        () => site.Ledger!.OfMatter(matter).Aggregate(new AreaCounts(site.Data.Places, Enum.GetValues<RectificationGroup>().Length), (counts, c) => counts.Add(c.Finding.Place, (int)c.Group)));

    private static RectificationListPage Create(SiteContext site, RectificationCase[] cases, string heading, bool ofPlaces) => new()
    {
        Info = null!,
        Heading = heading,
        Lead = [],
        OfPlaces = ofPlaces,
        Sections = RectificationSection.Of(site, site.Ledger!, cases),
        Table = null,
        More = [],
        Note = Sourcing.Note(site, site.Ledger!.Release, []),
    };

    private static string Total(Release release, RectificationCase[] cases, string name) =>
        $"截至 {Format.Date(release.AsOf)}，{name}有 **{Format.Number(cases.Length)} 项**：{RectificationText.Counts(RectificationPage.CountsOf(cases))}。";

    private static IReadOnlyList<string> Sentences(RectificationLedger ledger, RectificationCase[] cases, string name)
    {
        RectificationCase[] late = [.. cases.Where(c => c.State == RectificationState.Overdue)];
        return
        [
            Total(ledger.Release, cases, name),
            late.Length == 0 ? "没有逾期的。" : $"逾期最久的已过期 {Format.Number(late.Max(c => c.DaysPast!.Value))} 天。",
            "“未到期”是还没有到交报告的日子，“未收到”是过了日子没有交，两者不同。",
        ];
    }
}
