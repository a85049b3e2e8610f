using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>A responsible inspector as shown: the only person whose name the site shows.</summary>
/// <param name="Name">Name.</param>
/// <param name="Phone">Office phone, empty where none is given.</param>
/// <param name="Link">Link of the phone, null likewise.</param>
/// <param name="Basis">Why a duty mobile may be published; empty for an office phone.</param>
/// <param name="Zone">Zone, null where none is given.</param>
/// <param name="Matters">Matters in words.</param>
/// <param name="Term">Term in words, empty where none is given.</param>
/// <param name="Expired">True where the term had ended at the as-of day.</param>
public sealed record InspectorRow(string Name, string Phone, string? Link, string Basis, Piece? Zone, string Matters, string Term, bool Expired)
{
    /// <summary>The inspector at the as-of day of the newest release.</summary>
    public static InspectorRow Of(SiteContext site, Inspector inspector)
    {
        Zone? zone = site.Data.Zone(inspector.Zone);
        string term = (inspector.TermStart, inspector.TermEnd) switch
        {
            ({ } start, { } end) => $"{Format.Day(start)} 至 {Format.Day(end)}",
            ({ } start, null) => $"{Format.Day(start)} 起",
            (null, { } end) => $"到 {Format.Day(end)} 为止",
            _ => "",
        };
        return new InspectorRow(
            inspector.Name,
            inspector.OfficePhone,
            inspector.OfficePhone.Length == 0 ? null : Feedback.Tel(inspector.OfficePhone),
            inspector.ContactBasis,
            zone is null ? null : new Piece(zone.Name, Addresses.Zone(zone.Id)),
            string.Join("；", inspector.Matters.Select(m => site.Data.Vocabulary.Label("matter", m))),
            term,
            inspector.TermEnd is { } last && site.Latest is { } release && last < release.AsOf);
    }
}

/// <summary>Inspectors of a county's schools in the newest release.</summary>
/// <param name="Sentence">How many schools have one, in words.</param>
/// <param name="Without">Schools without one, by code; empty where the county has registered none at all.</param>
/// <param name="Zones">Zones of the county.</param>
public sealed record InspectorFacts(string Sentence, IReadOnlyList<Piece> Without, IReadOnlyList<Piece> Zones)
{
    /// <summary>The facts; null where the site has no inspectors, or the newest release no schools of the county.</summary>
    public static InspectorFacts? Of(SiteContext site, PlaceCode county)
    {
        if (site.Data.Inspectors.Count == 0 || site.Latest is not { } release)
        {
            return null;
        }

        School[] schools = [.. DutyTally.SchoolsOf(release, county).Where(s => !site.Data.Vocabulary.IsCountedElsewhere(s)).OrderBy(s => s.Id)];
        if (schools.Length == 0)
        {
            return null;
        }

        School[] without = [.. schools.Where(s => !site.Data.InspectorsOf(s.Id).Any())];
        int expired = schools.Count(s => site.Data.InspectorsOf(s.Id).Any() && site.Data.InspectorsOf(s.Id).All(i => i.TermEnd < release.AsOf));
        Piece[] zones = [.. site.Data.Zones.Where(z => z.Place == county).Select(z => new Piece(z.Name, Addresses.Zone(z.Id)))];
        if (without.Length == schools.Length)
        {
            return new InspectorFacts("没有收到本县责任督学的名单。", [], zones);
        }

        return new InspectorFacts(
            $"{Format.Number(schools.Length)} 所学校，{Format.Number(schools.Length - without.Length)} 所有责任督学"
                + (without.Length > 0 ? $"，{Format.Number(without.Length)} 所没有" : "")
                + (expired > 0 ? $"；{Format.Number(expired)} 所的责任督学任期已满，没有登记续任" : "") + "。",
            [.. without.Select(s => new Piece(s.Name, Addresses.School(s.Id)))],
            zones);
    }
}
