using System.Globalization;
using Portal.Domain.Evaluation;

namespace Portal.Domain.Tests.Evaluation;

/// <summary>Clocks against dates counted on a calendar.</summary>
public class ClockTests
{
    // 2024-03-01 is a Friday: its twentieth working day is Friday, four weeks on. From a Saturday the Monday is the first. Over 29 February 2024.
    [Theory]
    [InlineData("2024-03-01", 20, "2024-03-29")]
    [InlineData("2024-03-02", 1, "2024-03-04")]
    [InlineData("2024-02-28", 2, "2024-03-01")]
    [InlineData("2023-02-28", 2, "2023-03-02")]
    [InlineData("2024-05-15", 0, "2024-05-15")]
    public void Working_days_are_counted_from_the_day_after(string from, int days, string due) => Assert.Equal(Day(due), WorkingDays.Add(Day(from), days));

    [Theory]
    [InlineData("yearly:02-29", 2024, "2024-02-29")]
    [InlineData("yearly:02-29", 2023, "2023-02-28")]
    [InlineData("next-year:02-29", 2023, "2024-02-29")]
    [InlineData("next-year:12-31 site:coefficients", 2023, "2024-12-31")]
    public void A_day_of_the_year_heeds_leap_years(string text, int year, string due)
    {
        Assert.True(Clock.TryParse(text, out Clock clock));
        Assert.Equal(Day(due), clock.DueOf(year));
    }

    [Fact]
    public void Each_form_of_the_grammar_is_read()
    {
        Assert.Equal((ClockKind.PerTerm, 2, "regular"), Read("per-term:2 visit:regular"));
        Assert.Equal((ClockKind.TermStart, 20, ""), Read("term-start:20wd"));
        Assert.Equal((ClockKind.Every, 0, "comprehensive"), Read("every:3-5y visit:comprehensive"));
        Assert.Equal((ClockKind.Yearly, 0, ""), Read("yearly:04-30"));
        Assert.Equal((ClockKind.Within, 20, "special"), Read("within:20wd after:visit:special site:reports"));
        Assert.Equal((ClockKind.Within, 10, ""), Read("within:10d after:rectification site:ledger"));
        Assert.True(Clock.TryParse("every:3-5y visit:comprehensive", out Clock every));
        Assert.Equal((3, 5), (every.From, every.To));
    }

    [Theory]
    [InlineData("")]
    [InlineData("per-term:0 visit:regular")]
    [InlineData("per-term:2")]
    [InlineData("every:5-3y visit:comprehensive")]
    [InlineData("yearly:13-01")]
    [InlineData("yearly:04-31")]
    [InlineData("yearly:4-30")]
    [InlineData("within:20wd")]
    [InlineData("within:20wd after:rectification site:reports")]
    [InlineData("yearly:04-30 ")]
    [InlineData("yearly:04-30\n")]
    public void Nothing_else_is_a_clock(string text) => Assert.False(Clock.TryParse(text, out _));

    private static (ClockKind, int, string) Read(string text) => Clock.TryParse(text, out Clock clock) ? (clock.Kind, clock.Count, clock.Visit) : throw new FormatException(text);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
