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
public sealed record SchoolIndicator(Indicator Indicator, Amount Value, Standard? Standard, double CountyMean, Outcome Outcome, double Shortfall);

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

    /// <summary>
    /// The school rule (rules.md §1.1, §2.2): enough standards are met, and every other reaches its floor where there is one.
    /// Not reported where a value is missing; not applicable where no standard applies.
    /// </summary>
    public Outcome Outcome
    {
        get
        {
            SchoolIndicator[] judged = [.. Judged.Where(i => i.Outcome != Outcome.NotApplicable)];
            int least = Math.Min(Scheme.MetAtLeast ?? judged.Length, judged.Length);
            return judged.Length == 0 ? Outcome.NotApplicable
                : judged.Any(i => i.Outcome == Outcome.NotReported) ? Outcome.NotReported
                : judged.Count(i => i.Outcome == Outcome.Met) >= least && judged.All(i => i.Outcome == Outcome.Met || Floor(i)) ? Outcome.Met
                : Outcome.NotMet;
        }
    }

    private static bool Floor(SchoolIndicator indicator) => indicator.Standard!.Floor is not { } floor
        || Comparison.Holds(indicator.Value.Value, floor.Value * indicator.Standard.Value.Value, indicator.Indicator.Better == Better.Higher ? Sense.AtLeast : Sense.AtMost);

    /// <summary>Works out a school part; what may not be published of it is withheld here, for all pages alike. The county's result gives the means; null where the county has none.</summary>
    public static SchoolResult Compute(Dataset dataset, Release release, Scheme scheme, SchoolPart part, StageResult? county)
    {
        Place[] path = [.. dataset.Places.PathUp(part.School.Place)];
        List<SchoolIndicator> indicators = [];
        foreach (Indicator indicator in scheme.Indicators)
        {
            PlaceCode place = part.School.Place;
            Amount value = Withholding.OfSchools(dataset.Vocabulary, indicator, part.Stage, release, place) ? new Amount(double.NaN, CellState.Withheld) : part.Value(indicator);
            double mean = Withholding.OfMean(dataset.Vocabulary, indicator, part.Stage, release, place) ? double.NaN : county?.Of(indicator.Id)?.Mean ?? double.NaN;
            Standard? standard = scheme.StandardFor(part.Stage, indicator.Id, path, release.RuleDate);
            Sense sense = indicator.Better == Better.Higher ? Sense.AtLeast : Sense.AtMost;
            Outcome outcome = standard is null || value.Why == CellState.NotApplicable ? Outcome.NotApplicable
                : Comparison.Judge(value.Value, standard.Value.Value, sense);
            indicators.Add(new SchoolIndicator(indicator, value, standard, mean, outcome, Shortfall(part, indicator, standard, outcome)));
        }

        return new SchoolResult(
            part,
            scheme,
            StageScope.ReasonOutside(release, scheme, part, Scope.Standards)?.Reason,
            StageScope.ReasonOutside(release, scheme, part, Scope.Coefficient)?.Reason,
            indicators);
    }

    private static double Shortfall(SchoolPart part, Indicator indicator, Standard? standard, Outcome outcome) => outcome switch
    {
        Outcome.Met => 0,
        Outcome.NotMet => Math.Abs((standard!.Value.Value * part.Denominator(indicator).Value) - part.Numerator(indicator).Value),
        _ => double.NaN,
    };
}
