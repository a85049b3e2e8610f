using Microsoft.Playwright;

namespace Portal.Browser.Tests;

/// <summary>What a parent types, by keyboard, and what must come back.</summary>
[Collection(Chromium.Name)]
public sealed class SearchTests(Chromium chromium)
{
    private const string Box = "#q", School = "schools/2199004003/";

    [Theory]
    [InlineData("汀乡中心")] // a part in the middle
    [InlineData("青渡 柳汀乡中心")] // a county and a part, with a space
    [InlineData("柳汀 小学 中心")] // parts in any order
    [InlineData("汀前小学")] // the name it had before
    [InlineData("2199004003")] // the code
    [InlineData("柳汀乡中心小学")]
    [InlineData("qingduliutingxiangzhongxinxiaoxue")] // pinyin, the county first
    [InlineData("qing du liu ting")] // pinyin with blanks, the beginning
    [InlineData("qdltxzxxx")] // first letters, the county first
    [InlineData("青渡ltxzx")] // characters and letters
    [InlineData("liutingxiangzhongxin")] // pinyin of a name without its county: a site of few counties reads them all
    [InlineData("ltxzxxx")] // first letters without the county
    [InlineData("青渡縣柳汀鄉中心小學")] // traditional characters
    [InlineData("青渡县柳汀乡中兴小学")] // one wrong character
    [InlineData("青渡县柳汀中心小学")] // 乡 left out
    [InlineData("青渡县柳丁乡中心小学")] // a character that sounds alike
    public async Task A_school_is_found_and_opened_by_keyboard(string typed)
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration, 360);
        await window.GoAsync("");
        await window.Page.FocusAsync(Box);
        await window.Page.Keyboard.InsertTextAsync(typed);
        ILocator option = window.Page.Locator(".sug:visible [role=option]", new() { HasText = "柳汀乡中心小学" });
        await window.ArrowToAsync(option.First);

        Assert.Equal(await option.First.GetAttributeAsync("id"), await window.Page.GetAttributeAsync(Box, "aria-activedescendant"));
        await window.Page.Keyboard.PressAsync("Enter");
        await window.ArriveAsync(School);
        await Expect("h1", "柳汀乡中心小学", window);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_suggestion_is_opened_by_finger_or_mouse(bool touch)
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration, 360, touch: touch);
        await window.GoAsync("");
        await (touch ? window.Page.Locator(Box).TapAsync() : window.Page.Locator(Box).ClickAsync());
        await window.Page.Keyboard.InsertTextAsync("青渡ltxzx");
        ILocator option = window.Page.Locator(".sug:visible [role=option]", new() { HasText = "柳汀乡中心小学" }).First;
        await option.WaitForAsync();
        Assert.True((await option.BoundingBoxAsync())!.Height >= 44);
        await (touch ? option.TapAsync() : option.ClickAsync());
        await window.ArriveAsync(School);
        await Expect("h1", "柳汀乡中心小学", window);
    }

    [Fact]
    public async Task A_former_name_says_that_it_is_one()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration);
        await window.GoAsync("search/?q=" + Uri.EscapeDataString("汀前小学"));
        string hit = await window.Page.Locator("#results .hits li", new() { HasText = "柳汀乡中心小学" }).First.InnerTextAsync();
        Assert.Contains("曾用名", hit, StringComparison.Ordinal);
        Assert.Contains("汀前小学", hit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Escape_closes_the_list_and_leaves_the_words_and_arrows_open_it_again()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration);
        await window.GoAsync("");
        await window.Page.FocusAsync(Box);
        await window.Page.Keyboard.InsertTextAsync("中心");
        await window.Page.Locator(".sug:visible [role=option]").First.WaitForAsync();
        Assert.Equal("true", await window.Page.GetAttributeAsync(Box, "aria-expanded"));
        await window.Page.Keyboard.PressAsync("Escape");
        Assert.Equal(0, await window.Page.Locator(".sug:visible").CountAsync());
        Assert.Equal("false", await window.Page.GetAttributeAsync(Box, "aria-expanded"));
        Assert.Equal("中心", await window.Page.InputValueAsync(Box));
        Assert.Equal("q", await window.Page.EvaluateAsync<string>("document.activeElement.id"));
        await window.Page.Keyboard.PressAsync("ArrowUp");
        Assert.Equal("true", await window.Page.Locator(".sug:visible [role=option]").Last.GetAttributeAsync("aria-selected"));
    }

    [Fact]
    public async Task Enter_without_a_choice_leads_to_the_results_with_the_words_marked()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration);
        await window.GoAsync("");
        await window.Page.FocusAsync(Box);
        await window.Page.Keyboard.InsertTextAsync("青渡 小学");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.ArriveAsync("search/?");
        await window.ListedAsync();
        string[] names = [.. await window.Page.Locator("#results .hits a").AllInnerTextsAsync()];
        Assert.True(names.Length > 5);
        Assert.Contains("柳汀乡中心小学", names);
        Assert.True(await window.Page.Locator("#results mark").CountAsync() > 0);
        Assert.Equal("青渡 小学", await window.Page.InputValueAsync(Box));
        foreach (string? at in await window.Page.Locator("#results .hits a").EvaluateAllAsync<string[]>("l => l.map(a => a.href)"))
        {
            Assert.StartsWith(chromium.Demonstration.Root, at, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nothing_found_says_what_was_searched_and_offers_the_tree()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration);
        await window.GoAsync("search/?q=" + Uri.EscapeDataString("鱻鱻鱻大学"));
        ILocator said = window.Page.Locator("#results .sum", new() { HasText = "没有找到" });
        await said.WaitForAsync();
        Assert.Contains("鱻鱻鱻大学", await said.InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await window.Page.Locator("#results a[href$='places/']").CountAsync() > 0);
    }

    /// <summary>What was chosen with the arrows is no choice any more once further letters are typed: Enter then asks for the words.</summary>
    [Fact]
    public async Task Letters_after_a_choice_let_go_of_it()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration);
        await window.GoAsync("");
        await window.Page.FocusAsync(Box);
        await window.Page.Keyboard.InsertTextAsync("青渡县");
        await window.Page.Locator(".sug:visible [role=option]").First.WaitForAsync();
        await window.Page.Keyboard.PressAsync("ArrowDown");
        Assert.NotNull(await window.Page.GetAttributeAsync(Box, "aria-activedescendant"));
        await window.Page.Keyboard.InsertTextAsync("第一小学");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.ArriveAsync("search/?");
        await window.Page.Locator("#results .hits li", new() { HasText = "青渡县第一小学" }).First.WaitForAsync();
    }

    [Fact]
    public async Task Letters_that_find_nothing_are_told_to_begin_with_the_county()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration);
        await window.GoAsync("search/?q=zzxxqq");
        await window.Page.Locator("#results .sum", new() { HasText = "从县名写起" }).WaitForAsync();
    }

    [Fact]
    public async Task Forced_colours_leave_the_words_of_the_buttons_to_be_read()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration);
        await window.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ForcedColors = ForcedColors.Active });
        await window.GoAsync("search/");
        foreach (string button in new[] { "main .find button", "header.top .desk .find button" })
        {
            // The browser lays a plate of the canvas's colour behind words whose colours it forces; on it, words of the canvas's colour are gone.
            string look = await window.Page.Locator(button).First.EvaluateAsync<string>("e => { const s = getComputedStyle(e), canvas = getComputedStyle(document.body).backgroundColor; return s.color === s.backgroundColor || s.forcedColorAdjust === 'auto' && s.color === canvas ? s.color + ' on ' + s.backgroundColor : ''; }");
            Assert.True(look.Length == 0, $"{button}: {look}");
        }
    }

    [Fact]
    public async Task Letters_of_an_unfinished_composition_are_not_searched()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration);
        await window.GoAsync("");
        await window.Page.FocusAsync(Box);
        ICDPSession keys = await window.Page.Context.NewCDPSessionAsync(window.Page);
        foreach (string part in new[] { "l", "liu", "liu t", "liu ting" })
        {
            await keys.SendAsync("Input.imeSetComposition", new() { ["text"] = part, ["selectionStart"] = part.Length, ["selectionEnd"] = part.Length });
        }

        await window.Page.WaitForTimeoutAsync(400);
        Assert.DoesNotContain(window.Asked, IsAnswer);
        Assert.Equal(0, await window.Page.Locator(".sug:visible").CountAsync());
        await keys.SendAsync("Input.insertText", new() { ["text"] = "柳汀" });
        await window.Page.Locator(".sug:visible [role=option]", new() { HasText = "柳汀乡中心小学" }).First.WaitForAsync();
        Assert.Contains(window.Asked, IsAnswer);
    }

    [Fact]
    public async Task A_browser_without_DecompressionStream_finds_the_same()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration, 360);
        await window.Page.AddInitScriptAsync("delete window.DecompressionStream");
        await window.GoAsync("search/?q=" + Uri.EscapeDataString("柳汀乡中心小学"));
        await window.Page.Locator("#results .hits li", new() { HasText = "柳汀乡中心小学" }).First.WaitForAsync();
        Assert.Contains(window.Asked, a => a.EndsWith("tiny-inflate.js", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Places_of_the_published_site_are_found()
    {
        await using Window window = await chromium.OpenAsync(chromium.Published, 360);
        await window.GoAsync("");
        await window.Page.FocusAsync(Box);
        await window.Page.Keyboard.InsertTextAsync("望江");
        await window.Page.Locator(".sug:visible [role=option]", new() { HasText = "望江县" }).First.WaitForAsync();
        await window.Page.Keyboard.PressAsync("ArrowDown");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.ArriveAsync("places/340827/");
    }

    [Fact]
    public async Task Without_script_the_form_leads_to_the_tree()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration, 360, script: false);
        await window.GoAsync("");
        await window.Page.FillAsync(Box, "柳汀");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.ArriveAsync("search/?");
        await window.Page.Locator("#results a[href$='places/']").First.ClickAsync();
        await window.ArriveAsync("places/");
        Assert.Empty(window.Asked.Where(IsAnswer).ToArray());
    }

    /// <summary>Nothing that searches comes before somebody enters a box; then what finds comes, and the directory, before a letter is typed.</summary>
    [Fact]
    public async Task What_finds_comes_when_a_box_is_entered()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration);
        await window.GoAsync("");
        Assert.DoesNotContain(window.Asked, a => a.StartsWith("search/", StringComparison.Ordinal) || a.StartsWith("assets/search", StringComparison.Ordinal));
        await window.Page.FocusAsync(Box);
        await window.Page.WaitForFunctionAsync("() => window.portalSearch && portalSearch.dir()");
        Assert.Equal(["search/index/places"], window.Asked.Where(a => a.StartsWith("search/", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("图书册数", "生均图书册数（基本均衡）", "指标", "indicators/basic-2012/books/")]
    [InlineData("青渡县 综合督导", "青渡县义务教育均衡发展综合督导报告", "督导报告", "reports/2023/990121-junheng/")]
    [InlineData("临溪市消除大班额", "岫云县消除大班额专项督导报告", "督导报告", "reports/2023/990122-banee/")] // its city, and a run of its title
    public async Task Titles_of_indicators_and_reports_are_suggested_with_what_they_are(string typed, string title, string kind, string address)
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration, 360);
        await window.GoAsync("");
        await window.Page.FocusAsync(Box);
        await window.Page.Keyboard.InsertTextAsync(typed[..1]);
        await window.Page.WaitForTimeoutAsync(300);
        Assert.DoesNotContain(window.Asked, a => a.Contains("titles", StringComparison.Ordinal)); // one character asks for no title
        await window.Page.Keyboard.InsertTextAsync(typed[1..]);
        ILocator option = window.Page.Locator(".sug:visible [role=option]", new() { HasText = title });
        await option.WaitForAsync();
        Assert.StartsWith(kind + " · ", await option.Locator(".at").InnerTextAsync(), StringComparison.Ordinal);
        await window.ArrowToAsync(option);
        await window.Page.Keyboard.PressAsync("Enter");
        await window.ArriveAsync(address);
    }

    [Fact]
    public async Task Places_and_schools_stand_before_titles_and_the_compare_page_has_none()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration);
        await window.GoAsync("");
        await window.Page.FocusAsync(Box);
        await window.Page.Keyboard.InsertTextAsync("青渡县");
        await window.Page.Locator(".sug:visible [role=option]", new() { HasText = "督导报告 · " }).First.WaitForAsync();
        string[] options = [.. await window.Page.Locator(".sug:visible [role=option]").AllInnerTextsAsync()];
        Assert.StartsWith("青渡县", options[0], StringComparison.Ordinal);
        int first = Array.FindIndex(options, o => o.Contains("督导报告 · ", StringComparison.Ordinal));
        Assert.InRange(first, 1, 8);
        Assert.All(options[first..], o => Assert.Contains("督导报告 · ", o, StringComparison.Ordinal));
        Assert.Equal($"{options.Length} 条建议", await window.Page.Locator("form:has(#q) [role=status]").InnerTextAsync());

        await window.GoAsync("compare/");
        await window.Page.FocusAsync("#add");
        await window.Page.Keyboard.InsertTextAsync("青渡县");
        await window.Page.Locator(".sug:visible [role=option]").First.WaitForAsync();
        await window.Page.WaitForTimeoutAsync(300);
        Assert.DoesNotContain(await window.Page.Locator(".sug:visible [role=option]").AllInnerTextsAsync(), o => o.Contains("督导报告 · ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("combobox-", "一直没有结果")]
    [InlineData("search-", "查找没有运行")]
    [InlineData("results-", "查找没有运行")]
    [InlineData("textsearch-", "有的没有打开")] // names are found all the same
    public async Task Where_a_script_does_not_come_a_word_says_so_and_leads_to_the_tree(string script, string said)
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration, 360);
        await window.WithoutAsync("**/assets/" + script + "*");
        await window.GoAsync("search/?q=" + Uri.EscapeDataString("青渡县第一小学"));
        await window.Page.Locator("#results [role=status]", new() { HasText = said }).WaitForAsync();
        ILocator hit = window.Page.Locator("#results .hits a", new() { HasText = "青渡县第一小学" });
        if (script == "textsearch-")
        {
            await hit.First.WaitForAsync();
        }
        else
        {
            Assert.Equal(0, await hit.CountAsync());
        }

        await window.Page.Locator("#results a[href$='places/']").First.ClickAsync();
        await window.ArriveAsync("places/");
    }

    [Fact]
    public async Task The_search_page_without_a_question_does_not_say_that_nothing_comes()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration);
        await window.GoAsync("search/");
        Assert.Equal(0, await window.Page.Locator("#idle").CountAsync());
        await using Window without = await chromium.OpenAsync(chromium.Demonstration, script: false);
        await without.GoAsync("search/?q=x");
        Assert.True(await without.Page.Locator("#idle").IsVisibleAsync());
    }

    // Shards of the index: the directory alone answers nothing.
    private static bool IsAnswer(string address) => address.StartsWith("search/index/", StringComparison.Ordinal) && address != "search/index/places";

    private static async Task Expect(string selector, string words, Window window) =>
        Assert.Contains(words, await window.Page.InnerTextAsync(selector), StringComparison.Ordinal);
}
