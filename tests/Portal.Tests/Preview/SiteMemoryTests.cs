using Portal.Commands;
using Portal.Tests.Commands;
using Portal.Tests.Sites;

namespace Portal.Tests.Preview;

/// <summary>The preview builds on what it kept, and shows byte for byte what a first making of the same files shows.</summary>
public sealed class SiteMemoryTests : IDisposable
{
    private readonly Workplace work = new();
    private readonly SiteMemory memory = new();

    [Fact]
    public void After_each_change_every_file_is_that_of_a_first_making()
    {
        Dictionary<string, byte[]> before = Remake("nothing changed yet", null);
        // Numbers of two counties' schools: of this period, of an earlier one; then of a part that a revision replaces, and a blank.
        before = Remake("numbers", ["990121", "990202"], before, () => Number("2023.1", "990121", "books", "31415"), () => Number("2022.1", "990202", "computers", "1"));
        Assert.True(memory.OnlyNumbers);
        before = Remake("a revision", ["990121", "990122"], before, () => Number("2022.2", "990122", "books", "27182"), () => Number("2023.1", "990121", "music_rooms", ""));
        // What may concern every county.
        before = Remake("a school's words", null, before, () => Number("2023.1", "990121", "urban_rural", "220"));
        Assert.False(memory.OnlyNumbers);
        Remake("nothing", [], null);
        Assert.True(memory.OnlyNumbers);
        Assert.Equal((0, true), (memory.Cache.PartsRead, before.Count > 0));
    }

    public void Dispose() => work.Dispose();

    private Dictionary<string, byte[]> Remake(string what, string[]? counties, Dictionary<string, byte[]>? before = null, params Action[] edits)
    {
        Array.ForEach(edits, edit => edit());
        SiteFolders folders = SiteFolders.Find(work["data/demonstration"], work["input"], work["theme"], work["output"])[0];
        IReadOnlyDictionary<string, byte[]> kept = RenderedSite.Of(folders, memory).Files, first = RenderedSite.Of(folders).Files;
        Assert.True(counties is null == memory.Counties is null && (counties is null || counties.SequenceEqual(memory.Counties!.Select(c => c.Value).Order(StringComparer.Ordinal))), what);
        Assert.Equal(first.Keys.Order(StringComparer.Ordinal), kept.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(first.Where(file => !file.Value.AsSpan().SequenceEqual(kept[file.Key])).Select(file => $"{what}: {file.Key}"));
        Assert.True(before is null || first.Any(file => !before.TryGetValue(file.Key, out byte[]? old) || !old.AsSpan().SequenceEqual(file.Value)), $"{what} changes no page");
        return new Dictionary<string, byte[]>(first, StringComparer.Ordinal);
    }

    private void Number(string release, string county, string column, string value)
    {
        string file = work[$"data/demonstration/releases/{release}/schools/{county}.csv"];
        string[] lines = File.ReadAllLines(file, System.Text.Encoding.Latin1); // bytes as they are: one part is GB18030
        string[] cells = lines[1].Split(',');
        int at = Array.IndexOf(lines[0].Split(','), column);
        Assert.True(at >= 0, column);
        cells[at] = value;
        lines[1] = string.Join(',', cells);
        File.WriteAllLines(file, lines, System.Text.Encoding.Latin1);
    }
}
