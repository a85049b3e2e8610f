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
    public double Floor => FloorOf(Indicator, Standard);

    /// <summary>True where the value is known and keeps to the floor, or where there is no floor to keep to.</summary>
    public bool ReachesFloor => Reaches(Indicator, Standard, Value);

    /// <summary>Whether the standard is a floor or a ceiling.</summary>
    public Sense Sense => SenseOf(Indicator);

    internal static Sense SenseOf(Indicator indicator) => indicator.Better == Better.Higher ? Sense.AtLeast : Sense.AtMost;

    internal static bool Reaches(Indicator indicator, Standard? standard, Amount value) =>
        value.IsKnown && (FloorOf(indicator, standard) is var floor && (double.IsNaN(floor) || Comparison.Holds(value.Value, floor, SenseOf(indicator))));

    private static double FloorOf(Indicator indicator, Standard? standard) => standard?.Floor is not { HasValue: true } floor ? double.NaN
        : indicator.Better == Better.Higher ? floor.Value * standard.Value.Value
        : standard.Value.Value / floor.Value;
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
    public static SchoolResult Compute(Dataset dataset, Release release, Scheme scheme, SchoolPart part, StageResult? county) =>
        Compute(StageStandards.Of(dataset, release, scheme, part.Stage, part.School.Place), part, county);

    /// <summary>The same, where what is asked of the county's stage has been looked up for all its schools.</summary>
    public static SchoolResult Compute(StageStandards asked, SchoolPart part, StageResult? county)
    {
        SchoolIndicator[] indicators = new SchoolIndicator[asked.Indicators.Count];
        for (int i = 0; i < indicators.Length; i++)
        {
            AskedIndicator of = asked.Indicators[i];
            Judgement found = Judge(asked, of, part);
            indicators[i] = new SchoolIndicator(
                of.Indicator, found.Value, found.Standard, of.IsMeanWithheld ? double.NaN : county?.Of(of.Indicator.Id)?.Mean ?? double.NaN, found.Outcome, found.Shortfall)
            {
                Have = found.Have,
                Per = found.Per,
                Allowances = found.Allowances ?? [],
            };
        }

        return new SchoolResult(
            part,
            asked.Scheme,
            StageScope.ReasonOutside(asked.Release, asked.Scheme, part, Scope.Standards)?.Reason,
            StageScope.ReasonOutside(asked.Release, asked.Scheme, part, Scope.Coefficient)?.Reason,
            indicators);
    }

    /// <summary>The outcome of the school rule on a part that is in scope of the standards and has pupils, without the record of how it came about.</summary>
    internal static Outcome OutcomeInScope(StageStandards asked, SchoolPart part)
    {
        (int standards, int applying, int open, int missed, int reaching) = (0, 0, 0, 0, 0);
        foreach (AskedIndicator of in asked.Indicators)
        {
            if (of.Standard is null)
            {
                continue;
            }

            Judgement found = Judge(asked, of, part);
            standards++;
            applying += found.Outcome == Outcome.NotApplicable ? 0 : 1;
            open += found.Outcome == Outcome.NotReported ? 1 : 0;
            missed += found.Outcome == Outcome.NotMet ? 1 : 0;
            reaching += found.Outcome == Outcome.NotMet && SchoolIndicator.Reaches(of.Indicator, found.Standard, found.Value) ? 1 : 0;
        }

        return SchoolRule.Decide(applying > 0, open, missed, missed > SchoolRule.ExemptionsOf(asked.Scheme, standards) ? 0 : reaching);
    }

    /// <summary>True where a school of the inputs does not reach the standard, even with the allowances that hold for it.</summary>
    internal static bool FallsShort(StageStandards asked, AskedIndicator of, IndicatorInputs inputs, int at)
    {
        Judgement plain = Judge(of.Indicator, of.Standard, new Amount(inputs.Amounts[at], CellState.Reported), new Amount(inputs.Weights[at], CellState.Reported));
        return (plain.Outcome == Outcome.NotMet && of.Allowances.Count > 0 ? Relaxed(asked, of, inputs.Parts[at], plain) : plain).Outcome == Outcome.NotMet;
    }

    private static Judgement Judge(StageStandards asked, AskedIndicator of, SchoolPart part)
    {
        if (of.IsWithheld)
        {
            return new Judgement(new Amount(double.NaN, CellState.Withheld), of.Standard, of.Standard is null ? Outcome.NotApplicable : Outcome.NotReported, double.NaN, double.NaN, null);
        }

        Judgement plain = Judge(part, of.Indicator, of.Indicator, of.Standard);
        return plain.Outcome == Outcome.NotMet && of.Allowances.Count > 0 ? Relaxed(asked, of, part, plain) : plain;
    }

    /// <summary>Judges an indicator whose numerator <paramref name="counted"/> may count more than its own.</summary>
    private static Judgement Judge(SchoolPart part, Indicator indicator, Indicator counted, Standard? standard)
    {
        Amount numerator = part.Numerator(counted);
        return Judge(indicator, standard, numerator, numerator.IsKnown ? part.Denominator(counted) : numerator);
    }

    private static Judgement Judge(Indicator indicator, Standard? standard, Amount numerator, Amount denominator)
    {
        Amount value = SchoolPart.Value(numerator, denominator);
        Outcome outcome = standard is null || value.Why == CellState.NotApplicable ? Outcome.NotApplicable
            : Comparison.Judge(value.Value, standard.Value.Value, SchoolIndicator.SenseOf(indicator));
        return new Judgement(value, standard, outcome, value.IsKnown ? numerator.Value : double.NaN, value.IsKnown ? denominator.Value : double.NaN, null);
    }

    private static Judgement Relaxed(StageStandards asked, AskedIndicator of, SchoolPart part, Judgement plain)
    {
        AppliedAllowance[] holding = [.. Evaluation.Allowances.Applied(asked.Dataset.Vocabulary, asked.Release, part, of.Allowances)];
        if (holding.Length == 0)
        {
            return plain;
        }

        Standard standard = plain.Standard!;
        List<Term> numerator = [.. of.Indicator.Numerator];
        foreach (AppliedAllowance applied in holding)
        {
            if (applied.Allowance.Replaces is Replacement.StandardIs other && Comparison.Holds(standard.Value.Value, other.Value.Value, SchoolIndicator.SenseOf(of.Indicator)))
            {
                standard = standard with { Value = other.Value, Source = applied.Allowance.Source };
            }
            else if (applied is { Allowance.Replaces: Replacement.NumeratorGains gains, Added.IsKnown: true })
            {
                numerator.Add(gains.Term);
            }
        }

        return Judge(part, of.Indicator, of.Indicator with { Numerator = numerator }, standard) with { Allowances = holding };
    }

    /// <summary>What a part's indicator comes to, before a record is made of it.</summary>
    private readonly record struct Judgement(Amount Value, Standard? Standard, Outcome Outcome, double Have, double Per, IReadOnlyList<AppliedAllowance>? Allowances)
    {
        public double Shortfall => Outcome switch
        {
            Outcome.Met => 0,
            Outcome.NotMet => Math.Abs((Standard!.Value.Value * Per) - Have),
            _ => double.NaN,
        };
    }
}
