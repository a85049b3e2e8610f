using System.Text;
using System.Text.RegularExpressions;
using Portal.Domain.Data;
using Portal.Domain.Problems;
using Portal.Sources.Files;
using Portal.Sources.Yaml;

namespace Portal.Sources;

/// <summary>Reads the texts of input/: Markdown with YAML front matter between two lines of three hyphens.</summary>
public static partial class WordsReader
{
    /// <summary>Reads all texts by path.</summary>
    /// <param name="commonFolder">Texts that the sets share.</param>
    /// <param name="setFolder">Texts of the set; one of the same path takes the place of the common one.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static IReadOnlyList<WordsPage> Read(string commonFolder, string setFolder, ProblemList problems)
    {
        Reading reading = new(problems);
        SortedDictionary<string, string> files = new(StringComparer.Ordinal);
        foreach (string folder in new[] { commonFolder, setFolder })
        {
            // Supervision reports of the set are read by ReportReader.
            foreach (string path in Files(folder).Where(path => folder != setFolder || !path.StartsWith(ReportReader.Folder, StringComparison.Ordinal)))
            {
                files[path] = folder.TrimEnd('/', '\\') + "/" + path;
            }
        }

        List<WordsPage> pages = [];
        foreach ((string path, string file) in files)
        {
            if (!path.EndsWith(".md", StringComparison.Ordinal))
            {
                reading.Reject(Directory.Exists(file) ? ProblemKinds.Unreadable : ProblemKinds.UnusedFile, new Location(Reading.Shown(file)), path);
            }
            else if (FileNames.IsReservedPath(path))
            {
                reading.Reject(ProblemKinds.ReservedName, new Location(Reading.Shown(file)), path);
            }
            else if (!Names().IsMatch(path))
            {
                reading.Reject(ProblemKinds.BadTextName, new Location(Reading.Shown(file)), path);
            }
            else if (ReadPage(reading, path, file) is { } page)
            {
                pages.Add(page);
            }
        }

        return pages;
    }

    // Names that begin with a dot are the editor's or the system's.
    private static IEnumerable<string> Files(string folder) => InputFolder.Files(folder).Where(f => !f.Split('/').Any(name => name.StartsWith('.')));

    private static WordsPage? ReadPage(Reading reading, string path, string file)
    {
        if (FrontMatter(reading, file, mayHoldMail: true) is not var (yaml, shown, body, firstLine))
        {
            return null;
        }

        WordsPage page = new(
            path,
            shown,
            yaml.Needed("title"),
            yaml.Text("description"),
            yaml.Whole("order") ?? 0,
            yaml.OneOf("menu", "none", "footer") == "footer",
            yaml.Day("updated"),
            body,
            firstLine);
        yaml.Close();
        return page;
    }

    /// <summary>Takes a text apart: front matter, file as printed in problems, body, and the line at which the body begins; null with a problem.</summary>
    /// <param name="reading">Run.</param>
    /// <param name="file">Path of the file.</param>
    /// <param name="mayHoldMail">Whether the body may hold an e-mail: of an office in a text, never in a report.</param>
    internal static (YamlMap Yaml, string Shown, string Body, int FirstLine)? FrontMatter(Reading reading, string file, bool mayHoldMail)
    {
        if (reading.Utf8Text(file) is not { } utf8)
        {
            return null;
        }

        string[] lines = Encoding.UTF8.GetString(utf8.Span).ReplaceLineEndings("\n").Split('\n');
        Location start = new(Reading.Shown(file), 1);
        if (lines[0].TrimEnd() != "---")
        {
            reading.Add(ProblemKinds.NoFrontMatter, start);
            return null;
        }

        int end = Array.FindIndex(lines, 1, l => l.TrimEnd() == "---");
        if (end < 0)
        {
            reading.Add(ProblemKinds.OpenFrontMatter, start);
            return null;
        }

        CheckPersonalData(reading, start.File, lines, end + 1, mayHoldMail);
        return YamlMap.Parse(reading, start.File, string.Join('\n', lines[1..end]), 2) is { } yaml ? (yaml, start.File, string.Join('\n', lines[(end + 1)..]), end + 2) : null;
    }

    // A mobile or an ID-card number stands nowhere.
    private static void CheckPersonalData(Reading reading, string file, string[] lines, int first, bool mayHoldMail)
    {
        for (int i = first; i < lines.Length; i++)
        {
            if (PersonalData.Find(lines[i]) is { } found && !(mayHoldMail && found == PersonalData.MailWord))
            {
                reading.Add(ProblemKinds.PersonalData, new Location(file, i + 1), found);
            }
        }
    }

    [GeneratedRegex(@"\A(?:[a-z0-9][a-z0-9-]*/)*[a-z0-9][a-z0-9-]*\.md\z", RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
