using System.Buffers;
using System.Text;

namespace Portal.Site.Rendering;

/// <summary>A text writer straight into a buffer of UTF-8 bytes: no string of the page is ever made.</summary>
internal sealed class Utf8TextWriter : TextWriter
{
    private readonly Encoder encoder = new UTF8Encoding(false).GetEncoder();
    private readonly char[] one = new char[1];
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
        encoder.Reset();
    }

    public override void Write(char value)
    {
        one[0] = value;
        Write(one.AsSpan());
    }

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        while (buffer.Length > 0)
        {
            Span<byte> bytes = to.GetSpan(Math.Min(Encoding.UTF8.GetMaxByteCount(buffer.Length), 4096));
            encoder.Convert(buffer, bytes, false, out int chars, out int written, out _);
            to.Advance(written);
            buffer = buffer[chars..];
        }
    }
}
