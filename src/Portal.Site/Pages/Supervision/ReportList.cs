using System.Globalization;
using Portal.Domain.Data;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>A group of a list of reports.</summary>
/// <param name="Anchor">Anchor.</param>
/// <param name="Label">Heading.</param>
/// <param name="Rows">Reports, newest first; of a long list only those on the area itself.</param>
/// <param name="Numbers">How many there are in the areas below, where the list is too long for a page.</param>
public sealed record ReportGroup(string Anchor, string Label, IReadOnlyList<ReportRow> Rows, PartNumbers? Numbers);

/// <summary>A list of supervision reports: all by year, those of a kind, those of a place. Newest first; nothing is ranked.</summary>
public sealed record ReportList : PageModel
{
    /// <summary>What the list holds, in sentences.</summary>
    public required IReadOnlyList<string> Lead { get; init; }

    /// <summary>Years, newest first.</summary>
    public required IReadOnlyList<ReportGroup> Groups { get; init; }

    /// <summary>Reports that a ledger names and the site does not have.</summary>
    public required IReadOnlyList<MissingReportRow> Missing { get; init; }

    /// <summary>Other lists: by year of publication, newest first.</summary>
    public required IReadOnlyList<Crumb> Years { get; init; }

    /// <summary>Other lists: by kind.</summary>
    public required IReadOnlyList<Crumb> Kinds { get; init; }

    /// <summary>Other lists: by place, in order of code.</summary>
    public required IReadOnlyList<Crumb> Places { get; init; }

    /// <summary>How lists of reports are cut: by reports. Every area has its page as it is, for all years and kinds.</summary>
    /// <param name="site">Site.</param>
    /// <param name="count">Reports of an area.</param>
    public static AreaParts PartsOf(SiteContext site, Func<PlaceCode, int> count) => new(site, Addresses.Reports, count);

    /// <summary>All reports.</summary>
    public static ReportList Create(SiteContext site) => Make(site, Addresses.Reports, "督导报告", site.Reports.All, MissingReportRow.Of(site), null, [new Crumb("督导报告", null)], null) with
    {
        Years = [.. YearsOf(site).Select(y => new Crumb(YearWords(y), Addresses.ReportsOfYear(y)))],
        Kinds = [.. KindsOf(site).Select(k => new Crumb(site.Data.Vocabulary.Label("inspection", k), Addresses.ReportsOfKind(k)))],
        // Of a long list the areas directly below; from their pages the way leads on.
        Places = [.. (site.Reports.All.Count <= site.MostRows ? PlacesOf(site) : PlacesOf(site).Where(p => p.Level is PlaceLevel.Country or PlaceLevel.Province)).Select(p => new Crumb(p.Name, Addresses.ReportsOfPlace(p.Code)))],
    };

    /// <summary>Reports made public in a year.</summary>
    public static ReportList OfYear(SiteContext site, int year)
    {
        string label = YearWords(year);
        return Make(site, Addresses.ReportsOfYear(year), label + "的督导报告", [.. site.Reports.All.Where(r => r.Published.Year == year)], [], null, [new Crumb("督导报告", Addresses.Reports), new Crumb(label, null)], null);
    }

    /// <summary>Reports of a kind.</summary>
    public static ReportList OfKind(SiteContext site, string kind)
    {
        string label = site.Data.Vocabulary.Label("inspection", kind) + "报告";
        return Make(site, Addresses.ReportsOfKind(kind), label, [.. site.Reports.All.Where(r => r.Kind == kind)], [], null, [new Crumb("督导报告", Addresses.Reports), new Crumb(label, null)], null);
    }

    /// <summary>Reports of a place and of all below it.</summary>
    public static ReportList OfPlace(SiteContext site, PlaceCode code)
    {
        Place place = site.Data.Places[code];
        return Make(site, Addresses.ReportsOfPlace(code), place.Name + "的督导报告", [.. site.Reports.Of(code)], MissingReportRow.Of(site, code), code, [new Crumb("督导报告", Addresses.Reports), new Crumb(place.Name, null)], place.Level == PlaceLevel.County ? Addresses.PlaceFeed(code) : null);
    }

