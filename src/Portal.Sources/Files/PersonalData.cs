using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Sources.Files;

/// <summary>Finds mobile numbers, ID-card numbers (GB 11643, 15 and 18 digits) and e-mails in text (个人信息保护法; data.md §6).</summary>
internal static partial class PersonalData
{
    /// <summary>Word for an e-mail.</summary>
    public const string MailWord = "电子邮箱";

    /// <summary>Word for a mobile number.</summary>
    public const string MobileWord = "手机号";

    /// <summary>Word for an ID-card number, which belongs nowhere, not even among contacts.</summary>
    public const string IdCardWord = "身份证号";

    // Provinces of GB/T 2260: an ID-card number begins with one, a date or a list of years does not.
    private static readonly HashSet<string> Provinces = new(StringComparer.Ordinal)
    {
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44", "45", "46",
        "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83",
    };

    private static readonly string[] Splits =
        ["18", "6-12", "14-4", "17-1", "6-8-4", "6-11-1", "6-8-3-1", "6-4-4-4", "6-4-2-2-4", "6-4-2-2-3-1", "3-3-4-4-4", "3-3-8-4", "4-4-4-4-2", "4-4-4-6", string.Join('-', Enumerable.Repeat(1, 18))];

    /// <summary>What was found, in words, or null.</summary>
    public static string? Find(string text)
    {
        if (!MayHold(text))
        {
            return null;
        }

        string plain = Plain(text);
        return HasIdCard(plain) ? IdCardWord : Mobile().IsMatch(plain) ? MobileWord : Mail().IsMatch(plain) ? MailWord : null;
    }

    // Most cells hold neither eleven digits nor a sign for "at": they cost one pass.
    private static bool MayHold(string text)
    {
        int digits = 0;
        bool bracket = false;
        foreach (char c in text)
        {
            if (c is '@' or '＠' or '﹫')
            {
                return true;
            }

            bracket |= c is '(' or '（' or '[' or '［' or '【';
            digits += char.IsNumber(c) ? 1 : 0;
        }

        return digits >= 11 || (bracket && (text.Contains("at", StringComparison.OrdinalIgnoreCase) || text.Contains("ａｔ", StringComparison.OrdinalIgnoreCase)));
    }

    // Full-width digits, letters and marks, dashes of any length and what has no width hide nothing.
    private static string Plain(string text)
    {
        StringBuilder plain = new(text.Length);
        foreach (char c in text.Normalize(NormalizationForm.FormKC))
        {
            UnicodeCategory category = char.GetUnicodeCategory(c);
            if (category != UnicodeCategory.Format)
            {
                plain.Append(category == UnicodeCategory.DashPunctuation || c is '−' or '~' ? '-' : char.IsWhiteSpace(c) ? ' ' : c);
            }
        }

        return plain.ToString();
    }

    private static bool HasIdCard(string plain)
    {
        for (Match match = IdCard().Match(plain); match.Success; match = IdCard().Match(plain, match.Index + 1))
        {
            // Split as people split it, or digit by digit; split otherwise it is a list of numbers.
            string[] groups = match.Value.Split(' ', '-');
            if (Array.IndexOf(Splits, string.Join('-', groups.Select(g => g.Length))) >= 0 && IsIdCard(string.Concat(groups), "yyyyMMdd"))
            {
                return true;
            }
        }

        foreach (Match match in OldIdCard().Matches(plain))
        {
            if (IsIdCard(match.Value, "yyMMdd"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsIdCard(string digits, string form) =>
        Provinces.Contains(digits[..2]) && DateOnly.TryParseExact(digits.AsSpan(6, form.Length), form, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    [GeneratedRegex(@"(?<![0-9])[1-9](?:[ -]?[0-9]){5}[ -]?(?:1[ -]?9|2[ -]?0)(?:[ -]?[0-9]){9}[ -]?[0-9Xx](?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex IdCard();

    [GeneratedRegex(@"(?<![0-9])[1-9][0-9]{14}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex OldIdCard();

    // In one piece, or split as people split it (3-4-4, 3-3-5, 3-8, 7-4, digit by digit); an amount of money or area is none, nor what follows "0.".
    [GeneratedRegex(
        @"(?<![0-9])(?<!(?<![0-9])0\.)(?:\(?(?:\+|00)? ?86[)]?[ -]{0,3})?0?(?:1[3-9][0-9](?:[ .·-]{1,3}[0-9]{4}[ .·-]{1,3}[0-9]{4}|[ .·-]{1,3}[0-9]{3}[ .·-]{1,3}[0-9]{5}|[ ·-]{0,3}[0-9]{8}|[0-9]{4}[ ·-]{1,3}[0-9]{4})|1[ -][3-9](?:[ -][0-9]){9})(?![0-9])(?!(?:\.[0-9]+)? ?(?:元|万|千元|亿|平方米|m2))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Mobile();

    [GeneratedRegex(@"[\p{L}\p{N}._%+-]+ ?(?:@|\(at\)|\[at\]|【at】) ?[\p{L}\p{N}-]+(?:[.。][\p{L}\p{N}-]+)*?[.。](?:[A-Za-z]{2,}|中国|公司|网络)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Mail();
}
