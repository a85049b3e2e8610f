using System.Collections.Concurrent;
using System.Text;
using Portal.Commands;
using Portal.Domain.Problems;
using Portal.Site.Pages;
using Portal.Site.Plan;

namespace Portal.Tests.Sites;

/// <summary>A whole site made in memory by the program's own stages: read, compute, plan, render, check links.</summary>
public sealed class RenderedSite
{
    private static readonly ConcurrentDictionary<string, Lazy<RenderedSite>> BundledSites = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, byte[]> files = new(StringComparer.Ordinal);

    RenderedSite(SitePlan plan) => Plan = plan;

    /// <summary>The plan.</summary>
    public SitePlan Plan { get; }

    /// <summary>Bytes of every file by path.</summary>
    public IReadOnlyDictionary<string, byte[]> Files => files;

    /// <summary>Pages that people read.</summary>
    public IEnumerable<PlannedPage> Pages => Plan.Files.OfType<PlannedPage>();

    /// <summary>Broken links and anchors and other warnings, in words.</summary>
    public IReadOnlyList<string> Problems { get; private init; } = [];

    /// <summary>A page's HTML.</summary>
    public string Html(string address) => Encoding.UTF8.GetString(files[Addresses.FileOf(address)]);

    /// <summary>Makes a site. A mistake in its input fails the test in the words of the program; what pages do wrong is in <see cref="Problems"/>.</summary>
    /// <param name="folders">Its inputs.</param>
    /// <param name="memory">What an earlier making left; null where nothing is kept.</param>
    /// <param name="mostRows">Rows that a page of the whole area shows at most.</param>
    public static RenderedSite Of(SiteFolders folders, SiteMemory? memory = null, int mostRows = AreaParts.MostRows)
    {
        ProblemList problems = new();
        using Progress silent = new(TextWriter.Null, terminal: false);
        SitePlan? plan = SiteMaker.Make(folders, new DateOnly(2027, 1, 1), problems, silent, memory, mostRows);
        Assert.True(plan is not null, string.Join('\n', problems.Sorted()));
        ConcurrentDictionary<string, byte[]> made = new(StringComparer.Ordinal);
        SitePages.RenderAll(plan, problems, (index, content) => made[plan.Files[index].Path] = content.ToArray(), silent);
        RenderedSite site = new(plan) { Problems = [.. problems.Sorted().Select(p => p.ToString())] };
        foreach ((string path, byte[] content) in made)
        {
            site.files[path] = content;
        }

        return site;
    }

    /// <summary>A bundled set of data/ with the real theme; made once for all tests.</summary>
    public static RenderedSite Bundled(string set) => BundledSites.GetOrAdd(set, s => new Lazy<RenderedSite>(() => Of(BundledFolders(s)))).Value;

    /// <summary>Where a bundled set's inputs are.</summary>
    public static SiteFolders BundledFolders(string set) => new(
        set, Repository.At("data/" + set), Repository.At("data/common"), Repository.At("input/" + set), Repository.At("input/common"), Repository.At("theme"), "");

    /// <summary>A site of tests/sites/. What it says does not depend on the theme, so it gets an empty one, whose file names never change.</summary>
    public static RenderedSite Golden(string name) => Of(new SiteFolders(
        name, Repository.At($"tests/sites/{name}/data"), Repository.At("data/common"), Repository.At($"tests/sites/{name}/input"), Repository.At("tests/sites/none"), Repository.At("tests/sites/theme"), ""));
}
