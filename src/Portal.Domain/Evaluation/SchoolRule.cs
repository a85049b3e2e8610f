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

        int exemptions = ExemptionsOf(result.Scheme, standards);
        SchoolIndicator[] exempt = missed.Count == 0 || missed.Count > exemptions ? [] : [.. missed.Where(m => m.ReachesFloor)];
        counts = counts && result.LeftOut is null && result.Part.Pupils is not { IsKnown: true, Value: <= 0 };
        return new SchoolRule(Decide(counts, open.Count, missed.Count, exempt.Length), standards, exemptions, met, missed, exempt, open);
    }

    /// <summary>How many standards a scheme lets a school miss that must keep to so many.</summary>
    internal static int ExemptionsOf(Scheme scheme, int standards) => scheme.MetAtLeast is { } least ? Math.Max(0, standards - least) : 0;

    /// <summary>The rule itself, from what was counted.</summary>
    internal static Outcome Decide(bool counts, int notReported, int missed, int exempt) =>
        !counts ? Outcome.NotApplicable
        : notReported > 0 ? Outcome.NotReported
        : missed > exempt ? Outcome.NotMet
        : Outcome.Met;
}
