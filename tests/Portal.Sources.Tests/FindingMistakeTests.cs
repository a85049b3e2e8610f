using Portal.Domain.Data;
using Portal.Domain.Problems;

namespace Portal.Sources.Tests;

/// <summary>findings.csv: one mistake, one problem (P810–P819). The small set's release is as of 2023-12-31.</summary>
public class FindingMistakeTests
{
    private const string File = "small/releases/2023.1/findings.csv";
    private const string Header = "finding,origin,report,place,school,matter,problem,demand,responsible,notice,issued,deadline,extended_to,planned,reported,checked,result,appeal,measure,repeat_of,evidence\n";

    // A first row that is right: a repeat may name it.
    private const string First = "f-1,monitoring,,990101,9921000001,classes,大班额,分班,青渡县教育局,督意1号,2023-01-10,2023-03-31,,2023-01-20,2023-03-30,2023-04-10,done,,,,\n";

    public static TheoryData<string, string, string, string[]> Mistakes => new()
    {
        { "P810", "monitoring,,990101,,classes,大班额,,,,2023-05-10,2023-05-09,,,,,,,,,", "(3,L)", ["期限", "2023-05-09", "发出", "2023-05-10"] },
        { "P810", "monitoring,,990101,,classes,大班额,,,,2023-05-10,,,2023-05-01,,,,,,,", "(3,N)", ["方案", "2023-05-01", "发出", "2023-05-10"] },
        { "P810", "monitoring,,990101,,classes,大班额,,,,2023-05-10,,,,2023-06-10,2023-06-01,done,,,,", "(3,P)", ["核查", "2023-06-01", "报告日期", "2023-06-10"] },
        { "P811", "monitoring,,990101,,classes,大班额,,,,2023-05-10,2023-09-30,2023-09-30,,,,,,,,", "(3,M)", ["2023-09-30", "2023-09-30"] },
        { "P811", "monitoring,,990101,,classes,大班额,,,,2023-05-10,,2023-09-30,,,,,,,,", "(3,M)", ["2023-09-30", ""] },
        { "P812", "monitoring,,990101,,classes,大班额,,,,2023-05-10,,,,2023-06-10,,done,,,,", "(3,P)", ["结果", "核查"] },
        { "P812", "monitoring,,990101,,classes,大班额,,,,2023-05-10,,,,2023-06-10,2023-06-20,,,,,", "(3,Q)", ["核查", "结果"] },
        { "P813", "monitoring,,990101,,classes,大班额,,,,2023-05-10,,,,,2023-06-20,partly,,,,", "(3,O)", ["partly"] },
        { "P814", "monitoring,,990101,9921000001,classes,大班额,,,,2023-05-10,,,,,,,,,f-9,", "(3,T)", ["f-9", "f-1"] },
        { "P815", "monitoring,,990101,9921000001,classes,大班额,,,,2023-05-10,,,,,,,,,f-2,", "(3,T)", ["f-2"] },
        { "P815", "monitoring,,990101,9921000001,classes,大班额,,,,2023-01-09,,,,,,,,,f-1,", "(3,T)", ["f-1"] },
        { "P816", "monitoring,,990101,9921000002,classes,大班额,,,,2023-05-10,,,,,,,,,f-1,", "(3,T)", ["f-1"] },
        { "P816", "monitoring,,990101,9921000001,bus,校车,,,,2023-05-10,,,,,,,,,f-1,", "(3,T)", ["f-1"] },
        { "P817", "monitoring,,990101,,classes,大班额,,王建国,,2023-05-10,,,,,,,,,,", "(3,I)", [] },
        { "P818", "monitoring,,990101,,classes,大班额,,,,2023-05-10,,,,2024-01-01,,,,,,", "(3,O)", ["报告日期", "2024-01-01", "2023-12-31"] },
        { "P819", "report,,990101,,classes,大班额,,,,2023-05-10,,,,,,,,,,", "(3,C)", [""] },
        { "P819", "survey,qingdu.md,990101,,classes,大班额,,,,2023-05-10,,,,,,,,,,", "(3,C)", ["qingdu.md"] },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_gives_one_problem(string code, string row, string at, string[] arguments)
    {
        using SmallSet set = Set(First + "f-2," + row + "\n");
        ProblemKind kind = ProblemKinds.All.Single(k => k.Code == code);
        object[] words = arguments;
        Assert.Equal([$"data/{File}{at}: error {code} {string.Format(System.Globalization.CultureInfo.InvariantCulture, kind.Text + " " + kind.Remedy, words)}"], set.Problems());
    }

    [Fact]
    public void A_repeat_names_the_first_and_not_another_repeat()
    {
        const string Again = "f-2,monitoring,,990101,9921000001,classes,大班额,,,,2023-05-10,,,,,,,,,f-1,\n";
        using SmallSet set = Set(First + Again + Again.Replace("f-2", "f-3", StringComparison.Ordinal).Replace(",f-1,", ",f-2,", StringComparison.Ordinal));
        Assert.StartsWith($"data/{File}(4,T): error P815 ", Assert.Single(set.Problems()));
    }

    [Theory]
    [InlineData("问题写着13912345678")]
    [InlineData("问题写着 11010119900307123X")]
    [InlineData("写信给 wang@example.com")]
    public void Personal_data_is_refused_and_not_repeated(string text)
    {
        foreach (string row in new[] { $"{text},,,", $"问题,{text},,", $"问题,,{text},", $"问题,,,{text}" })
        {
            string[] cells = row.Split(',');
            using SmallSet set = Set(First + $"f-2,monitoring,,990101,,classes,{cells[0]},{cells[1]},{cells[2]},,2023-05-10,,,,,,,,,,{cells[3]}\n");
            string problem = Assert.Single(set.Problems(), p => p.Contains("P234", StringComparison.Ordinal));
            Assert.DoesNotContain(text[4..], problem, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("青渡县教育局")]
    [InlineData("云岭省教育厅、青渡县人民政府")]
    [InlineData("县教育局（基础教育科）")]
    [InlineData("和平镇中心小学；县一中")]
    [InlineData("某中学附属初中")]
    [InlineData("校长")]
    [InlineData("副校长、教务主任")]
    [InlineData("青渡县教育局局长")]
    [InlineData("青渡县教育局办公室主任")]
    [InlineData("食堂负责人、安全管理员；责任督学")]
    public void A_unit_or_a_post_is_responsible(string responsible)
    {
        using SmallSet set = Set(First + $"f-2,monitoring,,990101,,classes,大班额,,{responsible},,2023-05-10,,,,,,,,,,\n");
        Assert.Equal(responsible, set.Read().Releases[0].Supervision.Findings[1].Responsible);
    }

    [Theory]
    [InlineData("王校长")]
    [InlineData("张三主任")]
    [InlineData("县教育局（李小明书记）")]
    [InlineData("校长王建国")]
    [InlineData("李主任")]
    [InlineData("青渡县教育局、欧阳明")]
    [InlineData("青渡县教育局（张三）")]
    public void A_person_is_not(string responsible)
    {
        using SmallSet set = Set(First + $"f-2,monitoring,,990101,,classes,大班额,,{responsible},,2023-05-10,,,,,,,,,,\n");
        string problem = Assert.Single(set.Problems());
        Assert.Contains("P817", problem, StringComparison.Ordinal);
        Assert.DoesNotContain(responsible, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_school_is_named_and_one_that_has_closed_is_kept()
    {
        using SmallSet unknown = Set(First.Replace("9921000001", "9921000099", StringComparison.Ordinal));
        Assert.StartsWith($"data/{File}(2,E): error P303 ", Assert.Single(unknown.Problems()));

        // In the next period the school is gone; what was found there stays.
        using SmallSet set = Set(First.Replace("9921000001", "9931000001", StringComparison.Ordinal));
        string[] schools = System.IO.File.ReadAllLines(set.PathOf("small/releases/2023.1/schools.csv"));
        set.Write("small/releases/2024.1/release.yaml", System.IO.File.ReadAllText(set.PathOf("small/releases/2023.1/release.yaml")).Replace("2023.1", "2024.1", StringComparison.Ordinal).Replace("2023-12-31", "2024-12-31", StringComparison.Ordinal));
        set.Write("small/releases/2024.1/schools.csv", string.Join('\n', schools[..3]) + "\n").Write("small/releases/2024.1/findings.csv", System.IO.File.ReadAllText(set.PathOf(File)));
        Assert.Equal("9931000001", Assert.Single(set.Read().Releases[1].Supervision.Findings).School!.Value.Value);
    }

    [Fact]
    public void Findings_are_read_in_order_of_their_ids_with_all_they_say()
    {
        using SmallSet set = Set("f-2,complaint,,990101,,bus,校车超载,更换,青渡县人民政府,督意2号,2023-05-10,2023-09-30,2023-11-30,,,,,申辩书已收,criticism,,检查记录\n" + First);
        Finding finding = set.Read().Releases[0].Supervision.Findings[1];
        Assert.Equal(("f-2", FindingOrigin.Complaint, "申辩书已收", "criticism", "检查记录"), (finding.Id, finding.Origin, finding.Appeal, finding.Measure, finding.Evidence));
        Assert.Equal((new DateOnly(2023, 9, 30), new DateOnly(2023, 11, 30), null), (finding.Deadline!.Value, finding.ExtendedTo!.Value, finding.Reported));
        Assert.Null(finding.School);
    }

    private static SmallSet Set(string rows)
    {
        SmallSet set = new();
        foreach (string code in new[] { "matter,classes,班额", "matter,bus,校车", "rectification-result,done,已完成", "rectification-result,partly,部分完成", "accountability,criticism,公开批评" })
        {
            set.Append("common/codes.csv", code);
        }

        return set.Write(File, Header + rows);
    }
}
