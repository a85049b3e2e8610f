using System.Diagnostics;
using System.Globalization;
using Portal.Commands;
using Portal.Domain.Problems;

namespace Portal.Benchmarks;

/// <summary>
/// What the preview does after one number of one school was saved, in this process and without a browser: processor time and allocation. A busy
/// machine disturbs them less than the times of <see cref="Serve"/>.
/// </summary>
internal static class Remake
{
    /// <summary>Makes a site, then again after each change, and prints a line for each turn.</summary>
    /// <param name="data">Folder of the set; its first part of schools is changed and left as it was.</param>
    /// <param name="input">Texts.</param>
    /// <param name="theme">Style sheet and scripts.</param>
    /// <param name="turns">Changes.</param>
    /// <param name="print">Receives the table.</param>
    public static void Run(string data, string input, string theme, int turns, TextWriter print)
    {
        SiteFolders folders = SiteFolders.Find(data, input, theme, Path.Combine(Path.GetTempPath(), "not-written"))[0];
        SiteMemory memory = new();
        (string part, string first, string second, _, _) = Serve.Change(data);
        print.WriteLine("| turn | wall s | CPU s | MiB allocated | MiB in use | peak MiB |\n|---:|---:|---:|---:|---:|---:|");
        try
        {
            for (int turn = 0; turn <= turns; turn++)
            {
                Make(turn, folders, memory, print);
                File.WriteAllText(part, turn % 2 == 0 ? second : first);
            }
        }
        finally
        {
            File.WriteAllText(part, first);
        }
    }

    private static void Make(int turn, SiteFolders folders, SiteMemory memory, TextWriter print)
    {
        using Process self = Process.GetCurrentProcess();
        TimeSpan cpu = self.TotalProcessorTime;
        long allocated = GC.GetTotalAllocatedBytes();
        long from = Stopwatch.GetTimestamp();
        using Progress progress = new(TextWriter.Null, terminal: false);
        ProblemList problems = new();
        if (SiteMaker.Make(folders, DateOnly.MaxValue, problems, progress, memory) is null)
        {
            throw new InvalidOperationException($"The set has errors:\n{string.Join('\n', problems.Sorted().Take(10))}");
        }

        double wall = Stopwatch.GetElapsedTime(from).TotalSeconds;
        self.Refresh();
        print.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {turn} | {wall:F2} | {(self.TotalProcessorTime - cpu).TotalSeconds:F2} | {(GC.GetTotalAllocatedBytes() - allocated) / 1048576.0:N0} | {GC.GetTotalMemory(forceFullCollection: false) / 1048576.0:N0} | {self.PeakWorkingSet64 / 1048576.0:N0} |"));
    }
}
