using System.Collections.Concurrent;
using Portal.Domain.Data;
using Portal.Site.Downloads;
using Portal.Site.Plan;
using Portal.Sources.Parts;

namespace Portal.Output;

/// <summary>
/// A key for each file of a plan: a hash over all that the file is made of (<see cref="Basis"/>). Equal key, equal bytes; a file that is
/// made of everything has none.
/// </summary>
public sealed class PageKeys
{
    private readonly string common;
    private readonly InputParts parts;
    private readonly IReadOnlyList<HashedFile> files;
    private readonly WordKeys hashes;
    private readonly ConcurrentDictionary<Basis, string?> keys = new();
    private readonly ConcurrentDictionary<DownloadPart, IReadOnlyList<string?>> blocksOf = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<IReadOnlyList<ShownWords>, string> ofWords = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<DownloadPart, string> ofParts = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<string, string> ofPeriods = new(StringComparer.Ordinal);

    private PageKeys(string common, InputParts parts, IReadOnlyList<HashedFile> files, WordKeys hashes) =>
        (this.common, this.parts, this.files, this.hashes) = (common, parts, files, hashes);

    /// <summary>Takes the inputs apart.</summary>
    /// <param name="folder">Folder of the set.</param>
    /// <param name="files">Its files.</param>
    /// <param name="others">Files of the other folders.</param>
    /// <param name="options">What else the site depends on.</param>
    /// <param name="plan">The site.</param>
    /// <param name="hashes">Hashes of the words of the last build; takes those of this one.</param>
    /// <returns>Null where a file has changed since it was hashed: then nothing can be said of any page.</returns>
    public static PageKeys? Read(string folder, IReadOnlyList<HashedFile> files, IReadOnlyList<IReadOnlyList<HashedFile>> others, IReadOnlyList<string> options, SitePlan plan, WordKeys hashes)
    {
        if (InputParts.Read(folder, files, plan.Site.Data) is not { } parts)
        {
            return null;
        }

        string common = InputFingerprint.Sum([.. InputFingerprint.Program, .. options, .. others.SelectMany(InputFingerprint.Lines), .. parts.Common, .. plan.Site.Bases.Common()]);
        return new PageKeys(common, parts, files, hashes);
    }

    /// <summary>The key of a file; null for a file that is made of everything. A file of rows is made of its blocks, where each has a key.</summary>
    public string? Of(PlannedFile file) => file switch
    {
        { Words: { } words } => ofWords.GetOrAdd(words, Key),
        PlannedRows rows when BlocksOf(rows) is var blocks && blocks.All(b => b is not null) => ofParts.GetOrAdd(rows.Part, _ => InputFingerprint.Sum([common, .. blocks!])),
        _ => keys.GetOrAdd(file.Basis, Key),
    };

    /// <summary>The keys of the blocks of a file of rows, null for one that is made of everything.</summary>
    public IReadOnlyList<string?> BlocksOf(PlannedRows rows) => blocksOf.GetOrAdd(rows.Part, part => [.. part.Blocks().Select(block => keys.GetOrAdd(block.Basis, Key))]);

    private string Key(IReadOnlyList<ShownWords> all) =>
        InputFingerprint.Sum([common, .. all.AsParallel().AsOrdered().Select(words => $"{words.Name} {hashes.Of(words, keys.GetOrAdd(words.Basis, Key))}")]);

    private string? Key(Basis basis) => basis switch
    {
        { Counties: { } counties } => InputFingerprint.Sum(counties.Select(c => $"{c} {(parts.Counties.TryGetValue(c, out byte[]? hash) ? Convert.ToHexStringLower(hash) : "")}").Prepend(common)),
        { UpTo: { } release } => ofPeriods.GetOrAdd(release.Period, UpTo),
        _ => null,
    };

    private string UpTo(string period) => InputFingerprint.Sum(files.Where(f => IsSeen(InputParts.ReleaseOf(f.Path), period)).Select(f => $"{f.Path} {f.Hash}").Prepend(common));

    private static bool IsSeen(string release, string period) => !ReleaseId.TryParse(release, out ReleaseId id) || string.CompareOrdinal(id.Period, period) <= 0;
}
