using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Portal.Commands;
using Portal.Site.Plan;
using Portal.Site.Rendering;

namespace Portal.Preview;

/// <summary>
/// serve: a preview on this machine alone. It renders the file that the browser asks for and nothing else, so that a national site opens at once, and it
/// reads the input again when a file changes.
/// </summary>
public sealed class PreviewServer
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    private readonly IReadOnlyList<PreviewSite> sites;
    private readonly ReloadEvents events = new();
    private readonly ConcurrentBag<PageScratch> idle = [];

    private PreviewServer(IReadOnlyList<PreviewSite> sites) => this.sites = sites;

    /// <summary>Serves until the person ends it.</summary>
    /// <param name="sites">One site lies at the root; several lie below their ids.</param>
    /// <param name="date">Date of the build.</param>
    /// <param name="port">Port on the loopback address.</param>
    /// <param name="output">Receives the address.</param>
    /// <param name="error">Receives problems of the input.</param>
    public static int Run(IReadOnlyList<SiteFolders> sites, DateOnly date, int port, TextWriter output, TextWriter error)
    {
        PreviewSite[] previews = [.. sites.Select(site => new PreviewSite(site, sites.Count == 1 ? "/" : $"/{site.Id}/", date))];
        var server = new PreviewServer(previews);
        using WebApplication app = server.Listen(port);
        foreach (PreviewSite site in previews)
        {
            Load(site, error);
        }

        server.events.Announce(); // to pages that were opened before there was anything to show
        using var watcher = new ChangeWatcher(sites.SelectMany(site => site.Read).Where(Directory.Exists), changed =>
        {
            foreach (PreviewSite site in previews.Where(site => changed.Any(site.Reads)))
            {
                Load(site, error);
            }

            server.events.Announce();
        });
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"预览：http://localhost:{port}/ （按 Ctrl+C 结束）"));
        app.WaitForShutdown();
        return ExitCode.Good;
    }

    private WebApplication Listen(int port)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        WebApplication app = builder.Build();
        app.MapFallback("{*path}", context => Answer(context, app.Lifetime.ApplicationStopping));
        try
        {
            app.Start();
        }
        catch (IOException)
        {
            throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"端口 {port} 已被别的程序占用。请用 --port 换一个。"));
        }
        return app;
    }

    private static void Load(PreviewSite site, TextWriter error)
    {
        using var progress = new Progress(error, terminal: false);
        foreach (string line in site.Load(progress).Problems.Take(ProblemPrinter.Most))
        {
            error.WriteLine(line);
        }
    }

    private Task Answer(HttpContext context, CancellationToken stopping)
    {
        string path = context.Request.Path.Value ?? "/";
        context.Response.Headers.CacheControl = "no-store";
        // Another site's page must not read unpublished figures through a host name of its own that leads to this machine.
        if (context.Request.Host.Host is not ("localhost" or "127.0.0.1"))
        {
            return Plain(context, StatusCodes.Status403Forbidden, "text/plain; charset=utf-8", "localhost");
        }

        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            return Plain(context, StatusCodes.Status405MethodNotAllowed, "text/plain; charset=utf-8", "GET");
        }

        if (path == "/.portal/events")
        {
            return events.Answer(context, stopping);
        }

        if (path == "/.portal/reload.js")
        {
            return Plain(context, StatusCodes.Status200OK, "text/javascript; charset=utf-8", ReloadEvents.Script);
        }

        if (sites.FirstOrDefault(site => path.StartsWith(site.Prefix, StringComparison.Ordinal)) is { } found)
        {
            return Answer(context, found, path[found.Prefix.Length..]);
        }

        if (sites.Any(site => site.Prefix == path + "/"))
        {
            return Redirect(context, path + "/");
        }

        return path == "/"
            ? Html(context, StatusCodes.Status200OK, Encoding.UTF8.GetBytes(PreviewPages.Sites(sites)))
            : Html(context, StatusCodes.Status404NotFound, Encoding.UTF8.GetBytes(PreviewPages.NotFound));
    }

    private Task Answer(HttpContext context, PreviewSite site, string address)
    {
        PreviewSite.Version version = site.Current;
        string path = Addresses.FileOf(address);
        bool isPage = path.EndsWith(".html", StringComparison.Ordinal);
        PlannedFile? file = version.Plan?.Find(path);
        bool known = file is not null;
        if (version.IsBad && (isPage || !known) && !(known && context.Request.Query.ContainsKey(PreviewPages.LastGood)))
        {
            return Html(context, StatusCodes.Status503ServiceUnavailable, Encoding.UTF8.GetBytes(PreviewPages.Problems(site, known)));
        }

        if (!known && version.Plan?.Find(path + "/index.html") is not null)
        {
            return Redirect(context, site.Prefix + path + "/");
        }

        file ??= version.Plan?.Find("404.html");
        if (file is null)
        {
            return Html(context, StatusCodes.Status404NotFound, Encoding.UTF8.GetBytes(PreviewPages.NotFound));
        }

        byte[] content;
        try
        {
            content = Render(file);
        }
#pragma warning disable CA1031 // the preview outlives a page that cannot be made; the browser shows why
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return Html(context, StatusCodes.Status500InternalServerError, Encoding.UTF8.GetBytes(PreviewPages.Fault(fault)));
        }
        int status = known ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
        return file.Path.EndsWith(".html", StringComparison.Ordinal) ? Html(context, status, content) : Bytes(context, status, TypeOf(path), content);
    }

    private byte[] Render(PlannedFile file)
    {
        if (!idle.TryTake(out PageScratch? scratch))
        {
            scratch = new PageScratch();
        }

        var buffer = new ArrayBufferWriter<byte>();
        file.Write(scratch, buffer);
        idle.Add(scratch);
        return buffer.WrittenSpan.ToArray();
    }

    private Task Html(HttpContext context, int status, byte[] html) => Bytes(context, status, "text/html; charset=utf-8", PreviewPages.WithTag(html, events.Tag));

    private static Task Plain(HttpContext context, int status, string type, string text) => Bytes(context, status, type, Encoding.UTF8.GetBytes(text));

    private static Task Bytes(HttpContext context, int status, string type, byte[] content)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        context.Response.ContentLength = content.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(content).AsTask();
    }

    private static Task Redirect(HttpContext context, string path)
    {
        context.Response.Redirect(new PathString(path).ToUriComponent() + context.Request.QueryString);
        return Task.CompletedTask;
    }

    private static string TypeOf(string path)
    {
        string type = Types.TryGetContentType(path, out string? known) ? known : "application/octet-stream";
        bool isText = type.StartsWith("text/", StringComparison.Ordinal) || type.EndsWith("json", StringComparison.Ordinal) || type.EndsWith("xml", StringComparison.Ordinal);
        return isText ? type + "; charset=utf-8" : type;
    }
}
