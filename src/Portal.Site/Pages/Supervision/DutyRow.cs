using System.Globalization;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>A duty of a place or school for one period, in words.</summary>
/// <param name="Label">What must be made public or done.</param>
/// <param name="Address">Page of the duty in all places, null on pages pinned to a release.</param>
/// <param name="Period">Year, term or visit in words; empty where there is none.</param>
/// <param name="Outcome">Outcome.</param>
/// <param name="Shape">Shape of the mark.</param>
/// <param name="Word">Word of the mark.</param>
/// <param name="Note">Link, day, reason. An address with a scheme leads to another site.</param>
public sealed record DutyRow(string Label, string? Address, string Period, DutyOutcome Outcome, string Shape, string Word, IReadOnlyList<Piece> Note)
{
    /// <summary>Errata of the records that it was judged by.</summary>
    public IReadOnlyList<Fix> Fixes { get; init; } = [];

    /// <summary>The row of a state.</summary>
    /// <param name="site">Site.</param>
    /// <param name="state">State.</param>
    /// <param name="release">Release at whose as-of day it was judged.</param>
    /// <param name="pinned">True on a page that is pinned to a release.</param>
    public static DutyRow Of(SiteContext site, DutyState state, Release release, bool pinned = false) => new(
        state.Duty.Label,
        pinned ? null : Addresses.DisclosureOf(state.Duty.Id),
        PeriodOf(state.Clock, state.Period),
        state.Outcome,
        Shapes(state.Outcome),
        WordOf(state.Outcome, state.Clock),
        NoteOf(site, state, release.AsOf, pinned))
    {
        Fixes = release.Supervision.Corrections.Count == 0 ? [] : [.. FixesOf(site, state, release)],
    };

    private static IEnumerable<Fix> FixesOf(SiteContext site, DutyState state, Release release)
    {
        string[] key = [state.Duty.Id, state.Record?.Period ?? state.Period];
        SchoolTerm? term = state.Clock.Kind == ClockKind.PerTerm ? site.Data.Terms.FirstOrDefault(t => t.Id == state.Period) : null;
        IEnumerable<Visit> visits = term is null
            ? state.Visit is { } visit ? [visit] : []
            : release.Supervision.VisitsTo(state.Subject).Where(v => v.Kind == state.Clock.Visit && v.Date >= term.Start && v.Date <= term.End);
        return
        [
            .. Fix.OfSubject(site, release, "disclosures", state.Subject, key),
            .. Fix.OfSubject(site, release, "absences", state.Subject, key),
            .. visits.SelectMany(v => OfVisit(site, release, v)),
        ];
    }

