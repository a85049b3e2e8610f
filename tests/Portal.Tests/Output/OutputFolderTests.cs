using System.Text;
using Portal.Output;
using Portal.Site.Plan;

namespace Portal.Tests.Output;

public class OutputFolderTests
{
    [Fact]
    public void Files_arrive_with_their_bytes()
    {
        using var temp = new TempFolder();
        var result = TinySite.Sample().Build(temp["deep/below/site"]);
        Assert.Equal(TinySite.Sample().Expected, TinySite.Read(temp["deep/below/site"]));
        Assert.Equal(5, result.Written);
        Assert.Equal(TinySite.Sample().Expected.Values.Sum(text => Encoding.UTF8.GetByteCount(text)), result.Bytes);
    }

    [Fact]
    public void Same_fingerprint_is_up_to_date_until_a_file_goes_or_changes_its_length()
    {
        using var temp = new TempFolder();
        var site = TinySite.Sample();
        site.Build(temp["site"]);
        using var output = OutputFolder.Open(temp["site"]);
        Assert.True(output.IsUpToDate(site.Fingerprint));
        Assert.False(output.IsUpToDate("another"));

        File.AppendAllText(temp["site/theme/site.css"], " ");
        Assert.False(output.IsUpToDate(site.Fingerprint));
        site.Build(output);
        Assert.True(output.IsUpToDate(site.Fingerprint));

        File.Delete(temp["site/theme/site.css"]);
        Assert.False(output.IsUpToDate(site.Fingerprint));
    }

    [Fact]
    public void Files_with_the_same_bytes_are_not_written_again()
    {
        using var temp = new TempFolder();
        TinySite.Sample().Build(temp["site"]);
        var before = Stamps(temp["site"]);
        for (int run = 0; run < 3; run++)
        {
            var result = TinySite.Sample().Build(temp["site"], fingerprint: $"run {run}");
            Assert.Equal(0, result.Written);
            Assert.Equal(before, Stamps(temp["site"]));
        }
    }

    [Fact]
    public void One_changed_file_changes_only_that_file()
    {
        using var temp = new TempFolder();
        TinySite.Sample().Build(temp["site"]);
        var before = Stamps(temp["site"]);
        for (int run = 0; run < 3; run++)
        {
            var site = TinySite.Sample().With("schools/219/index.html", $"第一小学 {run}");
            var result = site.Build(temp["site"]);
            Assert.Equal(1, result.Written);
            Assert.Equal(site.Expected, TinySite.Read(temp["site"]));
            var after = Stamps(temp["site"]);
            Assert.NotEqual(before["schools/219/index.html"], after["schools/219/index.html"]);
            after["schools/219/index.html"] = before["schools/219/index.html"];
            Assert.Equal(before, after);
        }
    }

    [Fact]
    public void A_file_shared_by_both_trees_is_never_written_into()
    {
        using var temp = new TempFolder();
        var site = TinySite.Sample();
        site.Build(temp["site"]);
        site.With("index.html", "two").Build(temp["site"]); // now every other file has a name in both trees
        string other = File.ReadAllText(temp[".site.portal/next/schools/220/index.html"]);
        using (var open = File.OpenRead(temp["site/schools/220/index.html"]))
        {
            site.With("schools/220/index.html", "第二小学(新)").Build(temp["site"]);
            using var reader = new StreamReader(open);
            Assert.Equal(other, reader.ReadToEnd()); // whoever had the old page open still reads the old page
        }
        Assert.Equal("第二小学(新)", File.ReadAllText(temp["site/schools/220/index.html"]));
        Assert.Equal("第二小学", File.ReadAllText(temp[".site.portal/next/schools/220/index.html"]));
    }

    [Fact]
    public void Strays_and_empty_folders_go()
    {
        using var temp = new TempFolder();
        TinySite.Sample().With("old/a/b/index.html", "x").With("schools/219/photo.txt", "y").Build(temp["site"]);
        File.WriteAllText(temp["outside.txt"], "not ours");
        File.CreateSymbolicLink(temp["site/link"], temp["outside.txt"]);
        var site = TinySite.Sample().With("old", "a file where a folder was");
        for (int run = 0; run < 3; run++) // both trees come round
        {
            site.Build(temp["site"], fingerprint: $"run {run}");
            Assert.Equal(site.Expected, TinySite.Read(temp["site"]));
        }
        Assert.Equal("not ours", File.ReadAllText(temp["outside.txt"]));
    }

