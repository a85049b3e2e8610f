using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>One duty and period in the table of the whole area.</summary>
/// <param name="Label">Duty.</param>
/// <param name="Address">Its page.</param>
/// <param name="Period">Period in words, empty where there is none in common.</param>
/// <param name="Unit">What is counted: 县, 学校, 次.</param>
/// <param name="Counts">Counts by outcome.</param>
public sealed record DisclosureRow(string Label, string Address, string Period, string Unit, IReadOnlyList<int> Counts)
{
    /// <summary>Outcomes in the order of columns.</summary>
    public static IReadOnlyList<(DutyOutcome Outcome, string Label)> Columns { get; } =
    [
        (DutyOutcome.Published, "已公开（做到）"), (DutyOutcome.NotDue, "未到期"), (DutyOutcome.Overdue, "逾期"), (DutyOutcome.Explained, "有说明未公开"), (DutyOutcome.Withheld, "不予公开"), (DutyOutcome.Unknown, "没有记录"),
    ];

    /// <summary>Words of what is counted.</summary>
    public static string UnitOf(DutyCount count) => count.Clock.Kind == ClockKind.Within && count.Clock.Visit.Length > 0 ? "次" : count.Duty.Kind == "county" ? "个县区" : "所学校";

    /// <summary>The row of a count.</summary>
    public static DisclosureRow Of(DutyCount count) =>
        new(count.Duty.Label, Addresses.DisclosureOf(count.Duty.Id), DutyRow.PeriodOf(count.Clock, count.Period), UnitOf(count), [.. Columns.Select(c => count.Total(c.Outcome))]);
}

/// <summary>应公开清单 of the whole area by duty: counts, no score.</summary>
/// <param name="AsOf">Day in words.</param>
/// <param name="Counties">Duties of counties.</param>
/// <param name="Schools">Duties of schools.</param>
/// <param name="NotReported">Counties of which nothing is known, by code.</param>
/// <param name="Note">As-of day and release.</param>
public sealed record DisclosurePage(string AsOf, IReadOnlyList<DisclosureRow> Counties, IReadOnlyList<DisclosureRow> Schools, IReadOnlyList<Piece> NotReported, TableNote Note) : PageModel
{
    /// <summary>The page.</summary>
    public static DisclosurePage Create(SiteContext site)
    {
        DutyTally tally = site.DutyTally ?? throw new InvalidOperationException("Nothing to judge by.");
        return new DisclosurePage(
            Format.Date(tally.Release.AsOf),
            [.. tally.Counts.Where(c => c.Duty.Kind == "county").Select(DisclosureRow.Of)],
            [.. tally.Counts.Where(c => c.Duty.Kind == "school").Select(DisclosureRow.Of)],
            PlacesOf(site, tally.NotReported),
            Sourcing.Note(site, tally.Release, []))
        {
            Info = new PageInfo
            {
                Address = Addresses.Disclosure,
                Title = "应公开清单",
                Description = "依法应公开的事项：哪些已公开，哪些未到期，哪些逾期，哪些不予公开。",
                Section = Section.None,
                Crumbs = [new Crumb("首页", Addresses.Home), new Crumb("应公开清单", null)],
                Release = tally.Release.Id,
                FeedbackPlace = site.Data.Settings.Province,
            },
        };
    }

    /// <summary>Places with links.</summary>
    public static IReadOnlyList<Piece> PlacesOf(SiteContext site, IEnumerable<Place> places) =>
        [.. places.Select(p => new Piece(p.Name, site.Index.HasPage(p.Code) ? Addresses.Place(p.Code) : null))];
}

/// <summary>A county's state of a duty.</summary>
/// <param name="County">County, linked.</param>
/// <param name="Rows">States of the county's own duty; empty for duties of schools.</param>
/// <param name="Counts">Counts of its schools by outcome; empty for duties of counties.</param>
public sealed record DisclosureCounty(Piece County, IReadOnlyList<DutyRow> Rows, IReadOnlyList<int> Counts);

/// <summary>A duty in one period, all counties by code; or the areas below with their counts, where there are too many counties for a page.</summary>
public sealed record DisclosureBlock(string Period, DisclosureRow Counts, IReadOnlyList<DisclosureCounty> Counties, PartTable? Parts);

/// <summary>One duty in the whole area.</summary>
/// <param name="Label">Duty.</param>
/// <param name="Clock">When it is due, in words.</param>
/// <param name="Basis">Document, article, how sure.</param>
/// <param name="OfSchools">True for a duty of schools.</param>
/// <param name="Blocks">Periods, newest first.</param>
/// <param name="NotReported">Counties of which nothing is known, by code.</param>
/// <param name="Note">As-of day and release.</param>
public sealed record DisclosureDutyPage(string Label, string Clock, string Basis, bool OfSchools, IReadOnlyList<DisclosureBlock> Blocks, IReadOnlyList<Piece> NotReported, TableNote Note) : PageModel
{
    /// <summary>How the page of a duty is cut: by the counties that have it.</summary>
    public static AreaParts PartsOf(SiteContext site, string id) => new(site, Addresses.DisclosureOf(id), site.CountsOf(
        Addresses.DisclosureOf(id),
        () => site.DutyTally!.Counts.Where(c => c.Duty.Id == id).SelectMany(c => c.Counties.Keys).Concat(site.DutyTally.NotReported.Select(p => p.Code)).Distinct()
            .Aggregate(new AreaCounts(site.Data.Places), (counts, county) => counts.Add(county))).Of);

