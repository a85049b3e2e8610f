using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using static Portal.Domain.Tests.TestData;

namespace Portal.Domain.Tests.Evaluation;

public class StageResultTests
{
    private static StageResult Compute(Scheme scheme, Release release, StageId? stage = null) =>
        StageResult.Compute(Dataset(scheme, release), release, scheme, stage ?? Primary, County);

    private static Limit LimitOf(string value, string what = "composite", string place = "000000", string from = "2012-01-01", string? until = null)
    {
        string digits = value.Replace(".", "", StringComparison.Ordinal);
        return new Limit(Primary, what, new PlaceCode(place), DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), until is null ? null : DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture), Cell.Of(long.Parse(digits, System.Globalization.CultureInfo.InvariantCulture), value.Length - 2), Sense.AtMost, "");
    }

    [Fact]
    public void The_method_sheet_comes_out_of_a_table_of_schools()
    {
        StageResult result = Compute(Scheme(limits: [LimitOf("0.65")]), Release(MethodSheet()));

        Assert.Equal(5, result.Schools);
        Assert.Equal(302, result.Pupils);
        Assert.Equal(0.5153, result.Indicators[0].Value, 4);
        Assert.Equal(0.5153, result.Composite!.Value, 4);
        Assert.Equal(Outcome.Met, result.Outcome);
    }

    [Fact]
    public void Order_of_rows_does_not_matter()
    {
        Release ordered = Release(MethodSheet());
        Release reversed = Release([.. MethodSheet().Reverse()]);

        Assert.Equal(Compute(Scheme(), ordered).Composite!.Value, Compute(Scheme(), reversed).Composite!.Value);
    }

    [Fact]
    public void A_blank_leaves_the_school_out_of_that_indicator_and_makes_no_verdict()
    {
        var rows = MethodSheet().ToList();
        rows.Add((School("6"), new Dictionary<string, Cell> { ["pupils_primary"] = Cell.Of(50, 0), ["books"] = Cell.Blank }));
        StageResult result = Compute(Scheme(limits: [LimitOf("0.65")]), Release(rows));

        Assert.Equal(6, result.Schools);
        Assert.Equal(5, result.Indicators[0].Schools);
        Assert.Equal(1, result.Indicators[0].Missing);
        Assert.Equal(0.5153, result.Indicators[0].Value, 4);
        Assert.Equal(Outcome.NotReported, result.Outcome);
    }

    [Fact]
    public void Unknown_pupils_make_no_verdict_either()
    {
        var rows = MethodSheet().ToList();
        rows.Add((School("6"), new Dictionary<string, Cell> { ["pupils_primary"] = Cell.Blank, ["books"] = Cell.Of(10, 0) }));
        StageResult result = Compute(Scheme(limits: [LimitOf("0.65")]), Release(rows));

        Assert.Equal(1, result.UnknownPupils);
        Assert.Equal(Outcome.NotReported, result.Outcome);
    }

    [Fact]
    public void Two_schools_are_not_comparable()
    {
        StageResult result = Compute(Scheme(limits: [LimitOf("0.65")]), Release([.. MethodSheet().Take(2)]));

        Assert.False(result.Comparable);
        Assert.Empty(result.Indicators);
        Assert.Equal(Outcome.NotApplicable, result.Outcome);
    }

    [Fact]
    public void Schools_outside_change_nothing_and_keep_their_reason()
    {
        var rows = MethodSheet().ToList();
        rows.Add((School("6", type: "218"), Cells(("pupils_primary", 12), ("books", 900))));
        rows.Add((School("7", sponsor: "民办"), Cells(("pupils_primary", 800), ("books", 9))));
        rows.Add((School("8"), Cells(("pupils_primary", 0), ("books", 9))));
        rows.Add((School("9"), Cells(("pupils_primary", 60), ("books", 1))));
        Scheme scheme = Scheme(outside:
        [
            new OutsideRule("教学点", ["218"], [], null, Scope.Coefficient),
            new OutsideRule("民办", [], ["民办"], null, Scope.Coefficient),
        ]);
        Release release = Release(rows, exclusions: [new Exclusion(new SchoolId("9"), Primary, TestScheme, "当年新建")]);
        StageScope scope = StageScope.Of(Dataset(scheme, release), release, scheme, Primary, County);

        Assert.Equal(0.5153, Compute(scheme, release).Composite!.Value, 4);
        Assert.Equal([("6", "教学点"), ("7", "民办"), ("8", StageScope.NoPupils), ("9", "当年新建")], scope.Out.Select(o => (o.Part.School.Id.Value, o.Reason)));
    }

    /// <summary>rules.md §1.5: 166 primary and 210 junior pupils, 23,226 books: unit 58.504, primary 9,711.6, junior 13,514.4.</summary>
    [Fact]
    public void A_nine_year_school_shares_its_books()
    {
        Release release = Release([(School("1", "312"), Cells(("pupils_primary", 166), ("pupils_junior", 210), ("books", 23226)))]);
        Scheme scheme = Scheme();
        Indicator books = scheme.Indicators[0];

        Assert.Equal(9711.6, new SchoolPart(release, scheme, Primary, Words, 0).Numerator(books).Value, 1);
        Assert.Equal(13514.4, new SchoolPart(release, scheme, Junior, Words, 0).Numerator(books).Value, 1);
        Assert.Equal(64.35, new SchoolPart(release, scheme, Junior, Words, 0).Value(books).Value, 2);
    }

    /// <summary>完全中学 1 : 1.2 is 1.1 : 1.32; 100 junior and 100 senior pupils share 220 books as 100 and 120.</summary>
    [Fact]
    public void A_complete_middle_school_shares_one_to_one_point_two()
    {
        Release release = Release([(School("1", "341"), Cells(("pupils_junior", 100), ("pupils_senior", 100), ("books", 220)))]);

        Assert.Equal(100, new SchoolPart(release, Scheme(), Junior, Words, 0).Numerator(Scheme().Indicators[0]).Value, 9);
    }

    /// <summary>A twelve-year school with 100 pupils in each stage shares 342 books as 100, 110, 132.</summary>
    [Fact]
    public void A_twelve_year_school_shares_among_three()
    {
        Release release = Release([(School("1", "345"), Cells(("pupils_primary", 100), ("pupils_junior", 100), ("pupils_senior", 100), ("books", 342)))]);

        Assert.Equal(100, new SchoolPart(release, Scheme(), Primary, Words, 0).Numerator(Scheme().Indicators[0]).Value, 9);
        Assert.Equal(110, new SchoolPart(release, Scheme(), Junior, Words, 0).Numerator(Scheme().Indicators[0]).Value, 9);
    }

    [Fact]
    public void Teachers_are_not_shared()
    {
        Release release = Release([(School("1", "312"), Cells(("pupils_primary", 166), ("pupils_junior", 210), ("books", 50)))]);

        Assert.Equal(50, new SchoolPart(release, Scheme(split: false), Primary, Words, 0).Numerator(Scheme(split: false).Indicators[0]).Value);
    }

    [Fact]
    public void A_row_that_is_not_counted_as_a_school_is_added_to_its_host_but_a_teaching_point_is_not()
    {
        var rows = MethodSheet().ToList();
        rows[0] = (School("1"), Cells(("pupils_primary", 40), ("books", 270)));
        rows.Add((School("6", hostedBy: "1"), Cells(("pupils_primary", 5), ("books", 9))));
        rows.Add((School("7", "218", hostedBy: "1"), Cells(("pupils_primary", 9), ("books", 1000))));
        Scheme scheme = Scheme(outside: [new OutsideRule("教学点", ["218"], [], null, Scope.Coefficient)]);

        StageResult result = Compute(scheme, Release(rows));

        Assert.Equal(5, result.Schools);
        Assert.Equal(0.5153, result.Composite!.Value, 4);
    }

    /// <summary>A junior class in a primary school: 100 and 50 pupils share 310 books by 1 : 1.1 as 200 and 110, 2 and 2.2 a pupil.</summary>
    [Fact]
    public void A_class_of_a_stage_that_its_host_lacks_is_the_hosts_part_in_that_stage()
    {
        Release release = Release(
        [
            (School("1"), new Dictionary<string, Cell> { ["pupils_primary"] = Cell.Of(100, 0), ["pupils_junior"] = Cell.NotApplicable, ["books"] = Cell.Of(300, 0) }),
            (School("2", "319", hostedBy: "1"), new Dictionary<string, Cell> { ["pupils_primary"] = Cell.NotApplicable, ["pupils_junior"] = Cell.Of(50, 0), ["books"] = Cell.Of(10, 0) }),
        ]);
        Scheme scheme = Scheme();
        Dataset data = Dataset(scheme, release);

        SchoolPart junior = Assert.Single(StageScope.Of(data, release, scheme, Junior, County).In);
        Assert.Equal("1", junior.School.Id.Value);
        Assert.Equal(50, junior.Pupils.Value);
        Assert.Equal(2.2, junior.Value(scheme.Indicators[0]).Value, 9);
        Assert.Equal(2, StageScope.PartOf(data, release, scheme, Primary, 0)!.Value(scheme.Indicators[0]).Value, 9);
    }

    [Fact]
    public void The_nearest_place_then_the_latest_limit_is_chosen()
    {
        Scheme scheme = Scheme(limits:
        [
            LimitOf("0.65"),
            LimitOf("0.62", place: "990000", from: "2016-01-01", until: "2019-12-31"),
            LimitOf("0.60", place: "990000", from: "2020-01-01"),
            LimitOf("0.40", place: "990000", from: "2024-01-01"),
        ]);

        Assert.Equal(0.60, Compute(scheme, Release(MethodSheet())).Composite!.Limit!.Value.Value);
    }

    [Fact]
    public void A_limit_on_each_judges_single_indicators_and_not_the_composite()
    {
        StageResult result = Compute(Scheme(limits: [LimitOf("0.50", "each")]), Release(MethodSheet()));

        Assert.Equal(Outcome.NotMet, result.Indicators[0].Outcome);
        Assert.Equal(Outcome.NotApplicable, result.Composite!.Outcome);
        Assert.Equal(Outcome.NotMet, result.Outcome);
    }

    [Fact]
    public void A_shortfall_is_in_real_units()
    {
        Standard standard = new(Books, Primary, PlaceCode.Country, new DateOnly(2012, 1, 1), null, Cell.Of(12, 0), null, "");
        Scheme scheme = Scheme(standards: [standard]);
        Release release = Release(MethodSheet());
        Dataset data = Dataset(scheme, release);
        SchoolIndicator books = SchoolResult.Compute(data, release, scheme, new SchoolPart(release, scheme, Primary, Words, 0), null).Indicators[0];

        Assert.Equal(6.2, books.Value.Value, 9); // 279 books for 45 pupils
        Assert.Equal(Outcome.NotMet, books.Outcome);
        Assert.Equal(261, books.Shortfall, 9); // 12 × 45 − 279
    }

    [Fact]
    public void Recognition_comes_from_the_procedure_only()
    {
        Release release = Release(MethodSheet(), procedure:
        [
            new ProcedureStep(County, TestScheme, "申报", new DateText("2015"), "", "", "", new SourceId("a")),
            new ProcedureStep(County, TestScheme, "认定", new DateText("2016-03-21"), "recognised", "", "", new SourceId("a")),
            new ProcedureStep(County, TestScheme, "复查", new DateText("2018"), "", "", "", new SourceId("a")),
        ]);

        Assert.Equal(Standing.Recognised, Road.Of(release, County, TestScheme).Standing);
        Assert.Equal(Standing.NotApplied, Road.Of(release, County, new SchemeId("other")).Standing);
    }

    [Theory]
    [InlineData("申报 2014,推迟 2015", Standing.Deferred)]
    [InlineData("申报 2014,推迟 2015,申报 2016", Standing.Applied)]
    [InlineData("申报 2014,推迟 2015,申报 2016,认定 2017", Standing.Recognised)]
    [InlineData("认定 2013,撤销 2018", Standing.Withdrawn)]
    [InlineData("自评 2013", Standing.Applied)]
    public void The_newest_decision_counts_and_applying_again_opens_it(string steps, Standing standing)
    {
        Release release = Release(MethodSheet(), procedure: [.. steps.Split(',').Select(s => new ProcedureStep(County, TestScheme, s[..2], new DateText(s[3..]), "", "", "", new SourceId("a")))]);

        Assert.Equal(standing, Road.Of(release, County, TestScheme).Standing);
    }
}
