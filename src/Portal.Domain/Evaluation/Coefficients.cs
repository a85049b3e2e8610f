using Portal.Domain.Data;
using Portal.Domain.Schemes;

namespace Portal.Domain.Evaluation;

/// <summary>Mean, standard deviation and difference coefficient of one indicator over the schools of a county.</summary>
/// <param name="Mean">County total over county enrolment (not the mean of the schools' values), in the indicator's unit.</param>
/// <param name="StandardDeviation">Enrolment-weighted population standard deviation, in the indicator's unit.</param>
/// <param name="Value">Difference coefficient 差异系数: deviation over mean, at least 0; NaN where the mean is 0.</param>
public readonly record struct Coefficient(double Mean, double StandardDeviation, double Value)
{
    /// <summary>
    /// The difference coefficient by the method sheet of 教督〔2012〕3号 (rules.md §1.3):
    /// X̄ = Σx / ΣP, S = √(Σ (P/ΣP)(x/P − X̄)²), CV = S / X̄.
    /// Pupils 45, 37, 89, 76, 55 with 279, 137, 935, 160, 402 books give mean 6.334, S 3.264, CV 0.5153.
    /// </summary>
    /// <param name="amounts">Amounts x of the schools, in id order.</param>
    /// <param name="weights">Enrolments P (or hundreds of pupils), each above 0.</param>
    /// <param name="terms">Takes each school's weighted squared deviation (P/ΣP)(x/P − X̄)², where given; as long as the others.</param>
    /// <exception cref="ArgumentException">The lists are empty or differ in length.</exception>
    public static Coefficient Of(ReadOnlySpan<double> amounts, ReadOnlySpan<double> weights, Span<double> terms = default)
    {
        if (amounts.Length == 0 || amounts.Length != weights.Length)
        {
            throw new ArgumentException("As many amounts as weights, and at least one.", nameof(amounts));
        }

        double total = 0;
        double enrolment = 0;
        for (int i = 0; i < amounts.Length; i++)
        {
            total += amounts[i];
            enrolment += weights[i];
        }

        double mean = total / enrolment;
        double variance = 0;
        for (int i = 0; i < amounts.Length; i++)
        {
            double difference = (amounts[i] / weights[i]) - mean;
            double term = weights[i] / enrolment * difference * difference;
            variance += term;
            if (terms.Length > 0)
            {
                terms[i] = term;
            }
        }

        double deviation = Math.Sqrt(variance);
        return new Coefficient(mean, deviation, mean == 0 ? double.NaN : deviation / mean);
    }
}

/// <summary>What one indicator came to in a county's stage.</summary>
/// <param name="Indicator">Indicator, or <see cref="IndicatorId.Composite"/>.</param>
/// <param name="Schools">Schools that entered.</param>
/// <param name="Missing">Schools in scope whose value is not reported, not available or withheld: left out of this indicator only, and no verdict is made.</param>
/// <param name="Mean">County mean; NaN for the composite.</param>
/// <param name="StandardDeviation">Standard deviation; NaN for the composite.</param>
/// <param name="Value">Coefficient, NaN where there is none.</param>
/// <param name="Limit">The limit that applies, null where none does.</param>
/// <param name="Outcome">Outcome against the limit.</param>
public sealed record IndicatorResult(IndicatorId Indicator, int Schools, int Missing, double Mean, double StandardDeviation, double Value, Limit? Limit, Outcome Outcome)
{
    /// <summary>True where there is a coefficient.</summary>
    public bool HasValue => !double.IsNaN(Value);

    /// <summary>Distance to the limit, positive where the value keeps to it; NaN without value or limit.</summary>
    public double Margin => Limit is null ? double.NaN : Limit.Sense == Sense.AtMost ? Limit.Value.Value - Value : Value - Limit.Value.Value;
}

