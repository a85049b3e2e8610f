using Portal.Domain.Data;
using Portal.Domain.Schemes;

namespace Portal.Domain.Evaluation;

/// <summary>One indicator of one school part against its standard.</summary>
/// <param name="Indicator">Indicator.</param>
/// <param name="Value">Per-pupil value, or why there is none.</param>
/// <param name="Standard">The standard that applies at the school's place and the release's date, null where none does.</param>
/// <param name="CountyMean">Mean of the county's schools in scope, NaN where there is none.</param>
/// <param name="Outcome">Outcome.</param>
/// <param name="Shortfall">What is missing in real units (m², 名, 元), 0 where nothing is: standard × denominator − numerator; NaN where it cannot be said.</param>
public sealed record SchoolIndicator(Indicator Indicator, Amount Value, Standard? Standard, double CountyMean, Outcome Outcome, double Shortfall)
{
    /// <summary>What the school has (numerator), in the indicator's real unit, allowances counted; NaN where the value is missing or withheld.</summary>
    public double Have { get; init; } = double.NaN;

    /// <summary>Pupils, or hundreds of pupils (denominator); NaN likewise.</summary>
    public double Per { get; init; } = double.NaN;

    /// <summary>
    /// Allowances that hold and that the standard alone would have called for, in the scheme's order; one whose column is blank stands
    /// here too, without having added anything. Empty where the standard is met without them.
    /// </summary>
    public IReadOnlyList<AppliedAllowance> Allowances { get; init; } = [];

    /// <summary>True where an allowance changed the standard or what is counted.</summary>
    public bool Relaxed => Allowances.Any(a => a.Added.IsKnown || a.Allowance.Replaces is Replacement.StandardIs);

    /// <summary>
    /// The value that an exempt indicator must still reach: floor × standard (3.57 for 0.85 × 4.2); where less is better, standard ÷ floor.
    /// NaN where the standard has no floor.
    /// </summary>
    public double Floor => Standard?.Floor is not { HasValue: true } floor ? double.NaN
        : Indicator.Better == Better.Higher ? floor.Value * Standard.Value.Value
        : Standard.Value.Value / floor.Value;

    /// <summary>True where the value is known and keeps to the floor, or where there is no floor to keep to.</summary>
    public bool ReachesFloor => Value.IsKnown && (double.IsNaN(Floor) || Comparison.Holds(Value.Value, Floor, Sense));

    /// <summary>Whether the standard is a floor or a ceiling.</summary>
    public Sense Sense => Indicator.Better == Better.Higher ? Sense.AtLeast : Sense.AtMost;
}

/// <summary>One school part in one scheme.</summary>
/// <param name="Part">The part.</param>
/// <param name="Scheme">Scheme.</param>
/// <param name="LeftOut">Why its standards do not count, null where they do.</param>
/// <param name="LeftOutOfCoefficient">Why it is outside the coefficients, null where it is inside.</param>
/// <param name="Indicators">Its indicators in the scheme's order.</param>
public sealed record SchoolResult(SchoolPart Part, Scheme Scheme, string? LeftOut, string? LeftOutOfCoefficient, IReadOnlyList<SchoolIndicator> Indicators)
{
    /// <summary>Indicators with a standard.</summary>
    public IEnumerable<SchoolIndicator> Judged => Indicators.Where(i => i.Standard is not null);

    /// <summary>The scheme's school rule on this part, with what decided it.</summary>
    public SchoolRule Rule => SchoolRule.Of(this);

    /// <summary>Outcome of the school rule: 达标, 未达标, 暂无法判定, 不适用.</summary>
    public Outcome Outcome => Rule.Outcome;

