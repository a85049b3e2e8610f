using Portal.Domain.Data;
using Portal.Domain.Problems;
using Portal.Domain.Schemes;

namespace Portal.Sources.Tests;

/// <summary>allowances.csv, <c>small_school</c> of scheme.yaml and <c>kind</c> of types.csv.</summary>
public class AllowanceTests
{
    private const string Allowances = "common/schemes/basic-2012/allowances.csv";
    private const string Scheme = "common/schemes/basic-2012/scheme.yaml";

    [Fact]
    public void Allowances_are_typed()
    {
        using SmallSet set = new();
        Scheme scheme = Assert.Single(set.Read().Schemes);
        Allowance rural = scheme.Allowances[0];
        Assert.Equal(("rural-small", "乡村小规模学校", "teaching-area", "省文件"), (rural.Id, rural.Label, rural.AppliesTo, rural.Source));
        Assert.Equal((new StageId("primary"), PlaceCode.Country, new DateOnly(2013, 1, 1)), (rural.Stage, rural.Place, rural.From));
        AllowanceCondition.OneOf urban = Assert.IsType<AllowanceCondition.OneOf>(rural.Conditions[0]);
        Assert.Equal(SchoolWord.UrbanRural, urban.Word);
        Assert.Equal(["111"], urban.Codes);
        Assert.Equal(new AllowanceCondition.Compared("pupils", Relation.Below, Cell.Of(100, 0)), rural.Conditions[1]);
        Assert.Equal(new Replacement.StandardIs(Cell.Of(30, 1)), rural.Replaces);

        Allowance city = scheme.Allowances[1];
        Assert.Null(city.Place); // on record, adopted nowhere
        Assert.Null(city.Stage);
        Assert.Equal(["211", "312"], Assert.IsType<AllowanceCondition.OneOf>(city.Conditions[0]).Codes);
        Assert.Equal(new AllowanceCondition.Compared("teaching_area", Relation.AtLeast, Cell.Of(100, 0)), city.Conditions[1]);
        Assert.Equal(new Replacement.NumeratorGains(new Term("teachers_{stage}", 1)), city.Replaces);
    }

    [Fact]
    public void A_sets_own_allowances_take_the_place_of_the_common_ones()
    {
        using SmallSet set = new();
        set.Write("small/schemes/basic-2012/allowances.csv", "编号,适用于,对象,采用地方,条件,放宽为,依据\na,甲,teachers,990101,built_year<=2016,standard=0.05,乙\n");
        set.Append("common/columns.csv", "built_year,建校年份,年,all,text,,school,公开目录,,统计报表");
        Allowance own = Assert.Single(set.Read().Schemes[0].Allowances);
        Assert.Equal(new PlaceCode("990101"), own.Place);
        Assert.Equal(new DateOnly(2012, 1, 20), own.From); // the scheme's first day where none is given
    }

    [Fact]
    public void Small_schools_and_teaching_points_come_from_data()
    {
        using SmallSet set = new();
        Assert.True(set.Read().Vocabulary.Type("218")!.IsTeachingPoint);
        Assert.False(set.Read().Vocabulary.Type("211")!.IsTeachingPoint);
        Assert.Null(set.Read().Schemes[0].Small);
        set.Append(Scheme, "small_school: { pupils_below: 100, urban: [\"111\"], note: 按 100 人核定公用经费, source: 文件 }");
        SmallSchool small = set.Read().Schemes[0].Small!;
        Assert.Equal((100, "按 100 人核定公用经费", "文件"), (small.PupilsBelow, small.Note, small.Source));
        Assert.Equal(["111"], small.UrbanRural);
        set.Replace("common/types.csv", ",teaching-point", ",school");
        Assert.False(set.Read().Vocabulary.Type("218")!.IsTeachingPoint);
    }

