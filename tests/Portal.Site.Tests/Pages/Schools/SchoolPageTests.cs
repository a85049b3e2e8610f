using AngleSharp.Html.Dom;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Site.Components;
using Portal.Site.Pages;

namespace Portal.Site.Tests.Pages;

public class SchoolPageTests
{
    // Columns: pupils_primary, pupils_junior, classes_primary, classes_junior, sports_area, teachers_primary, teachers_junior.
    // Standards: primary 3.20 m² and 0.053 teachers a pupil, junior 6.00 m² and 0.070.
    private static SmallProvince Province(bool withStandards = true) => new SmallProvince { WithStandards = withStandards }
        .Add("2023", "1001", "中心小学", "211", "421,,10,,1207,20,")
        .Add("2023", "1002", "滨溪小学", "211", "400,,10,,2000,24,")
        .Add("2023", "1003", "外湾教学点", "218", "12,,1,,60,2,", host: "1001")
        .Add("2023", "1004", "新禾学校", "211", "618,,15,,2100,41,", sponsor: "民办")
        .Add("2023", "1005", "望舒学校", "312", "100,100,4,4,1000,8,8")
        .Add("2023", "1006", "杉坞小学", "211", "200,,5,,,12,");

    private static SchoolPage Page(SmallProvince province, string id) => SchoolPage.Create(province.Site(), new SchoolId(id));

    private static IHtmlDocument Html(SmallProvince province, string id)
    {
        SiteContext site = province.Site();
        SchoolPage page = SchoolPage.Create(site, new SchoolId(id));
        return Rendered.Document<SchoolView>(("Site", site), ("Model", page with { Info = page.Info.Rooted() }));
    }

    [Fact]
    public void What_is_missing_is_said_in_real_units()
    {
        // 1207 / 421 = 2.867 of 3.20: 3.20 × 421 − 1207 = 140.2 m²; 20 / 421 = 0.0475 of 0.053: 0.053 × 421 − 20 = 2.313 teachers.
        SchoolPage page = Page(Province(), "1001");
        Assert.Equal(
            ["云岭省定的 2 项办学标准，这所学校 **2 项未达标**。", "还差的是：**体育运动场馆 140 m²**、**专任教师 2.3 人**。", "本站从 2023 年起有这所学校的数据。"],
            page.Sentences);
        Assert.Equal(["421", "20", "10"], page.Counts.Select(c => c.Value));
        Assert.Equal("平均每班 42 人", page.Counts[2].Note); // 421 / 10 = 42.1
        Assert.Equal(["2.87", "0.048"], page.Stages.Single().Rows.Select(r => r.Value));
        Assert.Equal("约 21 名学生 1 名教师", page.Stages[0].Rows[1].Note); // 421 / 20 = 21.05
        Assert.Equal("青渡县中心小学 2023 年的办学条件：云岭省定的 2 项办学标准，这所学校 2 项未达标。还差的是：体育运动场馆 140 m²、专任教师 2.3 人。", page.Info.Description);
        Assert.Equal("附表一", page.StandardSources);
    }

    [Fact]
    public void Where_nothing_is_missing_it_says_so()
    {
        SchoolPage page = Page(Province(), "1002"); // 5.00 of 3.20, 0.060 of 0.053
        Assert.Equal("云岭省定的 2 项办学标准，这所学校**全部达标**。", page.Sentences[0]);
        Assert.Equal("各项都达到标准，**没有缺口**。", page.Sentences[1]);
    }

    [Fact]
    public void What_is_not_reported_is_neither_met_nor_missing()
    {
        SchoolPage page = Page(Province(), "1006");
        Assert.Equal("云岭省定的 2 项办学标准，这所学校 **1 项达标，1 项暂无法判定**。", page.Sentences[0]);
        Assert.Equal("**运动场馆没有数据**，暂时不能判断；其余各项没有缺口。", page.Sentences[1]);
        IHtmlDocument html = Html(Province(), "1006");
        Assert.Contains(html.QuerySelectorAll("table.inds td.v"), v => v.TextContent.Trim() == "待填报");
        Assert.DoesNotContain("NaN", html.DocumentElement.OuterHtml);
    }

