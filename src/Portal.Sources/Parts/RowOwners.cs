using Portal.Domain.Data;

namespace Portal.Sources.Parts;

/// <summary>
/// The counties that the key of a row names: a county itself, the counties of a school (in all releases: it may have moved), the county
/// of a survey. What names no county of the set belongs to none, and is for everybody.
/// </summary>
internal sealed class RowOwners
{
    private readonly Dictionary<string, PlaceCode[]> places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PlaceCode[]> schools = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PlaceCode[]> surveys = new(StringComparer.Ordinal);
    private readonly HashSet<string> surveysOfAll = new(StringComparer.Ordinal);

    /// <summary>Looks through the set once.</summary>
    public RowOwners(Dataset data)
    {
        foreach (Place place in data.Places.All.Where(p => p.Level == PlaceLevel.County))
        {
            places.Add(place.Code.Value, [place.Code]);
        }

        foreach (Release release in data.Releases)
        {
            for (int row = 0; row < release.Schools.Count; row++)
            {
                School school = release.Schools[row];
                Add(schools, school.Id.Value, school.Place);
            }

            foreach (Survey survey in release.Surveys)
            {
                if (places.ContainsKey(survey.Place.Value))
                {
                    Add(surveys, survey.Id, survey.Place);
                }
                else
                {
                    surveysOfAll.Add(survey.Id);
                }
            }
        }
    }

    /// <summary>The counties that a cell names; null where it names none that is known.</summary>
    /// <param name="key">What the column holds.</param>
    /// <param name="cell">The cell, without white space around it.</param>
    public PlaceCode[]? Of(OwnerKey key, ReadOnlySpan<char> cell)
    {
        Dictionary<string, PlaceCode[]> known = key switch { OwnerKey.Place => places, OwnerKey.School => schools, _ => surveys };
        return known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(cell, out PlaceCode[]? counties)
            && !(key == OwnerKey.Survey && surveysOfAll.GetAlternateLookup<ReadOnlySpan<char>>().Contains(cell)) ? counties : null;
    }

    // Schools of one county share its array: most rows are told apart by looking at that alone.
    private void Add(Dictionary<string, PlaceCode[]> known, string key, PlaceCode county)
    {
        PlaceCode[] own = places.GetValueOrDefault(county.Value) ?? [county];
        if (!known.TryGetValue(key, out PlaceCode[]? before))
        {
            known.Add(key, own);
        }
        else if (!before.Contains(county))
        {
            known[key] = [.. before, county];
        }
    }
}

/// <summary>What a column that tells whose row it is holds.</summary>
internal enum OwnerKey
{
    /// <summary>Code of a place.</summary>
    Place,

    /// <summary>Id of a school.</summary>
    School,

    /// <summary>Id of a survey.</summary>
    Survey,
}
