using Portal.Domain.Data;
using Portal.Site.Plan;

namespace Portal.Site.Pages;

/// <summary>网站地图: the site's sections, its words, its schemes and the places below the top.</summary>
/// <param name="Groups">Groups of links.</param>
public sealed record SitemapPage(IReadOnlyList<(string Title, IReadOnlyList<(string Label, string Address)> Links)> Groups) : PageModel
{
    /// <summary>The map.</summary>
    public static SitemapPage Create(SiteContext site)
    {
        List<(string, IReadOnlyList<(string, string)>)> groups =
        [
            ("栏目", [.. site.Menu.Select(m => (m.Label, m.Address)), .. site.Surveys.Count > 0 ? [("满意度调查", Addresses.Surveys)] : Array.Empty<(string, string)>(), ("查找", Addresses.Search), .. site.Index.HasComparison ? [("比较", Addresses.Compare)] : Array.Empty<(string, string)>()]),
        ];
        (string, string)[] supervision =
        [
            .. site.DutyTally is null ? Array.Empty<(string, string)>() : [("应公开清单", Addresses.Disclosure)],
            .. site.Data.Inspectors.Count == 0 ? Array.Empty<(string, string)>() : [("责任督学和督学责任区", Addresses.Zones)],
        ];
        if (supervision.Length > 0)
        {
            groups.Add(("督导", supervision));
        }

        if (site.Words.Count > 0)
        {
            groups.Add(("关于本站", [.. site.Words.OrderBy(w => w.Order).ThenBy(w => w.Path, StringComparer.Ordinal).Select(w => (w.Title, Addresses.Words(w.Path)))]));
        }

        groups.AddRange(site.Data.Schemes.Select(s => ("指标：" + s.Short, (IReadOnlyList<(string, string)>)[.. IndicatorPage.Of(s).Select(i => (s.Label(i), Addresses.Indicator(s.Id, i)))])));
        if (site.Data.Trees.Count > 0)
        {
            groups.Add(("督导评价", [.. site.Data.Trees.Select(t => (t.Root.Label, Addresses.Tree(t.Id)))]));
        }

        Place[] places = [.. site.Index.Pages.Where(p => p.Level is not PlaceLevel.County)];
        if (places.Length > 0)
        {
            groups.Add(("各地（到市）", [.. places.Select(p => (p.Name, Addresses.Place(p.Code)))]));
        }

        return new SitemapPage(groups)
        {
            Info = new PageInfo
            {
                Address = Addresses.Sitemap,
                Title = "网站地图",
                Description = "本站的栏目、说明、指标和地区。",
                Section = Section.None,
                Crumbs = [new Crumb("首页", Addresses.Home), new Crumb("网站地图", null)],
            },
        };
    }
}

/// <summary>The page for addresses that do not exist; served anywhere, so its links begin at the base path.</summary>
public sealed record NotFoundPage : PageModel
{
    /// <summary>The page.</summary>
    public static NotFoundPage Create(SiteContext site) => new()
    {
        Info = new PageInfo
        {
            Address = "404.html",
            Title = "没有这一页",
            Description = "地址可能写错了，或页面已经移走。",
            Section = Section.None,
            NoIndex = true,
            Root = site.Data.Settings.BasePath,
        },
    };
}
