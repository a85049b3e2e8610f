using Portal.Domain.Data;
using Portal.Domain.Problems;
using Portal.Sources.Files;
using Portal.Sources.Tables;

namespace Portal.Sources.Readers;

/// <summary>Reads what supervision needs outside the releases: inspectors, zones, duties, terms.</summary>
internal sealed class ZoneReader(Reading reading, IReadOnlyDictionary<string, TableFiles> files, Known known)
{
    /// <summary>inspectors.csv, of schools known to some release.</summary>
    public IReadOnlyList<Inspector> Inspectors(KnownWords schools) =>
    [
        .. Rows(Definitions.Inspectors)
            .Where(r => CellRules.Reference(reading, schools, ProblemKinds.UnknownSchool, r.Text("school"), r.At("school")))
            .Select(r => new Inspector(
                new SchoolId(r.Text("school")), r.Text("name"), r.Text("office_phone"), r.Text("contact_basis"), r.Text("zone"),
                r.Text("matters").Split(' ', StringSplitOptions.RemoveEmptyEntries), r.Day("term_start"), r.Day("term_end"))),
    ];

    /// <summary>zones.csv.</summary>
    public IReadOnlyList<Zone> Zones() => [.. Rows(Definitions.Zones).Select(r => new Zone(r.Text("zone"), r.Text("name"), new PlaceCode(r.Text("place"))))];

    /// <summary>duties.csv.</summary>
    public IReadOnlyList<Duty> Duties() =>
    [
        .. Rows(Definitions.Duties).Select(r => new Duty(
            r.Text("duty"), r.Text("label"), r.Text("kind"), r.Text("types").Split(' ', StringSplitOptions.RemoveEmptyEntries), r.Text("clock"), r.Text("basis"))),
    ];

    /// <summary>terms.csv.</summary>
    public IReadOnlyList<SchoolTerm> Terms() => [.. Rows(Definitions.Terms).Select(r => new SchoolTerm(r.Text("term"), r.Day("start")!.Value, r.Day("end")!.Value)).OrderBy(t => t.Start)];

    private List<TableRow> Rows(TableDefinition definition) => [.. Table.Read(reading, definition, files.GetValueOrDefault(definition.Name), known).Rows];
}