    /// <summary>Each mistake with its place and its words: what stands in the valid table, what is put in its place, what is told.</summary>
    [Theory]
    [InlineData("P700", "pupils<100", "pupils below 100", "(2,H)", "pupils")]
    [InlineData("P700", "pupils<100", "pupils<1e2", "(2,H)", "pupils<1e2")]
    [InlineData("P700", "urban:111", "place:111", "(2,H)", "place:111")]
    [InlineData("P701", "rural-small,乡村小规模学校,teaching-area", "rural-small,乡村小规模学校,teaching-aera", "(2,C)", "teaching-aera", "basic-2012", "teaching-area")]
    [InlineData("P702", "teaching_area>=100", "teaching_aera>=100", "(3,H)", "teaching_aera", "teaching_area")]
    [InlineData("P703", "standard=3.0", "value=3.0", "(2,I)", "value=3.0")]
    [InlineData("P703", "standard=3.0", "standard=", "(2,I)", "standard=")]
    [InlineData("P703", "numerator+=teachers_{stage}", "numerator+=teachers_{stage}-canteen", "(3,I)", "numerator+=teachers_{stage}-canteen")]
    [InlineData("P704", "standard=3.0", "threshold=3.0", "(2,I)", "threshold=3.0", "teaching-area")]
    [InlineData("P705", "standard=3.0", "standard=3.6", "(2,I)", "3.6", "3.5")]
    [InlineData("P402", "numerator+=teachers_{stage}", "numerator+=canteen", "(3,I)", "canteen", Problem.NothingNear)]
    [InlineData("P317", "types:211,312", "types:211,313", "(3,H)", "313", "311")]
    [InlineData("P233", "urban:111", "urban:112", "(2,H)", "112", "urban_rural", "111")]
    [InlineData("P407", "2013-01-01,,", "2013-01-01,2012-12-31,", "(2,G)", "2013-01-01", "2012-12-31")]
    public void A_mistake_gives_one_problem(string code, string from, string to, string where, params string[] arguments)
    {
        using SmallSet set = new();
        set.Replace(Allowances, from, to);
        Assert.Equal([Line(code, "data/" + Allowances + where, arguments)], set.Problems());
    }

    /// <summary>What is not published by school may relax no standard of a school, whose page would tell it; it may where it is adopted nowhere.</summary>
    [Fact]
    public void What_is_not_public_relaxes_no_school()
    {
        using SmallSet set = new();
        set.Append("common/columns.csv", "migrants,随迁子女,人,all,pupils,0,county,公开目录,,统计报表").Append(Allowances, "m,随迁子女多的学校,teachers,,990000,,,migrants>50,standard=0.01,文件");
        Assert.Equal([Line("P706", "data/" + Allowances + "(4,H)", "migrants")], set.Problems());
        set.Replace(Allowances, "teachers,,990000", "teachers,,");
        Assert.Empty(set.Problems());
    }

    [Theory]
    [InlineData("rooms-per-classes", "classes:pupils_{stage} rooms:teaching_area area:teaching_area per:12", 96, 97, true)]
    [InlineData("rooms-per-classes", "classes:pupils_{stage} rooms:teaching_area area:teaching_area per:12", 96, 73, false)]
    [InlineData("ceiling", "column:pupils_{stage}", 2000, 1999, true)]
    [InlineData("ceiling", "column:pupils_{stage}", 2000, 2400, false)]
    public void A_threshold_is_never_relaxed_to_a_stricter_one(string rule, string inputs, int threshold, int relaxed, bool told)
    {
        using SmallSet set = new();
        set.Write("common/schemes/basic-2012/items.csv", $"item,group,order,label,rule,inputs,stage,place,from,until,threshold,unit,points,veto,source\ni1,checks,1,项目,{rule},{inputs},,000000,2012-01-20,,{threshold},,,no,文件\n");
        set.Replace(Scheme, "school_rule:", "gates:\n  - { id: checks, label: 项目, kind: items, groups: [checks] }\nschool_rule:");
        set.Append(Allowances, $"i,老学校,i1,,990000,,,pupils>0,threshold={relaxed},文件");
        Assert.Equal(told ? [Line("P705", "data/" + Allowances + "(4,I)", $"{relaxed}", $"{threshold}")] : [], set.Problems());
    }

    /// <summary>A floor is a share of the standard: 0.85, not 85 or 1.85.</summary>
    [Theory]
    [InlineData("85")]
    [InlineData("1.85")]
    [InlineData("0")]
    public void A_floor_is_a_share_of_the_standard(string floor)
    {
        using SmallSet set = new();
        string path = "common/schemes/basic-2012/standards.csv";
        string[] lines = File.ReadAllLines(set.PathOf(path));
        int column = Array.IndexOf(lines[0].Split(','), "floor");
        string[] cells = lines[1].Split(',');
        cells[column] = floor;
        set.Write(path, string.Join('\n', [lines[0], string.Join(',', cells), .. lines.Skip(2)]) + "\n");
        Assert.Equal([Line("P707", $"data/{path}(2,{(char)('A' + column)})", floor)], set.Problems());
    }

    [Fact]
    public void Small_schools_are_checked()
    {
        using SmallSet set = new();
        set.Append(Scheme, "small_school: { pupils_below: 100, urban: [\"112\"], note: 经费, source: 文件 }");
        Assert.Equal([Line("P233", "data/" + Scheme + "(24)", "112", "urban_rural", "111")], set.Problems());
    }

    private static string Line(string code, string where, params string[] arguments)
    {
        ProblemKind kind = ProblemKinds.All.Single(k => k.Code == code);
        object[] filled = [.. arguments];
        Problem problem = new(kind, new Location(where), arguments);
        Assert.Contains(string.Format(System.Globalization.CultureInfo.InvariantCulture, kind.Text, filled), problem.ToString());
        return problem.ToString();
    }
}
