namespace Portal.Domain.Data;

/// <summary>Where a finding comes from.</summary>
public enum FindingOrigin
{
    /// <summary>督导报告.</summary>
    Report,

    /// <summary>满意度调查.</summary>
    Survey,

    /// <summary>投诉举报.</summary>
    Complaint,

    /// <summary>监测.</summary>
    Monitoring,
}

/// <summary>A finding and what became of it (findings.csv): the rectification ledger 整改台账. The deadline is the notice's, never worked out.</summary>
/// <param name="Id">Id, e.g. <c>990121-2023-07</c>.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Report">Slug of the report, <c>2023/slug</c>; empty where it comes from none.</param>
/// <param name="Place">County.</param>
/// <param name="School">School, null where it concerns the county.</param>
/// <param name="Matter">Code of the vocabulary <c>matter</c>.</param>
/// <param name="Problem">What was found.</param>
/// <param name="Demand">What was asked for.</param>
/// <param name="Responsible">Unit or post that must act; never a person's name.</param>
/// <param name="Notice">Number of the notice 督导意见书.</param>
/// <param name="Issued">Day of the notice.</param>
/// <param name="Deadline">Day by which the notice asks for a report; null where it gives none.</param>
/// <param name="ExtendedTo">Extended deadline 延期.</param>
/// <param name="Planned">Day of the plan 整改方案.</param>
/// <param name="Reported">Day of the report of rectification 整改报告.</param>
/// <param name="Checked">Day of the check 核查.</param>
/// <param name="Result">Code of the vocabulary <c>rectification-result</c>, empty where not yet known.</param>
/// <param name="Appeal">Appeal 申辩 in words, empty where there is none.</param>
/// <param name="Measure">Measure of accountability, code of the vocabulary <c>accountability</c>; empty where there is none.</param>
/// <param name="RepeatOf">The first finding of the same matter that this one repeats.</param>
/// <param name="Evidence">Evidence in words.</param>
public sealed record Finding(
    string Id, FindingOrigin Origin, string Report, PlaceCode Place, SchoolId? School, string Matter, string Problem, string Demand, string Responsible, string Notice,
    DateOnly? Issued, DateOnly? Deadline, DateOnly? ExtendedTo, DateOnly? Planned, DateOnly? Reported, DateOnly? Checked, string Result, string Appeal, string Measure, string RepeatOf, string Evidence);

/// <summary>A responsible inspector of a school 责任督学 (inspectors.csv): the only person whose name the site shows (《中小学校责任督学挂牌督导办法》).</summary>
/// <param name="School">School.</param>
/// <param name="Name">Name.</param>
/// <param name="OfficePhone">Office phone; a duty mobile only with <paramref name="ContactBasis"/>.</param>
/// <param name="ContactBasis">Why a duty mobile may be published, empty for an office phone.</param>
/// <param name="Zone">Zone of inspection 督学责任区.</param>
/// <param name="Matters">Codes of the vocabulary <c>matter</c>.</param>
/// <param name="TermStart">First day of the term.</param>
/// <param name="TermEnd">Last day of the term.</param>
public sealed record Inspector(SchoolId School, string Name, string OfficePhone, string ContactBasis, string Zone, IReadOnlyList<string> Matters, DateOnly? TermStart, DateOnly? TermEnd);

/// <summary>A zone of inspection 督学责任区 (zones.csv).</summary>
public sealed record Zone(string Id, string Name, PlaceCode Place);

/// <summary>A visit of inspection (visits.csv): 经常性, 专项, 综合.</summary>
/// <param name="Subject">Code of a place or id of a school.</param>
/// <param name="Date">Day.</param>
/// <param name="Kind">Code of the vocabulary <c>inspection</c>.</param>
/// <param name="Report">Slug of the report, empty where there is none.</param>
public sealed record Visit(string Subject, DateOnly Date, string Kind, string Report);

/// <summary>Something that a place or school has made public (disclosures.csv).</summary>
/// <param name="Subject">Code of a place or id of a school.</param>
/// <param name="Duty">Duty of duties.csv.</param>
/// <param name="Period">Period: a year, a term.</param>
/// <param name="Published">Day.</param>
/// <param name="Address">Address, empty where only a file is named.</param>
/// <param name="File">Name of a file or document, empty where there is an address.</param>
public sealed record MadePublic(string Subject, string Duty, string Period, DateOnly? Published, string Address, string File);

/// <summary>What must be made public, by whom and when (duties.csv).</summary>
/// <param name="Id">Id.</param>
/// <param name="Label">What.</param>
/// <param name="Kind">Whose duty: <c>county</c> or <c>school</c>.</param>
/// <param name="Types">School types that have it, empty for all.</param>
/// <param name="Clock">When it is due, in the closed grammar of data/README.md.</param>
/// <param name="Basis">Document and article, with how sure it is.</param>
public sealed record Duty(string Id, string Label, string Kind, IReadOnlyList<string> Types, string Clock, string Basis);

/// <summary>A school term 学期 (terms.csv).</summary>
public sealed record SchoolTerm(string Id, DateOnly Start, DateOnly End);

/// <summary>Why something was not made public (absences.csv), in the place's own words.</summary>
/// <param name="Subject">Code of a place or id of a school.</param>
/// <param name="Duty">Duty.</param>
/// <param name="Period">Period.</param>
/// <param name="Reason">Reason.</param>
/// <param name="Expected">When it is expected, null where not said.</param>
/// <param name="Withheld">True where it is not to be made public 不予公开, with the basis as reason.</param>
public sealed record Absence(string Subject, string Duty, string Period, string Reason, DateText Expected, bool Withheld);

