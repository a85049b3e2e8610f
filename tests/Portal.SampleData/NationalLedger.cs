using System.Globalization;

namespace Portal.SampleData;

/// <summary>
/// The ledgers of supervision of a large set: findings and feedback of every county; visits, disclosures, reasons and ratings where a county keeps
/// them; and what stands outside the releases: zones, inspectors, groups, campuses, changes of schools.
/// </summary>
internal sealed class NationalLedger(Parts parts, int newest, int periods)
{
    private const string FindingHeader = "finding,origin,report,place,school,matter,problem,demand,responsible,notice,issued,deadline,extended_to,planned,reported,checked,result,appeal,measure,repeat_of,evidence";
    private static readonly (string Matter, string Problem, string Demand)[] Matters =
    [
        ("classes", "起始年级有班级超过 55 人", "分班，今后严控"), ("teachers", "专任教师不足，英语课由其他教师兼任", "补足教师，开齐课程"), ("conditions", "图书长期未更新", "补充更新图书"),
        ("curriculum", "体育课每周少开 1 节", "开足体育课"), ("canteen", "食堂留样记录不全", "补齐制度，逐日留样"), ("workload", "家长反映作业超时", "公示作业时间，逐周检查"),
        ("safety", "校门口没有减速标志", "设置标志"), ("dormitory", "宿舍一室住 12 人", "调整到 8 人以内"),
    ];

    /// <summary>Adds a county's rows of one release.</summary>
    public void Add(NationalCounty county, int year, IReadOnlyList<School> schools)
    {
        string Table(string name) => Text($"releases/{year}.1/{name}");
        parts.Add(Table("findings"), county.City, FindingHeader, Findings(county, year, schools));
        parts.Add(Table("feedback"), county.City, "place,month,topic,received,answered,median_days", Feedback(county, year));
        if (!county.KeepsLedger)
        {
            return;
        }

        List<string> published = [], absent = [], visits = [];
        if (NationalReports.YearOf(county, newest, periods) is var visited && visited <= year)
        {
            visits.Add(Text($",{county.Code},{visited}-10-20,comprehensive,{NationalReports.Id(county, visited)}"));
        }

        // Of the period and the one before it: what duties are judged by.
        for (var y = Math.Max(year - 1, newest - periods + 1); y <= year; y++)
        {
            foreach (var (duty, day) in new[] { ("enrolment-scope", Text($"{y}-04-28")), ("enrolment-result", Text($"{y}-09-12")), ("quota", Text($"{y}-06-30")), ("funding", Text($"{y}-12-20")) })
            {
                published.Add(Text($",{county.Code},{duty},{y},{day},https://demo.example/gongkai/{county.Code}/{duty}-{y},"));
            }

            foreach (var school in schools.Where(s => s.HostedBy.Length == 0))
            {
                OfSchool(school, y, published, absent, visits);
            }
        }

        parts.Add(Table("visits"), county.Code, "school,place,date,kind,report", visits);
        parts.Add(Table("disclosures"), county.Code, "school,place,duty,period,published,address,file", published);
        parts.Add(Table("absences"), county.Code, "school,place,duty,period,reason,expected,withheld", absent);
        parts.Add(Table("scorecards"), county.Code, "school,tree,node,period,self,checked,comment,visited,report", schools.Take(5).SelectMany(s => Scorecards.Of(s.Id, year, open: false)));
    }

    /// <summary>Adds what stands outside the releases.</summary>
    public void AddStanding(NationalCounty county, IReadOnlyList<School> schools)
    {
        var last = schools[^1];
        var closes = county.Closes(last, schools, periods);
        var (code, city) = (county.Code, county.City);
        parts.Add("zones", city, "zone,name,place", [Text($"{code}-1,{county.Name}第一督学责任区,{code}"), Text($"{code}-2,{county.Name}第二督学责任区,{code}")]);
        parts.Add("inspectors", city, "school,name,office_phone,contact_basis,zone,matters,term_start,term_end",
            schools.Where(s => s.HostedBy.Length == 0 && !(closes && s == last)).Select((s, i) => Text(
                $"{s.Id},{"沈柳叶苏陶梅竹兰石江"[(county.Number + (i / 5)) % 10]}督学（虚构{(i / 5) + 1:00}）,000-555{(county.Number + (i / 5)) % 10000:0000},,{code}-{(i < (schools.Count + 1) / 2 ? 1 : 2)},administration enrolment curriculum workload teachers safety hygiene ethos,2022-09-01,2025-08-31")));
        if (closes)
        {
            parts.Add("school-links", city, "from,to,kind,date,old_name,notice,source", [Text($"{last.Id},{schools[0].Id},closed,{newest}-07-10,,演示文件〔2023〕11号,layout")]);
        }

        parts.Add("school-links", city, "from,to,kind,date,old_name,notice,source", [Text($"{schools[1].Id},{schools[1].Id},renamed,2019-08-25,{county.Short}城关小学,,")]);
        if (schools.Count > 30)
        {
            parts.Add("groups", city, "group,school,name,kind,role,from,until",
            [
                .. new[] { (0, "牵头校"), (1, "成员校"), (3, "成员校") }.Select(m => Text($"{code}-jt,{schools[m.Item1].Id},{schools[0].Name}教育集团,集团,{m.Item2},2020-09,")),
                .. new[] { (0, "帮扶校"), (schools.Count - 3, "受帮扶校") }.Select(m => Text($"{code}-jd,{schools[m.Item1].Id},{schools[0].Name}与{schools[^3].Name}结对,结对,{m.Item2},2021-09,")),
            ]);
            parts.Add("campuses", city, "school,campus,name,address,grades",
                [Text($"{schools[0].Id},bei,北校区,{county.Short}街道渡口街 210 号,一、二年级"), Text($"{schools[0].Id},zhu,主校区,{county.Short}街道文昌街 18 号,三至六年级")]);
        }
    }

