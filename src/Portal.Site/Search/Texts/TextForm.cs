using System.Text;

namespace Portal.Site.Search;

/// <summary>
/// How a text and a query are written before they are compared, letter by letter, so that a run found is marked in the sentence as it stands.
/// <c>theme/textsearch.js</c> has the same rules; <c>tests/text-search-cases.json</c> holds the cases that both must meet.
/// </summary>
public static class TextForm
{
    private const string Numerals = "〇一二三四五六七八九";

    /// <summary>The shortest run that is looked for.</summary>
    public const int ShortestRun = 2;

    /// <summary>
    /// The letters of a text: NFKC of each character by itself, Latin letters small, digits as numerals, white space left out, any other sign a blank
    /// that no run goes over; a point between two digits is kept (0.65).
    /// </summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string source = text.Normalize(NormalizationForm.FormC);
        StringBuilder form = new(source.Length);
        int at = 0;
        foreach (Rune rune in source.EnumerateRunes())
        {
            int end = at + rune.Utf16SequenceLength;
            bool point = rune.Value == '.' && at > 0 && char.IsAsciiDigit(source[at - 1]) && end < source.Length && char.IsAsciiDigit(source[end]);
            at = end;
            if (point)
            {
                form.Append('.');
            }
            else if (rune.Value is >= '一' and <= '鿿' and not '零')
            {
                form.Append((char)rune.Value);
            }
            else if (rune.IsAscii)
            {
                Append(form, (char)rune.Value);
            }
            else
            {
                foreach (char c in rune.ToString().Normalize(NormalizationForm.FormKC))
                {
                    Append(form, c);
                }
            }
        }

        return form.ToString();
    }

    /// <summary>The runs that a query asks for: parted by white space and by signs, those of one character left out.</summary>
    public static IReadOnlyList<string> Runs(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        StringBuilder parted = new(query);
        for (int at = 0; at < parted.Length; at++)
        {
            if (parted[at] is <= ' ' or '\u00a0' or (>= '\u2000' and <= '\u200f') or '\u3000' or '\ufeff')
            {
                parted[at] = '\n';
            }
        }

        return [.. parted.ToString().Split('\n').SelectMany(part => Of(part).Split(' ')).Where(run => run.EnumerateRunes().Skip(ShortestRun - 1).Any()).Distinct(StringComparer.Ordinal)];
    }

    private static void Append(StringBuilder form, char c)
    {
        if (c is >= '0' and <= '9')
        {
            form.Append(Numerals[c - '0']);
        }
        else if (c is >= 'A' and <= 'Z')
        {
            form.Append((char)(c | 0x20));
        }
        else if (c is <= ' ' or (>= '\u2000' and <= '\u200f') or '\ufeff')
        {
            return;
        }
        else if (IsSign(c))
        {
            if (form.Length > 0 && form[^1] != ' ')
            {
                form.Append(' ');
            }
        }
        else
        {
            form.Append(c is '零' or '○' ? '〇' : c);
        }
    }

    // The same ranges as SIGN in theme/textsearch.js; 々 and 〇 (U+3005, U+3007) are letters.
    private static bool IsSign(char c) => c is
        <= '/' or (>= ':' and <= '@') or (>= '[' and <= '`') or (>= '{' and <= '\u00bf')
        or (>= '\u2010' and <= '\u206f') or (>= '\u3000' and <= '\u3004') or (>= '\u3008' and <= '\u3020') or '\u30fb';
}
