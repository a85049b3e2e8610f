using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Charts;
using Portal.Site.Pages;

namespace Portal.Site.Text;

/// <summary>Words of surveys.</summary>
internal static class SurveyText
{
    /// <summary>An interval in print: 80.2%—93.0%.</summary>
    public static string Interval(RateInterval interval) => $"{Comparison.Print(interval.Low, 1)}%—{Comparison.Print(interval.High, 1)}%";

    /// <summary>The official outcome by the rate itself, and beside it what the interval says, or why there is none.</summary>
    public static IReadOnlyList<string> Readings(SiteContext site, SurveyResult result)
    {
        string design = site.Data.Vocabulary.Label("survey-design", result.Survey.Design);
        List<string> lines =
        [
            SurveyRows.IsJudged(result)
                ? $"按满意率本身判断：**{SurveyRows.Word(site, result)}**。这是本站测算，依据：{result.Limit!.Source}。"
                : "这次调查不用于关口，不判断达到没有。",
        ];
        if (result.Whole.Interval is { } interval)
        {
            string z = Comparison.Print(SurveyArithmetic.Z, 2);
            lines.Add($"随机抽样，满意率的 95% 置信区间是 {Interval(interval)}（Wilson 方法，z = {z}）：" + (result.Limit is not { } limit ? "换一批人来答，多半也在这个范围里。"
                : result.IsAstride ? $"区间跨过 {limit.Value}%，样本不足以断定。"
                : interval.Low >= limit.Value.Value ? $"整个区间不低于 {limit.Value}%。" : $"整个区间低于 {limit.Value}%。"));
        }
        else if (result.IsRandom)
        {
            lines.Add("没有可以公布的满意率，也就没有置信区间。");
        }
        else
        {
            lines.Add(result.Survey.Design == "census"
                ? "全员调查，没有抽样，不算置信区间。"
                : $"抽样是“{design}”，不是随机抽样：误差有多大算不出来，所以不给置信区间。");
        }

        return lines;
    }

    /// <summary>A duty in print.</summary>
    public static SurveyDutyRow Duty(SurveyDuty duty)
    {
        (string label, string unit, int decimals) = duty.What switch
        {
            "sample-share" => ("发放份数占常住人口", "‰", 2),
            "sample-least" => ("发放份数", " 份", 0),
            "parents-share" => ("家长占有效问卷", "%", 1),
            _ => ("有效份数占发放份数", "%", 1),
        };
        Limit limit = duty.Limit;
        return new SurveyDutyRow(
            label,
            double.IsNaN(duty.Value) ? "待填报" : decimals == 0 ? Format.Number(duty.Value) + unit : Comparison.Print(duty.Value, decimals, limit.Value.Value, limit.Sense) + unit,
            $"{(limit.Sense == Sense.AtLeast ? "≥" : "≤")} {limit.Value}{unit}",
            duty.Outcome,
            ItemText.Word(duty.Outcome, false),
            limit.Source);
    }

    /// <summary>A question in print.</summary>
    public static SurveyQuestionBlock Question(SiteContext site, string place, SurveyResult result, SurveyQuestion question, int number)
    {
        string Label(string group) => site.Data.Vocabulary.Label("group", group);
        StackRow[] rows =
        [
            .. question.Rows.Select(r => new StackRow(
                $"{Label(r.Group)}，{Format.Number(r.Base)} 份",
                r.Counts.All(c => c.HasValue) && r.Base > 0 ? [.. r.Counts.Select(c => c.Value / r.Base * 100)] : [],
                r.Counts.Any(c => c.State == CellState.Withheld) ? "不予公布" : "待填报")),
        ];
        string[] withheld = [.. question.Rows.Where(r => r.Counts.Any(c => c.State == CellState.Withheld)).Select(r => Label(r.Group))];
        string description = string.Join("；", question.Rows.Select(r => r.Counts.All(c => c.HasValue) && r.Base > 0
            ? $"{Label(r.Group)} {string.Join("，", question.Answers.Zip(r.Counts, (a, c) => $"{a} {Comparison.Print(c.Value / r.Base * 100, 1)}%"))}"
            : Label(r.Group) + "没有可以公布的数")) + "。";
        return new SurveyQuestionBlock(
            question.Text,
            new StackFigure($"q{number + 1}", $"{place}：{question.Text}，各群体的答案", description, question.Answers, rows),
            question.Answers,
            [.. question.Rows.Select(r => new SurveyAnswersRow(
                Label(r.Group),
                Format.Number(r.Base),
                [.. r.Counts.Select(c => c.HasValue ? $"{Format.Cell(c)}（{Share(c, r.Base)}）" : Format.Cell(c))],
                [.. question.Answers.SelectMany(answer => Fix.OfSurvey(site, result.Release, "survey-answers", result.Survey.Id, result.Survey.Place.Value, r.Group, question.Text, answer)
                    .Select(f => f with { Label = $"“{answer}”的{f.Label}" }))]))],
            withheld.Length > 0 ? $"不予公布：{string.Join("、", withheld)}。" : "");
    }

    /// <summary>A share in print.</summary>
    public static string Share(Cell count, double of) => count.HasValue && of > 0 ? Comparison.Print(count.Value / of * 100, 1) + "%" : Format.Cell(count);
}
