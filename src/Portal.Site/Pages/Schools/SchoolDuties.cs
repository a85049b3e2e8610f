using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>Enrolment zone first, then inspections, what the school must make public, and its inspectors.</summary>
/// <param name="AsOf">Day on which it was judged, in digits.</param>
/// <param name="Enrolment">Where its enrolment zone is written; empty where no record of it is known.</param>
/// <param name="Ask">Phones to ask, each with whose it is; shown in either case.</param>
/// <param name="Visits">Inspections: last and next.</param>
/// <param name="Rows">What it must make public.</param>
/// <param name="HasInspectors">True where the site knows inspectors, so that a school without one is told.</param>
/// <param name="Inspectors">Its inspectors.</param>
/// <param name="LastVisit">The last inspection in words, empty where none is recorded or nothing is judged.</param>
/// <param name="NextVisit">When the next is due in words, empty likewise.</param>
/// <param name="Note">As-of day and release.</param>
public sealed record SchoolDuties(
    string AsOf, IReadOnlyList<Piece> Enrolment, IReadOnlyList<(string Whose, string Phone)> Ask, IReadOnlyList<DutyRow> Visits, IReadOnlyList<DutyRow> Rows,
    bool HasInspectors, IReadOnlyList<InspectorRow> Inspectors, string LastVisit, string NextVisit, TableNote Note)
{
    /// <summary>Errata of the last inspection.</summary>
    public IReadOnlyList<Fix> LastFixes { get; init; } = [];

    /// <summary>Errata of the record of the enrolment zone.</summary>
    public IReadOnlyList<Fix> EnrolmentFixes { get; init; } = [];

    /// <summary>The duty under which enrolment zones are published, in duties.csv.</summary>
    private const string EnrolmentScope = "enrolment-scope";

    /// <summary>The part of a school's page; null where nothing is known, and for a school that the newest release no longer has.</summary>
    public static SchoolDuties? Of(SiteContext site, Release release, School school)
    {
        if (site.Latest?.Id != release.Id || site.Data.Vocabulary.IsCountedElsewhere(school))
        {
            return null;
        }

        DutyBook? book = site.DutiesIn(release);
        bool watched = site.Data.Inspectors.Count > 0;
        if (book is null && !watched)
        {
            return null;
        }

        DutyState[] states = [.. book?.Of(school) ?? []];
        DutyState? scope = book?.Of(school.Place).Concat(states).LastOrDefault(s => s.Duty.Id == EnrolmentScope && s.Outcome == DutyOutcome.Published);
        DutyState[] visits = [.. states.Where(s => DutyRow.IsVisit(s.Clock))];
        Visit? last = book?.Knows(school.Place) == true ? release.Supervision.VisitsTo(school.Id.Value).LastOrDefault(v => v.Date <= release.AsOf) : null;
        return new SchoolDuties(
            Format.Day(release.AsOf),
            scope is null ? [] : [new(DutyRow.PeriodOf(scope.Clock, scope.Period) + "招生范围（划片）："), .. DutyRow.Of(site, scope, release).Note],
            AskOf(site, school),
            [.. visits.Select(s => DutyRow.Of(site, s, release))],
            [.. states.Where(s => !DutyRow.IsVisit(s.Clock)).Select(s => DutyRow.Of(site, s, release))],
            watched,
            [.. site.Data.InspectorsOf(school.Id).Select(i => InspectorRow.Of(site, i))],
            last is null ? "" : $"{Format.Day(last.Date)}，{site.Data.Vocabulary.Label("inspection", last.Kind)}",
            Next(visits),
            Sourcing.Note(site, release, []))
        {
            LastFixes = last is null ? [] : [.. DutyRow.OfVisit(site, release, last)],
            EnrolmentFixes = scope is null ? [] : DutyRow.Of(site, scope, release).Fixes,
        };
    }

    // The first day by which some inspection that is still open must have been made.
    private static string Next(IEnumerable<DutyState> visits) =>
        visits.Where(v => v.Outcome is DutyOutcome.NotDue or DutyOutcome.Overdue && v.Due is not null && (v.Clock.Kind == ClockKind.Every || v.Outcome == DutyOutcome.NotDue)).MinBy(v => v.Due) is { } next
            ? $"{Format.Day(next.Due!.Value)} 前，{next.Duty.Label}{(next.Outcome == DutyOutcome.Overdue ? "（已过）" : "")}"
            : "";

    // The place's own channel first: it draws the zones.
    private static (string, string)[] AskOf(SiteContext site, School school)
    {
        IReadOnlyList<Channel> channels = site.Data.ChannelsOf(school.Place, "attendance") is { Count: > 0 } own ? own : site.Data.ChannelsOf(school.Place, "general");
        return
        [
            .. channels.Where(c => c.Kind == ChannelKind.Phone).Take(1).Select(c => (site.Data.Places.Find(c.Place)?.Name + "教育部门", c.Value)),
            .. school.OfficePhone.Length > 0 ? new[] { ("学校", school.OfficePhone) } : [],
        ];
    }
}
