using System.Globalization;
using System.Text;
using ExcelDataReader;
using Portal.Domain.Problems;
using Portal.Sources.Files;

namespace Portal.Sources.Tables;

/// <summary>
/// Rows of a sheet of a workbook, read whole. A number that Excel holds exactly is taken as its digits (with the zeros in front that a
/// format like 000000 shows); percent formats and formula errors are problems.
/// </summary>
internal sealed class XlsxRows : RowSource
{
    private readonly List<(int Row, byte[][] Cells)> rows;
    private int current = -1;

    private XlsxRows(List<(int Row, byte[][] Cells)> rows) => this.rows = rows;

    /// <inheritdoc/>
    public override int Row => rows[current].Row;

    /// <inheritdoc/>
    public override int Count => rows[current].Cells.Length;

    /// <inheritdoc/>
    public override int MostRows => rows.Count;

    /// <inheritdoc/>
    public override bool FixedLength => false;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> this[int column] => column < Count ? rows[current].Cells[column] : [];

    /// <inheritdoc/>
    public override bool Read() => ++current < rows.Count;

    /// <inheritdoc/>
    public override void Dispose()
    {
    }

    /// <summary>Names of the sheets that hold anything, or null with a problem where the file is no workbook.</summary>
    public static IReadOnlyList<string>? Sheets(Reading reading, string path)
    {
        List<string> names = [];
        return Visit(reading, path, (sheet, _) =>
        {
            if (sheet.RowCount > 0 && sheet.FieldCount > 0)
            {
                names.Add(sheet.Name);
            }
        }) ? names : null;
    }

    /// <summary>Opens a sheet, or returns null with a problem.</summary>
    public static XlsxRows? Open(Reading reading, string path, string name)
    {
        XlsxRows? found = null;
        bool read = Visit(reading, path, (sheet, stream) =>
        {
            if (found is null && sheet.Name == name)
            {
                string file = $"{Reading.Shown(path)}[{name}]";
                found = new XlsxRows(ReadAll(reading, sheet, file, XlsxErrors.Find(stream, name))) { File = file };
            }
        });
        return read ? found : null;
    }

    private static bool Visit(Reading reading, string path, Action<IExcelDataReader, Stream> visit)
    {
        if (reading.Bytes(path) is not { } bytes)
        {
            return false;
        }

        try
        {
            using MemoryStream stream = new(bytes, writable: false);
            using MemoryStream again = new(bytes, writable: false);
            using IExcelDataReader book = ExcelReaderFactory.CreateOpenXmlReader(stream);
            do
            {
                visit(book, again);
            }
            while (book.NextResult());
            reading.NoteWorkbook(path);
            return true;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A broken workbook makes the library throw whatever its parts throw: zip, XML, formats.
            reading.Add(ProblemKinds.BadWorkbook, new Location(Reading.Shown(path)));
            return false;
        }
    }

    private static List<(int Row, byte[][] Cells)> ReadAll(Reading reading, IExcelDataReader sheet, string file, HashSet<string> errors)
    {
        List<(int Row, byte[][] Cells)> rows = [];
        while (sheet.Read())
        {
            int row = sheet.Depth + 1;
            byte[][] cells = new byte[sheet.FieldCount][];
            for (int i = 0; i < cells.Length; i++)
            {
                Location where = new(file, row, Location.Letters(i));
                if (errors.Contains(string.Create(CultureInfo.InvariantCulture, $"{where.Column}{row}")))
                {
                    reading.Add(ProblemKinds.ErrorCell, where);
                }

                cells[i] = Encoding.UTF8.GetBytes(Text(reading, sheet, i, where));
            }

            rows.Add((row, cells));
        }

        return rows;
    }

    private static string Text(Reading reading, IExcelDataReader sheet, int column, Location where)
    {
        switch (sheet.GetValue(column))
        {
            case null:
                return "";
            case double number:
                string format = sheet.GetNumberFormatString(column) ?? "";
                if (format.Contains('%', StringComparison.Ordinal))
                {
                    reading.Add(ProblemKinds.PercentCell, where);
                    return "";
                }

                string digits = number.ToString("R", CultureInfo.InvariantCulture);
                return format.Length > 1 && format.All(c => c == '0') ? digits.PadLeft(format.Length, '0') : digits;
            case DateTime date:
                return date.TimeOfDay == TimeSpan.Zero ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : date.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            case { } other:
                return Convert.ToString(other, CultureInfo.InvariantCulture) ?? "";
        }
    }
}
