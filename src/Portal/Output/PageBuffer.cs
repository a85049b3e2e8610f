using System.Buffers;

namespace Portal.Output;

/// <summary>The bytes of one file while it is rendered. One per worker, used again for every file, so memory does not grow with their number.</summary>
internal sealed class PageBuffer : IBufferWriter<byte>
{
    private const int Usual = 64 * 1024;
    private const int Largest = 8 * 1024 * 1024;

    private byte[] bytes = new byte[Usual];
    private int length;

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, length);

    /// <summary>Forgets what was written; a buffer that one very large file has blown up is given back.</summary>
    public void Clear()
    {
        length = 0;
        if (bytes.Length > Largest)
        {
            bytes = new byte[Usual];
        }
    }

    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, bytes.Length - length);
        length += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Grow(sizeHint);
        return bytes.AsMemory(length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Grow(sizeHint);
        return bytes.AsSpan(length);
    }

    private void Grow(int sizeHint)
    {
        int needed = checked(length + Math.Max(sizeHint, 1));
        if (needed > bytes.Length)
        {
            Array.Resize(ref bytes, Math.Max(needed, (int)Math.Min(2L * bytes.Length, Array.MaxLength)));
        }
    }
}
