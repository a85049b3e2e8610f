using System.Globalization;
using Portal.Domain.Data;
using Portal.Domain.Problems;
using Portal.Sources.Files;

namespace Portal.Sources.Tables;

/// <summary>A table read whole: rows with their places, each cell checked against its column.</summary>
internal sealed class Table
{
    private readonly List<TableRow> rows = [];

    /// <summary>All rows, those with problems too.</summary>
    public IReadOnlyList<TableRow> All => rows;

    /// <summary>Rows without a problem.</summary>
    public IEnumerable<TableRow> Rows => rows.Where(r => r.IsGood);

    /// <summary>Reads a table from all its parts; a missing table has no rows.</summary>
    public static Table Read(Reading reading, TableDefinition definition, TableFiles? files, Known known)
    {
        Table table = new();
        foreach (TablePart part in files?.Parts ?? [])
        {
            IReadOnlyList<TableRow> rows = reading.Part(part, definition.Name, inside => ReadPart(inside, definition, part, known));
            table.rows.AddRange(reading.Keeps ? rows.Select(row => row.Copy()) : rows);
        }

        table.CheckKeys(reading, definition);
        return table;
    }

    private static List<TableRow> ReadPart(Reading reading, TableDefinition definition, TablePart part, Known known)
    {
        List<TableRow> rows = [];
        using RowSource? source = part.Open(reading);
        if (source is not null && Header.Read(reading, source, definition.Columns) is { } header)
        {
            ReadRows(rows, reading, definition, source, header, known);
        }

        return rows;
    }

    private static void ReadRows(List<TableRow> rows, Reading reading, TableDefinition definition, RowSource source, Header header, Known known)
    {
        int[] columns = new int[definition.Columns.Count];
        for (int i = 0; i < columns.Length; i++)
        {
            columns[i] = header.ColumnOf(i);
        }

        while (source.Read())
        {
            if (source.IsBlank())
            {
                continue;
            }

            TableRow row = new(definition, source.File, source.Row, columns, new string[columns.Length]) { IsGood = header.CheckRow(reading, source) };
            bool checkable = row.IsGood;
            for (int i = 0; i < columns.Length; i++)
            {
                row.Set(i, columns[i] < 0 ? "" : source.Text(columns[i]));
                if (checkable && columns[i] >= 0 && !CellRules.Check(reading, known, definition.Columns[i], row.Text(i), source.At(columns[i])))
                {
                    row.IsGood = false;
                }
            }

            rows.Add(row);
        }
    }

    private void CheckKeys(Reading reading, TableDefinition definition)
    {
        Dictionary<string, TableRow> seen = new(StringComparer.Ordinal);
        foreach (TableRow row in rows)
        {
            string key = string.Join('/', definition.Key.Select(row.Text));
            if (!seen.TryAdd(key, row))
            {
                reading.Reject(ProblemKinds.RepeatedKey, row.At(definition.Key[0]), key, seen[key].Where.ToString(), definition.KeyLabel);
                row.IsGood = false;
            }
        }
    }
}

/// <summary>A row of a table.</summary>
internal sealed class TableRow(TableDefinition definition, string file, int number, int[] columns, string[] values)
{
    /// <summary>Whether no cell has a problem.</summary>
    public bool IsGood { get; set; } = true;

    /// <summary>The row once more: what a check of one run finds against it stays with that run.</summary>
    public TableRow Copy() => new(definition, file, number, columns, values) { IsGood = IsGood };

    /// <summary>Where the row stands.</summary>
    public Location Where => new(file, number);

    /// <summary>Sets a cell.</summary>
    public void Set(int index, string value) => values[index] = value;

    /// <summary>A cell's text.</summary>
    public string Text(int index) => values[index];

    /// <summary>A cell's text, empty where the table has no such column.</summary>
    public string Text(string column) => values[definition.Index(column)];

    /// <summary>A number, a blank or a marker.</summary>
    public Cell Cell(string column) => CellParser.Parse(Text(column), out Cell cell) is null ? cell : Domain.Data.Cell.Blank;

    /// <summary>A whole number, null where blank.</summary>
    public long? Whole(string column) => long.TryParse(Text(column), NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;

    /// <summary>A day, null where blank.</summary>
    public DateOnly? Day(string column) => DateOnly.TryParseExact(Text(column), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    /// <summary>Index of the word in a list, for enumerations in the same order.</summary>
    public T Choice<T>(string column, params T[] choices) => choices[Math.Max(0, Index(definition.Columns[definition.Index(column)].Words, Text(column)))];

    /// <summary>Where a cell stands.</summary>
    public Location At(string column) => At(definition.Index(column));

    /// <summary>Where a cell stands; the row where the table has no such column.</summary>
    public Location At(int index) => columns[index] < 0 ? Where : new Location(file, number, Location.Letters(columns[index]));

    private static int Index(IReadOnlyList<string> words, string word)
    {
        for (int i = 0; i < words.Count; i++)
        {
            if (words[i] == word)
            {
                return i;
            }
        }

        return -1;
    }
}
