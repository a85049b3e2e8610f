namespace Portal.Domain.Data;

/// <summary>What a rule on sizes says.</summary>
public enum SizeMeasure
{
    /// <summary>大班额: a class of at least so many pupils.</summary>
    LargeClass,

    /// <summary>超大班额: a class of at least so many pupils.</summary>
    HugeClass,

    /// <summary>标准班额: pupils of a class at most; by it the classes that are still to be opened are worked out.</summary>
    ClassStandard,

    /// <summary>Share of large classes in all classes at most, in per cent: a national target.</summary>
    LargeShare,

    /// <summary>Share of huge classes at most, in per cent: a national target.</summary>
    HugeShare,

    /// <summary>校额: pupils of the compulsory stages of a school at most.</summary>
    SchoolSize,
}

/// <summary>A rule on the size of classes and schools (sizes.csv), dated and by place like a limit.</summary>
/// <param name="What">What it says.</param>
/// <param name="Stage">Stage, null for all.</param>
/// <param name="Types">School types, empty for all that no other row names.</param>
/// <param name="Place">Place for which it holds, with all below it.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, null where it still holds.</param>
/// <param name="Value">Pupils, or per cent for a share.</param>
/// <param name="Due">Year by which a target is to be reached; null where it is none.</param>
/// <param name="Scheme">The scheme that sets it, null for one that holds everywhere: for a county that has not applied for the scheme it is for reference only.</param>
/// <param name="Source">Document, with how sure it is.</param>
public sealed record SizeRule(SizeMeasure What, StageId? Stage, IReadOnlyList<string> Types, PlaceCode Place, DateOnly From, DateOnly? Until, Cell Value, int? Due, SchemeId? Scheme, string Source);

/// <summary>The rules on sizes that hold at a place and day.</summary>
/// <param name="rules">All rules.</param>
/// <param name="pathUp">The place and those above it, from the most specific.</param>
/// <param name="day">Day.</param>
public sealed class SizeRules(IReadOnlyList<SizeRule> rules, IReadOnlyList<Place> pathUp, DateOnly day)
{
    /// <summary>The rule: the most specific place, then the row that names the type, then the row of the stage, then the latest <c>from</c>; null where none holds.</summary>
    public SizeRule? Find(SizeMeasure what, StageId? stage = null, string type = "")
    {
        // Plain loops: this is asked several times for every school.
        foreach (Place place in pathUp)
        {
            SizeRule? found = null;
            foreach (SizeRule r in rules)
            {
                if (r.What == what && r.Place == place.Code && r.From <= day && (r.Until is null || day <= r.Until)
                    && (r.Stage is null || r.Stage == stage) && (r.Types.Count == 0 || r.Types.Contains(type))
                    && (found is null || Order(r).CompareTo(Order(found)) > 0))
                {
                    found = r;
                }
            }

            if (found is not null)
            {
                return found;
            }
        }

        return null;

        static (bool, bool, DateOnly) Order(SizeRule rule) => (rule.Types.Count > 0, rule.Stage is not null, rule.From);
    }
}
