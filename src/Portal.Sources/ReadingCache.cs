using System.Collections.Concurrent;
using System.Security.Cryptography;
using Portal.Domain.Data;
using Portal.Domain.Problems;
using Portal.Sources.Readers;

namespace Portal.Sources;

/// <summary>
/// What a preview keeps between two readings of one data set: every part of a release's tables as it was read, with its problems, by the digest of
/// its file (decision 0028). A part whose bytes are as they were is not read again; its problems are told again. Checks across parts are made in
/// every reading, so that nothing that one part says of another is kept. Not for two readings at once.
/// </summary>
public sealed class ReadingCache
{
    private ConcurrentDictionary<string, KeptPart> before = new(StringComparer.Ordinal), now = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, string> files = new(StringComparer.Ordinal);
    private string around = "";
    private int read, kept;

    /// <summary>A part of a table, and what was found while it was read.</summary>
    /// <param name="Digest">SHA-256 of the file, in hexadecimal.</param>
    /// <param name="Value">The part as read.</param>
    /// <param name="Problems">Problems inside it.</param>
    /// <param name="Files">The file with its encoding.</param>
    internal sealed record KeptPart(string Digest, object Value, IReadOnlyList<Problem> Problems, IReadOnlyList<InputFile> Files);

    /// <summary>Parts of tables that the last reading read.</summary>
    public int PartsRead => read;

    /// <summary>Parts that the last reading took over from an earlier one.</summary>
    public int PartsKept => kept;

    /// <summary>True once everything is known that a cell of a release's table may name: from then on parts can be kept.</summary>
    internal bool IsOpen { get; private set; }

    /// <summary>What the last reading read.</summary>
    public ReadingState State => new(files, now);

    /// <summary>The last reading, where it had no error.</summary>
    internal LastReading? Last { get; private set; }

    internal void Begin(params string[] folders)
    {
        files = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        (read, kept, IsOpen) = (0, 0, false);
        Last = new LastReading(folders);
    }

    /// <summary>
    /// The set as the last reading read it, with other numbers of schools; null where anything else has changed since then, or where a number is not
    /// right: then all must be read again to tell what is wrong.
    /// </summary>
    public Dataset? WithOtherNumbers()
    {
        if (Last?.ChangedParts(files) is not { } changed || Last.With(changed) is not { } data)
        {
            return null;
        }

        // New dictionaries: an earlier state may still be looked at.
        files = new ConcurrentDictionary<string, string>(files, StringComparer.Ordinal);
        now = new ConcurrentDictionary<string, KeptPart>(now, StringComparer.Ordinal);
        foreach (ChangedPart part in changed)
        {
            files[part.File] = part.Digest;
            string name = PartName(Tables.Definitions.Schools.Name, part.File);
            now[name] = now[name] with { Digest = part.Digest, Value = part.Now };
        }

        (read, kept) = (changed.Count, now.Count - changed.Count);
        Last.Take(changed, data);
        return data;
    }

    /// <summary>Name of a part of a table.</summary>
    internal static string PartName(string table, string shown) => table + " " + shown;

    /// <summary>Notes a file that was read, and gives its digest.</summary>
    internal string Note(string file, byte[] bytes) => files[file] = Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>
    /// Called when all has been read that stands around the releases: vocabulary, places, sources, schemes, duties. Where any of it is not as it
    /// was, a cell that was right may be wrong, and nothing is kept.
    /// </summary>
    internal void Open()
    {
        string seen = string.Join('\n', files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Value + " " + f.Key));
        before = seen == around ? now : new ConcurrentDictionary<string, KeptPart>(StringComparer.Ordinal);
        now = new ConcurrentDictionary<string, KeptPart>(StringComparer.Ordinal);
        (around, IsOpen) = (seen, true);
    }

    /// <summary>A part of a table: as it was where its file is as it was, else read now.</summary>
    internal KeptPart Part(string name, string digest, Func<KeptPart> readNow)
    {
        // Within one reading, too: a revision shares the parts of its base.
        if ((now.TryGetValue(name, out KeptPart? part) || before.TryGetValue(name, out part)) && part.Digest == digest)
        {
            Interlocked.Increment(ref kept);
        }
        else
        {
            Interlocked.Increment(ref read);
            part = readNow();
        }

        return now[name] = part;
    }
}

/// <summary>The files of one reading by digest, and the parts of its tables.</summary>
public sealed class ReadingState
{
    private readonly IReadOnlyDictionary<string, string> files;
    private readonly IReadOnlyDictionary<string, ReadingCache.KeptPart> parts;

    internal ReadingState(IReadOnlyDictionary<string, string> files, IReadOnlyDictionary<string, ReadingCache.KeptPart> parts) => (this.files, this.parts) = (files, parts);

    /// <summary>
    /// The counties of the schools in files that differ from an earlier reading, where nothing else differs than numbers of schools: the same files,
    /// the same schools with the same words, the same columns. Null where anything else does: then all must be worked out again.
    /// </summary>
    public IReadOnlySet<PlaceCode>? CountiesWithOtherNumbers(ReadingState earlier)
    {
        if (files.Count != earlier.files.Count)
        {
            return null;
        }

        Dictionary<string, SchoolPart[]> own = Schools(), then = earlier.Schools();
        HashSet<PlaceCode> counties = [];
        foreach ((string file, string digest) in files)
        {
            if (!earlier.files.TryGetValue(file, out string? old))
            {
                return null;
            }

            if (old == digest)
            {
                continue;
            }

            if (!own.TryGetValue(file, out SchoolPart[]? a) || !then.TryGetValue(file, out SchoolPart[]? b) || a is not [var one] || b is not [var other] || !one.HasSameWords(other))
            {
                return null;
            }

            counties.UnionWith(one.Schools.Select(s => s.Place));
        }

        return counties;
    }

    // A workbook may hold other tables beside its schools: only a file of its own is told by its name.
    private Dictionary<string, SchoolPart[]> Schools() =>
        parts.Values.Select(p => p.Value).OfType<SchoolPart>().GroupBy(p => p.File, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
}
