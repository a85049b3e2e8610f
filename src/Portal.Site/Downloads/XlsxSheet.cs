using System.Buffers;
using System.Globalization;
using Portal.Domain.Problems;
using Portal.Site.Rendering;

namespace Portal.Site.Downloads;

/// <summary>The cells of one sheet, written row by row from left to right.</summary>
internal sealed class XlsxSheet(Utf8Writer xml)
{
    private static readonly string[] Letters = [.. Enumerable.Range(0, 256).Select(Location.Letters)];
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\uFFFE\uFFFF");
    private bool open;
    private int column;

    /// <summary>Number of the row that is being written, the first is 1.</summary>
    public int Row { get; private set; }

    /// <summary>A number as XML and formulas write it: shortest round trip.</summary>
    public static string Digits(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Letters of a column, the first is 0.</summary>
    public static string LettersOf(int column) => column < Letters.Length ? Letters[column] : Location.Letters(column);

    /// <summary>Begins a row.</summary>
    public void StartRow()
    {
        EndRow();
        Row++;
        column = 0;
        open = true;
        xml.Write("<row r=\"");
        xml.Whole(Row);
        xml.Write("\">");
    }

    /// <summary>Ends the row.</summary>
    public void EndRow()
    {
        if (open)
        {
            xml.Write("</row>");
            open = false;
        }
    }

    /// <summary>A row of texts.</summary>
    public void Texts(XlsxStyle style, params IEnumerable<string> texts)
    {
        StartRow();
        foreach (string text in texts)
        {
            Text(text, style);
        }
    }

    /// <summary>Passes over cells.</summary>
    public void Skip(int count = 1) => column += count;

    /// <summary>A text; nothing for an empty one. It is never a formula, whatever it begins with.</summary>
    public void Text(string text, XlsxStyle style = XlsxStyle.Plain)
    {
        if (text.Length > 0)
        {
            Start(style);
            xml.Write(" t=\"inlineStr\"><is><t>");
            Escape(text);
            xml.Write("</t></is></c>");
        }

        column++;
    }

    /// <summary>A number.</summary>
    public void Number(double value, XlsxStyle style = XlsxStyle.Plain)
    {
        Start(style);
        xml.Write("><v>");
        xml.Number(value);
        xml.Write("</v></c>");
        column++;
    }

    /// <summary>A formula, without its equals sign, with the number that it comes to.</summary>
    public void Formula(string formula, double value, XlsxStyle style = XlsxStyle.Plain)
    {
        Start(style);
        xml.Write("><f>");
        Escape(formula);
        xml.Write("</f><v>");
        xml.Number(value);
        xml.Write("</v></c>");
        column++;
    }

    /// <summary>
    /// A formula that the cells below it share, each with its own row: written once, in the first of them, as spreadsheets write it
    /// when a formula is filled down.
    /// </summary>
    /// <param name="formula">Formula as it stands in the first cell; null in the cells below.</param>
    /// <param name="number">Number of the shared formula in the sheet.</param>
    /// <param name="lastRow">Last row that may share it.</param>
    /// <param name="value">What it comes to here.</param>
    /// <param name="style">Style.</param>
    public void Shared(string? formula, int number, int lastRow, double value, XlsxStyle style = XlsxStyle.Plain)
    {
        Start(style);
        xml.Write("><f t=\"shared\" si=\"");
        xml.Whole(number);
        if (formula is null)
        {
            xml.Write("\"/><v>");
        }
        else
        {
            string letters = LettersOf(column);
            xml.Write("\" ref=\"");
            xml.Write(letters);
            xml.Whole(Row);
            xml.Write((byte)':');
            xml.Write(letters);
            xml.Whole(lastRow);
            xml.Write("\">");
            Escape(formula);
            xml.Write("</f><v>");
        }

        xml.Number(value);
        xml.Write("</v></c>");
        column++;
    }

    /// <summary>A formula that comes to a text.</summary>
    public void Formula(string formula, string value, XlsxStyle style = XlsxStyle.Plain)
    {
        Start(style);
        xml.Write(" t=\"str\"><f>");
        Escape(formula);
        xml.Write("</f><v>");
        Escape(value);
        xml.Write("</v></c>");
        column++;
    }

    private void Start(XlsxStyle style)
    {
        xml.Write("<c r=\"");
        xml.Write(LettersOf(column));
        xml.Whole(Row);
        xml.Write((byte)'"');
        if (style != XlsxStyle.Plain)
        {
            xml.Write(" s=\"");
            xml.Whole((int)style);
            xml.Write((byte)'"');
        }
    }

    // What XML cannot hold (control characters, half a surrogate pair) is left out.
    private void Escape(string text)
    {
        if (!text.AsSpan().ContainsAny(Special) && !text.AsSpan().ContainsAnyInRange('\0', '\u001F') && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            xml.Write(text);
            return;
        }

        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            switch (c)
            {
                case '&': xml.Write("&amp;"); break;
                case '<': xml.Write("&lt;"); break;
                case '>': xml.Write("&gt;"); break;
                case '\t' or '\n': xml.Write((byte)c); break;
                case < ' ' or '\uFFFE' or '\uFFFF': break;
                case var high when char.IsHighSurrogate(high) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]):
                    xml.Write(text.AsSpan(i++, 2));
                    break;
                case var half when char.IsSurrogate(half): break;
                default: xml.Write(text.AsSpan(i, 1)); break;
            }
        }
    }
}
