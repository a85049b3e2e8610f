using AngleSharp.Html.Dom;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Components;
using Portal.Site.Pages;
using Portal.Site.Text;

namespace Portal.Site.Tests.Pages;

/// <summary>What pages say of the school rule, of shortfalls, allowances and small schools. Standards: primary 3.20 m² and 0.053 teachers a pupil.</summary>
public class SchoolRulePageTests
{
    private static SmallProvince Province(Func<Scheme, Scheme>? also = null) => new SmallProvince { Also = also ?? (s => s) }
        .Add("2023", "1001", "中心小学", "211", "421,,10,,1207,20,")
        .Add("2023", "1002", "滨溪小学", "211", "400,,10,,2000,24,")
        .Add("2023", "1003", "外湾教学点", "218", "12,,1,,60,2,", host: "1001")
        .Add("2023", "1005", "望舒学校", "312", "100,100,4,4,1000,8,8")
        .Add("2023", "1006", "杉坞小学", "211", "200,,5,,,10,")
        .Add("2023", "1007", "雾前小学", "211", "400,,10,,1100,24,")
        .Add("2023", "1008", "岭后小学", "211", "60,,3,,200,4,");

    // One of the two basic standards may be missed as long as it reaches 85 %: 2.72 m², 0.04505 teachers.
    private static Scheme OneOfTwo(Scheme scheme) => scheme.Id.Value != "basic" ? scheme
        : scheme with { MetAtLeast = 1, Standards = [.. scheme.Standards.Select(s => s with { Floor = Cell.Of(85, 2) })] };

    private static Scheme Small(Scheme scheme) => scheme with { Small = new SmallSchool(100, ["220"], "农村不足 100 人的按 100 人核定公用经费", "某文件") };

    private static SchoolPage Page(SmallProvince province, string id) => SchoolPage.Create(province.Site(), new SchoolId(id));

    private static SchoolStage Stage(SmallProvince province, string id) => Page(province, id).Stages[0];

    private static IHtmlDocument Html(SmallProvince province, string id)
    {
        SiteContext site = province.Site();
        SchoolPage page = SchoolPage.Create(site, new SchoolId(id));
        return Rendered.Document<SchoolView>(("Site", site), ("Model", page with { Info = page.Info.Rooted() }));
    }

    [Fact]
    public void The_rule_and_its_outcome_are_said_in_words()
    {
        SchoolStage all = Stage(Province(), "1001");
        Assert.Equal("办法要求 2 项都达到标准。", all.Asked);
        Assert.Equal("本校达到 0 项，没有达到的是运动场馆、师生比，按这条规则**未达标**。", all.Rule);
        Assert.Equal("本校 2 项都达到，按这条规则**达标**。", Stage(Province(), "1002").Rule);
        Assert.Equal("本校运动场馆待填报；已经知道没有达到的是师生比，**暂无法判定**。", Stage(Province(), "1006").Rule);
        Assert.Equal("", Stage(Province(), "1003").Rule);
    }

    [Fact]
    public void An_exempt_indicator_is_named_with_its_floor()
    {
        // 1100 / 400 = 2.75 of 3.20, not below 2.72; 1207 / 421 = 2.867 and 20 / 421 = 0.0475: two missed, one too many.
        SchoolStage exempt = Stage(Province(OneOfTwo), "1007");
        Assert.Equal("办法要求 2 项中至少 1 项达到标准，余下的也不低于标准的 85%。", exempt.Asked);
        Assert.Equal("本校达到 1 项，余下的运动场馆是 2.75，不低于标准的 85%（2.72），按这条规则**达标**。", exempt.Rule);
        Assert.Equal("本校达到 0 项，没有达到的是运动场馆、师生比，多于办法允许的 1 项，按这条规则**未达标**。", Stage(Province(OneOfTwo), "1001").Rule);

        // 1080 / 400 = 2.70: below the floor.
        SmallProvince below = Province(OneOfTwo).Add("2023", "1009", "溪尾小学", "211", "400,,10,,1080,24,");
        Assert.Equal("本校达到 1 项，余下的运动场馆是 2.70，低于标准的 85%（2.72），按这条规则**未达标**。", Stage(below, "1009").Rule);
    }

