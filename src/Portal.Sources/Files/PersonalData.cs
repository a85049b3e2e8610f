using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Sources.Files;

/// <summary>Finds mobile numbers, ID-card numbers and e-mails in text (个人信息保护法; data.md §6).</summary>
internal static partial class PersonalData
{
    /// <summary>Word for an e-mail.</summary>
    public const string MailWord = "电子邮箱";

    /// <summary>Word for a mobile number.</summary>
    public const string MobileWord = "手机号";

    /// <summary>What was found, in words, or null.</summary>
    public static string? Find(string text)
    {
        if (!MayHold(text))
        {
            return null;
        }

        // Full-width digits, letters and marks hide nothing.
        string plain = text.Normalize(NormalizationForm.FormKC);
        foreach (Match match in IdCard().Matches(plain))
        {
            if (DateOnly.TryParseExact(match.Groups["born"].Value, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            {
                return "身份证号";
            }
        }

        return Mobile().IsMatch(plain) ? MobileWord : Mail().IsMatch(plain) ? MailWord : null;
    }

    private static bool MayHold(string text)
    {
        int digits = 0;
        foreach (char c in text)
        {
            if (c is '@' or '＠' or '﹫')
            {
                return true;
            }

            digits += char.IsDigit(c) ? 1 : 0;
        }

        return digits >= 11;
    }

    [GeneratedRegex(@"(?<![0-9])[1-9][0-9]{5}(?<born>(?:19|20)[0-9]{6})[0-9]{3}[0-9Xx](?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex IdCard();

    [GeneratedRegex(@"(?<![0-9])(?:\+?86[- ]?)?1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Mobile();

    [GeneratedRegex(@"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", RegexOptions.CultureInvariant)]
    private static partial Regex Mail();
}
