using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Pages;

namespace Portal.Site.Tests.Pages;

public class CountyPageTests
{
    [Fact]
    public void Within_the_limit_with_margin_and_change_against_the_year_before()
    {
        // The year before all schools had 4 books a pupil: coefficient 0. Now 0.515; 0.65 − 0.515 = 0.135.
        SiteContext site = HandSite.Site(more: HandSite.Release("2022", 1, [.. HandSite.County(HandSite.Within, 5, 4)], published: new DateOnly(2023, 5, 20)));
        CountyPage page = CountyPage.Create(site, HandSite.Within);
        Assert.Equal("甲县没有义务教育基本均衡认定的记录；尚未申报优质均衡。", page.Lead[0]);
        Assert.Equal("按 2023 年数据测算，小学的校际差异**在限值内**（0.515 ≤ 0.65，余 0.135），比上年扩大 0.515。", page.Lead[1]);
        Assert.Equal("5 所学校，学生 302 人；**2 所学校**至少有一项未达标。", page.Lead[2]);
        Assert.Equal(3, page.Lead.Count);
    }

    [Fact]
    public void Over_a_limit_of_its_own()
    {
        CountyPage page = CountyPage.Create(HandSite.Site(), HandSite.Over);
        Assert.Equal("按 2023 年数据测算，小学的校际差异**超过限值 0.015**（0.515 > 0.50）。", page.Lead[1]);
        Assert.Equal(["小学超过限值"], page.Computed!.Big);
        Assert.Equal("0.515 > 0.50。测算不改变认定。", page.Computed.Text);
    }

    /// <summary>A province may limit single indicators beside the composite (rules.md §1.1): 0.515 keeps to 0.65, books break their own 0.50.</summary>
    [Fact]
    public void A_single_coefficient_over_its_own_limit_does_not_make_the_composite_look_over()
    {
        StageResult result = HandSite.Site().Findings.Find(new ReleaseId("2023", 1), HandSite.Within, HandSite.Basic, new StageId("primary"))!;
        Limit own = result.Composite!.Limit! with { What = "books", Value = Cell.Of(50, 2) };
        result = result with { Indicators = [result.Indicators[0] with { Limit = own, Outcome = Outcome.NotMet }] };
        StageState state = StageState.Of(HandSite.Site().Data.Schemes[0], result.Stage, result);
        Assert.Equal((StageKind.Over, "1 个单项中 1 个超过限值", ""), (state.Kind, state.WithMargin, state.Figures));
    }

    [Fact]
    public void A_missing_value_leaves_the_verdict_open_and_is_named()
    {
        CountyPage page = CountyPage.Create(HandSite.Site(), HandSite.Missing);
        Assert.Equal("按 2023 年数据测算，小学数据不全，**暂无法判定**。", page.Lead[1]);
        Assert.Equal("5 所学校，学生 302 人；**2 所学校**至少有一项未达标，1 所学校的数据没有报全。", page.Lead[2]);
        SchemeSection basic = page.Schemes[0];
        MissingRow missing = Assert.Single(basic.Missing);
        Assert.Equal(new MissingRow("小学", "生均图书册数", "5 小（待填报）", "按 4 所学校计算"), missing);
        // 45, 37, 89, 76 pupils with 279, 137, 935, 160 books: mean 6.1174, S 3.5730 → 0.5841.
        Assert.Equal(new CoefficientCell("0.584", true, false, "按 4 所学校", "releases/2023.1/places/990103/how/basic/primary/#i-books"), basic.Rows[0].Cells[0]);
    }

    [Fact]
    public void Two_schools_are_not_comparable()
    {
        CountyPage page = CountyPage.Create(HandSite.Site(), HandSite.Small);
        Assert.Equal("按 2023 年数据测算，小学仅 2 所学校，不具可比性。", page.Lead[1]);
        Assert.Empty(page.Schemes[0].Rows);
        Assert.Null(page.Schemes[0].Stages[0].Figure);
    }

    [Fact]
    public void A_scheme_that_nobody_applied_for_is_a_distance_and_never_a_failure()
    {
        CountyPage page = CountyPage.Create(HandSite.Site(), HandSite.Within);
        Assert.Equal(["尚未申报优质均衡"], page.Distance!.Big);
        Assert.Equal("1 个单项系数中，1 个大于优质均衡的限值。", page.Distance.Text);
        SchemeSection quality = page.Schemes[1];
        Assert.True(quality.ForReference);
        Assert.All(quality.Stages, s => Assert.Null(s.Figure));
        Assert.DoesNotContain("优质", string.Concat(page.Computed!.Big));
    }

    [Fact]
    public void A_scheme_that_was_applied_for_is_worked_out()
    {
        CountyPage page = CountyPage.Create(HandSite.Site([HandSite.Step(HandSite.Within, HandSite.Quality, "申报", "2024")]), HandSite.Within);
        Assert.Null(page.Distance);
        Assert.Equal(["基本均衡 · 小学在限值内", "优质均衡 · 小学 1 项超过限值"], page.Computed!.Big);
        Assert.Equal("甲县没有义务教育基本均衡认定的记录；已申报义务教育优质均衡认定，还没有结果。", page.Lead[0]);
    }

