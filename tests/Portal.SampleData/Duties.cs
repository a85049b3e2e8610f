using System.Globalization;

namespace Portal.SampleData;

/// <summary>
/// What counties and schools must make public, visits of inspection, and inspectors. Every outcome occurs: 汀兰区 has published all; 青渡县 is late with its spending;
/// 鹤汀县 published late; 霜桥县 and 听泉县 give reasons; 屿澜县 and the teaching points withhold with a basis; 落枫县 has reported nothing and is not judged.
/// </summary>
internal static class Duties
{
    private const string Silent = "990322";

    private static readonly DateOnly LastDay = new(2024, 5, 15);

    /// <summary>terms.csv.</summary>
    public static IEnumerable<string> Terms() =>
    [
        "term,start,end",
        "2021-1,2021-09-01,2022-01-14", "2021-2,2022-02-21,2022-07-08",
        "2022-1,2022-09-01,2023-01-13", "2022-2,2023-02-13,2023-07-07",
        "2023-1,2023-09-01,2024-01-19", "2023-2,2024-02-26,2024-07-05",
    ];

    /// <summary>zones.csv: one zone has too many schools.</summary>
    public static IEnumerable<string> Zones()
    {
        yield return "zone,name,place";
        foreach (var county in Yunling.Counties.Where(c => c.Code is not (Silent or "990223")))
        {
            if (county.Code == "990202")
            {
                yield return "990202-1,苇荡区、屿澜县联合督学责任区,990202";
                continue;
            }

            yield return $"{county.Code}-1,{county.Name}第一督学责任区,{county.Code}";
            yield return $"{county.Code}-2,{county.Name}第二督学责任区,{county.Code}";
        }
    }

    /// <summary>inspectors.csv: about five schools each; some schools have none, some terms have ended, one contact is a duty mobile with its basis. Names are plainly invented.</summary>
    public static IEnumerable<string> Inspectors(IReadOnlyList<Planned> plan)
    {
        yield return "school,name,office_phone,contact_basis,zone,matters,term_start,term_end";
        const string Family = "沈柳叶苏陶梅竹兰石江";
        foreach (var county in Yunling.Counties.Where(c => c.Code != Silent))
        {
            var schools = Present(plan, county.Code, 2023).OrderBy(p => p.Id, StringComparer.Ordinal).ToList();
            for (var i = 0; i < schools.Count; i++)
            {
                var number = i / 5;
                if (county.Code == "990121" ? i % 7 == 6 : county.Code == "990323" && i >= schools.Count - 3)
                {
                    continue;
                }

                var zone = county.Code is "990202" or "990223" ? "990202-1" : $"{county.Code}-{(i < (schools.Count + 1) / 2 ? 1 : 2)}";
                var expired = county.Code == "990221" && number == 0;
                var mobile = county.Code == "990222" && number == 1;
                yield return Csv.Line(
                [
                    schools[i].Id,
                    $"{Family[(county.Number + number) % Family.Length]}督学（演示{county.Number:00}{number + 1}）",
                    mobile ? "13900000000" : string.Create(CultureInfo.InvariantCulture, $"000-555{county.Number:00}{number + 31}"),
                    mobile ? "演示文件〔2023〕8号：责任区值班手机" : "",
                    zone,
                    "administration enrolment curriculum workload teachers safety hygiene ethos",
                    expired ? "2021-03-01" : "2022-09-01",
                    expired ? "2024-02-29" : "2025-08-31",
                ]);
            }
        }
    }

