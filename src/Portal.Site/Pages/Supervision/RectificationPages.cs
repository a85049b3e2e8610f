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

/// <summary>The ledger of the whole site: counts, open and closed over time, what is not yet done by place.</summary>
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

    /// <summary>As-of day and release.</summary>
    public required TableNote Note { get; init; }

    /// <summary>Address of the release's downloads.</summary>
    public required string Downloads { get; init; }

    /// <summary>The page.</summary>
    public static RectificationPage Create(SiteContext site)
    {
        RectificationLedger ledger = site.Ledger!;
        Release release = ledger.Release;
        int[] counts = CountsOf(ledger.Cases);
        List<string> among = [];
        foreach ((int count, string words) in new[] { (ledger.Cases.Count(c => c.Finding.RepeatOf.Length > 0), "项是再次出现的"), (ledger.Cases.Count(c => c.Finding.ExtendedTo is not null), "项延过期") })
        {
            if (count > 0)
            {
                among.Add($"{Format.Number(count)} {words}");
            }
        }

        string total = $"截至 {Format.Date(release.AsOf)}，台账有 **{Format.Number(ledger.Cases.Count)} 项**：{RectificationText.Counts(counts)}。";
        return new RectificationPage
        {
            Info = new PageInfo
            {
                Address = Addresses.Rectification,
                Title = "整改台账",
                Description = total.Replace("**", "", StringComparison.Ordinal),
                Section = Section.Rectification,
                Crumbs = [new Crumb("首页", Addresses.Home), new Crumb("整改台账", null)],
                Release = release.Id,
                FeedbackPlace = site.Data.Settings.Province,
            },
            Lead =
            [
                total,
                .. among.Count > 0 ? [$"其中 {string.Join("，", among)}。"] : Array.Empty<string>(),
                "期限照意见书所写，本站不推算；没有写期限的，不会算逾期。",
            ],
            States = [.. ledger.Cases.GroupBy(c => c.State).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()))],
            Chart = LedgerFigure.Of(ledger.OverTime(MostPoints)),
            Places = [.. ledger.Places.Select(p => new RectificationPlace(new Crumb(site.Data.Places[p].Name, Addresses.RectificationOf(p)), CountsOf(ledger.Of(p))))],
            Matters = [.. ledger.Matters.Select(m => (new Crumb(site.Data.Vocabulary.Label("matter", m), Addresses.RectificationMatter(m)), ledger.OfMatter(m).Count()))],
            Sections = RectificationSection.Of(site, ledger, ledger.Cases.Where(c => c.Group != RectificationGroup.Done)),
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

    /// <summary>Findings of a matter over all places.</summary>
    public static RectificationListPage Create(SiteContext site, string matter)
    {
        RectificationLedger ledger = site.Ledger!;
        string label = site.Data.Vocabulary.Label("matter", matter);
        return Create(site, [.. ledger.OfMatter(matter)], label + "：整改台账", ofPlaces: true) with
        {
            Info = new PageInfo
            {
                Address = Addresses.RectificationMatter(matter),
                Title = label + "：整改台账",
                Description = Total(ledger.Release, [.. ledger.OfMatter(matter)], label).Replace("**", "", StringComparison.Ordinal),
                Section = Section.Rectification,
                Crumbs = [new Crumb("首页", Addresses.Home), new Crumb("整改台账", Addresses.Rectification), new Crumb(label, null)],
                Release = ledger.Release.Id,
                FeedbackPlace = site.Data.Settings.Province,
            },
            Lead = Sentences(ledger, [.. ledger.OfMatter(matter)], label),
            More = [new Crumb("全部事项的台账", Addresses.Rectification)],
        };
    }

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
