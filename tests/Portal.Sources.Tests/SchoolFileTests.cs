using Portal.Domain.Data;
using Portal.Domain.Evaluation;

namespace Portal.Sources.Tests;

/// <summary>A figure can be traced to its cell: the file inside the release's folder, the row and the letters that a spreadsheet shows.</summary>
public sealed class SchoolFileTests
{
    private const string Schools = "small/releases/2023.1/schools.csv";

    [Fact]
    public void A_cell_is_named_as_a_spreadsheet_shows_it()
    {
        using SmallSet set = new();
        string[] lines = File.ReadAllLines(set.PathOf(Schools));
        int column = Array.IndexOf(lines[0].TrimStart('\uFEFF').Split(','), "pupils_primary");
        Assert.InRange(column, 1, 25);
        SchoolTable table = set.Read().Latest!.Schools;
        for (int row = 0; row < table.Count; row++)
        {
            SchoolFile file = table.FileOf(row)!;
            Assert.Equal(("2023.1", "schools.csv"), (file.Release.ToString(), file.Name));
            Assert.Equal(((char)('A' + column)).ToString(), file.LettersOf("pupils_primary"));
            Assert.Equal("", file.LettersOf("no_such_column"));
            Assert.StartsWith(table[row].Id.Value + ",", lines[table[row].Origin.Row - 1].TrimStart('\uFEFF'), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Parts_laid_out_alike_share_one_map_and_one_laid_out_otherwise_has_its_own()
    {
        using SmallSet set = new();
        string[] lines = File.ReadAllLines(set.PathOf(Schools));
        set.Delete(Schools);
        string folder = Schools[..^4];
        set.Write(folder + "/a.csv", $"{lines[0]}\n{lines[1]}\n").Write(folder + "/b.csv", $"{lines[0]}\n{lines[2]}\n");
        string Turned(string line) => string.Join(',', line.Split(',').Reverse());
        set.Write(folder + "/c.csv", string.Concat(lines.Skip(3).Prepend(lines[0]).Select(l => Turned(l) + "\n")));
        SchoolTable table = set.Read().Latest!.Schools;
        SchoolFile[] files = [.. Enumerable.Range(0, table.Count).Select(r => table.FileOf(r)!).DistinctBy(f => f.Name).OrderBy(f => f.Name, StringComparer.Ordinal)];
        Assert.Equal(["schools/a.csv", "schools/b.csv", "schools/c.csv"], files.Select(f => f.Name));
        Assert.Same(files[0].Letters, files[1].Letters);
        Assert.NotEqual(files[0].LettersOf("school"), files[2].LettersOf("school"));
        Assert.Equal("A", files[0].LettersOf("school"));
    }
}
