using System.Globalization;
using Portal.Domain.Data;
using Portal.Domain.Schemes;

namespace Portal.Domain.Evaluation;

/// <summary>How a planned step of recognition stands.</summary>
public enum PlanState
{
    /// <summary>Taken in the promised year or before.</summary>
    Done,

    /// <summary>Taken, after the promised year.</summary>
    DoneLate,

    /// <summary>Not taken, and the promised year is not over.</summary>
    Open,

    /// <summary>Not taken, and the promised year is over.</summary>
    Overdue,

    /// <summary>Not taken, and the document gives no year.</summary>
    Undated,
}

/// <summary>
/// A promise to take a step on the road to recognition by a year: a row of targets.csv whose measure codes.csv maps to a step
/// (vocabulary <c>planned-step</c>, code = measure, label = scheme and step: <c>quality-2017 认定</c>).
/// </summary>
/// <param name="Target">The promise; its number, if it has one, does not matter: a step is taken or it is not.</param>
/// <param name="Step">Step of procedure.csv.</param>
/// <param name="State">How it stands on the release's as-of day.</param>
/// <param name="Fact">The step that was taken, null where it was not.</param>
public sealed record PlannedStep(Target Target, string Step, PlanState State, ProcedureStep? Fact)
{
    /// <summary>Name of the vocabulary that maps measures to steps.</summary>
    public const string Vocabulary = "planned-step";

    /// <summary>The promised year, null where the document gives none.</summary>
    public int? Year => YearOf(Target);

    /// <summary>Scheme and step that a measure promises, or null where it is another matter.</summary>
    public static (SchemeId Scheme, string Step)? Meaning(Vocabulary vocabulary, string measure) =>
        vocabulary.Codes.TryGetValue((Vocabulary, measure), out string? label) && label.Split(' ') is [var scheme, var step] ? (new SchemeId(scheme), step) : null;

    /// <summary>A promise against the road of its place in the scheme that it is about.</summary>
    /// <param name="target">Promise.</param>
    /// <param name="step">Step that it promises.</param>
    /// <param name="road">Road in that scheme.</param>
    /// <param name="asOf">Day up to which the procedure is known; a year is over when this day is past its last.</param>
    public static PlannedStep Of(Target target, string step, Road road, DateOnly asOf)
    {
        int? year = YearOf(target);
        ProcedureStep? fact = Taken(road, step);
        PlanState state = fact is not null ? year is { } by && fact.Done.Year > by ? PlanState.DoneLate : PlanState.Done
            : year is not { } due ? PlanState.Undated
            : asOf > new DateOnly(due, 12, 31) ? PlanState.Overdue
            : PlanState.Open;
        return new PlannedStep(target, step, state, fact);
    }

    // A deferral or a withdrawal undoes what was reached before it; what did not succeed, or is under way, is not taken.
    private static ProcedureStep? Taken(Road road, string step)
    {
        int start = 0;
        for (int i = 0; i < road.Steps.Count; i++)
        {
            start = road.Steps[i].Step is Road.Deferral or Road.Withdrawal ? i + 1 : start;
        }

        return road.Steps.Skip(start).LastOrDefault(s => s.Step == step && s.Outcome is not ("not-passed" or "ongoing" or "deferred" or "withdrawn"));
    }

    private static int? YearOf(Target target) => int.TryParse(target.Year, NumberStyles.None, CultureInfo.InvariantCulture, out int year) ? year : null;
}
