using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Text;

namespace Portal.Site.Downloads;

/// <content>Results: coefficients of counties, standards of schools.</content>
public sealed partial class ReleaseDownloads
{
    private static readonly DownloadColumn NatureColumn = T("nature", "computed 测算：本站按公式算出；reference 差距：本县没有申报，只作参考。都不是认定，认定见 procedure.csv");

    private static readonly DownloadColumn[] CoefficientColumns =
    [
        T("release", "发布号"), T("place", "县的代码"), T("scheme", "办法"), T("stage", "学段"), T("indicator", "指标；composite 是综合"), N("schools", "进入计算的学校（学部）数"),
        N("missing", "应计入而缺数的学校（学部）数"), N("pupils", "计入范围内的学生数"), N("mean", "全县均值：合计除以学生数"), N("standard_deviation", "按学生数加权的总体标准差"), N("coefficient", "差异系数"),
        N("limit", "限值，空着是没有"), T("sense", "at_most 不高于，at_least 不低于"), T("outcome", "met 在限值内，not_met 超过，not_reported 暂无法判定，not_applicable 不判断"), NatureColumn, T("comparable", "no：学校太少，不具可比性，没有系数"), T("note", "说明"),
    ];

    private static readonly DownloadColumn[] AttainmentColumns =
    [
        T("release", "发布号"), T("place", "县的代码"), T("school", "学校标识码"), T("scheme", "办法"), T("stage", "学段"), T("indicator", "指标"), N("value", "本校的值"), N("standard", "标准"),
        N("floor", "豁免的一项至少要达到标准的几成，空着是没有"), N("county_mean", "全县均值"), T("outcome", "met 达到，not_met 未达到，not_reported 暂无法判定，not_applicable 不适用"),
        N("shortfall", "差多少，按实物单位：标准乘学生数，减去现有"), T("left_out", "不计入达标的原因，空着是计入"), T("allowances", "适用的放宽规定，见 scheme-*/allowances.csv"), NatureColumn,
    ];

    private void Coefficients(RowWriter to, PlaceCode county)
    {
        foreach (Scheme scheme in schemes)
        {
            string nature = Nature(scheme, county);
            foreach (Stage stage in scheme.Stages)
            {
                if (site.Findings.Find(release.Id, county, scheme.Id, stage.Id) is { } result)
                {
                    Stage(to, scheme, result, nature);
                }
            }
        }
    }

    private void Stage(RowWriter to, Scheme scheme, StageResult result, string nature)
    {
        bool total = Vocabulary.Column("pupils_" + result.Stage.Value) is { } pupils && Withholding.OfTotal(pupils, release, result.Place);
        bool anySmall = false;
        foreach (Indicator indicator in scheme.CoefficientIndicators)
        {
            bool closed = Withholding.OfSchools(Vocabulary, indicator, result.Stage, release, result.Place);
            anySmall |= closed;
            Row(to, scheme, result, indicator.Id, result.Of(indicator.Id), nature, total, closed, Withholding.OfMean(Vocabulary, indicator, result.Stage, release, result.Place));
        }

        if (scheme.Composite)
        {
            Row(to, scheme, result, IndicatorId.Composite, result.Composite, nature, total, anySmall, false);
        }
    }

    private void Row(RowWriter to, Scheme scheme, StageResult stage, IndicatorId indicator, IndicatorResult? result, string nature, bool noTotal, bool closed, bool noMean)
    {
        to.Text(release.Id.ToString());
        to.Text(stage.Place.Value);
        to.Text(scheme.Id.Value);
        to.Text(stage.Stage.Value);
        to.Text(indicator.Value);
        to.Whole(result?.Schools ?? (stage.Schools - stage.UnknownPupils));
        to.Whole(result?.Missing ?? stage.UnknownPupils);
        Guarded(to, stage.Pupils, noTotal);
        Guarded(to, result?.Mean ?? double.NaN, noMean);
        // From a deviation and a coefficient of many digits small counts could be solved for.
        Guarded(to, result?.StandardDeviation ?? double.NaN, closed);
        if (closed && result is { HasValue: true })
        {
            to.Printed(Format.Coefficient(result));
        }
        else
        {
            to.Number(result?.Value ?? double.NaN);
        }

        to.Cell(result?.Limit?.Value ?? Cell.Blank);
        to.Text(result?.Limit is { } limit ? RowWriter.Word(limit.Sense) : "");
        to.Outcome(result?.Outcome ?? Outcome.NotApplicable);
        to.Text(nature);
        to.Text(stage.Comparable ? "yes" : "no");
        to.Text(Note(stage, result, closed));
        to.EndRow();
    }

    private static string Note(StageResult stage, IndicatorResult? result, bool closed) =>
        result is null ? stage.Schools == 0 ? "没有计入的学校" : $"仅 {stage.Schools} 所学校，不具可比性"
        : result.Missing > 0 ? $"{result.Missing} 所学校缺数，按 {result.Schools} 所计算"
        : !result.HasValue ? "均值为 0，无法计算"
        : closed ? "所用的列不予公布，系数只印到页面上的位数"
        : "";

    private static void Guarded(RowWriter to, double value, bool withheld)
    {
        if (withheld && !double.IsNaN(value))
        {
            to.Missing(CellState.Withheld);
        }
        else
        {
            to.Number(value);
        }
    }

    private DownloadTable Attainment() => BySchool(
        "attainment", DownloadKind.Result, "学校达标：逐项", AttainmentColumns, (to, county) => EachPart(county, (school, nature) => School(to, school, nature)));

    private void School(RowWriter to, SchoolResult school, string nature)
    {
        foreach (SchoolIndicator indicator in school.Judged)
        {
            to.Text(release.Id.ToString());
            to.Text(school.Part.School.Place.Value);
            to.Text(school.Part.School.Id.Value);
            to.Text(school.Scheme.Id.Value);
            to.Text(school.Part.Stage.Value);
            to.Text(indicator.Indicator.Id.Value);
            to.Amount(indicator.Value);
            to.Cell(indicator.Standard!.Value);
            to.Cell(indicator.Standard.Floor ?? Cell.Blank);
            if (Withholding.OfMean(Vocabulary, indicator.Indicator, school.Part.Stage, release, school.Part.School.Place))
            {
                to.Missing(CellState.Withheld);
            }
            else
            {
                to.Number(indicator.CountyMean);
            }

            to.Outcome(indicator.Outcome);
            to.Number(indicator.Shortfall);
            to.Text(school.LeftOut ?? "");
            to.Text(string.Join(' ', indicator.Allowances.Select(a => a.Allowance.Id)));
            to.Text(nature);
            to.EndRow();
        }
    }
}
