using Microsoft.Playwright;

namespace Portal.Browser.Tests;

/// <summary>What deputies, journalists and parents come for, at 360 px as a new user would; and everything read with script off.</summary>
[Collection(Chromium.Name)]
public sealed class SupervisionJourneyTests(Chromium chromium)
{
    [Fact]
    public async Task A_deputy_lists_what_is_overdue_in_a_county_and_prints_it()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration, 360);
        IPage page = window.Page;
        await window.GoAsync("places/990121/");
        await Follow(window, "#fix a[href$='places/990121/rectification/']", "places/990121/rectification/");

        // The demonstration's two: 990121-2023-07, due on 2024-03-31, and -08, due on 2024-02-29, as of 2024-05-15.
        Assert.Equal(["f-990121-2023-07", "f-990121-2023-08"], await page.EvaluateAsync<string[]>("[...document.querySelectorAll('#overdue tr[id]')].map(r => r.id)"));
        string overdue = await page.InnerTextAsync("#overdue");
        Assert.Contains("逾期 45 天", overdue, StringComparison.Ordinal);
        Assert.Contains("逾期 76 天", overdue, StringComparison.Ordinal);
        Assert.Contains("青渡县教育局", overdue, StringComparison.Ordinal);

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.Equal(2, await page.Locator("#overdue tr[id]:visible").CountAsync());
        Assert.False(await page.Locator("header.top nav").First.IsVisibleAsync());
        Assert.False(await page.Locator("#overdue a.rep").First.IsVisibleAsync());
        Assert.Empty(window.Wrong);
    }

    [Fact]
    public async Task A_journalist_goes_from_a_figure_of_a_report_to_its_working_and_back()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration, 360);
        IPage page = window.Page;
        await window.GoAsync("reports/2023/990121-junheng/");
        ILocator figure = page.Locator("main a[href*='releases/2022.2/places/990121/how/basic-2012/junior/']").First;
        string printed = await figure.InnerTextAsync();
        await figure.ClickAsync();
        await window.ArriveAsync("releases/2022.2/places/990121/how/basic-2012/junior/");
        Assert.EndsWith("#composite", page.Url, StringComparison.Ordinal);
        Assert.Contains(printed, await page.InnerTextAsync("#composite"), StringComparison.Ordinal);

        await Follow(window, "main a[href$='reports/2023/990121-junheng/']", "reports/2023/990121-junheng/");
        Assert.Contains("青渡县", await page.InnerTextAsync("h1"), StringComparison.Ordinal);
        Assert.Empty(window.Wrong);
    }

    [Fact]
    public async Task A_parent_reaches_the_inspector_a_form_that_names_the_school_and_the_enrolment_zone()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration, 360);
        IPage page = window.Page;
        await window.GoAsync("schools/2199004003/");
        string tell = await page.InnerTextAsync("#tell");
        Assert.Contains("责任督学", tell, StringComparison.Ordinal);
        Assert.Matches("^tel:000-", await page.GetAttributeAsync("#tell a[href^='tel:']", "href") ?? "");
        string form = await page.GetAttributeAsync("#tell a.btn", "href") ?? "";
        Assert.Contains("title=" + Uri.EscapeDataString("柳汀乡中心小学"), form, StringComparison.Ordinal);
        Assert.Contains(Uri.EscapeDataString("https://demo.example/schools/2199004003/"), form, StringComparison.Ordinal);

        // The enrolment zone comes first of what the school must make public: a link, and whom to ask.
        string zone = await page.InnerTextAsync("#pub p >> nth=0");
        Assert.Contains("招生范围", zone, StringComparison.Ordinal);
        Assert.True(await page.Locator("#pub p").First.Locator("a[href^='https://demo.example/'], a[href^='tel:']").CountAsync() > 1);
        Assert.Empty(window.Wrong);
    }

    [Theory]
    [InlineData("reports/2023/990121-junheng/")]
    [InlineData("places/990121/rectification/")]
    [InlineData("surveys/s2023-990321-k/")]
    [InlineData("disclosure/")]
    [InlineData("zones/")]
    [InlineData("schools/2199004003/evaluation/")]
    [InlineData("feedback/")]
    public async Task Without_script_every_row_and_drawing_is_there(string address)
    {
        (int Rows, int Drawings, int Folds) with = await Counted(true);
        (int Rows, int Drawings, int Folds) without = await Counted(false);
        Assert.True(with.Rows + with.Drawings > 0, "Nothing to read.");
        Assert.Equal(with, without);

        async Task<(int, int, int)> Counted(bool script)
        {
            await using Window window = await chromium.OpenAsync(chromium.Demonstration, 360, script: script);
            await window.GoAsync(address);
            Assert.True(await window.Page.Locator("h1").IsVisibleAsync());
            return (await window.Page.Locator("main tr").CountAsync(), await window.Page.Locator("main svg[role=img]").CountAsync(), await window.Page.Locator("main details").CountAsync());
        }
    }

    private static async Task Follow(Window window, string selector, string address)
    {
        await window.Page.Locator(selector).First.ClickAsync();
        await window.ArriveAsync(address);
    }
}
