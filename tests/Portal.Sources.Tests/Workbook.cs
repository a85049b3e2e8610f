using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Portal.Sources.Tests;

/// <summary>Writes the smallest workbooks that Excel would write.</summary>
internal static class Workbook
{
    /// <summary>facts.csv of the small set; its numbers are Excel numbers.</summary>
    public static readonly object[][] Facts =
    [
        ["place", "年份", "topic", "label", "measure", "value", "unit", "text", "source"],
        [990101.0, 2023.0, "recognition", "巩固率", "retention-rate", 95.2, "%", "", "report-2023"],
    ];

    /// <summary>Writes a workbook of one sheet; numbers become Excel numbers, texts inline strings.</summary>
    /// <param name="path">File.</param>
    /// <param name="sheet">Name of the sheet.</param>
    /// <param name="rows">Cells.</param>
    /// <param name="percent">Whether numbers with decimals are formatted as percentages.</param>
    /// <param name="error">Whether numbers with decimals are formula errors instead.</param>
    /// <param name="zeros">Whether whole numbers are shown with six digits.</param>
    public static void Write(string path, string sheet, object[][] rows, bool percent = false, bool error = false, bool zeros = false)
    {
        StringBuilder xml = new("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        for (int r = 0; r < rows.Length; r++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{r + 1}\">");
            for (int c = 0; c < rows[r].Length; c++)
            {
                string at = $"{(char)('A' + c)}{(r + 1).ToString(CultureInfo.InvariantCulture)}";
                xml.Append(rows[r][c] switch
                {
                    double number when number != Math.Floor(number) && error => $"<c r=\"{at}\" t=\"e\"><v>#REF!</v></c>",
                    double number => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{at}\" s=\"{(number != Math.Floor(number) && percent ? 1 : number == Math.Floor(number) && zeros ? 2 : 0)}\"><v>{number}</v></c>"),
                    var text => $"<c r=\"{at}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(text.ToString())}</t></is></c>",
                });
            }

            xml.Append("</row>");
        }

        xml.Append("</sheetData></worksheet>");
        using ZipArchive zip = new(File.Create(path), ZipArchiveMode.Create);
        Add(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>");
        Add(zip, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Add(zip, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>");
        Add(zip, "xl/workbook.xml", $"<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"{SecurityElement.Escape(sheet)}\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        Add(zip, "xl/styles.xml", "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"000000\"/></numFmts><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"10\" applyNumberFormat=\"1\"/><xf numFmtId=\"164\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
        Add(zip, "xl/worksheets/sheet1.xml", xml.ToString());
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using StreamWriter writer = new(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + text);
    }
}
