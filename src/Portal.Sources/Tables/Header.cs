using Portal.Domain.Problems;
using Portal.Sources.Files;

namespace Portal.Sources.Tables;

/// <summary>Which column of a part is which column of its table.</summary>
internal sealed class Header
{
    private readonly int[] indices;

    private Header(int[] indices) => this.indices = indices;

    /// <summary>Number of columns of the part.</summary>
    public int Count => indices.Length;

    /// <summary>Index in the table of a column of the part; −1 where it has no header or a wrong one.</summary>
    public int this[int column] => indices[column];

    /// <summary>Column of the part that holds a column of the table, or −1.</summary>
    public int ColumnOf(int index) => Array.IndexOf(indices, index);

    /// <summary>Reads the first row; null with a problem where there is none or it is not separated by commas.</summary>
    /// <param name="reading">Run.</param>
    /// <param name="rows">Rows, before the first.</param>
    /// <param name="columns">Columns of the table.</param>
    public static Header? Read(Reading reading, RowSource rows, IReadOnlyList<ColumnDefinition> columns)
    {
        if (!rows.Read() || rows.IsBlank())
        {
            reading.Add(ProblemKinds.EmptyFile, new Location(rows.File));
            return null;
        }

        if (rows.Count == 1 && OtherSeparator(rows.Text(0)) is { } separator)
        {
            reading.Add(ProblemKinds.Separator, rows.At(0), separator);
            return null;
        }

        int[] indices = new int[rows.Count];
        bool[] wrong = new bool[rows.Count];
        for (int i = 0; i < indices.Length; i++)
        {
            string name = rows.Text(i);
            int index = IndexOf(columns, name);
            int earlier = index < 0 ? -1 : Array.IndexOf(indices, index, 0, i);
            indices[i] = earlier >= 0 ? -1 : index;
            wrong[i] = name.Length > 0 && indices[i] < 0;
            if (earlier >= 0)
            {
                reading.Reject(ProblemKinds.RepeatedColumn, rows.At(i), name, Location.Letters(earlier));
            }
            else if (wrong[i])
            {
                if (Forbidden.IsPersonal(name))
                {
                    reading.Reject(ProblemKinds.PersonalColumn, rows.At(i), name);
                }
                else if (Forbidden.IsExam(name))
                {
                    reading.Reject(ProblemKinds.ForbiddenColumn, rows.At(i), name);
                }
                else
                {
                    reading.Reject(ProblemKinds.UnknownColumn, rows.At(i), name, Nearest.To(name, [.. columns.Select(c => c.Name), .. columns.Select(c => c.Label)]));
                }
            }
        }

        // A mistyped header of a required column is told once, as the unknown one.
        for (int c = 0; c < columns.Count; c++)
        {
            if (columns[c].Presence != Presence.Optional && Array.IndexOf(indices, c) < 0 && !IsNearOneOf(rows, wrong, columns[c]))
            {
                reading.Add(ProblemKinds.MissingColumn, new Location(rows.File, rows.Row), columns[c].Name, columns[c].Label);
            }
        }

        return new Header(indices) { Wrong = wrong };
    }

    /// <summary>Checks the length of a row and cells without a header; false where the cells cannot be told apart.</summary>
    public bool CheckRow(Reading reading, RowSource rows)
    {
        if (rows.FixedLength && rows.Count != Count)
        {
            reading.Add(ProblemKinds.RowLength, new Location(rows.File, rows.Row), Digits(rows.Count), Digits(Count));
            return false;
        }

        for (int i = 0; i < rows.Count; i++)
        {
            if ((i >= Count || (indices[i] < 0 && !Wrong[i])) && !rows[i].IsEmpty)
            {
                reading.Add(ProblemKinds.BlankHeader, rows.At(i));
                if (i < Count)
                {
                    Wrong[i] = true; // told once for each column
                }
            }
        }

        return true;
    }

    /// <summary>Whether every row has a header for each cell.</summary>
    public bool IsWhole => Array.IndexOf(indices, -1) < 0;

    private bool[] Wrong { get; init; } = [];

    private static int IndexOf(IReadOnlyList<ColumnDefinition> columns, string name)
    {
        for (int i = 0; i < columns.Count; i++)
        {
            if (columns[i].Name == name || columns[i].Label == name)
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsNearOneOf(RowSource rows, bool[] wrong, ColumnDefinition column)
    {
        for (int i = 0; i < wrong.Length; i++)
        {
            if (wrong[i] && (IsNear(rows.Text(i), column.Name) || IsNear(rows.Text(i), column.Label)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNear(string header, string name) => Nearest.Distance(header, name) <= (name.Length < 4 ? 1 : 2);

    private static string? OtherSeparator(string header) =>
        header.Contains('\t', StringComparison.Ordinal) ? "制表符"
        : header.Contains(';', StringComparison.Ordinal) ? "分号"
        : header.Contains('，', StringComparison.Ordinal) ? "中文逗号"
        : null;

    private static string Digits(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
