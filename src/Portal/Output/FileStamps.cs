using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Portal.Output;

/// <summary>What the file system says of a file without its being read; times in nanoseconds since 1970.</summary>
/// <param name="Device">Device.</param>
/// <param name="Inode">Number of the file on its device.</param>
/// <param name="Length">Length in bytes.</param>
/// <param name="Written">When its bytes were last written; whoever writes may set this.</param>
/// <param name="Changed">When bytes, times or names last changed; nobody sets this.</param>
internal readonly record struct FileStamp(ulong Device, ulong Inode, ulong Length, long Written, long Changed)
{
    /// <summary>True where the file is so old that a later change cannot have left the same times.</summary>
    /// <param name="now">The moment before the file was looked at.</param>
    public bool IsSettled(DateTime now)
    {
        long before = ((now.Ticks - DateTime.UnixEpoch.Ticks) * 100) - (long)FileStamps.Settling.TotalNanoseconds;
        return Written < before && Changed < before;
    }
}

/// <summary>
/// Hashes of input files with the stamps that the files had when they were hashed: a file whose stamp is as it was is not read again. As git does, a
/// file that was changed just before it was hashed is not believed: what is written into it in the same moment could leave the same times.
/// Kept in the work folder beside the site; only on Linux, elsewhere every file is hashed each time.
/// </summary>
public sealed class FileStamps
{
    /// <summary>Longer than the steps in which any file system counts time (FAT: two seconds).</summary>
    internal static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);

    private readonly string path;
    private readonly Func<DateTime> clock;
    private readonly Dictionary<string, (FileStamp Stamp, string Hash)> earlier = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (FileStamp Stamp, string Hash)> now = new(StringComparer.Ordinal);
    private int hashed;

    /// <summary>Reads the stamps; none where the file is missing.</summary>
    /// <param name="path">The file that keeps them.</param>
    /// <param name="clock">The time (UTC) by which a file is old enough to be believed.</param>
    public FileStamps(string path, Func<DateTime>? clock = null)
    {
        (this.path, this.clock) = (path, clock ?? (() => DateTime.UtcNow));
        foreach (string line in File.Exists(path) ? File.ReadLines(path) : [])
        {
            string[] parts = line.Split(' ', 7);
            if (parts.Length == 7 && parts[0].Length == 64
                && ulong.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out ulong device) && ulong.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out ulong inode)
                && ulong.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out ulong length)
                && long.TryParse(parts[4], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long written) && long.TryParse(parts[5], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long changed))
            {
                earlier[parts[6]] = (new FileStamp(device, inode, length, written, changed), parts[0]);
            }
        }
    }

    /// <summary>Files that had to be read.</summary>
    public int Hashed => hashed;

    /// <summary>The hash of a file, read only where its stamp is not as it was. Safe from many threads.</summary>
    /// <param name="file">Path of the file.</param>
    /// <param name="hash">Reads and hashes it.</param>
    public string Of(string file, Func<string, string> hash)
    {
        string full = Path.GetFullPath(file);
        DateTime moment = clock();
        // The stamp is taken before the bytes are read: a change in between leaves another.
        FileStamp? stamp = Native.Stamp(full);
        if (stamp is { } same && earlier.TryGetValue(full, out (FileStamp Stamp, string Hash) before) && before.Stamp == same)
        {
            now[full] = before;
            return before.Hash;
        }

        Interlocked.Increment(ref hashed);
        string made = hash(file);
        if (stamp is { } settled && settled.IsSettled(moment) && made.Length == 64 && !full.Contains('\n', StringComparison.Ordinal))
        {
            now[full] = (settled, made);
        }

        return made;
    }

    /// <summary>Writes the stamps whole, or not at all; nothing where nothing is new.</summary>
    public void Write()
    {
        if (now.Count == earlier.Count && hashed == 0)
        {
            return;
        }

        string part = path + ".part";
        using (var to = new StreamWriter(part, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16))
        {
            foreach ((string file, (FileStamp s, string hash)) in now.OrderBy(f => f.Key, StringComparer.Ordinal))
            {
                to.Write(string.Create(CultureInfo.InvariantCulture, $"{hash} {s.Device} {s.Inode} {s.Length} {s.Written} {s.Changed} {file}\n"));
            }
        }

        File.Move(part, path, overwrite: true);
    }
}
