using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>The three sentences at the top of a school's page, from fixed templates; <c>**</c> marks the words that carry the message.</summary>
internal static class SchoolWords
{
    /// <summary>First sentence: how many standards are met, or why nothing is judged.</summary>
    /// <param name="stages">Stages under the main scheme.</param>
    /// <param name="setBy">Name of the place that set the standards.</param>
    /// <param name="type">Type of the school, e.g. 小学教学点.</param>
    /// <param name="host">Name of the school that counts this row, null where it counts itself.</param>
    /// <param name="county">Name of the county.</param>
    public static string Status(IReadOnlyList<SchoolStage> stages, string setBy, string type, string? host, string county)
    {
        SchoolStage[] judged = [.. stages.Where(s => s.Judged)];
        if (judged.Length == 0)
        {
            string reason = stages.Select(s => s.WhyNot).FirstOrDefault(w => w.Length > 0) ?? "";
            return host is not null ? $"这里的人数和条件**计入{host}**，不单独判断。"
                : stages.Count == 0 ? $"这是{type}，没有小学或初中学段，本站**不作判断**。"
                : reason.Length > 0 ? reason == type ? $"这是**{type}**，不按学校的办学标准判断。" : $"本校**不按办学标准判断**（{reason}），下面的数只供了解。"
                : $"本站没有收入{county}适用的学校办学标准，**只列数值，不作判断**。";
        }

        return stages.Count == 1
            ? $"{setBy}定的 {judged[0].Standards} 项办学标准，这所学校{Tally(judged[0])}。"
            : $"{setBy}定的办学标准：" + string.Join("；", stages.Select(s => s.Judged
                ? $"{s.Stage.Label} {s.Standards} 项{(Whole(s) ? "" : "中")}{Tally(s)}"
                : $"{s.Stage.Label}不作判断" + (s.WhyNot.Length > 0 ? $"（{s.WhyNot}）" : ""))) + "。";
    }

    /// <summary>Second sentence: what is missing in real units, or that nothing is.</summary>
    /// <param name="stages">Stages under the main scheme.</param>
    /// <param name="counts">The counts at the top, said where nothing is judged.</param>
    public static string Missing(IReadOnlyList<SchoolStage> stages, IReadOnlyList<SchoolCount> counts)
    {
        SchoolStage[] judged = [.. stages.Where(s => s.Judged)];
        if (judged.Length == 0)
        {
            string have = string.Join("，", counts.Where(c => c.Unit.Length > 0).Select(c => $"{c.Label} **{c.Value}** {c.Unit}"));
            return have.Length == 0 ? "学生数、教师数都还没有填报。" : $"现有{have}。";
        }

        SchoolStage[] lacking = [.. judged.Where(s => s.With(Outcome.NotMet).Any())];
        SchoolStage[] open = [.. judged.Where(s => s.With(Outcome.NotReported).Any())];
        string unknown = string.Join("；", open.Select(s => Of(s) + string.Join("、", s.With(Outcome.NotReported).Select(r => r.Indicator.Indicator.Short))));
        if (lacking.Length == 0)
        {
            return open.Length == 0 ? "各项都达到标准，**没有缺口**。" : $"**{unknown}没有数据**，暂时不能判断；其余各项没有缺口。";
        }

        string gaps = string.Join("；", lacking.Select(s => Of(s) + string.Join("、", s.With(Outcome.NotMet).Select(Gap))));
        return $"还差的是：{gaps}。" + (open.Length == 0 ? "" : $"{unknown}没有数据，暂时不能判断。");

        string Of(SchoolStage stage) => stages.Count > 1 ? stage.Stage.Label : "";
    }

    /// <summary>Third sentence: against the period before.</summary>
    /// <param name="now">Stages now.</param>
    /// <param name="before">Stages then, empty where the school was not there.</param>
    /// <param name="pupilsNow">Pupils now.</param>
    /// <param name="pupilsBefore">Pupils then.</param>
    /// <param name="period">The period now, e.g. 2023 年.</param>
    /// <param name="periodBefore">The period before, null where there is none.</param>
    /// <param name="newest">True where no newer period is published.</param>
    public static string Change(IReadOnlyList<SchoolStage> now, IReadOnlyList<SchoolStage> before, Amount pupilsNow, Amount pupilsBefore, string period, string? periodBefore, bool newest)
    {
        if (periodBefore is null)
        {
            return newest ? $"本站从 {period}起有这所学校的数据。" : $"本站只有这所学校 {period}的数据。";
        }

        int standards = now.Where(s => s.Judged).Sum(s => s.Standards);
        if (standards > 0 && standards == before.Where(s => s.Judged).Sum(s => s.Standards))
        {
            int lackNow = now.Sum(s => s.With(Outcome.NotMet).Count());
            int lackBefore = before.Sum(s => s.With(Outcome.NotMet).Count());
            bool open = now.Concat(before).Any(s => s.With(Outcome.NotReported).Any());
            return lackNow == 0 && lackBefore == 0 ? open ? $"{periodBefore}也没有未达标的项目。" : $"{periodBefore}同样全部达标。"
                : lackNow == 0 && !open ? $"{periodBefore}未达标的 {lackBefore} 项，现在都达标了。"
                : open && lackNow < lackBefore ? $"{periodBefore}未达标的是 {lackBefore} 项；有的项目缺数，两年不能对照。"
                : lackNow == lackBefore ? $"{periodBefore}未达标的也是 {lackNow} 项。"
                : $"未达标的项目由 {periodBefore}的 {lackBefore} 项{(lackNow < lackBefore ? "减到" : "增到")} {lackNow} 项。";
        }

        return !pupilsNow.IsKnown || !pupilsBefore.IsKnown ? $"{periodBefore}的学生数可以在下面对照。"
            : pupilsNow.Value == pupilsBefore.Value ? $"学生人数和 {periodBefore}相同。"
            : $"学生由 {periodBefore}的 {Format.Amount(pupilsBefore)} 人{(pupilsNow.Value < pupilsBefore.Value ? "减到" : "增到")} {Format.Amount(pupilsNow)} 人。";
    }

    /// <summary>Without the marks of weight.</summary>
    public static string Plain(string sentence) => sentence.Replace("**", "", StringComparison.Ordinal);

    private static string Tally(SchoolStage stage)
    {
        int met = stage.With(Outcome.Met).Count();
        int lacking = stage.With(Outcome.NotMet).Count();
        int open = stage.With(Outcome.NotReported).Count();
        int outside = stage.Standards - met - lacking - open;
        return Whole(stage) ? "**全部达标**"
            : " **" + string.Join("，", new[] { (met, "达标"), (lacking, "未达标"), (open, "暂无法判定"), (outside, "不适用") }.Where(t => t.Item1 > 0).Select(t => $"{t.Item1} 项{t.Item2}")) + "**";
    }

    private static bool Whole(SchoolStage stage) => stage.With(Outcome.Met).Count() == stage.Standards;

    private static string Gap(SchoolMeasure row) =>
        row.Indicator.Indicator.Better == Domain.Schemes.Better.Higher ? $"**{row.Thing} {row.Amount}**" : $"**{row.Thing}超出 {row.Amount}**";
}
