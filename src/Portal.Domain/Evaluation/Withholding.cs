using Portal.Domain.Data;
using Portal.Domain.Schemes;

namespace Portal.Domain.Evaluation;

/// <summary>
/// What may not be published of single schools (data.md §6): a column that is disclosed by county only, or a count below the column's
/// smallest published one. One small count closes the column for its whole county, or the others would give it away.
/// </summary>
public static class Withholding
{
    /// <summary>True where the cells of a column are withheld for the schools of a county.</summary>
    public static bool OfSchools(Column column, Release release, PlaceCode county) =>
        column.Disclosure != Disclosure.School || HasSmallCount(column, release, county);

    /// <summary>True where a school's values of an indicator are withheld, because one of its columns is.</summary>
    public static bool OfSchools(Vocabulary vocabulary, Indicator indicator, StageId stage, Release release, PlaceCode county) =>
        AnyColumn(vocabulary, indicator, stage, release, county, OfSchools);

    /// <summary>True where not even a county's total of a column may be published: it is never disclosed, or has a small count.</summary>
    public static bool OfTotal(Column column, Release release, PlaceCode county) =>
        column.Disclosure == Disclosure.Never || HasSmallCount(column, release, county);

    /// <summary>True where even the county's mean of an indicator is withheld: from it and the other schools a small count could be solved for.</summary>
    public static bool OfMean(Vocabulary vocabulary, Indicator indicator, StageId stage, Release release, PlaceCode county) =>
        AnyColumn(vocabulary, indicator, stage, release, county, OfTotal);

    /// <summary>
    /// True where a coefficient of a stage may be published with the digits of its page only: one of the scheme's indicators is withheld
    /// for schools there, and from the composite with all its digits and the other coefficients it could be solved for.
    /// </summary>
    public static bool OfDigits(Vocabulary vocabulary, Scheme scheme, StageId stage, Release release, PlaceCode county) =>
        scheme.CoefficientIndicators.Any(i => OfSchools(vocabulary, i, stage, release, county));

    // A shared amount is divided by the pupils of all stages: from the parts they could be solved for.
    private static bool AnyColumn(Vocabulary vocabulary, Indicator indicator, StageId stage, Release release, PlaceCode county, Func<Column, Release, PlaceCode, bool> withheld)
    {
        // Plain loops: this is asked for every school, stage and indicator.
        foreach (Term term in indicator.Numerator)
        {
            if (Is(term))
            {
                return true;
            }
        }

        if (Is(indicator.Per))
        {
            return true;
        }

        if (indicator.Split)
        {
            foreach (Column column in vocabulary.StagePupils)
            {
                if (withheld(column, release, county))
                {
                    return true;
                }
            }
        }

        return false;

        bool Is(Term term) => vocabulary.Column(term.ColumnFor(stage)) is { } column && withheld(column, release, county);
    }

    private static bool HasSmallCount(Column column, Release release, PlaceCode county) =>
        column.MinCount is { } least && release.Schools.Least(county, column.Name) < least;
}
