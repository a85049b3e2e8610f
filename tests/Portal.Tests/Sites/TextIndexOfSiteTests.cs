using System.Globalization;
using System.IO.Compression;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Portal.Domain.Data;
using Portal.Site.Search;

namespace Portal.Tests.Sites;

/// <summary>What the index of texts of the bundled sites holds: all that must be found, and nothing that its page does not say.</summary>
public sealed class TextIndexOfSiteTests
{
    private const string Folder = "search/text/";

    [Theory]
    [InlineData("demonstration")]
    [InlineData("published")]
    public void Every_sentence_stands_on_the_page_that_it_leads_to(string set)
    {
        RenderedSite site = RenderedSite.Bundled(set);
        Dictionary<string, string> pages = [];
        List<string> wrong = [];
        int sentences = 0;
        foreach ((string _, string[] head, string[] text) in Texts(site))
        {
            string address = head[3].Split('#')[0];
            if (!pages.TryGetValue(address, out string? page))
            {
                using IDocument html = new HtmlParser().ParseDocument(site.Html(address));
                pages[address] = page = Letters(html.QuerySelector("main")!.TextContent);
            }

            foreach (string sentence in text.Prepend(head[0]))
            {
                sentences++;
                foreach (string run in TextForm.Of(sentence).Split(' ').Where(run => run.Length > 1 && !page.Contains(run, StringComparison.Ordinal)))
                {
                    wrong.Add($"{head[3]}: {run} of “{sentence}”");
                }
            }

            Assert.True(head[3].Split('#') is not [_, var anchor] || site.Html(address).Contains($"id=\"{anchor}\"", StringComparison.Ordinal), head[3]);
        }

        Assert.Empty(wrong);
        Assert.True(sentences > (set == "demonstration" ? 500 : 100), $"{sentences} sentences");
    }

    [Fact]
    public void Everything_that_must_be_found_is_there()
    {
        RenderedSite site = RenderedSite.Bundled("demonstration");
        ILookup<string, string> kinds = Texts(site).ToLookup(t => t.Kind, t => t.Head[3]);
        Dataset data = site.Plan.Site.Data;
        Assert.Equal(data.Places.All.Where(p => p.Level == PlaceLevel.County && site.Plan.Site.Index.HasPage(p.Code)).Select(p => $"places/{p.Code}/").Order(StringComparer.Ordinal), kinds["c"].Order(StringComparer.Ordinal));
        Assert.Equal(site.Plan.Site.ReportFiles.Select(r => $"reports/{r.Id}/").Order(StringComparer.Ordinal), kinds["r"].Order(StringComparer.Ordinal));
        Assert.Equal(data.Latest!.Supervision.Findings.Select(f => $"places/{f.Place}/rectification/#f-{f.Id}").Order(StringComparer.Ordinal), kinds["f"].Order(StringComparer.Ordinal));
        Assert.Equal(site.Plan.Site.Words.Select(w => w.Path[..^3] + "/").Order(StringComparer.Ordinal), kinds["w"].Order(StringComparer.Ordinal));
        Assert.All(new[] { "methodology/", "glossary/" }, page => Assert.Contains(page, kinds["w"]));
        Assert.All(data.Schemes.SelectMany(s => s.Indicators.Select(i => $"indicators/{s.Id}/{i.Id}/")), indicator => Assert.Contains(indicator, kinds["i"]));
    }

    [Fact]
    public void A_finding_says_its_problem_and_a_report_its_body()
    {
        RenderedSite site = RenderedSite.Bundled("demonstration");
        Dictionary<string, string> texts = Texts(site).ToDictionary(t => t.Head[3], t => string.Concat(t.Sentences.Select(Letters)));
        foreach (Finding finding in site.Plan.Site.Data.Latest!.Supervision.Findings)
        {
            Assert.Contains(Letters(finding.Problem), texts[$"places/{finding.Place}/rectification/#f-{finding.Id}"], StringComparison.Ordinal);
        }

        // The longest line of Markdown of each report without a figure or a mark in it.
        foreach (InspectionReport report in site.Plan.Site.ReportFiles)
        {
            string line = report.Markdown.Split('\n').Where(l => !l.Any("{[*|#`".Contains)).MaxBy(l => l.Length)!;
            Assert.True(line.Length > 20, report.Id);
            Assert.Contains(Letters(line), texts[$"reports/{report.Id}/"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Nothing_says_the_figures_of_surveys_and_a_site_without_reports_has_no_texts_of_them()
    {
        RenderedSite site = RenderedSite.Bundled("demonstration");
        string[] surveys = [.. site.Plan.Site.Data.CurrentReleases.SelectMany(r => r.Surveys).Select(s => s.Id).Distinct()];
        Assert.NotEmpty(surveys);
        Assert.DoesNotContain(Texts(site), t => t.Sentences.Any(s => surveys.Any(id => s.Contains(id, StringComparison.Ordinal))));
        Assert.DoesNotContain(Texts(RenderedSite.Bundled("published")), t => t.Kind is "r" or "f");
    }

    private static string Letters(string text) => TextForm.Of(text).Replace(" ", "", StringComparison.Ordinal);

    // Kind; title, place, day, address; sentences.
    private static IEnumerable<(string Kind, string[] Head, string[] Sentences)> Texts(RenderedSite site)
    {
        foreach ((string path, byte[] bytes) in site.Files.Where(f => f.Key.StartsWith(Folder + "t/", StringComparison.Ordinal)))
        {
            using StreamReader reader = new(new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress), Encoding.UTF8);
            foreach (string[] text in reader.ReadToEnd()[..^2].Split("\n\n").Select(t => t.Split('\n')))
            {
                yield return (path[Folder.Length + 2].ToString(CultureInfo.InvariantCulture), text[0].Split('\t'), text[1..]);
            }
        }
    }
}
