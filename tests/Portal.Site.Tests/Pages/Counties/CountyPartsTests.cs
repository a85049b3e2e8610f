using System.Text.Json;
using Portal.Domain.Data;
using Portal.Site.Pages;

namespace Portal.Site.Tests.Pages.Counties;

/// <summary>The current page of a county and the page pinned to its release are made from the same parts; other releases have their own.</summary>
public class CountyPartsTests
{
    private static SiteContext Site() => new SmallProvince()
        .Add("2022", "1001", "中心小学", "211", "400,,10,,1300,21,")
        .Add("2022", "1002", "滨溪小学", "211", "380,,10,,2000,24,")
        .Add("2022", "1003", "外湾小学", "211", "200,,5,,900,11,")
        .Add("2023", "1001", "中心小学", "211", "421,,10,,1207,20,")
        .Add("2023", "1002", "滨溪小学", "211", "400,,10,,2000,24,")
        .Add("2023", "1003", "外湾小学", "211", "180,,5,,900,11,")
        .Site();

    [Fact]
    public void What_the_page_pinned_to_the_newest_release_says_is_worked_out_once()
    {
        SiteContext site = Site();
        CountyPage pinned = CountyPage.Create(site, SmallProvince.County, site.Data.Releases[1]);
        CountyPage current = CountyPage.Create(site, SmallProvince.County);
        Assert.Same(pinned.Schools, current.Schools);
        Assert.Same(pinned.Schemes, current.Schemes);
        Assert.NotEqual(pinned.Info.Address, current.Info.Address);
        Assert.Same(DriversPage.Create(site, SmallProvince.County, site.Data.Releases[1]).Sections, DriversPage.Create(site, SmallProvince.County).Sections);
    }

    [Fact]
    public void A_page_says_the_same_whatever_was_made_before_it()
    {
        SiteContext site = Site();
        CountyPage before = CountyPage.Create(site, SmallProvince.County, site.Data.Releases[0]);
        CountyPage current = CountyPage.Create(site, SmallProvince.County);
        SiteContext other = Site();
        Assert.Equal(Said(CountyPage.Create(other, SmallProvince.County)), Said(current));
        Assert.Equal(Said(CountyPage.Create(other, SmallProvince.County, other.Data.Releases[0])), Said(before));
        Assert.NotEqual(Said(before), Said(current));
    }

    private static string Said(CountyPage page) => JsonSerializer.Serialize(new { page.Lead, page.Schools, page.Schemes, page.Trends, page.Short, page.Published });

    [Fact]
    public void A_working_asked_for_again_is_the_same()
    {
        SiteContext site = Site();
        Release release = site.Data.Releases[1];
        HowPage page = HowPage.Create(site, release, SmallProvince.County, site.Data.Schemes[0], site.Data.Schemes[0].Stages[0]);
        Assert.Same(page, HowPage.Create(site, release, SmallProvince.County, site.Data.Schemes[0], site.Data.Schemes[0].Stages[0]));
        Assert.NotSame(page, HowPage.Create(site, site.Data.Releases[0], SmallProvince.County, site.Data.Schemes[0], site.Data.Schemes[0].Stages[0]));
    }
}
