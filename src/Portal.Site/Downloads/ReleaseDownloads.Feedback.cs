using Portal.Domain.Data;
using Portal.Site.Pages;

namespace Portal.Site.Downloads;

/// <content>How feedback was answered, and what was corrected.</content>
public sealed partial class ReleaseDownloads
{
    private DownloadTable Feedback() => new(
        "feedback",
        DownloadKind.Input,
        "反馈的答复情况",
        [T("place", "地方的代码"), T("month", "月份"), T("topic", "主题"), T("label", "主题的名称"), N("received", "收到，件"), N("answered", "答复，件"), N("median_days", "答复所用天数的中位数")],
        () => ByPlace(release.Supervision.Feedback.OrderBy(f => f.Place).ThenBy(f => f.Month, StringComparer.Ordinal).ThenBy(f => f.Topic, StringComparer.Ordinal), f => f.Place, (to, count) =>
        {
            to.Text(count.Place.Value);
            to.Text(count.Month);
            to.Text(count.Topic);
            to.Text(Vocabulary.Label("topic", count.Topic));
            to.Cell(count.Received);
            to.Cell(count.Answered);
            to.Cell(count.MedianDays);
        }));

    private DownloadTable Corrections() => new(
        "corrections",
        DownloadKind.Input,
        "勘误：改正了哪些格，原为、现为、原因",
        [T("erratum", "编号"), T("table", "表"), T("row", "行的主键，各部分用 / 连接"), T("column", "列，空着是整行"), T("was", "原为；按规定不予公布的写 c"), T("is", "现为；按规定不予公布的写 c"), T("reason", "原因"), D("date", "更正的日期")],
        to =>
        {
            foreach (Correction correction in release.Supervision.Corrections)
            {
                bool withheld = Fix.IsWithheld(site, release, correction);
                to.Text(correction.Id);
                to.Text(correction.Table);
                to.Text(correction.Row);
                to.Text(correction.Column);
                to.Text(withheld ? "c" : correction.Was);
                to.Text(withheld ? "c" : correction.Is);
                to.Text(correction.Reason);
                to.Day(correction.Date);
                to.EndRow();
            }
        });
}
