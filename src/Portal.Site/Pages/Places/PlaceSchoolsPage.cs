using Portal.Domain.Data;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>An entry of a county's list of schools.</summary>
/// <param name="Name">Name, or former name.</param>
/// <param name="Address">Its page, null where there is none.</param>
/// <param name="Words">Type; for a former name the present one; for a closed school what became of it.</param>
/// <param name="Forward">The school it points to, null where there is none.</param>
public sealed record SchoolEntry(string Name, string? Address, string Words, Crumb? Forward);

/// <summary>Schools whose names begin alike.</summary>
public sealed record SchoolLetter(string Letter, string Anchor, IReadOnlyList<SchoolEntry> Entries);

/// <summary>
/// All schools of a county by name, former names and closed schools included, for those who search without a script. Names begin with
/// the same words in most counties, so they are sorted under the first character after the county's own name.
/// </summary>
/// <param name="County">County with its page.</param>
/// <param name="Letters">Entries by first character, in the order of character codes.</param>
/// <param name="Count">Schools of the newest release.</param>
public sealed record PlaceSchoolsPage(Crumb County, IReadOnlyList<SchoolLetter> Letters, int Count) : PageModel
{
    /// <summary>The list of a county.</summary>
    public static PlaceSchoolsPage Create(SiteContext site, PlaceCode code)
    {
        Place county = site.Data.Places[code];
        Release latest = site.Data.LatestOf(code) ?? throw new ArgumentException($"No schools in {code}.", nameof(code));
        List<(string Key, SchoolEntry Entry)> entries = [];
        HashSet<SchoolId> seen = [];
        foreach (Release release in site.Data.CurrentReleases.Reverse())
        {
            (int start, int length) = release.Schools.RowsOf(code).GetOffsetAndLength(release.Schools.Count);
            for (int row = start; row < start + length; row++)
            {
                School school = release.Schools[row];
                if (seen.Add(school.Id))
                {
                    entries.AddRange(EntriesOf(site, latest, school).Select(e => (Key(e.Name, county), e)));
                }
            }
        }

        (int _, int count) = latest.Schools.RowsOf(code).GetOffsetAndLength(latest.Schools.Count);
        return new PlaceSchoolsPage(
            PlaceWords.Link(site, county),
            [.. entries.OrderBy(e => e.Key, StringComparer.Ordinal).ThenBy(e => e.Entry.Name, StringComparer.Ordinal).GroupBy(e => First(e.Key))
                .Select((g, i) => new SchoolLetter(g.Key, $"l{i + 1}", [.. g.Select(e => e.Entry)]))],
            count)
        {
            Info = new PageInfo
            {
                Address = Addresses.PlaceSchools(code),
                Title = $"{county.Name}的学校",
                Description = $"{county.Name}全部学校的名单，含教学点、曾用名和已停办的学校。",
                Section = Section.Places,
                Crumbs = [.. PlaceWords.Crumbs(site, county, self: false), new Crumb("学校名单", null)],
                FeedbackPlace = code,
                Release = latest.Id,
            },
        };
    }

    private static IEnumerable<SchoolEntry> EntriesOf(SiteContext site, Release latest, School school)
    {
        SchoolLink[] links = [.. site.Data.LinksOf(school.Id)];
        bool present = latest.Schools.Find(school.Id) is not null;
        string? address = site.Data.LatestOf(school.Id) is null ? null : Addresses.School(school.Id);
        if (present)
        {
            yield return new SchoolEntry(school.Name, address, site.Data.Vocabulary.Type(school.Type)?.Label ?? school.Type, null);
        }
        else
        {
            SchoolLink? end = links.LastOrDefault(l => l.From == school.Id && l.Kind is SchoolLinkKind.Closed or SchoolLinkKind.Merged or SchoolLinkKind.Split);
            string when = end is null || end.Date.Text.Length == 0 ? "" : Format.Date(end.Date);
            Crumb? forward = end?.To is { } to && to != school.Id && site.Data.LatestOf(to) is { } with
                ? new Crumb(with.Schools[with.Schools.Find(to)!.Value].Name, Addresses.School(to))
                : null;
            yield return new SchoolEntry(school.Name, address, "不在最新名单中" + (end is null ? "" : $"，{when}{What(end.Kind, forward is not null)}"), forward);
        }

        foreach (SchoolLink renamed in links.Where(l => l.Kind == SchoolLinkKind.Renamed && l.OldName.Length > 0 && l.OldName != school.Name && (l.To ?? l.From) == school.Id))
        {
            yield return new SchoolEntry(renamed.OldName, null, "曾用名，现名", new Crumb(school.Name, address));
        }
    }

    private static string What(SchoolLinkKind kind, bool forward) => kind switch
    {
        SchoolLinkKind.Merged => forward ? "并入" : "合并",
        SchoolLinkKind.Split => forward ? "分设为" : "分设",
        _ => forward ? "停办，参见" : "停办",
    };

    /// <summary>What a school is ordered by in lists by name: its name without its county's.</summary>
    internal static string Key(string name, Place county) => name.StartsWith(county.Name, StringComparison.Ordinal) && name.Length > county.Name.Length ? name[county.Name.Length..] : name;

    private static string First(string key) => char.IsHighSurrogate(key[0]) && key.Length > 1 ? key[..2] : key[..1];
}
