using Portal.Domain.Data;
using Portal.Domain.Evaluation;

namespace Portal.Domain.Tests.Evaluation;

/// <summary>What becomes of promises and projects; each state by a case made by hand.</summary>
public class PromiseTests
{
    private static readonly DateOnly Day = new(2024, 5, 15);
    private static readonly SourceId Plan = new("plan");

    [Theory]
    // The report of the year promised.
    [InlineData("2023", 60, "2023:60", PromiseState.Met)]
    [InlineData("2023", 60, "2023:59", PromiseState.Missed)]
    // A later report that reaches it, with and without one of the year itself; the first that does counts.
    [InlineData("2021", 60, "2021:50 2022:60", PromiseState.Late)]
    [InlineData("2021", 60, "2022:55 2023:61", PromiseState.Late)]
    // A later report that does not reach it says nothing of the year promised.
    [InlineData("2021", 60, "2023:59", PromiseState.NoReport)]
    [InlineData("2021", 60, "", PromiseState.NoReport)]
    // An earlier report is no report of the year promised, whatever it says.
    [InlineData("2023", 60, "2022:99", PromiseState.NoReport)]
    [InlineData("2024", 60, "", PromiseState.NotDue)]
    [InlineData("2024", 60, "2023:99", PromiseState.NotDue)]
    [InlineData("2024", 60, "2024:59", PromiseState.NotDue)]
    // Reached before the year is over.
    [InlineData("2024", 60, "2024:60", PromiseState.Met)]
    [InlineData("2021", null, "2021:60", PromiseState.NoNumber)]
    [InlineData("", 60, "2021:60", PromiseState.NoYear)]
    [InlineData("", null, "2021:60", PromiseState.NoNumber)]
    public void A_promise_is_judged_by_the_reports_of_its_measure(string year, int? target, string reports, PromiseState state) =>
        Assert.Equal(state, Promise.Judge(Of(year, target), Reports(reports), null, Day).State);

    [Fact]
    public void A_ceiling_is_reached_from_above()
    {
        Target target = Of("2023", 0) with { Sense = Sense.AtMost };
        Assert.Equal(PromiseState.Missed, Promise.Judge(target, Reports("2023:3"), null, Day).State);
        Assert.Equal(PromiseState.Met, Promise.Judge(target, Reports("2023:0"), null, Day).State);
    }

    [Fact]
    public void The_year_is_over_on_the_day_after_its_last()
    {
        Assert.Equal(PromiseState.NotDue, Promise.Judge(Of("2023", 1), [], null, new DateOnly(2023, 12, 31)).State);
        Assert.Equal(PromiseState.NoReport, Promise.Judge(Of("2023", 1), [], null, new DateOnly(2024, 1, 1)).State);
    }

    [Fact]
    public void A_report_in_another_unit_or_without_a_number_is_no_report()
    {
        PromiseReport[] others = [new(2023, Cell.Of(99, 0), "%", "", Plan), new(2023, Cell.Blank, "人", "", Plan)];
        Assert.Equal(PromiseState.NoReport, Promise.Judge(Of("2023", 60), others, null, Day).State);
    }

    [Fact]
    public void What_is_worked_out_changes_no_state()
    {
        PromiseComputed computed = new(99, true, new TakenFrom(MeasureOrigin.ClassesFrom, "56", null));
        Promise promise = Promise.Judge(Of("2023", 60), Reports("2023:59"), computed, Day);
        Assert.Equal((PromiseState.Missed, computed), (promise.State, promise.Computed));
        Assert.Equal(PromiseState.NoReport, Promise.Judge(Of("2023", 60), [], computed, Day).State);
    }

    [Fact]
    public void The_report_shown_before_it_is_due_is_the_newest()
    {
        Promise promise = Promise.Judge(Of("2025", 98), Reports("2021:97 2023:96 2022:95"), null, Day);
        Assert.Equal(2023, promise.Report!.Year);
        Promise late = Promise.Judge(Of("2021", 60), Reports("2021:50 2022:60 2023:70"), null, Day);
        Assert.Equal((2021, 2022), (late.Report!.Year, late.Later!.Year));
    }

    [Theory]
    [InlineData("done", "2023-06", "2023-06-30", ProjectState.Done, false)]
    [InlineData("done", "2023-06", "2023-07-01", ProjectState.DoneLate, false)]
    // Of 2023 nothing says that it was after June: late is only what is late for certain.
    [InlineData("done", "2023-06", "2023", ProjectState.Done, false)]
    [InlineData("done", "", "2023", ProjectState.Done, false)]
    [InlineData("ongoing", "2024-05-14", "", ProjectState.Overdue, true)]
    [InlineData("ongoing", "2024-05-15", "", ProjectState.Ongoing, false)]
    [InlineData("ongoing", "2024", "", ProjectState.Ongoing, false)]
    [InlineData("ongoing", "", "", ProjectState.Ongoing, false)]
    [InlineData("planned", "2023", "", ProjectState.Overdue, true)]
    [InlineData("planned", "2024-12", "", ProjectState.NotStarted, false)]
    [InlineData("stopped", "2023", "", ProjectState.Stopped, true)]
    [InlineData("stopped", "2025", "", ProjectState.Stopped, false)]
    public void A_project_is_judged_at_the_as_of_date(string status, string planned, string done, ProjectState state, bool pastDue)
    {
        ProjectProgress progress = ProjectProgress.Of(new Project("p", "990101", "教学楼", "building", Cell.Of(1, 0), new DateText(planned), new DateText(done), status, Plan), Day);
        Assert.Equal((state, pastDue), (progress.State, progress.PastDue));
    }

