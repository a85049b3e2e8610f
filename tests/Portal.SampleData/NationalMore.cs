using System.Globalization;

namespace Portal.SampleData;

/// <summary>
/// The tables of a large set on which verdicts stand, besides its schools: classes by size, what counties report of the items, public finance,
/// surveys, promises, recognition. A few counties, drawn, lack a table: 未报送 has to be exercised too.
/// </summary>
/// <param name="parts">Where rows go: large tables in parts by county, small ones by city.</param>
internal sealed class NationalMore(Parts parts)
{
    /// <summary>Measure, stage, value of the first year, growth a year in per cent.</summary>
    private static readonly (string Measure, string Stage, double First, double Growth)[] Measures =
    [
        ("education-appropriation", "", 20000, 6.5), ("regular-revenue", "", 48000, 5.5),
        ("per-pupil-cost", "primary", 8200, 5), ("per-pupil-cost", "junior", 11000, 5),
        ("teacher-pay", "primary", 80000, 4.5), ("teacher-pay", "junior", 81000, 4.5),
        ("per-pupil-public", "primary", 650, 3), ("per-pupil-public", "junior", 850, 3),
        ("fiscal-education-spending", "", 28000, 6), ("gdp", "", 740000, 5.5), ("education-spending", "", 27000, 6), ("total-spending", "", 151000, 5.5),
        ("general-education-spending", "", 26000, 6), ("surcharge-collected", "", 760, 4), ("surcharge-used", "", 760, 4),
    ];

    private static readonly string[] Answers = ["非常满意", "比较满意", "一般", "不太满意", "很不满意"];

    /// <summary>Adds a county's rows of one release.</summary>
    public void Add(NationalCounty county, int year, IReadOnlyList<School> schools)
    {
        var code = county.Code;
        void Write(string table, string part, string header, IEnumerable<string> lines)
        {
            // One county in fifteen has not reported this table.
            if (new Chance(Text($"{table} {code} {year}")).Below(15) > 0)
            {
                parts.Add(Text($"releases/{year}.1/{table}"), part, header, lines);
            }
        }

        Write("classes", code, "school,stage,from,to,classes", ClassSizes.Table(year, schools).Skip(1));
        Write("government", code, "place,scheme,item,input,value,score,evidence", Government.Draw(code, year).Concat(Government.Applied(code, schools)));
        Write("finance", code, "place,year,stage,measure,value,source", Finance(code, year));
        Write("targets", county.City, "place,school,year,measure,target,sense,unit,text,source",
        [
            Text($"{code},,{year},disabled-enrolment,95,at_least,%,{year} 年残疾儿童少年入学率达到 95%,plan"),
            Text($"{code},,{year},classes-over-55,0,at_most,个,{year} 年消除 56 人以上大班额,plan"),
            Text($"{code},,{2025 + (county.Number % 4)},quality-recognition,,at_least,,{2025 + (county.Number % 4)} 年{county.Name}通过优质均衡认定,plan"),
            Text($",{schools[0].Id},{year},school-computers,160,at_least,台,{year} 年学生用计算机达到 160 台,plan"),
        ]);
        Write("facts", county.City, "place,year,topic,label,measure,value,unit,text,source",
        [
            Text($"{code},{year},attendance,残疾儿童少年入学率,disabled-enrolment,{Csv.Number(90 + (new Chance(Text($"enrolment {code} {year}")).Below(95) / 10m))},%,,stats"),
            Text($"{code},{year},attendance,义务教育巩固率,retention-rate,{Csv.Number(94 + (new Chance(Text($"retention {code} {year}")).Below(55) / 10m))},%,,stats"),
        ]);
        Write("projects", county.City, "project,place,school,title,kind,funds,started,planned,done,status,source",
        [
            Text($"{code}-p1,{code},,{county.Town(0)}镇寄宿学校食堂改造,boarding,{300 + county.Number},{year - 1}-09,{year + 1}-08,,ongoing,plan"),
            Text($"{code}-p2,,{schools[0].Id},{schools[0].Name}教学楼扩建,building,{1200 + county.Number},{year - 2}-03,{year}-08,{year}-07-20,done,plan"),
        ]);
        parts.Add(Text($"releases/{year}.1/procedure"), county.City, "place,scheme,step,done,outcome,authority,text,source", Procedure(county, year));
        parts.Add(Text($"releases/{year}.1/coefficients"), county.City, "place,year,stage,scheme,indicator,value,judgement,note,source", Published(county));
        if (county.Number % 20 == 7 && schools.Count > 8)
        {
            parts.Add(Text($"releases/{year}.1/exclusions"), county.City, "school,stage,scheme,reason", [Text($"{schools[1].Id},primary,basic-2012,校舍整体重建，借址办学，资产不可比")]);
        }

        AddSurvey(county, year);
    }

