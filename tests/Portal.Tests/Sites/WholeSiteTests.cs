using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Portal.Domain.Data;
using Portal.Site.Plan;

namespace Portal.Tests.Sites;

/// <summary>What every page of the two bundled sites owes its readers.</summary>
public sealed partial class WholeSiteTests
{
    public static TheoryData<string> Sets => ["demonstration", "published"];

    [Theory]
    [MemberData(nameof(Sets))]
    public void Every_page_is_made_and_no_link_or_anchor_is_broken(string set)
    {
        RenderedSite site = RenderedSite.Bundled(set);
        // The demonstration shows inspectors whose term is over on purpose: their pages say so, and the build reminds of them.
        Assert.DoesNotContain(site.Problems, p => !p.Contains("warning P828", StringComparison.Ordinal));
        Assert.True(site.Pages.Count() > 50, "Too few pages to be the whole site.");
        Assert.Equal(site.Plan.Files.Count, site.Files.Count);
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Every_page_has_one_heading_title_language_mark_way_and_feedback(string set) => OnEveryPage(set, (address, page, fault) =>
    {
        Need(page.QuerySelectorAll("h1").Length == 1, "one h1");
        Need(page.Title is { Length: > 4 }, "a title");
        Need(page.DocumentElement.GetAttribute("lang") == "zh-CN", "lang");
        Need(page.QuerySelector("header.top .demo strong")?.TextContent == (set == "published" ? "转载" : "演示数据"), "the mark");
        Need(address is "" or "404.html" || page.QuerySelectorAll("nav.crumb li").Length >= 2, "a breadcrumb");
        Need(page.QuerySelectorAll("#fb-copy").Length == 1 && page.QuerySelector("section p.fb") is not null, "one feedback section with a text to copy");
        Need(page.QuerySelectorAll("main").Length == 1, "one main");
        Need(page.QuerySelector("meta[name=description]")?.GetAttribute("content") is { Length: > 4 }, "a description");

        void Need(bool there, string what)
        {
            if (!there)
            {
                fault(what);
            }
        }
    });

    [Theory]
    [MemberData(nameof(Sets))]
    public void No_page_takes_anything_from_another_host_or_carries_style_or_script(string set) => OnEveryPage(set, (_, page, fault) =>
    {
        string? policy = page.QuerySelector("meta[http-equiv=Content-Security-Policy]")?.GetAttribute("content");
        if (policy is null || policy.Contains("unsafe", StringComparison.Ordinal) || policy.Contains('*', StringComparison.Ordinal) || policy.Contains("http", StringComparison.Ordinal) || !policy.Contains("default-src 'none'", StringComparison.Ordinal))
        {
            fault($"policy {policy}");
        }

        foreach (IElement element in page.All)
        {
            if (element is IHtmlUnknownElement)
            {
                fault($"<{element.LocalName}> is no element of HTML");
            }

            if (element.HasAttribute("style") || element.LocalName == "style")
            {
                fault($"style in <{element.LocalName}>");
            }

            if (element.LocalName == "script" && (element.TextContent.Length > 0 || !element.HasAttribute("src")))
            {
                fault("script in the page");
            }

            foreach (IAttr attribute in element.Attributes)
            {
                if (attribute.Name.StartsWith("on", StringComparison.Ordinal))
                {
                    fault($"{attribute.Name} in <{element.LocalName}>");
                }

                bool loads = attribute.Name is "src" or "srcset" or "poster" or "action" or "formaction" or "ping" or "background" or "manifest"
                    || (attribute.Name is "href" or "xlink:href" && element.LocalName is "image" or "use")
                    || (attribute.Name is "href" && element is IHtmlLinkElement link && link.Relation is not "canonical")
                    || (attribute.Name is "data" && element.LocalName == "object");
                if (loads && (attribute.Value.Contains("//", StringComparison.Ordinal) || attribute.Value.Contains("data:", StringComparison.Ordinal)))
                {
                    fault($"{attribute.Name}=\"{attribute.Value}\"");
                }

                if (attribute.Name is "href" && attribute.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase))
                {
                    fault(attribute.Value);
                }
            }
        }
    });

