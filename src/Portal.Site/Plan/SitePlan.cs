using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Problems;
using Portal.Domain.Schemes;
using Portal.Site.Components;
using Portal.Site.Downloads;
using Portal.Site.Pages;
using Portal.Site.Text;

namespace Portal.Site.Plan;

/// <summary>The site as a list of addresses, each with the function that renders it. Nothing is rendered until asked for.</summary>
public sealed class SitePlan
{
    /// <summary>Stands after all characters of paths.</summary>
    private const char Last = '\uffff';

    private readonly Dictionary<string, PlannedFile> byPath;

    private SitePlan(SiteContext site, Dictionary<string, PlannedFile> byPath)
    {
        Site = site;
        this.byPath = byPath;
        Files = [.. byPath.Values.OrderBy(f => f.MadeAfter.Length > 0 ? f.MadeAfter + Last : f.Path, StringComparer.Ordinal).ThenBy(f => f.Path, StringComparer.Ordinal)];
    }

    /// <summary>The site.</summary>
    public SiteContext Site { get; }

    /// <summary>All files in the order in which they are made: by path, but for those that are made after another.</summary>
    public IReadOnlyList<PlannedFile> Files { get; }

    /// <summary>The file for an address or path, or null: <c>schools/1/</c> and <c>schools/1/index.html</c> are the same.</summary>
    public PlannedFile? Find(string address) => byPath.GetValueOrDefault(Addresses.FileOf(address));

    /// <summary>A check of links against this plan.</summary>
    public LinkCheck NewLinkCheck(ProblemList problems) => new(
        byPath.Keys.ToHashSet(StringComparer.Ordinal),
        problems,
        Files.OfType<PlannedPage>().Where(p => p.Anchors is not null).ToDictionary(p => p.Path, p => p.Anchors!, StringComparer.Ordinal));

    /// <summary>Plans the site. Two pages for one address and links of texts to nowhere are problems that name both ends.</summary>
    /// <param name="data">Data set.</param>
    /// <param name="findings">Its coefficients.</param>
    /// <param name="words">Texts of input/.</param>
    /// <param name="theme">Files of theme/.</param>
    /// <param name="problems">Takes the problems found.</param>
    /// <param name="reports">Supervision reports.</param>
    /// <param name="mostRows">Rows that a page of the whole area shows at most.</param>
    public static SitePlan Create(Dataset data, Findings findings, IReadOnlyList<WordsPage> words, IReadOnlyList<Asset> theme, ProblemList problems, IReadOnlyList<InspectionReport>? reports = null, int mostRows = AreaParts.MostRows)
    {
        AssetPlan assets = AssetPlan.Create(theme, data.Settings, data.Latest, problems);
        SiteContext site = new() { Data = data, Findings = findings, Words = words, Assets = assets.Addresses, ReportFiles = reports ?? [], MostRows = mostRows };
        WordsText[] texts = [.. words.Select(w => WordsText.Render(w, site, problems))];

        ReportText[] reportTexts = [.. site.ReportFiles.Select(r => ReportText.Render(r, site, problems))];

        Dictionary<string, PlannedFile> byPath = new(StringComparer.Ordinal);
        AddressBook addresses = new();
        List<string> listed = [];
        foreach (PlannedFile file in assets.Files.Concat(Pages(site, texts)).Concat(MonitoringPlan.Files(site)).Concat(ReportPlan.Files(site, reportTexts)).Concat(RectificationPlan.Files(site)).Concat(DutyPlan.Files(site)).Concat(SurveyPlan.Files(site)).Concat(FeedbackPlan.Files(site)).Concat(ScorecardPlan.Files(site)).Concat(ComparePlan.Files(site)).Concat(FigurePlan.Files(site)).Concat(DownloadPlan.Files(site)).Concat(SearchPlan.Files(site)).Concat(TextPlan.Files(site, texts, reportTexts)).Concat(TextPlan.Titles(site)))
        {
            Add(file);
        }

        foreach (PlannedFile file in Feeds.Sitemaps(data.Settings, listed).Append(Feeds.Releases(site)).Append(Feeds.Robots(data.Settings)))
        {
            Add(file);
        }

        // Anchors inside pages of data are looked for when those are rendered.
        Dictionary<string, WordsText> byAddress = texts.ToDictionary(t => Addresses.Words(t.Page.Path), StringComparer.Ordinal);
        foreach (WordsText text in texts.Concat(reportTexts.Select(r => r.Text)))
        {
            foreach (WordsLink link in text.Links)
            {
                if (!byPath.ContainsKey(Addresses.FileOf(link.Address)))
                {
                    problems.Add(ProblemKinds.LinkToNowhere, new Location(text.Page.File, link.Line), link.Written, link.Address);
                }
                else if (link.Anchor.Length > 0 && byAddress.TryGetValue(link.Address, out WordsText? other) && !other.Anchors.Contains(Uri.UnescapeDataString(link.Anchor)))
                {
                    problems.Add(ProblemKinds.BrokenAnchor, new Location(text.Page.File, link.Line), other.Page.File, link.Anchor);
                }
            }
        }

        return new SitePlan(site, byPath);

        void Add(PlannedFile file)
        {
            if (FileNames.IsReservedPath(file.Path))
            {
                problems.Add(ProblemKinds.ReservedName, new Location(file.Origin), file.Path);
            }

            if (addresses.Add(file) is { } taken)
            {
                problems.Add(ProblemKinds.AddressTwice, new Location(file.Path), file.Path, taken, file.Origin);
                return;
            }

            byPath.Add(file.Path, file);
            if (file is PlannedPage page && page.Address is not "404.html" && !page.Superseded)
            {
                listed.Add(page.Address);
            }
        }
    }

