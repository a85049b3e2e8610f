using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Domain.Data;
using Portal.Domain.Problems;
using Portal.Sources.Files;

namespace Portal.Sources.Tables;

/// <summary>Checks a cell against the content of its column.</summary>
internal static partial class CellRules
{
    // Control characters but line breaks and tabs, characters without width or that turn the direction of writing, and the replacement character.
    private static readonly SearchValues<char> Unseen = SearchValues.Create(
    [
        .. Enumerable.Range(0, char.MaxValue).Select(c => (char)c)
            .Where(c => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format).Except(['\n', '\r', '\t']),
        '\uFFFD',
    ]);

    private static readonly SearchValues<char> IdCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>Checks a cell; false where it has a problem.</summary>
    public static bool Check(Reading reading, Known known, ColumnDefinition column, string text, Location where)
    {
        if (text.Length == 0)
        {
            if (column.Presence == Presence.Filled)
            {
                reading.Add(ProblemKinds.BlankCell, where, column.Label);
                return false;
            }

            return true;
        }

        if (text.AsSpan().ContainsAny(Unseen))
        {
            reading.Add(ProblemKinds.BadCharacters, where);
            return false;
        }

        if (column.Content is not (Content.Number or Content.Value or Content.Whole) && PersonalData.Find(text) is { } found && (!column.Contact || found == PersonalData.IdCardWord))
        {
            reading.Add(ProblemKinds.PersonalData, where, found);
            return false;
        }

        if (column.Measure && Forbidden.IsExam(text))
        {
            reading.Reject(ProblemKinds.ForbiddenMeasure, where, text);
            return false;
        }

        return column.Content switch
        {
            Content.Id => Id(reading, text, where),
            Content.ColumnName => Id(reading, text, where, ColumnNames().IsMatch(text)),
            Content.PlaceCode => PlaceCode(reading, text, where),
            Content.Number => Number(reading, text, where, needed: false),
            Content.Value => Number(reading, text, where, needed: true),
            Content.Whole => Whole(reading, text, where),
            Content.Day => Holds(IsDay(text), reading, ProblemKinds.BadDate, where, text),
            Content.When => Holds(IsWhen(text), reading, ProblemKinds.BadPartialDate, where, text),
            Content.Year => Holds(IsYear(text), reading, ProblemKinds.BadYear, where, text),
            Content.Address => Holds(IsAddress(text), reading, ProblemKinds.BadAddress, where, text),
            Content.Word => column.Words.Contains(text) || Holds(false, reading, ProblemKinds.UnknownCode, where, text, column.Label, Nearest.To(text, column.Words)),
            Content.Stage => column.Words.Contains(text) || known.Stages.Has(text) || Holds(false, reading, ProblemKinds.UnknownCode, where, text, column.Label, Nearest.To(text, [.. column.Words, .. known.Stages.Words])),
            Content.Code => Code(reading, known, column, text, where),
            Content.Place => PlaceCode(reading, text, where) && Reference(reading, known.Places, ProblemKinds.UnknownPlace, text, where),
            Content.Source => Id(reading, text, where) && Reference(reading, known.Sources, ProblemKinds.UnknownSource, text, where),
            Content.Scheme => Id(reading, text, where) && Reference(reading, known.SchemeIds, ProblemKinds.UnknownScheme, text, where),
            _ => true,
        };
    }

    /// <summary>Checks that a word is known; what cannot be known is not checked.</summary>
    public static bool Reference(Reading reading, KnownWords? words, ProblemKind kind, string text, Location where)
    {
        if (words is null || words.Has(text))
        {
            return true;
        }

        reading.Reject(kind, where, text, words.NearestTo(text));
        return false;
    }

    /// <summary>Checks an id: letters, digits, hyphens. What Excel does to codes is told by name.</summary>
    public static bool Id(Reading reading, string text, Location where) => Id(reading, text, where, IsId(text));

    /// <summary>True for letters, digits and hyphens.</summary>
    public static bool IsId(string text) => text.Length is > 0 and <= 100 && text[0] != '-' && text[^1] != '-' && !text.AsSpan().ContainsAnyExcept(IdCharacters);

