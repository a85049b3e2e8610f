using Portal.Domain.Data;

namespace Portal.Domain.Evaluation;

/// <summary>The figures of public finance of one place by year, stage and measure.</summary>
public sealed class FinanceBook
{
    private readonly Dictionary<(int Year, StageId? Stage, string Measure), FinanceValue> values = [];

    /// <summary>Takes figures; of two for one key the first counts.</summary>
    public FinanceBook(IEnumerable<FinanceValue> figures)
    {
        foreach (FinanceValue figure in figures)
        {
            values.TryAdd((figure.Year, figure.Stage, figure.Measure), figure);
        }
    }

    /// <summary>The figures of a place in releases, oldest first; where two say the same, the newer release counts.</summary>
    public static FinanceBook Of(IReadOnlyList<Release> releases, PlaceCode place) => new(releases.Reverse().SelectMany(r => r.FinanceOf(place)));

    /// <summary>True where there is no figure.</summary>
    public bool IsEmpty => values.Count == 0;

    /// <summary>A figure, or null.</summary>
    public FinanceValue? Find(FundingMeasure measure, int year) => values.GetValueOrDefault((year, measure.Stage, measure.Measure));

    /// <summary>All figures of a measure, oldest first.</summary>
    public IEnumerable<FinanceValue> All(FundingMeasure measure) =>
        values.Values.Where(v => v.Measure == measure.Measure && v.Stage == measure.Stage).OrderBy(v => v.Year);

    /// <summary>A measure in a year as an input of a check; what is not in the table is blank.</summary>
    public FundingInput Input(FundingMeasure measure, int year, bool looksBack)
    {
        FinanceValue? now = Find(measure, year);
        FinanceValue? before = looksBack ? Find(measure, year - 1) : null;
        return new FundingInput(measure, before?.Value ?? Cell.Blank, now?.Value ?? Cell.Blank, [.. new[] { before, now }.OfType<FinanceValue>().Select(v => v.Source).Distinct()]);
    }

    /// <summary>Growth in percent: (now − before) ÷ before × 100; NaN where a value is missing or the one before is 0.</summary>
    public static double GrowthPercent(Cell before, Cell now) => before.HasValue && now.HasValue && before.Value != 0 ? (now.Value - before.Value) / before.Value * 100 : double.NaN;

    /// <summary>Share in percent; NaN where a value is missing or the whole is 0.</summary>
    public static double SharePercent(Cell part, Cell whole) => part.HasValue && whole.HasValue && whole.Value != 0 ? part.Value / whole.Value * 100 : double.NaN;
}

/// <summary>Financial years.</summary>
public static class FundingYears
{
    /// <summary>The last year that is over on a day: 2023 on 15 May 2024, and on 31 December 2023.</summary>
    public static int Last(DateOnly day) => day.AddDays(1).Year - 1;
}
