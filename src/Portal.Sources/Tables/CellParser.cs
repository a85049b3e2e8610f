using System.Runtime.CompilerServices;
using System.Text;
using Portal.Domain.Data;
using Portal.Domain.Problems;

namespace Portal.Sources.Tables;

/// <summary>
/// Reads a number with its printed digits, a blank or a marker. The grammar: <c>-?(0|[1-9][0-9]*)(\.[0-9]+)?</c>, at most 15 decimals
/// and a mantissa of 53 bits; <c>z</c>, <c>x</c>, <c>c</c>; nothing. Everything else is an error that asks, never a guess.
/// </summary>
internal static class CellParser
{
    /// <summary>Bytes of a text that is read without a buffer of its own: longer than any number.</summary>
    private const int MostShort = 64;

    /// <summary>Reads a cell.</summary>
    /// <returns>Null where the cell was read, else the kind of mistake.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // called for each of millions of cells in a program that runs for seconds
    public static ProblemKind? Parse(ReadOnlySpan<byte> text, out Cell cell)
    {
        if (text.IsEmpty)
        {
            cell = Cell.Blank;
            return null;
        }

        int i = text[0] == (byte)'-' ? 1 : 0;
        int first = i;
        long mantissa = 0;
        int point = -1;
        for (; i < text.Length; i++)
        {
            int digit = text[i] - '0';
            if ((uint)digit <= 9)
            {
                mantissa = (mantissa * 10) + digit;
                if (mantissa > Cell.MaxMantissa)
                {
                    return Explain(text, out cell);
                }
            }
            else if (text[i] == (byte)'.' && point < 0)
            {
                point = i;
            }
            else
            {
                return Explain(text, out cell);
            }
        }

        int wholeDigits = (point < 0 ? text.Length : point) - first;
        int decimals = point < 0 ? 0 : text.Length - point - 1;
        if (wholeDigits == 0 || decimals == 0 == (point >= 0) || decimals > Cell.MaxDecimals || (wholeDigits > 1 && text[first] == (byte)'0') || (first == 1 && mantissa == 0))
        {
            return Explain(text, out cell);
        }

        cell = Cell.Of(first == 1 ? -mantissa : mantissa, decimals);
        return null;
    }

    /// <summary>Reads a cell from a string.</summary>
    public static ProblemKind? Parse(string text, out Cell cell)
    {
        Span<byte> buffer = stackalloc byte[MostShort];
        return Encoding.UTF8.TryGetBytes(text, buffer, out int length) ? Parse(buffer[..length], out cell) : Parse(Encoding.UTF8.GetBytes(text), out cell);
    }

    private static ProblemKind? Explain(ReadOnlySpan<byte> utf8, out Cell cell)
    {
        ReadOnlySpan<byte> trimmed = utf8.Trim(" \t"u8);
        if (trimmed.Length < utf8.Length)
        {
            return Parse(trimmed, out cell);
        }

        cell = Cell.Blank;
        switch (utf8)
        {
            case [(byte)'z']:
                cell = Cell.NotApplicable;
                return null;
            case [(byte)'x']:
                cell = Cell.Without(CellState.NotAvailable);
                return null;
            case [(byte)'c']:
                cell = Cell.Without(CellState.Withheld);
                return null;
            default:
                return Kind(Encoding.UTF8.GetString(utf8));
        }
    }

    private static ProblemKind Kind(string text)
    {
        if (text.Any(c => "约近余多左右~～≈上下".Contains(c, StringComparison.Ordinal)))
        {
            return ProblemKinds.Approximate;
        }

        if (text.Any(c => c is >= '\uFF01' and <= '\uFF5E' or '　'))
        {
            return ProblemKinds.FullWidth;
        }

        if (text.Any(c => c is '%' or '‰'))
        {
            return ProblemKinds.PercentSign;
        }

        bool plain = text.All(c => char.IsAsciiDigit(c) || c is '.' or '-' or '+' or ',' or 'e' or 'E' or ' ') && text.Any(char.IsAsciiDigit);
        return !plain ? ProblemKinds.NotANumber
            : text.Contains('e', StringComparison.OrdinalIgnoreCase) && char.IsAsciiDigit(text[^1]) ? ProblemKinds.ScientificNumber
            : text.Contains(',', StringComparison.Ordinal) || text.Trim().Contains(' ', StringComparison.Ordinal) ? ProblemKinds.ThousandsMark
            : text.Any(c => c is '+' or 'e' or 'E') || text.LastIndexOf('-') > 0 || text.Count(c => c == '.') > 1 || text[^1] == '.' || text.TrimStart('-')[0] == '.' || IsMinusZero(text) ? ProblemKinds.NotANumber
            : text.TrimStart('-') is ['0', not '.', ..] ? ProblemKinds.LeadingZero
            : ProblemKinds.TooManyDigits;
    }

    private static bool IsMinusZero(string text) => text[0] == '-' && text.All(c => c is '-' or '0' or '.');
}