    /// <summary>True for http and https addresses.</summary>
    public static bool IsAddress(string text) => Addresses().IsMatch(text);

    /// <summary>True for one mail address, with nothing that could add a second one or a text to a link.</summary>
    public static bool IsMail(string text) => Mails().IsMatch(text);

    /// <summary>True for a telephone number as offices write it, with an extension or not.</summary>
    public static bool IsPhone(string text) => Phones().IsMatch(text);

    private static bool Id(Reading reading, string text, Location where, bool isGood)
    {
        if (isGood)
        {
            return Holds(!FileNames.IsReserved(text), reading, ProblemKinds.ReservedName, where, text);
        }

        reading.Reject(Scientific().IsMatch(text) ? ProblemKinds.ScientificId : PointZero().IsMatch(text) ? ProblemKinds.PointZero : ProblemKinds.BadId, where, text);
        return false;
    }

    private static bool PlaceCode(Reading reading, string text, Location where)
    {
        if (PlaceCodes().IsMatch(text))
        {
            return true;
        }

        if (!Id(reading, text, where))
        {
            return false;
        }

        if (text.Length < 6 && text.All(char.IsAsciiDigit))
        {
            reading.Add(ProblemKinds.LostZeros, where, text, "6");
        }
        else
        {
            reading.Reject(ProblemKinds.BadPlaceCode, where, text);
        }

        return false;
    }

    private static bool Number(Reading reading, string text, Location where, bool needed)
    {
        if (CellParser.Parse(text, out Cell cell) is { } kind)
        {
            reading.Reject(kind, where, text);
            return false;
        }

        return Holds(!needed || cell.HasValue, reading, ProblemKinds.NumberNeeded, where, text);
    }

    private static bool Whole(Reading reading, string text, Location where)
    {
        if (CellParser.Parse(text, out Cell cell) is { } kind)
        {
            reading.Reject(kind, where, text);
            return false;
        }

        return Holds(cell.HasValue, reading, ProblemKinds.NumberNeeded, where, text)
            && Holds(cell.Decimals == 0 && cell.Mantissa is >= 0 and <= 9_999_999_999, reading, ProblemKinds.NotWhole, where, text);
    }

    private static bool Code(Reading reading, Known known, ColumnDefinition column, string text, Location where)
    {
        if (known.Codes is null)
        {
            return true;
        }

        if (!known.Codes.TryGetValue(column.Words[0], out KnownWords? codes))
        {
            reading.Reject(ProblemKinds.UnknownCode, where, text, column.Label, Nearest.None);
            return false;
        }

        return codes.Has(text) || Holds(false, reading, ProblemKinds.UnknownCode, where, text, column.Label, codes.NearestTo(text));
    }

    private static bool Holds(bool condition, Reading reading, ProblemKind kind, Location where, string seen, params string[] others)
    {
        if (!condition)
        {
            reading.Reject(kind, where, seen, others);
        }

        return condition;
    }

    /// <summary>True for a day.</summary>
    public static bool IsDay(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>True for a year of four digits.</summary>
    public static bool IsYear(string text) => text.Length == 4 && text.All(char.IsAsciiDigit) && text[0] is '1' or '2';

    /// <summary>True for a day, a month or a year as documents print them.</summary>
    public static bool IsWhen(string text) => text.Length switch
    {
        4 => IsYear(text),
        7 => DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        _ => IsDay(text),
    };

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_-]{0,99}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ColumnNames();

    [GeneratedRegex(@"\A[0-9]{6}\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlaceCodes();

    [GeneratedRegex(@"\A[0-9](?:\.[0-9]+)?[Ee]\+?[0-9]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Scientific();

    [GeneratedRegex(@"\A[0-9]+\.0+\z", RegexOptions.CultureInvariant)]
    private static partial Regex PointZero();

    [GeneratedRegex(@"\Ahttps?://[^\s""'<>]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Addresses();

    [GeneratedRegex(@"\A[^\s@?&""'<>,;:%()\\]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Mails();

    [GeneratedRegex(@"\A(?=.*[0-9])[0-9 +()（）转-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Phones();
}
