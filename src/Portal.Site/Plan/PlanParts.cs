using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Components;
using Portal.Site.Downloads;
using Portal.Site.Pages;
using Portal.Site.Text;

namespace Portal.Site.Plan;

/// <summary>A part of a plan: files that are planned together, each time they are asked for.</summary>
/// <param name="County">The county that its files are about; null where it is not one alone.</param>
/// <param name="Files">Plans them.</param>
/// <param name="Cut">True where numbers may decide which files there are: lists that are cut by areas where they are long.</param>
internal sealed record PlanPart(PlaceCode? County, Func<IEnumerable<PlannedFile>> Files, bool Cut = false);

/// <summary>
/// All files of a site but the machine's feeds, in parts small enough that one file can be planned without the rest. Which parts there are, and in
/// which order, depends on places, schools, releases and schemes, never on numbers.
/// </summary>
internal static class PlanParts
{
    /// <summary>The parts.</summary>
    /// <param name="site">Site.</param>
    /// <param name="assets">Files of the theme.</param>
    /// <param name="texts">Pages of words.</param>
    /// <param name="reports">Supervision reports.</param>
    public static IEnumerable<PlanPart> Of(SiteContext site, IEnumerable<PlannedFile> assets, IReadOnlyList<WordsText> texts, IReadOnlyList<ReportText> reports) =>
    [
        new(null, () => assets),
        new(null, () => General(site), Cut: true),
        .. site.Index.Pages.Select(place => new PlanPart(place.Level == PlaceLevel.County ? place.Code : null, () => OfPlace(site, place))),
        .. site.Data.Releases.SelectMany(release => site.Index.CountiesIn(release).Select(county => new PlanPart(county.Code, () => InRelease(site, release, county)))),
        .. site.Data.Releases.SelectMany(release => release.Schools.Counties.Select(county => new PlanPart(county, () => HowPlan.Files(site, release, county)))),
        .. site.Data.CurrentReleases.SelectMany((release, i) => release.Schools.Counties.Select(county => new PlanPart(county, () => Schools(site, release, i, county)))),
        new(null, () => texts.Select(text => Page(site, Addresses.Words(text.Page.Path), text.Page.File, typeof(WordsView), () => WordsModel.Create(site, text)))),
        new(null, () => MonitoringPlan.Files(site), Cut: true),
        new(null, () => ReportPlan.Files(site, reports)),
        new(null, () => RectificationPlan.Files(site), Cut: true),
        new(null, () => DutyPlan.Files(site), Cut: true),
        new(null, () => SurveyPlan.Files(site), Cut: true),
        new(null, () => FeedbackPlan.Files(site)),
        new(null, () => ScorecardPlan.Files(site)),
        new(null, () => ComparePlan.Files(site)),
        new(null, () => FigurePlan.Files(site), Cut: true),
        new(null, () => DownloadPlan.Files(site)),
        new(null, () => SearchPlan.Files(site)),
        new(null, () => TextPlan.Files(site, texts, reports)),
        new(null, () => TextPlan.Titles(site)),
    ];

    private static IEnumerable<PlannedFile> General(SiteContext site)
    {
        Dataset data = site.Data;
        yield return Page(site, Addresses.Home, "首页", typeof(HomeView), () => HomePage.Create(site));
        yield return Page(site, Addresses.Search, "查找", typeof(SearchView), () => SearchPage.Create(site));
        yield return Page(site, Addresses.Places, "按地区找", typeof(PlaceTreeView), () => PlaceTreePage.Create(site));
        yield return Page(site, Addresses.Sitemap, "网站地图", typeof(SitemapView), () => SitemapPage.Create(site));
        yield return Page(site, "404.html", "没有这一页", typeof(NotFoundView), () => NotFoundPage.Create(site));
        yield return Page(site, Addresses.Indicators, "指标与办法", typeof(IndicatorsView), () => IndicatorsPage.Create(site));
        foreach (Scheme scheme in data.Schemes)
        {
            foreach (IndicatorId indicator in IndicatorPage.Of(scheme))
            {
                foreach (PlannedFile page in PartPages.Of(site, IndicatorPage.PartsOf(site, scheme, indicator), $"指标 {scheme.Id}/{indicator}", typeof(IndicatorView), area => IndicatorPage.Create(site, scheme, indicator, area)))
                {
                    yield return page;
                }
            }
        }

        if (site.PromiseCounts.Count > 0)
        {
            foreach (PlannedFile page in PartPages.Of(site, PromisesPage.PartsOf(site), "承诺与兑现", typeof(PromisesView), area => PromisesPage.Create(site, area)))
            {
                yield return page;
            }
        }

        yield return Page(site, Addresses.Sources, "数据来源", typeof(SourcesView), () => SourcesPage.Create(site));
        foreach (SourceId source in data.Sources.Keys)
        {
            foreach (PlannedFile page in PartPages.Of(site, SourcePage.PartsOf(site, source), $"来源 {source}", typeof(SourceView), area => SourcePage.Create(site, source, area)))
            {
                yield return page;
            }
        }

        yield return Page(site, Addresses.Releases, "发布与勘误", typeof(ReleasesView), () => ReleasesPage.Create(site));
        foreach (Release release in data.Releases)
        {
            yield return Page(site, Addresses.Release(release.Id), $"发布 {release.Id}", typeof(ReleaseView), () => ReleasePage.Create(site, release.Id));
        }
    }

