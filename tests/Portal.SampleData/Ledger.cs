using System.Globalization;

namespace Portal.SampleData;

/// <summary>The tables of the demonstration that are words and documents rather than schools' numbers.</summary>
internal static class Ledger
{
    public const string Settings = """
        # 演示数据：省、县、学校、文件、电话和数字全部虚构。本文件由 tests/Portal.SampleData 生成。
        title: 云岭省义务教育均衡公开
        short_title: 云岭义务教育均衡公开
        description: 虚构的云岭省各县、各学校的义务教育办学条件、校际差异和认定情况，用来演示本站能公布什么、怎样公布。
        publisher:
          name: 云岭省教育督导室（虚构）
          unit: 云岭省教育督导室（虚构）
          contact: 000-5550000
        origin: https://demo.example
        base_path: /
        kind: demonstration
        notice: 云岭省及全部数字均为虚构
        minimum_group: 10
        province: "990000"
        licence: 数据可自由引用，请注明出处和发布号。
        examples:
          - { label: 柳汀乡中心小学, school: "2199004003" }
          - { label: 青渡县, place: "990121" }
        """;

    public static string Release(string id, string title, string year, string asOf, string published, string next, string basedOn, string notes) => $$"""
        id: "{{id}}"
        title: {{title}}
        as_of: {{asOf}}
        statistics_date: {{year}}-09-01
        published: {{published}}
        state: final
        schemes: [basic-2012, quality-2017]
        next_release: {{next}}{{(basedOn.Length > 0 ? $"\nbased_on: \"{basedOn}\"" : "")}}
        source: stats-{{year}}
        licence: 数据可自由引用，请注明出处和发布号。
        legal_basis: 《中华人民共和国政府信息公开条例》第二十条；《中华人民共和国义务教育法》第八条
        approvals:
          - { step: 数据复核, unit: 云岭省教育事业统计办公室（虚构）, post: 统计负责人, date: {{asOf}}, document: 演示文件〔{{published[..4]}}〕21号 }
          - { step: 公开审查, unit: 云岭省教育督导室（虚构）, post: 室主任, date: {{published}}, document: 演示文件〔{{published[..4]}}〕22号 }
        notes: {{notes}}
        """;

    public static IEnumerable<string> Sources()
    {
        yield return "source,title,issuer,number,date,address,grade,read_from";
        foreach (var year in new[] { 2021, 2022, 2023 })
        {
            yield return Text($"stats-{year},{year} 年教育事业统计报表（演示）,云岭省教育事业统计办公室（虚构）,,{year}-11-20,,原件,各校填报，统计时点 {year}-09-01");
        }

        yield return "standard-2013,云岭省义务教育学校办学基本标准（演示）,云岭省教育部门（虚构）,演示文件〔2012〕31号,2012-12-10,https://demo.example/wenjian/2012-31,原件,附表一";
        foreach (var c in Yunling.Counties.Where(c => c.Recognised > 0))
        {
            yield return Text($"rec-{c.Code},关于认定{c.Name}等县（市、区）为义务教育发展基本均衡县的决定（演示）,国家认定机关（虚构）,演示文件〔{c.Recognised}〕3号,{c.Recognised}-03-21,https://demo.example/wenjian/{c.Recognised}-3,原件,名单");
        }

        yield return "defer-990323,关于推迟听泉县义务教育基本均衡认定的通知（演示）,云岭省教育督导室（虚构）,演示文件〔2019〕12号,2019-11-04,https://demo.example/wenjian/2019-12,原件,全文";
        yield return "apply-990202,苇荡区义务教育优质均衡发展区申报书（演示）,苇荡区人民政府（虚构）,演示文件〔2023〕18号,2023-06-12,https://demo.example/wenjian/2023-18,原件,全文";
        yield return "report-990121,青渡县义务教育均衡发展专项督导报告（演示）,云岭省教育督导室（虚构）,演示文件〔2023〕27号,2023-11-20,https://demo.example/wenjian/2023-27,原件,第三、四部分";
        yield return "plan-2021,云岭省义务教育均衡发展规划（2021—2025 年）（演示）,云岭省人民政府（虚构）,演示文件〔2021〕6号,2021-04-08,https://demo.example/wenjian/2021-6,原件,目标一节";
        yield return "survey-2022,2022 年义务教育满意度调查结果（演示）,云岭省教育督导室（虚构）,演示文件〔2023〕9号,2023-02-27,https://demo.example/wenjian/2023-9,原件,附表";
        yield return "survey-2023,2023 年义务教育满意度调查结果（演示）,云岭省教育督导室（虚构）,演示文件〔2024〕8号,2024-02-26,https://demo.example/wenjian/2024-8,原件,附表";
        yield return "bulletin-2020,2020 年县域义务教育校际差异公报（演示）,云岭省教育督导室（虚构）,演示文件〔2021〕15号,2021-06-03,https://demo.example/wenjian/2021-15,原件,附表";
        yield return "notice-2022,关于调整部分乡村学校布局的通知（演示）,青渡县教育局（虚构）,演示文件〔2022〕11号,2022-06-20,https://demo.example/wenjian/2022-11,原件,全文";
        yield return "notice-2024,关于征求部分学校撤并意见的公告（演示）,澜湾市教育局（虚构）,演示文件〔2024〕5号,2024-03-15,https://demo.example/wenjian/2024-5,原件,全文";
    }

