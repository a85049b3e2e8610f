using Portal.Domain.Problems;

namespace Portal.Sources.Tests;

/// <summary>A row for each kind of mistake in supervision reports: P800 to P805, P807 to P809. P806 belongs to the pages.</summary>
internal static class MistakesOfReports
{
    /// <summary>The report of the rows below.</summary>
    public const string File = "../input/small/reports/2024/anquan.md";

    /// <summary>A report that is right: 22 lines of front matter, then the body.</summary>
    public const string Right = """
        ---
        title: 青渡县校园安全专项督导报告
        number: 云教督〔2024〕3号
        kind: special
        place: "990101"
        team: 3
        from: 2024-03-04
        until: 2024-03-06
        signed: 2024-03-11
        published: 2024-03-15
        unit: 云岭省教育督导室
        basis: [《教育督导条例》]
        steps:
          - { step: 抽签选点, date: 2024-03-04 }
        samples:
          - { type: "211", count: 1 }
        meetings:
          - { group: 家长, count: 1 }
        questionnaires: 40
        release: "2023.1"
        appeal: 无
        ---
        ## 成绩
        门卫到岗。
        ## 问题
        ### （一）消防
        通道堵塞。{finding: f-1}
        ## 督导意见
        打通。
        """;

    private const string Shown = "input/small/reports/2024/anquan.md";
    private const string Ledger = "small/releases/2023.1/findings.csv";

    public static IEnumerable<Mistake> All { get; } =
    [
        new(ProblemKinds.BadReportPath, s => Report(s).Replace(Ledger, "report,2024/anquan", "monitoring,").Move(File, "../input/small/reports/anquan.md"), "input/small/reports/anquan.md", "reports/anquan.md"), // P800
        new(ProblemKinds.BadReportPath, s => Report(s).Replace(Ledger, "report,2024/anquan", "monitoring,").Move(File, "../input/small/reports/2022/anquan.md"), "input/small/reports/2022/anquan.md", "reports/2022/anquan.md"),
        new(ProblemKinds.BadReportHeading, s => Report(s).Replace(File, "## 成绩", "## 工作亮点"), Shown + "(23)", "工作亮点"), // P801
        new(ProblemKinds.BadReportHeading, s => Report(s).Replace(File, "## 督导意见", "## 成绩"), Shown + "(28)", "成绩"),
        new(ProblemKinds.ReportWithoutProblems, s => Report(s).Replace(File, "## 问题\n", ""), Shown + "(23)"), // P802
        new(ProblemKinds.UnknownFinding, s => Report(s).Replace(File, "{finding: f-1}", "{finding: f-1}{finding: f-2}"), Shown + "(27)", "f-2", "f-1"), // P803
        new(ProblemKinds.FindingNotMentioned, s => Report(s).Append(Ledger, Row("f-2", "2024/anquan")), Shown + "(23)", "f-2"), // P804
        new(ProblemKinds.MissingReport, s => Report(s).Append(Ledger, Row("f-2", "2023/xiaoche")), "releases/2023.1", "2023/xiaoche"), // P805
        new(ProblemKinds.BadOriginal, s => Report(s).Replace(File, "appeal: 无", "pdf: anquan.pdf"), Shown + "(21)", "anquan.pdf", "不在报告旁边"), // P807
        new(ProblemKinds.BadOriginal, s => Report(s).Replace(File, "appeal: 无", "pdf: 原件.pdf"), Shown + "(21)", "原件.pdf", "的文件名不合要求"),
        new(ProblemKinds.BadOriginal, s => Report(s).Replace(File, "appeal: 无", "pdf: anquan.pdf").Write("../input/small/reports/2024/anquan.pdf", "PK"), Shown + "(21)", "anquan.pdf", "不是 PDF 文件"),
        new(ProblemKinds.UnusedFile, s => Report(s).Write("../input/small/reports/2024/anquan.pdf", "%PDF-1.4"), "input/small/reports/2024/anquan.pdf", "reports/2024/anquan.pdf"),
        new(ProblemKinds.ExamInReport, s => Report(s).Replace(File, "### （一）消防", "### （一）中考成绩"), Shown + "(26)", "（一）中考成绩"), // P808
        new(ProblemKinds.ExamInReport, s => Report(s).Replace(File, "门卫到岗。", "| 学校 | 升学率 |\n|---|---|\n| 甲 | 1 |"), Shown + "(24)", "| 学校 | 升学率 |"),
        // One of type 211, and a campus that it counts: two would be one too many (P809).
        new(ProblemKinds.SampleAboveAll, s => Report(s).Replace(File, "count: 1", "count: 2"), Shown + "(16)", "小学", "2", "2023.1", "1"),
        new(ProblemKinds.PersonalData, s => Report(s).Replace(File, "通道堵塞。", "通道堵塞，联系 13812345678。"), Shown + "(27)", "手机号"),
        new(ProblemKinds.PersonalData, s => Report(s).Replace(File, "打通。", "请写信到 zhang@demo.example。"), Shown + "(29)", "电子邮箱"),
        new(ProblemKinds.PersonalData, s => Report(s).Replace(File, "[《教育督导条例》]", "[身份证 11010119900307123X]"), Shown + "(12)", "身份证号"),
        new(ProblemKinds.MissingKey, s => Report(s).Replace(File, "unit: 云岭省教育督导室\n", ""), Shown + "(2)", "unit"),
        new(ProblemKinds.UnknownKey, s => Report(s).Replace(File, "team: 3", "tean: 3"), Shown + "(6)", "tean", "team"),
        new(ProblemKinds.BadValue, s => Report(s).Replace(File, "kind: special", "kind: 专项"), Shown + "(4)", "专项", "kind", "codes.csv 里 inspection 的代码：special"),
        new(ProblemKinds.BadValue, s => Report(s).Replace(File, "until: 2024-03-06", "until: 2024-03-02"), Shown + "(8)", "2024-03-02", "until", "不早于 from（2024-03-04）的日期"),
        new(ProblemKinds.BadValue, s => Report(s).Replace(File, "release: \"2023.1\"", "release: \"2022.1\""), Shown + "(20)", "2022.1", "release", "已有的发布号：2023.1"),
        new(ProblemKinds.UnknownPlace, s => Report(s).Replace(File, "place: \"990101\"", "place: \"990109\""), Shown + "(5)", "990109", "990100"),
        new(ProblemKinds.OneOfTwo, s => Report(s).Replace(File, "place: \"990101\"", "place: \"990101\"\nschools: [\"9921000001\"]"), Shown + "(2)", "place", "schools"),
        new(ProblemKinds.UnknownSchool, s => Report(s).Replace(File, "samples:\n  - { type: \"211\", count: 1 }", "sampled: [\"9921000009\"]"), Shown + "(15)", "9921000009", "9921000001"),
    ];

    /// <summary>The small set with the report, its finding and the words of supervision.</summary>
    public static SmallSet Report(SmallSet set) => set.Append("common/codes.csv", "inspection,special,专项督导").Append("common/codes.csv", "matter,safety,安全").Write(File, Right)
        .Write(Ledger, "finding,origin,report,place,school,matter,problem,demand,responsible,notice,issued,deadline,reported,checked,result\n" + Row("f-1", "2024/anquan") + "\n");

    private static string Row(string id, string report) => $"{id},report,{report},990101,,safety,通道堵塞,打通,青渡县教育局,云教督〔2024〕4号,2023-11-13,2024-04-30,,,";
}
