using System.Globalization;

namespace Portal.Verification;

/// <summary>A cell that does not follow from the inputs.</summary>
/// <param name="File">File.</param>
/// <param name="Line">Row as a spreadsheet shows it; 0 for a row that is not there.</param>
/// <param name="Column">Column, empty for the whole row.</param>
/// <param name="Key">What the row is about.</param>
/// <param name="Published">What the table says.</param>
/// <param name="Recomputed">What follows from the inputs.</param>
/// <param name="From">The rows of input that it is worked out from.</param>
public sealed record Difference(string File, int Line, string Column, string Key, string Published, string Recomputed, IReadOnlyList<(string File, int Line)> From);

/// <summary>What the verification of one release came to: agreements, differences, what cannot be recomputed and why.</summary>
public sealed class VerifyReport
{
    /// <summary>Largest difference, relative to the larger of two numbers, at which they still agree.</summary>
    public const double Tolerance = 1e-9;

    /// <summary>The same for numbers that come from a subtraction, relative to what was subtracted.</summary>
    private const double OfSubtraction = 1e-12;

    /// <summary>More differences than this are only counted.</summary>
    private const int Shown = 20;

    private const int Remembered = 1000;

    private readonly List<Difference> differences = [];
    private readonly Dictionary<string, (long Agree, long Unclear)> tables = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (long Cells, string First)> unclear = new(StringComparer.Ordinal);
    private long different;

    /// <summary>Cells that agree.</summary>
    public long Agreeing => tables.Values.Sum(t => t.Agree);

    /// <summary>Cells that differ.</summary>
    public long Different => different;

    /// <summary>Cells that cannot be recomputed.</summary>
    public long NotRecomputable => tables.Values.Sum(t => t.Unclear);

    /// <summary>The first differences, in order of the results.</summary>
    public IReadOnlyList<Difference> Differences => differences;

    /// <summary>Compares a text.</summary>
    public void Text(Row row, string column, string recomputed, string key, IEnumerable<(string, int)> from) =>
        Note(row, column, row[column] == recomputed, key, recomputed, from);

    /// <summary>Compares a number or marker; <paramref name="scale"/> is the size of the numbers that were subtracted, 0 where none were.</summary>
    public void Number(Row row, string column, Num recomputed, string key, IEnumerable<(string, int)> from, double scale = 0)
    {
        Num published = row.Number(column);
        bool same = published.Why == recomputed.Why && (!published.IsKnown || Agree(published.Value, recomputed.Value, scale));
        Note(row, column, same, key, recomputed.IsKnown ? recomputed.Value.ToString("R", CultureInfo.InvariantCulture) : Word(recomputed.Why), from);
    }

    /// <summary>Compares a number where NaN stands for a blank.</summary>
    public void Number(Row row, string column, double recomputed, string key, IEnumerable<(string, int)> from, double scale = 0) =>
        Number(row, column, double.IsNaN(recomputed) ? Num.Without(Num.Blank) : Num.Of(recomputed), key, from, scale);

    /// <summary>Notes cells that cannot be recomputed.</summary>
    public void Unclear(Row row, string reason, string key, params string[] columns)
    {
        Count(row.File, 0, columns.Length);
        (long cells, string first) = unclear.GetValueOrDefault(reason, (0, string.Create(CultureInfo.InvariantCulture, $"{row.File} 第 {row.Line} 行（{key}）")));
        unclear[reason] = (cells + columns.Length, first);
    }

    /// <summary>Notes a row that ought to be there, or ought not.</summary>
    public void RowOf(string file, int line, string key, string published, string recomputed, IEnumerable<(string, int)> from) =>
        Add(new Difference(file, line, "", key, published, recomputed, [.. from]));

