using Portal.Domain.Data;
using Portal.Domain.Schemes;

namespace Portal.Domain.Evaluation;

/// <summary>
/// What a scheme's school rule comes to for one school part, and what decided it. 2017: at least six of seven standards are met and the
/// remaining one reaches 85 % of its own (rules.md §2.2); 2012: all are met. Which numbers apply stands in scheme.yaml
/// (<c>school_rule</c>) and standards.csv (<c>floor</c>).
/// </summary>
/// <param name="Outcome">
/// Not applicable where the part is left out, has no pupils, or no standard applies; not reported as soon as one judged value is missing
/// (never a fail); else met or not met.
/// </param>
/// <param name="Standards">Standards that apply to the part.</param>
/// <param name="Exemptions">How many of them may be missed as long as their floor is kept; 0 where all must be met.</param>
/// <param name="Met">Indicators that meet their standard.</param>
/// <param name="Missed">Indicators known to be below their standard, whatever else is missing.</param>
/// <param name="Exempt">The missed ones that the rule forgives; empty where nothing is missed or more are missed than it forgives.</param>
/// <param name="NotReported">Indicators without a value, so that nothing is decided.</param>
public sealed record SchoolRule(
    Outcome Outcome,
    int Standards,
    int Exemptions,
    IReadOnlyList<SchoolIndicator> Met,
    IReadOnlyList<SchoolIndicator> Missed,
    IReadOnlyList<SchoolIndicator> Exempt,
    IReadOnlyList<SchoolIndicator> NotReported)
{
    /// <summary>The missed indicators that decide against the part: below their floor, or more than the rule forgives.</summary>
    public IEnumerable<SchoolIndicator> Failing => Missed.Except(Exempt);

    /// <summary>Applies the scheme's rule to the indicators of a part.</summary>
    public static SchoolRule Of(SchoolResult result)
    {
        // Plain loops: this is asked for every school and stage.
        List<SchoolIndicator> met = [];
        List<SchoolIndicator> missed = [];
        List<SchoolIndicator> open = [];
        int standards = 0;
        bool counts = false;
        foreach (SchoolIndicator indicator in result.Indicators)
        {
            if (indicator.Standard is null)
            {
                continue;
            }

            standards++;
            counts |= indicator.Outcome != Outcome.NotApplicable;
            (indicator.Outcome switch { Outcome.Met => met, Outcome.NotMet => missed, Outcome.NotReported => open, _ => null })?.Add(indicator);
        }

        int exemptions = result.Scheme.MetAtLeast is { } least ? Math.Max(0, standards - least) : 0;
        SchoolIndicator[] exempt = missed.Count == 0 || missed.Count > exemptions ? [] : [.. missed.Where(m => m.ReachesFloor)];
        counts = counts && result.LeftOut is null && result.Part.Pupils is not { IsKnown: true, Value: <= 0 };
        Outcome outcome = !counts ? Outcome.NotApplicable
            : open.Count > 0 ? Outcome.NotReported
            : missed.Count > exempt.Length ? Outcome.NotMet
            : Outcome.Met;
        return new SchoolRule(outcome, standards, exemptions, met, missed, exempt, open);
    }
}
