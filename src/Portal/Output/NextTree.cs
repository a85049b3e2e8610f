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
    private readonly ConcurrentDictionary<string, bool> folders = new(StringComparer.Ordinal);
    private int kept, linked, written;
    private long bytes;

    /// <param name="root">The tree to fill; made if it is not there.</param>
    /// <param name="live">The site that readers see now; only read. It may be missing.</param>
    /// <param name="paths">Where each file of the plan goes. What else is in the tree is removed.</param>
    internal NextTree(string root, string live, IReadOnlyList<string> paths)
    {
        OutputPaths.Check(paths);
        Directory.CreateDirectory(root);
        File.Delete(Marker.PathIn(root));
        (this.root, this.live, this.paths) = (root, live, paths);
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

    /// <summary>Sees to it that the file has these bytes: kept if it has them, shared with the live tree if that has them, else written. Safe from many threads, once per file.</summary>
    /// <param name="index">Number of the file in the plan.</param>
    /// <param name="content">All of its bytes.</param>
    public void Put(int index, ReadOnlySpan<byte> content)
    {
        string path = paths[index];
        Interlocked.Add(ref bytes, content.Length);
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
        string folder = OutputPaths.Folder(path);
        if (!folders.ContainsKey(folder))
        {
            Directory.CreateDirectory(Full(root, folder));
            folders[folder] = true;
        }
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
