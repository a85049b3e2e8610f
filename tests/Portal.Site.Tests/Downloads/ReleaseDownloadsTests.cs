using System.Buffers;
using System.Text;
using Portal.Domain.Data;
using Portal.Site.Downloads;
using Portal.Site.Tests.Pages;

namespace Portal.Site.Tests.Downloads;

/// <summary>The tables of a site made by hand (see HandSite); the method sheet of rules.md §1.3 gives mean 6.334, S 3.264, CV 0.5153.</summary>
public class ReleaseDownloadsTests
{
    private static string[][] Rows(SiteContext site, string name)
    {
        ReleaseDownloads downloads = ReleaseDownloads.Of(site, site.Data.Latest!);
        DownloadTable table = downloads.Tables.Single(t => t.Name == name);
        ArrayBufferWriter<byte> to = new();
        table.Csv(table.Parts.Single(), to);
        string[][] rows = [.. Encoding.UTF8.GetString(to.WrittenSpan).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(','))];
        Assert.Equal(table.Columns.Select(c => c.Name), rows[0]);
        Assert.Equal(rows.Length - 1, table.Parts.Single().Count());
        return rows[1..];
    }

    [Fact]
    public void The_method_sheet_stands_with_full_precision()
    {
        string[] books = Rows(HandSite.Site(), "coefficients").Single(r => r[1] == HandSite.Within.Value && r[2] == "basic" && r[4] == "books");

        Assert.Equal(["2023.1", "990101", "basic", "primary", "books", "5", "0", "302"], books[..8]);
        Assert.Equal(1913.0 / 302, double.Parse(books[8], System.Globalization.CultureInfo.InvariantCulture), 12);
        Assert.Equal(3.264, double.Parse(books[9], System.Globalization.CultureInfo.InvariantCulture), 3);
        Assert.Equal(0.5153, double.Parse(books[10], System.Globalization.CultureInfo.InvariantCulture), 4);
        Assert.Equal(["", "", "not_applicable", "computed", "yes", ""], books[11..]);
    }

    [Fact]
    public void Limits_missing_values_and_small_counties_have_their_words()
    {
        string[][] rows = Rows(HandSite.Site(), "coefficients");

        Assert.Equal(["0.65", "at_most", "met", "computed", "yes", ""], Composite(HandSite.Within)[11..]);
        Assert.Equal(["0.50", "at_most", "not_met", "computed", "yes", ""], Composite(HandSite.Over)[11..]);
        Assert.Equal(["4", "1"], Composite(HandSite.Missing)[5..7]);
        Assert.Equal(["0.65", "at_most", "not_reported", "computed", "yes", "1 所学校缺数，按 4 所计算"], Composite(HandSite.Missing)[11..]);
        Assert.Equal(["2", "0", "82", "", "", "", "", "", "not_applicable", "computed", "no", "仅 2 所学校，不具可比性"], Composite(HandSite.Small)[5..]);

        string[] Composite(PlaceCode county) => rows.Single(r => r[1] == county.Value && r[2] == "basic" && r[4] == "composite");
    }

    [Fact]
    public void A_scheme_that_a_county_has_not_applied_for_is_for_reference()
    {
        string[][] rows = Rows(HandSite.Site([HandSite.Step(HandSite.Over, HandSite.Quality, "申报", "2023-01-01")]), "coefficients");

        Assert.Equal("reference", rows.Single(r => r[1] == HandSite.Within.Value && r[2] == "quality")[14]);
        Assert.Equal("computed", rows.Single(r => r[1] == HandSite.Over.Value && r[2] == "quality")[14]);
    }

    [Fact]
    public void A_large_release_has_its_school_by_school_tables_in_parts_of_places_that_are_small_enough()
    {
        SiteContext site = HandSite.Site();
        DownloadTable whole = ReleaseDownloads.Of(site, site.Data.Latest!).Tables.Single(t => t.Name == "schools");
        ReleaseDownloads large = ReleaseDownloads.Of(site, site.Data.Latest!, partsAbove: 16);

        Assert.Equal("schools", Assert.Single(whole.Parts).Name);
        // 17 schools in one city: too many for the city, so the counties of 5, 5, 5 and 2 are parts.
        Assert.Equal([("schools-990101", 5), ("schools-990102", 5), ("schools-990103", 5), ("schools-990104", 2)], large.Tables.Single(t => t.Name == "schools").Parts.Select(p => (p.Name, (int)p.Count())));
        Assert.Equal(4, large.Tables.Single(t => t.Name == "attainment").Parts.Count);
        Assert.Equal("coefficients", Assert.Single(large.Tables.Single(t => t.Name == "coefficients").Parts).Name);
    }

    [Fact]
    public void A_blank_stays_a_blank_and_no_standard_is_judged_from_it()
    {
        SiteContext site = HandSite.Site();
        string[] school = Rows(site, "attainment").Single(r => r[2] == HandSite.Missing.Value + "4");
        string[] other = Rows(site, "attainment").Single(r => r[2] == HandSite.Missing.Value + "1");

        Assert.Equal(["", "5", "", "not_reported", ""], [school[6], school[7], school[8], school[10], school[11]]);
        // 137 books for 37 pupils where 5 each are asked: 48 are missing.
        Assert.Equal(["not_met", "48"], other[10..12]);
    }
}
