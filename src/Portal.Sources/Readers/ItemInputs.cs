using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Domain.Data;
using Portal.Domain.Problems;
using Portal.Domain.Schemes;
using Portal.Sources.Files;
using Portal.Sources.Tables;

namespace Portal.Sources.Readers;

/// <summary>Reads the inputs of items: words parted by spaces, a closed set for each rule (data/README.md).</summary>
internal sealed partial class ItemInputs(Reading reading, Scheme scheme, Known known)
{
    // What each rule takes: how many values (reported, columns, finance), and which other words, those with * must be there.
    private sealed record Form(string Words, int Values, int MostValues, string[] Sources, params string[] Others);

    private static readonly string[] AnySource = [ItemToken.Reported, ItemToken.Column, ItemToken.Finance];

    private static readonly Dictionary<string, Form> Forms = new(StringComparer.Ordinal)
    {
        ["share"] = new("两个值，各是数据项、column:列 或 finance:度量；可加 types:类型", 2, 2, AnySource, ItemToken.Types),
        ["ceiling"] = new("column:列（可加 types:类型），或一个数据项（可加 below）", 1, 1, [ItemToken.Reported, ItemToken.Column], ItemToken.Types, ItemToken.Below),
        ["rooms-per-classes"] = new("classes:列、rooms:列、area:列、per:每间几个班，可加 types:类型", 0, 0, [], ItemToken.Classes + "*", ItemToken.Rooms + "*", ItemToken.Area + "*", ItemToken.Per + "*", ItemToken.Types),
        ["classes-over"] = new("什么也不写，人数上限写在 threshold", 0, 0, []),
        ["growth"] = new("一个或两个 finance:度量，要看几年写在 threshold", 1, 2, [ItemToken.Finance]),
        ["compare"] = new("两个值，各是数据项、column:列 或 finance:度量", 2, 2, AnySource),
        ["score"] = new("什么也不写", 0, 0, []),
        ["document"] = new("数据项，一个或几个；只有一项时可以不写", 0, 20, [ItemToken.Reported]),
        ["recognised-years"] = new("scheme:办法，年数写在 threshold", 0, 0, [], ItemToken.Scheme + "*"),
        ["coefficient-history"] = new("scheme:办法、what:composite 或 what:each、periods:几个时期，系数上限写在 threshold", 0, 0, [], ItemToken.Scheme + "*", ItemToken.What + "*", ItemToken.Periods + "*"),
    };

    /// <summary>Inputs of a row, or null with a problem.</summary>
    public IReadOnlyList<ItemToken>? Read(TableRow row)
    {
        string rule = row.Text("rule");
        Form form = Forms[rule];
        List<ItemToken> tokens = [];
        foreach (string word in row.Text("inputs").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Token(word) is not { } token || !Takes(form, token) || (!form.Sources.Contains(token.Key) && tokens.Any(t => t.Key == token.Key)))
            {
                reading.Reject(ProblemKinds.BadItemInput, row.At("inputs"), word, rule, form.Words);
                return null;
            }

            if (!IsKnown(row, token))
            {
                return null;
            }

            tokens.Add(token);
        }

        int values = tokens.Count(t => form.Sources.Contains(t.Key));
        string? missing = form.Others.Where(o => o.EndsWith('*')).Select(o => o[..^1]).FirstOrDefault(o => tokens.All(t => t.Key != o));
        string? wrong = missing is not null ? $"缺少 {missing}:"
            : values < form.Values || values > form.MostValues ? string.Create(CultureInfo.InvariantCulture, $"写了 {values} 个值")
            : tokens.Any(t => t.Key == ItemToken.Below) && tokens.Any(t => t.Key == ItemToken.Column) ? "below 只用于一个数据项"
            : null;
        if (wrong is not null)
        {
            reading.Add(ProblemKinds.ItemInputsIncomplete, row.At("inputs"), rule, wrong, form.Words);
            return null;
        }

        return tokens;
    }

    private static bool Takes(Form form, ItemToken token) => form.Sources.Contains(token.Key) || form.Others.Contains(token.Key) || form.Others.Contains(token.Key + "*");

    private static ItemToken? Token(string word)
    {
        int colon = word.IndexOf(':', StringComparison.Ordinal);
        if (word == ItemToken.Below)
        {
            return new ItemToken(ItemToken.Below, word, []);
        }

        string key = colon < 0 ? ItemToken.Reported : word[..colon];
        string text = word[(colon + 1)..];
        switch (key)
        {
            case ItemToken.Reported when colon < 0:
                return OtherItem().IsMatch(text) ? new ItemToken(key, text, [new Term(text, 1)]) : Sum(key, text);
            case ItemToken.Column or ItemToken.Classes or ItemToken.Rooms or ItemToken.Area:
                return Sum(key, text);
            case ItemToken.Per or ItemToken.Periods:
                return Count().IsMatch(text) ? new ItemToken(key, text, []) : null;
            case ItemToken.What:
                return text is "composite" or "each" ? new ItemToken(key, text, []) : null;
            case ItemToken.Finance or ItemToken.Types or ItemToken.Scheme:
                return text.Length > 0 ? new ItemToken(key, text, []) : null;
            default:
                return null;
        }
    }

    private static ItemToken? Sum(string key, string text) =>
        Formula.Numerator(text) is { } terms && terms.All(t => Math.Abs(t.Factor) == 1 && (key != ItemToken.Reported || !t.Column.Contains('{', StringComparison.Ordinal)))
            ? new ItemToken(key, text, terms)
            : null;

    private bool IsKnown(TableRow row, ItemToken token) => token.Key switch
    {
        ItemToken.Column or ItemToken.Classes or ItemToken.Rooms or ItemToken.Area => IndicatorReader.CheckColumns(reading, row.At("inputs"), token.Terms, scheme, known),
        ItemToken.Finance => IsCode(row, "finance", token.Text),
        ItemToken.Types => token.Text.Split(',').All(t => CellRules.Reference(reading, known.Types, ProblemKinds.UnknownType, t, row.At("inputs"))),
        ItemToken.Scheme => CellRules.Reference(reading, known.SchemeIds, ProblemKinds.UnknownScheme, token.Text, row.At("inputs")),
        _ => true,
    };

    private bool IsCode(TableRow row, string vocabulary, string code)
    {
        if (known.Codes is not { } codes || codes.GetValueOrDefault(vocabulary)?.Has(code) == true)
        {
            return true;
        }

        reading.Reject(ProblemKinds.UnknownCode, row.At("inputs"), code, vocabulary, codes.GetValueOrDefault(vocabulary)?.NearestTo(code) ?? Nearest.None);
        return false;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9-]*/[a-z][a-z0-9_]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex OtherItem();

    [GeneratedRegex(@"\A[1-9][0-9]{0,3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Count();
}
