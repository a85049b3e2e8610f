using Portal.Domain.Data;

namespace Portal.Domain.Evaluation;

/// <summary>A stage's classes in a county: 班额 (rules.md §8), every school and teaching point, public and private.</summary>
/// <param name="Stage">Stage.</param>
/// <param name="Schools">Schools with the stage, in id order.</param>
/// <param name="Large">The rule of 大班额, null where there is none.</param>
/// <param name="Huge">The rule of 超大班额.</param>
/// <param name="Standard">The standard size of a class.</param>
/// <param name="LargeTarget">National target for the share of large classes.</param>
/// <param name="HugeTarget">National target for the share of huge ones.</param>
public sealed record StageClasses(StageId Stage, IReadOnlyList<SchoolClasses> Schools, SizeRule? Large, SizeRule? Huge, SizeRule? Standard, SizeRule? LargeTarget, SizeRule? HugeTarget)
{
    /// <summary>Schools that have reported the sizes of all their classes.</summary>
    public IEnumerable<SchoolClasses> Reporting => Schools.Where(s => s.Reported);

    /// <summary>Schools that have not.</summary>
    public IEnumerable<SchoolClasses> NotReporting => Schools.Where(s => !s.Reported);

    /// <summary>True where at least one school with classes has reported.</summary>
    public bool IsReported => Bands.Count > 0;

    /// <summary>Classes by size of the schools that have reported.</summary>
    public IReadOnlyList<SizeBand> Bands { get; } = SizeBand.Sum(Schools.Where(s => s.Reported).SelectMany(s => s.Bands));

    /// <summary>Classes of the schools that have reported their sizes: what shares are shares of.</summary>
    public int Counted => Bands.Sum(b => b.Classes);

    /// <summary>Large classes, null where a band reaches over the limit or no rule defines them.</summary>
    public int? LargeClasses => Large is null || !IsReported ? null : SizeBand.AtLeast(Bands, Large.Value.Value);

    /// <summary>Huge classes, likewise.</summary>
    public int? HugeClasses => Huge is null || !IsReported ? null : SizeBand.AtLeast(Bands, Huge.Value.Value);

    /// <summary>Classes still to be opened, school by school: a school with classes to spare does not help another.</summary>
    public double ToOpen => Schools.Where(s => s.ToOpen.IsKnown).Sum(s => s.ToOpen.Value);

    /// <summary>Schools of which that cannot be said.</summary>
    public int ToOpenUnknown => Standard is null ? 0 : Schools.Count(s => !s.ToOpen.IsKnown && s.ToOpen.Why != CellState.NotApplicable);

    /// <summary>Share of the classes in per cent; NaN where there is none.</summary>
    public double Share(int? classes) => classes is { } some && Counted > 0 ? 100.0 * some / Counted : double.NaN;
}

/// <summary>Sizes of classes and schools of a county in a release.</summary>
/// <param name="Stages">Compulsory stages that a school of the county has.</param>
/// <param name="Sizes">Sizes of its schools, in id order.</param>
public sealed record CountyClasses(IReadOnlyList<StageClasses> Stages, IReadOnlyList<SchoolSize> Sizes)
{
    /// <summary>Works out a county: one pass over its rows for each stage.</summary>
    /// <param name="dataset">Data set.</param>
    /// <param name="release">Release.</param>
    /// <param name="compulsory">Stages of compulsory education, in order.</param>
    /// <param name="county">County.</param>
    public static CountyClasses Of(Dataset dataset, Release release, IReadOnlyList<StageId> compulsory, PlaceCode county)
    {
        SizeRules rules = RulesAt(dataset, release, county);
        (int start, int length) = release.Schools.RowsOf(county).GetOffsetAndLength(release.Schools.Count);
        int[] rows = [.. Enumerable.Range(start, length).Where(r => !dataset.Vocabulary.IsCountedElsewhere(release.Schools[r]))];
        List<StageClasses> stages = [];
        foreach (StageId stage in compulsory)
        {
            SchoolClasses[] schools = [.. rows.Select(r => SchoolClasses.Of(dataset.Vocabulary, release, rules, stage, r)).OfType<SchoolClasses>()];
            if (schools.Length > 0)
            {
                stages.Add(new StageClasses(
                    stage, schools, rules.Find(SizeMeasure.LargeClass, stage), rules.Find(SizeMeasure.HugeClass, stage), rules.Find(SizeMeasure.ClassStandard, stage),
                    rules.Find(SizeMeasure.LargeShare, stage), rules.Find(SizeMeasure.HugeShare, stage)));
            }
        }

        return new CountyClasses(stages, [.. rows.Select(r => SchoolSize.Of(dataset.Vocabulary, release, rules, compulsory, r))]);
    }

    /// <summary>The rules on sizes at a county on the release's date.</summary>
    public static SizeRules RulesAt(Dataset dataset, Release release, PlaceCode county) => new(dataset.SizeRules, [.. dataset.Places.PathUp(county)], release.RuleDate);
}
