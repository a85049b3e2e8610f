using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Portal.Benchmarks;

/// <summary>
/// What visits cost the host of a finished site, in bytes: the files that a browser fetches, as gzip sends them, an empty cache at the start of each
/// visit and nothing twice within one. Headers of requests and answers are counted as half a kilobyte a file.
/// </summary>
internal static partial class Traffic
{
    private const int Headers = 512;

    /// <summary>Prints bytes and requests of visits of each kind, median and largest, and what a year of them comes to.</summary>
    /// <param name="site">Folder of the site.</param>
    /// <param name="perYear">Visits a year.</param>
    /// <param name="print">Receives the table.</param>
    public static void Run(string site, long perYear, TextWriter print)
    {
        Dictionary<string, long> sizes = new(StringComparer.Ordinal);
        long Size(string path)
        {
            if (!sizes.TryGetValue(path, out long size))
            {
                sizes[path] = size = Sent(Path.Combine(site, path), path);
            }

            return size;
        }

        string[] schools = Pages(site, "schools"), counties = [.. Pages(site, "places").Where(p => File.Exists(Path.Combine(site, "search/index/c", p.Split('/')[1])))];
        string[] shared = [.. Parts(site, "index.html")];
        string[] search = ["search/index.html", .. Parts(site, "search/index.html"), "search/index/places"];
        List<(string Name, string[][] Visits)> kinds =
        [
            ("a school's page, from outside", [.. schools.Select(s => (string[])[s, .. shared])]),
            ("home → search → school", [.. counties.SelectMany(c => schools.Where(s => File.ReadAllText(Path.Combine(site, s)).Contains($"places/{c.Split('/')[1]}/", StringComparison.Ordinal)).Take(3)
                .Select(s => (string[])["index.html", .. shared, .. search, $"search/index/c/{c.Split('/')[1]}", s]))]),
            ("home → county", [.. counties.Select(c => (string[])["index.html", .. shared, c])]),
            ("a table of a release (CSV)", [.. Directory.EnumerateFiles(Path.Combine(site, "releases"), "*.csv", SearchOption.AllDirectories).Select(f => (string[])[Path.GetRelativePath(site, f).Replace('\\', '/')])]),
        ];
        if (File.Exists(Path.Combine(site, "compare/index.html")))
        {
            string[] data = [.. Directory.EnumerateFiles(Path.Combine(site, "compare"), "*.json", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(site, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];
            kinds.Add(("compare two of two counties", [.. data.Zip(data.Skip(1), (a, b) => (string[])["compare/index.html", .. Parts(site, "compare/index.html"), a, b])]));
        }

        print.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| visit | requests | KB, median | KB, largest | GB for {perYear:N0} a year |\n|---|---:|---:|---:|---:|"));
        foreach ((string name, string[][] visits) in kinds.Where(k => k.Visits.Length > 0))
        {
            (long Bytes, int Requests)[] sorted = [.. visits.Select(v => v.Distinct(StringComparer.Ordinal).ToArray()).Select(v => (v.Sum(p => Size(p) + Headers), v.Length)).Order()];
            (long bytes, int requests) = sorted[sorted.Length / 2];
            print.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {requests} | {bytes / 1e3:N1} | {sorted[^1].Bytes / 1e3:N1} | {bytes * perYear / 1e9:N0} |"));
        }
    }

    private static string[] Pages(string site, string folder)
    {
        string[] all = [.. Directory.EnumerateDirectories(Path.Combine(site, folder)).Select(d => $"{folder}/{Path.GetFileName(d)}/index.html").Where(p => File.Exists(Path.Combine(site, p))).Order(StringComparer.Ordinal)];
        return [.. all.Where((_, i) => i % Math.Max(1, all.Length / 300) == 0)]; // some three hundred stand for all
    }

    /// <summary>Style sheets, scripts and pictures that a page asks for itself.</summary>
    private static IEnumerable<string> Parts(string site, string page) =>
        Asked().Matches(File.ReadAllText(Path.Combine(site, page))).Select(m => Path.GetRelativePath(site, Path.Combine(site, Path.GetDirectoryName(page)!, m.Groups[1].Value)).Replace('\\', '/'))
            .Where(p => File.Exists(Path.Combine(site, p))).Distinct(StringComparer.Ordinal);

    private static long Sent(string file, string path)
    {
        byte[] bytes = File.ReadAllBytes(file);
        if (path.StartsWith("search/index/", StringComparison.Ordinal) || Path.GetExtension(path) is ".png" or ".pdf" or ".xlsx")
        {
            return bytes.Length; // sent as they are
        }

        using MemoryStream to = new();
        using (GZipStream gzip = new(to, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return to.Length;
    }

    [GeneratedRegex("""<(?:link|script|img)\b[^>]*?(?:href|src)="([^"#?:]+\.(?:css|js|svg|png))["#?]""")]
    private static partial Regex Asked();
}
