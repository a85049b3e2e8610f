using Portal.Domain.Data;
using Portal.Site.Plan;

namespace Portal.Site.Pages;

/// <summary>Words and links that pages of places share.</summary>
public static class PlaceWords
{
    /// <summary>The way from home through the places above; the country is left out, it lies above everything.</summary>
    /// <param name="site">Site.</param>
    /// <param name="place">Place.</param>
    /// <param name="self">True where the place's own page is shown: its crumb is the page itself.</param>
    public static IReadOnlyList<Crumb> Crumbs(SiteContext site, Place place, bool self) =>
    [
        new Crumb("首页", Addresses.Home),
        new Crumb("各地", Addresses.Places),
        .. site.Data.Places.PathUp(place.Code).Where(p => p.Code != PlaceCode.Country || p.Code == place.Code).Reverse()
            .Select(p => new Crumb(p.Name, (self && p.Code == place.Code) || !site.Index.HasPage(p.Code) ? null : Addresses.Place(p.Code))),
    ];

    /// <summary>全国, 全省, 全市.</summary>
    public static string Whole(Place place) => place.Level switch
    {
        PlaceLevel.Country => "全国",
        PlaceLevel.Province => place.Name.EndsWith('省') ? "全省" : place.Name.EndsWith('市') ? "全市" : "全区",
        PlaceLevel.City => place.Name.EndsWith('市') ? "全市" : "全" + place.Name[^1],
        _ => place.Name,
    };

    /// <summary>What counties of a place are called together.</summary>
    public const string Counties = "县区";

    /// <summary>A link to a place's page, or only its name where it has none.</summary>
    public static Crumb Link(SiteContext site, Place place) => new(place.Name, site.Index.HasPage(place.Code) ? Addresses.Place(place.Code) : null);
}
