using System.Diagnostics;
using System.Globalization;
using Portal.Commands;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Problems;
using Portal.Domain.Schemes;
using Portal.Output;
using Portal.Site;
using Portal.Site.Plan;
using Portal.Sources;

namespace Portal.Benchmarks;

/// <summary>The stages of a build one after the other in this process, each with its time, from a cold start.</summary>
internal static class Stages
{
    /// <summary>Prints a line per stage: name, seconds on the clock, seconds of processor time, MiB allocated.</summary>
    public static void Run(string data, string input, string theme)
    {
        SiteFolders folders = SiteFolders.Find(data, input, theme, Path.Combine(Path.GetTempPath(), "not-written"))[0];
        ProblemList problems = new();
        Dataset set = Measure("load and check", () => DatasetReader.Read(folders.Data, folders.CommonData, problems)) ?? throw new InvalidOperationException("The set has errors.");
        IReadOnlyList<WordsPage> words = WordsReader.Read(folders.CommonWords, folders.Words, problems);
        Findings findings = Measure("compute", () => Findings.Compute(set));
        Measure("what drives the coefficients", () => set.Releases.Sum(release => release.Schools.Counties.Sum(county => release.Schemes.Select(set.Scheme).OfType<Scheme>()
            .Sum(scheme => scheme.Stages.Count(stage => findings.Find(release.Id, county, scheme.Id, stage.Id) is { } result && StageDrivers.Compute(set, release, scheme, result) is not null)))));
        IReadOnlyList<InspectionReport> reports = ReportReader.Read(folders.Words, set, problems);
        IReadOnlyList<Asset> assets = SiteMaker.ReadTheme(theme, problems);
        SitePlan plan = Measure("plan", () => SitePlan.Create(set, findings, words, assets, problems, reports));
        using Progress quiet = new(TextWriter.Null, terminal: false);
        long bytes = 0;
        Measure("render, check links", () =>
        {
            SitePages.RenderAll(plan, problems, (_, content) => Interlocked.Add(ref bytes, content.Length), quiet);
            return bytes;
        });
        Measure("load and check, warm", () => DatasetReader.Read(folders.Data, folders.CommonData, problems));
        Measure("render, check links, warm", () =>
        {
            SitePages.RenderAll(plan, problems, (_, content) => Interlocked.Add(ref bytes, content.Length), quiet);
            return bytes;
        });
    }

    private static T Measure<T>(string name, Func<T> work)
    {
        using Process self = Process.GetCurrentProcess();
        TimeSpan cpu = self.TotalProcessorTime;
        long allocated = GC.GetTotalAllocatedBytes();
        long from = Stopwatch.GetTimestamp();
        T result = work();
        double wall = Stopwatch.GetElapsedTime(from).TotalSeconds;
        self.Refresh();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}\t{wall}\t{(self.TotalProcessorTime - cpu).TotalSeconds}\t{(GC.GetTotalAllocatedBytes() - allocated) / 1048576.0}"));
        return result;
    }
}
