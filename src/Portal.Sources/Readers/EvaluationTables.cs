using System.Globalization;
using Portal.Domain.Data;
using Portal.Domain.Problems;
using Portal.Domain.Schemes;
using Portal.Sources.Files;
using Portal.Sources.Tables;

namespace Portal.Sources.Readers;

/// <summary>Reads the tables of a release that evaluation needs besides the schools' own: classes, government, finance, projects, surveys.</summary>
/// <param name="reading">Run.</param>
/// <param name="files">Tables of the release, those of its base among them.</param>
/// <param name="known">What references may name.</param>
/// <param name="schools">Schools of the release; null where they could not be read.</param>
/// <param name="day">The day by which dated rules are chosen.</param>
internal sealed class EvaluationTables(Reading reading, IReadOnlyDictionary<string, TableFiles> files, Known known, KnownWords? schools, DateOnly day)
{
    private readonly GovernmentRows checks = new(reading, known, day);

    /// <summary>classes.csv, checked against the table of schools.</summary>
    public ClassBand[] Classes(SchoolTable table) => new ClassReader(reading, table, known.Vocabulary).Bands(Rows(Definitions.Classes).FindAll(IsSchool));

    /// <summary>government.csv.</summary>
    public GovernmentValue[] Government() =>
    [
        .. Rows(Definitions.Government).Where(checks.IsTaken).Select(r => new GovernmentValue(
            new PlaceCode(r.Text("place")), new SchemeId(r.Text("scheme")), new ItemId(r.Text("item")), r.Text("input"), r.Cell("value"), r.Cell("score"), r.Text("evidence"))),
    ];

    /// <summary>finance.csv; only years that are over at the release's as-of date.</summary>
    public FinanceValue[] Finance(DateOnly asOf) =>
    [
        .. Rows(Definitions.Finance).Where(r => MoneyRules.IsFigure(reading, known, r, asOf)).Select(r => new FinanceValue(
            new PlaceCode(r.Text("place")), int.Parse(r.Text("year"), CultureInfo.InvariantCulture), r.Text("stage").Length > 0 ? new StageId(r.Text("stage")) : null,
            r.Text("measure"), r.Cell("value"), new SourceId(r.Text("source")))),
    ];

    /// <summary>projects.csv.</summary>
    public IReadOnlyList<Project> Projects(DateOnly asOf) =>
    [
        .. Rows(Definitions.Projects).Where(r => HasSubject(r) & MoneyRules.IsProject(reading, r, asOf)).Select(r => new Project(
            r.Text("project"), r.Text("place").Length > 0 ? r.Text("place") : r.Text("school"), r.Text("title"), r.Text("kind"), r.Cell("funds"),
            new DateText(r.Text("planned")), new DateText(r.Text("done")), r.Text("status"), new SourceId(r.Text("source"))) { Started = new DateText(r.Text("started")) }),
    ];

    /// <summary>surveys.csv and survey-groups.csv.</summary>
    public (IReadOnlyList<Survey> Surveys, IReadOnlyList<SurveyGroup> Groups) Surveys()
    {
        List<TableRow> surveys = Rows(Definitions.Surveys);
        List<TableRow> groups = Rows(Definitions.SurveyGroups);
        checks.CheckGates(surveys);
        checks.CheckGroups(groups, surveys);
        SurveyChecks.Surveys(reading, surveys, groups);
        return (
            [
                .. surveys.Select(r => new Survey(
                    r.Text("survey"), r.Text("title"), new PlaceCode(r.Text("place")), r.Text("scheme").Length > 0 ? new SchemeId(r.Text("scheme")) : null, r.Text("gate") == "yes",
                    r.Text("mode"), r.Text("design"), r.Whole("residents"), r.Day("opened"), r.Day("closed"), r.Text("rule"))),
            ],
            [
                .. groups.Select(r => new SurveyGroup(
                    r.Text("survey"), r.Text("group"), r.Cell("issued"), r.Cell("returned"), r.Cell("valid"), r.Cell("satisfied"))),
            ]);
    }

    private List<TableRow> Rows(TableDefinition definition) => [.. Table.Read(reading, definition, files.GetValueOrDefault(definition.Name), known).Rows];

    private bool IsSchool(TableRow row) => schools is null || schools.Has(row.Text("school")) || CellRules.Reference(reading, schools, ProblemKinds.UnknownSchool, row.Text("school"), row.At("school"));

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
