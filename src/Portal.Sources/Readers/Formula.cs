using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Domain.Data;
using Portal.Domain.Schemes;

namespace Portal.Sources.Readers;

/// <summary>
/// Reads the sums of indicators.csv: <c>a - b</c>, <c>a*10000</c>, <c>teachers_{stage}</c>; a denominator <c>pupils_{stage}/100</c>.
/// A sum of terms, no language.
/// </summary>
internal static partial class Formula
{
    /// <summary>Terms of a numerator, or null where it cannot be read.</summary>
    public static IReadOnlyList<Term>? Numerator(string text)
    {
        List<Term> terms = [];
        int at = 0;
        while (at < text.Length)
        {
            Match match = NumeratorTerm().Match(text, at);
            if (!match.Success || match.Length == 0 || (match.Groups["sign"].Length == 0) != (at == 0) || Factor(match) is not { } factor)
            {
                return null;
            }

            terms.Add(new Term(match.Groups["name"].Value, match.Groups["sign"].Value == "-" ? -factor : factor));
            at += match.Length;
        }

        return terms.Count == 0 ? null : terms;
    }

    /// <summary>The denominator with the factor by which it counts, or null where it cannot be read.</summary>
    public static Term? Per(string text)
    {
        Match match = Denominator().Match(text);
        return match.Success && Factor(match) is { } factor ? new Term(match.Groups["name"].Value, 1 / factor) : null;
    }

    private static double? Factor(Match match)
    {
        if (match.Groups["factor"].Length == 0)
        {
            return 1;
        }

        double factor = double.Parse(match.Groups["factor"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return factor > 0 && double.IsFinite(factor) ? factor : null;
    }

    private const string Name = @"(?<name>[a-z][a-z0-9_]*(?:\{stage\}[a-z0-9_]*)?)";

    [GeneratedRegex(@"\G\s*(?<sign>[+-]?)\s*" + Name + @"\s*(?:\*\s*(?<factor>[0-9]+(?:\.[0-9]+)?)\s*)?(?=[+-]|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex NumeratorTerm();

    [GeneratedRegex(@"\A\s*" + Name + @"\s*(?:/\s*(?<factor>[0-9]+(?:\.[0-9]+)?)\s*)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Denominator();
}
