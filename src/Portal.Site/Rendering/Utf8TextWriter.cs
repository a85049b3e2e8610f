using System.Buffers;
using System.Text;

namespace Portal.Site.Rendering;

/// <summary>
/// A text writer into a buffer of UTF-8 bytes: no string of the page is ever made. A page comes in thousands of pieces of a few
/// characters, so they are gathered and encoded many at a time; <see cref="Flush"/> hands over the rest.
/// </summary>
internal sealed class Utf8TextWriter : TextWriter
{
    private readonly Encoder encoder = new UTF8Encoding(false).GetEncoder();
    private readonly char[] gathered = new char[4096];
    private int count;
    private IBufferWriter<byte> to = new ArrayBufferWriter<byte>(1);

    public Utf8TextWriter()
        : base(System.Globalization.CultureInfo.InvariantCulture)
    {
        CoreNewLine = ['\n'];
    }

    public override Encoding Encoding => Encoding.UTF8;

    public void Use(IBufferWriter<byte> target)
    {
        to = target;
        count = 0;
        encoder.Reset();
    }

    public override void Write(char value)
    {
        if (count == gathered.Length)
        {
            Flush();
        }

        gathered[count++] = value;
    }

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        while (buffer.Length > gathered.Length - count)
        {
            int fits = gathered.Length - count;
            buffer[..fits].CopyTo(gathered.AsSpan(count));
            count += fits;
            buffer = buffer[fits..];
            Flush();
        }

        buffer.CopyTo(gathered.AsSpan(count));
        count += buffer.Length;
    }

    /// <summary>Encodes what was gathered; half a pair of surrogates waits for the other half.</summary>
    public override void Flush()
    {
        Span<byte> bytes = to.GetSpan(Encoding.UTF8.GetMaxByteCount(count));
        encoder.Convert(gathered.AsSpan(0, count), bytes, false, out _, out int written, out _);
        to.Advance(written);
        count = 0;
    }
}
