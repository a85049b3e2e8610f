using System.Runtime.CompilerServices;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Problems;
using Portal.Site.Components;
using Portal.Site.Pages;
using Portal.Sources;

namespace Portal.Site.Tests.Pages;

/// <summary>The pages of real places, from the files of data/published: values and words exactly as their documents print them.</summary>
public class PublishedPagesTests
{
    private static readonly Lazy<SiteContext> Made = new(() => Read());

    private static SiteContext Site => Made.Value;

    [Fact]
    public void Wangjiang_shows_its_two_composites_with_the_documents_own_judgement()
    {
        CountyPage page = CountyPage.Create(Site, new PlaceCode("340827"));
        Assert.Equal("本站收录的文件没有写明望江县是否通过认定。", page.Lead[0]);
        Assert.Equal("文件公布的综合差异系数：小学 **0.53**，初中 **0.47**；原文：**达到国家标准**；另有 6 个单项系数，原文：**未达到国家标准**（原文未写年份）。本站没有重新计算。", page.Lead[1]);
        PublishedRow[] composites = [.. page.Published.Coefficients.Single().Rows.Where(r => r.Composite)];
        Assert.Equal([("小学", "0.53", "达到国家标准", "原文未写年份"), ("初中", "0.47", "达到国家标准", "原文未写年份")], composites.Select(r => (r.Stage, r.Value, r.Judgement, r.Year)));
    }

    [Fact]
    public void Wangjiang_shows_its_six_single_coefficients_and_no_more()
    {
        PublishedRow[] singles = [.. CountyPage.Create(Site, new PlaceCode("340827")).Published.Coefficients.Single().Rows.Where(r => !r.Composite)];
        Assert.Equal(
            [
                ("小学", "生均体育运动场馆面积", "0.85"), ("小学", "生均教学仪器设备值", "0.62"), ("小学", "每百名学生拥有计算机台数", "0.81"), ("小学", "生均中级及以上专业技术职务教师数", "0.93"),
                ("初中", "生均体育运动场馆面积", "0.68"), ("初中", "每百名学生拥有计算机台数", "0.58"),
            ],
            singles.Select(r => (r.Stage, r.Indicator, r.Value)));
        Assert.All(singles, r => Assert.Equal("未达到国家标准", r.Judgement));
    }

    [Fact]
    public void Wangjiang_has_no_computed_value_no_verdict_and_no_limit_line()
    {
        CountyPage page = CountyPage.Create(Site, new PlaceCode("340827"));
        Assert.Null(page.Computed);
        Assert.Null(page.Distance);
        Assert.Null(page.Schools);
        Assert.Empty(page.Schemes);
        Assert.Empty(page.Trends);
        string html = Rendered.Html<CountyView>(("Site", Site), ("Model", page));
        Assert.DoesNotContain("class=\"lim\"", html);
        Assert.DoesNotContain("限值内", html);
        Assert.DoesNotContain("超过限值", html);
        Assert.DoesNotContain("0.65", html);
        Assert.Contains("全县推进义务教育均衡发展动员大会讲话(望江县)", html);
        Assert.Contains("（转载）", html);
    }

    [Fact]
    public void Wangjiangs_target_for_disabled_children_has_no_year_and_no_report()
    {
        PromiseRow target = Assert.Single(CountyPage.Create(Site, new PlaceCode("340827")).Published.Promises.Targets);
        Assert.Equal(("残疾儿童少年入学率", "不低于 90%", "原文未写年份", "原文未写期限，本站没有收录结果"), (target.Measure, target.Target, target.Year, target.State));
    }

    [Fact]
    public void Fujians_satisfaction_rose_from_93_6_to_97_2()
    {
        AreaPage page = AreaPage.Create(Site, new PlaceCode("350000"));
        Assert.Equal("满意度：全体受访者，第三方问卷:县域义务教育均衡发展工作满意度：2012 年 93.6%，2016 年 97.2%。", page.Lead[2]);
        Assert.Equal("文件公布的综合差异系数：小学 **0.59**（下降前的值）、**0.42**（下降后的值），初中 **0.46**（下降前的值）、**0.37**（下降后的值）；原文没有作出判断（原文未写年份）。本站没有重新计算。", page.Lead[1]);
        Assert.Contains("2016 年认定", page.Lead[0]);
    }

