using System.Diagnostics;
using System.Globalization;
using System.Text;
using Portal.Output;
using Portal.Sources.Parts;

namespace Portal.Benchmarks;

/// <summary>What a build of an unchanged set must do: see that every input file is as it was, and that every file of the site is there.</summary>
internal static class Hashing
{
    /// <summary>Hashes a set's folder three times, looks at its stamps three times, and lists a site of small files three times; prints the figures of each.</summary>
    /// <param name="data">Folder of the set.</param>
    /// <param name="site">Files of the site: as many as the set's has.</param>
    /// <param name="print">Receives the lines.</param>
    public static void Run(string data, int site, TextWriter print)
    {
        string work = Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"portal-hashing-{Environment.ProcessId}");
        Directory.CreateDirectory(work);
        try
        {
            string[] files = [.. Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories)];
            print.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{files.Length:N0} files, {files.Sum(f => new FileInfo(f).Length) / 1e6:N1} MB"));
            Turns("hashed", () => Sum(InputFingerprint.Files([data])), print);
            Turns("stamps", () =>
            {
                FileStamps stamps = new(Path.Combine(work, "stamps"));
                IReadOnlyList<IReadOnlyList<HashedFile>> hashed = InputFingerprint.Files([data], stamps);
                stamps.Write();
                return string.Create(CultureInfo.InvariantCulture, $"{Sum(hashed)}, {stamps.Hashed:N0} read");
            }, print);
            string[] paths = [.. Enumerable.Range(0, site).Select(i => string.Create(CultureInfo.InvariantCulture, $"schools/{i / 2}/{i % 2}.html"))];
            using OutputFolder folder = OutputFolder.Open(Path.Combine(work, "site"));
            NextTree next = folder.Begin(paths);
            for (int i = 0; i < site; i++)
            {
                next.Put(i, Encoding.UTF8.GetBytes(paths[i]));
            }

            folder.Publish(next, "same");
            Turns("listed", () => folder.IsUpToDate("same").ToString(), print);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static string Sum(IReadOnlyList<IReadOnlyList<HashedFile>> files) => InputFingerprint.Of(files, [])[..8];

    private static void Turns(string name, Func<string> work, TextWriter print)
    {
        for (int turn = 0; turn < 3; turn++)
        {
            long start = Stopwatch.GetTimestamp();
            TimeSpan from = Process.GetCurrentProcess().TotalProcessorTime;
            string said = work();
            print.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {Stopwatch.GetElapsedTime(start).TotalSeconds:N2} s, {(Process.GetCurrentProcess().TotalProcessorTime - from).TotalSeconds:N2} s of processor time, {said}"));
        }
    }
}
