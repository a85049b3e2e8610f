using System.Globalization;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;

namespace Portal.Site.Text;

/// <summary>Words of the rectification ledger.</summary>
public static class RectificationText
{
    /// <summary>Heading of a section of the ledger.</summary>
    public static string Label(this RectificationGroup group) => group switch
    {
        RectificationGroup.Overdue => "逾期",
        RectificationGroup.DueSoon => string.Create(CultureInfo.InvariantCulture, $"{RectificationCase.SoonDays} 日内到期"),
        RectificationGroup.Open => "整改中",
        RectificationGroup.Reported => "待核查",
        RectificationGroup.NotPassed => "未通过或部分完成",
        _ => "已完成",
    };

    /// <summary>Id of a section: an anchor.</summary>
    public static string Id(this RectificationGroup group) => group switch
    {
        RectificationGroup.Overdue => "overdue",
        RectificationGroup.DueSoon => "soon",
        RectificationGroup.Open => "open",
        RectificationGroup.Reported => "reported",
        RectificationGroup.NotPassed => "not-passed",
        _ => "done",
    };

    /// <summary>What a section holds, in one sentence.</summary>
    public static string Explained(this RectificationGroup group) => group switch
    {
        RectificationGroup.Overdue => "意见书的期限（有延期的按延期）已经过了，没有收到整改报告，或者核查没有通过。期限当天不算逾期，第二天算逾期 1 天。",
        RectificationGroup.DueSoon => string.Create(CultureInfo.InvariantCulture, $"还没有到期，不是没有交：离期限还有 0—{RectificationCase.SoonDays} 天。"),
        RectificationGroup.Open => "期限还远，或者意见书没有写期限、还没有发出。没有写期限的不会算逾期。",
        RectificationGroup.Reported => "收到了整改报告，还没有核查。",
        RectificationGroup.NotPassed => "核查过，只完成了一部分，或没有完成而期限还没有过。",
        _ => "核查通过。按期还是逾期，看整改报告是不是在期限内交的。",
    };

    /// <summary>A state, without its days.</summary>
    public static string Label(this RectificationState state) => state switch
    {
        RectificationState.Overdue => "逾期",
        RectificationState.DueSoon => RectificationGroup.DueSoon.Label(),
        RectificationState.Open => "整改中",
        RectificationState.NoDeadline => "整改中，未写期限",
        RectificationState.NoNotice => "意见书未发",
        RectificationState.Reported => "已报告，待核查",
        RectificationState.NotDone => "未完成，核查未通过",
        RectificationState.Partly => "部分完成",
        RectificationState.DoneLate => "逾期完成",
        RectificationState.DoneInTime => "按期完成",
        _ => "已完成",
    };

    /// <summary>Shape of the mark beside the word.</summary>
    public static string Shape(this RectificationState state) => state switch
    {
        RectificationState.Overdue or RectificationState.NotDone => "no",
        RectificationState.NoDeadline or RectificationState.NoNotice => "na",
        RectificationState.DoneLate or RectificationState.DoneInTime or RectificationState.Done => "ok",
        _ => "run",
    };

    /// <summary>The state with its days: 逾期 45 天, 还有 12 天, 逾期完成（晚 8 天）.</summary>
    public static string State(RectificationCase found) => found.State switch
    {
        RectificationState.Overdue => "逾期 " + Days(found.DaysPast!.Value) + (found.Finding.Result.Length > 0 ? "，核查未通过" : ""),
        RectificationState.DueSoon => found.DaysPast == 0 ? "当天到期" : "还有 " + Days(-found.DaysPast!.Value),
        RectificationState.DoneLate => $"逾期完成（晚 {Days(found.DaysReportedLate!.Value)}）",
        RectificationState state => state.Label(),
    };

    /// <summary>The deadline in force in words; 未写期限 where the notice gives none.</summary>
    public static string Due(Finding finding) =>
        finding.ExtendedTo is { } extended ? $"{Format.Day(extended)}（延期，原为 {Format.Day(finding.Deadline!.Value)}）"
        : finding.Deadline is { } deadline ? Format.Day(deadline)
        : finding.Issued is null ? "意见书未发" : "未写期限";

    /// <summary>The report of rectification: its day, or whether none is due yet or none has come.</summary>
    public static string Report(RectificationCase found) => found switch
    {
        { Finding.Reported: { } reported } => Format.Day(reported) + (found.DaysReportedLate > 0 ? $"（晚 {Days(found.DaysReportedLate.Value)}）" : ""),
        { DaysPast: > 0 } => "未收到",
        { DaysPast: not null } => "未到期",
        { Finding.Issued: null } => "意见书未发",
        _ => "未收到（没有写期限）",
    };

    /// <summary>Where a finding comes from.</summary>
    public static string Label(this FindingOrigin origin) => origin switch
    {
        FindingOrigin.Report => "督导报告",
        FindingOrigin.Survey => "满意度调查",
        FindingOrigin.Complaint => "投诉举报",
        _ => "监测",
    };

    /// <summary>Code of an origin, as in findings.csv.</summary>
    public static string Code(this FindingOrigin origin) => origin switch
    {
        FindingOrigin.Report => "report",
        FindingOrigin.Survey => "survey",
        FindingOrigin.Complaint => "complaint",
        _ => "monitoring",
    };

    /// <summary>逾期 2 项，整改中 1 项: what there is, in the order of the ledger; empty for nothing.</summary>
    public static string Counts(IReadOnlyList<int> byGroup) =>
        string.Join("，", Enum.GetValues<RectificationGroup>().Where(g => byGroup[(int)g] > 0).Select(g => $"{g.Label()} {Format.Number(byGroup[(int)g])} 项"));

    private static string Days(int days) => Format.Number(days) + " 天";
}
