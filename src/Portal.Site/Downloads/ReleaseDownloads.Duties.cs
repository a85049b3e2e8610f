using Portal.Domain.Data;
using Portal.Domain.Evaluation;

namespace Portal.Site.Downloads;

/// <content>Duties to publish as judged at the release's as-of day, and the visits that were counted.</content>
public sealed partial class ReleaseDownloads
{
    private IEnumerable<DownloadTable> Duties()
    {
        if (site.DutiesIn(release) is not { } book)
        {
            yield break;
        }

        yield return BySchool(
            "duties",
            DownloadKind.Result,
            "应公开的事项",
            [
                T("place", "县的代码"), T("school", "学校标识码，空着是县的事项"), T("duty", "事项"), T("label", "事项的名称"), T("period", "时期：年份、学期或督导的日期"), D("due", "最迟的日子，空着是不知道"),
                T("outcome", "published 已公开（做到），not-due 未到期，overdue 逾期，explained 有说明，withheld 不予公开，unknown 没有记录"), N("days_overdue", "逾期的天数，空着是没有逾期"), N("visits", "督导次数，只有按学期计次的事项有"),
                D("published", "公开的日子"), T("address", "网址"), T("file", "文件"), T("reason", "未公开的原话，或不予公开的依据"), T("expected", "预计公开的日子"),
            ],
            (to, county) =>
            {
                foreach (DutyState state in book.Of(county))
                {
                    Row(to, county, "", state);
                }

                foreach (School school in RowsOf(county).Select(row => release.Schools[row]).OrderBy(s => s.Id))
                {
                    foreach (DutyState state in book.Of(school))
                    {
                        Row(to, county, school.Id.Value, state);
                    }
                }
            });
        yield return new DownloadTable("visits", DownloadKind.Input, "督导", [T("subject", "县的代码或学校标识码"), D("date", "日期"), T("kind", "种类"), T("label", "种类的名称"), T("report", "报告")], to =>
        {
            foreach (Visit visit in release.Supervision.Visits.OrderBy(v => v.Subject, StringComparer.Ordinal).ThenBy(v => v.Date).ThenBy(v => v.Kind, StringComparer.Ordinal))
            {
                to.Text(visit.Subject);
                to.Day(visit.Date);
                to.Text(visit.Kind);
                to.Text(Vocabulary.Label("inspection", visit.Kind));
                to.Text(visit.Report);
                to.EndRow();
            }
        });
    }

    private static void Row(RowWriter to, PlaceCode county, string school, DutyState state)
    {
        to.Text(county.Value);
        to.Text(school);
        to.Text(state.Duty.Id);
        to.Text(state.Duty.Label);
        to.Text(state.Period);
        to.Day(state.Due);
        to.Text(state.Outcome switch
        {
            DutyOutcome.Published => "published",
            DutyOutcome.NotDue => "not-due",
            DutyOutcome.Overdue => "overdue",
            DutyOutcome.Explained => "explained",
            DutyOutcome.Withheld => "withheld",
            _ => "unknown",
        });
        to.Whole(state.Outcome == DutyOutcome.Overdue ? state.DaysOverdue : null);
        to.Whole(state.Clock.Kind == ClockKind.PerTerm ? state.Counted : null);
        to.Day(state.Record?.Published);
        to.Text(state.Record?.Address ?? "");
        to.Text(state.Record?.File ?? "");
        to.Text(state.Absence?.Reason ?? "");
        to.Text(state.Absence?.Expected.Text ?? "");
        to.EndRow();
    }
}
