using Portal.Site.Downloads;

namespace Portal.Output;

/// <summary>The blocks of a file of rows as it stands in a tree: in their order, one after the other.</summary>
/// <param name="First">Where the first begins.</param>
/// <param name="Blocks">Key, length and number of rows of each.</param>
internal sealed record FileBlocks(long First, IReadOnlyList<(string Key, int Length, long Rows)> Blocks);

/// <summary>
/// What the live site's file of a table has of the blocks of the next one's. A block is found by its key, the second of equal keys as the
/// second: a county that joins or leaves moves all others, and changes none.
/// </summary>
internal sealed class RowKeys : IKeptRows
{
    /// <summary>Stands for the key of a block of which nothing is said.</summary>
    public const string None = "-";

    private readonly string path;
    private readonly IReadOnlyList<string?> keys;
    private readonly KeptRows?[] found;

    /// <param name="path">The live site's file; it is opened only where a block of it is found.</param>
    /// <param name="keys">Keys of the new file's blocks, null for one of which nothing is said.</param>
    /// <param name="earlier">Blocks of the live site's file; null where none are known.</param>
    public RowKeys(string path, IReadOnlyList<string?> keys, FileBlocks? earlier)
    {
        (this.path, this.keys) = (path, keys);
        found = new KeptRows?[keys.Count];
        if (earlier is not null)
        {
            Look(earlier);
        }
    }

    /// <summary>The blocks of the new file; null until it is made.</summary>
    public FileBlocks? New { get; private set; }

    /// <inheritdoc/>
    public KeptRows? Find(int block) => found[block];

    /// <inheritdoc/>
    public Stream Open() => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);

    /// <inheritdoc/>
    public void Made(long first, IReadOnlyList<(int Length, long Rows)> blocks) =>
        New = new FileBlocks(first, [.. blocks.Select((block, i) => (keys[i] ?? None, block.Length, block.Rows))]);

    private void Look(FileBlocks earlier)
    {
        Dictionary<(string Key, int Number), KeptRows> there = [];
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        long at = earlier.First;
        foreach ((string key, int length, long rows) in earlier.Blocks)
        {
            there.Add((key, Next(numbers, key)), new KeptRows(at, length, rows));
            at += length;
        }

        numbers.Clear();
        for (int i = 0; i < keys.Count; i++)
        {
            if (keys[i] is { } key && there.TryGetValue((key, Next(numbers, key)), out KeptRows kept))
            {
                found[i] = kept;
            }
        }
    }

    private static int Next(Dictionary<string, int> numbers, string key) => numbers[key] = numbers.GetValueOrDefault(key) + 1;
}
