using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;

namespace Portal.Site.Pages;

/// <summary>Sentences on what drives a coefficient: no school is named in them, none is blamed, and nothing is said of a school taken away.</summary>
public static class WhyWords
{
    /// <summary>What a share means, under every list of schools.</summary>
    public const string Share =
        "份额看的是每所学校离县均有多远（距离的平方，按学生数加权），合计 100%，按校名排列，不是排名。份额大的，常常正是条件最好的学校，或者学生少、平均到每人显得多的学校：份额不是过错。";

    /// <summary>What a share means, on the page of a school.</summary>
    public const string SchoolShare =
        "全县各校加起来是 100%。份额大，往往是因为条件最好，或者学生少、平均到每人显得多：份额不是过错，也不是评价。";

    /// <summary>What the effect of raising is, and is not.</summary>
    public const string Raising = "这只是算术，不是计划：学生数不变，低于标准的学校正好补到标准，别的学校不动，系数会是多少。";

    /// <summary>城区, 镇区, 乡村, 未填报.</summary>
    public static string Label(Settlement group) => group switch
    {
        Settlement.City => "城区",
        Settlement.Town => "镇区",
        Settlement.Village => "乡村",
        _ => "未填报",
    };

    /// <summary>Whether one school alone decides a verdict: yes or no, no school, and not which way.</summary>
    public static string Stability(Scheme scheme, StageDrivers drivers, bool reference)
    {
        string what = reference ? "是否大于限值的结果" : "结论";
        Stability[] said = [.. drivers.Stability.Where(s => s.OneDecides is not null)];
        if (drivers.Stability.Count == 0)
        {
            bool limited = drivers.Result.Indicators.Append(drivers.Result.Composite).Any(i => i?.Limit is not null);
            return limited ? "数据不全，没有结论可以检验。" : "";
        }

        if (said.Length == 0)
        {
            return "学校刚好够数，少一所就不具可比性，结论稳不稳不作检验。";
        }

        Stability[] moved = [.. said.Where(s => s.OneDecides == true)];
        if (said is [var only])
        {
            string of = only.What == Domain.Data.IndicatorId.Composite ? "" : scheme.Label(only.What) + "：";
            return of + (moved.Length == 0 ? $"去掉任何一所学校，{what}都不变。" : $"有一所学校左右着{what}：单凭它一所，{what}就会不同。");
        }

        return moved.Length == 0
            ? $"{said.Length} 个有限值的系数，去掉任何一所学校，{what}都不变。"
            : $"{said.Length} 个有限值的系数中，{moved.Length} 个由一所学校左右着{what}：{string.Join("、", moved.Select(s => scheme.Label(s.What)))}"
                + (moved.Length == said.Length ? "。" : $"；其余 {said.Length - moved.Length} 个去掉任何一所学校都不变。");
    }

    /// <summary>Which indicators have no parts, and why; empty where all have.</summary>
    public static string Silent(StageDrivers drivers)
    {
        string withheld = Names(drivers.Indicators.Where(i => i.Withheld));
        string alike = Names(drivers.Indicators.Where(i => i is { Withheld: false, Result.HasValue: true, Schools.Count: 0 }));
        string none = Names(drivers.Indicators.Where(i => i is { Withheld: false, Result.HasValue: false }));
        return (withheld.Length > 0 ? $"{withheld}：按规定不公布逐校的数，份额、城乡之分和补到标准的结果也不公布。" : "")
            + (alike.Length > 0 ? $"{alike}：各校一样，没有差异可分。" : "")
            + (none.Length > 0 ? $"{none}：没有系数，不分份额。" : "");

        static string Names(IEnumerable<IndicatorDrivers> of) => string.Join("、", of.Select(i => i.Indicator.Label));
    }
}
