using Portal.Domain.Schemes;

namespace Portal.Domain.Evaluation;

/// <summary>
/// Whether a verdict hangs on a single school. The coefficient without a school comes from sums brought up to date, so that a county
/// costs one pass over its schools; where that is not safe (near the limit, or where one school is nearly everything) it is worked
/// out anew. No value and no school leaves this class.
/// </summary>
internal static class LeaveOneOut
{
    private const double Near = 1e-6; // distance to the limit, and share left of a sum, below which the exact way is taken

    /// <summary>Stability of every limited coefficient with a verdict, in the scheme's order, the composite last.</summary>
    public static IReadOnlyList<Stability> Of(Scheme scheme, StageResult result, StageScope scope, IndicatorInputs[] inputs)
    {
        List<Stability> found = [];
        Sums[] sums = [.. inputs.Select(i => new Sums(i))];
        for (int k = 0; k < inputs.Length; k++)
        {
            if (Judged(result.Indicators[k]))
            {
                found.Add(new Stability(result.Indicators[k].Indicator, Comparable(scheme, result.Indicators[k]) ? Single(result.Indicators[k], sums[k]) : null));
            }
        }

        if (result.Composite is { } composite && Judged(composite))
        {
            found.Add(new Stability(composite.Indicator, Comparable(scheme, composite) ? Whole(composite, scope, sums) : null));
        }

        return found;
    }

    private static bool Judged(IndicatorResult result) => result.Outcome is Outcome.Met or Outcome.NotMet;

    private static bool Comparable(Scheme scheme, IndicatorResult result) => result.Schools - 1 >= scheme.MinSchools;

    private static bool Single(IndicatorResult result, Sums sums)
    {
        for (int i = 0; i < sums.Count; i++)
        {
            if (Differs(result, sums.Without(i), () => sums.Exactly(i)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Whole(IndicatorResult composite, StageScope scope, Sums[] all)
    {
        int[] at = new int[all.Length]; // the next school of each indicator
        foreach (SchoolPart part in scope.In)
        {
            double sum = 0;
            for (int k = 0; k < all.Length; k++)
            {
                sum += Has(k, part) ? all[k].Without(at[k]) : all[k].Value;
            }

            if (Differs(composite, sum / all.Length, Exactly))
            {
                return true;
            }

            for (int k = 0; k < all.Length; k++)
            {
                at[k] += Has(k, part) ? 1 : 0;
            }

            double Exactly()
            {
                double exact = 0;
                for (int k = 0; k < all.Length; k++)
                {
                    exact += Has(k, part) ? all[k].Exactly(at[k]) : all[k].Value;
                }

                return exact / all.Length;
            }
        }

        return false;

        bool Has(int k, SchoolPart part) => at[k] < all[k].Count && ReferenceEquals(all[k].PartAt(at[k]), part);
    }

    private static bool Differs(IndicatorResult result, double without, Func<double> exactly)
    {
        double limit = result.Limit!.Value.Value;
        double value = Math.Abs(without - limit) > Near ? without : exactly(); // NaN takes the exact way
        return Comparison.Judge(value, limit, result.Limit.Sense) != result.Outcome;
    }

    private sealed class Sums
    {
        private readonly IndicatorInputs inputs;
        private readonly double weight;
        private readonly double amount;
        private readonly double mean;
        private readonly double squares;

        public Sums(IndicatorInputs inputs)
        {
            this.inputs = inputs;
            Coefficient whole = inputs.Coefficient;
            (mean, Value) = (whole.Mean, whole.Value);
            for (int i = 0; i < inputs.Count; i++)
            {
                weight += inputs.Weights[i];
                amount += inputs.Amounts[i];
            }

            squares = weight * whole.StandardDeviation * whole.StandardDeviation;
        }

        public int Count => inputs.Count;

        public double Value { get; }

        public SchoolPart PartAt(int i) => inputs.Parts[i];

        /// <summary>The coefficient without a school: Σ w (X − X̄)² loses w (X − X̄)(X − X̄'), where X̄' is the mean without it.</summary>
        public double Without(int i)
        {
            double restWeight = weight - inputs.Weights[i];
            double rest = (amount - inputs.Amounts[i]) / restWeight;
            double own = inputs.Value(i);
            double restSquares = squares - (inputs.Weights[i] * (own - mean) * (own - rest));
            return restWeight > Near * weight && rest > Near * mean && restSquares > Near * squares ? Math.Sqrt(restSquares / restWeight) / rest : Exactly(i);
        }

        public double Exactly(int i) => Count == 1 ? double.NaN : Coefficient.Of(Rest(inputs.Amounts, i), Rest(inputs.Weights, i)).Value;

        private static double[] Rest(double[] values, int i) => [.. values[..i], .. values[(i + 1)..]];
    }
}
