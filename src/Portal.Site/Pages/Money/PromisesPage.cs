using Portal.Domain.Data;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>A place in the list of promises.</summary>
public sealed record PromisePlace(Crumb Place, string Anchor, PromisePart Part);

/// <summary>All promises and projects of the site, by code of the place, then by year. Nothing is filtered, sorted by result, or scored.</summary>
/// <param name="Summary">Counts in words.</param>
/// <param name="Places">Places that have any.</param>
/// <param name="Published">True on a site of published values.</param>
public sealed record PromisesPage(string Summary, IReadOnlyList<PromisePlace> Places, bool Published) : PageModel
{
    /// <summary>The list.</summary>
    public static PromisesPage Create(SiteContext site)
    {
        Release newest = site.Data.CurrentReleases[^1];
        PromisePlace[] places =
        [
            .. site.Index.Pages.Where(p => site.PromiseCounts.ContainsKey(p.Code))
                .Select(p => new PromisePlace(PlaceWords.Link(site, p), "p" + p.Code, PromisePart.Of(site, site.Data.CurrentReleases, p.Code))).Where(p => !p.Part.IsEmpty),
        ];
        PromiseCounts all = places.Select(p => p.Part.Counts).Aggregate((a, b) => a.Plus(b));
        string summary = $"截至 {Format.Date(newest.AsOf)}，{places.Length} 个地区（含所辖学校）：{all.InWords()}。";
        return new PromisesPage(summary, places, site.Data.Settings.Kind == DataSetKind.PublishedValues)
        {
            Info = new PageInfo
            {
                Address = Addresses.Promises,
                Title = places[0].Part.Title,
                Description = summary,
                Section = Section.Promises,
                Crumbs = [new Crumb("首页", Addresses.Home), new Crumb(places[0].Part.Title, null)],
                Release = newest.Id,
            },
        };
    }
}
