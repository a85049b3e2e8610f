using System.Diagnostics;
using System.Globalization;
using Portal.Commands;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Problems;
using Portal.Sources;

namespace Portal.Benchmarks;

/// <summary>Loading and computing a set in this process, from a cold start: time, allocation, what stays, and the peak of memory. Nothing is rendered.</summary>
internal static class Load
{
    /// <summary>Prints a table in Markdown.</summary>
    public static void Run(string data, string input, string theme)
    {
        SiteFolders folders = SiteFolders.Find(data, input, theme, Path.Combine(Path.GetTempPath(), "not-written"))[0];
        (long files, long bytes, long cells) = Count(folders.Data);
        ProblemList problems = new();
        Console.WriteLine("| stage | wall s | CPU s | MiB allocated | MiB kept | peak MiB |\n|---|---:|---:|---:|---:|---:|");
        Dataset? set = null;
        double load = Measure("load and check", () => set = DatasetReader.Read(folders.Data, folders.CommonData, problems));
        if (set is null)
        {
            throw new InvalidOperationException($"The set has errors:\n{string.Join('\n', problems.Sorted().Take(10))}");
        }

        IReadOnlyList<InspectionReport>? reports = null;
        Measure("reports", () => reports = ReportReader.Read(folders.Words, set, problems));
        Findings? findings = null;
        Measure("compute: coefficients", () => findings = Findings.Compute(set));
        Measure("compute: every verdict once", () => Judge(set, findings!));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"\n{files:N0} files, {bytes / 1048576.0:N0} MiB, {cells:N0} cells in all tables: {cells / load:N0} cells a second; {set.Latest?.Schools.Count:N0} schools in the newest release, {set.Releases.Count} releases, {reports!.Count:N0} reports"));
        GC.KeepAlive(findings);
    }

    // As the pages ask for them, on all cores.
    private static void Judge(Dataset set, Findings findings)
    {
        foreach (Release release in set.Releases)
        {
            Parallel.ForEach(release.Schools.Counties, county =>
            {
                foreach (SchemeId scheme in release.Schemes)
                {
                    findings.Verdict(release.Id, county, scheme);
                }
            });
        }
    }

    private static double Measure(string name, Action work)
    {
        using Process self = Process.GetCurrentProcess();
        TimeSpan cpu = self.TotalProcessorTime;
        long allocated = GC.GetTotalAllocatedBytes();
        long from = Stopwatch.GetTimestamp();
        work();
        double wall = Stopwatch.GetElapsedTime(from).TotalSeconds;
        self.Refresh();
        double used = (self.TotalProcessorTime - cpu).TotalSeconds;
        double made = (GC.GetTotalAllocatedBytes() - allocated) / 1048576.0;
        double peak = self.PeakWorkingSet64 / 1048576.0;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {wall:F2} | {used:F2} | {made:N0} | {GC.GetTotalMemory(forceFullCollection: true) / 1048576.0:N0} | {peak:N0} |"));
        return wall;
    }

    /// <summary>Files, bytes and cells (rows × columns, header not counted) of all tables of a set, counted apart from the reader.</summary>
    private static (long Files, long Bytes, long Cells) Count(string folder)
    {
        (long files, long bytes, long cells) = (0, 0, 0);
        foreach (string file in Directory.EnumerateFiles(folder, "*.csv", SearchOption.AllDirectories))
        {
            byte[] content = File.ReadAllBytes(file);
            int header = content.AsSpan().IndexOf((byte)'\n');
            long columns = content.AsSpan(0, Math.Max(0, header)).Count((byte)',') + 1;
            (files, bytes, cells) = (files + 1, bytes + content.Length, cells + (columns * (content.AsSpan().Count((byte)'\n') - 1)));
        }

        return (files, bytes, cells);
    }
}
