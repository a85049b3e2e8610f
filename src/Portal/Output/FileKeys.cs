using System.Globalization;
using System.Text;

namespace Portal.Output;

/// <summary>A file of a finished tree as it is noted for the next build.</summary>
/// <param name="Path">Path in the tree.</param>
/// <param name="Key">What it was made of (<see cref="PageKeys"/>).</param>
/// <param name="Length">Its length.</param>
/// <param name="Blocks">Its blocks, where it is a file of rows.</param>
internal sealed record FileKey(string Path, string Key, long Length, FileBlocks? Blocks = null);

/// <summary>
/// What a finished tree was made of, file by file, and block by block in files of rows. It stands in the work folder beside the site under
/// the fingerprint of the tree's marker, so that it is never taken for that of another tree; where it is missing, everything is rendered.
/// </summary>
internal sealed class FileKeys
{
    private const string Prefix = "keys-", Words = ".words";

    private readonly Dictionary<string, FileKey> files = new(StringComparer.Ordinal);

    /// <summary>Reads the keys of a tree; none where the tree has no marker, or no keys were kept for it.</summary>
    /// <param name="work">The work folder.</param>
    /// <param name="tree">The tree.</param>
    public static FileKeys Of(string work, string tree)
    {
        var keys = new FileKeys();
        if (Marker.Read(tree) is not { Fingerprint.Length: > 0 } marker || !File.Exists(PathOf(work, marker.Fingerprint)))
        {
            return keys;
        }

        using StreamReader lines = new(PathOf(work, marker.Fingerprint), Encoding.UTF8);
        Dictionary<string, string> words = new(StringComparer.Ordinal);
        FileKey? file = null;
        long first = 0;
        List<(string, int, long)> blocks = [];
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith(' '))
            {
                Block(line);
                continue;
            }

            End();
            file = line.Split(' ', 3) is [var key, var length, var path] && Number(length) is { } bytes ? new FileKey(path, key, bytes) : null;
        }

        End();
        return keys;

        void Block(string line)
        {
            if (line.Split(' ') is ["", var key, var length, var rows] && Number(length) is { } bytes && Number(rows) is { } count)
            {
                words.TryAdd(key, key);
                blocks.Add((words[key], (int)bytes, count));
            }
            else
            {
                first = Number(line.AsSpan(1)) ?? 0;
            }
        }

        void End()
        {
            if (file is not null)
            {
                keys.files[file.Path] = first > 0 ? file with { Blocks = new FileBlocks(first, [.. blocks]) } : file;
            }

            first = 0;
            blocks.Clear();
        }
    }

    /// <summary>True where the tree's file was made of what has this key.</summary>
    /// <param name="path">Path in the tree.</param>
    /// <param name="key">Key.</param>
    /// <param name="length">Length of the file that stands there now.</param>
    public bool Has(string path, string key, long length) => files.TryGetValue(path, out FileKey? file) && file.Key == key && file.Length == length;

    /// <summary>The blocks of the tree's file; null where none are known, or the file is no longer what it was.</summary>
    /// <param name="path">Path in the tree.</param>
    /// <param name="length">Length of the file that stands there now.</param>
    public FileBlocks? BlocksOf(string path, long length) => files.TryGetValue(path, out FileKey? file) && file.Length == length ? file.Blocks : null;

    /// <summary>Writes the keys of a tree whole, or not at all.</summary>
    public static void Write(string work, string fingerprint, IEnumerable<FileKey> files)
    {
        string path = PathOf(work, fingerprint), part = path + ".part";
        using (var to = new StreamWriter(part, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16))
        {
            foreach (FileKey file in files)
            {
                to.Write(string.Create(CultureInfo.InvariantCulture, $"{file.Key} {file.Length} {file.Path}\n"));
                if (file.Blocks is not { } blocks)
                {
                    continue;
                }

                to.Write(string.Create(CultureInfo.InvariantCulture, $" {blocks.First}\n"));
                foreach ((string key, int length, long rows) in blocks.Blocks)
                {
                    to.Write(string.Create(CultureInfo.InvariantCulture, $" {key} {length} {rows}\n"));
                }
            }
        }

        File.Move(part, path, overwrite: true);
    }

    /// <summary>Removes the keys of trees that are no more.</summary>
    /// <param name="work">The work folder.</param>
    /// <param name="trees">Trees that are there.</param>
    public static void Clean(string work, params string[] trees)
    {
        string[] wanted = [.. trees.Select(Marker.Read).OfType<Marker>().SelectMany(m => new[] { PathOf(work, m.Fingerprint), WordsIn(work, m.Fingerprint) })];
        foreach (string file in Directory.EnumerateFiles(work, Prefix + "*").Where(file => !wanted.Contains(file, StringComparer.Ordinal)).ToArray())
        {
            File.Delete(file);
        }
    }

    /// <summary>The file that keeps the hashes of a tree's words (<see cref="WordKeys"/>).</summary>
    public static string WordsIn(string work, string fingerprint) => PathOf(work, fingerprint) + Words;

    private static long? Number(ReadOnlySpan<char> text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;

    private static string PathOf(string work, string fingerprint) => Path.Combine(work, Prefix + fingerprint);
}
