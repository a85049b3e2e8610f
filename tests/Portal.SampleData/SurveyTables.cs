using System.Globalization;

namespace Portal.SampleData;

/// <summary>
/// Answers to questions of surveys, and one survey that no gate takes. 霜桥县's respondents were drawn at random, and the interval of its
/// rate of 2023 lies astride the limit; two of 屿澜县's groups have fewer than ten forms, and nobody in them gave one of the answers;
/// 晴川县's own survey has one group of six, for which a second one is withheld, too few forms and too few parents.
/// </summary>
internal static class SurveyTables
{
    private const string Near = "对孩子就近入学是否满意";
    private const string Gap = "对学校之间办学条件的差距是否满意";
    private static readonly string[] Words = ["非常满意", "比较满意", "一般", "不太满意", "很不满意"];
    private static readonly (string Group, int Issued, int Returned, int Valid, int Satisfied)[] Own = [("parents", 226, 194, 190, 158), ("teachers", 200, 172, 168, 149), ("heads", 7, 6, 6, 5), ("deputies", 36, 31, 31, 27)];

    private static readonly (int Year, string Survey, string Place, string Question, (string Group, int[] Counts)[] Groups)[] All =
    [
        (2022, "s2022-990222-b", "990222", Near, [("parents", [190, 160, 52, 21, 9]), ("teachers", [41, 30, 9, 3, 1]), ("deputies", [49, 40, 12, 3, 1])]),
        (2022, "s2022-990222-b", "990222", Gap, [("parents", [110, 172, 97, 37, 16]), ("teachers", [27, 35, 15, 5, 2]), ("deputies", [29, 46, 22, 6, 2])]),
        (2023, "s2023-990222-b", "990222", Near, [("parents", [198, 152, 49, 18, 7]), ("teachers", [51, 34, 10, 3, 1]), ("deputies", [47, 39, 11, 2, 1])]),
        (2023, "s2023-990222-b", "990222", Gap, [("parents", [121, 168, 88, 33, 14]), ("teachers", [33, 41, 17, 6, 2]), ("deputies", [30, 44, 19, 5, 2])]),
        (2023, "s2023-990223-b", "990223", Near, [("parents", [301, 190, 50, 16, 6]), ("teachers", [22, 13, 4, 1, 1]), ("heads", [2, 1, 1, 0, 0]), ("deputies", [4, 2, 1, 1, 0])]),
        (2023, "s2023-990223-b", "990223", Gap, [("parents", [214, 231, 81, 27, 10]), ("teachers", [15, 17, 6, 2, 1]), ("heads", [1, 2, 1, 0, 0]), ("deputies", [2, 3, 1, 1, 1])]),
        (2023, "s2023-990321-k", "990321", Near, [("parents", [88, 62, 25, 11, 4]), ("teachers", [80, 61, 19, 6, 2]), ("heads", [3, 1, 1, 1, 0]), ("deputies", [14, 10, 4, 2, 1])]),
    ];

    /// <summary>Lines of surveys.csv besides the gates' own.</summary>
    public static IEnumerable<string> Surveys(int year) => year == 2023
        ? ["s2023-990321-k,2023 年义务教育均衡发展公众满意度调查（县自查，演示）,990321,basic-2012,no,online,open,274000,2023-09-18,2023-09-22,各题平均为“比较满意”以上的问卷算满意"]
        : [];

    /// <summary>Lines of survey-groups.csv besides the gates' own.</summary>
    public static IEnumerable<string> Groups(int year) => year == 2023 ? Own.Select(g => Text($"s2023-990321-k,{g.Group},{g.Issued},{g.Returned},{g.Valid},{g.Satisfied}")) : [];

    /// <summary>Rates that a document gives of that survey, one of them of the small group.</summary>
    public static IEnumerable<string> Rates(int year) => year == 2023
        ? new[] { ("all", "85.8"), ("parents", "83.2"), ("heads", "83.3") }.Select(r => $"990321,2023,{r.Item1},{r.Item2},对本县义务教育均衡发展工作是否满意,survey-2023")
        : [];

    /// <summary>survey-answers.csv.</summary>
    public static IEnumerable<string> Answers(int year) =>
    [
        "survey,place,group,question,answer,count",
        .. All.Where(q => q.Year == year).SelectMany(q => q.Groups.SelectMany(g => Words.Zip(g.Counts, (word, count) => Text($"{q.Survey},{q.Place},{g.Group},{q.Question},{word},{count}")))),
    ];

    private static string Text(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
