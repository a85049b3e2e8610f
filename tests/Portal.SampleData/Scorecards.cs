namespace Portal.SampleData;

/// <summary>
/// School supervision by an invented evaluation tree of 7, 22 and 50 nodes (the shape that 密云区 is reported to use, with labels made up here), for
/// twelve schools of two counties in two periods. Some areas are not checked yet; one school has only rated itself; boarding does not apply to day schools.
/// </summary>
internal static class Scorecards
{
    public const string Tree = "yl-2022";

    /// <summary>Area: second level = leaves; the area of each leaf is told by its id.</summary>
    private static readonly (string Area, (string Branch, string[] Leaves)[] Branches)[] Plan =
    [
        ("办学方向", [("立德树人", ["育人目标写进学校章程", "德育课程按计划上"]), ("依法办学", ["章程和制度公开", "不设重点班", "家长知道申诉的办法"]), ("学校规划", ["有三年规划", "每年对照规划总结"])]),
        ("课程与教学", [("课程开设", ["开齐开足国家课程", "课程表公开"]), ("课堂教学", ["备课有记录", "学生有动手和讨论的时间", "新教师有人带"]), ("作业", ["作业总量有人管", "作业批改及时"]), ("教学研究", ["教研每周有安排", "教研解决本校的问题"])]),
        ("教师队伍", [("师德", ["没有有偿补课", "教师行为有约定"]), ("培训", ["培训学时达到要求", "培训内容教师参与定", "乡村教师有外出学习"]), ("教师关怀", ["教师工作量公开", "有听取意见的办法"])]),
        ("学生发展", [("体育与健康", ["每天锻炼一小时", "视力有监测", "心理辅导有专人"]), ("艺术与劳动", ["劳动课有场地", "每个学生有艺术活动"]), ("学生权益", ["困难学生有帮扶", "特殊需要学生有个别计划", "学生意见有答复"])]),
        ("安全与后勤", [("校园安全", ["门卫和巡查落实", "每学期有演练", "隐患有台账"]), ("食堂与饮水", ["食堂公开进货", "饮水检测合格"]), ("寄宿", ["宿舍有人值夜", "床位和厕所够用"])]),
        ("资源与设施", [("场地设施", ["专用教室按课表使用", "操场课后开放"]), ("图书与设备", ["图书常更新", "设备有使用记录"]), ("信息化", ["网络能用于教学", "数据填报准确"])]),
        ("家校社协同", [("家长参与", ["家长委员会有活动", "家长意见有答复"]), ("社区", ["与社区有共建", "社会资源进校园"]), ("信息公开", ["收费公开", "招生信息公开"])]),
    ];

    private static readonly string[] Schools =
    [
        "青渡县第一小学", "青渡县第二小学", "青渡县滨溪小学", "禾浦镇中心小学", "石笠中学", "望舒学校", "望舒镇中心小学", "柳汀乡中心小学",
        "霜桥县第一小学", "霜桥县初级中学", "寒溪镇中心小学", "雪坞学校",
    ];

    private const string OnlySelf = "柳汀乡中心小学";
    private static readonly string[] Boarding = ["石笠中学", "望舒学校", "霜桥县初级中学", "雪坞学校"];

    /// <summary>trees.csv.</summary>
    public static IEnumerable<string> Trees()
    {
        yield return "tree,node,parent,order,label,points,scale,source";
        yield return Csv.Line([Tree, "r", "", "0", "云岭省中小学校督导评价指标（演示）", "", "A B C D", "tree-2022"]);
        foreach (var (area, a) in Plan.Select((p, i) => (p, i + 1)))
        {
            yield return Csv.Line([Tree, $"a{a}", "r", Csv.Number(a), area.Area, "", "", ""]);
            foreach (var (branch, b) in area.Branches.Select((p, i) => (p, i + 1)))
            {
                yield return Csv.Line([Tree, $"a{a}-{b}", $"a{a}", Csv.Number(b), branch.Branch, "", "", ""]);
                foreach (var (leaf, l) in branch.Leaves.Select((p, i) => (p, i + 1)))
                {
                    yield return Csv.Line([Tree, $"a{a}-{b}-{l}", $"a{a}-{b}", Csv.Number(l), leaf, "", "", ""]);
                }
            }
        }
    }

    /// <summary>Its document in sources.csv.</summary>
    public static IEnumerable<string> Sources()
    {
        yield return Csv.Line(["tree-2022", "云岭省中小学校督导评价指标（演示）", "云岭省人民政府教育督导室", "云教督〔2022〕3号", "2022-06-10", "", "原件", ""]);
    }

    /// <summary>scorecards.csv of a year; no rows before 2022.</summary>
    public static IEnumerable<string> Table(int year, IReadOnlyList<Planned> plan)
    {
        yield return "school,tree,node,period,self,checked,comment,visited,report";
        foreach (var name in year < 2022 ? [] : Schools)
        {
            var id = plan.First(p => p.Name == name).Id;
            foreach (var (area, a) in Plan.Select((p, i) => (p, i + 1)))
            {
                // The newest period is still under way: half of the schools have three areas to go, and one no check at all.
                var open = year == 2023 && ((a > 4 && Schools.AsSpan().IndexOf(name) % 2 == 1) || name == OnlySelf);
                foreach (var (branch, b) in area.Branches.Select((p, i) => (p, i + 1)))
                {
                    for (var l = 1; l <= branch.Leaves.Length; l++)
                    {
                        yield return Row(id, name, year, $"a{a}-{b}-{l}", branch.Branch, open);
                    }
                }
            }
        }
    }

    /// <summary>The rows of one school of a large set; it has no boarders.</summary>
    public static IEnumerable<string> Of(string school, int year, bool open) =>
        Plan.SelectMany((area, a) => area.Branches.SelectMany((branch, b) => branch.Leaves.Select((_, l) => Row(school, "", year, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"a{a + 1}-{b + 1}-{l + 1}"), branch.Branch, open))));

    private static string Row(string id, string name, int year, string node, string branch, bool open)
    {
        if (branch == "寄宿" && !Boarding.Contains(name))
        {
            return Csv.Line([id, Tree, node, Csv.Number(year), "z", open ? "" : "z", "", "", ""]);
        }

        // A school's own rating is now and then one level higher than the check, seldom lower; most levels hold from year to year.
        var own = new Chance($"scorecard {id} {node}");
        var level = Level(own.Unit());
        var chance = new Chance($"scorecard {id} {node} {year}");
        var check = chance.Unit() < 0.15 && level > 0 && year == 2023 ? level - 1 : level;
        var step = chance.Unit();
        var self = step < 0.16 ? Math.Max(0, check - 1) : step > 0.97 ? Math.Min(3, check + 1) : check;
        var comment = !open && self < check && chance.Unit() < 0.5 ? "资料与现场不一致，请补记录。" : "";
        var visited = open ? "" : $"{year}-{(node.Length > 1 && node[1] < '5' ? "10-18" : "11-22")}";
        return Csv.Line([id, Tree, node, Csv.Number(year), Word(self), open ? "" : Word(check), comment, visited, ""]);
    }

    private static int Level(double unit) => unit < 0.45 ? 0 : unit < 0.8 ? 1 : unit < 0.96 ? 2 : 3;

    private static string Word(int level) => "ABCD".Substring(level, 1);
}
