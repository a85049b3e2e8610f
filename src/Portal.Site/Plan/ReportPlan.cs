using Portal.Domain.Data;
using Portal.Site.Components;
using Portal.Site.Pages;
using Portal.Site.Text;

namespace Portal.Site.Plan;

/// <summary>Supervision reports: their pages with the signed originals, the lists by year, kind and place, and the feeds.</summary>
internal static class ReportPlan
{
    /// <summary>Pages, originals and feeds.</summary>
    public static IEnumerable<PlannedFile> Files(SiteContext site, IReadOnlyList<ReportText> texts)
    {
        foreach (Place county in site.Index.Pages.Where(p => p.Level == PlaceLevel.County))
        {
            yield return PlaceFeeds.Of(site, county);
        }

        if (site.Reports.IsEmpty)
        {
            yield break;
        }

        yield return new PlannedPage(site, Addresses.Reports, "督导报告", typeof(ReportListView), () => ReportList.Create(site));
        yield return PlaceFeeds.Reports(site);
        foreach (int year in ReportList.YearsOf(site))
        {
            yield return new PlannedPage(site, Addresses.ReportsOfYear(year), $"督导报告 {year}", typeof(ReportListView), () => ReportList.OfYear(site, year));
        }

        foreach (string kind in ReportList.KindsOf(site))
        {
            yield return new PlannedPage(site, Addresses.ReportsOfKind(kind), $"督导报告 {kind}", typeof(ReportListView), () => ReportList.OfKind(site, kind));
        }

        foreach (Place place in ReportList.PlacesOf(site))
        {
            yield return new PlannedPage(site, Addresses.ReportsOfPlace(place.Code), $"督导报告 {place.Code}", typeof(ReportListView), () => ReportList.OfPlace(site, place.Code)) { Basis = site.Bases.Of(place.Code) };
        }

        foreach (ReportText text in texts)
        {
            string address = Addresses.Report(text.Report.Id);
            yield return new PlannedPage(site, address, text.Report.File, typeof(ReportView), () => ReportPage.Create(site, text)) { Basis = site.Bases.OfReport(text.Report.Id) };
            if (text.Report.Original is { } original)
            {
                yield return new PlannedBytes(address + original.Name, text.Report.File, original.Bytes) { Basis = Basis.Common };
            }
        }
    }
}
