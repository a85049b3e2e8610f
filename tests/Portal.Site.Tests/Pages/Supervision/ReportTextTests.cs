using AngleSharp.Html.Dom;
using Portal.Domain.Data;
using Portal.Domain.Problems;
using Portal.Site.Components;
using Portal.Site.Pages;
using Portal.Site.Text;

namespace Portal.Site.Tests.Pages;

/// <summary>The text of a supervision report: figures and findings by reference; the red head.</summary>
public class ReportTextTests
{
    // 0.5153 by the method sheet of rules.md §1.3, against a limit of 0.65: 0.515 in print.
    private const string Figure = "{figure: place=990101, scheme=basic, stage=primary, indicator=composite}";

    [Fact]
    public void A_figure_is_pinned_to_the_report_s_release_and_leads_to_its_working()
    {
        (string html, string[] problems) = Render("## 问题\n\n综合差异系数 " + Figure + "。{finding: f-1}");
        Assert.Empty(problems);
        Assert.Contains("""<a href="../../../releases/2023.1/places/990101/how/basic/primary/#composite">0.515</a>""", html, StringComparison.Ordinal);
        Assert.Contains("""<a href="#f-f-1">整改 f-1</a>""", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("year=2022", "P806")]
    [InlineData("year=2022, release=2022.1", "P557")]
    [InlineData("stage=senior", "P557")]
    public void A_figure_of_another_year_must_name_its_release(string more, string code)
    {
        string figure = more.StartsWith("stage", StringComparison.Ordinal) ? Figure.Replace("stage=primary", more, StringComparison.Ordinal) : Figure.Replace("}", $", {more}}}", StringComparison.Ordinal);
        (_, string[] problems) = Render("## 问题\n\n一。\n\n" + figure);
        Assert.StartsWith("input/hand/reports/2024/a.md(27): error " + code, Assert.Single(problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DataSetKind.Official, "教督〔2024〕1号", "某省教育督导室")]
    [InlineData(DataSetKind.Official, "", null)]
    [InlineData(DataSetKind.Demonstration, "教督〔2024〕1号", null)]
    public void Only_an_official_report_with_a_number_has_a_red_head(DataSetKind kind, string number, string? unit)
    {
        SiteContext site = Of(Report("## 问题\n\n没有。") with { Number = number }, kind);
        ReportPage page = ReportPage.Create(site, ReportText.Render(site.ReportFiles[0], site, new ProblemList()));
        IHtmlDocument html = Rendered.Document<ReportView>(("Site", site), ("Model", page with { Info = page.Info.Rooted() }));
        Assert.Equal(unit, html.QuerySelector(".red b")?.TextContent);
        Assert.Equal(["一、督导概况", "二、问题"], html.QuerySelectorAll(".prose h2").Select(h => h.TextContent));
        Assert.Equal("2024 年 3 月 4 日至 6 日，督导组 3 人到甲县，抽查 2 所学校。", page.Lead[0]);
        // 甲县 has five schools of type 211 in the release; two are 40 %.
        Assert.Equal(new SampleRow("小学", "2", "5", "40.0%"), page.Samples[0]);
    }

    private static (string Html, string[] Problems) Render(string markdown)
    {
        ProblemList problems = new();
        SiteContext site = Of(Report(markdown), DataSetKind.Demonstration);
        string html = ReportText.Render(site.ReportFiles[0], site, problems).Text.Html;
        return (html, [.. problems.Sorted().Select(p => p.ToString())]);
    }

    private static SiteContext Of(InspectionReport report, DataSetKind kind)
    {
        SiteContext made = HandSite.Site();
        Dataset data = made.Data;
        Dataset other = kind == data.Settings.Kind ? data : new Dataset
        {
            Settings = data.Settings with { Kind = kind },
            Vocabulary = data.Vocabulary,
            Schemes = data.Schemes,
            Places = data.Places,
            Sources = data.Sources,
            Channels = data.Channels,
            SchoolLinks = data.SchoolLinks,
            Releases = data.Releases,
        };
        return new SiteContext { Data = other, Findings = made.Findings, Words = [], Assets = made.Assets, ReportFiles = [report] };
    }

    private static InspectionReport Report(string markdown) => new()
    {
        Id = "2024/a",
        File = "input/hand/reports/2024/a.md",
        Title = "甲县专项督导报告",
        Number = "",
        Kind = "special",
        Place = HandSite.Within,
        Schools = [],
        Team = 3,
        From = new DateOnly(2024, 3, 4),
        Until = new DateOnly(2024, 3, 6),
        Published = new DateOnly(2024, 5, 21),
        Unit = "某省教育督导室",
        Signed = new DateOnly(2024, 5, 20),
        Basis = [],
        Steps = [],
        Sampled = [new SchoolId("9901010"), new SchoolId("9901011")],
        Samples = [],
        Meetings = [],
        Questionnaires = null,
        Release = new ReleaseId("2023", 1),
        Original = null,
        Appeal = "",
        Markdown = markdown,
        FirstLine = 23,
    };
}
