using System.Globalization;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>What the whole rule of a scheme comes to in a county, in words: on the cards 测算 and 差距, in the second sentence, and where it differs from 认定.</summary>
public static class CountyVerdict
{
    private const int MostNamed = 3;

    /// <summary>The outcome in a word with what it rests on: 暂无法判定（1 项没有报；已知未达到：学校达标、初中校际均衡）.</summary>
    /// <param name="scheme">Scheme.</param>
    /// <param name="verdict">Verdict.</param>
    /// <param name="mark">Put on both sides of the word that carries the message.</param>
    public static string Whole(Scheme scheme, Verdict verdict, string mark = "")
    {
        string failing = Names(scheme, verdict.NotMet);
        int missing = verdict.NotReported.Count();
        return verdict.Outcome switch
        {
            Outcome.Met => $"{mark}各关口都达到{mark}",
            Outcome.NotMet => $"{mark}未达到{mark}（{failing}{(missing > 0 ? $"；另有 {missing} 项没有报" : "")}）",
            Outcome.NotReported => $"{mark}暂无法判定{mark}（{missing} 项没有报{(failing.Length > 0 ? $"；已知未达到：{failing}" : "")}）",
            _ => "没有可以判断的关口",
        };
    }

    /// <summary>A sentence over the table of gates; for a scheme that has not been applied for only distances.</summary>
    public static string Sentence(CountyContext county, Scheme scheme, Verdict verdict) => county.ForReference(scheme)
        ? Distance(scheme, verdict)
        : $"全部关口合起来看：{Whole(scheme, verdict)}。";

    /// <summary>The gates of a scheme that has not been applied for: 7 道关口中，1 道已在要求内，2 道还有差距，4 道没有报全.</summary>
    public static string Distance(Scheme scheme, Verdict verdict)
    {
        (Outcome Outcome, int Count)[] gates = [.. verdict.Lines.GroupBy(l => l.Gate.Id, StringComparer.Ordinal).Select(g => Outcomes.All(g.Select(l => l.Outcome))).GroupBy(o => o).Select(g => (g.Key, g.Count())).OrderBy(p => p.Key)];
        return $"{scheme.Gates.Count} 道关口中，{string.Join("，", gates.Select(g => $"{g.Count} 道{ItemText.Word(g.Outcome, reference: true)}"))}。";
    }

    /// <summary>测算: the whole rule of each scheme that holds for the county; null where no scheme has gates.</summary>
    public static TrioCard? Card(CountyContext county)
    {
        (Scheme Scheme, Verdict Verdict)[] judged = [.. Judged(county)];
        if (judged.Length == 0)
        {
            return null;
        }

        List<string> big = [];
        List<string> text = [];
        foreach ((Scheme scheme, Verdict verdict) in judged)
        {
            big.Add($"{scheme.Short}：{ItemText.Word(verdict.Outcome, reference: false)}");
            string[] missing = [.. verdict.NotReported];
            string failing = Names(scheme, verdict.NotMet);
            string own = judged.Length > 1 ? scheme.Short + " · " : "";
            text.Add(
                (missing.Length > 0 ? $"{own}{missing.Length} 项没有报{(missing.Length <= MostNamed ? "：" + string.Join("、", missing) : "")}。" : "")
                + (failing.Length > 0 ? $"{own}{(verdict.Outcome == Outcome.NotMet ? "" : "已知")}未达到：{failing}。" : ""));
            text.Add(string.Join("；", county.States(scheme).Where(s => s.Figures.Length > 0).Select(s => $"{s.Label}{(s.Stage.Length > 0 ? " " : "")}{s.Figures}")) is { Length: > 0 } figures ? figures + "。" : "");
        }

        return new TrioCard(big, string.Concat(text) + "测算不改变认定。", null, "gates");
    }

    /// <summary>Why 认定 and 测算 differ by the whole rule; empty where they do not, or where the main scheme has no gates.</summary>
    public static string? Differ(CountyContext county)
    {
        if (county.Main is not { } scheme || county.Verdict(scheme) is not { } verdict)
        {
            return null;
        }

        Road road = county.Road(scheme);
        string failing = Names(scheme, verdict.NotMet);
        string period = Format.Period(county.Release.Id.Period);
        return road.Standing switch
        {
            Standing.Recognised when failing.Length > 0 =>
                $"认定与测算不一致：已认定{scheme.Short}，测算中{(verdict.Outcome == Outcome.NotMet ? "" : "已知")}未达到的有{failing}。认定依据{(road.Decisive!.Done.Year is { } year ? $" {year.ToString(CultureInfo.InvariantCulture)} 年及以前" : "当时")}的数据，测算依据 {period}的数据。测算不改变认定，由监测复查处理。",
            Standing.Deferred or Standing.Withdrawn when verdict.Outcome == Outcome.Met =>
                $"按 {period}数据测算各关口都达到，认定却{(road.Standing == Standing.Deferred ? "推迟" : "撤销")}：认定依据当时的数据，原因以文件为准{(road.Decisive!.Text.Length > 0 ? "：" + road.Decisive.Text : "")}。",
            _ => "",
        };
    }

    /// <summary>Schemes that hold for the county, with their verdicts.</summary>
    public static IEnumerable<(Scheme Scheme, Verdict Verdict)> Judged(CountyContext county) => county.Schemes.Where(s => !county.ForReference(s))
        .Select(s => (s, county.Verdict(s)!)).Where(p => p.Item2 is not null);

    // 学校达标、初中校际均衡
    private static string Names(Scheme scheme, IEnumerable<GateLine> lines) =>
        string.Join("、", lines.Select(l => (l.Stage is { } stage ? scheme.StageLabel(stage) : "") + l.Gate.Label).Distinct());
}
