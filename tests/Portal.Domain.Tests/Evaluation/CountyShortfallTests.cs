using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using static Portal.Domain.Tests.TestData;

namespace Portal.Domain.Tests.Evaluation;

/// <summary>
/// The method sheet's five schools against 5 books a pupil: 137 of 185 and 160 of 380 are there, 48 and 220 are missing; the other three
/// have 56, 490 and 127 more than they need, which makes up for nothing.
/// </summary>
public class CountyShortfallTests
{
    private static Scheme WithFive(IReadOnlyList<OutsideRule>? outside = null, string five = "5") =>
        Scheme(outside: outside, standards: [new Standard(Books, Primary, new PlaceCode("990000"), new DateOnly(2012, 1, 1), null, Cell.Of(long.Parse(five.Replace(".", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture), five.Length == 1 ? 0 : five.Length - 2), null, "")]);

    private static CountyShortfall Of(Scheme scheme, Release release) => Assert.Single(CountyShortfall.Of(Dataset(scheme, release), release, scheme, County));

    [Fact]
    public void Only_what_is_missing_is_added_up()
    {
        CountyShortfall books = Of(WithFive(), Release(MethodSheet()));
        Assert.Equal((Primary, 5, 268.0, 268.0), (books.Stage, books.Schools, books.Amount, books.Whole));
        Assert.Equal(["2", "4"], books.Short.Select(s => s.Id.Value));
        Assert.Empty(books.Unknown);
    }

    [Fact]
    public void Things_that_come_whole_are_raised_school_by_school()
    {
        // 5.3 × 37 − 137 = 59.1 and 5.3 × 76 − 160 = 242.8: 60 + 243.
        CountyShortfall books = Of(WithFive(five: "5.3"), Release(MethodSheet()));
        Assert.Equal(301.9, books.Amount, 9);
        Assert.Equal(303, books.Whole);
        Assert.Equal(3, CountyShortfall.Needed(2.313));
        Assert.Equal(3, CountyShortfall.Needed(3.0000000000000004));
        Assert.Equal(1, CountyShortfall.Needed(0.001));
    }

    [Fact]
    public void A_school_without_data_is_counted_apart_and_adds_nothing()
    {
        List<(School, Dictionary<string, Cell>)> rows = [.. MethodSheet()];
        rows.Add((School("6"), new Dictionary<string, Cell> { ["pupils_primary"] = Cell.Of(1000, 0) }));
        rows.Add((School("7"), new Dictionary<string, Cell> { ["books"] = Cell.Of(0, 0) }));
        CountyShortfall books = Of(WithFive(), Release(rows));
        Assert.Equal((7, 268.0), (books.Schools, books.Amount));
        Assert.Equal(["6", "7"], books.Unknown.Select(s => s.Id.Value));
    }

    [Fact]
    public void Schools_outside_the_standards_change_nothing()
    {
        List<(School, Dictionary<string, Cell>)> rows = [.. MethodSheet()];
        rows.Add((School("6", sponsor: "民办"), Cells(("pupils_primary", 1000), ("books", 0))));
        rows.Add((School("7"), Cells(("pupils_primary", 1000), ("books", 0))));
        rows.Add((School("8"), Cells(("pupils_primary", 0), ("books", 0))));
        Release release = Release(rows, exclusions: [new Exclusion(new SchoolId("7"), Primary, TestScheme, "重建")]);
        CountyShortfall books = Of(WithFive([new OutsideRule("民办学校", [], ["民办"], null, Scope.Standards)]), release);
        Assert.Equal((5, 268.0, 2), (books.Schools, books.Amount, books.Short.Count));
    }

    [Fact]
    public void Where_no_standard_applies_nothing_is_said()
    {
        Release release = Release(MethodSheet());
        Assert.Empty(CountyShortfall.Of(Dataset(Scheme(), release), release, Scheme(), County));
    }
}
