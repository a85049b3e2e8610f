using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using static Portal.Domain.Tests.TestData;

namespace Portal.Domain.Tests.Evaluation;

public class WorkingTests
{
    private static Working Of(Release release, Scheme? scheme = null, Vocabulary? vocabulary = null, StageId? stage = null)
    {
        scheme ??= Scheme();
        Dataset data = Dataset(scheme, vocabulary ?? Words, release);
        return Working.Of(data, release, scheme, StageResult.Compute(data, release, scheme, stage ?? Primary, County));
    }

    /// <summary>Expected values worked out in exact fractions and 40 digits (Python's fractions and decimal): mean 1913/302.</summary>
    [Fact]
    public void Every_step_of_the_method_sheet_is_that_of_exact_fractions()
    {
        Working working = Of(Release(MethodSheet()));
        IndicatorWorking books = Assert.Single(working.Indicators);
        Assert.Equal(WorkingShown.All, books.Shown);
        Assert.Equal((1913, 302), (books.Total, books.Enrolment));
        double[] terms = [0.002693045878375846766, 0.8485528377302541384583, 5.127446200621619213977, 4.501090466013786306838, 0.173004152674419547227];
        double[] shares = [0.00025280200885258084311, 0.079655479959791478828, 0.48132440305191650722, 0.42252704306758156745, 0.016240271911857865661];
        for (int i = 0; i < 5; i++)
        {
            Assert.Equal(terms[i], books.Schools[i].Term, 1e-13);
            Assert.Equal(shares[i], books.Schools[i].Contribution, 1e-13);
        }

        Assert.Equal(6.2, books.Schools[0].Value, 1e-13);
        Assert.Equal(10.652786702918455053, books.Variance, 1e-12);
        Assert.Equal(3.2638607051953756829, books.Result.StandardDeviation, 1e-13);
        Assert.Equal(0.51525662988447645386, books.Result.Value, 1e-14);
        Assert.Equal(1, books.Schools.Sum(s => s.Contribution), 1e-12);
    }

    /// <summary>The same object as on other pages; S² is the square of its S.</summary>
    [Fact]
    public void The_working_ends_at_the_result_of_the_other_pages()
    {
        Release release = Release(MethodSheet());
        Scheme scheme = Scheme();
        Dataset data = Dataset(scheme, release);
        StageResult result = StageResult.Compute(data, release, scheme, Primary, County);
        Working working = Working.Of(data, release, scheme, result);
        Assert.Same(result, working.Result);
        Assert.Same(result.Indicators[0], working.Indicators[0].Result);
        Assert.Equal(result.Indicators[0].StandardDeviation, Math.Sqrt(working.Indicators[0].Variance));
        Assert.Equal(result.Indicators[0].Mean, working.Indicators[0].Total / working.Indicators[0].Enrolment);
    }

    /// <summary>Two ways to the same shares: this one over the terms that the coefficient sums, that of 差距从哪里来 over its own squares.</summary>
    [Fact]
    public void Contributions_are_the_parts_of_the_page_on_drivers()
    {
        Release release = Release(MethodSheet());
        Scheme scheme = Scheme();
        Dataset data = Dataset(scheme, release);
        StageResult result = StageResult.Compute(data, release, scheme, Primary, County);
        IReadOnlyList<SchoolShare> parts = StageDrivers.Compute(data, release, scheme, result)!.Indicators[0].Schools;
        IReadOnlyList<SchoolWorking> schools = Working.Of(data, release, scheme, result).Indicators[0].Schools;
        Assert.Equal(parts.Select(p => p.Row), schools.Select(s => s.Part.Row));
        Assert.All(parts.Zip(schools), p => Assert.Equal(p.First.Share, p.Second.Contribution, 1e-14));
    }

    /// <summary>rules.md §1.5: 166 primary and 210 junior pupils share 23226 books at 1 : 1.1, so the primary part has 166/397 of them.</summary>
    [Fact]
    public void A_through_school_shows_how_it_is_split()
    {
        Working working = Of(Release([.. MethodSheet(), (School("6", "312"), Cells(("pupils_primary", 166), ("pupils_junior", 210), ("books", 23226)))]));
        Split split = Assert.Single(working.Splits);
        Assert.Equal([(Primary, 166d, 1d), (Junior, 210d, 1.1)], split.Stages.Select(s => (s.Stage, s.Pupils.Value, s.Weight)));
        Assert.Equal(166d / 397, split.Share.Value, 1e-14);
        SchoolWorking school = working.Indicators[0].Schools[5];
        Assert.Equal(23226d * 166 / 397, school.Entry.Amount.Value, 1e-9);
        Assert.Equal(split.Share, school.Share);
    }

