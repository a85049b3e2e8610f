using AngleSharp.Dom;
using Portal.Domain.Data;
using Portal.Site.Components;
using Portal.Site.Pages;

namespace Portal.Site.Tests.Pages;

/// <summary>
/// Two primary schools and a nine-year school, worked out by hand. 一小: 200 pupils in 4 classes, 3 of 46—50, 1 of 56—60; 200/45 = 4.4, so 5 classes, one more.
/// 二小: 2,050 pupils in 46 classes, sizes not reported; 2050/45 = 45.6, so 46 classes, none more; 50 over 2,000. 学校: 90 + 100 pupils in 2 + 2 classes.
/// </summary>
public class ClassSizesTests
{
    private static readonly StageId Primary = new("primary");

    [Fact]
    public void A_county_says_shares_of_what_was_reported_and_who_did_not_report()
    {
        CountyClassSizes classes = CountyPage.Create(Site(), SmallProvince.County).ClassSizes!;
        Assert.Equal(
            new[] { ("小学", "52", "1 个，占 16.7%", "没有", "56—60 人", "1 个班，1 所学校"), ("初中", "2", "没有报送", "没有报送", "", "没有") },
            classes.Stages.Select(s => (s.Label, s.Classes, s.Large, s.Huge, s.Largest, s.ToOpen == "不用增开" ? "没有" : s.ToOpen)));
        Assert.Equal("没有报送班额的学校：二小、学校；它们不在各段班数和比例里。", classes.NotReported);
        Assert.Equal(["一小（小学 1 个班）"], classes.LargeSchools.Select(s => $"{s.School.Label}（{s.Words}）"));
        Assert.Equal(["二小（2,050 人，标准 2,000 人）"], classes.OverSize.Select(s => $"{s.School.Label}（{s.Words}）"));
        Assert.Equal("到 2020 年大班额不超过 5%", classes.Targets);
        Assert.Equal("标准班额和规模标准出自优质均衡的办法，青渡县尚未申报，只供参考。", classes.Reference);
    }

    [Fact]
    public void Bars_and_table_give_the_same_numbers()
    {
        IDocument html = Rendered.Document<CountyView>(("Site", Site()), ("Model", CountyPage.Create(Site(), SmallProvince.County)));
        Assert.Equal(["41—45 人2没有报送", "46—50 人3没有报送", "56—60 人1没有报送"], html.QuerySelectorAll("#classes table.data tbody tr").Select(r => r.TextContent));
        Assert.Equal(["41—45 人", "2 个班", "46—50 人", "3 个班", "56—60 人", "1 个班"], html.QuerySelectorAll("#classes svg.chart text").Select(t => t.TextContent));
        Assert.Single(html.QuerySelectorAll("#classes svg.chart rect[fill='url(#hatch)']"));
    }

    [Fact]
    public void A_school_says_its_classes_and_its_size()
    {
        SchoolClassStage stage = Assert.Single(SchoolPage.Create(Site(), new SchoolId("2199121001")).ClassSizes!.Stages);
        Assert.Equal(["最大的班在 56—60 人这一段；56 人及以上的班（大班额）1 个；66 人及以上的班（超大班额）没有。", "按每班 45 人算，200 名学生要 5 个班，现有 4 个，**还需增开 1 个班**。"], stage.Sentences);
        SchoolClassSizes large = SchoolPage.Create(Site(), new SchoolId("2199121002")).ClassSizes!;
        Assert.Equal(["没有报送班额。", "按每班 45 人算，2,050 名学生，现有 46 个班，班数够，不用增开。"], large.Stages[0].Sentences);
        Assert.Equal("校额：义务教育阶段 2,050 人，**比规模标准（2,000 人）多 50 人**。", large.Size);
        SchoolClassSizes through = SchoolPage.Create(Site(), new SchoolId("3199121003")).ClassSizes!;
        Assert.Equal("校额：义务教育阶段 190 人，在规模标准（2,500 人）以内。", through.Size);
        Assert.Equal(["小学", "初中"], through.Stages.Select(s => s.Label));
    }

