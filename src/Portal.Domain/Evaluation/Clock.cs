using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Domain.Evaluation;

/// <summary>How a duty's due day is found.</summary>
public enum ClockKind
{
    /// <summary>So many visits in each school term: <c>per-term:2 visit:regular</c>.</summary>
    PerTerm,

    /// <summary>Within so many days of the first day of each term: <c>term-start:20wd</c>.</summary>
    TermStart,

    /// <summary>A visit again after so many years: <c>every:3-5y visit:comprehensive</c>.</summary>
    Every,

    /// <summary>By a day of the year that it is about: <c>yearly:04-30</c>; of the year after: <c>next-year:06-30</c>.</summary>
    Yearly,

    /// <summary>Within so many days of an event: <c>within:20wd after:visit:special</c>, <c>within:20wd after:rectification</c>.</summary>
    Within,
}

/// <summary>What of the site itself meets a duty: what it shows is public.</summary>
public enum SiteProof
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The coefficients of the year, worked out or reprinted: <c>site:coefficients</c>.</summary>
    Coefficients,

    /// <summary>The report of the visit: <c>site:reports</c>.</summary>
    Reports,

    /// <summary>The ledger of rectification: <c>site:ledger</c>.</summary>
    Ledger,
}

/// <summary>When a duty is due, read from the closed grammar of data/README.md.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Count">Visits in a term, or days; 0 where neither is meant.</param>
/// <param name="WorkingDays">True where the days are working days.</param>
/// <param name="From">Years after which the next visit may come, 0 where none is meant.</param>
/// <param name="To">Years within which it must come.</param>
/// <param name="Month">Month of the due day, 1–12; 0 where none is meant.</param>
/// <param name="Day">Day of the month.</param>
/// <param name="YearsLater">0 for a day in the year that the duty is about, 1 for one in the year after.</param>
/// <param name="Visit">Kind of visit (vocabulary <c>inspection</c>) that is counted or begins the days; empty where none is meant.</param>
/// <param name="Site">What of the site meets it.</param>
public sealed partial record Clock(ClockKind Kind, int Count, bool WorkingDays, int From, int To, int Month, int Day, int YearsLater, string Visit, SiteProof Site)
{
    /// <summary>Reads a clock; false where the text is not of the grammar.</summary>
    public static bool TryParse(string text, out Clock clock)
    {
        clock = new Clock(ClockKind.Yearly, 0, false, 0, 0, 0, 0, 0, "", SiteProof.None);
        Match match = Grammar().Match(text);
        if (!match.Success)
        {
            return false;
        }

        int Number(string name) => int.TryParse(match.Groups[name].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
        string Word(string name) => match.Groups[name].Value;
        (int month, int day) = (Number("month"), Number("day"));
        ClockKind kind = Word("times").Length > 0 ? ClockKind.PerTerm
            : Word("start").Length > 0 ? ClockKind.TermStart
            : Word("from").Length > 0 ? ClockKind.Every
            : Word("year").Length > 0 ? ClockKind.Yearly
            : ClockKind.Within;
        clock = new Clock(
            kind,
            kind == ClockKind.PerTerm ? Number("times") : kind == ClockKind.TermStart ? Number("start") : Number("days"),
            Word("unit") == "wd",
            Number("from"),
            Number("to"),
            month,
            day,
            Word("year") == "next-year" ? 1 : 0,
            Word("visit"),
            Word("site") switch { "coefficients" => SiteProof.Coefficients, "reports" => SiteProof.Reports, "ledger" => SiteProof.Ledger, _ => SiteProof.None });
        // 2024 has every day that a year can have.
        return kind switch
        {
            ClockKind.Every => clock.From <= clock.To,
            ClockKind.Yearly => month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(2024, month),
            _ => true,
        };
    }

    /// <summary>The due day of a year: 29 February is the 28th in a common year.</summary>
    public DateOnly DueOf(int year)
    {
        int at = year + YearsLater;
        return new DateOnly(at, Month, Math.Min(Day, DateTime.DaysInMonth(at, Month)));
    }

    /// <summary>The last day of the days after an event.</summary>
    public DateOnly DueAfter(DateOnly begun) => WorkingDays ? Evaluation.WorkingDays.Add(begun, Count) : begun.AddDays(Count);

    [GeneratedRegex(
        @"\A(?:per-term:(?<times>[1-9][0-9]?) visit:(?<visit>[a-z][a-z-]*)"
        + @"|term-start:(?<start>[1-9][0-9]{0,2})(?<unit>wd|d)"
        + @"|every:(?<from>[1-9][0-9]?)-(?<to>[1-9][0-9]?)y visit:(?<visit>[a-z][a-z-]*)"
        + @"|(?<year>yearly|next-year):(?<month>[0-9]{2})-(?<day>[0-9]{2})(?: site:(?<site>coefficients))?"
        + @"|within:(?<days>[1-9][0-9]{0,2})(?<unit>wd|d) after:(?:visit:(?<visit>[a-z][a-z-]*)(?: site:(?<site>reports))?|rectification(?: site:(?<site>ledger))?))\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Grammar();
}

/// <summary>Working days: Monday to Friday. No calendar of public holidays is known, so a due day is never later than the law's by one that was left out; the site says so.</summary>
public static class WorkingDays
{
    /// <summary>The day that many working days after a day, which itself does not count.</summary>
    public static DateOnly Add(DateOnly day, int days)
    {
        for (int left = days; left > 0;)
        {
            day = day.AddDays(1);
            left -= day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }

        return day;
    }
}
