using System.Globalization;

namespace Portal.Benchmarks;

/// <summary>Prints the tables in Markdown: medians over the turns, and medians of the ratios within each turn.</summary>
internal sealed class Report(TextWriter print)
{
    private const string Columns = "| what | wall s | CPU s | peak MiB | pages/s |\n|---|---:|---:|---:|---:|";

    /// <summary>The program against the bare writer.</summary>
    public void Whole(ProvinceOptions options, BareWriter writer, int pages, List<(Run Portal, Run Writer, Run? Hugo)> turns)
    {
        Line($"{options.Schools:N0} invented schools, {DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} cores, .NET {Environment.Version}; {options.Pairs} turns after one to warm up.");
        Line($"The site: {pages:N0} pages, {writer.Count:N0} files, {writer.Bytes / 1e6:N1} MB.");
        Line($"");
        Line($"{Columns}");
        Row("portal build, whole process", turns.Select(t => t.Portal), pages);
        Row("bare writer, same files", turns.Select(t => t.Writer), pages);
        Row("Hugo, schools and counties", turns.Select(t => t.Hugo).OfType<Run>(), null);
        Line($"");
        Line($"portal / bare writer: wall {Ratio(turns, t => t.Portal.Wall / t.Writer.Wall)}, CPU {Ratio(turns, t => t.Portal.Cpu / t.Writer.Cpu)}");
    }

    /// <summary>The program against Hugo.</summary>
    public void Hugo(string version, int pages, int files, long bytes, List<(Run Portal, Run Writer, Run? Hugo)> turns)
    {
        Line($"portal / Hugo: wall {Ratio(turns, t => t.Portal.Wall / t.Hugo!.Wall)}, CPU {Ratio(turns, t => t.Portal.Cpu / t.Hugo!.Cpu)}, memory {Ratio(turns, t => t.Portal.PeakMiB / t.Hugo!.PeakMiB)}");
        Line($"Hugo made {pages:N0} pages, {files:N0} files, {bytes / 1e6:N1} MB: {version}");
    }

    /// <summary>The stages, from what the runs printed.</summary>
    public void Stages(IReadOnlyList<string> runs, long cells)
    {
        Line($"");
        Line($"| stage | wall s | CPU s | MiB allocated |\n|---|---:|---:|---:|");
        string[][][] parsed = [.. runs.Select(run => run.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).ToArray())];
        for (int i = 0; i < parsed[0].Length; i++)
        {
            double Of(int column) => Median(parsed.Select(run => double.Parse(run[i][column], CultureInfo.InvariantCulture)));
            Line($"| {parsed[0][i][0]} | {Of(1):N2} | {Of(2):N2} | {Of(3):N0} |");
            if (parsed[0][i][0].StartsWith("load", StringComparison.Ordinal))
            {
                Line($"| – {cells:N0} cells: {cells / Of(1) / 1e6:N1} million a second | | | |");
            }
        }
    }

    /// <summary>Builds over a site that is there.</summary>
    public void Again(List<(Run Portal, Run Writer, Run? Hugo)> turns, List<Run> same, List<Run> changed)
    {
        double whole = Median(turns.Select(t => t.Portal.Wall)), cpu = Median(turns.Select(t => t.Portal.Cpu));
        Line($"");
        Line($"| build again | wall s | CPU s | of the whole: wall | CPU |\n|---|---:|---:|---:|---:|");
        foreach ((string name, List<Run> runs) in new[] { ("nothing changed, nothing written", same), ("one number of one county changed", changed) })
        {
            Line($"| {name} | {Median(runs.Select(r => r.Wall)):N2} | {Median(runs.Select(r => r.Cpu)):N2} | {Median(runs.Select(r => r.Wall)) / whole:N2} | {Median(runs.Select(r => r.Cpu)) / cpu:N2} |");
        }
    }

    /// <summary>What a reader downloads.</summary>
    public void Sizes(string site)
    {
        (double school, double largestSchool) = PageSizes.Below(Path.Combine(site, "schools"));
        // A county is a place with a list of schools below it.
        double[] counties = [.. Directory.EnumerateDirectories(Path.Combine(site, "places")).Where(p => Directory.Exists(Path.Combine(p, "schools"))).Select(p => PageSizes.Of(Path.Combine(p, "index.html"))).Order()];
        Line($"");
        Line($"| gzip, KB | median | largest |\n|---|---:|---:|");
        Line($"| school page | {school:N1} | {largestSchool:N1} |");
        Line($"| county page | {counties[counties.Length / 2]:N1} | {counties[^1]:N1} |");
        Line($"| style sheet, fetched once | {PageSizes.StyleSheet(site):N1} | |");
    }

    private void Row(string name, IEnumerable<Run> runs, int? pages)
    {
        Run[] all = [.. runs];
        if (all.Length > 0)
        {
            double wall = Median(all.Select(r => r.Wall)), peak = Median(all.Select(r => r.PeakMiB));
            Line($"| {name} | {wall:N2} | {Median(all.Select(r => r.Cpu)):N2} | {(double.IsNaN(peak) ? "" : peak.ToString("N0", CultureInfo.InvariantCulture))} | {(pages is { } count ? (count / wall).ToString("N0", CultureInfo.InvariantCulture) : "")} |");
        }
    }

    private static string Ratio(List<(Run Portal, Run Writer, Run? Hugo)> turns, Func<(Run Portal, Run Writer, Run? Hugo), double> of) =>
        string.Create(CultureInfo.InvariantCulture, $"{Median(turns.Select(of)):N2} ({turns.Min(of):N2}–{turns.Max(of):N2})");

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private void Line(FormattableString text) => print.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
