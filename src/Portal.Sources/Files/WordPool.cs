using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Portal.Sources.Files;

/// <summary>
/// Keeps a word that stands in many cells once: codes, ids that come back in each table and period, names. It forgets a word whose place another
/// one takes, so that it does not grow with the set beyond some megabytes; what it gives back has always the right letters. Threads may share it.
/// </summary>
internal sealed class WordPool
{
    private const int Longest = 256;
    private const int MostSlots = 1 << 20;
    private volatile string?[] slots = new string?[1 << 10];
    private int added;

    /// <summary>The text without white space around it.</summary>
    public string Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            return "";
        }

        if (utf8.Length > Longest)
        {
            return Encoding.UTF8.GetString(utf8).Trim();
        }

        string?[] now = slots;
        ref string? slot = ref now[Slot(utf8, now.Length)];
        string? word = slot;
        if (word is null || !Same(word, utf8))
        {
            slot = word = Encoding.UTF8.GetString(utf8).Trim();
            if (++added > now.Length / 2 && now.Length < MostSlots)
            {
                Grow(now);
            }
        }

        return word;
    }

    // A text with white space around it has another place than its word, and is never the same as what stands there: it is only kept twice.
    private static bool Same(string word, ReadOnlySpan<byte> utf8)
    {
        if (word.Length == utf8.Length)
        {
            return Ascii.Equals(utf8, word);
        }

        Span<char> buffer = stackalloc char[Longest];
        return buffer[..Encoding.UTF8.GetChars(utf8, buffer)].SequenceEqual(word);
    }

    private void Grow(string?[] now)
    {
        lock (this)
        {
            if (slots == now)
            {
                string?[] more = new string?[now.Length * 4];
                Span<byte> utf8 = stackalloc byte[Longest];
                foreach (string? word in now)
                {
                    if (word is not null && Encoding.UTF8.TryGetBytes(word, utf8, out int length))
                    {
                        more[Slot(utf8[..length], more.Length)] = word;
                    }
                }

                (added, slots) = (0, more);
            }
        }
    }

    // Eight bytes at a time. The place decides only which words are kept once, never what is read.
    private static int Slot(ReadOnlySpan<byte> utf8, int slots)
    {
        ulong hash = (ulong)utf8.Length;
        while (utf8.Length >= sizeof(ulong))
        {
            hash = Mixed(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(utf8));
            utf8 = utf8[sizeof(ulong)..];
        }

        ulong rest = 0;
        foreach (byte letter in utf8)
        {
            rest = (rest << 8) | letter;
        }

        return (int)(Mixed(hash ^ rest) >> 32) & (slots - 1);
    }

    private static ulong Mixed(ulong hash) => BitOperations.RotateLeft(hash * 0x9E3779B97F4A7C15, 31) * 0xBF58476D1CE4E5B9;
}
