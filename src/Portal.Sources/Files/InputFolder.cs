namespace Portal.Sources.Files;

/// <summary>The files of an input folder as it is found: with links that lead anywhere or nowhere, pipes, and folders that may not be opened.</summary>
public static class InputFolder
{
    private const int MostLinks = 40; // as Linux has it: more are a circle

    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    /// <summary>
    /// Paths of all files below a folder, relative to it, with forward slashes, in ordinal order; none where the folder does not exist.
    /// A link to a folder is followed unless it leads to a folder on the way to itself. What cannot be opened is among them, to be told when it is read.
    /// </summary>
    public static IReadOnlyList<string> Files(string folder)
    {
        List<string> files = [];
        if (Directory.Exists(folder))
        {
            Walk(folder, "", [RealPath(folder)], files);
            files.Sort(StringComparer.Ordinal);
        }

        return files;
    }

    /// <summary>True for an empty file. A pipe or a device says that too, and must not be opened: it might never answer.</summary>
    public static bool IsEmpty(string file)
    {
        // Links on the way are the system's to follow; only for a link at the end it matters what it leads to.
        FileInfo info = new(file);
        return (info.Attributes.HasFlag(FileAttributes.ReparsePoint) ? new FileInfo(RealPath(file)) : info) is { Exists: true, Length: 0 };
    }

    /// <summary>The bytes of a file; none of a pipe or a device.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static byte[] Bytes(string file) => IsEmpty(file) ? [] : File.ReadAllBytes(file);

    /// <summary>The full path without links; what does not exist, and a link that leads in a circle, stays as it is.</summary>
    public static string RealPath(string path)
    {
        int links = 0;
        return RealPath(path, ref links);
    }

    private static string RealPath(string path, ref int links)
    {
        string full = Path.GetFullPath(path);
        string real = Path.GetPathRoot(full)!;
        foreach (string name in full[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            real = Path.Combine(real, name);
            if (links < MostLinks && TargetOf(real) is { } target)
            {
                links++;
                real = RealPath(target, ref links);
            }
        }

        return real;
    }

    private static string? TargetOf(string path)
    {
        try
        {
            FileSystemInfo entry = Directory.Exists(path) ? new DirectoryInfo(path) : new FileInfo(path);
            return entry.LinkTarget is null ? null : entry.ResolveLinkTarget(returnFinalTarget: true)?.FullName;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // a circle of links, or a folder that may not be opened
        }
    }

    private static void Walk(string folder, string path, IReadOnlyList<string> above, List<string> files)
    {
        string[] entries;
        try
        {
            entries = Directory.GetFileSystemEntries(folder, "*", Everything);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            files.Add(path);
            return;
        }

        foreach (string entry in entries)
        {
            string name = path.Length == 0 ? Path.GetFileName(entry) : path + "/" + Path.GetFileName(entry);
            if (!Directory.Exists(entry))
            {
                files.Add(name);
                continue;
            }

            string real = RealPath(entry);
            if (!above.Any(a => a == real || a.StartsWith(real + Path.DirectorySeparatorChar, StringComparison.Ordinal) || real == Path.GetPathRoot(real)))
            {
                Walk(entry, name, [.. above, real], files);
            }
        }
    }
}
