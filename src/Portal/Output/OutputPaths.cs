namespace Portal.Output;

/// <summary>
/// The rules for the path of a file below the output folder: relative, forward slashes, no way out of the folder, and no two that are one on
/// a file system that does not tell capital letters from small ones.
/// </summary>
internal static class OutputPaths
{
    private const string NotInNames = "\\<>:\"|?*";

    /// <exception cref="OutputRefusedException">A path breaks a rule, or two files claim one path.</exception>
    public static void Check(IReadOnlyList<string> paths)
    {
        var files = new HashSet<string>(paths.Count, StringComparer.OrdinalIgnoreCase);
        var folders = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string path in paths)
        {
            if (Fault(path) is { } fault)
            {
                throw new OutputRefusedException($"拒绝写入“{Shown(path)}”：{fault}。");
            }

            if (!files.Add(path))
            {
                throw new OutputRefusedException($"有两个文件要写到同一路径“{path}”（不区分大小写）。");
            }

            for (string folder = Folder(path); folder.Length > 0; folder = Folder(folder))
            {
                if (folders.TryAdd(folder, folder))
                {
                    continue;
                }

                if (!string.Equals(folders[folder], folder, StringComparison.Ordinal))
                {
                    throw new OutputRefusedException($"文件夹“{folders[folder]}”与“{folder}”只有大小写不同。");
                }

                break;
            }
        }
        foreach (string folder in folders.Keys)
        {
            if (files.Contains(folder))
            {
                throw new OutputRefusedException($"“{folder}”既是文件又是文件夹。");
            }
        }
    }

    /// <summary>The folder part of a path, without a slash at its end; empty for a file at the top.</summary>
    public static string Folder(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];

    private static string? Fault(string path)
    {
        if (path.Length == 0)
        {
            return "路径是空的";
        }

        if (string.Equals(path, Marker.FileName, StringComparison.OrdinalIgnoreCase))
        {
            return "这个名字留给输出文件夹的标记";
        }

        foreach (char c in path)
        {
            if (char.IsControl(c) || NotInNames.Contains(c, StringComparison.Ordinal))
            {
                return "路径里有不能用的字符";
            }
        }
        foreach (Range range in path.AsSpan().Split('/'))
        {
            ReadOnlySpan<char> name = path.AsSpan(range);
            if (name.IsEmpty)
            {
                return "路径必须是相对路径，不能以斜线开头或结尾，也不能有连续的斜线";
            }

            if (name is "." or "..")
            {
                return "路径里不能有“.”或“..”";
            }

            if (name[^1] is '.' or ' ')
            {
                return "名字不能以点或空格结尾";
            }
        }
        return null;
    }

    private static string Shown(string path) =>
        string.Create(path.Length, path, (to, from) =>
        {
            for (int i = 0; i < to.Length; i++)
            {
                to[i] = char.IsControl(from[i]) ? '\uFFFD' : from[i];
            }
        });
}
