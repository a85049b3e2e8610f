using System.Globalization;
using Portal.Domain.Data;
using Portal.Domain.Problems;
using Portal.Sources.Files;
using Portal.Sources.Tables;

namespace Portal.Sources.Readers;

/// <summary>Reads what became of feedback and what was corrected: feedback.csv and corrections.csv of a release.</summary>
/// <param name="reading">Run.</param>
/// <param name="files">Tables of the release, those of its base among them.</param>
/// <param name="known">What references may name.</param>
/// <param name="release">Head of the release.</param>
internal sealed class FeedbackTables(Reading reading, IReadOnlyDictionary<string, TableFiles> files, Known known, Release release)
{
    /// <summary>Tables that a release may have.</summary>
    public required IReadOnlyList<TableDefinition> Tables { get; init; }

    /// <summary>Tables of the revision that this one corrects, null for a first one.</summary>
    public IReadOnlyDictionary<string, TableFiles>? BaseFiles { get; init; }

    /// <summary>Errata of that revision, which this one may carry on.</summary>
    public IReadOnlyList<Correction> BaseCorrections { get; init; } = [];

    /// <summary>feedback.csv.</summary>
    public IReadOnlyList<FeedbackCount> Counts() =>
    [
        .. Rows(Definitions.FeedbackCounts).Where(r => IsMonth(r) & IsCount(r, "received") & IsCount(r, "answered") && IsPossible(r))
            .Select(r => new FeedbackCount(new PlaceCode(r.Text("place")), r.Text("month"), r.Text("topic"), r.Cell("received"), r.Cell("answered"), r.Cell("median_days"))),
    ];

    private bool IsMonth(TableRow row)
    {
        string month = row.Text("month");
        if (DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly first) && first <= release.AsOf)
        {
            return true;
        }

