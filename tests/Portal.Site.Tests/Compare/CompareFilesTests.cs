using System.Buffers;
using System.Text.Json;
using Portal.Domain.Data;
using Portal.Site.Compare;
using Portal.Site.Pages;
using Portal.Site.Tests.Pages;

namespace Portal.Site.Tests.Compare;

/// <summary>What the compare page reads, on the hand-made province: five schools of the method sheet per county.</summary>
public class CompareFilesTests
{
    [Fact]
    public void A_countys_file_lists_its_schools_by_code_with_value_and_release()
    {
        JsonElement file = Json(CompareSchools.Of(HandSite.Site(), HandSite.Within));
        JsonElement[] items = [.. file.GetProperty("items").EnumerateArray()];
        Assert.Equal(["9901010", "9901011", "9901012", "9901013", "9901014"], items.Select(i => i.GetProperty("id").GetString()));
        Assert.All(items, i => Assert.Equal("2023.1", i.GetProperty("release").GetString()));

        // 279 books for 45 pupils are 6.2 each, 935 for 89 are 10.5 (method sheet).
        Assert.Equal(("45", "6.2 册"), (Cell(file, items[0], "primary/pupils"), Cell(file, items[0], "basic/primary/books")));
        Assert.Equal("10.5 册", Cell(file, items[2], "basic/primary/books"));
    }

    [Fact]
    public void A_blank_says_that_it_is_missing_and_is_no_0()
    {
        JsonElement file = Json(CompareSchools.Of(HandSite.Site(), HandSite.Missing));
        JsonElement last = file.GetProperty("items")[4];
        Assert.Equal("待填报", Cell(file, last, "basic/primary/books"));
    }

    [Fact]
    public void A_county_shows_its_coefficient_or_why_there_is_none()
    {
        JsonElement file = Json(ComparePlaces.Of(HandSite.Site(), HandSite.Within));
        JsonElement county = file.GetProperty("items")[0];

        // The worked example of the method sheet: 0.5153.
        Assert.StartsWith("0.515", Cell(file, county, "basic/primary/books"), StringComparison.Ordinal);
        Assert.Equal("没有申报", Cell(file, county, "quality/road"));
        JsonElement small = Json(ComparePlaces.Of(HandSite.Site(), HandSite.Small));
        Assert.Equal("仅 2 所学校，不具可比性", Cell(small, small.GetProperty("items")[0], "basic/primary/why"));
    }

