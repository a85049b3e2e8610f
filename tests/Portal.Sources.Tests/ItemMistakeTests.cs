using Portal.Domain.Data;
using Portal.Domain.Problems;
using Portal.Domain.Schemes;

namespace Portal.Sources.Tests;

/// <summary>Items, gates, what counties report for them, and surveys of gates: what is read, and each mistake with its one problem.</summary>
public class ItemMistakeTests
{
    private const string Scheme = "small/schemes/basic-2012/scheme.yaml";
    private const string Items = "small/schemes/basic-2012/items.csv";
    private const string Limits = "small/schemes/basic-2012/limits.csv";
    private const string Government = "small/releases/2023.1/government.csv";
    private const string Surveys = "small/releases/2023.1/surveys.csv";
    private const string Groups = "small/releases/2023.1/survey-groups.csv";

    private static readonly (string Code, Action<SmallSet> Make, string Line)[] Mistakes =
    [
        ("P710", s => s.Replace(Items, "done planned", "done planned-"), $"data/{Items}(3,F): error P710 规则“share”用不了“planned-”。 这条规则要：两个值，各是数据项、column:列 或 finance:度量；可加 types:类型（见 data/README.md）。"),
        ("P710", s => s.Replace(Items, "done planned", "done below"), $"data/{Items}(3,F): error P710 规则“share”用不了“below”。 这条规则要：两个值，各是数据项、column:列 或 finance:度量；可加 types:类型（见 data/README.md）。"),
        ("P711", s => s.Replace(Items, "done planned", "done"), $"data/{Items}(3,F): error P711 规则“share”的 inputs 不对：写了 1 个值。 这条规则要：两个值，各是数据项、column:列 或 finance:度量；可加 types:类型（见 data/README.md）。"),
        ("P711", s => s.Replace(Items, "scheme:basic-2012", ""), $"data/{Items}(5,F): error P711 规则“recognised-years”的 inputs 不对：缺少 scheme:。 这条规则要：scheme:办法，年数写在 threshold（见 data/README.md）。"),
        ("P712", s => s.Replace(Items, ",95,%", ",,%"), $"data/{Items}(3,K): error P712 规则“share”要有 threshold，这里空着。 请填写数值，或改用别的规则。"),
        ("P713", s => s.Replace(Items, ",95,%,,", ",95,%,5,"), $"data/{Items}(3,M): error P713 规则“share”用不上 points，这里却填了“5”。 请删去；只有 score 才有分值，document、compare、score 没有限值。"),
        ("P714", s => s.Replace(Scheme, "[points, checks]", "[points, checks, checkz]"), $"data/{Scheme}(16): error P714 关口“government”的组“checkz”没有项目。 最接近的是“checks”；组写在 items.csv 的 group 一列。"),
        ("P715", s => s.Append(Items, "x1,extra,1,另一组,document,,,000000,2012-01-20,,,,,no,文件"), $"data/{Items}(7,B): error P715 没有一道关口用到组“extra”，这一项永远不会判断。 请在 scheme.yaml 的 gates 里写上这一组，或改正 group。"),
        ("P716", s => s.Replace(Limits, ",satisfaction,", ",government,").Replace(Limits, "2012-01-20,,84", "2013-01-20,,84").Replace(Limits, ",government,000000,2012-01-20,,85", ",government,000000,2012-01-20,2013-01-19,85"), $"data/{Scheme}(16): error P716 关口“satisfaction”没有限值“satisfaction”。 请在 limits.csv 里补上 what 为“satisfaction”的一行，学段空着。"),
        ("P717", s => s.Append(Items, "s1,checks,1,入学率,share,done planned,junior,990000,2020-01-01,,96,%,,no,省文件"), $"data/{Items}(7,G): error P717 项目“s1”的 stage 与 data/{Items}(3) 不同。 同一个项目在各地、各时期的组、规则、学段和单位要一样；要换就另起一个编号。"),
        ("P718", s => s.Replace(Government, "basic-2012,s1,done", "basic-2012,s2,done"), $"data/{Government}(3,C): error P718 办法“basic-2012”没有项目“s2”。 最接近的是“s1”；项目见该办法的 items.csv。"),
        ("P719", s => s.Replace(Government, "s1,done", "s1,dome"), $"data/{Government}(3,D): error P719 项目“s1”没有数据项“dome”。 可以填的是“done、planned”（空着是整项）。"),
        ("P720", s => s.Replace(Government, "p1,,,4.5", "p1,,,6.5"), $"data/{Government}(2,F): error P720 得分 6.5 超过这一项的分值 6。 请核对；分值见该办法的 items.csv。"),
        ("P721", s => s.Replace(Government, "d1,,1", "d1,,2"), $"data/{Government}(5,E): error P721 “2”不是 1 或 0。 这一项只问有没有：有写 1，没有写 0，没有报空着。"),
        ("P722", s => s.Replace(Government, "p1,,,4.5", "p1,,4.5,"), $"data/{Government}(2,E): error P722 项目“p1”的规则是 score，这一格的“4.5”用不上。 score 只填得分（score），其余规则只填值（value）。"),
        ("P722", s => s.Replace(Government, "done,94,", "done,,94"), $"data/{Government}(3,F): error P722 项目“s1”的规则是 share，这一格的“94”用不上。 score 只填得分（score），其余规则只填值（value）。"),
        ("P723", s => s.Replace(Surveys, "990101,basic-2012,yes", "990101,,yes"), $"data/{Surveys}(2,D): error P723 用于关口的调查没有写办法。 请填写 scheme，或把 gate 改成 no。"),
        ("P724", s => s.Append(Surveys, "v2,又一次,990101,basic-2012,yes,paper,quota,,,,满意"), $"data/{Surveys}(3,E): error P724 data/{Surveys}(2) 已经有一次用于同一办法同一地方关口的调查。 一个地方、一个办法、一次发布只能有一次调查用于关口；另一次的 gate 写 no。"),
        ("P725", s => s.Replace(Groups, "v1,parents", "v3,parents"), $"data/{Groups}(2,A): error P725 调查“v3”不在 surveys.csv 里。 最接近的是“v1”；请核对调查编号。"),
        ("P726", s => s.Append(Groups, "v1,all,10,10,10,10"), $"data/{Groups}(3,B): error P726 这次调查既有 all，又有分群体的行（data/{Groups}(2)），会重复计数。 只有合计时写一行 all；有分群体的份数时不写 all。"),
        ("P727", s => s.Append(Items, "s3,checks,5,另一率,share,more s2/planned,,000000,2012-01-20,,90,%,,no,文件"), $"data/{Items}(7,F): error P727 没有别的项目报“s2/planned”这个数。 写成 项目/数据项；最接近的是“s1/planned”。"),
        ("P727", s => s.Append(Items, "s3,checks,5,另一率,share,more s1/plannet,,000000,2012-01-20,,90,%,,no,文件"), $"data/{Items}(7,F): error P727 没有别的项目报“s1/plannet”这个数。 写成 项目/数据项；最接近的是“s1/planned”。"),
        ("P219", s => s.Replace(Government, "done,94,", "done,-94,"), $"data/{Government}(3,E): error P219 “-94”是负数，这里只能是 0 或正数。 请核对。"),
        ("P233", s => s.Replace(Items, ",share,", ",shares,"), $"data/{Items}(3,E): error P233 “规则”的值“shares”不认识。 最接近的是“share”；可用的值见 codes.csv 和 data/README.md。"),
        ("P304", s => s.Replace(Items, "scheme:basic-2012", "scheme:basic-2013"), $"data/{Items}(5,F): error P304 办法“basic-2013”没有定义。 最接近的是“basic-2012”；办法放在 schemes/ 文件夹里。"),
        ("P305", s => s.Replace(Items, "done planned,,", "done planned,senior,"), $"data/{Items}(3,G): error P305 学段“senior”不认识，或者这个办法不评这个学段。 可用的是“primary junior”。"),
        ("P309", s => s.Replace(Government, "990101,basic-2012,d1", "990000,basic-2012,d1"), $"data/{Government}(5,A): error P309 “990000”不是县级地方。 学校要填所在县（市、区）的代码。"),
        ("P402", s => s.Replace(Items, "column:pupils_{stage}", "column:pupil_{stage}"), $"data/{Items}(6,F): error P402 算式里的列“pupil_primary”不在 columns.csv 里，或者不是数字列。 最接近的是“pupils_primary”。"),
        ("P403", s => s.Append(Items, "s1,checks,1,入学率,share,done planned,,990000,2020-01-01,,94,%,,no,省文件"), $"data/{Items}(7,K): error P403 “94”比全国的“95”宽。 地方标准只能更严；请核对数值和方向。"),
        ("P404", s => s.Append(Items, "s1,checks,1,入学率,share,done planned,,000000,2020-01-01,,96,%,,no,新文件"), $"data/{Items}(7,I): error P404 起止日期与 data/{Items}(3) 重叠。 请给较早的一行填上 until（最后一天）。"),
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
    public void All_kinds_of_items_and_gates_have_a_case()
    {
        IEnumerable<string> ours = ProblemKinds.All.Select(k => k.Code).Where(c => string.CompareOrdinal(c, "P710") >= 0 && string.CompareOrdinal(c, "P730") < 0);
        Assert.Equal(ours, Mistakes.Select(m => m.Code).Where(c => c.StartsWith("P7", StringComparison.Ordinal)).Distinct());
    }

    [Fact]
    public void Items_and_gates_are_read_as_they_stand()
    {
        using SmallSet set = Valid();
        Dataset data = set.Read();
        Scheme scheme = data.Schemes[0];
        Assert.Equal(["standards Standards ", "balance Coefficients ", "government Items points checks", "satisfaction Satisfaction "], scheme.Gates.Select(g => $"{g.Id} {g.Kind} {string.Join(' ', g.Groups)}"));
        Place[] path = [.. data.Places.PathUp(new PlaceCode("990101"))];
        IReadOnlyList<Item> items = scheme.ItemsFor(path, new DateOnly(2023, 9, 1));
        Assert.Equal(["p1 Score  6", "s1 Share 95 ", "d1 Document  ", "r1 RecognisedYears 3 ", "c1 Ceiling 2000 "], items.Select(i => $"{i.Id} {i.Rule} {i.Threshold} {i.Points}"));
        Assert.Equal([("", "done"), ("", "planned")], items[1].Inputs.Select(i => (i.Key, i.Text)));
        Assert.Equal([("column", "pupils_{stage}"), ("types", "211,312")], items[4].Inputs.Select(i => (i.Key, i.Text)));
        Assert.Equal(85, scheme.LimitOn("government", path, new DateOnly(2023, 9, 1))!.Value.Value);
        Assert.Equal(5, data.Latest!.Government.Count);
    }

    [Fact]
    public void A_province_tightens_an_item_from_a_day_on()
    {
        using SmallSet set = Valid();
        set.Append(Items, "s1,checks,1,入学率,share,done planned,,990000,2023-01-01,,98,%,,no,省文件");
        Dataset data = set.Read();
        Place[] path = [.. data.Places.PathUp(new PlaceCode("990101"))];
        Assert.Equal("95", Threshold(new DateOnly(2022, 12, 31)));
        Assert.Equal("98", Threshold(new DateOnly(2023, 1, 1)));

        string Threshold(DateOnly day) => data.Schemes[0].ItemsFor(path, day).Single(i => i.Id.Value == "s1").Threshold.ToString();
    }

    [Fact]
    public void Stages_of_schooling_are_data()
    {
        using SmallSet set = new();
        set.Append("common/codes.csv", "stage,primary,小学").Append("common/codes.csv", "stage,junior,初中").Append("common/codes.csv", "stage,senior,高中").Append("common/codes.csv", "stage,kindergarten,幼儿园")
            .Append("common/columns.csv", "pupils_kindergarten,在园幼儿数,人,kindergarten,pupils,0,school,公开目录,,统计报表").Append("common/types.csv", "111,幼儿园,kindergarten,");
        Assert.Equal("kindergarten", set.Read().Vocabulary.Type("111")!.Stages.Single().Value);
        set.Append("common/types.csv", "112,托儿所,nursery,");
        Assert.Equal(["data/common/types.csv(8,C): error P305 学段“nursery”不认识，或者这个办法不评这个学段。 可用的是“primary junior senior kindergarten”。"], set.Problems());
    }

    /// <summary>The small set with items, gates, a county's report and a survey of the gate.</summary>
    private static SmallSet Valid()
    {
        SmallSet set = new();
        set.Append("common/codes.csv", "survey-mode,paper,纸质").Append("common/codes.csv", "survey-design,quota,配额").Append("common/codes.csv", "group,all,全体");
        set.Write(Scheme, File.ReadAllText(set.PathOf("common/schemes/basic-2012/scheme.yaml")).Replace("school_rule:", """
            gates:
              - { id: standards, label: 学校达标, kind: standards }
              - { id: balance, label: 校际均衡, kind: coefficients }
              - { id: government, label: 政府工作, kind: items, groups: [points, checks] }
              - { id: satisfaction, label: 满意度, kind: satisfaction }
            school_rule:
            """, StringComparison.Ordinal));
        set.Write(Limits, File.ReadAllText(set.PathOf("common/schemes/basic-2012/limits.csv")) + ",government,000000,2012-01-20,,85,at_least,文件\n,satisfaction,000000,2012-01-20,,84,at_least,文件\n");
        return set
            .Write(Items, """
                item,group,order,label,rule,inputs,stage,place,from,until,threshold,unit,points,veto,source
                p1,points,1,随迁子女,score,,,000000,2012-01-20,,,,6,no,文件
                s1,checks,1,入学率,share,done planned,,000000,2012-01-20,,95,%,,no,文件
                d1,checks,2,规划,document,,,000000,2012-01-20,,,,,no,文件
                r1,checks,3,认定年限,recognised-years,scheme:basic-2012,,000000,2012-01-20,,3,年,,no,文件
                c1,checks,4,规模,ceiling,"column:pupils_{stage} types:211,312",,000000,2012-01-20,,2000,人,,no,文件

                """)
            .Write(Government, """
                place,scheme,item,input,value,score,evidence
                990101,basic-2012,p1,,,4.5,自评
                990101,basic-2012,s1,done,94,,
                990101,basic-2012,s1,planned,99,,
                990101,basic-2012,d1,,1,,规划文件
                990102,basic-2012,p1,,,,

                """)
            .Write(Surveys, "survey,title,place,scheme,gate,mode,design,residents,opened,closed,rule\nv1,调查,990101,basic-2012,yes,paper,quota,,,,满意\n")
            .Write(Groups, "survey,group,issued,returned,valid,satisfied\nv1,parents,100,90,80,70\n");
    }
}
