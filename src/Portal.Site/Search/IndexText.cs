using System.Globalization;
using System.Text;

namespace Portal.Site.Search;

/// <summary>
/// How the files of the index are written: lines of fields parted by tabs, empty fields at the end left out. <c>theme/search.js</c> reads them.
/// </summary>
internal static class IndexText
{
    /// <summary>Version of the format; the script refuses another.</summary>
    private const string Version = "portal-search 5";

    /// <summary>
    /// The directory. Line 1: version, number of shards, number of schools, pattern of the addresses of places and of schools (<c>*</c> is the code),
    /// number of shards by first letters, address of the script that helps, then the phrases that places share, by text.
    /// Line 2: frequent pairs, most frequent first. Lines 3 and 4: one character for each place, by code: the phrase of what was decided, of what was
    /// worked out (<c>À</c> is the first, a blank none); columns are smaller than a field in each line. Then a line for each place, by code: count of characters shared with the code before (base 36)
    /// and the rest of the code; name (<see cref="PlaceNames.Marked"/>); level (empty: as before); parent (empty: as before, <c>.</c>: the place before, <c>-</c>: none); 1 where it has
    /// a shard of schools; address where it does not follow the pattern.
    /// </summary>
    public static string Directory(
        IReadOnlyList<SearchPlace> places, IndexHead head, Patterns patterns, IEnumerable<string> frequent, IReadOnlySet<string> withSchools)
    {
        var text = new StringBuilder();
        string[] phrases = [.. places.Select(place => place.Decided).Concat(places.Select(place => place.Computed)).Where(phrase => phrase.Length > 0).Distinct().Order(StringComparer.Ordinal)];
        string Column(Func<SearchPlace, string> phrase) => string.Concat(places.Select(place => phrase(place) is { Length: > 0 } said ? (char)('À' + Array.BinarySearch(phrases, said, StringComparer.Ordinal)) : ' '));
        AppendLine(text, [Version, Number(head.Shards), Number(head.Schools), patterns.Places, patterns.Schools, Number(head.Sounds), head.Help, .. phrases]);
        text.AppendJoin("", frequent).Append('\n').Append(Column(p => p.Decided)).Append('\n').Append(Column(p => p.Computed)).Append('\n');
        var before = new SearchPlace("", "", "", "", "");
        foreach (var place in places)
        {
            var shared = Math.Min(place.Code.AsSpan().CommonPrefixLength(before.Code), LargestDigit);
            AppendLine(
                text,
                Base36[shared] + place.Code[shared..],
                PlaceNames.Marked(place.Name.Replace('|', ' ')),
                place.Level == before.Level ? "" : place.Level,
                place.Parent == before.Parent ? "" : place.Parent.Length == 0 ? "-" : place.Parent == before.Code ? "." : place.Parent,
                withSchools.Contains(place.Code) ? "1" : "",
                Patterns.Exception(patterns.Places, place.Code, place.Address));
            before = place;
        }

        return text.ToString();
    }

    /// <summary>
    /// Rows of schools, by county and id: id (<c>*</c> stands for the county's code at its beginning, else the count of characters shared with the id before, base 36); name;
    /// county (empty: as before; the distance of its line in the directory from that of the county before, base 36; <c>=</c> before the code of one that is not there);
    /// township (a digit: so many characters of the name's beginning); stages; former names (parted by |); note; address where it does not follow the pattern.
    /// </summary>
    public static StringBuilder Rows(IEnumerable<SearchSchool> schools, Patterns patterns, IReadOnlyDictionary<string, int> lines)
    {
        var text = new StringBuilder();
        var (county, id, line) = ("", "", 0);
        foreach (var school in schools)
        {
            AppendLine(
                text,
                Id(school, id),
                school.Name,
                school.Place == county ? "" : County(school.Place, lines, ref line),
                Township(school),
                school.Stages,
                string.Join('|', school.FormerNames.Select(name => name.Replace('|', ' '))),
                school.Note ?? "",
                Patterns.Exception(patterns.Schools, school.Id, school.Address));
            (county, id) = (school.Place, school.Id);
        }

        return text;
    }

    private static string Id(SearchSchool school, string before)
    {
        if (school.Place.Length > 0 && school.Id.StartsWith(school.Place, StringComparison.Ordinal))
        {
            return "*" + school.Id[school.Place.Length..];
        }

        var shared = Math.Min(school.Id.AsSpan().CommonPrefixLength(before), LargestDigit);
        return Base36[shared] + school.Id[shared..];
    }

