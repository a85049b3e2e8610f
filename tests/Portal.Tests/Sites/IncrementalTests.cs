using System.Globalization;
using System.Text;
using Portal.Commands;
using Portal.Tests.Commands;

namespace Portal.Tests.Sites;

/// <summary>
/// A build that keeps what has not changed gives the bytes of a build from nothing: the demonstration is edited in one place after the
/// other, built over itself each time, and compared with a site rendered whole in memory. Expected bytes come from that whole rendering.
/// </summary>
public sealed class IncrementalTests : IDisposable
{
    private const string Data = "data/demonstration", County = "990223";

    private readonly Workplace work = new();

    private int kept;

    public void Dispose() => work.Dispose();

    [Fact]
    public void Edits_of_every_table_give_the_same_site_as_a_build_from_nothing()
    {
        Random random = new(20261124);
        Assert.Equal(ExitCode.Good, work.Run("build").Code);
        List<string> seen = [];
        string[] tables = [.. Directory.EnumerateFiles(work[Data], "*.csv", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(work[Data], f).Replace('\\', '/')).Order(StringComparer.Ordinal)];
        // One file of every table, of any release; PORTAL_EDITS asks for more rounds.
        int rounds = int.Parse(Environment.GetEnvironmentVariable("PORTAL_EDITS") ?? "1", CultureInfo.InvariantCulture);
        for (int round = 0; round < rounds; round++)
        {
            foreach (IGrouping<string, string> table in tables.GroupBy(TableOf))
            {
                string[] files = [.. table];
                string file = files[random.Next(files.Length)];
                for (int attempt = 0; attempt < 4; attempt++)
                {
                    if (Edited(random, file) is { } edit)
                    {
                        seen.Add(edit);
                        break;
                    }
                }
            }
        }

        Assert.True(seen.Count >= 20 * rounds, string.Join('\n', seen));
        Assert.True(kept > 50 * seen.Count, $"{kept} files kept in {seen.Count} edits");
    }

