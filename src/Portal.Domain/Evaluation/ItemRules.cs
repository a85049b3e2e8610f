using System.Globalization;
using Portal.Domain.Data;
using Portal.Domain.Schemes;

namespace Portal.Domain.Evaluation;

/// <summary>The closed set of rules, one short method each: those that compare what the county reports.</summary>
internal sealed partial class CountyData
{
    /// <summary>Judges an item by its rule.</summary>
    public ItemResult Judge(Item item) => item.Rule switch
    {
        ItemRule.Share => Share(item),
        ItemRule.Ceiling => item.Input(ItemToken.Column) is null ? ReportedCeiling(item) : Ceiling(item),
        ItemRule.RoomsPerClasses => RoomsPerClasses(item),
        ItemRule.ClassesOver => ClassesOver(item),
        ItemRule.Growth => Growth(item),
        ItemRule.Compare => Compare(item),
        ItemRule.Score => Points(item),
        ItemRule.Document => Document(item),
        ItemRule.RecognisedYears => RecognisedYears(item),
        ItemRule.CoefficientHistory => CoefficientHistory(item),
        _ => throw new ArgumentOutOfRangeException(nameof(item), item.Rule, "No such rule."),
    };

    // share: first over second (× 100 where the unit is %) is at least the threshold. Nothing to take a share of: not applicable.
    private ItemResult Share(Item item)
    {
        (Amount above, IReadOnlyList<ItemInput> first) = Value(item, item.Inputs[0]);
        (Amount below, IReadOnlyList<ItemInput> second) = Value(item, item.Inputs[1]);
        double share = above.Value / below.Value * (item.Unit == "%" ? 100 : 1);
        return above.IsKnown && below is { IsKnown: true, Value: 0 }
            ? new ItemResult(item, Outcome.NotApplicable, double.NaN, [.. first, .. second], [], [])
            : Judged(item, share, Sense.AtLeast, [.. first, .. second]);
    }

    // ceiling of a value that the county reports: at most the threshold; with `below`, less than it.
    private ItemResult ReportedCeiling(Item item)
    {
        (Amount value, IReadOnlyList<ItemInput> inputs) = Value(item, item.Inputs.First(i => i.Key is ItemToken.Reported or ItemToken.Finance));
        ItemResult atMost = Judged(item, value.Value, Sense.AtMost, inputs);
        bool touches = atMost.Outcome == Outcome.Met && item.Input(ItemToken.Below) is not null && Comparison.Holds(value.Value, item.Threshold.Value, Sense.AtLeast);
        return touches ? atMost with { Outcome = Outcome.NotMet, Failing = [$"{Number(value.Value)}{Unit(item)}，没有低于 {item.Threshold}{Unit(item)}"] } : atMost;
    }

    // growth: a measure is higher than the year before in each of the last years (the threshold says how many); of two measures the first grows faster.
    private ItemResult Growth(Item item)
    {
        string[] measures = [.. item.Inputs.Where(i => i.Key == ItemToken.Finance).Select(i => i.Text)];
        int pairs = (int)item.Threshold.Value;
        ItemInput[][] figures = [.. measures.Select(m => Enumerable.Range(LastYear - pairs, pairs + 1).Select(year => Finance(item, m, year)).ToArray())];
        double least = double.NaN;
        List<string> failing = [];
        for (int i = 1; i <= pairs; i++)
        {
            double first = Rate(figures[0], i);
            double lead = measures.Length > 1 ? first - Rate(figures[1], i) : first;
            least = double.IsNaN(lead) ? least : double.IsNaN(least) ? lead : Math.Min(least, lead);
            if (!double.IsNaN(lead) && Comparison.Holds(lead, 0, Sense.AtMost))
            {
                int year = LastYear - pairs + i;
                failing.Add(measures.Length > 1
                    ? Text($"{year} 年增长 {Number(first)}%，没有高于 {Number(first - lead)}%")
                    : Text($"{year} 年比上年{(Comparison.Holds(lead, 0, Sense.AtLeast) ? "持平" : $"下降 {Number(-lead)}%")}"));
            }
        }

        return Listed(item, least, [.. figures.SelectMany(f => f)], failing);

        // In percent. From 0 nothing can grow by a rate.
        static double Rate(ItemInput[] years, int i) => years[i - 1].Value > 0 ? ((years[i].Value / years[i - 1].Value) - 1) * 100 : double.NaN;
    }

