using Portal.Domain.Data;

namespace Portal.Domain.Evaluation;

/// <summary>What is known of a school's partner 结对.</summary>
public enum PartnerState
{
    /// <summary>The school is not of the countryside: nothing is asked.</summary>
    NotRural,

    /// <summary>A partnership with a school outside the countryside holds.</summary>
    Partnered,

    /// <summary>None holds.</summary>
    Alone,

    /// <summary>Cannot be said: the school's own 城乡类型, or that of every partner it has, is blank.</summary>
    Unknown,
}

/// <summary>
/// Whether each rural school (乡村: 城乡类型 2xx, rules.md §9, as codes.csv lists them) of a county has a partner 结对: another school,
/// itself not rural, in a partnership that holds on the day of the release. Teaching points are schools here; a row that another school
/// counts (不计校数) is none.
/// </summary>
/// <param name="Reported">False where no partnership of any school of the county is on record: then nothing can be said, and no number is 0.</param>
/// <param name="With">Rural schools with a partner, by id.</param>
/// <param name="Without">Rural schools without, by id.</param>
/// <param name="Unknown">Schools of which it cannot be said, by id.</param>
public sealed record RuralPartners(bool Reported, IReadOnlyList<School> With, IReadOnlyList<School> Without, IReadOnlyList<School> Unknown)
{
    /// <summary>Schools that are known to be rural.</summary>
    public int Rural(Vocabulary vocabulary) => With.Count + Without.Count + Unknown.Count(s => vocabulary.IsRural(s.UrbanRural));

    /// <summary>The partners of a county's rural schools on the release's as-of day.</summary>
    public static RuralPartners Of(Dataset data, Release release, PlaceCode county)
    {
        List<School> with = [], without = [], unknown = [];
        (int start, int length) = release.Schools.RowsOf(county).GetOffsetAndLength(release.Schools.Count);
        for (int row = start; row < start + length; row++)
        {
            School school = release.Schools[row];
            if (!data.Vocabulary.IsCountedElsewhere(school))
            {
                (StateOf(data, release, school) switch
                {
                    PartnerState.Partnered => with,
                    PartnerState.Alone => without,
                    PartnerState.Unknown => unknown,
                    _ => null,
                })?.Add(school);
            }
        }

        return new RuralPartners(data.HasPartnerships(county), with, without, unknown);
    }

    /// <summary>What is known of one school's partner on the release's as-of day.</summary>
    public static PartnerState StateOf(Dataset data, Release release, School school)
    {
        if (school.UrbanRural.Length > 0 && !data.Vocabulary.IsRural(school.UrbanRural))
        {
            return PartnerState.NotRural;
        }

        string[] partners =
        [
            .. data.GroupsOf(school.Id).Where(g => g.Kind == SchoolGroupKind.Partnership && g.HoldsOn(release.AsOf))
                .SelectMany(g => data.MembersOf(g.Group)).Where(g => g.School != school.Id && g.HoldsOn(release.AsOf))
                .Select(g => UrbanRural(data, release, g.School)),
        ];
        return school.UrbanRural.Length == 0 ? PartnerState.Unknown
            : partners.Any(p => p.Length > 0 && !data.Vocabulary.IsRural(p)) ? PartnerState.Partnered
            : partners.Any(p => p.Length == 0) ? PartnerState.Unknown
            : PartnerState.Alone;
    }

    // A partner may be of another county, which the release may not have.
    private static string UrbanRural(Dataset data, Release release, SchoolId id) =>
        (release.Schools.Find(id) is not null ? release : data.LatestOf(id)) is { } with ? with.Schools[with.Schools.Find(id)!.Value].UrbanRural : "";
}
