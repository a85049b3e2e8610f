using System.Collections.Concurrent;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Site.Pages;

namespace Portal.Site.Plan;

/// <summary>
/// Which counties' rows the pages of a county are made of: its own, and those of the counties that something joins to it, because its
/// pages name their schools or count their rows.
/// </summary>
/// <param name="site">Site.</param>
public sealed class BasisBook(SiteContext site)
{
    private readonly Lazy<ILookup<PlaceCode, PlaceCode>> neighbours = new(() => Neighbours(site));
    private readonly Lazy<Dictionary<string, PlaceCode[]>> reports = new(() => CountiesOfReports(site));
    private readonly ConcurrentDictionary<PlaceCode, Basis> ofCounties = new();

    /// <summary>What the pages of a place are made of: everything where it is no county.</summary>
    public Basis Of(PlaceCode place) => site.Data.Places.Find(place) is { Level: PlaceLevel.County }
        ? ofCounties.GetOrAdd(place, code => Basis.Of(neighbours.Value[code].Append(code)))
        : Basis.Everything;

    /// <summary>What rows of tables are made of that name a place: a county's are its own, those of a place above it are for everybody.</summary>
    public Basis OfRows(PlaceCode place) => site.Data.Places.Find(place) is { Level: PlaceLevel.County } ? Of(place) : Basis.Common;

    /// <summary>What the pages of a school are made of: all counties that it was ever reported in count.</summary>
    public Basis Of(SchoolId school)
    {
        PlaceCode[] counties = [.. CountiesOf(site.Data, school).Distinct()];
        return counties is [var one] ? Of(one) : Basis.Of(counties.SelectMany(c => neighbours.Value[c].Append(c)));
    }

    /// <summary>What a page is made of that names schools of a county: a zone of inspection with those of its inspectors.</summary>
    public Basis Of(PlaceCode county, IEnumerable<SchoolId> schools)
    {
        PlaceCode[] others = [.. schools.SelectMany(s => CountiesOf(site.Data, s)).Append(county).Distinct()];
        return Joined(others);
    }

    /// <summary>What the page of a report is made of: the rows of the counties that it is on, that it cites, and that have rows of it; everything where it is on a place above them.</summary>
    public Basis OfReport(string report) => reports.Value.TryGetValue(report, out PlaceCode[]? places) ? Joined(places) : Basis.Everything;

    private Basis Joined(IReadOnlyList<PlaceCode> places)
    {
        Basis[] own = [.. places.Select(Of)];
        return own is [var one] ? one : own.Contains(Basis.Everything) ? Basis.Everything : Basis.Of(own.SelectMany(b => b.Counties!));
    }

    /// <summary>
    /// What every page may be made of though it stands in rows of counties, in lines: which sections and lists the site has at all, and
    /// which pages a county's page may point to because of what another county reports.
    /// </summary>
    public IEnumerable<string> Common()
    {
        yield return "menu " + string.Join(' ', site.Menu.Select(m => m.Address));
        yield return $"root {site.Index.Root.Code} {site.Index.HasSchools}";
        yield return "areas " + string.Join(' ', site.Index.Pages.Where(p => p.Level != PlaceLevel.County).Select(p => p.Code));
        yield return "monitored " + string.Join(' ', site.MonitoredReleases.Select(r => r.Id));
        yield return $"duties {site.DutyTally is null} surveys {site.Surveys.Count > 0}";
        foreach (Release release in site.Data.Releases)
        {
            yield return $"release {release.Id} duties {site.DutiesIn(release) is null} matters {string.Join(' ', site.LedgerOf(release)?.Matters ?? [])}";
        }
    }

    private static IEnumerable<PlaceCode> CountiesOf(Dataset data, SchoolId school) =>
        data.Releases.Select(r => r.Schools.Find(school) is { } row ? r.Schools[row].Place : (PlaceCode?)null).OfType<PlaceCode>();

    private static ILookup<PlaceCode, PlaceCode> Neighbours(SiteContext site) =>
        Joined(site).Select(joined => joined.Distinct().ToArray()).Where(joined => joined.Length > 1)
            .SelectMany(joined => joined.SelectMany(from => joined.Where(to => to != from).Select(to => (from, to))))
            .Distinct().ToLookup(pair => pair.from, pair => pair.to);

