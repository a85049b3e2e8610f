using System.Globalization;
using System.IO.Compression;
using System.Text;
using Portal.Site.Search;

namespace Portal.Site.Tests.Search;

/// <summary>
/// Reads a written index as a browser would, from its bytes alone and with none of the writer's code: which file to open, what stands in it,
/// which of the runs on file answers a query.
/// </summary>
internal sealed class IndexReader
{
    private readonly Dictionary<string, string> files;
    private readonly int shards;
    private readonly HashSet<string> frequent = [];

    public IndexReader(IEnumerable<SearchFile> plan)
    {
        files = plan.ToDictionary(file => file.Path, file => Unzip(file.ToBytes()));
        var lines = Lines(files["search/index/places"]);
        var head = Fields(lines[0], Math.Max(7, lines[0].Split('\t').Length));
        var phrases = head.Skip(7).ToArray();
        Assert.Equal("portal-search 5", head[0]);
        shards = int.Parse(head[1], CultureInfo.InvariantCulture);
        SchoolAddress = head[4];
        var letters = Letters(lines[1]);
        for (var n = 0; n < letters.Length; n += 2)
        {
            frequent.Add(letters[n] + letters[n + 1]);
        }

        var (code, level, parent) = ("", "", "");
        foreach (var (line, n) in lines[4..].Select((line, n) => (line, n)))
        {
            var field = Fields(line, 6);
            var above = code;
            code = code[..Convert.ToInt32(field[0][..1], 16)] + field[0][1..];
            level = field[2].Length > 0 ? field[2] : level;
            parent = field[3] == "-" ? "" : field[3] == "." ? above : field[3].Length > 0 ? field[3] : parent;
            Places.Add(new Place(code, field[1].Replace("|", "", StringComparison.Ordinal), level, parent, field[4] == "1", field[5].Length > 0 ? field[5] : head[3].Replace("*", code), [.. new[] { lines[2][n], lines[3][n] }.Select(c => c == ' ' ? "" : phrases[c - 'À'])]));
        }
    }

    public string SchoolAddress { get; }

    public List<Place> Places { get; } = [];

    public List<Row> County(string code) => Schools("c/" + code);

    /// <summary>The schools of a file that holds nothing else.</summary>
    public List<Row> Schools(string path) => Rows(files["search/index/" + path]);

    /// <summary>The schools whose names have the run, as far as listed, and how many there are.</summary>
    public (List<Row> Rows, int Total) Find(string run)
    {
        var letters = Letters(run);
        var pairs = Enumerable.Range(0, Math.Max(letters.Length - 1, 0)).Select(n => letters[n] + letters[n + 1]);
        var rare = pairs.FirstOrDefault(pair => !frequent.Contains(pair));
        var asked = rare ?? string.Concat(letters.Take(3));
        var length = Letters(asked).Length;
        var list = List(asked);
        while (rare is null && list is { Cut: true } && length < letters.Length)
        {
            list = List(string.Concat(letters.Take(++length)));
        }

        if (list is not { } found)
        {
            return ([], 0);
        }

        var rows = found.Rows.Where(row => row.Keys.Any(key => key.Contains(run, StringComparison.Ordinal))).ToList();
        return (rows, found.Cut ? found.Total : rows.Count);
    }

    /// <summary>How many schools of a run are in the areas and of the kinds chosen, where not all are listed: the sum of its cells; else of the schools listed.</summary>
    public (bool Cut, int Total) TotalOf(string run, Func<string, bool> area, Func<string, bool> label)
    {
        var shard = Math.Max(1, shards / 32);
        var lines = Lines(files[string.Create(CultureInfo.InvariantCulture, $"search/index/t/{shard}/{Hash(string.Concat(Letters(run).Take(3)), shard):x2}")]);
        var (areas, labels) = (lines[0].Split('\t'), lines[1].Split('\t'));
        if (lines.Skip(2).SingleOrDefault(line => line.StartsWith(run + "\t", StringComparison.Ordinal)) is not { } counted)
        {
            return (false, Find(run).Rows.Count(row => (areas.Where(a => a.Length > 0 && row.Place.StartsWith(a, StringComparison.Ordinal)).DefaultIfEmpty("").Any(area)) && label(row.Stages)));
        }

        var cells = counted.Split('\t').Skip(1).SelectMany((field, a) => field.Split(',').Select((n, l) => (Area: areas[a], Label: labels[l], Count: n.Length > 0 ? Base36(n) : 0)));
        return (true, cells.Where(cell => area(cell.Area) && label(cell.Label)).Sum(cell => cell.Count));
    }

