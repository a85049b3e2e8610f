using System.Globalization;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;

namespace Portal.Site.Text;

/// <summary>Items of a scheme in plain words: what they ask for, what was reported, what they came to.</summary>
public static class ItemText
{
    /// <summary>What an item asks for: ≥ 95%, 每班 ≤ 45 人, 每 12 个班 1 间，每间 ≥ 96 m².</summary>
    public static string Requirement(Dataset data, Item item)
    {
        string threshold = Format.Grouped(item.Threshold.ToString()) + Unit(item);
        return item.Rule switch
        {
            ItemRule.Share => $"≥ {threshold}",
            ItemRule.Ceiling => $"{(item.Input(ItemToken.Column) is null ? "" : "每所 ")}{(item.Input(ItemToken.Below) is null ? "≤" : "<")} {threshold}",
            ItemRule.RoomsPerClasses => $"每 {item.Input(ItemToken.Per)?.Text} 个班 1 间，平均每间 ≥ {threshold}",
            ItemRule.ClassesOver => $"每班 ≤ {threshold}",
            ItemRule.Growth => $"近 {item.Threshold} 年每年{(item.Inputs.Count > 1 ? $"增长快于{Measure(data, item.Inputs[1])}" : "比上年增长")}",
            ItemRule.Compare => $"不低于{Name(data, item.Inputs[1])}",
            ItemRule.Score => item.Points.HasValue ? $"满分 {item.Points} 分" : "分值由省定",
            ItemRule.Document => "有依据",
            ItemRule.RecognisedYears => $"≥ {threshold}",
            _ => $"前 {item.Input(ItemToken.Periods)?.Text} 期每期 ≤ {item.Threshold}",
        };
    }

    /// <summary>How an item is judged, in a sentence.</summary>
    public static string Rule(ItemRule rule) => rule switch
    {
        ItemRule.Share => "前一个数除以后一个数，不低于限值",
        ItemRule.Ceiling => "不高于限值；看学校的，每一所都要",
        ItemRule.RoomsPerClasses => "按班数算出要几间，每所学校都要够，平均面积不小于限值",
        ItemRule.ClassesOver => "按班额分段表，没有一个班超过限值",
        ItemRule.Growth => "逐年比较经费数",
        ItemRule.Compare => "前一个数不低于后一个数",
        ItemRule.Score => "按评分表得分，各项相加后与关口的限值比较",
        ItemRule.Document => "县里写明有没有，附依据",
        ItemRule.RecognisedYears => "从认定到申报（没有申报就到统计时点）满多少年",
        _ => "以前各期的差异系数都不高于限值",
    };

    /// <summary>The value that was compared; empty where there is none.</summary>
    public static string Value(ItemResult result)
    {
        Item item = result.Item;
        if (double.IsNaN(result.Value))
        {
            return "";
        }

        string schools = result.Value == 0 ? "没有学校不符合" : $"{Format.Number(result.Value)} 所不符合";
        return item.Rule switch
        {
            ItemRule.Share => Compared(result.Value, item, Sense.AtLeast, 1) + Unit(item),
            ItemRule.Ceiling when item.Input(ItemToken.Column) is null => Format.Number(result.Value, Math.Max(item.Threshold.Decimals, 3)) + Unit(item),
            ItemRule.Ceiling or ItemRule.RoomsPerClasses => schools,
            ItemRule.ClassesOver => result.Value == 0 ? "没有超过的班" : $"{Format.Number(result.Value)} 个班超过",
            ItemRule.Growth => $"最小 {Format.Number(result.Value, 1)}{(item.Inputs.Count > 1 ? " 个百分点" : "%")}",
            ItemRule.Score => $"{Plain(result.Value)} 分",
            ItemRule.RecognisedYears => $"{Format.Number(result.Value)} 年",
            ItemRule.CoefficientHistory => $"最高 {Compared(result.Value, item, Sense.AtMost, 3)}",
            _ => "",
        };
    }

    /// <summary>An input in words: 持证教师（人）612; 规划布局：有.</summary>
    public static string Input(Dataset data, Scheme scheme, Item item, ItemInput input)
    {
        string label = Label(data, scheme, input.Name);
        string value = !input.IsKnown ? Format.Missing(input.Why)
            : item.Rule == ItemRule.Document ? (input.Value > 0 ? "有" : "没有")
            : item.Rule == ItemRule.CoefficientHistory ? Comparison.Print(input.Value, Format.CoefficientDecimals, item.Threshold.Value, Sense.AtMost)
            : item.Rule == ItemRule.RecognisedYears ? Plain(input.Value)
            : Format.Grouped(Plain(input.Value));
        return (label.Length > 0 ? label + " " : "") + value;
    }

    /// <summary>Words of an outcome: for a scheme that the county has not applied for, distances and never a judgement.</summary>
    public static string Word(Outcome outcome, bool reference) => (outcome, reference) switch
    {
        (Outcome.Met, false) => "达到",
        (Outcome.NotMet, false) => "未达到",
        (Outcome.NotReported, false) => "暂无法判定",
        (Outcome.Met, true) => "已在要求内",
        (Outcome.NotMet, true) => "还有差距",
        (Outcome.NotReported, true) => "没有报全",
        _ => "不适用",
    };

    /// <summary>A number with the digits it was reported with, without zeros at its end.</summary>
    public static string Plain(double value) => Math.Round(value, 6, MidpointRounding.AwayFromZero).ToString("0.######", CultureInfo.InvariantCulture);

    private static string Unit(Item item) => item.Unit.Length == 0 ? "" : item.Unit == "%" ? "%" : " " + item.Unit;

    private static string Compared(double value, Item item, Sense sense, int decimals) => Format.Grouped(Comparison.Print(value, Math.Max(decimals, item.Threshold.Decimals), item.Threshold.Value, sense));

    private static string Measure(Dataset data, ItemToken token) => data.Vocabulary.Label(ItemToken.Finance, token.Text);

    private static string Name(Dataset data, ItemToken token) => token.Key == ItemToken.Finance ? Measure(data, token) : string.Join('、', token.Terms.Select(t => data.Vocabulary.Label("input", t.Column)));

    private static string Label(Dataset data, Scheme scheme, string name)
    {
        if (name.StartsWith("finance:", StringComparison.Ordinal))
        {
            string[] parts = name["finance:".Length..].Split('/');
            return $"{parts[1]} 年{data.Vocabulary.Label(ItemToken.Finance, parts[0])}";
        }

        return name.StartsWith("column:", StringComparison.Ordinal)
            ? string.Join('、', Columns(scheme, name["column:".Length..]).Select(c => data.Vocabulary.Column(c)?.Label ?? c)) + "合计"
            : data.Vocabulary.Label("input", name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..]);
    }

    private static IEnumerable<string> Columns(Scheme scheme, string sum) =>
        sum.Split('+', '-').SelectMany(c => c.Contains("{stage}", StringComparison.Ordinal) ? scheme.Stages.Select(s => new Term(c, 1).ColumnFor(s.Id)) : [c]);
}
