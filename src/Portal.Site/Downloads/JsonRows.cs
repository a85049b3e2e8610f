using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Portal.Site.Rendering;

namespace Portal.Site.Downloads;

/// <summary>
/// A table as JSON: <c>{"columns": [...], "data": [[...], ...]}</c>, one row a line, which pandas reads with <c>orient="split"</c>.
/// A blank is null; markers and outcomes are texts, as they are in the CSV file.
/// </summary>
public sealed class JsonRows : TableRows
{
    /// <summary>Chinese as it stands; whatever could end a script or open a tag, escaped.</summary>
    internal static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);

    /// <summary>The same, for what is written straight to bytes.</summary>
    internal static readonly Escape Escape = new(Encoder);
    private string before;

    /// <summary>Begins a table with the names of its columns.</summary>
    public JsonRows(IBufferWriter<byte> to, IEnumerable<string> header)
        : base(to, Escape)
    {
        before = "{\"columns\":[";
        foreach (string name in header)
        {
            Text(name);
        }

        Writer.Write("],\n\"data\":[");
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
        Writer.Write((byte)'"');
        Writer.Escaped(text);
        Writer.Write((byte)'"');
    }

    /// <inheritdoc/>
    public override void Blank()
    {
        Next();
        Writer.Write("null");
    }

    /// <inheritdoc/>
    protected internal override void End()
    {
        Writer.Write((byte)']');
        before = ",\n[";
    }

    /// <inheritdoc/>
    protected override ReadOnlySpan<byte> Join(ReadOnlySpan<byte> rows)
    {
        // The first row of a file has no comma before it; whether these had one does not matter.
        Writer.Write(before.AsSpan(0, before.Length - 1));
        before = ",\n[";
        return rows.TrimStart(",\n"u8);
    }

    /// <inheritdoc/>
    protected override void Finish() => Writer.Write("\n]}\n");

    /// <inheritdoc/>
    protected internal override void Digits(ReadOnlySpan<char> digits)
    {
        Next();
        Writer.Write(digits);
    }

    private void Next()
    {
        Writer.Write(before);
        before = ",";
    }
}
