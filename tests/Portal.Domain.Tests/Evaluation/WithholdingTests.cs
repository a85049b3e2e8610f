using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using static Portal.Domain.Tests.TestData;

namespace Portal.Domain.Tests.Evaluation;

public class WithholdingTests
{
    private static Column BooksColumn(Disclosure disclosure, int? least) => new("books", "图书", "册", null, ColumnKind.Asset, 0, disclosure, "", least, "");

    private static SchoolIndicator First(Column column, out StageResult county)
    {
        Vocabulary vocabulary = new([column], Words.Types, new Dictionary<(string, string), string>());
        Standard standard = new(Books, Primary, PlaceCode.Country, new DateOnly(2012, 1, 1), null, Cell.Of(12, 0), null, "");
        Scheme scheme = Scheme(standards: [standard]);
        Release release = Release(MethodSheet());
        Dataset data = Dataset(scheme, vocabulary, release);
        county = StageResult.Compute(data, release, scheme, Primary, County);
        return SchoolResult.Compute(data, release, scheme, new SchoolPart(release, scheme, Primary, vocabulary, 0), county).Indicators[0];
    }

    [Fact]
    public void An_open_column_shows_the_schools_value()
    {
        SchoolIndicator books = First(BooksColumn(Disclosure.School, null), out _);

        Assert.Equal(6.2, books.Value.Value, 9);
        Assert.Equal(Outcome.NotMet, books.Outcome);
    }

    [Fact]
    public void A_column_disclosed_by_county_shows_no_value_and_no_verdict_of_a_school_but_the_countys_mean()
    {
        SchoolIndicator books = First(BooksColumn(Disclosure.County, null), out StageResult county);

        Assert.Equal(CellState.Withheld, books.Value.Why);
        Assert.Equal(Outcome.NotReported, books.Outcome);
        Assert.True(double.IsNaN(books.Shortfall));
        Assert.Equal(county.Indicators[0].Mean, books.CountyMean);
    }

    /// <summary>The smallest count of the five schools is 137: a minimum of 138 closes the column for all of them, and the mean with it.</summary>
    [Theory]
    [InlineData(137, true)]
    [InlineData(138, false)]
    public void One_small_count_closes_the_column_for_its_county(int least, bool open)
    {
        SchoolIndicator books = First(BooksColumn(Disclosure.School, least), out _);

        Assert.Equal(open, books.Value.IsKnown);
        Assert.Equal(open, !double.IsNaN(books.CountyMean));
    }
}
