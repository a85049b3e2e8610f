using System.Globalization;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;

namespace Portal.Domain.Tests.Evaluation;

/// <summary>Duties judged on 1 May 2024, a Wednesday; days are counted on a calendar.</summary>
public class DutyBookTests
{
    private static readonly Duty Scope = new("scope", "招生范围", "county", [], "yearly:04-30", "");
    private static readonly Duty Regular = new("regular", "经常性督导", "school", [], "per-term:2 visit:regular", "");
    private static readonly Duty Again = new("again", "综合督导", "school", ["211"], "every:3-5y visit:comprehensive", "");
    private static readonly Duty Report = new("report", "专项督导报告", "county", [], "within:20wd after:visit:special site:reports", "");
    private static readonly Duty Balance = new("balance", "差异系数", "county", [], "next-year:12-31 site:coefficients", "");
    private static readonly School One = TestData.School("1");
    private static readonly string County = TestData.County.Value;

    [Fact]
    public void The_last_year_whose_day_has_passed_and_the_running_one_are_judged()
    {
        DutyState[] states = Book([Scope], visits: [Visit(County, "2023-01-01", "special")])!.Of(TestData.County).ToArray();
        Assert.Equal([("2024", DutyOutcome.Overdue, 1), ("2025", DutyOutcome.NotDue, 0)], states.Select(s => (s.Period, s.Outcome, s.DaysOverdue)));
        Assert.Equal(Day("2025-04-30"), states[1].Due);
    }

    [Fact]
    public void On_the_due_day_itself_nothing_is_overdue()
    {
        DutyState[] states = Book([Scope with { Clock = "yearly:05-01" }], made: [Made(County, "scope", "2023", "2023-05-11")])!.Of(TestData.County).ToArray();
        Assert.Equal([("2023", DutyOutcome.Published), ("2024", DutyOutcome.NotDue)], states.Select(s => (s.Period, s.Outcome)));
        Assert.Equal(10, states[0].DaysLate);
    }

    [Fact]
    public void What_was_made_public_after_the_as_of_day_is_not_yet_known_on_it()
    {
        DutyBook book = Book([Scope], made: [Made(County, "scope", "2024", "2024-05-02"), Made(County, "scope", "2025", "2024-05-01")])!;
        Assert.Equal([DutyOutcome.Overdue, DutyOutcome.Published], book.Of(TestData.County).Select(s => s.Outcome));
    }

    [Fact]
    public void Reasons_and_refusals_are_told_apart_from_silence()
    {
        DutyBook book = Book([Scope], absences: [new Absence(County, "scope", "2024", "正在核对", new DateText("2024-06"), false), new Absence(County, "scope", "2025", "某条", new DateText(""), true)])!;
        Assert.Equal([(DutyOutcome.Explained, "正在核对"), (DutyOutcome.Withheld, "某条")], book.Of(TestData.County).Select(s => (s.Outcome, s.Absence!.Reason)));
        Assert.All(book.Of(TestData.County), s => Assert.Equal(0, s.DaysOverdue));
    }

    [Fact]
    public void Visits_on_the_borders_of_a_term_count_and_those_between_terms_do_not()
    {
        DutyBook book = Book([Regular], visits: [Visit("1", "2023-09-01", "regular"), Visit("1", "2024-01-19", "regular"), Visit("1", "2024-01-20", "regular"), Visit("1", "2024-03-01", "special")])!;
        Assert.Equal([("2023-1", DutyOutcome.Published, 2), ("2023-2", DutyOutcome.NotDue, 0)], book.Of(One).Select(s => (s.Period, s.Outcome, s.Counted)));
    }

    [Fact]
    public void A_term_that_ended_with_too_few_visits_is_overdue()
    {
        // From 19 January to 1 May 2024: 12 + 29 + 31 + 30 + 1 = 103 days.
        DutyState first = Book([Regular], visits: [Visit("1", "2023-11-20", "regular")])!.Of(One).First();
        Assert.Equal((DutyOutcome.Overdue, 1, 103), (first.Outcome, first.Counted, first.DaysOverdue));
    }

    [Theory]
    [InlineData("2020-02-29", "2025-02-28", "2023-02-28", DutyOutcome.NotDue, 0)]
    [InlineData("2019-05-01", "2024-05-01", "2022-05-01", DutyOutcome.NotDue, 0)]
    [InlineData("2018-12-31", "2023-12-31", "2021-12-31", DutyOutcome.Overdue, 122)] // 31 + 29 + 31 + 30 + 1
    public void A_visit_that_comes_round_is_due_years_after_the_last(string last, string due, string from, DutyOutcome outcome, int days)
    {
        DutyState state = Assert.Single(Book([Again], visits: [Visit("1", "2015-03-01", "comprehensive"), Visit("1", last, "comprehensive")])!.Of(One));
        Assert.Equal((Day(due), Day(from), outcome, days), (state.Due!.Value, state.From!.Value, state.Outcome, state.DaysOverdue));
    }

