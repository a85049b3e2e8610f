using System.Globalization;
using Portal.Domain.Data;
using Portal.Domain.Schemes;

namespace Portal.Domain.Evaluation;

/// <summary>An allowance that holds for a school part.</summary>
/// <param name="Allowance">The allowance.</param>
/// <param name="Added">
/// What it lets count as well, in the raw column's unit, before it is divided between stages; not reported where the column is blank,
/// so that nothing was added; not applicable where the allowance adds nothing.
/// </param>
public sealed record AppliedAllowance(Allowance Allowance, Amount Added);

/// <summary>
/// Which allowances hold for a school part: adopted at its place on the day, every condition known to hold. A condition whose number is
/// not reported does not hold: who is to be relaxed must be known.
/// </summary>
public static class Allowances
{
    /// <summary>
    /// Allowances on an indicator that hold for a part, in the scheme's order. One that rests on a column which may not be published by
    /// school does not hold: what its school's page says would give the column away.
    /// </summary>
    public static IEnumerable<AppliedAllowance> On(Dataset dataset, Release release, Scheme scheme, SchoolPart part, Indicator indicator) =>
        Applied(dataset.Vocabulary, release, part, On(dataset, release, scheme, part.School.Place, part.Stage, indicator, Adopted(dataset, release, scheme, part.School.Place)));

    /// <summary>Those of a county's allowances that may relax an indicator in a stage, whatever school it is.</summary>
    internal static Allowance[] On(Dataset dataset, Release release, Scheme scheme, PlaceCode county, StageId stage, Indicator indicator, IReadOnlyList<Allowance> adopted) =>
        adopted.Count == 0 ? [] : [.. adopted.Where(a => a.AppliesTo == indicator.Id.Value && (a.Stage is null || a.Stage == stage) && !RestsOnWithheld(dataset.Vocabulary, release, scheme, county, a))];

    /// <summary>Those whose conditions a part meets, with what they let count.</summary>
    internal static IEnumerable<AppliedAllowance> Applied(Vocabulary vocabulary, Release release, SchoolPart part, IReadOnlyList<Allowance> allowances)
    {
        foreach (Allowance allowance in allowances)
        {
            if (HoldsFor(allowance, release, part))
            {
                yield return new AppliedAllowance(allowance, Added(vocabulary, release, part, allowance.Replaces));
            }
        }
    }

    /// <summary>The scheme's allowances that a county has adopted on the release's date, in the scheme's order.</summary>
    internal static IReadOnlyList<Allowance> Adopted(Dataset dataset, Release release, Scheme scheme, PlaceCode county) =>
        scheme.Allowances.Count == 0 ? [] : [.. scheme.Allowances.Where(a => IsAdopted(dataset, release, county, a))];

    /// <summary>
    /// Thresholds of an item that allowances put in the place of its own for a part, in the scheme's order: music rooms of 73 m² in a
    /// school built by 2016. Where there are several, the rule takes the one that asks for least.
    /// </summary>
    public static IEnumerable<(Allowance Allowance, double Threshold)> Thresholds(Dataset dataset, Release release, Scheme scheme, SchoolPart part, ItemId item) =>
        Thresholds(Adopted(dataset, release, scheme, part.School.Place), release, part, item);

    private static IEnumerable<(Allowance Allowance, double Threshold)> Thresholds(IReadOnlyList<Allowance> adopted, Release release, SchoolPart part, ItemId item)
    {
        foreach (Allowance allowance in adopted)
        {
            if (allowance.Replaces is Replacement.ThresholdIs threshold
                && allowance.AppliesTo == item.Value && (allowance.Stage is null || allowance.Stage == part.Stage) && HoldsFor(allowance, release, part))
            {
                yield return (allowance, threshold.Value.Value);
            }
        }
    }

    /// <summary>True where one of the allowances on an item that a county has adopted rests on a column that may not be published by school there.</summary>
    public static bool AnyRestsOnWithheld(Dataset dataset, Release release, Scheme scheme, PlaceCode county, ItemId item) =>
        scheme.Allowances.Any(a => a.AppliesTo == item.Value && IsAdopted(dataset, release, county, a) && RestsOnWithheld(dataset.Vocabulary, release, scheme, county, a));

    /// <summary>
    /// The threshold of an item for one school: the item's own, or the loosest that an allowance gives; of a school of several stages the
    /// strictest of its stages', since the item looks at the school as a whole.
    /// </summary>
    public static double ThresholdOf(Dataset dataset, Release release, Scheme scheme, IReadOnlyList<SchoolPart> parts, Item item, Sense sense) =>
        ThresholdOf(Adopted(dataset, release, scheme, parts[0].School.Place), release, parts, item, sense);

