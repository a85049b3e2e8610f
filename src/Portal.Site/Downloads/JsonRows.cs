using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Portal.Site.Rendering;

namespace Portal.Site.Downloads;

/// <summary>
/// A table as JSON: <c>{"columns": [...], "data": [[...], ...]}</c>, one row a line, which pandas reads with <c>orient="split"</c>.
/// A blank is null; markers and outcomes are texts, as they are in the CSV file.
/// </summary>
public sealed class JsonRows : RowWriter, IDisposable
{
    /// <summary>Chinese as it stands; whatever could end a script or open a tag, escaped.</summary>
    internal static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);

    /// <summary>The same, for what is written straight to bytes.</summary>
    internal static readonly Escape Escape = new(Encoder);
    private readonly Utf8Writer writer = new(Escape);
    private string before;

    /// <summary>Begins a table with the names of its columns.</summary>
    public JsonRows(IBufferWriter<byte> to, IEnumerable<string> header)
    {
        writer.Use(to);
        before = "{\"columns\":[";
        foreach (string name in header)
        {
            Text(name);
        }

        writer.Write("],\n\"data\":[");
        before = "\n[";
    }

    /// <inheritdoc/>
    public override void Text(string text)
    {
        if (text.Length == 0)
        {
            Blank();
            return;
        }

        Next();
        writer.Write((byte)'"');
        writer.Escaped(text);
        writer.Write((byte)'"');
    }

    /// <inheritdoc/>
    public override void Blank()
    {
        Next();
        writer.Write("null");
    }

    /// <inheritdoc/>
    protected internal override void End()
    {
        writer.Write((byte)']');
        before = ",\n[";
    }

    /// <summary>Ends the table and hands over what is gathered.</summary>
    public void Dispose()
    {
        writer.Write("\n]}\n");
        writer.Flush();
        writer.Dispose();
    }

    /// <inheritdoc/>
    protected internal override void Digits(ReadOnlySpan<char> digits)
    {
        Next();
        writer.Write(digits);
    }

    private void Next()
    {
        writer.Write(before);
        before = ",";
    }
}
