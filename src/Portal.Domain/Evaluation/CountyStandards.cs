using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Portal.Domain.Data;
using Portal.Domain.Schemes;

namespace Portal.Domain.Evaluation;

/// <summary>
/// What is the same for all schools of a county in a release, scheme and stage: the standards that apply and what must be withheld. Found the
/// first time it is asked for and kept as long as the release's table of schools; it is asked for with every school.
/// </summary>
internal sealed class CountyStandards
{
    private static readonly ConditionalWeakTable<SchoolTable, ConcurrentDictionary<(PlaceCode, StageId, SchemeId), CountyStandards>> Known = [];
    private readonly (Dataset Dataset, Release Release, Scheme Scheme) of;
    private readonly Row[] rows;

    private CountyStandards(Dataset dataset, Release release, Scheme scheme, StageId stage, PlaceCode county)
    {
        of = (dataset, release, scheme);
        IReadOnlyList<Place> path = dataset.Places.PathUp(county);
        rows = new Row[scheme.Indicators.Count];
        for (int i = 0; i < rows.Length; i++)
        {
            Indicator indicator = scheme.Indicators[i];
            rows[i] = new Row(
                scheme.StandardFor(stage, indicator.Id, path, release.RuleDate),
                Withholding.OfSchools(dataset.Vocabulary, indicator, stage, release, county),
                Withholding.OfMean(dataset.Vocabulary, indicator, stage, release, county));
        }
    }

    /// <summary>One indicator.</summary>
    /// <param name="Standard">The standard that applies, null where none does.</param>
    /// <param name="SchoolsWithheld">True where the schools' values may not be published.</param>
    /// <param name="MeanWithheld">True where not even the county's mean may be.</param>
    public readonly record struct Row(Standard? Standard, bool SchoolsWithheld, bool MeanWithheld);

    /// <summary>By indicator, in the scheme's order.</summary>
    public ReadOnlySpan<Row> Rows => rows;

    /// <summary>Those of a county.</summary>
    public static CountyStandards Of(Dataset dataset, Release release, Scheme scheme, StageId stage, PlaceCode county)
    {
        ConcurrentDictionary<(PlaceCode, StageId, SchemeId), CountyStandards> known = Known.GetOrCreateValue(release.Schools);
        if (known.TryGetValue((county, stage, scheme.Id), out CountyStandards? found)
            && ReferenceEquals(found.of.Dataset, dataset) && ReferenceEquals(found.of.Release, release) && ReferenceEquals(found.of.Scheme, scheme))
        {
            return found;
        }

        return known[(county, stage, scheme.Id)] = new CountyStandards(dataset, release, scheme, stage, county);
    }
}
