using AngleSharp.Html.Parser;
using Portal.Domain.Data;
using Portal.Site.Components;
using Portal.Site.Downloads;
using Portal.Site.Pages;

namespace Portal.Site.Tests.Pages;

/// <summary>A corrected cell says what it was, wherever it stands; what may not be published is not told by its correction.</summary>
public class ErrataTests
{
    private static readonly SchoolId School = new(HandSite.Within + "0");
    private static readonly Correction Pupils = new("e1", "schools", School.Value, "pupils_primary", "54", "45", "两个数字写反", new DateOnly(2024, 5, 2)) { TableLabel = "学校", ColumnLabel = "小学在校生" };

    [Fact]
    public void The_schools_page_the_countys_table_and_its_list_show_what_it_was()
    {
        SiteContext site = HandSite.Site(more: HandSite.Release("2024", 1, HandSite.Schools(), corrections: [Pupils]));
        CountyPage county = CountyPage.Create(site, HandSite.Within);
        SchoolRow row = Assert.Single(county.Schools!.Townships.SelectMany(t => t.Rows), r => r.Fixes.Count > 0);
        Assert.Equal((School.Value, "原为 54 人，现为 45 人；两个数字写反；2024-05-02 更正"), (row.Id, row.Fixes[0].Words));
        Assert.Equal("1 小，小学在校生：原为 54 人，现为 45 人；两个数字写反；2024-05-02 更正", Assert.Single(county.Errata).Words);
        Assert.Empty(CountyPage.Create(site, HandSite.Over).Errata);
        SchoolPage school = SchoolPage.Create(site, School);
        Assert.Single(school.Errata);
        Assert.Equal("54 人", Assert.Single(school.Counts.First(c => c.Label == "学生").Fixes).Was);
        Assert.Contains(school.Raw, r => r.Label == "小学在校生" && r.Fixes.Count == 1);
        Assert.All(school.Stages[0].Rows, r => Assert.Single(r.Fixes));
        Assert.Empty(SchoolPage.Create(site, new SchoolId(HandSite.Within + "1")).Errata);
    }

    [Fact]
    public void The_release_lists_its_errata_and_the_mark_is_text()
    {
        SiteContext site = HandSite.Site(more: HandSite.Release("2024", 1, HandSite.Schools(), corrections: [Pupils]));
        Assert.Equal("54 人", Assert.Single(ReleasePage.Create(site, new ReleaseId("2024", 1)).Errata).Fix.Was);
        Assert.Empty(ReleasePage.Create(site, new ReleaseId("2023", 1)).Errata);
        string mark = new HtmlParser().ParseDocument(Rendered.Html<FixMark>(("Value", Fix.Of(site, site.Latest!, Pupils)))).Body!.TextContent;
        Assert.Equal("更正 小学在校生：原为 54 人，现为 45 人；两个数字写反；2024-05-02 更正", mark);
    }

    [Fact]
    public void A_row_that_was_added_or_removed_says_so()
    {
        SiteContext site = HandSite.Site();
        Fix added = Fix.Of(site, site.Latest!, Pupils with { Column = "", ColumnLabel = "", Was = "", Is = "1 小" });
        Assert.Equal(("新增的行", "没有这一行", "1 小"), (added.Label, added.Was, added.Is));
        Fix removed = Fix.Of(site, site.Latest!, Pupils with { Column = "", ColumnLabel = "", Is = "", Was = "1 小" });
        Assert.Equal(("删去的行", "1 小", "没有这一行"), (removed.Label, removed.Was, removed.Is));
        Assert.Equal("空着", Fix.Of(site, site.Latest!, Pupils with { Was = "" }).Was);
    }

    [Theory]
    [InlineData(Disclosure.County, null, "54", "45")]
    [InlineData(Disclosure.School, 50, "54", "45")]
    [InlineData(Disclosure.School, 10, "4", "45")]
    public void What_may_not_be_published_is_not_told_by_its_correction(Disclosure disclosure, int? least, string was, string now)
    {
        Vocabulary vocabulary = new(
            [new Column("pupils_primary", "小学在校生", "人", new StageId("primary"), ColumnKind.Pupils, 0, disclosure, "", least, "")],
            HandSite.Vocabulary.Types,
            HandSite.Vocabulary.Codes);
        Correction correction = Pupils with { Was = was, Is = now };
        SiteContext site = HandSite.Site(vocabulary: vocabulary, more: HandSite.Release("2024", 1, HandSite.Schools(), corrections: [correction]));
        Assert.Equal(("不予公布", "不予公布"), (Fix.Of(site, site.Latest!, correction).Was, Fix.Of(site, site.Latest!, correction).Is));
        DownloadTable table = ReleaseDownloads.Of(site, site.Latest!).Tables.Single(t => t.Name == "corrections");
        System.Buffers.ArrayBufferWriter<byte> bytes = new();
        table.Csv(table.Parts[0], bytes);
        Assert.EndsWith($"e1,schools,{School},pupils_primary,c,c,两个数字写反,2024-05-02\n", System.Text.Encoding.UTF8.GetString(bytes.WrittenSpan).ReplaceLineEndings("\n"));
    }
}
