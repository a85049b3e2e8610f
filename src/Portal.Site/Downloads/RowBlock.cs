using Portal.Site.Plan;

namespace Portal.Site.Downloads;

/// <summary>
/// Rows of a table that stand together and are made of the same, as a county's are. Where nothing of that has changed, a build takes
/// their bytes over from the file of the build before.
/// </summary>
/// <remarks>
/// A table names its blocks in an order, and with a number of blocks for each basis, that follow from each basis alone: the second block
/// of a county is always the same kind of rows. Rows in the order of an input file are therefore no blocks.
/// </remarks>
/// <param name="Basis">What the rows are made of.</param>
/// <param name="Rows">Writes them.</param>
public sealed record RowBlock(Basis Basis, Action<RowWriter> Rows);

/// <summary>The blocks that a file of the last build has, and the place where a file that is made tells its own.</summary>
public interface IKeptRows
{
    /// <summary>Where a block stands in the file of the last build; null where it was made of something else.</summary>
    /// <param name="block">Number of the block in the new file.</param>
    KeptRows? Find(int block);

    /// <summary>Opens the file of the last build.</summary>
    Stream Open();

    /// <summary>Takes the blocks of the new file.</summary>
    /// <param name="first">Where the first begins.</param>
    /// <param name="blocks">Their lengths and numbers of rows; they stand one after the other.</param>
    void Made(long first, IReadOnlyList<(int Length, long Rows)> blocks);
}

/// <summary>A block in the file of the last build.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Rows">Its rows.</param>
public readonly record struct KeptRows(long At, int Length, long Rows);
