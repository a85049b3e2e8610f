using System.Collections.Concurrent;
using Portal.Domain.Problems;

namespace Portal.Sources.Files;

/// <summary>The known word nearest to a mistyped one, by edit distance (Damerau: a swap of neighbours is one edit).</summary>
internal static class Nearest
{
    /// <summary>What is said where nothing is known or near.</summary>
    public const string None = Problem.NothingNear;

    /// <summary>The nearest of the known words, the first in ordinal order among equals; <see cref="None"/> where more than half of the word is another.</summary>
    public static string To(string word, IEnumerable<string> known)
    {
        string best = None;
        int least = int.MaxValue;
        foreach (string candidate in known)
        {
            if (Math.Abs(candidate.Length - word.Length) > least)
            {
                continue;
            }

            int distance = Distance(word, candidate);
            if (distance < least || (distance == least && string.CompareOrdinal(candidate, best) < 0))
            {
                (best, least) = (candidate, distance);
            }
        }

        return least <= Math.Max(word.Length, best.Length) / 2 ? best : None;
    }

    /// <summary>Edits between two words; only their first 64 characters count.</summary>
    public static int Distance(string a, string b)
    {
        ReadOnlySpan<char> s = a.AsSpan(0, Math.Min(a.Length, 64));
        ReadOnlySpan<char> t = b.AsSpan(0, Math.Min(b.Length, 64));
        int[] before = new int[t.Length + 1];
        int[] last = new int[t.Length + 1];
        int[] row = new int[t.Length + 1];
        for (int j = 0; j <= t.Length; j++)
        {
            last[j] = j;
        }

        for (int i = 1; i <= s.Length; i++)
        {
            row[0] = i;
            for (int j = 1; j <= t.Length; j++)
            {
                int cost = s[i - 1] == t[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && s[i - 1] == t[j - 2] && s[i - 2] == t[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, last, row) = (last, row, before);
        }

        return last[t.Length];
    }
}

/// <summary>A set of known words with the nearest of each unknown one worked out once.</summary>
internal sealed class KnownWords
{
    private readonly HashSet<string> known;
    private readonly ConcurrentDictionary<string, string> nearest = new(StringComparer.Ordinal);

    /// <summary>Keeps words.</summary>
    public KnownWords(IEnumerable<string> words)
    {
        known = new HashSet<string>(StringComparer.Ordinal);
        Words = [.. words.Where(known.Add)];
    }

    /// <summary>The words in their order.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>True where the word is known.</summary>
    public bool Has(string word) => known.Contains(word);

    /// <summary>The nearest known word.</summary>
    public string NearestTo(string word) => nearest.GetOrAdd(word, w => Nearest.To(w, known));
}
