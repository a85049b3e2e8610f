using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Portal.Sources.Tables;

/// <summary>Finds cells that hold a formula error, which ExcelDataReader 3.6 gives as blank: a blank would mean "not reported".</summary>
internal static class XlsxErrors
{
    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Addresses (<c>F2</c>) of the error cells of a sheet.</summary>
    public static HashSet<string> Find(Stream workbook, string sheet)
    {
        HashSet<string> errors = new(StringComparer.Ordinal);
        workbook.Position = 0;
        using ZipArchive zip = new(workbook, ZipArchiveMode.Read, leaveOpen: true);
        string? id = Load(zip, "xl/workbook.xml")?.Descendants().FirstOrDefault(e => e.Name.LocalName == "sheet" && (string?)e.Attribute("name") == sheet)?.Attribute(Relations + "id")?.Value;
        string? target = Load(zip, "xl/_rels/workbook.xml.rels")?.Descendants().FirstOrDefault(e => (string?)e.Attribute("Id") == id)?.Attribute("Target")?.Value;
        if (target is null || zip.GetEntry(target.StartsWith('/') ? target[1..] : "xl/" + target) is not { } entry)
        {
            return errors;
        }

        using Stream stream = entry.Open();
        using XmlReader xml = XmlReader.Create(stream);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "c" && xml.GetAttribute("t") == "e" && xml.GetAttribute("r") is { } address)
            {
                errors.Add(address);
            }
        }

        return errors;
    }

    private static XDocument? Load(ZipArchive zip, string name)
    {
        using Stream? stream = zip.GetEntry(name)?.Open();
        return stream is null ? null : XDocument.Load(stream);
    }
}
