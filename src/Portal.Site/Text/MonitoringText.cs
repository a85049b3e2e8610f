using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Pages;

namespace Portal.Site.Text;

/// <summary>Words of monitoring (rules.md §3): 滑坡 is only failing the limit again; worse but within it is 下降（仍在限值内）.</summary>
public static class MonitoringText
{
    /// <summary>Label of a list.</summary>
    public static string Label(this MonitoringGroup group) => group switch
    {
        MonitoringGroup.Slid => "滑坡",
        MonitoringGroup.Over => "超过限值",
        MonitoringGroup.Open => "未报送或暂无法判定",
        MonitoringGroup.Weakened => "下降（仍在限值内）",
        MonitoringGroup.Recovered => "回到限值内",
        MonitoringGroup.NotComparable => "不具可比性",
        _ => "保持",
    };

    /// <summary>Label with a number after it: 滑坡 2 个; no blank after a bracket.</summary>
    public static string Counted(this MonitoringGroup group, int counties) => $"{group.Label()}{(group.Label().EndsWith('）') ? "" : " ")}{Format.Number(counties)} 个";

    /// <summary>What a list holds, in plain words.</summary>
    public static string Explained(this MonitoringGroup group) => group switch
    {
        MonitoringGroup.Slid => "上一次有结果时在限值内，本期超过限值。校际差异变大而仍在限值内的不算滑坡，列在“下降”里。",
        MonitoringGroup.Over => "本期超过限值，上一次有结果时也超过，或者更早没有结果可比。",
        MonitoringGroup.Open => "没有报送学校数据，或者有数据没有报全。没有报全不等于超过限值。",
        MonitoringGroup.Weakened => "校际差异比上一次有结果时大，仍在限值内。",
        MonitoringGroup.Recovered => "上一次有结果时超过限值，本期在限值内。",
        MonitoringGroup.NotComparable => "计入的学校太少，差异系数没有可比性，不作判断。",
        _ => "在限值内，校际差异没有比上一次有结果时大；更早没有结果的，在限值内也列在这里。",
    };

    /// <summary>Anchor of a list, also its name in the download.</summary>
    public static string Id(this MonitoringGroup group) => group switch
    {
        MonitoringGroup.Slid => "slid",
        MonitoringGroup.Over => "over",
        MonitoringGroup.Open => "open",
        MonitoringGroup.Weakened => "weakened",
        MonitoringGroup.Recovered => "recovered",
        MonitoringGroup.NotComparable => "not-comparable",
        _ => "holds",
    };

    /// <summary>A state in a word or two, as a row says it.</summary>
    public static string Label(this MonitoringState state) => state switch
    {
        MonitoringState.Slid => "滑坡",
        MonitoringState.Over => "超过限值",
        MonitoringState.NotReported => "未报送",
        MonitoringState.Undecided => "暂无法判定",
        MonitoringState.NotComparable => "不具可比性",
        MonitoringState.Weakened => "下降（仍在限值内）",
        MonitoringState.Recovered => "回到限值内",
        MonitoringState.First => "在限值内（首期）",
        _ => "保持",
    };

    /// <summary>Shape of a state's mark: ok, no, na.</summary>
    public static string Shape(this MonitoringState state) => state switch
    {
        MonitoringState.Slid or MonitoringState.Over => "no",
        MonitoringState.NotReported or MonitoringState.Undecided or MonitoringState.NotComparable => "na",
        _ => "ok",
    };

    /// <summary>The limit as printed: 0.65; 每项 0.50 where the singles are judged; empty where none is known.</summary>
    public static string Limit(MonitoringCase found)
    {
        MonitoringPoint? point = found.Chain.LastOrDefault(p => p.Composite is not null || p.Singles.Any());
        if (point?.Composite is { } composite)
        {
            return composite.Limit!.Value.ToString();
        }

        string[] limits = [.. point?.Singles.Select(i => i.Limit!.Value.ToString()).Distinct() ?? []];
        return limits.Length == 1 ? "每项 " + limits[0] : limits.Length == 0 ? "" : "各项不同";
    }

    /// <summary>A period's value: the composite, or how many singles are over; why there is none.</summary>
    public static string Value(MonitoringPoint point) =>
        point.Result is not { } result ? "未报送"
        : !result.Comparable ? "不具可比性"
        : !point.Decided ? "暂无法判定"
        : point.Composite is { } composite ? Format.Coefficient(composite)
        : $"{result.Indicators.Count(i => i.Limit is not null)} 项中 {point.SinglesOver.Count()} 项超";

    /// <summary>What there is to say of a state: against the limit, and against the last period with an outcome.</summary>
    public static string Note(MonitoringCase found)
    {
        StageState now = StageState.Of(found.Scheme, found.Stage, found.Now.Result);
        string before = found.Before is { } point ? Format.Period(point.Release.Id.Period) : "";
        return found.State switch
        {
            MonitoringState.NotReported => $"没有报送 {Format.Period(found.Now.Release.Id.Period)}学校数据",
            MonitoringState.Undecided => "有数据没有报全" + (found.Now.SinglesOver.Any() ? "；已知超过限值的：" + Names(found, found.Now.SinglesOver.Select(i => i.Indicator)) : ""),
            MonitoringState.NotComparable => now.Word,
            MonitoringState.Slid => $"{before}在限值内，本期{Over(found, now)}",
            MonitoringState.Over => Over(found, now) + (before.Length > 0 ? $"，{before}也超过" : "，更早没有结果可比"),
            MonitoringState.Recovered => $"{before}超过限值，本期在限值内",
            MonitoringState.First => "更早没有结果可比",
            _ => Change(found, before),
        };
    }

    private static string Over(MonitoringCase found, StageState now) =>
        now.Margin.Length > 0 ? $"超过 {now.Margin}" : $"{found.Now.Singles.Count()} 个单项中 {found.Now.SinglesOver.Count()} 个超过限值：{Names(found, found.Now.SinglesOver.Select(i => i.Indicator))}";

    private static string Change(MonitoringCase found, string before)
    {
        if (found.Now.Composite is not { } now || found.Before!.Result!.Of(IndicatorId.Composite) is not { HasValue: true } then)
        {
            return found.Worse.Count == 0 ? $"各单项都没有比 {before}大" : $"{found.Worse.Count} 个单项比 {before}大：{Names(found, found.Worse)}";
        }

        string distance = StageState.Distance(Format.Coefficient(now), Format.Coefficient(then));
        bool shown = distance.Any(c => c is >= '1' and <= '9');
        return found.Worse.Count > 0 ? $"比 {before}大 {(shown ? distance : "不到 0.001")}"
            : shown ? $"比 {before}小 {distance}"
            : $"与 {before}持平";
    }

    private static string Names(MonitoringCase found, IEnumerable<IndicatorId> indicators) =>
        string.Join("、", indicators.Select(i => found.Scheme.Indicator(i)?.Short ?? found.Scheme.Label(i)));
}
