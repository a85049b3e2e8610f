using Portal.Domain.Data;
using Portal.Site.Plan;

namespace Portal.Site.Pages;

/// <summary>A place in the tree; a link where it has a page, a line where it has none.</summary>
public sealed record TreeNode(string Code, string Name, string? Address, IReadOnlyList<TreeNode> Below)
{
    /// <summary>Counties at or below the node.</summary>
    public int Leaves => Below.Count == 0 ? 1 : Below.Sum(b => b.Leaves);

    /// <summary>True where the places below have none below themselves.</summary>
    public bool Flat => Below.All(b => b.Below.Count == 0);
}

/// <summary>The tree of all places: the way to every page without a script.</summary>
/// <param name="Country">Page of the country, null where it has none.</param>
/// <param name="Top">Provinces (or the places below the site's own place), in order of code.</param>
public sealed record PlaceTreePage(Crumb? Country, IReadOnlyList<TreeNode> Top) : PageModel
{
    /// <summary>Above this many places at the top each is folded.</summary>
    public bool Folded => Top.Count > 1 && Top.Sum(t => t.Leaves) > 60;

    /// <summary>The tree.</summary>
    public static PlaceTreePage Create(SiteContext site) => new(
        site.Index.HasPage(PlaceCode.Country) ? new Crumb("全国", Addresses.Place(PlaceCode.Country)) : null,
        [.. site.Data.Places.ChildrenOf(PlaceCode.Country).Select(p => Node(site, p))])
    {
        Info = new PageInfo
        {
            Address = Addresses.Places,
            Title = "按地区找",
            Description = "按省、市、县的代码顺序列出全部地区；有数据的地区可以点开。",
            Section = Section.Places,
            Crumbs = [new Crumb("首页", Addresses.Home), new Crumb("各地", null)],
            Release = site.Latest?.Id,
        },
    };

    private static TreeNode Node(SiteContext site, Place place) =>
        new(place.Code.Value, place.Name, site.Index.HasPage(place.Code) ? Addresses.Place(place.Code) : null, [.. site.Data.Places.ChildrenOf(place.Code).Select(p => Node(site, p))]);
}
