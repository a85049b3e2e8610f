using Portal.Commands;

namespace Portal.Tests.Commands;

public class SiteFoldersTests
{
    [Fact]
    public void Each_folder_with_settings_is_a_site_in_a_folder_of_its_name()
    {
        using var temp = Sample("data/zebra", "data/apple");
        Directory.CreateDirectory(temp["data/common"]);
        var sites = Find(temp);
        Assert.Equal(["apple", "zebra"], sites.Select(site => site.Id));
        Assert.Equal([temp["output/apple"], temp["output/zebra"]], sites.Select(site => site.Output));
        Assert.All(sites, site => Assert.Equal(temp["data/common"], site.CommonData));
    }

    [Fact]
    public void A_data_folder_that_is_a_set_itself_goes_straight_into_the_output()
    {
        using var temp = Sample("data");
        Directory.CreateDirectory(temp["data/common"]);
        var site = Assert.Single(Find(temp));
        Assert.Equal(("data", temp["data"], temp["data/common"], temp["output"]), (site.Id, site.Data, site.CommonData, site.Output));
        Assert.Equal(temp["input"], site.Words);
    }

    [Fact]
    public void A_set_pointed_at_shares_what_lies_beside_it()
    {
        using var temp = Sample("data/apple", "data/zebra");
        Directory.CreateDirectory(temp["data/common"]);
        Directory.CreateDirectory(temp["input/common"]);
        var site = Assert.Single(SiteFolders.Find(temp["data/apple"] + "/", temp["input"], temp["theme"], temp["output"]));
        Assert.Equal(("apple", temp["data/common"], temp["output"]), (site.Id, site.CommonData, site.Output));
        Assert.Equal((temp["input/common"], temp["input/apple"]), (site.CommonWords, site.Words));
    }

    private static IReadOnlyList<SiteFolders> Find(TempFolder temp) => SiteFolders.Find(temp["data"], temp["input"], temp["theme"], temp["output"]);

    private static TempFolder Sample(params string[] sets)
    {
        var temp = new TempFolder();
        foreach (string folder in sets.Concat(["input", "theme"]))
        {
            Directory.CreateDirectory(temp[folder]);
        }

        foreach (string set in sets)
        {
            File.WriteAllText(temp[set + "/settings.yaml"], "");
        }

        return temp;
    }
}
