using System.Collections.Concurrent;

namespace Portal.Domain.Data;

/// <summary>Level of a place in the administrative tree.</summary>
public enum PlaceLevel
{
    /// <summary>全国.</summary>
    Country,

    /// <summary>省、自治区、直辖市.</summary>
    Province,

    /// <summary>市、州、盟.</summary>
    City,

    /// <summary>县、不设区的市、市辖区 and other county-level units (教督〔2012〕3号 Art. 1).</summary>
    County,
}

/// <summary>A place (places.csv).</summary>
/// <param name="Code">Administrative code.</param>
/// <param name="Name">Name, e.g. 青渡县.</param>
/// <param name="Level">Level.</param>
/// <param name="Parent">The place above, null for the country.</param>
/// <param name="Residents">Permanent residents 常住人口, null where not given.</param>
/// <param name="From">First day, null where it has always been.</param>
/// <param name="Until">Last day, null where it still is.</param>
/// <param name="Successor">The place that took over, if any.</param>
public sealed record Place(PlaceCode Code, string Name, PlaceLevel Level, PlaceCode? Parent, long? Residents = null, DateOnly? From = null, DateOnly? Until = null, PlaceCode? Successor = null)
{
    /// <summary>True where the place exists on that day.</summary>
    public bool ExistsOn(DateOnly day) => (From is not { } from || from <= day) && (Until is not { } until || until >= day);
}

/// <summary>The tree of places, ordered by code.</summary>
public sealed class PlaceTree
{
    private readonly Dictionary<PlaceCode, Place> byCode;
    private readonly ILookup<PlaceCode, Place> children;
    private readonly ConcurrentDictionary<PlaceCode, Place[]> paths = new();

    /// <summary>Builds the tree; codes must be distinct and parents known (checked on reading). The country is added where it is missing.</summary>
    public PlaceTree(IEnumerable<Place> places)
    {
        byCode = places.ToDictionary(p => p.Code);
        byCode.TryAdd(PlaceCode.Country, new Place(PlaceCode.Country, "全国", PlaceLevel.Country, null));
        All = [.. byCode.Values.OrderBy(p => p.Code)];
        children = All.Where(p => p.Parent is not null).ToLookup(p => p.Parent!.Value);
    }

    /// <summary>All places by code.</summary>
    public IReadOnlyList<Place> All { get; }

    /// <summary>The place, or null.</summary>
    public Place? Find(PlaceCode code) => byCode.GetValueOrDefault(code);

    /// <summary>The place of a known code.</summary>
    public Place this[PlaceCode code] => byCode[code];

    /// <summary>Places directly below, by code.</summary>
    public IEnumerable<Place> ChildrenOf(PlaceCode code) => children[code];

    /// <summary>The place itself, then its parent, and so on up to the country: from the most specific to the least.</summary>
    public IReadOnlyList<Place> PathUp(PlaceCode code) => paths.GetOrAdd(code, PathFrom);

    private Place[] PathFrom(PlaceCode code)
    {
        List<Place> path = [];
        for (Place? place = Find(code); place is not null; place = place.Parent is { } parent ? Find(parent) : null)
        {
            path.Add(place);
        }

        return [.. path];
    }

    /// <summary>The place and all below it, each before those below it, by code.</summary>
    public IEnumerable<Place> Under(PlaceCode code)
    {
        if (Find(code) is { } place)
        {
            yield return place;
        }

        foreach (Place child in children[code])
        {
            foreach (Place below in Under(child.Code))
            {
                yield return below;
            }
        }
    }

    /// <summary>County-level places at or below a place, by code.</summary>
    public IEnumerable<Place> CountiesOf(PlaceCode code) => Under(code).Where(p => p.Level == PlaceLevel.County);
}
