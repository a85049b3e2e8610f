using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Portal.Commands;

namespace Portal.Tests.Sites;

/// <summary>
/// The demonstration with an erratum in each table of supervision, on pages as readers get them: the mark stands beside the row that
/// shows the cell, on every page that shows it. What the cell was and is was written by hand into the table below.
/// </summary>
public sealed class ErrataEverywhereTests : IClassFixture<ErrataEverywhereTests.Corrected>
{
    // Table, row, column, what it was, what it is (as in the table itself); then pages, the element beside the mark, and the mark's words.
    private static readonly (string Table, string Row, string Column, string Was, string Is, string Label)[] Errata =
    [
        ("surveys", "s2023-990222-b", "residents", "278000", "287000", "常住人口"),
        ("survey-groups", "s2023-990222-b/parents", "valid", "442", "424", "有效"),
        ("survey-answers", "s2023-990222-b/990222/parents/对孩子就近入学是否满意/非常满意", "count", "189", "198", "“非常满意”的份数"),
        ("scorecards", "2199004001/yl-2022/a1-1-1/2023", "self", "B", "A", "自评"),
        ("procedure", "990121/basic-2012/省评/2015-10-16", "text", "省级报告", "省级评估报告", "原文"),
        ("visits", "/990121/2023-10-20/comprehensive", "report", "", "2023/990121-junheng", "报告"),
        ("disclosures", "/990121/enrolment-scope/2024", "published", "2024-04-29", "2024-04-28", "公开日期"),
        ("absences", "2199001009//fitness/2023", "withheld", "no", "yes", "不予公开"),
        ("feedback", "990121/2023-05/general", "received", "9", "7", "收到"),
        ("exclusions", "2199009003/primary/basic-2012", "reason", "校舍重建", "校舍整体重建，2023 学年借址办学，资产不可比", "原因"),
        ("targets", "990102//2023/quality-recognition", "text", "2024 年汀兰区通过优质均衡认定", "2023 年汀兰区通过优质均衡认定", "原文"),
        ("findings", "990121-2022-01", "problem", "没有标志", "校门口没有减速标志", "问题"),
    ];

    private readonly Corrected made;

    /// <summary>The site is made once.</summary>
    public ErrataEverywhereTests(Corrected made) => this.made = made;

    [Theory]
    [InlineData("surveys", "surveys/s2023-990222-b/", "section[aria-labelledby=h-how]", "287,000")]
    [InlineData("surveys", "places/990222/", "#surveys tr", "623")]
    [InlineData("survey-groups", "surveys/s2023-990222-b/", "section[aria-labelledby=h-rates] tr", "424")]
    [InlineData("survey-groups", "places/990222/", "#surveys tr", "623")]
    [InlineData("survey-answers", "surveys/s2023-990222-b/", "section[aria-labelledby=h-q1] tr", "198（")]
    [InlineData("scorecards", "schools/2199004001/", "#evaluation tr", "")]
    [InlineData("scorecards", "schools/2199004001/evaluation/", "table:not(:first-of-type) tr", "A")]
    [InlineData("procedure", "places/990121/", "ol.road li", "省级评估报告")]
    [InlineData("visits", "places/990121/", "#pub tr", "2023-10-20")]
    [InlineData("disclosures", "places/990121/", "#pub tr", "2024-04-28")]
    [InlineData("disclosures", "schools/2199004001/", "#pub p", "2024-04-28")]
    [InlineData("disclosures", "disclosure/enrolment-scope/", "tr", "2024-04-28")]
    [InlineData("absences", "schools/2199001009/", "#pub tr", "会认出个人")]
    [InlineData("feedback", "places/990121/", "#answers tr", "7")]
    [InlineData("exclusions", "releases/2023.1/places/990323/how/basic-2012/primary/", "tr", "借址办学")]
    [InlineData("targets", "places/990102/", "[data-scheme=quality-2017] tr", "2023 年汀兰区通过优质均衡认定")]
    [InlineData("findings", "places/990121/rectification/", "tr", "减速标志")]
    public void The_mark_stands_beside_the_cell(string table, string address, string beside, string shows)
    {
        (_, _, _, string was, string now, string label) = Errata.Single(e => e.Table == table);
        IDocument page = new HtmlParser().ParseDocument(made.Site.Html(address));
        IElement[] holders = [.. page.QuerySelectorAll(beside).Where(e => e.QuerySelectorAll(".fix").Any(f => f.TextContent.Contains($"改正 {table}", StringComparison.Ordinal)))];
        Assert.True(holders.Length > 0, $"{address}: no mark of {table} in {beside}");
        Assert.All(holders, h => Assert.Contains(shows, h.TextContent, StringComparison.Ordinal));
        string mark = holders[0].QuerySelectorAll(".fix").First(f => f.TextContent.Contains($"改正 {table}", StringComparison.Ordinal)).TextContent;
        Assert.Contains($"{label}：原为 {(was.Length == 0 ? "空着" : was)}，现为 {now}；改正 {table}；2024-05-10 更正", mark, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_anything_of_a_survey_is_withheld_the_mark_tells_no_number()
    {
        IDocument page = new HtmlParser().ParseDocument(made.Site.Html("surveys/s2023-990321-k/"));
        string mark = page.QuerySelectorAll("section[aria-labelledby=h-rates] .fix").Single().TextContent;
        Assert.Equal("更正 满意：原为 不予公布，现为 不予公布；数错；2024-05-10 更正", mark);
        Assert.DoesNotContain("147", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_without_errata_have_no_mark()
    {
        RenderedSite bundled = RenderedSite.Bundled("demonstration");
        Assert.DoesNotContain("class=\"note fix\"", bundled.Html("places/990121/"), StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"note fix\"", bundled.Html("surveys/s2023-990222-b/"), StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"note fix\"", made.Site.Html("places/990122/"), StringComparison.Ordinal);
    }

    /// <summary>A copy of the demonstration with errata.</summary>
    public sealed class Corrected : IDisposable
    {
        private readonly TempFolder folder = new();

        /// <summary>Makes the copy and its site.</summary>
        public Corrected()
        {
            SiteFolders bundled = RenderedSite.BundledFolders("demonstration");
            string data = Path.Combine(folder.Path, "demonstration");
            Repository.Copy(bundled.Data, data);
            IEnumerable<string> lines = Errata.Select((e, i) => $"t-{i},{e.Table},{e.Row},{e.Column},{e.Was},{e.Is},改正 {e.Table},2024-05-10");
            File.WriteAllLines(
                Path.Combine(data, "releases", "2023.1", "corrections.csv"),
                ["erratum,table,row,column,was,is,reason,date", .. lines, "t-k,survey-groups,s2023-990321-k/teachers,satisfied,147,149,数错,2024-05-10"]);
            Site = RenderedSite.Of(bundled with { Data = data });
        }

        /// <summary>The site.</summary>
        public RenderedSite Site { get; }

        /// <inheritdoc/>
        public void Dispose() => folder.Dispose();
    }
}
