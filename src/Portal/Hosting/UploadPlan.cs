using Portal.Commands;
using Portal.Output;

namespace Portal.Hosting;

/// <summary>One object to upload.</summary>
/// <param name="File">File in the site's folder: the compressed one beside the file where there is one.</param>
/// <param name="Path">Path in the store, from the root of the site.</param>
/// <param name="Type">Content-Type.</param>
/// <param name="Cache">Cache-Control.</param>
/// <param name="Encoding">Content-Encoding, empty for none.</param>
public sealed record Upload(string File, string Path, string Type, string Cache, string Encoding);

/// <summary>upload-plan: what to put into an object store, and with which headers, as a table that a script can read.</summary>
public static class UploadPlan
{
    private static readonly (string Extension, string Encoding)[] Compressed = [(".gz", "gzip"), (".br", "br")];

    /// <summary>Prints the plan: a line per object, cells separated by tabs, first the names of the columns.</summary>
    public static int Run(string site, string rules, TextWriter output, TextWriter error)
    {
        if (!Directory.Exists(site))
        {
            throw new UsageException($"找不到文件夹 {site}。请写网站所在的文件夹，如 output/published。");
        }

        if (Marker.Read(site) is { } marker && marker.Fingerprint.StartsWith(PartialBuild.Mark, StringComparison.Ordinal))
        {
            throw new UsageException($"{site} 是 build --places 生成的部分站点，只供快看，不能发布。请生成整个站点再上传。");
        }

        HostingRules table = HostingRules.Read(rules);
        string[] files = [.. Directory.EnumerateFiles(site, "*", SearchOption.AllDirectories).Select(f => System.IO.Path.GetRelativePath(site, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];
        (IReadOnlyList<Upload> uploads, IReadOnlyList<string> without) = Of(files, table);
        foreach (string path in without)
        {
            error.WriteLine($"{path}：规则表 {rules} 里没有这类文件的规则，请补一条。");
        }

        if (without.Count > 0)
        {
            return ExitCode.BadInput;
        }

        output.WriteLine("file\tpath\tContent-Type\tCache-Control\tContent-Encoding");
        foreach (Upload upload in uploads)
        {
            output.WriteLine(string.Join('\t', upload.File, upload.Path, upload.Type, upload.Cache, upload.Encoding));
        }

        return ExitCode.Good;
    }

    /// <summary>The plan for the files of a site.</summary>
    /// <param name="files">Paths inside the site.</param>
    /// <param name="rules">Rules.</param>
    /// <returns>
    /// What to upload: assets first and pages last, so that no page is there before what it needs, else by path; and files that no rule is for. The
    /// marks of the program itself (names that begin with a dot) are no part of the site.
    /// </returns>
    public static (IReadOnlyList<Upload> Uploads, IReadOnlyList<string> Without) Of(IReadOnlyList<string> files, HostingRules rules)
    {
        HashSet<string> all = [.. files];
        List<Upload> uploads = [];
        List<string> without = [];
        foreach (string path in files.Where(f => !f.Split('/').Any(name => name.StartsWith('.'))))
        {
            if (Compressed.Any(c => path.EndsWith(c.Extension, StringComparison.Ordinal) && all.Contains(path[..^c.Extension.Length])))
            {
                continue; // goes in place of the file that it lies beside
            }

            if (rules.Of(path) is not { } rule)
            {
                without.Add(path);
                continue;
            }

            // One object has one encoding, and every browser reads gzip.
            bool gzip = rule.Compress && all.Contains(path + ".gz");
            uploads.Add(new Upload(gzip ? path + ".gz" : path, path, rule.Type, rule.Cache, gzip ? "gzip" : ""));
        }

        return ([.. uploads.OrderBy(u => u.Path.StartsWith("assets/", StringComparison.Ordinal) ? 0 : u.Path.EndsWith(".html", StringComparison.Ordinal) ? 2 : 1).ThenBy(u => u.Path, StringComparer.Ordinal)], without);
    }
}
