using Portal.Domain.Data;
using Portal.Domain.Schemes;

namespace Portal.Domain.Evaluation;

/// <summary>What goes into one indicator's coefficient: the schools that have it, in id order, with amounts and weights.</summary>
/// <param name="Indicator">Indicator.</param>
/// <param name="Parts">School parts that enter.</param>
/// <param name="Amounts">Their amounts x, in the indicator's unit.</param>
/// <param name="Weights">Their enrolments P (or hundreds of pupils), each above 0.</param>
/// <param name="Missing">Schools in scope whose value is not known; one to which the indicator does not apply is not among them.</param>
public sealed record IndicatorInputs(Indicator Indicator, SchoolPart[] Parts, double[] Amounts, double[] Weights, int Missing)
{
    /// <summary>The inputs of an indicator over the schools of a scope.</summary>
    public static IndicatorInputs Of(Indicator indicator, StageScope scope)
    {
        SchoolPart[] parts = new SchoolPart[scope.In.Count];
        double[] amounts = new double[scope.In.Count];
        double[] weights = new double[scope.In.Count];
        int count = 0;
        int missing = scope.Unknown.Count;
        for (int i = 0; i < scope.In.Count; i++)
        {
            SchoolPart part = scope.In[i];
            Entry entry = Entry.Of(part, indicator);
            if (entry.Enters)
            {
                parts[count] = part;
                amounts[count] = entry.Amount.Value;
                weights[count++] = entry.Weight.Value;
            }
            else if (entry.IsMissing)
            {
                missing++;
            }
        }

        return new IndicatorInputs(indicator, parts[..count], amounts[..count], weights[..count], missing);
    }

    /// <summary>Number of schools that enter.</summary>
    public int Count => Parts.Length;

    /// <summary>The school's value per pupil (or hundred pupils).</summary>
    public double Value(int at) => Amounts[at] / Weights[at];

    /// <summary>The schools' weighted squared deviations, whose sum is the variance S² and of which each school's part is a share; in id order.</summary>
    public (double[] Terms, double Variance) Terms()
    {
        double[] terms = new double[Count];
        if (Count > 0)
        {
            Coefficient.Of(Amounts, Weights, terms);
        }

        double variance = 0;
        foreach (double term in terms)
        {
            variance += term;
        }

        return (terms, variance);
    }

    /// <summary>The coefficient; NaN throughout where no school enters.</summary>
    public Coefficient Coefficient => Count == 0 ? new Coefficient(double.NaN, double.NaN, double.NaN) : Coefficient.Of(Amounts, Weights);
}
