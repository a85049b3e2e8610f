using System.Globalization;
using Portal.Domain.Data;
using Portal.Domain.Schemes;

namespace Portal.Site.Downloads;

/// <content>The schemes as they were used at the release's date.</content>
public sealed partial class ReleaseDownloads
{
    private IEnumerable<DownloadTable> SchemeTables(Scheme scheme)
    {
        string folder = $"scheme-{scheme.Id}/";
        DateOnly day = release.RuleDate;
        yield return new DownloadTable(
            folder + "indicators",
            DownloadKind.Scheme,
            $"{scheme.Short}：指标",
            [
                T("indicator", "指标"), T("label", "名称"), T("short", "简称"), T("unit", "单位"), N("decimals", "页面上的小数位"), T("numerator", "分子：schools.csv 各列的加减"), T("per", "分母"),
                T("split", "yes：几个学段共用的，按学生数乘权重分"), T("better", "higher 越高越好，lower 越低越好"), T("use", "coefficient 差异系数，standard 达标，both 都用"), T("source", "依据"),
            ],
            to =>
            {
                foreach (Indicator i in scheme.Indicators)
                {
                    to.Text(i.Id.Value);
                    to.Text(i.Label);
                    to.Text(i.Short);
                    to.Text(i.Unit);
                    to.Whole(i.Decimals);
                    to.Text(Sum(i.Numerator));
                    to.Text(i.Per.Factor == 1 ? i.Per.Column : $"{i.Per.Column}/{Number(1 / i.Per.Factor)}");
                    to.Text(i.Split ? "yes" : "no");
                    to.Text(i.Better == Better.Higher ? "higher" : "lower");
                    to.Text(i.Use.HasFlag(IndicatorUse.Coefficient | IndicatorUse.Standard) ? "both" : i.Use.HasFlag(IndicatorUse.Coefficient) ? "coefficient" : "standard");
                    to.Text(i.Source);
                    to.EndRow();
                }
            });
        yield return new DownloadTable(
            folder + "standards",
            DownloadKind.Scheme,
            $"{scheme.Short}：达标标准",
            [T("indicator", "指标"), T("stage", "学段"), T("place", "对哪里适用，连同其下各地"), D("from", "起"), D("until", "止"), N("value", "标准"), N("floor", "豁免的一项至少要达到标准的几成"), T("source", "依据")],
            to =>
            {
                foreach (Standard s in scheme.Standards.Where(s => s.From <= day && (s.Until is null || day <= s.Until)))
                {
                    to.Text(s.Indicator.Value);
                    to.Text(s.Stage.Value);
                    to.Text(s.Place.Value);
                    to.Day(s.From);
                    to.Day(s.Until);
                    to.Cell(s.Value);
                    to.Cell(s.Floor ?? Cell.Blank);
                    to.Text(s.Source);
                    to.EndRow();
                }
            });
        yield return new DownloadTable(
            folder + "limits",
            DownloadKind.Scheme,
            $"{scheme.Short}：限值",
            [T("stage", "学段，空着是不分学段"), T("what", "指标；each 每个单项，composite 综合，government 政府工作，satisfaction 满意度"), T("place", "对哪里适用，连同其下各地"), D("from", "起"), D("until", "止"), N("limit", "限值"), T("sense", "at_most 不高于，at_least 不低于"), T("source", "依据")],
            to =>
            {
                foreach (Limit l in scheme.Limits.Where(l => l.From <= day && (l.Until is null || day <= l.Until)))
                {
                    to.Text(l.Stage?.Value ?? "");
                    to.Text(l.What);
                    to.Text(l.Place.Value);
                    to.Day(l.From);
                    to.Day(l.Until);
                    to.Cell(l.Value);
                    to.Text(RowWriter.Word(l.Sense));
                    to.Text(l.Source);
                    to.EndRow();
                }
            });
    }

    /// <summary>A sum of columns as indicators.csv writes it: <c>teaching_area - indoor_sports_area</c>, <c>equipment*10000</c>.</summary>
    private static string Sum(IReadOnlyList<Term> terms) => string.Concat(terms.Select((term, i) =>
        (i == 0 ? term.Factor < 0 ? "-" : "" : term.Factor < 0 ? " - " : " + ") + term.Column + (Math.Abs(term.Factor) == 1 ? "" : "*" + Number(Math.Abs(term.Factor)))));

    private static string Number(double value) => ((decimal)value).ToString(CultureInfo.InvariantCulture);
}
