using Portal.Domain.Data;

namespace Portal.Domain.Evaluation;

/// <summary>The closed set of rules by which public spending on schools is checked (rules.md §8). Which check takes which rule stands in funding.csv.</summary>
public enum FundingRule
{
    /// <summary>growth-over: the first input grows faster than the second.</summary>
    GrowthOver,

    /// <summary>growth: the input is higher than the year before.</summary>
    Growth,

    /// <summary>not-down: the input is not lower than the year before.</summary>
    NotDown,

    /// <summary>share-at-least: first input over second, in percent, is at least the threshold.</summary>
    ShareAtLeast,

    /// <summary>share-rises: first input over second is higher than the year before.</summary>
    ShareRises,

    /// <summary>used-in-full: the first input is at least the second.</summary>
    UsedInFull,
}

/// <summary>A measure of finance.csv that a check takes.</summary>
/// <param name="Measure">Code of the vocabulary <c>finance</c>.</param>
/// <param name="Stage">Stage, null where the measure has none.</param>
public readonly record struct FundingMeasure(string Measure, StageId? Stage);

/// <summary>A check of public spending (funding.csv), dated and by place like a limit. What the law asks; no verdict of a scheme.</summary>
/// <param name="Id">Id; rows of one id replace each other by place and date.</param>
/// <param name="Order">Order on the page.</param>
/// <param name="Group">Group as the law names it, e.g. 三个增长.</param>
/// <param name="Label">What is asked, in words.</param>
/// <param name="Rule">Rule.</param>
/// <param name="Inputs">Inputs, as many as the rule asks for.</param>
/// <param name="Stage">Stage, null for all.</param>
/// <param name="Threshold">Threshold in percent, blank where the rule has none.</param>
/// <param name="Years">How many of the last financial years are checked.</param>
/// <param name="CountryOnly">True where it is asked of the country as a whole: at any other place the figure stands for reference only.</param>
/// <param name="From">First day; a year is checked where the row holds on its last day.</param>
/// <param name="Place">Place for which it holds, with all below it.</param>
/// <param name="Source">Document and article, with how sure it is.</param>
public sealed record FundingCheck(
    string Id, int Order, string Group, string Label, FundingRule Rule, IReadOnlyList<FundingMeasure> Inputs, StageId? Stage, Cell Threshold, int Years, bool CountryOnly, DateOnly From, PlaceCode Place, string Source)
{
    /// <summary>Inputs that a rule asks for.</summary>
    public static int InputsOf(FundingRule rule) => rule is FundingRule.Growth or FundingRule.NotDown ? 1 : 2;

    /// <summary>True where a rule looks at the year before as well.</summary>
    public static bool LooksBack(FundingRule rule) => rule is not (FundingRule.ShareAtLeast or FundingRule.UsedInFull);
}

/// <summary>An input of a check in a year.</summary>
/// <param name="Of">Measure.</param>
/// <param name="Before">Value of the year before; blank where the rule does not look back.</param>
/// <param name="Now">Value of the year.</param>
/// <param name="Sources">Documents of the two values, each once.</param>
public sealed record FundingInput(FundingMeasure Of, Cell Before, Cell Now, IReadOnlyList<SourceId> Sources)
{
    /// <summary>Growth over the year before in percent; NaN where a value is missing or the year before is 0.</summary>
    public double GrowthPercent => FinanceBook.GrowthPercent(Before, Now);
}

/// <summary>What a check comes to in a year.</summary>
/// <param name="Year">Financial year.</param>
/// <param name="Check">The row that holds in that year at the place, null where none does.</param>
/// <param name="Inputs">Inputs, empty where no row holds.</param>
/// <param name="Value">Growth of the first input, or share of the first in the second, in percent; NaN where it cannot be said.</param>
/// <param name="Against">What it was compared with, in percent: growth of the second input, 0, the threshold, the share of the year before, 100; NaN where it cannot be said.</param>
/// <param name="Outcome">Outcome. Not reported where a value is missing: nothing is guessed.</param>
/// <param name="Reference">True where the value stands for reference and is not judged.</param>
public sealed record FundingYear(int Year, FundingCheck? Check, IReadOnlyList<FundingInput> Inputs, double Value, double Against, Outcome Outcome, bool Reference);

