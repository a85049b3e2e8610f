using Portal.Domain.Problems;
using Portal.Output;
using Portal.Site.Plan;

namespace Portal.Commands;

/// <summary>A page that the program could not make: a mistake of the program, not of the input.</summary>
public sealed class PageFailedException(RenderFailure first, int count)
    : Exception($"{count} 个文件没能生成，第一个是 {first.File.Path}（{first.File.Origin}）。", first.Error);

/// <summary>Renders a whole site and looks at every link of every page on the way.</summary>
public static class SitePages
{
    /// <param name="site">The plan.</param>
    /// <param name="problems">Receives broken links and anchors.</param>
    /// <param name="take">What becomes of the bytes.</param>
    /// <param name="progress">Told of every file.</param>
    /// <exception cref="PageFailedException">A page could not be made.</exception>
    public static void RenderAll(SitePlan site, ProblemList problems, TakeFile take, Progress progress)
    {
        progress.Stage("生成页面", site.Files.Count);
        LinkCheck links = site.NewLinkCheck(problems);
        string basePath = site.Site.Data.Settings.BasePath;
        var failures = Rendering.All(site.Files, (index, content) =>
        {
            if (site.Files[index].IsPage)
            {
                links.Page(site.Files[index].Path, content, basePath);
            }

            take(index, content);
            progress.Step();
        });
        if (failures.Count > 0)
        {
            throw new PageFailedException(failures[0], failures.Count);
        }

        links.Tell();
        CheckAnchors(site, links, progress);
    }

    /// <summary>Pages that others point into are rendered once more: which anchors they need is known only now.</summary>
    private static void CheckAnchors(SitePlan site, LinkCheck links, Progress progress)
    {
        var needed = links.AnchorsNeeded.ToDictionary(page => page.File, page => page.Anchors, StringComparer.Ordinal);
        PlannedFile[] pages = [.. site.Files.Where(file => needed.ContainsKey(file.Path))];
        progress.Stage("检查页内链接", pages.Length);
        Rendering.All(pages, (index, content) =>
        {
            links.Anchors(pages[index].Path, content, needed[pages[index].Path]);
            progress.Step();
        });
    }
}
