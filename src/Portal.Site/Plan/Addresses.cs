using Portal.Domain.Data;

namespace Portal.Site.Plan;

/// <summary>
/// Addresses of all pages (site.md §3), relative to the site's root and without a leading slash; <c>""</c> is the home page. Pages
/// put their own way to the root before them, so the site works in any folder of any host.
/// </summary>
public static class Addresses
{
    /// <summary>Home.</summary>
    public const string Home = "";

    /// <summary>Search.</summary>
    public const string Search = "search/";

    /// <summary>Schools or counties side by side.</summary>
    public const string Compare = "compare/";

    /// <summary>The compare page with a school chosen.</summary>
    public static string CompareSchool(PlaceCode county, SchoolId school) => $"compare/?schools={county}-{school}";

    /// <summary>The compare page with a county chosen.</summary>
    public static string ComparePlace(PlaceCode county) => $"compare/?places={county}";

    /// <summary>What the compare page reads of a county: <c>places</c> or <c>schools</c>.</summary>
    public static string CompareData(string of, PlaceCode county) => $"compare/{of}/{county}.json";

    /// <summary>Tree of places.</summary>
    public const string Places = "places/";

    /// <summary>List of schemes and indicators.</summary>
    public const string Indicators = "indicators/";

    /// <summary>Promises and projects of the whole site.</summary>
    public const string Promises = "promises/";

    /// <summary>List of sources.</summary>
    public const string Sources = "sources/";

    /// <summary>List of releases.</summary>
    public const string Releases = "releases/";

    /// <summary>Periods of monitoring.</summary>
    public const string Monitoring = "monitoring/";

    /// <summary>An area's part of a list of the whole: <c>promises/place/990100/</c>.</summary>
    public static string Part(string list, PlaceCode area) => $"{list}place/{area}/";

    /// <summary>List of surveys.</summary>
    public const string Surveys = "surveys/";

    /// <summary>A county's section in its page: <c>places/990101/#surveys</c>.</summary>
    public static string PlaceSection(PlaceCode code, string anchor) => $"{Place(code)}#{anchor}";

    /// <summary>A survey.</summary>
    public static string Survey(string id) => $"surveys/{id}/";

    /// <summary>Supervision reports by year.</summary>
    public const string Reports = "reports/";

    /// <summary>Feed of supervision reports.</summary>
    public const string ReportsFeed = "reports/feed.xml";

    /// <summary>A supervision report: <c>2023/990121-junheng</c> is <c>reports/2023/990121-junheng/</c>.</summary>
    public static string Report(string id) => $"reports/{id}/";

    /// <summary>Supervision reports made public in a year.</summary>
    public static string ReportsOfYear(int year) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"reports/{year:D4}/");

    /// <summary>Supervision reports of a kind.</summary>
    public static string ReportsOfKind(string kind) => $"reports/kind/{kind}/";

    /// <summary>Supervision reports of a place and of all below it.</summary>
    public static string ReportsOfPlace(PlaceCode code) => Part(Reports, code);

    /// <summary>Feed of a county: reports, releases, what became of findings.</summary>
    public static string PlaceFeed(PlaceCode code) => $"places/{code}/feed.xml";

    /// <summary>The rectification ledger of the whole site.</summary>
    public const string Rectification = "rectification/";

    /// <summary>What must be made public, for the whole area.</summary>
    public const string Disclosure = "disclosure/";

    /// <summary>Zones of inspection.</summary>
    public const string Zones = "zones/";

    /// <summary>HTML sitemap.</summary>
    public const string Sitemap = "sitemap/";

    /// <summary>Feed of releases.</summary>
    public const string ReleasesFeed = "releases/feed.xml";

    /// <summary>A place.</summary>
    public static string Place(PlaceCode code) => $"places/{code}/";

    /// <summary>QR code of a place's page.</summary>
    public static string Qr(PlaceCode code) => $"places/{code}/qr.png";

    /// <summary>A–Z list of a county's schools.</summary>
    public static string PlaceSchools(PlaceCode code) => $"places/{code}/schools/";

    /// <summary>A school.</summary>
    public static string School(SchoolId id) => $"schools/{id}/";

    /// <summary>A school's scorecards in full.</summary>
    public static string Evaluation(SchoolId id) => $"schools/{id}/evaluation/";

    /// <summary>An evaluation tree.</summary>
    public static string Tree(string id) => $"trees/{id}/";

    /// <summary>An indicator of a scheme.</summary>
    public static string Indicator(SchemeId scheme, IndicatorId indicator) => $"indicators/{scheme}/{indicator}/";

    /// <summary>A source.</summary>
    public static string Source(SourceId id) => $"sources/{id}/";

    /// <summary>A release.</summary>
    public static string Release(ReleaseId id) => $"releases/{id}/";

    /// <summary>Downloads of a release.</summary>
    public static string Data(ReleaseId id) => $"releases/{id}/data/";

    /// <summary>List of the releases' downloads, for programs.</summary>
    public const string DataIndex = "releases/index.json";

    /// <summary>A county as published in a release: what citations point to.</summary>
    public static string PlaceInRelease(ReleaseId release, PlaceCode code) => $"releases/{release}/places/{code}/";

    /// <summary>How a county's coefficients of a scheme and stage were worked out in a release.</summary>
    public static string How(ReleaseId release, PlaceCode county, SchemeId scheme, StageId stage) => $"releases/{release}/places/{county}/how/{scheme}/{stage}/";

    /// <summary>The same as a workbook.</summary>
    public static string Workbook(ReleaseId release, PlaceCode county, SchemeId scheme, StageId stage) => How(release, county, scheme, stage) + "working.xlsx";

    /// <summary>What drives a county's coefficients, school by school.</summary>
    public static string Drivers(PlaceCode code) => $"places/{code}/drivers/";

    /// <summary>The same as published in a release.</summary>
    public static string DriversInRelease(ReleaseId release, PlaceCode code) => $"releases/{release}/places/{code}/drivers/";

    /// <summary>A duty in all places.</summary>
    public static string DisclosureOf(string duty) => $"disclosure/{duty}/";

    /// <summary>A zone of inspection.</summary>
    public static string Zone(string zone) => $"zones/{zone}/";

    /// <summary>Monitoring of a period.</summary>
    public static string MonitoringOf(string period) => $"monitoring/{period}/";

    /// <summary>The same as a table.</summary>
    public static string MonitoringTable(string period) => $"monitoring/{period}/monitoring.csv";

    /// <summary>The rectification ledger of a place and its schools.</summary>
    public static string RectificationOf(PlaceCode code) => $"places/{code}/rectification/";

    /// <summary>The same as a table.</summary>
    public static string RectificationTable(PlaceCode code) => $"places/{code}/rectification/rectification.csv";

    /// <summary>Findings of a matter.</summary>
    public static string RectificationMatter(string matter) => $"rectification/matter/{matter}/";

    /// <summary>A page of words: <c>methodology.md</c> is <c>methodology/</c>.</summary>
    public static string Words(string path) => (path.EndsWith(".md", StringComparison.Ordinal) ? path[..^3] : path) + "/";

    /// <summary>File of an address: <c>schools/1/</c> is <c>schools/1/index.html</c>.</summary>
    public static string FileOf(string address) => address.Length == 0 || address.EndsWith('/') ? address + "index.html" : address;

    /// <summary>The way from an address to the root: <c>../../</c> for <c>schools/1/</c>; <c>./</c> at the root.</summary>
    public static string RootOf(string address)
    {
        int depth = address.Count(c => c == '/');
        return depth == 0 ? "./" : string.Concat(Enumerable.Repeat("../", depth));
    }
}
