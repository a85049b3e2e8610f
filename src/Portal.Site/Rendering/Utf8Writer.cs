using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Portal.Site.Rendering;

/// <summary>
/// Writes text as UTF-8, as it stands or escaped, gathered and handed over many kilobytes at a time. No string of a page or a table is ever made.
/// </summary>
/// <param name="escape">What is written otherwise than it stands; null for a writer that is never asked to escape.</param>
internal sealed class Utf8Writer(Escape? escape = null) : IDisposable
{
    private const int Room = 32 * 1024;

    /// <summary>Text of so many characters is tried as ASCII first.</summary>
    private const int Short = 24;

    /// <summary>No number is printed with more characters.</summary>
    private const int Longest = 32;

    private byte[] gathered = ArrayPool<byte>.Shared.Rent(Room);
    private int count;
    private IBufferWriter<byte> to = new ArrayBufferWriter<byte>(1);

    /// <summary>Begins to write to this buffer; what was not handed over is forgotten.</summary>
    public void Use(IBufferWriter<byte> target)
    {
        to = target;
        count = 0;
    }

    /// <summary>Gives its buffer back; what was not handed over is forgotten.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(gathered);
        gathered = [];
        count = 0;
    }

    /// <summary>Hands over what was gathered.</summary>
    public void Flush()
    {
        to.Write(gathered.AsSpan(0, count));
        count = 0;
    }

    /// <summary>One ASCII character.</summary>
    public void Write(byte value)
    {
        if (count == Room)
        {
            Flush();
        }

        gathered[count++] = value;
    }

    /// <summary>Text as it stands.</summary>
    public void Write(ReadOnlySpan<char> text)
    {
        while (text.Length > Room / 3)
        {
            int part = char.IsHighSurrogate(text[(Room / 3) - 1]) ? (Room / 3) - 1 : Room / 3;
            Write(text[..part]);
            text = text[part..];
        }

        if (text.Length * 3 > Room - count)
        {
            Flush();
        }

        // Most of what is written are names of elements and bits of markup: a plain loop is faster there than asking the encoder.
        if (text.Length <= Short)
        {
            Span<byte> bytes = gathered.AsSpan(count);
            int plain = 0;
            for (; plain < text.Length && text[plain] < 0x80; plain++)
            {
                bytes[plain] = (byte)text[plain];
            }

            count += plain;
            text = text[plain..];
        }

        if (!text.IsEmpty)
        {
            count += Encoding.UTF8.GetBytes(text, gathered.AsSpan(count));
        }
    }

    /// <summary>A whole number.</summary>
    public void Whole(long value)
    {
        Need();
        value.TryFormat(gathered.AsSpan(count), out int length, default, CultureInfo.InvariantCulture);
        count += length;
    }

    /// <summary>The shortest digits that read back as the same number.</summary>
    public void Number(double value)
    {
        // Most numbers of a table are whole: their digits are the shortest that read back, as long as no exponent is written. Zero may have a sign.
        if (Math.Abs(value) < 1e15 && value == Math.Truncate(value) && value != 0)
        {
            Whole((long)value);
            return;
        }

        Need();
        value.TryFormat(gathered.AsSpan(count), out int length, "R", CultureInfo.InvariantCulture);
        count += length;
    }

    private void Need()
    {
        if (Room - count < Longest)
        {
            Flush();
        }
    }

    /// <summary>Text, escaped where it could mean something else.</summary>
    public void Escaped(ReadOnlySpan<char> text)
    {
        bool[] plain = escape!.Plain;
        int from = 0;
        while (from < text.Length)
        {
            if (Room - count < 3)
            {
                Flush();
            }

            int end = Math.Min(text.Length, from + ((Room - count) / 3));
            byte[] bytes = gathered;
            int at = count;
            int i = from;
            for (; i < end; i++)
            {
                char c = text[i];
                if (!plain[c])
                {
                    break;
                }

                if (c < 0x80)
                {
                    bytes[at++] = (byte)c;
                }
                else if (c < 0x800)
                {
                    bytes[at] = (byte)(0xC0 | (c >> 6));
                    bytes[at + 1] = (byte)(0x80 | (c & 0x3F));
                    at += 2;
                }
                else
                {
                    bytes[at] = (byte)(0xE0 | (c >> 12));
                    bytes[at + 1] = (byte)(0x80 | ((c >> 6) & 0x3F));
                    bytes[at + 2] = (byte)(0x80 | (c & 0x3F));
                    at += 3;
                }
            }

            count = at;
            from = i;
            if (i < end)
            {
                // Rare: a character that is escaped, or a pair of surrogates.
                int length = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]) ? 2 : 1;
                Write(escape.Encoder.Encode(text.Slice(i, length).ToString()));
                from += length;
            }
        }
    }
}

/// <summary>The rules of a format: which characters may not stand for themselves in its texts.</summary>
/// <param name="encoder">Knows how they are written instead.</param>
internal sealed class Escape(TextEncoder encoder)
{
    /// <summary>Writes what is not plain.</summary>
    public TextEncoder Encoder => encoder;

    /// <summary>By character: true where it stands for itself, asked of the encoder once. Halves of pairs of surrogates do not.</summary>
    public bool[] Plain { get; } = [.. Enumerable.Range(0, char.MaxValue + 1).Select(c => !char.IsSurrogate((char)c) && !encoder.WillEncode(c))];
}
