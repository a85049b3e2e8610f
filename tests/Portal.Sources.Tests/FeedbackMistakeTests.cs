using Portal.Domain.Data;
using Portal.Domain.Problems;

namespace Portal.Sources.Tests;

/// <summary>Counts of feedback and errata: what is read, and each mistake with its one problem.</summary>
public class FeedbackMistakeTests
{
    private const string Counts = "small/releases/2023.1/feedback.csv";
    private const string Errata = "small/releases/2023.2/corrections.csv";
    private const string Schools = "small/releases/2023.2/schools.csv";

    private static readonly (string Code, Action<SmallSet> Make, string Line)[] Mistakes =
    [
        ("P840", s => s.Replace(Counts, "5,4,3", "5,6,3"), $"data/{Counts}(2,E): error P840 答复 6 件，比收到的 5 件多。 请核对；跨月的答复记在收到的那个月。"),
        ("P841", s => s.Replace(Counts, "5,4,3", "5.5,4,3"), $"data/{Counts}(2,D): error P841 “5.5”不是 0 或正的整数。 收到和答复都按件数填；没有统计就空着。"),
        ("P842", s => s.Replace(Counts, "2023-10", "2024-01"), $"data/{Counts}(2,B): error P842 “2024-01”不是这次发布截止日以前的月份。 请写成 2023-09；发布只收截止日以前的月份。"),
        ("P842", s => s.Replace(Counts, "2023-10", "2023"), $"data/{Counts}(2,B): error P842 “2023”不是这次发布截止日以前的月份。 请写成 2023-09；发布只收截止日以前的月份。"),
        ("P843", s => s.Replace(Counts, "5,4,3", "5,0,3"), $"data/{Counts}(2,F): error P843 没有答复的件数，却有中位天数“3”。 请补上答复的件数，或删去天数；天数不能是负数。"),
        ("P844", s => s.Replace(Errata, "e1,schools", "e1,school"), $"data/{Errata}(2,B): error P844 勘误写的表“school”不是发布里的表。 最接近的是“schools”；填不带 .csv 的文件名。"),
        ("P845", s => s.Replace(Errata, "schools,9921000001", "schools,9921000009"), $"data/{Errata}(2,C): error P845 表“学校”里没有主键为“9921000009”的行。 主键各部分用 / 连起来，空着的部分也要留位置；新增的行要在现在的表里，删去的行只在被更正的一版里。"),
        ("P845", s => s.Append(Errata, "e4,schools,9921000001,,整行,,停办,2024-04-01"), $"data/{Errata}(5,C): error P845 表“学校”里还有主键为“9921000001”的行。 主键各部分用 / 连起来，空着的部分也要留位置；新增的行要在现在的表里，删去的行只在被更正的一版里。"),
        ("P845", s => s.Append(Errata, "e4,schools,9921000001,,,整行,漏报,2024-04-01"), $"data/{Errata}(5,C): error P845 表“学校”里原来就有主键为“9921000001”的行。 主键各部分用 / 连起来，空着的部分也要留位置；新增的行要在现在的表里，删去的行只在被更正的一版里。"),
        ("P846", s => s.Replace(Errata, "pupils_primary", "pupil_primary"), $"data/{Errata}(2,D): error P846 表“学校”没有列“pupil_primary”。 最接近的是“pupils_primary”；整行新增的“原为”空着，整行删去的“现为”空着，这两种才不写列。"),
        ("P847", s => s.Replace(Errata, "450,460", "450,461"), $"data/{Errata}(2,F): error P847 勘误写“现为”“461”，表里的这一格是“460”。 请核对勘误和表，两处要一致。"),
        ("P848", s => s.Replace(Errata, "450,460", "440,460"), $"data/{Errata}(2,E): error P848 勘误写“原为”“440”，被更正的发布 2023.1 里这一格是“450”。 请照被更正的一版写。"),
        ("P849", s => s.Replace(Errata, "多录一人,2024-04-01", "多录一人,2024-05-01"), $"data/{Errata}(2,H): error P849 勘误的日期 2024-05-01 晚于截止日 2024-04-30。 请核对；以后的更正写在以后的发布里。"),
    ];

    public static TheoryData<int, string> Rows => MistakeRows.Of(Mistakes);

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_mistake_gives_one_problem(int row, string code)
    {
        using SmallSet set = Valid();
        Assert.Equal(code, Mistakes[row].Code);
        MistakeRows.GivesItsLine(set, Mistakes[row]);
    }

