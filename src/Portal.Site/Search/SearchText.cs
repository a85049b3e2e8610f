using System.Text;

namespace Portal.Site.Search;

/// <summary>
/// How a name and a query are written before they are compared. <c>theme/search.js</c> has the same rules;
/// <c>tests/search-cases.json</c> holds the cases that both must meet.
/// </summary>
public static class SearchText
{
    private const string Numerals = "〇一二三四五六七八九";

    /// <summary>Digits in a row from which on a number is a code and keeps its digits.</summary>
    private const int CodeDigits = 4;

    /// <summary>
    /// NFKC, lower case, punctuation and white space as one blank, 零 as 〇, digits as numerals (第3小学 = 第三小学); four digits or more
    /// in a row stay digits.
    /// </summary>
    /// <param name="text">A name, or what a reader typed.</param>
    /// <param name="tens">True: a number of two digits is read aloud (12 = 十二); false: digit by digit (12 = 一二).</param>
    public static string Normalise(string text, bool tens = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        var source = text.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        var result = new StringBuilder(source.Length);
        var blank = false;
        for (var at = 0; at < source.Length; at++)
        {
            if (IsBlank(source[at]))
            {
                blank = result.Length > 0;
                continue;
            }

            if (blank)
            {
                result.Append(' ');
                blank = false;
            }

            if (char.IsAsciiDigit(source[at]))
            {
                var end = at;
                while (end < source.Length && char.IsAsciiDigit(source[end]))
                {
                    end++;
                }

                AppendNumber(result, source.AsSpan(at, end - at), tens);
                at = end - 1;
                continue;
            }

            result.Append(source[at] is '零' or '○' ? '〇' : source[at]);
        }

        return result.ToString();
    }

    /// <summary>The forms under which a name is found: normalised without blanks, digit by digit, and read aloud where that differs.</summary>
    public static IEnumerable<string> Keys(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return names
            .SelectMany(name => new[] { Normalise(name), Normalise(name, tens: true) })
            .Select(form => form.Replace(" ", "", StringComparison.Ordinal))
            .Where(form => form.Length > 0)
            .Distinct(StringComparer.Ordinal);
    }

    /// <summary>A code as it is compared: lower case letters and digits, without hyphens and blanks.</summary>
    public static string Code(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Concat(text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Where(char.IsAsciiLetterOrDigit));
    }

    private static void AppendNumber(StringBuilder result, ReadOnlySpan<char> digits, bool tens)
    {
        if (digits.Length >= CodeDigits)
        {
            result.Append(digits);
        }
        else if (tens && digits.Length == 2 && digits[0] != '0')
        {
            if (digits[0] != '1')
            {
                result.Append(Numerals[digits[0] - '0']);
            }

            result.Append('十');
            if (digits[1] != '0')
            {
                result.Append(Numerals[digits[1] - '0']);
            }
        }
        else
        {
            foreach (var digit in digits)
            {
                result.Append(Numerals[digit - '0']);
            }
        }
    }

    // The same ranges as BLANK in theme/search.js; 々 and 〇 (U+3005, U+3007) are letters of names.
    private static bool IsBlank(char c) => c is
        <= '/' or (>= ':' and <= '@') or (>= '[' and <= '`') or (>= '{' and <= '\u00bf')
        or (>= '\u2000' and <= '\u206f') or (>= '\u3000' and <= '\u3004') or (>= '\u3008' and <= '\u3020')
        or '\u30fb' or '\ufeff';
}
