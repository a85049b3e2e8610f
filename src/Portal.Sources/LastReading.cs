using System.Buffers;
using System.Security.Cryptography;
using Portal.Domain.Data;
using Portal.Domain.Problems;
using Portal.Sources.Files;
using Portal.Sources.Readers;
using Portal.Sources.Tables;

namespace Portal.Sources;

/// <summary>
/// A data set as a preview read it last, without an error, and enough beside it to read it again where since then nothing but numbers of schools has
/// changed (decision 0035). Every file is opened and digested; files that are as they were are not read again, and neither are the checks made again
/// that say nothing of numbers of schools.
/// </summary>
/// <param name="folders">Folders of the set and of what the sets share.</param>
internal sealed class LastReading(IReadOnlyList<string> folders)
{
    // Before anything is read: a file that comes later is one too many in the next reading.
    private readonly IReadOnlyList<string> listed = Listed(folders);
    private readonly Dictionary<ReleaseId, IReadOnlyList<SchoolPart>> schools = [];

    /// <summary>Columns of the tables of schools.</summary>
    public SchoolColumns? Columns { get; set; }

    /// <summary>The set; null until it was read without an error.</summary>
    public Dataset? Data { get; set; }

    /// <summary>Notes the parts of a release's table of schools.</summary>
    public void Note(ReleaseId release, IReadOnlyList<SchoolPart> parts) => schools[release] = parts;

    /// <summary>
    /// The parts of tables of schools whose files have changed, read anew, where they are all that has changed and differ in nothing but numbers;
    /// null where anything else has, or where a number has a problem.
    /// </summary>
    /// <param name="digests">Files that were read, with their digests.</param>
    public IReadOnlyList<ChangedPart>? ChangedParts(IReadOnlyDictionary<string, string> digests)
    {
        if (Data is null || Columns is null || !Listed(folders).SequenceEqual(listed))
        {
            return null;
        }

        string[] changed = [.. digests.AsParallel().Where(file => Digest(file.Key) != file.Value).Select(file => file.Key)];
        Array.Sort(changed, StringComparer.Ordinal);
        // The commonest case of what this cannot tell, a table that is not of schools, is left before a file is read.
        Dictionary<string, SchoolPart> known = changed.Length == 0 ? [] : schools.Values.SelectMany(parts => parts).DistinctBy(p => p.File).ToDictionary(p => p.File, StringComparer.Ordinal);
        if (!changed.All(known.ContainsKey))
        {
            return null;
        }

        List<ChangedPart> parts = [];
        foreach (string file in changed)
        {
            byte[] bytes;
            try
            {
                bytes = InputFolder.Bytes(file);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return null;
            }

            ProblemList problems = new();
            SchoolPart now = SchoolPart.Read(new Reading(problems, file, bytes), new TablePart(file, null, Path.GetFileNameWithoutExtension(file)), Columns, trim: true);
            if (problems.Sorted().Count > 0 || !now.HasSameWords(known[file]))
            {
                return null;
            }

            parts.Add(new ChangedPart(file, Convert.ToHexStringLower(SHA256.HashData(bytes)), known[file], now));
        }

        return parts;
    }

    /// <summary>The set with the numbers of parts; null where a number does not go with the tables that repeat it: classes and errata.</summary>
    public Dataset? With(IReadOnlyList<ChangedPart> changed)
    {
        Dictionary<string, SchoolPart> byFile = changed.ToDictionary(p => p.File, p => p.Now, StringComparer.Ordinal);
        School[] touched = [.. changed.SelectMany(Touched)];
        if (Data!.Releases.Any(r => HasErrata(r, touched)))
        {
            return null;
        }

        List<Release> releases = [];
        foreach (Release release in Data.Releases)
        {
            SchoolPart[] own = [.. schools.GetValueOrDefault(release.Id, []).Where(p => byFile.ContainsKey(p.File)).Select(p => byFile[p.File])];
            SchoolTable table = own.Aggregate(release.Schools, With);
            School[] here = [.. touched.Where(s => own.Any(p => p.File == s.Origin.File))];
            if (!Agree(release, release.Schools, here) || !Agree(release, table, here)) // what was wrong before has been told, and must not be told again
            {
                return null;
            }

            releases.Add(own.Length == 0 ? release : release.WithSchools(table));
        }

        return Data.WithReleases(releases);
    }

