using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Portal.SampleData;

/// <summary>
/// Reduces Unihan (Unicode Character Database) to the two tables that search uses: every reading of each character without tones,
/// and the simplified form of traditional characters. Characters are those of the 通用规范汉字表 (kTGH) and of GB 2312 (kGB0).
/// </summary>
internal static partial class ReadingTables
{
    private const string Licence = """
        # Made from Unihan of the Unicode Character Database ({0}), reduced and rewritten: the data was modified. Do not edit: run tests/Portal.SampleData readings (tests/README.md).
        # Copyright © 1991-2022 Unicode, Inc. Terms of use and licence: LICENSE-UNICODE beside this file.
        """;

    private static readonly string[] Dictionaries = ["kTGHZ2013", "kXHC1983"];

    /// <summary>Reads Unihan's files one after the other and writes <c>readings.txt</c> and <c>simplified.txt</c> into the folder.</summary>
    public static void Write(string folder, TextReader unihan)
    {
        Dictionary<string, Dictionary<string, string>> fields = [];
        while (unihan.ReadLine() is { } line)
        {
            if (line.Split('\t') is [['U', '+', .. var point], var field, var value] && field is "kTGH" or "kGB0" or "kMandarin" or "kHanyuPinlu" or "kXHC1983" or "kTGHZ2013" or "kSimplifiedVariant")
            {
                var text = Character(point);
                fields.TryAdd(text, []);
                fields[text][field] = value;
            }
        }

        var standard = fields.Where(one => one.Value.ContainsKey("kTGH")).ToDictionary(one => one.Key, one => Number(one.Value["kTGH"].Split(' ')[0].Split(':')[1]));
        var listed = fields.Where(one => one.Value.ContainsKey("kTGH") || one.Value.ContainsKey("kGB0")).OrderBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => (Character: one.Key, Readings: Readings(one.Value))).Where(one => one.Readings.Length > 0 && one.Character.Length == 1).ToArray();
        var lines = listed.SelectMany(one => one.Readings).Distinct().Order(StringComparer.Ordinal).Select(reading =>
            $"{reading}\t{Characters(listed, one => one.Readings[0] == reading)}\t{Characters(listed, one => one.Readings.Skip(1).Contains(reading))}".TrimEnd('\t'));
        Table(folder, "readings.txt", "kMandarin, kHanyuPinlu, kTGHZ2013, kXHC1983", ["# reading without tone (ü is v), characters of which it is the most common reading, characters that are also read so", .. lines]);

        var simplified = fields.Where(one => one.Key.Length == 1 && !standard.ContainsKey(one.Key) && one.Value.ContainsKey("kSimplifiedVariant"))
            .Select(one => (one.Key, To: one.Value["kSimplifiedVariant"].Split(' ').Select(point => Character(point[2..])).Where(to => to.Length == 1 && standard.ContainsKey(to)).MinBy(to => standard[to])))
            .Where(one => one.To is not null).GroupBy(one => one.To!, StringComparer.Ordinal).OrderBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => one.Key + "\t" + string.Concat(one.Select(from => from.Key).Order(StringComparer.Ordinal)));
        Table(folder, "simplified.txt", "kSimplifiedVariant, kTGH", ["# character of the 通用规范汉字表, characters outside it that are written so in simplified script", .. simplified]);
    }

    /// <summary>The readings, most common first: as counted (kHanyuPinlu), the usual one (kMandarin), then those of the dictionaries.</summary>
    private static string[] Readings(Dictionary<string, string> fields)
    {
        string[] Field(string name) => fields.TryGetValue(name, out var value) ? value.Split(' ') : [];
        return
        [
            .. Field("kHanyuPinlu").Select(one => Counted().Match(one)).OrderByDescending(one => Number(one.Groups[2].Value)).Select(one => one.Groups[1].Value)
                .Concat(Field("kMandarin").Take(1))
                .Concat(Dictionaries.SelectMany(Field).SelectMany(one => one.Split(':')[1].Split(',')))
                .Select(WithoutTone).Distinct(),
        ];
    }

    private static string WithoutTone(string reading) => string.Concat(reading.Normalize(NormalizationForm.FormD).Replace("u\u0308", "v", StringComparison.Ordinal)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant();

    private static string Characters((string Character, string[] Readings)[] listed, Func<(string Character, string[] Readings), bool> which) => string.Concat(listed.Where(which).Select(one => one.Character));

    private static string Character(string point) => char.ConvertFromUtf32(int.Parse(point, NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static void Table(string folder, string name, string fields, IEnumerable<string> lines) =>
        Csv.Write(Path.Combine(folder, name), [.. string.Format(CultureInfo.InvariantCulture, Licence.ReplaceLineEndings("\n"), fields).Split('\n'), .. lines]);

    [GeneratedRegex(@"^([^(]+)\((\d+)\)$")]
    private static partial Regex Counted();
}