        reading.Reject(ProblemKinds.FeedbackMonth, row.At("month"), month);
        return false;
    }

    private bool IsCount(TableRow row, string column)
    {
        Cell cell = row.Cell(column);
        if (!cell.HasValue || (cell.Value >= 0 && cell.Value == Math.Floor(cell.Value)))
        {
            return true;
        }

        reading.Reject(ProblemKinds.FeedbackCountWhole, row.At(column), row.Text(column));
        return false;
    }

    private bool IsPossible(TableRow row)
    {
        (Cell received, Cell answered, Cell days) = (row.Cell("received"), row.Cell("answered"), row.Cell("median_days"));
        if (received.HasValue && answered.HasValue && answered.Value > received.Value)
        {
            reading.Add(ProblemKinds.FeedbackAnswered, row.At("answered"), row.Text("answered"), row.Text("received"));
            return false;
        }

        if (days.HasValue && (days.Value < 0 || !answered.HasValue || answered.Value == 0))
        {
            reading.Reject(ProblemKinds.FeedbackDays, row.At("median_days"), row.Text("median_days"));
            return false;
        }

        return true;
    }

    /// <summary>corrections.csv, each checked against the tables themselves.</summary>
    public IReadOnlyList<Correction> Corrections()
    {
        List<(TableRow Row, TableShape Shape, Correction Correction)> read = [];
        bool sound = !reading.HasErrors;
        foreach (TableRow row in Rows(Definitions.Corrections))
        {
            if (IsInTime(row) && ShapeOf(row) is { } shape && ColumnOf(row, shape) is { } column)
            {
                read.Add((row, shape, new Correction(
                    row.Text("erratum"), shape.Name, row.Text("row"), column < 0 ? "" : shape.Columns[column].Name, row.Text("was"), row.Text("is"), row.Text("reason"), row.Day("date")!.Value)
                {
                    TableLabel = shape.Label,
                    ColumnLabel = column < 0 ? "" : shape.Columns[column].Label,
                }));
            }
        }

        // Where the tables themselves are wrong, comparing with them would tell each mistake twice.
        foreach (IGrouping<string, (TableRow Row, TableShape Shape, Correction Correction)> table in sound ? read.GroupBy(r => r.Shape.Name) : [])
        {
            Compare(table.First().Shape, [.. table.Select(t => (t.Row, t.Correction))]);
        }

        return [.. read.Select(r => r.Correction)];
    }

    private void Compare(TableShape shape, IReadOnlyList<(TableRow Row, Correction Correction)> errata)
    {
        HashSet<string> keys = [.. errata.Select(e => e.Correction.Row)];
        Dictionary<string, string[]> now = RawCells.Find(files.GetValueOrDefault(shape.Name), shape.Columns, shape.Key, keys);
        Dictionary<string, string[]>? before = BaseFiles is null ? null : RawCells.Find(BaseFiles.GetValueOrDefault(shape.Name), shape.Columns, shape.Key, keys);
        HashSet<string> carried = [.. BaseCorrections.Select(c => c.Id)];
        foreach (IGrouping<(string Row, string Column), (TableRow Row, Correction Correction)> cell in errata.GroupBy(e => (e.Correction.Row, e.Correction.Column)))
        {
            (TableRow row, Correction last) = cell.Last();
            (TableRow? firstRow, Correction? first) = cell.FirstOrDefault(e => !carried.Contains(e.Correction.Id));
            int column = shape.Index(cell.Key.Column);
            string[]? cells = now.GetValueOrDefault(cell.Key.Row);
            string[]? old = before?.GetValueOrDefault(cell.Key.Row);
            if (column < 0)
            {
                bool added = last.Was.Length == 0;
                if (added != cells is not null)
                {
                    reading.Reject(ProblemKinds.CorrectionRow, row.At("row"), shape.Label, added ? "没有" : "还有", cell.Key.Row);
                }
                else if (first is not null && before is not null && (first.Was.Length == 0) != old is null)
                {
                    reading.Reject(ProblemKinds.CorrectionRow, firstRow.At("row"), shape.Label, old is null ? "原来没有" : "原来就有", cell.Key.Row);
                }
            }
            else if (cells is null)
            {
                reading.Reject(ProblemKinds.CorrectionRow, row.At("row"), shape.Label, "没有", cell.Key.Row);
            }
            else if (!Same(cells[column], last.Is))
            {
                Differs(ProblemKinds.CorrectionIs, row.At("is"), last.Is, cells[column]);
            }
            else if (first is not null && old is not null && !Same(old[column], first.Was))
            {
                Differs(ProblemKinds.CorrectionWas, firstRow.At("was"), first.Was, old[column], release.BasedOn.ToString()!);
            }
        }
    }

    // What the cell holds is repeated in words only where neither is personal data.
    private void Differs(ProblemKind kind, Location where, string said, string held, params string[] more) =>
        reading.Reject(kind, where, said, [PersonalData.Find(held) is null ? held : "…", .. more]);

    private bool IsInTime(TableRow row)
    {
        if (row.Day("date") is { } day && day <= release.AsOf)
        {
            return true;
        }

        reading.Add(ProblemKinds.CorrectionDate, row.At("date"), row.Text("date"), Day(release.AsOf));
        return false;
    }

    private TableShape? ShapeOf(TableRow row)
    {
        string name = row.Text("table");
        if (Tables.FirstOrDefault(t => t.Name == name || t.Label == name) is { } table)
        {
            return table == Definitions.Schools && known.Vocabulary is { } vocabulary
                ? new TableShape(table.Name, table.Label, new SchoolColumns(known, vocabulary).All, table.Key)
                : new TableShape(table.Name, table.Label, table.Columns, table.Key);
        }

        reading.Reject(ProblemKinds.CorrectionTable, row.At("table"), name, Nearest.To(name, [.. Tables.Select(t => t.Name)]));
        return null;
    }

    /// <summary>Index of the column; −1 for a whole row; null with a problem.</summary>
    private int? ColumnOf(TableRow row, TableShape shape)
    {
        string name = row.Text("column");
        int column = shape.Index(name);
        if (column >= 0 || (name.Length == 0 && row.Text("was").Length == 0 != (row.Text("is").Length == 0)))
        {
            return column;
        }

        reading.Reject(ProblemKinds.CorrectionColumn, row.At("column"), shape.Label, name, Nearest.To(name, [.. shape.Columns.Select(c => c.Name)]));
        return null;
    }

    private static bool Same(string one, string other) =>
        one == other || (decimal.TryParse(one, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal a) && decimal.TryParse(other, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal b) && a == b);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private List<TableRow> Rows(TableDefinition definition) => [.. Table.Read(reading, definition, files.GetValueOrDefault(definition.Name), known).Rows];

    /// <summary>A table's columns and key, those of the schools' raw numbers included.</summary>
    private sealed record TableShape(string Name, string Label, IReadOnlyList<ColumnDefinition> Columns, IReadOnlyList<int> Key)
    {
        public int Index(string column)
        {
            for (int i = 0; column.Length > 0 && i < Columns.Count; i++)
            {
                if (Columns[i].Name == column || Columns[i].Label == column)
                {
                    return i;
                }
            }

            return -1;
        }
    }
}
