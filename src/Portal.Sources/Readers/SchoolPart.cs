using System.Runtime.CompilerServices;
using System.Text;
using Portal.Domain.Data;
using Portal.Domain.Problems;
using Portal.Sources.Files;
using Portal.Sources.Tables;

namespace Portal.Sources.Readers;

/// <summary>What the readers of all parts of a table of schools share: its columns and the stages that each type lacks.</summary>
internal sealed class SchoolColumns
{
    /// <summary>Prepares the columns.</summary>
    public SchoolColumns(Known known, Vocabulary vocabulary)
    {
        Known = known;
        Raw = vocabulary.Columns;
        All =
        [
            .. Definitions.Schools.Columns,
            .. Raw.Select(c => new ColumnDefinition(c.Name, c.Label, c.Kind == ColumnKind.Text ? Content.Text : Content.Number, Presence.Optional)),
        ];
        Good = new GoodWords(All.Count);
        Lacking = vocabulary.Types.ToDictionary(t => t.Code, t => Raw.Select(c => c.Stage is { } stage && !t.Has(stage)).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>What references may name.</summary>
    public Known Known { get; }

    /// <summary>Raw columns.</summary>
    public IReadOnlyList<Column> Raw { get; }

    /// <summary>Fixed columns, then raw ones.</summary>
    public IReadOnlyList<ColumnDefinition> All { get; }

    /// <summary>Words that need not be checked again.</summary>
    public GoodWords Good { get; }

    /// <summary>By type: which raw columns belong to a stage that the type lacks.</summary>
    public IReadOnlyDictionary<string, bool[]> Lacking { get; }
}

/// <summary>A part of a table of schools: numbers go straight from UTF-8 into columns, words that repeat are kept once.</summary>
internal sealed class SchoolPart
{
    private static readonly int Id = Definitions.Schools.Index("school");
    private static readonly int Name = Definitions.Schools.Index("name");
    private static readonly int PlaceColumn = Definitions.Schools.Index("place");
    private static readonly int Township = Definitions.Schools.Index("township");
    private static readonly int Type = Definitions.Schools.Index("type");
    private static readonly int UrbanRural = Definitions.Schools.Index("urban_rural");
    private static readonly int Sponsor = Definitions.Schools.Index("sponsor");
    private static readonly int HostedBy = Definitions.Schools.Index("hosted_by");
    private static readonly int Address = Definitions.Schools.Index("address");
    private static readonly int Phone = Definitions.Schools.Index("office_phone");
    private static readonly int Language = Definitions.Schools.Index("teaching_language");

    private readonly Reading reading;
    private readonly SchoolColumns columns;
    private readonly string[] words;
    private readonly bool[] good;

    private SchoolPart(Reading reading, SchoolColumns columns, string file)
    {
        (this.reading, this.columns, File) = (reading, columns, file);
        (words, good) = (new string[columns.All.Count], new bool[columns.All.Count]);
        Array.Fill(words, "");
        Numbers = new List<Cell>?[columns.Raw.Count];
        Words = new List<string>?[columns.Raw.Count];
    }

    /// <summary>Name of the part as problems show it.</summary>
    public string File { get; }

    /// <summary>By column of the table: the column of the part that holds it, or −1; empty where the part could not be read.</summary>
    public int[] Layout { get; private set; } = [];

    /// <summary>Rows.</summary>
    public List<School> Schools { get; private set; } = [];

    /// <summary>Numbers by raw column, null for a column that the part does not have.</summary>
    public List<Cell>?[] Numbers { get; }

    /// <summary>Words by raw column of kind text, likewise.</summary>
    public List<string>?[] Words { get; }

    /// <summary>Column of the part that holds the ids, for problems found later.</summary>
    public int IdColumn { get; private set; }

    /// <summary>Column of the part that holds the hosts.</summary>
    public int HostColumn { get; private set; }

    /// <summary>True where another reading of the part differs in numbers at most: the same schools in the same rows with the same words, and the same columns.</summary>
    public bool HasSameWords(SchoolPart other) =>
        Layout.AsSpan().SequenceEqual(other.Layout) && Schools.SequenceEqual(other.Schools) && Words.Zip(other.Words).All(w => w.First is null || w.First.SequenceEqual(w.Second!));

    /// <summary>Reads a part.</summary>
    /// <param name="reading">Run.</param>
    /// <param name="file">File.</param>
    /// <param name="columns">Columns of the table.</param>
    /// <param name="trim">Whether it will be kept for long, and should be no larger than its rows.</param>
    public static SchoolPart Read(Reading reading, TablePart file, SchoolColumns columns, bool trim)
    {
        SchoolPart part = new(reading, columns, file.Shown);
        using RowSource? rows = file.Open(reading);
        if (rows is not null && Header.Read(reading, rows, columns.All) is { } header)
        {
            part.ReadRows(rows, header);
        }

        if (trim)
        {
            part.Schools.TrimExcess();
            Array.ForEach(part.Numbers, column => column?.TrimExcess());
            Array.ForEach(part.Words, column => column?.TrimExcess());
        }

        return part;
    }

    private void ReadRows(RowSource rows, Header header)
    {
        int fixedCount = Definitions.Schools.Columns.Count;
        int[] at = new int[columns.All.Count];
        for (int i = 0; i < at.Length; i++)
        {
            at[i] = header.ColumnOf(i);
        }

        (Layout, IdColumn, HostColumn) = (at, at[Id], at[HostedBy]);
        Schools = new List<School>(rows.MostRows);
        for (int raw = 0; raw < columns.Raw.Count; raw++)
        {
            int column = at[fixedCount + raw];
            if (column < 0)
            {
                continue;
            }

            if (columns.Raw[raw].Disclosure == Disclosure.Never)
            {
                reading.Add(ProblemKinds.NeverPublished, rows.At(column), columns.Raw[raw].Name);
            }

            if (columns.Raw[raw].Kind == ColumnKind.Text)
            {
                Words[raw] = new List<string>(rows.MostRows);
            }
            else
            {
                Numbers[raw] = new List<Cell>(rows.MostRows);
            }
        }

        while (rows.Read())
        {
            if (rows.IsBlank())
            {
                continue;
            }

            if ((rows.Count != header.Count || !header.IsWhole) && !header.CheckRow(reading, rows))
            {
                continue;
            }

            for (int i = 0; i < fixedCount; i++)
            {
                words[i] = at[i] < 0 ? "" : Word(rows, i, at[i]);
            }

            ReadNumbers(rows, at.AsSpan(fixedCount));
            Schools.Add(new School(
                new SchoolId(words[Id]), words[Name], new PlaceCode(words[PlaceColumn]), words[Township], words[Type], words[UrbanRural], words[Sponsor],
                words[HostedBy].Length > 0 ? new SchoolId(words[HostedBy]) : null, words[Address], words[Phone], words[Language], new Origin(rows.File, rows.Row)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadNumbers(RowSource rows, ReadOnlySpan<int> at)
    {
        bool[]? lacking = columns.Lacking.GetValueOrDefault(words[Type]);
        for (int raw = 0; raw < at.Length; raw++)
        {
            if (Numbers[raw] is not { } numbers)
            {
                Words[raw]?.Add(Word(rows, Definitions.Schools.Columns.Count + raw, at[raw]));
                continue;
            }

            ReadOnlySpan<byte> text = rows[at[raw]];
            Column column = columns.Raw[raw];
            if (CellParser.Parse(text, out Cell cell) is { } kind)
            {
                reading.Reject(kind, rows.At(at[raw]), Encoding.UTF8.GetString(text));
            }
            else if (cell.HasValue)
            {
                CheckNumber(rows, at[raw], column, cell, lacking is not null && lacking[raw]);
            }
            else if (cell.State == CellState.NotReported && lacking is not null && lacking[raw])
            {
                cell = Cell.NotApplicable;
            }

            numbers.Add(cell);
        }
    }

    private void CheckNumber(RowSource rows, int column, Column raw, Cell cell, bool lacking)
    {
        if (lacking)
        {
            reading.Add(ProblemKinds.StageNumber, rows.At(column), words[Type], raw.Name, cell.ToString());
        }
        else if (cell.Mantissa < 0)
        {
            reading.Add(ProblemKinds.Negative, rows.At(column), cell.ToString());
        }
        else if (cell.Decimals > raw.Decimals)
        {
            reading.Add(ProblemKinds.TooManyDecimals, rows.At(column), cell.ToString(), Digits(cell.Decimals), Digits(raw.Decimals));
        }
    }

    // A word that stood in this column in the row above is the same string, and is not checked again where it was good.
    private string Word(RowSource rows, int column, int at)
    {
        if (good[column] && rows.Is(at, words[column]))
        {
            return words[column];
        }

        string word = reading.Words.Of(rows[at]);
        good[column] = columns.Good.Has(column, word) || Check(rows, column, at, word);
        if (good[column])
        {
            columns.Good.Add(column, word);
        }

        return words[column] = word;
    }

    private bool Check(RowSource rows, int column, int at, string word)
    {
        Known known = columns.Known;
        if (!CellRules.Check(reading, known, columns.All[column], word, rows.At(at)))
        {
            return false;
        }

        if (column == Type)
        {
            return CellRules.Reference(reading, known.Types, ProblemKinds.UnknownType, word, rows.At(at));
        }

        if (column == PlaceColumn && known.Places is not null && !known.Counties.Contains(word))
        {
            reading.Add(ProblemKinds.NotACounty, rows.At(at), word);
            return false;
        }

        return true;
    }

    private static string Digits(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
