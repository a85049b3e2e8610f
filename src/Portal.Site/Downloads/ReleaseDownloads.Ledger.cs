using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Site.Text;

namespace Portal.Site.Downloads;

/// <content>The rectification ledger, with where each finding stood at the as-of day.</content>
public sealed partial class ReleaseDownloads
{
    private static readonly DownloadColumn[] LedgerColumns =
    [
        T("release", "发布号"), D("as_of", "截止日期：按这一天判断"), T("finding", "编号"), T("origin", "来自：report 督导报告，survey 满意度调查，complaint 投诉举报，monitoring 监测"), T("report", "报告"), T("place", "地方的代码"),
        T("place_name", "地方"), T("school", "学校标识码，空着是不针对某所学校"), T("matter", "事项"), T("problem", "问题"), T("demand", "要求"), T("responsible", "责任单位或职务"), T("notice", "意见书文号"),
        D("issued", "意见书发出"), D("deadline", "意见书写的期限，空着是没有写"), D("extended_to", "延期至"), D("planned", "整改方案"), D("reported", "整改报告"), D("checked", "核查"), T("result", "核查结果"),
        T("state", "本站按截止日期判断的状态"), N("days_overdue", "逾期天数：期限的第二天算 1；没有逾期的空着"), T("appeal", "申辩"), T("measure", "问责措施"), T("repeat_of", "重复于：首次发现的编号"), T("evidence", "依据"),
    ];

    /// <summary>A place's rows of the ledger: what its page offers.</summary>
    public DownloadTable RectificationOf(PlaceCode place) =>
        new("rectification", DownloadKind.Result, "整改台账", LedgerColumns, () => ByPlace(site.LedgerOf(release)!.Of(place), c => c.Finding.Place, Case));

    private IEnumerable<DownloadTable> Rectification()
    {
        if (site.LedgerOf(release) is { } ledger)
        {
            yield return new DownloadTable("rectification", DownloadKind.Result, "整改台账", LedgerColumns, () => ByPlace(ledger.Cases, c => c.Finding.Place, Case));
        }
    }

    private void Case(RowWriter to, RectificationCase found)
    {
        Finding f = found.Finding;
        to.Text(release.Id.ToString());
        to.Day(found.AsOf);
        to.Text(f.Id);
        to.Text(f.Origin.Code());
        to.Text(f.Report);
        to.Text(f.Place.Value);
        to.Text(site.Data.Places[f.Place].Name);
        to.Text(f.School?.Value ?? "");
        to.Text(Vocabulary.Label("matter", f.Matter));
        to.Text(f.Problem);
        to.Text(f.Demand);
        to.Text(f.Responsible);
        to.Text(f.Notice);
        to.Day(f.Issued);
        to.Day(f.Deadline);
        to.Day(f.ExtendedTo);
        to.Day(f.Planned);
        to.Day(f.Reported);
        to.Day(f.Checked);
        to.Text(f.Result.Length > 0 ? Vocabulary.Label("rectification-result", f.Result) : "");
        to.Text(found.State.Label());
        to.Whole(found.State == RectificationState.Overdue ? found.DaysPast : null);
        to.Text(f.Appeal);
        to.Text(f.Measure.Length > 0 ? Vocabulary.Label("accountability", f.Measure) : "");
        to.Text(f.RepeatOf);
        to.Text(f.Evidence);
    }
}
