using System.Globalization;
using System.Text;
using CsvHelper;

namespace Portal.Verification;

/// <summary>Reads the CSV files of a release, by the words of its README.txt alone.</summary>
internal static class Csv
{
    private const int LongestRow = 1 << 20;

    /// <summary>Rows of a file. It must have the columns named.</summary>
    /// <exception cref="DownloadException">The file is missing or damaged.</exception>
    public static IEnumerable<Row> Read(IDownloadPlace place, string path, IReadOnlyList<string> columns)
    {
        using Stream stream = place.Open(path) ?? throw new DownloadException($"{place.Name} 里没有 {path}，而 datapackage.json 列出了它。");
        string? damage = null;
        using CsvReader reader = CsvReader.Create(
            stream,
            new CsvReaderOptions { Separator = ',', HasHeader = false, SkipEmptyLines = false, MaxRecordSize = LongestRow, OnMalformedRecord = record => damage ??= $"第 {record.RecordNumber} 行的引号不成对" },
            true);
        Dictionary<string, int>? header = null;
        while (Next(reader, path))
        {
            string[] cells = new string[reader.FieldCount];
            for (int i = 0; i < cells.Length; i++)
            {
                cells[i] = Text(reader.GetSpan(i), path, reader.RowNumber);
            }

            if (damage is not null)
            {
                throw new DownloadException($"{path} 损坏：{damage}。");
            }

            if (header is null)
            {
                header = Header(cells, path, columns);
                continue;
            }

            if (cells.Length != header.Count)
            {
                throw new DownloadException(string.Create(CultureInfo.InvariantCulture, $"{path} 损坏：第 {reader.RowNumber} 行有 {cells.Length} 格，表头有 {header.Count} 格。"));
            }

            yield return new Row(path, (int)reader.RowNumber, header, cells);
        }

        if (header is null)
        {
            throw new DownloadException($"{path} 损坏：是空的，连表头都没有。");
        }
    }

    private static bool Next(CsvReader reader, string path)
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException e)
        {
            throw new DownloadException($"{path} 损坏：不是能读的 CSV。{e.Message}", e);
        }
    }

    private static Dictionary<string, int> Header(string[] cells, string path, IReadOnlyList<string> columns)
    {
        cells[0] = cells[0].TrimStart('\uFEFF');
        Dictionary<string, int> header = new(StringComparer.Ordinal);
        for (int i = 0; i < cells.Length; i++)
        {
            if (!header.TryAdd(cells[i], i))
            {
                throw new DownloadException($"{path} 损坏：有两列都叫 {cells[i]}。");
            }
        }

        string? missing = columns.FirstOrDefault(c => !header.ContainsKey(c));
        return missing is null ? header : throw new DownloadException($"{path} 损坏：没有 {missing} 一列。");
    }

    private static string Text(ReadOnlySpan<byte> bytes, string path, long row)
    {
        try
        {
            return bytes.IsEmpty ? "" : Strict.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            throw new DownloadException(string.Create(CultureInfo.InvariantCulture, $"{path} 损坏：第 {row} 行不是 UTF-8。"), e);
        }
    }

    private static readonly UTF8Encoding Strict = new(false, true);
}

/// <summary>A row of a download.</summary>
/// <param name="File">File.</param>
/// <param name="Line">Row as a spreadsheet shows it: the header is row 1.</param>
/// <param name="Header">Positions of the columns.</param>
/// <param name="Cells">Cells as they stand.</param>
public sealed record Row(string File, int Line, IReadOnlyDictionary<string, int> Header, string[] Cells)
{
    /// <summary>A text, without the apostrophe by which it was defused.</summary>
    public string this[string column] => Raw(column) is ['\'', .. string text] ? text : Raw(column);

    /// <summary>True where the table has the column.</summary>
    public bool Has(string column) => Header.ContainsKey(column);

    /// <summary>A cell as it stands.</summary>
    public string Raw(string column) => Header.TryGetValue(column, out int at) ? Cells[at] : throw new DownloadException($"{File} 没有 {column} 一列。");

    /// <summary>A number or the marker in its place.</summary>
    public Num Number(string column)
    {
        string cell = Raw(column);
        if (cell is "" or "z" or "x" or "c")
        {
            return Num.Without(cell.Length == 0 ? Num.Blank : cell[0]);
        }

        return double.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? new Num(value, Num.Known)
            : throw new DownloadException(string.Create(CultureInfo.InvariantCulture, $"{File} 损坏：第 {Line} 行 {column} 的“{cell}”不是数。"));
    }
}

/// <summary>A number, or why there is none.</summary>
/// <param name="Value">The number; NaN where there is none.</param>
/// <param name="Why"><see cref="Known"/>, <see cref="Blank"/>, <c>z</c>, <c>x</c>, <c>c</c> as reported, or <see cref="Hidden"/>.</param>
public readonly record struct Num(double Value, char Why)
{
    /// <summary>There is a number.</summary>
    public const char Known = '=';

    /// <summary>Not reported.</summary>
    public const char Blank = '_';

    /// <summary>The publisher withholds it: whether there is a number, and which, cannot be known from the downloads.</summary>
    public const char Hidden = '?';

    /// <summary>True where there is a number.</summary>
    public bool IsKnown => Why == Known;

    /// <summary>True where the publisher withholds it.</summary>
    public bool IsHidden => Why == Hidden;

    /// <summary>No number, for a reason.</summary>
    public static Num Without(char why) => new(double.NaN, why);

    /// <summary>A number.</summary>
    public static Num Of(double value) => new(value, Known);
}
