namespace Portal.SampleData;

/// <summary>What joins the demonstration's schools: groups of the three kinds, campuses; and the years by which counties are to be recognised.</summary>
internal static class Ties
{
    /// <summary>
    /// groups.csv. 青渡县 has all three kinds and rural schools without a partner, among them one whose partnership has ended; 霜桥县 has
    /// a partner for every rural school but two; 鹤汀县 and the others have reported no partnership; 屿澜县 only a district.
    /// </summary>
    public static IEnumerable<string> Groups(IReadOnlyList<Planned> plan)
    {
        yield return "group,school,name,kind,role,from,until";
        (string Group, string Name, string Kind, string From, string Until, (string School, string Role)[] Members)[] groups =
        [
            ("990121-jt1", "青渡县第一小学教育集团", "集团", "2020-09", "", [("青渡县第一小学", "牵头校"), ("青渡县滨溪小学", "成员校"), ("禾浦镇中心小学", "成员校")]),
            ("990121-jd1", "青渡县第一小学与柳汀乡中心小学结对", "结对", "2021-09", "", [("青渡县第一小学", "帮扶校"), ("柳汀乡中心小学", "受帮扶校")]),
            ("990121-jd2", "青渡县第二小学与石笠乡中心小学结对", "结对", "2021-09", "", [("青渡县第二小学", "帮扶校"), ("石笠乡中心小学", "受帮扶校")]),
            ("990121-jd3", "青渡县初级中学与石笠中学结对", "结对", "2022-09", "", [("青渡县初级中学", "帮扶校"), ("石笠中学", "受帮扶校")]),
            ("990121-jd4", "禾浦镇中心小学与禾浦镇岸头小学结对", "结对", "2022-09", "", [("禾浦镇中心小学", "帮扶校"), ("禾浦镇岸头小学", "受帮扶校")]),
            ("990121-jd5", "望舒镇中心小学与望舒镇竹里小学结对", "结对", "2019-09", "2022-08", [("望舒镇中心小学", "帮扶校"), ("望舒镇竹里小学", "受帮扶校")]),
            ("990121-xq1", "望舒学区", "学区", "2020-09", "", [("望舒镇中心小学", "中心校"), ("望舒学校", "成员校"), ("望舒镇竹里小学", "成员校")]),
            ("990222-jd1", "霜桥县第一小学与枫岭乡中心小学、枫岭乡石磨小学结对", "结对", "2022-03", "", [("霜桥县第一小学", "帮扶校"), ("枫岭乡中心小学", "受帮扶校"), ("枫岭乡石磨小学", "受帮扶校")]),
            ("990222-jd2", "霜桥县初级中学与枫岭中学、雪坞学校结对", "结对", "2022-03", "", [("霜桥县初级中学", "帮扶校"), ("枫岭中学", "受帮扶校"), ("雪坞学校", "受帮扶校")]),
            ("990222-jd3", "寒溪镇中心小学与寒溪镇板桥小学结对", "结对", "2022-03", "", [("寒溪镇中心小学", "帮扶校"), ("寒溪镇板桥小学", "受帮扶校")]),
            ("990223-xq1", "屿澜学区", "学区", "2021-09", "", [("屿澜县第一小学", "中心校"), ("屿澜县实验小学", "成员校"), ("帆影乡学校", "成员校")]),
        ];
        foreach (var (group, name, kind, from, until, members) in groups)
        {
            foreach (var (school, role) in members)
            {
                yield return Csv.Line([group, Id(plan, school), name, kind, role, from, until]);
            }
        }
    }

    /// <summary>campuses.csv.</summary>
    public static IEnumerable<string> Campuses(IReadOnlyList<Planned> plan)
    {
        yield return "school,campus,name,address,grades";
        yield return Csv.Line([Id(plan, "青渡县第一小学"), "bei", "北校区", "青渡街道渡口街 210 号", "一、二年级"]);
        yield return Csv.Line([Id(plan, "青渡县第一小学"), "zhu", "主校区", "青渡街道文昌街 18 号", "三至六年级"]);
        yield return Csv.Line([Id(plan, "雪坞学校"), "xiao", "小学部校区", "雪坞乡新桥路 6 号", "小学各年级"]);
    }

    /// <summary>Rows of targets.csv: recognition promised by a year; 汀兰区's year is over.</summary>
    public static IEnumerable<string> Promises()
    {
        yield return "990102,,2023,quality-recognition,,at_least,,2023 年汀兰区通过优质均衡认定,plan-2021";
        yield return "990202,,2025,quality-recognition,,at_least,,2025 年苇荡区通过优质均衡认定,plan-2021";
        yield return "990323,,2023,basic-recognition,,at_least,,2023 年听泉县通过基本均衡认定,plan-2021";
    }

    private static string Id(IReadOnlyList<Planned> plan, string name) => plan.First(p => p.Name == name).Id;
}
