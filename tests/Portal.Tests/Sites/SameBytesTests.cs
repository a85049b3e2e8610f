using System.Diagnostics;
using System.Globalization;
using System.Text;
using Portal.Commands;
using Portal.Tests.Commands;

namespace Portal.Tests.Sites;

/// <summary>The same input gives the same bytes, whatever the folder, the culture, the time zone, the day and the number of cores.</summary>
public sealed class SameBytesTests
{
    [Theory]
    [InlineData("de-DE")]
    [InlineData("zh-CN")]
    [InlineData("tr-TR")]
    [InlineData("")]
    public void The_demonstration_does_not_depend_on_the_culture(string culture)
    {
        IReadOnlyDictionary<string, byte[]> usual = RenderedSite.Bundled("demonstration").Files;
        IReadOnlyDictionary<string, byte[]>? other = null;
        // A thread of its own, so that no other test runs under this culture; it flows to the workers that the thread starts.
        Thread thread = new(() =>
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            other = RenderedSite.Of(RenderedSite.BundledFolders("demonstration")).Files;
        });
        thread.Start();
        thread.Join();
        Same(usual, other!);
    }

    [Theory]
    [InlineData("demonstration")]
    [InlineData("published")]
    public void Two_processes_in_other_folders_time_zones_and_languages_write_the_same_site(string set)
    {
        using Workplace here = new();
        using Workplace there = new();
        Program(here, set, "UTC", "C", "2026-11-23", cores: 2);
        Program(there, set, "Asia/Shanghai", "zh_CN.UTF-8", "2027-02-01", cores: 1);
        Same(Read(here["output"]), Read(there["output"]));
    }

    [Fact]
    public void Another_order_of_files_and_rows_gives_the_same_pages()
    {
        using Workplace here = new();
        // Bytes as they are: one part is GB18030.
        string folder = here["data/demonstration/releases/2023.1/schools"];
        foreach (string part in Directory.GetFiles(folder))
        {
            string[] lines = File.ReadAllLines(part, Encoding.Latin1);
            File.WriteAllLines(part, [lines[0], .. lines.Skip(1).Reverse()], Encoding.Latin1);
        }

        SiteFolders folders = SiteFolders.Find(here["data/demonstration"], here["input"], here["theme"], here["output"])[0];
        Same(WithoutWorkings(RenderedSite.Bundled("demonstration").Files), WithoutWorkings(RenderedSite.Of(folders).Files));
    }

    // A working names the row of each figure: in another order of rows it says another row.
    private static Dictionary<string, byte[]> WithoutWorkings(IReadOnlyDictionary<string, byte[]> files) =>
        files.Where(f => !f.Key.Contains("/how/", StringComparison.Ordinal)).ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);

    private static void Program(Workplace work, string set, string zone, string language, string day, int cores)
    {
        ProcessStartInfo start = new("dotnet",
        [
            "exec", typeof(CommandLine).Assembly.Location, "build", "--data", work["data/" + set], .. work.Others("build"), "--date", day,
        ])
        { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["TZ"] = zone;
        start.Environment["LANG"] = start.Environment["LC_ALL"] = language;
        start.Environment["DOTNET_PROCESSOR_COUNT"] = cores.ToString(CultureInfo.InvariantCulture);
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output + error.Result);
    }

    // Dot files are the program's own notes about the folder, not part of the site.
    private static Dictionary<string, byte[]> Read(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'))
            .Where(f => !f.Split('/').Any(p => p.StartsWith('.')))
            .ToDictionary(f => f, f => File.ReadAllBytes(Path.Combine(folder, f)), StringComparer.Ordinal);

    private static void Same(IReadOnlyDictionary<string, byte[]> one, IReadOnlyDictionary<string, byte[]> other)
    {
        Assert.True(one.Count > 50);
        Assert.Equal(one.Keys.Order(StringComparer.Ordinal), other.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(one.Where(f => !f.Value.AsSpan().SequenceEqual(other[f.Key])).Select(f => f.Key));
    }
}
