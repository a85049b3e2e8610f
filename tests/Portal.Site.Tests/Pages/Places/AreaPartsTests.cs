using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Site.Pages;

namespace Portal.Site.Tests.Pages;

/// <summary>
/// The rule for long lists on a made country: province 10 with two cities, of which 1001 has 40 counties and 1002 has 2; province 20 with counties directly
/// below it; province 30 without rows. How many rows each county has is said in each test; what must come out is counted by hand.
/// </summary>
public class AreaPartsTests
{
    private static readonly PlaceCode Country = PlaceCode.Country, P10 = new("100000"), P20 = new("200000"), P30 = new("300000"), C1 = new("100100"), C2 = new("100200");
    private static readonly PlaceCode[] Of1 = Counties("1001", 40), Of2 = Counties("1002", 2), Of20 = Counties("2001", 3);

    [Fact]
    public void A_list_that_fits_is_one_page()
    {
        AreaParts parts = Parts(out _, (Of1, 7), (Of2, 10));
        Assert.Equal((300, true), (parts.RowsOf(Country), parts.IsWhole(Country)));
        Assert.Empty(parts.Pages);
        Assert.Null(parts.Table(Country, "", ["数"], _ => ["1"], p => p.Value));
        Assert.Null(parts.Numbers(Country, _ => 1, p => p.Value, ""));
        Assert.Equal(45, parts.Shown(Country).Count(p => p.Level == PlaceLevel.County));
        Assert.Equal("list/", parts.PageOf(Of1[0]));
    }

    [Fact]
    public void One_row_more_cuts_it_by_provinces()
    {
        AreaParts parts = Parts(out _, (Of1, 7), (Of2, 10), ([Of20[0]], 1));
        Assert.Equal((301, false), (parts.RowsOf(Country), parts.IsWhole(Country)));
        Assert.Equal([P10, P20], parts.Pages.Select(p => p.Code));
        PartTable table = parts.Table(Country, "", ["数"], p => [parts.RowsOf(p).ToString(System.Globalization.CultureInfo.InvariantCulture)], p => "county/" + p, p => "a" + p, "#x")!;
        Assert.Equal([("100000", "list/place/100000/#x", "300"), ("200000", "list/place/200000/#x", "1")], table.Rows.Select(r => (r.Place.Label, r.Place.Address, r.Cells[0])));
        // What was cited where the list was one page still has its anchor: cities and counties with rows, each with the page that they are on.
        Assert.Equal(["a100000", "a200000"], table.Rows.Select(r => r.Anchor));
        Assert.Equal(2 + 42 + 1, table.Further.Count);
        Assert.Contains(("a100100", new Crumb("100100", "list/place/100000/")), table.Further);
        Assert.True(parts.IsWhole(P10));
        Assert.Equal(44, parts.Shown(P10).Count(p => p.Code != P10));
    }

    [Fact]
    public void A_province_too_long_is_cut_by_cities_and_a_county_never_has_a_page()
    {
        AreaParts parts = Parts(out _, (Of1, 8), (Of2, 1), (Of20, 101));
        Assert.Equal([P10, C1, C2, P20], parts.Pages.Select(p => p.Code));
        Assert.Equal([false, false, true, false], new[] { P10, C1, C2, P20 }.Select(parts.IsWhole));
        Assert.All(parts.Pages, p => Assert.True(parts.HasPage(p.Code)));
        Assert.False(parts.HasPage(Of1[0]));
        Assert.False(parts.HasPage(P30));
        Assert.True(parts.IsWhole(Of20[0]));
        // 200300 does not exist: counties lie directly below the province, and their own pages are led to — where they have one.
        Assert.Equal(Of20.Select(_ => ((string?)null, 101)), parts.Numbers(P20, parts.RowsOf, p => "county/" + p, "#x")!.Places.Select(p => (p.Place.Address, p.Count)));
        Assert.Equal("list/place/100100/", parts.PageOf(Of1[3]));
        Assert.Equal(["首页 ", "前 before/", "表 list/", "100000 list/place/100000/", "100100 "], parts.Crumbs("表", C1, new Crumb("前", "before/")).Select(c => $"{c.Label} {c.Address}"));
    }

