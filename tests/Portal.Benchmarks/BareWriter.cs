using System.Diagnostics;

namespace Portal.Benchmarks;

/// <summary>The floor: writes the files of a finished site, already in memory, to a new folder with two workers, and does nothing else.</summary>
internal sealed class BareWriter
{
    private const int Workers = 2;
    private readonly (string Path, ReadOnlyMemory<byte> Bytes)[] files;

    /// <summary>Reads a finished site into memory; one that is larger than the memory is stood for by as many bytes of one buffer.</summary>
    public BareWriter(string site, bool lengthsOnly = false)
    {
        FileInfo[] all = [.. new DirectoryInfo(site).EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(f => f.FullName, StringComparer.Ordinal)];
        byte[] any = lengthsOnly ? new byte[all.Max(f => f.Length)] : [];
        new Random(1).NextBytes(any);
        files = [.. all.Select(file => (Path.GetRelativePath(site, file.FullName), lengthsOnly ? any.AsMemory(0, (int)file.Length) : (ReadOnlyMemory<byte>)File.ReadAllBytes(file.FullName)))];
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
                File.WriteAllBytes(path, files[i].Bytes.Span);
            }
        });
        double wall = Stopwatch.GetElapsedTime(from).TotalSeconds;
        self.Refresh();
        return new Run(wall, (self.TotalProcessorTime - before).TotalSeconds, double.NaN, "");
    }
}
