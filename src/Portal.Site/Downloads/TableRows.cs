using System.Buffers;
using Portal.Site.Rendering;

namespace Portal.Site.Downloads;

/// <summary>Rows in one of the formats of downloads. They go to the buffer as they come; no string of the file is ever made.</summary>
public abstract class TableRows : RowWriter, IDisposable
{
    private readonly IBufferWriter<byte> to;

    private protected TableRows(IBufferWriter<byte> to, Escape? escape)
    {
        this.to = to;
        Writer = new Utf8Writer(escape);
        Writer.Use(to);
    }

    private protected Utf8Writer Writer { get; }

    /// <summary>Hands over what is gathered.</summary>
    public void Flush() => Writer.Flush();

    /// <summary>Appends rows as an earlier file of the same table has them.</summary>
    /// <param name="bytes">The rows.</param>
    /// <param name="rows">How many they are.</param>
    public void Append(ReadOnlySpan<byte> bytes, long rows)
    {
        if (rows > 0)
        {
            bytes = Join(bytes);
            Writer.Flush();
            to.Write(bytes);
            Skip(rows);
        }
    }

    /// <summary>Sees to it that earlier rows fit what was written before.</summary>
    /// <returns>What of them is to be appended.</returns>
    protected abstract ReadOnlySpan<byte> Join(ReadOnlySpan<byte> rows);

    /// <summary>Ends the table and hands over what is gathered.</summary>
    public void Dispose()
    {
        Finish();
        Writer.Flush();
        Writer.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Writes what stands after the last row.</summary>
    protected virtual void Finish()
    {
    }
}
