using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Portal.Tests;

/// <summary>Scripts of others in theme/vendor: with licence and version, and byte for byte what was taken.</summary>
public sealed partial class VendoredTests
{
    public static TheoryData<string> Folders => [.. Directory.GetDirectories(Repository.At("theme/vendor")).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Each_file_has_the_sum_that_was_written_down_beside_licence_and_version(string name)
    {
        string folder = Path.Combine(Repository.At("theme/vendor"), name);
        Dictionary<string, string> sums = File.ReadLines(Path.Combine(folder, "SHA256SUMS")).Select(l => l.Split("  ")).ToDictionary(p => p[1], p => p[0], StringComparer.Ordinal);
        string[] files = [.. Directory.GetFiles(folder).Select(f => Path.GetFileName(f)!).Where(f => f is not ("SHA256SUMS" or "VERSION"))];
        Assert.Contains("LICENSE", files);
        Assert.Equal(files.Order(StringComparer.Ordinal), sums.Keys.Order(StringComparer.Ordinal));
        Assert.All(files, file => Assert.Equal(sums[file], Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, file))))));
        Assert.Matches(@"\d+\.\d+.*https://", File.ReadAllText(Path.Combine(folder, "VERSION")));
    }

    /// <summary>What a reader is told before pressing: the bytes of script and style as a host compresses them, to the next ten.</summary>
    [Fact]
    public void The_button_tells_what_the_figure_costs()
    {
        long bytes = new[] { "plotly-basic.min.js", "plotly.css" }.Sum(f => Compressed(Path.Combine(Repository.At("theme/vendor/plotly"), f)));
        int told = int.Parse(Kilobytes().Match(File.ReadAllText(Repository.At("theme/figures.js"))).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(told, bytes / 1000.0, (bytes / 1000.0) + 10);
    }

    private static long Compressed(string path)
    {
        using MemoryStream to = new();
        using (GZipStream gzip = new(to, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(File.ReadAllBytes(path));
        }

        return to.Length;
    }

    [GeneratedRegex("另取约 ([0-9]+) KB")]
    private static partial Regex Kilobytes();
}
