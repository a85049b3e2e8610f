using System.Buffers;
using Portal.Site.Downloads;
using Portal.Site.Rendering;

namespace Portal.Site.Plan;

/// <summary>
/// One file of the site: an address known before anything is written, and the function that makes its bytes. The build asks all of
/// them, the preview asks the one the browser wants.
/// </summary>
/// <param name="path">Path inside the site, forward slashes, no leading slash: <c>schools/2199004003/index.html</c>.</param>
public abstract class PlannedFile(string path)
{
    /// <summary>Path inside the site.</summary>
    public string Path { get; } = path;

    /// <summary>Path of the file (or beginning of paths) after which this one is made, where something else is cheaper then; empty where its own path says when.</summary>
    public string MadeAfter { get; internal set; } = "";

    /// <summary>What the file is made of: where nothing of that has changed, the file of the last build is kept as it is.</summary>
    public Basis Basis { get; init; } = Basis.Everything;

    /// <summary>
    /// All words that the file is made of besides what every file may be made of, where they are few or worked out anyway: then they say whether it has
    /// changed, and its basis is not asked. One list for all files that are made of the same.
    /// </summary>
    public IReadOnlyList<ShownWords>? Words { get; init; }

    /// <summary>True for a page that people read.</summary>
    public virtual bool IsPage => false;

    /// <summary>Who asked for this address, for messages: the Chinese name of the page with its key.</summary>
    public abstract string Origin { get; }

    /// <summary>Writes the file's bytes. May be called from several threads at once, each with a scratch of its own.</summary>
    public abstract void Write(PageScratch scratch, IBufferWriter<byte> to);
}

/// <summary>A file whose bytes are at hand or are made by a function: assets, feeds, shards.</summary>
public sealed class PlannedBytes(string path, string origin, Action<IBufferWriter<byte>> write) : PlannedFile(path)
{
    /// <summary>A file of given bytes.</summary>
    public PlannedBytes(string path, string origin, ReadOnlyMemory<byte> bytes)
        : this(path, origin, to => to.Write(bytes.Span))
    {
    }

    /// <inheritdoc/>
    public override string Origin => origin;

    /// <inheritdoc/>
    public override void Write(PageScratch scratch, IBufferWriter<byte> to) => write(to);
}

/// <summary>A file of a download's rows, in blocks of which each may be taken over alone from the last build.</summary>
public sealed class PlannedRows(string path, DownloadPart part, Action<IBufferWriter<byte>> write, Action<IKeptRows> keep) : PlannedFile(path)
{
    /// <summary>The rows.</summary>
    public DownloadPart Part => part;

    /// <inheritdoc/>
    public override string Origin => $"下载 {part.Name}";

    /// <summary>Names the last build's file; before anything is written.</summary>
    public void Keep(IKeptRows kept) => keep(kept);

    /// <inheritdoc/>
    public override void Write(PageScratch scratch, IBufferWriter<byte> to) => write(to);
}
