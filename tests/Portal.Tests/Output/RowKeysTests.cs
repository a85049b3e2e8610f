using Portal.Output;
using Portal.Site.Downloads;

namespace Portal.Tests.Output;

/// <summary>Blocks of an earlier file are found by key; the second of equal keys as the second. Places are counted by hand.</summary>
public sealed class RowKeysTests
{
    private static readonly FileBlocks Earlier = new(100, [("a", 10, 1), ("b", 20, 2), ("-", 5, 1), ("a", 30, 3)]);

    [Fact]
    public void A_block_is_found_where_it_stood_though_others_came_and_went()
    {
        RowKeys keys = new("x", ["c", "b", null, "a", "a", "a"], Earlier);

        Assert.Equal([null, new KeptRows(110, 20, 2), null, new KeptRows(100, 10, 1), new KeptRows(135, 30, 3), null], Enumerable.Range(0, 6).Select(keys.Find));
    }

    [Fact]
    public void Without_an_earlier_file_none_is_found_and_what_is_made_is_kept_under_its_key()
    {
        RowKeys keys = new("x", ["a", null], null);
        Assert.Null(keys.Find(0));
        Assert.Null(keys.New);

        keys.Made(9, [(4, 1), (6, 2)]);

        Assert.Equal(9, keys.New!.First);
        Assert.Equal([("a", 4, 1L), ("-", 6, 2L)], keys.New.Blocks);
    }

    [Fact]
    public void Keys_of_files_and_blocks_are_read_as_they_were_written()
    {
        using TempFolder temp = new();
        Directory.CreateDirectory(temp["work"]);
        Directory.CreateDirectory(temp["tree"]);
        new Marker("f1", 2, 7).Write(temp["tree"]);
        FileKeys.Write(temp["work"], "f1", [new FileKey("a b.csv", "k1", 165, Earlier), new FileKey("page/index.html", "k2", 12), new FileKey("empty.csv", "k3", 8, new FileBlocks(8, []))]);

        FileKeys read = FileKeys.Of(temp["work"], temp["tree"]);

        Assert.True(read.Has("page/index.html", "k2", 12));
        Assert.False(read.Has("page/index.html", "k2", 13));
        Assert.Null(read.BlocksOf("page/index.html", 12));
        Assert.Equal(Earlier.Blocks, read.BlocksOf("a b.csv", 165)!.Blocks);
        Assert.Equal(100, read.BlocksOf("a b.csv", 165)!.First);
        Assert.Null(read.BlocksOf("a b.csv", 166)); // somebody wrote into it
        Assert.Empty(read.BlocksOf("empty.csv", 8)!.Blocks);
    }
}
