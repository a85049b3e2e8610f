using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;

namespace Portal.Site.Downloads;

/// <content>Results of items and gates, the schools' own outcomes, and the coefficients of earlier periods that items look back to.</content>
public sealed partial class ReleaseDownloads
{
    private const string OutcomeMeaning = "met 达到，not_met 未达到，not_reported 暂无法判定，not_applicable 不适用";

    private IEnumerable<DownloadTable> Verdicts()
    {
        if (schemes.Any(s => s.Standards.Count > 0))
        {
            yield return SchoolOutcomes();
        }

        if (schemes.Any(s => s.Items.Count > 0))
        {
            yield return Items();
        }

        if (schemes.Any(s => s.Gates.Count > 0))
        {
            yield return Gates();
        }
    }

    /// <summary>Coefficients of the earlier periods as they were published, where an item looks back to them.</summary>
    private IEnumerable<DownloadTable> History()
    {
        Release[] earlier = [.. seen.Where(r => r.Id != release.Id && r.Schools.Count > 0)];
        if (earlier.Length > 0 && schemes.SelectMany(s => s.Items).Any(i => i.Rule == ItemRule.CoefficientHistory))
        {
            ReleaseDownloads[] downloads = [.. earlier.Select(r => new ReleaseDownloads(site, r, partsAbove))];
            yield return new DownloadTable("history", DownloadKind.Input, "以前各期的差异系数，取自那一期的发布", CoefficientColumns, () =>
                downloads.SelectMany(before => ByCounty(Counties.Where(c => !before.release.Schools.RowsOf(c).Equals(0..0)), before.Coefficients)));
        }
    }

    private DownloadTable SchoolOutcomes() => BySchool(
        "school-outcomes",
        DownloadKind.Result,
        "学校达标：每所学校（学部）的结论",
        [
            T("release", "发布号"), T("place", "县的代码"), T("school", "学校标识码"), T("scheme", "办法"), T("stage", "学段"), N("met", "达到的项数"), N("not_met", "未达到的项数"), N("not_reported", "缺数的项数"),
            T("outcome", OutcomeMeaning + "；按 scheme.json 的 school_rule"), T("left_out", "不计入达标的原因，空着是计入"), NatureColumn,
        ],
        (to, county) => EachPart(county, (result, nature) =>
        {
            SchoolIndicator[] judged = [.. result.Judged];
            to.Text(release.Id.ToString());
            to.Text(result.Part.School.Place.Value);
            to.Text(result.Part.School.Id.Value);
            to.Text(result.Scheme.Id.Value);
            to.Text(result.Part.Stage.Value);
            to.Whole(judged.Count(i => i.Outcome == Outcome.Met));
            to.Whole(judged.Count(i => i.Outcome == Outcome.NotMet));
            to.Whole(judged.Count(i => i.Outcome == Outcome.NotReported));
            to.Outcome(result.Outcome);
            to.Text(result.LeftOut ?? "");
            to.Text(nature);
            to.EndRow();
        }));

    private DownloadTable Items() => new(
        "items",
        DownloadKind.Result,
        "各县逐项的结果",
        [
            T("release", "发布号"), T("place", "县的代码"), T("scheme", "办法"), T("item", "项目，见 scheme-*/items.csv"), T("group", "哪一类"), T("label", "项目的文字"), N("value", "比较的值：比例、学校数、分数等，随规则"),
            N("threshold", "限值"), T("unit", "单位"), T("outcome", OutcomeMeaning + "；得分只在关口里合计判定"), NatureColumn, T("not_reported", "缺什么"), T("failing", "哪里没有达到"),
        ],
        () => ByCounty(Counties, (to, county) => EachVerdict(county, (verdict, scheme, nature) =>
        {
            foreach (ItemResult result in verdict.Items)
            {
                to.Text(release.Id.ToString());
                to.Text(verdict.Place.Value);
                to.Text(scheme.Id.Value);
                to.Text(result.Item.Id.Value);
                to.Text(result.Item.Group);
                to.Text(result.Item.Label);
                if (result.Item.Rule == ItemRule.CoefficientHistory && LooksAtClosed(result.Item, verdict.Place))
                {
                    Rounded(to, result.Value, result.Item.Threshold.Value, Sense.AtMost);
                }
                else
                {
                    to.Number(result.Value);
                }

                to.Cell(result.Item.Threshold);
                to.Text(result.Item.Unit);
                to.Outcome(result.Outcome);
                to.Text(nature);
                to.Text(string.Join('；', result.NotReported));
                to.Text(string.Join('；', result.Failing));
                to.EndRow();
            }
        })));

