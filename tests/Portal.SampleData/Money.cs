using System.Globalization;

namespace Portal.SampleData;

/// <summary>Public finance, projects and further promises of the invented province: each outcome of each check appears somewhere.</summary>
internal static class Money
{
    private const int First = 2018;

    /// <summary>Place, stage, measure, then the years from 2018 on; - is a row that the table does not have, ? a blank value.</summary>
    private static readonly string[] Figures =
    [
        // 汀兰区: keeps to everything.
        "990102  education-appropriation 39800 42300 45100 48200 51800 55900",
        "990102  regular-revenue 102300 107600 112900 118900 125800 133200",
        "990102 primary per-pupil-cost 10120 10660 11230 11880 12610 13420",
        "990102 junior per-pupil-cost 13850 14590 15380 16270 17280 18400",
        "990102 primary teacher-pay 96200 100800 105900 111300 117400 124100",
        "990102 junior teacher-pay 97100 101700 106800 112400 118600 125200",
        "990102 primary per-pupil-public 790 810 840 870 910 950",
        "990102 junior per-pupil-public 990 1010 1050 1090 1140 1190",
        "990102  fiscal-education-spending 61200 65100 69400 74100 79600 85700",
        "990102  gdp 1482000 1571000 1652000 1768000 1874000 1996000",
        "990102  education-spending 60100 63900 68200 72900 78400 84500",
        "990102  total-spending 312000 330600 351200 373900 400200 429700",
        "990102  general-education-spending 58700 62400 66500 71100 76400 82300",
        "990102 primary per-pupil-general-spending 11020 11580 12190 12880 13660 14530",
        "990102 junior per-pupil-general-spending 14930 15700 16540 17490 18560 19740",
        "990102  surcharge-collected 1840 1930 2010 2120 2250 2390",
        "990102  surcharge-used 1840 1930 2010 2120 2250 2390",
        "990102  local-surcharge-collected 1226.7 1286.7 1340 1413.3 1500 1593.3",
        "990102  local-surcharge-used 1226.7 1286.7 1340 1413.3 1500 1593.3",
        "990102  land-net-income 18600 19200 21500 20400 17800 16900",
        "990102  land-education 1900 1980 2200 2080 1830 1740",

        // 青渡县: 2023 growth of 6.912 % against 6.909 %; pay that stood still; a surcharge not used in full; land below a tenth.
        "990121  education-appropriation 19300 20400 21500 22700 24160 25830",
        "990121  regular-revenue 47200 49600 52100 55600 58300 62328",
        "990121 primary per-pupil-cost 8150 8520 8930 9380 9870 10420",
        "990121 junior per-pupil-cost 10950 11460 12010 12640 13310 13290",
        "990121 primary teacher-pay 80200 83600 87100 90800 94800 99100",
        "990121 junior teacher-pay 80900 84300 87900 91700 91700 96400",
        "990121 primary per-pupil-public 650 650 670 700 720 740",
        "990121 junior per-pupil-public 850 850 870 900 940 960",
        "990121  fiscal-education-spending 27600 29100 30700 32500 34600 36900",
        "990121  gdp 742000 779000 811000 864000 909000 962000",
        "990121  education-spending 27100 28600 30200 31900 33900 36100",
        "990121  total-spending 151300 159200 167900 177100 189800 201300",
        "990121  general-education-spending 26400 27900 29400 31100 33000 35200",
        "990121 primary per-pupil-general-spending 8790 9200 9640 10130 10680 11290",
        "990121 junior per-pupil-general-spending 11760 12310 12900 13560 14290 15110",
        "990121  surcharge-collected 760 790 810 850 890 930",
        "990121  surcharge-used 760 790 810 850 845 930",
        "990121  local-surcharge-collected 506.7 526.7 540 566.7 593.3 620",
        "990121  local-surcharge-used 506.7 526.7 540 566.7 593.3 620",
        "990121  land-net-income 6100 6400 7200 6900 5800 5210",
        "990121  land-education 610 640 720 690 580 520.9",

        // 苇荡区: education fell behind revenue in 2022; the share of spending fell in 2023; no land was sold in 2023.
        "990202  education-appropriation 48100 51600 55400 59700 62100 66900",
        "990202  regular-revenue 121400 128100 135300 143200 150800 159900",
        "990202 primary per-pupil-cost 12150 12830 13560 14390 15100 16020",
        "990202 junior per-pupil-cost 16400 17310 18290 19410 20390 21620",
        "990202 primary teacher-pay 108300 113600 119400 125800 132100 139400",
        "990202 junior teacher-pay 109100 114500 120300 126800 133100 140500",
        "990202 primary per-pupil-public 900 930 970 1010 1060 1120",
        "990202 junior per-pupil-public 1100 1140 1190 1240 1300 1370",
        "990202  fiscal-education-spending 72600 77400 82800 88900 93800 100600",
        "990202  gdp 2013000 2135000 2248000 2404000 2541000 2702000",
        "990202  education-spending 71200 75900 81200 87100 92400 97900",
        "990202  total-spending 366900 389800 415600 444600 470200 499800",
        "990202  general-education-spending 69400 73900 79100 84900 90100 95600",
        "990202 primary per-pupil-general-spending 13110 13810 14580 15450 16200 17140",
        "990202 junior per-pupil-general-spending 17650 18590 19620 20790 21820 23110",
        "990202  surcharge-collected 2310 2420 2530 2670 2810 2980",
        "990202  surcharge-used 2310 2420 2530 2670 2810 2980",
        "990202  land-net-income 26800 27900 30400 28700 24100 0",
        "990202  land-education 2700 2800 3050 2880 2420 0",

        // 霜桥县: 2022 is missing, public funds of 初中 are withheld, spending went down.
        "990222  education-appropriation 16900 17600 18300 19100 - 20600",
        "990222  regular-revenue 43100 44800 46600 48900 - 52300",
        "990222 primary per-pupil-cost 7980 8290 8620 8990 ? 9610",
        "990222 junior per-pupil-cost 10690 11100 11540 12040 ? 12830",
        "990222 primary per-pupil-public 650 650 650 670 690 720",
        "990222 junior per-pupil-public 850 850 c c c c",
        "990222  general-education-spending 22900 23800 24700 25800 25300 26400",
        "990222 primary per-pupil-general-spending 8610 8940 9290 9700 9520 9910",
        "990222 junior per-pupil-general-spending 11530 11970 12440 12980 12750 13260",
        "990222  surcharge-collected 610 630 650 670 690 710",
        "990222  surcharge-used 610 630 650 640 690 x",
        "990222  land-net-income z z z z z z",
        "990222  land-education z z z z z z",

        // 听泉县: reports two things only, from 2021 on.
        "990323  education-appropriation - - - 17200 18300 19500",
        "990323  regular-revenue - - - 44100 46300 48700",
        "990323  general-education-spending - - - 23100 24500 26000",
    ];

