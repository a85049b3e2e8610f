using System.Collections.Concurrent;
using System.Text;
using System.Text.Unicode;
using Portal.Domain.Problems;
using Portal.Sources.Tables;

namespace Portal.Sources.Files;

/// <summary>One run of reading: gathers problems and what was found, and opens files.</summary>
/// <param name="problems">Receives the problems.</param>
/// <param name="cache">What an earlier run kept; null where nothing is kept.</param>
internal sealed class Reading(ProblemList problems, ReadingCache? cache = null)
{
    private static readonly Encoding Gb18030;
    private readonly ConcurrentDictionary<string, InputFile> files = new(StringComparer.Ordinal);

    // The code pages must be there before the first file is opened: workbooks ask for one too.
    static Reading()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Gb18030 = Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }

    private (string Path, byte[] Bytes)? given;

    /// <summary>A run that reads one file whose bytes are at hand.</summary>
    public Reading(ProblemList problems, string path, byte[] bytes)
        : this(problems) => given = (path, bytes);

    /// <summary>The reading that a later one may take over from; null where nothing is kept.</summary>
    public LastReading? Last => cache?.Last;

    /// <summary>Whether parts of tables are kept for a later run: then nobody may change them.</summary>
    public bool Keeps => cache is { IsOpen: true };

    /// <summary>Says that all is known that a cell of a release's table may name: from now on parts of tables may be taken over from an earlier run.</summary>
    public void EverythingIsKnown() => cache?.Open();

    /// <summary>A part of a table, as it was read or as an earlier run kept it; its problems are told in either case.</summary>
    /// <param name="part">Part.</param>
    /// <param name="table">Table.</param>
    /// <param name="read">Reads it, telling its problems to the run that it is given.</param>
    public T Part<T>(TablePart part, string table, Func<Reading, T> read)
        where T : class
    {
        if (!Keeps || Bytes(part.Path, out string digest) is not { } bytes)
        {
            return read(this);
        }

        ReadingCache.KeptPart kept = cache!.Part(ReadingCache.PartName(table, part.Shown), digest, () =>
        {
            ProblemList own = new();
            Reading inside = new(own) { given = (part.Path, bytes), Words = Words }; // the bytes that the digest is of, though the file may change meanwhile
            T value = read(inside);
            return new ReadingCache.KeptPart(digest, value, own.Sorted(), inside.Files);
        });
        foreach (Problem problem in kept.Problems)
        {
            Add(problem.Kind, problem.Where, [.. problem.Arguments]);
        }

        foreach (InputFile file in kept.Files)
        {
            files[file.File] = file;
        }

        return (T)kept.Value;
    }

    /// <summary>Words of all tables.</summary>
    public WordPool Words { get; private init; } = new();

    /// <summary>Problems found so far.</summary>
    public ProblemList Problems => problems;

    /// <summary>Files read so far, by name.</summary>
    public IReadOnlyList<InputFile> Files => [.. files.Values.OrderBy(f => f.File, StringComparer.Ordinal)];

    /// <summary>Path as problems show it: as the user named it, with forward slashes.</summary>
    public static string Shown(string path) => path.Replace('\\', '/');

    /// <summary>Whether this run has found an error.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Adds a problem.</summary>
    public void Add(ProblemKind kind, Location where, params string[] arguments)
    {
        HasErrors |= kind.Severity == Severity.Error;
        problems.Add(kind, where, arguments);
    }

    /// <summary>
    /// Adds a problem whose words repeat what a cell holds. Where that is personal data, only that is said; long text is cut.
    /// </summary>
    /// <param name="kind">Kind.</param>
    /// <param name="where">Location.</param>
    /// <param name="seen">What the cell holds, the first to fill the kind's words.</param>
    /// <param name="others">What else fills them.</param>
    public void Reject(ProblemKind kind, Location where, string seen, params string[] others)
    {
        if (PersonalData.Find(seen) is { } found)
        {
            Add(ProblemKinds.PersonalData, where, found);
        }
        else
        {
            Add(kind, where, [Cut(seen), .. others]);
        }
    }

    /// <summary>Bytes of a file as they are, or null with a problem.</summary>
    public byte[]? Bytes(string path) => given is { } known && known.Path == path ? known.Bytes : Bytes(path, out _);

    private byte[]? Bytes(string path, out string digest)
    {
        digest = "";
        try
        {
            byte[] bytes = InputFolder.Bytes(path);
            digest = cache?.Note(Shown(path), bytes) ?? "";
            return bytes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Add(ProblemKinds.Unreadable, new Location(Shown(path)));
            return null;
        }
    }

    /// <summary>
    /// A text file as UTF-8 without its mark, or null with a problem. Encodings are told by the whole file, never guessed:
    /// valid UTF-8, else strict GB18030, else an error; UTF-16 is refused by name.
    /// </summary>
    public ReadOnlyMemory<byte>? Utf8Text(string path)
    {
        if (Bytes(path) is not { } bytes)
        {
            return null;
        }

        Location where = new(Shown(path));
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || bytes.AsSpan().Contains((byte)0))
        {
            Add(ProblemKinds.Utf16, where);
            return null;
        }

        if (Utf8.IsValid(bytes))
        {
            bool marked = bytes is [0xEF, 0xBB, 0xBF, ..];
            files[where.File] = new InputFile(where.File, marked ? "UTF-8（带 BOM）" : "UTF-8");
            return bytes.AsMemory(marked ? 3 : 0);
        }

        try
        {
            string text = Gb18030.GetString(bytes);
            int privateUse = text.Count(c => c is >= '\uE000' and <= '\uF8FF');
            if (privateUse > 0)
            {
                Add(ProblemKinds.PrivateUse, where, privateUse.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }

            files[where.File] = new InputFile(where.File, "GB18030");
            return Encoding.UTF8.GetBytes(text);
        }
        catch (DecoderFallbackException)
        {
            Add(ProblemKinds.UnknownEncoding, where);
            return null;
        }
    }

    /// <summary>Notes a workbook.</summary>
    public void NoteWorkbook(string path) => files[Shown(path)] = new InputFile(Shown(path), "XLSX");

    private static string Cut(string text) => text.Length <= 60 ? text : text[..(char.IsHighSurrogate(text[59]) ? 59 : 60)] + "…";
}
