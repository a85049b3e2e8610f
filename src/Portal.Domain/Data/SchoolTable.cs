using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Portal.Domain.Data;

/// <summary>The words of one school's row. Numbers are in the table's columns.</summary>
/// <param name="Id">Identification code.</param>
/// <param name="Name">Name at the time of the release.</param>
/// <param name="Place">County.</param>
/// <param name="Township">乡镇、街道.</param>
/// <param name="Type">Code of the school type.</param>
/// <param name="UrbanRural">城乡类型 code (GB/T 33782-2017 表5), may be empty.</param>
/// <param name="Sponsor">举办者.</param>
/// <param name="HostedBy">The school that counts this row (不计校数), null for a school of its own.</param>
/// <param name="Address">Address.</param>
/// <param name="OfficePhone">Office phone.</param>
/// <param name="TeachingLanguage">Language of teaching, may be empty.</param>
/// <param name="Origin">Where the row stood.</param>
public sealed record School(SchoolId Id, string Name, PlaceCode Place, string Township, string Type, string UrbanRural, string Sponsor, SchoolId? HostedBy, string Address, string OfficePhone, string TeachingLanguage, Origin Origin);

/// <summary>
/// The schools of a release: rows ordered by county, then school id, so that a county is one range and every sum runs in id order;
/// numbers in one compact column per raw column.
/// </summary>
public sealed class SchoolTable
{
    private readonly School[] schools;
    private readonly FrozenDictionary<string, Cell[]> numbers;
    private readonly Dictionary<string, string[]> words = new(StringComparer.Ordinal);
    private readonly Dictionary<PlaceCode, Range> counties = [];
    private readonly IReadOnlyDictionary<string, SchoolFile> files;
    private readonly Dictionary<SchoolId, int> rows;
    private readonly Dictionary<int, int[]> hosted = [];
    private readonly ConcurrentDictionary<string, Dictionary<PlaceCode, double>> least = new(StringComparer.Ordinal);

    /// <summary>An empty table: a release without school data.</summary>
    public static readonly SchoolTable Empty = new([], []);

