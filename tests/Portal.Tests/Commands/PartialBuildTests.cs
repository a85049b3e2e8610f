using System.Text;
using System.Text.RegularExpressions;
using Portal.Commands;

namespace Portal.Tests.Commands;

/// <summary>build --places: part of a site, marked, without a link to nowhere, and never in the place of the whole unasked.</summary>
public sealed class PartialBuildTests : IDisposable
{
    private readonly Workplace work = new();

    [Fact]
    public void The_pages_of_a_place_its_schools_and_its_parents_are_there_and_no_others()
    {
        Run run = work.Run("build", "demonstration", "--places", "990121");
        Assert.True(run.Code == ExitCode.Good, run.Error);
        string output = work["output"];
        string[] files = [.. Directory.EnumerateFiles(output, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(output, f).Replace('\\', '/'))];
        foreach (string path in new[] { "index.html", "places/990121/index.html", "places/990121/schools/index.html", "places/990000/index.html", "schools/2199004001/index.html", "releases/2023.1/places/990121/index.html", "search/index/c/990121", "left-out/index.html" })
        {
            Assert.Contains(path, files);
        }

        Assert.DoesNotContain(files, f => f.StartsWith("places/990122/", StringComparison.Ordinal) || f.Contains("/places/990122/", StringComparison.Ordinal));
        // Every school that any release ever placed in the county; one part is GB18030, whose codes read the same in Latin-1.
        HashSet<string> own =
        [
            .. Directory.EnumerateFiles(work["data/demonstration/releases"], "*.csv", SearchOption.AllDirectories).Where(f => f.Replace('\\', '/').Contains("/schools", StringComparison.Ordinal))
                .SelectMany(f => File.ReadAllLines(f, Encoding.Latin1)).Select(l => l.Split(',')).Where(c => c[2] == "990121").Select(c => c[0]),
        ];
        Assert.Equal(own.Order(StringComparer.Ordinal), files.Where(f => f.StartsWith("schools/", StringComparison.Ordinal)).Select(f => f.Split('/')[1]).Distinct().Order(StringComparer.Ordinal));

        int led = 0;
        foreach (string page in files.Where(f => f.EndsWith(".html", StringComparison.Ordinal)))
        {
            string html = File.ReadAllText(Path.Combine(output, page), Encoding.UTF8);
            Assert.True(html.Contains("<strong>部分页面</strong>", StringComparison.Ordinal), $"{page} is not marked");
            foreach (Match link in Regex.Matches(html, "<a [^>]*?href=\"([^\"#?]+)"))
            {
                string to = link.Groups[1].Value;
                if (to.Contains(':', StringComparison.Ordinal) || to.StartsWith('/'))
                {
                    continue;
                }

                string target = Path.GetFullPath(Path.Combine(output, Path.GetDirectoryName(page)!, Uri.UnescapeDataString(to)));
                Assert.True(File.Exists(to.EndsWith('/') ? Path.Combine(target, "index.html") : target), $"{page} leads to {to}");
                led += to.EndsWith("left-out/", StringComparison.Ordinal) ? 1 : 0;
            }
        }

        Assert.True(led > 10, $"{led} links lead to the page that says so");
    }

    [Fact]
    public void The_folder_of_a_whole_site_is_not_replaced_unless_it_is_said()
    {
        Assert.Equal(ExitCode.Good, work.Run("build").Code);
        string before = File.ReadAllText(work["output/index.html"]);
        Run refused = work.Run("build", "demonstration", "--places", "990121");
        Assert.Equal(ExitCode.WrongUsage, refused.Code);
        Assert.Contains("--replace-whole", refused.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(work["output/index.html"]));

        Assert.Equal(ExitCode.Good, work.Run("build", "demonstration", "--places", "990121", "--replace-whole").Code);
        Assert.False(Directory.Exists(work["output/places/990122"]));
        Assert.Equal(ExitCode.Good, work.Run("build", "demonstration", "--places", "990121", "990122").Code);
        Assert.True(Directory.Exists(work["output/places/990122"]));

        // And the whole again, without a trace of the part.
        Assert.Equal(ExitCode.Good, work.Run("build").Code);
        Assert.Equal(before, File.ReadAllText(work["output/index.html"]));
        Assert.False(Directory.Exists(work["output/left-out"]));
    }

    [Fact]
    public void A_code_that_is_no_place_is_refused()
    {
        Run run = work.Run("build", "demonstration", "--places", "990199");
        Assert.Equal(ExitCode.WrongUsage, run.Code);
        Assert.Contains("990199", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(work["output"]) && File.Exists(work["output/index.html"]));
    }

    public void Dispose() => work.Dispose();
}
