namespace Portal.Sources.Tests;

/// <summary>tests/broken: each folder is one mistake laid over the valid set, with the exact lines that it must give.</summary>
public class BrokenFolderTests
{
    public static TheoryData<string> Folders =>
        [.. Directory.GetDirectories(SmallSet.BrokenFolder).Select(d => Path.GetFileName(d)!).Where(d => d != "valid").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_broken_folder_gives_its_exact_lines(string folder)
    {
        string path = Path.Combine(SmallSet.BrokenFolder, folder);
        using SmallSet set = new();
        set.CopyFrom(path);
        Assert.Equal(File.ReadAllLines(Path.Combine(path, "expected.txt")), set.Problems());
    }

    [Fact]
    public void There_are_folders()
    {
        Assert.True(Folders.Count > 15);
        Assert.Equal(10, File.ReadAllLines(Path.Combine(SmallSet.BrokenFolder, "ten-mistakes", "expected.txt")).Length);
    }
}
