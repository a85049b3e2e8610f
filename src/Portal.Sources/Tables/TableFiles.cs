using Portal.Domain.Problems;
using Portal.Sources.Files;

namespace Portal.Sources.Tables;

/// <summary>One file (or sheet of a workbook) that holds a table or a part of it.</summary>
/// <param name="Path">File.</param>
/// <param name="Sheet">Sheet of a workbook, null for a CSV file.</param>
/// <param name="Name">Name of the part, without extension.</param>
internal sealed record TablePart(string Path, string? Sheet, string Name)
{
    /// <summary>Name as problems show it.</summary>
    public string Shown => Sheet is null ? Reading.Shown(Path) : $"{Reading.Shown(Path)}[{Sheet}]";

    /// <summary>Opens it, or returns null with a problem.</summary>
    public RowSource? Open(Reading reading) => Sheet is null ? CsvRows.Open(reading, Path) : XlsxRows.Open(reading, Path, Sheet);
}

/// <summary>Where a table stands: one file, one sheet, or a folder of parts.</summary>
/// <param name="Shown">File or folder as problems show it.</param>
/// <param name="IsFolder">Whether it is a folder of parts.</param>
/// <param name="Parts">Its parts by name.</param>
internal sealed record TableFiles(string Shown, bool IsFolder, IReadOnlyList<TablePart> Parts);

/// <summary>The tables of one folder, found by name; what has another name is a problem, so that nothing is passed over in silence.</summary>
internal static class TableFolder
{
    /// <summary>Finds the tables of a folder.</summary>
    /// <param name="reading">Run.</param>
    /// <param name="folder">Folder; where it does not exist there are no tables.</param>
    /// <param name="tables">Tables that may stand here.</param>
    /// <param name="others">Files and folders of other names that belong here.</param>
    public static Dictionary<string, TableFiles> Find(Reading reading, string folder, IReadOnlyList<TableDefinition> tables, params string[] others)
    {
        Dictionary<string, TableFiles> found = new(StringComparer.Ordinal);
        if (!Directory.Exists(folder))
        {
            return found;
        }

        foreach (string path in Entries(folder))
        {
            string name = Path.GetFileName(path);
            if (name.StartsWith('.') || name.StartsWith('~') || Array.IndexOf(others, name) >= 0)
            {
                continue;
            }

            string stem = Path.GetFileNameWithoutExtension(name);
            if (Directory.Exists(path))
            {
                if (IsTable(reading, tables, others, name, name, "", path))
                {
                    Add(reading, found, name, new TableFiles(Reading.Shown(path), true, PartsOf(reading, path, tables.First(t => t.Name == name))));
                }
            }
            else
            {
                switch (Path.GetExtension(name))
                {
                    case ".csv" when IsTable(reading, tables, others, stem, name, ".csv", path):
                        Add(reading, found, stem, new TableFiles(Reading.Shown(path), false, [new TablePart(path, null, stem)]));
                        break;
                    case ".xlsx":
                        foreach (TablePart part in SheetsOf(reading, path, tables))
                        {
                            Add(reading, found, part.Name, new TableFiles(part.Shown, false, [part]));
                        }

                        break;
                    case ".xls" or ".xlsm" or ".xlsb" or ".ods" or ".tsv" or ".et":
                        reading.Add(ProblemKinds.OldFormat, new Location(Reading.Shown(path)), name);
                        break;
                    case var extension when extension is ".yaml" or ".yml" || IsInCapitals(extension):
                        reading.Add(ProblemKinds.UnknownFile, new Location(Reading.Shown(path)), name, Nearest.To(name, [.. others, .. tables.Select(t => t.Name + ".csv")]));
                        break;
                    default:
                        break;
                }
            }
        }

        return found;
    }

    // A .CSV: a table for Windows, another file for other systems.
    private static bool IsInCapitals(string extension) => extension is not (".csv" or ".xlsx") && extension.ToLowerInvariant() is (".csv" or ".xlsx");

    private static string[] Entries(string folder)
    {
        string[] entries = Directory.GetFileSystemEntries(folder);
        Array.Sort(entries, StringComparer.Ordinal);
        return Array.ConvertAll(entries, e => folder + "/" + Path.GetFileName(e));
    }

    private static bool IsTable(Reading reading, IReadOnlyList<TableDefinition> tables, string[] others, string table, string name, string extension, string path)
    {
        if (tables.Any(t => t.Name == table))
        {
            return true;
        }

        if (Array.IndexOf(Definitions.Later, table) >= 0)
        {
            reading.Add(ProblemKinds.LaterTable, new Location(Reading.Shown(path)), table);
        }
        else
        {
            reading.Add(ProblemKinds.UnknownFile, new Location(Reading.Shown(path)), name, Nearest.To(name, [.. tables.Select(t => t.Name + extension), .. others]));
        }

        return false;
    }

    private static void Add(Reading reading, Dictionary<string, TableFiles> found, string table, TableFiles files)
    {
        if (!found.TryAdd(table, files))
        {
            reading.Add(ProblemKinds.TwoForms, new Location(files.Shown), table, found[table].Shown, files.Shown);
        }
    }

    private static List<TablePart> PartsOf(Reading reading, string folder, TableDefinition table)
    {
        List<TablePart> parts = [];
        foreach (string path in Entries(folder))
        {
            string name = Path.GetFileName(path);
            string extension = Path.GetExtension(name);
            string stem = Path.GetFileNameWithoutExtension(name);
            if (name.StartsWith('.') || name.StartsWith('~'))
            {
                continue;
            }

            if (extension == ".csv")
            {
                parts.Add(new TablePart(path, null, stem));
            }
            else if (extension == ".xlsx")
            {
                parts.AddRange(SheetsOf(reading, path, [table]).Select(p => p with { Name = stem }));
            }
            else if (extension is ".xls" or ".xlsm" or ".xlsb" or ".ods" or ".tsv" or ".et")
            {
                reading.Add(ProblemKinds.OldFormat, new Location(Reading.Shown(path)), name);
            }
            else if (IsInCapitals(extension))
            {
                reading.Add(ProblemKinds.UnknownFile, new Location(Reading.Shown(path)), name, stem + extension.ToLowerInvariant());
            }
        }

        foreach (IGrouping<string, TablePart> same in parts.GroupBy(p => p.Name).Where(g => g.Count() > 1))
        {
            TablePart[] two = [.. same];
            reading.Add(ProblemKinds.TwoForms, new Location(two[1].Shown), table.Name + "/" + same.Key, two[0].Shown, two[1].Shown);
        }

        return parts;
    }

    private static List<TablePart> SheetsOf(Reading reading, string path, IReadOnlyList<TableDefinition> tables)
    {
        List<TablePart> parts = [];
        foreach (string sheet in XlsxRows.Sheets(reading, path) ?? [])
        {
            if (tables.FirstOrDefault(t => t.Name == sheet || t.Label == sheet) is { } table)
            {
                parts.Add(new TablePart(path, sheet, table.Name));
            }
            else
            {
                reading.Reject(ProblemKinds.UnknownSheet, new Location(Reading.Shown(path)), sheet, Nearest.To(sheet, [.. tables.Select(t => t.Name), .. tables.Select(t => t.Label)]));
            }
        }

        return parts;
    }
}
