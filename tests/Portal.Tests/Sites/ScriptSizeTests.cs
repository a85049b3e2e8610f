using System.IO.Compression;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Portal.Tests.Sites;

/// <summary>What of script a page loads before anybody asks for anything, and what searching for names loads.</summary>
public sealed class ScriptSizeTests
{
    private const int Page = 10 * 1024, Names = 5 * 1024;

    [Fact]
    public void No_page_loads_more_than_ten_kilobytes_of_script_before_somebody_asks()
    {
        RenderedSite site = RenderedSite.Bundled("demonstration");
        Assert.Equal(2, Scripts(site, "").Length);
        Assert.Equal(3, Scripts(site, "compare/").Length);
        Assert.Equal(4, Scripts(site, "search/").Length); // its two preloaded ones run before a question
        Assert.All(site.Pages, page => Assert.InRange(Scripts(site, page.Address).Sum(s => Gzip(site, s)), 1, Page));
    }

    [Fact]
    public void What_finds_names_is_five_kilobytes()
    {
        RenderedSite site = RenderedSite.Bundled("demonstration");
        Assert.InRange(Gzip(site, Named(site, "search")), 1, Names);
        Assert.InRange(Gzip(site, Named(site, "search-help")), 1, Names);
        Assert.InRange(Gzip(site, Named(site, "titles")), 1, 1024);
    }

    /// <summary>Comments and line ends go; words that other scripts and the reader see stay.</summary>
    [Fact]
    public void Scripts_go_out_short_and_vendor_scripts_as_they_are()
    {
        RenderedSite site = RenderedSite.Bundled("demonstration");
        string source = File.ReadAllText(Repository.At("theme/combobox.js")), made = Encoding.UTF8.GetString(site.Files[Named(site, "combobox")]);
        Assert.True(made.Length < 0.7 * source.Length, $"{made.Length} of {source.Length}");
        Assert.DoesNotContain("parts/search.css", made, StringComparison.Ordinal);
        Assert.Contains("portalNames", made, StringComparison.Ordinal);
        Assert.Contains("查找没有运行", made, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(Repository.At("theme/vendor/tiny-inflate/tiny-inflate.js")), site.Files["assets/vendor/tiny-inflate/tiny-inflate.js"]);
    }

    // Scripts of a page by their paths in the site.
    private static string[] Scripts(RenderedSite site, string address) =>
        [.. new HtmlParser().ParseDocument(site.Html(address)).QuerySelectorAll("script[src],link[rel=preload][as=script]").Select(s => s.GetAttribute("src") ?? s.GetAttribute("href")!).Select(s => s[s.IndexOf("assets/", StringComparison.Ordinal)..])];

    private static string Named(RenderedSite site, string name) => site.Plan.Site.Asset(name + ".js");

    private static int Gzip(RenderedSite site, string path)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(site.Files[path]);
        }

        return (int)packed.Length;
    }
}
