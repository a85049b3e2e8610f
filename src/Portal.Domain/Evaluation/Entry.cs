using Portal.Domain.Data;
using Portal.Domain.Schemes;

namespace Portal.Domain.Evaluation;

/// <summary>What one school part brings to an indicator's coefficient: the one place that says who enters.</summary>
/// <param name="Amount">Amount x.</param>
/// <param name="Weight">Enrolment P (or hundreds of pupils).</param>
public readonly record struct Entry(Amount Amount, Amount Weight)
{
    /// <summary>The entry of a part.</summary>
    public static Entry Of(SchoolPart part, Indicator indicator) => new(part.Numerator(indicator), part.Denominator(indicator));

    /// <summary>Why it is not known; <see cref="CellState.Reported"/> where it is.</summary>
    public CellState Why => Amount.IsKnown ? Weight.Why : Amount.Why;

    /// <summary>True where it enters the coefficient.</summary>
    public bool Enters => Why == CellState.Reported && Weight.Value > 0;

    /// <summary>True where it should enter and cannot: no verdict is made. What does not apply is not missed.</summary>
    public bool IsMissing => !Enters && Why != CellState.NotApplicable;
}
