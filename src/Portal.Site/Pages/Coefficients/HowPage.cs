using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>How the coefficients of a county's stage were worked out, from the cells of the tables to the outcome.</summary>
public sealed record HowPage : PageModel
{
    /// <summary>Anchors of the sections, in order.</summary>
    public const string InScope = "scope", Outside = "outside", Splits = "split", Composite = "composite", Limits = "limits", Outcome = "outcome";

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>What stands under the title.</summary>
    public required IReadOnlyList<string> Meta { get; init; }

    /// <summary>What will be shown, in two sentences.</summary>
    public required IReadOnlyList<string> Lead { get; init; }

    /// <summary>Banner of an earlier revision, null on a current page.</summary>
    public required Superseded? Superseded { get; init; }

    /// <summary>Sections and indicators.</summary>
    public required IReadOnlyList<Anchor> Contents { get; init; }

    /// <summary>True for 差距 (reference), false for 测算.</summary>
    public required bool ForReference { get; init; }

    /// <summary>Name of the county.</summary>
    public required string County { get; init; }

    /// <summary>The county's page of this release.</summary>
    public required string CountyAddress { get; init; }

    /// <summary>The workbook.</summary>
    public required string Workbook { get; init; }

    /// <summary>Least schools for a coefficient.</summary>
    public required int MinSchools { get; init; }

    /// <summary>Document of the scheme.</summary>
    public required string Document { get; init; }

    /// <summary>Who is in and who is out.</summary>
    public required HowScope Scope { get; init; }

    /// <summary>Indicators; empty where nothing is comparable.</summary>
    public required IReadOnlyList<HowIndicator> Indicators { get; init; }

    /// <summary>Composite, limits, outcome.</summary>
    public required HowOutcome Last { get; init; }

    /// <summary>Day by which limits are chosen.</summary>
    public required string RuleDate { get; init; }

    /// <summary>Source, as-of date, release.</summary>
    public required TableNote Note { get; init; }

    /// <summary>Supervision reports that cite a figure of the page.</summary>
    public required IReadOnlyList<ReportRow> Reports { get; init; }

    /// <summary>Words of the citation.</summary>
    public required string Citation { get; init; }

    /// <summary>Full address of the citation.</summary>
    public required string CitationUrl { get; init; }

    /// <summary>The schemes and stages of a release that have a page for each county with schools.</summary>
    public static IEnumerable<(Scheme Scheme, Stage Stage)> Of(Dataset data, Release release) =>
        release.Schemes.Select(data.Scheme).OfType<Scheme>().Where(s => s.CoefficientIndicators.Any()).SelectMany(s => s.Stages.Select(stage => (s, stage)));

    /// <summary>Anchors that other pages point to: each page of the scheme has them, those of indicators and composite where the stage is comparable.</summary>
    public static IReadOnlyList<string> AnchorsOf(Scheme scheme, bool comparable) =>
    [
        InScope, Limits, Outcome,
        .. comparable && scheme.Composite ? [Composite] : Array.Empty<string>(),
        .. comparable ? scheme.CoefficientIndicators.Select(i => HowIndicator.AnchorOf(i.Id)) : [],
    ];

    /// <summary>The page of a county's stage.</summary>
    public static HowPage Create(SiteContext site, Release release, PlaceCode code, Scheme scheme, Stage stage) => Made(site, release, code, scheme, stage).Page;

    /// <summary>The page with what it is made from: its workbook, which is made next, takes the same.</summary>
    internal static (HowPage Page, HowCells Cells) Made(SiteContext site, Release release, PlaceCode code, Scheme scheme, Stage stage) =>
        site.Workings.Of((release.Id, code, scheme.Id, stage.Id), _ =>
        {
            HowCells cells = new(Working.Of(site.Data, release, scheme, site.Findings.Find(release.Id, code, scheme.Id, stage.Id)!));
            return (Create(site, cells, stage), cells);
        });

