using System.Globalization;
using System.Numerics;

namespace Portal.Site.Search;

/// <summary>
/// The index of names that <c>theme/search.js</c> reads, as a plan of small files below <c>search/index/</c>:
/// <list type="bullet">
/// <item><c>places</c>: the directory, loaded once;</item>
/// <item><c>c/990121</c>: one file for each county, its schools;</item>
/// <item><c>16/0b</c>: of sixteen shards the twelfth: runs of characters, each with the rows of the schools that have it (<see cref="Grams"/>);</item>
/// <item><c>s/8/03</c>: of eight shards the fourth: the schools of some first letters (<see cref="Sounds"/>);</item>
/// <item><c>n/4/01</c>: of four shards the second: names without their county (<see cref="Cores"/>);</item>
/// <item><c>t/2/01</c>: of two shards the second: totals of frequent runs by area and kind of school (<see cref="Totals"/>);</item>
/// <item><c>readings</c>, <c>simplified</c>: how characters are read and simplified (<see cref="Readings"/>), asked for only when a query needs it.</item>
/// </list>
/// The same places and schools in any order give the same bytes.
/// </summary>
public static class SearchIndex
{
    /// <summary>Folder of the index, from the root of the site.</summary>
    public const string Folder = "search/index/";

    /// <summary>Schools for each shard, about; keeps a shard at a few KB.</summary>
    private const int SchoolsPerShard = 192;

    private const int ShardsAtMost = 1024;

    /// <summary>A longer run is filed with its first three characters, a longer code with its first eight (and the mark).</summary>
    private const int RouteOfName = 3;

    private const int RouteOfCode = 9;

    /// <summary>Plans the files. Ids and codes are taken to be unique, as the data's checks make sure.</summary>
    /// <param name="places">The places that can be found.</param>
    /// <param name="schools">The schools that can be found.</param>
    /// <param name="help">Address, from the root of the site, of the script that <c>search.js</c> fetches for letters and where nothing was found.</param>
    /// <param name="areas">Beginnings of codes of the areas by which results are narrowed.</param>
    public static IReadOnlyList<SearchFile> Plan(IEnumerable<SearchPlace> places, IEnumerable<SearchSchool> schools, string help = "", IEnumerable<string>? areas = null)
    {
        SearchPlace[] placeRows = [.. places.OrderBy(place => place.Code, StringComparer.Ordinal)];
        SearchSchool[] rows = [.. schools.OrderBy(school => school.Place, StringComparer.Ordinal).ThenBy(school => school.Id, StringComparer.Ordinal)];
        var patterns = new Patterns(
            Patterns.First(placeRows.Select(place => (place.Code, place.Address))),
            Patterns.First(rows.Select(school => (school.Id, school.Address))));
        var lines = placeRows.Select((place, line) => (place.Code, line)).ToDictionary(place => place.Code, place => place.line, StringComparer.Ordinal);
        var totals = Totals.Of(rows, areas ?? []);
        var grams = Grams.Of(rows, totals.CellOf, school => lines.ContainsKey(school.Place) && SearchText.Code(school.Id).StartsWith(school.Place, StringComparison.Ordinal));
        var shardCount = ShardCount(rows.Length);
        var shards = grams.All.ToLookup(gram => ShardOf(Route(gram.Text), shardCount));
        var counties = rows.ToLookup(school => school.Place, StringComparer.Ordinal);
        var frequent = grams.Frequent.ToArray();
        var soundCount = Sounds.ShardCount(rows.Length);
        var names = placeRows.ToDictionary(place => place.Code, place => place.Name, StringComparer.Ordinal);
        var sounds = SoundShards(names, rows, soundCount);
        var totalCount = Totals.ShardCount(shardCount);
        Gram[] notWhole = [.. grams.All.Where(gram => gram.Cells.Length > 0)];
        var cut = notWhole.ToLookup(gram => ShardOf(Route(gram.Text), totalCount));
        var cores = Cores.Shards(rows, names, notWhole.Select(gram => gram.Text).Where(run => run.Length > 1 && run[0] != '#'), Cores.ShardCount(shardCount));
        var withSchools = counties.Select(county => county.Key).ToHashSet(StringComparer.Ordinal);

        var files = new List<SearchFile>
        {
            new(Folder + "places", () => IndexText.Directory(placeRows, new IndexHead(shardCount, rows.Length, soundCount, help), patterns, frequent, withSchools)),
            new(Folder + "readings", Readings.ForBrowser),
            new(Folder + "simplified", Readings.SimplifiedForBrowser),
        };
        foreach (var county in counties)
        {
            files.Add(new SearchFile(Folder + "c/" + county.Key, () => IndexText.Rows(county, patterns, lines).ToString()));
        }

        for (var shard = 0; shard < shardCount; shard++)
        {
            Gram[] own = [.. shards[shard]];
            files.Add(new SearchFile(Folder + ShardPath(shard, shardCount), () => IndexText.Shard(own, rows, patterns, lines)));
        }

        for (var shard = 0; shard < soundCount; shard++)
        {
            var own = sounds[shard];
            files.Add(new SearchFile(Folder + Sounds.ShardPath(shard, soundCount), () => IndexText.Rows(own.Select(row => rows[row]), patterns, lines).ToString()));
        }

        files.AddRange(cores.Select((text, shard) => new SearchFile(Folder + Cores.ShardPath(shard, cores.Count), () => text)));
        for (var shard = 0; shard < totalCount; shard++)
        {
            Gram[] own = [.. cut[shard]];
            files.Add(new SearchFile(Folder + Totals.ShardPath(shard, totalCount), () => totals.Shard(own)));
        }

        return files;
    }

    private static List<int>[] SoundShards(Dictionary<string, string> names, SearchSchool[] rows, int count)
    {
        List<int>[] shards = [.. Enumerable.Range(0, count).Select(_ => new List<int>())];
        for (var row = 0; row < rows.Length; row++)
        {
            foreach (var shard in Sounds.Routes(names.GetValueOrDefault(rows[row].Place, ""), rows[row].FormerNames.Prepend(rows[row].Name)).Select(route => ShardOf(route, count)).Distinct())
            {
                shards[shard].Add(row);
            }
        }

        return shards;
    }

    /// <summary>Number of shards: the power of two that leaves about <see cref="SchoolsPerShard"/> schools to each, 1 to 1,024.</summary>
    public static int ShardCount(int schools) =>
        (int)Math.Min(BitOperations.RoundUpToPowerOf2((uint)(Math.Max(schools, 1) + SchoolsPerShard - 1) / SchoolsPerShard), ShardsAtMost);

    /// <summary>The shard in which a run or its beginning that routes it is filed: FNV-1a over the UTF-16 units.</summary>
    public static int ShardOf(string route, int shardCount)
    {
        ArgumentNullException.ThrowIfNull(route);
        var hash = 2166136261u;
        foreach (var unit in route)
        {
            hash = (hash ^ unit) * 16777619u;
        }

        return (int)((hash ^ (hash >> 15)) & (uint)(shardCount - 1));
    }

    private static string ShardPath(int shard, int shardCount) =>
        string.Create(CultureInfo.InvariantCulture, $"{shardCount}/{shard:x2}");

    private static string Route(string gram) => gram[0] == '#'
        ? gram[..Math.Min(gram.Length, RouteOfCode)]
        : string.Concat(gram.EnumerateRunes().Take(RouteOfName));
}
