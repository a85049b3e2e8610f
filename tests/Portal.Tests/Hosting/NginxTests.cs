using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using Portal.Hosting;

namespace Portal.Tests.Hosting;

/// <summary>A test that needs nginx; where it is not installed, the test says so and is skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NginxTheoryAttribute : TheoryAttribute
{
    public NginxTheoryAttribute() => Skip = Program is null ? "nginx is not installed: the examples of hosting/nginx were not tried." : null!;

    /// <summary>The program, or null.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/sbin").Append("/usr/local/sbin")
        .Where(folder => folder.Length > 0).Select(folder => Path.Combine(folder, "nginx")).FirstOrDefault(File.Exists);
}

/// <summary>The examples of hosting/nginx as a server really reads them, one file of each kind that the demonstration has.</summary>
public sealed class NginxTests : IDisposable
{
    private static readonly HostingRules Rules = HostingRules.Read(Repository.At("hosting/rules.json"));

    private readonly TempFolder work = new();
    private Process? server;

    [NginxTheory]
    [InlineData("portal.conf", "")]
    [InlineData("portal-subfolder.conf", "junheng/")]
    public async Task Every_kind_of_file_is_sent_as_the_rules_say(string example, string folder)
    {
        string[] paths = [.. HostingRulesTests.Planned("demonstration").GroupBy(p => Rules.Of(p)!).Select(kind => kind.First())];
        Assert.True(paths.Length > 10, $"{paths.Length} kinds");
        Dictionary<string, byte[]> files = paths.ToDictionary(p => p, p => p.StartsWith("search/index/", StringComparison.Ordinal) ? Gzip() : Words(p), StringComparer.Ordinal);
        files["index.html"] = Words("index.html");
        files["404.html"] = Words("404.html");
        files["schools/1/index.html"] = Words("schools/1/index.html");
        files[".portal-site"] = Words(".portal-site");
        foreach ((string path, byte[] bytes) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(work["site/" + path])!);
            File.WriteAllBytes(work["site/" + path], bytes);
        }

        // build --compress: the compressed file is sent as it is. Its words are others here, so that it can be told.
        Directory.CreateDirectory(work["site/schools/2"]);
        File.WriteAllBytes(work["site/schools/2/index.html"], Words("schools/2/index.html"));
        File.WriteAllBytes(work["site/schools/2/index.html.gz"], Gzip());
        using HttpClient browser = Start(example);
        foreach (string path in files.Keys.Where(p => !p.StartsWith('.')))
        {
            using HttpResponseMessage answer = await browser.GetAsync(new Uri(folder + path, UriKind.Relative));
            HostingRule rule = Rules.Of(path)!;
            Assert.Equal((path, HttpStatusCode.OK, rule.Type), (path, answer.StatusCode, answer.Content.Headers.GetValues("Content-Type").Single()));
            Assert.Equal((path, rule.Cache), (path, answer.Headers.GetValues("Cache-Control").Single()));
            Assert.Equal((path, rule.Compress ? "gzip" : ""), (path, string.Join(',', answer.Content.Headers.ContentEncoding)));
            byte[] sent = await Content(answer);
            Assert.True(sent.SequenceEqual(files[path]), path);
            Headers(answer);
        }

        using HttpResponseMessage page = await browser.GetAsync(new Uri(folder + "schools/1/", UriKind.Relative));
        Assert.Equal(files["schools/1/index.html"], await Content(page));
        using HttpResponseMessage ready = await browser.GetAsync(new Uri(folder + "schools/2/", UriKind.Relative));
        Assert.Equal(Words("shard"), await Content(ready));
        using HttpResponseMessage open = await browser.GetAsync(new Uri(folder + "schools/1", UriKind.Relative));
        Assert.Equal((HttpStatusCode.MovedPermanently, $"/{folder}schools/1/"), (open.StatusCode, open.Headers.Location?.ToString()));
        foreach (string nothing in new[] { "no/such/page/", ".portal-site" })
        {
            using HttpResponseMessage missing = await browser.GetAsync(new Uri(folder + nothing, UriKind.Relative));
            Assert.Equal((nothing, HttpStatusCode.NotFound, "public, max-age=60"), (nothing, missing.StatusCode, missing.Headers.GetValues("Cache-Control").Single()));
            Assert.Equal(files["404.html"], await Content(missing));
            Headers(missing);
        }
    }

    public void Dispose()
    {
        if (server is not null)
        {
            server.Kill(entireProcessTree: true);
            server.WaitForExit();
            server.Dispose();
        }

        work.Dispose();
    }

    private static void Headers(HttpResponseMessage answer)
    {
        foreach ((string name, string value) in Rules.Headers)
        {
            Assert.Equal(value, answer.Headers.GetValues(name).Single());
        }
    }

    private HttpClient Start(string example)
    {
        using TcpListener free = new(IPAddress.Loopback, 0);
        free.Start();
        string port = ((IPEndPoint)free.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        free.Stop();
        foreach (string folder in new[] { "snippets", "temp" })
        {
            Directory.CreateDirectory(work[folder]);
        }

        string nginx = Repository.At("hosting/nginx/");
        File.Copy(nginx + "portal-files.conf", work["snippets/portal-files.conf"]);
        string own = File.ReadAllText(nginx + example).Replace("/srv/portal/site", work["site"], StringComparison.Ordinal);
        string listen = $"listen 127.0.0.1:{port};";
        string place = example == "portal.conf" ? own.Replace("listen       80;", listen, StringComparison.Ordinal) : $"server {{ {listen} {own} }}";
        Assert.Contains(listen, place, StringComparison.Ordinal);
        string[] temp = [.. new[] { "client_body", "proxy", "fastcgi", "uwsgi", "scgi" }.Select(t => $"{t}_temp_path temp;")];
        // Started as root, its workers would be another user, who may not read this folder.
        File.WriteAllText(work["nginx.conf"], $$"""
            {{(Environment.IsPrivilegedProcess ? "user root;" : "")}}
            daemon off; pid nginx.pid; error_log error.log; worker_processes 1;
            events { worker_connections 64; }
            http { access_log off; {{string.Join(' ', temp)}} {{File.ReadAllText(nginx + "portal-http.conf")}} {{place}} }
            """);
        server = Process.Start(new ProcessStartInfo(NginxTheoryAttribute.Program!, ["-p", work.Path, "-c", work["nginx.conf"], "-e", work["error.log"]]))!;
        HttpClient browser = new(new HttpClientHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
        browser.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                using TcpClient open = new();
                open.Connect(IPAddress.Loopback, int.Parse(port, CultureInfo.InvariantCulture));
                return browser;
            }
            catch (SocketException)
            {
                Assert.True(!server.HasExited && attempt < 200, File.Exists(work["error.log"]) ? File.ReadAllText(work["error.log"]) : "nginx did not start");
                Thread.Sleep(50);
            }
        }
    }

    private static async Task<byte[]> Content(HttpResponseMessage answer)
    {
        byte[] sent = await answer.Content.ReadAsByteArrayAsync();
        if (!answer.Content.Headers.ContentEncoding.Contains("gzip"))
        {
            return sent;
        }

        using GZipStream stream = new(new MemoryStream(sent), CompressionMode.Decompress);
        using MemoryStream whole = new();
        await stream.CopyToAsync(whole);
        return whole.ToArray();
    }

    private static byte[] Words(string path) => System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat($"{path} 均衡 ", 100)));

    private static byte[] Gzip()
    {
        using MemoryStream to = new();
        using (GZipStream stream = new(to, CompressionLevel.Fastest))
        {
            stream.Write(Words("shard"));
        }

        return to.ToArray();
    }
}
