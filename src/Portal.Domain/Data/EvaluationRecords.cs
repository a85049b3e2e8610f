using Portal.Domain.Schemes;

namespace Portal.Domain.Data;

/// <summary>Classes of a school's stage by size (classes.csv): 班额. All bands of a stage add up to its <c>classes_{stage}</c>.</summary>
/// <param name="School">School.</param>
/// <param name="Stage">Stage.</param>
/// <param name="From">Fewest pupils of the band.</param>
/// <param name="To">Most pupils, null for an open band (66 人及以上).</param>
/// <param name="Classes">Classes in the band.</param>
public readonly record struct ClassBand(SchoolId School, StageId Stage, int From, int? To, int Classes);

/// <summary>What a county reports for one input of an item of a scheme (government.csv).</summary>
/// <param name="Place">County.</param>
/// <param name="Scheme">Scheme.</param>
/// <param name="Item">Item of items.csv.</param>
/// <param name="Input">Which of the item's inputs; empty where the item has only one value.</param>
/// <param name="Value">Value in the input's unit; for a document 1 (there is one) or 0.</param>
/// <param name="Score">Points given, where the item is scored.</param>
/// <param name="Evidence">Evidence in words: the document, its number.</param>
public sealed record GovernmentValue(PlaceCode Place, SchemeId Scheme, ItemId Item, string Input, Cell Value, Cell Score, string Evidence);

/// <summary>A figure of public finance (finance.csv).</summary>
/// <param name="Place">Place.</param>
/// <param name="Year">Financial year.</param>
/// <param name="Stage">Stage, null where the measure has none.</param>
/// <param name="Measure">Code of the vocabulary <c>finance</c>.</param>
/// <param name="Value">Value in the measure's unit.</param>
/// <param name="Source">Document.</param>
public sealed record FinanceValue(PlaceCode Place, int Year, StageId? Stage, string Measure, Cell Value, SourceId Source);

/// <summary>A project that was promised (projects.csv): a new building, a sports ground, equipment.</summary>
/// <param name="Id">Id.</param>
/// <param name="Subject">Code of a place or id of a school.</param>
/// <param name="Title">What is built or bought.</param>
/// <param name="Kind">Code of the vocabulary <c>project-kind</c>.</param>
/// <param name="Funds">Funds in 万元.</param>
/// <param name="Planned">When it was to be done.</param>
/// <param name="Done">When it was done, empty where it is not.</param>
/// <param name="Status">Code of the vocabulary <c>project-status</c>.</param>
/// <param name="Source">Document.</param>
public sealed record Project(string Id, string Subject, string Title, string Kind, Cell Funds, DateText Planned, DateText Done, string Status, SourceId Source)
{
    /// <summary>When work began, empty where it is not given.</summary>
    public DateText Started { get; init; } = new("");
}

/// <summary>Survey 满意度调查 (surveys.csv).</summary>
/// <param name="Id">Id.</param>
/// <param name="Title">Title.</param>
/// <param name="Place">Place.</param>
/// <param name="Scheme">Scheme whose gate it serves, null where it serves none.</param>
/// <param name="Gate">True where its rate is the one that the scheme's gate of satisfaction takes.</param>
/// <param name="Mode">How it was asked: code of the vocabulary <c>survey-mode</c>.</param>
/// <param name="Design">How respondents were chosen: code of the vocabulary <c>survey-design</c>; an interval is worked out for <c>random</c> only.</param>
/// <param name="Residents">常住人口, the base of the sampling duty; null where not given.</param>
/// <param name="Opened">First day.</param>
/// <param name="Closed">Last day.</param>
/// <param name="Rule">The rule by which one form counts as satisfied, in words.</param>
public sealed record Survey(string Id, string Title, PlaceCode Place, SchemeId? Scheme, bool Gate, string Mode, string Design, long? Residents, DateOnly? Opened, DateOnly? Closed, string Rule);

/// <summary>Forms of one group of respondents (survey-groups.csv). Rate = satisfied ÷ valid.</summary>
public sealed record SurveyGroup(string Survey, string Group, Cell Issued, Cell Returned, Cell Valid, Cell Satisfied);

/// <summary>A campus of a school 分校、校区 (campuses.csv).</summary>
public sealed record Campus(SchoolId School, string Id, string Name, string Address, string Grades);

/// <summary>What joins schools.</summary>
public enum SchoolGroupKind
{
    /// <summary>集团: schools under one leadership.</summary>
    Federation,

    /// <summary>结对: a stronger school and the one it helps.</summary>
    Partnership,

    /// <summary>学区: schools of one district.</summary>
    District,
}

/// <summary>A school's membership in a group of schools (groups.csv).</summary>
/// <param name="Group">Id of the group.</param>
/// <param name="School">School.</param>
/// <param name="Name">Name of the group.</param>
/// <param name="Kind">集团, 结对, 学区.</param>
/// <param name="Role">The school's part in it, in words: 牵头校, 成员校.</param>
/// <param name="From">Since when.</param>
/// <param name="Until">Until when, empty where it still holds.</param>
public sealed record SchoolGroup(string Group, SchoolId School, string Name, SchoolGroupKind Kind, string Role, DateText From, DateText Until)
{
    /// <summary>True where the membership holds on that day; a month or a year counts whole.</summary>
    public bool HoldsOn(DateOnly day) => (From.FirstDay is not { } from || from <= day) && (Until.LastDay is not { } until || until >= day);
}
