using Microsoft.Playwright;

namespace Portal.Browser.Tests;

/// <summary>Schools and counties side by side: chosen by keyboard, kept by the address, never ordered by value.</summary>
[Collection(Chromium.Name)]
public sealed class CompareTests(Chromium chromium)
{
    private const string Two = "compare/?schools=990121-2199004003,990121-2199004001";

    [Fact]
    public async Task From_a_schools_page_another_is_added_by_keyboard_and_the_address_keeps_the_choice()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration, 360);
        await window.GoAsync("schools/2199004003/");
        await window.Page.GetByText("和别的学校并排比较").ClickAsync();
        await window.ArriveAsync("compare/?");
        await window.Page.GetByText("再加入一所学校，就并排列出。").WaitForAsync();
        await AddAsync(window, "青渡县第一小学");
        await window.Page.Locator("table.compare").WaitForAsync();
        Assert.EndsWith(Two, window.Page.Url, StringComparison.Ordinal);
        string before = await window.Page.Locator("table.compare").InnerTextAsync();
        await window.Page.ReloadAsync();
        await window.Page.Locator("table.compare").WaitForAsync();
        Assert.Equal(before, await window.Page.Locator("table.compare").InnerTextAsync());
        Assert.StartsWith("柳汀乡中心小学、青渡县第一小学", await window.Page.TitleAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cells_say_what_the_schools_own_pages_say_in_the_order_chosen()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration);
        await window.GoAsync(Two);
        await window.Page.Locator("table.compare").WaitForAsync();
        string[] heads = [.. await window.Page.Locator("table.compare thead th a").AllInnerTextsAsync()];
        Assert.Equal(["柳汀乡中心小学", "青渡县第一小学"], heads);
        Dictionary<string, string[]> rows = [];
        foreach (string line in await window.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('table.compare tbody')].find(b => b.innerText.includes('基本均衡，小学')).querySelectorAll('tr:not(.grp)').values().map(r => [...r.cells].map(c => (c.querySelector('b') || c).textContent.trim() + '/' + (c.querySelector('.st') || c).textContent.trim()).join('|')).toArray()"))
        {
            string[] cells = line.Split('|');
            rows[cells[0].Split('/')[0]] = cells[1..];
        }

        foreach ((string id, int column) in new[] { ("2199004003", 0), ("2199004001", 1) })
        {
            await window.GoAsync($"schools/{id}/");
            string[] own = await window.Page.EvaluateAsync<string[]>("[...document.querySelector('table.inds').tBodies[0].rows].map(r => r.cells[0].querySelector('a').textContent + '|' + r.cells[1].textContent.trim() + '/' + r.querySelector('.st').textContent.trim())");
            Assert.Equal(8, own.Length);
            Assert.All(own, line => Assert.Equal(line.Split('|')[1], rows[line.Split('|')[0]][column]));
        }
    }

    [Fact]
    public async Task A_column_goes_and_a_county_cannot_stand_beside_a_school()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration);
        await window.GoAsync(Two + ",990102-2199001009");
        await window.Page.Locator("table.compare").WaitForAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "去掉青渡县第一小学" }).ClickAsync();
        await window.Page.WaitForFunctionAsync("document.querySelectorAll('table.compare thead th').length === 3");
        Assert.EndsWith("?schools=990121-2199004003,990102-2199001009", window.Page.Url, StringComparison.Ordinal);
        await AddAsync(window, "青渡县", "青渡县");
        await window.Page.GetByText("已经选了学校，只能再加学校").WaitForAsync();
        Assert.EndsWith("?schools=990121-2199004003,990102-2199001009", window.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counties_show_what_was_decided_what_is_computed_and_what_is_for_reference()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration, 360);
        await window.GoAsync("compare/?places=990121,990222");
        await window.Page.Locator("table.compare").WaitForAsync();
        string[] groups = [.. await window.Page.Locator("table.compare .grp").AllInnerTextsAsync()];
        Assert.Equal("认主管机关的认定", string.Concat(groups[0].Split()));
        Assert.Contains(groups, g => g.Contains("本站测算", StringComparison.Ordinal));
        Assert.Contains(groups, g => g.Contains("差距，没有申报，只作参考", StringComparison.Ordinal));
        Assert.All(groups, g => Assert.StartsWith(g.Contains("认定", StringComparison.Ordinal) ? "认" : g.Contains("本站测算", StringComparison.Ordinal) ? "算" : g.Contains("文件公布", StringComparison.Ordinal) ? "" : "距", g.Trim(), StringComparison.Ordinal));
        ILocator published = window.Page.Locator("table.compare .grp", new() { HasText = "文件公布" });
        Assert.True(await published.CountAsync() > 0);
        Assert.Equal(0, await published.Locator(".seal").CountAsync()); // nobody here vouches for what a document says
        string all = await window.Page.Locator("table.compare").InnerTextAsync();
        Assert.DoesNotContain("排第", all, StringComparison.Ordinal);
        Assert.DoesNotContain("总分", all, StringComparison.Ordinal);
        Assert.True(await window.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    /// <summary>The head of the table is not seen on a phone; the list of the choice says what it says.</summary>
    [Fact]
    public async Task On_a_phone_each_choice_has_its_page_and_its_period()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration, 360);
        await window.GoAsync("compare/?places=990121,990322,990223"); // 990322 has not reported its newest period; 990223 has two junior schools
        await window.Page.Locator("table.compare").WaitForAsync();
        string[] chosen = [.. await window.Page.Locator(".chosen li").AllInnerTextsAsync()];
        Assert.Contains("2023 年", chosen[0], StringComparison.Ordinal);
        Assert.Contains("2022 年", chosen[1], StringComparison.Ordinal);
        Assert.EndsWith("/places/990322/", await window.Page.Locator(".chosen a").Nth(1).EvaluateAsync<string>("a => a.href"), StringComparison.Ordinal);
        Assert.True(await window.Page.Locator("table.compare td", new() { HasText = "见说明" }).CountAsync() > 0);
    }

    [Fact]
    public async Task A_search_that_cannot_be_read_says_so()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration);
        await window.GoAsync("compare/");
        await window.Page.EvaluateAsync("() => portalNames().then(s => { s.find = () => Promise.reject(Error('lost')); })");
        await window.Page.FillAsync("#add", "青渡县");
        await window.Page.ClickAsync("#compare form button");
        await window.Page.GetByText("查找用的文件没有打开").WaitForAsync();
    }

    [Theory]
    [InlineData("compare/?schools=990121-1,../../x,990121-2199004003")]
    [InlineData("compare/?places=%3Cscript%3E,99")]
    public async Task An_address_that_names_nothing_says_so(string address)
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration);
        await window.GoAsync(address);
        await window.Page.GetByText("代码不对").WaitForAsync();
        Assert.Equal(0, await window.Page.Locator("table.compare").CountAsync());
    }

    [Fact]
    public async Task Columns_of_different_periods_are_not_to_be_compared_and_a_closed_school_says_so_first()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration);
        await window.GoAsync("compare/?schools=990121-2199004003,990121-2199004021");
        await window.Page.GetByText("各列不是同一期的数据，不能直接比大小。").WaitForAsync();
        string[] first = [.. await window.Page.Locator("table.compare tbody tr:not(.grp)").First.Locator("th, td").AllInnerTextsAsync()];
        Assert.Equal(("要先知道", "—"), (first[0], first[1]));
        Assert.Contains("停办", first[2], StringComparison.Ordinal);
        await window.GoAsync(Two);
        await window.Page.Locator("table.compare").WaitForAsync();
        Assert.DoesNotContain("不能直接比大小", await window.Page.Locator("#compare").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_stands_beside_the_mark_and_a_distance_has_none()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration);
        await window.GoAsync(Two);
        await window.Page.Locator("table.compare").WaitForAsync();
        string[] side = await window.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('table.compare tbody')].filter(b => b.innerText.includes('基本均衡，小学')).flatMap(b => [...b.querySelectorAll('tr:not(.grp)')].map(r => (r.cells[1].querySelector('.gap') || { textContent: '' }).textContent))");
        Assert.Equal(0, await window.Page.EvaluateAsync<int>("[...document.querySelectorAll('table.compare tbody')].filter(b => b.innerText.includes('只作参考') && b.querySelector('.st')).length"));
        await window.GoAsync("schools/2199004003/");
        string[] own = await window.Page.EvaluateAsync<string[]>("[...document.querySelector('table.inds').tBodies[0].rows].map(r => (r.querySelector('.gap') || { textContent: '' }).textContent)");
        Assert.Contains(own, gap => gap.Length > 0);
        Assert.Equal(own, side);
    }

    /// <summary>The rates of 重庆's three districts are those of data/published/releases/2025.1/satisfaction.csv.</summary>
    [Fact]
    public async Task What_documents_say_of_counties_stands_side_by_side_without_schools()
    {
        await using Window window = await chromium.OpenAsync(chromium.Published, 360);
        await window.GoAsync("places/500106/");
        await window.Page.GetByText("和别的县并排比较").ClickAsync();
        await window.ArriveAsync("compare/?");
        await AddAsync(window, "万州区");
        await window.Page.Locator("table.compare").WaitForAsync();
        ILocator parents = window.Page.Locator("table.compare tr", new() { HasText = "家长：认为区域内城乡学校办学水平差距大幅缩小" });
        string[] cells = [.. await parents.Locator("td").AllInnerTextsAsync()];
        Assert.Equal((true, true), (cells[0].Contains("96.9%", StringComparison.Ordinal), cells[1].Contains("97.5%", StringComparison.Ordinal)));
        Assert.All(cells, cell => Assert.Contains("转载", cell, StringComparison.Ordinal));
        Assert.Equal(0, await window.Page.Locator("table.compare .st").CountAsync());
        Assert.True(await window.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    [Fact]
    public async Task On_paper_there_is_the_table_with_the_address_and_nothing_to_press()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration);
        await window.GoAsync(Two);
        await window.Page.Locator("table.compare").WaitForAsync();
        await window.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.True(await window.Page.Locator("table.compare thead").IsVisibleAsync());
        Assert.Equal(window.Page.Url, await window.Page.Locator("#compare .url").InnerTextAsync());
        Assert.Equal(0, await window.Page.Locator("#compare button:visible, #compare input:visible").CountAsync());
    }

    [Fact]
    public async Task Without_script_there_is_nothing_to_press_and_a_way_on()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration, script: false);
        await window.GoAsync(Two);
        Assert.Contains("您的浏览器没有启用脚本", await window.Page.InnerTextAsync("#compare"), StringComparison.Ordinal);
        Assert.Equal(0, await window.Page.Locator("#compare button, #compare input").CountAsync());
        Assert.Equal(1, await window.Page.Locator("#compare a[href='../places/']").CountAsync());
    }

    private static async Task AddAsync(Window window, string typed, string? exact = null)
    {
        await window.Page.FocusAsync("#add");
        await window.Page.Keyboard.InsertTextAsync(typed);
        ILocator option = window.Page.Locator(".sug:visible [role=option]", new() { Has = window.Page.Locator("b", new() { HasTextString = exact ?? typed }) });
        await window.ArrowToAsync(option.First);

        await window.Page.Keyboard.PressAsync("Enter");
    }
}
