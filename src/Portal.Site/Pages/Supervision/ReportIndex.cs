using Portal.Domain.Data;
using Portal.Domain.Schemes;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>A figure that a report cites, with the release it is pinned to.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Release">Release.</param>
internal sealed record CitedFigure(FigureReference Figure, ReleaseId Release);

/// <summary>A report that a ledger names and the site does not have.</summary>
/// <param name="Id">Year and slug.</param>
/// <param name="Release">Release whose ledger names it.</param>
/// <param name="Places">Places of its findings and visits, in order of code; empty where it cannot be told.</param>
internal sealed record ReportNotThere(string Id, ReleaseId Release, SortedSet<PlaceCode> Places);

/// <summary>Which reports speak of a place, a school, a figure. Made once for a site; all lists newest first, then in order of the ids.</summary>
internal sealed class ReportIndex
{
    private readonly HashSet<string> known;
    private readonly ILookup<PlaceCode, InspectionReport> byPlace;
    private readonly ILookup<SchoolId, InspectionReport> bySchool;
    private readonly ILookup<(ReleaseId, PlaceCode, SchemeId, StageId), InspectionReport> byWorking;
    private readonly ILookup<(SchemeId, IndicatorId), InspectionReport> byIndicator;

    /// <summary>Looks through all reports once.</summary>
    public ReportIndex(Dataset data, IReadOnlyList<InspectionReport> reports)
    {
        All = [.. reports.OrderByDescending(r => r.Published).ThenBy(r => r.Id, StringComparer.Ordinal)];
        byPlace = Pairs(r => PlacesOf(data, r).SelectMany(p => data.Places.PathUp(p)).Select(p => p.Code));
        bySchool = Pairs(r => r.Schools.Concat(r.Sampled));
        byWorking = Pairs(r => Cited(data, r).Select(c => (c.Release, c.Figure.Place, c.Figure.Scheme, c.Figure.Stage)));
        byIndicator = Pairs(r => Cited(data, r).Select(c => (c.Figure.Scheme, c.Figure.Indicator)));
        known = [.. reports.Select(r => r.Id)];
        NotThere = [.. Named(data).Where(n => !known.Contains(n.Id))];
    }

    /// <summary>All reports.</summary>
    public IReadOnlyList<InspectionReport> All { get; }

    /// <summary>Reports that a ledger names and the site does not have, by id.</summary>
    public IReadOnlyList<ReportNotThere> NotThere { get; }

    /// <summary>True where there is nothing to list.</summary>
    public bool IsEmpty => All.Count + NotThere.Count == 0;

    /// <summary>True where the site has a page of the report.</summary>
    public bool Has(string id) => known.Contains(id);

    /// <summary>Reports on a place, on those below it and on their schools.</summary>
    public IEnumerable<InspectionReport> Of(PlaceCode place) => byPlace[place];

    /// <summary>Reports on a school, and those for which it was looked at.</summary>
    public IEnumerable<InspectionReport> Of(SchoolId school) => bySchool[school];

    /// <summary>Reports that cite a figure of a working.</summary>
    public IEnumerable<InspectionReport> Citing(ReleaseId release, PlaceCode place, SchemeId scheme, StageId stage) => byWorking[(release, place, scheme, stage)];

    /// <summary>Reports that cite a figure of an indicator.</summary>
    public IEnumerable<InspectionReport> Citing(SchemeId scheme, IndicatorId indicator) => byIndicator[(scheme, indicator)];

    /// <summary>The places that a report is on: its own, or those of its schools.</summary>
    public static IEnumerable<PlaceCode> PlacesOf(Dataset data, InspectionReport report) =>
        report.Place is { } place ? [place] : report.Schools.Select(s => data.LatestOf(s) is { } release ? release.Schools[release.Schools.Find(s)!.Value].Place : (PlaceCode?)null).OfType<PlaceCode>().Distinct();

    /// <summary>Figures that a report cites, each pinned to its release; those that cannot be read are left out.</summary>
    public static IEnumerable<CitedFigure> Cited(Dataset data, InspectionReport report) =>
        WordsText.FigurePattern().Matches(report.Markdown).Select(m => FigureReference.Parse(m.Groups[1].Value, out _)).OfType<FigureReference>()
            .Select(f => new CitedFigure(f, f.Release ?? report.Release)).Where(c => data.Release(c.Release) is not null);

    private static SortedDictionary<string, ReportNotThere>.ValueCollection Named(Dataset data)
    {
        SortedDictionary<string, ReportNotThere> named = new(StringComparer.Ordinal);
        foreach (Release release in data.CurrentReleases)
        {
            foreach (Finding finding in release.Supervision.Findings.Where(f => f.Report.Length > 0))
            {
                Note(finding.Report, release.Id, finding.Place);
            }

            foreach (Visit visit in release.Supervision.Visits.Where(v => v.Report.Length > 0))
            {
                PlaceCode? place = data.Places.Find(new PlaceCode(visit.Subject))?.Code ?? ReportSchools.Find(data, release, new SchoolId(visit.Subject))?.Place;
                Note(visit.Report, release.Id, place);
            }
        }

        return named.Values;

        void Note(string id, ReleaseId release, PlaceCode? place)
        {
            SortedSet<PlaceCode> places = named.TryGetValue(id, out ReportNotThere? before) ? before.Places : [];
            if (place is { } at)
            {
                places.Add(at);
            }

            named[id] = new ReportNotThere(id, release, places);
        }
    }

    private ILookup<TKey, InspectionReport> Pairs<TKey>(Func<InspectionReport, IEnumerable<TKey>> keys) =>
        All.SelectMany(r => keys(r).Distinct().Select(key => (key, r))).ToLookup(p => p.key, p => p.r);
}
