using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using Portal.Domain.Data;

namespace Portal.Sources.Parts;

/// <summary>
/// The rows of a CSV file by county, each county's as one hash over their bytes in the order of the file. Nothing is parsed but the
/// columns that tell whose a row is; a file that this cannot read with certainty is not taken apart.
/// </summary>
/// <param name="Header">Hash of the first row, and of the encoding of the file.</param>
/// <param name="Rest">Hash of the rows that are for everybody; null where there are none.</param>
/// <param name="Counties">Hash of each county's rows.</param>
internal sealed record CountyRows(string Header, byte[]? Rest, IReadOnlyDictionary<PlaceCode, byte[]> Counties)
{
    private static readonly PlaceCode[] Everybody = [];

    /// <summary>True where the file has any row.</summary>
    public bool HasRows => Rest is not null || Counties.Count > 0;

    /// <summary>Takes a file apart; null where that cannot be done with certainty.</summary>
    public static CountyRows? Of(ReadOnlySpan<byte> file, OwnedTable table, RowOwners owners)
    {
        bool utf8 = Utf8.IsValid(file);
        ReadOnlySpan<byte> text = file.StartsWith("\uFEFF"u8) ? file[3..] : file;
        int end = text.IndexOf((byte)'\n') + 1;
        if (end == 0 || HasLoneReturn(text) || Columns(text[..end], table) is not { } columns)
        {
            return null;
        }

        using Sums sums = new(table.Numbered);
        int last = Array.FindLastIndex(columns, c => c >= 0);
        int at = end;
        for (int number = 2; at < text.Length; number++)
        {
            int start = at;
            PlaceCode[]? counties = null;
            for (int column = 0; column <= last; column++)
            {
                if (!Field(text, ref at, out ReadOnlySpan<byte> cell))
                {
                    return null;
                }

                if (columns[column] >= 0 && Trimmed(cell) is { IsEmpty: false } key)
                {
                    counties = Joined(counties, Owners(owners, table.Keys[columns[column]].Key, key));
                }

                if (at >= text.Length || text[at] != (byte)',')
                {
                    break; // a short row: the last cell before its end was this one
                }

                at++;
            }

            if (!ToEndOfRow(text, ref at))
            {
                return null;
            }

            ReadOnlySpan<byte> row = text[start..at];
            if (row.IndexOfAnyExcept(" ,\r\n\t"u8) >= 0)
            {
                sums.Add(text, start, at, number, counties ?? Everybody);
            }
        }

        return new CountyRows(Convert.ToHexStringLower(SHA256.HashData(text[..end])) + (utf8 ? "" : " other"), sums.Take(text, out Dictionary<PlaceCode, byte[]> by), by);
    }

    // By column of the file up to the last that matters: the key of the table that it is, or -1. Null where the header has none, or quotation marks.
    private static int[]? Columns(ReadOnlySpan<byte> header, OwnedTable table)
    {
        if (header.Contains((byte)'"') || !Utf8.IsValid(header))
        {
            return null;
        }

        string[] names = [.. Encoding.UTF8.GetString(header).Split(',').Select(n => n.Trim())];
        int[] columns = Array.ConvertAll(names, n => Array.FindIndex(table.Keys, k => n == k.Column || n == table.Definition.Columns[table.Definition.Index(k.Column)].Label));
        return columns.All(c => c < 0) ? null : columns;
    }

    private static PlaceCode[] Owners(RowOwners owners, OwnerKey key, ReadOnlySpan<byte> cell)
    {
        Span<char> text = stackalloc char[64];
        return cell.Length <= text.Length && Encoding.ASCII.GetChars(cell, text) == cell.Length && owners.Of(key, text[..cell.Length]) is { } counties ? counties : Everybody;
    }

    private static PlaceCode[] Joined(PlaceCode[]? before, PlaceCode[] more) =>
        before is null || before == more ? more : before.Length == 0 || more.Length == 0 ? Everybody : more.All(before.Contains) ? before : [.. before.Union(more)];

