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
