using Portal.Domain.Data;

namespace Portal.Domain.Evaluation;

/// <summary>Where a county stands with a scheme: 认定 is read from the procedure, never computed.</summary>
public enum Standing
{
    /// <summary>未申报: the scheme's standards do not apply; distances are for reference only (差距).</summary>
    NotApplied,

    /// <summary>申报 or a later step is on record.</summary>
    Applied,

    /// <summary>推迟.</summary>
    Deferred,

    /// <summary>认定.</summary>
    Recognised,

    /// <summary>撤销.</summary>
    Withdrawn,
}

/// <summary>A county's road to recognition in one scheme.</summary>
/// <param name="Standing">Where it stands.</param>
/// <param name="Steps">Steps in order of date.</param>
/// <param name="Decisive">The step that decided the standing, null where nothing is on record.</param>
public sealed record Road(Standing Standing, IReadOnlyList<ProcedureStep> Steps, ProcedureStep? Decisive)
{
    /// <summary>Codes of the steps, as in procedure.csv.</summary>
    public const string Application = "申报", Recognition = "认定", Deferral = "推迟", Withdrawal = "撤销";

    /// <summary>The course of the procedure (rules.md §1.7): 县级自评 → 市级复核 → 省级评估 → 公示 → 认定.</summary>
    public static readonly IReadOnlyList<string> Course = ["自评", "复核", "省评", "公示", Recognition];

    /// <summary>
    /// Steps of the course that lie ahead: those after the last one on record since the application, while the authority has not decided;
    /// none where nobody applied, or where the matter is decided.
    /// </summary>
    public IEnumerable<string> Ahead()
    {
        if (Standing != Standing.Applied)
        {
            return [];
        }

        int since = 0;
        int last = -1;
        for (int i = 0; i < Steps.Count; i++)
        {
            since = Steps[i].Step is Deferral or Withdrawal ? i + 1 : since;
        }

        foreach (ProcedureStep step in Steps.Skip(since))
        {
            for (int i = 0; i < Course.Count; i++)
            {
                last = Course[i] == step.Step ? Math.Max(last, i) : last;
            }
        }

        return Course.Skip(last + 1);
    }

    /// <summary>The road of a place in a scheme by a release's procedure.</summary>
    public static Road Of(Release release, PlaceCode place, SchemeId scheme) => Of(release.ProcedureOf(place).Where(s => s.Scheme == scheme));

    /// <summary>The road that steps of one place and scheme make.</summary>
    public static Road Of(IEnumerable<ProcedureStep> all)
    {
        ProcedureStep[] steps = [.. all.OrderBy(s => s.Done.Text, StringComparer.Ordinal)];
        ProcedureStep? decisive = steps.LastOrDefault(s => s.Step is Recognition or Deferral or Withdrawal) ?? steps.LastOrDefault();
        if (decisive?.Step is Deferral or Withdrawal)
        {
            // Who applies again after a deferral or a withdrawal has applied.
            decisive = steps[Array.IndexOf(steps, decisive)..].LastOrDefault(s => s.Step == Application) ?? decisive;
        }

        Standing standing = decisive?.Step switch
        {
            null => Standing.NotApplied,
            Recognition => Standing.Recognised,
            Deferral => Standing.Deferred,
            Withdrawal => Standing.Withdrawn,
            _ => Standing.Applied,
        };
        return new Road(standing, steps, decisive);
    }

    /// <summary>The road of a place in a scheme by the newest of the releases that records any step of it; an empty road where none does.</summary>
    public static Road Of(IReadOnlyList<Release> releases, PlaceCode place, SchemeId scheme)
    {
        for (int i = releases.Count - 1; i >= 0; i--)
        {
            if (releases[i].ProcedureOf(place).Any(s => s.Scheme == scheme))
            {
                return Of(releases[i], place, scheme);
            }
        }

        return new Road(Standing.NotApplied, [], null);
    }
}
