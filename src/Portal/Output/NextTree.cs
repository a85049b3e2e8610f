using System.Buffers;
using System.Collections.Concurrent;

namespace Portal.Output;

/// <summary>
/// The tree that is being filled while the live one stays as it is. It starts as the site of the build before last, so that most files are already there.
/// A file in it may share its bytes with the live tree (a hard link): none is ever written into, it is removed and made anew.
/// A run that is killed here leaves files half written; the next run compares every byte and finds them.
/// </summary>
public sealed class NextTree
{
    private const int ReadSize = 64 * 1024;

    private readonly string root, live;
    private readonly IReadOnlyList<string> paths;
    private readonly FolderListing here, inLive;
    private readonly FileKeys keysHere, keysLive;
    private readonly IReadOnlyList<string?> keys;
    private readonly long[] lengths;
    private readonly ConcurrentDictionary<string, bool> folders = new(StringComparer.Ordinal);
    private int kept, linked, written;
    private long bytes;
    private bool? losesFiles;

    /// <param name="root">The tree to fill; made if it is not there.</param>
    /// <param name="live">The site that readers see now; only read. It may be missing.</param>
    /// <param name="work">The folder that holds the keys of both.</param>
    /// <param name="paths">Where each file of the plan goes. What else is in the tree is removed.</param>
    /// <param name="keys">The key of each file, null for one that has none; empty where there are no keys at all.</param>
    internal NextTree(string root, string live, string work, IReadOnlyList<string> paths, IReadOnlyList<string?> keys)
    {
        OutputPaths.Check(paths);
        Directory.CreateDirectory(root);
        (keysHere, keysLive) = (FileKeys.Of(work, root), FileKeys.Of(work, live));
        // From here on the tree is nobody's: a run that is killed leaves no marker, and what it leaves is not believed.
        File.Delete(Marker.PathIn(root));
        (this.root, this.live, this.paths, this.keys) = (root, live, paths, keys);
        lengths = new long[paths.Count];
        here = FolderListing.Of(root);
        inLive = FolderListing.Of(live);
        Removed = RemoveStrays();
    }

    /// <summary>Files that were there already, from the build before last.</summary>
    public int Kept => kept;

    /// <summary>Files taken over from the live site without writing.</summary>
    public int Linked => linked;

    /// <summary>Files written.</summary>
    public int Written => written;

    /// <summary>Files of an earlier build that the plan no longer has.</summary>
    public int Removed { get; }

    /// <summary>Length of all files together.</summary>
    public long Bytes => bytes;

    /// <summary>True when every file of the plan has been put.</summary>
    internal bool IsWhole => kept + linked + written == paths.Count;

    /// <summary>True where the live site has a file that the plan does not.</summary>
    public bool LosesFiles => losesFiles ??= !inLive.Files.Keys.All(new HashSet<string>(paths, StringComparer.Ordinal).Contains);

    /// <summary>The files that have a key, with it and their lengths.</summary>
    internal IEnumerable<(string Path, string Key, long Length)> Keyed => Enumerable.Range(0, keys.Count).Where(i => keys[i] is not null).Select(i => (paths[i], keys[i]!, lengths[i]));

    /// <summary>True where the live site's file was made of what the plan's would be made of: it need not be rendered.</summary>
    /// <param name="index">Number of the file in the plan.</param>
    public bool CanKeep(int index) => keys.Count > 0 && keys[index] is { } key && inLive.Files.TryGetValue(paths[index], out long length) && keysLive.Has(paths[index], key, length);

    /// <summary>The bytes that the live site has for a file of the plan; null where it has none.</summary>
    public byte[]? Earlier(int index) => inLive.Files.ContainsKey(paths[index]) ? File.ReadAllBytes(Full(live, paths[index])) : null;

    /// <summary>The bytes of a file that has been put or kept.</summary>
    public byte[] Made(int index) => File.ReadAllBytes(Full(root, paths[index]));