    /// <summary>The page of a duty, or an area's part of it.</summary>
    public static DisclosureDutyPage Create(SiteContext site, string id, PlaceCode? of = null)
    {
        PlaceCode area = of ?? site.Index.Root.Code;
        AreaParts parts = PartsOf(site, id);
        DutyTally tally = site.DutyTally ?? throw new InvalidOperationException("Nothing to judge by.");
        Release release = tally.Release;
        DutyBook book = site.DutiesIn(release)!;
        SortedSet<PlaceCode> within = [.. parts.Within(area).Select(p => p.Code)];
        DutyCount[] all = [.. tally.Counts.Where(c => c.Duty.Id == id).Reverse()];
        DutyCount[] counts = parts.IsTop(area) ? all : [.. all.Select(c => c.In(within)).Where(c => c.Counties.Count > 0)];
        Duty duty = all[0].Duty;
        bool schools = duty.Kind == "school";
        return new DisclosureDutyPage(
            parts.Title(duty.Label, area),
            WordsOf(site, all[0].Clock),
            duty.Basis,
            schools,
            [.. counts.Select(c => new DisclosureBlock(
                DutyRow.PeriodOf(c.Clock, c.Period),
                DisclosureRow.Of(c),
                parts.IsWhole(area) ? [.. c.Counties.Select(county => new DisclosureCounty(
                    new Piece(site.Data.Places[county.Key].Name, site.Index.HasPage(county.Key) ? Addresses.Place(county.Key) + "#pub" : null),
                    schools ? [] : [.. book.Of(county.Key).Where(s => s.Duty.Id == id && DutyTally.Group(s) == c.Period).Select(s => DutyRow.Of(site, s, release))],
                    schools ? [.. DisclosureRow.Columns.Select(k => county.Value[(int)k.Outcome])] : []))] : [],
                Below(site, parts, area, c)))],
            DisclosurePage.PlacesOf(site, parts.IsTop(area) ? tally.NotReported : tally.NotReported.Where(p => within.Contains(p.Code))),
            Sourcing.Note(site, release, []))
        {
            Info = new PageInfo
            {
                Address = parts.AddressOf(area),
                Title = "应公开：" + parts.Title(duty.Label, area),
                Description = $"{duty.Label}：各县区哪些已公开、未到期、逾期、有说明未公开，按地区代码排列。",
                Section = Section.None,
                Crumbs = parts.Crumbs(duty.Label, area, new Crumb("应公开清单", Addresses.Disclosure)),
                Release = release.Id,
                FeedbackPlace = parts.FeedbackPlace(area),
            },
        };
    }

    private static PartTable? Below(SiteContext site, AreaParts parts, PlaceCode area, DutyCount count)
    {
        if (parts.IsWhole(area))
        {
            return null;
        }

        AreaCounts sums = new(site.Data.Places, DisclosureRow.Columns.Count);
        foreach ((PlaceCode county, int[] own) in count.Counties)
        {
            for (int i = 0; i < DisclosureRow.Columns.Count; i++)
            {
                sums.Add(county, i, own[(int)DisclosureRow.Columns[i].Outcome]);
            }
        }

        return parts.Table(
            area,
            $"{count.Duty.Label}，{DutyRow.PeriodOf(count.Clock, count.Period)}，按地区代码排列",
            [$"数目（{DisclosureRow.UnitOf(count)}）"],
            p => [string.Join("，", DisclosureRow.Columns.Select((c, i) => (c.Label, Count: sums.Of(p, i))).Where(c => c.Count > 0).Select(c => $"{c.Label} {Format.Number(c.Count)}"))],
            p => Addresses.PlaceSection(p, "pub"));
    }

    private static string WordsOf(SiteContext site, Clock clock)
    {
        string visit = clock.Visit.Length > 0 ? site.Data.Vocabulary.Label("inspection", clock.Visit) : "";
        string days = $"{clock.Count} 个{(clock.WorkingDays ? "工作日" : "自然日")}";
        return clock.Kind switch
        {
            ClockKind.PerTerm => $"每学期{visit}不少于 {clock.Count} 次",
            ClockKind.TermStart => $"开学后 {days}内",
            ClockKind.Every => $"每 {clock.From} 至 {clock.To} 年{visit}一次",
            ClockKind.Yearly => $"每年，{(clock.YearsLater > 0 ? "次年" : "当年")} {clock.Month} 月 {clock.Day} 日前",
            _ => $"{(visit.Length > 0 ? visit : "报告整改情况")}后 {days}内",
        } + (clock.WorkingDays ? "。工作日按周一至周五计，未扣节假日" : "") + "。";
    }
}
