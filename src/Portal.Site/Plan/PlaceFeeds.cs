using System.Globalization;
using Portal.Domain.Data;
using Portal.Site.Pages;
using Portal.Site.Text;

namespace Portal.Site.Plan;

/// <summary>Atom feeds of supervision: all reports, and each county's reports, releases and changes of findings.</summary>
internal static class PlaceFeeds
{
    /// <summary>Entries of a feed at most: what is older is on the pages.</summary>
    public const int MostEntries = 100;

    /// <summary>All reports, newest first.</summary>
    public static PlannedFile Reports(SiteContext site) => Feeds.Atom(site, Addresses.ReportsFeed, Addresses.Reports, "督导报告", () => [.. site.Reports.All.Select(r => Report(site, r)).Take(MostEntries)]);

    /// <summary>The feed of a county.</summary>
    public static PlannedFile Of(SiteContext site, Place county) =>
        Feeds.Atom(site, Addresses.PlaceFeed(county.Code), Addresses.Place(county.Code), county.Name, () => Entries(site, county), site.Bases.Of(county.Code));

    private static List<FeedEntry> Entries(SiteContext site, Place county)
    {
        List<FeedEntry> entries = [.. site.Reports.Of(county.Code).Select(r => Report(site, r))];
        foreach (Release release in site.Data.Releases.Where(r => site.Index.RowsOf(r).Knows(county.Code)))
        {
            string address = Addresses.PlaceInRelease(release.Id, county.Code);
            entries.Add(new FeedEntry(address, address, $"{county.Name}：{release.Title}", release.Published, $"发布 {release.Id}，数据截至 {Format.Day(release.AsOf)}。"));
        }

        if (site.Data.CurrentReleases.LastOrDefault(r => r.Supervision.FindingsOf(county.Code).Any()) is { } ledger)
        {
            entries.AddRange(ledger.Supervision.FindingsOf(county.Code).SelectMany(f => Changes(site, county, ledger, f)));
        }

        return [.. entries.OrderByDescending(e => e.Day).ThenBy(e => e.Id, StringComparer.Ordinal).Take(MostEntries)];
    }

    private static FeedEntry Report(SiteContext site, InspectionReport report) => new(
        Addresses.Report(report.Id),
        Addresses.Report(report.Id),
        report.Title,
        report.Published,
        $"{site.Data.Vocabulary.Label("inspection", report.Kind)}报告，{report.Unit}，{Format.Day(report.Published)} 公布{(report.Number.Length > 0 ? "，" + report.Number : "")}。");

    // Every step of a finding is an entry of its own: a reader of the feed sees each change once.
    private static IEnumerable<FeedEntry> Changes(SiteContext site, Place county, Release ledger, Finding finding)
    {
        (string Step, DateOnly? Day, string Words)[] steps =
        [
            ("issued", finding.Issued, "发出督导意见书"),
            ("planned", finding.Planned, "报来整改方案"),
            ("reported", finding.Reported, "收到整改报告"),
            ("checked", finding.Checked, "核查" + (finding.Result.Length > 0 ? "：" + site.Data.Vocabulary.Label("rectification-result", finding.Result) : "")),
        ];
        string address = RectificationRow.Link(site, finding).Address ?? (site.Reports.Has(finding.Report) ? Addresses.Report(finding.Report) : Addresses.Place(county.Code));
        foreach ((string step, DateOnly? day, string words) in steps.Where(s => s.Day is { } day && day <= ledger.AsOf))
        {
            yield return new FeedEntry(
                string.Create(CultureInfo.InvariantCulture, $"{Addresses.PlaceFeed(county.Code)}#{finding.Id}-{step}"),
                address,
                $"整改 {finding.Id}：{words}",
                day!.Value,
                finding.Problem);
        }
    }
}
