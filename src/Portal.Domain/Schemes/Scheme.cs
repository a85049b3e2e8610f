using System.Runtime.CompilerServices;
using Portal.Domain.Data;

namespace Portal.Domain.Schemes;

/// <summary>A stage that a scheme judges, with its label (小学, 初中).</summary>
public sealed record Stage(StageId Id, string Label);

/// <summary>What an entry of <c>outside</c> leaves a school out of.</summary>
[Flags]
public enum Scope
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Difference coefficients.</summary>
    Coefficient = 1,

    /// <summary>Standards of single schools.</summary>
    Standards = 2,

    /// <summary>Items of the county's government.</summary>
    Items = 4,
}

/// <summary>Which schools a scheme leaves out and why. All conditions given must hold.</summary>
/// <param name="Reason">Reason in words, shown beside the school.</param>
/// <param name="Types">School types, empty for any.</param>
/// <param name="Sponsors">Sponsors 举办者, empty for any.</param>
/// <param name="PupilsBelow">Fewer pupils than this in all stages together, null for any number.</param>
/// <param name="AppliesTo">What the school is left out of.</param>
public sealed record OutsideRule(string Reason, IReadOnlyList<string> Types, IReadOnlyList<string> Sponsors, int? PupilsBelow, Scope AppliesTo);

/// <summary>An open question of the rules and the way it is set (rules.md, open questions): shown on the methodology page.</summary>
public sealed record Switch(string Id, string Question, string Choice, string Basis);

/// <summary>Which way an indicator is better.</summary>
public enum Better
{
    /// <summary>More is better.</summary>
    Higher,

    /// <summary>Less is better.</summary>
    Lower,
}

/// <summary>What an indicator is used for.</summary>
[Flags]
public enum IndicatorUse
{
    /// <summary>A difference coefficient of the county.</summary>
    Coefficient = 1,

    /// <summary>A standard of each school.</summary>
    Standard = 2,
}

/// <summary>One term of a sum: a raw column times a factor. The column name may hold <c>{stage}</c>.</summary>
public sealed record Term(string Column, double Factor)
{
    private readonly StagedName name = new(Column);

    /// <summary>The raw column for a stage.</summary>
    public string ColumnFor(StageId stage) => name.For(stage);

    // Names already made, one a stage: they are asked for with every value. It belongs to the column, so it has no say in equality.
    private sealed class StagedName(string column)
    {
        private readonly bool staged = column.Contains("{stage}", StringComparison.Ordinal);
        private (StageId Stage, string Name)[] made = [];

        public string For(StageId stage)
        {
            if (!staged)
            {
                return column;
            }

            foreach ((StageId of, string name) in made)
            {
                if (of == stage)
                {
                    return name;
                }
            }

            string fresh = column.Replace("{stage}", stage.Value, StringComparison.Ordinal);
            made = [.. made, (stage, fresh)];
            return fresh;
        }

        public override bool Equals(object? obj) => obj is StagedName;

        public override int GetHashCode() => 0;
    }
}

/// <summary>An indicator (indicators.csv): a sum of raw columns per pupil (or per hundred pupils).</summary>
/// <param name="Id">Id.</param>
/// <param name="Label">Full name, e.g. 生均体育运动场馆面积.</param>
/// <param name="Short">Short name for lists and charts, e.g. 运动场馆.</param>
/// <param name="Unit">Unit, e.g. 平方米.</param>
/// <param name="Decimals">Decimals printed.</param>
/// <param name="Numerator">Terms that are added up.</param>
/// <param name="Per">Denominator: a raw column with the factor by which it counts (1, or 0.01 for per hundred).</param>
/// <param name="Split">Whether a through-school's amount is divided between its stages by the scheme's weights (rules.md §1.5).</param>
/// <param name="Better">Which way is better.</param>
/// <param name="Use">What it is used for.</param>
/// <param name="Source">Document and article.</param>
public sealed record Indicator(IndicatorId Id, string Label, string Short, string Unit, int Decimals, IReadOnlyList<Term> Numerator, Term Per, bool Split, Better Better, IndicatorUse Use, string Source);

