using Portal.Domain.Data;
using Portal.Domain.Evaluation;

namespace Portal.Domain.Tests.Evaluation;

/// <summary>
/// The rectification ledger, judged on 2024-05-15. Days were counted by hand on a calendar: from 2024-03-31 there are 30 days in April and 15 in May, so 45;
/// from 2024-02-29 there are 31 in March besides, so 76; 2024-06-14 is 16 + 14 = 30 days ahead. The first two are the ledger of the design's report page.
/// </summary>
public class RectificationTests
{
    private static readonly DateOnly AsOf = new(2024, 5, 15);

    public static TheoryData<string, string, string, string, string, string, RectificationState, int?> States => new()
    {
        // issued, deadline, extended, reported, checked, result
        { "2023-11-13", "2024-03-31", "", "", "", "", RectificationState.Overdue, 45 },
        { "2023-11-13", "2024-02-29", "", "2024-02-27", "2024-03-20", "not-done", RectificationState.Overdue, 76 },
        { "2023-11-13", "2024-05-14", "", "", "", "", RectificationState.Overdue, 1 },
        { "2023-11-13", "2024-05-15", "", "", "", "", RectificationState.DueSoon, 0 },
        { "2023-11-13", "2024-06-14", "", "", "", "", RectificationState.DueSoon, -30 },
        { "2023-11-13", "2024-06-15", "", "", "", "", RectificationState.Open, -31 },
        { "2023-11-13", "2024-03-31", "2024-05-31", "", "", "", RectificationState.DueSoon, -16 },
        { "2023-11-13", "2024-03-31", "2024-08-31", "", "", "", RectificationState.Open, -108 },
        { "2023-11-13", "2024-03-31", "2024-04-30", "", "", "", RectificationState.Overdue, 15 },
        { "2020-01-02", "", "", "", "", "", RectificationState.NoDeadline, null },
        { "", "", "", "", "", "", RectificationState.NoNotice, null },
        { "2023-11-13", "2024-03-31", "", "2024-04-30", "", "", RectificationState.Reported, 45 },
        { "2023-11-13", "2024-06-30", "", "2024-05-07", "2024-05-13", "not-done", RectificationState.NotDone, -46 },
        { "2023-11-13", "2024-02-29", "", "2024-02-22", "2024-03-12", "partly", RectificationState.Partly, 76 },
        { "2023-11-13", "2024-01-31", "", "2024-01-31", "2024-02-26", "done", RectificationState.DoneInTime, 105 },
        { "2023-11-13", "2024-01-31", "", "2024-02-01", "2024-02-26", "done", RectificationState.DoneLate, 105 },
        { "2023-11-13", "2024-01-31", "2024-02-15", "2024-02-15", "2024-02-26", "done", RectificationState.DoneInTime, 90 },
        { "2023-11-13", "", "", "2024-02-15", "2024-02-26", "done", RectificationState.Done, null },
    };

    [Theory]
    [MemberData(nameof(States))]
    public void A_finding_stands_where_its_days_put_it(string issued, string deadline, string extended, string reported, string check, string result, RectificationState state, int? past)
    {
        RectificationCase found = new(Finding("a", issued, deadline, extended, reported, check, result), AsOf);
        Assert.Equal((state, past), (found.State, found.DaysPast));
    }

    [Fact]
    public void A_report_is_late_by_the_days_after_the_deadline_in_force()
    {
        Assert.Equal(1, new RectificationCase(Finding("a", "2023-11-13", "2024-01-31", "", "2024-02-01"), AsOf).DaysReportedLate);
        Assert.Equal(0, new RectificationCase(Finding("a", "2023-11-13", "2024-01-31", "", "2024-01-30"), AsOf).DaysReportedLate);
        Assert.Null(new RectificationCase(Finding("a", "2023-11-13", "2024-01-31"), AsOf).DaysReportedLate);
    }

    [Fact]
    public void The_same_finding_is_judged_by_each_release_at_its_own_day()
    {
        Finding finding = Finding("a", "2023-01-10", "2023-05-11");
        Assert.Equal(RectificationState.DueSoon, Assert.Single(Ledger(new DateOnly(2023, 5, 11), finding).Cases).State);
        Assert.Equal(RectificationState.Overdue, Assert.Single(Ledger(new DateOnly(2023, 5, 12), finding).Cases).State);
    }

    [Fact]
    public void Repeats_are_linked_to_the_first_and_places_counted_up_the_tree()
    {
        Finding first = Finding("990101-1", "2021-11-13", "2022-03-31", "", "2022-03-01", "2022-04-01", "done");
        Finding again = Finding("990101-2", "2022-11-13", "2023-03-31") with { RepeatOf = first.Id };
        Finding third = Finding("990101-3", "2023-11-13", "2024-08-31") with { RepeatOf = first.Id };
        RectificationLedger ledger = Ledger(AsOf, third, again, first);
        Assert.Equal(["990101-2", "990101-3"], ledger.RepeatsOf(first).Select(f => f.Id));
        Assert.Equal(first, ledger.FirstOf(third));
        Assert.Null(ledger.FirstOf(first));
        foreach (string place in new[] { "990101", "990100", "990000", "000000" })
        {
            Assert.Equal([1, 0, 1, 0, 0, 1], ledger.CountsOf(new PlaceCode(place))!);
        }

        Assert.Null(ledger.CountsOf(new PlaceCode("990102")));
    }

    /// <summary>By hand: two notices in January, one closed on 29 February, a third notice on 1 March; the last point is the as-of day.</summary>
    [Fact]
    public void Open_and_closed_are_counted_at_the_end_of_each_month()
    {
        RectificationLedger ledger = Ledger(
            new DateOnly(2024, 3, 15),
            Finding("a", "2024-01-05", "2024-02-20", "", "2024-02-20", "2024-02-29", "done"),
            Finding("b", "2024-01-31", "2024-02-20", "", "2024-02-20", "2024-02-29", "partly"),
            Finding("c", "2024-03-01", "2024-05-20"),
            Finding("d", "", ""));
        LedgerCount[] points = [new(new DateOnly(2024, 1, 31), 2, 0), new(new DateOnly(2024, 2, 29), 1, 1), new(new DateOnly(2024, 3, 15), 2, 1)];
        Assert.Equal(points, ledger.OverTime(12));
        Assert.Equal(points[1..], ledger.OverTime(2));
        Assert.Empty(Ledger(AsOf, Finding("d", "", "")).OverTime(12));
    }

    private static RectificationLedger Ledger(DateOnly asOf, params Finding[] findings) => RectificationLedger.Of(
        new Release
        {
            Id = new ReleaseId("2023", 1), Title = "", AsOf = asOf, Published = asOf, State = ReleaseState.Final, Schemes = [], Supervision = new Supervision { Findings = findings },
        },
        new PlaceTree(
        [
            new Place(new PlaceCode("990000"), "某省", PlaceLevel.Province, PlaceCode.Country), new Place(new PlaceCode("990100"), "某市", PlaceLevel.City, new PlaceCode("990000")),
            new Place(new PlaceCode("990101"), "甲县", PlaceLevel.County, new PlaceCode("990100")), new Place(new PlaceCode("990102"), "乙县", PlaceLevel.County, new PlaceCode("990100")),
        ]));

    private static Finding Finding(string id, string issued, string deadline, string extended = "", string reported = "", string check = "", string result = "") => new(
        id, FindingOrigin.Monitoring, "", new PlaceCode("990101"), null, "classes", "问题", "", "县教育局", "", Day(issued), Day(deadline), Day(extended), null, Day(reported), Day(check), result, "", "", "", "");

    private static DateOnly? Day(string text) => text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
