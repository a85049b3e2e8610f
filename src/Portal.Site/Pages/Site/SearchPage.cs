using Portal.Domain.Data;
using Portal.Site.Plan;
using Portal.Site.Search;

namespace Portal.Site.Pages;

/// <summary>The search page: the form, room for what the script finds, and the way through the tree for those without it.</summary>
/// <param name="Label">Label of the search box.</param>
/// <param name="HasSchools">False on a site without schools.</param>
/// <param name="Top">Top places with a page.</param>
/// <param name="Stages">Stages of each type of school, by their labels, for the script: <c>小学:小学;九年一贯制学校:小学 初中</c>.</param>
/// <param name="Feedback">Address of the words on feedback, null where there are none.</param>
/// <param name="Early">Files of the index that every question needs, by their addresses.</param>
public sealed record SearchPage(string Label, bool HasSchools, IReadOnlyList<Crumb> Top, string Stages, string? Feedback, IReadOnlyList<string> Early) : PageModel
{
    /// <summary>The page.</summary>
    public static SearchPage Create(SiteContext site)
    {
        Place root = site.Index.Root;
        return new SearchPage(
            site.Index.HasSchools ? "学校或地区的名称、曾用名、代码，也查报告和说明里的话；可以写几个字，中间空格" : "地区的名称或代码，也查报告和说明里的话；可以写几个字，中间空格",
            site.Index.HasSchools,
            [.. site.Data.Places.ChildrenOf(root.Code).Where(p => site.Index.HasPage(p.Code)).Select(p => PlaceWords.Link(site, p))],
            string.Join(';', site.Data.Vocabulary.Types.Select(t => $"{t.Label}:{string.Join(' ', t.Stages.Select(s => site.Data.Vocabulary.Label("stage", s.Value)))}")),
            site.Words.Any(w => w.Path == "feedback.md") ? Addresses.Words("feedback.md") : null,
            [.. EarlyFiles(site)])
        {
            Info = new PageInfo
            {
                Address = Addresses.Search,
                Title = "查找",
                Description = "按名称查学校和地区，按说过的话查督导报告、整改、各县情况和说明；没有脚本时按地区找。",
                Section = Section.None,
                Crumbs = [new Crumb("首页", Addresses.Home), new Crumb("查找", null)],
                Release = site.Latest?.Id,
            },
        };
    }

    private static IEnumerable<string> EarlyFiles(SiteContext site)
    {
        if (site.Index.Pages.Any())
        {
            yield return SearchIndex.Folder + "places";
        }

        if (site.Data.Schemes.Count > 0 || site.Words.Count > 0)
        {
            yield return TextIndex.Folder + "list";
        }
    }
}
