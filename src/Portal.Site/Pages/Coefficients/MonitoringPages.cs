using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>The periods of monitoring, newest first.</summary>
/// <param name="Periods">Counts of each period.</param>
public sealed record MonitoringIndexPage(IReadOnlyList<MonitoringSummary> Periods) : PageModel
{
    /// <summary>The page.</summary>
    public static MonitoringIndexPage Create(SiteContext site) =>
        new([.. site.MonitoredReleases.Reverse().Select(r => MonitoringSummary.Of(site, site.Index.Root.Code, r)).OfType<MonitoringSummary>()])
        {
            Info = new PageInfo
            {
                Address = Addresses.Monitoring,
                Title = "监测",
                Description = "每一期有哪些县区在限值内、哪些超过限值、哪些没有报送。",
                Section = Section.Monitoring,
                Crumbs = [new Crumb("首页", Addresses.Home), new Crumb("监测", null)],
            },
        };
}

/// <summary>Monitoring of a period by one scheme.</summary>
/// <param name="Id">Id of the scheme.</param>
/// <param name="Short">Short name of the scheme.</param>
/// <param name="AppliesToAll">False where only counties that have applied are monitored.</param>
/// <param name="Counties">Counties that are monitored.</param>
/// <param name="Lists">Lists by outcome; none is empty.</param>
/// <param name="Cuts">The same counted, where the lists are too long for a page.</param>
public sealed record MonitoringSection(string Id, string Short, bool AppliesToAll, int Counties, IReadOnlyList<MonitoringList> Lists, IReadOnlyList<MonitoringCut> Cuts);

/// <summary>A list by outcome that is too long for a page.</summary>
/// <param name="Group">Outcome.</param>
/// <param name="Id">Anchor.</param>
/// <param name="Numbers">How many counties, and where they are.</param>
public sealed record MonitoringCut(MonitoringGroup Group, string Id, PartNumbers Numbers);

/// <summary>Monitoring of a period: lists by outcome, each in order of the code of places.</summary>
public sealed record MonitoringPage : PageModel
{
    /// <summary>Period in words.</summary>
    public required string Period { get; init; }

    /// <summary>Sentences at the head.</summary>
    public required IReadOnlyList<string> Lead { get; init; }

    /// <summary>Schemes, those that apply to all first.</summary>
    public required IReadOnlyList<MonitoringSection> Sections { get; init; }

    /// <summary>Counties with overdue rectifications, null where there is none.</summary>
    public required OverdueCounties? Overdue { get; init; }

    /// <summary>Periods in the tables, oldest first.</summary>
    public required IReadOnlyList<string> Periods { get; init; }

    /// <summary>True where the download has more periods than the tables.</summary>
    public required bool MorePeriods { get; init; }

    /// <summary>Address of the download.</summary>
    public required string Table { get; init; }

    /// <summary>Source, as-of date, release.</summary>
    public required TableNote Note { get; init; }

    /// <summary>Anchor of a list.</summary>
    public static string Anchor(SchemeId scheme, MonitoringGroup group) => $"{scheme}-{group.Id()}";

    /// <summary>How the page of a period is cut: by the counties that are monitored, or by those with overdue rectifications where those are more.</summary>
    public static AreaParts PartsOf(SiteContext site, Release release)
    {
        string address = Addresses.MonitoringOf(release.Id.Period);
        AreaCounts monitored = site.CountsOf(address, () => site.MonitoringOf(release).Cases.Select(c => c.Place).Distinct().Aggregate(new AreaCounts(site.Data.Places), (counts, county) => counts.Add(county)));
        AreaCounts overdue = OverdueCounties.CountsOf(site, release);
        return new AreaParts(site, address, code => Math.Max(monitored.Of(code), overdue.Of(code)));
    }

    /// <summary>The page of a period, by its newest revision; or an area's part of it.</summary>
    public static MonitoringPage Create(SiteContext site, Release release, PlaceCode? of = null)
    {
        PlaceCode area = of ?? site.Index.Root.Code;
        AreaParts parts = PartsOf(site, release);
        Monitoring monitoring = site.MonitoringOf(release);
        ILookup<SchemeId, MonitoringCase> cases = (parts.IsTop(area) ? monitoring.Cases : parts.Within(area).SelectMany(p => monitoring.Of(p.Code))).ToLookup(c => c.Scheme.Id);
        MonitoringSection[] sections = [.. monitoring.Schemes.Where(s => cases.Contains(s.Id)).OrderBy(s => !s.AppliesToAll).Select(scheme => Section(site, monitoring, parts, area, scheme, [.. cases[scheme.Id]]))];
        string period = Format.Period(release.Id.Period);
        string title = parts.Title(period + "监测", area);
        string[] periods = [.. monitoring.Periods.TakeLast(MonitoringRow.MostPeriods).Select(r => Format.Period(r.Id.Period))];
        return new MonitoringPage
        {
            Info = new PageInfo
            {
                Address = parts.AddressOf(area),
                Title = title,
                Description = $"{title}：" + (sections.Length == 0 ? "没有可监测的县区。" : Counts(sections[0]) + "。"),
                Section = Pages.Section.Monitoring,
                Crumbs = parts.Crumbs(period, area, new Crumb("监测", Addresses.Monitoring)),
                Release = release.Id,
                FeedbackPlace = parts.FeedbackPlace(area),
            },
            Period = period,
            Lead = [.. sections.Where(s => s.AppliesToAll).Select(s => $"{s.Short}监测 {Format.Number(s.Counties)} 个县区：{Counts(s)}。"), "这里是本站用本期数据的测算，不改变认定。"],
            Sections = sections,
            Overdue = OverdueCounties.Of(site, release, parts, area),
            Periods = periods,
            MorePeriods = monitoring.Periods.Count > periods.Length,
            Table = Addresses.MonitoringTable(release.Id.Period),
            Note = Sourcing.Note(site, release, monitoring.Periods.Select(r => r.Source).OfType<SourceId>()),
        };
    }

    private static MonitoringSection Section(SiteContext site, Monitoring monitoring, AreaParts parts, PlaceCode area, Scheme scheme, IReadOnlyList<MonitoringCase> cases) => new(
        scheme.Id.Value,
        scheme.Short,
        scheme.AppliesToAll,
        cases.Select(c => c.Place).Distinct().Count(),
        parts.IsWhole(area) ? [.. cases.GroupBy(c => c.Group).OrderBy(g => g.Key).Select(g => new MonitoringList(
            g.Key, Anchor(scheme.Id, g.Key), g.Select(c => c.Place).Distinct().Count(), [.. g.Select(c => MonitoringRow.Of(site, c))]))] : [],
        [.. Enum.GetValues<MonitoringGroup>().Select(g => (Group: g, Id: Anchor(scheme.Id, g))).Select(g => (g.Group, g.Id, Numbers: parts.Numbers(area, p => monitoring.Count(p, scheme.Id, g.Group), Addresses.Place, "#" + g.Id)))
            .Where(g => g.Numbers is not null).Select(g => new MonitoringCut(g.Group, g.Id, g.Numbers!))]);

    // A county whose stages differ stands in two lists; so that nobody adds the numbers up, the sentence counts what each list holds.
    private static string Counts(MonitoringSection section) =>
        string.Join("，", section.Lists.Select(l => l.Group.Counted(l.Counties)).Concat(section.Cuts.Select(c => c.Group.Counted(c.Numbers.Count))));
}
