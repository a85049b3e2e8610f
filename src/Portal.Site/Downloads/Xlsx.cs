using System.IO.Compression;
using Portal.Site.Rendering;

namespace Portal.Site.Downloads;

/// <summary>How a cell looks.</summary>
internal enum XlsxStyle
{
    /// <summary>As it comes.</summary>
    Plain = 0,

    /// <summary>Bold, wrapped: a head.</summary>
    Head = 1,

    /// <summary>Wrapped text.</summary>
    Wrapped = 2,

    /// <summary>Per cent with one decimal.</summary>
    Percent = 3,

    /// <summary>Bold.</summary>
    Strong = 4,
}

/// <summary>
/// Writes a workbook sheet by sheet. Texts are inline strings, so none of them can start a formula; formulas carry their value, so
/// programs that do not calculate show it. No times, no names of machine or user: the same cells are the same bytes
/// (decision note: findings on OpenXml).
/// </summary>
internal sealed class Xlsx : IDisposable
{
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    /// <summary>The earliest time that a zip can say.</summary>
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive zip;
    private readonly List<string> names = [];
    private readonly Utf8Writer xml = new();

    /// <summary>A workbook into a stream, which stays open.</summary>
    public Xlsx(Stream target) => zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);

    /// <summary>Writes a sheet.</summary>
    /// <param name="name">Name, at most 31 characters without <c>[]:*?/\</c>.</param>
    /// <param name="widths">Widths of the first columns in characters.</param>
    /// <param name="frozen">Rows that stay in sight, with the first column.</param>
    /// <param name="write">Writes its cells.</param>
    public void Sheet(string name, IReadOnlyList<double> widths, int frozen, Action<XlsxSheet> write)
    {
        names.Add(name);
        using Stream entry = Begin("xl/worksheets/sheet" + XlsxSheet.Digits(names.Count) + ".xml");
        xml.Write($"<worksheet xmlns=\"{Main}\">");
        if (frozen > 0)
        {
            string cell = "B" + XlsxSheet.Digits(frozen + 1);
            xml.Write($"<sheetViews><sheetView workbookViewId=\"0\"><pane xSplit=\"1\" ySplit=\"{XlsxSheet.Digits(frozen)}\" topLeftCell=\"{cell}\" activePane=\"bottomRight\" state=\"frozen\"/></sheetView></sheetViews>");
        }

        if (widths.Count > 0)
        {
            xml.Write("<cols>");
            for (int i = 0; i < widths.Count; i++)
            {
                string number = XlsxSheet.Digits(i + 1);
                xml.Write($"<col min=\"{number}\" max=\"{number}\" width=\"{XlsxSheet.Digits(widths[i])}\" customWidth=\"1\"/>");
            }

            xml.Write("</cols>");
        }

        xml.Write("<sheetData>");
        XlsxSheet sheet = new(xml);
        write(sheet);
        sheet.EndRow();
        xml.Write("</sheetData></worksheet>");
        xml.Flush();
    }

    /// <summary>Writes what ties the sheets together and ends the file.</summary>
    public void Dispose()
    {
        Part("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"0.0%\"/></numFmts><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"宋体\"/></font><font><b/><sz val=\"11\"/><name val=\"宋体\"/></font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"5\"><xf/><xf fontId=\"1\" applyFont=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf><xf applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf><xf numFmtId=\"164\" applyNumberFormat=\"1\"/><xf fontId=\"1\" applyFont=\"1\"/></cellXfs></styleSheet>");
        Part("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>{Each((name, n) => $"<sheet name=\"{name}\" sheetId=\"{n}\" r:id=\"rId{n}\"/>")}</sheets></workbook>");
        Part("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}/relationships\">{Each((_, n) => $"<Relationship Id=\"rId{n}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>")}<Relationship Id=\"rIdS\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>");
        Part("_rels/.rels", $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Part("[Content_Types].xml", $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{Type}.sheet.main+xml\"/>{Each((_, n) => $"<Override PartName=\"/xl/worksheets/sheet{n}.xml\" ContentType=\"{Type}.worksheet+xml\"/>")}<Override PartName=\"/xl/styles.xml\" ContentType=\"{Type}.styles+xml\"/></Types>");
        zip.Dispose();
        xml.Dispose();
    }

    private string Each(Func<string, string, string> write) => string.Concat(names.Select((name, i) => write(name, XlsxSheet.Digits(i + 1))));

    private void Part(string path, string text)
    {
        using Stream entry = Begin(path);
        xml.Write(text);
        xml.Flush();
    }

    /// <summary>Begins a file of the zip with the declaration of XML; what is written goes into it until the writer is flushed.</summary>
    private Stream Begin(string path)
    {
        ZipArchiveEntry entry = zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = Always;
        Stream stream = entry.Open();
        xml.Use(new StreamBuffer(stream));
        xml.Write(Declaration);
        return stream;
    }
}
