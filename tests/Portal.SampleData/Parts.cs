namespace Portal.SampleData;

/// <summary>
/// Tables in parts that grow county by county. One part of a table is open at a time, so that memory does not grow with the set;
/// counties come in the order of their codes, so that a part is never opened twice.
/// </summary>
internal sealed class Parts(string folder) : IDisposable
{
    private readonly Dictionary<string, (string Part, StreamWriter Writer)> open = new(StringComparer.Ordinal);

    /// <summary>Adds lines to a part of a table, which is begun with the header.</summary>
    /// <param name="table">Table, with the folder of its release.</param>
    /// <param name="part">Part: a code of a county or city.</param>
    /// <param name="header">Header of the table.</param>
    /// <param name="lines">Lines; where there are none no part is begun.</param>
    public void Add(string table, string part, string header, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            if (!open.TryGetValue(table, out var now) || now.Part != part)
            {
                now.Writer?.Dispose();
                Directory.CreateDirectory(Path.Combine(folder, table));
                now = (part, new StreamWriter(Path.Combine(folder, table, part + ".csv"), append: false, Csv.Utf8) { NewLine = "\n" });
                now.Writer.WriteLine(header);
                open[table] = now;
            }

            now.Writer.WriteLine(line);
        }
    }

    /// <summary>Adds a table whose first line is the header.</summary>
    public void Add(string table, string part, IEnumerable<string> whole)
    {
        using var lines = whole.GetEnumerator();
        if (lines.MoveNext())
        {
            var header = lines.Current;
            Add(table, part, header, Rest(lines));
        }
    }

    public void Dispose()
    {
        foreach (var (_, writer) in open.Values)
        {
            writer.Dispose();
        }
    }

    private static IEnumerable<string> Rest(IEnumerator<string> lines)
    {
        while (lines.MoveNext())
        {
            yield return lines.Current;
        }
    }
}
