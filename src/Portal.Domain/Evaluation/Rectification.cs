using Portal.Domain.Data;

namespace Portal.Domain.Evaluation;

/// <summary>Where the rectification of a finding stands, in the order in which lists show it.</summary>
public enum RectificationState
{
    /// <summary>逾期: the deadline in force is past, and no report has come or the check found it not done.</summary>
    Overdue,

    /// <summary>30 日内到期: the deadline is today or at most <see cref="RectificationCase.SoonDays"/> days ahead; no report yet, none due yet.</summary>
    DueSoon,

    /// <summary>整改中: the deadline is further ahead; no report yet, none due yet.</summary>
    Open,

    /// <summary>未写期限: the notice gives no deadline; never overdue.</summary>
    NoDeadline,

    /// <summary>意见书未发: there is no notice yet; an appeal (《教育督导条例》 art. 20) is heard before it.</summary>
    NoNotice,

    /// <summary>已报告，待核查.</summary>
    Reported,

    /// <summary>未完成，核查未通过: checked and not done, the deadline not past or none given.</summary>
    NotDone,

    /// <summary>部分完成: checked, partly done.</summary>
    Partly,

    /// <summary>逾期完成: checked and done, reported after the deadline in force.</summary>
    DoneLate,

    /// <summary>按期完成: checked and done, reported on the deadline in force or before.</summary>
    DoneInTime,

    /// <summary>已完成: checked and done, where the notice gives no deadline.</summary>
    Done,
}

/// <summary>A section of the ledger: states that a reader looks for together.</summary>
public enum RectificationGroup
{
    /// <summary>逾期.</summary>
    Overdue,

    /// <summary>30 日内到期.</summary>
    DueSoon,

    /// <summary>整改中: further ahead, without a deadline, without a notice.</summary>
    Open,

    /// <summary>待核查.</summary>
    Reported,

    /// <summary>核查未通过或部分完成.</summary>
    NotPassed,

    /// <summary>已完成.</summary>
    Done,
}

/// <summary>A finding as it stood on a day.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="AsOf">The day.</param>
public sealed record RectificationCase(Finding Finding, DateOnly AsOf)
{
    /// <summary>A deadline at most so many days ahead is near: the heading of the list, 30 日内到期, says the same number.</summary>
    public const int SoonDays = 30;

    /// <summary>Code of <c>rectification-result</c> for what is done.</summary>
    public const string ResultDone = "done";

    /// <summary>Code of <c>rectification-result</c> for what is partly done.</summary>
    public const string ResultPartly = "partly";

    /// <summary>The deadline in force: the extended one, else that of the notice; never worked out.</summary>
    public DateOnly? Due => Finding.ExtendedTo ?? Finding.Deadline;

    /// <summary>Days from the deadline in force to the day; the deadline's own day is 0, the day after it 1; negative before it. Null without a deadline.</summary>
    public int? DaysPast => Due is { } due ? AsOf.DayNumber - due.DayNumber : null;

    /// <summary>Days by which the report came after the deadline in force: 0 where in time; null without a report or a deadline.</summary>
    public int? DaysReportedLate => Due is { } due && Finding.Reported is { } reported ? Math.Max(0, reported.DayNumber - due.DayNumber) : null;

    /// <summary>Where it stands.</summary>
    public RectificationState State =>
        Finding.Result.Length > 0 ? Finding.Result switch
        {
            ResultDone => DaysReportedLate is { } late ? late > 0 ? RectificationState.DoneLate : RectificationState.DoneInTime : RectificationState.Done,
            ResultPartly => RectificationState.Partly,
            _ => DaysPast > 0 ? RectificationState.Overdue : RectificationState.NotDone,
        }
        : Finding.Reported is not null ? RectificationState.Reported
        : DaysPast is { } past ? past > 0 ? RectificationState.Overdue : past >= -SoonDays ? RectificationState.DueSoon : RectificationState.Open
        : Finding.Issued is null ? RectificationState.NoNotice
        : RectificationState.NoDeadline;

    /// <summary>The section of the ledger.</summary>
    public RectificationGroup Group => State switch
    {
        RectificationState.Overdue => RectificationGroup.Overdue,
        RectificationState.DueSoon => RectificationGroup.DueSoon,
        RectificationState.Reported => RectificationGroup.Reported,
        RectificationState.NotDone or RectificationState.Partly => RectificationGroup.NotPassed,
        RectificationState.DoneLate or RectificationState.DoneInTime or RectificationState.Done => RectificationGroup.Done,
        _ => RectificationGroup.Open,
    };
}

/// <summary>Findings that were open and closed at the end of a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Open">Notice given by then, not closed by then.</param>
/// <param name="Closed">Checked and done by then.</param>
public sealed record LedgerCount(DateOnly Day, int Open, int Closed);

/// <summary>The rectification ledger 整改台账 of a release, judged at its as-of day.</summary>
public sealed class RectificationLedger
{
    private readonly ILookup<PlaceCode, RectificationCase> byPlace;
    private readonly ILookup<SchoolId, RectificationCase> bySchool;
    private readonly ILookup<string, RectificationCase> byMatter;
    private readonly ILookup<string, RectificationCase> byReport;
    private readonly ILookup<string, Finding> repeats;
    private readonly Dictionary<string, Finding> byId;
    private readonly Dictionary<PlaceCode, int[]> counts = [];

