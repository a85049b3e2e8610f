using System.Collections.Concurrent;
using System.Text;
using Portal.Site.Plan;

namespace Portal.Output;

/// <summary>
/// Hashes of the words that files show (<see cref="ShownWords"/>). They stand in the work folder beside the keys of files, each with the key of what the words
/// were made of: where that is as it was, the words are not worked out again.
/// </summary>
public sealed class WordKeys
{
    private readonly IReadOnlyDictionary<string, (string Key, string Hash)> earlier;
    private readonly ConcurrentDictionary<string, (string Key, string Hash)> now = new(StringComparer.Ordinal);

    private WordKeys(IReadOnlyDictionary<string, (string Key, string Hash)> earlier) => this.earlier = earlier;

    /// <summary>Knows of no words yet.</summary>
    public static WordKeys None => new(new Dictionary<string, (string, string)>(StringComparer.Ordinal));

    /// <summary>Reads what was kept; nothing where the file is missing. A line that is cut short says nothing.</summary>
    internal static WordKeys Read(string file)
    {
        Dictionary<string, (string, string)> earlier = new(StringComparer.Ordinal);
        foreach (string line in File.Exists(file) ? File.ReadLines(file) : [])
        {
            if (line.Split(' ', 3) is [{ Length: 64 } key, { Length: 64 } hash, var name])
            {
                earlier[name] = (key, hash);
            }
        }

        return new WordKeys(earlier);
    }

    /// <summary>The hash of some words. Safe from many threads.</summary>
    /// <param name="words">The words.</param>
    /// <param name="key">Key of what they are made of, null where nothing is said.</param>
    public string Of(ShownWords words, string? key)
    {
        string hash = key is not null && earlier.TryGetValue(words.Name, out (string Key, string Hash) before) && before.Key == key ? before.Hash : InputFingerprint.Sum(words.Words());
        if (key is not null)
        {
            now[words.Name] = (key, hash);
        }

        return hash;
    }

    /// <summary>Writes the hashes of this build whole, or not at all.</summary>
    internal void Write(string file)
    {
        string part = file + ".part";
        File.WriteAllLines(part, now.OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => $"{w.Value.Key} {w.Value.Hash} {w.Key}"), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        File.Move(part, file, overwrite: true);
    }
}
