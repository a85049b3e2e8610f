using System.Globalization;
using Portal.Domain.Data;

namespace Portal.Domain.Evaluation;

/// <summary>
/// The duties of counties and schools, judged at the as-of day of a release by its ledgers of visits, disclosures and absences. A county of which the ledgers
/// hold nothing at all has not reported, and is not judged.
/// </summary>
public sealed class DutyBook
{
    private readonly Release release;
    private readonly DateOnly asOf;
    private readonly (Duty Duty, Clock Clock)[] duties;
    private readonly SchoolTerm[] terms;
    private readonly HashSet<PlaceCode> known;
    private readonly IReadOnlyList<Release> releases;
    private readonly IReadOnlyDictionary<string, DateOnly> reports;
    private readonly HashSet<(PlaceCode Place, string Year)> reprinted;

    private DutyBook(Dataset data, Release release, IReadOnlyList<Release> releases, IReadOnlyDictionary<string, DateOnly> reports)
    {
        this.reports = reports;
        this.release = release;
        this.releases = releases;
        asOf = release.AsOf;
        Vocabulary = data.Vocabulary;
        List<(Duty, Clock)> read = [];
        foreach (Duty duty in data.Duties)
        {
            if (Clock.TryParse(duty.Clock, out Clock clock))
            {
                read.Add((duty, clock));
            }
        }

        duties = [.. read];
        terms = [.. data.Terms.Where(t => t.Start <= asOf).OrderBy(t => t.Start)];
        known = [.. Subjects(release).Select(PlaceOf).OfType<PlaceCode>()];
        reprinted = [.. releases.SelectMany(r => r.Coefficients).Where(c => c.Value.HasValue).Select(c => (c.Place, c.Year))];
    }

    private Vocabulary Vocabulary { get; }

    /// <summary>Duties in order of the table.</summary>
    public IEnumerable<Duty> Duties => duties.Select(d => d.Duty);

    /// <summary>The book of a release; null where there is no duty, or the release's ledgers hold nothing to judge by.</summary>
    /// <param name="data">Data set.</param>
    /// <param name="release">Release.</param>
    /// <param name="reports">Day of publication of each supervision report that the site shows, by id; one that is only named is not public.</param>
    public static DutyBook? Of(Dataset data, Release release, IReadOnlyDictionary<string, DateOnly> reports) =>
        data.Duties.Count == 0 || !Subjects(release).Any() ? null : new DutyBook(data, release, data.UpTo(release), reports);

    /// <summary>True where the ledgers hold anything of the county or its schools.</summary>
    public bool Knows(PlaceCode county) => known.Contains(county);

    /// <summary>The county's duties, in order of the table and of periods; none where nothing is known of it.</summary>
    public IEnumerable<DutyState> Of(PlaceCode county) => !Knows(county) ? [] : duties.Where(d => d.Duty.Kind == "county").SelectMany(d => States(d.Duty, d.Clock, county.Value, county));

    /// <summary>A school's duties; none where nothing is known of its county, or where another school counts it (附设班).</summary>
    public IEnumerable<DutyState> Of(School school) => !Knows(school.Place) || Vocabulary.IsCountedElsewhere(school)
        ? []
        : duties.Where(d => d.Duty.Kind == "school" && (d.Duty.Types.Count == 0 || d.Duty.Types.Contains(school.Type))).SelectMany(d => States(d.Duty, d.Clock, school.Id.Value, school.Place));

    private IEnumerable<DutyState> States(Duty duty, Clock clock, string subject, PlaceCode county) => clock.Kind switch
    {
        ClockKind.PerTerm => terms.TakeLast(2).Select(t => InTerm(duty, clock, subject, t)),
        ClockKind.TermStart => terms.TakeLast(1).Select(t => Made(duty, clock, subject, t.Id, clock.DueAfter(t.Start))),
        ClockKind.Every => [Again(duty, clock, subject)],
        ClockKind.Yearly => Years(clock).Select(year => OfYear(duty, clock, subject, county, year)),
        _ when clock.Visit.Length > 0 => VisitsTo(subject, clock.Visit).Select(v => AfterVisit(duty, clock, subject, v)),
        _ => AfterRectification(duty, clock, subject, county),
    };

    // The last year whose day has passed, and the one that runs.
    private IEnumerable<int> Years(Clock clock)
    {
        int year = asOf.Year - clock.YearsLater;
        return clock.DueOf(year) < asOf ? [year, year + 1] : [year - 1, year];
    }

