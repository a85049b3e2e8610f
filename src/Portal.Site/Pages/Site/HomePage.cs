using Portal.Domain.Data;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>A line of news.</summary>
public sealed record NewsRow(string Day, string Title, string Address);

/// <summary>A number that leads to the list behind it.</summary>
public sealed record Tile(string Count, string Words, string Address);

/// <summary>The home page: search first, then the state of the whole area, then how to read it and what is new.</summary>
public sealed record HomePage : PageModel
{
    /// <summary>Heading; <c>|</c> marks where a line may break.</summary>
    public required string Heading { get; init; }

    /// <summary>Label of the search box.</summary>
    public required string SearchLabel { get; init; }

    /// <summary>Examples under the search box.</summary>
    public required IReadOnlyList<Crumb> Examples { get; init; }

    /// <summary>全省 9 个县区，2023 年; empty without schools.</summary>
    public required string StateHeading { get; init; }

    /// <summary>The state of the area; null without schools.</summary>
    public required AreaState? State { get; init; }

    /// <summary>What to look at in this period, each with its list.</summary>
    public required IReadOnlyList<Tile> Tiles { get; init; }

    /// <summary>Monitoring of the newest period; null where nothing is monitored.</summary>
    public required MonitoringSummary? Monitoring { get; init; }

    /// <summary>Counts of the rectification ledger, null without findings.</summary>
    public required RectificationSummary? Rectification { get; init; }

    /// <summary>What a site of published values holds; null where there are schools.</summary>
    public required PublishedHome? Published { get; init; }

    /// <summary>Address of the words on how to read the figures, null where there are none.</summary>
    public required string? HowTo { get; init; }

    /// <summary>Newest releases.</summary>
    public required IReadOnlyList<NewsRow> Releases { get; init; }

    /// <summary>When the next release is due, may be empty.</summary>
    public required string NextRelease { get; init; }

    /// <summary>The home page.</summary>
    public static HomePage Create(SiteContext site)
    {
        Place root = site.Index.Root;
        AreaState? state = AreaState.Of(site, root);
        Dataset data = site.Data;
        return new HomePage
        {
            Info = new PageInfo
            {
                Address = Addresses.Home,
                Title = data.Settings.Title,
                Description = data.Settings.Description,
                Section = Section.Home,
                Release = site.Latest?.Id,
                FeedbackPlace = data.Settings.Province,
                ColumnType = "首页",
            },
            Heading = site.Index.HasSchools ? "查一所学校，|看它达标没有" : "查一个地方，|看公开文件写了什么",
            SearchLabel = site.Index.HasSchools ? "学校或县的名称，写几个字就行" : "省、市、县的名称，写几个字就行",
            Examples = [.. data.Settings.Examples.Select(e => Example(site, e)).OfType<Crumb>(), new Crumb("按地区找", Addresses.Places)],
            StateHeading = state is null ? "" : $"{PlaceWords.Whole(root)} {Format.Number(state.Tally.Counties)} 个县区，{state.Period}",
            State = state,
            Tiles = state is null ? [] : [.. state.Lists.Select(l => new Tile(Format.Number(l.Count), l.Tile, $"{Addresses.Place(root.Code)}#{l.Id}"))],
            Monitoring = MonitoringSummary.Of(site, root.Code),
            Rectification = RectificationSummary.Of(site, root.Code),
            Published = state is null && site.Latest is not null ? PublishedHome.Of(site) : null,
            HowTo = site.Words.FirstOrDefault(w => w.Path == "how-to-read.md") is { } words ? Addresses.Words(words.Path) : null,
            Releases = [.. data.Releases.OrderByDescending(r => r.Published).ThenByDescending(r => r.Id).Take(3).Select(r => new NewsRow(Format.Day(r.Published), $"发布 {r.Id}：{r.Title}", Addresses.Release(r.Id)))],
            NextRelease = site.Latest?.NextRelease ?? "",
        };
    }

    private static Crumb? Example(SiteContext site, Example example) =>
        example.School is { } school ? site.Data.LatestOf(school) is null ? null : new Crumb(example.Label, Addresses.School(school))
        : example.Place is { } place && site.Index.HasPage(place) ? new Crumb(example.Label, Addresses.Place(place))
        : null;
}