    [Fact]
    public void A_missing_cell_is_named_and_its_school_does_not_enter()
    {
        (School, Dictionary<string, Cell>)[] rows = [.. MethodSheet()];
        rows[2].Item2.Remove("books");
        IndicatorWorking books = Of(Release(rows)).Indicators[0];
        Assert.Equal(4, books.Result.Schools);
        SchoolWorking school = books.Schools[2];
        Assert.False(school.Entry.Enters);
        Assert.True(double.IsNaN(school.Term));
        SourceCell cell = Assert.Single(school.Missing);
        Assert.Equal(("3", "books", CellState.NotReported), (cell.School.Id.Value, cell.Column, cell.Value.State));
        Assert.Equal(1, books.Schools.Where(s => s.Entry.Enters).Sum(s => s.Contribution), 1e-12);
    }

    [Fact]
    public void Equal_schools_have_no_contribution()
    {
        IndicatorWorking books = Of(Release([.. Enumerable.Range(1, 3).Select(i => (School($"{i}"), Cells(("pupils_primary", 10 * i), ("books", 50 * i))))])).Indicators[0];
        Assert.Equal(0, books.Variance);
        Assert.All(books.Schools, s => Assert.True(double.IsNaN(s.Contribution)));
    }

    /// <summary>data.md §6: a column disclosed by county closes the schools' figures, a small count (137 is the smallest) the mean too.</summary>
    [Theory]
    [InlineData(Disclosure.School, 137, WorkingShown.All)]
    [InlineData(Disclosure.County, null, WorkingShown.County)]
    [InlineData(Disclosure.School, 138, WorkingShown.Coefficient)]
    public void What_is_withheld_is_not_worked_out(Disclosure disclosure, int? least, WorkingShown shown)
    {
        Vocabulary vocabulary = new([new Column("books", "图书", "册", null, ColumnKind.Asset, 0, disclosure, "", least, "")], Words.Types, new Dictionary<(string, string), string>());
        IndicatorWorking books = Of(Release(MethodSheet()), vocabulary: vocabulary).Indicators[0];
        Assert.Equal(shown, books.Shown);
        Assert.Equal(shown == WorkingShown.All ? 5 : 0, books.Schools.Count);
        Assert.Equal(shown == WorkingShown.Coefficient, double.IsNaN(books.Result.Mean));
        Assert.Equal(shown == WorkingShown.Coefficient, double.IsNaN(books.Total));
        Assert.Equal(0.51525662988447645386, books.Result.Value, 1e-14);
    }

    /// <summary>From per-pupil values the pupils of a school could be solved for: where they are closed, so is everything that rests on them.</summary>
    [Fact]
    public void Closed_pupils_close_every_indicator_and_the_splits()
    {
        Vocabulary vocabulary = new([new Column("pupils_junior", "初中在校生", "人", Junior, ColumnKind.Pupils, 0, Disclosure.County, "", null, "")], Words.Types, new Dictionary<(string, string), string>());
        Working working = Of(Release([.. MethodSheet(), (School("6", "312"), Cells(("pupils_primary", 166), ("pupils_junior", 210), ("books", 23226)))]), vocabulary: vocabulary);
        Assert.Empty(working.Splits);
        Assert.Equal(WorkingShown.County, working.Indicators[0].Shown);
    }

    [Fact]
    public void Each_row_of_limits_says_why_it_is_used_or_not()
    {
        static Limit Row(string what, string place, int from, int? until, int value) =>
            new(Primary, what, new PlaceCode(place), new DateOnly(from, 1, 1), until is { } year ? new DateOnly(year, 12, 31) : null, Cell.Of(value, 2), Sense.AtMost, "");
        Scheme scheme = Scheme(limits:
        [
            Row("composite", "000000", 2012, null, 65), Row("composite", "990000", 2015, 2020, 60), Row("composite", "990000", 2016, null, 62), Row("composite", "990000", 2014, null, 63),
            Row("composite", "990000", 2025, null, 50), Row("composite", "990199", 2012, null, 1), Row("books", "990000", 2012, null, 58), Row("each", "990000", 2012, null, 59), Row("each", "000000", 2012, null, 70),
        ]);
        IReadOnlyList<LimitRow> rows = Of(Release(MethodSheet()), scheme).Limits;
        Assert.Equal(
        [
            ("0.50", LimitWhy.OtherTime), ("0.62", LimitWhy.Used), ("0.60", LimitWhy.OtherTime), ("0.63", LimitWhy.Earlier), ("0.58", LimitWhy.Used), ("0.59", LimitWhy.OwnRows), ("0.65", LimitWhy.WiderPlace), ("0.70", LimitWhy.WiderPlace),
        ], rows.Select(r => (r.Limit.Value.ToString(), r.Why)));
        Assert.Equal([IndicatorId.Composite], rows[1].For);
        Assert.Equal([Books], rows[4].For);
    }
}
