using System.Globalization;

namespace Portal.Benchmarks;

/// <summary>
/// A province built over itself: from nothing, unchanged, and with one number of one county changed. Each turn does all three, so that the
/// machine's mood falls on all alike; ratios are taken within a turn.
/// </summary>
internal static class Again
{
    /// <summary>Makes the province, runs the turns, prints the tables and cleans up.</summary>
    /// <param name="schools">Schools of the province.</param>
    /// <param name="periods">Periods that it has.</param>
    /// <param name="turns">Turns that count; one more goes before them.</param>
    /// <param name="print">Receives tables in Markdown.</param>
    public static void Run(int schools, int periods, int turns, TextWriter print)
    {
        string work = Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"portal-again-{Environment.ProcessId}");
        string project = Environment.CurrentDirectory, data = Path.Combine(work, "data", "province");
        string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
        Run Build(string output) => Child.Dotnet("portal.dll", project, "build", "--data", data, "--input", Path.Combine(project, "input"), "--theme", Path.Combine(project, "theme"), "--output", Path.Combine(work, output));
        try
        {
            Child.Dotnet("Portal.SampleData.dll", project, "national", data, "--schools", Number(schools), "--periods", Number(periods));
            Build("site");
            Part part = new(data);
            part.Change();
            Build("site"); // fills the second tree
            List<(Run Whole, Run Same, Run Changed)> runs = [];
            for (int turn = 0; turn <= turns; turn++)
            {
                Run whole = Build("fresh"), same = Build("site");
                Directory.Delete(Path.Combine(work, "fresh"), recursive: true);
                Directory.Delete(Path.Combine(work, ".fresh.portal"), recursive: true);
                part.Change();
                Run changed = Build("site");
                if (turn > 0)
                {
                    runs.Add((whole, same, changed));
                }
            }

            Print(schools, periods, runs, print);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static void Print(int schools, int periods, List<(Run Whole, Run Same, Run Changed)> runs, TextWriter print)
    {
        void Line(FormattableString line) => print.WriteLine(line.ToString(CultureInfo.InvariantCulture));
        Line($"{schools:N0} schools, {periods} periods, {runs.Count} turns. Last changed build: {runs[^1].Changed.Output.Split('\n')[1].Trim()}");
        Line($"");
        Line($"| build | wall s | CPU s | peak MiB | CPU of the whole: median (least–most) |\n|---|---:|---:|---:|---:|");
        foreach ((string name, Func<(Run Whole, Run Same, Run Changed), Run> of) in new (string, Func<(Run Whole, Run Same, Run Changed), Run>)[]
            { ("from nothing", r => r.Whole), ("nothing changed", r => r.Same), ("one number of one county changed", r => r.Changed) })
        {
            Run[] own = [.. runs.Select(of)];
            double[] ratios = [.. runs.Select(r => of(r).Cpu / r.Whole.Cpu).Order()];
            Line($"| {name} | {Median(own.Select(r => r.Wall)):N2} | {Median(own.Select(r => r.Cpu)):N2} | {Median(own.Select(r => r.PeakMiB)):N0} | {Median(ratios):N2} ({ratios[0]:N2}–{ratios[^1]:N2}) |");
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    /// <summary>A county's part of the schools of the newest release: one more book in its first school each time, so that no earlier tree has the pages.</summary>
    private sealed class Part
    {
        private readonly string path;

        public Part(string data)
        {
            string release = Directory.EnumerateDirectories(Path.Combine(data, "releases")).Order(StringComparer.Ordinal).Last();
            path = Directory.EnumerateFiles(release, "*.csv", SearchOption.AllDirectories).Where(f => f.Contains("schools", StringComparison.Ordinal)).Order(StringComparer.Ordinal).First();
        }

        public void Change()
        {
            string[] lines = File.ReadAllText(path).Split('\n');
            int books = Array.IndexOf(lines[0].TrimEnd('\r').Split(','), "books");
            string[] cells = lines[1].Split(',');
            cells[books] = (int.Parse(cells[books], CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
            File.WriteAllText(path, string.Join('\n', [lines[0], string.Join(',', cells), .. lines[2..]]));
        }
    }
}
