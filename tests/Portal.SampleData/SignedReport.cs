using System.Globalization;
using System.Text;

namespace Portal.SampleData;

/// <summary>The invented signed original of a report: one page of PDF 1.4 with a sentence in a font that every reader has.</summary>
internal static class SignedReport
{
    private const string Page = "BT /F1 16 Tf 72 760 Td (DEMONSTRATION - INVENTED DOCUMENT) Tj 0 -28 Td (Supervision report 2023 No. 17, signed original) Tj 0 -28 Td (No real place, school, office or person.) Tj ET";

    public static void Write(string file)
    {
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>",
            string.Create(CultureInfo.InvariantCulture, $"<< /Length {Page.Length} >>\nstream\n{Page}\nendstream"),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        StringBuilder pdf = new("%PDF-1.4\n");
        List<int> starts = [];
        for (int i = 0; i < objects.Length; i++)
        {
            starts.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        int table = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (int start in starts)
        {
            pdf.Append(CultureInfo.InvariantCulture, $"{start:D10} 00000 n \n");
        }

        pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        File.WriteAllBytes(file, Encoding.ASCII.GetBytes(pdf.ToString()));
    }
}
