using Portal.Domain.Data;
using Portal.Domain.Schemes;

namespace Portal.Domain.Evaluation;

/// <summary>Whether one school alone decides the verdict on a limited coefficient: yes or no, never which one, nor what would be without it.</summary>
/// <param name="What">Indicator, or <see cref="IndicatorId.Composite"/>.</param>
/// <param name="OneDecides">True where the verdict would differ without some single school; null where one school fewer would not be comparable.</param>
public sealed record Stability(IndicatorId What, bool? OneDecides);

/// <summary>What drives the coefficients of a county's stage: parts, never effects of taking a school away.</summary>
public sealed record StageDrivers
{
    /// <summary>The coefficients.</summary>
    public required StageResult Result { get; init; }

    /// <summary>Rows of the school parts in scope, in id order.</summary>
    public required IReadOnlyList<int> Rows { get; init; }

    /// <summary>By indicator, in the scheme's order.</summary>
    public required IReadOnlyList<IndicatorDrivers> Indicators { get; init; }

    /// <summary>Each indicator's part of the composite CV_k / ΣCV, summing to 1; empty without a composite above 0.</summary>
    public required IReadOnlyList<double> Parts { get; init; }

    /// <summary>The schools' parts of the composite Σ CV_k share_ik / ΣCV, in id order; empty without one, or where an indicator is withheld: it could be solved for.</summary>
    public required IReadOnlyList<SchoolShare> Composite { get; init; }

    /// <summary>The composite if all schools below any standard were raised; NaN without one, without standards, or where an indicator is withheld.</summary>
    public required double RaisedComposite { get; init; }

    /// <summary>Stability of each limited coefficient that has a verdict.</summary>
    public required IReadOnlyList<Stability> Stability { get; init; }

    /// <summary>The indicator with the largest coefficient of those whose parts may be published, the first of equals; null where there is none.</summary>
    public IndicatorDrivers? Largest => Indicators.Where(i => i.Schools.Count > 0).MaxBy(i => i.Result.Value);

    /// <summary>Works out a stage; null where nothing is comparable. Linear in the number of schools.</summary>
    public static StageDrivers? Compute(Dataset dataset, Release release, Scheme scheme, StageResult result)
    {
        if (!result.Comparable)
        {
            return null;
        }

        StageScope scope = StageScope.Of(dataset, release, scheme, result.Stage, result.Place);
        StageStandards standards = StageStandards.Of(dataset, release, scheme, result.Stage, result.Place);
        HashSet<SchoolPart> toStandards = [.. scope.In.Where(p => StageScope.ReasonOutside(release, scheme, p, Scope.Standards) is null)];
        IndicatorInputs[] inputs = [.. scheme.CoefficientIndicators.Select(i => IndicatorInputs.Of(i, scope))];
        List<IndicatorDrivers> drivers = [];
        for (int k = 0; k < inputs.Length; k++)
        {
            IndicatorInputs own = inputs[k];
            Indicator indicator = own.Indicator;
            AskedIndicator asked = standards.Of(indicator);
            drivers.Add(asked.IsWithheld || asked.IsMeanWithheld
                ? new IndicatorDrivers(indicator, result.Indicators[k], true, [], null, null)
                : IndicatorDrivers.Of(result.Indicators[k], own, asked.Standard, i => toStandards.Contains(own.Parts[i]) && SchoolResult.FallsShort(standards, asked, own, i)));
        }

        int[] rows = [.. scope.In.Select(p => p.Row)];
        double[] parts = PartsOf(result);
        return new StageDrivers
        {
            Result = result,
            Rows = rows,
            Indicators = drivers,
            Parts = parts,
            Composite = parts.Length == 0 || drivers.Any(d => d.Withheld) ? [] : CompositeOf(drivers, parts, rows),
            RaisedComposite = Raised(result, drivers),
            Stability = LeaveOneOut.Of(scheme, result, scope, inputs),
        };
    }

    /// <summary>
    /// By how much each indicator moved the composite between two periods: (CV_k now − CV_k then) / number of indicators, in the order
    /// of indicators, summing to the composite's change. Empty where one of the two has no composite.
    /// </summary>
    public static IReadOnlyList<double> Change(StageResult then, StageResult now) =>
        then.Composite is { HasValue: true } && now.Composite is { HasValue: true } && then.Indicators.Select(i => i.Indicator).SequenceEqual(now.Indicators.Select(i => i.Indicator))
            ? [.. now.Indicators.Zip(then.Indicators, (a, b) => (a.Value - b.Value) / now.Indicators.Count)]
            : [];

    private static double[] PartsOf(StageResult result)
    {
        if (result.Composite is not { HasValue: true, Value: > Comparison.Tolerance })
        {
            return [];
        }

        double sum = 0;
        foreach (IndicatorResult indicator in result.Indicators)
        {
            sum += indicator.Value;
        }

        return [.. result.Indicators.Select(i => i.Value / sum)];
    }

    private static SchoolShare[] CompositeOf(List<IndicatorDrivers> drivers, double[] parts, int[] rows)
    {
        double[] shares = new double[rows.Length];
        double sum = 0;
        for (int k = 0; k < parts.Length; k++)
        {
            // The schools of an indicator are some of the rows, in the same order.
            int at = 0;
            foreach (SchoolShare school in drivers[k].Schools)
            {
                while (rows[at] != school.Row)
                {
                    at++;
                }

                shares[at] += parts[k] * school.Share;
                sum += parts[k] * school.Share;
            }
        }

        return [.. rows.Select((row, i) => new SchoolShare(row, shares[i] / sum, null))];
    }

    private static double Raised(StageResult result, List<IndicatorDrivers> drivers)
    {
        if (result.Composite is not { HasValue: true } || drivers.Any(d => d.Withheld) || drivers.All(d => d.Raising is null))
        {
            return double.NaN;
        }

        double sum = 0;
        foreach (IndicatorDrivers indicator in drivers)
        {
            sum += indicator.Raising?.Value ?? indicator.Result.Value;
        }

        return sum / drivers.Count;
    }
}
