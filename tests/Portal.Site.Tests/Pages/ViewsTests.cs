using System.Buffers;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Portal.Domain.Data;
using Portal.Domain.Problems;
using Portal.Site.Components;
using Portal.Site.Pages;
using Portal.Site.Plan;
using Portal.Site.Rendering;

namespace Portal.Site.Tests.Pages;

public class ViewsTests
{
    [Fact]
    public void All_pages_of_a_site_render_and_every_link_and_anchor_leads_somewhere()
    {
        ProblemList problems = new();
        Release before = HandSite.Release("2022", 1, [.. HandSite.County(HandSite.Within, 5, 4), .. HandSite.County(HandSite.Over, 5)], published: new DateOnly(2023, 5, 20));
        SiteContext made = HandSite.Site([HandSite.Step(HandSite.Over, HandSite.Basic, "认定", "2016-03-21"), HandSite.Step(HandSite.Small, HandSite.Basic, "推迟", "2020")], more: before);
        Asset[] theme = [.. new[] { "site.css", "site.js", "combobox.js", "search.js", "titles.js", "textsearch.js", "results.js", "compare.js", "figures.js", "icon.svg" }.Select(name => new Asset(name, ReadOnlyMemory<byte>.Empty))];
        SitePlan plan = SitePlan.Create(made.Data, made.Findings, [], theme, problems);
        LinkCheck check = plan.NewLinkCheck(problems);
        using PageScratch scratch = new();
        Dictionary<string, byte[]> pages = [];
        foreach (PlannedFile file in plan.Files.Where(f => f.IsPage))
        {
            ArrayBufferWriter<byte> bytes = new();
            file.Write(scratch, bytes);
            check.Page(file.Path, bytes.WrittenSpan, "/");
            pages[file.Path] = bytes.WrittenSpan.ToArray();
        }

        foreach ((string file, IReadOnlyDictionary<string, string> anchors) in check.AnchorsNeeded)
        {
            check.Anchors(file, pages[file], anchors);
        }

        check.Tell();
        Assert.Empty(problems.Sorted().Select(p => p.ToString()));
        Assert.Contains("releases/2022.1/places/990101/index.html", pages.Keys);
        Assert.Contains("places/990101/schools/index.html", pages.Keys);
        Assert.DoesNotContain(pages.Values, html => Encoding.UTF8.GetString(html).Contains(" style=", StringComparison.Ordinal));
        Assert.All(pages, page => Assert.True(Ids(page.Value).Distinct().Count() == Ids(page.Value).Length, page.Key + " uses an id twice"));
    }

    [Fact]
    public void Above_sixty_schools_townships_are_folded_and_can_be_reached()
    {
        (School School, Cell Pupils, Cell Books)[] five = [.. HandSite.County(HandSite.Within, 5)];
        (School, Cell, Cell)[] many = [.. Enumerable.Range(0, 61).Select(i => five[i % 5] with { School = five[i % 5].School with { Id = new SchoolId($"9901{i:D3}"), Township = $"{i % 4} 镇" } })];
        CountyPage page = CountyPage.Create(HandSite.Site(more: HandSite.Release("2024", 1, many)), HandSite.Within);
        Assert.True(page.Schools!.Folded);
        IDocument html = Document<CountyView>(HandSite.Site(), page);
        IElement[] folds = [.. html.QuerySelectorAll("#schools details.fold")];
        Assert.Equal(4, folds.Length);
        Assert.Equal(61, html.QuerySelectorAll("#schools tbody tr").Length);
        Assert.Equal(folds.Select(f => "#" + f.Id), html.QuerySelectorAll("#schools .jump a").Select(a => a.GetAttribute("href")));
        Assert.NotNull(html.QuerySelector("#schools [data-filter]"));
    }

    [Fact]
    public void The_home_page_begins_with_a_search_that_works_without_a_script()
    {
        SiteContext site = HandSite.Site();
        IDocument html = Document<HomeView>(site, HomePage.Create(site));
        IElement form = html.QuerySelector("form[role=search]")!;
        Assert.Equal(("search/", "q"), (form.GetAttribute("action"), form.QuerySelector("input")!.GetAttribute("name")));
        Assert.True(form.CompareDocumentPosition(html.QuerySelector("table")!).HasFlag(DocumentPositions.Following));
        Assert.Equal(["算小学测算", "认认定"], html.QuerySelectorAll("table thead th").Skip(1).Take(2).Select(th => th.TextContent));
    }

    [Fact]
    public void A_place_without_a_page_is_named_and_not_linked()
    {
        SiteContext site = HandSite.Site();
        IDocument html = Document<PlaceTreeView>(site, PlaceTreePage.Create(site));
        Assert.Contains("戊县", html.Body!.TextContent);
        Assert.DoesNotContain(html.QuerySelectorAll("a"), a => a.TextContent == "戊县");
        Assert.Contains(html.QuerySelectorAll("a"), a => a.TextContent == "甲县");
    }

    private static IDocument Document<T>(SiteContext site, PageModel model) => Rendered.Document<T>(("Site", site), ("Model", model));

    private static string[] Ids(byte[] html) => [.. new HtmlParser().ParseDocument(Encoding.UTF8.GetString(html)).QuerySelectorAll("[id]").Select(e => e.Id!)];
}
