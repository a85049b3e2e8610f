namespace Portal.Preview;

/// <summary>Watches folders and calls once for a burst of changes: an editor that saves makes several within a few milliseconds.</summary>
internal sealed class ChangeWatcher : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(150);

    private readonly List<FileSystemWatcher> watchers = [];
    private readonly Timer timer;
    private readonly Lock gate = new();
    private readonly Action<IReadOnlyCollection<string>> changed;
    private HashSet<string> paths = new(StringComparer.Ordinal);

    /// <param name="folders">Watched with all below them.</param>
    /// <param name="changed">Called with the full paths that changed, never twice at a time.</param>
    public ChangeWatcher(IEnumerable<string> folders, Action<IReadOnlyCollection<string>> changed)
    {
        this.changed = changed;
        timer = new Timer(_ => Tell());
        foreach (string folder in folders.Select(Path.GetFullPath).Distinct(StringComparer.Ordinal))
        {
            var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
            watcher.Changed += (_, e) => Note(e.FullPath);
            watcher.Created += (_, e) => Note(e.FullPath);
            watcher.Deleted += (_, e) => Note(e.FullPath);
            watcher.Renamed += (_, e) => Note(e.FullPath);
            watcher.Error += (_, _) => Note(folder); // more changes than could be told: all below may be other
            watcher.EnableRaisingEvents = true;
            watchers.Add(watcher);
        }
    }

    public void Dispose()
    {
        watchers.ForEach(watcher => watcher.Dispose());
        timer.Dispose();
    }

    private void Note(string path)
    {
        lock (gate)
        {
            paths.Add(path);
            timer.Change(Quiet, Timeout.InfiniteTimeSpan);
        }
    }

    private void Tell()
    {
        HashSet<string> burst;
        lock (gate)
        {
            (burst, paths) = (paths, new HashSet<string>(StringComparer.Ordinal));
        }

        lock (watchers)
        {
            changed(burst);
        }
    }
}