    // compare: the first is at least the second.
    private ItemResult Compare(Item item)
    {
        (Amount first, IReadOnlyList<ItemInput> a) = Value(item, item.Inputs[0]);
        (Amount second, IReadOnlyList<ItemInput> b) = Value(item, item.Inputs[1]);
        bool known = first.IsKnown && second.IsKnown;
        string[] failing = known && !Comparison.Holds(first.Value, second.Value, Sense.AtLeast) ? [$"{Number(first.Value)}，低于 {Number(second.Value)}"] : [];
        return Listed(item, known ? first.Value : double.NaN, [.. a, .. b], failing);
    }

    // score: points given. Only their sum is judged, by the gate.
    private ItemResult Points(Item item)
    {
        ItemInput score = Score(item);
        return !item.Points.HasValue ? new ItemResult(item, Outcome.NotReported, score.Value, [score], [$"{item.Label}（没有本省的分值）"], [])
            : score.IsKnown ? new ItemResult(item, Outcome.NotApplicable, score.Value, [score], [], [])
            : new ItemResult(item, score.Why == CellState.NotApplicable ? Outcome.NotApplicable : Outcome.NotReported, double.NaN, [score], [$"{item.Label}（得分）"], []);
    }

    // document: each input is stated to hold (1) or not to (0).
    private ItemResult Document(Item item)
    {
        ItemInput[] inputs = [.. item.ReportedNames.Select(name => Reported(item, name))];
        string[] failing = [.. inputs.Where(i => i.Value == 0).Select(i => i.Name.Length > 0 ? $"{Label(i.Name)}：没有" : "没有")];
        return Listed(item, inputs.Count(i => i.Value > 0), inputs, failing);
    }

    // A value against the threshold.
    private ItemResult Judged(Item item, double value, Sense sense, IReadOnlyList<ItemInput> inputs)
    {
        bool fails = !double.IsNaN(value) && !Comparison.Holds(value, item.Threshold.Value, sense);
        string printed = fails ? Comparison.Print(value, Math.Max(1, item.Threshold.Decimals), item.Threshold.Value, sense) : "";
        string[] failing = fails ? [$"{printed}{Unit(item)}，{(sense == Sense.AtMost ? "高于" : "低于")} {item.Threshold}{Unit(item)}"] : [];
        return Listed(item, value, inputs, failing);
    }

    // The outcome from what is missing and what fails. What fails among what is reported is told even where something is missing.
    private ItemResult Listed(Item item, double value, IReadOnlyList<ItemInput> inputs, IReadOnlyList<string> failing, IReadOnlyList<string>? missing = null)
    {
        string[] lacking = [.. inputs.Where(i => i.Why is not (CellState.Reported or CellState.NotApplicable)).Select(i => i.Name.Length > 0 ? Label(i.Name) : "").Distinct()];
        string[] absent = [.. lacking, .. missing ?? []];
        bool applies = inputs.Count == 0 || inputs.Any(i => i.Why != CellState.NotApplicable);
        Outcome outcome = absent.Length > 0 ? Outcome.NotReported
            : !applies ? Outcome.NotApplicable
            : failing.Count > 0 ? Outcome.NotMet
            : double.IsNaN(value) ? Outcome.NotApplicable
            : Outcome.Met;
        string what = string.Join('、', absent.Where(a => a.Length > 0));
        return new ItemResult(item, outcome, value, inputs, absent.Length > 0 ? [item.Label + (what.Length > 0 ? $"（{what}）" : "")] : [], failing);
    }

    /// <summary>An input in words: the label of a reported value, of the columns, of the measure.</summary>
    public string Label(string name)
    {
        if (name.StartsWith("finance:", StringComparison.Ordinal))
        {
            string[] parts = name["finance:".Length..].Split('/');
            return $"{parts[1]} 年{Dataset.Vocabulary.Label(ItemToken.Finance, parts[0])}";
        }

        if (name.StartsWith("column:", StringComparison.Ordinal))
        {
            string columns = name["column:".Length..];
            return string.Join('、', columns.Split('+', '-').SelectMany(c => c.Contains("{stage}", StringComparison.Ordinal) ? Scheme.Stages.Select(s => new Term(c, 1).ColumnFor(s.Id)) : [c])
                .Select(c => Dataset.Vocabulary.Column(c)?.Label ?? c));
        }

        return Dataset.Vocabulary.Label("input", name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..]);
    }

    private static string Unit(Item item) => item.Unit.Length == 0 ? "" : item.Unit == "%" ? "%" : " " + item.Unit;

    private static string Number(double value) => Math.Round(value, 4, MidpointRounding.AwayFromZero).ToString("0.####", CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