    /// <summary>Takes rows in any order and sorts them; ids must be distinct (checked on reading).</summary>
    /// <param name="schools">Rows.</param>
    /// <param name="numbers">Raw columns, each as long as <paramref name="schools"/>, in the same order.</param>
    /// <param name="words">Raw columns of kind <c>text</c>, likewise; null where there is none.</param>
    /// <param name="files">Files that the rows stand in, by the name in <see cref="School.Origin"/>; null where none is known.</param>
    public SchoolTable(School[] schools, Dictionary<string, Cell[]> numbers, Dictionary<string, string[]>? words = null, IReadOnlyDictionary<string, SchoolFile>? files = null)
    {
        this.files = files ?? new Dictionary<string, SchoolFile>();
        int[] order = new int[schools.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        // Rows that come in order are taken as they are: a country's columns need not be there twice.
        bool sorted = true;
        for (int i = 1; i < schools.Length && sorted; i++)
        {
            sorted = Compare(schools[i - 1], schools[i]) <= 0;
        }

        if (!sorted)
        {
            Array.Sort(order, (a, b) => Compare(schools[a], schools[b]));
        }

        T[] InOrder<T>(T[] column) => sorted ? column : Array.ConvertAll(order, i => column[i]);
        this.schools = InOrder(schools);
        // Asked for with every number of every school: it pays to make the look-up for these very names.
        this.numbers = numbers.ToFrozenDictionary(c => c.Key, c => InOrder(c.Value), StringComparer.Ordinal);

        foreach ((string name, string[] column) in words ?? [])
        {
            this.words[name] = InOrder(column);
        }

        rows = new Dictionary<SchoolId, int>(schools.Length);
        int start = 0;
        for (int i = 0; i < this.schools.Length; i++)
        {
            rows[this.schools[i].Id] = i;
            if (i + 1 == this.schools.Length || this.schools[i + 1].Place != this.schools[i].Place)
            {
                counties[this.schools[i].Place] = start..(i + 1);
                start = i + 1;
            }
        }

        for (int i = 0; i < this.schools.Length; i++)
        {
            if (this.schools[i].HostedBy is { } host && rows.TryGetValue(host, out int at))
            {
                hosted[at] = [.. hosted.GetValueOrDefault(at, []), i];
            }
        }
    }

    // The same rows with other numbers: all but the columns is shared.
    private SchoolTable(SchoolTable other, Dictionary<string, Cell[]> numbers) =>
        (schools, this.numbers, words, counties, files, rows, hosted) = (other.schools, numbers.ToFrozenDictionary(StringComparer.Ordinal), other.words, other.counties, other.files, other.rows, other.hosted);

    /// <summary>
    /// The same schools with other numbers in some rows. A column in which no number differs is the same object in both tables, so that two versions
    /// of a country take little more than one.
    /// </summary>
    /// <param name="rows">Rows.</param>
    /// <param name="others">By raw column that the table carries: the numbers of those rows, in their order. Columns that are not named stay.</param>
    public SchoolTable WithNumbers(IReadOnlyList<int> rows, IReadOnlyDictionary<string, IReadOnlyList<Cell>> others)
    {
        Dictionary<string, Cell[]> changed = new(numbers, StringComparer.Ordinal);
        foreach ((string name, IReadOnlyList<Cell> cells) in others)
        {
            for (int i = 0; i < rows.Count; i++)
            {
                if (changed[name][rows[i]] == cells[i])
                {
                    continue;
                }

                if (changed[name] == numbers[name])
                {
                    changed[name] = [.. numbers[name]];
                }

                changed[name][rows[i]] = cells[i];
            }
        }

        return new SchoolTable(this, changed);
    }

    /// <summary>Number of rows.</summary>
    public int Count => schools.Length;

    /// <summary>The row's words.</summary>
    public School this[int row] => schools[row];

    /// <summary>Names of the raw columns that this release carries.</summary>
    public IReadOnlyCollection<string> ColumnNames => numbers.Keys;

    /// <summary>True where the release carries the raw column.</summary>
    public bool Carries(string column) => numbers.ContainsKey(column);

    /// <summary>Counties that have rows, by code.</summary>
    public IEnumerable<PlaceCode> Counties => counties.Keys;

    /// <summary>Rows of a county, in id order; empty where it has none.</summary>
    public Range RowsOf(PlaceCode county) => counties.GetValueOrDefault(county, 0..0);

    /// <summary>The file that a row stands in; null for a table that was not read from files.</summary>
    public SchoolFile? FileOf(int row) => files.GetValueOrDefault(schools[row].Origin.File);

    /// <summary>Row of a school, or null.</summary>
    public int? Find(SchoolId id) => rows.TryGetValue(id, out int row) ? row : null;

    /// <summary>Rows that are counted with this one (不计校数), in id order.</summary>
    public IReadOnlyList<int> HostedBy(int row) => HostedRows(row);

    /// <summary>The same for loops that allocate nothing; not to be written to.</summary>
    internal int[] HostedRows(int row) => hosted.Count > 0 && hosted.TryGetValue(row, out int[]? found) ? found : [];

    /// <summary>A raw number; blank where the release does not carry the column.</summary>
    public Cell Number(int row, string column) => numbers.TryGetValue(column, out Cell[]? cells) ? cells[row] : Cell.Blank;

    /// <summary>The smallest number of a column among the schools of a county; NaN where none is reported. One pass over a column, the first time it is asked for.</summary>
    public double Least(PlaceCode county, string column) =>
        (least.TryGetValue(column, out Dictionary<PlaceCode, double>? known) ? known : least.GetOrAdd(column, LeastOf)).GetValueOrDefault(county, double.NaN);

    private Dictionary<PlaceCode, double> LeastOf(string column)
    {
        Dictionary<PlaceCode, double> found = [];
        if (numbers.TryGetValue(column, out Cell[]? cells))
        {
            foreach ((PlaceCode county, Range rows) in counties)
            {
                foreach (Cell cell in cells.AsSpan(rows))
                {
                    if (cell.HasValue && !(found.GetValueOrDefault(county, double.MaxValue) <= cell.Value))
                    {
                        found[county] = cell.Value;
                    }
                }
            }
        }

        return found;
    }

    /// <summary>The words of a raw column of kind <c>text</c>; empty where the release does not carry it.</summary>
    public string Words(int row, string column) => words.TryGetValue(column, out string[]? cells) ? cells[row] : "";

    /// <summary>Order of the rows: by county, then by id.</summary>
    public static int Compare(School a, School b)
    {
        int byPlace = a.Place.CompareTo(b.Place);
        return byPlace != 0 ? byPlace : a.Id.CompareTo(b.Id);
    }
}
