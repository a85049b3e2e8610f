using System.Diagnostics;
using System.Globalization;
using Portal.Domain.Problems;
using Portal.Output;
using Portal.Site.Plan;
using Portal.Sources.Parts;

namespace Portal.Commands;

/// <summary>build and check: from the folders to the finished site, or to the list of what is wrong.</summary>
/// <param name="output">Receives what was made.</param>
/// <param name="error">Receives problems and the progress line.</param>
/// <param name="terminal">True if <paramref name="error"/> is a terminal.</param>
public sealed class BuildCommand(TextWriter output, TextWriter error, bool terminal)
{
    /// <summary>Builds every site; a site with errors stays as it was, the others are still built.</summary>
    /// <param name="sites">The sites.</param>
    /// <param name="date">Date of the build.</param>
    /// <param name="compress">Whether text files get compressed ones beside them.</param>
    public int Build(IReadOnlyList<SiteFolders> sites, DateOnly date, bool compress = false) => sites.Max(site => Build(site, date, compress));

    /// <summary>Does everything but writing.</summary>
    public int Check(IReadOnlyList<SiteFolders> sites, DateOnly date) => sites.Max(site => Check(site, date));

    private int Build(SiteFolders folders, DateOnly date, bool compress)
    {
        long start = Stopwatch.GetTimestamp();
        using var folder = OutputFolder.Open(folders.Output);
        FileStamps stamps = folder.Stamps();
        IReadOnlyList<IReadOnlyList<HashedFile>> inputs = InputFingerprint.Files(folders.Read, stamps);
        stamps.Write();
        string[] options = [folders.Id];
        string fingerprint = InputFingerprint.Of(inputs, compress ? [.. options, Compression.Name] : options);
        if (folder.IsUpToDate(fingerprint))
        {
            output.WriteLine($"{folders.Id}：输入没有变化，{folders.Output} 已是最新，没有写入任何文件。");
            return ExitCode.Good;
        }
        var problems = new ProblemList();
        SitePlan? site;
        NextTree? next = null;
        using (var progress = new Progress(error, terminal))
        {
            site = SiteMaker.Make(folders, date, problems, progress);
            if (site is not null)
            {
                progress.Stage("比较改动");
                WordKeys words = folder.Words();
                PageKeys? keys = PageKeys.Read(folders.Data, inputs[SiteFolders.DataIndex], [.. inputs.Where((_, i) => i != SiteFolders.DataIndex)], options, site, words);
                next = folder.Begin([.. site.Files.Select(file => file.Path)], keys is null ? null : [.. site.Files.Select(keys.Of)], compress);
                next.KeepRows(site.Files, keys);
                SitePages.RenderAll(site, problems, next.Put, progress, next);
                if (problems.Errors == 0)
                {
                    folder.Publish(next, fingerprint, keys is null ? null : words);
                }
            }
        }
        ProblemPrinter.Print(problems, error);
        if (site is null || next is null || problems.Errors > 0)
        {
            error.WriteLine($"{folders.Id}：没有写入，{folders.Output} 保持原样。");
            return ExitCode.BadInput;
        }
        output.WriteLine(Summary(folders, site, problems, next.Bytes, start));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  写入 {next.Written:N0} 个文件，沿用 {next.Kept + next.Linked:N0} 个，删除 {next.Removed:N0} 个。"));
        output.WriteLine($"  打开 {Path.Combine(folders.Output, "index.html")}，或运行 dotnet run --project src/Portal -- serve --data {folders.Data}");
        return ExitCode.Good;
    }

    private int Check(SiteFolders folders, DateOnly date)
    {
        long start = Stopwatch.GetTimestamp();
        var problems = new ProblemList();
        SitePlan? site;
        long bytes = 0;
        using (var progress = new Progress(error, terminal))
        {
            site = SiteMaker.Make(folders, date, problems, progress);
            if (site is not null)
            {
                SitePages.RenderAll(site, problems, (_, content) => Interlocked.Add(ref bytes, content.Length), progress);
            }
        }
        ProblemPrinter.Print(problems, error);
        if (site is null || problems.Errors > 0)
        {
            return ExitCode.BadInput;
        }

        output.WriteLine(Summary(folders, site, problems, bytes, start));
        output.WriteLine("  检查完毕，没有写入任何文件。");
        return ExitCode.Good;
    }

    private static string Summary(SiteFolders folders, SitePlan site, ProblemList problems, long bytes, long start) => string.Create(
        CultureInfo.InvariantCulture,
        $"{folders.Id}：地方 {site.Site.Data.Places.All.Count:N0} 个，学校 {Schools(site):N0} 所，页面 {site.Files.Count(file => file.IsPage):N0} 页，文件 {site.Files.Count:N0} 个，提醒 {problems.Warnings:N0} 条，{bytes / 1e6:N1} MB，{Stopwatch.GetElapsedTime(start).TotalSeconds:N1} 秒。");

    private static int Schools(SitePlan site) =>
        site.Site.Data.Releases.SelectMany(release => Enumerable.Range(0, release.Schools.Count).Select(row => release.Schools[row].Id)).Distinct().Count();
}
