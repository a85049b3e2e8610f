using System.Globalization;
using System.Text;

namespace Portal.SampleData;

/// <summary>Writes tables: comma, LF, quotes only where needed, invariant numbers.</summary>
internal static class Csv
{
    public static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>GB18030, which many offices' programs still export.</summary>
    public static Encoding Gb18030 { get; } = LoadGb18030();

    public static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(Quote));

    public static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    public static void Write(string path, IEnumerable<string> lines, Encoding? encoding = null)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var writer = new StreamWriter(path, append: false, encoding ?? Utf8) { NewLine = "\n" };
        foreach (var line in lines)
        {
            writer.WriteLine(line);
        }
    }

    /// <summary>Writes a text that is already whole, ending in one line break.</summary>
    public static void WriteText(string path, string text) => Write(path, [text.ReplaceLineEndings("\n").TrimEnd('\n')]);

    private static string Quote(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static Encoding LoadGb18030()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB18030");
    }
}
