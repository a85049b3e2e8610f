using System.Buffers;

namespace Portal.Site.Downloads;

/// <summary>A file of a table while it is made: block by block, each written anew or appended as the last build has it.</summary>
internal sealed class TableFile : IDisposable
{
    private readonly Counted to;
    private readonly IKeptRows? kept;
    private readonly List<(int Length, long Rows)> blocks = [];
    private readonly long first;
    private Stream? earlier;

    /// <param name="to">Takes the bytes.</param>
    /// <param name="format">Begins the format with its header.</param>
    /// <param name="kept">What the last build has; null where each row is to be written.</param>
    public TableFile(IBufferWriter<byte> to, Func<IBufferWriter<byte>, TableRows> format, IKeptRows? kept)
    {
        (this.to, this.kept) = (new Counted(to), kept);
        Rows = format(this.to);
        Rows.Flush();
        first = this.to.Bytes;
    }

    /// <summary>Takes rows that are written anew.</summary>
    public TableRows Rows { get; }

    /// <summary>Writes the blocks of a part to its files; each is worked out once, and not at all where every file has it from the last build.</summary>
    /// <returns>Number of rows.</returns>
    public static long Write(DownloadPart part, params TableFile[] files)
    {
        RowWriter rows = files is [var one] ? one.Rows : new BothRows(files[0].Rows, files[1].Rows);
        int number = 0;
        foreach (RowBlock block in part.Blocks())
        {
            (long At, long Count)[] before = [.. files.Select(f => (f.to.Bytes, f.Rows.Rows))];
            if (files.All(f => f.kept?.Find(number) is not null))
            {
                Array.ForEach(files, f => f.Append(number));
            }
            else
            {
                block.Rows(rows);
            }

            for (int i = 0; i < files.Length; i++)
            {
                files[i].End(before[i]);
            }

            number++;
        }

        Array.ForEach(files, f => f.kept?.Made(f.first, f.blocks));
        return files[0].Rows.Rows;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Rows.Dispose();
        earlier?.Dispose();
    }

    private void Append(int block)
    {
        KeptRows found = kept!.Find(block)!.Value;
        if (found.Rows == 0)
        {
            return;
        }

        byte[] bytes = ArrayPool<byte>.Shared.Rent(found.Length);
        try
        {
            earlier ??= kept.Open();
            earlier.Position = found.At;
            earlier.ReadExactly(bytes, 0, found.Length);
            Rows.Append(bytes.AsSpan(0, found.Length), found.Rows);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private void End((long At, long Rows) before)
    {
        if (kept is not null)
        {
            Rows.Flush();
            blocks.Add((checked((int)(to.Bytes - before.At)), Rows.Rows - before.Rows));
        }
    }

    /// <summary>Counts the bytes that go by.</summary>
    private sealed class Counted(IBufferWriter<byte> to) : IBufferWriter<byte>
    {
        public long Bytes { get; private set; }

        public void Advance(int count)
        {
            to.Advance(count);
            Bytes += count;
        }

        public Memory<byte> GetMemory(int sizeHint = 0) => to.GetMemory(sizeHint);

        public Span<byte> GetSpan(int sizeHint = 0) => to.GetSpan(sizeHint);
    }
}
