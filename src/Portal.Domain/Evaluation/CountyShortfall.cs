using Portal.Domain.Data;
using Portal.Domain.Schemes;

namespace Portal.Domain.Evaluation;

/// <summary>
/// What one standard takes in a county's stage, in real units: standard × pupils − what there is, school by school, over the schools
/// that are below it. What one school has too much of does not make up for another's.
/// </summary>
/// <param name="Indicator">Indicator.</param>
/// <param name="Stage">Stage.</param>
/// <param name="Standard">The standard at the county on the release's day.</param>
/// <param name="Short">Schools below the standard, in id order.</param>
/// <param name="Unknown">Schools to which the standard applies and whose value is missing or withheld: they are in no sum.</param>
/// <param name="Schools">Schools to which the standard applies, those without a value among them.</param>
/// <param name="Amount">Sum of what is missing, in the indicator's unit (m², 元, 人, 间), over the schools whose value is known.</param>
/// <param name="Whole">The same with each school's part raised to a whole number: teachers and rooms come whole.</param>
/// <param name="Relaxed">Schools of which less is asked by an allowance, or of which more is counted.</param>
public sealed record CountyShortfall(
    Indicator Indicator,
    StageId Stage,
    Standard Standard,
    IReadOnlyList<School> Short,
    IReadOnlyList<School> Unknown,
    int Schools,
    double Amount,
    double Whole,
    int Relaxed)
{
    // Sums of decimals in binary exceed a whole number by a few units of the last place; such a sum needs no further teacher.
    private const double Slack = 1e-9;

    /// <summary>Works out a county's shortfalls by a scheme, stage by stage in the scheme's order; empty where it has no standards there.</summary>
    public static IReadOnlyList<CountyShortfall> Of(Dataset dataset, Release release, Scheme scheme, PlaceCode county)
    {
        List<CountyShortfall> found = [];
        foreach (StageId stage in scheme.Stages.Select(s => s.Id))
        {
            StageStandards asked = StageStandards.Of(dataset, release, scheme, stage, county);
            AskedIndicator[] standards = [.. asked.Indicators.Where(i => i.Standard is not null)];
            if (standards.Length == 0)
            {
                continue;
            }

            StageScope scope = StageScope.Of(dataset, release, scheme, stage, county, Scope.Standards);
            SchoolResult[] results = [.. scope.In.Concat(scope.Unknown).OrderBy(p => p.Row).Select(p => SchoolResult.Compute(asked, p, null))];
            if (results.Length > 0)
            {
                found.AddRange(standards.Select(s => Of(s.Indicator, stage, s.Standard!, results)));
            }
        }

        return found;
    }

    /// <summary>What is missing, raised to a whole number: 3 teachers for 2.3.</summary>
    public static double Needed(double shortfall) => Math.Ceiling(shortfall - Slack);

    private static CountyShortfall Of(Indicator indicator, StageId stage, Standard standard, SchoolResult[] results)
    {
        List<School> below = [];
        List<School> unknown = [];
        int schools = 0;
        int relaxed = 0;
        double amount = 0;
        double whole = 0;
        foreach (SchoolResult result in results)
        {
            SchoolIndicator one = result.Indicators.First(i => i.Indicator.Id == indicator.Id);
            schools += one.Outcome == Outcome.NotApplicable ? 0 : 1;
            relaxed += one.Relaxed ? 1 : 0;
            if (one.Outcome == Outcome.NotReported)
            {
                unknown.Add(result.Part.School);
            }
            else if (one.Outcome == Outcome.NotMet)
            {
                below.Add(result.Part.School);
                amount += one.Shortfall;
                whole += Needed(one.Shortfall);
            }
        }

        return new CountyShortfall(indicator, stage, standard, below, unknown, schools, amount, whole, relaxed);
    }
}