    /// <summary>The names without their county that are filed under two letters, each with the number of its schools.</summary>
    public Dictionary<string, int> Cores(string letters)
    {
        var count = Math.Max(1, shards / 16);
        var before = "";
        return files[string.Create(CultureInfo.InvariantCulture, $"search/index/n/{count}/{Hash(letters, count):x2}")].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
        {
            var field = line.Split('\t');
            before = before[..Base36(field[0][..1])] + field[0][1..];
            return (before, field.Length > 1 ? Base36(field[1]) : 1);
        }).ToDictionary(core => core.before, core => core.Item2, StringComparer.Ordinal);
    }

    /// <summary>The school whose code is typed whole: in the file of the county that it begins with, else by its beginning.</summary>
    public Row? FindCode(string code)
    {
        if (Places.FirstOrDefault(place => place.HasSchools && code.StartsWith(place.Code, StringComparison.Ordinal)) is { } county
            && County(county.Code).SingleOrDefault(row => row.Id == code) is { } own)
        {
            return own;
        }

        var length = 8;
        var list = List('#' + code[..length]);
        while (list is { Cut: true } && length < code.Length)
        {
            list = List('#' + code[..++length]);
        }

        return list?.Rows.SingleOrDefault(row => row.Id == code);
    }

    private (List<Row> Rows, int Total, bool Cut)? List(string run)
    {
        var hash = Hash(run[0] == '#' ? run[..Math.Min(9, run.Length)] : string.Concat(Letters(run).Take(3)), shards);
        var text = files[string.Create(CultureInfo.InvariantCulture, $"search/index/{shards}/{hash:x2}")];
        var cut = text[0] == '\n' ? -1 : text.IndexOf("\n\n", StringComparison.Ordinal);
        var line = text[(cut + 2)..].Split('\n').SingleOrDefault(line => line.StartsWith(run + "\t", StringComparison.Ordinal));
        if (line is null)
        {
            return null;
        }

        var rows = Rows(text[..(cut + 1)]);
        var at = 0;
        var field = Fields(line, 3);
        var listed = field[1].Split(',').Select(step => rows[at += Base36(step)]).ToList();
        return (listed, field[2].Length > 0 ? int.Parse(field[2], CultureInfo.InvariantCulture) : listed.Count, field[2].Length > 0);
    }

    private static uint Hash(string route, int shards)
    {
        var hash = 2166136261u;
        foreach (var unit in route)
        {
            hash = unchecked((hash ^ unit) * 16777619u);
        }

        return (hash ^ (hash >> 15)) % (uint)shards;
    }

    private List<Row> Rows(string text)
    {
        var (place, id, at) = ("", "", 0);
        return [.. Lines(text).Select(line =>
        {
            var field = Fields(line, 8);
            if (field[2].StartsWith('='))
            {
                place = field[2][1..];
            }
            else if (field[2].Length > 0)
            {
                place = Places[at += Base36(field[2])].Code;
            }

            id = field[0][0] == '*' ? place + field[0][1..] : id[..Base36(field[0][..1])] + field[0][1..];
            var town = field[3].Length == 1 && char.IsAsciiDigit(field[3][0]) ? field[1][..(field[3][0] - '0')] : field[3];
            return new Row(
                id, field[1], place, town, field[4], field[5].Length > 0 ? field[5].Split('|') : [], field[6],
                field[7].Length > 0 ? field[7] : SchoolAddress.Replace("*", id));
        })];
    }

    private static string Unzip(byte[] bytes)
    {
        using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip, new UTF8Encoding(false, throwOnInvalidBytes: true));
        return reader.ReadToEnd();
    }

    private static string[] Lines(string text) => text[..^1].Split('\n');

    private static string[] Fields(string line, int count)
    {
        var fields = line.Split('\t');
        return [.. fields, .. Enumerable.Repeat("", count - fields.Length)];
    }

    private static string[] Letters(string text) => [.. text.EnumerateRunes().Select(rune => rune.ToString())];

    private static int Base36(string text) => text.Aggregate(0, (sum, c) => (sum * 36) + (char.IsAsciiDigit(c) ? c - '0' : c - 'a' + 10));

    internal sealed record Place(string Code, string Name, string Level, string Parent, bool HasSchools, string Address, string[] Words);

    internal sealed record Row(string Id, string Name, string Place, string Township, string Stages, string[] Former, string Note, string Address)
    {
        public string[] Keys { get; } = [.. SearchText.Keys(Former.Prepend(Name))];
    }
}
