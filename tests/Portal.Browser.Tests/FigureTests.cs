using Microsoft.Playwright;

namespace Portal.Browser.Tests;

/// <summary>The interactive view of charts: fetched only when asked for, the same values as the drawing, by pointer and by keyboard.</summary>
[Collection(Chromium.Name)]
public sealed class FigureTests(Chromium chromium)
{
    private const string County = "places/990121/";

    [Fact]
    public async Task Nothing_is_fetched_before_a_reader_asks_and_then_the_figure_has_the_values_of_the_drawing()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration, 360);
        List<string> asked = [];
        window.Page.Request += (_, request) => asked.Add(new Uri(request.Url).AbsolutePath);
        await window.GoAsync(County);
        ILocator figure = window.Page.Locator("[data-figure]").First;
        string[] drawn = await figure.EvaluateAsync<string[]>("f => [...f.querySelectorAll('svg.chart text.t-e')].map(t => t.textContent)");
        Assert.NotEmpty(drawn);
        Assert.DoesNotContain(asked, path => path.Contains("plotly", StringComparison.Ordinal) || path.EndsWith("figures.json", StringComparison.Ordinal));

        await ShowAsync(figure);
        Assert.Equal(2, asked.Count(path => path.Contains("/vendor/plotly/", StringComparison.Ordinal)));
        double[] values = await figure.EvaluateAsync<double[]>("f => f.querySelector('.plot').data[0].x.slice().reverse()");
        Assert.Equal(drawn, values.Select((v, i) => v.ToString("F" + (drawn[i].Length - drawn[i].IndexOf('.', StringComparison.Ordinal) - 1), System.Globalization.CultureInfo.InvariantCulture)));
        Assert.True(await window.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        // No way to another host, no mark of the maker.
        Assert.Equal(0, await figure.Locator(".plot a[href^='http'], .plot .plotlyjsicon, .plot [data-title*='Share'], .plot [data-title*='Plotly']").CountAsync());
        Assert.Equal(5, await figure.Locator(".plot .modebar-btn").CountAsync());
    }

    [Fact]
    public async Task Left_and_right_read_the_points_out_one_by_one()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration);
        await window.GoAsync(County);
        ILocator figure = window.Page.Locator("#trend [data-figure]").First;
        await ShowAsync(figure);
        await figure.Locator(".plot").FocusAsync();
        await window.Page.Keyboard.PressAsync("ArrowRight");
        string first = await figure.Locator("[role=status]").InnerTextAsync();
        await window.Page.Keyboard.PressAsync("End");
        string last = await figure.Locator("[role=status]").InnerTextAsync();
        string[] cells = await window.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('#trend table tbody tr')].filter(r => r.cells[1].textContent === '本站测算').map(r => [...r.cells[2].childNodes].find(n => n.nodeType === 3).textContent.trim())");
        Assert.Contains(cells[0], first, StringComparison.Ordinal);
        Assert.NotEqual(first, last);
        string[] newest = await window.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('#trend table tbody tr')].filter(r => r.cells[1].textContent !== '本站测算' && !r.cells[2].querySelector('.out')).map(r => r.cells[0].textContent)");
        Assert.StartsWith(newest[^1].Trim(), last, StringComparison.Ordinal); // published values are the last trace
        Assert.True(await figure.Locator(".hoverlayer .hovertext").CountAsync() > 0);
    }

    [Fact]
    public async Task The_figure_is_saved_as_a_picture_and_put_away()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration);
        await window.GoAsync(County);
        ILocator figure = window.Page.Locator("[data-figure]").First;
        await ShowAsync(figure);
        IDownload saved = await window.Page.RunAndWaitForDownloadAsync(() => figure.Locator(".modebar-btn").Last.ClickAsync());
        string svg = await File.ReadAllTextAsync(await saved.PathAsync());
        Assert.EndsWith(".svg", saved.SuggestedFilename, StringComparison.Ordinal);
        Assert.Contains("综合", svg, StringComparison.Ordinal);
        await figure.GetByRole(AriaRole.Button, new() { Name = "收起这张图" }).ClickAsync();
        Assert.Equal(0, await figure.Locator(".plot").CountAsync());
        Assert.True(await figure.Locator("svg.chart").IsVisibleAsync());
    }

    [Fact]
    public async Task A_figure_that_does_not_come_says_so_and_can_be_asked_for_again()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration);
        await window.GoAsync(County);
        await window.Page.EvaluateAsync("() => { window.fetched = window.fetch; window.fetch = () => Promise.reject(Error('lost')); }");
        ILocator figure = window.Page.Locator("[data-figure]").First;
        await figure.GetByRole(AriaRole.Button).ClickAsync();
        await figure.GetByText("图没有取到").WaitForAsync();
        await window.Page.EvaluateAsync("() => { window.fetch = window.fetched; }");
        await ShowAsync(figure);
    }

    private static async Task ShowAsync(ILocator figure)
    {
        await figure.GetByRole(AriaRole.Button, new() { Name = "看可以放大的图" }).ClickAsync();
        await figure.Locator(".plot .main-svg").First.WaitForAsync();
        await figure.GetByText("按图上的按钮放大").WaitForAsync();
    }
}