    private DownloadTable Gates() => new(
        "verdicts",
        DownloadKind.Result,
        "各县逐关的结果和整体的结果",
        [
            T("release", "发布号"), T("place", "县的代码"), T("scheme", "办法"), T("gate", "关口；whole 是整体"), T("line", "关口里的第几行"), T("stage", "学段，空着是不分学段"), T("label", "关口的名称"),
            N("value", "比较的值：达到的学校数或项数、系数、分数、满意率（%）"), N("of", "总数"), N("limit", "限值"), T("sense", "at_most 不高于，at_least 不低于"), T("outcome", OutcomeMeaning), NatureColumn,
            T("not_reported", "缺什么"), T("failing", "哪里没有达到"),
        ],
        () => ByCounty(Counties, (to, county) => EachVerdict(county, (verdict, scheme, nature) =>
        {
            string gate = "";
            int number = 0;
            foreach (GateLine line in verdict.Lines)
            {
                number = line.Gate.Id == gate ? number + 1 : 1;
                gate = line.Gate.Id;
                Head(to, verdict, scheme, gate, number, line.Stage?.Value ?? "", line.Gate.Label);
                if (line.Gate.Kind == GateKind.Coefficients && line.Stage is { } stage && Withholding.OfDigits(Vocabulary, scheme, stage, release, verdict.Place))
                {
                    Rounded(to, line.Value, line.Limit, line.Sense);
                }
                else if (line.IsWithheld)
                {
                    to.Cell(Cell.Without(CellState.Withheld));
                }
                else
                {
                    to.Number(line.Value);
                }

                to.Number(line.Of);
                to.Number(line.Limit);
                to.Text(double.IsNaN(line.Limit) ? "" : RowWriter.Word(line.Sense));
                to.Outcome(line.Outcome);
                to.Text(nature);
                to.Text(string.Join('；', line.NotReported));
                to.Text(string.Join('；', line.Failing));
                to.EndRow();
            }

            Head(to, verdict, scheme, "whole", 1, "", "整体");
            to.Blank();
            to.Blank();
            to.Blank();
            to.Blank();
            to.Outcome(verdict.Outcome);
            to.Text(nature);
            to.Blank();
            to.Blank();
            to.EndRow();
        })));

    private void Head(RowWriter to, Verdict verdict, Scheme scheme, string gate, int line, string stage, string label)
    {
        to.Text(release.Id.ToString());
        to.Text(verdict.Place.Value);
        to.Text(scheme.Id.Value);
        to.Text(gate);
        to.Whole(line);
        to.Text(stage);
        to.Text(label);
    }

    // A coefficient with no more digits than its page prints: from more, small counts could be solved for.
    private static void Rounded(RowWriter to, double value, double limit, Sense sense)
    {
        if (double.IsNaN(value))
        {
            to.Blank();
        }
        else
        {
            to.Printed(double.IsNaN(limit) ? Comparison.Print(value, 3) : Comparison.Print(value, 3, limit, sense));
        }
    }

    private bool LooksAtClosed(Item item, PlaceCode county) =>
        site.Data.Scheme(new SchemeId(item.Input(ItemToken.Scheme)?.Text ?? "")) is { } other
        && other.Stages.Where(s => item.Stage is null || s.Id == item.Stage).Any(s => seen.Any(r => Withholding.OfDigits(Vocabulary, other, s.Id, r, county)));

    private void EachVerdict(PlaceCode county, Action<Verdict, Scheme, string> write)
    {
        foreach (Scheme scheme in schemes)
        {
            if (site.Findings.Verdict(release.Id, county, scheme.Id) is { } verdict)
            {
                write(verdict, scheme, Nature(scheme, county));
            }
        }
    }

    /// <summary>Every school part of a county by every scheme with standards.</summary>
    private void EachPart(PlaceCode county, Action<SchoolResult, string> write)
    {
        foreach (Scheme scheme in schemes.Where(s => s.Standards.Count > 0))
        {
            string nature = Nature(scheme, county);
            foreach (Stage stage in scheme.Stages)
            {
                StageResult? result = site.Findings.Find(release.Id, county, scheme.Id, stage.Id);
                StageStandards asked = StageStandards.Of(site.Data, release, scheme, stage.Id, county);
                foreach (int row in RowsOf(county))
                {
                    if (StageScope.PartOf(site.Data, release, scheme, stage.Id, row) is { } part)
                    {
                        write(SchoolResult.Compute(asked, part, result), nature);
                    }
                }
            }
        }
    }
}