    private static IEnumerable<PlannedFile> OfPlace(SiteContext site, Place place)
    {
        if (place.Level != PlaceLevel.County)
        {
            yield return Page(site, Addresses.Place(place.Code), $"地区 {place.Code} {place.Name}", typeof(AreaView), () => AreaPage.Create(site, place.Code), basis: site.Bases.OfArea(place.Code));
            yield break;
        }

        yield return Page(site, Addresses.Place(place.Code), $"县区 {place.Code} {place.Name}", typeof(CountyView), () => CountyPage.Create(site, place.Code), basis: site.Bases.Of(place.Code), after: Pinned(Addresses.PlaceInRelease));
        if (CountyContext.Of(site, place.Code, null).HasDrivers)
        {
            yield return Page(site, Addresses.Drivers(place.Code), $"县区 {place.Code} {place.Name}的差距从哪里来", typeof(DriversView), () => DriversPage.Create(site, place.Code), basis: site.Bases.Of(place.Code), after: Pinned(Addresses.DriversInRelease));
        }

        if (site.Index.HasSchoolList(place.Code))
        {
            yield return Page(site, Addresses.PlaceSchools(place.Code), $"县区 {place.Code} {place.Name}的学校名单", typeof(PlaceSchoolsView), () => PlaceSchoolsPage.Create(site, place.Code), basis: site.Bases.Of(place.Code));
        }

        // A county's current pages say what those pinned to its release say, and are cheap just after them.
        string Pinned(Func<ReleaseId, PlaceCode, string> address) =>
            site.Index.ReleaseOf(place.Code) is { } release ? Addresses.FileOf(address(release.Id, place.Code)) : "";
    }

    private static IEnumerable<PlannedFile> InRelease(SiteContext site, Release release, Place county)
    {
        yield return Page(site, Addresses.PlaceInRelease(release.Id, county.Code), $"发布 {release.Id} 的县区 {county.Code} {county.Name}", typeof(CountyView), () => CountyPage.Create(site, county.Code, release), superseded: true, basis: site.Bases.Of(county.Code));
        if (CountyContext.Of(site, county.Code, release).HasDrivers)
        {
            yield return Page(site, Addresses.DriversInRelease(release.Id, county.Code), $"发布 {release.Id} 的县区 {county.Code} {county.Name}的差距从哪里来", typeof(DriversView), () => DriversPage.Create(site, county.Code, release), superseded: true, basis: site.Bases.Of(county.Code));
        }
    }

    // Every school of any current release, where it stands first: one that has closed keeps its page.
    private static IEnumerable<PlannedFile> Schools(SiteContext site, Release release, int number, PlaceCode county)
    {
        (int start, int length) = release.Schools.RowsOf(county).GetOffsetAndLength(release.Schools.Count);
        for (int row = start; row < start + length; row++)
        {
            SchoolId school = release.Schools[row].Id;
            if (site.Data.CurrentReleases.Take(number).All(earlier => earlier.Schools.Find(school) is null))
            {
                yield return Page(site, Addresses.School(school), $"学校 {school}", typeof(SchoolView), () => SchoolPage.Create(site, school), basis: site.Bases.Of(school));
            }
        }
    }

    private static PlannedPage Page(SiteContext site, string address, string origin, Type view, Func<PageModel> model, bool superseded = false, Basis? basis = null, string after = "") =>
        new(site, address, origin, view, model, superseded) { Basis = basis ?? Basis.Everything, MadeAfter = after };
}
