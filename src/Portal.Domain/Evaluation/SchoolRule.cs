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
        SchoolIndicator[] judged = [.. result.Judged];
        SchoolIndicator[] missed = [.. With(judged, Outcome.NotMet)];
        SchoolIndicator[] open = [.. With(judged, Outcome.NotReported)];
        int exemptions = ExemptionsOf(result.Scheme, judged.Length);
        SchoolIndicator[] exempt = missed.Length > exemptions ? [] : [.. missed.Where(m => m.ReachesFloor)];
        bool counts = result.LeftOut is null && result.Part.Pupils is not { IsKnown: true, Value: <= 0 } && judged.Any(i => i.Outcome != Outcome.NotApplicable);
        return new SchoolRule(Decide(counts, open.Length, missed.Length, exempt.Length), judged.Length, exemptions, [.. With(judged, Outcome.Met)], missed, exempt, open);
    }

    /// <summary>How many standards a scheme lets a school miss that must keep to so many.</summary>
    internal static int ExemptionsOf(Scheme scheme, int standards) => scheme.MetAtLeast is { } least ? Math.Max(0, standards - least) : 0;

    /// <summary>The rule itself, from what was counted.</summary>
    internal static Outcome Decide(bool counts, int notReported, int missed, int exempt) =>
        !counts ? Outcome.NotApplicable
        : notReported > 0 ? Outcome.NotReported
        : missed > exempt ? Outcome.NotMet
        : Outcome.Met;

    private static IEnumerable<SchoolIndicator> With(SchoolIndicator[] judged, Outcome outcome) => judged.Where(i => i.Outcome == outcome);
}
