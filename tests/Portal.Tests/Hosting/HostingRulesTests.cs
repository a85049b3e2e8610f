using System.Text.RegularExpressions;
using Portal.Commands;
using Portal.Domain.Problems;
using Portal.Hosting;
using Portal.Site.Plan;
using Portal.Tests.Commands;
using Portal.Tests.Sites;

namespace Portal.Tests.Hosting;

/// <summary>hosting/rules.json has a rule for every file that the program makes, and the examples for nginx say the same.</summary>
public class HostingRulesTests
{
    private const string Shard = "application/octet-stream";

    private static readonly HostingRules Rules = HostingRules.Read(Repository.At("hosting/rules.json"));

    [Theory]
    [InlineData("demonstration")]
    [InlineData("published")]
    public void Every_file_of_a_site_has_a_type_and_a_time_to_live(string set)
    {
        foreach (string path in Planned(set))
        {
            Assert.True(Rules.Of(path) is { Type.Length: > 0, Cache.Length: > 0 }, $"no rule for {path}");
        }
    }

    [Fact]
    public void Only_a_file_named_by_its_content_is_kept_for_long()
    {
        foreach (string path in Planned("demonstration"))
        {
            Assert.Equal(Regex.IsMatch(path, @"\Aassets/[a-z-]+-[0-9a-f]{8}\.[a-z]+\z"), Rules.Of(path)!.Cache.Contains("immutable", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_part_of_a_site_is_not_uploaded()
    {
        using TempFolder site = new();
        File.WriteAllText(site["index.html"], "x");
        File.WriteAllText(site[".portal-site"], "fingerprint: partial 990121\nfiles: 1\nbytes: 1\n");
        using StringWriter none = new();
        Assert.Contains("不能发布", Assert.Throws<UsageException>(() => UploadPlan.Run(site.Path, Repository.At("hosting/rules.json"), none, none)).Message, StringComparison.Ordinal);
        File.WriteAllText(site[".portal-site"], "fingerprint: 1a2b\nfiles: 1\nbytes: 1\n");
        Assert.Equal(ExitCode.Good, UploadPlan.Run(site.Path, Repository.At("hosting/rules.json"), none, none));
    }

    [Fact]
    public void Files_that_are_compressed_already_are_not_labelled_as_compressed()
    {
        Assert.All(Planned("demonstration").Where(p => p.StartsWith("search/index/", StringComparison.Ordinal)), p => Assert.Equal((Shard, false), (Rules.Of(p)!.Type, Rules.Of(p)!.Compress)));
        Assert.All(Rules.Rules.Where(r => r.Type is "image/png" or "application/pdf" || r.Type.EndsWith(".sheet", StringComparison.Ordinal)), r => Assert.False(r.Compress));
    }

    [Fact]
    public void Pages_may_do_what_the_header_allows_and_no_more()
    {
        string home = File.ReadAllText(Repository.At("src/Portal.Site/Components/Layout.razor"));
        string meta = Regex.Match(home, "http-equiv=\"Content-Security-Policy\" content=\"([^\"]+)\"").Groups[1].Value;
        // frame-ancestors says nothing in a meta tag.
        Assert.Equal(meta + "; frame-ancestors 'self'", Rules.Headers["Content-Security-Policy"]);
        Assert.DoesNotContain("unsafe", Rules.Headers["Content-Security-Policy"], StringComparison.Ordinal);
    }

    [Fact]
    public void Nginx_has_the_same_types_compression_and_headers()
    {
        string files = File.ReadAllText(Repository.At("hosting/nginx/portal-files.conf"));
        string block = Regex.Match(files, @"types \{([^}]*)\}").Groups[1].Value;
        Dictionary<string, string> types = Regex.Matches(block, @"(\S+)\s+(\w+);").ToDictionary(m => "." + m.Groups[2].Value, m => m.Groups[1].Value, StringComparer.Ordinal);
        string[] compressed = [.. Regex.Match(files, @"gzip_types\s+([^;]+);").Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries), "text/html"];
        foreach (string path in Planned("demonstration").Where(p => !p.StartsWith("assets/vendor/", StringComparison.Ordinal) || Path.HasExtension(p)))
        {
            HostingRule rule = Rules.Of(path)!;
            string type = types.GetValueOrDefault(Path.GetExtension(path), Shard);
            Assert.Equal((rule.Type.Split(';')[0], rule.Compress), (type, compressed.Contains(type)));
        }

        foreach ((string name, string value) in Rules.Headers)
        {
            Assert.Matches($"add_header\\s+{Regex.Escape(name)}\\s+\"{Regex.Escape(value)}\"\\s+always;", files);
        }
    }

    [Fact]
    public void The_plan_of_an_upload_puts_the_compressed_file_in_place_and_pages_last()
    {
        string[] files = [".portal-site", "assets/site-1a2b3c4d.css", "assets/site-1a2b3c4d.css.gz", "index.html", "index.html.br", "index.html.gz", "search/index/places", "releases/2023.1/data/a.xlsx"];
        (IReadOnlyList<Upload> uploads, IReadOnlyList<string> without) = UploadPlan.Of(files, Rules);
        Assert.Empty(without);
        const string shortly = "public, max-age=300";
        Assert.Equal(
        [
            new Upload("assets/site-1a2b3c4d.css.gz", "assets/site-1a2b3c4d.css", "text/css; charset=utf-8", "public, max-age=31536000, immutable", "gzip"),
            new Upload("releases/2023.1/data/a.xlsx", "releases/2023.1/data/a.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", shortly, ""),
            new Upload("search/index/places", "search/index/places", Shard, shortly, ""),
            new Upload("index.html.gz", "index.html", "text/html; charset=utf-8", shortly, "gzip"),
        ], uploads);
    }

    [Fact]
    public void A_file_that_no_rule_is_for_stops_the_plan()
    {
        using TempFolder site = new();
        File.WriteAllText(site["index.html"], "x");
        string rules = Repository.At("hosting/rules.json");
        Run good = Run.Of(["upload-plan", site.Path, "--rules", rules]);
        Assert.Equal((0, "file\tpath\tContent-Type\tCache-Control\tContent-Encoding\nindex.html\tindex.html\ttext/html; charset=utf-8\tpublic, max-age=300\t\n"), (good.Code, good.Output.ReplaceLineEndings("\n")));
        File.WriteAllText(site["film.mp4"], "x");
        Run bad = Run.Of(["upload-plan", site.Path, "--rules", rules]);
        Assert.Equal(1, bad.Code);
        Assert.Contains("film.mp4", bad.Error, StringComparison.Ordinal);
        Assert.Equal(2, Run.Of(["upload-plan", site["nowhere"], "--rules", rules]).Code);
        Assert.Equal(2, Run.Of(["upload-plan", site.Path, "--rules", site["index.html"]]).Code);
    }

    /// <summary>Paths of all files of a bundled site.</summary>
    internal static IReadOnlyList<string> Planned(string set)
    {
        using Progress silent = new(TextWriter.Null, terminal: false);
        return [.. SiteMaker.Make(RenderedSite.BundledFolders(set), new DateOnly(2027, 1, 1), new ProblemList(), silent)!.Files.Select(f => f.Path)];
    }
}