    public static IEnumerable<string> Places()
    {
        yield return "code,name,level,parent,residents,from,until,successor";
        yield return "990000,云岭省,province,000000,2864000,,,";
        var cities = Yunling.Counties.Select(c => c.City).Distinct().ToList();
        foreach (var city in cities)
        {
            var code = CityCode(cities.IndexOf(city));
            yield return $"{code},{city},city,990000,,,,";
            foreach (var county in Yunling.Counties.Where(c => c.City == city).OrderBy(c => c.Code, StringComparer.Ordinal))
            {
                yield return $"{county.Code},{county.Name},county,{code},{Residents(county.Code)},,,";
            }
        }
    }

    public static IEnumerable<string> Channels()
    {
        yield return "place,topic,kind,value,hours,promise_days";
        yield return "990000,general,phone,000-5550000,工作日 9:00—12:00、14:00—17:30,15";
        yield return "990000,general,mail,fankui@example.invalid,,15";
        yield return "990000,data,form,https://demo.example/fankui?title={title}&page={address}&release={release},,15";
        yield return "990000,general,letter,云岭省临溪市书院路 1 号 云岭省教育督导室（虚构） 收,,30";
        foreach (var county in Yunling.Counties)
        {
            // 青渡县 keeps the number that the design shows.
            var number = county.Number == 4 ? 100 : county.Number * 100;
            number = county.Number == 1 ? 1300 : number;
            yield return Text($"{county.Code},general,phone,000-555{number:0000},工作日 9:00—17:00,15");
            yield return county.Number % 2 == 0
                ? Text($"{county.Code},general,form,https://demo.example/{county.Code}/fankui?title={{title}}&page={{address}}&release={{release}},,15")
                : Text($"{county.Code},general,mail,xian{county.Code}@example.invalid,,15");
        }
    }

    public static IEnumerable<string> SchoolLinks(IReadOnlyList<Planned> plan)
    {
        string Id(string name) => plan.First(p => p.Name == name).Id;
        yield return "from,to,kind,date,old_name,notice,source";
        yield return $"{Id("柳汀乡中心小学")},{Id("柳汀乡中心小学")},renamed,2014-09-01,柳汀乡汀前小学,,";
        yield return $"{Id("霜桥县实验小学")},{Id("霜桥县实验小学")},renamed,2022-08-25,霜桥县第三小学,,";
        yield return $"{Id("岫云县民族中学")},{Id("岫云县民族中学")},renamed,2022-08-25,岫云县第二中学,,";
        yield return $"{Id("石笠乡岭后小学")},{Id("石笠乡中心小学")},closed,2022-07-15,,演示文件〔2022〕11号,notice-2022";
        yield return $"{Id("鹭洲乡西渡小学")},{Id("鹭洲乡中心小学")},merged,2023-07-10,,,";
        yield return $"{Id("岫云县第二小学")},{Id("岫云县第三小学")},split,2022-09-01,,,";
        yield return $"{Id("雪坞乡梅垄小学")},{Id("雪坞学校")},proposed,2024-03-15,,演示文件〔2024〕5号,notice-2024";
        yield return $"{Id("石笠乡云脚教学点")},{Id("石笠乡中心小学")},proposed,2024-04-10,,征求意见公告（演示）,";
    }

