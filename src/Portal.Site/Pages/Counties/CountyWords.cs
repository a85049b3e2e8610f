using System.Globalization;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>The three plain sentences of a county, made from the data by fixed templates. <c>**</c> marks the words that carry the message.</summary>
public static class CountyWords
{
    /// <summary>Recognition; what was worked out; the schools, or the documents where there are none.</summary>
    public static IReadOnlyList<string> Lead(CountyContext county, CountySchools? schools, PublishedPart published) =>
        [Recognition(county), county.HasSchools ? Computed(county) : PublishedWords.Coefficients(published), schools is null ? PublishedWords.Documents(published) : Schools(schools)];

    /// <summary>What is on record of recognition, scheme by scheme.</summary>
    public static string Recognition(CountyContext county)
    {
        List<string> parts = [];
        foreach (Scheme scheme in county.Schemes)
        {
            Road road = county.Road(scheme);
            string year = road.Decisive?.Done.Year is { } y ? y.ToString(CultureInfo.InvariantCulture) + " 年" : "（日期不详）";
            string? part = road.Standing switch
            {
                Standing.Recognised => $"{year}通过义务教育**{scheme.Short}**认定",
                Standing.Deferred => $"{year}被**推迟**义务教育{scheme.Short}认定",
                Standing.Withdrawn => $"{year}被**撤销**义务教育{scheme.Short}认定",
                Standing.Applied => $"已申报义务教育{scheme.Short}认定，还没有结果",
                _ => county.PublishedOnly ? null : scheme.Id == county.Main?.Id ? $"没有义务教育{scheme.Short}认定的记录" : $"尚未申报{scheme.Short}",
            };
            if (part is not null)
            {
                parts.Add(part);
            }
        }

        if (parts.Count == 0)
        {
            return $"本站收录的文件没有写明{county.Place.Name}是否通过认定。";
        }

        string said = string.Join("；", parts);
        return $"{county.Place.Name}{(char.IsAsciiDigit(said[0]) ? " " : "")}{said}。";
    }

    /// <summary>The state of each stage by the main scheme, with margin and change.</summary>
    public static string Computed(CountyContext county)
    {
        if (county.Main is not { } scheme)
        {
            return $"{Format.Period(county.Release.Id.Period)}有学校数据，没有适用的办法，本站不作测算。";
        }

        IReadOnlyList<string> parts = [.. county.States(scheme).Select(state => Stage(county, scheme, state))];
        string late = county.PeriodNotReported is { } period ? $"{Format.Period(period)}数据**待填报**。" : "";
        string others = string.Concat(county.Schemes.Where(s => s.Id != scheme.Id && s.Limits.Count > 0 && !county.ForReference(s)).Select(s => Other(county, s)));
        string whole = county.Verdict(scheme) is { } verdict && !county.ForReference(scheme) ? $"；{scheme.Short}的全部关口合起来，{CountyVerdict.Whole(scheme, verdict, "**")}" : "";
        return $"{late}按 {Format.Period(county.Release.Id.Period)}数据测算，{string.Join("；", parts)}{whole}{others}。";
    }

    // A further scheme that the county has applied for: what is over its limits, or that nothing is.
    private static string Other(CountyContext county, Scheme scheme)
    {
        if (county.Verdict(scheme) is { } verdict)
        {
            return $"；{scheme.Short}的全部关口合起来，{CountyVerdict.Whole(scheme, verdict, "**")}";
        }

        StageState[] judged = [.. county.States(scheme).Where(s => s.Judged > 0)];
        string[] over = [.. judged.Where(s => s.Over > 0).Select(s => $"{s.Label} **{s.Over} 项超过限值**")];
        return judged.Length == 0 ? "" : $"；按{scheme.Short}的办法，" + (over.Length > 0 ? string.Join("、", over) : "各单项都在限值内");
    }

    private static string Schools(CountySchools schools)
    {
        string head = $"{Format.Number(schools.Count)} 所学校，学生 {schools.Pupils} 人";
        if (!schools.HasStandards)
        {
            return head + "；本期数据没有适用的办学标准，不作逐校判断。";
        }

        string below = schools.ForReference ? $"与{schools.SchemeShort}的办学标准相比，" : "";
        string verb = schools.ForReference ? "至少有一项低于标准" : "至少有一项未达标";
        string unmet = schools.Unmet == 0 ? (schools.ForReference ? "没有低于标准的学校" : "没有未达标的学校") : $"**{Format.Number(schools.Unmet)} 所学校**{verb}";
        string open = schools.Open == 0 ? "" : $"，{Format.Number(schools.Open)} 所学校的数据没有报全";
        return $"{head}；{below}{unmet}{open}{(schools.ForReference ? "（参考，标准尚未对本县适用）" : "")}。";
    }

    private static string Stage(CountyContext county, Scheme scheme, StageState state)
    {
        StageId stage = new(state.Stage);
        bool reference = county.ForReference(scheme);
        string head = state.Kind switch
        {
            StageKind.Within => $"{state.Label}的校际差异**在限值内**" + (state.Margin.Length > 0 ? $"（{state.Figures}，{state.MarginWords}）" : ""),
            StageKind.Over when reference && state.Margin.Length > 0 => $"{state.Label}的校际差异比限值大 {state.Margin}（参考，{state.Figures}）",
            StageKind.Over when reference => $"{state.Label} {state.Judged} 个单项中 {state.Over} 个大于限值（参考）",
            StageKind.Over when state.Margin.Length > 0 => $"{state.Label}的校际差异**超过限值 {state.Margin}**（{state.Figures}）",
            StageKind.Over => $"{state.Label} {state.Judged} 个单项中 **{state.Over} 个超过限值**",
            StageKind.Undecided => $"{state.Label}数据不全，**暂无法判定**",
            StageKind.ZeroMean => $"{state.Label}有指标的全县平均为 0，系数**无法计算**",
            StageKind.TooFew => $"{state.Label}仅 {state.Schools} 所学校，不具可比性",
            StageKind.NoSchools => $"{state.Label}没有计入的学校",
            _ => $"{state.Label}不作判断",
        };
        return head + (Change(county, scheme, stage) is { } change ? "，" + change : "");
    }

    /// <summary>The change of the composite against the period before, null where one of the two is incomplete or missing.</summary>
    public static string? Change(CountyContext county, Scheme scheme, StageId stage)
    {
        if (county.Before is not { } before
            || county.Result(scheme, stage)?.Composite is not { HasValue: true, Missing: 0 } now
            || county.Site.Findings.Find(before.Id, county.Place.Code, scheme.Id, stage)?.Composite is not { HasValue: true, Missing: 0 } then)
        {
            return null;
        }

        string a = Format.Coefficient(then);
        string b = Format.Coefficient(now);
        decimal moved = decimal.Parse(b, CultureInfo.InvariantCulture) - decimal.Parse(a, CultureInfo.InvariantCulture);
        bool yearBefore = int.TryParse(before.Id.Period, NumberStyles.None, CultureInfo.InvariantCulture, out int x)
            && int.TryParse(county.Release.Id.Period, NumberStyles.None, CultureInfo.InvariantCulture, out int y) && y == x + 1;
        string than = yearBefore ? "比上年" : $"比 {Format.Period(before.Id.Period)}";
        return moved == 0 ? $"与{than[1..].Trim()}持平" : $"{than}{(moved > 0 ? "扩大" : "缩小")} {StageState.Distance(a, b)}";
    }
}
