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
    /// <summary>share: first input over second, in percent where the unit is %, is at least the threshold.</summary>
    Share,

    /// <summary>ceiling: a sum of raw columns in every school, or a value of the county, is at most (<c>below</c>: less than) the threshold.</summary>
    Ceiling,

    /// <summary>rooms-per-classes: every school has a room for each so many classes, of at least the threshold on average.</summary>
    RoomsPerClasses,

    /// <summary>classes-over: no class has more pupils than the threshold.</summary>
    ClassesOver,

    /// <summary>growth: a measure of finance is higher than the year before in each of so many years; of two measures the first grows faster.</summary>
    Growth,

    /// <summary>compare: the first input is at least the second.</summary>
    Compare,

    /// <summary>score: points given, which a gate adds up.</summary>
    Score,

    /// <summary>document: the county states that it holds (1) or not (0), with evidence; all inputs must.</summary>
    Document,

    /// <summary>recognised-years: recognised in a scheme for so many years.</summary>
    RecognisedYears,

    /// <summary>coefficient-history: the coefficients kept to the threshold in each of so many periods before.</summary>
    CoefficientHistory,
}

/// <summary>
/// One word of an item's inputs. Words without a key are values that the county reports in government.csv, added and subtracted
/// (<c>graduates-moved_in+moved_out</c>); the others say <c>key:text</c>.
/// </summary>
/// <param name="Key">Key, empty for reported values.</param>
/// <param name="Text">What follows the key; the whole word where there is none.</param>
/// <param name="Terms">Sum of reported values or of raw columns, empty for the other keys.</param>
public sealed record ItemToken(string Key, string Text, IReadOnlyList<Term> Terms)
{
    /// <summary>Keys: reported values, raw columns of schools, figures of finance.</summary>
    public const string Reported = "", Column = "column", Finance = "finance";

    /// <summary>Keys of rooms-per-classes, which take raw columns, and the number of classes for each room.</summary>
    public const string Classes = "classes", Rooms = "rooms", Area = "area", Per = "per";

    /// <summary>Keys: school types that an item looks at; another scheme; which of its coefficients; how many periods.</summary>
    public const string Types = "types", Scheme = "scheme", What = "what", Periods = "periods";

    /// <summary>The word that makes a ceiling strict.</summary>
    public const string Below = "below";

    /// <summary>The word as the scheme's data writes it.</summary>
    public override string ToString() => Key.Length == 0 || Key == Below ? Text : Key + ":" + Text;
}

/// <summary>An item of a scheme (items.csv): a government duty, a quality item, an entry condition, a veto 一票否决. Dated and by place like a limit.</summary>
/// <param name="Id">Id.</param>
/// <param name="Group">Group, by which gates take items: entry, government, quality …</param>
/// <param name="Order">Number within the group, as documents count; items that are one point of the document share it.</param>
/// <param name="Label">Words of the document.</param>
/// <param name="Rule">Rule.</param>
/// <param name="Inputs">Inputs as the rule asks for them.</param>
/// <param name="Stage">Stage, null for all.</param>
/// <param name="Place">Place for which it holds, with all below it.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, null where it still holds.</param>
/// <param name="Threshold">Threshold in <paramref name="Unit"/>, blank where the rule has none.</param>
/// <param name="Unit">Unit of the threshold: %, 元, 人, m²; may be empty.</param>
/// <param name="Points">Points at most, blank where it is not scored or where each province sets them.</param>
/// <param name="Veto">True where failing it decides against the county whatever else holds.</param>
/// <param name="Source">Document and article, with how sure it is.</param>
public sealed record Item(
    ItemId Id, string Group, int Order, string Label, ItemRule Rule, IReadOnlyList<ItemToken> Inputs, StageId? Stage, PlaceCode Place, DateOnly From, DateOnly? Until,
    Cell Threshold, string Unit, Cell Points, bool Veto, string Source)
{
    /// <summary>The input of a key, or null.</summary>
    public ItemToken? Input(string key) => Inputs.FirstOrDefault(i => i.Key == key);

    /// <summary>Names of the values that government.csv reports for it; one empty name for a document without inputs and for points.</summary>
    public IReadOnlyList<string> ReportedNames => Rule is ItemRule.Score || (Rule is ItemRule.Document && Inputs.Count == 0)
        ? [""]
        : [.. Inputs.Where(i => i.Key == ItemToken.Reported).SelectMany(i => i.Terms).Select(t => t.Column).Where(n => !n.Contains('/', StringComparison.Ordinal)).Distinct()];
}

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
