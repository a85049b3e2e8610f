using Microsoft.Playwright;

namespace Portal.Browser.Tests;

/// <summary>Home → search → school → county → feedback, on a phone's width, without a mouse; and the same through the tree without script.</summary>
[Collection(Chromium.Name)]
public sealed class JourneyTests(Chromium chromium)
{
    [Fact]
    public async Task By_keyboard_alone_at_360_pixels()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration, 360);
        IPage page = window.Page;
        await window.GoAsync("");
        await window.TabToAsync("#q");
        await page.Keyboard.InsertTextAsync("柳汀乡中心");
        await page.Locator(".sug:visible [role=option]").First.WaitForAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await window.ArriveAsync("schools/2199004003/");

        await window.TabToAsync("main a[href$='places/990121/']");
        await page.Keyboard.PressAsync("Enter");
        await window.ArriveAsync("places/990121/");
        Assert.Contains("青渡县", await page.InnerTextAsync("h1"), StringComparison.Ordinal);

        await window.TabToAsync("#say a.btn, #say a[href^='tel:'], #say a[href^='mailto:']", most: 400);
        await CarriesThePage(page.Locator("#say a.btn"), "青渡县", "https://demo.example/places/990121/");
    }

    [Fact]
    public async Task The_first_stop_leads_to_the_text()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration, 360);
        await window.GoAsync("places/990121/");
        await window.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("跳到正文", await window.Page.EvaluateAsync<string>("document.activeElement.textContent"));
        await window.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await window.Page.EvaluateAsync<string>("document.activeElement.id"));
    }

    [Fact]
    public async Task Through_the_tree_with_script_off()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration, 360, script: false);
        IPage page = window.Page;
        await window.GoAsync("");
        await Follow("main a[href$='places/']", "places/");
        await Follow("main a[href$='places/990000/'], main a[href$='990000/']", "places/990000/");
        await Follow("main a[href$='990121/']", "places/990121/");
        ILocator fold = page.Locator("details:has(a[href$='schools/2199004003/'])");
        if (await fold.CountAsync() > 0 && await fold.First.GetAttributeAsync("open") is null)
        {
            await fold.First.Locator("summary").First.ClickAsync();
        }

        await Follow("main a[href$='schools/2199004003/']", "schools/2199004003/");
        Assert.Contains("柳汀乡中心小学", await page.InnerTextAsync("h1"), StringComparison.Ordinal);
        await CarriesThePage(page.Locator("main a.btn").First, "柳汀乡中心小学", "https://demo.example/schools/2199004003/");
        await Follow("main a[href$='places/990121/']", "places/990121/");
        await CarriesThePage(page.Locator("#say a.btn"), "青渡县", "https://demo.example/places/990121/");
        Assert.True(await page.Locator("#say .copy").IsVisibleAsync());

        async Task Follow(string link, string to)
        {
            await page.Locator(link).First.ClickAsync();
            await window.ArriveAsync(to);
        }
    }

    [Theory]
    [InlineData("places/990102/", "汀兰区", "https://demo.example/places/990102/")] // a county with mail
    [InlineData("places/990121/", "青渡县", "https://demo.example/places/990121/")] // with a form
    [InlineData("indicators/basic-2012/books/", "生均图书册数", "https://demo.example/indicators/basic-2012/books/")] // the site's own
    public async Task A_feedback_link_carries_the_pages_title_and_address(string address, string title, string full)
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration);
        await window.GoAsync(address);
        await CarriesThePage(window.Page.Locator("main a[href^='mailto:'], main a.btn[href^='http']").First, title, full);
        Assert.Contains(full, await window.Page.Locator("#fb-copy").TextContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_text_to_copy_can_be_copied()
    {
        await using Window window = await chromium.OpenAsync(chromium.Published, 360);
        await window.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await window.GoAsync("places/340827/");
        // Where no channel is known the text stands open: it is all that can be offered.
        await window.Page.Locator("main .copy button").ClickAsync();
        await window.Page.Locator("main .copy button", new() { HasText = "已复制" }).WaitForAsync();
        string copied = await window.Page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.Contains("望江县", copied, StringComparison.Ordinal);
        Assert.Contains("https://published.example/places/340827/", copied, StringComparison.Ordinal);
    }

    private static async Task CarriesThePage(ILocator link, string title, string address)
    {
        string href = Uri.UnescapeDataString(await link.GetAttributeAsync("href") ?? "");
        Assert.Contains(title, href, StringComparison.Ordinal);
        Assert.Contains(address, href, StringComparison.Ordinal);
    }
}
