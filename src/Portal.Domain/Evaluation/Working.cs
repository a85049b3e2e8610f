using Portal.Domain.Data;
using Portal.Domain.Schemes;

namespace Portal.Domain.Evaluation;

/// <summary>How much of an indicator's working may be published (data.md §6).</summary>
public enum WorkingShown
{
    /// <summary>All of it.</summary>
    All,

    /// <summary>The county's mean and deviation, no figure of a school: a column is disclosed by county only.</summary>
    County,

    /// <summary>The coefficient only: from the mean a small count could be solved for.</summary>
    Coefficient,
}

/// <summary>One school part in the working of an indicator.</summary>
/// <param name="Part">Part.</param>
/// <param name="Entry">What it brings.</param>
/// <param name="Share">Its share of a through-school's amount; 1 where nothing is split.</param>
/// <param name="Value">Per-pupil (or per hundred) value X, NaN where it does not enter.</param>
/// <param name="Term">Weighted squared deviation (P/ΣP)(X − X̄)², NaN where it does not enter.</param>
/// <param name="Contribution">Its share of the variance, 0 to 1; NaN where it does not enter or all schools are equal.</param>
/// <param name="Missing">Cells for want of which it does not enter.</param>
public sealed record SchoolWorking(SchoolPart Part, Entry Entry, Amount Share, double Value, double Term, double Contribution, IReadOnlyList<SourceCell> Missing);

/// <summary>One indicator, step by step.</summary>
/// <param name="Indicator">Indicator.</param>
/// <param name="Result">Its result, as on every other page.</param>
/// <param name="Shown">What may be published.</param>
/// <param name="Total">Sum of the amounts Σx; NaN where it may not be published.</param>
/// <param name="Enrolment">Sum of the enrolments ΣP; NaN where it may not be published.</param>
/// <param name="Variance">Sum of the terms S²; NaN where it may not be published.</param>
/// <param name="Schools">Schools in id order; empty where they may not be published.</param>
public sealed record IndicatorWorking(Indicator Indicator, IndicatorResult Result, WorkingShown Shown, double Total, double Enrolment, double Variance, IReadOnlyList<SchoolWorking> Schools);

/// <summary>A stage in the split of a through-school: its pupils and the scheme's weight for it.</summary>
public sealed record SplitStage(StageId Stage, Amount Pupils, double Weight);

/// <summary>How a through-school's shared amounts are divided (rules.md §1.5).</summary>
/// <param name="Part">Part.</param>
/// <param name="Stages">All stages of the school.</param>
/// <param name="Share">The part's share.</param>
public sealed record Split(SchoolPart Part, IReadOnlyList<SplitStage> Stages, Amount Share);