    public static IEnumerable<string> Procedure(int year)
    {
        yield return "place,scheme,step,done,outcome,authority,text,source";
        foreach (var c in Yunling.Counties.Where(c => c.Recognised > 0))
        {
            var (y, name) = (c.Recognised, c.Name);
            var city = c.City + "教育督导室（虚构）";
            yield return Text($"{c.Code},basic-2012,自评,{y - 1}-03-10,done,{name}人民政府（虚构）,县级自评报告,rec-{c.Code}");
            yield return Text($"{c.Code},basic-2012,复核,{y - 1}-06-02,passed,{city},市级复核意见,rec-{c.Code}");
            yield return Text($"{c.Code},basic-2012,省评,{y - 1}-10-16,passed,云岭省教育督导室（虚构）,省级评估报告,rec-{c.Code}");
            yield return Text($"{c.Code},basic-2012,公示,{y}-02-22,done,国家认定机关（虚构）,公示五个工作日,rec-{c.Code}");
            yield return Text($"{c.Code},basic-2012,认定,{y}-03-21,recognised,国家认定机关（虚构）,认定{name}为义务教育发展基本均衡县,rec-{c.Code}");
        }

        yield return "990323,basic-2012,自评,2018-03-12,done,听泉县人民政府（虚构）,县级自评报告,defer-990323";
        yield return "990323,basic-2012,复核,2018-06-08,passed,朔月市教育督导室（虚构）,市级复核意见,defer-990323";
        yield return "990323,basic-2012,省评,2019-10-18,not-passed,云岭省教育督导室（虚构）,小学综合差异系数和学校达标未达到要求,defer-990323";
        yield return "990323,basic-2012,推迟,2019-11-04,deferred,云岭省教育督导室（虚构）,推迟认定，整改后重新申请省级评估,defer-990323";
        if (year == 2023)
        {
            yield return "990121,basic-2012,复查,2023-11-20,ongoing,云岭省教育督导室（虚构）,2023 年度监测复查进行中,report-990121";
            yield return "990202,quality-2017,申报,2023-06-12,applied,苇荡区人民政府（虚构）,申报义务教育优质均衡发展区,apply-990202";
            yield return "990202,quality-2017,自评,2023-09-28,done,苇荡区人民政府（虚构）,区级自评报告,apply-990202";
        }
    }

    public static IEnumerable<string> Facts(int year)
    {
        yield return "place,year,topic,label,measure,value,unit,text,source";
        yield return Text($"990000,{year},recognition,累计通过认定的县（区）,counties-recognised,9,个,全省 10 个县（区）,stats-{year}");
        if (year == 2023)
        {
            yield return "990121,2022,funding,义务教育投入,investment,24160,万元,,report-990121";
            yield return "990121,2023,funding,义务教育投入,investment,25830,万元,,report-990121";
            yield return "990121,2023,teachers,新补充教师,teachers-recruited,46,人,其中乡村学校 31 人,report-990121";
            yield return "990121,2023,buildings,新增运动场地面积,sports-ground-area,2150,m²,禾浦中学和望舒镇中心小学,report-990121";
            yield return "990121,2023,attendance,义务教育巩固率,retention-rate,97.6,%,,report-990121";
            yield return "990121,2023,classes,56人以上大班额,classes-over-55,3,个,均在青渡县第一小学,report-990121";
            yield return "990202,2023,attendance,残疾儿童少年入学率,disabled-enrolment,98.2,%,,apply-990202";
            yield return "990202,2023,teachers,新补充教师,teachers-recruited,112,人,,apply-990202";
            yield return "990202,2023,schools,达到标准化建设要求的学校,schools-standardised,93,%,,apply-990202";
        }
        else
        {
            yield return Text($"990121,{year},attendance,义务教育巩固率,retention-rate,{(year == 2021 ? "97.1" : "97.4")},%,,stats-{year}");
            yield return Text($"990202,{year},attendance,残疾儿童少年入学率,disabled-enrolment,{(year == 2021 ? "96.8" : "97.5")},%,,stats-{year}");
        }
    }

    public static IEnumerable<string> Targets(int year)
    {
        yield return "place,school,year,measure,target,sense,unit,text,source";
        yield return "990000,,2023,counties-recognised,10,at_least,个,到 2023 年全省所有县（区）通过认定,plan-2021";
        yield return "990000,,2025,retention-rate,98,at_least,%,到 2025 年义务教育巩固率达到 98%,plan-2021";
        yield return "990121,,2023,teachers-recruited,60,at_least,人,2023 年新补充教师 60 人,plan-2021";
        yield return "990121,,2023,sports-ground-area,2000,at_least,m²,2023 年新增运动场地 2000 平方米,plan-2021";
        yield return "990121,,2023,classes-over-55,0,at_most,个,2023 年消除 56 人以上大班额,plan-2021";
        yield return "990121,,2024,large-classes,,at_most,%,到 2024 年基本消除大班额（原文未给数值）,plan-2021";
        yield return "990202,,2023,schools-standardised,100,at_least,%,2023 年全部学校达到标准化建设要求,plan-2021";
        if (year >= 2022)
        {
            yield return "990222,,2023,teachers-recruited,80,at_least,人,2022—2023 年新补充教师 80 人,plan-2021";
        }
    }

