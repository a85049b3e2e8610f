using System.Diagnostics;
using System.Globalization;
using Portal.Domain.Problems;
using Portal.Output;
using Portal.Site.Plan;

namespace Portal.Commands;

/// <summary>build --places: reads and checks everything, renders and writes the pages of some places only.</summary>
/// <param name="output">Receives what was made.</param>
/// <param name="error">Receives problems and the progress line.</param>
/// <param name="terminal">True if <paramref name="error"/> is a terminal.</param>
public sealed class PartialBuild(TextWriter output, TextWriter error, bool terminal)
{
    /// <summary>Added to the name of the usual output folder, so that a part never takes the place of the whole unasked.</summary>
    public const string Suffix = "-partial";

    /// <summary>What the fingerprint in its folder begins with: it equals no digest, and tells a part from a whole.</summary>
    public const string Mark = "partial ";

    /// <summary>Builds the part.</summary>
    /// <param name="folders">Inputs, and where the part goes.</param>
    /// <param name="date">Date of the build.</param>
    /// <param name="places">Codes of places.</param>
    /// <param name="replaceWhole">Whether the folder of a whole site may be replaced.</param>
    public int Build(SiteFolders folders, DateOnly date, IReadOnlyList<string> places, bool replaceWhole)
    {
        long start = Stopwatch.GetTimestamp();
        using var folder = OutputFolder.Open(folders.Output);
        bool isThere = File.Exists(Path.Combine(folders.Output, "index.html"));
        if (!replaceWhole && isThere && !File.Exists(Path.Combine(folders.Output, PartialSite.LeftOut)))
        {
            throw new UsageException($"{folders.Output} 里是整个网站，--places 只生成一部分，不会替换它。请用 --output 换一个文件夹；真要替换，加 --replace-whole。");
        }

        var problems = new ProblemList();
        NextTree? next = null;
        PartialSite? part = null;
        using (var progress = new Progress(error, terminal))
        {
            if (SiteMaker.Make(folders, date, problems, progress) is { } site)
            {
                part = new PartialSite(site, places);
                next = folder.Begin([.. part.Files.Select(file => file.Path)]);
                progress.Stage("生成页面", part.Files.Count);
                var failures = Rendering.All(part.Files, (index, content) =>
                {
                    next.Put(index, part.Fit(part.Files[index].Path, content));
                    progress.Step();
                });
                if (failures.Count > 0)
                {
                    throw new PageFailedException(failures[0], failures.Count);
                }

                folder.Publish(next, Mark + string.Join(' ', places)); // equals no digest: a whole build writes everything
            }
        }

        ProblemPrinter.Print(problems, error);
        if (part is null || next is null)
        {
            error.WriteLine($"{folders.Id}：没有写入，{folders.Output} 保持原样。");
            return ExitCode.BadInput;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{folders.Id}：只生成了 {string.Join('、', places)} 的页面，文件 {part.Files.Count:N0} 个，{next.Bytes / 1e6:N1} MB，{Stopwatch.GetElapsedTime(start).TotalSeconds:N1} 秒。每一页都标着“部分页面”，请勿发布。"));
        output.WriteLine($"  打开 {Path.Combine(folders.Output, "index.html")}");
        return ExitCode.Good;
    }
}
