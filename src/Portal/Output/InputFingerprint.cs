using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Portal.Sources.Files;

namespace Portal.Output;

/// <summary>
/// One number for everything that a site is made of: the contents of all files of its input folders, the options of the run, and the program itself.
/// Equal number, equal site. Times of files do not count: a fresh checkout has the same number.
/// </summary>
public static class InputFingerprint
{
    /// <param name="folders">In the order in which they overlay each other; a folder that does not exist has nothing in it.</param>
    /// <param name="options">What else the site depends on, such as the date of the build.</param>
    public static string Of(IReadOnlyList<string> folders, IReadOnlyList<string> options)
    {
        using var whole = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(string line) => whole.AppendData(Encoding.UTF8.GetBytes(line + "\n"));

        // The compiler is deterministic: these ids change with the program's code and with nothing else. Compressed files may change with the runtime.
        foreach (Assembly assembly in Ours())
        {
            Add($"{assembly.GetName().Name} {assembly.ManifestModule.ModuleVersionId}");
        }

        Add($"{Environment.Version} {Environment.OSVersion.Platform}");
        foreach (string option in options)
        {
            Add("option " + option);
        }

        for (int i = 0; i < folders.Count; i++)
        {
            Add(string.Create(CultureInfo.InvariantCulture, $"folder {i}"));
            foreach (string line in Contents(folders[i]))
            {
                Add(line);
            }
        }
        return Convert.ToHexStringLower(whole.GetHashAndReset());
    }

    private static ParallelQuery<string> Contents(string folder) =>
        InputFolder.Files(folder).AsParallel().AsOrdered().Select(path => $"{path} {Hash(Path.Combine(folder, path))}");

    // What cannot be read is told by whoever reads it; here it only differs from what can.

    private static string Hash(string file)
    {
        try
        {
            if (InputFolder.IsEmpty(file))
            {
                return "empty";
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