    /// <summary>The errata of a visit.</summary>
    public static IEnumerable<Fix> OfVisit(SiteContext site, Release release, Visit visit) =>
        Fix.OfSubject(site, release, "visits", visit.Subject, visit.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), visit.Kind)
            .Select(f => f with { Label = $"{Format.Day(visit.Date)} 的督导，{f.Label}" });

    /// <summary>Shape of an outcome.</summary>
    public static string Shapes(DutyOutcome outcome) => outcome switch
    {
        DutyOutcome.Published => "ok",
        DutyOutcome.Overdue => "no",
        DutyOutcome.NotDue => "run",
        _ => "na",
    };

    /// <summary>Word of an outcome.</summary>
    public static string WordOf(DutyOutcome outcome, Clock clock) => outcome switch
    {
        DutyOutcome.Published => IsVisit(clock) ? "已做到" : "已公开",
        DutyOutcome.NotDue => "未到期",
        DutyOutcome.Overdue => "逾期",
        DutyOutcome.Explained => IsVisit(clock) ? "有说明未做" : "有说明未公开",
        DutyOutcome.Withheld => "不予公开",
        _ => "没有记录",
    };

    /// <summary>True for a duty to inspect, not to publish.</summary>
    public static bool IsVisit(Clock clock) => clock.Kind is ClockKind.PerTerm or ClockKind.Every;

    /// <summary>A period in words.</summary>
    public static string PeriodOf(Clock clock, string period) => clock.Kind switch
    {
        ClockKind.Yearly => Format.Period(period),
        ClockKind.PerTerm or ClockKind.TermStart => period + " 学期",
        ClockKind.Within when period.Length > 0 && clock.Visit.Length > 0 => period + " 的督导",
        ClockKind.Within when period.Length > 0 => "整改 " + period,
        _ => "",
    };

    private static Piece[] NoteOf(SiteContext site, DutyState state, DateOnly asOf, bool pinned) => state.Outcome switch
    {
        DutyOutcome.Published => Published(site, state, pinned),
        DutyOutcome.Withheld => [new($"依据：{state.Absence!.Reason}。")],
        DutyOutcome.Explained => [new($"原话：“{state.Absence!.Reason}”。{Expected(state.Absence, asOf)}")],
        DutyOutcome.Unknown => [new("没有上一次督导的记录，不知道什么时候到期。")],
        _ => [new(Waiting(state, asOf))],
    };

    private static string Expected(Absence absence, DateOnly asOf) =>
        absence.Expected.Text.Length == 0 ? "没有说什么时候公开。"
        : $"预计 {Format.Date(absence.Expected)}公开{(absence.Expected.LastDay is { } last && last < asOf ? "，这个日子已经过了" : "")}。";

    private static string Waiting(DutyState state, DateOnly asOf)
    {
        string due = Format.Day(state.Due!.Value);
        string past = state.Outcome == DutyOutcome.Overdue ? $"，到 {Format.Day(asOf)} 已过 {state.DaysOverdue} 天" : "";
        return state.Clock.Kind switch
        {
            ClockKind.PerTerm => $"{(state.Counted == 0 ? "没有督导的记录" : $"督导 {state.Counted} 次")}，应有 {state.Clock.Count} 次；学期到 {due} 为止{past}。",
            ClockKind.Every => $"上一次 {Format.Day(state.Visit!.Date)}，应在 {Format.Day(state.From!.Value)} 至 {due} 之间再督导一次{past}。",
            _ => state.Outcome == DutyOutcome.Overdue ? $"应于 {due} 前公开{past}，本站没有收到公开的记录。" : $"应于 {due} 前公开。",
        };
    }

    private static Piece[] Published(SiteContext site, DutyState state, bool pinned)
    {
        if (state.Clock.Kind == ClockKind.PerTerm)
        {
            return [new($"督导 {state.Counted} 次，最近一次 {Format.Day(state.Visit!.Date)}。")];
        }

        string late = state.DaysLate > 0 ? $"，比 {Format.Day(state.Due!.Value)} 晚 {state.DaysLate} 天" : "";
        string day = state.Record?.Published is { } published ? $"{Format.Day(published)} 公开{late}。" : state.ShownHere ? "" : "没有写公开日期。";
        if (state.ShownHere)
        {
            return state.Clock.Site switch
            {
                SiteProof.Coefficients when state.ShownIn is { } release => [new("本站发布 "), new(release.ToString(), Addresses.PlaceInRelease(release, new PlaceCode(state.Subject))), new($"，{day}")],
                SiteProof.Coefficients => [new("本站转载的公布值。", site.Index.HasPage(new PlaceCode(state.Subject)) ? Addresses.Place(new PlaceCode(state.Subject)) + "#published" : null)],
                SiteProof.Reports => [new("本站的督导报告", Addresses.Report(state.Visit!.Report)), new($"，{day}")],
                _ => [new("本站的整改台账", pinned || site.Ledger is null ? null : Addresses.RectificationOf(new PlaceCode(state.Subject))), new($"，报告整改情况的 {state.Counted} 项都列出。")],
            };
        }

        MadePublic record = state.Record!;
        return record.Address.Length > 0
            ? [new(record.File.Length > 0 ? record.File : "公开的网页", record.Address), new($"，{day}")]
            : [new($"《{record.File}》，{day}")];
    }
}
