using System.Globalization;

namespace Portal.SampleData;

/// <summary>The rectification ledger of the demonstration: every state, as each period knew it. All of it is invented.</summary>
internal static class Rectify
{
    private const string Header = "finding,origin,report,place,school,matter,problem,demand,responsible,notice,issued,deadline,extended_to,planned,reported,checked,result,appeal,measure,repeat_of,evidence";

    /// <summary>As-of day of each period's first release.</summary>
    private static readonly Dictionary<int, DateOnly> AsOf = new() { [2021] = new(2022, 5, 12), [2022] = new(2023, 5, 11), [2023] = new(2024, 5, 15) };

    /// <summary>A finding from its beginning to what is known of it in the last period.</summary>
    /// <param name="Steps">issued, deadline, planned, reported, checked; blank where it has not come.</param>
    private sealed record Row(
        string Id, string Origin, string School, string Matter, string Problem, string Demand, string Responsible, string Steps, string Result = "", string Extended = "", string Appeal = "", string Measure = "",
        string RepeatOf = "", string Evidence = "", string Report = "", int From = 2021);

    private static readonly Row[] Rows =
    [
        new("990102-2021-01", "monitoring", "", "classes", "小学 6 个班超过 55 人", "2022 年秋季前化解", "汀兰区教育局", "2021-11-15 2022-08-31 2021-12-20 2022-08-26 2022-09-20", "done"),
        new("990102-2022-01", "complaint", "汀兰区实验小学", "enrolment", "招生范围未在校门口公布", "立即公布，今后每年公布", "汀兰区实验小学", "2022-05-30 2022-06-30 2022-06-02 2022-06-20 2022-07-05", "done"),
        new("990102-2023-01", "complaint", "汀兰区实验小学", "enrolment", "招生范围又未按时公布", "公布，并说明原因", "汀兰区实验小学、汀兰区教育局", "2023-06-12 2023-07-10 2023-06-15 2023-07-28 2023-08-15", "done", RepeatOf: "990102-2022-01", Measure: "criticism"),
        new("990102-2023-02", "monitoring", "汀洲小学", "conditions", "生均体育运动场馆面积不足", "提出扩建方案", "汀兰区教育局", "2024-03-18 2024-06-10 2024-04-12"),
        new("990121-2022-01", "monitoring", "石笠乡岭后小学", "safety", "校门口没有减速标志", "设置标志", "石笠乡人民政府", "2022-04-08 2022-06-30 2022-04-20 2022-06-24 2022-06-29", "done"),
        new("990121-2022-03", "complaint", "柳汀乡中心小学", "canteen", "食堂留样记录不全", "补齐制度，逐日留样", "柳汀乡中心小学", "2022-10-18 2022-12-31 2022-11-04 2022-12-12 2022-12-20", "done"),
        new("990121-2022-04", "complaint", "青渡县第二小学", "canteen", "食堂从业人员健康证明过期 2 人", "补办，期间不得上岗", "青渡县第二小学", "2022-10-18 2022-11-15 2022-10-20 2022-11-14 2022-11-30", "done"),
        new("990121-2023-05", "report", "石笠中学", "conditions", "图书长期未更新，近三年新增不足 1%", "补充更新图书", "石笠中学", "2023-11-13 2024-01-31 2023-11-28 2024-01-19 2024-01-26", "done", Evidence: "现场核查，新增图书 2140 册", Report: "2023/990121-junheng"),
        new("990121-2023-06", "report", "禾浦中学", "curriculum", "体育课由其他学科教师兼任，4 个班每周少开 1 节", "开足体育课，配齐专任教师", "禾浦中学", "2023-11-13 2024-02-29 2023-11-30 2024-02-22 2024-03-12", "partly", Evidence: "课时已开足；专任体育教师仍缺 1 名", Report: "2023/990121-junheng"),
        new("990121-2023-07", "report", "柳汀乡中心小学", "teachers", "专任教师少 2.3 名，英语课无专任教师", "补足教师，开齐英语课", "青渡县教育局", "2023-11-13 2024-03-31 2023-12-08", Report: "2023/990121-junheng", Measure: "interview"),
        new("990121-2023-08", "report", "青渡县第一小学", "classes", "3 个班超过 55 人，最大班 58 人", "分班，今后严控", "青渡县教育局", "2023-11-13 2024-02-29 2023-12-04 2024-02-27 2024-03-20", "not-done", Evidence: "只把 1 个班分开，其余两班仍超过 55 人", Report: "2023/990121-junheng"),
        new("990121-2023-09", "report", "", "balance", "初中学段：图书、运动场馆校际差距逐年扩大", "提出缩小差距的方案并逐年落实", "青渡县人民政府", "2023-11-13 2024-08-31 2023-12-29", Report: "2023/990121-junheng"),
        new("990122-2021-01", "monitoring", "岫云县第二小学", "conditions", "教学仪器设备不足", "补充设备", "岫云县教育局", "2021-12-06 2022-06-30 2022-01-10 2022-07-18 2022-08-02", "done"),
        new("990122-2023-01", "survey", "岫云县初级中学", "workload", "近四成家长反映作业超时", "公示作业时间，逐周检查", "岫云县初级中学", "2023-04-10 2023-06-30 2023-05-04 2023-06-26 2023-07-12", "done"),
        new("990122-2023-02", "complaint", "松涧中学", "enrolment", "收取了未经公示的资料费", "退还，并公示收费项目", "松涧中学", "2024-01-15 2024-04-15 2024-01-20 2024-04-11"),
        new("990122-2023-03", "monitoring", "", "funding", "教师培训经费不到公用经费的 5%", "足额安排", "岫云县人民政府", "2023-12-11 2024-03-15 2024-01-08", Extended: "2024-05-31", Appeal: "申辩称培训费列在其他科目，意见书采纳了一部分"),
        new("990121-2023-10", "report", "柳汀乡中心小学", "canteen", "食堂留样没有写明时间", "改正留样登记", "柳汀乡中心小学", "2024-03-15 2024-04-15  2024-03-18 2024-03-20", "done", Report: "2024/liuting-jingchang"),
        new("990122-2023-04", "report", "岫云县初级中学", "classes", "初中起始年级班额偏大", "起始年级按不超过 50 人编班", "岫云县教育局", "2023-06-12 2023-09-30 2023-07-03 2023-09-26 2023-10-18", "partly", Evidence: "七年级已按 50 人编班，其他年级未动", Report: "2023/990122-banee"),
        new("990122-2023-05", "report", "", "conditions", "县城新建初中的立项没有写明完工日期", "公布进度和分流办法", "岫云县人民政府", "2023-06-12 2023-08-31 2023-07-10 2023-12-20 2024-01-15", "done", Extended: "2023-12-31", Evidence: "进度和分流办法已公布", Report: "2023/990122-banee"),
        new("990202-2022-01", "monitoring", "芦汀小学", "safety", "校车停靠点占用机动车道", "另设停靠点", "苇荡区教育局", "2022-11-07 2022-12-31 2022-11-15 2023-01-10 2023-02-08", "done"),
        new("990202-2023-01", "survey", "鸥湾镇渔歌小学", "dormitory", "寄宿生宿舍冬季没有热水", "接通热水", "苇荡区教育局", "2024-04-22 2024-05-15 2024-04-28"),
        new("990202-2023-02", "complaint", "芦汀第二小学", "hygiene", "直饮水设备一年没有检测", "检测并公布结果", "芦汀第二小学", "2024-02-20 "),
        new("990221-2021-01", "complaint", "白沙渡中学", "dormitory", "宿舍一室住 14 人", "调整到 8 人以内", "鹤汀县教育局", "2022-03-09 2022-09-30 2022-04-01 2022-09-22 2022-10-12", "partly", Evidence: "已调整 9 间，还有 3 间"),
        new("990221-2023-01", "complaint", "白沙渡中学", "dormitory", "宿舍仍有 3 间一室住 12 人", "全部调整到 8 人以内", "鹤汀县教育局", "2023-10-16 2024-03-01 2023-11-06", RepeatOf: "990221-2021-01", Measure: "circular"),
        new("990221-2023-02", "monitoring", "鹤汀县初级中学", "curriculum", "音乐、美术课每周少开 1 节", "开齐课程", "鹤汀县初级中学", "2023-12-04 2024-06-14 2023-12-20 2024-05-06"),
        new("990222-2021-01", "monitoring", "", "balance", "小学综合差异系数超过限值", "提出方案，逐年缩小", "霜桥县人民政府", "2021-12-15 2022-12-31 2022-02-18 2023-02-20 2023-03-15", "partly", Measure: "interview"),
        new("990222-2022-02", "monitoring", "", "balance", "小学综合差异系数仍超过限值", "按学校列出缺口，写明期限", "霜桥县人民政府", "2023-05-08 2024-01-31 2023-06-30", RepeatOf: "990222-2021-01", Measure: "circular", From: 2022),
        new("990222-2023-01", "monitoring", "", "balance", "小学综合差异系数第三年超过限值", "调整教师和设备投向", "霜桥县人民政府", "2024-04-29 2024-12-31", RepeatOf: "990222-2021-01", Measure: "resources"),
        new("990222-2023-02", "monitoring", "霜桥县实验小学", "classes", "一年级 2 个班超过 55 人", "分班", "霜桥县教育局", "2023-10-30 2024-02-20 2023-11-20"),
        new("990222-2023-03", "complaint", "霜桥县第二小学", "ethos", "放学后在校外租房集体补习", "停止，处理相关责任", "霜桥县教育局", "2024-01-22 2024-03-22 2024-02-02 2024-04-02 2024-04-18", "done", Measure: "criticism"),
        new("990222-2023-04", "monitoring", "寒溪中学", "bus", "校车 1 辆超过使用年限", "更换", "霜桥县教育局", "2023-10-30 2024-03-31 2023-11-22", Extended: "2024-08-31"),
        new("990223-2022-01", "survey", "帆影乡学校", "teachers", "多名教师一人教三门课", "走教、支教补充", "屿澜县教育局", "2022-09-26 2023-03-31 2022-10-20 2023-03-20 2023-04-10", "done"),
        new("990223-2023-01", "monitoring", "灯塔乡北礁教学点", "conditions", "没有安全饮水设施", "安装净水设备", "屿澜县教育局", "2024-03-05 2024-06-30 2024-03-28 2024-05-07 2024-05-13", "not-done", Evidence: "设备已到，尚未安装"),
        new("990321-2022-01", "complaint", "晴川县第二初级中学", "workload", "早读早于规定时间", "调整作息", "晴川县第二初级中学", "2022-11-21 2022-12-20 2022-11-25 2022-12-16 2023-01-06", "done"),
        new("990321-2023-01", "monitoring", "白鹭中学", "administration", "学校章程三年没有修订", "修订并公布", "白鹭中学", "2023-11-27 2024-05-31 2023-12-18"),
        new("990321-2023-02", "monitoring", "白鹭镇中心小学", "safety", "消防通道堆放杂物", "清理", "白鹭镇中心小学", "2023-11-27 2023-12-15 2023-11-28 2023-12-11 2023-12-22", "done"),
        new("990322-2022-01", "monitoring", "落枫县第二小学", "conditions", "计算机一半超过使用年限", "更新", "落枫县教育局", "2022-12-12 2023-08-31 2023-02-06", Measure: "interview"),
        new("990322-2023-01", "monitoring", "", "administration", "未报送 2023 年学校数据", "补报", "落枫县教育局", "2024-04-16 2024-05-14", Measure: "circular"),
        new("990323-2021-01", "monitoring", "", "balance", "学校达标未达到要求，推迟认定", "逐校列出缺口，限期补足", "听泉县人民政府", "2021-11-08 2022-12-31 2022-01-28 2022-12-20 2023-01-30", "done"),
        new("990323-2023-01", "survey", "泉湾中学", "canteen", "食堂陪餐没有记录", "每餐记录", "泉湾中学", "2024-03-11 2024-06-20 2024-03-20 2024-05-08"),
        new("990323-2023-02", "complaint", "听泉县实验小学", "enrolment", "插班生名额没有公布", "待意见书", "听泉县教育局", "", Appeal: "学校申辩称名额已在县教育局网站公布，正在核实", From: 2023),
        new("990323-2023-03", "monitoring", "", "funding", "公用经费到校晚于规定时间", "待意见书", "听泉县人民政府", "", From: 2023),
        new("990323-2023-04", "monitoring", "听泉县初级中学", "classes", "八年级 1 个班超过 55 人", "分班", "听泉县教育局", "2023-11-20 2024-03-29 2023-12-11 2024-04-12 2024-05-09", "done"),
    ];

