using Portal.Domain.Data;

namespace Portal.Domain.Schemes;

/// <summary>How a condition compares.</summary>
public enum Relation
{
    /// <summary><c>&lt;</c>: 低于.</summary>
    Below,

    /// <summary><c>&lt;=</c>: 不高于.</summary>
    AtMost,

    /// <summary><c>=</c>: 等于.</summary>
    Equal,

    /// <summary><c>&gt;=</c>: 不低于.</summary>
    AtLeast,

    /// <summary><c>&gt;</c>: 高于.</summary>
    Above,
}

/// <summary>Which words of a school a condition looks at.</summary>
public enum SchoolWord
{
    /// <summary><c>types:</c> 办学类型.</summary>
    Type,

    /// <summary><c>urban:</c> 城乡类型.</summary>
    UrbanRural,

    /// <summary><c>sponsors:</c> 举办者.</summary>
    Sponsor,
}

/// <summary>A condition of an allowance on a school: one of a closed set, no language (data/README.md).</summary>
public abstract record AllowanceCondition
{
    /// <summary>The school's pupils in all its stages.</summary>
    public const string Pupils = "pupils";

    /// <summary>The size of its largest class in the stage, by classes.csv.</summary>
    public const string LargestClass = "largest_class";

    private AllowanceCondition()
    {
    }

    /// <summary>A code is one of a list: <c>types:211,218</c>, <c>urban:210,220</c>, <c>sponsors:民办</c>.</summary>
    public sealed record OneOf(SchoolWord Word, IReadOnlyList<string> Codes) : AllowanceCondition;

    /// <summary>
    /// A number keeps to another: <c>pupils&lt;100</c>, <c>largest_class&lt;30</c>, <c>built_year&lt;=2016</c>. The name is
    /// <see cref="Pupils"/>, <see cref="LargestClass"/> or a raw column, which may hold <c>{stage}</c>.
    /// </summary>
    public sealed record Compared(string Name, Relation Relation, Cell Number) : AllowanceCondition;
}

/// <summary>What an allowance puts in the place of what: one of a closed set.</summary>
public abstract record Replacement
{
    private Replacement()
    {
    }

    /// <summary><c>standard=3.5</c>: another standard of the indicator.</summary>
    public sealed record StandardIs(Cell Value) : Replacement;

    /// <summary><c>numerator+=rented_sports_area</c>: a raw column may be counted as well; where it is not reported, nothing is added.</summary>
    public sealed record NumeratorGains(Term Term) : Replacement;

    /// <summary><c>threshold=73</c>: another threshold of the item.</summary>
    public sealed record ThresholdIs(Cell Value) : Replacement;
}

/// <summary>A relaxation of a standard or of an item's threshold for some schools (allowances.csv): 放宽规定 (rules.md §2.2).</summary>
/// <param name="Id">Id.</param>
/// <param name="Label">Whom it is for, in words: 乡村小规模学校.</param>
/// <param name="AppliesTo">Indicator or item whose standard it relaxes.</param>
/// <param name="Stage">Stage, null for all.</param>
/// <param name="Place">The place that has adopted it, with all below it; null where it is on record but adopted nowhere 暂不采用.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, null where it still holds.</param>
/// <param name="Conditions">Conditions on the school, all of which must hold.</param>
/// <param name="Replaces">What it replaces.</param>
/// <param name="Source">Document, with how sure it is.</param>
public sealed record Allowance(
    string Id,
    string Label,
    string AppliesTo,
    StageId? Stage,
    PlaceCode? Place,
    DateOnly From,
    DateOnly? Until,
    IReadOnlyList<AllowanceCondition> Conditions,
    Replacement Replaces,
    string Source);

/// <summary>
/// What protects a small school (scheme.yaml, <c>small_school</c>): its numbers are shown before its values for a pupil, and it is funded
/// as if it had more pupils than it has.
/// </summary>
/// <param name="PupilsBelow">Fewer pupils than this in all stages make a school small.</param>
/// <param name="UrbanRural">城乡类型 to which the protection applies, empty for any; a teaching point is always protected.</param>
/// <param name="Note">The protection in words: 不足 100 人的按 100 人核定公用经费.</param>
/// <param name="Source">Document, with how sure it is.</param>
public sealed record SmallSchool(int PupilsBelow, IReadOnlyList<string> UrbanRural, string Note, string Source);
