using Portal.Domain.Data;
using Portal.Site.Compare;
using Portal.Site.Components;
using Portal.Site.Pages;

namespace Portal.Site.Plan;

/// <summary>The compare page and its data: a file for each county, and one for its schools where it has any. None on a site with nothing to set side by side.</summary>
internal static class ComparePlan
{
    /// <summary>The files.</summary>
    public static IEnumerable<PlannedFile> Files(SiteContext site)
    {
        if (!site.Index.HasComparison)
        {
            yield break;
        }

        yield return new PlannedPage(site, Addresses.Compare, "比较", typeof(CompareView), () => ComparePage.Create(site));
        foreach (Place place in site.Index.Pages.Where(p => p.Level == PlaceLevel.County))
        {
            yield return new PlannedBytes(Addresses.CompareData("places", place.Code), $"比较 {place.Code}", to => ComparePlaces.Of(site, place.Code).Write(to)) { Basis = site.Bases.Of(place.Code) };
            if (site.Index.HasSchoolList(place.Code))
            {
                yield return new PlannedBytes(Addresses.CompareData("schools", place.Code), $"比较 {place.Code} 的学校", to => CompareSchools.Of(site, place.Code).Write(to)) { Basis = site.Bases.Of(place.Code) };
            }
        }
    }
}
