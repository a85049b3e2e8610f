using Portal.Commands;
using Portal.Domain.Problems;
using Portal.Site.Plan;

namespace Portal.Preview;

/// <summary>One site under preview: the newest version without errors, and what is wrong with the input now.</summary>
/// <param name="folders">Its inputs.</param>
/// <param name="prefix">Where it lies on the preview, beginning and ending with a slash.</param>
/// <param name="date">Date of the build.</param>
internal sealed class PreviewSite(SiteFolders folders, string prefix, DateOnly date)
{
    /// <summary>A version: what can be shown, and what stands against it.</summary>
    /// <param name="Title">Title of the site, empty before the first good version.</param>
    /// <param name="Plan">Plan of the last good version; null before the first.</param>
    /// <param name="Problems">Errors and warnings of the input as it is now, as printed.</param>
    /// <param name="IsBad">True if the input has errors now: the files are older than it.</param>
    public sealed record Version(string Title, SitePlan? Plan, IReadOnlyList<string> Problems, bool IsBad);

    private readonly SiteMemory memory = new();
    private volatile Version current = new("", null, [], IsBad: true);

    public string Prefix => prefix;

    public SiteFolders Folders => folders;

    public Version Current => current;

    /// <summary>True if a change of this path may change the site.</summary>
    public bool Reads(string path) => folders.Read.Select(Path.GetFullPath).Any(folder =>
        path == folder || path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) || folder.StartsWith(path + Path.DirectorySeparatorChar, StringComparison.Ordinal));

    /// <summary>Reads what has changed, and makes the site anew. With errors the last good version stays.</summary>
    public Version Load(Progress progress)
    {
        var problems = new ProblemList();
        SitePlan? site;
        try
        {
            site = SiteMaker.Make(folders, date, problems, progress, memory);
        }
#pragma warning disable CA1031 // the preview outlives whatever one version of the input does to it; the page shows it
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return current = current with { Problems = [fault.ToString()], IsBad = true };
        }
        string[] lines = [.. problems.Sorted().Select(problem => problem.ToString())];
        return current = site is null || problems.Errors > 0
            ? current with { Problems = lines, IsBad = true }
            : new Version(site.Site.Data.Settings.Title, site, lines, IsBad: false);
    }
}
