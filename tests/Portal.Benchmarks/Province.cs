using System.Globalization;
using Portal.Commands;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Problems;
using Portal.Site.Plan;
using Portal.Sources;

namespace Portal.Benchmarks;

/// <summary>Options of the command.</summary>
internal sealed record ProvinceOptions(int Schools, int Pairs, bool Hugo)
{
    /// <summary>Reads them; null where one is unknown.</summary>
    public static ProvinceOptions? Parse(string[] options)
    {
        ProvinceOptions parsed = new(20000, 3, true);
        foreach (string[] option in options.Chunk(2))
        {
            switch (option)
            {
                case ["--schools", var value] when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int schools):
                    parsed = parsed with { Schools = schools };
                    break;
                case ["--pairs", var value] when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int pairs):
                    parsed = parsed with { Pairs = pairs };
                    break;
                case ["--hugo", var value] when bool.TryParse(value, out bool hugo):
                    parsed = parsed with { Hugo = hugo };
                    break;
                default:
                    return null;
            }
        }

        return parsed;
    }
}

/// <summary>
/// A province of invented schools, built by the program, copied by a bare writer and made by Hugo, in turns: the machine's mood
/// falls on all alike, and the ratios of each turn are compared, not the times of a day.
/// </summary>
internal static class Province
{
    /// <summary>Runs everything and prints the tables.</summary>
    public static void Run(ProvinceOptions options, TextWriter print)
    {
        string project = Root();
        string work = Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"portal-benchmark-{Environment.ProcessId}");
        try
        {
            Run(options, print, project, work);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static void Run(ProvinceOptions options, TextWriter print, string project, string work)
    {
        string At(string name) => Path.Combine(work, name);
        // The generator puts the project's own texts for all sets, and its invented reports, beside the data.
        (string data, string input, string theme) = (At("data/province"), At("input"), Path.Combine(project, "theme"));
        Child.Dotnet("Portal.SampleData.dll", project, "national", data, "--schools", options.Schools.ToString(CultureInfo.InvariantCulture));
        Run Build(string output) => Child.Dotnet("portal.dll", project, "build", "--data", data, "--input", input, "--theme", theme, "--output", output);

        Build(At("site"));
        BareWriter writer = new(At("site"));
        bool hugo = options.Hugo && Child.Exists("hugo");
        int hugoPages = hugo ? HugoSite.Write(Plan(data, input, theme), At("hugo")) : 0;
        Run Hugo(string output) => Child.Run(At("hugo"), ["hugo", "--quiet", "--destination", output]);

        List<(Run Portal, Run Writer, Run? Hugo)> turns = [];
        for (int turn = 0; turn <= options.Pairs; turn++)
        {
            Run portal = Fresh(At("a"), Build), bare = Fresh(At("b"), writer.Write);
            Run? other = hugo ? Fresh(At("c"), Hugo) : null;
            if (turn > 0) // the first only warms up
            {
                turns.Add((portal, bare, other));
            }
        }

        Report report = new(print);
        int pages = Directory.EnumerateFiles(At("site"), "*.html", SearchOption.AllDirectories).Count();
        report.Whole(options, writer, pages, turns);
        if (hugo)
        {
            Hugo(At("c"));
            FileInfo[] files = [.. new DirectoryInfo(At("c")).EnumerateFiles("*", SearchOption.AllDirectories)];
            report.Hugo(Child.Run(work, ["hugo", "version"]).Output.Trim(), hugoPages, files.Length, files.Sum(f => f.Length), turns);
        }

        report.Stages([.. Enumerable.Range(0, options.Pairs).Select(_ => Child.Dotnet("Portal.Benchmarks.dll", project, "stages", data, input, theme).Output)], Cells(data));
        Again(options, report, Build, At("site"), data, turns);
        report.Sizes(At("site"));
    }

    /// <summary>Builds over a site that is there: nothing changed, then one county's part changed back and forth.</summary>
    private static void Again(ProvinceOptions options, Report report, Func<string, Run> build, string site, string data, List<(Run Portal, Run Writer, Run? Hugo)> turns)
    {
        List<Run> same = [.. Enumerable.Range(0, options.Pairs).Select(_ => build(site))];
        string part = Schools(data).Order(StringComparer.Ordinal).First();
        string[] versions = [File.ReadAllText(part), ""];
        string[] lines = versions[0].Split('\n');
        int books = Array.IndexOf(lines[0].TrimEnd('\r').Split(','), "books");
        string[] cells = lines[1].Split(',');
        cells[books] = (int.Parse(cells[books], CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
        lines[1] = string.Join(',', cells);
        versions[1] = string.Join('\n', lines);
        List<Run> changed = [];
        for (int i = 0; i <= options.Pairs; i++)
        {
            File.WriteAllText(part, versions[(i + 1) % 2]);
            Run run = build(site);
            if (i > 0) // the first fills the second tree with links
            {
                changed.Add(run);
            }
        }

        report.Again(turns, same, changed);
    }

    private static Run Fresh(string folder, Func<string, Run> make)
    {
        Run run = make(folder);
        Directory.Delete(folder, recursive: true);
        string beside = Path.Combine(Path.GetDirectoryName(folder)!, $".{Path.GetFileName(folder)}.portal");
        if (Directory.Exists(beside))
        {
            Directory.Delete(beside, recursive: true);
        }

        return run;
    }

    private static SitePlan Plan(string data, string input, string theme)
    {
        SiteFolders folders = SiteFolders.Find(data, input, theme, data + ".site")[0];
        ProblemList problems = new();
        Dataset set = DatasetReader.Read(folders.Data, folders.CommonData, problems)!;
        return SitePlan.Create(set, Findings.Compute(set), WordsReader.Read(folders.CommonWords, folders.Words, problems), [], problems);
    }

    /// <summary>Cells of the tables of schools.</summary>
    private static long Cells(string data) => Schools(data)
        .Sum(file => (long)(File.ReadLines(file).Count() - 1) * (File.ReadLines(file).First().Count(c => c == ',') + 1));

    private static IEnumerable<string> Schools(string data) =>
        Directory.EnumerateDirectories(Path.Combine(data, "releases")).SelectMany(release => Directory.EnumerateFiles(Path.Combine(release, "schools"), "*.csv"));

    private static string Root()
    {
        DirectoryInfo? here = new(Environment.CurrentDirectory);
        while (here is not null && !File.Exists(Path.Combine(here.FullName, "Portal.sln")))
        {
            here = here.Parent;
        }

        return here?.FullName ?? throw new InvalidOperationException("Run this inside the project: no Portal.sln above the current folder.");
    }
}
