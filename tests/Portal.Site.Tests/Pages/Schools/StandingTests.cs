using Portal.Domain.Data;
using Portal.Site.Pages;

namespace Portal.Site.Tests.Pages;

/// <summary>What is said of a county in a phrase, counted in an area, and summed up where no coefficient can be worked out.</summary>
public class StandingTests
{
    [Fact]
    public void Search_says_what_was_decided_and_what_was_worked_out_each_under_its_own_word()
    {
        SiteContext site = HandSite.Site([HandSite.Step(HandSite.Over, HandSite.Basic, "认定", "2016-03-21"), HandSite.Step(HandSite.Within, HandSite.Quality, "申报", "2024"), HandSite.Step(HandSite.Small, HandSite.Basic, "推迟", "2020")]);
        Assert.Equal(("认定：基本均衡 2016 年认定", "测算：2023 年小学超过限值"), StandingWords.Of(site, HandSite.Over)); // both, though they differ
        Assert.Equal(("认定：优质均衡已申报，还没有决定", "测算：2023 年小学在限值内"), StandingWords.Of(site, HandSite.Within));
        Assert.Equal(("认定：没有记录", "测算：2023 年小学暂无法判定"), StandingWords.Of(site, HandSite.Missing));
        Assert.Equal(("认定：基本均衡推迟认定", "测算：2023 年小学仅 2 所学校，不具可比性"), StandingWords.Of(site, HandSite.Small));
    }

    /// <summary>No school of the county has a book: the mean is 0 and no value is missing.</summary>
    [Fact]
    public void A_mean_of_0_is_not_said_to_be_missing_data()
    {
        SiteContext site = HandSite.Site(more: HandSite.Release("2024", 1, [.. HandSite.County(HandSite.Within, 5, 0)]));
        CountyPage page = CountyPage.Create(site, HandSite.Within);
        Assert.Contains("小学有指标的全县平均为 0，系数**无法计算**", page.Lead[1], StringComparison.Ordinal);
        Assert.DoesNotContain("数据不全", page.Lead[1], StringComparison.Ordinal);
        Assert.Equal("无法计算", page.Schemes[0].Rows[0].Cells[0].Text);
        OutcomeList list = Assert.Single(AreaPage.Create(site, HandSite.Province).State!.Lists, l => l.Id == "zero-mean");
        Assert.Equal("甲县", list.Counties.Single().County.Label);
    }

    [Theory]
    [InlineData("2023-08-31", 4)] // gone the day before the statistics date of 1 September 2023
    [InlineData("2023-09-01", 5)]
    public void A_place_that_no_longer_exists_is_not_counted(string until, int counties)
    {
        Assert.Equal(counties, Counties(HandSite.Nothing, null, until));
    }

    [Theory]
    [InlineData("2023-09-02", 4)]
    [InlineData("2023-09-01", 5)]
    public void A_place_that_does_not_exist_yet_is_not_counted(string from, int counties) => Assert.Equal(counties, Counties(HandSite.Nothing, from, null));

    /// <summary>What has reported schools counts, whatever its dates say.</summary>
    [Fact]
    public void A_place_with_schools_in_the_release_is_counted() => Assert.Equal(5, Counties(HandSite.Within, null, "2020-01-01"));

    private static int Counties(PlaceCode code, string? from, string? until)
    {
        static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        SiteContext made = HandSite.Site();
        Dataset data = new()
        {
            Settings = made.Data.Settings, Vocabulary = made.Data.Vocabulary, Schemes = made.Data.Schemes, Sources = made.Data.Sources, Channels = [], SchoolLinks = [], Releases = made.Data.Releases,
            Places = new PlaceTree(made.Data.Places.All.Select(p => p.Code == code ? p with { From = Day(from), Until = Day(until) } : p)),
        };
        SiteContext site = new() { Data = data, Findings = made.Findings, Words = [], Assets = made.Assets };
        AreaPage page = AreaPage.Create(site, HandSite.Province);
        Assert.Equal(page.State!.Tally.Counties, page.State.Groups.Sum(g => g.Rows.Count)); // the table has the same counties
        return page.State.Tally.Counties;
    }
}