    /// <summary>findings.csv of a period: what had been found by its as-of day, with the steps taken by then.</summary>
    public static IEnumerable<string> Findings(int year, IReadOnlyList<Planned> plan)
    {
        yield return Header;
        foreach (var row in Rows.OrderBy(r => r.Id, StringComparer.Ordinal))
        {
            var steps = row.Steps.Split(' ');
            string Step(int i) => i < steps.Length ? steps[i] : "";
            string Known(int i) => Step(i).Length > 0 && DateOnly.ParseExact(Step(i), "yyyy-MM-dd", CultureInfo.InvariantCulture) <= AsOf[year] ? Step(i) : "";
            if (row.From > year || (Step(0).Length > 0 && Known(0).Length == 0))
            {
                continue;
            }

            // What came of it is told with the check; an extension and a measure belong to the last period.
            var closed = Known(4).Length > 0;
            var last = year == AsOf.Keys.Max();
            yield return Csv.Line(
            [
                row.Id, row.Origin, row.Report, row.Id[..6], row.School.Length > 0 ? plan.First(p => p.Name == row.School).Id : "", row.Matter, row.Problem, row.Demand, row.Responsible,
                Step(0).Length > 0 ? $"演示督意〔{Step(0)[..4]}〕{Number(row.Id, Step(0))}号（{row.Id[..6]}）" : "", Known(0), Step(1), last ? row.Extended : "", Known(2), Known(3), Known(4),
                closed ? row.Result : "", last ? row.Appeal : "", closed || last ? row.Measure : "", row.RepeatOf, closed || row.Result.Length == 0 ? row.Evidence : "",
            ]);
        }
    }

    // A finding whose notice came in a later year than its id must not share a number with one of that year.
    private static int Number(string id, string issued) =>
        int.Parse(id[^2..], CultureInfo.InvariantCulture) + (issued.StartsWith(id[7..11], StringComparison.Ordinal) ? 0 : 50);
}