    /// <summary>visits.csv as known at the period's as-of day.</summary>
    public static IEnumerable<string> Visits(int year, DateOnly asOf, IReadOnlyList<Planned> plan)
    {
        yield return "school,place,date,kind,report";
        foreach (var county in Yunling.Counties.Where(c => c.Code != Silent))
        {
            foreach (var (date, kind, report) in CountyVisits(county))
            {
                if (date <= asOf)
                {
                    yield return $",{county.Code},{Day(date)},{kind},{report}";
                }
            }

            foreach (var school in Present(plan, county.Code, year))
            {
                foreach (var (date, kind) in SchoolVisits(school).Where(v => v.Date <= asOf).OrderBy(v => v.Date))
                {
                    yield return school.Id == ReportedSchool && date.Year == ReportedDay.Year && kind == "regular"
                        ? $"{school.Id},,{Day(ReportedDay)},{kind},2024/liuting-jingchang"
                        : $"{school.Id},,{Day(date)},{kind},";
                }
            }
        }
    }

    /// <summary>disclosures.csv as known at the period's as-of day.</summary>
    public static IEnumerable<string> Disclosures(int year, DateOnly asOf, IReadOnlyList<Planned> plan)
    {
        yield return "school,place,duty,period,published,address,file";
        foreach (var row in Rows(year, plan).Where(r => r.Day is { } day && day <= asOf))
        {
            // Every third record names a file, the others an address.
            var file = row.Subject[^1] is '1' or '4' or '7' && row.Duty is "funding" or "fees";
            yield return Csv.Line(
            [
                row.School ? row.Subject : "", row.School ? "" : row.Subject, row.Duty, row.Period, Day(row.Day!.Value),
                file ? "" : $"https://demo.example/gongkai/{row.Subject}/{row.Duty}-{row.Period}", file ? $"{row.Period} 年公开信息（演示）" : "",
            ]);
        }
    }

    /// <summary>absences.csv.</summary>
    public static IEnumerable<string> Absences(int year, IReadOnlyList<Planned> plan)
    {
        yield return "school,place,duty,period,reason,expected,withheld";
        foreach (var row in Rows(year, plan).Where(r => r.Reason.Length > 0))
        {
            yield return Csv.Line([row.School ? row.Subject : "", row.School ? "" : row.Subject, row.Duty, row.Period, row.Reason, row.Expected, row.Withheld ? "yes" : "no"]);
        }
    }

    private sealed record Row(string Subject, bool School, string Duty, string Period, DateOnly? Day, string Reason = "", string Expected = "", bool Withheld = false);

    private static IEnumerable<Row> Rows(int year, IReadOnlyList<Planned> plan)
    {
        foreach (var county in Yunling.Counties.Where(c => c.Code != Silent))
        {
            foreach (var row in CountyRows(county.Code))
            {
                yield return row;
            }

            foreach (var school in Present(plan, county.Code, year))
            {
                foreach (var row in SchoolRows(school))
                {
                    yield return row;
                }
            }
        }
    }

    private static IEnumerable<Row> CountyRows(string code)
    {
        var late = code == "990221" ? 23 : 0;
        foreach (var year in new[] { 2021, 2022, 2023, 2024 })
        {
            var period = year.ToString(CultureInfo.InvariantCulture);
            yield return new Row(code, false, "enrolment-scope", period, new DateOnly(year, 4, code is "990321" ? 12 : 28).AddDays(late + (code is "990202" or "990222" ? 25 : 0) + (late * 2)));
            yield return code == "990323" && year == 2023
                ? new Row(code, false, "enrolment-result", period, null, "招生数据正在核对", "2024-03")
                : new Row(code, false, "enrolment-result", period, new DateOnly(year, 9, 12).AddDays(late));
            if (code is not ("990223" or "990321"))
            {
                yield return new Row(code, false, "quota", period, new DateOnly(year, 6, 30));
            }
            else if (code == "990223")
            {
                yield return new Row(code, false, "quota", period, null, "《政府信息公开条例》第十五条：本县初中毕业生很少，分到校的名额能认出个人", "", true);
            }

            if (code != "990121" || year < 2022)
            {
                yield return code == "990222" && year == 2022
                    ? new Row(code, false, "funding", period, null, "决算还在审计", "2024-08")
                    : new Row(code, false, "funding", period, new DateOnly(year + 1, 10, 20).AddDays(late));
            }
        }

        yield return new Row(code, false, "report", "2021-10-20", new DateOnly(2021, 11, 12).AddDays(late));
        if (code != "990122")
        {
            yield return new Row(code, false, "special-report", "2023-11-08", new DateOnly(2023, 11, 20).AddDays(late));
        }
    }

