using System.Buffers;
using System.Globalization;
using System.Text;

namespace Portal.Site.Downloads;

/// <summary>A cell of a download: words, or a number.</summary>
/// <param name="Text">What is written.</param>
/// <param name="IsNumber">True for a number, which may begin with a minus sign.</param>
public readonly record struct CsvCell(string Text, bool IsNumber)
{
    /// <summary>Words.</summary>
    public static implicit operator CsvCell(string text) => new(text, false);

    /// <summary>A count.</summary>
    public static implicit operator CsvCell(int number) => new(number.ToString(CultureInfo.InvariantCulture), true);

    /// <summary>A value in full: the shortest digits that give the same number again; blank where there is none.</summary>
    public static implicit operator CsvCell(double number) => new(double.IsNaN(number) ? "" : number.ToString("R", CultureInfo.InvariantCulture), true);
}

/// <summary>
/// A table for download as RFC 4180 has it, in UTF-8 with a byte order mark, so that spreadsheets read Chinese. Words that a spreadsheet would take for a
/// formula get an apostrophe before them.
/// </summary>
public sealed class CsvText
{
    private readonly IBufferWriter<byte> to;

    /// <summary>Begins a table.</summary>
    public CsvText(IBufferWriter<byte> to)
    {
        this.to = to;
        to.Write("\uFEFF"u8);
    }

    /// <summary>Writes a row.</summary>
    public void Row(IEnumerable<CsvCell> cells) => to.Write(Encoding.UTF8.GetBytes(string.Join(',', cells.Select(Shown)) + "\r\n"));

    private static string Shown(CsvCell cell)
    {
        string text = cell.IsNumber ? cell.Text : CsvRows.Defused(cell.Text);
        return CsvRows.Quoted(text);
    }
}
