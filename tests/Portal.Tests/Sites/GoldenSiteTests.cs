using System.Text;
using AngleSharp.Html.Parser;
using Portal.Site.Plan;

namespace Portal.Tests.Sites;

/// <summary>
/// One folder of tests/sites/ is one whole small site. Its pages must say what is kept in <c>expected/models/</c>, and the few pages in
/// <c>expected/pages/</c> must be the same byte for byte. What changed is kept under TestResults/sites/; see tests/README.md for the one
/// command that accepts it.
/// </summary>
public sealed class GoldenSiteTests
{
    private static readonly bool Accept = Environment.GetEnvironmentVariable("PORTAL_ACCEPT") == "1";

    /// <summary>Pages that say something of the site's own data.</summary>
    private static readonly string[] Kept = ["places/", "schools/", "releases/", "sources/", "indicators/books/"];

    /// <summary>Pages kept whole.</summary>
    private static readonly Dictionary<string, string[]> Whole = new(StringComparer.Ordinal)
    {
        ["worked-example"] = ["places/990001/"],
        ["published-only"] = ["places/980031/"],
    };

    public static TheoryData<string> Names => [.. Directory.GetDirectories(Repository.At("tests/sites")).Where(f => Directory.Exists(Path.Combine(f, "data"))).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_golden_site_says_what_nowexpected(string name)
    {
        RenderedSite site = RenderedSite.Golden(name);
        Assert.Empty(site.Problems);

        SortedDictionary<string, string> now = new(StringComparer.Ordinal);
        foreach (PlannedPage page in site.Pages.Where(p => p.Address.Length == 0 || Kept.Any(k => p.Address.StartsWith(k, StringComparison.Ordinal))))
        {
            string key = page.Address.Length == 0 ? "home" : page.Address.TrimEnd('/').Replace('/', '_');
            now[$"models/{key}.json"] = ModelJson.Of(page.Model());
        }

        foreach (string address in Whole.GetValueOrDefault(name, []))
        {
            now[$"pages/{address.TrimEnd('/').Replace('/', '_')}.html"] = site.Html(address);
        }

        Compare(name, now);
    }

    [Fact]
    public void The_method_sheets_worked_example_stands_on_the_countys_page()
    {
        RenderedSite site = RenderedSite.Golden("worked-example");
        string text = new HtmlParser().ParseDocument(site.Html("places/990001/")).QuerySelector("main")!.TextContent;
        Assert.Contains("0.5153", text, StringComparison.Ordinal); // rules.md §1.3: CV 0.5153, of the unrounded 0.51525…
        Assert.DoesNotContain("0.4888", text, StringComparison.Ordinal); // the unweighted deviation
        Assert.DoesNotContain("0.546", text, StringComparison.Ordinal); // the sample deviation
        Assert.Contains("超过限值", text, StringComparison.Ordinal); // of 0.515, which 0.515 would have contradicted
    }

    private static void Compare(string name, SortedDictionary<string, string> made)
    {
        string expected = Repository.At($"tests/sites/{name}/expected");
        string changed = Repository.At($"TestResults/sites/{name}");
        if (Directory.Exists(changed))
        {
            Directory.Delete(changed, recursive: true);
        }

        List<string> differences = [];
        foreach (string old in KeptFiles(expected).Where(k => !made.ContainsKey(k)))
        {
            differences.Add($"{old}: no longer made");
            if (Accept)
            {
                File.Delete(Path.Combine(expected, old));
            }
        }

        foreach ((string file, string text) in made)
        {
            string path = Path.Combine(expected, file);
            string? was = File.Exists(path) ? File.ReadAllText(path, Encoding.UTF8) : null;
            if (was != text)
            {
                differences.Add(was is null ? $"{file}: new" : $"{file}, line {FirstDifference(was, text)}");
                string to = Accept ? path : Path.Combine(changed, file);
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.WriteAllText(to, text);
            }
        }

        Assert.True(Accept || differences.Count == 0, $"""
            {differences.Count} files of tests/sites/{name}/expected differ; what was made is under TestResults/sites/{name}:
            {string.Join('\n', differences)}
            Compare: git diff --no-index tests/sites/{name}/expected TestResults/sites/{name}
            Accept:  PORTAL_ACCEPT=1 dotnet test tests/Portal.Tests --filter GoldenSiteTests
            """);
    }

    private static IEnumerable<string> KeptFiles(string expected) =>
        new[] { "models", "pages" }.Where(f => Directory.Exists(Path.Combine(expected, f)))
            .SelectMany(f => Directory.EnumerateFiles(Path.Combine(expected, f)).Select(p => $"{f}/{Path.GetFileName(p)}"));

    private static int FirstDifference(string was, string made) =>
        1 + was.Split('\n').Zip(made.Split('\n')).TakeWhile(p => p.First == p.Second).Count();
}
