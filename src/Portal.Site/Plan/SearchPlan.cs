using System.Buffers;
using Portal.Domain.Data;
using Portal.Site.Pages;
using Portal.Site.Search;
using Portal.Site.Text;

namespace Portal.Site.Plan;

/// <summary>The search index as planned files: all places with a page, all schools with theirs.</summary>
internal static class SearchPlan
{
    public static IEnumerable<PlannedFile> Files(SiteContext site)
    {
        if (!site.Index.Pages.Any())
        {
            return [];
        }

        SearchPlace[] places = [.. site.Index.Pages.Select(p => Place(site, p))];
        SearchSchool[] schools = [.. Schools(site)];
        ShownWords[] words = [new("names", Basis.Everything, () => places.Select(Words).Concat(schools.Select(Words)))];
        return SearchIndex.Plan(places, schools, site.Asset("search-help.js"), TextPlan.Areas(site).Select(area => area.Prefix)).Select(f => new PlannedBytes(f.Path, "查找索引", to => to.Write(f.ToBytes())) { Words = words });
    }

    private static string Words(SearchPlace p) => string.Join('\t', p.Code, p.Name, p.Level, p.Parent, p.Address, p.Decided, p.Computed);

    private static string Words(SearchSchool s) => string.Join('\t', s.Id, s.Name, string.Join('\v', s.FormerNames), s.Township, s.Place, s.Stages, s.Address, s.Note);

    private static SearchPlace Place(SiteContext site, Place place)
    {
        (string decided, string computed) = place.Level == PlaceLevel.County ? StandingWords.Of(site, place.Code) : ("", "");
        return new SearchPlace(place.Code.Value, place.Name, place.Level.Label(), place.Parent?.Value ?? "", Addresses.Place(place.Code), decided, computed);
    }

    private static IEnumerable<SearchSchool> Schools(SiteContext site)
    {
        Dataset data = site.Data;
        HashSet<SchoolId> seen = [];
        foreach (Release release in data.CurrentReleases.Reverse())
        {
            for (int row = 0; row < release.Schools.Count; row++)
            {
                School school = release.Schools[row];
                if (!seen.Add(school.Id))
                {
                    continue;
                }

                yield return new SearchSchool(
                    school.Id.Value,
                    school.Name,
                    [.. data.LinksOf(school.Id).Where(l => l.From == school.Id && l.OldName.Length > 0 && l.OldName != school.Name).Select(l => l.OldName)],
                    school.Township,
                    school.Place.Value,
                    data.Vocabulary.Type(school.Type)?.Label ?? school.Type,
                    Addresses.School(school.Id),
                    Note(data, school));
            }
        }
    }

    private static string? Note(Dataset data, School school)
    {
        SchoolLink? end = data.LinksOf(school.Id).LastOrDefault(l => l.From == school.Id && l.Kind is SchoolLinkKind.Closed or SchoolLinkKind.Merged);
        if (end is null || data.LinksOf(school.Id).Any(l => l.To == school.Id && l.Kind == SchoolLinkKind.Reopened) || data.Latest?.Schools.Find(school.Id) is not null)
        {
            return null;
        }

        string? successor = end.To is { } to && data.LatestOf(to) is { } release ? release.Schools[release.Schools.Find(to)!.Value].Name : null;
        return successor is null ? "已停办" : $"已并入{successor}";
    }
}
