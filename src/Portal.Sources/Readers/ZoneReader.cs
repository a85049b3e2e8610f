using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Problems;
using Portal.Sources.Files;
using Portal.Sources.Tables;

namespace Portal.Sources.Readers;

/// <summary>Reads what supervision needs outside the releases: inspectors, zones, duties, terms.</summary>
internal sealed class ZoneReader(Reading reading, IReadOnlyDictionary<string, TableFiles> files, Known known)
{
    private readonly DutyChecks checks = new(reading, known);

    /// <summary>inspectors.csv, of schools known to some release; a term that has ended by the newest as-of day is a warning.</summary>
    public IReadOnlyList<Inspector> Inspectors(KnownWords schools, IReadOnlyList<Zone> zones, DateOnly? asOf)
    {
        List<TableRow> rows = [.. Rows(Definitions.Inspectors).Where(r => CellRules.Reference(reading, schools, ProblemKinds.UnknownSchool, r.Text("school"), r.At("school")))];
        checks.Inspectors(rows, zones, asOf);
        return
        [
            .. rows.Select(r => new Inspector(
                new SchoolId(r.Text("school")), r.Text("name"), r.Text("office_phone"), r.Text("contact_basis"), r.Text("zone"),
                r.Text("matters").Split(' ', StringSplitOptions.RemoveEmptyEntries), r.Day("term_start"), r.Day("term_end"))),
        ];
    }

    /// <summary>zones.csv.</summary>
    public IReadOnlyList<Zone> Zones() => [.. Rows(Definitions.Zones).Select(r => new Zone(r.Text("zone"), r.Text("name"), new PlaceCode(r.Text("place"))))];

    /// <summary>duties.csv and terms.csv, which the releases' records name.</summary>
    public (IReadOnlyList<Duty> Duties, IReadOnlyList<SchoolTerm> Terms) Duties()
    {
        List<TableRow> terms = Rows(Definitions.Terms);
        checks.Terms(terms);
        List<TableRow> rows = Rows(Definitions.Duties);
        Duty[] duties = [.. checks.Duties(rows).Select(r => new Duty(
            r.Text("duty"), r.Text("label"), r.Text("kind"), r.Text("types").Split(' ', StringSplitOptions.RemoveEmptyEntries), r.Text("clock"), r.Text("basis")))];
        known.Duties = new KnownDuties(rows.Select(r => r.Text("duty")), duties.Select(d => Clock.TryParse(d.Clock, out Clock clock) ? (d, clock) : throw new InvalidOperationException(d.Clock)), terms.Select(r => r.Text("term")));
        return (duties, [.. terms.Select(r => new SchoolTerm(r.Text("term"), r.Day("start")!.Value, r.Day("end")!.Value)).OrderBy(t => t.Start)]);
    }

    private List<TableRow> Rows(TableDefinition definition) => [.. Table.Read(reading, definition, files.GetValueOrDefault(definition.Name), known).Rows];
}
