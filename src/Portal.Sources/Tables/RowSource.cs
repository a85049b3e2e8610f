using System.Text;
using CsvHelper;
using Portal.Domain.Problems;
using Portal.Sources.Files;

namespace Portal.Sources.Tables;

/// <summary>The rows of one part of a table, header first, cells as UTF-8.</summary>
internal abstract class RowSource : IDisposable
{
    private static readonly string[] Letters = [.. Enumerable.Range(0, 256).Select(Location.Letters)];

    /// <summary>Name of the part as problems show it.</summary>
    public required string File { get; init; }

    /// <summary>Row as Excel shows it: the header is 1.</summary>
    public abstract int Row { get; }

    /// <summary>Number of cells of the row.</summary>
    public abstract int Count { get; }

    /// <summary>Rows that there can be, the header among them: what is made for them need not grow.</summary>
    public abstract int MostRows { get; }

    /// <summary>Whether each row must have as many cells as the header.</summary>
    public abstract bool FixedLength { get; }

    /// <summary>A cell of the row, valid until the next row; empty beyond its end.</summary>
    public abstract ReadOnlySpan<byte> this[int column] { get; }

    /// <summary>Goes to the next row.</summary>
    public abstract bool Read();

    /// <summary>A cell as a string without white space around it.</summary>
    public string Text(int column) => Encoding.UTF8.GetString(this[column]).Trim();

    /// <summary>True where every cell is blank.</summary>
    public bool IsBlank()
    {
        for (int i = 0; i < Count; i++)
        {
            if (!this[i].IsEmpty)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// True where the cell is the word, told without making a string of it. May say false of a word with other letters than ASCII or with white space
    /// around it.
    /// </summary>
    public bool Is(int column, string word) => this[column] is var cell && cell.Length == word.Length && Ascii.Equals(cell, word);

    /// <summary>A place in this part.</summary>
    public Location At(int column) => new(File, Row, column < Letters.Length ? Letters[column] : Location.Letters(column));

    /// <inheritdoc/>
    public abstract void Dispose();
}

/// <summary>Rows of a CSV file. CsvHelper counts records as Excel counts rows as long as empty lines are not skipped.</summary>
internal sealed class CsvRows : RowSource
{
    private readonly CsvReader reader;

    private CsvRows(ReadOnlyMemory<byte> utf8, Reading reading, string file)
    {
        int feeds = utf8.Span.Count((byte)'\n');
        MostRows = (feeds > 0 ? feeds : utf8.Span.Count((byte)'\r')) + 1;
        reader = CsvReader.Create(utf8, new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            SkipEmptyLines = false,
            OnMalformedRecord = record => reading.Add(ProblemKinds.BadQuotes, new Location(file, (int)record.RecordNumber)),
        });
    }

    /// <inheritdoc/>
    public override int Row => (int)reader.RowNumber;

    /// <inheritdoc/>
    public override int Count => reader.FieldCount;

    /// <inheritdoc/>
    public override int MostRows { get; }

    /// <inheritdoc/>
    public override bool FixedLength => true;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> this[int column] => reader.GetSpan(column);

    /// <summary>Opens a file, or returns null with a problem.</summary>
    public static CsvRows? Open(Reading reading, string path) =>
        reading.Utf8Text(path) is { } utf8 ? new CsvRows(utf8, reading, Reading.Shown(path)) { File = Reading.Shown(path) } : null;

    /// <inheritdoc/>
    public override bool Read() => reader.Read();

    /// <inheritdoc/>
    public override void Dispose() => reader.Dispose();
}