    [Fact]
    public void Changes_for_everybody_give_the_same_site_as_a_build_from_nothing()
    {
        Assert.Equal(ExitCode.Good, work.Run("build").Code);
        File.AppendAllText(work["theme/site.css"], "\n.x{color:red}\n");
        Same("theme");
        work.Edit(Data + "/settings.yaml", "title: ", "title: 新");
        Same("settings");
        string report = Directory.EnumerateFiles(work["input/demonstration/reports"], "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();
        File.AppendAllText(report, "\n补充一段。\n");
        Same("report");
        string words = Directory.EnumerateFiles(work["input"], "*.md").Concat(Directory.EnumerateFiles(work["input/common"], "*.md")).Order(StringComparer.Ordinal).First();
        File.AppendAllText(words, "\n补充一段。\n");
        Same("words");
        work.Edit(Data + "/releases/2022.2/corrections.csv", "录入时多了一位", "录入时多写了一位");
        Same("correction");
    }

    [Fact]
    public void A_county_s_part_changes_its_own_pages_and_keeps_those_of_others()
    {
        Assert.Equal(ExitCode.Good, work.Run("build").Code);
        string page = work["output/schools"];
        Dictionary<string, DateTime> before = Directory.EnumerateFiles(page, "*.html", SearchOption.AllDirectories).ToDictionary(f => f, File.GetLastWriteTimeUtc, StringComparer.Ordinal);
        Books("987");
        Same("part");
        Assert.True(before.Count(f => File.GetLastWriteTimeUtc(f.Key) != f.Value) is > 0 and < 30);
        Assert.True(kept > 300, $"{kept} files kept");
    }

    /// <summary>
    /// The rows of counties that did not change are those of the live site's file: a word put into one of them by hand is still there after another
    /// county's change, and gone when its own county changes. A changed number stands in both formats, and the page says as many rows as before.
    /// </summary>
    [Fact]
    public void Rows_of_other_counties_are_taken_over_from_the_live_download()
    {
        const string Download = "output/releases/2023.1/data/schools.csv";
        Assert.Equal(ExitCode.Good, work.Run("build").Code);
        string[] rows = File.ReadAllLines(work[Download]);
        string other = rows.Skip(1).First(r => r.Split(',')[2] != County), own = rows.Skip(1).First(r => r.Split(',')[2] == County);
        string text = File.ReadAllText(work[Download]);
        string Spoiled(string row) => row[..^1] + (row[^1] == '7' ? '8' : '7');
        File.Delete(work[Download]); // it may have a second name in the other tree
        File.WriteAllText(work[Download], text.Replace(other, Spoiled(other), StringComparison.Ordinal).Replace(own, Spoiled(own), StringComparison.Ordinal), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Books("986");
        Assert.Equal(ExitCode.Good, work.Run("build").Code);

        string[] now = File.ReadAllLines(work[Download]);
        Assert.Equal(rows.Length, now.Length);
        Assert.Equal([Spoiled(other)], now.Except(rows).Where(r => r.Split(',')[2] != County));
        Assert.DoesNotContain(Spoiled(own), now);
        Assert.NotEqual(rows.Where(r => r.Split(',')[2] == County), now.Where(r => r.Split(',')[2] == County));
        Assert.Equal(rows.Length - 1, File.ReadLines(work[Path.ChangeExtension(Download, ".json")]).Count(l => l.StartsWith('[')));
    }

    // Another number of books of the first school of a county.
    private void Books(string number)
    {
        string part = work[$"{Data}/releases/2023.1/schools/{County}.csv"];
        string[] lines = File.ReadAllLines(part, Encoding.Latin1);
        int books = Array.IndexOf(lines[0].Split(','), "books");
        Assert.True(books > 0, lines[0]);
        string[] cells = lines[1].Split(',');
        cells[books] = number;
        lines[1] = string.Join(',', cells);
        File.WriteAllLines(part, lines, Encoding.Latin1);
    }

    private string? Edited(Random random, string file)
    {
        string path = work[$"{Data}/{file}"];
        byte[] original = File.ReadAllBytes(path);
        List<string> lines = [.. Encoding.Latin1.GetString(original).Split('\n')];
        if (lines.Count < 3)
        {
            return null;
        }

        int row = random.Next(1, lines.Count - 1);
        string edit = $"{file} {row}: ";
        switch (random.Next(4))
        {
            case 0:
                edit += "removed";
                lines.RemoveAt(row);
                break;
            case 1 when lines.Count > 3:
                int other = random.Next(1, lines.Count - 1);
                edit += $"swapped with {other}";
                (lines[row], lines[other]) = (lines[other], lines[row]);
                break;
            default:
                if (Altered(random, lines[row]) is not { } altered)
                {
                    return null;
                }

                edit += altered;
                lines[row] = altered;
                break;
        }

        File.WriteAllBytes(path, Encoding.Latin1.GetBytes(string.Join('\n', lines)));
        Run run = work.Run("build");
        if (run.Code != ExitCode.Good)
        {
            File.WriteAllBytes(path, original);
            return null;
        }

        Compare(edit, run);
        return edit;
    }

    // A number becomes another, words get a word more; what must stay (codes, days) is left alone by chance or refused by the program.
    private static string? Altered(Random random, string line)
    {
        string[] cells = line.Split(',');
        for (int attempt = 0; attempt < 20; attempt++)
        {
            int at = random.Next(cells.Length);
            if (cells[at].Contains('"', StringComparison.Ordinal) || cells[at].Length == 0)
            {
                continue;
            }

            cells[at] = int.TryParse(cells[at], NumberStyles.None, CultureInfo.InvariantCulture, out int number) && cells[at].Length < 6
                ? (number + 1).ToString(CultureInfo.InvariantCulture)
                : cells[at] + "x";
            return string.Join(',', cells);
        }

        return null;
    }

    private void Same(string edit)
    {
        Run run = work.Run("build");
        Assert.True(run.Code == ExitCode.Good, edit + run.Error);
        Compare(edit, run);
    }

    private void Compare(string edit, Run run)
    {
        // An edit that says the same (two equal rows change places) leaves nothing to do.
        kept += run.Output.Contains("沿用 ", StringComparison.Ordinal) ? int.Parse(run.Output.Split("沿用 ")[1].Split(' ')[0], NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : 0;
        SiteFolders folders = SiteFolders.Find(work[Data], work["input"], work["theme"], work["output"])[0];
        IReadOnlyDictionary<string, byte[]> whole = RenderedSite.Of(folders).Files;
        string[] there = [.. Directory.EnumerateFiles(work["output"], "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(work["output"], f).Replace('\\', '/')).Where(f => f != ".portal-site").Order(StringComparer.Ordinal)];
        Assert.Equal(whole.Keys.Order(StringComparer.Ordinal), there);
        string[] other = [.. there.Where(f => !whole[f].AsSpan().SequenceEqual(File.ReadAllBytes(work["output/" + f])))];
        Assert.True(other.Length == 0, $"{edit}: {other.Length} stale: {string.Join(' ', other.Take(20))}");
    }

    private static string TableOf(string file)
    {
        string[] names = file.Split('/');
        string table = names is ["releases", _, var name, ..] ? name : names[0];
        return Path.GetFileNameWithoutExtension(table);
    }
}
