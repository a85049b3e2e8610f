using System.Globalization;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Problems;
using Portal.Site;
using Portal.Site.Pages;
using Portal.Site.Plan;
using Portal.Sources;
using Portal.Sources.Files;

namespace Portal.Commands;

/// <summary>The stages up to the plan: load, check, compute, pages. What follows is rendering and writing.</summary>
public static class SiteMaker
{
    /// <param name="folders">Where the inputs are.</param>
    /// <param name="date">Date of the build. No page depends on it; a release of a later day is warned of.</param>
    /// <param name="problems">Receives all problems of all stages.</param>
    /// <param name="progress">Told of every stage.</param>
    /// <returns>The plan, or null where there is an error.</returns>
    /// <param name="memory">What an earlier making of the same site left to build on; null where nothing is kept.</param>
    /// <param name="mostRows">Rows that a page of the whole area shows at most.</param>
    public static SitePlan? Make(SiteFolders folders, DateOnly date, ProblemList problems, Progress progress, SiteMemory? memory = null, int mostRows = AreaParts.MostRows)
    {
        progress.Stage("读取数据");
        if (memory?.Again(folders, problems) is { } again)
        {
            return again;
        }

        Dataset? data = memory is null ? DatasetReader.Read(folders.Data, folders.CommonData, problems) : DatasetReader.Read(folders.Data, folders.CommonData, problems, memory.Cache);
        IReadOnlyList<WordsPage> words = WordsReader.Read(folders.CommonWords, folders.Words, problems);
        IReadOnlyList<Asset> theme = ReadTheme(folders.Theme, problems);
        if (data is null || problems.Errors > 0)
        {
            return null;
        }

        IReadOnlyList<InspectionReport> reports = ReportReader.Read(folders.Words, data, problems);
        if (problems.Errors > 0)
        {
            return null;
        }

        WarnOfLaterReleases(folders, data, date, problems);

        progress.Stage("计算");
        Findings findings = memory?.Compute(data) ?? Findings.Compute(data);

        progress.Stage("排定页面");
        SitePlan plan = SitePlan.Create(data, findings, words, theme, problems, reports, mostRows);
        if (problems.Errors > 0)
        {
            return null;
        }

        memory?.Keep(plan, problems);
        return plan;
    }

    private static void WarnOfLaterReleases(SiteFolders folders, Dataset data, DateOnly date, ProblemList problems)
    {
        foreach (Release release in data.Releases.Where(release => release.Published > date))
        {
            problems.Add(
                ProblemKinds.NotYetPublished,
                new Location($"{folders.Data}/releases/{release.Id}/release.yaml".Replace('\\', '/')),
                release.Published.ToString("O", CultureInfo.InvariantCulture),
                date.ToString("O", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>All files of the theme; names that begin with a dot are the editor's or the system's.</summary>
    public static IReadOnlyList<Asset> ReadTheme(string theme, ProblemList problems)
    {
        List<Asset> assets = [];
        foreach (string path in InputFolder.Files(theme).Where(path => !path.Split('/').Any(name => name.StartsWith('.'))))
        {
            string file = Path.Combine(theme, path);
            try
            {
                assets.Add(new Asset(path, InputFolder.Bytes(file)));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                problems.Add(ProblemKinds.Unreadable, new Location(file.Replace('\\', '/')));
            }
        }

        return assets;
    }
}
