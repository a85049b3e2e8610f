using System.Text.Json;
using Portal.Site.Search;

namespace Portal.Site.Tests.Search;

/// <summary>
/// The cases that C# and the browser's script share (<c>tests/search-cases.json</c>): how names are written for comparing, and which class a name has for
/// a query when the rules are followed on those forms. The script's own scoring meets the same file in the browser tests.
/// </summary>
public sealed class SearchCasesTests
{
    private const int Nothing = 9;
    private static readonly JsonDocument Cases = JsonDocument.Parse(File.ReadAllText(CasesPath()));

    public static IEnumerable<object[]> Normalise() =>
        Of("normalise").Select(one => new object[] { one.GetProperty("text").GetString()!, one.TryGetProperty("tens", out _), one.GetProperty("is").GetString()! });

    public static IEnumerable<object[]> Score() =>
        Of("score").Select(one => new object[] { one.GetProperty("query").GetString()!, Strings(one, "names"), one.GetProperty("class").GetInt32() });

    [Theory]
    [MemberData(nameof(Normalise))]
    public void NamesAreWrittenAlike(string text, bool tens, string expected) => Assert.Equal(expected, SearchText.Normalise(text, tens));

    [Theory]
    [MemberData(nameof(Score))]
    public void NamesHaveTheClassOfTheirLikeness(string query, string[] names, int expected) => Assert.Equal(expected, Class(query, names));

    [Fact]
    public void HitsAreOrderedByClassThenOpenThenPlaceNameId()
    {
        foreach (var one in Of("order"))
        {
            var query = one.GetProperty("query").GetString()!;
            var hits = one.GetProperty("schools").EnumerateArray()
                .Select(school => (
                    Id: school.GetProperty("id").GetString()!,
                    Place: school.GetProperty("place").GetString()!,
                    Name: school.GetProperty("name").GetString()!,
                    Closed: school.TryGetProperty("note", out _),
                    Class: Class(query, [school.GetProperty("name").GetString()!, .. Strings(school, "former")])))
                .OrderBy(hit => hit.Class).ThenBy(hit => hit.Closed).ThenBy(hit => hit.Place, StringComparer.Ordinal)
                .ThenBy(hit => hit.Name, StringComparer.Ordinal).ThenBy(hit => hit.Id, StringComparer.Ordinal)
                .ToArray();
            var likely = hits.Any(hit => hit.Class < 4) ? 4 : Nothing;
            Assert.Equal(Strings(one, "is"), hits.Where(hit => hit.Class < likely).Select(hit => hit.Id));
        }
    }

    [Theory]
    [InlineData("9901210001", "9901210001")]
    [InlineData("９９０１-abC 7", "9901abc7")]
    public void CodesAreComparedWithoutHyphensAndBlanks(string text, string expected) => Assert.Equal(expected, SearchText.Code(text));

    [Fact]
    public void PlacesAreShortenedAsReadersDo()
    {
        foreach (var one in Of("short"))
        {
            Assert.Equal(one.GetProperty("is").GetString(), PlaceNames.Short(one.GetProperty("name").GetString()!));
        }
    }

    [Fact]
    public void TheTablesReadNamesAsTheCasesDo()
    {
        foreach (var one in Of("sound").Where(one => one.GetProperty("class").GetInt32() == 0))
        {
            var query = one.GetProperty("query").GetString()!;
            var name = SearchText.Normalise(Strings(one, "names")[0]);
            var typed = string.Concat(SearchText.Normalise(query).Normalize(System.Text.NormalizationForm.FormD).Where(c => char.IsAsciiLetter(c) || c > '\u0fff'));
            Assert.True(Reads(typed, name), query);
        }
    }

    /// <summary>Whether the letters or characters are read out of the name, each character by a reading, the beginning of one, or a character read alike.</summary>
    private static bool Reads(string typed, string name) =>
        typed.Length == 0 ? name.Length == 0
        : name.Length > 0 && (
            (typed[0] > '\u0fff' && (typed[0] == name[0] || Readings.Of(typed[0]).Intersect(Readings.Of(name[0])).Any()) && Reads(typed[1..], name[1..]))
            || Readings.Of(name[0]).Any(reading => Enumerable.Range(1, reading.Length).Any(length => typed.StartsWith(reading[..length], StringComparison.Ordinal) && Reads(typed[length..], name[1..]))));

    private static int Class(string query, string[] names) =>
        new[] { SearchText.Normalise(query), SearchText.Normalise(query, tens: true) }
            .SelectMany(form => SearchText.Keys(names).Select(key => Class(form, key))).Min();

    private static int Class(string form, string key)
    {
        var run = form.Replace(" ", "", StringComparison.Ordinal);
        var next = 0;
        return key == run ? 0
            : key.StartsWith(run, StringComparison.Ordinal) ? 1
            : key.Contains(run, StringComparison.Ordinal) ? 2
            : form.Split(' ').All(part => key.Contains(part, StringComparison.Ordinal)) ? 3
            : run.All(c => (next = key.IndexOf(c, next) + 1) > 0) ? 4
            : Nothing;
    }

    private static JsonElement.ArrayEnumerator Of(string name) => Cases.RootElement.GetProperty(name).EnumerateArray();

    private static string[] Strings(JsonElement one, string name) =>
        one.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(text => text.GetString()!)] : [];

    private static string CasesPath()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Portal.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, "tests", "search-cases.json");
    }
}
