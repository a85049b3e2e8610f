using Portal.Domain.Data;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>A report in a list.</summary>
/// <param name="Title">Title.</param>
/// <param name="Address">Its page.</param>
/// <param name="Kind">Kind in words.</param>
/// <param name="Subjects">Places or schools that were inspected.</param>
/// <param name="Published">Day of publication in digits.</param>
/// <param name="Number">文号, may be empty.</param>
/// <param name="Note">What more is to be said: findings, figures cited; may be empty.</param>
public sealed record ReportRow(string Title, string Address, string Kind, IReadOnlyList<Piece> Subjects, string Published, string Number, string Note)
{
    /// <summary>The row of a report.</summary>
    public static ReportRow Of(SiteContext site, InspectionReport report, string note = "") => new(
        report.Title,
        Addresses.Report(report.Id),
        site.Data.Vocabulary.Label("inspection", report.Kind),
        SubjectsOf(site, report),
        Format.Day(report.Published),
        report.Number,
        note.Length > 0 ? note : FindingsNote(site, report));

    /// <summary>Who was inspected, with links.</summary>
    public static IReadOnlyList<Piece> SubjectsOf(SiteContext site, InspectionReport report)
    {
        if (report.Place is { } place)
        {
            Crumb link = PlaceWords.Link(site, site.Data.Places[place]);
            return [new Piece(link.Label, link.Address)];
        }

        List<Piece> pieces = [];
        foreach (SchoolId school in report.Schools)
        {
            if (pieces.Count > 0)
            {
                pieces.Add(new Piece("、"));
            }

            pieces.Add(SchoolStory.School(site, school));
        }

        return pieces;
    }

    /// <summary>The newest ledger that has findings of a report, or null.</summary>
    public static Release? LedgerOf(SiteContext site, InspectionReport report) => site.Data.CurrentReleases.LastOrDefault(r => r.Supervision.FindingsOf(report.Id).Any());

    private static string FindingsNote(SiteContext site, InspectionReport report) =>
        LedgerOf(site, report) is { } release ? $"{Format.Number(release.Supervision.FindingsOf(report.Id).Count())} 项问题进入整改台账" : "";
}

/// <summary>A report that a ledger names and the site does not have.</summary>
/// <param name="Id">Year and slug.</param>
/// <param name="Places">Places of its findings and visits in order of code; empty where it cannot be told.</param>
public sealed record MissingReportRow(string Id, IReadOnlyList<Crumb> Places)
{
    /// <summary>Rows of the reports that are not there, of all places or of those at or below one.</summary>
    internal static IReadOnlyList<MissingReportRow> Of(SiteContext site, PlaceCode? under = null) =>
    [
        .. site.Reports.NotThere.Where(n => under is not { } top || n.Places.Any(place => site.Data.Places.PathUp(place).Any(p => p.Code == top)))
            .Select(n => new MissingReportRow(n.Id, [.. n.Places.Select(p => PlaceWords.Link(site, site.Data.Places[p]))])),
    ];
}

/// <summary>督导报告 on the page of a county or a school.</summary>
/// <param name="Rows">Reports, newest first.</param>
/// <param name="Missing">Reports that a ledger names and the site does not have.</param>
/// <param name="All">Page with the place's reports, null on a school's page.</param>
/// <param name="Feed">Feed of the county, null where there is none.</param>
public sealed record ReportsPart(IReadOnlyList<ReportRow> Rows, IReadOnlyList<MissingReportRow> Missing, string? All, string? Feed)
{
    /// <summary>Reports shown on an area's page at most; its list has all.</summary>
    public const int MostInArea = 5;

    /// <summary>Reports on a county; on a page that is pinned to a release those that were public when it was published. Null where there is none.</summary>
    public static ReportsPart? Of(SiteContext site, PlaceCode county, Release? pinned)
    {
        ReportRow[] rows = [.. site.Reports.Of(county).Where(r => pinned is null || r.Published <= pinned.Published).Select(r => ReportRow.Of(site, r, CitesOf(site, r, county)))];
        IReadOnlyList<MissingReportRow> missing = pinned is null ? MissingReportRow.Of(site, county) : [];
        return rows.Length + missing.Count == 0 ? null
            : new ReportsPart(rows, missing, site.Reports.Of(county).Any() ? Addresses.ReportsOfPlace(county) : null, Addresses.PlaceFeed(county));
    }

    /// <summary>Reports on a school, and those for which it was looked at; null where there is none.</summary>
    public static ReportsPart? Of(SiteContext site, SchoolId school)
    {
        ReportRow[] rows = [.. site.Reports.Of(school).Select(r => ReportRow.Of(site, r, r.Schools.Contains(school) ? "" : "抽查到本校"))];
        return rows.Length == 0 ? null : new ReportsPart(rows, [], null, null);
    }

    /// <summary>The newest reports on an area, on the places below it and on their schools; null where there is none.</summary>
    public static ReportsPart? OfArea(SiteContext site, PlaceCode area)
    {
        ReportRow[] rows = [.. site.Reports.Of(area).Take(MostInArea).Select(r => ReportRow.Of(site, r))];
        return rows.Length == 0 ? null : new ReportsPart(rows, [], Addresses.ReportsOfPlace(area), null);
    }

    /// <summary>Reports that cite a figure of a working.</summary>
    public static IReadOnlyList<ReportRow> Citing(SiteContext site, ReleaseId release, PlaceCode place, SchemeId scheme, StageId stage) =>
        [.. site.Reports.Citing(release, place, scheme, stage).Select(r => ReportRow.Of(site, r))];

    private static string CitesOf(SiteContext site, InspectionReport report, PlaceCode county)
    {
        int figures = ReportIndex.Cited(site.Data, report).Count(c => c.Figure.Place == county);
        int findings = ReportRow.LedgerOf(site, report)?.Supervision.FindingsOf(report.Id).Count() ?? 0;
        return string.Join("，", new[] { findings > 0 ? $"{Format.Number(findings)} 项问题进入整改台账" : "", figures > 0 ? $"引用本站算出的数 {Format.Number(figures)} 处" : "" }.Where(t => t.Length > 0));
    }
}
