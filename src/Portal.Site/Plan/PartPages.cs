using Portal.Domain.Data;
using Portal.Site.Pages;

namespace Portal.Site.Plan;

/// <summary>The pages of a list of the whole area: one, or one for each area where it is long.</summary>
internal static class PartPages
{
    /// <summary>The pages.</summary>
    /// <param name="site">Site.</param>
    /// <param name="parts">How the list is cut.</param>
    /// <param name="origin">What the page is called in messages.</param>
    /// <param name="view">View of all of them.</param>
    /// <param name="model">Makes the page of an area.</param>
    public static IEnumerable<PlannedPage> Of(SiteContext site, AreaParts parts, string origin, Type view, Func<PlaceCode, PageModel> model)
    {
        PlaceCode root = site.Index.Root.Code;
        yield return new PlannedPage(site, parts.AddressOf(root), origin, view, () => model(root));
        foreach (Place area in parts.Pages)
        {
            yield return new PlannedPage(site, parts.AddressOf(area.Code), $"{origin}：{area.Code} {area.Name}", view, () => model(area.Code)) { Basis = site.Bases.OfArea(area.Code) };
        }
    }
}