    private void AddSurvey(NationalCounty county, int year)
    {
        string Table(string name) => Text($"releases/{year}.1/{name}");
        var chance = new Chance(Text($"survey {county.Code} {year}"));
        if (county.Number % 15 == 6)
        {
            // No counts: a document gives the rate alone.
            parts.Add(Table("satisfaction"), county.City, "place,year,group,rate_percent,question,source", [Text($"{county.Code},{year},all,{Csv.Number(80 + (chance.Below(190) / 10m))},对本县义务教育均衡发展工作是否满意,stats")]);
            return;
        }

        var id = Text($"s{year}-{county.Code}");
        parts.Add(Table("surveys"), county.City, "survey,title,place,scheme,gate,mode,design,residents,opened,closed,rule",
            [Text($"{id},{year} 年义务教育均衡发展公众满意度调查（虚构）,{county.Code},basic-2012,yes,online,quota,{county.Residents},{year}-11-06,{year}-11-17,各题平均为“比较满意”以上的问卷算满意")]);
        foreach (var (group, most) in new[] { ("parents", 600), ("teachers", 120), ("deputies", 120) })
        {
            var valid = (most / 2) + chance.Below(most / 2);
            parts.Add(Table("survey-groups"), county.City, "survey,group,issued,returned,valid,satisfied",
                [Text($"{id},{group},{valid + (valid / 5)},{valid + (valid / 40)},{valid},{valid * (80 + chance.Below(20)) / 100}")]);
            int[] counts = [valid * 45 / 100, valid * 30 / 100, valid * 15 / 100, valid * 6 / 100];
            parts.Add(Table("survey-answers"), county.City, "survey,place,group,question,answer,count",
                Answers.Select((answer, i) => Text($"{id},{county.Code},{group},对孩子就近入学是否满意,{answer},{(i < counts.Length ? counts[i] : valid - counts.Sum())}")));
        }
    }

    /// <summary>Steps of recognition: all counties have the title of 2012, one in twelve has applied for that of 2017.</summary>
    private static IEnumerable<string> Procedure(NationalCounty county, int year)
    {
        var (code, y, province) = (county.Code, county.Recognised, NationalCounty.ProvinceName(county.Province));
        yield return Text($"{code},basic-2012,自评,{y - 1}-03-10,done,{county.Name}人民政府（虚构）,县级自评报告,{county.RecognisedBy}");
        yield return Text($"{code},basic-2012,复核,{y - 1}-06-02,passed,{county.CityName}教育督导室（虚构）,市级复核意见,{county.RecognisedBy}");
        yield return Text($"{code},basic-2012,省评,{y - 1}-10-16,passed,{province}教育督导室（虚构）,省级评估报告,{county.RecognisedBy}");
        yield return Text($"{code},basic-2012,公示,{y}-02-22,done,国家认定机关（虚构）,公示五个工作日,{county.RecognisedBy}");
        yield return Text($"{code},basic-2012,认定,{y}-03-21,recognised,国家认定机关（虚构）,认定{county.Name}为义务教育发展基本均衡县,{county.RecognisedBy}");
        if (county.Number % 12 == 5)
        {
            yield return Text($"{code},quality-2017,申报,{year}-06-12,applied,{county.Name}人民政府（虚构）,申报义务教育优质均衡发展县（市、区）,plan");
            yield return Text($"{code},quality-2017,自评,{year}-09-28,done,{county.Name}人民政府（虚构）,县级自评报告,plan");
        }
    }

    /// <summary>The coefficients that the recognition gave.</summary>
    private static IEnumerable<string> Published(NationalCounty county)
    {
        var chance = new Chance(Text($"published {county.Code}"));
        foreach (var stage in new[] { "primary", "junior" })
        {
            yield return Text($"{county.Code},{county.Recognised - 1},{stage},basic-2012,composite,0.{300 + chance.Below(240)},达到国家规定的要求,认定时的数据,{county.RecognisedBy}");
        }
    }

    private static IEnumerable<string> Finance(string county, int until)
    {
        foreach (var (measure, stage, first, growth) in Measures)
        {
            // Drawn for the county, not for the release: a later release repeats the years of the one before.
            var chance = new Chance(Text($"finance {county} {measure} {stage}"));
            var value = first * chance.Between(0.6, 1.8);
            for (var year = until - 4; year <= until; year++)
            {
                yield return Text($"{county},{year},{stage},{measure},{Csv.Number(Math.Round((decimal)value, 1))},stats");
                value *= 1 + ((growth + chance.Between(-3, 3)) / 100);
            }
        }
    }

    private static string Text(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
