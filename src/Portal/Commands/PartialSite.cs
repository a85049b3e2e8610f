using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Portal.Domain.Data;
using Portal.Site.Plan;

namespace Portal.Commands;

/// <summary>
/// Part of a site for a quick look: the pages of some places, of the places below and above them and of their schools, and the pages that belong to
/// no place. Whatever leads elsewhere leads to a page that says that it was left out, and every page says that it is part of a site.
/// </summary>
public sealed partial class PartialSite
{
    /// <summary>The page that stands for all that was left out; it also tells a partial site's folder from a whole one's.</summary>
    public const string LeftOut = "left-out/index.html";

    private readonly SitePlan site;
    private readonly HashSet<PlaceCode> places = [];
    private readonly HashSet<string> schools = new(StringComparer.Ordinal), kept = new(StringComparer.Ordinal);
    private readonly string names;

    /// <param name="site">The plan of the whole site.</param>
    /// <param name="codes">Codes of places; what is below them comes with them.</param>
    /// <exception cref="UsageException">A code is no place with a page.</exception>
    public PartialSite(SitePlan site, IReadOnlyList<string> codes)
    {
        this.site = site;
        PlaceTree tree = site.Site.Data.Places;
        foreach (string code in codes)
        {
            if (tree.Find(new PlaceCode(code)) is not { } place || !site.Site.Index.HasPage(place.Code))
            {
                throw new UsageException($"--places 里的 {code} 不是有页面的地方。请写 places.csv 里的代码。");
            }

            places.UnionWith(tree.PathUp(place.Code).Select(p => p.Code));
            places.UnionWith(tree.All.Where(p => tree.PathUp(p.Code).Any(up => up.Code == place.Code)).Select(p => p.Code));
        }

        names = string.Join('、', codes.Select(code => tree[new PlaceCode(code)].Name));
        foreach (Release release in site.Site.Data.CurrentReleases)
        {
            for (int row = 0; row < release.Schools.Count; row++)
            {
                if (places.Contains(release.Schools[row].Place))
                {
                    schools.Add(release.Schools[row].Id.Value);
                }
            }
        }

        Files = [.. site.Files.Where(file => Keeps(file.Path)), new PlannedBytes(LeftOut, "没有生成的页面", Encoding.UTF8.GetBytes(Page()))];
        kept.UnionWith(Files.Select(file => file.Path));
    }

    /// <summary>Files to write.</summary>
    public IReadOnlyList<PlannedFile> Files { get; }

    /// <summary>A page as it is in the part: marked, and with no link to what is not there.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="content">Bytes of the whole site's file.</param>
    public byte[] Fit(string path, ReadOnlySpan<byte> content)
    {
        if (!path.EndsWith(".html", StringComparison.Ordinal) || path == LeftOut)
        {
            return content.ToArray();
        }

        string html = Link().Replace(Encoding.UTF8.GetString(content), link => IsThere(path, WebUtility.HtmlDecode(link.Groups["to"].Value)) ? link.Value : link.Groups["before"].Value + Way(path));
        const string head = "<header class=\"top\">";
        int at = html.IndexOf(head, StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(at < 0 ? html : html.Insert(at + head.Length, $"<p class=\"demo\"><strong>部分页面</strong><span>只生成了{WebUtility.HtmlEncode(names)}的页面，供预览，请勿发布</span></p>"));
    }

    private bool Keeps(string path)
    {
        // Tables of a whole release are large, and hold every place.
        if (WholeTables().IsMatch(path))
        {
            return false;
        }

        string[] parts = path.Split('/');
        if (parts[0] == "schools" && parts.Length > 1)
        {
            return schools.Contains(parts[1]);
        }

        foreach (string part in parts)
        {
            if (Code().Match(part) is { Success: true } code && site.Site.Data.Places.Find(new PlaceCode(code.Value)) is { } place && !places.Contains(place.Code))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsThere(string from, string link)
    {
        string root = "http://site.invalid" + site.Site.Data.Settings.BasePath;
        if (link.Length == 0 || Scheme().IsMatch(link) || !Uri.TryCreate(new Uri(root + from), link, out Uri? target))
        {
            return true; // the page itself, or another host
        }

        string address = Uri.UnescapeDataString(target.AbsolutePath);
        return !address.StartsWith(site.Site.Data.Settings.BasePath, StringComparison.Ordinal) || kept.Contains(Addresses.FileOf(address[site.Site.Data.Settings.BasePath.Length..]));
    }

    private static string Way(string path) => string.Concat(Enumerable.Repeat("../", path.Count(c => c == '/'))) + "left-out/";

    private string Page() => $"""
        <!doctype html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'">
        <meta name="viewport" content="width=device-width,initial-scale=1">
        <meta name="robots" content="noindex">
        <title>这次没有生成这一页</title>
        <link rel="stylesheet" href="../{site.Site.Assets.GetValueOrDefault("site.css")}">
        </head>
        <body>
        <header class="top"><p class="demo"><strong>部分页面</strong><span>只生成了{WebUtility.HtmlEncode(names)}的页面，供预览，请勿发布</span></p></header>
        <main class="wrap flow" id="main"><h1>这次没有生成这一页</h1>
        <p>本次只生成了{WebUtility.HtmlEncode(names)}的页面。要看其余的页面，请生成整个网站，或用 serve 预览。</p>
        <p><a href="../">回到首页</a></p></main>
        </body>
        </html>

        """;

    [GeneratedRegex("""(?<before><a\b[^<>]*? href=")(?<to>[^"#?]*)[^"]*""", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"\A[a-zA-Z][a-zA-Z0-9+.-]*:|\A//", RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"\A[0-9]{6}(?=\z|[.-])", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(@"\Areleases/[^/]+/data/(?!index\.html\z)", RegexOptions.CultureInvariant)]
    private static partial Regex WholeTables();
}
