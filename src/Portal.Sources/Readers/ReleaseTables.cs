using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Problems;
using Portal.Domain.Schemes;
using Portal.Sources.Files;
using Portal.Sources.Tables;

namespace Portal.Sources.Readers;

/// <summary>Reads the small tables of a release.</summary>
/// <param name="reading">Run.</param>
/// <param name="files">Tables of the release, those of its base among them.</param>
/// <param name="known">What references may name.</param>
/// <param name="schools">Schools of the release; null where they could not be read.</param>
internal sealed class ReleaseTables(Reading reading, IReadOnlyDictionary<string, TableFiles> files, Known known, KnownWords? schools)
{
    /// <summary>exclusions.csv.</summary>
    public IReadOnlyList<Exclusion> Exclusions() =>
    [
        .. Rows(Definitions.Exclusions)
            .Where(r => CellRules.Reference(reading, schools, ProblemKinds.UnknownSchool, r.Text("school"), r.At("school")) & IsStage(r))
            .Select(r => new Exclusion(new SchoolId(r.Text("school")), new StageId(r.Text("stage")), new SchemeId(r.Text("scheme")), r.Text("reason"))),
    ];

    /// <summary>coefficients.csv.</summary>
    public IReadOnlyList<PublishedCoefficient> Coefficients() =>
    [
        .. Rows(Definitions.Coefficients)
            .Where(r => IsStage(r) & IsIndicator(r))
            .Select(r => new PublishedCoefficient(
                new PlaceCode(r.Text("place")), r.Text("year"), new StageId(r.Text("stage")), new SchemeId(r.Text("scheme")), new IndicatorId(r.Text("indicator")),
                r.Cell("value"), r.Text("judgement"), r.Text("note"), new SourceId(r.Text("source")))),
    ];

    /// <summary>facts.csv.</summary>
    public IReadOnlyList<Fact> Facts() =>
    [
        .. Rows(Definitions.Facts).Select(r => new Fact(
            new PlaceCode(r.Text("place")), r.Text("year"), r.Text("topic"), r.Text("label"), r.Text("measure"), r.Cell("value"), r.Text("unit"), r.Text("text"), new SourceId(r.Text("source")))),
    ];

    /// <summary>targets.csv.</summary>
    public IReadOnlyList<Target> Targets() =>
    [
        .. Rows(Definitions.Targets)
            .Where(r => HasSubject(r) & MoneyRules.SaysSomething(reading, r))
            .Select(r => new Target(
                r.Text("place").Length > 0 ? r.Text("place") : r.Text("school"), r.Text("year"), r.Text("measure"), r.Cell("target"),
                r.Choice("sense", Sense.AtLeast, Sense.AtMost), r.Text("unit"), r.Text("text"), new SourceId(r.Text("source")))),
    ];

    /// <summary>procedure.csv: a recognition is made by a document and cannot stand without one.</summary>
    public IReadOnlyList<ProcedureStep> Procedure() =>
    [
        .. Rows(Definitions.Procedure)
            .Where(HasDocument)
            .Select(r => new ProcedureStep(
                new PlaceCode(r.Text("place")), new SchemeId(r.Text("scheme")), r.Text("step"), new DateText(r.Text("done")), r.Text("outcome"), r.Text("authority"), r.Text("text"), new SourceId(r.Text("source")))),
    ];

    /// <summary>satisfaction.csv, checked against the counts of surveys where there are any.</summary>
    public IReadOnlyList<PublishedSatisfaction> Satisfaction(IReadOnlyList<Survey> surveys, IReadOnlyList<SurveyGroup> groups) =>
    [
        .. SurveyChecks.Rates(reading, Rows(Definitions.Satisfaction), surveys, groups).Select(r => new PublishedSatisfaction(
            new PlaceCode(r.Text("place")), r.Text("year"), r.Text("group"), r.Cell("rate_percent"), r.Text("question"), new SourceId(r.Text("source")))),
    ];

    private List<TableRow> Rows(TableDefinition definition) => [.. Table.Read(reading, definition, files.GetValueOrDefault(definition.Name), known).Rows];

    private bool IsStage(TableRow row)
    {
        string stage = row.Text("stage");
        if (!known.Schemes.TryGetValue(row.Text("scheme"), out Scheme? scheme) || scheme.Stages.Any(s => s.Id.Value == stage))
        {
            return true;
        }

        reading.Reject(ProblemKinds.UnknownStage, row.At("stage"), stage, string.Join(' ', scheme.Stages.Select(s => s.Id.Value)));
        return false;
    }

    private bool IsIndicator(TableRow row)
    {
        string indicator = row.Text("indicator");
        if (indicator == IndicatorId.Composite.Value || !known.Indicators.TryGetValue(row.Text("scheme"), out KnownWords? indicators) || indicators.Has(indicator))
        {
            return true;
        }

        reading.Reject(ProblemKinds.UnknownIndicator, row.At("indicator"), indicator, row.Text("scheme"), Nearest.To(indicator, [indicators.NearestTo(indicator), IndicatorId.Composite.Value]));
        return false;
    }

    private bool HasSubject(TableRow row)
    {
        string school = row.Text("school");
        if (school.Length > 0 == row.Text("place").Length > 0)
        {
            reading.Add(ProblemKinds.OneOfTwo, row.Where, "place", "school");
            return false;
        }

        return school.Length == 0 || CellRules.Reference(reading, schools, ProblemKinds.UnknownSchool, school, row.At("school"));
    }

    private bool HasDocument(TableRow row)
    {
        if (row.Text("source").Length > 0)
        {
            return true;
        }

        if (row.Text("step") == Road.Recognition)
        {
            reading.Add(ProblemKinds.RecognitionWithoutDocument, row.At("source"));
        }
        else
        {
            reading.Add(ProblemKinds.BlankCell, row.At("source"), "来源");
        }

        return false;
    }
}
