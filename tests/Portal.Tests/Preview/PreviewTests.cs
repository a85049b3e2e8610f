using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Portal.Commands;
using Portal.Tests.Commands;

namespace Portal.Tests.Preview;

/// <summary>serve as a person uses it: open a page, save a file, see the change.</summary>
public sealed class PreviewTests : IDisposable
{
    private const string Text = "input/published/about.md";

    private readonly Workplace work = new();
    private readonly HttpClient browser;
    private Process? program;

    public PreviewTests()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        int port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri($"http://localhost:{port}/"), Timeout = TimeSpan.FromMinutes(1) };
    }

    [Fact]
    public async Task Pages_assets_and_missing_pages_are_answered()
    {
        Serve("published");
        var home = await browser.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, home.StatusCode);
        Assert.Equal("text/html; charset=utf-8", home.Content.Headers.ContentType?.ToString());
        Assert.Matches("""<script src="/\.portal/reload\.js\?\d+"></script></body>""", await home.Content.ReadAsStringAsync());

        var script = await browser.GetAsync("/.portal/reload.js");
        Assert.Equal("text/javascript; charset=utf-8", script.Content.Headers.ContentType?.ToString());

        var folder = await browser.GetAsync("/about");
        Assert.Equal((HttpStatusCode.Redirect, "/about/"), (folder.StatusCode, folder.Headers.Location?.ToString()));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/about/")).StatusCode);

        var missing = await browser.GetAsync("/no/such/page/");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Contains("没有这一页", await missing.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await browser.PostAsync("/", null)).StatusCode);
        using var strange = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "other.example" } };
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.SendAsync(strange)).StatusCode);
    }

    [Fact]
    public async Task A_page_opened_before_the_input_is_read_is_not_told_of_errors()
    {
        program = ProgramProcess.Start(new Dictionary<string, string>(), Arguments("published"));
        Task<string?> ready = program.StandardOutput.ReadLineAsync();
        int answers = 0;
        while (!ready.IsCompleted || answers == 0)
        {
            try
            {
                var early = await browser.GetAsync("/");
                string page = await early.Content.ReadAsStringAsync();
                Assert.DoesNotContain("输入有错误", page, StringComparison.Ordinal);
                Assert.Equal(early.StatusCode == HttpStatusCode.ServiceUnavailable, page.Contains("正在读取数据", StringComparison.Ordinal));
                answers++;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(20); // not listening yet
            }
        }
    }

    [Fact]
    public async Task A_saved_file_reloads_the_page_and_mistakes_are_shown_until_they_are_mended()
    {
        Serve("published");
        string good = File.ReadAllText(work[Text]);

        var reload = await Open("/about/");
        File.WriteAllText(work[Text], good + "\n一句新话。\n");
        Assert.Equal("data: reload", await reload);
        Assert.Contains("一句新话。", await browser.GetStringAsync("/about/"), StringComparison.Ordinal);

        reload = await Open("/about/");
        File.WriteAllText(work[Text], good + "\n[坏链接](/nowhere/)\n");
        Assert.Equal("data: reload", await reload);
        var bad = await browser.GetAsync("/about/");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, bad.StatusCode);
        Assert.Contains("error P554 链接“/nowhere/”", WebUtility.HtmlDecode(await bad.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Contains("一句新话。", await browser.GetStringAsync("/about/?portal-last-good"), StringComparison.Ordinal);

        reload = await Open("/about/");
        File.WriteAllText(work[Text], good);
        Assert.Equal("data: reload", await reload);
        Assert.DoesNotContain("一句新话。", await browser.GetStringAsync("/about/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_sites_lie_side_by_side()
    {
        Serve("");
        string choice = await browser.GetStringAsync("/");
        Assert.Contains("href=\"/published/\"", choice, StringComparison.Ordinal);
        Assert.Contains("href=\"/demonstration/\"", choice, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/published/about/")).StatusCode);
    }

    [Fact]
    public void A_port_in_use_is_wrong_usage()
    {
        using var other = new TcpListener(IPAddress.Loopback, browser.BaseAddress!.Port);
        other.Start();
        var run = ProgramProcess.Run(new Dictionary<string, string>(), Arguments("published"));
        Assert.Equal(ExitCode.WrongUsage, run.Code);
        Assert.Contains("已被别的程序占用", run.Error, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        program?.Kill();
        program?.WaitForExit();
        program?.Dispose();
        browser.Dispose();
        work.Dispose();
    }

    private string[] Arguments(string set) =>
        ["serve", "--data", work["data/" + set], .. work.Others("serve"), "--port", browser.BaseAddress!.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)];

    private void Serve(string set)
    {
        program = ProgramProcess.Start(new Dictionary<string, string>(), Arguments(set));
        program.ErrorDataReceived += (_, _) => { };
        program.BeginErrorReadLine();
        Assert.StartsWith("预览：http://localhost:", program.StandardOutput.ReadLine(), StringComparison.Ordinal);
    }

    /// <summary>Opens a page as a browser does, and listens to what its script listens to.</summary>
    /// <returns>The listening, begun: it ends with the first message.</returns>
    private async Task<Task<string?>> Open(string page)
    {
        string html = await (await browser.GetAsync(page)).Content.ReadAsStringAsync();
        string version = html.Split("/.portal/reload.js")[1].Split('"')[0];
        var answer = await browser.GetAsync("/.portal/events" + version, HttpCompletionOption.ResponseHeadersRead);
        var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        Assert.Equal(": open", await reader.ReadLineAsync());
        return Message(reader);
    }

    private static async Task<string?> Message(StreamReader reader)
    {
        using (reader)
        {
            string? line;
            while ((line = await reader.ReadLineAsync()) == "")
            {
            }
            return line;
        }
    }
}
