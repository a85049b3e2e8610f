using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using static Portal.Domain.Tests.TestData;

namespace Portal.Domain.Tests.Evaluation;

/// <summary>Allowances (rules.md §2.2): 80 pupils with 360 books stand for 80 pupils with a standard of 5 a pupil; 40 books are missing.</summary>
public class AllowancesTests
{
    private static readonly AllowanceCondition Small = new AllowanceCondition.Compared("pupils", Relation.Below, Cell.Of(100, 0));
    private static readonly Replacement Borrowed = new Replacement.NumeratorGains(new Term("borrowed_{stage}", 1));

    private static Allowance Of(AllowanceCondition condition, Replacement replaces, string? place = "990000", string appliesTo = "books", string? until = null) => new(
        "a", "小规模学校", appliesTo, null, place is null ? null : new PlaceCode(place), new DateOnly(2012, 1, 1),
        until is null ? null : DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture), [condition], replaces, "某文件");

    private static SchoolIndicator Books(Allowance allowance, long pupils = 80, long books = 360, long? borrowed = 40, string type = "211", string urban = "220", string built = "2010", int? largest = null, Disclosure disclosure = Disclosure.School)
    {
        Scheme scheme = Scheme(standards: [new Standard(TestData.Books, Primary, PlaceCode.Country, new DateOnly(2012, 1, 1), null, Cell.Of(5, 0), null, "标准")]) with { Allowances = [allowance] };
        Cell[] Column(Cell cell) => [cell];
        School school = School("1", type) with { UrbanRural = urban };
        SchoolTable table = new(
            [school],
            new Dictionary<string, Cell[]>
            {
                ["pupils_primary"] = Column(Cell.Of(pupils, 0)), ["pupils_junior"] = Column(type == "312" ? Cell.Of(80, 0) : Cell.NotApplicable), ["books"] = Column(Cell.Of(books, 0)),
                ["borrowed_primary"] = Column(borrowed is { } b ? Cell.Of(b, 0) : Cell.Blank), ["borrowed_junior"] = Column(Cell.Blank),
            },
            new Dictionary<string, string[]> { ["built_year"] = [built] });
        Release empty = Release([]);
        Release release = new()
        {
            Id = empty.Id, Title = "", AsOf = empty.AsOf, StatisticsDate = empty.StatisticsDate, Published = empty.Published, State = empty.State, Schemes = empty.Schemes, Schools = table,
            Classes = largest is { } most ? [new ClassBand(school.Id, Primary, 0, 25, 2), new ClassBand(school.Id, Primary, most - 4, most, 1), new ClassBand(school.Id, Primary, 56, null, 0)] : [],
        };
        Vocabulary words = new([new Column("borrowed_primary", "借用图书", "册", Primary, ColumnKind.Asset, 0, disclosure, "", null, "")], Words.Types, new Dictionary<(string, string), string>());
        return SchoolResult.Compute(Dataset(scheme, words, release), release, scheme, new SchoolPart(release, scheme, Primary, words, 0), null).Indicators[0];
    }

    [Fact]
    public void A_column_may_be_counted_as_well()
    {
        SchoolIndicator books = Books(Of(Small, Borrowed)); // (360 + 40) / 80 = 5
        Assert.Equal((Outcome.Met, 5, 0, 400, 80), (books.Outcome, books.Value.Value, books.Shortfall, books.Have, books.Per));
        Assert.Equal(40, Assert.Single(books.Allowances).Added.Value);

        SchoolIndicator still = Books(Of(Small, Borrowed), borrowed: 39); // 5 × 80 − 399
        Assert.Equal((Outcome.NotMet, 1), (still.Outcome, still.Shortfall));
    }

    [Fact]
    public void A_blank_column_adds_nothing_and_is_told()
    {
        SchoolIndicator books = Books(Of(Small, Borrowed), borrowed: null);
        Assert.Equal((Outcome.NotMet, 40), (books.Outcome, books.Shortfall));
        Assert.Equal(CellState.NotReported, Assert.Single(books.Allowances).Added.Why);
    }

    [Fact]
    public void What_may_not_be_published_is_not_added() =>
        Assert.Equal(CellState.Withheld, Assert.Single(Books(Of(Small, Borrowed), disclosure: Disclosure.County).Allowances).Added.Why);

    [Fact]
    public void What_rests_on_what_may_not_be_published_relaxes_no_school()
    {
        Allowance many = Of(new AllowanceCondition.Compared("borrowed_{stage}", Relation.Above, Cell.Of(30, 0)), new Replacement.StandardIs(Cell.Of(4, 0)));
        Assert.Equal((Outcome.Met, 1), (Books(many).Outcome, Books(many).Allowances.Count)); // 360 / 80 = 4.5
        SchoolIndicator closed = Books(many, disclosure: Disclosure.County);
        Assert.Equal((Outcome.NotMet, "5", 0), (closed.Outcome, closed.Standard!.Value.ToString(), closed.Allowances.Count));
    }

    [Fact]
    public void What_is_added_is_divided_between_stages_as_the_rest_is()
    {
        // 80 and 80 pupils by 1 : 1.1: the primary part has 1 / 2.1 of 360 + 40.
        SchoolIndicator books = Books(Of(new AllowanceCondition.Compared("pupils", Relation.Below, Cell.Of(200, 0)), Borrowed), type: "312");
        Assert.Equal(400 / 2.1, books.Have, 9);
    }

    [Fact]
    public void A_standard_may_be_another()
    {
        SchoolIndicator books = Books(Of(Small, new Replacement.StandardIs(Cell.Of(45, 1)))); // 360 / 80 = 4.5
        Assert.Equal((Outcome.Met, "4.5", "某文件"), (books.Outcome, books.Standard!.Value.ToString(), books.Standard.Source));
        Assert.Equal(8, Books(Of(Small, new Replacement.StandardIs(Cell.Of(46, 1)))).Shortfall, 9); // 4.6 × 80 − 360
        Assert.Equal("5", Books(Of(Small, new Replacement.StandardIs(Cell.Of(6, 0)))).Standard!.Value.ToString()); // never a stricter one
    }

    [Fact]
    public void Who_meets_the_standard_needs_no_allowance() => Assert.Empty(Books(Of(Small, Borrowed), books: 400).Allowances);

    [Theory]
    [InlineData("990101", null, true)]
    [InlineData("990000", null, true)]
    [InlineData("000000", null, true)]
    [InlineData("990102", null, false)]
    [InlineData(null, null, false)]
    [InlineData("990000", "2023-08-31", false)] // the statistics date is 2023-09-01
    [InlineData("990000", "2023-09-01", true)]
    public void It_holds_where_and_while_it_is_adopted(string? place, string? until, bool holds) =>
        Assert.Equal(holds ? Outcome.Met : Outcome.NotMet, Books(Of(Small, Borrowed, place, until: until)).Outcome);

    [Theory]
    [InlineData(80, Relation.Below, 80, false)]
    [InlineData(80, Relation.Below, 81, true)]
    [InlineData(80, Relation.AtMost, 80, true)]
    [InlineData(80, Relation.Equal, 80, true)]
    [InlineData(80, Relation.Equal, 79, false)]
    [InlineData(80, Relation.AtLeast, 80, true)]
    [InlineData(80, Relation.Above, 80, false)]
    [InlineData(80, Relation.Above, 79, true)]
    public void Numbers_are_compared_as_written(long pupils, Relation relation, long number, bool holds) =>
        Assert.Equal(holds ? Outcome.Met : Outcome.NotMet, Books(Of(new AllowanceCondition.Compared("pupils", relation, Cell.Of(number, 0)), Borrowed), pupils).Outcome);

    [Theory]
    [InlineData("2016", true)]
    [InlineData("2017", false)]
    [InlineData("", false)] // not reported: nobody is relaxed by a blank
    public void A_year_among_the_words_counts_as_a_number(string built, bool holds) =>
        Assert.Equal(holds ? Outcome.Met : Outcome.NotMet, Books(Of(new AllowanceCondition.Compared("built_year", Relation.AtMost, Cell.Of(2016, 0)), Borrowed), built: built).Outcome);

    [Theory]
    [InlineData(29, true)]
    [InlineData(30, false)]
    [InlineData(null, false)]
    public void The_largest_class_is_the_upper_end_of_the_largest_band_with_classes(int? largest, bool holds) =>
        Assert.Equal(holds ? Outcome.Met : Outcome.NotMet, Books(Of(new AllowanceCondition.Compared("largest_class", Relation.Below, Cell.Of(30, 0)), Borrowed), largest: largest).Outcome);

    [Fact]
    public void Words_are_one_of_a_list()
    {
        Assert.Equal(Outcome.Met, Books(Of(new AllowanceCondition.OneOf(SchoolWord.UrbanRural, ["210", "220"]), Borrowed)).Outcome);
        Assert.Equal(Outcome.NotMet, Books(Of(new AllowanceCondition.OneOf(SchoolWord.UrbanRural, ["111"]), Borrowed)).Outcome);
        Assert.Equal(Outcome.NotMet, Books(Of(new AllowanceCondition.OneOf(SchoolWord.UrbanRural, ["210", "220"]), Borrowed), urban: "").Outcome);
        Assert.Equal(Outcome.Met, Books(Of(new AllowanceCondition.OneOf(SchoolWord.Type, ["211"]), Borrowed)).Outcome);
        Assert.Equal(Outcome.NotMet, Books(Of(new AllowanceCondition.OneOf(SchoolWord.Sponsor, ["民办"]), Borrowed)).Outcome);
    }

    [Fact]
    public void Items_ask_for_their_thresholds()
    {
        Allowance music = Of(Small, new Replacement.ThresholdIs(Cell.Of(54, 0)), appliesTo: "music-room");
        Scheme scheme = Scheme() with { Allowances = [music, Of(Small, new Replacement.ThresholdIs(Cell.Of(67, 0)), appliesTo: "art-room"), Of(Small, new Replacement.ThresholdIs(Cell.Of(1, 0)), place: null, appliesTo: "music-room")] };
        Release release = Release([(School("1"), Cells(("pupils_primary", 80))), (School("2"), Cells(("pupils_primary", 100)))]);
        Dataset data = Dataset(scheme, release);
        Assert.Equal([(music, 54)], Allowances.Thresholds(data, release, scheme, new SchoolPart(release, scheme, Primary, Words, 0), new ItemId("music-room")));
        Assert.Empty(Allowances.Thresholds(data, release, scheme, new SchoolPart(release, scheme, Primary, Words, 1), new ItemId("music-room")));
    }

    /// <summary>2,100 and 2,500 pupils, at most 2,000, 2,400 where many books are borrowed: one school is above. It is named unless what relaxed the other is not published by school.</summary>
    [Theory]
    [InlineData(Disclosure.School, "学校2（2500 人）")]
    [InlineData(Disclosure.County, "1 所学校")]
    public void Schools_are_counted_where_an_allowance_rests_on_what_may_not_be_published(Disclosure disclosure, string failing)
    {
        Item item = new(new ItemId("size"), "g", 1, "规模", ItemRule.Ceiling, [new ItemToken(ItemToken.Column, "pupils_{stage}", [new Term("pupils_{stage}", 1)])], Primary, PlaceCode.Country, new DateOnly(2012, 1, 1), null, Cell.Of(2000, 0), "人", Cell.Blank, false, "");
        Allowance many = Of(new AllowanceCondition.Compared("borrowed_{stage}", Relation.Above, Cell.Of(30, 0)), new Replacement.ThresholdIs(Cell.Of(2400, 0)), appliesTo: "size");
        Scheme scheme = Scheme() with { Allowances = [many], Items = [item], Gates = [new Gate("g", "关口", GateKind.Items, ["g"])] };
        Release release = Release([(School("1"), Cells(("pupils_primary", 2100), ("borrowed_primary", 40))), (School("2"), Cells(("pupils_primary", 2500), ("borrowed_primary", 40)))]);
        Vocabulary words = new([.. Words.Columns, new Column("borrowed_primary", "借用图书", "册", Primary, ColumnKind.Asset, 0, disclosure, "", null, "")], Words.Types, new Dictionary<(string, string), string>());
        ItemResult result = Findings.Compute(Dataset(scheme, words, release)).Verdict(release.Id, release.Schools[0].Place, scheme.Id)!.Items.Single();
        Assert.Equal((Outcome.NotMet, 1, failing), (result.Outcome, result.Value, Assert.Single(result.Failing)));
    }

    /// <summary>Rural small schools (rules.md §2.2): music rooms of 54 m² for primary pupils, 61 for junior ones; a school of both keeps to 61.</summary>
    [Theory]
    [InlineData(new[] { 54 }, 1, Sense.AtLeast, 54)]
    [InlineData(new[] { 54, 61 }, 2, Sense.AtLeast, 61)]
    [InlineData(new[] { 54 }, 2, Sense.AtLeast, 96)] // of the other stage nothing is relaxed
    [InlineData(new int[0], 1, Sense.AtLeast, 96)]
    [InlineData(new[] { 2400 }, 1, Sense.AtMost, 2400)]
    [InlineData(new[] { 54 }, 1, Sense.AtMost, 96)] // never a stricter one
    public void A_school_of_two_stages_keeps_to_the_stricter(int[] byStage, int stages, Sense sense, double threshold)
    {
        StageId[] two = [Primary, Junior];
        Allowance[] given = [.. byStage.Select((v, i) => Of(new AllowanceCondition.Compared("pupils", Relation.Above, Cell.Of(0, 0)), new Replacement.ThresholdIs(Cell.Of(v, 0)), appliesTo: "music") with { Stage = two[i] })];
        Scheme scheme = Scheme() with { Allowances = given };
        Release release = Release([(School("1", "312"), Cells(("pupils_primary", 40), ("pupils_junior", 40)))]);
        Item item = new(new ItemId("music"), "", 1, "", ItemRule.RoomsPerClasses, [], null, PlaceCode.Country, new DateOnly(2012, 1, 1), null, Cell.Of(96, 0), "m²", Cell.Blank, false, "");
        Assert.Equal(threshold, Allowances.ThresholdOf(Dataset(scheme, release), release, scheme, [.. two.Take(stages).Select(s => new SchoolPart(release, scheme, s, Words, 0))], item, sense));
    }
}