    [Fact]
    public void Miyun_is_recognised_by_its_document_and_shows_its_facts()
    {
        CountyPage page = CountyPage.Create(Site, new PlaceCode("110118"));
        Assert.Equal("密云区 2024 年通过义务教育**优质均衡**认定。", page.Lead[0]);
        FactRow[] facts = [.. page.Published.Facts.SelectMany(t => t.Rows)];
        Assert.Contains(facts, f => (f.Label, f.Value) == ("督学", "68 名"));
        Assert.Contains(facts, f => (f.Label, f.Value) == ("连续开展教育满意度调研", "11 年"));
        Assert.Null(page.Computed);
    }

    [Fact]
    public void Targets_of_Yunnan_are_targets_and_those_without_a_number_are_not_judged()
    {
        PromisePart promises = AreaPage.Create(Site, new PlaceCode("530000")).Published.Promises;
        IReadOnlyList<PromiseRow> targets = promises.Targets;
        Assert.Equal(("承诺与目标", "targets"), (promises.Title, promises.Anchor));
        Assert.Equal(5, targets.Count);
        Assert.All(targets, t => Assert.True(t.Silent));
        Assert.Equal(3, targets.Count(t => t.State == "已到期，本站没有收录结果"));
        Assert.Equal(2, targets.Count(t => t is { Target: "未写数值", State: "未给数值，不按数判断，本站没有收录结果" }));
        Assert.All(targets, t => Assert.Empty(t.Computed));
        Assert.Contains(targets, t => t is { Year: "2016 年", Target: "不低于 49 县" });
    }

    /// <summary>The country promised 65 % by 2015; the report of 2016 says 62.4 %. Of 2015 the documents say nothing: neither kept nor missed.</summary>
    [Fact]
    public void A_report_of_a_later_year_is_shown_and_does_not_judge_the_year_promised()
    {
        PromiseRow row = AreaPage.Create(Site, PlaceCode.Country).Published.Promises.Targets.Single(t => t.Year == "2015 年");
        Assert.Equal((PromiseState.NoReport, "到期那年的结果没有收录"), (row.Kind, row.State));
        Assert.Equal("2016 年报告 62.4%，没有达到目标", Assert.Single(row.Reports).Words);
    }

    [Fact]
    public void The_home_page_says_what_the_site_holds_and_judges_nothing()
    {
        HomePage home = HomePage.Create(Site);
        Assert.Null(home.State);
        Assert.Empty(home.Tiles);
        Assert.Equal("没有学校数据，本站**不作测算，也不作判断**；原文自己的判断照录原话。", home.Published!.Lead[1]);
        PublishedComposite wangjiang = Assert.Single(home.Published.Composites, c => c.Place.Label == "望江县");
        Assert.Equal(["0.53", "0.47"], wangjiang.Values);
        Assert.Equal("达到国家标准", wangjiang.Judgement);
        Assert.Equal("转载", wangjiang.Source.Grade);
        string html = Rendered.Html<HomeView>(("Site", Site), ("Model", home));
        Assert.DoesNotContain("class=\"lim\"", html);
        Assert.DoesNotContain("未达标", html);
    }

    private static SiteContext Read([CallerFilePath] string here = "")
    {
        string data = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "..", "data"));
        ProblemList problems = new();
        Dataset? set = DatasetReader.Read(Path.Combine(data, "published"), Path.Combine(data, "common"), problems);
        Assert.True(set is not null && problems.Errors == 0, string.Join('\n', problems.Sorted()));
        return new SiteContext { Data = set, Findings = Findings.Compute(set), Words = [], Assets = new Dictionary<string, string>() };
    }
}
