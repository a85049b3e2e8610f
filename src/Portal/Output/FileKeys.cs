using System.Globalization;
using System.Text;

namespace Portal.Output;

/// <summary>
/// What a finished tree was made of, file by file: key and length. It stands in the work folder beside the site under the fingerprint of the
/// tree's marker, so that it is never taken for that of another tree; where it is missing, everything is rendered.
/// </summary>
internal sealed class FileKeys
{
    private const string Prefix = "keys-";

    private readonly Dictionary<string, (string Key, long Length)> files = new(StringComparer.Ordinal);

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

        foreach (string line in File.ReadLines(PathOf(work, marker.Fingerprint)))
        {
            if (line.Split(' ', 3) is [var key, var length, var path] && long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out long bytes))
            {
                keys.files[path] = (key, bytes);
            }
        }

        return keys;
    }

    /// <summary>True where the tree's file was made of what has this key.</summary>
    /// <param name="path">Path in the tree.</param>
    /// <param name="key">Key.</param>
    /// <param name="length">Length of the file that stands there now.</param>
    public bool Has(string path, string key, long length) => files.TryGetValue(path, out var file) && file.Key == key && file.Length == length;

    /// <summary>Writes the keys of a tree whole, or not at all.</summary>
    public static void Write(string work, string fingerprint, IEnumerable<(string Path, string Key, long Length)> files)
    {
        string path = PathOf(work, fingerprint), part = path + ".part";
        using (var to = new StreamWriter(part, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16))
        {
            foreach ((string file, string key, long length) in files)
            {
                to.Write(string.Create(CultureInfo.InvariantCulture, $"{key} {length} {file}\n"));
            }
        }

        File.Move(part, path, overwrite: true);
    }

    /// <summary>Removes the keys of trees that are no more.</summary>
    /// <param name="work">The work folder.</param>
    /// <param name="trees">Trees that are there.</param>
    public static void Clean(string work, params string[] trees)
    {
        string[] wanted = [.. trees.Select(Marker.Read).OfType<Marker>().Select(m => PathOf(work, m.Fingerprint))];
        foreach (string file in Directory.EnumerateFiles(work, Prefix + "*").Where(file => !wanted.Contains(file, StringComparer.Ordinal)).ToArray())
        {
            File.Delete(file);
        }
    }

    private static string PathOf(string work, string fingerprint) => Path.Combine(work, Prefix + fingerprint);
}
