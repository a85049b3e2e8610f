using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Portal.Domain.Data;
using Portal.Domain.Schemes;

namespace Portal.Domain.Evaluation;

/// <summary>What a scheme asks of one indicator in a county's stage.</summary>
/// <param name="Indicator">Indicator.</param>
/// <param name="Standard">The standard that applies at the county and the release's date, null where none does.</param>
/// <param name="IsWithheld">True where the values of single schools may not be published.</param>
/// <param name="IsMeanWithheld">True where not even the county's mean may be.</param>
/// <param name="Allowances">Allowances on it that the county has adopted and that may be told of its schools, in the scheme's order.</param>
public sealed record AskedIndicator(Indicator Indicator, Standard? Standard, bool IsWithheld, bool IsMeanWithheld, IReadOnlyList<Allowance> Allowances);

/// <summary>
/// What a scheme asks of the schools of a county's stage: the standards that apply, and what must be withheld. Found the first time it is asked
/// for and kept as long as the release's table of schools, not looked up for each school.
/// </summary>
public sealed class StageStandards
{
    private static readonly ConditionalWeakTable<SchoolTable, ConcurrentDictionary<(PlaceCode, StageId, SchemeId), StageStandards>> Known = [];

    private StageStandards(Dataset dataset, Release release, Scheme scheme, AskedIndicator[] indicators) =>
        (Dataset, Release, Scheme, Indicators) = (dataset, release, scheme, indicators);

    /// <summary>Data set.</summary>
    public Dataset Dataset { get; }

    /// <summary>Release.</summary>
    public Release Release { get; }

    /// <summary>Scheme.</summary>
    public Scheme Scheme { get; }

    /// <summary>Indicators in the scheme's order.</summary>
    public IReadOnlyList<AskedIndicator> Indicators { get; }

    /// <summary>What applies in a county's stage.</summary>
    public static StageStandards Of(Dataset dataset, Release release, Scheme scheme, StageId stage, PlaceCode county)
    {
        ConcurrentDictionary<(PlaceCode, StageId, SchemeId), StageStandards> known = Known.GetOrCreateValue(release.Schools);
        return known.TryGetValue((county, stage, scheme.Id), out StageStandards? found)
            && ReferenceEquals(found.Dataset, dataset) && ReferenceEquals(found.Release, release) && ReferenceEquals(found.Scheme, scheme)
            ? found
            : known[(county, stage, scheme.Id)] = Find(dataset, release, scheme, stage, county);
    }

    private static StageStandards Find(Dataset dataset, Release release, Scheme scheme, StageId stage, PlaceCode county)
    {
        IReadOnlyList<Place> path = dataset.Places.PathUp(county);
        IReadOnlyList<Allowance> adopted = Evaluation.Allowances.Adopted(dataset, release, scheme, county);
        AskedIndicator[] asked = new AskedIndicator[scheme.Indicators.Count];
        for (int i = 0; i < asked.Length; i++)
        {
            Indicator indicator = scheme.Indicators[i];
            asked[i] = new AskedIndicator(
                indicator,
                scheme.StandardFor(stage, indicator.Id, path, release.RuleDate),
                Withholding.OfSchools(dataset.Vocabulary, indicator, stage, release, county),
                Withholding.OfMean(dataset.Vocabulary, indicator, stage, release, county),
                Evaluation.Allowances.On(dataset, release, scheme, county, stage, indicator, adopted));
        }

        return new StageStandards(dataset, release, scheme, asked);
    }

    /// <summary>What is asked of an indicator; the scheme must have it.</summary>
    public AskedIndicator Of(Indicator indicator)
    {
        foreach (AskedIndicator asked in Indicators)
        {
            if (asked.Indicator.Id == indicator.Id)
            {
                return asked;
            }
        }

        throw new ArgumentException("The scheme has no such indicator.", nameof(indicator));
    }
}