/// <summary>A standard that each school must reach (standards.csv), dated and by place.</summary>
/// <param name="Indicator">Indicator.</param>
/// <param name="Stage">Stage.</param>
/// <param name="Place">Place for which it holds, with all below it.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, null where it still holds.</param>
/// <param name="Value">Standard.</param>
/// <param name="Floor">Share of the standard that an exempt indicator must still reach, null where there is none.</param>
/// <param name="Source">Document.</param>
public sealed record Standard(IndicatorId Indicator, StageId Stage, PlaceCode Place, DateOnly From, DateOnly? Until, Cell Value, Cell? Floor, string Source);

/// <summary>A limit on a county (limits.csv), dated and by place.</summary>
/// <param name="Stage">Stage, null for matters without one (government, satisfaction).</param>
/// <param name="What">An indicator's id, <c>composite</c>, <c>each</c> (every single coefficient), <c>government</c>, <c>satisfaction</c>.</param>
/// <param name="Place">Place for which it holds, with all below it.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, null where it still holds.</param>
/// <param name="Value">Limit.</param>
/// <param name="Sense">Ceiling or floor.</param>
/// <param name="Source">Document.</param>
public sealed record Limit(StageId? Stage, string What, PlaceCode Place, DateOnly From, DateOnly? Until, Cell Value, Sense Sense, string Source);

/// <summary>An evaluation scheme as data: indicators, standards, limits, scope. No number of a scheme stands in code.</summary>
public sealed record Scheme
{
    /// <summary>Id, e.g. <c>quality-2017</c>.</summary>
    public required SchemeId Id { get; init; }

    /// <summary>Title, e.g. 义务教育优质均衡发展.</summary>
    public required string Title { get; init; }

    /// <summary>Short name, e.g. 优质均衡.</summary>
    public required string Short { get; init; }

    /// <summary>Document with its number.</summary>
    public required string Document { get; init; }

    /// <summary>In force from.</summary>
    public required DateOnly InForce { get; init; }

    /// <summary>Stages that are judged, in order.</summary>
    public required IReadOnlyList<Stage> Stages { get; init; }

    /// <summary>Weights by which a through-school's amounts are divided between its stages.</summary>
    public required IReadOnlyDictionary<StageId, double> Weights { get; init; }

    /// <summary>Schools left out, first matching rule counts.</summary>
    public required IReadOnlyList<OutsideRule> Outside { get; init; }

    /// <summary>
    /// True where the scheme is monitored in every county (rules.md §3: basic balance, each year), false where a county must apply first:
    /// until then its values are distances for reference (差距), never 未达标.
    /// </summary>
    public required bool AppliesToAll { get; init; }

    /// <summary>How many standards a school must meet, null for all.</summary>
    public int? MetAtLeast { get; init; }

    /// <summary>What protects small schools, null where the scheme says nothing of them.</summary>
    public SmallSchool? Small { get; init; }

    /// <summary>Whether the composite coefficient (mean of all) is worked out.</summary>
    public required bool Composite { get; init; }

    /// <summary>Fewer schools than this: no coefficient, no verdict (仅 N 所学校,不具可比性).</summary>
    public required int MinSchools { get; init; }

    /// <summary>Open questions.</summary>
    public IReadOnlyList<Switch> Switches { get; init; } = [];

    /// <summary>Indicators in order.</summary>
    public required IReadOnlyList<Indicator> Indicators { get; init; }

    /// <summary>Standards.</summary>
    public IReadOnlyList<Standard> Standards { get; init; } = [];

    /// <summary>Limits.</summary>
    public IReadOnlyList<Limit> Limits { get; init; } = [];

    /// <summary>Gates in order; a county meets the scheme where it passes all of them.</summary>
    public IReadOnlyList<Gate> Gates { get; init; } = [];

    /// <summary>Items by group and order.</summary>
    public IReadOnlyList<Item> Items { get; init; } = [];

    /// <summary>Relaxations of standards.</summary>
    public IReadOnlyList<Allowance> Allowances { get; init; } = [];