    public static IEnumerable<string> Satisfaction(int year)
    {
        const string question = "对本县义务教育均衡发展工作是否满意";
        yield return "place,year,group,rate_percent,question,source";
        if (year < 2022)
        {
            yield break;
        }

        (string Place, string All, string Parents, string Teachers, string Deputies)[] rates = year == 2022
            ? [("990102", "93.1", "92.4", "96.0", "95.2"), ("990121", "88.7", "86.9", "93.5", "92.0"), ("990202", "95.3", "94.8", "97.1", "96.4"), ("990222", "86.2", "84.0", "91.7", "90.5")]
            : [("990102", "93.6", "93.0", "95.8", "95.5"), ("990202", "95.9", "95.2", "97.4", "97.0"), ("990222", "84.3", "81.6", "90.9", "89.0")];
        foreach (var r in rates)
        {
            yield return $"{r.Place},{year},all,{r.All},{question},survey-{year}";
            yield return $"{r.Place},{year},parents,{r.Parents},{question},survey-{year}";
            yield return $"{r.Place},{year},teachers,{r.Teachers},{question},survey-{year}";
            yield return $"{r.Place},{year},deputies,{r.Deputies},{question},survey-{year}";
        }
    }

    public static IEnumerable<string> Coefficients(int year)
    {
        yield return "place,year,stage,scheme,indicator,value,judgement,note,source";
        yield return "990121,2015,primary,basic-2012,composite,0.534,达到国家规定的要求,认定时的数据,rec-990121";
        yield return "990121,2015,junior,basic-2012,composite,0.497,达到国家规定的要求,认定时的数据,rec-990121";
        yield return "990202,2012,primary,basic-2012,composite,0.451,达到国家规定的要求,认定时的数据,rec-990202";
        yield return "990202,2012,junior,basic-2012,composite,0.417,达到国家规定的要求,认定时的数据,rec-990202";
        yield return "990222,2017,primary,basic-2012,composite,0.588,达到国家规定的要求,认定时的数据,rec-990222";
        yield return "990222,2017,junior,basic-2012,composite,0.476,达到国家规定的要求,认定时的数据,rec-990222";
        yield return "990121,2020,primary,basic-2012,composite,0.526,,省公报,bulletin-2020";
        yield return "990121,2020,junior,basic-2012,composite,0.502,,省公报,bulletin-2020";
        yield return "990222,2020,primary,basic-2012,composite,0.601,,省公报,bulletin-2020";
        yield return "990222,2020,junior,basic-2012,composite,0.491,,省公报,bulletin-2020";
        if (year == 2023)
        {
            yield return "990121,2023,junior,basic-2012,composite,0.57,高于国家规定的限值,督导报告按两位小数公布,report-990121";
        }
    }

    public static IEnumerable<string> Exclusions(int year, IReadOnlyList<Planned> plan)
    {
        string Id(string name) => plan.First(p => p.Name == name).Id;
        yield return "school,stage,scheme,reason";
        if (year == 2022)
        {
            yield return $"{Id("岫云县第三小学")},primary,basic-2012,2022 年 9 月新设，当年校舍和设备尚未移交";
        }

        if (year == 2023)
        {
            yield return $"{Id(Yunling.Rebuilt)},primary,basic-2012,校舍整体重建，2023 学年借址办学，资产不可比";
            yield return $"{Id(Yunling.Rebuilt)},primary,quality-2017,校舍整体重建，2023 学年借址办学，资产不可比";
        }
    }

    /// <summary>A line with numbers written the same in every culture.</summary>
    private static string Text(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);

    private static string CityCode(int index) => Text($"990{index + 1}00");

    /// <summary>Residents of a county, by its code.</summary>
    private static string Residents(string county) => county switch
    {
        "990102" => "486000",
        "990121" => "312000",
        "990122" => "268000",
        "990202" => "452000",
        "990221" => "295000",
        "990222" => "287000",
        "990223" => "38000",
        "990321" => "274000",
        "990322" => "218000",
        _ => "234000",
    };
}