    private static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> cell) => cell.Trim(" \t"u8);

    private static bool HasLoneReturn(ReadOnlySpan<byte> text)
    {
        for (int at = text.IndexOf((byte)'\r'); at >= 0; at = text.IndexOf((byte)'\r'))
        {
            if (at + 1 >= text.Length || text[at + 1] != (byte)'\n')
            {
                return true;
            }

            text = text[(at + 2)..];
        }

        return false;
    }

    // Reads a cell and stands at what ends it: a comma, the end of the row, the end of the file.
    private static bool Field(ReadOnlySpan<byte> text, ref int at, out ReadOnlySpan<byte> cell)
    {
        if (at < text.Length && text[at] == (byte)'"')
        {
            int close = text[(at + 1)..].IndexOf((byte)'"');
            int after = at + close + 2;
            cell = close < 0 ? default : text.Slice(at + 1, close);
            at = after;
            return close >= 0 && (after >= text.Length || text[after] is (byte)',' or (byte)'\r' or (byte)'\n');
        }

        int length = text[at..].IndexOfAny(",\n\""u8);
        length = length < 0 ? text.Length - at : length;
        cell = text.Slice(at, length);
        cell = cell.EndsWith("\r"u8) ? cell[..^1] : cell;
        at += length;
        return at >= text.Length || text[at] != (byte)'"';
    }

    private static bool ToEndOfRow(ReadOnlySpan<byte> text, ref int at)
    {
        while (at < text.Length)
        {
            int stop = text[at..].IndexOfAny((byte)'\n', (byte)'"');
            if (stop < 0)
            {
                at = text.Length;
                return true;
            }

            at += stop + 1;
            if (text[at - 1] == (byte)'\n')
            {
                return true;
            }

            int close = text[at..].IndexOf((byte)'"');
            if (close < 0)
            {
                return false;
            }

            at += close + 1;
        }

        return true;
    }

    /// <summary>A running hash for each county; rows that stand together are hashed together.</summary>
    private sealed class Sums(bool numbered) : IDisposable
    {
        private readonly Dictionary<PlaceCode, IncrementalHash> counties = [];
        private IncrementalHash? rest;
        private PlaceCode[]? current;
        private int from, to, first;

        public void Add(ReadOnlySpan<byte> text, int start, int end, int number, PlaceCode[] owners)
        {
            if (current is not null && (owners != current || to != start))
            {
                Flush(text);
            }

            if (current is null)
            {
                (current, from, first) = (owners, start, number);
            }

            to = end;
        }

        public byte[]? Take(ReadOnlySpan<byte> text, out Dictionary<PlaceCode, byte[]> by)
        {
            Flush(text);
            by = counties.ToDictionary(c => c.Key, c => c.Value.GetHashAndReset());
            return rest?.GetHashAndReset();
        }

        private void Flush(ReadOnlySpan<byte> text)
        {
            if (current is null)
            {
                return;
            }

            Span<byte> number = stackalloc byte[sizeof(int)];
            BinaryPrimitives.WriteInt32LittleEndian(number, numbered ? first : 0);
            ReadOnlySpan<byte> rows = text[from..to];
            if (current.Length == 0)
            {
                Append(rest ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256), number, rows);
            }

            foreach (PlaceCode county in current)
            {
                if (!counties.TryGetValue(county, out IncrementalHash? sum))
                {
                    counties.Add(county, sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256));
                }

                Append(sum, number, rows);
            }

            current = null;
        }

        private void Append(IncrementalHash sum, ReadOnlySpan<byte> number, ReadOnlySpan<byte> rows)
        {
            if (numbered)
            {
                sum.AppendData(number);
            }

            sum.AppendData(rows);
        }

        public void Dispose()
        {
            rest?.Dispose();
            foreach (IncrementalHash sum in counties.Values)
            {
                sum.Dispose();
            }
        }
    }
}