    [Theory]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2023", "2023-01-01", "2023-12-31")]
    [InlineData("2023-05-20", "2023-05-20", "2023-05-20")]
    [InlineData("", null, null)]
    public void A_month_or_year_has_a_first_and_a_last_day(string text, string? first, string? last)
    {
        Assert.Equal(first, new DateText(text).FirstDay?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(last, new DateText(text).LastDay?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Counties_are_recognised_by_the_steps_done_until_the_year()
    {
        ProcedureStep recognised = new(TestData.County, TestData.TestScheme, Road.Recognition, new DateText("2022-03"), "", "", "", Plan);
        ProcedureStep withdrawn = recognised with { Step = Road.Withdrawal, Done = new DateText("2023-06-01") };
        Release release = TestData.Release([], procedure: [recognised, withdrawn]);
        Dataset data = TestData.Dataset(TestData.Scheme(), release);
        TakenFrom count = new(MeasureOrigin.Recognised, "test", null);
        Assert.Equal([0, 1, 0], new[] { 2021, 2022, 2023 }.Select(y => ComputedMeasure.Value(data, [release], count, "990000", y)!.Value));
        Assert.Equal(100, ComputedMeasure.Value(data, [release], count with { Origin = MeasureOrigin.RecognisedShare }, "990000", 2022));
        Assert.Null(ComputedMeasure.Value(data, [release], count with { Name = "other" }, "990000", 2022));
    }

    private static readonly ClassBand[] Bands = [new(new SchoolId("1"), TestData.Primary, 46, 55, 3), new(new SchoolId("1"), TestData.Primary, 56, 65, 2), new(new SchoolId("1"), TestData.Primary, 66, null, 1)];

    [Theory]
    [InlineData("56", 3)] // 2 + 1
    [InlineData("66", 1)]
    [InlineData("60", null)] // the band 56–65 does not tell
    public void Classes_are_counted_by_whole_bands(string from, int? classes)
    {
        Release release = WithClasses([TestData.School("1")], Bands);
        Assert.Equal(classes, (int?)ComputedMeasure.Value(Data(release), [release], new TakenFrom(MeasureOrigin.ClassesFrom, from, null), "990101", 2023));
        Assert.Equal(classes, (int?)ComputedMeasure.Value(Data(release), [release], new TakenFrom(MeasureOrigin.ClassesFrom, from, null), "1", 2023));
        Assert.Null(ComputedMeasure.Value(Data(release), [release], new TakenFrom(MeasureOrigin.ClassesFrom, from, null), "990101", 2022));
    }

    [Fact]
    public void A_school_that_did_not_report_its_classes_leaves_the_county_without_a_count()
    {
        Release release = WithClasses([TestData.School("1"), TestData.School("2")], Bands);
        TakenFrom from = new(MeasureOrigin.ClassesFrom, "56", null);
        Assert.Null(ComputedMeasure.Value(Data(release), [release], from, "990101", 2023));
        Assert.Equal(3, ComputedMeasure.Value(Data(release), [release], from, "1", 2023));
    }

    private static Release WithClasses(School[] schools, ClassBand[] bands) => new()
    {
        Id = new ReleaseId("2023", 1), Title = "", AsOf = Day, Published = Day, State = ReleaseState.Final, Schemes = [], Classes = bands,
        Schools = new SchoolTable(schools, new Dictionary<string, Cell[]> { ["classes_primary"] = [.. schools.Select(_ => Cell.Of(6, 0))] }),
    };

    private static Dataset Data(Release release) => TestData.Dataset(
        TestData.Scheme(),
        new Vocabulary([new Column("classes_primary", "小学班数", "个", TestData.Primary, ColumnKind.Classes, 0, Disclosure.School, "", null, "")], TestData.Words.Types, TestData.Words.Codes),
        release);

    private static Target Of(string year, int? target) => new("990101", year, "recruited", target is { } value ? Cell.Of(value, 0) : Cell.Blank, Sense.AtLeast, "人", "", Plan);

    private static PromiseReport[] Reports(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(r => r.Split(':')).Select(r => new PromiseReport(int.Parse(r[0], System.Globalization.CultureInfo.InvariantCulture), Cell.Of(long.Parse(r[1], System.Globalization.CultureInfo.InvariantCulture), 0), "人", "", Plan))];
}