    /// <summary>Works out a school part; what may not be published of it is withheld here, for all pages alike. The county's result gives the means; null where the county has none.</summary>
    public static SchoolResult Compute(Dataset dataset, Release release, Scheme scheme, SchoolPart part, StageResult? county)
    {
        ReadOnlySpan<CountyStandards.Row> rows = CountyStandards.Of(dataset, release, scheme, part.Stage, part.School.Place).Rows;
        SchoolIndicator[] indicators = new SchoolIndicator[rows.Length];
        for (int i = 0; i < indicators.Length; i++)
        {
            Indicator indicator = scheme.Indicators[i];
            Standard? standard = rows[i].Standard;
            double mean = rows[i].MeanWithheld ? double.NaN : county?.Of(indicator.Id)?.Mean ?? double.NaN;
            SchoolIndicator plain = rows[i].SchoolsWithheld
                ? new SchoolIndicator(indicator, new Amount(double.NaN, CellState.Withheld), standard, mean, standard is null ? Outcome.NotApplicable : Outcome.NotReported, double.NaN)
                : Judge(part, indicator, indicator, standard, mean);
            indicators[i] = plain.Outcome == Outcome.NotMet && scheme.Allowances.Count > 0 ? Relaxed(dataset, release, scheme, part, plain) : plain;
        }

        return new SchoolResult(
            part,
            scheme,
            StageScope.ReasonOutside(release, scheme, part, Scope.Standards)?.Reason,
            StageScope.ReasonOutside(release, scheme, part, Scope.Coefficient)?.Reason,
            indicators);
    }

    /// <summary>True where a part does not reach a standard, even with the allowances that hold for it; false where its value is unknown.</summary>
    internal static bool FallsShort(Dataset dataset, Release release, Scheme scheme, SchoolPart part, Indicator indicator, Standard standard)
    {
        SchoolIndicator plain = Judge(part, indicator, indicator, standard, double.NaN);
        return plain.Outcome == Outcome.NotMet && (scheme.Allowances.Count == 0 || Relaxed(dataset, release, scheme, part, plain).Outcome == Outcome.NotMet);
    }

    /// <summary>Judges an indicator whose numerator <paramref name="counted"/> may count more than its own.</summary>
    private static SchoolIndicator Judge(SchoolPart part, Indicator indicator, Indicator counted, Standard? standard, double mean)
    {
        Amount numerator = part.Numerator(counted);
        Amount denominator = numerator.IsKnown ? part.Denominator(counted) : numerator;
        Amount value = SchoolPart.Value(numerator, denominator);
        Outcome outcome = standard is null || value.Why == CellState.NotApplicable ? Outcome.NotApplicable
            : Comparison.Judge(value.Value, standard.Value.Value, indicator.Better == Better.Higher ? Sense.AtLeast : Sense.AtMost);
        double have = value.IsKnown ? numerator.Value : double.NaN;
        double per = value.IsKnown ? denominator.Value : double.NaN;
        double shortfall = outcome switch
        {
            Outcome.Met => 0,
            Outcome.NotMet => Math.Abs((standard!.Value.Value * per) - have),
            _ => double.NaN,
        };
        return new SchoolIndicator(indicator, value, standard, mean, outcome, shortfall) { Have = have, Per = per };
    }

    private static SchoolIndicator Relaxed(Dataset dataset, Release release, Scheme scheme, SchoolPart part, SchoolIndicator plain)
    {
        AppliedAllowance[] holding = [.. Evaluation.Allowances.On(dataset, release, scheme, part, plain.Indicator)];
        if (holding.Length == 0)
        {
            return plain;
        }

        Standard standard = plain.Standard!;
        List<Term> numerator = [.. plain.Indicator.Numerator];
        foreach (AppliedAllowance applied in holding)
        {
            if (applied.Allowance.Replaces is Replacement.StandardIs other && Comparison.Holds(standard.Value.Value, other.Value.Value, plain.Sense))
            {
                standard = standard with { Value = other.Value, Source = applied.Allowance.Source };
            }
            else if (applied is { Allowance.Replaces: Replacement.NumeratorGains gains, Added.IsKnown: true })
            {
                numerator.Add(gains.Term);
            }
        }

        return Judge(part, plain.Indicator, plain.Indicator with { Numerator = numerator }, standard, plain.CountyMean) with { Allowances = holding };
    }
}
