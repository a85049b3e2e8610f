using System.Text;
using Portal.Domain.Data;
using Portal.Domain.Problems;

namespace Portal.Sources.Tests;

/// <summary>A copy of tests/broken/valid in a folder of its own, to be spoiled by a test.</summary>
internal sealed class SmallSet : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("portal-sources-").FullName;

    public SmallSet() => CopyFrom(Path.Combine(BrokenFolder, "valid"));

    /// <summary>tests/broken.</summary>
    public static string BrokenFolder { get; } = FindBroken();

    public string SetFolder => root + "/data/small";

    public string CommonFolder => root + "/data/common";

    public SmallSet CopyFrom(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(root, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }

        return this;
    }

    public string PathOf(string file) => Path.Combine(root, "data", file);

    public byte[] Bytes(string file) => File.ReadAllBytes(PathOf(file));

    public SmallSet Write(string file, string text) => Write(file, Encoding.UTF8.GetBytes(text));

    public SmallSet Write(string file, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllBytes(PathOf(file), bytes);
        return this;
    }

    public SmallSet Replace(string file, string from, string to)
    {
        string text = File.ReadAllText(PathOf(file));
        int at = text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, $"“{from}” is not in {file}");
        return Write(file, text[..at] + to + text[(at + from.Length)..]);
    }

    public SmallSet Append(string file, string line)
    {
        File.AppendAllText(PathOf(file), line + "\n");
        return this;
    }

    public SmallSet Delete(string file)
    {
        File.Delete(PathOf(file));
        return this;
    }

    public SmallSet Move(string file, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(to))!);
        Directory.Move(PathOf(file), PathOf(to));
        return this;
    }

    /// <summary>Reads the set, which must be right.</summary>
    public Dataset Read()
    {
        ProblemList problems = new();
        Dataset? dataset = DatasetReader.Read(SetFolder, CommonFolder, problems);
        Assert.Equal([], Lines(problems));
        Assert.NotNull(dataset);
        return dataset;
    }

    /// <summary>Lines of all problems of the set and its texts, without the folder's own path.</summary>
    public string[] Problems()
    {
        ProblemList problems = new();
        Dataset? dataset = DatasetReader.Read(SetFolder, CommonFolder, problems);
        Assert.Equal(problems.Errors > 0, dataset is null);
        WordsReader.Read(root + "/input/common", root + "/input/small", problems);
        if (dataset is not null)
        {
            ReportReader.Read(root + "/input/small", dataset, problems);
        }

        return Lines(problems);
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private string[] Lines(ProblemList problems) => [.. problems.Sorted().Select(p => p.ToString().Replace(root + "/", "", StringComparison.Ordinal))];

    private static string FindBroken()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !Directory.Exists(Path.Combine(folder, "tests", "broken")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return Path.Combine(folder ?? throw new InvalidOperationException("tests/broken was not found"), "tests", "broken");
    }
}