    /// <summary>Years in which reports were made public, newest first.</summary>
    public static IEnumerable<int> YearsOf(SiteContext site) => site.Reports.All.Select(r => r.Published.Year).Distinct().OrderDescending();

    /// <summary>Kinds that have reports, in order of their codes.</summary>
    public static IEnumerable<string> KindsOf(SiteContext site) => site.Reports.All.Select(r => r.Kind).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Places with a page that have reports of their own or below, in order of code.</summary>
    public static IEnumerable<Place> PlacesOf(SiteContext site) => site.Index.Pages.Where(p => site.Reports.Of(p.Code).Any());

    private static string YearWords(int year) => year.ToString("D4", CultureInfo.InvariantCulture) + " 年公布";

    private static ReportList Make(SiteContext site, string address, string title, IReadOnlyList<InspectionReport> reports, IReadOnlyList<MissingReportRow> missing, PlaceCode? place, IReadOnlyList<Crumb> crumbs, string? feed)
    {
        HashSet<InspectionReport> all = new(reports, ReferenceEqualityComparer.Instance);
        PlaceCode area = place ?? site.Index.Root.Code;
        AreaParts parts = PartsOf(site, code => place is null && code == PlaceCode.Country ? reports.Count : site.Reports.Of(code).Count(all.Contains));
        bool whole = parts.IsWhole(area);
        HashSet<PlaceCode> own = whole ? [] : [.. parts.Shown(area).Select(p => p.Code)];
        bool IsShown(InspectionReport report) => whole || ReportIndex.PlacesOf(site.Data, report).Any(own.Contains) || !ReportIndex.PlacesOf(site.Data, report).Any();
        ReportGroup[] groups =
        [
            .. reports.GroupBy(r => r.Published.Year).OrderByDescending(g => g.Key).Select(g => (g, Anchor: "y" + g.Key.ToString("D4", CultureInfo.InvariantCulture)))
                .Select(g => new ReportGroup(
                    g.Anchor,
                    YearWords(g.g.Key),
                    [.. g.g.Where(IsShown).Select(r => ReportRow.Of(site, r))],
                    whole ? null : new PartNumbers(g.g.Count(), [.. parts.Below(area).Select(p => (new Crumb(p.Name, $"{Addresses.ReportsOfPlace(p.Code)}#{g.Anchor}"), site.Reports.Of(p.Code).Count(r => all.Contains(r) && r.Published.Year == g.g.Key))).Where(p => p.Item2 > 0)]))),
        ];

        string count = reports.Count == 0 ? "还没有公布的督导报告。" : $"{Format.Number(reports.Count)} 份，按公布日期从新到旧排列，不是排名。";
        return new ReportList
        {
            Info = new PageInfo
            {
                Address = address,
                Title = title,
                Description = $"{title}：{count}",
                Section = Section.Reports,
                ColumnType = "信息公开目录",
                Crumbs = [new Crumb("首页", Addresses.Home), .. crumbs],
                FeedbackPlace = place,
                Feed = feed ?? Addresses.ReportsFeed,
            },
            Lead =
            [
                count,
                "督导报告应当向社会公布（《教育督导条例》第二十三条）。报告里的数可以点开，看是怎样算出来的。",
                .. missing.Count > 0 ? [$"另有 {Format.Number(missing.Count)} 份在整改台账或督导记录里提到，本站还没有，列在最后{(missing.Count > site.MostRows ? $"（这里只列 {site.MostRows} 份，其余在各地的清单里）" : "")}。"] : Array.Empty<string>(),
            ],
            Groups = groups,
            Missing = [.. missing.Take(site.MostRows)],
            Years = [],
            Kinds = [],
            Places = [],
        };
    }
}
