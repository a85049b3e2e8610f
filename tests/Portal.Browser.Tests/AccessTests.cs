using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Portal.Browser.Tests;

/// <summary>Each kind of page: WCAG 2.2 AA as far as axe can see, narrow windows, paper.</summary>
[Collection(Chromium.Name)]
public sealed class AccessTests(Chromium chromium)
{
    private static readonly AxeRunOptions Wcag22 = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>A dark page differs in its colours only.</summary>
    private static readonly AxeRunOptions Colours = new() { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] }, ResultTypes = [ResultType.Violations] };

    [Theory]
    [MemberData(nameof(PageKinds.All), MemberType = typeof(PageKinds))]
    public async Task Axe_finds_nothing_narrow_or_wide_light_or_dark(string set, string address)
    {
        string[][] found = await Task.WhenAll(new[] { 360, 1280 }.Select(async width =>
        {
            await using Window window = await chromium.OpenAsync(chromium.Site(set), width);
            await window.GoAsync(address);
            await Settled(window, address);
            AxeResult light = await window.Page.RunAxe(Wcag22);
            Assert.NotEmpty(light.Passes);
            await window.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
            AxeResult dark = await window.Page.RunAxe(Colours);
            Assert.NotEmpty(dark.Passes);
            return Words(width, "light", light).Concat(Words(width, "dark", dark)).ToArray();
        }));
        string all = string.Join('\n', found.SelectMany(f => f));
        Assert.True(all.Length == 0, all);
    }

    private static IEnumerable<string> Words(int width, string scheme, AxeResult result) =>
        result.Violations.SelectMany(v => v.Nodes.Take(3).Select(n => $"{width} {scheme}: {v.Id}: {n.Html} {string.Join(' ', n.Any.Select(a => a.Message))}"));

    [Theory]
    [MemberData(nameof(PageKinds.All), MemberType = typeof(PageKinds))]
    public async Task Nothing_is_wider_than_a_narrow_window_and_nothing_is_lost_on_paper(string set, string address)
    {
        List<string> found = [];
        await using Window window = await chromium.OpenAsync(chromium.Site(set), 360);
        await window.GoAsync(address);
        await Settled(window, address);
        foreach (int width in new[] { 360, 320 })
        {
            await window.Page.SetViewportSizeAsync(width, 740);
            found.AddRange((await window.Page.EvaluateAsync<string[]>(TooWide)).Select(e => $"{width}: {e}"));
        }

        await window.Page.SetViewportSizeAsync(794, 1123); // A4 at 96 dpi
        await window.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        found.AddRange((await window.Page.EvaluateAsync<string[]>(LostOnPaper)).Select(e => $"print: {e}"));
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    // The window must not scroll sideways; a box that scrolls by itself may hold something wider.
    private const string TooWide = """
        () => {
          const over = [];
          if (document.documentElement.scrollWidth > innerWidth) over.push('the window scrolls to ' + document.documentElement.scrollWidth);
          const scrolls = e => { for (let p = e.parentElement; p; p = p.parentElement) if (/auto|scroll|hidden|clip/.test(getComputedStyle(p).overflowX)) return true; };
          for (const e of document.querySelectorAll('body *')) {
            const b = e.getBoundingClientRect();
            if (b.width > 1 && b.right > innerWidth + 1 && !e.closest('svg *') && !scrolls(e)) over.push(Math.round(b.right) + ' ' + e.outerHTML.slice(0, 100));
          }
          return over.slice(0, 5);
        }
        """;

    // On paper every table is a table again: its head repeats, all its rows are there, also those in folded parts.
    private const string LostOnPaper = """
        () => {
          const lost = [];
          for (const t of document.querySelectorAll('main table')) {
            const name = (t.caption || t.querySelector('th') || t).textContent.trim().slice(0, 30);
            if (getComputedStyle(t).display !== 'table') lost.push('no table: ' + name);
            if (t.tHead && getComputedStyle(t.tHead).display !== 'table-header-group') lost.push('no head: ' + name);
            for (const r of t.rows) if (!r.getClientRects().length && !r.hidden) { lost.push('no row: ' + name + ': ' + r.textContent.trim().slice(0, 30)); break; }
          }
          for (const s of ['nav.crumb', '.find', 'header.top .desk', 'header.top .phone'])
            for (const e of document.querySelectorAll('header.top ' + s)) if (e.getClientRects().length) { lost.push('on paper: ' + s); break; }
          if (document.documentElement.scrollWidth > innerWidth) lost.push('wider than the paper, which is made smaller for it: ' + document.documentElement.scrollWidth);
          const mark = document.querySelector('header.top .demo');
          if (!mark || !mark.getClientRects().length) lost.push('the mark is not on paper');
          return lost.slice(0, 8);
        }
        """;

    // Results and comparisons are written by script; wait for them.
    private static async Task Settled(Window window, string address)
    {
        if (address.Contains("?q=", StringComparison.Ordinal))
        {
            await window.ListedAsync();
        }
        else if (address.Contains("compare/?", StringComparison.Ordinal))
        {
            await window.Page.Locator("table.compare").WaitForAsync();
        }
    }
}