    /// <summary>Takes a file over from the live site as it is. Safe from many threads, once per file, only where <see cref="CanKeep"/>.</summary>
    public void Keep(int index)
    {
        string path = paths[index], target = Full(root, path);
        long length = inLive.Files[path];
        Interlocked.Add(ref bytes, length);
        lengths[index] = length;
        if (here.Files.TryGetValue(path, out long before))
        {
            if (before == length && keysHere.Has(path, keys[index]!, before))
            {
                Interlocked.Increment(ref kept);
                return;
            }

            File.Delete(target);
        }

        NeedFolder(path);
        if (Native.TryLink(Full(live, path), target))
        {
            Interlocked.Increment(ref linked);
        }
        else
        {
            File.Copy(Full(live, path), target);
            Interlocked.Increment(ref written);
        }
    }

    /// <summary>Sees to it that the file has these bytes: kept if it has them, shared with the live tree if that has them, else written. Safe from many threads, once per file.</summary>
    /// <param name="index">Number of the file in the plan.</param>
    /// <param name="content">All of its bytes.</param>
    public void Put(int index, ReadOnlySpan<byte> content)
    {
        string path = paths[index];
        Interlocked.Add(ref bytes, content.Length);
        lengths[index] = content.Length;
        string target = Full(root, path);
        if (here.Files.TryGetValue(path, out long length))
        {
            if (length == content.Length && Same(target, content))
            {
                Interlocked.Increment(ref kept);
                return;
            }
            File.Delete(target);
        }
        NeedFolder(path);
        if (inLive.Files.TryGetValue(path, out length) && length == content.Length)
        {
            string source = Full(live, path);
            if (Same(source, content) && Native.TryLink(source, target))
            {
                Interlocked.Increment(ref linked);
                return;
            }
        }
        using var file = File.OpenHandle(target, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        RandomAccess.Write(file, content, 0);
        Interlocked.Increment(ref written);
    }

    private void NeedFolder(string path)
    {
        string folder = OutputPaths.Folder(path);
        if (!folders.ContainsKey(folder))
        {
            Directory.CreateDirectory(Full(root, folder));
            folders[folder] = true;
        }
    }

    private int RemoveStrays()
    {
        int removed = here.Links.Count;
        foreach (string link in here.Links)
        {
            DeleteLink(Full(root, link));
        }

        if (here.Files.Count > 0 || here.Folders.Count > 0)
        {
            var files = new HashSet<string>(paths, StringComparer.Ordinal);
            var wanted = new HashSet<string>(StringComparer.Ordinal) { "" };
            foreach (string path in paths)
            {
                string folder = OutputPaths.Folder(path);
                while (wanted.Add(folder))
                {
                    folder = OutputPaths.Folder(folder);
                }
            }
            foreach (string path in here.Files.Keys.Where(path => !files.Contains(path)))
            {
                File.Delete(Full(root, path));
                removed++;
            }
            foreach (string folder in here.Folders.Where(folder => !wanted.Contains(folder)).OrderByDescending(folder => folder.Length))
            {
                Directory.Delete(Full(root, folder));
            }

            foreach (string folder in here.Folders.Where(wanted.Contains))
            {
                folders[folder] = true;
            }
        }
        folders[""] = true;
        return removed;
    }

    private static bool Same(string path, ReadOnlySpan<byte> content)
    {
        using var file = File.OpenHandle(path);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(ReadSize);
        try
        {
            long at = 0;
            while (true)
            {
                int read = RandomAccess.Read(file, buffer, at);
                if (read == 0)
                {
                    return content.IsEmpty;
                }

                if (read > content.Length || !content[..read].SequenceEqual(buffer.AsSpan(0, read)))
                {
                    return false;
                }

                content = content[read..];
                at += read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static void DeleteLink(string path)
    {
        // On Windows a link to a folder is removed as a folder; elsewhere every link is a file.
        if (OperatingSystem.IsWindows() && Directory.Exists(path))
        {
            Directory.Delete(path);
        }
        else
        {
            File.Delete(path);
        }
    }

    private static string Full(string root, string path) => string.Concat(root, "/", path);
}
