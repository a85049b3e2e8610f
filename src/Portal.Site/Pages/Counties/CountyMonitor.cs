using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>A county's stages in monitoring, by one scheme.</summary>
/// <param name="Short">Short name of the scheme.</param>
/// <param name="Rows">One row for each stage.</param>
public sealed record CountyMonitorScheme(string Short, IReadOnlyList<MonitoringRow> Rows);

/// <summary>监测 of a county.</summary>
/// <param name="Period">Period in words.</param>
/// <param name="Address">Page of the period; null on a page that is pinned to a superseded revision.</param>
/// <param name="Periods">Periods of the chains, oldest first.</param>
/// <param name="Schemes">Schemes by which it is monitored.</param>
/// <param name="Note">Source, as-of date, release.</param>
public sealed record CountyMonitor(string Period, string? Address, IReadOnlyList<string> Periods, IReadOnlyList<CountyMonitorScheme> Schemes, TableNote Note)
{
    /// <summary>
    /// Monitoring of a county: on its current page in the newest period, whether it has reported or not; on a page pinned to a release as seen from there.
    /// Null where it is not monitored.
    /// </summary>
    /// <param name="county">County.</param>
    /// <param name="pinned">True on a page that is pinned to a release.</param>
    public static CountyMonitor? Of(CountyContext county, bool pinned)
    {
        SiteContext site = county.Site;
        Release? release = pinned ? county.Release : site.MonitoredReleases is [.., var newest] ? newest : null;
        if (release is null || !Monitoring.Applies(site.Data, release))
        {
            return null;
        }

        Monitoring monitoring = site.MonitoringOf(release);
        MonitoringCase[] cases = [.. monitoring.Of(county.Place.Code)];
        // A county that has never reported and of which nothing else is known has no chain to show.
        if (cases.Length == 0 || cases.All(c => c.Chain.All(p => p.Result is null)))
        {
            return null;
        }

        return new CountyMonitor(
            Format.Period(release.Id.Period),
            site.MonitoredReleases.Any(r => r.Id == release.Id) ? Addresses.MonitoringOf(release.Id.Period) : null,
            [.. monitoring.Periods.TakeLast(MonitoringRow.MostPeriods).Select(r => Format.Period(r.Id.Period))],
            [.. cases.GroupBy(c => c.Scheme.Id).Select(g => new CountyMonitorScheme(g.First().Scheme.Short, [.. g.Select(c => MonitoringRow.Of(site, c))]))],
            Sourcing.Note(site, release, monitoring.Periods.Select(r => r.Source).OfType<SourceId>()));
    }
}