    [Fact]
    public void Of_a_scheme_that_is_for_reference_only_nothing_is_judged()
    {
        SchoolStage other = Page(Province(), "1001").Others.Single().Stages.Single();
        Assert.Equal("本校达到 0 项，还没到的是运动场馆，只作参考。", other.Rule);
        Assert.Contains("只作参考", Html(Province(), "1001").QuerySelector("section.ref")!.TextContent);
    }

    [Fact]
    public void A_shortfall_is_worked_out_with_its_formula()
    {
        // By hand: 3.20 × 421 = 1347.2; 0.053 × 421 = 22.313; primary share of 1000 m² is 100 / 210.
        Assert.Equal(
            ["标准 3.2 × 421 人 − 现有 1,207 = 缺 140.2 m²", "标准 0.053 × 421 人 − 现有 20 = 缺 2.313 人，补足要 3 人"],
            Stage(Province(), "1001").Rows.Select(r => r.Formula));
        Assert.Equal("标准 6 × 100 人 − 现有 523.81（按学段分得） = 缺 76.19 m²", Page(Province(), "1005").Stages[1].Rows[0].Formula);
        Assert.All(Stage(Province(), "1002").Rows, r => Assert.Equal("", r.Formula));
        Assert.Contains("标准 3.2 × 421 人 − 现有 1,207 = 缺 140.2 m²", Html(Province(), "1001").QuerySelector("table.inds")!.TextContent);
    }

    [Theory]
    [InlineData(257.5, 4, "257.5")]
    [InlineData(7181.5, 4, "7,181.5")]
    [InlineData(3, 4, "3")]
    [InlineData(0.00000012, 4, "0.0000001")]
    [InlineData(0, 4, "0")]
    public void What_is_missing_never_prints_as_nothing(double value, int decimals, string printed) => Assert.Equal(printed, FormulaText.Number(value, decimals));

    [Fact]
    public void An_allowance_is_named_with_its_source()
    {
        Allowance Of(Replacement replaces) => new("a", "小规模学校", "sports-area", null, SmallProvince.Province, new DateOnly(2012, 1, 1), null, [new AllowanceCondition.Compared("pupils", Relation.Below, Cell.Of(500, 0))], replaces, "某文件第三条");
        SmallProvince added = Province(s => s with { Allowances = [Of(new Replacement.NumeratorGains(new Term("teachers_{stage}", 1)))] });
        SchoolStage counted = Stage(added, "1001");
        Assert.Equal("按放宽规定（小规模学校），运动场馆另计入小学专任教师数 20 人。依据：某文件第三条。", Assert.Single(counted.Allowances));
        Assert.Equal("标准 3.2 × 421 人 − 现有 1,227（含放宽计入的） = 缺 120.2 m²", counted.Rows[0].Formula);
        Assert.Contains("按放宽规定", Html(added, "1001").Body!.TextContent);

        SmallProvince lower = Province(s => s.Id.Value == "basic" ? s with { Allowances = [Of(new Replacement.StandardIs(Cell.Of(25, 1)))] } : s);
        Assert.Equal("按放宽规定（小规模学校），运动场馆的标准放宽为 2.50 m²。依据：某文件第三条。", Assert.Single(Stage(lower, "1001").Allowances));
        Assert.Equal(Outcome.Met, Stage(lower, "1001").Rows[0].Indicator.Outcome);
        Assert.Empty(Stage(Province(), "1001").Allowances);
    }

