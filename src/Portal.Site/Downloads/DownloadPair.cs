using System.Buffers;
using Portal.Site.Plan;

namespace Portal.Site.Downloads;

/// <summary>
/// The two files of a part. Its rows are worked out once for both: whoever is asked for the CSV file keeps the JSON file, which is asked
/// for soon after, and forgotten then. Asked for alone, either is made alone.
/// </summary>
internal sealed class DownloadPair(DownloadTable table, DownloadPart part)
{
    private ChunkBuffer? json;
    private volatile bool jsonTaken;

    /// <summary>Writes the CSV file.</summary>
    public void Csv(IBufferWriter<byte> to)
    {
        if (jsonTaken)
        {
            table.Csv(part, to);
            return;
        }

        ChunkBuffer kept = new();
        table.Both(part, to, kept);
        if (!jsonTaken)
        {
            Volatile.Write(ref json, kept);
        }
    }

    /// <summary>Writes the JSON file. Does not wait where the CSV file is being made just now.</summary>
    public void Json(IBufferWriter<byte> to)
    {
        jsonTaken = true;
        if (Interlocked.Exchange(ref json, null) is { } kept)
        {
            kept.CopyTo(to);
        }
        else
        {
            table.Json(part, to);
        }
    }

    /// <summary>
    /// The files of many parts, each JSON file made two CSV files after its own: several workers never ask for both at once, and few files are kept.
    /// </summary>
    /// <param name="files">CSV and JSON in turns.</param>
    /// <param name="folder">The folder they are in; it ends with a slash.</param>
    public static IEnumerable<PlannedFile> Staggered(IEnumerable<PlannedFile> files, string folder)
    {
        PlannedFile[][] pairs = [.. files.Chunk(2).OrderBy(pair => pair[0].Path, StringComparer.Ordinal)];
        for (int i = 0; i < pairs.Length; i++)
        {
            pairs[i][1].MadeAfter = i + 2 < pairs.Length ? pairs[i + 2][0].Path : folder;
        }

        return pairs.SelectMany(pair => pair);
    }
}

/// <summary>Hands each cell to two writers.</summary>
internal sealed class BothRows(RowWriter first, RowWriter second) : RowWriter
{
    /// <inheritdoc/>
    public override void Text(string text)
    {
        first.Text(text);
        second.Text(text);
    }

    /// <inheritdoc/>
    public override void Blank()
    {
        first.Blank();
        second.Blank();
    }

    /// <inheritdoc/>
    protected internal override void End()
    {
        first.EndRow();
        second.EndRow();
    }

    /// <inheritdoc/>
    protected internal override void Digits(ReadOnlySpan<char> digits)
    {
        first.Digits(digits);
        second.Digits(digits);
    }
}
