using System.Text;

namespace Portal.Site.Search;

/// <summary>Something with a title that is suggested while a reader types.</summary>
/// <param name="Kind">What it is: an indicator or a report.</param>
/// <param name="Places">Codes of the places that it is about; none for the whole country.</param>
/// <param name="Order">Its order among those of one kind; unique there.</param>
/// <param name="Title">Title.</param>
/// <param name="At">Its scheme, or its place from the province down; shown, and searched with the title. May be empty.</param>
/// <param name="Date">Day as shown; may be empty.</param>
/// <param name="Address">Address of its page from the root of the site.</param>
public sealed record TitledText(TextKind Kind, IReadOnlyList<string> Places, string Order, string Title, string At, string Date, string Address);

/// <summary>
/// Titles for suggestions, which <c>theme/titles.js</c> reads, below <c>search/titles/</c>:
/// <list type="bullet">
/// <item><c>all</c>: indicators, and reports where they are few or about the whole country;</item>
/// <item><c>9901</c>: where reports are many, those of one city, read when a query names a place in it.</item>
/// </list>
/// A title that many reports share says nothing without its place, so that a query without one is left to the page of results, which searches all texts.
/// </summary>
public static class TitleIndex
{
    /// <summary>Folder of the titles, from the root of the site.</summary>
    public const string Folder = "search/titles/";

    /// <summary>Version of the format; the script refuses another.</summary>
    public const string Version = "portal-titles 1";

    /// <summary>So many reports stand in one file, about 4 KB; more are parted by city.</summary>
    public const int ReportsTogether = 200;

    private const int CityLength = 4;

    /// <summary>Plans the files; none where there is no title. The same titles in any order give the same bytes.</summary>
    public static IReadOnlyList<SearchFile> Plan(IEnumerable<TitledText> titles)
    {
        TitledText[] all = [.. titles.OrderBy(title => title.Kind).ThenBy(title => title.Order, StringComparer.Ordinal)];
        if (all.Length == 0)
        {
            return [];
        }

        bool parted = all.Count(title => title.Kind == TextKind.Report) > ReportsTogether;
        ILookup<string, TitledText> cities = all.Where(title => parted && title.Places.Count > 0)
            .SelectMany(title => title.Places.Select(City).Distinct().Select(city => (city, title))).ToLookup(pair => pair.city, pair => pair.title, StringComparer.Ordinal);
        string[] names = [.. cities.Select(city => city.Key).Order(StringComparer.Ordinal)];
        return
        [
            new SearchFile(Folder + "all", () => $"{Version}\t{string.Join(' ', names)}\n" + Lines(all.Where(title => !parted || title.Places.Count == 0))),
            .. names.Select(city => new SearchFile(Folder + city, () => Lines(cities[city]))),
        ];
    }

    private static string City(string place) => place.Length < CityLength ? place : place[..CityLength];

    // Letter of the kind, title, place, day, address.
    private static string Lines(IEnumerable<TitledText> titles)
    {
        StringBuilder lines = new();
        foreach (TitledText title in titles)
        {
            lines.Append(title.Kind == TextKind.Indicator ? 'i' : 'r').Append('\t').AppendJoin('\t', new[] { title.Title, title.At, title.Date, title.Address.TrimStart('/') }.Select(TextIndex.Field)).Append('\n');
        }

        return lines.ToString();
    }
}
