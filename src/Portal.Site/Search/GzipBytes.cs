using System.IO.Compression;
using System.Text;

namespace Portal.Site.Search;

/// <summary>Gzip whose header says nothing of the machine or the time.</summary>
internal static class GzipBytes
{
    private const int TimeOffset = 4;
    private const int SystemOffset = 9;
    private const byte UnknownSystem = 255;

    /// <summary>The text as UTF-8, gzip. The header has no optional fields: <c>search.js</c> counts on its ten bytes.</summary>
    public static byte[] Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>The bytes, gzip.</summary>
    public static byte[] Of(ReadOnlySpan<byte> content)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(content);
        }

        var bytes = target.ToArray();
        if (bytes.Length > SystemOffset)
        {
            Array.Clear(bytes, TimeOffset, sizeof(uint));
            bytes[SystemOffset] = UnknownSystem;
        }

        return bytes;
    }
}
