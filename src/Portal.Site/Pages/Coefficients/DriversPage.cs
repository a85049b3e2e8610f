using Portal.Domain.Data;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>What drives a county's coefficients in full: every scheme, stage, indicator and school. A page of its own, because three hundred schools would make the county's too heavy.</summary>
/// <param name="County">The county with its page.</param>
/// <param name="Period">Period in words.</param>
/// <param name="Superseded">Banner of an earlier revision, null on a current page.</param>
/// <param name="Sections">Schemes.</param>
public sealed record DriversPage(Crumb County, string Period, Superseded? Superseded, IReadOnlyList<WhySection> Sections) : PageModel
{
    /// <summary>The page of a county, current or as published in <paramref name="pinned"/>.</summary>
    public static DriversPage Create(SiteContext site, PlaceCode code, Release? pinned = null)
    {
        CountyContext county = CountyContext.Of(site, code, pinned);
        Superseded? superseded = pinned is null ? null : CountyRevision.Banner(county);
        Crumb up = new(county.Place.Name, pinned is null ? Addresses.Place(code) : Addresses.PlaceInRelease(pinned.Id, code));
        return new DriversPage(up, Format.Period(county.Release.Id.Period), superseded, CountyParts.Drivers(county))
        {
            Info = new PageInfo
            {
                Address = pinned is null ? Addresses.Drivers(code) : Addresses.DriversInRelease(pinned.Id, code),
                Title = $"{county.Place.Name}：差距从哪里来",
                Description = $"{county.Place.Name}各校占每项差异的份额，城、镇、乡之间的差异，低于标准的学校都补到标准时的系数，{Format.Period(county.Release.Id.Period)}。",
                Section = Section.Places,
                Crumbs = [.. PlaceWords.Crumbs(site, county.Place, self: false).SkipLast(1), up, .. pinned is null ? Array.Empty<Crumb>() : [new Crumb($"发布 {pinned.Id}", null)], new Crumb("差距从哪里来", null)],
                FeedbackPlace = code,
                Release = county.Release.Id,
                NoIndex = superseded is not null,
            },
        };
    }
}
