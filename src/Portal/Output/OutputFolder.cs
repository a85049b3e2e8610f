namespace Portal.Output;

/// <summary>
/// The one door through which a site reaches the disk. Readers see the whole old site or the whole new one, also when the run is killed:
/// the new site is made in a second tree in a work folder beside (<c>.name.portal</c>), and the two trees change places in one step.
/// The tree that was live is kept there and is filled the next time, so that what has not changed is not written again.
/// </summary>
public sealed class OutputFolder : IDisposable
{
    private const int HeldOnLinux = 11, HeldOnMac = 35, HeldOnWindows = unchecked((int)0x80070020); // EWOULDBLOCK, sharing violation

    private readonly string live, work, next, previous;
    private readonly FileStream held;

    private OutputFolder(string live, string work, FileStream held)
    {
        this.live = live;
        this.work = work;
        this.held = held;
        next = Path.Combine(work, "next");
        previous = Path.Combine(work, "previous");
    }

    /// <summary>The full path of the folder that readers see.</summary>
    public string FullPath => live;

    /// <summary>Makes sure that the folder may be replaced, and keeps every other build out until disposed.</summary>
    /// <exception cref="OutputRefusedException">The folder is not ours, is not replaceable, or another build is writing to it.</exception>
    public static OutputFolder Open(string folder)
    {
        string live = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (Directory.Exists(live) && Directory.ResolveLinkTarget(live, returnFinalTarget: true) is { } target)
        {
            live = Path.TrimEndingDirectorySeparator(target.FullName);
        }

        RefuseUnlessOurs(live);
        string work = Path.Combine(Path.GetDirectoryName(live)!, $".{Path.GetFileName(live)}.portal");
        Directory.CreateDirectory(work);
        var opened = new OutputFolder(live, work, Hold(Path.Combine(work, "lock"), live));
        try
        {
            opened.Recover();
            RefuseUnlessOurs(live);
            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>True if the folder was made of exactly these inputs, and none of its files has gone or changed its length since.</summary>
    public bool IsUpToDate(string fingerprint)
    {
        if (Marker.Read(live) is not { } marker || marker.Fingerprint != fingerprint)
        {
            return false;
        }

        FolderListing there = FolderListing.Of(live);
        return there.Links.Count == 0 && there.Files.Count == marker.Files && there.Files.Values.Sum() == marker.Bytes;
    }

    /// <summary>Stamps of the input files of earlier builds into this folder.</summary>
    public FileStamps Stamps() => new(Path.Combine(work, "stamps"));

    /// <summary>Hashes of the words that the live site shows; none where they were not kept.</summary>
    public WordKeys Words() => Marker.Read(live) is { Fingerprint.Length: > 0 } marker ? WordKeys.Read(FileKeys.WordsIn(work, marker.Fingerprint)) : WordKeys.None;

    /// <summary>Begins a new version of the site beside the live one.</summary>
    /// <param name="paths">Where each file goes: relative, forward slashes.</param>
    /// <param name="keys">What each file is made of (<see cref="PageKeys"/>), null for one of which nothing is said; empty where nothing is said of any.</param>
    /// <param name="compress">Whether text files have compressed ones beside them (<see cref="Compression"/>).</param>
    /// <exception cref="OutputRefusedException">A path leads out of the folder, or two files claim one path.</exception>
    public NextTree Begin(IReadOnlyList<string> paths, IReadOnlyList<string?>? keys = null, bool compress = false) => new(next, live, work, paths, keys ?? [], compress);

    /// <summary>Puts the finished version in the place of the live one.</summary>
    /// <param name="fingerprint">Of all inputs: the same one the next time means that nothing is to do.</param>
    /// <param name="words">Hashes of the words that it shows, null where none are known.</param>
    public void Publish(NextTree finished, string fingerprint, WordKeys? words = null)
    {
        if (!finished.IsWhole)
        {
            throw new InvalidOperationException("A site that is not whole is not published.");
        }

        FileKeys.Write(work, fingerprint, finished.Keyed);
        words?.Write(FileKeys.WordsIn(work, fingerprint));
        new Marker(fingerprint, finished.Files, finished.Bytes).Write(next);
        Swap();
        FileKeys.Clean(work, live, next);
    }

    public void Dispose() => held.Dispose();

    private void Swap()
    {
        if (!Directory.Exists(live))
        {
            Directory.Move(next, live);
        }
        else if (!Native.TryExchange(next, live))
        {
            // No single step on this system: for a moment no site is there. Killed in between, the next run puts the old one back.
            Directory.Move(live, previous);
            Directory.Move(next, live);
            Directory.Move(previous, next);
        }
    }

    /// <summary>Ends a swap in two steps that was cut short.</summary>
    private void Recover()
    {
        if (!Directory.Exists(previous))
        {
            return;
        }

        if (!Directory.Exists(live))
        {
            Directory.Move(previous, live);
        }
        else if (!Directory.Exists(next))
        {
            Directory.Move(previous, next);
        }
        else
        {
            Directory.Delete(previous, recursive: true);
        }
    }

    private static void RefuseUnlessOurs(string live)
    {
        if (Path.GetDirectoryName(live) is not { } parent)
        {
            throw new OutputRefusedException($"输出文件夹不能是磁盘的根目录：{live}");
        }

        if (File.Exists(live))
        {
            throw new OutputRefusedException($"输出文件夹的位置上已有一个文件：{live}。请换一个 --output。");
        }

        for (string? above = parent; above is not null; above = Path.GetDirectoryName(above))
        {
            if (File.Exists(Marker.PathIn(above)))
            {
                throw new OutputRefusedException($"输出文件夹 {live} 在另一个已生成的网站 {above} 里面，会被那个网站的下一次构建删除。请换一个 --output。");
            }
        }
        if (IsMountPoint(live))
        {
            throw new OutputRefusedException($"输出文件夹 {live} 是挂载点，不能整体替换。请把 --output 指向它里面的一个子文件夹。");
        }

        if (Directory.Exists(live) && !File.Exists(Marker.PathIn(live)) && Directory.EnumerateFileSystemEntries(live).Any())
        {
            throw new OutputRefusedException($"输出文件夹 {live} 里有不是本程序生成的内容，为免误删，没有写入。请换一个空文件夹，或先移走其中的内容。");
        }
    }

    /// <summary>A mounted folder can be neither exchanged nor renamed. Linux lists them, with spaces and the like as octal numbers.</summary>
    private static bool IsMountPoint(string folder)
    {
        const string list = "/proc/self/mountinfo";
        if (!OperatingSystem.IsLinux() || !File.Exists(list))
        {
            return false;
        }

        string written = folder.Replace("\\", "\\134", StringComparison.Ordinal).Replace(" ", "\\040", StringComparison.Ordinal)
            .Replace("\t", "\\011", StringComparison.Ordinal).Replace("\n", "\\012", StringComparison.Ordinal);
        return File.ReadLines(list).Any(line => line.Split(' ') is [_, _, _, _, var point, ..] && point == written);
    }

    /// <summary>Takes the lock. The system drops it with the process, however that ends; the file itself stays and means nothing.</summary>
    private static FileStream Hold(string path, string live)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (error.HResult is HeldOnLinux or HeldOnMac or HeldOnWindows)
        {
            throw new OutputRefusedException($"另一个构建正在写入 {live}。请等它结束后再试。");
        }
    }
}
