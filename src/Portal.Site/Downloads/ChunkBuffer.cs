using System.Buffers;

namespace Portal.Site.Downloads;

/// <summary>Bytes that are kept for a while: in pieces, so that a large file needs no array of its length and none is copied to grow.</summary>
internal sealed class ChunkBuffer : IBufferWriter<byte>
{
    /// <summary>Below the size from which the runtime keeps arrays apart and clears them away late.</summary>
    private const int Size = 64 * 1024;

    private readonly List<(byte[] Bytes, int Length)> full = [];
    private byte[] last = [];
    private int length;

    /// <inheritdoc/>
    public void Advance(int count) => length += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Make(sizeHint);
        return last.AsMemory(length);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Make(sizeHint);
        return last.AsSpan(length);
    }

    /// <summary>Writes all of it.</summary>
    public void CopyTo(IBufferWriter<byte> to)
    {
        foreach ((byte[] bytes, int filled) in full)
        {
            to.Write(bytes.AsSpan(0, filled));
        }

        to.Write(last.AsSpan(0, length));
    }

    private void Make(int sizeHint)
    {
        if (last.Length - length < Math.Max(1, sizeHint))
        {
            if (length > 0)
            {
                full.Add((last, length));
            }

            last = new byte[Math.Max(Size, sizeHint)];
            length = 0;
        }
    }
}
