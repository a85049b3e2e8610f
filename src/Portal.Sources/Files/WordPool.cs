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

        Span<char> buffer = stackalloc char[Longest];
        ReadOnlySpan<char> text = buffer[..Encoding.UTF8.GetChars(utf8, buffer)].Trim();
        string?[] now = slots;
        ref string? slot = ref now[Slot(text, now.Length)];
        string? word = slot;
        if (word is null || !text.SequenceEqual(word))
        {
            slot = word = text.ToString();
            if (++added > now.Length / 2 && now.Length < MostSlots)
            {
                Grow(now);
            }
        }

        return word;
    }

    private void Grow(string?[] now)
    {
        lock (this)
        {
            if (slots == now)
            {
                string?[] more = new string?[now.Length * 4];
                foreach (string? word in now)
                {
                    if (word is not null)
                    {
                        more[Slot(word, more.Length)] = word;
                    }
                }

                (added, slots) = (0, more);
            }
        }
    }

    private static int Slot(ReadOnlySpan<char> text, int slots) => string.GetHashCode(text, StringComparison.Ordinal) & (slots - 1);
}