    private RectificationLedger(Release release, PlaceTree places)
    {
        Release = release;
        Cases = [.. release.Supervision.Findings.Select(f => new RectificationCase(f, release.AsOf)).OrderBy(c => c.Finding.Place).ThenBy(c => c.Finding.Id, StringComparer.Ordinal)];
        byPlace = Cases.ToLookup(c => c.Finding.Place);
        bySchool = Cases.Where(c => c.Finding.School is not null).ToLookup(c => c.Finding.School!.Value);
        byMatter = Cases.ToLookup(c => c.Finding.Matter, StringComparer.Ordinal);
        byReport = Cases.Where(c => c.Finding.Report.Length > 0).ToLookup(c => c.Finding.Report, StringComparer.Ordinal);
        byId = Cases.ToDictionary(c => c.Finding.Id, c => c.Finding, StringComparer.Ordinal);
        repeats = Cases.Where(c => c.Finding.RepeatOf.Length > 0).Select(c => c.Finding).ToLookup(f => f.RepeatOf, StringComparer.Ordinal);
        foreach (RectificationCase found in Cases)
        {
            foreach (Place up in places.PathUp(found.Finding.Place))
            {
                if (!counts.TryGetValue(up.Code, out int[]? own))
                {
                    counts[up.Code] = own = new int[Enum.GetValues<RectificationGroup>().Length];
                }

                own[(int)found.Group]++;
            }
        }
    }

    /// <summary>The release.</summary>
    public Release Release { get; }

    /// <summary>All findings by place, then by id.</summary>
    public IReadOnlyList<RectificationCase> Cases { get; }

    /// <summary>Places that have findings of their own, by code.</summary>
    public IEnumerable<PlaceCode> Places => byPlace.Select(g => g.Key);

    /// <summary>Matters that have findings, in order of their codes.</summary>
    public IEnumerable<string> Matters => byMatter.Select(g => g.Key).Order(StringComparer.Ordinal);

    /// <summary>The ledger of a release.</summary>
    public static RectificationLedger Of(Release release, PlaceTree places) => new(release, places);

    /// <summary>Findings of a place itself and its schools.</summary>
    public IEnumerable<RectificationCase> Of(PlaceCode place) => byPlace[place];

    /// <summary>Findings of a school.</summary>
    public IEnumerable<RectificationCase> Of(SchoolId school) => bySchool[school];

    /// <summary>Findings of a matter.</summary>
    public IEnumerable<RectificationCase> OfMatter(string matter) => byMatter[matter];

    /// <summary>Findings of a report.</summary>
    public IEnumerable<RectificationCase> OfReport(string report) => byReport[report];

    /// <summary>Number of findings at or below a place, by group in the order of <see cref="RectificationGroup"/>; null where there is none.</summary>
    public IReadOnlyList<int>? CountsOf(PlaceCode place) => counts.GetValueOrDefault(place);

    /// <summary>A finding by its id; null where the ledger has none.</summary>
    public Finding? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The first finding that a repeat repeats; null where it is none.</summary>
    public Finding? FirstOf(Finding finding) => finding.RepeatOf.Length > 0 ? byId.GetValueOrDefault(finding.RepeatOf) : null;

    /// <summary>Findings that repeat a first one, by place and id.</summary>
    public IEnumerable<Finding> RepeatsOf(Finding first) => repeats[first.Id];

    /// <summary>
    /// Open and closed at the end of each month from that of the first notice on, and at the as-of day; at most <paramref name="most"/> points, the newest. Findings
    /// without a notice are in none.
    /// </summary>
    /// <param name="most">Most points.</param>
    public IReadOnlyList<LedgerCount> OverTime(int most)
    {
        DateOnly[] opened = [.. Cases.Select(c => c.Finding.Issued).OfType<DateOnly>().Where(d => d <= Release.AsOf).Order()];
        if (opened.Length == 0)
        {
            return [];
        }

        DateOnly[] closed = [.. Cases.Where(c => c.Finding is { Issued: not null, Result: RectificationCase.ResultDone }).Select(c => c.Finding.Checked).OfType<DateOnly>().Order()];
        List<DateOnly> days = [];
        for (DateOnly month = new(opened[0].Year, opened[0].Month, 1); month <= Release.AsOf; month = month.AddMonths(1))
        {
            DateOnly end = month.AddMonths(1).AddDays(-1);
            days.Add(end < Release.AsOf ? end : Release.AsOf);
        }

        List<LedgerCount> points = [];
        int raised = 0;
        int done = 0;
        foreach (DateOnly day in days)
        {
            while (raised < opened.Length && opened[raised] <= day)
            {
                raised++;
            }

            while (done < closed.Length && closed[done] <= day)
            {
                done++;
            }

            points.Add(new LedgerCount(day, raised - done, done));
        }

        return [.. points.TakeLast(most)];
    }
}
