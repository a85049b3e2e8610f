using System.Text;

namespace Portal.Site.Search;

/// <summary>
/// How characters are read, without tones, and which traditional characters are which simplified ones. The tables are Unihan's (Unicode), reduced,
/// and a hand list of readings in names of places (<c>Tables/</c>). Every reading counts: nothing guesses which one is meant.
/// </summary>
public static class Readings
{
    // Letters of the tables for the browser: ASCII from # on, so that no line break, tab or blank is among them.
    private const char FirstLetter = '#';
    private const int Letters = 90;
    private const char Skip = '~';
    private const int FirstCharacter = 0x3400;

    private static readonly Lazy<Dictionary<char, string[]>> Table = new(ReadReadings);

    /// <summary>The readings of a character, the most common first; none where the tables have none.</summary>
    public static IReadOnlyList<string> Of(char character) => Table.Value.TryGetValue(character, out var readings) ? readings : [];

    /// <summary>The letters with which a character may begin in a query of initials: those of its readings, of a letter itself; <c>.</c> where unknown.</summary>
    public static IReadOnlyList<char> Initials(char character) =>
        char.IsAsciiLetterOrDigit(character) ? [character]
        : Of(character) is { Count: > 0 } readings ? [.. readings.Select(reading => reading[0]).Distinct().Order()]
        : ['.'];

    /// <summary>
    /// The readings for the browser. Line 1: the readings. Line 2: the characters that have one, each as the distance from the one before (see <see cref="Distances"/>).
    /// Lines 3 and 4: two letters for each character, the number of its most common reading. Line 5: characters with more readings, each followed by two letters for each further one.
    /// </summary>
    public static string ForBrowser()
    {
        var numbers = Table.Value.Values.SelectMany(readings => readings).Distinct().Order(StringComparer.Ordinal).Select((reading, n) => (reading, n)).ToDictionary(one => one.reading, one => one.n, StringComparer.Ordinal);
        char High(string reading) => (char)(FirstLetter + (numbers[reading] / Letters));
        char Low(string reading) => (char)(FirstLetter + (numbers[reading] % Letters));
        var rows = Table.Value.OrderBy(row => row.Key).ToArray();
        var further = rows.Where(row => row.Value.Length > 1).Select(row => row.Key + string.Concat(row.Value.Skip(1).Select(reading => $"{High(reading)}{Low(reading)}")));
        return $"{string.Join(' ', numbers.Keys)}\n{Distances(rows.Select(row => row.Key))}\n{string.Concat(rows.Select(row => High(row.Value[0])))}\n{string.Concat(rows.Select(row => Low(row.Value[0])))}\n{string.Concat(further)}\n";
    }

    /// <summary>The simplified characters for the browser. Line 1: traditional characters, as distances. Line 2: the simplified character of each.</summary>
    public static string SimplifiedForBrowser()
    {
        var pairs = Lines("simplified.txt").SelectMany(line => line[1].Select(from => (From: from, To: line[0]))).OrderBy(pair => pair.From).ToArray();
        return $"{Distances(pairs.Select(pair => pair.From))}\n{string.Concat(pairs.Select(pair => pair.To))}\n";
    }

    /// <summary>Ascending characters from U+3400, each as one letter: <c>#</c> the next character, <c>$</c> the one after; a <c>~</c> before skips 90.</summary>
    private static string Distances(IEnumerable<char> ascending)
    {
        var text = new StringBuilder();
        var next = FirstCharacter;
        foreach (var character in ascending)
        {
            text.Append(Skip, (character - next) / Letters).Append((char)(FirstLetter + ((character - next) % Letters)));
            next = character + 1;
        }

        return text.ToString();
    }

    private static Dictionary<char, string[]> ReadReadings()
    {
        var common = new Dictionary<char, string>();
        var further = new List<(char Character, string Reading)>();
        foreach (var line in Lines("readings.txt"))
        {
            foreach (var character in line[1])
            {
                common.Add(character, line[0]);
            }

            further.AddRange((line.Length > 2 ? line[2] : "").Select(character => (character, line[0])));
        }

        further.AddRange(Lines("places.txt").SelectMany(line => line[1].Select(character => (character, line[0]))));
        var more = further.ToLookup(one => one.Character, one => one.Reading);
        return common.ToDictionary(one => one.Key, one => (string[])[one.Value, .. more[one.Key].Where(reading => reading != one.Value).Distinct().Order(StringComparer.Ordinal)]);
    }

    private static IEnumerable<string[]> Lines(string name)
    {
        using var stream = typeof(Readings).Assembly.GetManifestResourceStream("Portal.Site.Search.Tables." + name) ?? throw new InvalidOperationException(name);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line.Split('\t');
            }
        }
    }
}