    public static IEnumerable<string> Sources()
    {
        foreach (var year in new[] { 2021, 2022, 2023 })
        {
            yield return Text($"finance-{year},{First}—{year} 年县级教育经费执行情况（演示）,云岭省财政统计办公室（虚构）,演示文件〔{year + 1}〕14号,{year + 1}-04-18,https://demo.example/wenjian/{year + 1}-14,原件,附表");
        }

        yield return "projects-2021,云岭省薄弱学校改善项目表（2021—2025 年）（演示）,云岭省人民政府（虚构）,演示文件〔2021〕19号,2021-09-02,https://demo.example/wenjian/2021-19,原件,附表二";
    }

    /// <summary>finance.csv of a release: the years up to its own.</summary>
    public static IEnumerable<string> Finance(int until)
    {
        yield return "place,year,stage,measure,value,source";
        foreach (var line in Figures)
        {
            var parts = line.Split(' ');
            for (var year = First; year <= until; year++)
            {
                if (parts[3 + year - First] is var value and not "-")
                {
                    yield return Text($"{parts[0]},{year},{parts[1]},{parts[2]},{(value == "?" ? "" : value)},finance-{until}");
                }
            }
        }
    }

    /// <summary>projects.csv of a release, as it stood at its day.</summary>
    public static IEnumerable<string> Projects(int year, IReadOnlyList<Planned> plan)
    {
        string Id(string name) => plan.First(p => p.Name == name).Id;
        var (now, before) = (year == 2023, year == 2021);
        yield return "project,place,school,title,kind,funds,started,planned,done,status,source";
        yield return $"q01,990121,,望舒镇中心小学教学楼扩建,building,1860,2021-10-08,2023-06,{(now ? "2023-05-20,done" : ",ongoing")},projects-2021";
        yield return $"q02,990121,,乡村学校网络多媒体教室,equipment,420,{(before ? "" : "2022-03-01")},2022-12,{(now ? "2023-04-12,done" : before ? ",planned" : ",ongoing")},projects-2021";
        yield return $"q03,990121,,柳汀乡教师周转宿舍,boarding,560,{(before ? "" : "2022-04")},2023-12,,{(before ? "planned" : "ongoing")},projects-2021";
        yield return $"q04,,{Id("柳汀乡中心小学")},柳汀乡中心小学运动场改造,sports,138.5,,2023,,planned,projects-2021";
        yield return $"q05,,{Id("青渡县第一小学")},青渡县第一小学新校区,building,6800,{(before ? "" : "2022-05-16")},2025-08,,{(before ? "planned" : "ongoing")},projects-2021";
        yield return $"q06,990222,,霜桥街道新建小学,building,7200,{(before ? "" : "2022-02-20")},2023-08,,{(now ? "stopped" : before ? "planned" : "ongoing")},projects-2021";
        yield return $"q07,990323,,乡镇寄宿学校食堂改造,boarding,,,2024-12,,planned,projects-2021";
        yield return $"q08,990202,,全区学校运动场翻新,sports,1150,2021-07-05,2022,{(before ? ",ongoing" : "2022-11,done")},projects-2021";
    }