    /// <summary>Prints the report.</summary>
    public void Print(Package package, TextWriter to)
    {
        to.WriteLine($"发布 {package.Release}：{package.Place.Name}");
        foreach ((string file, (long agree, long open)) in tables)
        {
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {file}：{agree:N0} 格一致{(open > 0 ? $"，{open:N0} 格不可复算" : "")}。"));
        }

        foreach ((string reason, (long cells, string first)) in unclear)
        {
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  不可复算：{reason}。{cells:N0} 格，从 {first}起。"));
        }

        if (tables.Count == 0 && different == 0)
        {
            to.WriteLine("  没有由本站算出的结果，不用复算。");
        }

        foreach (Difference difference in differences.Take(Shown))
        {
            to.WriteLine("  不一致：" + Words(difference));
        }

        if (different > Shown)
        {
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  ……还有 {different - Shown:N0} 处不一致没有列出。"));
        }

        if (differences.Count > 0)
        {
            to.WriteLine("  第一个不再成立的结果是 " + At(differences[0]) + Under(differences[0]));
            if (Common() is { } common)
            {
                to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  不一致的结果都用到 {common.File} 第 {common.Line} 行。"));
            }
        }
    }

    private static string Words(Difference d) =>
        d.Column.Length > 0 ? $"{At(d)}：表中 {Quoted(d.Published)}，复算 {Quoted(d.Recomputed)}。" : $"{At(d)}：表中{d.Published}，复算{d.Recomputed}。";

    private static string At(Difference d) =>
        string.Create(CultureInfo.InvariantCulture, $"{d.File}{(d.Line > 0 ? $" 第 {d.Line} 行" : "")}{(d.Column.Length > 0 ? " " + d.Column : "")}（{d.Key}）");

    private static string Quoted(string cell) => cell.Length == 0 ? "空着" : cell;

    private static string Under(Difference d)
    {
        if (d.From.Count == 0)
        {
            return "。";
        }

        IEnumerable<string> files = d.From.GroupBy(f => f.File, StringComparer.Ordinal).Select(g => $"{g.Key} 第 {Lines([.. g.Select(f => f.Line).Distinct().Order()])} 行");
        return "，由这些行算出：" + string.Join("；", files) + "。";
    }

    private static string Lines(int[] lines)
    {
        List<string> ranges = [];
        for (int i = 0; i < lines.Length;)
        {
            int end = i;
            while (end + 1 < lines.Length && lines[end + 1] == lines[end] + 1)
            {
                end++;
            }

            ranges.Add(end == i ? lines[i].ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{lines[i]}–{lines[end]}"));
            i = end + 1;
        }

        return string.Join("、", ranges);
    }

    /// <summary>The one row of input that all differences share, null where there is none or more than one.</summary>
    private (string File, int Line)? Common()
    {
        if (different > differences.Count || differences.Any(d => d.From.Count == 0))
        {
            return null;
        }

        HashSet<(string File, int Line)> shared = [.. differences[0].From];
        foreach (Difference difference in differences)
        {
            shared.IntersectWith(difference.From);
        }

        return differences.Count > 1 && shared.Count == 1 ? shared.Single() : null;
    }

    private static bool Agree(double published, double recomputed, double scale)
    {
        double apart = Math.Abs(published - recomputed);
        return apart <= Tolerance * Math.Max(Math.Abs(published), Math.Abs(recomputed)) || apart <= OfSubtraction * scale;
    }

    private static string Word(char why) => why switch { Num.Blank => "", Num.Hidden => "c", _ => why.ToString() };

    private void Note(Row row, string column, bool same, string key, string recomputed, IEnumerable<(string, int)> from)
    {
        Count(row.File, same ? 1 : 0, 0);
        if (!same)
        {
            Add(new Difference(row.File, row.Line, column, key, row[column], recomputed, [.. from]));
        }
    }

    private void Add(Difference difference)
    {
        different++;
        if (differences.Count < Remembered)
        {
            differences.Add(difference);
        }
    }

    private void Count(string file, long agree, long open)
    {
        (long agreed, long opened) = tables.GetValueOrDefault(file);
        tables[file] = (agreed + agree, opened + open);
    }
}
