using Portal.Domain.Data;
using Portal.Site.Plan;

namespace Portal.Site.Pages;

/// <summary>An area in a long list: its counts, and the page that goes on.</summary>
/// <param name="Place">Area, linked.</param>
/// <param name="Anchor">Anchor of the row, null without one.</param>
/// <param name="Cells">Counts in words, one for each column.</param>
public sealed record PartRow(Crumb Place, string? Anchor, IReadOnlyList<string> Cells);

/// <summary>A list that is too long for a page: how many, and where they are.</summary>
/// <param name="Count">Number of all.</param>
/// <param name="Places">Areas directly below with their numbers, by code, each linked to the same list of its own.</param>
public sealed record PartNumbers(int Count, IReadOnlyList<(Crumb Place, int Count)> Places);

/// <summary>What stands in place of a list that is too long for one page: a row for each area directly below, by code.</summary>
/// <param name="Caption">What is counted.</param>
/// <param name="Columns">Headings of the counts.</param>
/// <param name="Rows">Areas.</param>
public sealed record PartTable(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<PartRow> Rows)
{
    /// <summary>Places further below, each with the anchor that it has where the list is short: an address that was cited leads on.</summary>
    public IReadOnlyList<(string Anchor, Crumb Place)> Further { get; init; } = [];
}

/// <summary>
/// The one rule for lists of the whole area, which grow with it: an area with at most <see cref="SiteContext.MostRows"/> rows shows them all; one with more
/// counts them for each area directly below, which has a page of its own by the same rule. Counties have none: their own pages say everything.
/// </summary>
/// <param name="site">Site.</param>
/// <param name="address">Address of the list.</param>
/// <param name="rowsOf">Rows at or below a place; asked of the country for all.</param>
public sealed class AreaParts(SiteContext site, string address, Func<PlaceCode, int> rowsOf)
{
    /// <summary>Rows that a page shows at most, unless they are of one county. No province has as many counties, so a list of one row a county is cut by provinces only.</summary>
    public const int MostRows = 300;

    private PlaceTree Places => site.Data.Places;

    /// <summary>True for the site's own place: its page is the list itself.</summary>
    public bool IsTop(PlaceCode area) => area == site.Index.Root.Code;

    /// <summary>The place that feedback on the page of an area is about.</summary>
    public PlaceCode? FeedbackPlace(PlaceCode area) => IsTop(area) ? site.Data.Settings.Province : area;

    /// <summary>The list's page of an area: that of the site's own place is the list itself.</summary>
    public string AddressOf(PlaceCode area) => IsTop(area) ? address : Addresses.Part(address, area);

    /// <summary>Rows at or below an area; all for the site's own place, those of what lies above or beside it too.</summary>
    public int RowsOf(PlaceCode area) => CountOf(area, rowsOf);

    /// <summary>Any count of an area, likewise.</summary>
    internal int CountOf(PlaceCode area, Func<PlaceCode, int> count) => count(IsTop(area) ? PlaceCode.Country : area);

    /// <summary>True where the page of an area shows all rows.</summary>
    public bool IsWhole(PlaceCode area) => RowsOf(area) <= site.MostRows || Places[area].Level == PlaceLevel.County;

    /// <summary>Areas directly below that have rows, by code.</summary>
    public IEnumerable<Place> Below(PlaceCode area) => Places.ChildrenOf(area).Where(p => rowsOf(p.Code) > 0);

    /// <summary>Whether an area has a page of the list.</summary>
    public bool HasPage(PlaceCode area) =>
        IsTop(area)
        || (rowsOf(area) > 0 && Places[area] is { Level: not PlaceLevel.County, Parent: { } parent } && HasPage(parent) && !IsWhole(parent));

    /// <summary>Areas that have a page besides that of the site's own place, by code within each level.</summary>
    public IEnumerable<Place> Pages => PagesBelow(site.Index.Root.Code);

    /// <summary>The page of the list that a place's rows are on.</summary>
    public string PageOf(PlaceCode place) =>
        AddressOf(Places.PathUp(place).Select(p => p.Code).Where(HasPage).DefaultIfEmpty(site.Index.Root.Code).First());

    /// <summary>Places whose rows the page of an area shows, by code: all at or below it; only its own where it is not whole.</summary>
    public IEnumerable<Place> Shown(PlaceCode area) =>
        IsWhole(area) ? Within(area)
        : IsTop(area) ? Places.All.Where(p => p.Code == area || Places.PathUp(p.Code).All(up => up.Code != area))
        : [Places[area]];

    /// <summary>Places that belong to the page of an area or to those below it, by code.</summary>
    public IEnumerable<Place> Within(PlaceCode area) => IsTop(area) ? Places.All : Places.Under(area).OrderBy(p => p.Code);

