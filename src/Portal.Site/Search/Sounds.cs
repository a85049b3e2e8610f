using System.Globalization;
using System.Numerics;

namespace Portal.Site.Search;

/// <summary>
/// Where a school is filed for a query of initials (<c>wjsyxx</c> is 望江县实验小学): under the first letters of the first two characters of its county's short
/// name and of the first two of its name without the county. A character with readings of several first letters files the school under each.
/// </summary>
public static class Sounds
{
    /// <summary>Schools for each shard, about, before those filed more than once.</summary>
    private const int SchoolsPerShard = 384;

    private const int ShardsAtMost = 512;

    private const int LettersOfCounty = 2;

    private const int LettersOfName = 2;

    /// <summary>Number of shards: a power of two, 1 to 512.</summary>
    public static int ShardCount(int schools) =>
        (int)Math.Min(BitOperations.RoundUpToPowerOf2((uint)(Math.Max(schools, 1) + SchoolsPerShard - 1) / SchoolsPerShard), ShardsAtMost);

    /// <summary>Path of a shard below the index.</summary>
    public static string ShardPath(int shard, int shardCount) => string.Create(CultureInfo.InvariantCulture, $"s/{shardCount}/{shard:x2}");

    /// <summary>The letters under which a school is filed, e.g. <c>wjsy</c>.</summary>
    public static IEnumerable<string> Routes(string county, IEnumerable<string> names)
    {
        var place = SearchText.Normalise(county).Replace(" ", "", StringComparison.Ordinal);
        var own = PlaceNames.Short(place);
        return SearchText.Keys(names)
            .Select(key => Padded(own, LettersOfCounty) + Padded(Own(key, place, own), LettersOfName))
            .Distinct(StringComparer.Ordinal).SelectMany(Letters).Distinct(StringComparer.Ordinal);
    }

    /// <summary>The names, as they are compared, without the county before them; the name of today first.</summary>
    public static IEnumerable<string> OwnNames(string county, IEnumerable<string> names)
    {
        var place = SearchText.Normalise(county).Replace(" ", "", StringComparison.Ordinal);
        var own = PlaceNames.Short(place);
        return SearchText.Keys(names).Select(key => Own(key, place, own)).Distinct(StringComparer.Ordinal);
    }

    /// <summary>A name without the county before it.</summary>
    public static string Own(string key, string place, string shortPlace) =>
        place.Length > 0 && key.Length > place.Length && key.StartsWith(place, StringComparison.Ordinal) ? key[place.Length..]
        : shortPlace.Length > 0 && key.Length > shortPlace.Length && key.StartsWith(shortPlace, StringComparison.Ordinal) ? key[shortPlace.Length..]
        : key;

    /// <summary>The beginning of a text, filled up with points.</summary>
    internal static string Padded(string text, int length) => text.Length < length ? text.PadRight(length, '.') : text[..length];

    /// <summary>The first letters with which the characters may be typed, in every combination.</summary>
    internal static IEnumerable<string> Letters(string characters) =>
        characters.Aggregate((IEnumerable<string>)[""], (routes, character) => routes.SelectMany(route => Readings.Initials(character).Select(letter => route + letter)));
}