    private static IEnumerable<IEnumerable<PlaceCode>> Joined(SiteContext site)
    {
        Dataset data = site.Data;
        foreach (IEnumerable<SchoolId> schools in Chains(data).Concat(data.Groups.GroupBy(g => g.Group, StringComparer.Ordinal).Select(g => g.Select(m => m.School))))
        {
            yield return schools.SelectMany(s => CountiesOf(data, s));
        }

        foreach (Place place in data.Places.All.Where(p => p.Successor is not null))
        {
            yield return [place.Code, place.Successor!.Value];
        }

        foreach (PlaceCode[] counties in CountiesOfReports(site).Values)
        {
            yield return counties;
        }

        ILookup<string, PlaceCode> findings = data.Releases.SelectMany(r => r.Supervision.Findings).Select(f => (f.Id, f.Place)).Distinct().ToLookup(f => f.Id, f => f.Place, StringComparer.Ordinal);
        foreach (Finding finding in data.Releases.SelectMany(r => r.Supervision.Findings).Where(f => f.RepeatOf.Length > 0))
        {
            yield return findings[finding.RepeatOf].Append(finding.Place);
        }
    }

    private static Dictionary<string, PlaceCode[]> CountiesOfReports(SiteContext site) => Reports(site).GroupBy(r => r.Report, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.SelectMany(r => CountiesOf(site.Data, r.Subject)).Distinct().ToArray(), StringComparer.Ordinal);

    private static IEnumerable<PlaceCode> CountiesOf(Dataset data, string subject) =>
        data.Places.Find(new PlaceCode(subject)) is { } place ? [place.Code] : CountiesOf(data, new SchoolId(subject));

    /// <summary>Reports with the places and schools that they are on, that they cite, and that rows tell of them: a list of reports counts the rows of all.</summary>
    private static IEnumerable<(string Report, string Subject)> Reports(SiteContext site)
    {
        foreach (InspectionReport report in site.ReportFiles)
        {
            IEnumerable<string> subjects = report.Schools.Concat(report.Sampled).Select(s => s.Value)
                .Concat(ReportIndex.Cited(site.Data, report).Select(c => c.Figure.Place.Value)).Concat(report.Place is { } place ? [place.Value] : []);
            foreach (string subject in subjects)
            {
                yield return (report.Id, subject);
            }
        }

        foreach (Release release in site.Data.Releases)
        {
            foreach (Finding finding in release.Supervision.Findings.Where(f => f.Report.Length > 0))
            {
                yield return (finding.Report, finding.Place.Value);
            }

            foreach (Visit visit in release.Supervision.Visits.Where(v => v.Report.Length > 0))
            {
                yield return (visit.Report, visit.Subject);
            }

            foreach (ScoreLine line in release.Scorecards.Lines.Where(l => l.Report.Length > 0))
            {
                yield return (line.Report, line.School.Value);
            }
        }
    }

    // Schools that became one another, or that count one another, however long the way.
    private static IEnumerable<IEnumerable<SchoolId>> Chains(Dataset data)
    {
        IEnumerable<(SchoolId One, SchoolId Other)> pairs = data.SchoolLinks.Where(l => l.To is not null).Select(l => (l.From, l.To!.Value))
            .Concat(data.Releases.SelectMany(r => Enumerable.Range(0, r.Schools.Count).Select(row => r.Schools[row])).Where(s => s.HostedBy is not null).Select(s => (s.Id, s.HostedBy!.Value)));
        Dictionary<SchoolId, List<SchoolId>> chains = [];
        foreach ((SchoolId one, SchoolId other) in pairs)
        {
            List<SchoolId> a = chains.GetValueOrDefault(one) ?? [one], b = chains.GetValueOrDefault(other) ?? [other];
            (List<SchoolId> large, List<SchoolId> small) = a.Count >= b.Count ? (a, b) : (b, a);
            if (a != b)
            {
                large.AddRange(small);
            }

            foreach (SchoolId school in small)
            {
                chains[school] = large;
            }

            chains[one] = chains[other] = large;
        }

        return chains.Values.Distinct();
    }
}
