using System.Net;
using System.Net.Sockets;
using Portal.Commands;
using Portal.Tests.Commands;
using Portal.Tests.Sites;
using Portal.Verification;

namespace Portal.Tests.Verification;

/// <summary>verify over the network, against a server of the test's own on this machine.</summary>
public sealed class AddressTests : IDisposable
{
    private readonly HttpListener server = new();
    private readonly List<string> asked = [];
    private readonly string address;
    private Func<string, (int Status, byte[] Content)> answer = _ => (404, []);

    public AddressTests()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        int port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        address = $"http://127.0.0.1:{port}/";
        server.Prefixes.Add(address);
        server.Start();
        _ = Task.Run(Serve);
    }

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                HttpListenerContext context = await server.GetContextAsync();
                lock (asked)
                {
                    asked.Add($"{context.Request.HttpMethod} {context.Request.Url!.AbsolutePath}");
                }

                (int status, byte[] content) = answer(context.Request.Url.AbsolutePath);
                context.Response.StatusCode = status;
                if (status == 302)
                {
                    context.Response.RedirectLocation = "http://127.0.0.1:1/elsewhere/";
                }

                try
                {
                    context.Response.Close(content, willBlock: true);
                }
                catch (HttpListenerException)
                {
                    // The reader has seen enough.
                }
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private void Site(string below)
    {
        IReadOnlyDictionary<string, byte[]> files = RenderedSite.Bundled("demonstration").Files;
        answer = path => path.StartsWith(below, StringComparison.Ordinal) && files.TryGetValue(path[below.Length..], out byte[]? content) ? (200, content) : (404, []);
    }

    [Theory]
    [InlineData("site/releases/2023.1/data/")]
    [InlineData("site/releases/2023.1/")]
    [InlineData("site")]
    public void A_release_on_a_server_agrees_and_nothing_above_the_address_is_asked_for(string where)
    {
        Site("/site/");
        Run run = Run.Of("verify", address + where);

        Assert.True(run.Code == ExitCode.Good, run.Output + run.Error);
        Assert.Contains($"发布 2023.1：{address}site/releases/2023.1/data/", run.Output, StringComparison.Ordinal);
        Assert.Contains("，0 处不一致", run.Output, StringComparison.Ordinal);
        Assert.All(asked, line => Assert.StartsWith($"GET /{where.TrimEnd('/')}/", line, StringComparison.Ordinal));
    }

    [Fact]
    public void A_changed_digit_on_a_server_is_named()
    {
        Site("/");
        var usual = answer;
        answer = path => usual(path) is { Status: 200 } file && path.EndsWith("coefficients.csv", StringComparison.Ordinal) ? (200, [.. file.Content[..^40], .. file.Content[^40..].Select(b => b == (byte)'m' ? (byte)'n' : b)]) : usual(path);
        Run run = Run.Of("verify", address + "releases/2023.1/data/");

        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains("不一致：coefficients.csv 第 289 行", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404, "里没有找到下载的数据")]
    [InlineData(500, "没有给出文件（状态 500）。")]
    [InlineData(302, "没有给出文件（状态 302，转到 http://127.0.0.1:1/elsewhere/；请直接用那个地址）。")]
    public void A_server_that_does_not_give_the_files_is_said(int status, string words)
    {
        answer = _ => (status, []);
        Run run = Run.Of("verify", address);

        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("elsewhere", string.Join(' ', asked), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_does_not_end_is_not_read_for_ever()
    {
        answer = path => (200, path.EndsWith(".json", StringComparison.Ordinal) ? new byte[100_000] : []);
        using HttpClient client = DownloadAddress.NewClient();
        using StringWriter output = new();
        using StringWriter error = new();

        Assert.Equal(ExitCode.BadInput, VerifyCommand.Run(new DownloadAddress(client, new Uri(address), 50_000), output, error));
        Assert.Contains("太大，读到 0 MB 为止，没有再读。", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_is_not_there_is_said()
    {
        server.Stop();
        Run run = Run.Of("verify", address);

        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains("读不到", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => server.Close();
}
