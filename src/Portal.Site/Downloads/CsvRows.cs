using System.Buffers;
using System.Text;
using Portal.Domain.Data;
using Portal.Site.Rendering;

namespace Portal.Site.Downloads;

/// <summary>
/// A table as CSV (RFC 4180) in UTF-8 with a byte order mark, by which spreadsheets know Chinese. Rows end with CR LF. Rows go to the
/// buffer as they come; no string of the file is ever made.
/// </summary>
/// <remarks>
/// A text that a spreadsheet could take for a formula (it begins with <c>= + - @</c>, the same of full width, a tab or a line end) gets an apostrophe before
/// it, and so does one that begins with an apostrophe, which makes it exact: who takes one leading apostrophe off has the text again.
/// Numbers never begin so.
/// </remarks>
public sealed class CsvRows : TableRows
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");
    private static readonly SearchValues<char> Starts = SearchValues.Create("=+-@\t\r\n'＝＋－＠");
    private bool first = true;

    /// <summary>Begins a table with its header.</summary>
    public CsvRows(IBufferWriter<byte> to, IEnumerable<string> header)
        : base(to, null)
    {
        to.Write(Encoding.UTF8.Preamble);
        foreach (string name in header)
        {
            Text(name);
        }

        End();
    }

    /// <inheritdoc/>
    public override void Text(string text)
    {
        Next();
        Writer.Write(Quoted(Defused(text)));
    }

    /// <inheritdoc/>
    public override void Blank() => Next();

    /// <inheritdoc/>
    protected internal override void End()
    {
        Writer.Write("\r\n");
        first = true;
    }

    /// <inheritdoc/>
    protected override ReadOnlySpan<byte> Join(ReadOnlySpan<byte> rows) => rows;

    /// <summary>The text with an apostrophe before it where a spreadsheet could take it for a formula.</summary>
    public static string Defused(string text) => text.Length > 0 && Starts.Contains(text[0]) ? "'" + text : text;

    /// <summary>The cell in quotes where RFC 4180 asks for them.</summary>
    public static string Quoted(string cell) => cell.AsSpan().IndexOfAny(Special) < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <inheritdoc/>
    protected internal override void Digits(ReadOnlySpan<char> digits)
    {
        Next();
        Writer.Write(digits);
    }

    private void Next()
    {
        if (!first)
        {
            Writer.Write((byte)',');
        }

        first = false;
    }
}
