using System.Buffers;
using Portal.Site.Plan;

namespace Portal.Site.Downloads;

/// <summary>What a column holds, for those who read the file with a program.</summary>
public enum DownloadType
{
    /// <summary>Words, codes, ids: text, even where it looks like a number.</summary>
    Text,

    /// <summary>A number, or a marker <c>z</c>, <c>x</c>, <c>c</c> in its place.</summary>
    Number,

    /// <summary>A day, 2023-09-01.</summary>
    Day,
}

/// <summary>A column of a download.</summary>
/// <param name="Name">Header.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Meaning">What it means, in Chinese, with its unit.</param>
public sealed record DownloadColumn(string Name, DownloadType Type, string Meaning);

/// <summary>Whether a table is what went in or what came out.</summary>
public enum DownloadKind
{
    /// <summary>输入: what was reported or decided.</summary>
    Input,

    /// <summary>办法: the scheme as used.</summary>
    Scheme,

    /// <summary>结果: what the portal worked out.</summary>
    Result,

    /// <summary>照录: what documents say; nothing is worked out from it.</summary>
    Document,
}

/// <summary>A table of a release, offered as CSV and as JSON. Its rows are made when a file is asked for, and forgotten.</summary>
/// <param name="Name">Name without extension, with a folder where it has one: <c>scheme-basic-2012/limits</c>.</param>
/// <param name="Kind">Input, scheme, result or document.</param>
/// <param name="Title">Title in Chinese.</param>
/// <param name="Columns">Columns.</param>
/// <param name="Parts">Parts by name of file; one with the table's own name unless the release is large.</param>
public sealed record DownloadTable(string Name, DownloadKind Kind, string Title, IReadOnlyList<DownloadColumn> Columns, IReadOnlyList<DownloadPart> Parts)
{
    /// <summary>A table in one file.</summary>
    public DownloadTable(string name, DownloadKind kind, string title, IReadOnlyList<DownloadColumn> columns, Action<RowWriter> rows)
        : this(name, kind, title, columns, [new DownloadPart(name, "", rows)])
    {
    }

    /// <summary>A table in one file, in blocks.</summary>
    public DownloadTable(string name, DownloadKind kind, string title, IReadOnlyList<DownloadColumn> columns, Func<IEnumerable<RowBlock>> blocks)
        : this(name, kind, title, columns, [new DownloadPart(name, "", blocks)])
    {
    }

    /// <summary>The table's files below a folder that ends with a slash, CSV and JSON in turns.</summary>
    /// <param name="folder">Folder.</param>
    /// <param name="basis">What they are made of.</param>
    public IEnumerable<PlannedFile> Files(string folder, Basis basis)
    {
        foreach (DownloadPart part in Parts)
        {
            DownloadPair pair = new(this, part);
            yield return new PlannedRows($"{folder}{part.Name}.csv", part, pair.Csv, kept => part.KeptCsv = kept) { Basis = basis };
            yield return new PlannedRows($"{folder}{part.Name}.json", part, pair.Json, kept => part.KeptJson = kept) { Basis = basis };
        }
    }

    /// <summary>Writes a part as CSV.</summary>
    public void Csv(DownloadPart part, IBufferWriter<byte> to)
    {
        using TableFile csv = CsvOf(part, to);
        part.Write(csv);
    }

    /// <summary>Writes a part as JSON.</summary>
    public void Json(DownloadPart part, IBufferWriter<byte> to)
    {
        using TableFile json = JsonOf(part, to);
        part.Write(json);
    }

    /// <summary>Writes a part as CSV and as JSON; its rows are worked out once.</summary>
    internal void Both(DownloadPart part, IBufferWriter<byte> csv, IBufferWriter<byte> json)
    {
        using TableFile first = CsvOf(part, csv), second = JsonOf(part, json);
        part.Write(first, second);
    }

    private TableFile CsvOf(DownloadPart part, IBufferWriter<byte> to) => new(to, begun => new CsvRows(begun, Columns.Select(c => c.Name)), part.KeptCsv);

    private TableFile JsonOf(DownloadPart part, IBufferWriter<byte> to) => new(to, begun => new JsonRows(begun, Columns.Select(c => c.Name)), part.KeptJson);
}

/// <summary>A part of a table: all of it, or the counties of one province or city.</summary>
/// <param name="Name">Name of its files without extension.</param>
/// <param name="Of">Name of the province or city, empty for the whole table.</param>
/// <param name="Blocks">Its rows in blocks, in their order.</param>
public sealed record DownloadPart(string Name, string Of, Func<IEnumerable<RowBlock>> Blocks)
{
    private long counted = -1;

    /// <summary>A part whose rows are one block, made of everything that the file is made of.</summary>
    public DownloadPart(string name, string of, Action<RowWriter> rows)
        : this(name, of, () => [new RowBlock(Basis.Everything, rows)])
    {
    }

    /// <summary>What the last build's CSV file has of the blocks.</summary>
    internal IKeptRows? KeptCsv { get; set; }

    /// <summary>What the last build's JSON file has of the blocks.</summary>
    internal IKeptRows? KeptJson { get; set; }

    /// <summary>Number of rows: as many as were written or kept, or counted by running through them where no file of them was asked for yet.</summary>
    public long Count()
    {
        if (Volatile.Read(ref counted) < 0)
        {
            RowCounter counter = new();
            int number = 0;
            foreach (RowBlock block in Blocks())
            {
                if (KeptCsv?.Find(number++) is { } kept)
                {
                    counter.Skip(kept.Rows);
                }
                else
                {
                    block.Rows(counter);
                }
            }

            Volatile.Write(ref counted, counter.Rows);
        }

        return Volatile.Read(ref counted);
    }

    /// <summary>Writes the rows and remembers how many they were.</summary>
    internal void Write(params TableFile[] files) => Volatile.Write(ref counted, TableFile.Write(this, files));
}
