using Portal.Domain.Data;
using Portal.Domain.Problems;
using Portal.Sources.Files;
using Portal.Sources.Tables;

namespace Portal.Sources.Readers;

/// <summary>Reads the tables of schools of all releases, their parts on all cores; a part that several releases share is read once.</summary>
/// <param name="reading">Run.</param>
/// <param name="columns">Columns of the table.</param>
/// <param name="releases">Folder of the releases, as problems show it.</param>
internal sealed class SchoolsReader(Reading reading, SchoolColumns columns, string releases)
{
    // Files are laid out alike, mostly: one map of letters serves them all.
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> layouts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SchoolPart> kept = new(StringComparer.Ordinal);

    /// <summary>Reads a table of schools.</summary>
    /// <param name="files">Its parts.</param>
    /// <param name="keep">Whether a later release may share its parts.</param>
    public IReadOnlyList<SchoolPart> Read(TableFiles files, bool keep)
    {
        SchoolPart[] parts = new SchoolPart[files.Parts.Count];
        Parallel.For(0, parts.Length, i => parts[i] = kept.GetValueOrDefault(files.Parts[i].Shown) ?? reading.Part(files.Parts[i], "schools", inside => SchoolPart.Read(inside, files.Parts[i], columns, trim: reading.Keeps)));
        for (int i = 0; keep && i < parts.Length; i++)
        {
            kept[files.Parts[i].Shown] = parts[i];
        }

        return parts;
    }

    /// <summary>Checks that ids are distinct and hosts are schools of their own in the same county.</summary>
    public void Check(IReadOnlyList<SchoolPart> parts)
    {
        Dictionary<string, School> byId = new(parts.Sum(p => p.Schools.Count), StringComparer.Ordinal);
        KnownWords? known = null;
        foreach (SchoolPart part in parts)
        {
            foreach (School school in part.Schools)
            {
                if (school.Id.Value.Length > 0 && !byId.TryAdd(school.Id.Value, school))
                {
                    Origin first = byId[school.Id.Value].Origin;
                    reading.Reject(ProblemKinds.RepeatedKey, At(school, part.IdColumn), school.Id.Value, new Location(first.File, first.Row).ToString(), "学校标识码");
                }
            }
        }

        foreach (SchoolPart part in parts)
        {
            foreach (School school in part.Schools)
            {
                if (school.HostedBy is not { } host)
                {
                    continue;
                }

                if (!byId.TryGetValue(host.Value, out School? own))
                {
                    known ??= new KnownWords(byId.Keys);
                    reading.Reject(ProblemKinds.UnknownSchool, At(school, part.HostColumn), host.Value, known.NearestTo(host.Value));
                }
                else if (own.HostedBy is not null || own.Place != school.Place)
                {
                    reading.Add(ProblemKinds.BadHost, At(school, part.HostColumn), host.Value);
                }
            }
        }
    }

    /// <summary>Puts the parts together.</summary>
    /// <param name="parts">Parts; what has been joined is let go of, unless they are kept for a later release.</param>
    /// <param name="keep">Whether they are.</param>
    public SchoolTable Join(IReadOnlyList<SchoolPart> parts, bool keep)
    {
        School[] schools = [.. parts.SelectMany(p => p.Schools)];
        int[] order = [.. Enumerable.Range(0, schools.Length)];
        bool sorted = true;
        for (int i = 1; i < schools.Length && sorted; i++)
        {
            sorted = SchoolTable.Compare(schools[i - 1], schools[i]) <= 0;
        }

        if (!sorted)
        {
            Array.Sort(order, (a, b) => SchoolTable.Compare(schools[a], schools[b]));
        }

        int[] places = new int[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            places[order[i]] = i;
        }

        schools = Array.ConvertAll(order, i => schools[i]);
        Dictionary<string, Cell[]> numbers = new(StringComparer.Ordinal);
        Dictionary<string, string[]> words = new(StringComparer.Ordinal);
        for (int raw = 0; raw < columns.Raw.Count; raw++)
        {
            string name = columns.Raw[raw].Name;
            if (parts.Any(p => p.Numbers[raw] is not null))
            {
                numbers[name] = JoinNumbers(parts, raw, schools, places);
                if (!keep && !reading.Keeps)
                {
                    foreach (SchoolPart part in parts.Where(p => !kept.ContainsKey(p.File)))
                    {
                        part.Numbers[raw] = null;
                    }
                }
            }
            else if (parts.Any(p => p.Words[raw] is not null))
            {
                words[name] = InOrder(parts.SelectMany(p => p.Words[raw] ?? Enumerable.Repeat("", p.Schools.Count)), places);
            }
        }

        return new SchoolTable(schools, numbers, words, parts.Where(p => p.Layout.Length > 0).Select(p => (p.File, Of: FileOf(p))).Where(p => p.Of is not null).ToDictionary(p => p.File, p => p.Of!, StringComparer.Ordinal));
    }

    // releases/2023.1/schools/990121.csv stands in the folder of release 2023.1.
    private SchoolFile? FileOf(SchoolPart part)
    {
        if (!part.File.StartsWith(releases + "/", StringComparison.Ordinal))
        {
            return null;
        }

        string[] folders = part.File[(releases.Length + 1)..].Split('/', 2);
        return folders.Length == 2 && ReleaseId.TryParse(folders[0], out ReleaseId release) ? new SchoolFile(release, folders[1], Letters(part.Layout)) : null;
    }

    private IReadOnlyDictionary<string, string> Letters(int[] layout)
    {
        string key = string.Join(',', layout);
        if (!layouts.TryGetValue(key, out IReadOnlyDictionary<string, string>? letters))
        {
            letters = layout.Select((at, i) => (at, columns.All[i].Name)).Where(c => c.at >= 0).ToDictionary(c => c.Name, c => Location.Letters(c.at), StringComparer.Ordinal);
            layouts.Add(key, letters);
        }

        return letters;
    }

    private static string[] InOrder(IEnumerable<string> words, int[] places)
    {
        string[] ordered = new string[places.Length];
        int at = 0;
        foreach (string word in words)
        {
            ordered[places[at++]] = word;
        }

        return ordered;
    }

    // Schools stand in order already; places tells for each row of the parts, one after the other, where it stands.
    private Cell[] JoinNumbers(IReadOnlyList<SchoolPart> parts, int raw, School[] schools, int[] places)
    {
        Cell[] cells = new Cell[schools.Length];
        int start = 0;
        foreach (SchoolPart part in parts)
        {
            List<Cell>? numbers = part.Numbers[raw];
            for (int i = 0; i < part.Schools.Count; i++)
            {
                // A part without the column: blank, or not applicable where the type lacks the stage.
                int at = places[start + i];
                cells[at] = numbers is not null ? numbers[i] : columns.Lacking[schools[at].Type][raw] ? Cell.NotApplicable : Cell.Blank;
            }

            start += part.Schools.Count;
        }

        return cells;
    }

    private static Location At(School school, int column) => new(school.Origin.File, school.Origin.Row, column < 0 ? "" : Location.Letters(column));
}
