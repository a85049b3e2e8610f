using System.Globalization;
using Portal.Domain.Data;

namespace Portal.Domain.Evaluation;

/// <summary>A cell of a table of schools that a figure was taken from.</summary>
/// <param name="School">School of the row: the part's own, or one counted with it (不计校数).</param>
/// <param name="Column">Raw column.</param>
/// <param name="Value">What the cell holds.</param>
/// <param name="File">File, null where the table was not read from files.</param>
/// <param name="Letters">Letters of the column as a spreadsheet shows them, empty where the file does not have it.</param>
public sealed record SourceCell(School School, string Column, Cell Value, SchoolFile? File, string Letters)
{
    /// <summary>Name of the cell as a spreadsheet shows it, <c>K14</c>; empty where the file does not have the column.</summary>
    public string Name => Letters.Length == 0 ? "" : Letters + School.Origin.Row.ToString(CultureInfo.InvariantCulture);

    /// <summary>The cells that <see cref="SchoolPart.Sum"/> adds up for a column, in its order; those to which the column does not apply are left out.</summary>
    public static SourceCell[] Of(SchoolTable schools, SchoolPart part, string column)
    {
        if (part.Hosted.Count == 0)
        {
            return One(schools, part.Row, column) is { } only ? [only] : [];
        }

        return [.. part.Hosted.Prepend(part.Row).Select(row => One(schools, row, column)).OfType<SourceCell>()];
    }

    private static SourceCell? One(SchoolTable schools, int row, string column)
    {
        Cell cell = schools.Number(row, column);
        SchoolFile? file = cell.State == CellState.NotApplicable ? null : schools.FileOf(row);
        return cell.State == CellState.NotApplicable ? null : new SourceCell(schools[row], column, cell, file, file?.LettersOf(column) ?? "");
    }
}