    [Fact]
    public void Recognition_and_computation_that_differ_are_both_shown_with_the_reason()
    {
        CountyPage page = CountyPage.Create(HandSite.Site([HandSite.Step(HandSite.Over, HandSite.Basic, "公示", "2016-02"), HandSite.Step(HandSite.Over, HandSite.Basic, "认定", "2016-03-21")]), HandSite.Over);
        Assert.Equal("乙县 2016 年通过义务教育**基本均衡**认定；尚未申报优质均衡。", page.Lead[0]);
        Assert.Equal(["基本均衡：2016 年认定"], page.Recognition!.Big);
        Assert.Equal("统计报表", page.Recognition.Document!.Title);
        Assert.StartsWith("认定与小学的测算不一致：认定依据 2016 年及以前的数据，测算依据 2023 年的数据", page.Differ);
        Assert.Equal("", CountyPage.Create(HandSite.Site(), HandSite.Over).Differ);
    }

    [Fact]
    public void Schools_stand_by_township_and_code_with_what_they_lack()
    {
        CountySchools schools = CountyPage.Create(HandSite.Site(), HandSite.Within).Schools!;
        Assert.Equal(["东镇", "西乡"], schools.Townships.Select(t => t.Name));
        Assert.Equal(["9901010", "9901011", "9901012"], schools.Townships[0].Rows.Select(r => r.Id));
        // 279/45 = 6.2, 137/37 = 3.7, 935/89 = 10.5, 160/76 = 2.1, 402/55 = 7.3 against 5.
        Assert.Equal(["ok", "no", "ok", "no", "ok"], schools.Townships.SelectMany(t => t.Rows).Select(r => r.Shape));
        Assert.Equal("图书", schools.Townships[0].Rows[1].Detail);
        Assert.False(schools.Folded);
    }

    [Fact]
    public void The_citation_is_pinned_to_the_release()
    {
        CountyPage page = CountyPage.Create(HandSite.Site(), HandSite.Within);
        Assert.Equal("某省教育督导室：《甲县义务教育均衡情况》，发布 2023.1，2024-05-20。", page.Citation);
        Assert.Equal("https://demo.example/releases/2023.1/places/990101/", page.CitationUrl);
    }

    [Fact]
    public void A_corrected_revision_says_so_and_which_verdict_changed()
    {
        // The first revision had equal schools in 乙县; the second has the method sheet's.
        Release first = HandSite.Release("2022", 1, [.. HandSite.County(HandSite.Over, 5, 4)], published: new DateOnly(2023, 5, 18));
        Release second = HandSite.Release("2022", 2, [.. HandSite.County(HandSite.Over, 5)], published: new DateOnly(2023, 9, 12));
        SiteContext site = HandSite.Site(more: [first, second]);
        CountyPage page = CountyPage.Create(site, HandSite.Over, first);
        Assert.Equal("releases/2022.1/places/990102/", page.Info.Address);
        Assert.True(page.Info.NoIndex);
        Assert.Equal("这是发布 2022.1 当时的样子，已由发布 2022.2（2023-09-12）更正。", page.Superseded!.Words);
        Assert.Equal(["小学的测算：当时在限值内（0.000），更正后超过限值（0.515）。"], page.Superseded.Differences);
        Assert.Equal("releases/2022.2/places/990102/", page.Superseded.Address);
        Assert.Equal("places/990102/", CountyPage.Create(site, HandSite.Over, second).Superseded!.Address);
        Assert.Null(CountyPage.Create(site, HandSite.Over, site.Latest).Superseded);
        Assert.Null(CountyPage.Create(site, HandSite.Over).Superseded);
    }

    [Fact]
    public void Only_a_fact_of_the_same_measure_year_and_unit_judges_a_target()
    {
        Target Promise(string year, string measure, Cell value, string unit = "人") => new(HandSite.Within.Value, year, measure, value, Sense.AtLeast, unit, "原文", HandSite.Report);
        SiteContext site = HandSite.Site(
            facts: [new Fact(HandSite.Within, "2023", "teachers", "新补充教师", "recruited", Cell.Of(46, 0), "人", "", HandSite.Report)],
            targets: [Promise("2023", "recruited", Cell.Of(60, 0)), Promise("2022", "recruited", Cell.Of(60, 0)), Promise("2024", "recruited", Cell.Of(60, 0)), Promise("", "recruited", Cell.Of(1, 0)), Promise("2023", "recruited-named", Cell.Blank)]);
        Assert.Equal(
            [("2022 年", "到期那年无报告"), ("2023 年", "逾期未兑现"), ("2023 年", "未给数值，不按数判断，无报告"), ("2024 年", "未到期"), ("原文未写年份", "原文未写期限，不判断")],
            CountyPage.Create(site, HandSite.Within).Published.Promises.Targets.Select(t => (t.Year, t.State)));
    }
}
