using Microsoft.Playwright;

namespace Portal.Browser.Tests;

/// <summary>One Chromium and the two bundled sites, for all tests of the collection.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>Name of the collection.</summary>
    public const string Name = "Chromium";

    private static readonly string[] Programs = ["chromium", "google-chrome", "chromium-browser"];

    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public BuiltSite Demonstration { get; private set; } = null!;

    public BuiltSite Published { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Task<BuiltSite> demonstration = Task.Run(() => BuiltSite.StartAsync("demonstration"));
        Task<BuiltSite> published = Task.Run(() => BuiltSite.StartAsync("published"));
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Program(),
            Args = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
        (Demonstration, Published) = (await demonstration, await published);
    }

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await Demonstration.DisposeAsync();
        await Published.DisposeAsync();
    }

    /// <summary>The site of that name.</summary>
    public BuiltSite Site(string set) => set == "published" ? Published : Demonstration;

    /// <summary>A window on a site that sees what goes wrong. Dispose it at the end: it fails where a page asked another host or reported an error.</summary>
    public async Task<Window> OpenAsync(BuiltSite site, int width = 1280, bool script = true, bool touch = false)
    {
        IBrowserContext context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site.Root,
            ViewportSize = new ViewportSize { Width = width, Height = width < 600 ? 740 : 900 },
            JavaScriptEnabled = script,
            HasTouch = touch,
            ColorScheme = ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "zh-CN",
        });
        context.SetDefaultTimeout(15_000);
        return await Window.OpenAsync(context, site);
    }

    private static string Program() =>
        Programs.SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("No Chromium on the PATH; tests/run installs it.");
}

[CollectionDefinition(Chromium.Name)]
#pragma warning disable CA1711 // xunit's word for it
public sealed class ChromiumCollection : ICollectionFixture<Chromium>;
#pragma warning restore CA1711
