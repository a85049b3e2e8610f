using Portal.Domain.Data;
using Portal.Domain.Problems;
using Portal.Sources.Files;
using Portal.Sources.Tables;

namespace Portal.Sources.Readers;

/// <summary>Reads the ledgers of supervision of a release.</summary>
/// <param name="reading">Run.</param>
/// <param name="files">Tables of the release, those of its base among them.</param>
/// <param name="known">What references may name.</param>
/// <param name="schools">Schools of the release; null where they could not be read.</param>
internal sealed class SupervisionTables(Reading reading, IReadOnlyDictionary<string, TableFiles> files, Known known, KnownWords? schools)
{
    /// <summary>As-of day of the release, at which its ledgers are judged.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Schools of this and earlier releases: a ledger is whole, and keeps what was found at a school that has closed since.</summary>
    public required IReadOnlySet<string> AllSchools { get; init; }

    private readonly DutyChecks duties = new(reading, known);

    /// <summary>Surveys of the release with their forms, for checks.</summary>
    public (IReadOnlyList<Survey> Surveys, IReadOnlyList<SurveyGroup> Groups) Surveys { get; init; } = ([], []);

    /// <summary>Reads what became of feedback and what was corrected.</summary>
    public required FeedbackTables Feedback { get; init; }

    /// <summary>All of them.</summary>
    public Supervision Read() => new()
    {
        Findings = new FindingReader(reading, schools, AllSchools, AsOf).Read(Rows(Definitions.Findings)),
        Visits = [.. Rows(Definitions.Visits).Where(HasSubject).Select(r => new Visit(Subject(r), r.Day("date")!.Value, r.Text("kind"), r.Text("report")))],
        Disclosures = [.. Rows(Definitions.Disclosures).Where(r => HasSubject(r) && duties.IsOfDuty(r) && LeadsSomewhere(r)).Select(r => new MadePublic(Subject(r), r.Text("duty"), r.Text("period"), r.Day("published"), r.Text("address"), r.Text("file")))],
        Absences = [.. Rows(Definitions.Absences).Where(r => HasSubject(r) && duties.IsOfDuty(r)).Select(r => new Absence(Subject(r), r.Text("duty"), r.Text("period"), r.Text("reason"), new DateText(r.Text("expected")), r.Text("withheld") == "yes"))],
        Feedback = Feedback.Counts(),
        Answers = [.. SurveyChecks.Answers(reading, Rows(Definitions.SurveyAnswers), Surveys.Surveys, Surveys.Groups).Select(r => new SurveyAnswer(r.Text("survey"), new PlaceCode(r.Text("place")), r.Text("group"), r.Text("question"), r.Text("answer"), r.Cell("count")))],
        Corrections = Feedback.Corrections(),
    };

    private List<TableRow> Rows(TableDefinition definition) => [.. Table.Read(reading, definition, files.GetValueOrDefault(definition.Name), known).Rows];

    private static string Subject(TableRow row) => row.Text("place").Length > 0 ? row.Text("place") : row.Text("school");

    private bool IsSchool(TableRow row) => CellRules.Reference(reading, schools, ProblemKinds.UnknownSchool, row.Text("school"), row.At("school"));

    private bool LeadsSomewhere(TableRow row)
    {
        if (row.Text("address").Length == 0 && row.Text("file").Length == 0)
        {
            reading.Add(ProblemKinds.PublishedNowhere, row.Where, row.Text("duty"));
            return false;
        }

        return true;
    }

    private bool HasSubject(TableRow row)
    {
        if (row.Text("school").Length > 0 == row.Text("place").Length > 0)
        {
            reading.Add(ProblemKinds.OneOfTwo, row.Where, "place", "school");
            return false;
        }

        return row.Text("school").Length == 0 || IsSchool(row);
    }
}
