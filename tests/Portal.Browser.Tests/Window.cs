using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Portal.Browser.Tests;

/// <summary>A page in a context of its own. Requests to other hosts are cut off and remembered, with the console's errors, which violations of the policy are too.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> wrong = new();
    private readonly ConcurrentQueue<string> asked = new();
    private bool without;

    Window(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>Paths that were asked for, in order.</summary>
    public IReadOnlyList<string> Asked => [.. asked];

    /// <summary>What went wrong so far.</summary>
    public IReadOnlyList<string> Wrong => [.. wrong];

    public static async Task<Window> OpenAsync(IBrowserContext context, BuiltSite site)
    {
        Window window = new(context, await context.NewPageAsync());
        await context.RouteAsync(url => !url.StartsWith(site.Root, StringComparison.Ordinal), async route =>
        {
            window.wrong.Enqueue("asked another host: " + route.Request.Url);
            await route.AbortAsync();
        });
        context.Request += (_, request) => window.asked.Enqueue(request.Url.StartsWith(site.Root, StringComparison.Ordinal) ? request.Url[site.Root.Length..] : request.Url);
        context.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !(window.without && message.Text.Contains("net::ERR_FAILED", StringComparison.Ordinal)))
            {
                window.wrong.Enqueue($"console {message.Type}: {message.Text}");
            }
        };
        context.WebError += (_, error) => window.wrong.Enqueue("script: " + error.Error);
        return window;
    }

    /// <summary>Lets no file of this address come; the console says so, which is then not wrong.</summary>
    /// <param name="glob">Addresses, as Playwright's patterns.</param>
    public async Task WithoutAsync(string glob)
    {
        without = true;
        await Page.RouteAsync(glob, route => route.AbortAsync());
    }

    /// <summary>Goes to an address of the site.</summary>
    public async Task GoAsync(string address, int expected = 200)
    {
        IResponse? answer = await Page.GotoAsync(address.Length == 0 ? "./" : address, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        Assert.Equal(expected, answer!.Status);
    }

    /// <summary>Waits until a step has led to an address (its end, or with <c>?</c> its beginning); a failure says where it led instead.</summary>
    /// <remarks>Looks again and again: WaitForURL misses a navigation that is under way when it is called.</remarks>
    public async Task ArriveAsync(string address)
    {
        for (int i = 0; i < 300; i++)
        {
            string at = Page.Url[(Page.Url.IndexOf('/', 8) + 1)..].Split('#')[0];
            if (address.EndsWith('?') ? at.StartsWith(address, StringComparison.Ordinal) : at == address)
            {
                await Page.WaitForLoadStateAsync(LoadState.Load);
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail($"Not at {address} but at {Page.Url}; asked for {string.Join(' ', Asked.TakeLast(12))}");
    }

    /// <summary>Waits until the page of results shows all that was found, names that take long too.</summary>
    public async Task ListedAsync()
    {
        await Page.Locator("#results .hits li").First.WaitForAsync();
        await Page.Locator("#results > [aria-busy=false]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
    }

    /// <summary>Presses the arrow down until a suggestion is the chosen one, as a person without a mouse does.</summary>
    public async Task ArrowToAsync(ILocator suggestion)
    {
        await suggestion.WaitForAsync();
        for (int i = 0; i < 8 && await suggestion.GetAttributeAsync("aria-selected") != "true"; i++)
        {
            await Page.Keyboard.PressAsync("ArrowDown");
        }

        Assert.Equal("true", await suggestion.GetAttributeAsync("aria-selected"));
    }

    /// <summary>Presses Tab until the element has the focus, as a person without a mouse does; every stop on the way must show where it is.</summary>
    public async Task TabToAsync(string selector, int most = 150)
    {
        for (int i = 0; i < most; i++)
        {
            await Page.Keyboard.PressAsync("Tab");
            string? seen = await Page.EvaluateAsync<string?>("""
                s => {
                  const e = document.activeElement;
                  if (!e || e === document.body) return null;
                  const style = getComputedStyle(e), box = e.getBoundingClientRect();
                  if (style.outlineStyle === 'none' && style.boxShadow === 'none') return 'no outline: ' + e.outerHTML.slice(0, 120);
                  if (box.width < 2 || box.height < 2 || box.bottom <= 0 || box.top >= innerHeight) return 'out of sight: ' + e.outerHTML.slice(0, 120);
                  return e.matches(s) ? 'there' : null;
                }
                """, selector);
            if (seen == "there")
            {
                return;
            }

            Assert.True(seen is null, seen);
        }

        Assert.Fail($"{most} times Tab do not lead to {selector} on {Page.Url}");
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        Assert.Empty(wrong);
    }
}