/// <summary>Feedback of a month on a topic (feedback.csv): counts only.</summary>
/// <param name="Place">Place.</param>
/// <param name="Month">yyyy-MM.</param>
/// <param name="Topic">Code of the vocabulary <c>topic</c>.</param>
/// <param name="Received">Received.</param>
/// <param name="Answered">Answered.</param>
/// <param name="MedianDays">Median of days until the answer.</param>
public sealed record FeedbackCount(PlaceCode Place, string Month, string Topic, Cell Received, Cell Answered, Cell MedianDays);

/// <summary>Answers to a question of a survey by one group (survey-answers.csv).</summary>
public sealed record SurveyAnswer(string Survey, PlaceCode Place, string Group, string Question, string Answer, Cell Count);

/// <summary>An erratum (corrections.csv): what a cell was, what it is now, why and since when. A blank side means a row that was added or removed.</summary>
/// <param name="Id">Id.</param>
/// <param name="Table">Table.</param>
/// <param name="Row">Key of the row, its parts joined by <c>/</c>.</param>
/// <param name="Column">Column, empty for a whole row.</param>
/// <param name="Was">What it was.</param>
/// <param name="Is">What it is.</param>
/// <param name="Reason">Reason.</param>
/// <param name="Date">Day.</param>
public sealed record Correction(string Id, string Table, string Row, string Column, string Was, string Is, string Reason, DateOnly Date)
{
    /// <summary>Name of the table in Chinese.</summary>
    public string TableLabel { get; init; } = "";

    /// <summary>Name of the column in Chinese, empty for a whole row.</summary>
    public string ColumnLabel { get; init; } = "";
}

/// <summary>The ledgers of supervision in a release, whole in each period and judged at its as-of day.</summary>
public sealed class Supervision
{
    /// <summary>Findings by id.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Visits.</summary>
    public IReadOnlyList<Visit> Visits { get; init; } = [];

    /// <summary>Disclosures.</summary>
    public IReadOnlyList<MadePublic> Disclosures { get; init; } = [];

    /// <summary>Absences.</summary>
    public IReadOnlyList<Absence> Absences { get; init; } = [];

    /// <summary>Feedback.</summary>
    public IReadOnlyList<FeedbackCount> Feedback { get; init; } = [];

    /// <summary>Answers of surveys.</summary>
    public IReadOnlyList<SurveyAnswer> Answers { get; init; } = [];

    /// <summary>Errata.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    /// <summary>Findings of a county, those of its schools among them, by id.</summary>
    public IEnumerable<Finding> FindingsOf(PlaceCode county) => (byPlace ??= Findings.ToLookup(f => f.Place))[county];

    /// <summary>Findings of a school, by id.</summary>
    public IEnumerable<Finding> FindingsOf(SchoolId school) => (bySchool ??= Findings.Where(f => f.School is not null).ToLookup(f => f.School!.Value))[school];

    /// <summary>Findings of a report, by id.</summary>
    public IEnumerable<Finding> FindingsOf(string report) => (byReport ??= Findings.ToLookup(f => f.Report, StringComparer.Ordinal))[report];

    /// <summary>Visits to a place or school, by day.</summary>
    public IEnumerable<Visit> VisitsTo(string subject) => (visits ??= Visits.OrderBy(v => v.Date).ToLookup(v => v.Subject, StringComparer.Ordinal))[subject];

    /// <summary>Disclosures of a place or school.</summary>
    public IEnumerable<MadePublic> DisclosuresOf(string subject) => (disclosures ??= Disclosures.ToLookup(d => d.Subject, StringComparer.Ordinal))[subject];

    /// <summary>Absences of a place or school.</summary>
    public IEnumerable<Absence> AbsencesOf(string subject) => (absences ??= Absences.ToLookup(a => a.Subject, StringComparer.Ordinal))[subject];

    /// <summary>Feedback of a place.</summary>
    public IEnumerable<FeedbackCount> FeedbackOf(PlaceCode place) => (feedback ??= Feedback.ToLookup(f => f.Place))[place];

    /// <summary>Answers of a survey.</summary>
    public IEnumerable<SurveyAnswer> AnswersOf(string survey) => (answers ??= Answers.ToLookup(a => a.Survey, StringComparer.Ordinal))[survey];

    /// <summary>The erratum of a cell, or null.</summary>
    public Correction? CorrectionOf(string table, string row, string column) => (corrections ??= Corrections.ToLookup(c => (c.Table, c.Row, c.Column)))[(table, row, column)].LastOrDefault();

    /// <summary>The errata of a row, the last of each column.</summary>
    public IEnumerable<Correction> CorrectionsOf(string table, string row) =>
        (byRow ??= Corrections.ToLookup(c => (c.Table, c.Row)))[(table, row)].Select(c => c.Column).Distinct().Select(column => CorrectionOf(table, row, column)!);

    // Look-ups made on first use; making one twice in two threads gives the same look-up.
    private ILookup<PlaceCode, Finding>? byPlace;
    private ILookup<SchoolId, Finding>? bySchool;
    private ILookup<string, Finding>? byReport;
    private ILookup<string, Visit>? visits;
    private ILookup<string, MadePublic>? disclosures;
    private ILookup<string, Absence>? absences;
    private ILookup<PlaceCode, FeedbackCount>? feedback;
    private ILookup<string, SurveyAnswer>? answers;
    private ILookup<(string, string, string), Correction>? corrections;
    private ILookup<(string, string), Correction>? byRow;
}
