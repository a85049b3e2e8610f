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
    /// <summary>Reads what became of feedback and what was corrected.</summary>
    public required FeedbackTables Feedback { get; init; }

    /// <summary>All of them.</summary>
    public Supervision Read() => new()
    {
        Findings = Findings(),
        Visits = [.. Rows(Definitions.Visits).Where(HasSubject).Select(r => new Visit(Subject(r), r.Day("date")!.Value, r.Text("kind"), r.Text("report")))],
        Disclosures = [.. Rows(Definitions.Disclosures).Where(HasSubject).Select(r => new MadePublic(Subject(r), r.Text("duty"), r.Text("period"), r.Day("published"), r.Text("address"), r.Text("file")))],
        Absences = [.. Rows(Definitions.Absences).Where(HasSubject).Select(r => new Absence(Subject(r), r.Text("duty"), r.Text("period"), r.Text("reason"), new DateText(r.Text("expected")), r.Text("withheld") == "yes"))],
        Feedback = Feedback.Counts(),
        Answers = [.. Rows(Definitions.SurveyAnswers).Select(r => new SurveyAnswer(r.Text("survey"), new PlaceCode(r.Text("place")), r.Text("group"), r.Text("question"), r.Text("answer"), r.Cell("count")))],
        Corrections = Feedback.Corrections(),
    };

    private IReadOnlyList<Finding> Findings() =>
    [
        .. Rows(Definitions.Findings).Where(r => r.Text("school").Length == 0 || IsSchool(r)).Select(r => new Finding(
            r.Text("finding"), r.Choice("origin", FindingOrigin.Report, FindingOrigin.Survey, FindingOrigin.Complaint, FindingOrigin.Monitoring), r.Text("report"), new PlaceCode(r.Text("place")),
            r.Text("school").Length > 0 ? new SchoolId(r.Text("school")) : null, r.Text("matter"), r.Text("problem"), r.Text("demand"), r.Text("responsible"), r.Text("notice"),
            r.Day("issued"), r.Day("deadline"), r.Day("extended_to"), r.Day("planned"), r.Day("reported"), r.Day("checked"), r.Text("result"), r.Text("appeal"), r.Text("measure"), r.Text("repeat_of"), r.Text("evidence")))
            .OrderBy(f => f.Id, StringComparer.Ordinal),
    ];

    private List<TableRow> Rows(TableDefinition definition) => [.. Table.Read(reading, definition, files.GetValueOrDefault(definition.Name), known).Rows];

    private static string Subject(TableRow row) => row.Text("place").Length > 0 ? row.Text("place") : row.Text("school");

    private bool IsSchool(TableRow row) => CellRules.Reference(reading, schools, ProblemKinds.UnknownSchool, row.Text("school"), row.At("school"));

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