    [Fact]
    public void Without_a_last_visit_nobody_knows_when_the_next_is_due()
    {
        DutyState state = Assert.Single(Book([Again], visits: [Visit("1", "2023-11-20", "regular"), Visit("1", "2024-05-02", "comprehensive")])!.Of(One));
        Assert.Equal((DutyOutcome.Unknown, null), (state.Outcome, state.Due));
    }

    [Fact]
    public void A_report_is_due_twenty_working_days_after_the_visit()
    {
        // 1 March 2024 is a Friday; 29 March to 1 May: 2 + 30 + 1 = 33 days.
        DutyState[] states = Book([Report], visits: [Visit(County, "2024-03-01", "special"), Visit(County, "2024-04-25", "special"), Visit(County, "2023-11-08", "special") with { Report = "2023/x" },
            Visit(County, "2024-04-26", "special") with { Report = "2023/only-named" }, Visit(County, "2024-04-29", "special") with { Report = "2023/later" }])!.Of(TestData.County).ToArray();
        Assert.Equal(
            [("2023-11-08", DutyOutcome.Published, true, 0), ("2024-03-01", DutyOutcome.Overdue, false, 33), ("2024-04-25", DutyOutcome.NotDue, false, 0), ("2024-04-26", DutyOutcome.NotDue, false, 0), ("2024-04-29", DutyOutcome.NotDue, false, 0)],
            states.Select(s => (s.Period, s.Outcome, s.ShownHere, s.DaysOverdue)));
        Assert.Equal(Day("2024-03-29"), states[1].Due);
        // The twentieth working day after Wednesday, 8 November 2023, is Wednesday, 6 December: two days before the report.
        Assert.Equal(2, states[0].DaysLate);
    }

    [Fact]
    public void Coefficients_that_the_site_shows_are_public()
    {
        DutyState[] states = Book([Balance], visits: [Visit(County, "2023-01-01", "special")])!.Of(TestData.County).ToArray();
        Assert.Equal([("2022", DutyOutcome.Overdue), ("2023", DutyOutcome.Published)], states.Select(s => (s.Period, s.Outcome)));
        Assert.Equal("2023.1", states[1].ShownIn.ToString());
    }

    [Fact]
    public void A_county_that_has_reported_nothing_is_not_judged()
    {
        Assert.Null(Book([Scope]));
        DutyBook book = Book([Scope, Regular], visits: [Visit("990102", "2023-01-01", "special")])!;
        Assert.False(book.Knows(TestData.County));
        Assert.Empty(book.Of(TestData.County));
        Assert.Empty(book.Of(One));
    }

    [Fact]
    public void Other_types_and_schools_that_another_counts_have_no_duty()
    {
        DutyBook book = Book([Again], visits: [Visit("1", "2020-01-01", "comprehensive")])!;
        Assert.Empty(book.Of(TestData.School("2", type: "311")));
        Assert.Empty(book.Of(TestData.School("3", hostedBy: "1")));
    }

    private static DutyBook? Book(Duty[] duties, Visit[]? visits = null, MadePublic[]? made = null, Absence[]? absences = null)
    {
        Release of = TestData.Release([(One, [])]);
        Release release = new()
        {
            Id = of.Id, Title = of.Title, AsOf = of.AsOf, Published = of.Published, State = of.State, Schemes = of.Schemes, Schools = of.Schools,
            Supervision = new Supervision { Visits = visits ?? [], Disclosures = made ?? [], Absences = absences ?? [] },
        };
        Dataset data = TestData.Dataset(TestData.Scheme(), release);
        return DutyBook.Of(
            new Dataset
            {
                Settings = data.Settings, Vocabulary = data.Vocabulary, Schemes = data.Schemes, Places = data.Places, Sources = data.Sources, Channels = [], SchoolLinks = [], Releases = [release],
                Duties = duties, Terms = [new SchoolTerm("2023-1", Day("2023-09-01"), Day("2024-01-19")), new SchoolTerm("2023-2", Day("2024-02-26"), Day("2024-07-05")), new SchoolTerm("2024-1", Day("2024-09-01"), Day("2025-01-17"))],
            },
            release,
            new Dictionary<string, DateOnly> { ["2023/x"] = Day("2023-12-08"), ["2023/later"] = Day("2024-05-02") });
    }

    private static Visit Visit(string subject, string date, string kind) => new(subject, Day(date), kind, "");

    private static MadePublic Made(string subject, string duty, string period, string published) => new(subject, duty, period, Day(published), "https://demo.example/x", "");

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
