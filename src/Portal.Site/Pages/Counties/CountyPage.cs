using System.Globalization;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Charts;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>A trend of a stage.</summary>
public sealed record TrendBlock(string Label, TrendFigure Figure);

/// <summary>A year in the table of trends: computed, or published.</summary>
public sealed record TrendRow(string Period, bool Published, string Nature, IReadOnlyList<CoefficientCell> Cells);

/// <summary>A link within the page.</summary>
public sealed record Anchor(string Id, string Label);

/// <summary>A county: three sentences, recognition, coefficients, schools, published values.</summary>
public sealed record CountyPage : PageModel
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>What stands under the name.</summary>
    public required IReadOnlyList<string> Meta { get; init; }

    /// <summary>Three sentences.</summary>
    public required IReadOnlyList<string> Lead { get; init; }

    /// <summary>Banner of an earlier revision, null on a current page.</summary>
    public required Superseded? Superseded { get; init; }

    /// <summary>The compare page with the county chosen; null on pages pinned to a release, and where the county never had schools.</summary>
    public required string? Compare { get; init; }

    /// <summary>Sections of the page.</summary>
    public required IReadOnlyList<Anchor> Contents { get; init; }

    /// <summary>认定; null where the site has neither a step nor schools.</summary>
    public required TrioCard? Recognition { get; init; }

    /// <summary>测算; null without schools.</summary>
    public required TrioCard? Computed { get; init; }

    /// <summary>差距; null without schools or where every scheme has been applied for.</summary>
    public required TrioCard? Distance { get; init; }

    /// <summary>Why recognition and computation differ, empty where they do not.</summary>
    public required string Differ { get; init; }

    /// <summary>Gates with margin, by scheme.</summary>
    public required IReadOnlyList<GateSection> Gates { get; init; }

    /// <summary>Items of government, quality, entry and veto, by scheme.</summary>
    public required IReadOnlyList<ItemSection> Items { get; init; }

    /// <summary>Roads.</summary>
    public required IReadOnlyList<RoadPart> Roads { get; init; }

    /// <summary>Coefficients by scheme.</summary>
    public required IReadOnlyList<SchemeSection> Schemes { get; init; }

    /// <summary>Trends of the composite per stage.</summary>
    public required IReadOnlyList<TrendBlock> Trends { get; init; }

    /// <summary>The trends as one table.</summary>
    public required IReadOnlyList<TrendRow> TrendRows { get; init; }

    /// <summary>Note of the trends.</summary>
    public required TableNote TrendNote { get; init; }

    /// <summary>What drives the coefficients, by scheme that applies.</summary>
    public required IReadOnlyList<WhySection> Why { get; init; }

    /// <summary>Address of the page with all schools' shares, null where nothing is comparable.</summary>
    public required string? Drivers { get; init; }

    /// <summary>Monitoring, null where the county is not monitored.</summary>
    public required CountyMonitor? Monitor { get; init; }

    /// <summary>Sizes of classes and schools, null without schools.</summary>
    public required CountyClassSizes? ClassSizes { get; init; }

    /// <summary>Schools, null where the release has none of the county.</summary>
    public required CountySchools? Schools { get; init; }

    /// <summary>Groups, partners, campuses and proposed closures; null where there is nothing to say.</summary>
    public required CountyGroups? Groups { get; init; }

    /// <summary>What it takes to bring the schools up to the standards, one block per scheme; empty without standards.</summary>
    public required IReadOnlyList<ShortBlock> Short { get; init; }

    /// <summary>Address of the A–Z list, null where there is none.</summary>
    public required string? SchoolList { get; init; }

    /// <summary>What the law asks of its spending, null without figures.</summary>
    public required FundingPart? Funding { get; init; }

    /// <summary>What must be made public, and inspectors; null where nothing is known.</summary>
    public required CountyDuties? Duties { get; init; }
    /// <summary>Self-ratings of schools beside checks, counted per area; null where there is none.</summary>
    public required CountyEvaluation? Evaluation { get; init; }

    /// <summary>Published values.</summary>
    public required PublishedPart Published { get; init; }

    /// <summary>Surveys, null where there are none.</summary>
    public required SurveyPart? Surveys { get; init; }

    /// <summary>Supervision reports, null where there is none.</summary>
    public required ReportsPart? Reports { get; init; }

    /// <summary>整改, null without findings.</summary>
    public required RectificationPart? Rectification { get; init; }

    /// <summary>How feedback has been answered, null where nothing is published.</summary>
    public required AnswersPart? Answers { get; init; }

    /// <summary>Errata of the county and its schools.</summary>
    public required IReadOnlyList<ErrataRow> Errata { get; init; }

    /// <summary>Words of the citation.</summary>
    public required string Citation { get; init; }

    /// <summary>Full address of the citation, pinned to the release.</summary>
    public required string CitationUrl { get; init; }

    /// <summary>Code of the county.</summary>
    public required string Code { get; init; }

    /// <summary>Address below which the county's own downloads are; null where the release has no schools of it.</summary>
    public required string? Downloads { get; init; }

    /// <summary>The page of a county, current or as published in <paramref name="pinned"/>.</summary>
    public static CountyPage Create(SiteContext site, PlaceCode code, Release? pinned = null)
    {
        CountyContext county = CountyContext.Of(site, code, pinned);
        CountyParts parts = CountyParts.Of(county);
        CountyGroups? groups = CountyGroups.Of(county, pinned is not null);
        CountyMonitor? monitor = CountyMonitor.Of(county, pinned is not null);
        ReportsPart? reports = ReportsPart.Of(site, code, pinned);
        RectificationPart? rectification = RectificationPart.Of(county, pinned is not null);
        CountyDuties? duties = CountyDuties.Of(county, pinned is not null);
        Superseded? superseded = pinned is null ? null : CountyRevision.Banner(county);
        string address = pinned is null ? Addresses.Place(code) : Addresses.PlaceInRelease(pinned.Id, code);
        List<Anchor> contents = [];
        void Add(bool there, string id, string label)
        {
            if (there)
            {
                contents.Add(new Anchor(id, label));
            }
        }

        Add(county.HasSchools || parts.Roads.Count > 0, "state", county.HasSchools ? "认定、测算、差距" : "认定");
        Add(parts.Gates.Count > 0, "gates", "关口与余量");
        foreach (SchemeSection scheme in parts.Schemes)
        {
            Add(true, scheme.Anchor, scheme.ForReference ? $"{scheme.Short}差距（参考）" : $"{scheme.Short}差异系数");
        }

        Add(parts.Trends.Count > 0, "trend", "走势");
        Add(monitor is not null, "monitor", "监测");
        foreach (WhySection section in parts.Why)
        {
            Add(true, section.Anchor, parts.Why.Count > 1 ? $"{section.Short}：差距从哪里来" : "差距从哪里来");
        }

        Add(parts.Items.Count > 0, "items", "政府工作与各项要求");
        Add(parts.Schools is not null, "schools", "学校");
        Add(groups is not null, "groups", "集团、结对、学区与拟撤并");
        Add(parts.Short.Count > 0, "short", "补到标准还差多少");
        Add(parts.Classes is not null, "classes", "班额与校额");
        Add(parts.Funding is not null, "funding", "经费");
        Add(parts.Published.Coefficients.Count > 0, "published", "公布的差异系数");
        Add(parts.Published.Facts.Count > 0, "facts", "公布的事实");
        Add(!parts.Published.Promises.IsEmpty, parts.Published.Promises.Anchor, parts.Published.Promises.Title);
        Add(parts.Published.Satisfaction.Count > 0, "survey", "公布的满意度");
        Add(parts.Surveys is not null, "surveys", "满意度调查");
        Add(reports is not null, "reports", "督导报告");
        Add(rectification is not null, "fix", "整改");
        Add(duties is not null, "pub", "应公开清单");
        Add(parts.Answers is not null, "answers", "反馈答复情况");
        Add(parts.Errata.Count > 0, "errata", "勘误");
        Add(parts.Evaluation is not null, "evaluation", "督导评价");
        Add(true, "cite-s", "引用");
        Add(true, "say", "反馈");
        return new CountyPage
        {
            Info = new PageInfo
            {
                Address = address,
                Title = county.Place.Name,
                Description = $"{county.Place.Name}义务教育均衡情况：" + parts.Lead[1].Replace("**", "", StringComparison.Ordinal),
                Section = Section.Places,
                Crumbs = [.. PlaceWords.Crumbs(site, county.Place, self: pinned is null), .. pinned is null ? Array.Empty<Crumb>() : [new Crumb($"发布 {pinned.Id}", null)]],
                FeedbackPlace = code,
                Release = county.Release.Id,
                PubDate = county.Release.Published,
                NoIndex = superseded is not null,
                OwnFeedback = true,
                Feed = Addresses.PlaceFeed(code),
            },
            Name = county.Place.Name,
            Meta = [
                "义务教育均衡情况",
                .. county.HasSchools && county.Release.StatisticsDate is { } day ? new[] { $"{Format.Date(day)}数据" } : [$"截至 {Format.Date(county.Release.AsOf)}"],
                $"发布 {county.Release.Id}",
            ],
            Lead = parts.Lead,
            Superseded = superseded,
            Compare = pinned is null && site.Index.HasComparison ? Addresses.ComparePlace(code) : null,
            Contents = contents,
            Recognition = county.HasSchools || parts.Roads.Count > 0 ? CountyCards.Recognition(county, parts.Roads) : null,
            Computed = county.HasSchools ? CountyCards.Computed(county) : null,
            Distance = county.HasSchools ? CountyCards.Distance(county) : null,
            Differ = CountyCards.Differ(county),
            Gates = parts.Gates,
            Items = parts.Items,
            Roads = parts.Roads,
            Schemes = parts.Schemes,
            Trends = parts.Trends,
            TrendRows = CountyTrends.Rows(parts.Trends),
            TrendNote = CountyTrends.Note(county, parts.Trends),
            Why = parts.Why,
            Drivers = !county.HasDrivers ? null : pinned is null ? Addresses.Drivers(code) : Addresses.DriversInRelease(pinned.Id, code),
            Monitor = monitor,
            ClassSizes = parts.Classes,
            Schools = parts.Schools,
            Groups = groups,
            Short = parts.Short,
            SchoolList = parts.Schools is not null && site.Index.HasSchoolList(code) ? Addresses.PlaceSchools(code) : null,
            Funding = parts.Funding,
            Evaluation = parts.Evaluation,
            Published = parts.Published,
            Surveys = parts.Surveys,
            Reports = reports,
            Rectification = rectification,
            Duties = duties,
            Answers = parts.Answers,
            Errata = parts.Errata,
            Code = code.Value,
            Downloads = county.HasSchools ? Addresses.PlaceInRelease(county.Release.Id, code) : null,
            Citation = $"{site.Data.Settings.Publisher.Name}：《{county.Place.Name}义务教育均衡情况》，发布 {county.Release.Id}，{Format.Day(county.Release.Published)}。",
            CitationUrl = site.Data.Settings.Origin + site.Data.Settings.BasePath + Addresses.PlaceInRelease(county.Release.Id, code),
        };
    }
}
