using System.Buffers;

namespace Portal.Site.Rendering;

/// <summary>A stream as a buffer to write to: every piece goes to it at once, so who writes should gather.</summary>
internal sealed class StreamBuffer(Stream stream) : IBufferWriter<byte>
{
    private byte[] bytes = [];

    /// <inheritdoc/>
    public void Advance(int count) => stream.Write(bytes, 0, count);

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0) => Room(sizeHint);

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0) => Room(sizeHint);

    private byte[] Room(int sizeHint) => bytes = bytes.Length >= Math.Max(1, sizeHint) ? bytes : new byte[Math.Max(4096, sizeHint)];
}
