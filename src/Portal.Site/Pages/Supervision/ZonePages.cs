using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>A zone of inspection in a list.</summary>
/// <param name="Zone">Zone, linked.</param>
/// <param name="Schools">Number of schools.</param>
/// <param name="Inspectors">Number of inspectors.</param>
/// <param name="Within">True where it has no more schools than a zone normally should.</param>
public sealed record ZoneRow(Piece Zone, int Schools, int Inspectors, bool Within);

/// <summary>Zones and inspectors of a county.</summary>
/// <param name="County">County, linked.</param>
/// <param name="Sentence">How many schools have an inspector; empty where the newest release has no schools of it.</param>
/// <param name="Zones">Zones by id.</param>
/// <param name="Without">Schools without an inspector, by code.</param>
public sealed record ZoneCounty(Piece County, string Sentence, IReadOnlyList<ZoneRow> Zones, IReadOnlyList<Piece> Without);

/// <summary>Zones of inspection of the whole area, by county.</summary>
/// <param name="MostSchools">Schools that a zone should normally have at most; null where data gives no such number.</param>
/// <param name="Basis">Where the number stands.</param>
/// <param name="Counties">Counties by code; none where the list is too long for a page.</param>
/// <param name="Parts">Areas below with their counts, where it is.</param>
public sealed record ZonesPage(int? MostSchools, string Basis, IReadOnlyList<ZoneCounty> Counties, PartTable? Parts) : PageModel
{
    private const int Zones = 0, Over = 1, Without = 2, Silent = 3;

    /// <summary>How the list is cut: by zones, and by counties where those are more.</summary>
    public static AreaParts PartsOf(SiteContext site) => new(site, Addresses.Zones, code => Math.Max(CountsOf(site).Of(code, Zones), Counted(site).Of(code)));

    /// <summary>The list of the site, or an area's part of it.</summary>
    public static ZonesPage Create(SiteContext site, PlaceCode? of = null)
    {
        PlaceCode area = of ?? site.Index.Root.Code;
        AreaParts parts = PartsOf(site);
        ZoneRules rules = ZoneRules.Of(site);
        AreaCounts counts = CountsOf(site);
        const string title = "责任督学和督学责任区";
        return new ZonesPage(
            rules.MostSchools,
            rules.Basis,
            parts.IsWhole(area) ? [.. Listed(site, area).Select(c => new ZoneCounty(
                new Piece(c.County.Name, site.Index.HasPage(c.County.Code) ? Addresses.Place(c.County.Code) : null),
                c.Facts?.Sentence ?? "",
                [.. site.Data.ZonesOf(c.County.Code).OrderBy(z => z.Id, StringComparer.Ordinal).Select(z => ZonePage.RowOf(site, z, rules))],
                c.Facts?.Without ?? []))] : [],
            parts.Table(
                area,
                title + "，按地区代码排列",
                ["责任区", "没有责任督学的学校"],
                p => [Cell(counts.Of(p, Zones), "个") + Also(counts.Of(p, Over), $"个的学校超过 {rules.MostSchools} 所"), Cell(counts.Of(p, Without), "所") + Also(counts.Of(p, Silent), "个县区没有收到名单")],
                Addresses.Place,
                p => "c-" + p))
        {
            Info = new PageInfo
            {
                Address = parts.AddressOf(area),
                Title = parts.Title(title, area),
                Description = "每所学校的责任督学、每个督学责任区的学校，和没有责任督学的学校。",
                Section = Section.None,
                Crumbs = parts.Crumbs("督学责任区", area),
                FeedbackPlace = parts.FeedbackPlace(area),
            },
        };
    }

    private static IEnumerable<(Place County, InspectorFacts? Facts)> Listed(SiteContext site, PlaceCode area) =>
        (site.Latest is { } release ? site.Index.CountiesOf(release, area) : []).Select(county => (county, InspectorFacts.Of(site, county.Code))).Where(c => c.Item2 is not null || site.Data.ZonesOf(c.county.Code).Any());

    private static AreaCounts Counted(SiteContext site) =>
        site.CountsOf(Addresses.Zones + "counties", () => Listed(site, site.Index.Root.Code).Aggregate(new AreaCounts(site.Data.Places), (sum, c) => sum.Add(c.County.Code)));

