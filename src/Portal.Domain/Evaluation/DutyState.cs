using Portal.Domain.Data;

namespace Portal.Domain.Evaluation;

/// <summary>What became of a duty to make something public, or to inspect, at the as-of day.</summary>
public enum DutyOutcome
{
    /// <summary>已公开; for inspections: done.</summary>
    Published,

    /// <summary>未到期.</summary>
    NotDue,

    /// <summary>逾期: past its due day, and no record of it.</summary>
    Overdue,

    /// <summary>有说明未公开: the place gives its own reason.</summary>
    Explained,

    /// <summary>不予公开: with the basis.</summary>
    Withheld,

    /// <summary>No record from which a due day could be counted.</summary>
    Unknown,
}

/// <summary>A duty of a place or school for one period, judged at the as-of day of a release.</summary>
/// <param name="Duty">Duty.</param>
/// <param name="Clock">Its clock.</param>
/// <param name="Subject">Code of the county or id of the school.</param>
/// <param name="Period">A year, the id of a term, or the day of an event; empty where there is none.</param>
/// <param name="Due">Last day, null where it cannot be known.</param>
/// <param name="Outcome">Outcome.</param>
public sealed record DutyState(Duty Duty, Clock Clock, string Subject, string Period, DateOnly? Due, DutyOutcome Outcome)
{
    /// <summary>Calendar days since the due day; 0 unless overdue.</summary>
    public int DaysOverdue { get; init; }

    /// <summary>The record of publication, null where there is none.</summary>
    public MadePublic? Record { get; init; }

    /// <summary>The place's own reason, null where it gives none.</summary>
    public Absence? Absence { get; init; }

    /// <summary>Visits or rectifications that were counted.</summary>
    public int Counted { get; init; }

    /// <summary>The last visit that counts, or the one whose report is due; null where there is none.</summary>
    public Visit? Visit { get; init; }

    /// <summary>First day on which a visit that comes round may be made again, null for other duties.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Release of this site that shows it, null where the site does not.</summary>
    public ReleaseId? ShownIn { get; init; }

    /// <summary>True where the site itself shows it: coefficients, a report, the ledger.</summary>
    public bool ShownHere { get; init; }

    /// <summary>Calendar days between the due day and the day of publication, where that was later; 0 otherwise.</summary>
    public int DaysLate => Outcome == DutyOutcome.Published && Due is { } due && Record?.Published is { } day && day > due ? day.DayNumber - due.DayNumber : 0;
}
