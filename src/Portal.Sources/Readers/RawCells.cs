using Portal.Domain.Problems;
using Portal.Sources.Files;
using Portal.Sources.Tables;

namespace Portal.Sources.Readers;

/// <summary>Cells of a table as they are written, found by the keys of their rows: what errata are compared with.</summary>
internal static class RawCells
{
    /// <summary>The rows of the wanted keys that the table has, their cells in the order of the columns.</summary>
    /// <param name="files">Table; null where there is none.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="key">Indices of the key's columns.</param>
    /// <param name="wanted">Keys, their parts joined by <c>/</c>.</param>
    public static Dictionary<string, string[]> Find(TableFiles? files, IReadOnlyList<ColumnDefinition> columns, IReadOnlyList<int> key, IReadOnlySet<string> wanted)
    {
        // What is wrong with the table itself has been said where it was read.
        Reading silent = new(new ProblemList());
        Dictionary<string, string[]> found = new(StringComparer.Ordinal);
        foreach (TablePart part in files?.Parts ?? [])
        {
            using RowSource? rows = part.Open(silent);
            if (rows is null || Header.Read(silent, rows, columns) is not { } header)
            {
                continue;
            }

            int[] at = [.. Enumerable.Range(0, columns.Count).Select(header.ColumnOf)];
            while (rows.Read())
            {
                string name = string.Join('/', key.Select(k => Text(rows, at[k])));
                if (wanted.Contains(name))
                {
                    found.TryAdd(name, [.. at.Select(column => Text(rows, column))]);
                }
            }
        }

        return found;
    }

    private static string Text(RowSource rows, int column) => column < 0 || column >= rows.Count ? "" : rows.Text(column);
}