    /// <summary>The same, where the county's allowances are known.</summary>
    internal static double ThresholdOf(IReadOnlyList<Allowance> adopted, Release release, IReadOnlyList<SchoolPart> parts, Item item, Sense sense)
    {
        double? whole = null;
        for (int i = 0; adopted.Count > 0 && i < parts.Count; i++)
        {
            if (item.Stage is { } stage && parts[i].Stage != stage)
            {
                continue;
            }

            double own = item.Threshold.Value;
            foreach ((_, double threshold) in Thresholds(adopted, release, parts[i], item.Id))
            {
                own = sense == Sense.AtLeast ? Math.Min(own, threshold) : Math.Max(own, threshold);
            }

            whole = whole is not { } before ? own : sense == Sense.AtLeast ? Math.Max(before, own) : Math.Min(before, own);
        }

        return whole ?? item.Threshold.Value;
    }

    /// <summary>True where a condition is known to hold for a part.</summary>
    public static bool Holds(AllowanceCondition condition, Release release, SchoolPart part)
    {
        switch (condition)
        {
            case AllowanceCondition.OneOf one:
                return one.Codes.Contains(one.Word switch
                {
                    SchoolWord.Type => part.School.Type,
                    SchoolWord.UrbanRural => part.School.UrbanRural,
                    _ => part.School.Sponsor,
                });
            case AllowanceCondition.Compared compared:
                (double least, double most) = Known(compared.Name, release, part);
                double number = compared.Number.Value;
                return compared.Relation switch
                {
                    Relation.Below => most < number,
                    Relation.AtMost => most <= number,
                    Relation.AtLeast => least >= number,
                    Relation.Above => least > number,
                    _ => least == number && most == number,
                };
            default:
                throw new ArgumentException("An unknown condition.", nameof(condition));
        }
    }

    private static bool HoldsFor(Allowance allowance, Release release, SchoolPart part)
    {
        foreach (AllowanceCondition condition in allowance.Conditions)
        {
            if (!Holds(condition, release, part))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAdopted(Dataset dataset, Release release, PlaceCode county, Allowance allowance) =>
        allowance.From <= release.RuleDate && (allowance.Until is null || release.RuleDate <= allowance.Until)
        && allowance.Place is { } place && dataset.Places.PathUp(county).Any(p => p.Code == place);

    private static bool RestsOnWithheld(Vocabulary vocabulary, Release release, Scheme scheme, PlaceCode county, Allowance allowance)
    {
        return allowance.Conditions.OfType<AllowanceCondition.Compared>().SelectMany(Columns).Any(c => Withholding.OfSchools(c, release, county));

        IEnumerable<Column> Columns(AllowanceCondition.Compared compared) => compared.Name == AllowanceCondition.Pupils
            ? vocabulary.StagePupils
            : scheme.Stages.Where(s => allowance.Stage is null || s.Id == allowance.Stage)
                .Select(s => vocabulary.Column(compared.Name == AllowanceCondition.LargestClass ? "classes_" + s.Id.Value : new Term(compared.Name, 1).ColumnFor(s.Id)))
                .OfType<Column>();
    }

    // The least and the most that a number can be: NaN, which keeps to nothing, where it is not known; apart only for the largest class,
    // of which a band of sizes is known.
    private static (double Least, double Most) Known(string name, Release release, SchoolPart part)
    {
        if (name == AllowanceCondition.LargestClass)
        {
            ClassBand largest = release.ClassesOf(part.School.Id, part.Stage).LastOrDefault(b => b.Classes > 0);
            return largest.Classes == 0 ? (double.NaN, double.NaN) : (largest.From, largest.To ?? double.PositiveInfinity);
        }

        string column = new Term(name, 1).ColumnFor(part.Stage);
        double value = name == AllowanceCondition.Pupils ? part.AllPupils.Value : part.Sum(column).Value;
        if (double.IsNaN(value) && int.TryParse(release.Schools.Words(part.Row, column), NumberStyles.None, CultureInfo.InvariantCulture, out int year))
        {
            value = year;
        }

        return (value, value);
    }

    // What may not be published of a school is not added either: the value would give it away.
    private static Amount Added(Vocabulary vocabulary, Release release, SchoolPart part, Replacement replaces)
    {
        if (replaces is not Replacement.NumeratorGains gains)
        {
            return new Amount(double.NaN, CellState.NotApplicable);
        }

        string column = gains.Term.ColumnFor(part.Stage);
        return vocabulary.Column(column) is { } known && Withholding.OfSchools(known, release, part.School.Place)
            ? new Amount(double.NaN, CellState.Withheld)
            : part.Sum(column);
    }
}
