using System.Globalization;

namespace Portal.SampleData;

/// <summary>
/// What counties report for the items of the two schemes (government.csv), with the province's own sheet of points (items.csv).
/// Of 2012's points: most counties pass, 霜桥县 falls below 85, 听泉县 cannot reach them any more, 鹤汀县 has left two items out,
/// 晴川县 has reported nothing. 苇荡区 has applied for 2017's scheme and reported all but a few of its items; one does not hold.
/// </summary>
internal static class Government
{
    private static readonly int[] Points = [5, 5, 5, 5, 6, 7, 6, 6, 6, 6, 7, 6, 6, 6, 6, 6, 6];

    private static readonly string[] Labels =
    [
        "随迁子女就学纳入当地教育发展规划和财政保障体系", "建立以政府为主导、社会各方面参与的留守儿童关爱体系", "三类残疾儿童少年入学率不低于 80%", "优质普通高中招生名额分配到县域内初中的比例逐步提高",
        "建立义务教育均衡发展责任、监督和问责机制", "义务教育经费在财政预算中单列，近三年做到“三个增长”", "学校标准化建设和薄弱学校改造计划，财政性经费向薄弱学校倾斜", "农村税费改革转移支付用于义务教育的比例达到省级规定",
        "全面实施义务教育绩效工资制度", "义务教育学校学科教师配备合理，生师比达到省定编制标准", "建立并有效实施县域内义务教育学校校长和教师定期交流制度", "落实教师培训经费，加强教师培训",
        "按照国家规定开齐开足课程", "小学、初中巩固率达到省级规定标准", "小学、初中学生体质健康及格率达到省级规定标准", "不设重点学校和重点班，公办义务教育择校现象基本遏制", "小学生、初中生过重课业负担有效减轻",
    ];

    /// <summary>Points lost, by county and year; the items that lose them are drawn. A county that is not here has not reported.</summary>
    private static readonly Dictionary<(string County, int Year), decimal> Lost = new()
    {
        [("990102", 2021)] = 7.5m, [("990102", 2022)] = 7, [("990102", 2023)] = 6,
        [("990121", 2021)] = 10.5m, [("990121", 2022)] = 9, [("990121", 2023)] = 8.5m,
        [("990122", 2021)] = 13, [("990122", 2022)] = 12.5m, [("990122", 2023)] = 11,
        [("990202", 2021)] = 6, [("990202", 2022)] = 5.5m, [("990202", 2023)] = 4.5m,
        [("990221", 2022)] = 9.5m, [("990221", 2023)] = 9,
        [("990222", 2021)] = 13.5m, [("990222", 2022)] = 14.5m, [("990222", 2023)] = 17.5m,
        [("990223", 2022)] = 14, [("990223", 2023)] = 15,
        [("990322", 2021)] = 12, [("990322", 2022)] = 11.5m,
        [("990323", 2021)] = 24, [("990323", 2022)] = 22.5m, [("990323", 2023)] = 19,
    };

    /// <summary>Items, counted from 1, that a county has left out.</summary>
    private static readonly Dictionary<(string County, int Year), int[]> LeftOut = new()
    {
        [("990221", 2023)] = [8, 15],
        [("990323", 2023)] = [14],
    };

    /// <summary>The province's own items.csv: the same items with its points, 100 in all.</summary>
    public static IEnumerable<string> Sheet()
    {
        yield return "item,group,order,label,rule,inputs,stage,place,from,until,threshold,unit,points,veto,source";
        for (var i = 0; i < Points.Length; i++)
        {
            yield return Text($"b{i + 1:00},government,{i + 1},{Labels[i]},score,,,990000,2013-01-01,,,,{Points[i]},no,《云岭省县域义务教育均衡发展督导评估评分表》（演示文件〔2012〕32号）第 {i + 1} 项");
        }
    }

    public static IEnumerable<string> Table(int year, IReadOnlyList<School> schools)
    {
        yield return "place,scheme,item,input,value,score,evidence";
        foreach (var (county, _) in Lost.Keys.Where(k => k.Year == year).Order())
        {
            var scores = Scores(county, year, Lost[(county, year)]);
            for (var i = 0; i < scores.Length; i++)
            {
                var left = LeftOut.GetValueOrDefault((county, year), []).Contains(i + 1);
                yield return Text($"{county},basic-2012,b{i + 1:00},,,{(left ? "" : Csv.Number(scores[i]))},{(left ? "" : $"县级自评报告（{year} 年）第 {i + 1} 项")}");
            }
        }

        if (year == 2023)
        {
            foreach (var line in Applied("990202", [.. schools.Where(s => s.Place == "990202")]))
            {
                yield return line;
            }
        }
    }

    /// <summary>A county of a large set: points lost are drawn too.</summary>
    public static IEnumerable<string> Draw(string county, int year) =>
        Scores(county, year, 4 + (new Chance($"points {county} {year}").Below(30) / 2m))
            .Select((score, i) => Text($"{county},basic-2012,b{i + 1:00},,,{Csv.Number(score)},县级自评报告（{year} 年）第 {i + 1} 项"));

    /// <summary>Full points less half points taken from drawn items until the wanted sum is lost.</summary>
    private static decimal[] Scores(string county, int year, decimal wanted)
    {
        var chance = new Chance($"government {county} {year}");
        var scores = Points.Select(p => (decimal)p).ToArray();
        for (var lost = 0m; lost < wanted; lost += 0.5m)
        {
            int item;
            do
            {
                item = chance.Below(scores.Length);
            }
            while (scores[item] < 2);

            scores[item] -= 0.5m;
        }

        return scores;
    }