/// <summary>测算: a check over the last financial years.</summary>
/// <param name="Check">The check as it holds in the last year.</param>
/// <param name="Years">Years, oldest first.</param>
public sealed record FundingFinding(FundingCheck Check, IReadOnlyList<FundingYear> Years)
{
    /// <summary>Works out all checks that hold at a place.</summary>
    /// <param name="checks">Rows of funding.csv.</param>
    /// <param name="places">Places.</param>
    /// <param name="place">Place.</param>
    /// <param name="book">Figures of the place.</param>
    /// <param name="lastYear">The last financial year that is over.</param>
    public static IReadOnlyList<FundingFinding> Of(IReadOnlyList<FundingCheck> checks, PlaceTree places, PlaceCode place, FinanceBook book, int lastYear)
    {
        Place[] path = [.. places.PathUp(place)];
        List<FundingFinding> findings = [];
        foreach (IGrouping<string, FundingCheck> rows in checks.GroupBy(c => c.Id, StringComparer.Ordinal))
        {
            if (Choose(rows, path, lastYear) is { } current)
            {
                findings.Add(new FundingFinding(current, [.. Enumerable.Range(lastYear - current.Years + 1, current.Years).Select(year => In(Choose(rows, path, year), place, book, year))]));
            }
        }

        return [.. findings.OrderBy(f => f.Check.Order).ThenBy(f => f.Check.Id, StringComparer.Ordinal)];
    }

    // The most specific place, then the latest date, as limits are chosen.
    private static FundingCheck? Choose(IEnumerable<FundingCheck> rows, Place[] path, int year)
    {
        foreach (Place place in path)
        {
            if (rows.Where(r => r.Place == place.Code && r.From <= new DateOnly(year, 12, 31)).MaxBy(r => r.From) is { } own)
            {
                return own;
            }
        }

        return null;
    }

    private static FundingYear In(FundingCheck? check, PlaceCode place, FinanceBook book, int year)
    {
        if (check is null)
        {
            return new FundingYear(year, null, [], double.NaN, double.NaN, Outcome.NotApplicable, false);
        }

        FundingInput[] inputs = [.. check.Inputs.Select(m => book.Input(m, year, FundingCheck.LooksBack(check.Rule)))];
        Cell[] cells = [.. inputs.SelectMany(i => FundingCheck.LooksBack(check.Rule) ? new[] { i.Before, i.Now } : [i.Now])];
        bool reference = check.CountryOnly && place != PlaceCode.Country;
        if (!cells.All(c => c.HasValue))
        {
            bool applies = cells.All(c => c.State != CellState.NotApplicable);
            return new FundingYear(year, check, inputs, double.NaN, double.NaN, applies && !reference ? Outcome.NotReported : Outcome.NotApplicable, reference);
        }

        (double value, double against, bool? met) = Compare(check, inputs);
        Outcome outcome = reference || met is null ? Outcome.NotApplicable : met.Value ? Outcome.Met : Outcome.NotMet;
        return new FundingYear(year, check, inputs, value, against, outcome, reference);
    }

    private static (double Value, double Against, bool? Met) Compare(FundingCheck check, FundingInput[] inputs)
    {
        FundingInput first = inputs[0];
        FundingInput second = inputs[^1];
        switch (check.Rule)
        {
            case FundingRule.Growth:
                return (first.GrowthPercent, 0, first.Now.Value > first.Before.Value);
            case FundingRule.NotDown:
                return (first.GrowthPercent, 0, first.Now.Value >= first.Before.Value);
            case FundingRule.GrowthOver:
                return (first.GrowthPercent, second.GrowthPercent, Over(first.GrowthPercent, second.GrowthPercent));
            case FundingRule.ShareAtLeast:
                double share = FinanceBook.SharePercent(first.Now, second.Now);
                return (share, check.Threshold.Value, double.IsNaN(share) ? null : Comparison.Holds(share, check.Threshold.Value, Sense.AtLeast));
            case FundingRule.ShareRises:
                double now = FinanceBook.SharePercent(first.Now, second.Now);
                double before = FinanceBook.SharePercent(first.Before, second.Before);
                return (now, before, Over(now, before));
            default:
                return (FinanceBook.SharePercent(first.Now, second.Now), 100, first.Now.Value >= second.Now.Value);
        }
    }

    // Higher by more than the tolerance; null where one of the two cannot be worked out (divided by 0).
    private static bool? Over(double value, double against) =>
        double.IsNaN(value) || double.IsNaN(against) ? null : !Comparison.Holds(value, against, Sense.AtMost);
}
