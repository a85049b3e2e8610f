using Portal.Domain.Data;

namespace Portal.Domain.Schemes;

/// <summary>Id of an item of a scheme (items.csv), e.g. <c>class-size</c>.</summary>
public readonly record struct ItemId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>The closed set of rules by which an item is judged. Each says what its inputs and its threshold mean (data/README.md).</summary>
public enum ItemRule
{
    /// <summary>share: first input over second is at least the threshold.</summary>
    Share,

    /// <summary>ceiling: a sum of raw columns is at most the threshold in every school.</summary>
    Ceiling,

    /// <summary>rooms-per-classes: every so many classes have a room of a size.</summary>
    RoomsPerClasses,

    /// <summary>classes-over: no class has more pupils than the threshold.</summary>
    ClassesOver,

    /// <summary>growth: the input is higher than the year before.</summary>
    Growth,

    /// <summary>compare: the first input is at least the second.</summary>
    Compare,

    /// <summary>score: points given, which a gate adds up.</summary>
    Score,

    /// <summary>document: there is evidence.</summary>
    Document,

    /// <summary>recognised-years: recognised in a scheme for so many years.</summary>
    RecognisedYears,

    /// <summary>coefficient-history: the coefficients kept to a limit in each of the years before.</summary>
    CoefficientHistory,
}

/// <summary>An item of a scheme (items.csv): a government duty, a quality item, an entry condition, a veto 一票否决. Dated and by place like a limit.</summary>
/// <param name="Id">Id.</param>
/// <param name="Group">Group, by which gates take items: entry, government, quality …</param>
/// <param name="Order">Number within the group, as documents count.</param>
/// <param name="Label">Words of the document.</param>
/// <param name="Rule">Rule.</param>
/// <param name="Inputs">Inputs as the rule asks for them.</param>
/// <param name="Stage">Stage, null for all.</param>
/// <param name="Place">Place for which it holds, with all below it.</param>
/// <param name="From">First day.</param>
/// <param name="Threshold">Threshold, blank where the rule has none.</param>
/// <param name="Points">Points at most, blank where it is not scored.</param>
/// <param name="Veto">True where failing it decides against the county whatever else holds.</param>
/// <param name="Source">Document and article, with how sure it is.</param>
public sealed record Item(ItemId Id, string Group, int Order, string Label, ItemRule Rule, IReadOnlyList<string> Inputs, StageId? Stage, PlaceCode Place, DateOnly From, Cell Threshold, Cell Points, bool Veto, string Source);

/// <summary>What a gate looks at.</summary>
public enum GateKind
{
    /// <summary>Every school keeps the school rule.</summary>
    Standards,

    /// <summary>The coefficients keep to their limits.</summary>
    Coefficients,

    /// <summary>Items: all met, or the points of scored ones against the limit <c>government</c>.</summary>
    Items,

    /// <summary>The rate of the survey that is marked as the gate's against the limit <c>satisfaction</c>.</summary>
    Satisfaction,
}

/// <summary>A gate 关口 of a scheme (scheme.yaml): a county meets the scheme where it passes all of them.</summary>
/// <param name="Id">Id.</param>
/// <param name="Label">Label, e.g. 校际均衡.</param>
/// <param name="Kind">What it looks at.</param>
/// <param name="Groups">Groups of items, empty for the other kinds.</param>
public sealed record Gate(string Id, string Label, GateKind Kind, IReadOnlyList<string> Groups);
