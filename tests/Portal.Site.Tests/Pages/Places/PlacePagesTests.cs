using Portal.Domain.Data;
using Portal.Site.Pages;

namespace Portal.Site.Tests.Pages;

public class PlacePagesTests
{
    [Fact]
    public void A_place_of_which_nothing_is_known_has_no_page_and_is_a_line_in_its_parents()
    {
        SiteContext site = HandSite.Site();
        Assert.Equal(["990000", "990100", "990101", "990102", "990103", "990104"], site.Index.Pages.Select(p => p.Code.Value));
        Assert.False(site.Index.HasPage(HandSite.Nothing));
        Assert.Equal(new Crumb("戊县", null), AreaPage.Create(site, HandSite.City).Below[^1]);
        TreeNode city = PlaceTreePage.Create(site).Top[0].Below[0];
        Assert.Equal(("戊县", null), (city.Below[^1].Name, city.Below[^1].Address));
        Assert.Equal("places/990101/", city.Below[0].Address);
    }

    [Fact]
    public void A_fact_gives_the_place_and_all_above_it_a_page()
    {
        SiteContext site = HandSite.Site(facts: [new Fact(HandSite.Nothing, "2023", "teachers", "教师", "", Cell.Of(1, 0), "人", "", HandSite.Report)]);
        Assert.True(site.Index.HasPage(HandSite.Nothing));
        CountyPage page = CountyPage.Create(site, HandSite.Nothing);
        Assert.Null(page.Schools);
        Assert.Empty(page.Schemes);
        Assert.Equal("收录的是文件公布的数，没有学校数据，本站不作测算，也不作判断。", page.Lead[1]);
    }

    [Fact]
    public void An_area_says_how_many_counties_stand_where()
    {
        AreaPage page = AreaPage.Create(HandSite.Site([HandSite.Step(HandSite.Small, HandSite.Basic, "推迟", "2020")]), HandSite.Province);
        Assert.Equal("某省有 5 个县区，2023 年有学校数据的 4 个：17 所学校，学生 988 人。", page.Lead[0]);
        Assert.Equal("按 2023 年数据测算，小学 1 个县区在限值内，1 个**超过限值**，1 个暂无法判定，1 个学校太少、不具可比性，1 个待填报。", page.Lead[1]);
        Assert.Equal("基本均衡认定：5 个县区中 1 个推迟，4 个没有记录。", page.Lead[2]);
        Assert.Equal("小学 0.65", page.State!.Limits);
    }

    /// <summary>Of 120 pupils 60 board; 20 are in a row that is not counted as a school (不计校数).</summary>
    [Fact]
    public void Boarders_are_not_counted_twice_and_a_row_that_another_school_counts_is_no_school()
    {
        School school = HandSite.County(HandSite.Within, 1).Single().School;
        School campus = school with { Id = new SchoolId("99010199"), HostedBy = school.Id };
        Release release = new()
        {
            Id = new ReleaseId("2024", 1),
            Title = "2024 年",
            AsOf = new DateOnly(2025, 5, 15),
            Published = new DateOnly(2025, 5, 20),
            State = ReleaseState.Final,
            Schemes = [HandSite.Basic],
            Schools = new SchoolTable([school, campus], new Dictionary<string, Cell[]> { ["pupils_primary"] = [Cell.Of(100, 0), Cell.Of(20, 0)], ["boarders"] = [Cell.Of(60, 0), Cell.Of(0, 0)] }),
        };
        SiteContext site = HandSite.Site(more: release);
        Tally tally = site.Index.TallyOf(release, HandSite.Province);
        Assert.Equal((1, 120L), (tally.Schools, tally.Pupils));
        CountySchools schools = CountyPage.Create(site, HandSite.Within).Schools!;
        Assert.Equal((1, "120"), (schools.Count, schools.Pupils));
        Assert.Equal(["100", "20"], schools.Townships.SelectMany(t => t.Rows).Select(r => r.Pupils));
    }

    [Fact]
    public void Every_tile_of_the_home_page_leads_to_the_list_behind_its_number()
    {
        SiteContext site = HandSite.Site();
        HomePage home = HomePage.Create(site);
        Assert.Equal(["1 个县区测算超过基本均衡限值", "1 个县区数据不全，暂无法判定", "1 个县区待填报", "1 个县区有学段不具可比性"], home.Tiles.Select(t => $"{t.Count} {t.Words}"));
        AreaPage area = AreaPage.Create(site, HandSite.Province);
        foreach (Tile tile in home.Tiles)
        {
            Assert.StartsWith("places/990000/#", tile.Address);
            OutcomeList list = Assert.Single(area.State!.Lists, l => l.Id == tile.Address.Split('#')[1]);
            Assert.Equal(tile.Count, list.Counties.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        Assert.Equal("全省 5 个县区，2023 年", home.StateHeading);
    }

    [Fact]
    public void Counties_stand_in_order_of_code_by_city()
    {
        CountyGroup city = Assert.Single(HomePage.Create(HandSite.Site()).State!.Groups);
        Assert.Equal("某市", city.City!.Label);
        Assert.Equal(["甲县", "乙县", "丙县", "丁县", "戊县"], city.Rows.Select(r => r.Name));
        Assert.Equal([StageKind.Within, StageKind.Over, StageKind.Undecided, StageKind.TooFew, StageKind.NoData], city.Rows.Select(r => r.States[0].Kind));
    }

    [Fact]
    public void The_list_of_schools_has_present_closed_and_former_names()
    {
        // The year before, 甲县 had one school more; it has since been merged into school 0, which had another name.
        (School School, Cell Pupils, Cell Books) gone = HandSite.County(HandSite.Within, 1).Single();
        gone.School = gone.School with { Id = new SchoolId("9901019"), Name = "甲县旧小学" };
        SiteContext made = HandSite.Site(more: HandSite.Release("2022", 1, [.. HandSite.County(HandSite.Within, 5), gone], published: new DateOnly(2023, 5, 20)));
        Dataset data = new()
        {
            Settings = made.Data.Settings, Vocabulary = made.Data.Vocabulary, Schemes = made.Data.Schemes, Places = made.Data.Places, Sources = made.Data.Sources, Channels = [], Releases = made.Data.Releases,
            SchoolLinks =
            [
                new SchoolLink(new SchoolId("9901019"), new SchoolId("9901010"), SchoolLinkKind.Merged, new DateText("2023-07"), "", "", null),
                new SchoolLink(new SchoolId("9901010"), null, SchoolLinkKind.Renamed, new DateText("2023"), "老一小", "", null),
            ],
        };
        PlaceSchoolsPage page = PlaceSchoolsPage.Create(new SiteContext { Data = data, Findings = made.Findings, Words = [], Assets = made.Assets }, HandSite.Within);
        Assert.Equal(5, page.Count);
        SchoolEntry[] entries = [.. page.Letters.SelectMany(l => l.Entries)];
        Assert.Contains(new SchoolEntry("甲县旧小学", "schools/9901019/", "不在最新名单中，2023 年 7 月并入", new Crumb("1 小", "schools/9901010/")), entries);
        Assert.Contains(new SchoolEntry("老一小", null, "曾用名，现名", new Crumb("1 小", "schools/9901010/")), entries);
        // 甲县旧小学 stands under 旧, after the county's own name.
        Assert.Contains(page.Letters, l => l.Letter == "旧");
    }
}
