using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Portal.Site.Search;

/// <summary>A run of characters and the schools that have it in a name: all of them, or of a frequent run the first few and the true total.</summary>
/// <param name="Text">The run; a code's beginning is written <c>#99012100</c>.</param>
/// <param name="Total">How many schools have the run.</param>
/// <param name="Schools">Numbers of the schools listed, ascending.</param>
/// <param name="Cells">Where not all are listed: how many schools are in each cell (<see cref="Totals"/>), by number of the cell; else none.</param>
internal sealed record Gram(string Text, int Total, int[] Schools, int[] Cells);

/// <summary>
/// The runs under which names are filed. Every single character and every two characters are filed; a longer run only while all its pairs and its
/// beginning are frequent (more than <see cref="ListedAtMost"/> schools). So any run that a reader types is answered, whole and with its true total, by one list:
/// that of a pair that is not frequent, else that of the shortest beginning of the run that is not frequent, else of the run itself.
/// </summary>
internal sealed class Grams
{
    /// <summary>Schools listed of a run; the shortest names are kept.</summary>
    public const int ListedAtMost = 200;

    /// <summary>Schools listed of a single character or the short beginning of a code (the first codes): few, so that a school stands in few files.</summary>
    public const int ListedOfCoarse = 20;

    /// <summary>The lengths of the beginning of every code that are filed.</summary>
    private static readonly int[] CodeLengths = [4, 6];

    /// <summary>The length of the beginning of a code that does not say its county, lengthened while it is frequent. Other codes are read in the county's file.</summary>
    private const int CodeLength = 8;

    private readonly List<Gram> all = [];
    private readonly Dictionary<(int First, int Second), int> frequent = [];

    // All keys one after the other as code points, each ended by 0, and the number of the school of each position.
    private readonly List<int> text = [];
    private readonly List<int> owner = [];
    private readonly int[] cellOf;
    private readonly int cells;
    private int[] rank;

    private Grams(int[] rank, int[] cellOf)
    {
        this.rank = rank;
        this.cellOf = cellOf;
        cells = cellOf.Length == 0 ? 0 : cellOf.Max() + 1;
    }

    /// <summary>The runs filed, in no particular order.</summary>
    public IReadOnlyList<Gram> All => all;