    private static string County(string code, IReadOnlyDictionary<string, int> lines, ref int before)
    {
        if (!lines.TryGetValue(code, out var line))
        {
            return "=" + code;
        }

        var distance = Base36Of(line - before);
        before = line;
        return distance;
    }

    private static string Township(SearchSchool school) => school.Township switch
    {
        { Length: > 1 and < 10 } town when school.Name.StartsWith(town, StringComparison.Ordinal) && !town.Any(char.IsControl) => Number(town.Length),
        [>= '0' and <= '9'] digit => digit + " ",
        var town => town,
    };

    /// <summary>
    /// A shard of runs: the rows of its schools, an empty line, then for each run its text, the rows listed (each the distance from the one before, base 36,
    /// parted by commas; the first row is 0) and, where not all are listed, the total.
    /// </summary>
    public static string Shard(IReadOnlyList<Gram> grams, IReadOnlyList<SearchSchool> schools, Patterns patterns, IReadOnlyDictionary<string, int> lines)
    {
        var listed = grams.SelectMany(gram => gram.Schools).Distinct().Order().ToArray();
        var text = Rows(listed.Select(school => schools[school]), patterns, lines);
        text.Append('\n');
        foreach (var gram in grams.OrderBy(gram => gram.Text, StringComparer.Ordinal))
        {
            var rows = new StringBuilder();
            var before = 0;
            foreach (var school in gram.Schools)
            {
                var row = Array.BinarySearch(listed, school);
                rows.Append(rows.Length > 0 ? "," : "");
                AppendBase36(rows, row - before);
                before = row;
            }

            AppendLine(text, gram.Text, rows.ToString(), gram.Total > gram.Schools.Length ? Number(gram.Total) : "");
        }

        return text.ToString();
    }

    private const string Base36 = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>The largest number that is one digit.</summary>
    internal const int LargestDigit = 35;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number in base 36.</summary>
    internal static string Base36Of(int value)
    {
        var text = new StringBuilder();
        AppendBase36(text, value);
        return text.ToString();
    }

    private static void AppendBase36(StringBuilder text, int value)
    {
        if (value >= Base36.Length)
        {
            AppendBase36(text, value / Base36.Length);
        }

        text.Append(Base36[value % Base36.Length]);
    }

    /// <summary>One line of fields.</summary>
    internal static void AppendLine(StringBuilder text, params ReadOnlySpan<string> fields)
    {
        while (fields.Length > 0 && fields[^1].Length == 0)
        {
            fields = fields[..^1];
        }

        for (var n = 0; n < fields.Length; n++)
        {
            if (n > 0)
            {
                text.Append('\t');
            }

            foreach (var c in fields[n])
            {
                text.Append(char.IsControl(c) ? ' ' : c);
            }
        }

        text.Append('\n');
    }
}

/// <summary>What the directory says of the index.</summary>
/// <param name="Shards">Number of shards of runs.</param>
/// <param name="Schools">Number of schools.</param>
/// <param name="Sounds">Number of shards by first letters.</param>
/// <param name="Help">Address of the script that helps where nothing was found.</param>
internal sealed record IndexHead(int Shards, int Schools, int Sounds, string Help);

/// <summary>The usual addresses, from the root of the site without a slash before, with <c>*</c> for the code: <c>places/*/</c>, <c>schools/*/</c>.</summary>
internal sealed record Patterns(string Places, string Schools)
{
    /// <summary>The pattern of the first address that has its code in it; empty where none has.</summary>
    public static string First(IEnumerable<(string Code, string Address)> pages)
    {
        foreach (var (code, address) in pages)
        {
            var path = address.TrimStart('/');
            var at = path.LastIndexOf(code, StringComparison.Ordinal);
            if (at >= 0)
            {
                return string.Concat(path.AsSpan(0, at), "*", path.AsSpan(at + code.Length));
            }
        }

        return "";
    }

    /// <summary>The address where it does not follow the pattern, else nothing.</summary>
    public static string Exception(string pattern, string code, string address)
    {
        var path = address.TrimStart('/');
        return path == pattern.Replace("*", code, StringComparison.Ordinal) ? "" : path;
    }
}
