using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using Portal.Output;

namespace Portal.Benchmarks;

/// <summary>What each level of compression costs and gains on the text files of a finished site: how the levels of <see cref="Compression"/> were chosen.</summary>
internal static class Levels
{
    /// <summary>Compresses a sample of the site's text files at each level and prints bytes and processor time in Markdown.</summary>
    /// <param name="site">A finished site.</param>
    /// <param name="every">1 for every text file, 10 for every tenth in order of paths.</param>
    /// <param name="print">Receives the table.</param>
    public static void Run(string site, int every, TextWriter print)
    {
        string[] paths = [.. Directory.EnumerateFiles(site, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(site, f).Replace('\\', '/')).Where(Compression.IsFor).Order(StringComparer.Ordinal)];
        byte[][] texts = [.. paths.Where((_, i) => i % every == 0).Select(path => File.ReadAllBytes(Path.Combine(site, path)))];
        long whole = texts.Sum(text => (long)text.Length);
        print.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{texts.Length:N0} of {paths.Length:N0} text files, {whole / 1e6:N1} MB\n\n| | MB | of the text | CPU s | CPU ms per MB of text |\n|---|---:|---:|---:|---:|"));
        foreach (int level in new[] { 1, 6, 9 })
        {
            Line($"gzip {level}", text => Gzip(text, level));
        }

        foreach (int quality in new[] { 1, 3, 4, 5, 6, 9, 11 })
        {
            Line($"Brotli {quality}", text => Brotli(text, quality));
        }

        void Line(string name, Func<byte[], long> compress)
        {
            compress(texts[0]);
            TimeSpan from = Process.GetCurrentProcess().TotalProcessorTime;
            long bytes = texts.Sum(compress);
            double seconds = (Process.GetCurrentProcess().TotalProcessorTime - from).TotalSeconds;
            print.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {bytes / 1e6:N2} | {(double)bytes / whole:P1} | {seconds:N2} | {seconds * 1e9 / whole:N1} |"));
        }
    }

    private static long Gzip(byte[] text, int level)
    {
        using MemoryStream to = new();
        using (GZipStream stream = new(to, new ZLibCompressionOptions { CompressionLevel = level }, leaveOpen: true))
        {
            stream.Write(text);
        }

        return to.Length;
    }

    private static long Brotli(byte[] text, int quality)
    {
        byte[] to = new byte[BrotliEncoder.GetMaxCompressedLength(text.Length)];
        return BrotliEncoder.TryCompress(text, to, out int length, quality, 22) ? length : throw new InvalidOperationException("no room");
    }
}