    private DutyState OfYear(Duty duty, Clock clock, string subject, PlaceCode county, int year)
    {
        string period = year.ToString(CultureInfo.InvariantCulture);
        DateOnly due = clock.DueOf(year);
        if (clock.Site == SiteProof.Coefficients)
        {
            Release? shown = releases.LastOrDefault(r => r.Id.Period == period && !r.Schools.RowsOf(county).Equals(0..0));
            if (shown is not null || reprinted.Contains((county, period)))
            {
                return new DutyState(duty, clock, subject, period, due, DutyOutcome.Published)
                {
                    ShownHere = true, ShownIn = shown?.Id, Record = shown is null ? null : new MadePublic(subject, duty.Id, period, shown.Published, "", ""),
                };
            }
        }

        return Made(duty, clock, subject, period, due);
    }

    private DutyState Made(Duty duty, Clock clock, string subject, string period, DateOnly due, Visit? visit = null)
    {
        // What was made public after the as-of day is not yet known on it.
        MadePublic? record = release.Supervision.DisclosuresOf(subject).FirstOrDefault(d => d.Duty == duty.Id && d.Period == period && (d.Published is null || d.Published <= asOf));
        return record is not null
            ? new DutyState(duty, clock, subject, period, due, DutyOutcome.Published) { Record = record, Visit = visit }
            : Open(duty, clock, subject, period, due) with { Visit = visit };
    }

    private DutyState InTerm(Duty duty, Clock clock, string subject, SchoolTerm term)
    {
        Visit[] made = [.. VisitsTo(subject, clock.Visit).Where(v => v.Date >= term.Start && v.Date <= term.End)];
        DutyState state = made.Length >= clock.Count
            ? new DutyState(duty, clock, subject, term.Id, term.End, DutyOutcome.Published)
            : Open(duty, clock, subject, term.Id, term.End);
        return state with { Counted = made.Length, Visit = made.LastOrDefault() };
    }

    private DutyState Again(Duty duty, Clock clock, string subject)
    {
        if (VisitsTo(subject, clock.Visit).LastOrDefault() is not { } last)
        {
            return new DutyState(duty, clock, subject, "", null, DutyOutcome.Unknown);
        }

        DateOnly due = last.Date.AddYears(clock.To);
        return Open(duty, clock, subject, due.Year.ToString(CultureInfo.InvariantCulture), due) with { Visit = last, From = last.Date.AddYears(clock.From) };
    }

    private DutyState AfterVisit(Duty duty, Clock clock, string subject, Visit visit)
    {
        string period = visit.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        DutyState state = Made(duty, clock, subject, period, clock.DueAfter(visit.Date), visit);
        return state.Record is null && clock.Site == SiteProof.Reports && reports.TryGetValue(visit.Report, out DateOnly published) && published <= asOf
            ? new DutyState(duty, clock, subject, period, state.Due, DutyOutcome.Published) { ShownHere = true, Visit = visit, Record = new MadePublic(subject, duty.Id, period, published, "", "") }
            : state;
    }

    private IEnumerable<DutyState> AfterRectification(Duty duty, Clock clock, string subject, PlaceCode county)
    {
        Finding[] reported = [.. release.Supervision.FindingsOf(county).Where(f => f.Reported <= asOf && (duty.Kind == "county" || f.School?.Value == subject))];
        if (clock.Site != SiteProof.Ledger)
        {
            return reported.Select(f => Made(duty, clock, subject, f.Id, clock.DueAfter(f.Reported!.Value)));
        }

        return reported.Length == 0 ? [] : [new DutyState(duty, clock, subject, "", null, DutyOutcome.Published) { ShownHere = true, Counted = reported.Length }];
    }

    private DutyState Open(Duty duty, Clock clock, string subject, string period, DateOnly due)
    {
        Absence? absence = release.Supervision.AbsencesOf(subject).FirstOrDefault(a => a.Duty == duty.Id && a.Period == period);
        DutyOutcome outcome = absence is { Withheld: true } ? DutyOutcome.Withheld
            : absence is not null ? DutyOutcome.Explained
            : due < asOf ? DutyOutcome.Overdue
            : DutyOutcome.NotDue;
        return new DutyState(duty, clock, subject, period, due, outcome) { Absence = absence, DaysOverdue = outcome == DutyOutcome.Overdue ? asOf.DayNumber - due.DayNumber : 0 };
    }

    private IEnumerable<Visit> VisitsTo(string subject, string kind) => release.Supervision.VisitsTo(subject).Where(v => v.Kind == kind && v.Date <= asOf);

    private PlaceCode? PlaceOf(string subject) => release.Schools.Find(new SchoolId(subject)) is { } row ? release.Schools[row].Place : subject.Length == 6 ? new PlaceCode(subject) : null;

    private static IEnumerable<string> Subjects(Release release) =>
        release.Supervision.Disclosures.Select(d => d.Subject).Concat(release.Supervision.Absences.Select(a => a.Subject)).Concat(release.Supervision.Visits.Select(v => v.Subject));
}
