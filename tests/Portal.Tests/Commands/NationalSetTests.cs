using System.Diagnostics;
using System.Security.Cryptography;
using Portal.Commands;

namespace Portal.Tests.Commands;

/// <summary>The generator of large sets, at sizes that a test can afford: what it writes is valid, whole and always the same.</summary>
public sealed class NationalSetTests : IDisposable
{
    /// <summary>Tables of the releases that a large set has; all that data/README.md names but corrections, which only a revision carries.</summary>
    private static readonly string[] Tables =
    [
        "absences", "classes", "coefficients", "disclosures", "exclusions", "facts", "feedback", "finance", "findings", "government", "procedure", "projects", "satisfaction", "schools",
        "scorecards", "survey-answers", "survey-groups", "surveys", "targets", "visits",
    ];

    private readonly TempFolder temp = new();

    [Fact]
    public void A_province_of_three_periods_passes_the_check_without_a_warning()
    {
        Write("a/data/n", [], "--schools", "1260", "--counties", "18", "--periods", "3");
        Run check = Check();
        Assert.True(check.Code == ExitCode.Good, check.Output + check.Error);
        Assert.Contains("提醒 0 条", check.Output + check.Error, StringComparison.Ordinal);
        foreach (string period in new[] { "2021.1", "2022.1", "2023.1" })
        {
            Assert.Equal(Tables, Directory.EnumerateDirectories(temp[$"a/data/n/releases/{period}"]).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
            Assert.Equal(18, Directory.EnumerateFiles(temp[$"a/data/n/releases/{period}/schools"]).Count());
        }

        // One county in three has closed a school before the newest period.
        Assert.Equal([1260, 1260, 1254], new[] { "2021.1", "2022.1", "2023.1" }.Select(p => Rows($"a/data/n/releases/{p}/schools")));
        Assert.Equal(18, Directory.EnumerateFiles(temp["a/input/n/reports"], "*.md", SearchOption.AllDirectories).Count());
        foreach (string table in new[] { "campuses", "groups", "inspectors", "school-links", "zones" })
        {
            Assert.True(Rows("a/data/n/" + table) > 0, table);
        }
    }

    [Fact]
    public void A_country_of_ten_provinces_passes_the_check_and_repeats_its_names()
    {
        Write("a/data/n", [], "--schools", "1000", "--counties", "100");
        Run check = Check();
        Assert.True(check.Code == ExitCode.Good, check.Output + check.Error);
        string[] places = File.ReadAllLines(temp["a/data/n/places.csv"]);
        Assert.Equal((1, 10, 20, 100), (Level("country"), Level("province"), Level("city"), Level("county")));
        Assert.All(places.Skip(2), line => Assert.StartsWith("99", line, StringComparison.Ordinal));
        string[] names = [.. Directory.EnumerateFiles(temp["a/data/n/releases/2023.1/schools"]).SelectMany(f => File.ReadLines(f).Skip(1)).Select(line => line.Split(',')[1])];
        Assert.Equal(1000, names.Length);
        Assert.Equal(10, names.Count(n => n == "第一小学"));
        Assert.True(names.Count(n => n.EndsWith("中心小学", StringComparison.Ordinal)) >= 100);

        int Level(string level) => places.Count(line => line.Split(',')[2] == level);
    }

    [Fact]
    public void The_same_command_writes_the_same_bytes_in_another_language_and_zone()
    {
        Write("a/data/n", new() { ["LC_ALL"] = "C", ["TZ"] = "UTC" }, "--schools", "300", "--counties", "5", "--periods", "2");
        Write("b/data/n", new() { ["LC_ALL"] = "de_DE.UTF-8", ["TZ"] = "Asia/Shanghai" }, "--schools", "300", "--counties", "5", "--periods", "2");
        Assert.Equal(Hashes("a"), Hashes("b"));

        // Over an earlier, larger set: no part of it stays.
        Write("b/data/n", [], "--schools", "600", "--counties", "9", "--periods", "3");
        Assert.NotEqual(Hashes("a"), Hashes("b"));
        Write("b/data/n", [], "--schools", "300", "--counties", "5", "--periods", "2");
        Assert.Equal(Hashes("a"), Hashes("b"));
    }

    [Theory]
    [InlineData("--scale", "0")]
    [InlineData("--scale", "1.5")]
    [InlineData("--scale", "x")]
    [InlineData("--school", "10")]
    [InlineData("--periods", "10")]
    public void An_option_out_of_range_writes_nothing(string option, string value)
    {
        Assert.Equal(2, Start("a/data/n", [], option, value));
        Assert.False(Directory.Exists(temp["a"]));
    }

    public void Dispose() => temp.Dispose();

    private Run Check() => Commands.Run.Of("check", "--data", temp["a/data/n"], "--input", temp["a/input"], "--theme", Repository.At("theme"), "--date", "2026-01-01");

    private void Write(string folder, Dictionary<string, string> environment, params string[] options) => Assert.Equal(0, Start(folder, environment, options));

    private int Start(string folder, Dictionary<string, string> environment, params string[] options) => Generate(temp[folder], environment, options);

    /// <summary>Runs the generator; returns its exit code.</summary>
    /// <param name="folder">Full path of the folder of data to write.</param>
    /// <param name="environment">Variables besides those of this process.</param>
    /// <param name="options">Options of the command.</param>
    internal static int Generate(string folder, Dictionary<string, string> environment, params string[] options)
    {
        ProcessStartInfo start = new("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "Portal.SampleData.dll"), "national", folder, .. options])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }

    private int Rows(string folder) => Directory.EnumerateFiles(temp[folder], "*.csv").Sum(f => File.ReadLines(f).Count() - 1);

    private SortedDictionary<string, string> Hashes(string folder) => new(
        Directory.EnumerateFiles(temp[folder], "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(temp[folder], f), f => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))),
        StringComparer.Ordinal);
}