    [Fact]
    public void A_teaching_point_shows_its_counts_and_no_verdict()
    {
        SchoolPage page = Page(Province(), "1003");
        Assert.Equal("这是**小学教学点**，不按学校的办学标准判断。", page.Sentences[0]);
        Assert.Equal("现有学生 **12** 人，专任教师 **2** 人，班级 **1** 个。", page.Sentences[1]);
        Assert.True(page.Small);
        Assert.Equal("小学教学点", page.Stages.Single().OutOfCoefficient);
        IHtmlDocument html = Html(Province(), "1003");
        Assert.Empty(html.QuerySelectorAll(".st"));
        string[] headings = [.. html.QuerySelectorAll("h2").Select(h => h.TextContent)];
        Assert.True(Array.IndexOf(headings, "实有数目") < Array.IndexOf(headings, "办学条件"));
        Assert.DoesNotContain(headings, h => h.Contains("优质")); // fewer than 50 pupils: the other scheme leaves it out too
        Assert.Equal("../../schools/1001/", html.QuerySelectorAll(".list div").Single(d => d.QuerySelector("dt")!.TextContent == "主办学校").QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public void A_private_school_is_not_judged_and_says_why()
    {
        SchoolPage page = Page(Province(), "1004");
        Assert.Equal("本校**不按办学标准判断**（民办学校），下面的数只供了解。", page.Sentences[0]);
        Assert.Contains("民办", page.Meta);
    }

    [Fact]
    public void A_through_school_shows_each_stage()
    {
        // 1000 m² by pupils × weight: primary 100 / (100 + 110) = 476.19 m², 4.76 a pupil; junior 523.81, 5.24 of 6.00: 76.19 m² missing.
        SchoolPage page = Page(Province(), "1005");
        Assert.Equal("云岭省定的办学标准：小学 2 项**全部达标**；初中 2 项中 **1 项达标，1 项未达标**。", page.Sentences[0]);
        Assert.Equal("还差的是：初中**体育运动场馆 76 m²**。", page.Sentences[1]);
        Assert.Equal(["4.76", "5.24"], page.Stages.Select(s => s.Rows[0].Value));
        Assert.Equal("小学 100，初中 100", page.Counts[0].Note);
        Assert.Equal(["算小学：2 项办学标准本站测算", "算初中：2 项办学标准本站测算"], Html(Province(), "1005").QuerySelectorAll("h2").Select(h => h.TextContent).Where(h => h.Contains("办学标准", StringComparison.Ordinal)));
    }

    [Fact]
    public void Hosted_classes_count_with_their_school()
    {
        SmallProvince province = Province().Add("2023", "1007", "白鹭中学", "311", ",300,,6,2000,,24").Add("2023", "1008", "浅滩初中班", "319", ",46,,1,304,,4", host: "1007");
        SchoolPage host = Page(province, "1007");
        Assert.Equal("346", host.Counts[0].Value);
        Assert.Equal("含附设班", host.Counts[0].Note);
        SchoolPage hosted = Page(province, "1008");
        Assert.Equal("这里的人数和条件**计入白鹭中学**，不单独判断。", hosted.Sentences[0]);
        Assert.Equal("46", hosted.Counts[0].Value);
        Assert.Empty(hosted.Stages);
    }

    [Fact]
    public void A_closed_school_keeps_its_page_and_points_forward()
    {
        SmallProvince province = Province().Add("2022", "1009", "岭后小学", "211", "30,,2,,120,2,").Add("2022", "1001", "中心小学", "211", "400,,10,,1000,22,");
        province.Links.Add(new SchoolLink(new SchoolId("1009"), new SchoolId("1001"), SchoolLinkKind.Closed, new DateText("2023-07-15"), "", "演示文件〔2023〕11号", null));
        SchoolPage page = Page(province, "1009");
        Assert.Equal(
            ["2023 年的数据里没有这所学校。本页是最近一期的，2022 年（发布 2022.1）。", "本校已于 2023 年 7 月 15 日停办，学生转到中心小学。文件：演示文件〔2023〕11号。"],
            page.Notices.Select(n => string.Concat(n.Select(p => p.Text))));
        Assert.Equal("本站只有这所学校 2022 年的数据。", page.Sentences[2]);
        Assert.Equal("schools/1001/", page.Notices[1].Single(p => p.Address is not null).Address);
        Assert.Empty(page.History);
        SchoolPage successor = Page(province, "1001");
        Assert.Equal("2023 年 7 月 15 日，岭后小学停办，学生转到本校。文件：演示文件〔2023〕11号。", string.Concat(successor.Notices.Single().Select(p => p.Text)));
    }

    [Fact]
    public void Periods_stand_side_by_side()
    {
        // 2021: 1000 / 400 = 2.50; 2022 is missing; 2023: 2.87. Standards are the same; teachers 22 / 400 = 0.055 met then, 0.048 not now.
        SmallProvince province = Province().Add("2021", "1001", "中心小学", "211", "400,,10,,1000,22,").Add("2022", "1002", "滨溪小学", "211", "400,,10,,2000,24,");
        SchoolPage page = Page(province, "1001");
        SchoolHistory history = page.History.Single();
        Assert.Equal(["2021", "2022", "2023"], history.Periods);
        Assert.Equal([new HistoryCell("2.50", true), new HistoryCell("无数据", false), new HistoryCell("2.87", true)], history.Rows[2].Cells);
        Assert.Equal([new HistoryCell("0.055", false), new HistoryCell("无数据", false), new HistoryCell("0.048", true)], history.Rows[3].Cells);
        Assert.Equal("未达标的项目由 2021 年的 1 项增到 2 项。", page.Sentences[2]);
    }

    [Fact]
    public void A_standard_that_nobody_has_applied_is_a_distance_never_a_verdict()
    {
        // 7.5 × 421 − 1207 = 1950.5 m².
        IHtmlDocument html = Html(Province(), "1002"); // meets every basic standard: 5.00 of 7.5 for reference, 1000 m² short
        AngleSharp.Dom.IElement section = html.QuerySelector("section.ref")!;
        Assert.Contains("差 1,000 m²", section.TextContent);
        Assert.DoesNotContain("未达标", html.QuerySelector("main, body")!.QuerySelector(".flow")!.TextContent.Replace("未达标与缺口", "", StringComparison.Ordinal));
        Assert.Equal("差 1,951 m²", Html(Province(), "1001").QuerySelectorAll("section.ref td")[^1].TextContent); // 1950.5 rounds away from zero
    }

    [Fact]
    public void Once_the_county_has_applied_the_same_standards_are_worked_out()
    {
        SmallProvince province = Province();
        province.Steps.Add(new ProcedureStep(SmallProvince.County, new SchemeId("quality"), "申报", new DateText("2023-06-12"), "applied", "", "", new SourceId("s")));
        Assert.True(Page(province, "1001").Others.Single().Applied);
        IHtmlDocument html = Html(province, "1001");
        Assert.Null(html.QuerySelector("section.ref"));
        Assert.Contains("测算不是认定", html.Body!.TextContent);
    }

    [Fact]
    public void Without_basic_standards_the_page_is_whole_and_judges_nothing()
    {
        SchoolPage page = Page(Province(withStandards: false), "1001");
        Assert.Equal("本站没有收入青渡县适用的学校办学标准，**只列数值，不作判断**。", page.Sentences[0]);
        Assert.Equal("现有学生 **421** 人，专任教师 **20** 人，班级 **10** 个。", page.Sentences[1]);
        IHtmlDocument html = Html(Province(withStandards: false), "1001");
        Assert.Empty(html.QuerySelectorAll(".st"));
        Assert.All(html.QuerySelectorAll("section"), s => Assert.True(s.Children.Length > 1, s.OuterHtml));
    }

    [Fact]
    public void A_school_left_out_by_decision_says_the_reason()
    {
        SmallProvince province = Province();
        province.Exclusions.Add(new Exclusion(new SchoolId("1002"), new StageId("primary"), new SchemeId("basic"), "校舍整体重建"));
        SchoolPage page = Page(province, "1002");
        Assert.Equal("本校**不按办学标准判断**（校舍整体重建），下面的数只供了解。", page.Sentences[0]);
        Assert.Equal("校舍整体重建", page.Stages.Single().OutOfCoefficient);
    }

    [Fact]
    public void Former_names_and_planned_closures_are_told()
    {
        SmallProvince province = Province();
        province.Links.Add(new SchoolLink(new SchoolId("1001"), new SchoolId("1001"), SchoolLinkKind.Renamed, new DateText("2014-09-01"), "汀前小学", "", null));
        province.Links.Add(new SchoolLink(new SchoolId("1002"), new SchoolId("1001"), SchoolLinkKind.Proposed, new DateText("2024-03-15"), "", "公告（演示）", null));
        Assert.Equal("汀前小学（至 2014 年 9 月 1 日）", Page(province, "1001").Facts.Single(f => f.Label == "曾用名").Text.Single().Text);
        Assert.Equal("2024 年 3 月 15 日公告：拟把本校并入中心小学。公告：公告（演示）。", string.Concat(Page(province, "1002").Proposals.Single().Select(p => p.Text)));
    }
}
