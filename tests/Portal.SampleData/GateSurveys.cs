using System.Globalization;

namespace Portal.SampleData;

/// <summary>
/// Surveys whose rate a gate takes, with the forms of each group. Where a rate is published (satisfaction.csv), the counts give it;
/// 青渡县's survey of 2023 has not been reported; 屿澜县 has groups of fewer than ten; 听泉县 gives only all forms, and just 85 %.
/// </summary>
internal static class GateSurveys
{
    private sealed record Survey(int Year, string County, string Scheme, string Mode, string Design, int Residents, params (string Group, int Valid, int Satisfied)[] Groups)
    {
        public string Id => string.Create(CultureInfo.InvariantCulture, $"s{Year}-{County}-{Scheme[..1]}");
    }

    private static readonly Survey[] All =
    [
        new(2022, "990102", "basic-2012", "online", "quota", 486000, ("parents", 591, 546), ("teachers", 75, 72), ("deputies", 83, 79)),
        new(2022, "990121", "basic-2012", "paper", "quota", 312000, ("parents", 428, 372), ("teachers", 92, 86), ("deputies", 100, 92)),
        new(2022, "990202", "basic-2012", "online", "quota", 452000, ("parents", 520, 493), ("teachers", 68, 66), ("deputies", 110, 106)),
        new(2022, "990222", "basic-2012", "paper", "random", 287000, ("parents", 432, 363), ("teachers", 84, 77), ("deputies", 105, 95)),
        new(2023, "990102", "basic-2012", "online", "quota", 486000, ("parents", 589, 548), ("teachers", 71, 68), ("deputies", 89, 85)),
        new(2023, "990122", "basic-2012", "online", "open", 268000, ("parents", 402, 361), ("teachers", 108, 101), ("deputies", 96, 88)),
        new(2023, "990202", "basic-2012", "online", "quota", 452000, ("parents", 484, 461), ("teachers", 114, 111), ("deputies", 101, 98)),
        new(2023, "990202", "quality-2017", "online", "quota", 452000,
            ("parents", 366, 334), ("pupils", 81, 78), ("teachers", 77, 73), ("heads", 62, 59), ("deputies", 68, 63), ("others", 52, 44)),
        new(2023, "990221", "basic-2012", "mixed", "quota", 295000, ("parents", 371, 326), ("teachers", 122, 114), ("deputies", 118, 109)),
        new(2023, "990222", "basic-2012", "paper", "random", 287000, ("parents", 424, 346), ("teachers", 99, 90), ("deputies", 100, 89)),
        new(2023, "990223", "basic-2012", "visit", "census", 38000, ("parents", 563, 498), ("teachers", 41, 38), ("heads", 4, 4), ("deputies", 8, 7)),
        new(2023, "990323", "basic-2012", "paper", "quota", 234000, ("all", 620, 527)),
    ];

    public static IEnumerable<string> Surveys(int year)
    {
        yield return "survey,title,place,scheme,gate,mode,design,residents,opened,closed,rule";
        foreach (var s in All.Where(s => s.Year == year))
        {
            var title = s.Scheme == "basic-2012" ? "义务教育均衡发展公众满意度调查" : "义务教育优质均衡发展社会认可度调查";
            yield return Text($"{s.Id},{year} 年{title}（演示）,{s.County},{s.Scheme},yes,{s.Mode},{s.Design},{s.Residents},{year}-11-06,{year}-11-17,各题平均为“比较满意”以上的问卷算满意");
        }
    }

    public static IEnumerable<string> Groups(int year)
    {
        yield return "survey,group,issued,returned,valid,satisfied";
        foreach (var s in All.Where(s => s.Year == year))
        {
            foreach (var (group, valid, satisfied) in s.Groups)
            {
                var returned = valid + (valid / 40);
                yield return Text($"{s.Id},{group},{returned + (returned / 6)},{returned},{valid},{satisfied}");
            }
        }
    }

    private static string Text(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