    /// <summary>Rows of targets.csv besides those of <see cref="Ledger"/>.</summary>
    public static IEnumerable<string> Targets(IReadOnlyList<Planned> plan)
    {
        string Id(string name) => plan.First(p => p.Name == name).Id;
        yield return "990102,,2021,classes-over-65,0,at_most,个,到 2021 年消除 66 人以上超大班额,plan-2021";
        yield return "990102,,2023,per-pupil-public-primary,900,at_least,元,2023 年小学生均公用经费达到 900 元,plan-2021";
        yield return "990102,,2023,disabled-enrolment,95,at_least,%,2023 年残疾儿童少年入学率达到 95%,plan-2021";
        yield return "990221,,2021,disabled-enrolment,95,at_least,%,2021 年残疾儿童少年入学率达到 95%,plan-2021";
        yield return "990321,,2022,retention-rate,97,at_least,%,2022 年义务教育巩固率达到 97%,plan-2021";
        yield return "990323,,,disabled-enrolment,95,at_least,%,残疾儿童少年入学率达到 95%（原文未写年份）,plan-2021";
        yield return $",{Id("青渡县第一小学")},2022,school-computers,160,at_least,台,2022 年学生用计算机达到 160 台,plan-2021";
        yield return $",{Id("青渡县第一小学")},2023,classes-over-55,0,at_most,个,2023 年消除 56 人以上大班额,plan-2021";
        yield return $",{Id("柳汀乡中心小学")},2023,school-sports-area,1600,at_least,m²,2023 年运动场馆面积达到 1600 平方米,plan-2021";
        yield return $",{Id("禾浦中学")},2021,school-computers,145,at_least,台,2021 年学生用计算机达到 145 台,plan-2021";
    }

    /// <summary>Rows of facts.csv besides those of <see cref="Ledger"/>.</summary>
    public static IEnumerable<string> Facts(int year)
    {
        switch (year)
        {
            case 2021:
                yield return "990102,2021,classes,66人以上超大班额,classes-over-65,2,个,均在城区,stats-2021";
                yield return "990221,2021,attendance,残疾儿童少年入学率,disabled-enrolment,93.4,%,,stats-2021";
                break;
            case 2022:
                yield return "990102,2022,classes,66人以上超大班额,classes-over-65,0,个,,stats-2022";
                yield return "990321,2022,attendance,义务教育巩固率,retention-rate,96.4,%,,stats-2022";
                break;
            default:
                yield return "990102,2023,attendance,残疾儿童少年入学率,disabled-enrolment,96.3,%,,stats-2023";
                yield return "990221,2023,attendance,残疾儿童少年入学率,disabled-enrolment,94.1,%,,stats-2023";
                yield return "990321,2023,attendance,义务教育巩固率,retention-rate,97.3,%,,stats-2023";
                yield return "990323,2023,attendance,残疾儿童少年入学率,disabled-enrolment,95.8,%,,stats-2023";
                break;
        }
    }

    private static string Text(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