    private static HowPage Create(SiteContext site, HowCells cells, Stage stage)
    {
        Working working = cells.Working;
        (Release release, Scheme scheme, PlaceCode code) = (working.Release, working.Scheme, working.Result.Place);
        CountyContext county = CountyContext.Of(site, code, release);
        HowScope scope = HowScope.Of(site, cells);
        bool forReference = county.ForReference(scheme);
        HowOutcome last = HowOutcome.Of(site, working, forReference);
        HowIndicator[] indicators = [.. working.Indicators.Select(i => HowIndicator.Of(site, cells, i))];
        string title = $"{county.Place.Name}{stage.Label}{scheme.Short}差异系数的计算过程";
        string address = Addresses.How(release.Id, code, scheme.Id, stage.Id);
        return new HowPage
        {
            Info = new PageInfo
            {
                Address = address,
                Title = title,
                Description = $"{title}：计入的学校、每个数出自哪一格、逐步计算、限值和结论，发布 {release.Id}。",
                Section = Section.Places,
                Crumbs = [.. PlaceWords.Crumbs(site, county.Place, self: false), new Crumb($"发布 {release.Id}", Addresses.PlaceInRelease(release.Id, code)), new Crumb("计算过程", null)],
                FeedbackPlace = code,
                Release = release.Id,
                PubDate = release.Published,
                NoIndex = CountyRevision.Newer(county) is not null,
                OwnFeedback = true,
            },
            Title = title,
            Meta = [.. release.StatisticsDate is { } day ? new[] { $"{Format.Date(day)}数据" } : [], $"发布 {release.Id}", scheme.Document],
            Lead = LeadOf(working, stage, last),
            Superseded = BannerOf(county, scheme, stage),
            Contents = [.. ContentsOf(scope, indicators, last)],
            Reports = ReportsPart.Citing(site, release.Id, code, scheme.Id, stage.Id),
            ForReference = forReference,
            County = county.Place.Name,
            CountyAddress = Addresses.PlaceInRelease(release.Id, code),
            Workbook = Addresses.Workbook(release.Id, code, scheme.Id, stage.Id),
            MinSchools = scheme.MinSchools,
            Document = scheme.Document,
            Scope = scope,
            Indicators = indicators,
            Last = last,
            RuleDate = Format.Day(release.RuleDate),
            Note = Sourcing.Computed(site, release),
            Citation = $"{site.Data.Settings.Publisher.Name}：《{title}》，发布 {release.Id}，{Format.Day(release.Published)}。",
            CitationUrl = site.Data.Settings.Origin + site.Data.Settings.BasePath + address,
        };
    }

    private static string[] LeadOf(Working working, Stage stage, HowOutcome last) =>
    [
        working.Result.Comparable
            ? $"本页从各校填报的数开始，一步一步算出{stage.Label}的差异系数：先看哪些学校计入，再看 {working.Indicators.Count} 项指标各怎样算，最后与限值比较。"
            : $"本页列出{stage.Label}有哪些学校计入、哪些不计入。{last.Words}",
        $"结论：**{last.Outcome}**。每个数都写明出自哪份表的哪一格；同样的计算另有带公式的 XLSX 文件，可以自己核对。",
    ];

    private static Superseded? BannerOf(CountyContext county, Scheme scheme, Stage stage)
    {
        Superseded? banner = CountyRevision.Banner(county);
        return banner is not null && CountyRevision.Newer(county) is { } newer && newer.Schemes.Contains(scheme.Id)
            && county.Site.Findings.Find(newer.Id, county.Place.Code, scheme.Id, stage.Id) is not null
            ? banner with { Address = Addresses.How(newer.Id, county.Place.Code, scheme.Id, stage.Id), Link = $"看发布 {newer.Id} 的计算过程" }
            : banner;
    }

    private static IEnumerable<Anchor> ContentsOf(HowScope scope, HowIndicator[] indicators, HowOutcome last)
    {
        yield return new Anchor(InScope, "计入的学校");
        if (scope.Outside.Count + scope.Hosted.Count > 0)
        {
            yield return new Anchor(Outside, "不计入的学校");
        }

        if (scope.Splits.Count > 0)
        {
            yield return new Anchor(Splits, "一校多段怎样分");
        }

        foreach (HowIndicator indicator in indicators)
        {
            yield return new Anchor(indicator.Anchor, indicator.Label);
        }

        if (last.Composite.Count > 0)
        {
            yield return new Anchor(Composite, "综合差异系数");
        }

        yield return new Anchor(Limits, "限值");
        yield return new Anchor(Outcome, "结论");
        yield return new Anchor("cite-s", "引用");
        yield return new Anchor("say", "反馈");
    }
}