    [Theory]
    [MemberData(nameof(Sets))]
    public void Ids_are_unique_and_labels_lead_somewhere(string set) => OnEveryPage(set, (_, page, fault) =>
    {
        foreach (IGrouping<string, string> twice in page.QuerySelectorAll("[id]").Select(e => e.Id!).GroupBy(i => i).Where(g => g.Count() > 1))
        {
            fault($"id {twice.Key} twice");
        }

        foreach (string name in new[] { "for", "aria-labelledby", "aria-describedby" })
        {
            foreach (string id in page.QuerySelectorAll($"[{name}]").SelectMany(e => e.GetAttribute(name)!.Split(' ')).Where(i => page.GetElementById(i) is null))
            {
                fault($"{name}={id} leads nowhere");
            }
        }
    });

    [Theory]
    [MemberData(nameof(Sets))]
    public void Style_sheet_and_scripts_name_no_other_host(string set)
    {
        foreach ((string path, byte[] content) in RenderedSite.Bundled(set).Files.Where(f => f.Key.EndsWith(".css", StringComparison.Ordinal) || f.Key.EndsWith(".js", StringComparison.Ordinal)))
        {
            string text = System.Text.Encoding.UTF8.GetString(content);
            Assert.False(path.EndsWith(".css", StringComparison.Ordinal) && OtherHost().IsMatch(text), path);
            Assert.DoesNotMatch(Connection(), text);
        }
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void The_sitemap_lists_every_page_that_search_engines_may_list(string set)
    {
        RenderedSite site = RenderedSite.Bundled(set);
        string origin = site.Plan.Site.Data.Settings.Origin + site.Plan.Site.Data.Settings.BasePath;
        string[] listed = [.. Location().Matches(site.Html("sitemap.xml")).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal)];
        HtmlParser parser = new();
        string[] pages = [.. site.Pages.Where(p => parser.ParseDocument(site.Html(p.Address)).QuerySelector("meta[name=robots][content=noindex]") is null && !p.Superseded)
            .Select(p => origin + p.Address).Order(StringComparer.Ordinal)];
        Assert.Equal(pages, listed);
    }

    [Fact]
    public void Every_school_and_county_of_the_demonstration_has_its_page_and_is_in_the_list_of_its_county()
    {
        RenderedSite site = RenderedSite.Bundled("demonstration");
        Dataset data = site.Plan.Site.Data;
        HtmlParser parser = new();
        foreach (IGrouping<PlaceCode, School> county in data.Releases.SelectMany(r => Enumerable.Range(0, r.Schools.Count).Select(i => r.Schools[i])).DistinctBy(s => s.Id).GroupBy(s => s.Place))
        {
            string list = site.Html($"places/{county.Key}/schools/");
            foreach (School school in county)
            {
                string name = data.LatestOf(school.Id)!.Schools[data.LatestOf(school.Id)!.Schools.Find(school.Id)!.Value].Name;
                Assert.Contains(name, parser.ParseDocument(site.Html($"schools/{school.Id}/")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
                Assert.Contains($"schools/{school.Id}/\"", list, StringComparison.Ordinal);
            }
        }
    }

    // All faults of all pages at once, each with its page.
    private static void OnEveryPage(string set, Action<string, IHtmlDocument, Action<string>> look)
    {
        RenderedSite site = RenderedSite.Bundled(set);
        List<string> faults = [];
        HtmlParser parser = new();
        foreach (PlannedPage page in site.Pages)
        {
            look(page.Address, parser.ParseDocument(site.Html(page.Address)), words => faults.Add($"/{page.Address}: {words}"));
        }

        Assert.True(faults.Count == 0, $"{faults.Count} faults:\n" + string.Join('\n', faults.Take(40)));
    }

    [GeneratedRegex(@"url\(\s*['""]?(https?:)?//|@import")]
    private static partial Regex OtherHost();

    [GeneratedRegex(@"(fetch|open|import|WebSocket|EventSource|sendBeacon)\(\s*['""`](https?:|wss?:)?//")]
    private static partial Regex Connection();

    [GeneratedRegex("<loc>(.*?)</loc>")]
    private static partial Regex Location();
}