    [Fact]
    public void A_small_school_says_what_protects_it_and_whether_it_is_counted()
    {
        SmallProvince province = Province(Small);
        SchoolPage point = Page(province, "1003");
        Assert.True(point.Small);
        Assert.Equal("农村不足 100 人的按 100 人核定公用经费。", point.Protection!.Words);
        Assert.Equal(["基本均衡的差异系数：不计入（小学教学点）。", "优质均衡的差异系数：不计入（不满 50 人的小学教学点）。"], point.Protection.Counted);

        SchoolPage small = Page(province, "1008"); // 60 pupils, but the rule is for villages
        Assert.True(small.Small);
        Assert.Equal(("", "基本均衡的差异系数：计入。"), (small.Protection!.Words, small.Protection.Counted[0]));
        Assert.Null(Page(province, "1001").Protection);
        Assert.False(Page(Province(), "1008").Small); // without a number on record only teaching points are small

        string[] headings = [.. Html(province, "1003").QuerySelectorAll("h2").Select(h => h.TextContent)];
        Assert.True(Array.IndexOf(headings, "实有数目") < Array.IndexOf(headings, "学生少的学校怎样算"));
        Assert.True(Array.IndexOf(headings, "学生少的学校怎样算") < Array.IndexOf(headings, "办学条件"));
    }

    [Fact]
    public void The_county_adds_up_what_is_missing_and_says_who_has_no_data()
    {
        CountyPage page = CountyPage.Create(Province().Site(), SmallProvince.County);
        ShortBlock basic = page.Short[0];
        Assert.Equal(["小学（6 所）", "初中（1 所）"], basic.Stages);
        // Sports: 140.2 at 1001, 3.20 × 400 − 1100 = 180 at 1007; 1006 has no data. Teachers: 2.313 and 0.053 × 200 − 10 = 0.6.
        Assert.Equal("缺 320 m²", basic.Rows[0].Cells[0].Amount);
        Assert.Equal(["2 所不够", "1 所没有数据"], basic.Rows[0].Cells[0].Notes);
        Assert.Equal(("缺 2.9 人", "逐校取整要 4 人"), (basic.Rows[1].Cells[0].Amount, basic.Rows[1].Cells[0].Notes[1]));
        Assert.Equal("缺 76 m²", basic.Rows[0].Cells[1].Amount);
        Assert.Equal("不缺", basic.Rows[1].Cells[1].Amount);
        Assert.Equal("中心小学的运动场馆：标准 3.2 × 421 人 − 现有 1,207 = 缺 140.2 m²。", basic.Example);
        Assert.False(basic.ForReference);
        Assert.True(page.Short[1].ForReference);
        Assert.Equal("short", page.Contents[page.Contents.ToList().FindIndex(c => c.Id == "schools") + 1].Id);
        Assert.DoesNotContain(CountyPage.Create(new SmallProvince { WithStandards = false }.Add("2023", "1", "甲", "311", ",,,,,,").Site(), SmallProvince.County).Short, b => !b.ForReference);
    }

    [Fact]
    public void The_list_of_schools_shows_the_outcome_of_the_rule()
    {
        CountySchools schools = CountyPage.Create(Province().Site(), SmallProvince.County).Schools!;
        Dictionary<string, SchoolRow> rows = schools.Townships.SelectMany(t => t.Rows).ToDictionary(r => r.Id);
        Assert.Equal(("no", "未达标 2 项"), (rows["1001"].Shape, rows["1001"].Word));
        Assert.Equal(("na", "暂无法判定", "缺数 1 项：运动场馆；已知未达标 1 项：师生比"), (rows["1006"].Shape, rows["1006"].Word, rows["1006"].Detail));
        Assert.Equal((4, 0), (schools.Unmet, schools.Open)); // 1001, 1005, 1006, 1007

        rows = CountyPage.Create(Province(OneOfTwo).Site(), SmallProvince.County).Schools!.Townships.SelectMany(t => t.Rows).ToDictionary(r => r.Id);
        Assert.Equal(("ok", "余下的运动场馆不低于下限，可以豁免"), (rows["1007"].Shape, rows["1007"].Detail));
    }
}
