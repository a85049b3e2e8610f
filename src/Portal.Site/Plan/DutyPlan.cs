using Portal.Domain.Data;
using Portal.Site.Components;
using Portal.Site.Pages;

namespace Portal.Site.Plan;

/// <summary>Pages of duties to publish, and of zones and inspectors; none where nothing is known.</summary>
internal static class DutyPlan
{
    /// <summary>The files.</summary>
    public static IEnumerable<PlannedFile> Files(SiteContext site)
    {
        if (site.DutyTally is { } tally)
        {
            yield return new PlannedPage(site, Addresses.Disclosure, "应公开清单", typeof(DisclosureView), () => DisclosurePage.Create(site));
            // Every duty has its page, so that a page that names it finds it.
            foreach (string duty in tally.Counts.Select(c => c.Duty.Id).Distinct())
            {
                yield return new PlannedPage(site, Addresses.DisclosureOf(duty), $"应公开事项 {duty}", typeof(DisclosureDutyView), () => DisclosureDutyPage.Create(site, duty));
            }
        }

        if (site.Data.Inspectors.Count > 0)
        {
            yield return new PlannedPage(site, Addresses.Zones, "督学责任区", typeof(ZonesView), () => ZonesPage.Create(site));
            foreach (Zone zone in site.Data.Zones)
            {
                yield return new PlannedPage(site, Addresses.Zone(zone.Id), $"督学责任区 {zone.Id}", typeof(ZoneView), () => ZonePage.Create(site, zone)) { Basis = site.Bases.Of(zone.Place, site.Data.InspectorsIn(zone.Id).Select(i => i.School)) };
            }
        }
    }
}