    /// <summary>Takes the parts in the place of those they were read for.</summary>
    public void Take(IReadOnlyList<ChangedPart> changed, Dataset data)
    {
        Dictionary<string, SchoolPart> byFile = changed.ToDictionary(p => p.File, p => p.Now, StringComparer.Ordinal);
        foreach (ReleaseId release in schools.Keys.ToArray())
        {
            if (schools[release].Any(p => byFile.ContainsKey(p.File)))
            {
                schools[release] = [.. schools[release].Select(p => byFile.GetValueOrDefault(p.File, p))];
            }
        }

        Data = data;
    }

    private SchoolTable With(SchoolTable table, SchoolPart part)
    {
        int[] rows = [.. part.Schools.Select(s => table.Find(s.Id)!.Value)];
        Dictionary<string, IReadOnlyList<Cell>> numbers = new(StringComparer.Ordinal);
        for (int raw = 0; raw < part.Numbers.Length; raw++)
        {
            if (part.Numbers[raw] is { } column)
            {
                numbers[Columns!.Raw[raw].Name] = column;
            }
        }

        return table.WithNumbers(rows, numbers);
    }

    // Schools of a part of which a number is another.
    private static IEnumerable<School> Touched(ChangedPart part) =>
        part.Now.Schools.Where((_, row) => part.Now.Numbers.Zip(part.Before.Numbers).Any(n => n.First is not null && n.First[row] != n.Second![row]));

    // An erratum says what a cell was and is: it is compared with the files themselves, here and in the revision before.
    private static bool HasErrata(Release release, School[] schools) =>
        release.Supervision.Corrections.Any(c => c.Table == Definitions.Schools.Name && schools.Any(s => s.Id.Value == c.Row));

    private bool Agree(Release release, SchoolTable table, School[] some)
    {
        StageId[] stages = [.. Columns!.Raw.Select(c => c.Stage).OfType<StageId>().Distinct()];
        return some.All(school => stages.All(stage => ClassReader.Agrees(release.ClassesOf(school.Id, stage), table, table.Find(school.Id)!.Value, stage)));
    }

    // What editors leave beside a file while it is open is not read, and changes nothing.
    private static string[] Listed(IReadOnlyList<string> folders) =>
        [.. folders.SelectMany((folder, i) => InputFolder.Files(folder).Where(f => f[(f.LastIndexOf('/') + 1)..] is not ['.' or '~', ..]).Select(f => i + "/" + f))];

    private static string Digest(string file)
    {
        byte[]? buffer = null;
        try
        {
            if (InputFolder.IsEmpty(file))
            {
                return Convert.ToHexStringLower(SHA256.HashData([]));
            }

            using Microsoft.Win32.SafeHandles.SafeFileHandle handle = File.OpenHandle(file, options: FileOptions.SequentialScan);
            long length = RandomAccess.GetLength(handle);
            if (length > Array.MaxLength)
            {
                return "";
            }

            buffer = ArrayPool<byte>.Shared.Rent((int)length);
            int read = 0;
            while (read < length && RandomAccess.Read(handle, buffer.AsSpan(read, (int)length - read), read) is var more and > 0)
            {
                read += more;
            }

            return Convert.ToHexStringLower(SHA256.HashData(buffer.AsSpan(0, read)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
        finally
        {
            if (buffer is not null)
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
    }
}

/// <summary>A part of a table of schools whose numbers have changed.</summary>
/// <param name="File">File as problems show it.</param>
/// <param name="Digest">Its SHA-256, in hexadecimal.</param>
/// <param name="Before">As it was read before.</param>
/// <param name="Now">As it is.</param>
internal sealed record ChangedPart(string File, string Digest, SchoolPart Before, SchoolPart Now);