    [Fact]
    public void What_a_document_says_stands_with_its_year_its_own_judgement_and_its_source_and_has_no_mark()
    {
        Release release = HandSite.Release("2024", 1, [.. HandSite.Schools()], coefficients:
        [
            new PublishedCoefficient(HandSite.Within, "2016", new StageId("primary"), HandSite.Basic, IndicatorId.Composite, Domain.Data.Cell.Of(418, 3), "达到国家标准", "", HandSite.Report),
            new PublishedCoefficient(HandSite.Within, "2017", new StageId("primary"), HandSite.Basic, IndicatorId.Composite, Domain.Data.Cell.Of(702, 3), "", "", HandSite.Report),
        ]);
        JsonElement file = Json(ComparePlaces.Of(HandSite.Site(more: release), HandSite.Within));
        JsonElement county = file.GetProperty("items")[0];
        JsonElement[] rows = [.. file.GetProperty("rows").EnumerateArray().Where(r => r[0].GetString()!.StartsWith("published/", StringComparison.Ordinal))];
        Assert.Equal(2, rows.Length);
        string[] first = Texts(file, county, rows[0][0].GetString()!), second = Texts(file, county, rows[1][0].GetString()!);
        Assert.Equal(("0.418", "0.702"), (first[0], second[0]));
        Assert.StartsWith("原文：达到国家标准；来源：", first[1], StringComparison.Ordinal);
        Assert.StartsWith("原文没有判断；来源：", second[1], StringComparison.Ordinal);
        Assert.All([first, second], texts => Assert.Equal(("", ""), (texts[2], texts[3]))); // 0.702 is above every limit, and nobody is judged by us
        Assert.EndsWith("2016 年", rows[0][2].GetString(), StringComparison.Ordinal);
        Assert.EndsWith("2017 年", rows[1][2].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_scheme_that_was_not_applied_for_is_for_reference_and_nobody_fails_it()
    {
        JsonElement file = Json(ComparePlaces.Of(HandSite.Site(), HandSite.Within));
        string[] groups = [.. file.GetProperty("rows").EnumerateArray().Select(r => r[1].GetString()!).Distinct()];
        Assert.Contains("优质均衡，小学的差异系数（差距，没有申报，只作参考）", groups);
        Assert.Contains("基本均衡，小学的差异系数（本站测算）", groups);
    }

    [Fact]
    public void A_school_that_has_moved_or_closed_stands_once_with_its_last_release()
    {
        Release later = HandSite.Release("2024", 1, [.. HandSite.County(HandSite.Within, 4)]);
        JsonElement[] items = [.. Json(CompareSchools.Of(HandSite.Site(more: later), HandSite.Within)).GetProperty("items").EnumerateArray()];
        Assert.Equal(["2024.1", "2024.1", "2024.1", "2024.1", "2023.1"], items.Select(i => i.GetProperty("release").GetString()));
    }

    [Fact]
    public void Every_value_is_the_one_of_the_schools_own_page()
    {
        SiteContext site = HandSite.Site();
        foreach (PlaceCode county in new[] { HandSite.Within, HandSite.Over, HandSite.Missing, HandSite.Small })
        {
            JsonElement file = Json(CompareSchools.Of(site, county));
            foreach (JsonElement item in file.GetProperty("items").EnumerateArray())
            {
                SchoolPage page = SchoolPage.Create(site, new SchoolId(item.GetProperty("id").GetString()!));
                SchoolMeasure row = Assert.Single(page.Stages[0].Rows);
                Assert.Equal((row.Value + " " + row.Unit).TrimEnd(), Cell(file, item, "basic/primary/books"));
            }
        }
    }

    // By hand: 1,200 m² of 400 pupils are 3.00, the standard is 3.20, so 3.2 × 400 − 1,200 = 80 m² are missing; 20 teachers are 0.050, the
    // standard is 0.053, so 0.053 × 400 − 20 = 1.2; by the scheme that was not applied for 7.5 × 400 − 1,200 = 1,800 m².
    [Theory]
    [InlineData("1001", "basic/primary/sports-area", "3.00 m²", "标准 ≥ 3.20", "no", "未达标", "还差 80 m²")]
    [InlineData("1001", "basic/primary/teachers", "0.050 人", "标准 ≥ 0.053", "no", "未达标", "还差 1.2 人")]
    [InlineData("1001", "quality/primary/sports-area", "3.00 m²", "参照 ≥ 7.50", "", "", "差 1,800 m²")]
    [InlineData("1002", "basic/primary/sports-area", "5.00 m²", "标准 ≥ 3.20", "ok", "达标", "")]
    [InlineData("1002", "quality/primary/sports-area", "5.00 m²", "参照 ≥ 7.50", "", "", "差 250 m²")]
    [InlineData("1003", "basic/primary/sports-area", "待填报", "标准 ≥ 3.20", "na", "暂无法判定", "")]
    [InlineData("1003", "quality/primary/sports-area", "待填报", "参照 ≥ 7.50", "", "", "说不准")]
    [InlineData("1004", "basic/primary/sports-area", "8.33 m²", "", "", "", "")] // a teaching point is not judged
    public void A_cell_says_what_is_missing_in_real_units_and_judges_by_no_scheme_that_was_not_applied_for(string school, string row, string value, string limit, string shape, string word, string gap)
    {
        JsonElement file = Json(CompareSchools.Of(Province().Site(), SmallProvince.County));
        Assert.Equal([value, limit, shape, word, "", gap], Texts(file, Item(file, school), row));
    }

    [Fact]
    public void A_countys_reference_has_no_shape_of_a_verdict()
    {
        // The method sheet's 0.515 is over the 0.50 of the scheme that was not applied for, and within the 0.65 of the other.
        JsonElement file = Json(ComparePlaces.Of(HandSite.Site(), HandSite.Within));
        JsonElement county = file.GetProperty("items")[0];
        Assert.Equal(["0.515", "参照限值 ≤ 0.50", "", "", "", "大于限值（参考）"], Texts(file, county, "quality/primary/books"));
        Assert.Equal(["0.515", "限值 ≤ 0.65", "ok", "在限值内", "", ""], Texts(file, county, "basic/primary/composite"));
    }

    [Fact]
    public void Each_group_has_the_seal_of_whose_figure_it_is()
    {
        JsonElement county = Json(ComparePlaces.Of(HandSite.Site(), HandSite.Within)), schools = Json(CompareSchools.Of(Province().Site(), SmallProvince.County));
        Assert.Equal(
            [("主管机关的认定", "认"), ("基本均衡，小学的差异系数（本站测算）", "算"), ("优质均衡，小学的差异系数（差距，没有申报，只作参考）", "距")],
            Seals(county));
        Assert.Equal(
            [("学校", ""), ("小学的人数", ""), ("基本均衡，小学（本站测算）", "算"), ("优质均衡，小学（差距，没有申报，只作参考）", "距")],
            Seals(schools));

        static IEnumerable<(string, string)> Seals(JsonElement file) =>
            file.GetProperty("rows").EnumerateArray().Select(r => (r[1].GetString()!, r.GetArrayLength() > 4 ? r[4].GetString()! : "")).Distinct();
    }

    [Fact]
    public void What_must_be_known_before_the_figures_is_told()
    {
        SmallProvince province = Province();
        province.Links.Add(new SchoolLink(new SchoolId("1005"), new SchoolId("1002"), SchoolLinkKind.Closed, new DateText("2023-07-01"), "", "", null));
        JsonElement file = Json(CompareSchools.Of(province.Site(), SmallProvince.County));
        Assert.Equal("本校已于 2023 年 7 月 1 日停办，学生转到乙小。", Cell(file, Item(file, "1005"), "school/why"));
        Assert.Equal("学生少，按人数平均的数会显得偏高，先看人数。", Cell(file, Item(file, "1004"), "school/why"));
        Assert.Empty(Texts(file, Item(file, "1001"), "school/why"));
    }

    private static SmallProvince Province() => new SmallProvince()
        .Add("2022", "1005", "旧校", "211", "60,z,3,z,300,4,z")
        .Add("2023", "1001", "甲小", "211", "400,z,10,z,1200,20,z")
        .Add("2023", "1002", "乙小", "211", "100,z,4,z,500,6,z")
        .Add("2023", "1003", "丙小", "211", "200,z,6,z,,12,z")
        .Add("2023", "1004", "岭上教学点", "218", "12,z,2,z,100,2,z");

    private static JsonElement Item(JsonElement file, string id) => Assert.Single(file.GetProperty("items").EnumerateArray(), i => i.GetProperty("id").GetString() == id);

    // The six texts of a cell with those that were cut; none where the item has no such row.
    private static string[] Texts(JsonElement file, JsonElement item, string key)
    {
        JsonElement[] rows = [.. file.GetProperty("rows").EnumerateArray()];
        string[] texts = [.. item.GetProperty("cells").EnumerateArray().Where(c => rows[c[0].GetInt32()][0].GetString() == key).SelectMany(c => c.EnumerateArray().Skip(1)).Select(t => t.GetString()!)];
        return texts.Length == 0 ? [] : [.. texts, .. Enumerable.Repeat("", 6 - texts.Length)];
    }

    private static JsonElement Json(CompareFile file)
    {
        ArrayBufferWriter<byte> bytes = new();
        file.Write(bytes);
        return JsonDocument.Parse(bytes.WrittenMemory).RootElement;
    }

    private static string Cell(JsonElement file, JsonElement item, string key)
    {
        JsonElement[] rows = [.. file.GetProperty("rows").EnumerateArray()];
        return Assert.Single(item.GetProperty("cells").EnumerateArray(), c => rows[c[0].GetInt32()][0].GetString() == key)[1].GetString()!;
    }
}