    private static AreaCounts CountsOf(SiteContext site) => site.CountsOf(Addresses.Zones, () =>
    {
        ZoneRules rules = ZoneRules.Of(site);
        AreaCounts counts = new(site.Data.Places, kinds: 4);
        foreach ((Place county, InspectorFacts? facts) in Listed(site, site.Index.Root.Code))
        {
            foreach (Zone zone in site.Data.ZonesOf(county.Code))
            {
                counts.Add(county.Code, Zones).Add(county.Code, Over, ZonePage.RowOf(site, zone, rules).Within ? 0 : 1);
            }

            counts.Add(county.Code, Without, facts?.Without.Count ?? 0).Add(county.Code, Silent, facts is null || facts.HasList ? 0 : 1);
        }

        return counts;
    });

    private static string Cell(int count, string unit) => $"{Format.Number(count)} {unit}";

    private static string Also(int count, string words) => count == 0 ? "" : $"，{Format.Number(count)} {words}";
}

/// <summary>What the national rules ask of zones, from measures of codes.csv (vocabulary <c>zone-rule</c>): numbers of a rule are data.</summary>
/// <param name="MostSchools">Schools of a zone at most.</param>
/// <param name="PerInspector">Schools per inspector, about.</param>
/// <param name="Basis">Document.</param>
public sealed record ZoneRules(int? MostSchools, int? PerInspector, string Basis)
{
    /// <summary>The rules of the data set.</summary>
    public static ZoneRules Of(SiteContext site)
    {
        IReadOnlyDictionary<(string, string), string> codes = site.Data.Vocabulary.Codes;
        int? Number(string code) => codes.TryGetValue(("zone-rule", code), out string? text) && int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int number) ? number : null;
        return new ZoneRules(Number("most-schools"), Number("schools-per-inspector"), codes.GetValueOrDefault(("zone-rule", "basis"), ""));
    }
}

/// <summary>An inspector in a zone with his schools.</summary>
public sealed record ZoneInspector(InspectorRow Inspector, IReadOnlyList<Piece> Schools);

/// <summary>A zone of inspection: its inspectors, each with his schools.</summary>
/// <param name="Name">Name.</param>
/// <param name="County">County, linked.</param>
/// <param name="Row">Counts and outcome.</param>
/// <param name="Rules">What the rules ask.</param>
/// <param name="Inspectors">Inspectors in order of their first school's code.</param>
/// <param name="AsOf">Day on which terms are judged.</param>
public sealed record ZonePage(string Name, Piece County, ZoneRow Row, ZoneRules Rules, IReadOnlyList<ZoneInspector> Inspectors, string AsOf) : PageModel
{
    /// <summary>The page of a zone.</summary>
    public static ZonePage Create(SiteContext site, Zone zone)
    {
        ZoneRules rules = ZoneRules.Of(site);
        Place county = site.Data.Places[zone.Place];
        return new ZonePage(
            zone.Name,
            new Piece(county.Name, site.Index.HasPage(county.Code) ? Addresses.Place(county.Code) : null),
            RowOf(site, zone, rules),
            rules,
            [.. Of(site, zone).OrderBy(i => i.School).GroupBy(i => InspectorRow.Of(site, i)).Select(g => new ZoneInspector(g.Key, [.. g.Select(i => SchoolStory.School(site, i.School))]))],
            site.Latest is { } release ? Format.Day(release.AsOf) : "")
        {
            Info = new PageInfo
            {
                Address = Addresses.Zone(zone.Id),
                Title = zone.Name,
                Description = $"{zone.Name}的责任督学、办公电话、督导事项和学校。",
                Section = Section.None,
                Crumbs = [new Crumb("首页", Addresses.Home), new Crumb("督学责任区", Addresses.Zones), new Crumb(zone.Name, null)],
                FeedbackPlace = zone.Place,
            },
        };
    }

    /// <summary>Counts of a zone.</summary>
    public static ZoneRow RowOf(SiteContext site, Zone zone, ZoneRules rules)
    {
        Inspector[] own = [.. Of(site, zone)];
        int schools = own.Select(i => i.School).Distinct().Count();
        return new ZoneRow(new Piece(zone.Name, Addresses.Zone(zone.Id)), schools, own.Select(i => (i.Name, i.OfficePhone)).Distinct().Count(), rules.MostSchools is not { } most || schools <= most);
    }

    // Schools that the newest release still has.
    private static IEnumerable<Inspector> Of(SiteContext site, Zone zone) => site.Data.InspectorsIn(zone.Id).Where(i => site.Latest?.Schools.Find(i.School) is not null);
}
