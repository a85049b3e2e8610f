using Portal.Domain.Data;
using Portal.Domain.Schemes;

namespace Portal.Domain.Evaluation;

/// <summary>How outcomes of parts make the outcome of the whole.</summary>
public static class Outcomes
{
    /// <summary>
    /// 暂无法判定 as soon as one part is not reported; else not met where one part is not met; else met where one part is met;
    /// not applicable where no part applies. What is already known to fail is listed beside a 暂无法判定, never hidden by it.
    /// </summary>
    public static Outcome All(IEnumerable<Outcome> parts)
    {
        Outcome whole = Outcome.NotApplicable;
        foreach (Outcome part in parts)
        {
            if (part == Outcome.NotReported)
            {
                return part;
            }

            whole = part == Outcome.NotMet || whole == Outcome.NotMet ? Outcome.NotMet : part == Outcome.Met ? Outcome.Met : whole;
        }

        return whole;
    }
}

/// <summary>A cell, or what stands in its place, that an item was judged from.</summary>
/// <param name="Name">The input's name as the scheme's data writes it.</param>
/// <param name="Value">Value, NaN where it is missing.</param>
/// <param name="Why">Why it is missing.</param>
/// <param name="From">Table and key of the row, e.g. <c>government 990121/quality-2017/g09/done</c>.</param>
/// <param name="Evidence">Evidence in words, may be empty.</param>
public sealed record ItemInput(string Name, double Value, CellState Why, string From, string Evidence = "")
{
    /// <summary>True where there is a value.</summary>
    public bool IsKnown => Why == CellState.Reported;
}

/// <summary>What one item came to in a county.</summary>
/// <param name="Item">Item.</param>
/// <param name="Outcome">Outcome; for points, which only a gate judges, <see cref="Outcome.NotApplicable"/> where they are given.</param>
/// <param name="Value">The value that was compared, in the rule's own measure (a share, a number of schools, points); NaN where there is none.</param>
/// <param name="Inputs">What it was worked out from.</param>
/// <param name="NotReported">What is missing, in words, empty where nothing is.</param>
/// <param name="Failing">What fails, in words (schools by name, without blame), empty where nothing does.</param>
public sealed record ItemResult(Item Item, Outcome Outcome, double Value, IReadOnlyList<ItemInput> Inputs, IReadOnlyList<string> NotReported, IReadOnlyList<string> Failing);

/// <summary>One line of a gate.</summary>
/// <param name="Gate">Gate.</param>
/// <param name="Stage">Stage, null for a matter without one.</param>
/// <param name="Outcome">Outcome.</param>
/// <param name="Value">Value that was compared: schools that keep the rule, a coefficient, points, a rate in percent; NaN where there is none.</param>
/// <param name="Of">What it is out of (schools in scope, items); NaN where that says nothing.</param>
/// <param name="Limit">Limit in the value's unit, NaN where there is none.</param>
/// <param name="Sense">Sense of the limit.</param>
/// <param name="Source">Where the limit stands.</param>
/// <param name="NotReported">What is missing, in words.</param>
/// <param name="Failing">What is known to fail, in words.</param>
public sealed record GateLine(Gate Gate, StageId? Stage, Outcome Outcome, double Value, double Of, double Limit, Sense Sense, string Source, IReadOnlyList<string> NotReported, IReadOnlyList<string> Failing)
{
    /// <summary>True where the value is points, added up from a sheet; else a gate of items counts the items that are met.</summary>
    public bool InPoints { get; init; }

    /// <summary>True where the value is known but may not be published: from it a small group's answers could be solved for.</summary>
    public bool IsWithheld { get; init; }

    /// <summary>Distance to the limit, positive where the value keeps to it; NaN without value or limit.</summary>
    public double Margin => Sense == Sense.AtMost ? Limit - Value : Value - Limit;
}

/// <summary>
/// 测算: what the whole rule of a scheme comes to on a release's data of a county. Never a recognition (认定), and for a scheme that
/// the county has not applied for only a distance for reference (差距).
/// </summary>
/// <param name="Release">Release.</param>
/// <param name="Place">County.</param>
/// <param name="Scheme">Scheme.</param>
/// <param name="Outcome">Outcome over all gates: not met where a veto is known to fail, else by <see cref="Outcomes.All"/>.</param>
/// <param name="Lines">Lines of the gates, in the scheme's order.</param>
/// <param name="Items">All items that hold at the county, in the scheme's order.</param>
public sealed record Verdict(ReleaseId Release, PlaceCode Place, SchemeId Scheme, Outcome Outcome, IReadOnlyList<GateLine> Lines, IReadOnlyList<ItemResult> Items)
{
    /// <summary>All that is not reported.</summary>
    public IEnumerable<string> NotReported => Lines.SelectMany(l => l.NotReported);

    /// <summary>Lines that are known not to be met, whatever else is missing.</summary>
    public IEnumerable<GateLine> NotMet => Lines.Where(l => l.Outcome == Outcome.NotMet || l.Failing.Count > 0);

    /// <summary>The verdict of a county by a scheme with gates.</summary>
    /// <param name="dataset">Data set.</param>
    /// <param name="release">Release.</param>
    /// <param name="scheme">Scheme.</param>
    /// <param name="county">County.</param>
    /// <param name="find">Coefficients of a release, scheme and stage of the county; null where there are none.</param>
    public static Verdict Compute(Dataset dataset, Release release, Scheme scheme, PlaceCode county, Func<ReleaseId, SchemeId, StageId, StageResult?> find)
    {
        CountyData data = new(dataset, release, scheme, county, find);
        ItemResult[] items = [.. scheme.ItemsFor(data.Path, release.RuleDate).Select(data.Judge)];
        GateLine[] lines = [.. scheme.Gates.SelectMany(gate => Gates.Lines(data, gate, items))];
        bool vetoed = items.Any(i => i.Item.Veto && i.Failing.Count > 0);
        return new Verdict(release.Id, county, scheme.Id, vetoed ? Outcome.NotMet : Outcomes.All(lines.Select(l => l.Outcome)), lines, items);
    }
}
