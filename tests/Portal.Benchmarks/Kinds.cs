using System.Buffers;
using System.Globalization;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Site.Plan;
using Portal.Site.Rendering;

namespace Portal.Benchmarks;

/// <summary>What each kind of file costs when the program is warm: one thread renders the whole plan twice, the second time is counted.</summary>
internal static class Kinds
{
    /// <summary>Prints a table in Markdown: files, seconds of processor time, milliseconds, KB and allocated KB a file; largest time first.</summary>
    public static void Run(string data, string input, string theme)
    {
        BenchSet set = BenchSet.Read(data, input, theme);
        Findings findings = Findings.Compute(set.Data);
        Dictionary<string, (int Files, double Seconds, long Bytes, long Allocated)> kinds = [];
        for (int turn = 0; turn < 2; turn++)
        {
            kinds.Clear();
            using PageScratch scratch = new();
            ArrayBufferWriter<byte> buffer = new();
            // A fresh plan: what it keeps from the first turn would be a gift. In its order: files take over results from those before them.
            foreach (PlannedFile file in set.Plan(findings).Files)
            {
                TimeSpan from = Environment.CpuUsage.TotalTime;
                long allocated = GC.GetAllocatedBytesForCurrentThread();
                buffer.ResetWrittenCount();
                file.Write(scratch, buffer);
                (int files, double seconds, long bytes, long before) = kinds.GetValueOrDefault(KindOf(file));
                kinds[KindOf(file)] = (files + 1, seconds + (Environment.CpuUsage.TotalTime - from).TotalSeconds, bytes + buffer.WrittenCount, before + GC.GetAllocatedBytesForCurrentThread() - allocated);
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kinds.Values.Sum(k => k.Files):N0} files, {kinds.Values.Sum(k => k.Seconds):0.00} CPU s, {kinds.Values.Sum(k => k.Allocated) >> 20:N0} MiB allocated\n"));
        Console.WriteLine("| kind | files | CPU s | ms a file | KB a file | KB allocated a file |\n|---|---:|---:|---:|---:|---:|");
        foreach ((string kind, (int files, double seconds, long bytes, long allocated)) in kinds.OrderByDescending(k => k.Value.Seconds))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {kind} | {files:N0} | {seconds:0.00} | {seconds * 1000 / files:0.00} | {bytes / 1024.0 / files:0.0} | {allocated / 1024.0 / files:N0} |"));
        }
    }

    /// <summary>A page by its view's address, another file by its ending: codes and ids are taken out.</summary>
    internal static string KindOf(PlannedFile file)
    {
        string[] parts = [.. file.Path.Split('/').Select(part => part.Any(char.IsAsciiDigit) ? Path.GetExtension(part) is { Length: > 0 } ending && !part.StartsWith("20", StringComparison.Ordinal) ? "…" + ending : "…" : part)];
        return file.Path.StartsWith("assets/", StringComparison.Ordinal) ? "assets" : string.Join('/', parts).Replace("/index.html", "/", StringComparison.Ordinal);
    }
}
