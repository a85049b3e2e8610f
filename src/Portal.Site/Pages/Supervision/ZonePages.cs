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
/// <param name="Counties">Counties by code.</param>
public sealed record ZonesPage(int? MostSchools, string Basis, IReadOnlyList<ZoneCounty> Counties) : PageModel
{
    /// <summary>The page.</summary>
    public static ZonesPage Create(SiteContext site)
    {
        ZoneRules rules = ZoneRules.Of(site);
        ILookup<PlaceCode, Zone> zones = site.Data.Zones.ToLookup(z => z.Place);
        IEnumerable<Place> counties = site.Latest is { } release ? site.Index.CountiesOf(release, site.Index.Root.Code) : [];
        return new ZonesPage(rules.MostSchools, rules.Basis, [.. counties.Select(county => (county, Facts: InspectorFacts.Of(site, county.Code))).Where(c => c.Facts is not null || zones.Contains(c.county.Code))
            .Select(c => new ZoneCounty(
                new Piece(c.county.Name, site.Index.HasPage(c.county.Code) ? Addresses.Place(c.county.Code) : null),
                c.Facts?.Sentence ?? "",
                [.. zones[c.county.Code].OrderBy(z => z.Id, StringComparer.Ordinal).Select(z => ZonePage.RowOf(site, z, rules))],
                c.Facts?.Without ?? []))])
        {
            Info = new PageInfo
            {
                Address = Addresses.Zones,
                Title = "责任督学和督学责任区",
                Description = "每所学校的责任督学、每个督学责任区的学校，和没有责任督学的学校。",
                Section = Section.None,
                Crumbs = [new Crumb("首页", Addresses.Home), new Crumb("督学责任区", null)],
                FeedbackPlace = site.Data.Settings.Province,
            },
        };
    }
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
