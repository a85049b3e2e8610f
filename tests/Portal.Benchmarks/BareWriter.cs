using System.Diagnostics;

namespace Portal.Benchmarks;

/// <summary>The floor: writes the files of a finished site, already in memory, to a new folder with two workers, and does nothing else.</summary>
internal sealed class BareWriter
{
    private const int Workers = 2;
    private readonly (string Path, byte[] Bytes)[] files;

    /// <summary>Reads a finished site into memory.</summary>
    public BareWriter(string site)
    {
        files = [.. Directory.EnumerateFiles(site, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => (Path.GetRelativePath(site, file), File.ReadAllBytes(file)))];
    }

    /// <summary>Number of files.</summary>
    public int Count => files.Length;

    /// <summary>Their bytes.</summary>
    public long Bytes => files.Sum(file => (long)file.Bytes.Length);

    /// <summary>Writes them all.</summary>
    public Run Write(string folder)
    {
        GC.Collect();
        using Process self = Process.GetCurrentProcess();
        TimeSpan before = self.TotalProcessorTime;
        long from = Stopwatch.GetTimestamp();
        int last = -1;
        Parallel.For(0, Workers, new ParallelOptions { MaxDegreeOfParallelism = Workers }, _ =>
        {
            for (int i; (i = Interlocked.Increment(ref last)) < files.Length;)
            {
                string path = Path.Combine(folder, files[i].Path);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllBytes(path, files[i].Bytes);
            }
        });
        double wall = Stopwatch.GetElapsedTime(from).TotalSeconds;
        self.Refresh();
        return new Run(wall, (self.TotalProcessorTime - before).TotalSeconds, double.NaN, "");
    }
}
