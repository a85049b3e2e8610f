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
    /// <param name="next">The tree that takes over what need not be rendered; null where everything is rendered.</param>
    /// <exception cref="PageFailedException">A page could not be made.</exception>
    public static void RenderAll(SitePlan site, ProblemList problems, TakeFile take, Progress progress, NextTree? next = null)
    {
        ILookup<bool, int> files = Enumerable.Range(0, site.Files.Count).ToLookup(index => next is not null && next.CanKeep(index));
        int[] made = [.. files[false]], kept = [.. files[true]];
        progress.Stage("生成页面", made.Length);
        LinkCheck links = site.NewLinkCheck(problems);
        string basePath = site.Site.Data.Settings.BasePath;
        // A page that is kept had no broken link; it has none as long as no file and no anchor is lost.
        bool lost = kept.Length > 0 && next!.LosesFiles;
        var failures = Rendering.All([.. made.Select(index => site.Files[index])], (number, content) =>
        {
            int index = made[number];
            if (site.Files[index].IsPage)
            {
                links.Page(site.Files[index].Path, content, basePath);
                if (kept.Length > 0 && !Volatile.Read(ref lost) && next!.Earlier(index) is { } before && LinkCheck.LosesAnchors(before, content))
                {
                    Volatile.Write(ref lost, true);
                }
            }

            take(index, content);
            progress.Step();
        });
        if (failures.Count > 0)
        {
            throw new PageFailedException(failures[0], failures.Count);
        }

        Parallel.ForEach(kept, index =>
        {
            next!.Keep(index);
            if (lost && site.Files[index].IsPage)
            {
                links.Page(site.Files[index].Path, next.Earlier(index), basePath);
            }
        });
        links.Tell();
        CheckAnchors(site, links, progress, next);
    }

    /// <summary>Pages that others point into are read from the new tree, or rendered once more where there is none: which anchors they need is known only now.</summary>
    private static void CheckAnchors(SitePlan site, LinkCheck links, Progress progress, NextTree? next)
    {
        var needed = links.AnchorsNeeded.ToDictionary(page => page.File, page => page.Anchors, StringComparer.Ordinal);
        if (next is not null)
        {
            Parallel.For(0, site.Files.Count, index =>
            {
                if (needed.TryGetValue(site.Files[index].Path, out IReadOnlyDictionary<string, string>? anchors))
                {
                    links.Anchors(site.Files[index].Path, next.Made(index), anchors);
                }
            });
            return;
        }

        PlannedFile[] pages = [.. site.Files.Where(file => needed.ContainsKey(file.Path))];
        progress.Stage("检查页内链接", pages.Length);
        Rendering.All(pages, (index, content) =>
        {
            links.Anchors(pages[index].Path, content, needed[pages[index].Path]);
            progress.Step();
        });
    }
}
