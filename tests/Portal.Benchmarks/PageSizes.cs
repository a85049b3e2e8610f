using System.IO.Compression;

namespace Portal.Benchmarks;

/// <summary>How much a reader downloads for a page: its HTML and the style sheet, both by gzip.</summary>
internal static class PageSizes
{
    /// <summary>Size of the style sheet by gzip, in KB (1000 bytes).</summary>
    public static double StyleSheet(string site) => Of(Directory.EnumerateFiles(Path.Combine(site, "assets"), "site-*.css").Single());

    /// <summary>Median and largest of the pages in the folders directly below one folder, in KB by gzip.</summary>
    public static (double Median, double Largest) Below(string folder)
    {
        double[] sizes = [.. Directory.EnumerateDirectories(folder).Select(d => Path.Combine(d, "index.html")).Where(File.Exists).AsParallel().Select(Of).Order()];
        return (sizes[sizes.Length / 2], sizes[^1]);
    }

    /// <summary>Size of a file, in KB by gzip.</summary>
    public static double Of(string file)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(File.ReadAllBytes(file));
        }

        return packed.Length / 1000.0;
    }
}