    /// <summary>The pairs of more than <see cref="ListedAtMost"/> schools, most frequent first.</summary>
    public IEnumerable<string> Frequent => frequent
        .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key)
        .Select(pair => new Rune(pair.Key.First).ToString() + new Rune(pair.Key.Second));

    /// <summary>Files the schools; a school's number is its place in the list.</summary>
    /// <param name="schools">The schools, by county and id.</param>
    /// <param name="cellOf">The cell in which each is counted.</param>
    /// <param name="saysCounty">Whether a school's code begins with that of its county, in whose file it is found.</param>
    public static Grams Of(IReadOnlyList<SearchSchool> schools, int[] cellOf, Func<SearchSchool, bool> saysCounty)
    {
        var lengths = schools.Select(school => new StringInfo(school.Name).LengthInTextElements).ToArray();
        var byLength = Enumerable.Range(0, schools.Count).OrderBy(n => lengths[n]).ThenBy(n => schools[n].Note is not null).ThenBy(n => n).ToArray();
        var rank = new int[schools.Count];
        for (var place = 0; place < byLength.Length; place++)
        {
            rank[byLength[place]] = place;
        }

        var grams = new Grams(rank, cellOf);
        grams.FileNames(schools);
        grams.rank = [.. Enumerable.Range(0, schools.Count)];
        grams.FileCodes(schools, saysCounty);
        return grams;
    }

    private void FileNames(IReadOnlyList<SearchSchool> schools)
    {
        for (var school = 0; school < schools.Count; school++)
        {
            foreach (var key in SearchText.Keys(schools[school].FormerNames.Prepend(schools[school].Name)))
            {
                Add(key, school);
            }
        }

        var positions = Positions(depth: 0);
        var deeper = new List<(int Start, int Length)>();
        foreach (var (start, length) in Runs(positions, 0, positions.Length, depth: 0))
        {
            File(positions.AsSpan(start, length), 1, ListedOfCoarse);
            foreach (var pair in Runs(positions, start, length, depth: 1))
            {
                var total = File(positions.AsSpan(pair.Start, pair.Length), 2, ListedAtMost);
                if (total > ListedAtMost)
                {
                    var first = positions[pair.Start];
                    frequent.Add((text[first], text[first + 1]), total);
                    deeper.Add(pair);
                }
            }
        }

        foreach (var (start, length) in deeper)
        {
            FileLonger(positions, start, length, depth: 2, (before, next) => frequent.ContainsKey((before, next)));
        }
    }

    private void FileCodes(IReadOnlyList<SearchSchool> schools, Func<SearchSchool, bool> saysCounty)
    {
        text.Clear();
        owner.Clear();
        for (var school = 0; school < schools.Count; school++)
        {
            Add(SearchText.Code(schools[school].Id), school, mark: '#');
        }

        var positions = Positions(depth: 0).Where(at => text[at] == '#').ToArray();
        var others = positions.Where(at => !saysCounty(schools[owner[at]])).ToArray();
        foreach (var length in CodeLengths)
        {
            foreach (var group in Beginnings(positions, length))
            {
                File(positions.AsSpan(group.Start, group.Length), length + 1, ListedOfCoarse);
            }
        }

        foreach (var group in Beginnings(others, CodeLength))
        {
            if (File(others.AsSpan(group.Start, group.Length), CodeLength + 1, ListedAtMost) > ListedAtMost)
            {
                FileLonger(others, group.Start, group.Length, CodeLength + 1, (_, _) => true);
            }
        }
    }

    /// <summary>Sorts the codes and returns the stretches that share so many characters after the mark.</summary>
    private List<(int Start, int Length)> Beginnings(int[] positions, int length)
    {
        var groups = new List<(int Start, int Length)> { (0, positions.Length) };
        for (var depth = 0; depth <= length; depth++)
        {
            groups = [.. groups.SelectMany(group => Runs(positions, group.Start, group.Length, depth))];
        }

        return groups;
    }

    private void Add(string key, int school, char? mark = null)
    {
        var before = text.Count;
        if (mark is { } first)
        {
            text.Add(first);
        }

        foreach (var rune in key.EnumerateRunes())
        {
            text.Add(rune.Value);
        }

        text.Add(0);
        owner.AddRange(Enumerable.Repeat(school, text.Count - before));
    }

    private int[] Positions(int depth) => [.. Enumerable.Range(0, text.Count).Where(at => text[at + depth] != 0)];

    /// <summary>Files the runs one character longer than those of the group, and goes on while they are frequent.</summary>
    private void FileLonger(int[] positions, int start, int length, int depth, Func<int, int, bool> mayFollow)
    {
        foreach (var run in Runs(positions, start, length, depth))
        {
            var first = positions[run.Start];
            if (mayFollow(text[first + depth - 1], text[first + depth])
                && File(positions.AsSpan(run.Start, run.Length), depth + 1, ListedAtMost) > ListedAtMost)
            {
                FileLonger(positions, run.Start, run.Length, depth + 1, mayFollow);
            }
        }
    }

    /// <summary>Sorts the group by the character at the depth and returns its stretches of one character; those that end there are left out.</summary>
    private List<(int Start, int Length)> Runs(int[] positions, int start, int length, int depth)
    {
        var letters = CollectionsMarshal.AsSpan(text);
        var keys = new long[length];
        for (var n = 0; n < length; n++)
        {
            keys[n] = ((long)letters[positions[start + n] + depth] << 32) | (uint)positions[start + n];
        }

        Array.Sort(keys);
        var runs = new List<(int, int)>();
        for (int n = 0, from = 0; n < length; n++)
        {
            positions[start + n] = (int)keys[n];
            if (n + 1 == length || keys[n] >> 32 != keys[n + 1] >> 32)
            {
                if (keys[n] >> 32 != 0)
                {
                    runs.Add((start + from, n + 1 - from));
                }

                from = n + 1;
            }
        }

        return runs;
    }

    /// <summary>Files one run, found at these positions (ascending), and returns the number of its schools.</summary>
    private int File(ReadOnlySpan<int> positions, int length, int listedAtMost)
    {
        var schools = new List<int>(positions.Length);
        foreach (var at in positions)
        {
            if (schools.Count == 0 || schools[^1] != owner[at])
            {
                schools.Add(owner[at]);
            }
        }

        var total = schools.Count;
        int[] counts = [];
        if (total > listedAtMost)
        {
            counts = new int[cells];
            foreach (var school in schools)
            {
                counts[cellOf[school]]++;
            }

            schools = [.. schools.OrderBy(school => rank[school]).Take(listedAtMost).Order()];
        }

        var run = new StringBuilder();
        foreach (var point in CollectionsMarshal.AsSpan(text).Slice(positions[0], length))
        {
            run.Append(new Rune(point).ToString());
        }

        all.Add(new Gram(run.ToString(), total, [.. schools], counts));
        return total;
    }
}
