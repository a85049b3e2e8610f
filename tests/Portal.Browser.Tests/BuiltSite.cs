using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Portal.Commands;

namespace Portal.Browser.Tests;

/// <summary>A bundled set built by the program into a folder of its own and served on this machine, as any web server would.</summary>
public sealed class BuiltSite : IAsyncDisposable
{
    private readonly string folder;
    private readonly WebApplication server;

    BuiltSite(string folder, WebApplication server)
    {
        this.folder = folder;
        this.server = server;
        Root = server.Urls.Single() + "/";
    }

    /// <summary>Address of the home page, with a slash at its end.</summary>
    public string Root { get; }

    /// <summary>Builds and serves a set of data/.</summary>
    public static async Task<BuiltSite> StartAsync(string set)
    {
        string folder = Directory.CreateTempSubdirectory("portal-browser-").FullName;
        string output = Path.Combine(folder, "site");
        using StringWriter said = new();
        int code = CommandLine.Run(["build", "--data", At("data/" + set), "--input", At("input"), "--theme", At("theme"), "--output", output], said, said, terminal: false);
        Assert.True(code == ExitCode.Good, said.ToString());

        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication server = builder.Build();
        PhysicalFileProvider files = new(output);
        server.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        server.UseStaticFiles(new StaticFileOptions { FileProvider = files, ServeUnknownFileTypes = true });
        await server.StartAsync();
        return new BuiltSite(folder, server);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A path in the project.</summary>
    public static string At(string path)
    {
        string root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Portal.sln")))
        {
            root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("The tests run outside the project.");
        }

        return Path.Combine(root, path);
    }
}
