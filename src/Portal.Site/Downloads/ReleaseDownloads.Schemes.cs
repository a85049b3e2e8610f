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
        if (scheme.Items.Count > 0)
        {
            yield return ItemsOf(scheme, folder, day);
        }

        if (scheme.Allowances.Count > 0)
        {
            yield return AllowancesOf(scheme, folder, day);
        }
    }

    private static DownloadTable ItemsOf(Scheme scheme, string folder, DateOnly day) => new(
        folder + "items",
        DownloadKind.Scheme,
        $"{scheme.Short}：逐项的规则",
        [
            T("item", "项目"), T("group", "哪一类，关口按类取"), N("order", "文件里的第几项"), T("label", "文件的文字"), T("rule", "规则"), T("inputs", "用什么：government.csv 的数据项、schools.csv 的列、finance.csv 的度量等"),
            T("stage", "学段，空着是各学段"), T("place", "对哪里适用，连同其下各地"), D("from", "起"), D("until", "止"), N("threshold", "限值"), T("unit", "单位"), N("points", "满分"), T("veto", "yes：一票否决"), T("source", "依据"),
        ],
        to =>
        {
            foreach (Item item in scheme.Items.Where(i => i.From <= day && (i.Until is null || day <= i.Until)))
            {
                to.Text(item.Id.Value);
                to.Text(item.Group);
                to.Whole(item.Order);
                to.Text(item.Label);
                to.Text(RuleWord(item.Rule));
                to.Text(string.Join(' ', item.Inputs));
                to.Text(item.Stage?.Value ?? "");
                to.Text(item.Place.Value);
                to.Day(item.From);
                to.Day(item.Until);
                to.Cell(item.Threshold);
                to.Text(item.Unit);
                to.Cell(item.Points);
                to.Text(item.Veto ? "yes" : "no");
                to.Text(item.Source);
                to.EndRow();
            }
        });

    private static DownloadTable AllowancesOf(Scheme scheme, string folder, DateOnly day) => new(
        folder + "allowances",
        DownloadKind.Scheme,
        $"{scheme.Short}：放宽规定",
        [
            T("allowance", "编号"), T("label", "对谁放宽"), T("applies_to", "放宽哪个指标或项目"), T("stage", "学段，空着是各学段"), T("place", "哪里采用，连同其下各地；空着是暂不采用"), D("from", "起"), D("until", "止"),
            T("conditions", "条件，须同时满足"), T("replaces", "换成什么：standard 标准，numerator 另计入的列，threshold 限值"), T("source", "依据"),
        ],
        to =>
        {
            foreach (Allowance allowance in scheme.Allowances.Where(a => a.From <= day && (a.Until is null || day <= a.Until)))
            {
                to.Text(allowance.Id);
                to.Text(allowance.Label);
                to.Text(allowance.AppliesTo);
                to.Text(allowance.Stage?.Value ?? "");
                to.Text(allowance.Place?.Value ?? "");
                to.Day(allowance.From);
                to.Day(allowance.Until);
                to.Text(string.Join(' ', allowance.Conditions.Select(Words)));
                to.Text(allowance.Replaces switch
                {
                    Replacement.StandardIs standard => "standard=" + standard.Value,
                    Replacement.NumeratorGains gains => "numerator+=" + Sum([gains.Term]),
                    Replacement.ThresholdIs threshold => "threshold=" + threshold.Value,
                    _ => throw new ArgumentException("An unknown replacement.", nameof(scheme)),
                });
                to.Text(allowance.Source);
                to.EndRow();
            }
        });

    private static string Words(AllowanceCondition condition) => condition switch
    {
        AllowanceCondition.OneOf one => (one.Word switch { SchoolWord.Type => "types:", SchoolWord.UrbanRural => "urban:", _ => "sponsors:" }) + string.Join(',', one.Codes),
        AllowanceCondition.Compared compared => compared.Name
            + (compared.Relation switch { Relation.Below => "<", Relation.AtMost => "<=", Relation.AtLeast => ">=", Relation.Above => ">", _ => "=" }) + compared.Number,
        _ => throw new ArgumentException("An unknown condition.", nameof(condition)),
    };

    private static string RuleWord(ItemRule rule) => rule switch
    {
        ItemRule.Share => "share",
        ItemRule.Ceiling => "ceiling",
        ItemRule.RoomsPerClasses => "rooms-per-classes",
        ItemRule.ClassesOver => "classes-over",
        ItemRule.Growth => "growth",
        ItemRule.Compare => "compare",
        ItemRule.Score => "score",
        ItemRule.Document => "document",
        ItemRule.RecognisedYears => "recognised-years",
        ItemRule.CoefficientHistory => "coefficient-history",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "No such rule."),
    };

    /// <summary>A sum of columns as indicators.csv writes it: <c>teaching_area - indoor_sports_area</c>, <c>equipment*10000</c>.</summary>
    private static string Sum(IReadOnlyList<Term> terms) => string.Concat(terms.Select((term, i) =>
        (i == 0 ? term.Factor < 0 ? "-" : "" : term.Factor < 0 ? " - " : " + ") + term.Column + (Math.Abs(term.Factor) == 1 ? "" : "*" + Number(Math.Abs(term.Factor)))));

    private static string Number(double value) => ((decimal)value).ToString(CultureInfo.InvariantCulture);
}
