using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Portal.Tests.Sites;

/// <summary>
/// A workbook read from its XML and calculated without the program: a small evaluator of the formulas that a workbook of workings
/// uses. Every value is worked out from its formula, never taken from what is stored beside it.
/// </summary>
internal sealed partial class Spreadsheet
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private readonly Dictionary<(string Sheet, string Cell), string> formulas = [];
    private readonly Dictionary<(string Sheet, string Cell), object> stored = [];
    private readonly Dictionary<(string Sheet, string Cell), object?> worked = [];

    /// <summary>Reads a workbook.</summary>
    public Spreadsheet(byte[] bytes)
    {
        using ZipArchive zip = new(new MemoryStream(bytes));
        Times = [.. zip.Entries.Select(e => e.LastWriteTime.DateTime)];
        Sheets = [.. Part(zip, "xl/workbook.xml").Descendants(Main + "sheet").Select(s => s.Attribute("name")!.Value)];
        for (int i = 0; i < Sheets.Count; i++)
        {
            Dictionary<string, (int Row, string Formula)> shared = [];
            foreach (XElement cell in Part(zip, $"xl/worksheets/sheet{i + 1}.xml").Descendants(Main + "c"))
            {
                (string, string) at = (Sheets[i], cell.Attribute("r")!.Value);
                string text = cell.Element(Main + "v")?.Value ?? cell.Descendants(Main + "t").Single().Value;
                stored[at] = cell.Attribute("t")?.Value is "inlineStr" or "str" ? text : double.Parse(text, CultureInfo.InvariantCulture);
                if (cell.Element(Main + "f") is { } formula)
                {
                    formulas[at] = formula.Attribute("si")?.Value is not { } number ? formula.Value : Filled(shared, number, formula.Value, at.Item2);
                }
            }
        }
    }

    /// <summary>Names of the sheets.</summary>
    public IReadOnlyList<string> Sheets { get; }

    /// <summary>Times in the zip.</summary>
    public IReadOnlyList<DateTime> Times { get; }

    /// <summary>Cells with a formula.</summary>
    public IReadOnlyDictionary<(string Sheet, string Cell), string> Formulas => formulas;

    /// <summary>All texts of the workbook.</summary>
    public IEnumerable<string> Texts => stored.Values.OfType<string>();

    /// <summary>What is stored in a cell, or null.</summary>
    public object? Stored(string sheet, string cell) => stored.GetValueOrDefault((sheet, cell));

    /// <summary>Changes an input; what depends on it is worked out anew.</summary>
    public void Set(string sheet, string cell, double value)
    {
        stored[(sheet, cell)] = value;
        worked.Clear();
    }

    /// <summary>The cell worked out from the formulas.</summary>
    public object? Value(string sheet, string cell)
    {
        if (!formulas.TryGetValue((sheet, cell), out string? formula))
        {
            return Stored(sheet, cell);
        }

        if (!worked.TryGetValue((sheet, cell), out object? value))
        {
            worked[(sheet, cell)] = value = new Parser(this, sheet, formula).Whole();
        }

        return value;
    }

    // A formula that is filled down: in the cells below, every row number without a $ before it moves along.
    private static string Filled(Dictionary<string, (int Row, string Formula)> shared, string number, string formula, string cell)
    {
        int row = int.Parse(cell.TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ".ToCharArray()), CultureInfo.InvariantCulture);
        if (formula.Length > 0)
        {
            shared[number] = (row, formula);
        }

        return Reference().Replace(shared[number].Formula, m => m.Groups[1].Value + (int.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture) + row - shared[number].Row).ToString(CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"(\b[A-Z]{1,3})(\d+)\b")]
    private static partial Regex Reference();

    private static XDocument Part(ZipArchive zip, string path)
    {
        using Stream stream = zip.GetEntry(path)!.Open();
        return XDocument.Load(stream);
    }

    /// <summary>Reads a formula from left to right: comparison, sum, product, sign, value.</summary>
    private sealed class Parser(Spreadsheet book, string sheet, string text)
    {
        private int at;

        public object? Whole()
        {
            object? value = Comparison();
            return at == text.Length ? value : throw new FormatException($"{text}: stopped at {at}");
        }

        private object? Comparison()
        {
            object? left = Sum();
            foreach (string sign in (string[])["<=", ">=", "<", ">", "="])
            {
                if (Take(sign))
                {
                    (double a, double b) = (Number(left), Number(Sum()));
                    return sign switch { "<=" => a <= b, ">=" => a >= b, "<" => a < b, ">" => a > b, _ => a == b };
                }
            }

            return left;
        }

        private object? Sum()
        {
            object? left = Product();
            while (true)
            {
                if (Take("+"))
                {
                    left = Number(left) + Number(Product());
                }
                else if (Take("-"))
                {
                    left = Number(left) - Number(Product());
                }
                else
                {
                    return left;
                }
            }
        }

        private object? Product()
        {
            object? left = One();
            while (true)
            {
                if (Take("*"))
                {
                    left = Number(left) * Number(One());
                }
                else if (Take("/"))
                {
                    left = Number(left) / Number(One());
                }
                else
                {
                    return left;
                }
            }
        }

        private object? One()
        {
            if (Take("-"))
            {
                return -Number(One());
            }

            if (Take("("))
            {
                object? inner = Comparison();
                Need(")");
                return inner;
            }

            if (Take("\""))
            {
                int end = text.IndexOf('"', at);
                string words = text[at..end];
                at = end + 1;
                return words;
            }

            if (char.IsAsciiDigit(text[at]))
            {
                int from = at;
                while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.'))
                {
                    at++;
                }

                return double.Parse(text[from..at], CultureInfo.InvariantCulture);
            }

            string name = Name();
            return Take("(") ? Call(name) : Take("!") ? book.Value(name, Name()) : book.Value(sheet, name);
        }

        private object? Call(string function)
        {
            List<object?[]> arguments = [];
            do
            {
                arguments.Add(Argument());
            }
            while (Take(","));
            Need(")");
            double[] numbers = [.. arguments.SelectMany(a => a).OfType<double>()];
            return function switch
            {
                "SUM" => numbers.Sum(),
                "AVERAGE" => numbers.Average(),
                "SQRT" => Math.Sqrt(numbers.Single()),
                "COUNTIF" => (double)arguments[0].Count(v => v is string s && s == (string)arguments[1][0]!),
                "IF" => (bool)arguments[0][0]! ? arguments[1][0] : arguments[2][0],
                _ => throw new FormatException($"{text}: {function}?"),
            };
        }

        // A range, or one value.
        private object?[] Argument()
        {
            int start = at;
            if (char.IsAsciiLetterUpper(text[at]))
            {
                string from = Name();
                if (Take(":"))
                {
                    string to = Name();
                    string letters = from.TrimEnd("0123456789".ToCharArray());
                    Assert.Equal(letters, to.TrimEnd("0123456789".ToCharArray()));
                    int first = int.Parse(from[letters.Length..], CultureInfo.InvariantCulture);
                    int last = int.Parse(to[letters.Length..], CultureInfo.InvariantCulture);
                    return [.. Enumerable.Range(first, last - first + 1).Select(row => book.Value(sheet, letters + row.ToString(CultureInfo.InvariantCulture)))];
                }

                at = start;
            }

            return [Comparison()];
        }

        private string Name()
        {
            int from = at;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '$'))
            {
                at++;
            }

            return at > from ? text[from..at].Replace("$", "", StringComparison.Ordinal) : throw new FormatException($"{text}: a name at {at}?");
        }

        private double Number(object? value) => value as double? ?? throw new FormatException($"{text}: {value} is no number");

        private bool Take(string sign)
        {
            if (string.CompareOrdinal(text, at, sign, 0, sign.Length) != 0)
            {
                return false;
            }

            at += sign.Length;
            return true;
        }

        private void Need(string sign) => Assert.True(Take(sign), $"{text}: {sign} at {at}?");
    }
}
