using System.Diagnostics;
using System.Security.Cryptography;
using Portal.Commands;
using Portal.Tests.Output;

namespace Portal.Tests.Commands;

/// <summary>The real program, started and killed as on a real machine.</summary>
public class WholeProgramTests
{
    private static readonly Dictionary<string, string> AsHere = [];

    [Fact]
    public void The_same_input_gives_the_same_bytes_in_another_zone_language_and_folder()
    {
        using var work = new Workplace();
        using var elsewhere = new Workplace();
        Dictionary<string, string> here = new() { ["TZ"] = "UTC", ["LANG"] = "C", ["LC_ALL"] = "C" };
        Dictionary<string, string> there = new() { ["TZ"] = "Asia/Shanghai", ["LANG"] = "de_DE.UTF-8", ["LC_ALL"] = "de_DE.UTF-8", ["DOTNET_PROCESSOR_COUNT"] = "1" };
        Assert.Equal(ExitCode.Good, ProgramProcess.Run(here, Build(work, "data")).Code);
        Assert.Equal(ExitCode.Good, ProgramProcess.Run(there, [.. Build(elsewhere, "data"), "--date", "2031-01-01"]).Code);
        Assert.Equal(Hashes(work["output"]), Hashes(elsewhere["output"]));
        foreach (string set in new[] { "published", "demonstration" })
        {
            // Not only the pages: the marker says that the inputs are the same as well.
            Assert.Equal(File.ReadAllText(work[$"output/{set}/.portal-site"]), File.ReadAllText(elsewhere[$"output/{set}/.portal-site"]));
        }

    }

    [Fact]
    public void A_build_killed_at_any_moment_leaves_the_whole_old_site_or_the_whole_new_one()
    {
        using var work = new Workplace();
        string settings = work["data/demonstration/settings.yaml"];
        string[] words = [File.ReadAllText(settings), File.ReadAllText(settings).Replace("short_title: ", "short_title: 新", StringComparison.Ordinal)];
        Assert.NotEqual(words[0], words[1]);
        var whole = new SortedDictionary<string, string>[2]; // every page shows the short title: all pages of the two sites differ
        TimeSpan longest = TimeSpan.Zero;
        for (int version = 0; version < 2; version++)
        {
            File.WriteAllText(settings, words[version]);
            long start = Stopwatch.GetTimestamp();
            Assert.Equal(ExitCode.Good, ProgramProcess.Run(AsHere, Build(work)).Code);
            longest = Stopwatch.GetElapsedTime(start);
            whole[version] = Hashes(work["output"]);
        }
        int live = 1;
        const int Kills = 12;
        for (int kill = 0; kill < Kills; kill++)
        {
            File.WriteAllText(settings, words[1 - live]);
            using (Process build = ProgramProcess.Start(AsHere, Build(work)))
            {
                // From the middle of the run, where reading ends, to its end.
                build.WaitForExit(longest * (0.4 + (0.6 * kill / Kills)));
                build.Kill();
                build.WaitForExit();
            }
            var found = Hashes(work["output"]);
            Assert.True(found.SequenceEqual(whole[0]) || found.SequenceEqual(whole[1]), $"after kill {kill} the site is neither the old one nor the new one");
            live = found.SequenceEqual(whole[0]) ? 0 : 1;
        }
        File.WriteAllText(settings, words[1 - live]);
        Assert.Equal(ExitCode.Good, ProgramProcess.Run(AsHere, Build(work)).Code);
        Assert.Equal(whole[1 - live], Hashes(work["output"]));
    }

    private static string[] Build(Workplace work, string data = "data/demonstration") => ["build", "--data", work[data], .. work.Others("build")];

    // Stamps of input files are those of this disk and this hour, and stand beside the site, not in it.
    private static SortedDictionary<string, string> Hashes(string folder)
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string path in TinySite.Read(folder).Keys.Where(p => !p.EndsWith(".portal/stamps", StringComparison.Ordinal)))
        {
            hashes[path] = Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, path))));
        }

        return hashes;
    }
}