    /// <summary>Findings of a county with the steps known at a release's as-of day; those of its report are named in it.</summary>
    private IEnumerable<string> Findings(NationalCounty county, int until, IReadOnlyList<School> schools)
    {
        for (var year = newest - periods + 1; year <= until; year++)
        {
            var reported = NationalReports.YearOf(county, newest, periods) == year;
            for (var n = 1; n <= (reported ? NationalReports.LastFinding : 2); n++)
            {
                var chance = new Chance(Text($"finding {county.Code} {year} {n}"));
                var (matter, problem, demand) = Matters[chance.Below(Matters.Length)];
                var school = n == 1 ? null : schools[(year + (n * 7)) % Math.Max(1, schools.Count - 1)];
                var issued = new DateOnly(year, 11, 20).AddDays(chance.Below(12));
                var (plan, report) = (issued.AddDays(10 + chance.Below(20)), issued.AddDays(60 + chance.Below(160)));
                var check = report.AddDays(5 + chance.Below(25));
                var result = chance.Below(10) switch { < 6 => "done", < 8 => "partly", _ => "not-done" };
                var asOf = new DateOnly(until + 1, 5, 15);
                string Known(DateOnly day) => day <= asOf ? Day(day) : "";
                yield return Csv.Line(
                [
                    Text($"{county.Code}-{year}-{n:00}"), n > 2 ? "report" : n == 2 ? "complaint" : "monitoring", n > 2 ? NationalReports.Id(county, year) : "", county.Code, school?.Id ?? "", matter, problem, demand,
                    school is null ? county.Name + "人民政府" : county.Name + "教育局", Text($"演示督意〔{year}〕{n}号（{county.Code}）"), Day(issued), Day(issued.AddDays(120)), "", Known(plan), Known(report), Known(check),
                    check <= asOf ? result : "", "", n == 2 && result == "not-done" ? "interview" : "", "", "",
                ]);
            }
        }
    }

    private static IEnumerable<string> Feedback(NationalCounty county, int year)
    {
        var chance = new Chance(Text($"feedback {year} {county.Code}"));
        for (var i = 0; i < 12; i++)
        {
            var month = new DateOnly(year, 5, 1).AddMonths(i).ToString("yyyy-MM", CultureInfo.InvariantCulture);
            foreach (var topic in new[] { "data", "general" })
            {
                var received = chance.Below(topic == "data" ? 4 : 9);
                var answered = Math.Max(0, received - (chance.Below(6) == 0 ? 1 : 0));
                yield return Text($"{county.Code},{month},{topic},{received},{answered},{(answered == 0 ? "" : Csv.Number(4 + chance.Below(12)))}");
            }
        }
    }

    private static void OfSchool(School school, int year, List<string> published, List<string> absent, List<string> visits)
    {
        var chance = new Chance(Text($"duties {school.Id} {year}"));
        foreach (var (duty, period, due) in new[]
        {
            ("fees", Text($"{year}"), new DateOnly(year, 9, 30)), ("fitness", Text($"{year}"), new DateOnly(year + 1, 3, 31)),
            ("timetable", Text($"{year}-1"), new DateOnly(year, 9, 29)), ("timetable", Text($"{year}-2"), new DateOnly(year + 1, 3, 20)),
        })
        {
            var draw = chance.Unit();
            if (draw < 0.9)
            {
                published.Add(Text($"{school.Id},,{duty},{period},{Day(due.AddDays(draw < 0.8 ? -chance.Below(25) : chance.Below(25)))},https://demo.example/gongkai/{school.Id}/{duty}-{period},"));
            }
            else if (draw < 0.95)
            {
                absent.Add(Text($"{school.Id},,{duty},{period},学校网页正在改版,{year + 1}-12,no"));
            }
        }

        visits.Add(Text($"{school.Id},,{Day(new DateOnly(year, 9, 3 + chance.Below(24)))},regular,"));
        visits.Add(Text($"{school.Id},,{Day(new DateOnly(year, 11, 3 + chance.Below(24)))},regular,"));
        visits.Add(Text($"{school.Id},,{Day(new DateOnly(year + 1, 3, 3 + chance.Below(24)))},regular,"));
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
