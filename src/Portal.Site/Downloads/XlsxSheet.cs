using System.Buffers;
using System.Globalization;
using System.Text;
using Portal.Domain.Problems;

namespace Portal.Site.Downloads;

/// <summary>The cells of one sheet, written row by row from left to right.</summary>
internal sealed class XlsxSheet(StringBuilder xml)
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
        xml.Append("<row r=\"").Append(Row).Append("\">");
    }

    /// <summary>Ends the row.</summary>
    public void EndRow()
    {
        if (open)
        {
            xml.Append("</row>");
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
            Start(style).Append(" t=\"inlineStr\"><is><t>");
            Escape(text);
            xml.Append("</t></is></c>");
        }

        column++;
    }

    /// <summary>A number.</summary>
    public void Number(double value, XlsxStyle style = XlsxStyle.Plain)
    {
        Start(style).Append("><v>");
        Append(value);
        xml.Append("</v></c>");
        column++;
    }

    /// <summary>A formula, without its equals sign, with the number that it comes to.</summary>
    public void Formula(string formula, double value, XlsxStyle style = XlsxStyle.Plain)
    {
        Start(style).Append("><f>");
        Escape(formula);
        xml.Append("</f><v>");
        Append(value);
        xml.Append("</v></c>");
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
        Start(style).Append("><f t=\"shared\" si=\"").Append(number);
        if (formula is null)
        {
            xml.Append("\"/><v>");
        }
        else
        {
            string letters = LettersOf(column);
            xml.Append("\" ref=\"").Append(letters).Append(Row).Append(':').Append(letters).Append(lastRow).Append("\">");
            Escape(formula);
            xml.Append("</f><v>");
        }

        Append(value);
        xml.Append("</v></c>");
        column++;
    }

    /// <summary>A formula that comes to a text.</summary>
    public void Formula(string formula, string value, XlsxStyle style = XlsxStyle.Plain)
    {
        Start(style).Append(" t=\"str\"><f>");
        Escape(formula);
        xml.Append("</f><v>");
        Escape(value);
        xml.Append("</v></c>");
        column++;
    }

    private void Append(double value)
    {
        Span<char> digits = stackalloc char[32];
        value.TryFormat(digits, out int length, "R", CultureInfo.InvariantCulture);
        xml.Append(digits[..length]);
    }

    private StringBuilder Start(XlsxStyle style)
    {
        xml.Append("<c r=\"").Append(LettersOf(column)).Append(Row).Append('"');
        return style == XlsxStyle.Plain ? xml : xml.Append(" s=\"").Append((int)style).Append('"');
    }

    // What XML cannot hold (control characters, half a surrogate pair) is left out.
    private void Escape(string text)
    {
        if (!text.AsSpan().ContainsAny(Special) && !text.AsSpan().ContainsAnyInRange('\0', '\u001F') && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            xml.Append(text);
            return;
        }

        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            switch (c)
            {
                case '&': xml.Append("&amp;"); break;
                case '<': xml.Append("&lt;"); break;
                case '>': xml.Append("&gt;"); break;
                case '\t' or '\n': xml.Append(c); break;
                case < ' ' or '\uFFFE' or '\uFFFF': break;
                case var high when char.IsHighSurrogate(high) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]):
                    xml.Append(c).Append(text[++i]);
                    break;
                case var half when char.IsSurrogate(half): break;
                default: xml.Append(c); break;
            }
        }
    }
}
