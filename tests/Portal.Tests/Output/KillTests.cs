using System.Globalization;

namespace Portal.Tests.Output;

/// <summary>A writer that is killed at any moment leaves the whole old site or the whole new one, and the next one goes on from there.</summary>
public class KillTests
{
    private const int Kills = 25, Files = 60;

    [Fact]
    public void After_kill_at_random_moments_the_site_is_one_whole_version()
    {
        using var temp = new TempFolder();
        string folder = temp["site"];
        var random = new Random(20251123);
        Generation.Site(0, Files).Build(folder);
        int versions = 0, seen = 0;
        for (int kill = 0; kill < Kills; kill++)
        {
            using (var writer = TestProcess.StartGenerations(folder, seen + 1, Files))
            {
                // Wait until it writes, so that the kill hits the writing and not the start of the runtime.
                WaitFor(() => Current(folder) > seen || writer.HasExited);
                Thread.Sleep(TimeSpan.FromMicroseconds(random.Next(30_000)));
                Assert.False(writer.HasExited);
                writer.Kill();
                writer.WaitForExit();
            }
            int version = Current(folder);
            Assert.Equal(Generation.Site(version, Files).Expected, TinySite.Read(folder));
            versions += version - seen;
            seen = version;
        }
        // The next run on the same folder takes the lock, finds what is half written, and ends whole.
        Generation.Site(seen + 1, Files).Build(folder);
        Assert.Equal(Generation.Site(seen + 1, Files).Expected, TinySite.Read(folder));
        Assert.True(versions >= Kills, "every process was killed while it wrote a version after its first");
    }

    [Fact]
    public void A_swap_in_two_steps_that_was_cut_short_is_ended_by_the_next_run()
    {
        using var temp = new TempFolder();
        TinySite.Sample().Build(temp["site"]);
        // Where folders cannot be exchanged, the old site is moved away first; the process dies right then.
        Directory.Move(temp["site"], temp[".site.portal/previous"]);

        using var output = Portal.Output.OutputFolder.Open(temp["site"]);

        Assert.Equal(TinySite.Sample().Expected, TinySite.Read(temp["site"]));
        Assert.True(output.IsUpToDate(TinySite.Sample().Fingerprint));
    }

    private static int Current(string folder) => int.Parse(File.ReadAllText(Path.Combine(folder, "index.html")), CultureInfo.InvariantCulture);

    private static void WaitFor(Func<bool> happened)
    {
        var end = DateTime.UtcNow.AddSeconds(60);
        while (!happened())
        {
            Assert.True(DateTime.UtcNow < end, "the process wrote nothing in a minute");
            Thread.Sleep(1);
        }
    }
}
