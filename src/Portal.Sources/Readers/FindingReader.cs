using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Problems;
using Portal.Sources.Files;
using Portal.Sources.Tables;

namespace Portal.Sources.Readers;

/// <summary>Reads findings.csv, the rectification ledger, and checks that its steps are possible.</summary>
/// <param name="reading">Run.</param>
/// <param name="schools">Schools of the release; null where they could not be read.</param>
/// <param name="earlier">Schools of this and earlier releases.</param>
/// <param name="asOf">As-of day of the release.</param>
internal sealed partial class FindingReader(Reading reading, KnownWords? schools, IReadOnlySet<string> earlier, DateOnly asOf)
{
    // Each step and those that may not lie before it. A plan may come after the deadline, a check after anything.
    private static readonly (string Earlier, string Later)[] Order =
        [("issued", "deadline"), ("issued", "planned"), ("issued", "reported"), ("issued", "checked"), ("planned", "reported"), ("planned", "checked"), ("reported", "checked")];

    private static readonly string[] Steps = ["issued", "planned", "reported", "checked"];

    /// <summary>The findings by id.</summary>
    public IReadOnlyList<Finding> Read(IReadOnlyList<TableRow> rows)
    {
        List<(TableRow Row, Finding Finding)> found = [];
        foreach (TableRow row in rows)
        {
            if (row.Text("school").Length == 0 || earlier.Contains(row.Text("school")) || CellRules.Reference(reading, schools, ProblemKinds.UnknownSchool, row.Text("school"), row.At("school")))
            {
                Finding finding = Of(row);
                Dates(row);
                Result(row, finding);
                Words(row, finding);
                found.Add((row, finding));
            }
        }

        Repeats(found);
        return [.. found.Select(f => f.Finding).OrderBy(f => f.Id, StringComparer.Ordinal)];
    }

    private static Finding Of(TableRow r) => new(
        r.Text("finding"), r.Choice("origin", FindingOrigin.Report, FindingOrigin.Survey, FindingOrigin.Complaint, FindingOrigin.Monitoring), r.Text("report"), new PlaceCode(r.Text("place")),
        r.Text("school").Length > 0 ? new SchoolId(r.Text("school")) : null, r.Text("matter"), r.Text("problem"), r.Text("demand"), r.Text("responsible"), r.Text("notice"),
        r.Day("issued"), r.Day("deadline"), r.Day("extended_to"), r.Day("planned"), r.Day("reported"), r.Day("checked"), r.Text("result"), r.Text("appeal"), r.Text("measure"), r.Text("repeat_of"), r.Text("evidence"));

    private void Dates(TableRow row)
    {
        foreach (string step in Steps)
        {
            if (row.Day(step) is { } day && day > asOf)
            {
                reading.Add(ProblemKinds.FindingFuture, row.At(step), Label(step), Day(day), Day(asOf));
                return;
            }
        }

        foreach ((string before, string after) in Order)
        {
            if (row.Day(before) is { } first && row.Day(after) is { } second && second < first)
            {
                reading.Add(ProblemKinds.FindingOrder, row.At(after), Label(after), Day(second), Label(before), Day(first));
                return;
            }
        }

        if (row.Day("extended_to") is { } extended && (row.Day("deadline") is not { } deadline || extended <= deadline))
        {
            reading.Add(ProblemKinds.FindingExtension, row.At("extended_to"), Day(extended), row.Text("deadline"));
        }
    }

    private void Result(TableRow row, Finding finding)
    {
        if (finding.Result.Length > 0 != finding.Checked is not null)
        {
            (string there, string missing) = finding.Checked is null ? ("result", "checked") : ("checked", "result");
            reading.Add(ProblemKinds.FindingClosed, row.At(missing), Label(there), Label(missing));
        }
        else if (finding.Result is RectificationCase.ResultDone or RectificationCase.ResultPartly && finding.Reported is null)
        {
            reading.Add(ProblemKinds.FindingUnreported, row.At("reported"), finding.Result);
        }
    }

    private void Words(TableRow row, Finding finding)
    {
        // What does not look like a unit may be a name: it is not repeated.
        if (finding.Responsible.Length > 0 && !Responsible.IsUnitOrPost(finding.Responsible))
        {
            reading.Add(ProblemKinds.FindingPerson, row.At("responsible"));
        }

        if (finding.Report.Length > 0 ? !Slug().IsMatch(finding.Report) : finding.Origin == FindingOrigin.Report)
        {
            reading.Reject(ProblemKinds.FindingReport, row.At("report"), finding.Report);
        }
    }

    private void Repeats(List<(TableRow Row, Finding Finding)> found)
    {
        Dictionary<string, Finding> byId = new(StringComparer.Ordinal);
        foreach ((_, Finding finding) in found)
        {
            byId.TryAdd(finding.Id, finding);
        }

        KnownWords? ids = null;
        foreach ((TableRow row, Finding finding) in found.Where(f => f.Finding.RepeatOf.Length > 0))
        {
            if (!byId.TryGetValue(finding.RepeatOf, out Finding? first))
            {
                CellRules.Reference(reading, ids ??= new KnownWords(byId.Keys), ProblemKinds.FindingUnknown, finding.RepeatOf, row.At("repeat_of"));
            }
            else if (first.Id == finding.Id || first.RepeatOf.Length > 0 || first.Issued > finding.Issued)
            {
                reading.Add(ProblemKinds.FindingRepeat, row.At("repeat_of"), finding.RepeatOf);
            }
            else if (first.Place != finding.Place || first.School != finding.School || first.Matter != finding.Matter)
            {
                reading.Add(ProblemKinds.FindingOther, row.At("repeat_of"), finding.RepeatOf);
            }
        }
    }

    private static string Label(string column) => Definitions.Findings.Columns[Definitions.Findings.Index(column)].Label;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A[12][0-9]{3}/[A-Za-z0-9][A-Za-z0-9-]{0,99}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Slug();
}