    private static IEnumerable<Row> SchoolRows(Planned school)
    {
        var chance = new Chance("duties " + school.Id);
        var good = school.Place == "990102";
        foreach (var year in new[] { 2021, 2022, 2023 })
        {
            foreach (var (duty, period, due) in new[]
            {
                ("fees", year.ToString(CultureInfo.InvariantCulture), new DateOnly(year, 9, 30)),
                ("fitness", year.ToString(CultureInfo.InvariantCulture), new DateOnly(year + 1, 3, 31)),
                ("timetable", $"{year}-1", new DateOnly(year, 9, 29)),
                ("timetable", $"{year}-2", new DateOnly(year + 1, 3, 20)),
            })
            {
                var draw = good ? 0 : chance.Unit();
                var days = chance.Below(25);
                yield return duty == "fitness" && school.Type == "218"
                    ? new Row(school.Id, true, duty, period, null, "《个人信息保护法》第二十八条：学生很少，会认出个人", "", true)
                    : draw < 0.78 ? new Row(school.Id, true, duty, period, due.AddDays(-days))
                    : draw < 0.84 ? new Row(school.Id, true, duty, period, due.AddDays(days + 1))
                    : draw < 0.91 ? new Row(school.Id, true, duty, period, null, "学校网页正在改版", $"{due.Year}-12")
                    : new Row(school.Id, true, duty, period, null);
            }
        }
    }

    // The visit of 柳汀乡中心小学 that its report on the site tells of.
    private const string ReportedSchool = "2199004003";

    private static readonly DateOnly ReportedDay = new(2024, 3, 12);

    // Two of the visits of counties have a report on the site.
    private static IEnumerable<(DateOnly Date, string Kind, string Report)> CountyVisits(Yunling.Place county) =>
    [
        (new DateOnly(2021, 10, 20), "comprehensive", ""),
        .. county.Code == "990122" ? new[] { (new DateOnly(2023, 5, 25), "special", "2023/990122-banee") } : [],
        .. county.Code == "990121" ? new[] { (new DateOnly(2023, 10, 20), "comprehensive", "2023/990121-junheng") } : [],
        (new DateOnly(2023, 11, 8), "special", ""),
        .. county.Code == "990323" ? new[] { (new DateOnly(2024, 4, 25), "special", "") } : [],
    ];

    private static IEnumerable<(DateOnly Date, string Kind)> SchoolVisits(Planned school)
    {
        var chance = new Chance("visits " + school.Id);
        foreach (var (year, month) in new[] { (2021, 9), (2022, 2), (2022, 9), (2023, 2), (2023, 9), (2024, 3) })
        {
            var many = school.Place == "990102" || chance.Unit() < 0.8 ? 2 : chance.Below(2);
            for (var i = 0; i < many; i++)
            {
                yield return (new DateOnly(year, month + (i * 2), 3 + chance.Below(24)), "regular");
            }
        }

        // Some have no comprehensive inspection on record; the oldest are more than five years back.
        if (school.Place == "990102" || chance.Unit() < 0.93)
        {
            var first = new DateOnly(school.Place == "990102" ? 2020 : 2018, 9, 1);
            var day = first.AddDays(chance.Below(LastDay.DayNumber - first.DayNumber - 200));
            yield return (day, "comprehensive");
        }
    }

    // Schools that are not counted with another.
    private static IEnumerable<Planned> Present(IReadOnlyList<Planned> plan, string county, int year) => plan.Where(p => p.Place == county && p.Present(year) && (p.Host.Length == 0 || p.Type == "218"));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
