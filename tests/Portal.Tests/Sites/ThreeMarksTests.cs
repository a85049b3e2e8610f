using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site;
using Portal.Site.Plan;

namespace Portal.Tests.Sites;

/// <summary>认定, 测算 and 差距 are never mixed, on any page of the demonstration (data.md §5).</summary>
public sealed partial class ThreeMarksTests
{
    /// <summary>What may never be said of a county or school by a scheme that nobody has applied for.</summary>
    private static readonly string[] Verdicts = ["未达标", "未达到", "不达标", "没有达到", "未通过", "不合格", "达标"];

    [Fact]
    public void A_scheme_that_was_not_applied_for_never_gives_a_verdict()
    {
        RenderedSite site = RenderedSite.Bundled("demonstration");
        int sections = 0;
        int sentences = 0;
        List<string> faults = [];
        foreach ((PlannedPage page, IReadOnlyList<Scheme> open) in OfCountiesAndSchools(site))
        {
            IHtmlDocument html = new HtmlParser().ParseDocument(site.Html(page.Address));
            foreach (IElement section in html.QuerySelectorAll("[data-applied=no]"))
            {
                sections++;
                faults.AddRange(Verdicts.Where(v => section.TextContent.Contains(v, StringComparison.Ordinal)).Select(v => $"/{page.Address}: {v} in {section.Id ?? section.LocalName}"));
                if (section.QuerySelector(".mk-no, .st-no, .lack") is { } mark)
                {
                    faults.Add($"/{page.Address}: the mark {mark.ClassName} in {section.Id ?? section.LocalName}");
                }
            }

            // Wherever else the scheme is named: no sentence joins it with a verdict.
            foreach (Scheme scheme in open)
            {
                foreach (string sentence in Sentence().Split(Text(html)).Where(s => s.Contains(scheme.Short, StringComparison.Ordinal)))
                {
                    sentences++;
                    faults.AddRange(Verdicts.Where(v => sentence.Contains(v, StringComparison.Ordinal)).Select(v => $"/{page.Address}: {v} in “{sentence}”"));
                }
            }
        }

        Assert.True(sections > 200, $"{sections} sections");
        Assert.True(sentences > 500, $"{sentences} sentences");
        Assert.True(faults.Count == 0, $"{faults.Count} faults:\n" + string.Join('\n', faults.Take(30)));
    }

    /// <summary>Every scheme of the release has its road on every county's page, and says whether it was applied for as procedure.csv does.</summary>
    [Fact]
    public void Every_scheme_has_its_road_as_the_procedure_says()
    {
        RenderedSite site = RenderedSite.Bundled("demonstration");
        Dataset data = site.Plan.Site.Data;
        int notApplied = 0;
        foreach (Place county in site.Plan.Site.Index.Pages.Where(p => p.Level == PlaceLevel.County))
        {
            Release release = data.LatestOf(county.Code)!;
            IHtmlDocument html = new HtmlParser().ParseDocument(site.Html(Addresses.Place(county.Code)));
            Assert.Equal(
                release.Schemes.Select(s => (s.Value, data.Latest!.ProcedureOf(county.Code).Any(p => p.Scheme == s) ? "yes" : "no")),
                html.QuerySelectorAll("#road > div").Select(d => (d.GetAttribute("data-scheme")!, d.GetAttribute("data-applied")!)));
            notApplied += html.QuerySelectorAll("#road > [data-applied=no]").Length;
        }

        Assert.True(notApplied > 5);
    }

    /// <summary>A page with a worked-out value or verdict has the mark 算 (or 距) and the word; one with a decision of the authority has 认.</summary>
    [Fact]
    public void Every_kind_of_page_with_figures_carries_the_marks()
    {
        RenderedSite site = RenderedSite.Bundled("demonstration");
        foreach ((string address, string[] marks) in new[]
        {
            ("", new[] { "认", "算", "距" }), ("places/990000/", ["认", "算"]), ("places/990100/", ["认", "算"]), ("places/990121/", ["认", "算", "距"]),
            ("places/990202/", ["认", "算"]), ("schools/2199004003/", ["算", "距"]), ("indicators/basic-2012/composite/", ["算"]), ("indicators/quality-2017/sports-area/", ["算", "距"]),
            ("releases/2022.2/", ["算"]), ("releases/2022.1/places/990122/", ["认", "算", "距"]),
        })
        {
            IHtmlDocument html = new HtmlParser().ParseDocument(site.Html(address));
            string[] seals = [.. html.QuerySelectorAll("main .seal").Select(s => s.TextContent).Distinct()];
            Assert.True(marks.All(seals.Contains), $"/{address}: {string.Join(' ', seals)} of {string.Join(' ', marks)}");
            string text = html.QuerySelector("main")!.TextContent;
            foreach ((string mark, string word) in new[] { ("认", "认定"), ("算", "测算"), ("距", "差距") })
            {
                Assert.True(!marks.Contains(mark) || text.Contains(word, StringComparison.Ordinal), $"/{address}: no word for {mark}");
            }
        }
    }

    /// <summary>The published set works nothing out and measures no distance: its pages carry neither mark.</summary>
    [Fact]
    public void A_site_of_published_values_carries_no_mark_of_computation()
    {
        RenderedSite site = RenderedSite.Bundled("published");
        foreach (PlannedPage page in site.Pages.Where(p => p.Address.StartsWith("places/", StringComparison.Ordinal) || p.Address.Length == 0))
        {
            Assert.DoesNotContain(new HtmlParser().ParseDocument(site.Html(page.Address)).QuerySelectorAll("main .seal"), s => s.TextContent is "算" or "距");
        }
    }

    // Pages of counties, pinned ones too, and of schools, with the schemes that the county has not applied for as seen from there.
    private static IEnumerable<(PlannedPage Page, IReadOnlyList<Scheme> Open)> OfCountiesAndSchools(RenderedSite site)
    {
        SiteContext context = site.Plan.Site;
        Dataset data = context.Data;
        foreach (PlannedPage page in site.Pages)
        {
            string[] parts = page.Address.Split('/');
            (PlaceCode County, Release? Release)? of = parts switch
            {
                ["places", var code, ""] when data.Places.Find(new PlaceCode(code)) is { Level: PlaceLevel.County } => (new PlaceCode(code), null),
                ["releases", var id, "places", var code, ""] => (new PlaceCode(code), data.Releases.Single(r => r.Id.ToString() == id)),
                ["schools", var id, ""] when data.LatestOf(new SchoolId(id)) is { } release => (release.Schools[release.Schools.Find(new SchoolId(id))!.Value].Place, release),
                _ => null,
            };
            if (of is var (county, pinned))
            {
                IReadOnlyList<Release> seen = pinned is null ? data.CurrentReleases : context.Index.UpTo(pinned);
                yield return (page, [.. data.Schemes.Where(s => PlaceIndex.RoadOf(seen, county, s.Id).Standing == Standing.NotApplied)]);
            }
        }
    }

    // Text with a break after each element: sentences do not run over cells and headings.
    private static string Text(IHtmlDocument html)
    {
        foreach (IElement seal in html.QuerySelectorAll("h1,h2,h3,p,li,td,th,dt,dd,caption,text,title,desc,small").ToArray())
        {
            seal.AppendChild(html.CreateTextNode("\n"));
        }

        return html.QuerySelector("main")!.TextContent;
    }

    [GeneratedRegex("[。；\n]")]
    private static partial Regex Sentence();
}
