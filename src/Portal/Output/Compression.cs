using System.IO.Compression;

namespace Portal.Output;

/// <summary>
/// build --compress: a text file has two compressed ones beside it (<c>x.html.gz</c>, <c>x.html.br</c>), which a server sends as they are.
/// Pictures, workbooks and the search index are compressed already and have none (hosting/rules.json says the same, a test compares).
/// </summary>
/// <remarks>
/// The same runtime gives the same bytes; another may give others, so its version is part of <see cref="Name"/>. The levels were chosen by measurement:
/// src/decisions/0031-compressed-files.md.
/// </remarks>
public static class Compression
{
    /// <summary>Level of gzip, 1 to 9.</summary>
    public const int GzipLevel = 9;

    /// <summary>Quality of Brotli, 0 to 11.</summary>
    public const int BrotliQuality = 6;

    private const int BrotliWindow = 22; // bits; the library's own usual size

    /// <summary>A gzip file of nothing: the library writes none at all where there is nothing to compress.</summary>
    private static readonly byte[] Nothing = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    private static readonly string[] Texts = [".html", ".css", ".js", ".svg", ".json", ".csv", ".xml", ".txt"];

    /// <summary>The kinds of compressed files: what is added to the name, and how it is made.</summary>
    public static IReadOnlyList<(string Extension, Func<byte[], byte[]> Of)> Kinds { get; } = [(".gz", Gzip), (".br", Brotli)];

    /// <summary>What compressed files depend on besides their text, in one word.</summary>
    public static string Name { get; } = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"gzip{GzipLevel}-br{BrotliQuality}-{Environment.Version}");

    /// <summary>True for a file that has compressed ones beside it.</summary>
    /// <param name="path">Path in the site.</param>
    public static bool IsFor(string path)
    {
        string extension = Path.GetExtension(path);
        // A licence beside somebody else's script has no extension, and neither has a piece of the search index.
        return extension.Length > 0 ? Texts.Contains(extension, StringComparer.Ordinal) : path.StartsWith("assets/", StringComparison.Ordinal);
    }

    /// <summary>True for a compressed file that lies beside its text.</summary>
    /// <param name="path">Path in the site.</param>
    /// <param name="isThere">Whether the site has a file.</param>
    public static bool IsCompressed(string path, Func<string, bool> isThere) =>
        Kinds.Any(kind => path.EndsWith(kind.Extension, StringComparison.Ordinal) && IsFor(path[..^kind.Extension.Length]) && isThere(path[..^kind.Extension.Length]));

    /// <summary>A gzip file with these bytes; its head has no time and no name.</summary>
    public static byte[] Gzip(byte[] text)
    {
        if (text.Length == 0)
        {
            return Nothing;
        }

        using MemoryStream to = new();
        using (GZipStream stream = new(to, new ZLibCompressionOptions { CompressionLevel = GzipLevel }, leaveOpen: true))
        {
            stream.Write(text);
        }

        return to.ToArray();
    }

    /// <summary>A Brotli stream with these bytes.</summary>
    public static byte[] Brotli(byte[] text)
    {
        byte[] to = new byte[BrotliEncoder.GetMaxCompressedLength(text.Length)];
        return BrotliEncoder.TryCompress(text, to, out int length, BrotliQuality, BrotliWindow)
            ? to[..length]
            : throw new InvalidOperationException("Brotli needs more room than it says that it can need.");
    }
}
