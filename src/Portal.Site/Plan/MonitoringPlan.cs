using Portal.Domain.Data;
using Portal.Site.Components;
using Portal.Site.Downloads;
using Portal.Site.Pages;

namespace Portal.Site.Plan;

/// <summary>Files of monitoring: the list of periods, a page and a table for each; none where there is nothing to monitor.</summary>
internal static class MonitoringPlan
{
    /// <summary>The files.</summary>
    public static IEnumerable<PlannedFile> Files(SiteContext site)
    {
        if (site.MonitoredReleases.Count == 0)
        {
            yield break;
        }

        yield return new PlannedPage(site, Addresses.Monitoring, "监测", typeof(MonitoringIndexView), () => MonitoringIndexPage.Create(site));
        foreach (Release release in site.MonitoredReleases)
        {
            foreach (PlannedPage page in PartPages.Of(site, MonitoringPage.PartsOf(site, release), $"监测 {release.Id.Period}", typeof(MonitoringView), area => MonitoringPage.Create(site, release, area)))
            {
                yield return page;
            }

            yield return new PlannedBytes(Addresses.MonitoringTable(release.Id.Period), $"监测 {release.Id.Period} 的表", to => MonitoringCsv.Write(site, release, to));
        }
    }
}
