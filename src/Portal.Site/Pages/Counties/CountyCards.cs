using System.Globalization;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>One of the three cards 认定, 测算, 差距.</summary>
/// <param name="Big">The message, line by line.</param>
/// <param name="Text">One sentence.</param>
/// <param name="Document">Document, null where there is none.</param>
/// <param name="Anchor">Section that says more, empty where there is none.</param>
public sealed record TrioCard(IReadOnlyList<string> Big, string Text, SourceRef? Document, string Anchor);

/// <summary>The three cards of a county, and what to say where two of them differ.</summary>
internal static class CountyCards
{
    /// <summary>认定: what the authority decided, with its document.</summary>
    public static TrioCard Recognition(CountyContext county, IReadOnlyList<RoadPart> roads)
    {
        // An application is no decision of the authority: only what was decided stands under the seal.
        roads = [.. roads.Where(r => r.Applied)];
        RoadPart[] decided = [.. roads.Where(r => r.Decided)];
        RoadStep? step = decided.SelectMany(r => r.Steps).FirstOrDefault(s => s.Key);
        string waiting = string.Concat(roads.Except(decided).Select(r => $"{r.Short}：{r.Standing}，还没有决定。"));
        return new TrioCard(
            decided.Length == 0 ? ["没有认定的记录"] : [.. decided.Select(r => $"{r.Short}：{r.Standing}")],
            waiting + (step is null ? (roads.Count > 0 ? "" : county.PublishedOnly ? "本站收录的文件没有写是否申报、是否认定。" : "没有申报，也没有认定的文件。") : $"{(step.Authority.Length > 0 ? step.Authority + "，" : "")}{step.Date}。"),
            step?.Source,
            "road");
    }

    /// <summary>测算: what the schemes that apply come to.</summary>
    public static TrioCard Computed(CountyContext county)
    {
        if (CountyVerdict.Card(county) is { } whole)
        {
            return whole;
        }

        // Schemes without gates: only the coefficients.
        Scheme[] schemes = [.. county.Schemes.Where(s => !county.ForReference(s) && s.Limits.Count > 0)];
        List<string> big = [];
        List<string> figures = [];
        foreach (Scheme scheme in schemes)
        {
            foreach (StageState state in county.States(scheme))
            {
                string word = state.BySingles ? $" {state.Over} 项超过限值" : state.Word;
                big.Add((schemes.Length > 1 ? scheme.Short + " · " : "") + state.Label + word);
                if (state.Figures.Length > 0)
                {
                    figures.Add(state.Figures);
                }
            }
        }

        return new TrioCard(big, (figures.Count > 0 ? string.Join("；", figures) + "。" : "") + "测算不改变认定。", null, "coef");
    }

    /// <summary>差距: how far from a scheme that has not been applied for; null where there is none.</summary>
    public static TrioCard? Distance(CountyContext county)
    {
        Scheme[] schemes = [.. county.Schemes.Where(s => county.ForReference(s) && s.Limits.Count > 0)];
        if (schemes.Length == 0)
        {
            return null;
        }

        Scheme scheme = schemes[0];
        StageState[] states = [.. county.States(scheme).Where(s => s.Judged > 0)];
        return new TrioCard(
            [$"尚未申报{scheme.Short}"],
            (states.Length == 0 ? "学校太少，不具可比性。" : $"{states.Sum(s => s.Judged)} 个单项系数中，{states.Sum(s => s.Over)} 个大于{scheme.Short}的限值。")
                + (county.Verdict(scheme) is { } verdict ? CountyVerdict.Distance(scheme, verdict) : ""),
            null,
            county.Verdict(scheme) is null ? "coef-" + scheme.Id.Value : "gates-" + scheme.Id.Value);
    }

    /// <summary>Why recognition and computation differ, empty where they do not.</summary>
    public static string Differ(CountyContext county)
    {
        if (county.Main is not { } scheme || !county.HasSchools)
        {
            return "";
        }

        if (CountyVerdict.Differ(county) is { } whole)
        {
            return whole;
        }

        Road road = county.Road(scheme);
        IReadOnlyList<StageState> states = county.States(scheme);
        string over = string.Join("、", states.Where(s => s.Kind == StageKind.Over).Select(s => s.Label));
        string period = Format.Period(county.Release.Id.Period);
        return road.Standing switch
        {
            Standing.Recognised when over.Length > 0 =>
                $"认定与{over}的测算不一致：认定依据{(road.Decisive!.Done.Year is { } year ? $" {year.ToString(CultureInfo.InvariantCulture)} 年及以前" : "当时")}的数据，测算依据 {period}的数据。测算不改变认定，由监测复查处理。",
            Standing.Deferred or Standing.Withdrawn when states.All(s => s.Kind == StageKind.Within) =>
                $"差异系数在限值内，认定却{(road.Standing == Standing.Deferred ? "推迟" : "撤销")}：差异系数只是其中一关，原因以文件为准{(road.Decisive!.Text.Length > 0 ? "：" + road.Decisive.Text : "")}。",
            _ => "",
        };
    }
}
