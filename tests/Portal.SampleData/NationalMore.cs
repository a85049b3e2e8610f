using System.Globalization;

namespace Portal.SampleData;

/// <summary>
/// The tables of a large set besides its schools: classes by size, what counties report of the items, public finance, surveys, promises.
/// Each table of each release stays open and grows county by county, so that memory does not grow with the set. A few counties, drawn,
/// lack a table: 未报送 has to be exercised too.
/// </summary>
internal sealed class NationalMore : IDisposable
{
    private static readonly (string Table, string Header)[] Tables =
    [
        ("classes.csv", "school,stage,from,to,classes"),
        ("government.csv", "place,scheme,item,input,value,score,evidence"),
        ("finance.csv", "place,year,stage,measure,value,source"),
        ("surveys.csv", "survey,title,place,scheme,gate,mode,design,residents,opened,closed,rule"),
        ("survey-groups.csv", "survey,group,issued,returned,valid,satisfied"),
        ("targets.csv", "place,school,year,measure,target,sense,unit,text,source"),
        ("facts.csv", "place,year,topic,label,measure,value,unit,text,source"),
    ];

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

    private readonly Dictionary<(string Table, int Year), StreamWriter> open = [];

    /// <summary>Starts the tables of each release.</summary>
    public NationalMore(Func<string, string> at, int newest, int periods)
    {
        for (var year = newest; year > newest - periods; year--)
        {
            foreach (var (table, header) in Tables)
            {
                var path = at(Text($"releases/{year}.1/{table}"));
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                var writer = new StreamWriter(path, append: false, Csv.Utf8) { NewLine = "\n" };
                writer.WriteLine(header);
                open[(table, year)] = writer;
            }
        }
    }

    /// <summary>Adds a county's rows of one release.</summary>
    public void Add(string county, int year, IReadOnlyList<School> schools)
    {
        void Write(string table, IEnumerable<string> lines)
        {
            // One county in fifteen has not reported this table.
            if (new Chance(Text($"{table} {county} {year}")).Below(15) > 0)
            {
                foreach (var line in lines)
                {
                    open[(table, year)].WriteLine(line);
                }
            }
        }

        Write("classes.csv", ClassSizes.Table(year, schools).Skip(1));
        Write("government.csv", Government.Draw(county, year).Concat(Government.Applied(county, schools)));
        Write("finance.csv", Finance(county, year));
        Write("targets.csv",
        [
            Text($"{county},,{year},disabled-enrolment,95,at_least,%,{year} 年残疾儿童少年入学率达到 95%,stats"),
            Text($"{county},,{year},classes-over-55,0,at_most,个,{year} 年消除 56 人以上大班额,stats"),
            Text($",{schools[0].Id},{year},school-computers,160,at_least,台,{year} 年学生用计算机达到 160 台,stats"),
        ]);
        Write("facts.csv", [Text($"{county},{year},attendance,残疾儿童少年入学率,disabled-enrolment,{Csv.Number(90 + (new Chance(Text($"enrolment {county} {year}")).Below(95) / 10m))},%,,stats")]);
        if (new Chance(Text($"survey {county} {year}")) is var chance && chance.Below(15) > 0)
        {
            var id = Text($"s{year}-{county}");
            open[("surveys.csv", year)].WriteLine(Text($"{id},{year} 年义务教育均衡发展公众满意度调查（虚构）,{county},basic-2012,yes,online,quota,{200000 + chance.Below(300000)},{year}-11-06,{year}-11-17,各题平均为“比较满意”以上的问卷算满意"));
            foreach (var (group, most) in new[] { ("parents", 600), ("teachers", 120), ("deputies", 120) })
            {
                var valid = (most / 2) + chance.Below(most / 2);
                open[("survey-groups.csv", year)].WriteLine(Text($"{id},{group},{valid + (valid / 5)},{valid + (valid / 40)},{valid},{valid * (80 + chance.Below(20)) / 100}"));
            }
        }
    }

    public void Dispose()
    {
        foreach (var writer in open.Values)
        {
            writer.Dispose();
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