    /// <summary>Indicators of which a coefficient is worked out.</summary>
    public IEnumerable<Indicator> CoefficientIndicators => Indicators.Where(i => i.Use.HasFlag(IndicatorUse.Coefficient));

    /// <summary>The indicator of that id, or null.</summary>
    public Indicator? Indicator(IndicatorId id) => Indicators.FirstOrDefault(i => i.Id == id);

    /// <summary>Label of a stage.</summary>
    public string StageLabel(StageId stage) => Stages.FirstOrDefault(s => s.Id == stage)?.Label ?? stage.Value;

    /// <summary>Label of an indicator or of the composite.</summary>
    public string Label(IndicatorId id) => id == IndicatorId.Composite ? "综合差异系数" : Indicator(id)?.Label ?? id.Value;

    /// <summary>
    /// The limit on a matter at a place and day: the most specific place, then the latest <c>from</c> (data.md §3). For a single
    /// indicator its own limit comes before <c>each</c> at the same place.
    /// </summary>
    public Limit? LimitFor(StageId stage, IndicatorId indicator, IEnumerable<Place> pathUp, DateOnly day)
    {
        foreach (Place place in pathUp)
        {
            Limit? own = Choose(place.Code, indicator.Value) ?? (indicator == IndicatorId.Composite ? null : Choose(place.Code, "each"));
            if (own is not null)
            {
                return own;
            }
        }

        return null;

        Limit? Choose(PlaceCode place, string what) => Limits
            .Where(l => l.Stage == stage && l.What == what && l.Place == place && l.From <= day && (l.Until is null || day <= l.Until))
            .MaxBy(l => l.From);
    }

    /// <summary>The limit on a matter without a stage (<c>government</c>, <c>satisfaction</c>) at a place and day, chosen like the others; null where there is none.</summary>
    public Limit? LimitOn(string what, IEnumerable<Place> pathUp, DateOnly day) => pathUp
        .Select(place => Limits.Where(l => l.Stage is null && l.What == what && l.Place == place.Code && l.From <= day && (l.Until is null || day <= l.Until)).MaxBy(l => l.From))
        .FirstOrDefault(l => l is not null);

    /// <summary>The items that hold at a place and day, each chosen like a limit, by group and order (the scheme's order of items).</summary>
    public IReadOnlyList<Item> ItemsFor(IEnumerable<Place> pathUp, DateOnly day)
    {
        PlaceCode[] path = [.. pathUp.Select(p => p.Code)];
        return
        [
            .. Items.Where(i => i.From <= day && (i.Until is null || day <= i.Until) && path.Contains(i.Place))
                .GroupBy(i => i.Id)
                .Select(rows => rows.OrderBy(i => Array.IndexOf(path, i.Place)).ThenByDescending(i => i.From).First()),
        ];
    }

    /// <summary>The standard of an indicator at a place and day, chosen like a limit.</summary>
    public Standard? StandardFor(StageId stage, IndicatorId indicator, IReadOnlyList<Place> pathUp, DateOnly day)
    {
        // Asked for every school, stage and indicator, in a country of provinces with standards of their own.
        Standard? own = null;
        int nearest = pathUp.Count;
        foreach (Standard s in ByIndicator.GetValue(Standards, Index).GetValueOrDefault((stage, indicator), []))
        {
            if (s.From <= day && (s.Until is null || day <= s.Until))
            {
                int at = 0;
                while (at < pathUp.Count && pathUp[at].Code != s.Place)
                {
                    at++;
                }

                if (at < nearest || (own is not null && at == nearest && s.From > own.From))
                {
                    (own, nearest) = (s, at);
                }
            }
        }

        return own;
    }

    // Beside the scheme, not in it: a scheme is equal to another by its rules alone.
    private static readonly ConditionalWeakTable<IReadOnlyList<Standard>, Dictionary<(StageId, IndicatorId), Standard[]>> ByIndicator = [];

    private static Dictionary<(StageId, IndicatorId), Standard[]> Index(IReadOnlyList<Standard> standards) =>
        standards.GroupBy(s => (s.Stage, s.Indicator)).ToDictionary(g => g.Key, g => g.ToArray());
}