    [Fact]
    public void All_kinds_have_a_case()
    {
        IEnumerable<string> ours = ProblemKinds.All.Select(k => k.Code).Where(c => string.CompareOrdinal(c, "P840") >= 0 && string.CompareOrdinal(c, "P850") < 0);
        Assert.Equal(ours, Mistakes.Select(m => m.Code).Distinct());
    }

    [Fact]
    public void Counts_and_errata_are_read_as_they_stand()
    {
        using SmallSet set = Valid();
        Dataset data = set.Read();
        Release release = data.Release(new ReleaseId("2023", 2))!;
        Assert.Equal(["990101 2023-10 general 5 4 3", "990101 2023-11 general 0 0 "], release.Supervision.FeedbackOf(new PlaceCode("990101")).Select(f => $"{f.Place} {f.Month} {f.Topic} {f.Received} {f.Answered} {f.MedianDays}"));
        Correction correction = release.CorrectionOf("schools", "9921000001", "pupils_primary")!;
        Assert.Equal(("450", "460", "多录一人", "学校"), (correction.Was, correction.Is, correction.Reason, correction.TableLabel));
        Assert.Equal("城关乡", release.CorrectionOf("schools", "9921000001", "township")!.Was);
        Assert.Equal("巩固率", data.Vocabulary.Label("measure", "retention-rate"));
        Assert.Equal("94.20", release.CorrectionOf("facts", "990101/2023/recognition/巩固率", "value")!.Was);
        Assert.Null(release.CorrectionOf("schools", "9921000002", "pupils_primary"));
        Assert.Null(data.Release(new ReleaseId("2023", 1))!.CorrectionOf("schools", "9921000001", "pupils_primary"));
    }

    [Fact]
    public void A_later_revision_carries_errata_on()
    {
        using SmallSet set = Valid();
        set.Write("small/releases/2023.3/release.yaml", Head("2023.3", "2023.2", "2024-06-30"));
        set.Write("small/releases/2023.3/schools.csv", File.ReadAllText(set.PathOf(Schools)).Replace(",460,", ",470,", StringComparison.Ordinal));
        set.Write("small/releases/2023.3/corrections.csv", File.ReadAllText(set.PathOf(Errata)) + "e4,schools,9921000001,pupils_primary,460,470,又漏十人,2024-06-01\n");
        Release last = set.Read().Latest!;
        Assert.Equal("470", last.CorrectionOf("schools", "9921000001", "pupils_primary")!.Is);
        Assert.Equal(4, last.Supervision.Corrections.Count);
    }

    [Fact]
    public void A_mobile_number_in_an_erratum_is_not_repeated()
    {
        using SmallSet set = Valid();
        set.Replace(Errata, "多录一人", "问 13912345678");
        string line = Assert.Single(set.Problems());
        Assert.DoesNotContain("13912345678", line);
    }

    /// <summary>The small set with counts, and a revision that corrects a number, a word and a fact.</summary>
    private static SmallSet Valid()
    {
        SmallSet set = new();
        set.Write(Counts, "place,month,topic,received,answered,median_days\n990101,2023-10,general,5,4,3\n990101,2023-11,general,0,0,\n");
        string schools = File.ReadAllText(set.PathOf("small/releases/2023.1/schools.csv"));
        string facts = File.ReadAllText(set.PathOf("small/releases/2023.1/facts.csv"));
        set.Write("small/releases/2023.1/schools.csv", schools.Replace("城关镇", "城关乡", StringComparison.Ordinal));
        set.Write("small/releases/2023.1/facts.csv", facts.Replace("95.20", "94.20", StringComparison.Ordinal));
        return set
            .Write("small/releases/2023.2/release.yaml", Head("2023.2", "2023.1", "2024-04-30"))
            .Write(Schools, schools.Replace(",450,", ",460,", StringComparison.Ordinal))
            .Write("small/releases/2023.2/facts.csv", facts)
            .Write(Errata, """
                erratum,table,row,column,was,is,reason,date
                e1,schools,9921000001,pupils_primary,450,460,多录一人,2024-04-01
                e2,schools,9921000001,township,城关乡,城关镇,写错一个字,2024-04-01
                e3,facts,990101/2023/recognition/巩固率,value,94.20,95.2,抄错,2024-04-02

                """);
    }

    private static string Head(string id, string basedOn, string asOf) => $"""
        id: "{id}"
        title: 更正
        as_of: {asOf}
        statistics_date: 2023-09-01
        published: 2024-07-01
        state: final
        schemes: [basic-2012]
        source: report-2023
        based_on: "{basedOn}"

        """;
}
