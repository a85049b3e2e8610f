using System.Text.Json;

namespace Portal.Verification;

/// <summary>A release's downloads as its datapackage.json lists them.</summary>
/// <param name="Place">Where they are.</param>
/// <param name="Release">Id of the release.</param>
/// <param name="RuleDate">Day by which limits and standards are chosen, 2023-09-01.</param>
/// <param name="AsOf">Day up to which the release knows.</param>
/// <param name="Schemes">Ids of the schemes.</param>
/// <param name="MinimumGroup">Smallest group of respondents of which answers are published.</param>
/// <param name="Files">Files by table, in the order of the list.</param>
public sealed record Package(IDownloadPlace Place, string Release, string RuleDate, string AsOf, IReadOnlyList<string> Schemes, int MinimumGroup, IReadOnlyDictionary<string, IReadOnlyList<string>> Files)
{
    private const string FileName = "datapackage.json";

    /// <summary>True where the release offers the table.</summary>
    public bool Has(string table) => Files.ContainsKey(table);

    /// <summary>Rows of a table over all its parts; none where the release does not offer it.</summary>
    public IEnumerable<Row> Rows(string table, params string[] columns) =>
        Files.TryGetValue(table, out IReadOnlyList<string>? files) ? files.SelectMany(file => Csv.Read(Place, file, columns)) : [];

    /// <summary>A JSON file of the release.</summary>
    public JsonElement Json(string path) => Json(Place, path) ?? throw new DownloadException($"{Place.Name} 里没有 {path}。");

    /// <summary>The releases to be found at a place: a site, its list of releases, a release, or its data.</summary>
    public static IReadOnlyList<Package> Find(IDownloadPlace place)
    {
        if (Read(place) is { } here)
        {
            return [here];
        }

        if (Read(place.Below("data")) is { } data)
        {
            return [data];
        }

        List<Package> found = [.. Listed(place.Below("releases")), .. Listed(place)];
        if (found.Count == 0)
        {
            found.AddRange(place.Folders.SelectMany(folder => Listed(place.Below(folder).Below("releases"))));
        }

        return found.Count > 0 ? found : throw new DownloadException($"{place.Name} 里没有找到下载的数据：没有 {FileName}，也没有 releases/index.json。");
    }

    private static IEnumerable<Package> Listed(IDownloadPlace releases)
    {
        if (Json(releases, "index.json") is not { } index)
        {
            yield break;
        }

        List<string> paths = Asked($"{releases.Name} 的 index.json", () => index.GetProperty("releases").EnumerateArray().Select(r => r.GetProperty("path").GetString() ?? "").ToList());
        foreach (string path in paths)
        {
            if (!IsSafe(path) || !path.EndsWith('/' + FileName, StringComparison.Ordinal))
            {
                throw new DownloadException($"index.json 里的路径“{path}”不是本站的写法，没有读。");
            }

            IDownloadPlace place = path[..^(FileName.Length + 1)].Split('/').Aggregate(releases, (at, folder) => at.Below(folder));
            yield return Read(place) ?? throw new DownloadException($"{place.Name} 里没有 {FileName}。");
        }
    }

    private static Package? Read(IDownloadPlace place)
    {
        if (Json(place, FileName) is not { } json)
        {
            return null;
        }

        return Asked($"{place.Name} 的 {FileName}", () =>
        {
            JsonElement release = json.GetProperty("release");
            Dictionary<string, IReadOnlyList<string>> files = new(StringComparer.Ordinal);
            foreach (IGrouping<string, string> table in json.GetProperty("resources").EnumerateArray()
                .GroupBy(r => r.GetProperty("table").GetString() ?? "", r => r.GetProperty("path").GetString() ?? "", StringComparer.Ordinal))
            {
                files[table.Key] = [.. table.Select(path => IsSafe(path) ? path : throw new DownloadException($"{FileName} 里的路径“{path}”不在这个文件夹之下，没有读。"))];
            }

            return new Package(
                place,
                release.GetProperty("id").GetString() ?? "",
                release.GetProperty("rule_date").GetString() ?? "",
                release.GetProperty("as_of").GetString() ?? "",
                [.. release.GetProperty("schemes").EnumerateArray().Select(s => s.GetString() ?? "")],
                release.GetProperty("minimum_group").GetInt32(),
                files);
        });
    }

    private static JsonElement? Json(IDownloadPlace place, string path)
    {
        using Stream? stream = place.Open(path);
        if (stream is null)
        {
            return null;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(stream);
            return document.RootElement.Clone();
        }
        catch (JsonException e)
        {
            throw new DownloadException($"{place.Name} 的 {path} 损坏：不是 JSON（第 {(e.LineNumber ?? 0) + 1} 行）。", e);
        }
    }

    /// <summary>Reads parts of a JSON file, whose absence is a damage of the file.</summary>
    internal static T Asked<T>(string file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new DownloadException($"{file} 损坏：缺少应有的内容。", e);
        }
    }

    private static bool IsSafe(string path) =>
        path.Length > 0 && path.Split('/').All(p => p.Length > 0 && p is not ("." or "..") && p.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'));
}
