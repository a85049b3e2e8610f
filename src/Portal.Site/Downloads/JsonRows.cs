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
    private readonly Utf8TextWriter writer = new();
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
        writer.Write('"');
        writer.Write(Encoder.Encode(text));
        writer.Write('"');
    }

    /// <inheritdoc/>
    public override void Blank()
    {
        Next();
        writer.Write("null");
    }

    /// <inheritdoc/>
    protected override void End()
    {
        writer.Write(']');
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
    protected override void Digits(ReadOnlySpan<char> digits)
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
