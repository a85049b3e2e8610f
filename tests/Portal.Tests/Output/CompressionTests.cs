using System.IO.Compression;
using System.Text;
using Portal.Hosting;
using Portal.Output;
using Portal.Tests.Commands;
using Portal.Tests.Hosting;

namespace Portal.Tests.Output;

/// <summary>build --compress. What a compressed file must give is the text beside it, decompressed by the library.</summary>
public class CompressionTests
{
    [Fact]
    public void Each_compressed_file_gives_the_file_beside_it()
    {
        using TempFolder temp = new();
        NextTree made = TinySite.Sample().With("search/index/places", "a shard").With("a.png", "a picture").Build(temp["site"], compress: true);
        Dictionary<string, byte[]> files = Read(temp["site"]);
        Assert.Equal(["a.png", "search/index/places"], files.Keys.Where(f => !IsCompressed(f) && !files.ContainsKey(f + ".gz")).Order(StringComparer.Ordinal));
        Assert.Equal(5 + 5 + 5 + 2, files.Count);
        Check(files);
        Assert.Equal((17, files.Values.Sum(f => (long)f.Length)), (made.Written, made.Bytes));
    }

    [Fact]
    public void The_rules_of_hosting_and_the_program_compress_the_same_files()
    {
        HostingRules rules = HostingRules.Read(Repository.At("hosting/rules.json"));
        foreach (string path in HostingRulesTests.Planned("demonstration"))
        {
            Assert.Equal((path, rules.Of(path)!.Compress), (path, Compression.IsFor(path)));
        }
    }

    [Fact]
    public void Files_that_have_not_changed_keep_theirs()
    {
        using TempFolder temp = new();
        TinySite.Sample().Build(temp["site"], compress: true);
        for (int run = 0; run < 4; run++) // both trees come round
        {
            DateTime before = File.GetLastWriteTimeUtc(temp["site/schools/220/index.html.br"]);
            NextTree made = TinySite.Sample().With("schools/219/index.html", $"第一小学 {run}").Build(temp["site"], compress: true);
            Assert.Equal((3, 12), (made.Written, made.Kept + made.Linked));
            Assert.Equal(before, File.GetLastWriteTimeUtc(temp["site/schools/220/index.html.br"]));
            Check(Read(temp["site"]));
        }
    }

    [Fact]
    public void What_a_killed_build_left_is_not_believed()
    {
        using TempFolder temp = new();
        TinySite.Sample().Build(temp["site"], compress: true);
        TinySite.Sample().With("index.html", "two").Build(temp["site"], compress: true);
        string left = temp[".site.portal/next/schools/219/index.html.gz"];
        byte[] good = File.ReadAllBytes(left);
        File.Delete(left);
        File.WriteAllBytes(left, [.. good[..^1], (byte)(good[^1] ^ 1)]);
        File.Delete(temp[".site.portal/next/.portal-site"]);
        TinySite.Sample().With("index.html", "three").Build(temp["site"], compress: true);
        Check(Read(temp["site"]));
    }

    [Fact]
    public void A_compressed_file_that_somebody_cut_off_is_made_again()
    {
        using TempFolder temp = new();
        TinySite site = TinySite.Sample();
        site.Build(temp["site"], compress: true);
        using OutputFolder output = OutputFolder.Open(temp["site"]);
        Assert.True(output.IsUpToDate(site.Fingerprint));
        File.Delete(temp["site/index.html.gz"]);
        File.WriteAllText(temp["site/index.html.gz"], "");
        Assert.False(output.IsUpToDate(site.Fingerprint));
        NextTree made = site.Build(output, compress: true);
        Assert.Equal((1, 14), (made.Written, made.Linked));
        Check(Read(temp["site"]));
    }

    [Fact]
    public void The_demonstration_gets_them_and_loses_them_with_the_option()
    {
        using Workplace work = new();
        Run first = work.Run("build", "demonstration", "--compress");
        Assert.True(first.Code == 0, first.Error);
        Dictionary<string, byte[]> files = Read(work["output"]);
        Check(files);
        Assert.Equal(files.Keys.Where(f => !IsCompressed(f) && Compression.IsFor(f)).Select(f => f + ".gz").Order(StringComparer.Ordinal), files.Keys.Where(f => f.EndsWith(".gz", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Contains("没有写入任何文件", work.Run("build", "demonstration", "--compress").Output, StringComparison.Ordinal);

        // One county's number: what is kept without rendering keeps its compressed files too.
        string page = work["output/schools"];
        Dictionary<string, DateTime> before = Directory.EnumerateFiles(page, "*.html.gz", SearchOption.AllDirectories).ToDictionary(f => f, File.GetLastWriteTimeUtc, StringComparer.Ordinal);
        string part = work["data/demonstration/releases/2023.1/schools/990223.csv"];
        string[] lines = File.ReadAllLines(part, Encoding.Latin1);
        string[] cells = lines[1].Split(',');
        cells[Array.IndexOf(lines[0].Split(','), "books")] = "987";
        lines[1] = string.Join(',', cells);
        File.WriteAllLines(part, lines, Encoding.Latin1);
        Assert.Equal(0, work.Run("build", "demonstration", "--compress").Code);
        Dictionary<string, byte[]> changed = Read(work["output"]);
        Check(changed);
        Assert.True(before.Count(f => File.GetLastWriteTimeUtc(f.Key) != f.Value) is > 0 and < 30);

        // Without the option the same inputs are another site; with it none is compressed anew.
        Run without = work.Run("build");
        Assert.Equal(0, without.Code);
        Assert.Equal(changed.Keys.Where(f => !IsCompressed(f)).Order(StringComparer.Ordinal), Read(work["output"]).Keys.Order(StringComparer.Ordinal));
        Run again = work.Run("build", "demonstration", "--compress");
        Assert.Contains("写入 0 个文件", again.Output, StringComparison.Ordinal);
        Check(Read(work["output"]));

        Run part2 = work.Run("build", "demonstration", "--compress", "--places", "990223");
        Assert.Equal(2, part2.Code);
        Assert.Contains("--compress", part2.Error, StringComparison.Ordinal);
    }

    private static bool IsCompressed(string path) => path.EndsWith(".gz", StringComparison.Ordinal) || path.EndsWith(".br", StringComparison.Ordinal);

    private static Dictionary<string, byte[]> Read(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/')).Where(f => f != ".portal-site").ToDictionary(f => f, f => File.ReadAllBytes(Path.Combine(folder, f)), StringComparer.Ordinal);

    private static void Check(Dictionary<string, byte[]> files)
    {
        foreach ((string path, byte[] bytes) in files.Where(f => IsCompressed(f.Key)))
        {
            using MemoryStream from = new(bytes), to = new();
            using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(from, CompressionMode.Decompress) : new BrotliStream(from, CompressionMode.Decompress);
            stream.CopyTo(to);
            Assert.True(bytes.Length > 0, path);
            Assert.True(files.ContainsKey(path[..^3]) && files[path[..^3]].AsSpan().SequenceEqual(to.ToArray()), path);
            Assert.True(files.ContainsKey(path[..^3] + ".gz") && files.ContainsKey(path[..^3] + ".br"), path);
        }
    }
}
