using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Portal.Sources.Files;
using Portal.Sources.Parts;

namespace Portal.Output;

/// <summary>
/// One number for everything that a site is made of: the contents of all files of its input folders, the options of the run, and the program itself.
/// Equal number, equal site. Times of files do not count: a fresh checkout has the same number.
/// </summary>
public static class InputFingerprint
{
    /// <param name="folders">In the order in which they overlay each other; a folder that does not exist has nothing in it.</param>
    /// <param name="options">What else the site depends on, such as the date of the build.</param>
    public static string Of(IReadOnlyList<string> folders, IReadOnlyList<string> options) => Of(Files(folders), options);

    /// <param name="folders">The files of each folder (<see cref="Files"/>).</param>
    /// <param name="options">What else the site depends on.</param>
    public static string Of(IReadOnlyList<IReadOnlyList<HashedFile>> folders, IReadOnlyList<string> options) =>
        Sum([.. Program, .. options.Select(option => "option " + option), .. folders.SelectMany((files, i) => Lines(files, i))]);

    /// <summary>
    /// The program and the runtime in lines. The compiler is deterministic: the ids change with the program's code and with nothing else.
    /// Compressed files may change with the runtime.
    /// </summary>
    public static IReadOnlyList<string> Program { get; } =
        [.. Ours().Select(assembly => $"{assembly.GetName().Name} {assembly.ManifestModule.ModuleVersionId}"), $"{Environment.Version} {Environment.OSVersion.Platform}"];

    /// <summary>All files of each folder with their hashes, in order of their paths, read on all cores; none of a folder that does not exist.</summary>
    /// <param name="folders">Folders.</param>
    /// <param name="stamps">Knows files that need not be read again; null where each is read.</param>
    public static IReadOnlyList<IReadOnlyList<HashedFile>> Files(IReadOnlyList<string> folders, FileStamps? stamps = null)
    {
        return [.. folders.Select(folder => (IReadOnlyList<HashedFile>)[.. InputFolder.Files(folder).AsParallel().AsOrdered().Select(path => new HashedFile(path, Of(Path.Combine(folder, path))))])];

        string Of(string file) => stamps?.Of(file, Hash) ?? Hash(file);
    }

    /// <summary>A folder's files in lines.</summary>
    public static IEnumerable<string> Lines(IEnumerable<HashedFile> files, int folder) =>
        files.Select(file => $"{file.Path} {file.Hash}").Prepend(string.Create(CultureInfo.InvariantCulture, $"folder {folder}"));

    /// <summary>One hash over lines, in small hexadecimal digits.</summary>
    public static string Sum(IEnumerable<string> lines)
    {
        using var whole = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string line in lines)
        {
            whole.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
        }

        return Convert.ToHexStringLower(whole.GetHashAndReset());
    }

    // What cannot be read is told by whoever reads it; here it only differs from what can.

    private static string Hash(string file)
    {
        try
        {
            if (InputFolder.IsEmpty(file))
            {
                return HashedFile.Empty;
            }

            using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "unreadable";
        }
    }

    private static IEnumerable<Assembly> Ours()
    {
        Assembly program = typeof(InputFingerprint).Assembly;
        return program.GetReferencedAssemblies()
            .Where(name => name.Name!.StartsWith("Portal.", StringComparison.Ordinal))
            .OrderBy(name => name.Name, StringComparer.Ordinal)
            .Select(Assembly.Load)
            .Prepend(program);
    }
}