/// <summary>The coefficients of a county in one stage of one scheme.</summary>
/// <param name="Place">County.</param>
/// <param name="Scheme">Scheme.</param>
/// <param name="Stage">Stage.</param>
/// <param name="Schools">Schools in scope.</param>
/// <param name="UnknownPupils">Schools in scope whose pupils are not known.</param>
/// <param name="Pupils">Pupils of the schools in scope.</param>
/// <param name="Comparable">False where there are fewer schools than the scheme asks: 仅 N 所学校,不具可比性.</param>
/// <param name="Indicators">Results by indicator, in the scheme's order; empty where not comparable.</param>
/// <param name="Composite">The composite, null where the scheme has none or nothing is comparable.</param>
public sealed record StageResult(PlaceCode Place, SchemeId Scheme, StageId Stage, int Schools, int UnknownPupils, double Pupils, bool Comparable, IReadOnlyList<IndicatorResult> Indicators, IndicatorResult? Composite)
{
    /// <summary>The result of an indicator or of the composite, or null.</summary>
    public IndicatorResult? Of(IndicatorId indicator) => indicator == IndicatorId.Composite ? Composite : Indicators.FirstOrDefault(i => i.Indicator == indicator);

    /// <summary>
    /// The stage's outcome over all its limits: not met where one limit is broken, not reported where a limited value is incomplete,
    /// met where all hold, not applicable where nothing is limited or comparable.
    /// </summary>
    public Outcome Outcome
    {
        get
        {
            Outcome[] judged = [.. Indicators.Append(Composite).Where(i => i?.Limit is not null).Select(i => i!.Outcome)];
            return !Comparable || judged.Length == 0 ? Outcome.NotApplicable
                : judged.Contains(Outcome.NotMet) ? Outcome.NotMet
                : judged.Contains(Outcome.NotReported) ? Outcome.NotReported
                : Outcome.Met;
        }
    }

    /// <summary>Works out a county's stage from its scope.</summary>
    public static StageResult Compute(Dataset dataset, Release release, Scheme scheme, StageId stage, PlaceCode county)
    {
        StageScope scope = StageScope.Of(dataset, release, scheme, stage, county);
        double pupils = 0;
        foreach (SchoolPart part in scope.In)
        {
            pupils += part.Pupils.Value;
        }

        int schools = scope.In.Count + scope.Unknown.Count;
        if (schools < scheme.MinSchools)
        {
            return new StageResult(county, scheme.Id, stage, schools, scope.Unknown.Count, pupils, false, [], null);
        }

        Place[] path = [.. dataset.Places.PathUp(county)];
        List<IndicatorResult> results = [];
        foreach (Indicator indicator in scheme.CoefficientIndicators)
        {
            results.Add(Compute(scheme, indicator, scope, stage, path, release.RuleDate));
        }

        return new StageResult(county, scheme.Id, stage, schools, scope.Unknown.Count, pupils, true, results, scheme.Composite ? Mean(scheme, results, stage, path, release.RuleDate) : null);
    }

    private static IndicatorResult Compute(Scheme scheme, Indicator indicator, StageScope scope, StageId stage, Place[] path, DateOnly day)
    {
        IndicatorInputs inputs = IndicatorInputs.Of(indicator, scope);
        Coefficient coefficient = inputs.Coefficient;
        Limit? limit = scheme.LimitFor(stage, indicator.Id, path, day);
        return new IndicatorResult(indicator.Id, inputs.Count, inputs.Missing, coefficient.Mean, coefficient.StandardDeviation, coefficient.Value, limit, Judge(coefficient.Value, inputs.Missing, limit));
    }

    private static IndicatorResult Mean(Scheme scheme, List<IndicatorResult> results, StageId stage, Place[] path, DateOnly day)
    {
        double sum = 0;
        int missing = 0;
        foreach (IndicatorResult result in results)
        {
            sum += result.Value;
            missing = Math.Max(missing, result.Missing);
        }

        double mean = results.Count == 0 ? double.NaN : sum / results.Count;
        Limit? limit = scheme.LimitFor(stage, IndicatorId.Composite, path, day);
        return new IndicatorResult(IndicatorId.Composite, results.Count == 0 ? 0 : results.Min(r => r.Schools), missing, double.NaN, double.NaN, mean, limit, Judge(mean, missing, limit));
    }

    private static Outcome Judge(double value, int missing, Limit? limit) =>
        limit is null ? Outcome.NotApplicable
        : missing > 0 ? Outcome.NotReported
        : Comparison.Judge(value, limit.Value.Value, limit.Sense);
}
