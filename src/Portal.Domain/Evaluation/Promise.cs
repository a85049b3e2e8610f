using System.Globalization;
using Portal.Domain.Data;

namespace Portal.Domain.Evaluation;

/// <summary>What became of a promise at a release's as-of date.</summary>
public enum PromiseState
{
    /// <summary>已兑现: the report of the year promised reaches the target.</summary>
    Met,

    /// <summary>逾期兑现: a report of a later year is the first that reaches it.</summary>
    Late,

    /// <summary>逾期未兑现: the year is over, its report does not reach the target, nor does a later one.</summary>
    Missed,

    /// <summary>无报告: the year is over and nothing is reported for it, nor does a later report reach the target.</summary>
    NoReport,

    /// <summary>未到期: the year is not over and its report, if any, does not reach the target yet.</summary>
    NotDue,

    /// <summary>未给数值: a promise without a number is not judged by number.</summary>
    NoNumber,

    /// <summary>未写期限: a promise without a year is not judged.</summary>
    NoYear,
}

/// <summary>A report of a measure in a year: a fact, a figure of finance, a number of a school.</summary>
/// <param name="Year">Year.</param>
/// <param name="Value">Value as printed.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Text">Words of the document, may be empty.</param>
/// <param name="Source">Document, null where the table names none.</param>
public sealed record PromiseReport(int Year, Cell Value, string Unit, string Text, SourceId? Source);

/// <summary>测算: what the site itself works out of a promised measure; stands beside the report and never in its place.</summary>
/// <param name="Value">Value in the target's unit.</param>
/// <param name="Reaches">Whether it reaches the target; null where the promise has no number.</param>
/// <param name="From">What it was worked out from.</param>
public sealed record PromiseComputed(double Value, bool? Reaches, TakenFrom From);

/// <summary>A promise and what is known of it.</summary>
/// <param name="Target">Promise.</param>
/// <param name="State">State, from reports alone.</param>
/// <param name="Report">The report of the year promised; before it is due, the newest one; null where there is none.</param>
/// <param name="Later">A report of a later year: the first that reaches the target, else the newest; null where there is none.</param>
/// <param name="Computed">What the site works out, null where it cannot.</param>
public sealed record Promise(Target Target, PromiseState State, PromiseReport? Report, PromiseReport? Later, PromiseComputed? Computed)
{
    /// <summary>The year promised, or null.</summary>
    public static int? YearOf(Target target) => int.TryParse(target.Year, NumberStyles.None, CultureInfo.InvariantCulture, out int year) ? year : null;

    /// <summary>Judges a promise by reports of its measure; a report in another unit says nothing of it. A year is over the day after its last.</summary>
    public static Promise Judge(Target target, IEnumerable<PromiseReport> reports, PromiseComputed? computed, DateOnly asOf)
    {
        PromiseReport[] known = [.. reports.Where(r => r.Value.HasValue && r.Unit == target.Unit).OrderBy(r => r.Year)];
        PromiseReport? newest = known.Length > 0 ? known[^1] : null;
        if (YearOf(target) is not { } year)
        {
            return new Promise(target, target.Value.HasValue ? PromiseState.NoYear : PromiseState.NoNumber, newest, null, computed);
        }

        PromiseReport? own = known.FirstOrDefault(r => r.Year == year);
        if (!target.Value.HasValue)
        {
            return new Promise(target, PromiseState.NoNumber, own ?? newest, null, computed);
        }

        bool Reaches(PromiseReport report) => Comparison.Holds(report.Value.Value, target.Value.Value, target.Sense);
        if (own is not null && Reaches(own))
        {
            return new Promise(target, PromiseState.Met, own, null, computed);
        }

        if (asOf <= new DateOnly(year, 12, 31))
        {
            return new Promise(target, PromiseState.NotDue, own ?? known.LastOrDefault(r => r.Year < year), null, computed);
        }

        PromiseReport[] later = [.. known.Where(r => r.Year > year)];
        PromiseReport? reached = later.FirstOrDefault(Reaches);
        PromiseState state = reached is not null ? PromiseState.Late : own is not null ? PromiseState.Missed : PromiseState.NoReport;
        return new Promise(target, state, own, reached ?? later.LastOrDefault(), computed);
    }
}