    /// <summary>A county's report for the scheme of 2017: counts that fit its table of schools.</summary>
    public static IEnumerable<string> Applied(string county, IReadOnlyList<School> schools)
    {
        var teachers = schools.Sum(s => s["teachers_primary"] + s["teachers_junior"]);
        decimal Town(string stage) => schools.Where(s => s.UrbanRural[0] == '1' && s.Sponsor != "民办").Sum(s => s.Pupils(stage));
        var small = schools.Count(s => s.UrbanRural[0] == '2' && s.Type is "211" or "218" && s.Pupils("primary") < 100);
        var entered = Math.Round(schools.Sum(s => s.Pupils("junior")) / 3);
        var eligible = Math.Round(teachers * 0.62m);
        var exchanged = Math.Round(eligible * 0.118m);
        (string Item, string Input, decimal? Value, string Evidence)[] rows =
        [
            ("e2-items", "no_failed_items", null, ""),
            ("e3-level", "level_reached", 1, "2022 年省级义务教育质量监测报告（演示）"),
            ("e3-difference", "difference_rate", 0.118m, "2022 年省级义务教育质量监测报告（演示）"),
            ("e5", "no_incidents", 1, "苇荡区人民政府证明（演示）"),
            ("g01", "layout", 1, "苇荡区学校布局专项规划（演示文件〔2021〕17号）"),
            ("g02", "building_standard", 1, "区教育局说明（演示）"), ("g02", "staffing_standard", 1, "区编办文件（演示）"),
            ("g02", "funding_standard", 1, "区财政局文件（演示）"), ("g02", "equipment_standard", 1, "区教育局说明（演示）"),
            ("g06", "funded_as_hundred", small, "公用经费拨款单（演示）"), ("g06", "small_schools", small, "教育事业统计报表"),
            ("g07", "special_funds", null, ""), ("g07", "special_pupils", 64, "教育事业统计报表"),
            ("g08-pay", "teacher_pay", 98600, "2023 年区财政局核定表（演示）"), ("g08-pay", "civil_servant_pay", 97200, "2023 年区财政局核定表（演示）"),
            ("g08-performance", "performance_pay", 1, "区人社局文件（演示）"),
            ("g09", "trained", teachers, "继续教育学分登记（演示）"),
            ("g10", "posts_shared", 1, "区编办文件（演示）"),
            ("g11-exchange", "exchanged", exchanged, "2023 年交流轮岗名册统计（演示）"), ("g11-exchange", "eligible", eligible, "2023 年交流轮岗名册统计（演示）"),
            ("g11-backbone", "exchanged_backbone", Math.Floor(exchanged * 0.17m), "2023 年交流轮岗名册统计（演示）"),
            ("g12", "certified", teachers, "教师资格注册统计（演示）"),
            ("g13-primary", "in_zone", Town("primary"), "2023 年招生结果（演示）"), ("g13-primary", "zone_pupils", Town("primary"), "教育事业统计报表"),
            ("g13-junior", "in_zone", Math.Ceiling(Town("junior") * 0.968m), "2023 年招生结果（演示）"), ("g13-junior", "zone_pupils", Town("junior"), "教育事业统计报表"),
            ("g14-share", "allocated", 742, "2023 年高中招生计划（演示）"), ("g14-share", "planned", 1360, "2023 年高中招生计划（演示）"),
            ("g14-rural", "rural_tilt", 1, "2023 年高中招生计划（演示）"),
            ("g15-care", "left_behind_care", 1, "区民政局文件（演示）"),
            ("g15-migrants", "in_public", 1184, "教育事业统计报表"), ("g15-migrants", "in_bought", 96, "购买学位协议（演示）"), ("g15-migrants", "eligible_children", 1421, "教育事业统计报表"),
            ("q1", "graduates", Math.Round(entered * 0.975m), "教育事业统计报表"), ("q1", "moved_in", 31, "学籍系统"), ("q1", "moved_out", 44, "学籍系统"), ("q1", "entered", entered, "教育事业统计报表"), ("q1", "deaths", 0, "学籍系统"),
            ("q2", "enrolled_disabled", 167, "区残联名册统计（演示）"), ("q2", "disabled_children", 170, "区残联名册统计（演示）"),
            ("q3", "charters", 1, "章程核准名录（演示）"), ("q3", "digital_management", 1, "区教育局说明（演示）"),
            ("q4", "schools_reaching", null, ""), ("q4", "schools_budgeted", schools.Count(s => s.HostedBy.Length == 0), "部门预算"),
            ("q5", "digital_teaching", 1, "区教育局说明（演示）"),
            ("q6", "moral_education", 1, "学校评估结果（演示）"), ("q6", "campus_culture", 1, "学校评估结果（演示）"),
            ("q7", "curriculum", 1, "课程表检查记录（演示）"), ("q8", "workload", 1, "作业抽查记录（演示）"),
            ("q9-level", "level_reached", 1, "2022 年国家义务教育质量监测报告（演示）"), ("q9-difference", "difference_rate", 0.126m, "2022 年国家义务教育质量监测报告（演示）"),
            ("v1", "holds", 1, "省级抽查（演示）"), ("v2", "holds", 1, "省级抽查（演示）"), ("v3", "holds", 1, "省级抽查（演示）"), ("v4", "holds", 1, "省级抽查（演示）"),
        ];
        return rows.Select(r => Csv.Line([county, "quality-2017", r.Item, r.Input, r.Value is { } value ? Csv.Number(value) : "", "", r.Evidence]));
    }

    private static string Text(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
