using System.Security.Cryptography;
using System.Text;
using Portal.Domain.Data;
using Portal.Sources.Files;

namespace Portal.Sources.Parts;

/// <summary>A file of an input folder with the SHA-256 of its bytes.</summary>
/// <param name="Path">Path inside the folder, forward slashes.</param>
/// <param name="Hash">In small hexadecimal digits, or a word for what has no bytes.</param>
public sealed record HashedFile(string Path, string Hash)
{
    /// <summary>What stands for the hash of an empty file, a pipe, a device.</summary>
    public const string Empty = "empty";
}

/// <summary>
/// The folder of a set taken apart: what of it is for everybody, and what is one county's. Equal hashes, equal rows in the same order,
/// in files of the same names.
/// </summary>
/// <param name="Common">Lines that say what is for everybody: whole files, first rows, rows that name no county, and which tables have rows at all.</param>
/// <param name="Counties">Hash of each county's rows in all tables and releases.</param>
public sealed record InputParts(IReadOnlyList<string> Common, IReadOnlyDictionary<PlaceCode, byte[]> Counties)
{
    private sealed record Piece(string Path, string Release, OwnedTable? Table, CountyRows? Rows, string Hash);

    /// <summary>Takes a set's folder apart, on all cores.</summary>
    /// <param name="folder">Folder of the set.</param>
    /// <param name="files">Its files with their hashes, in order of their paths.</param>
    /// <param name="data">The set as it was read from them.</param>
    /// <returns>Null where a file is no longer what it was when it was hashed.</returns>
    public static InputParts? Read(string folder, IReadOnlyList<HashedFile> files, Dataset data)
    {
        RowOwners owners = new(data);
        Piece?[] pieces = [.. files.AsParallel().AsOrdered().Select(file => Take(folder, file, owners))];
        if (pieces.Contains(null))
        {
            return null;
        }

        SortedSet<string> common = new(StringComparer.Ordinal);
        Dictionary<PlaceCode, IncrementalHash> counties = [];
        foreach (Piece piece in pieces.OfType<Piece>())
        {
            if (piece.Rows is not { } rows)
            {
                common.Add($"file {piece.Path} {piece.Hash}");
                continue;
            }

            string table = $"{piece.Release} {piece.Table!.Definition.Name}";
            common.Add($"header {table} {rows.Header}");
            if (rows.HasRows)
            {
                common.Add($"rows {table}");
            }

            if (rows.Rest is { } rest)
            {
                common.Add($"rest {piece.Path} {Convert.ToHexStringLower(rest)}");
            }

            foreach ((PlaceCode county, byte[] hash) in rows.Counties)
            {
                if (!counties.TryGetValue(county, out IncrementalHash? sum))
                {
                    counties.Add(county, sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256));
                }

                sum.AppendData(Encoding.UTF8.GetBytes(piece.Path + "\n"));
                sum.AppendData(hash);
            }
        }

        Dictionary<PlaceCode, byte[]> sums = [];
        foreach ((PlaceCode county, IncrementalHash sum) in counties)
        {
            sums.Add(county, sum.GetHashAndReset());
            sum.Dispose();
        }

        return new InputParts([.. common], sums);
    }

    /// <summary>
    /// The release in whose folder a file of the set stands; empty for a file of the set itself. What a release shows is made of its own
    /// folder and those of earlier periods and revisions.
    /// </summary>
    public static string ReleaseOf(string path) => path.Split('/') is ["releases", var release, _, ..] ? release : "";

    private static Piece? Take(string folder, HashedFile file, RowOwners owners)
    {
        if (OwnedTables.Of(file.Path, out string release) is not { } table)
        {
            return new Piece(file.Path, release, null, null, file.Hash);
        }

        byte[] bytes;
        try
        {
            bytes = InputFolder.Bytes(System.IO.Path.Combine(folder, file.Path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        return (bytes.Length == 0 ? HashedFile.Empty : Convert.ToHexStringLower(SHA256.HashData(bytes))) != file.Hash
            ? null
            : new Piece(file.Path, release, table, CountyRows.Of(bytes, table, owners), file.Hash);
    }
}