    /// <summary>The areas below with their counts; null where the page shows all rows.</summary>
    /// <param name="area">Area of the page.</param>
    /// <param name="caption">What is counted.</param>
    /// <param name="columns">Headings.</param>
    /// <param name="cells">Counts of an area in words.</param>
    /// <param name="county">Where a county's own page says it.</param>
    /// <param name="anchor">Anchor of a place's rows where the list is short, null where it has none.</param>
    /// <param name="fragment">Anchor on the pages of the areas below that links lead to, with its sign.</param>
    public PartTable? Table(PlaceCode area, string caption, IReadOnlyList<string> columns, Func<PlaceCode, IReadOnlyList<string>> cells, Func<PlaceCode, string> county, Func<PlaceCode, string>? anchor = null, string fragment = "") =>
        IsWhole(area) ? null : new PartTable(caption, columns, [.. Below(area).Select(p => (Row: new PartRow(Link(p, county, fragment), anchor?.Invoke(p.Code), cells(p.Code)), p)).Where(r => r.Row.Cells.Any(c => c.Length > 0)).Select(r => r.Row)])
        {
            Further = anchor is null || area != site.Index.Root.Code ? [] :
            [
                .. Below(area).SelectMany(p => Places.Under(p.Code).Skip(1)).Where(p => rowsOf(p.Code) > 0)
                    .Select(p => (anchor(p.Code), p.Level == PlaceLevel.County ? Link(p, county, "") : new Crumb(p.Name, PageOf(p.Code)))),
            ],
        };

    /// <summary>The areas below that have any of what is counted; null where the page shows all rows or there is none.</summary>
    /// <param name="area">Area of the page.</param>
    /// <param name="count">Number of an area.</param>
    /// <param name="county">Where a county's own page says it.</param>
    /// <param name="fragment">Anchor that links lead to, with its sign.</param>
    public PartNumbers? Numbers(PlaceCode area, Func<PlaceCode, int> count, Func<PlaceCode, string> county, string fragment)
    {
        int all = CountOf(area, count);
        return IsWhole(area) || all == 0 ? null : new PartNumbers(all, [.. Below(area).Select(p => (Link(p, county, fragment), count(p.Code))).Where(p => p.Item2 > 0)]);
    }

    /// <summary>The way from home to the page of an area.</summary>
    public IReadOnlyList<Crumb> Crumbs(string title, PlaceCode area, params IReadOnlyList<Crumb> before)
    {
        IEnumerable<Place> path = IsTop(area) ? [] : Places.PathUp(area).TakeWhile(p => p.Code != site.Index.Root.Code).Reverse();
        return
        [
            new Crumb("首页", Addresses.Home), .. before, new Crumb(title, IsTop(area) ? null : address),
            .. path.Select(p => new Crumb(p.Name, p.Code == area ? null : AddressOf(p.Code))),
        ];
    }

    /// <summary>A title with the area's name before it; as it is for the site's own place.</summary>
    public string Title(string title, PlaceCode area) => IsTop(area) ? title : Places[area].Name + title;

    /// <summary>A link to an area below: its page of the list, or a county's own page.</summary>
    internal Crumb Link(Place place, Func<PlaceCode, string> county, string fragment) =>
        place.Level != PlaceLevel.County ? new Crumb(place.Name, AddressOf(place.Code) + fragment)
        : new Crumb(place.Name, site.Index.HasPage(place.Code) ? county(place.Code) : null);

    private IEnumerable<Place> PagesBelow(PlaceCode area) =>
        IsWhole(area) ? [] : Below(area).Where(p => p.Level != PlaceLevel.County).SelectMany(p => PagesBelow(p.Code).Prepend(p));
}

/// <summary>Counts by place, each with all that lie below it: made by one look through the rows, however many pages ask.</summary>
/// <param name="places">Places.</param>
/// <param name="kinds">Kinds that are counted apart.</param>
public sealed class AreaCounts(PlaceTree places, int kinds = 1)
{
    private readonly Dictionary<PlaceCode, int[]> counts = [];

    /// <summary>Counts rows of a place. What no place is known of counts for the country.</summary>
    public AreaCounts Add(PlaceCode? place, int kind = 0, int rows = 1)
    {
        PlaceCode at = place is { } known && places.Find(known) is not null ? known : PlaceCode.Country;
        foreach (Place up in places.PathUp(at))
        {
            if (!counts.TryGetValue(up.Code, out int[]? own))
            {
                counts[up.Code] = own = new int[kinds];
            }

            own[kind] += rows;
        }

        return this;
    }

    /// <summary>Rows of a kind at or below a place.</summary>
    public int Of(PlaceCode place, int kind) => counts.GetValueOrDefault(place)?[kind] ?? 0;

    /// <summary>Rows of all kinds at or below a place.</summary>
    public int Of(PlaceCode place) => counts.GetValueOrDefault(place)?.Sum() ?? 0;
}
