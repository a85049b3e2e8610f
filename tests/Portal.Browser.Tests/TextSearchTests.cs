using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portal.Site.Search;

namespace Portal.Browser.Tests;

/// <summary>What is said in reports, findings and pages is found, and the results page can be narrowed, by every way of using a browser.</summary>
[Collection(Chromium.Name)]
public sealed class TextSearchTests(Chromium chromium)
{
    private const string Box = "#q", Report = "reports/2023/990121-junheng/", Words = "列入年度重点工作";

    [Fact]
    public async Task Words_of_a_report_are_found_and_the_report_opened_by_keyboard()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration, 360);
        await window.GoAsync("");
        await window.Page.FocusAsync(Box);
        await window.Page.Keyboard.InsertTextAsync(Words);
        await window.Page.Keyboard.PressAsync("Enter");
        await window.ArriveAsync("search/?");
        ILocator hit = window.Page.Locator("#results section", new() { HasText = "督导报告" }).Locator(".hits li").First;
        await hit.WaitForAsync();
        Assert.Equal(Words, await hit.Locator("mark").First.InnerTextAsync());
        Assert.Contains("青渡县", await hit.Locator(".at").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Matches(@"\d{4}-\d{2}-\d{2}", await hit.Locator(".at").InnerTextAsync());
        await window.TabToAsync($"#results a[href$='{Report}']");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.ArriveAsync(Report);
        Assert.Contains(Words, await window.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choice_by_mouse_narrows_what_is_listed_and_survives_reload_and_back()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration);
        await window.GoAsync("");
        await window.Page.FillAsync(Box, "学校");
        await window.Page.Locator("form:has(#q) button").ClickAsync();
        await window.ArriveAsync("search/?");
        await window.ListedAsync();
        string all = await Said(window);
        string[] wide = await Groups(window);
        Assert.Contains("督导报告", wide);
        Assert.Contains("学校", wide);

        await Box_(window, "kind", "r").ClickAsync();
        await window.Page.WaitForFunctionAsync("() => document.querySelectorAll('#results section').length === 1");
        Assert.Equal(["督导报告"], await Groups(window));
        Assert.Contains("kind=r", window.Page.Url, StringComparison.Ordinal);
        string one = await Said(window);

        await window.Page.ReloadAsync();
        await window.ListedAsync();
        Assert.True(await Box_(window, "kind", "r").IsCheckedAsync());
        Assert.Equal(one, await Said(window));

        await Box_(window, "in", "9902").ClickAsync();
        await window.Page.WaitForFunctionAsync("() => document.querySelector('#results .sum').textContent.includes('选定的范围里没有')");
        Assert.Equal("9902", await window.Page.EvaluateAsync<string>("document.activeElement.value"));
        await window.Page.GoBackAsync();
        await window.Page.WaitForFunctionAsync("t => document.querySelector('#results .sum').textContent === t", one);
        Assert.False(await Box_(window, "in", "9902").IsCheckedAsync());
        await window.Page.GoBackAsync();
        await window.Page.WaitForFunctionAsync("t => document.querySelector('#results .sum').textContent === t", all);
        Assert.Equal(wide, await Groups(window));
    }

    [Fact]
    public async Task A_stage_and_a_place_narrow_the_schools()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration);
        await window.GoAsync("search/?in=9901&stage=" + Uri.EscapeDataString("初中") + "&q=" + Uri.EscapeDataString("学校"));
        await window.ListedAsync();
        string[] at = [.. await window.Page.Locator("#results section[aria-labelledby=h-s] .at").AllInnerTextsAsync()];
        Assert.True(at.Length > 2);
        Assert.All(at, a => Assert.Matches("^临溪市.*(初中|初级中学|九年|十二年|完全中学|特殊)", a));
    }

    [Fact]
    public async Task By_touch_a_choice_is_made_and_more_is_listed_on_demand()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration, 360, touch: true);
        await window.GoAsync("search/?q=" + Uri.EscapeDataString("小学"));
        await window.ListedAsync();
        await Box_(window, "kind", "s").TapAsync();
        await window.Page.WaitForFunctionAsync("() => document.querySelectorAll('#results section').length === 1 && document.querySelector('#results > [aria-busy=false]')");
        Assert.Equal(10, await window.Page.Locator("#results .hits li").CountAsync());
        await window.Page.Locator("#results .btn:visible").TapAsync();
        await window.Page.Locator("#results .hits li").Nth(19).WaitForAsync();
        Assert.Equal(10, await window.Page.EvaluateAsync<int>("[...document.querySelectorAll('#results .hits a')].indexOf(document.activeElement)"));
        ILocator school = window.Page.Locator("#results .hits a").Nth(12);
        string address = (await school.GetAttributeAsync("href"))!;
        Assert.StartsWith("../schools/", address, StringComparison.Ordinal);
        await school.TapAsync();
        await window.ArriveAsync(address[3..]);
    }

    [Fact]
    public async Task Words_typed_with_a_Chinese_input_method_are_found()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration);
        await window.GoAsync("search/");
        await window.Page.FocusAsync(Box);
        ICDPSession keys = await window.Page.Context.NewCDPSessionAsync(window.Page);
        foreach (string part in new[] { "n", "nian'du", "nian'du zhong'dian" })
        {
            await keys.SendAsync("Input.imeSetComposition", new() { ["text"] = part, ["selectionStart"] = part.Length, ["selectionEnd"] = part.Length });
        }

        await keys.SendAsync("Input.insertText", new() { ["text"] = "年度重点" });
        await window.Page.Keyboard.PressAsync("Enter");
        await window.ArriveAsync("search/?");
        await window.ListedAsync();
        Assert.Contains("督导报告 1 篇", await Said(window), StringComparison.Ordinal);
        Assert.Equal("年度重点", await window.Page.Locator("#results mark").First.InnerTextAsync());
    }

    [Fact]
    public async Task A_browser_without_DecompressionStream_finds_the_same_texts()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration, 360);
        await window.Page.AddInitScriptAsync("delete window.DecompressionStream");
        await window.GoAsync("search/?q=" + Uri.EscapeDataString(Words));
        await window.Page.Locator("#results .hits mark").First.WaitForAsync();
        Assert.Equal(Words, await window.Page.Locator("#results .hits mark").First.InnerTextAsync());
        Assert.Contains(window.Asked, a => a.EndsWith("tiny-inflate.js", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_a_question_loads_the_scripts_and_only_what_it_needs()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration);
        await window.GoAsync("search/");
        await window.Page.WaitForFunctionAsync("() => window.portalText && portalSearch.dir()");
        await window.Page.EvaluateAsync("portalText.list().then(() => 0)");
        Assert.DoesNotContain(window.Asked, a => a.Contains("results-", StringComparison.Ordinal));
        Assert.Equal(["search/index/places", "search/text/list"], window.Asked.Where(a => a.StartsWith("search/", StringComparison.Ordinal) && a != "search/").Order(StringComparer.Ordinal)); // each once: what the head asked for is used
        await window.GoAsync("search/?q=" + Uri.EscapeDataString(Words));
        await window.ListedAsync();
        string[] read = [.. window.Asked.Where(a => a.StartsWith("search/text/t/", StringComparison.Ordinal))];
        Assert.Single(read); // one text is found, one is read
    }

    [Theory]
    [InlineData(Words)] // no name is like it
    [InlineData("小学")] // many are
    public async Task Texts_do_not_wait_for_names_that_take_long_and_names_come_below_them(string query)
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration);
        TaskCompletionSource held = new();
        await window.Page.RouteAsync("**/search/index/places", async route => { await held.Task; await route.ContinueAsync(); });
        await window.GoAsync("search/?q=" + Uri.EscapeDataString(query));
        await window.Page.Locator("#results .hits li").First.WaitForAsync(); // not all
        Assert.Contains("名称还在查找", await window.Page.Locator("#results .sum").InnerTextAsync(), StringComparison.Ordinal);
        // A section for each kind that the sentence names; names have none yet.
        await window.Page.WaitForFunctionAsync("() => document.querySelectorAll('#results section').length === document.querySelector('#results .sum').textContent.split('，').length");
        string[] before = [.. await window.Page.Locator("#results section h2").AllInnerTextsAsync()];
        await window.Page.EvaluateAsync("() => { document.querySelector('#results section').dataset.stays = ''; }");
        held.SetResult();
        string[] after = await Groups(window);
        Assert.NotEmpty(before);
        Assert.Equal(before, after[..before.Length]);
        Assert.Equal(query == Words ? [] : ["学校"], after[before.Length..]);
        Assert.True(await window.Page.Locator("#results section").First.EvaluateAsync<bool>("s => s.dataset.stays === ''")); // nothing was drawn again
        Assert.DoesNotContain("还在查找", await Said(window), StringComparison.Ordinal);
    }

    /// <summary>The names' tables simplify; what is found is marked as the text has it.</summary>
    [Fact]
    public async Task Traditional_characters_find_the_texts_of_the_simplified_ones()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration);
        await window.GoAsync("search/?q=" + Uri.EscapeDataString("列入年度重點工作"));
        await window.ListedAsync();
        Assert.Equal(Words, await window.Page.Locator("#results .hits mark").First.InnerTextAsync());
        Assert.Equal(await Found(window, Words), await Found(window, "列入年度重點工作"));
        Assert.Empty(await Found(window, "列入年度重點工作鱻"));
    }

    [Fact]
    public async Task Several_runs_must_all_be_there_and_a_single_character_is_not_looked_for_in_texts()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration);
        Dictionary<string, string> texts = await Texts();
        await window.GoAsync("search/?q=" + Uri.EscapeDataString("教师 学校"));
        await window.ListedAsync();
        string[] both = [.. texts.Where(t => t.Value.Contains("教师", StringComparison.Ordinal) && t.Value.Contains("学校", StringComparison.Ordinal)).Select(t => t.Key).Order(StringComparer.Ordinal)];
        Assert.NotEmpty(both);
        Assert.Equal(both, await Found(window, "教师 学校"));
        Assert.Empty(await Found(window, "校"));
    }

    [Fact]
    public async Task A_run_finds_exactly_the_texts_that_a_scan_finds()
    {
        Dictionary<string, string> texts = await Texts();
        Assert.True(texts.Count > 60);
        await using Window window = await chromium.OpenAsync(chromium.Demonstration);
        await window.GoAsync("search/?q=" + Uri.EscapeDataString(Words));
        await window.ListedAsync();
        Random random = new(5);
        string[] forms = [.. texts.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => t.Value)];
        int tried = 0, nothing = 0;
        while (tried < 60)
        {
            string form = forms[random.Next(forms.Length)];
            int length = random.Next(2, 7), from = random.Next(form.Length - length);
            string run = random.Next(6) > 0 ? form.Substring(from, length) : form.Substring(from, length - 1) + forms[random.Next(forms.Length)][3];
            if (run.Any(c => c is ' ' or '\n' or '.')) // a point is read between digits as they are typed
            {
                continue;
            }

            string[] scan = [.. texts.Where(t => t.Value.Contains(run, StringComparison.Ordinal)).Select(t => t.Key).Order(StringComparer.Ordinal)];
            string[] found = await Found(window, run);
            Assert.True(scan.SequenceEqual(found), $"{run}: {string.Join(' ', found)}; a scan finds {string.Join(' ', scan)}");
            nothing += scan.Length == 0 ? 1 : 0;
            tried++;
        }

        Assert.InRange(nothing, 1, 20);
    }

    [Fact]
    public async Task The_script_writes_texts_and_queries_as_the_index_does()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration);
        await window.GoAsync("search/?q=" + Uri.EscapeDataString(Words));
        await window.ListedAsync();
        string[] wrong = await window.Page.EvaluateAsync<string[]>("""
            text => {
              const cases = JSON.parse(text), wrong = [], s = window.portalText;
              for (const c of cases.form) { const now = s.form(c.text); if (now !== c.is) wrong.push(`${c.text}: ${now}, not ${c.is}`); }
              for (const c of cases.runs) { const now = s.runs(c.query); if (now.join('|') !== c.are.join('|')) wrong.push(`${c.query}: ${now}, not ${c.are}`); }
              return cases.form.length && cases.runs.length ? wrong : ['no cases'];
            }
            """, await File.ReadAllTextAsync(BuiltSite.At("tests/text-search-cases.json")));
        Assert.Empty(wrong);
    }

    /// <summary>900 schools of three cities, of which 200 are listed by the index: totals are worked out by hand below.</summary>
    [Fact]
    public async Task A_choice_has_its_true_total_although_not_all_are_listed_and_the_rest_is_fetched()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration, 360);
        await window.GoAsync("search/");
        string help = await window.Page.EvaluateAsync<string>("portalNames().then(async s => { await s.directory(); await s.helper(); return [...document.scripts].find(e => e.src.includes('search-help')).src; })");
        SearchPlace[] places = [new("990000", "云岭省", "省", "", "/places/990000/"), .. Enumerable.Range(1, 3).SelectMany(city => new SearchPlace[] { new($"990{city}00", $"第{city}市", "市", "990000", $"/places/990{city}00/"), new($"990{city}21", $"第{city}县", "县区", $"990{city}00", $"/places/990{city}21/") })];
        // Every third school is one of the second city's 300; of each city every fifth is a middle school: 60.
        SearchSchool[] schools = [.. Enumerable.Range(0, 900).Select(n => new SearchSchool($"990{1 + (n % 3)}21{n:0000}", n / 3 % 5 == 0 ? "津潭中心中学" : "津潭中心小学", [], "", $"990{1 + (n % 3)}21", n / 3 % 5 == 0 ? "初级中学" : "小学", $"/schools/990{1 + (n % 3)}21{n:0000}/", null))];
        Dictionary<string, byte[]> files = SearchIndex.Plan(places, schools, help[chromium.Demonstration.Root.Length..], ["9901", "9902", "9903"]).ToDictionary(f => f.Path, f => f.ToBytes());
        await window.Page.RouteAsync("**/search/index/**", route => route.FulfillAsync(new() { BodyBytes = files[route.Request.Url[route.Request.Url.IndexOf("search/index/", StringComparison.Ordinal)..].Split('?')[0]] }));

        await window.GoAsync("search/?q=" + Uri.EscapeDataString("津潭"));
        await window.ListedAsync();
        Assert.Contains("学校 900 所", await Said(window), StringComparison.Ordinal);
        await Box_(window, "in", "9902").ClickAsync();
        await window.Page.WaitForFunctionAsync("() => document.querySelector('#results .sum').textContent.includes('学校 300 所')");
        await Box_(window, "stage", "初中").ClickAsync();
        await window.Page.WaitForFunctionAsync("() => document.querySelector('#results .sum').textContent.includes('学校 60 所')");
        await window.Page.Locator("#results > [aria-busy=false]").WaitForAsync();
        for (int shown = 10; shown < 60; shown += 10)
        {
            Assert.Equal(shown, await window.Page.Locator("#results .hits li").CountAsync());
            await window.Page.Locator("#results .btn:visible").ClickAsync();
            await window.Page.Locator("#results .hits li").Nth(shown + 9).WaitForAsync();
        }

        Assert.Equal(0, await window.Page.Locator("#results .btn:visible").CountAsync());
        string[] at = [.. await window.Page.Locator("#results .hits li").AllInnerTextsAsync()];
        Assert.Equal(60, at.Length);
        Assert.All(at, a => Assert.Matches("津潭中心中学\\s*第2市第2县.*初级中学", a));

        // Letters of the name without its county: the same schools.
        await window.GoAsync("search/?q=jintanzhongxin");
        await window.ListedAsync();
        Assert.Contains("学校 900 所", await Said(window), StringComparison.Ordinal);
        await window.GoAsync("search/?q=jtzxzx&in=9903");
        await window.ListedAsync();
        Assert.Contains("学校 60 所", await Said(window), StringComparison.Ordinal);
    }

    private static ILocator Box_(Window window, string name, string value) => window.Page.Locator($"#results input[name={name}][value='{value}']");

    private static async Task<string> Said(Window window)
    {
        await window.Page.Locator("#results > [aria-busy=false]").WaitForAsync(); // names may come after texts
        return await window.Page.Locator("#results .sum").InnerTextAsync();
    }

    private static async Task<string[]> Groups(Window window)
    {
        await window.Page.Locator("#results > [aria-busy=false]").WaitForAsync();
        return [.. await window.Page.Locator("#results section h2").AllInnerTextsAsync()];
    }

    // Addresses of what the script finds.
    private static async Task<string[]> Found(Window window, string query) =>
        [.. (await window.Page.EvaluateAsync<string[]>("async q => { const r = await portalText.find(q); return Promise.all(r.texts.map(async t => (await portalText.read(t)).url)); }", query)).Order(StringComparer.Ordinal)];

    // The letters of every text of the site by its address, from the blocks as they are served.
    private async Task<Dictionary<string, string>> Texts()
    {
        using HttpClient client = new() { BaseAddress = new Uri(chromium.Demonstration.Root + "search/text/") };
        string[] list = (await Read(client, "list")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        int size = int.Parse(list[0].Split('\t')[3], CultureInfo.InvariantCulture);
        Dictionary<string, string> texts = [];
        foreach (string[] group in list[2..].Select(l => l.Split('\t')))
        {
            int count = int.Parse(group[1], CultureInfo.InvariantCulture), own = group.Length > 2 ? 1 : size;
            for (int block = 0; block < (count + own - 1) / own; block++)
            {
                foreach (string[] text in Regex.Split((await Read(client, $"t/{group[0]}-{block}"))[..^2], "\n\n").Select(t => t.Split('\n')))
                {
                    string[] head = text[0].Split('\t');
                    texts.Add(head[3], string.Join('\n', text[1..].Prepend(head[1]).Prepend(head[0]).Select(TextForm.Of)));
                }
            }
        }

        return texts;
    }

    private static async Task<string> Read(HttpClient client, string path)
    {
        await using GZipStream gzip = new(await client.GetStreamAsync(new Uri(path, UriKind.Relative)), CompressionMode.Decompress);
        using StreamReader reader = new(gzip, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
