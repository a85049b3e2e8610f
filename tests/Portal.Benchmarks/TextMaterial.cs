using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Site.Search;

namespace Portal.Benchmarks;

/// <summary>
/// Invented texts of a country for measuring the search of texts: clauses of the project's own pages and reports put together anew, with invented names and numbers. Seeded;
/// a text is made again each time it is asked for, so that none is kept.
/// </summary>
internal sealed partial class TextMaterial
{
    private const string Syllables = "青柳鹤岫霜屿苇朔澜临汀雁雪海云望兰桥津潭渡湾溪塘坪岭岗源泉沙石林梅竹松桂荷莲枫桐槐杏桃李安宁和平新兴永福寿康乐丰泰昌盛东西南北中上下前后大小长高明清白红金银龙凤";
    private readonly string[] clauses;

    /// <summary>Takes the clauses from the Markdown of a folder.</summary>
    public TextMaterial(string input) =>
        clauses = [.. Directory.EnumerateFiles(input, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .SelectMany(file => Signs().Split(File.ReadAllText(file))).Where(clause => clause.Length > 3 && clause.All(c => c > 127)).Distinct()];

    /// <summary>The texts of a country.</summary>
    public IEnumerable<TextDocument> Make(int reports, int findings, int counties)
    {
        for (int n = 0; n < counties; n++)
        {
            yield return Text(TextKind.County, n, counties, n, 7, 8);
        }

        for (int n = 0; n < findings; n++)
        {
            yield return Text(TextKind.Finding, n, counties, n, 2, 5);
        }

        for (int n = 0; n < reports; n++)
        {
            yield return Text(TextKind.Report, n, counties, n, 50, 90);
        }
    }

    private TextDocument Text(TextKind kind, int number, int counties, int seed, int least, int most)
    {
        // Thirty-one provinces of eleven cities, about, as many counties in each.
        int county = number % counties;
        string place = string.Create(CultureInfo.InvariantCulture, $"{10 + (county % 31)}{1 + (county / 31 % 11):D2}{1 + (county / 341):D2}");
        string order = number.ToString("D6", CultureInfo.InvariantCulture);
        return new TextDocument(kind, place, order, () =>
        {
            Random random = new((seed * 31) + (int)kind);
            string where = Name(random) + "县";
            return new TextBody($"{where}{Clause(random)}", where, "2024-05-15", $"texts/{kind}/{order}/", [.. Enumerable.Range(0, random.Next(least, most)).Select(_ => Sentence(random, where))]);
        });
    }

    private string Sentence(Random random, string where)
    {
        IEnumerable<string> parts = Enumerable.Range(0, random.Next(2, 5)).Select(_ => random.Next(6) switch
        {
            0 => $"{where}{Clause(random)}",
            1 => $"{Name(random)}乡{Name(random)}小学{Clause(random)}",
            2 => $"{Clause(random)} {random.Next(2, 400)} 所",
            3 => $"{Clause(random)}（{random.Next(1, 100) / 100.0:0.00}）",
            _ => Clause(random),
        });
        return string.Join("，", parts) + "。";
    }

    private static string Name(Random random) => $"{Syllables[random.Next(Syllables.Length)]}{Syllables[random.Next(Syllables.Length)]}";

    private string Clause(Random random) => clauses[(int)(clauses.Length * Math.Pow(random.NextDouble(), 1.5))];

    [GeneratedRegex("""[，。；：、！？\r\n|（）()“”《》#*\-\s\[\]{}]+""", RegexOptions.CultureInvariant)]
    private static partial Regex Signs();
}
