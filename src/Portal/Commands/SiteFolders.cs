using Portal.Sources.Files;

namespace Portal.Commands;

/// <summary>Where the inputs of one site are and where the site goes. Paths are as the user named them: problems are printed with them.</summary>
/// <param name="Id">Name of the data set: the name of its folder.</param>
/// <param name="Data">The set's own folder, with settings.yaml.</param>
/// <param name="CommonData">Tables shared by the sets, overlaid by the set's own. It may be missing, like the two folders of texts.</param>
/// <param name="Words">The set's own texts.</param>
/// <param name="CommonWords">Texts shared by the sets.</param>
/// <param name="Theme">Style sheet, scripts, pictures.</param>
/// <param name="Output">The folder of the finished site.</param>
public sealed record SiteFolders(string Id, string Data, string CommonData, string Words, string CommonWords, string Theme, string Output)
{
    private const string Settings = "settings.yaml", Common = "common";

    /// <summary>Which of <see cref="Read"/> is the set's own folder.</summary>
    public const int DataIndex = 1;

    /// <summary>All folders that are read, for the fingerprint and the watcher.</summary>
    public IReadOnlyList<string> Read => [CommonData, Data, CommonWords, Words, Theme];

    /// <summary>
    /// The sites that a run makes: a data folder with settings.yaml is one set and goes straight into the output folder; otherwise each folder in
    /// it that has one goes into a folder of its name.
    /// </summary>
    /// <exception cref="UsageException">A folder is missing, or no data set is found.</exception>
    public static IReadOnlyList<SiteFolders> Find(string data, string input, string theme, string output)
    {
        MustExist(data, "--data");
        MustExist(input, "--input");
        MustExist(theme, "--theme");
        if (string.IsNullOrWhiteSpace(output))
        {
            throw new UsageException("--output 后面没有写文件夹。");
        }

        if (Path.GetPathRoot(Path.GetFullPath(output)) == Path.GetFullPath(output))
        {
            throw new UsageException($"输出文件夹 {output} 是整个磁盘的根。请用 --output 指明一个文件夹。");
        }

        foreach (string source in new[] { data, input, theme })
        {
            if (Inside(output, source))
            {
                throw new UsageException($"输出文件夹 {output} 在输入文件夹 {source} 里面。请换一个 --output。");
            }
        }
        if (File.Exists(Path.Combine(data, Settings)))
        {
            return [One(NameOf(data), data, input, theme, output)];
        }

        SiteFolders[] sets =
        [
            .. Directory.EnumerateDirectories(data)
                .Where(folder => File.Exists(Path.Combine(folder, Settings)))
                .Order(StringComparer.Ordinal)
                .Select(folder => One(NameOf(folder), folder, input, theme, Path.Combine(output, NameOf(folder)))),
        ];
        return sets.Length > 0
            ? sets
            : throw new UsageException($"{data} 里没有数据集：它自己和它的子文件夹都没有 {Settings}。请用 --data 指向数据集所在的文件夹。");
    }

    private static SiteFolders One(string id, string data, string input, string theme, string output)
    {
        string inside = Path.Combine(data, Common), beside = Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(data)) ?? "", Common);
        string own = Path.Combine(input, id), common = Path.Combine(input, Common);
        return new SiteFolders(
            id,
            data,
            !Directory.Exists(inside) && Directory.Exists(beside) ? beside : inside,
            // An office with one set need not sort its texts into folders.
            Directory.Exists(own) || Directory.Exists(common) ? own : input,
            common,
            theme,
            output);
    }

    private static string NameOf(string folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));

    private static bool Inside(string inner, string outer)
    {
        string from = Path.TrimEndingDirectorySeparator(InputFolder.RealPath(outer)) + Path.DirectorySeparatorChar;
        return (InputFolder.RealPath(inner) + Path.DirectorySeparatorChar).StartsWith(from, StringComparison.Ordinal);
    }

    private static void MustExist(string folder, string option)
    {
        if (!Directory.Exists(folder))
        {
            throw new UsageException($"找不到文件夹 {folder}。请在项目所在的文件夹运行，或用 {option} 指明位置。");
        }
    }
}
