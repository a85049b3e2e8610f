using System.Security.Cryptography;
using System.Text;
using Portal.Domain.Data;
using Portal.Domain.Problems;

namespace Portal.Site.Plan;

/// <summary>
/// Files of theme/ in the site: <c>theme/site.css</c> is <c>assets/site-1a2b3c4d.css</c>, named by its content so that browsers may
/// keep it for ever; <c>theme/parts/*.css</c> are added to the style sheet; scripts are written short; <c>theme/vendor/</c> keeps its names and its bytes.
/// </summary>
internal sealed class AssetPlan
{
    private const string StyleSheet = "site.css";

    private AssetPlan(Dictionary<string, string> addresses, List<PlannedFile> files)
    {
        Addresses = addresses;
        Files = files;
    }

    /// <summary>Address of each top-level file by its plain name.</summary>
    public IReadOnlyDictionary<string, string> Addresses { get; }

    /// <summary>Files to write.</summary>
    public IReadOnlyList<PlannedFile> Files { get; }

    public static AssetPlan Create(IReadOnlyList<Asset> theme, Settings settings, Release? latest, ProblemList problems)
    {
        Dictionary<string, string> addresses = new(StringComparer.Ordinal);
        List<PlannedFile> files = [];
        foreach (Asset asset in theme.OrderBy(a => a.Path, StringComparer.Ordinal))
        {
            if (asset.Path.StartsWith("parts/", StringComparison.Ordinal))
            {
                continue;
            }

            bool own = !asset.Path.Contains('/', StringComparison.Ordinal);
            ReadOnlyMemory<byte> bytes = asset.Path == StyleSheet ? WholeStyleSheet(asset, theme, settings, latest)
                : own && asset.Path.EndsWith(".js", StringComparison.Ordinal) ? ShortScript.Of(asset, problems)
                : asset.Bytes;
            string path = "assets/" + (own ? Named(asset.Path, bytes.Span) : asset.Path);
            addresses[asset.Path] = path;
            files.Add(new PlannedBytes(path, "theme/" + asset.Path, bytes));
        }

        return new AssetPlan(addresses, files);
    }

    private static string Named(string path, ReadOnlySpan<byte> bytes)
    {
        string hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..8];
        int dot = path.LastIndexOf('.');
        return dot < 0 ? $"{path}-{hash}" : $"{path[..dot]}-{hash}{path[dot..]}";
    }

    // The margin of a printed page says what the data is and which release; a style sheet cannot ask the page.
    private static byte[] WholeStyleSheet(Asset sheet, IReadOnlyList<Asset> theme, Settings settings, Release? latest)
    {
        StringBuilder css = new(Encoding.UTF8.GetString(sheet.Bytes.Span));
        foreach (Asset part in theme.Where(a => a.Path.StartsWith("parts/", StringComparison.Ordinal) && a.Path.EndsWith(".css", StringComparison.Ordinal)).OrderBy(a => a.Path, StringComparer.Ordinal))
        {
            css.Append('\n').Append(Encoding.UTF8.GetString(part.Bytes.Span));
        }

        string mark = settings.Kind switch { DataSetKind.Demonstration => "演示数据 · ", DataSetKind.PublishedValues => "转载 · ", _ => "" };
        string words = mark + settings.ShortTitle + (latest is null ? "" : $" · 发布 {latest.Id}");
        css.Append("\n@page{@bottom-left{content:\"").Append(CssString(words)).Append("\";font-size:8pt}@bottom-right{content:counter(page) \" / \" counter(pages);font-size:8pt}}\n");
        return Encoding.UTF8.GetBytes(css.ToString());
    }

    private static string CssString(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal).Replace("<", "\\3c ", StringComparison.Ordinal);
}