/// <summary>Everything between the cells and the outcome of a county's stage in a scheme. What may not be published is left out here, for page and workbook alike.</summary>
/// <param name="Release">Release.</param>
/// <param name="Scheme">Scheme.</param>
/// <param name="Result">Result, as on every other page.</param>
/// <param name="Scope">Who is in and who is out.</param>
/// <param name="PupilsShown">Whether the pupils of single schools may be published.</param>
/// <param name="Indicators">Indicators in the scheme's order; empty where nothing is comparable.</param>
/// <param name="Splits">Through-schools in scope, where an indicator is split and pupils may be published.</param>
/// <param name="Limits">Rows of limits and which of them are used.</param>
public sealed record Working(Release Release, Scheme Scheme, StageResult Result, StageScope Scope, bool PupilsShown, IReadOnlyList<IndicatorWorking> Indicators, IReadOnlyList<Split> Splits, IReadOnlyList<LimitRow> Limits)
{
    /// <summary>The working of a result.</summary>
    public static Working Of(Dataset dataset, Release release, Scheme scheme, StageResult result)
    {
        StageScope scope = StageScope.Of(dataset, release, scheme, result.Stage, result.Place);
        SchoolPart[] through = [.. scope.In.Where(p => p.Stages.Count > 1)];
        bool pupilsShown = IsShown(PupilsOf(result.Stage));
        bool splitShown = pupilsShown && through.SelectMany(p => p.Stages).Distinct().All(s => IsShown(PupilsOf(s)));
        List<IndicatorWorking> indicators = [];
        foreach (IndicatorResult of in result.Indicators)
        {
            Indicator indicator = scheme.Indicator(of.Indicator)!;
            WorkingShown shown =
                Withholding.OfMean(dataset.Vocabulary, indicator, result.Stage, release, result.Place) ? WorkingShown.Coefficient
                : !pupilsShown || (indicator.Split && !splitShown) || Withholding.OfSchools(dataset.Vocabulary, indicator, result.Stage, release, result.Place) ? WorkingShown.County
                : WorkingShown.All;
            indicators.Add(Of(release, indicator, of, shown, scope));
        }

        return new Working(
            release,
            scheme,
            result,
            scope,
            pupilsShown,
            indicators,
            splitShown && scheme.CoefficientIndicators.Any(i => i.Split)
                ? [.. through.Select(p => new Split(p, [.. p.Stages.Select(s => new SplitStage(s, p.Sum(PupilsOf(s)), scheme.Weights.GetValueOrDefault(s, 1)))], p.Share()))] : [],
            LimitRow.Of(scheme, result.Stage, [.. dataset.Places.PathUp(result.Place)], release.RuleDate));

        bool IsShown(string column) => dataset.Vocabulary.Column(column) is not { } known || !Withholding.OfSchools(known, release, result.Place);
    }

    /// <summary>The raw column of a stage's pupils.</summary>
    public static string PupilsOf(StageId stage) => "pupils_" + stage.Value;

    private static IndicatorWorking Of(Release release, Indicator indicator, IndicatorResult result, WorkingShown shown, StageScope scope)
    {
        if (shown == WorkingShown.Coefficient)
        {
            return new IndicatorWorking(indicator, result with { Mean = double.NaN, StandardDeviation = double.NaN }, shown, double.NaN, double.NaN, double.NaN, []);
        }

        Entry[] entries = [.. scope.In.Select(p => Entry.Of(p, indicator))];
        IndicatorInputs inputs = IndicatorInputs.Of(indicator, scope);
        (double[] terms, double variance) = inputs.Terms();

        // Schools that differ by rounding only are alike, as for IndicatorDrivers.
        bool alike = !result.HasValue || result.Value <= Comparison.Tolerance;
        List<SchoolWorking> schools = [];
        for (int i = 0, at = 0; shown == WorkingShown.All && i < entries.Length; i++)
        {
            SchoolPart part = scope.In[i];
            Entry entry = entries[i];
            Amount share = indicator.Split ? part.Share() : new Amount(1, CellState.Reported);
            double term = entry.Enters ? terms[at++] : double.NaN;
            schools.Add(new SchoolWorking(
                part,
                entry,
                share,
                entry.Enters ? entry.Amount.Value / entry.Weight.Value : double.NaN,
                term,
                alike ? double.NaN : term / variance,
                entry.IsMissing ? [.. MissingOf(release, part, indicator)] : []));
        }

        return new IndicatorWorking(indicator, result, shown, inputs.Amounts.Sum(), inputs.Weights.Sum(), variance, schools);
    }

    private static IEnumerable<SourceCell> MissingOf(Release release, SchoolPart part, Indicator indicator)
    {
        IEnumerable<string> columns = indicator.Numerator.Append(indicator.Per).Select(t => t.ColumnFor(part.Stage));
        if (indicator.Split && part.Stages.Count > 1)
        {
            columns = columns.Concat(part.Stages.Select(PupilsOf));
        }

        return columns.Distinct(StringComparer.Ordinal).SelectMany(c => SourceCell.Of(release.Schools, part, c)).Where(c => !c.Value.HasValue);
    }
}
