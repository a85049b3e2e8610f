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

    /// <summary>Reads a table from all its parts, on all cores; a missing table has no rows. Rows stand in the order of the parts.</summary>
    public static Table Read(Reading reading, TableDefinition definition, TableFiles? files, Known known)
    {
        Table table = new();
        IReadOnlyList<TablePart> parts = files?.Parts ?? [];
        GoodWords good = new(definition.Columns.Count);
        List<TableRow>[] read = new List<TableRow>[parts.Count];
        Parallel.For(0, parts.Count, i => read[i] = reading.Part(parts[i], definition.Name, inside => ReadPart(inside, definition, parts[i], known, good)));
        table.rows.Capacity = read.Sum(r => r.Count);
        for (int i = 0; i < read.Length; i++)
        {
            table.rows.AddRange(reading.Keeps ? read[i].Select(row => row.Copy()) : read[i]);
            read[i] = [];
        }

        table.CheckKeys(reading, definition);
        return table;
    }

    private static List<TableRow> ReadPart(Reading reading, TableDefinition definition, TablePart part, Known known, GoodWords good)
    {
        List<TableRow> rows = [];
        using RowSource? source = part.Open(reading);
        if (source is null || Header.Read(reading, source, definition.Columns) is not { } header)
        {
            return rows;
        }

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
                string word = columns[i] < 0 ? "" : reading.Words.Of(source[columns[i]]);
                row.Set(i, word);
                if (!checkable || columns[i] < 0 || good.Has(i, word))
                {
                    continue;
                }

                if (CellRules.Check(reading, known, definition.Columns[i], word, source.At(columns[i])))
                {
                    good.Add(i, word);
                }
                else
                {
                    row.IsGood = false;
                }
            }

            rows.Add(row);
        }

        return rows;
    }

    // Rows whose first key column ascends, as it mostly does, can repeat a key only within the rows that share it: no set of a country's rows is needed.
    private void CheckKeys(Reading reading, TableDefinition definition)
    {
        SameKey same = new(definition.Key);
        int first = definition.Key[0];
        for (int i = 1; i < rows.Count; i++)
        {
            if (string.CompareOrdinal(rows[i - 1].Text(first), rows[i].Text(first)) > 0)
            {
                CheckKeys(reading, definition, same, 0, rows.Count);
                return;
            }
        }

        for (int start = 0, end; start < rows.Count; start = end)
        {
            end = start + 1;
            while (end < rows.Count && rows[end].Text(first) == rows[start].Text(first))
            {
                end++;
            }

            if (end - start > 1)
            {
                CheckKeys(reading, definition, same, start, end);
            }
        }
    }

    private void CheckKeys(Reading reading, TableDefinition definition, SameKey same, int start, int end)
    {
        HashSet<TableRow> seen = new(end - start, same);
        for (int i = start; i < end; i++)
        {
            if (!seen.Add(rows[i]) && seen.TryGetValue(rows[i], out TableRow? first))
            {
                reading.Reject(ProblemKinds.RepeatedKey, rows[i].At(definition.Key[0]), string.Join('/', definition.Key.Select(rows[i].Text)), first.Where.ToString(), definition.KeyLabel);
                rows[i].IsGood = false;
            }
        }
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

    /// <summary>Words that were good in their column a moment ago and need not be checked again; a few for each column, told by being the same object.</summary>
    private sealed class GoodWords(int columns)
    {
        private const int Each = 64;
        private readonly string?[] words = new string?[columns * Each];

        // A blank may be wrong in its column, and is cheap to check.
        public bool Has(int column, string word) => word.Length > 0 && ReferenceEquals(words[Slot(column, word)], word);

        public void Add(int column, string word) => words[Slot(column, word)] = word;

        private static int Slot(int column, string word) =>
            (column * Each) + (((word.Length * 31) + (word.Length == 0 ? 0 : (word[^1] * 7) + (word[word.Length / 2] * 13) + word[0])) & (Each - 1));
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