    private static IEnumerable<PlannedFile> Pages(SiteContext site, IReadOnlyList<WordsText> texts)
    {
        Dataset data = site.Data;
        yield return Page(Addresses.Home, "首页", typeof(HomeView), () => HomePage.Create(site));
        yield return Page(Addresses.Search, "查找", typeof(SearchView), () => SearchPage.Create(site));
        yield return Page(Addresses.Places, "按地区找", typeof(PlaceTreeView), () => PlaceTreePage.Create(site));
        yield return Page(Addresses.Sitemap, "网站地图", typeof(SitemapView), () => SitemapPage.Create(site));
        yield return Page("404.html", "没有这一页", typeof(NotFoundView), () => NotFoundPage.Create(site));
        yield return Page(Addresses.Indicators, "指标与办法", typeof(IndicatorsView), () => IndicatorsPage.Create(site));
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

        yield return Page(Addresses.Sources, "数据来源", typeof(SourcesView), () => SourcesPage.Create(site));
        foreach (SourceId source in data.Sources.Keys)
        {
            foreach (PlannedFile page in PartPages.Of(site, SourcePage.PartsOf(site, source), $"来源 {source}", typeof(SourceView), area => SourcePage.Create(site, source, area)))
            {
                yield return page;
            }
        }

        yield return Page(Addresses.Releases, "发布与勘误", typeof(ReleasesView), () => ReleasesPage.Create(site));
        foreach (Release release in data.Releases)
        {
            yield return Page(Addresses.Release(release.Id), $"发布 {release.Id}", typeof(ReleaseView), () => ReleasePage.Create(site, release.Id));
        }

        foreach (Place place in site.Index.Pages)
        {
            if (place.Level != PlaceLevel.County)
            {
                yield return Page(Addresses.Place(place.Code), $"地区 {place.Code} {place.Name}", typeof(AreaView), () => AreaPage.Create(site, place.Code), basis: site.Bases.OfArea(place.Code));
                continue;
            }

            yield return Page(Addresses.Place(place.Code), $"县区 {place.Code} {place.Name}", typeof(CountyView), () => CountyPage.Create(site, place.Code), basis: site.Bases.Of(place.Code), after: Pinned(place.Code, Addresses.PlaceInRelease));
            if (CountyContext.Of(site, place.Code, null).HasDrivers)
            {
                yield return Page(Addresses.Drivers(place.Code), $"县区 {place.Code} {place.Name}的差距从哪里来", typeof(DriversView), () => DriversPage.Create(site, place.Code), basis: site.Bases.Of(place.Code), after: Pinned(place.Code, Addresses.DriversInRelease));
            }

            if (site.Index.HasSchoolList(place.Code))
            {
                yield return Page(Addresses.PlaceSchools(place.Code), $"县区 {place.Code} {place.Name}的学校名单", typeof(PlaceSchoolsView), () => PlaceSchoolsPage.Create(site, place.Code), basis: site.Bases.Of(place.Code));
            }
        }

        foreach (Release release in data.Releases)
        {
            foreach (Place county in site.Index.CountiesIn(release))
            {
                yield return Page(Addresses.PlaceInRelease(release.Id, county.Code), $"发布 {release.Id} 的县区 {county.Code} {county.Name}", typeof(CountyView), () => CountyPage.Create(site, county.Code, release), superseded: true, basis: site.Bases.Of(county.Code));
                if (CountyContext.Of(site, county.Code, release).HasDrivers)
                {
                    yield return Page(Addresses.DriversInRelease(release.Id, county.Code), $"发布 {release.Id} 的县区 {county.Code} {county.Name}的差距从哪里来", typeof(DriversView), () => DriversPage.Create(site, county.Code, release), superseded: true, basis: site.Bases.Of(county.Code));
                }
            }
        }

        foreach (PlannedFile file in HowPlan.Files(site))
        {
            yield return file;
        }

        foreach (SchoolId school in Schools(data))
        {
            yield return Page(Addresses.School(school), $"学校 {school}", typeof(SchoolView), () => SchoolPage.Create(site, school), basis: site.Bases.Of(school));
        }

        foreach (WordsText text in texts)
        {
            yield return Page(Addresses.Words(text.Page.Path), text.Page.File, typeof(WordsView), () => WordsModel.Create(site, text));
        }

        PlannedPage Page(string address, string origin, Type view, Func<PageModel> model, bool superseded = false, Basis? basis = null, string after = "") =>
            new(site, address, origin, view, model, superseded) { Basis = basis ?? Basis.Everything, MadeAfter = after };

        // A county's current pages say what those pinned to its release say, and are cheap just after them.
        string Pinned(PlaceCode county, Func<ReleaseId, PlaceCode, string> address) =>
            site.Index.ReleaseOf(county) is { } release ? Addresses.FileOf(address(release.Id, county)) : "";
    }

    // Every school of any current release: one that has closed keeps its page.
    private static HashSet<SchoolId> Schools(Dataset data)
    {
        HashSet<SchoolId> schools = [];
        foreach (Release release in data.CurrentReleases)
        {
            for (int row = 0; row < release.Schools.Count; row++)
            {
                schools.Add(release.Schools[row].Id);
            }
        }

        return schools;
    }
}
