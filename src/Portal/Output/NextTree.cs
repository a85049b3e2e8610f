using System.Buffers;
using System.Collections.Concurrent;
using Portal.Site.Plan;

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
    private readonly bool compress;
    private readonly HashSet<string> wanted;
    private readonly Dictionary<int, RowKeys> rows = [];
    private readonly ConcurrentDictionary<string, long> compressed = new(StringComparer.Ordinal);
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
    /// <param name="compress">Whether text files have compressed ones beside them (<see cref="Compression"/>).</param>
    internal NextTree(string root, string live, string work, IReadOnlyList<string> paths, IReadOnlyList<string?> keys, bool compress)
    {
        string[] all = [.. paths, .. paths.Where(path => compress && Compression.IsFor(path)).SelectMany(path => Compression.Kinds.Select(kind => path + kind.Extension))];
        OutputPaths.Check(all);
        (wanted, this.compress) = (new HashSet<string>(all, StringComparer.Ordinal), compress);
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

    /// <summary>Files of the site, compressed ones too.</summary>
    public int Files => wanted.Count;

    /// <summary>Length of all files together.</summary>
    public long Bytes => bytes;

    /// <summary>True when every file of the plan has been put, and what lies beside it.</summary>
    internal bool IsWhole => kept + linked + written == wanted.Count;

    /// <summary>True where the live site has a file that the plan does not.</summary>
    public bool LosesFiles => losesFiles ??= !inLive.Files.Keys.All(path => wanted.Contains(path) || Compression.IsCompressed(path, inLive.Files.ContainsKey));

    /// <summary>The files that have a key, with it and their lengths; a compressed one has that of how it was compressed.</summary>
    internal IEnumerable<FileKey> Keyed =>
        Enumerable.Range(0, keys.Count).Where(i => keys[i] is not null).Select(i => new FileKey(paths[i], keys[i]!, lengths[i], BlocksOf(i)))
            .Concat(compressed.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => new FileKey(file.Key, Compression.Name, file.Value)));

    /// <summary>True where the live site's file was made of what the plan's would be made of: it need not be rendered.</summary>
    /// <param name="index">Number of the file in the plan.</param>
    public bool CanKeep(int index) => keys.Count > 0 && keys[index] is { } key && inLive.Files.TryGetValue(paths[index], out long length) && keysLive.Has(paths[index], key, length);

    /// <summary>Tells the files of rows which of their blocks the live site has.</summary>
    /// <param name="files">Files of the plan.</param>
    /// <param name="of">Their keys; null where nothing is said of any.</param>
    internal void KeepRows(IReadOnlyList<PlannedFile> files, PageKeys? of)
    {
        for (int i = 0; of is not null && i < files.Count; i++)
        {
            if (files[i] is PlannedRows file)
            {
                rows[i] = new RowKeys(Full(live, paths[i]), of.BlocksOf(file), inLive.Files.TryGetValue(paths[i], out long length) ? keysLive.BlocksOf(paths[i], length) : null);
                file.Keep(rows[i]);
            }
        }
    }

    // Of a file that was taken over: what was known of it.
    private FileBlocks? BlocksOf(int index) => rows.TryGetValue(index, out RowKeys? made) ? made.New ?? keysLive.BlocksOf(paths[index], lengths[index]) : null;

    /// <summary>The bytes that the live site has for a file of the plan; null where it has none.</summary>
    public byte[]? Earlier(int index) => inLive.Files.ContainsKey(paths[index]) ? File.ReadAllBytes(Full(live, paths[index])) : null;

    /// <summary>The bytes of a file that has been put or kept.</summary>
    public byte[] Made(int index) => File.ReadAllBytes(Full(root, paths[index]));

    /// <summary>Takes a file over from the live site as it is. Safe from many threads, once per file, only where <see cref="CanKeep"/>.</summary>
    public void Keep(int index)
    {
        string path = paths[index];
        lengths[index] = inLive.Files[path];
        bool stays = here.Files.TryGetValue(path, out long before) && before == lengths[index] && keysHere.Has(path, keys[index]!, before);
        if (stays)
        {
            Count(ref kept, before);
        }
        else
        {
            Take(path);
        }

        if (compress && Compression.IsFor(path))
        {
            Beside(path, stays, isLive: true, () => File.ReadAllBytes(Full(live, path)));
        }
    }

    /// <summary>
    /// Sees to it that the file has these bytes: kept if it has them, shared with the live tree if that has them, else written; and so what lies beside it.
    /// Safe from many threads, once per file.
    /// </summary>
    /// <param name="index">Number of the file in the plan.</param>
    /// <param name="content">All of its bytes.</param>
    public void Put(int index, ReadOnlySpan<byte> content)
    {
        string path = paths[index];
        lengths[index] = content.Length;
        bool stays = Stays(path, content), isLive = !stays && TryShare(path, content);
        if (!stays && !isLive)
        {
            Write(path, content);
        }

        if (compress && Compression.IsFor(path))
        {
            byte[] text = content.ToArray();
            Beside(path, stays, isLive || (stays && Same(inLive, live, path, content)), () => text);
        }
    }

    /// <summary>The compressed files beside a file: those of a tree that has the same file are the same, and are made only where no tree has them.</summary>
    private void Beside(string path, bool stays, bool isLive, Func<byte[]> text)
    {
        foreach ((string extension, Func<byte[], byte[]> of) in Compression.Kinds)
        {
            string beside = path + extension;
            if (stays && here.Files.TryGetValue(beside, out long length) && keysHere.Has(beside, Compression.Name, length))
            {
                Count(ref kept, length);
            }
            else if (isLive && inLive.Files.TryGetValue(beside, out length) && keysLive.Has(beside, Compression.Name, length))
            {
                Take(beside);
            }
            else
            {
                byte[] content = of(text());
                length = content.Length;
                if (!Stays(beside, content) && !TryShare(beside, content))
                {
                    Write(beside, content);
                }
            }

            compressed[beside] = length;
        }
    }

    private bool Stays(string path, ReadOnlySpan<byte> content)
    {
        if (!Same(here, root, path, content))
        {
            return false;
        }

        Count(ref kept, content.Length);
        return true;
    }

    private bool TryShare(string path, ReadOnlySpan<byte> content) => Same(inLive, live, path, content) && TryLink(path);

    private void Take(string path)
    {
        if (!TryLink(path))
        {
            File.Copy(Full(live, path), Full(root, path));
            Count(ref written, inLive.Files[path]);
        }
    }

    private bool TryLink(string path)
    {
        Clear(path);
        if (!Native.TryLink(Full(live, path), Full(root, path)))
        {
            return false;
        }

        Count(ref linked, inLive.Files[path]);
        return true;
    }

    private void Write(string path, ReadOnlySpan<byte> content)
    {
        Clear(path);
        using var file = File.OpenHandle(Full(root, path), FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        RandomAccess.Write(file, content, 0);
        Count(ref written, content.Length);
    }

    private void Count(ref int counter, long length)
    {
        Interlocked.Increment(ref counter);
        Interlocked.Add(ref bytes, length);
    }

    /// <summary>Makes room for a new file: nothing is written into one that may have a second name.</summary>
    private void Clear(string path)
    {
        if (here.Files.ContainsKey(path))
        {
            File.Delete(Full(root, path)); // none is there the second time, which is no error
        }

        NeedFolder(path);
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
            var parents = new HashSet<string>(StringComparer.Ordinal) { "" };
            foreach (string path in paths)
            {
                string folder = OutputPaths.Folder(path);
                while (parents.Add(folder))
                {
                    folder = OutputPaths.Folder(folder);
                }
            }
            foreach (string path in here.Files.Keys.Where(path => !wanted.Contains(path)))
            {
                File.Delete(Full(root, path));
                removed++;
            }
            foreach (string folder in here.Folders.Where(folder => !parents.Contains(folder)).OrderByDescending(folder => folder.Length))
            {
                Directory.Delete(Full(root, folder));
            }

            foreach (string folder in here.Folders.Where(parents.Contains))
            {
                folders[folder] = true;
            }
        }
        folders[""] = true;
        return removed;
    }

    private static bool Same(FolderListing tree, string root, string path, ReadOnlySpan<byte> content) =>
        tree.Files.TryGetValue(path, out long length) && length == content.Length && Same(Full(root, path), content);

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
