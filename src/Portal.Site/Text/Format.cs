using System.Globalization;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;

namespace Portal.Site.Text;

/// <summary>How numbers, dates and missing values are written on every page: one rule, independent of the machine's culture.</summary>
public static class Format
{
    /// <summary>Decimals of a difference coefficient.</summary>
    public const int CoefficientDecimals = 3;

    /// <summary>A number in groups of three: 12,612; 1,950.5. Rounded as <see cref="Comparison.Print(double, int)"/>.</summary>
    public static string Number(double value, int decimals = 0) => Grouped(Comparison.Print(value, decimals));

    /// <summary>All digits of a number, as few as name it exactly (shortest round trip), never with an exponent.</summary>
    public static string Exact(double value)
    {
        string digits = value.ToString("R", CultureInfo.InvariantCulture);
        int at = digits.IndexOf('E', StringComparison.Ordinal);
        if (at < 0)
        {
            return digits;
        }

        int exponent = int.Parse(digits.AsSpan(at + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        string sign = digits[0] == '-' ? "-" : "";
        string[] parts = digits[sign.Length..at].Split('.');
        string whole = string.Concat(parts);
        int point = parts[0].Length + exponent;
        return sign + (point <= 0 ? "0." + new string('0', -point) + whole
            : point >= whole.Length ? whole.PadRight(point, '0')
            : whole[..point] + "." + whole[point..]);
    }

    /// <summary>A number in groups of three with as many of <paramref name="decimals"/> decimals as are not zero: 2,325,800; 9,711.561462.</summary>
    public static string Trimmed(double value, int decimals)
    {
        string printed = Comparison.Print(value, decimals);
        return Grouped(printed.Contains('.', StringComparison.Ordinal) ? printed.TrimEnd('0').TrimEnd('.') : printed);
    }

    /// <summary>Puts commas into printed digits: <c>1893</c> is 1,893, <c>1124.50</c> is 1,124.50. Only whole numbers of more than three digits change.</summary>
    public static string Grouped(string printed)
    {
        int start = printed.StartsWith('-') ? 1 : 0;
        int point = printed.IndexOf('.', StringComparison.Ordinal);
        string text = printed;
        for (int at = (point < 0 ? printed.Length : point) - 3; at > start; at -= 3)
        {
            text = text.Insert(at, ",");
        }

        return start == 1 ? "−" + text[1..] : text;
    }

    /// <summary>A cell in words: its printed digits in groups, or why there is none.</summary>
    public static string Cell(Cell cell) => cell.HasValue ? Grouped(cell.ToString()) : Missing(cell.State);

    /// <summary>An amount in words.</summary>
    public static string Amount(Amount amount, int decimals = 0) => amount.IsKnown ? Number(amount.Value, decimals) : Missing(amount.Why);

    /// <summary>A coefficient, with as many digits as it takes not to contradict its limit, ceiling or floor; 无法计算 where there is none (待填报 where values are missing).</summary>
    public static string Coefficient(IndicatorResult result) =>
        !result.HasValue ? result.Missing > 0 ? "待填报" : "无法计算"
        : result.Limit is { } limit ? Comparison.Print(result.Value, CoefficientDecimals, limit.Value.Value, limit.Sense)
        : Comparison.Print(result.Value, CoefficientDecimals);

    /// <summary>Why there is no number; a reported number has no such word.</summary>
    public static string Missing(CellState state) => state switch
    {
        CellState.NotReported => "待填报",
        CellState.NotApplicable => "不适用",
        CellState.NotAvailable => "无法取得",
        CellState.Withheld => "不予公布",
        _ => "",
    };

    /// <summary>Money: below ten thousand in 元, above in 万元 with one decimal: 36.9 万元.</summary>
    public static string Money(double yuan) =>
        Math.Abs(yuan) < 10_000 ? Number(yuan) + " 元" : Number(yuan / 10_000, 1) + " 万元";

    /// <summary>
    /// What is missing, in real units: 140 m², 2.3 人, 36.9 万元. Whole numbers from ten on, one decimal below, more where it would print as zero.
    /// </summary>
    public static string Shortfall(double amount, string unit)
    {
        if (unit == "元")
        {
            return amount < 10 ? Few(amount) + " 元" : Money(amount);
        }

        return amount < 10 ? $"{Few(amount)} {unit}" : $"{Number(amount)} {unit}";
    }

    /// <summary>A day: 2023 年 9 月 1 日.</summary>
    public static string Date(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year} 年 {day.Month} 月 {day.Day} 日");

    /// <summary>A day, a month or a year as a document gives it; 日期不详 where it gives none.</summary>
    public static string Date(DateText date)
    {
        string[] parts = date.Text.Split('-');
        string[] units = ["年", "月", "日"];
        return date.Text.Length == 0 || parts.Length > 3 ? "日期不详" : string.Join(' ', parts.Select((part, i) => $"{part.TrimStart('0')} {units[i]}"));
    }

    /// <summary>A day in digits: 2023-09-01.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A period: 2023 年; other names stay as they are.</summary>
    public static string Period(string period) => period.Length == 4 && period.All(char.IsAsciiDigit) ? period + " 年" : period;

    /// <summary>A small count in words for headings: 八项, 三年; digits above ten.</summary>
    public static string Han(int count) => count is >= 0 and <= 10 ? "零一二三四五六七八九十".Substring(count, 1) : count.ToString(CultureInfo.InvariantCulture);

    private static string Few(double amount)
    {
        for (int decimals = 1; decimals < 6; decimals++)
        {
            string printed = Comparison.Print(amount, decimals);
            if (double.Parse(printed, CultureInfo.InvariantCulture) > 0)
            {
                return printed;
            }
        }

        return Comparison.Print(amount, 6);
    }
}
