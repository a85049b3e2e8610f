using System.Security.Cryptography;
using System.Text;
using Portal.Output;
using Portal.Site.Plan;

namespace Portal.Tests.Output;

/// <summary>A site of plain texts by path, put into an output folder.</summary>
public sealed class TinySite
{
    private readonly SortedDictionary<string, string> texts = new(StringComparer.Ordinal);

    public TinySite With(string path, string text)
    {
        texts[path] = text;
        return this;
    }

    public TinySite Without(string path)
    {
        texts.Remove(path);
        return this;
    }

    /// <summary>A few pages in folders and at the top.</summary>
    public static TinySite Sample() => new TinySite()
        .With("index.html", "首页")
        .With("schools/219/index.html", "第一小学")
        .With("schools/220/index.html", "第二小学")
        .With("theme/site.css", "body{}")
        .With("empty.txt", "");

    public NextTree Build(string folder, string? fingerprint = null, bool compress = false)
    {
        using var output = OutputFolder.Open(folder);
        return Build(output, fingerprint, compress);
    }

    public NextTree Build(OutputFolder output, string? fingerprint = null, bool compress = false)
    {
        string[] paths = [.. texts.Keys];
        NextTree next = output.Begin(paths, compress: compress);
        Assert.Empty(Rendering.All([.. texts.Select(text => new PlannedBytes(text.Key, text.Key, Encoding.UTF8.GetBytes(text.Value)))], next.Put));
        output.Publish(next, fingerprint ?? Fingerprint);
        return next;
    }

    public string Fingerprint => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', texts))));

    public IReadOnlyDictionary<string, string> Expected => texts;

    /// <summary>What a folder really holds, without the marker.</summary>
    public static SortedDictionary<string, string> Read(string folder)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            string path = Path.GetRelativePath(folder, file).Replace('\\', '/');
            if (Path.GetFileName(path) != ".portal-site" && !path.EndsWith("/lock", StringComparison.Ordinal))
            {
                found[path] = File.ReadAllText(file);
            }
        }
        return found;
    }
}
