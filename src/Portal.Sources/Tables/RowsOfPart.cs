using Portal.Sources.Files;

namespace Portal.Sources.Tables;

/// <summary>
/// The rows of a part as they were read: words of all rows in one array, row after row. A country has three million rows in such tables, and an object
/// for the cells of each costs more than the cells.
/// </summary>
internal sealed class RowsOfPart
{
    private readonly int[] columns;
    private int[] numbers;
    private string[] words;
    private bool[] good;

    private RowsOfPart(TableDefinition definition, string file, int most)
    {
        (Definition, File) = (definition, file);
        columns = new int[definition.Columns.Count];
        (numbers, good, words) = (new int[most], new bool[most], new string[most * columns.Length]);
    }

    /// <summary>Table.</summary>
    public TableDefinition Definition { get; }

    /// <summary>Name of the part as problems show it.</summary>
    public string File { get; }

    /// <summary>Number of rows, those with problems too.</summary>
    public int Count { get; private set; }

    /// <summary>Row as Excel shows it.</summary>
    public int Number(int row) => numbers[row];

    /// <summary>Whether no cell of the row has a problem of its own.</summary>
    public bool IsGood(int row) => good[row];

    /// <summary>A cell's text; empty where the part has no such column.</summary>
    public string Text(int row, int column) => words[(row * columns.Length) + column];

    /// <summary>Column of the part that holds a column of the table, or −1.</summary>
    public int ColumnOf(int column) => columns[column];

    /// <summary>Reads a part, each cell checked against its column.</summary>
    public static RowsOfPart Read(Reading reading, TableDefinition definition, TablePart part, Known known, GoodWords good)
    {
        using RowSource? source = part.Open(reading);
        if (source is null || Header.Read(reading, source, definition.Columns) is not { } header)
        {
            return new RowsOfPart(definition, part.Shown, 0);
        }

        RowsOfPart rows = new(definition, source.File, source.MostRows - 1); // without the header
        for (int i = 0; i < rows.columns.Length; i++)
        {
            rows.columns[i] = header.ColumnOf(i);
        }

        while (source.Read())
        {
            if (!source.IsBlank())
            {
                rows.Add(reading, source, header, known, good);
            }
        }

        if (rows.Count < rows.numbers.Length / 2)
        {
            rows.SetLength(rows.Count); // a file of many empty lines
        }

        return rows;
    }

    private void Add(Reading reading, RowSource source, Header header, Known known, GoodWords goodWords)
    {
        if (Count == numbers.Length)
        {
            SetLength(Math.Max(16, Count * 2));
        }

        int width = columns.Length, start = Count * width;
        bool checkable = header.CheckRow(reading, source), isGood = checkable, wasGood = Count > 0 && good[Count - 1];
        for (int i = 0; i < width; i++)
        {
            int at = columns[i];
            // A word of the row above that had no problem has none here.
            if (wasGood && at >= 0 && words[start - width + i] is { Length: > 0 } above && source.Is(at, above))
            {
                words[start + i] = above;
                continue;
            }

            string word = at < 0 ? "" : reading.Words.Of(source[at]);
            words[start + i] = word;
            if (!checkable || at < 0 || goodWords.Has(i, word))
            {
                continue;
            }

            if (CellRules.Check(reading, known, Definition.Columns[i], word, source.At(at)))
            {
                goodWords.Add(i, word);
            }
            else
            {
                isGood = false;
            }
        }

        (numbers[Count], good[Count]) = (source.Row, isGood);
        Count++;
    }

    private void SetLength(int rows)
    {
        if (rows != numbers.Length)
        {
            Array.Resize(ref numbers, rows);
            Array.Resize(ref good, rows);
            Array.Resize(ref words, rows * columns.Length);
        }
    }
}

/// <summary>Words that were good in their column a moment ago and need not be checked again; a few for each column, told by being the same object.</summary>
internal sealed class GoodWords(int columns)
{
    private const int Each = 64;
    private readonly string?[] words = new string?[columns * Each];

    /// <summary>True for a word that is remembered.</summary>
    public bool Has(int column, string word) => word.Length > 0 && ReferenceEquals(words[Slot(column, word)], word); // a blank may be wrong in its column, and is cheap to check

    /// <summary>Remembers a word.</summary>
    public void Add(int column, string word) => words[Slot(column, word)] = word;

    private static int Slot(int column, string word) =>
        (column * Each) + (((word.Length * 31) + (word.Length == 0 ? 0 : (word[^1] * 7) + (word[word.Length / 2] * 13) + word[0])) & (Each - 1));
}
