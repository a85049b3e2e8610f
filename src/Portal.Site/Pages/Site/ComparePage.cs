using Portal.Site.Plan;

namespace Portal.Site.Pages;

/// <summary>Two to four schools or counties side by side, as the reader chose them: no order by value, no rank, no score.</summary>
/// <param name="Most">How many may stand side by side.</param>
/// <param name="Data">Downloads of the newest release, null where there are none.</param>
/// <param name="HasSchools">False on a site without schools, where counties alone stand side by side.</param>
public sealed record ComparePage(int Most, string? Data, bool HasSchools) : PageModel
{
    /// <summary>The page.</summary>
    public static ComparePage Create(SiteContext site) => new(4, site.Latest is { } release ? Addresses.Data(release.Id) : null, site.Index.HasSchools)
    {
        Info = new PageInfo
        {
            Address = Addresses.Compare,
            Title = "比较",
            Description = site.Index.HasSchools ? "把两所到四所学校，或两个到四个县的数字并排放在一起；不排名，不打分。" : "把公开文件中两个到四个县的数字并排放在一起；不排名，不打分。",
            Section = Section.None,
            Script = "compare.js",
            Crumbs = [new Crumb("首页", Addresses.Home), new Crumb("比较", null)],
            Release = site.Latest?.Id,
        },
    };
}
