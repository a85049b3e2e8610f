using System.Diagnostics;
using System.Globalization;
using Portal.Output;

namespace Portal.Benchmarks;

/// <summary>What a build of an unchanged set must do: read and hash every input file.</summary>
internal static class Hashing
{
    /// <summary>Hashes a set's folder three times and prints the figures of each.</summary>
    /// <param name="data">Folder of the set.</param>
    /// <param name="print">Receives the lines.</param>
    public static void Run(string data, TextWriter print)
    {
        string[] files = [.. Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories)];
        print.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{files.Length:N0} files, {files.Sum(f => new FileInfo(f).Length) / 1e6:N1} MB"));
        for (int turn = 0; turn < 3; turn++)
        {
            long start = Stopwatch.GetTimestamp();
            TimeSpan from = Process.GetCurrentProcess().TotalProcessorTime;
            string sum = InputFingerprint.Of([data], []);
            print.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(start).TotalSeconds:N2} s, {(Process.GetCurrentProcess().TotalProcessorTime - from).TotalSeconds:N2} s of processor time, {sum[..8]}"));
        }
    }
}