    [Fact]
    public void Failed_pages_are_gathered_and_leave_the_site_as_it_was()
    {
        using var temp = new TempFolder();
        TinySite.Sample().Build(temp["site"]);
        var before = Stamps(temp["site"]);
        using var output = OutputFolder.Open(temp["site"]);
        string[] paths = ["a.html", "b.html", "c.html"];
        NextTree next = output.Begin(paths);
        PlannedBytes Page(string path) => new(path, path, to =>
        {
            if (path != "b.html")
            {
                throw new InvalidOperationException(path);
            }
        });
        var failures = Rendering.All([.. paths.Select(Page)], next.Put);
        Assert.Equal(["a.html", "c.html"], failures.Select(failure => failure.File.Path));
        Assert.Throws<InvalidOperationException>(() => output.Publish(next, "x"));
        Assert.Equal(before, Stamps(temp["site"]));
        Assert.True(output.IsUpToDate(TinySite.Sample().Fingerprint));
    }

    [Fact]
    public void A_folder_with_other_files_is_refused_and_not_touched()
    {
        using var temp = new TempFolder();
        File.WriteAllText(temp["precious.txt"], "mine");
        var refused = Assert.Throws<OutputRefusedException>(() => TinySite.Sample().Build(temp.Path));
        Assert.Contains("不是本程序生成的内容", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["precious.txt"], Directory.EnumerateFileSystemEntries(temp.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void A_folder_inside_another_site_is_refused()
    {
        using var temp = new TempFolder();
        TinySite.Sample().Build(temp["site"]);
        Assert.Throws<OutputRefusedException>(() => TinySite.Sample().Build(temp["site/inner"]));
    }

    [Fact]
    public void An_empty_folder_is_taken()
    {
        using var temp = new TempFolder();
        Directory.CreateDirectory(temp["site"]);
        TinySite.Sample().Build(temp["site"]);
        Assert.Equal(TinySite.Sample().Expected, TinySite.Read(temp["site"]));
    }

    [Fact]
    public void A_second_build_at_the_same_time_is_refused()
    {
        using var temp = new TempFolder();
        using (var first = OutputFolder.Open(temp["site"]))
        {
            var refused = Assert.Throws<OutputRefusedException>(() => TinySite.Sample().Build(temp["site"]));
            Assert.Contains("另一个构建正在写入", refused.Message, StringComparison.Ordinal);
            TinySite.Sample().Build(first);
        }
        TinySite.Sample().With("index.html", "later").Build(temp["site"]);
        Assert.Equal("later", File.ReadAllText(temp["site/index.html"]));
    }

    [Theory]
    [InlineData("../index.html")]
    [InlineData("a/../../index.html")]
    [InlineData("/etc/index.html")]
    [InlineData("a//b.html")]
    [InlineData("a/")]
    [InlineData("./a.html")]
    [InlineData("a\\b.html")]
    [InlineData("a\nb.html")]
    [InlineData("c:b.html")]
    [InlineData("a./b.html")]
    [InlineData("")]
    [InlineData(".portal-site")]
    [InlineData("INDEX.html")]
    [InlineData("Schools/221/index.html")]
    [InlineData("schools/219")]
    [InlineData("index.html/more.html")]
    public void A_path_that_leaves_the_folder_or_meets_another_is_refused(string path)
    {
        using var temp = new TempFolder();
        Assert.Throws<OutputRefusedException>(() => TinySite.Sample().With(path, "x").Build(temp["site"]));
        Assert.False(Directory.Exists(temp["site"]));
    }

    [Fact]
    public void The_same_path_twice_is_refused()
    {
        using var temp = new TempFolder();
        using var output = OutputFolder.Open(temp["site"]);
        Assert.Throws<OutputRefusedException>(() => output.Begin(["a.html", "a.html"]));
    }

    /// <summary>What tells a file that was written again from one that was left alone: its time, to a tenth of a microsecond, and its bytes.</summary>
    private static SortedDictionary<string, (DateTime Written, string Text)> Stamps(string folder)
    {
        var stamps = new SortedDictionary<string, (DateTime, string)>(StringComparer.Ordinal);
        foreach (var (path, text) in TinySite.Read(folder))
        {
            stamps[path] = (File.GetLastWriteTimeUtc(Path.Combine(folder, path)), text);
        }

        return stamps;
    }
}
