using System.Globalization;
using Portal.Domain.Data;
using Portal.Domain.Problems;
using Portal.Sources.Files;

namespace Portal.Sources.Tables;

/// <summary>A table read whole: rows with their places, each cell checked against its column.</summary>
internal sealed class Table
{
    /// <summary>So few rows are compared with each other sooner than put into a set.</summary>
    private const int Few = 12;

    private readonly List<TableRow> rows = [];

    /// <summary>All rows, those with problems too.</summary>
    public IReadOnlyList<TableRow> All => rows;

    /// <summary>Rows without a problem.</summary>
    public IEnumerable<TableRow> Rows => rows.Where(r => r.IsGood);

    /// <summary>Reads a table from all its parts, on all cores; a missing table has no rows. Rows stand in the order of the parts.</summary>
    public static Table Read(Reading reading, TableDefinition definition, TableFiles? files, Known known)
    {
        Table table = new();
        IReadOnlyList<TablePart> parts = files?.Parts ?? [];
        GoodWords good = new(definition.Columns.Count);
        RowsOfPart[] read = new RowsOfPart[parts.Count];
        Parallel.For(0, parts.Count, i => read[i] = reading.Part(parts[i], definition.Name, inside => RowsOfPart.Read(inside, definition, parts[i], known, good)));
        table.rows.Capacity = read.Sum(r => r.Count);
        foreach (RowsOfPart part in read)
        {
            for (int i = 0; i < part.Count; i++)
            {
                table.rows.Add(new TableRow(part, i));
            }
        }

        table.CheckKeys(reading, definition);
        return table;
    }

    // Where rows that share the first word of their key stand together, as they mostly do, a key can be repeated only within them: no set of a
    // country's rows is needed.
    private void CheckKeys(Reading reading, TableDefinition definition)
    {
        SameKey same = new(definition.Key);
        int column = definition.Key[0];
        List<int> starts = [];
        bool ascends = true;
        for (int i = 0; i < rows.Count; i++)
        {
            if (i == 0 || rows[i].Text(column) != rows[i - 1].Text(column))
            {
                starts.Add(i);
                ascends &= i == 0 || string.CompareOrdinal(rows[i - 1].Text(column), rows[i].Text(column)) < 0;
            }
        }

        if (!ascends && !AreDistinct(starts, column))
        {
            CheckKeys(reading, definition, same, 0, rows.Count);
            return;
        }

        for (int run = 0; run < starts.Count; run++)
        {
            int start = starts[run], end = run + 1 < starts.Count ? starts[run + 1] : rows.Count;
            if (end - start > Few)
            {
                CheckKeys(reading, definition, same, start, end);
                continue;
            }

            for (int i = start + 1; i < end; i++)
            {
                int first = start;
                while (first < i && !same.Equals(rows[first], rows[i]))
                {
                    first++;
                }

                if (first < i)
                {
                    Repeats(reading, definition, rows[i], rows[first]);
                }
            }
        }
    }

    private bool AreDistinct(List<int> starts, int column)
    {
        HashSet<string> seen = new(starts.Count, StringComparer.Ordinal);
        foreach (int start in starts)
        {
            if (!seen.Add(rows[start].Text(column)))
            {
                return false;
            }
        }

        return true;
    }

    private void CheckKeys(Reading reading, TableDefinition definition, SameKey same, int start, int end)
    {
        HashSet<TableRow> seen = new(end - start, same);
        for (int i = start; i < end; i++)
        {
            if (!seen.Add(rows[i]) && seen.TryGetValue(rows[i], out TableRow? first))
            {
                Repeats(reading, definition, rows[i], first);
            }
        }
    }

    private static void Repeats(Reading reading, TableDefinition definition, TableRow row, TableRow first)
    {
        reading.Reject(ProblemKinds.RepeatedKey, row.At(definition.Key[0]), string.Join('/', definition.Key.Select(row.Text)), first.Where.ToString(), definition.KeyLabel);
        row.IsGood = false;
    }

    private sealed class SameKey(IReadOnlyList<int> key) : IEqualityComparer<TableRow>
    {
        public bool Equals(TableRow? x, TableRow? y)
        {
            for (int i = 0; i < key.Count; i++)
            {
                if (x!.Text(key[i]) != y!.Text(key[i]))
                {
                    return false;
                }
            }

            return true;
        }

        public int GetHashCode(TableRow row)
        {
            HashCode hash = default;
            for (int i = 0; i < key.Count; i++)
            {
                hash.Add(row.Text(key[i]));
            }

            return hash.ToHashCode();
        }
    }
}

/// <summary>A row of a table. What a check of one run finds against it stays with that run, though the part may be kept for others.</summary>
internal sealed class TableRow(RowsOfPart part, int index)
{
    /// <summary>Whether no cell has a problem.</summary>
    public bool IsGood { get; set; } = part.IsGood(index);

    /// <summary>Where the row stands.</summary>
    public Location Where => new(part.File, part.Number(index));

    /// <summary>A cell's text.</summary>
    public string Text(int column) => part.Text(index, column);

    /// <summary>A cell's text, empty where the table has no such column.</summary>
    public string Text(string column) => Text(part.Definition.Index(column));

    /// <summary>A number, a blank or a marker.</summary>
    public Cell Cell(string column) => CellParser.Parse(Text(column), out Cell cell) is null ? cell : Domain.Data.Cell.Blank;

    /// <summary>A whole number, null where blank.</summary>
    public long? Whole(string column) => Whole(part.Definition.Index(column));

    /// <summary>A whole number, null where blank.</summary>
    public long? Whole(int column) => long.TryParse(Text(column), NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;

    /// <summary>A day, null where blank.</summary>
    public DateOnly? Day(string column) => DateOnly.TryParseExact(Text(column), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    /// <summary>Index of the word in a list, for enumerations in the same order.</summary>
    public T Choice<T>(string column, params T[] choices) => choices[Math.Max(0, Index(part.Definition.Columns[part.Definition.Index(column)].Words, Text(column)))];

    /// <summary>Where a cell stands.</summary>
    public Location At(string column) => At(part.Definition.Index(column));

    /// <summary>Where a cell stands; the row where the table has no such column.</summary>
    public Location At(int column) => part.ColumnOf(column) is var at && at < 0 ? Where : new Location(part.File, part.Number(index), Location.Letters(at));

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