    /// <summary>Whatever the numbers are: a page has at most so many rows, or a row for each area below; every row is counted at each level; each county is shown or led to once.</summary>
    [Fact]
    public void Rows_are_bounded_and_none_is_lost()
    {
        Random random = new(37);
        for (int turn = 0; turn < 200; turn++)
        {
            Dictionary<PlaceCode, int> rows = new[] { Of1, Of2, Of20 }.SelectMany(c => c).ToDictionary(c => c, _ => random.Next(turn % 20));
            rows[P10] = random.Next(3);
            AreaParts parts = Parts(out AreaCounts counts, [.. rows.Select(r => (new[] { r.Key }, r.Value))]);
            Assert.Equal(rows.Values.Sum(), parts.RowsOf(Country));
            PlaceCode[] pages = [Country, .. parts.Pages.Select(p => p.Code)];
            Assert.All(pages.Where(parts.IsWhole), p => Assert.True(parts.Shown(p).Sum(s => rows.GetValueOrDefault(s.Code)) <= AreaParts.MostRows));
            List<PlaceCode> reached = [.. pages.SelectMany(parts.Shown).Select(p => p.Code)];
            foreach (PlaceCode page in pages.Where(p => !parts.IsWhole(p)))
            {
                PartNumbers numbers = parts.Numbers(page, counts.Of, p => p.Value, "")!;
                int own = parts.Shown(page).Sum(p => rows.GetValueOrDefault(p.Code));
                Assert.Equal(numbers.Count, own + numbers.Places.Sum(p => p.Count));
                reached.AddRange(parts.Below(page).Where(p => p.Level == PlaceLevel.County).Select(p => p.Code));
            }

            Assert.Equal(rows.Where(r => r.Value > 0).Select(r => r.Key).Order(), reached.Where(p => rows.GetValueOrDefault(p) > 0).Order());
        }
    }

    [Fact]
    public void A_site_of_a_province_starts_there_and_keeps_what_lies_above()
    {
        AreaParts parts = Parts(out _, P10, (Of1, 8), ([Country], 2));
        Assert.Equal((322, "list/"), (parts.RowsOf(P10), parts.AddressOf(P10)));
        Assert.Equal([C1], parts.Pages.Select(p => p.Code));
        Assert.Contains(Country, parts.Shown(P10).Select(p => p.Code));
        Assert.DoesNotContain(C1, parts.Shown(P10).Select(p => p.Code));
    }

    private static AreaParts Parts(out AreaCounts counts, params (PlaceCode[] Places, int Rows)[] rows) => Parts(out counts, null, rows);

    private static AreaParts Parts(out AreaCounts counts, PlaceCode? root, params (PlaceCode[] Places, int Rows)[] rows)
    {
        PlaceTree places = new(
        [
            Of(P10, PlaceLevel.Province, Country), Of(P20, PlaceLevel.Province, Country), Of(P30, PlaceLevel.Province, Country), Of(C1, PlaceLevel.City, P10), Of(C2, PlaceLevel.City, P10),
            .. Of1.Select(c => Of(c, PlaceLevel.County, C1)), .. Of2.Select(c => Of(c, PlaceLevel.County, C2)), .. Of20.Select(c => Of(c, PlaceLevel.County, P20)),
        ]);
        SiteContext site = HandSite.Site();
        Dataset data = new()
        {
            Settings = new Settings
            {
                Id = "t", Title = "", ShortTitle = "", Description = "", Publisher = new Publisher("", "", ""), Origin = "https://demo.example", BasePath = "/", Kind = DataSetKind.Demonstration, Notice = "", Province = root,
            },
            Vocabulary = site.Data.Vocabulary, Schemes = [], Places = places, Sources = new Dictionary<SourceId, SourceDocument>(), Channels = [], SchoolLinks = [], Releases = [],
        };
        AreaCounts sums = new(places);
        foreach ((PlaceCode[] of, int number) in rows)
        {
            foreach (PlaceCode place in of)
            {
                sums.Add(place, rows: number);
            }
        }

        counts = sums;
        return new AreaParts(new SiteContext { Data = data, Findings = Findings.Compute(data), Words = [], Assets = new Dictionary<string, string>() }, "list/", sums.Of);
    }

    private static Place Of(PlaceCode code, PlaceLevel level, PlaceCode above) => new(code, code.Value, level, above);

    private static PlaceCode[] Counties(string prefix, int count) => [.. Enumerable.Range(1, count).Select(i => new PlaceCode($"{prefix}{i:D2}"))];
}
