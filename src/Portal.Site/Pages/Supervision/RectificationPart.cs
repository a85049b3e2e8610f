using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>整改 on the page of a county or a school.</summary>
/// <param name="Words">Counts in words, with the as-of day.</param>
/// <param name="Rows">Findings that the page shows, 逾期 first.</param>
/// <param name="Left">How many more the ledger has.</param>
/// <param name="Address">The ledger of the place; null where the site's current one has none.</param>
/// <param name="Note">As-of day and release.</param>
public sealed record RectificationPart(string Words, IReadOnlyList<RectificationRow> Rows, int Left, string? Address, TableNote Note)
{
    /// <summary>A county's findings that are overdue or near their deadline; the rest is counted. Null where its ledger is empty.</summary>
    /// <param name="county">County.</param>
    /// <param name="pinned">True on a page that is pinned to a release: as its ledger had it.</param>
    public static RectificationPart? Of(CountyContext county, bool pinned) =>
        (pinned ? county.Site.LedgerOf(county.Release) : county.Site.Ledger) is { } ledger
            ? Of(county.Site, ledger, county.Place.Code, [.. ledger.Of(county.Place.Code)], c => c.Group is RectificationGroup.Overdue or RectificationGroup.DueSoon)
            : null;

    /// <summary>All findings of a school; null where there is none.</summary>
    public static RectificationPart? Of(SiteContext site, School school) =>
        site.Ledger is { } ledger ? Of(site, ledger, school.Place, [.. ledger.Of(school.Id)], _ => true) : null;

    private static RectificationPart? Of(SiteContext site, RectificationLedger ledger, PlaceCode place, RectificationCase[] cases, Func<RectificationCase, bool> shown)
    {
        RectificationRow[] rows = [.. cases.Where(shown).OrderBy(c => c.Group).ThenBy(c => c.Finding.Id, StringComparer.Ordinal).Select(c => RectificationRow.Of(site, ledger, c))];
        return cases.Length == 0 ? null : new RectificationPart(
            $"截至 {Format.Date(ledger.Release.AsOf)}，共 {Format.Number(cases.Length)} 项：{RectificationText.Counts(RectificationPage.CountsOf(cases))}。",
            rows,
            cases.Length - rows.Length,
            site.Ledger?.Of(place).Any() == true ? Addresses.RectificationOf(place) : null,
            Sourcing.Note(site, ledger.Release, []));
    }
}

/// <summary>Counts of the ledger at a place, each with the list behind it.</summary>
/// <param name="AsOf">The as-of day in words.</param>
/// <param name="Tiles">Counts by group; none is zero.</param>
/// <param name="Below">Places directly below that have findings at or below them, by code.</param>
public sealed record RectificationSummary(string AsOf, IReadOnlyList<(RectificationGroup Group, int Count)> Tiles, IReadOnlyList<RectificationPlace> Below)
{
    /// <summary>The counts; null where there is no finding at or below the place.</summary>
    public static RectificationSummary? Of(SiteContext site, PlaceCode place)
    {
        if (site.Ledger is not { } ledger || ledger.CountsOf(place) is not { } counts)
        {
            return null;
        }

        RectificationPlace[] below = [.. site.Data.Places.ChildrenOf(place).Where(p => ledger.CountsOf(p.Code) is not null)
            .Select(p => new RectificationPlace(ledger.Of(p.Code).Any() ? new Crumb(p.Name, Addresses.RectificationOf(p.Code)) : PlaceWords.Link(site, p), ledger.CountsOf(p.Code)!))];
        return new RectificationSummary(Format.Date(ledger.Release.AsOf), [.. Enum.GetValues<RectificationGroup>().Select(g => (g, counts[(int)g])).Where(t => t.Item2 > 0)], below);
    }
}

/// <summary>Counties with overdue rectifications in a release: what its monitoring page adds.</summary>
/// <param name="Rows">Counties by code, with the number of their overdue findings.</param>
/// <param name="Numbers">How many counties, and where they are, where the page is too long for them.</param>
/// <param name="AsOf">The as-of day in words.</param>
public sealed record OverdueCounties(IReadOnlyList<(Crumb County, int Overdue)> Rows, PartNumbers? Numbers, string AsOf)
{
    /// <summary>The counties of a page of the release's monitoring; null where the release has no ledger or nothing in it is overdue.</summary>
    public static OverdueCounties? Of(SiteContext site, Release release, AreaParts parts, PlaceCode area)
    {
        if (site.LedgerOf(release) is not { } ledger)
        {
            return null;
        }

        // Only the current ledger has pages to lead to; an earlier one is told as it was.
        (Crumb County, int Overdue)[] rows = [.. parts.Shown(area).Select(p => p.Code)
            .Select(p => (new Crumb(site.Data.Places[p].Name, ledger == site.Ledger ? $"{Addresses.RectificationOf(p)}#{RectificationGroup.Overdue.Id()}" : null), ledger.Of(p).Count(IsOverdue)))
            .Where(r => r.Item2 > 0)];
        PartNumbers? numbers = parts.Numbers(area, CountsOf(site, release).Of, Addresses.RectificationOf, "#overdue");
        return rows.Length == 0 && numbers is null ? null : new OverdueCounties(rows, numbers, Format.Date(release.AsOf));
    }

    /// <summary>Places with overdue findings in a release, by area.</summary>
    internal static AreaCounts CountsOf(SiteContext site, Release release) => site.CountsOf(
        Addresses.MonitoringOf(release.Id.Period) + "#overdue",
        () => site.LedgerOf(release) is { } ledger
            ? ledger.Places.Where(p => ledger.Of(p).Any(IsOverdue)).Aggregate(new AreaCounts(site.Data.Places), (counts, place) => counts.Add(place))
            : new AreaCounts(site.Data.Places));

    private static bool IsOverdue(RectificationCase found) => found.Group == RectificationGroup.Overdue;
}
