using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Portal.Site.Plan;

namespace Portal.Tests.Sites;

/// <summary>A mistake in any table of figures can be reported with the table, the page and the release filled in.</summary>
public class ReportLinkTests
{
    /// <summary>Pages without figures of places or schools: words, lists of files and documents.</summary>
    private static bool HasNone(PlannedPage page) => page.Address is "methodology/" or "sources/" || page.Address.EndsWith("/data/", StringComparison.Ordinal);

    [Fact]
    public void Every_table_of_figures_has_its_link()
    {
        RenderedSite site = RenderedSite.Bundled("demonstration");
        List<string> faults = [];
        HashSet<string> kinds = [];
        foreach (PlannedPage page in site.Pages.Where(p => !HasNone(p)))
        {
            IHtmlDocument html = new HtmlParser().ParseDocument(site.Html(page.Address));
            foreach (IElement table in html.QuerySelectorAll("table").Where(t => t.ClassList.Contains("nums") || t.QuerySelector("td.num") is not null))
            {
                IElement part = table.Closest("section") ?? table.Closest("main")!;
                if (part.QuerySelector("a.rep") is null)
                {
                    faults.Add($"/{page.Address}: {table.QuerySelector("caption")?.TextContent}");
                }

                kinds.Add(page.Address.Split('/')[0]);
            }

            foreach (IHtmlAnchorElement link in html.QuerySelectorAll<IHtmlAnchorElement>("a.rep"))
            {
                string href = Uri.UnescapeDataString(link.GetAttribute("href")!);
                if (!href.Contains("https://demo.example/" + page.Address, StringComparison.Ordinal) || (page.Address.StartsWith("releases/", StringComparison.Ordinal) && !href.Contains(page.Address.Split('/')[1], StringComparison.Ordinal)))
                {
                    faults.Add($"/{page.Address}: {href}");
                }
            }
        }

        Assert.Empty(faults.Take(20));
        Assert.Superset(new HashSet<string> { "", "feedback", "indicators", "monitoring", "places", "releases", "schools", "sources" }, kinds);
    }

    [Fact]
    public void A_set_without_channels_offers_the_text_on_every_page()
    {
        RenderedSite site = RenderedSite.Bundled("published");
        Assert.All(site.Pages, page => Assert.Contains("本站未登记该地反馈渠道", site.Html(page.Address)));
        Assert.All(site.Pages, page => Assert.Contains("id=\"fb-copy\"", site.Html(page.Address)));
    }

    [Fact]
    public void Every_place_with_a_page_has_its_code_as_a_picture()
    {
        RenderedSite site = RenderedSite.Bundled("demonstration");
        foreach (var place in site.Plan.Site.Index.Pages)
        {
            byte[] png = site.Files[Addresses.Qr(place.Code)];
            Assert.Equal("PNG", System.Text.Encoding.ASCII.GetString(png, 1, 3));
            IElement picture = new HtmlParser().ParseDocument(site.Html(Addresses.Place(place.Code))).QuerySelector("#say img")!;
            Assert.Contains(place.Name, picture.GetAttribute("alt"));
        }
    }

    [Theory]
    [InlineData("releases/2022.2/")]
    [InlineData("releases/2022.2/places/990122/")]
    [InlineData("releases/2022.1/places/990122/")]
    [InlineData("releases/2022.2/places/990122/how/basic-2012/junior/")]
    [InlineData("releases/2022.2/places/990122/how/quality-2017/junior/")]
    [InlineData("releases/2022.1/places/990122/how/basic-2012/junior/")]
    [InlineData("places/990122/")]
    [InlineData("schools/3199002013/")]
    public void The_corrected_cell_says_what_it_was_wherever_it_stands(string address)
    {
        // 青崖中学's equipment: 155.80 reported as 1558.00, ten times as much (the one digit too many of the demonstration).
        string text = new HtmlParser().ParseDocument(RenderedSite.Bundled("demonstration").Html(address)).QuerySelector("main")!.TextContent;
        Assert.Contains("1,558.00 万元", text);
        Assert.Contains("155.80 万元", text);
        Assert.Contains("录入时多了一位，学校核对后更正", text);
        Assert.Contains("2023-09-05", text);
    }

    [Fact]
    public void The_corrected_word_stands_in_the_countys_table_and_the_download()
    {
        RenderedSite site = RenderedSite.Bundled("demonstration");
        IHtmlDocument county = new HtmlParser().ParseDocument(site.Html("releases/2022.2/places/990122/"));
        Assert.Contains(county.QuerySelectorAll("#schools th .fix"), fix => fix.TextContent.Contains("原为 青岩乡，现为 青崖乡", StringComparison.Ordinal));
        string csv = System.Text.Encoding.UTF8.GetString(site.Files["releases/2022.2/data/corrections.csv"]);
        Assert.Contains("2022-2,schools,3199002013,township,青岩乡,青崖乡,乡名写错一个字,2023-09-05", csv);
        Assert.DoesNotContain("releases/2022.1/data/corrections.csv", site.Files.Keys);
    }
}