    [Fact]
    public void Where_nothing_was_reported_it_is_said()
    {
        CountyClassSizes classes = CountyPage.Create(Site(bands: false), SmallProvince.County).ClassSizes!;
        Assert.Equal("青渡县本期没有报送班额。班数和还需增开的班按学校表计算。", classes.NotReported);
        Assert.False(classes.IsReported);
        Assert.Equal("1 个班，1 所学校", classes.Stages[0].ToOpen);
    }

    /// <summary>A blank number of classes is no 0: nothing is said to be enough.</summary>
    [Fact]
    public void Classes_that_are_not_reported_are_not_counted_as_none()
    {
        SmallProvince province = new SmallProvince().Add("2023", "2199121001", "一小", "211", "200,z,,z,1000,12,z");
        province.Sizes.Add(Rule(SizeMeasure.ClassStandard, 45));
        CountyClassSizes classes = CountyPage.Create(province.Site(), SmallProvince.County).ClassSizes!;
        Assert.Equal(("没有报送", "算不出"), (classes.Stages[0].Classes, classes.Stages[0].ToOpen));
        Assert.Equal("青渡县本期没有报送班额。", classes.NotReported);
        province.Add("2023", "2199121002", "二小", "211", "45,z,1,z,1000,12,z");
        classes = CountyPage.Create(province.Site(), SmallProvince.County).ClassSizes!;
        Assert.Equal(("1（1 所学校没有报）", "报了的学校不用增开（1 所学校算不出）"), (classes.Stages[0].Classes, classes.Stages[0].ToOpen));
    }

    [Fact]
    public void Without_rules_and_sizes_there_is_no_section()
    {
        SiteContext site = Schools(new SmallProvince()).Site();
        CountyPage page = CountyPage.Create(site, SmallProvince.County);
        Assert.Null(page.ClassSizes);
        Assert.DoesNotContain(page.Contents, a => a.Id == "classes");
        Assert.Null(SchoolPage.Create(site, new SchoolId("2199121001")).ClassSizes);
    }

    private static SmallProvince Schools(SmallProvince province) => province
        .Add("2023", "2199121001", "一小", "211", "200,z,4,z,1000,12,z")
        .Add("2023", "2199121002", "二小", "211", "2050,z,46,z,9000,110,z")
        .Add("2023", "3199121003", "学校", "312", "90,100,2,2,2000,6,9");

    private static SiteContext Site(bool bands = true)
    {
        SmallProvince province = Schools(new SmallProvince());
        province.Sizes.AddRange(
        [
            Rule(SizeMeasure.LargeClass, 56), Rule(SizeMeasure.HugeClass, 66), Rule(SizeMeasure.LargeShare, 5) with { Due = 2020 },
            Rule(SizeMeasure.ClassStandard, 45) with { Stage = Primary, Scheme = new SchemeId("quality") }, Rule(SizeMeasure.ClassStandard, 50) with { Stage = new StageId("junior"), Scheme = new SchemeId("quality") },
            Rule(SizeMeasure.SchoolSize, 2000) with { Scheme = new SchemeId("quality") }, Rule(SizeMeasure.SchoolSize, 2500) with { Types = ["312", "345"], Scheme = new SchemeId("quality") },
        ]);
        if (bands)
        {
            province.Classes.AddRange([Band("2199121001", 46, 50, 3), Band("2199121001", 56, 60, 1), Band("3199121003", 41, 45, 2)]);
        }

        return province.Site();
    }

    private static SizeRule Rule(SizeMeasure what, int value) => new(what, null, [], PlaceCode.Country, new DateOnly(2012, 1, 1), null, Cell.Of(value, 0), null, null, "文件");

    private static ClassBand Band(string school, int from, int to, int classes) => new(new SchoolId(school), Primary, from, to, classes);
}
