using Portal.Domain.Data;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>A place in the list of promises.</summary>
public sealed record PromisePlace(Crumb Place, string Anchor, PromisePart Part);

/// <summary>All promises and projects of the site or of an area, by code of the place, then by year. Nothing is filtered, sorted by result, or scored.</summary>
/// <param name="Summary">Counts in words.</param>
/// <param name="Places">Places that have any; of a long list only the area's own.</param>
/// <param name="Parts">Areas below with their counts, where the list is too long for a page.</param>
/// <param name="Published">True on a site of published values.</param>
public sealed record PromisesPage(string Summary, IReadOnlyList<PromisePlace> Places, PartTable? Parts, bool Published) : PageModel
{
    /// <summary>How the list is cut.</summary>
    public static AreaParts PartsOf(SiteContext site) => new(site, Addresses.Promises, code => site.PromiseCounts.GetValueOrDefault(code)?.Total ?? 0);

    /// <summary>The list of the site, or an area's part of it.</summary>
    public static PromisesPage Create(SiteContext site, PlaceCode? of = null)
    {
        PlaceCode area = of ?? site.Index.Root.Code;
        AreaParts parts = PartsOf(site);
        Release newest = site.Data.CurrentReleases[^1];
        bool published = site.Data.Settings.Kind == DataSetKind.PublishedValues;
        string title = PromisePart.TitleOf(published);
        PromisePlace[] places =
        [
            .. parts.Shown(area).Where(p => site.Index.HasPage(p.Code) && site.PromiseCounts.ContainsKey(p.Code))
                .Select(p => new PromisePlace(PlaceWords.Link(site, p), Anchor(p.Code), PromisePart.Of(site, site.Data.CurrentReleases, p.Code))).Where(p => !p.Part.IsEmpty),
        ];
        PromiseCounts all = site.PromiseCounts[parts.IsTop(area) ? PlaceCode.Country : area];
        string summary = $"截至 {Format.Date(newest.AsOf)}，{(parts.IsTop(area) ? "" : site.Data.Places[area].Name + " ")}{all.Places} 个地区（含所辖学校）：{all.InWords()}。";
        return new PromisesPage(
            summary,
            places,
            parts.Table(area, title + "，按地区代码排列", ["承诺", "项目"], p => [site.PromiseCounts[p].PromisesInWords, site.PromiseCounts[p].ProjectsInWords], p => $"{Addresses.Place(p)}#{PromisePart.AnchorOf(published)}", Anchor),
            published)
        {
            Info = new PageInfo
            {
                Address = parts.AddressOf(area),
                Title = parts.Title(title, area),
                Description = summary,
                Section = Section.Promises,
                Crumbs = parts.Crumbs(title, area),
                Release = newest.Id,
            },
        };
    }

    private static string Anchor(PlaceCode place) => "p" + place;
}
