using Portal.Domain.Data;

namespace Portal.Domain.Evaluation;

/// <summary>Where a project stands at a release's as-of date.</summary>
public enum ProjectState
{
    /// <summary>已完成, not later than planned as far as its dates tell.</summary>
    Done,

    /// <summary>逾期完成: done after the last day of what was planned.</summary>
    DoneLate,

    /// <summary>逾期未完成: the planned day is past and it is not done.</summary>
    Overdue,

    /// <summary>停工, whatever was planned.</summary>
    Stopped,

    /// <summary>在建, not due.</summary>
    Ongoing,

    /// <summary>未开工, not due.</summary>
    NotStarted,
}

/// <summary>A project and where it stands.</summary>
/// <param name="Project">Project.</param>
/// <param name="State">State.</param>
/// <param name="PastDue">True where the planned day is past and it is not done, a stopped one too.</param>
public sealed record ProjectProgress(Project Project, ProjectState State, bool PastDue)
{
    /// <summary>Statuses of projects.csv that the site knows what to make of (vocabulary <c>project-status</c>).</summary>
    public const string Planned = "planned", Ongoing = "ongoing", Done = "done", Stopped = "stopped";

    /// <summary>Judges a project. A date that is only a month or a year is taken as its last day for what was planned, as its first for what was done: late is only what is late for certain.</summary>
    public static ProjectProgress Of(Project project, DateOnly asOf)
    {
        bool done = project.Status == Done;
        bool past = !done && project.Planned.LastDay is { } due && due < asOf;
        ProjectState state = project.Status switch
        {
            Done => project.Done.FirstDay > project.Planned.LastDay ? ProjectState.DoneLate : ProjectState.Done,
            Stopped => ProjectState.Stopped,
            _ when past => ProjectState.Overdue,
            Planned => ProjectState.NotStarted,
            _ => ProjectState.Ongoing,
        };
        return new ProjectProgress(project, state, past);
    }
}
