using System.Buffers;
using System.Text;
using Portal.Commands;
using Portal.Domain.Problems;
using Portal.Site.Plan;
using Portal.Site.Rendering;

namespace Portal.Tests.Sites;

/// <summary>Mistakes in texts of input/ and in addresses and links, with the place and the words that the office sees.</summary>
public sealed class TextMistakesTests
{
    [Theory]
    [InlineData("文字<b>粗</b>。", "error P551 文中夹有 HTML。")]
    [InlineData("![图](map.png)", "error P552 文中引用了图片“map.png”，文字页面不放图片。")]
    [InlineData("[看](ftp://a.example/)", "error P553 链接“ftp://a.example/”的写法不对。")]
    [InlineData("[看](javascript:alert(1))", "error P553 链接“javascript:alert(1)”的写法不对。")]
    [InlineData("[看](/places/999999/)", "error P554 链接“/places/999999/”指向本站没有的地址“/places/999999/”。")]
    [InlineData("[看](#没有)", "error P603 链接指向“{0}”里的“#没有”，那一页没有这个位置。")]
    [InlineData("[看](/extra/#没有)", "error P603 链接指向“{0}”里的“#没有”，那一页没有这个位置。")]
    [InlineData("[看](extra.md#没有)", "error P603 链接指向“{0}”里的“#没有”，那一页没有这个位置。")]
    [InlineData("# 一级", "error P556 标题“一级”用了一级（#）；一级标题由 title 给出。")]
    [InlineData("**这是演示。**后面接着写", "error P558 “**”没有成为加粗，会原样印在页面上。")]
    [InlineData("有 {figure: place=980031, scheme=basic-2012, stage=senior, indicator=composite} 个。", "error P557")]
    public void A_mistake_in_a_text_names_its_line(string line, string words)
    {
        string problem = Assert.Single(Problems("extra.md", "好的一行。\n\n" + line));
        Assert.Contains("extra.md(6", problem, StringComparison.Ordinal);
        Assert.Contains(words.Replace("{0}", problem.Split('(')[0], StringComparison.Ordinal), problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_headings_of_one_name_cannot_be_told_apart() =>
        Assert.Contains("error P555 标题“同名”在本文里出现了两次", Assert.Single(Problems("extra.md", "## 同名\n\n一。\n\n## 同名\n\n二。")), StringComparison.Ordinal);

    [Fact]
    public void Two_pages_for_one_address_are_both_named()
    {
        string problem = Assert.Single(Problems("sources.md", "正文。"));
        Assert.Contains("error P601 两个页面要用同一个地址“sources/index.html”", problem, StringComparison.Ordinal);
        Assert.Contains("数据来源", problem, StringComparison.Ordinal);
        Assert.Contains("sources.md", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_and_anchors_to_nowhere_name_both_ends()
    {
        ProblemList problems = new();
        LinkCheck check = new(new HashSet<string>(StringComparer.Ordinal) { "index.html", "a/index.html" }, problems);
        check.Page("index.html", """<a href="b/">x</a><a href="a/#there">x</a><a href="a/#gone">x</a><a href="#here">x</a><a href="https://other.example/b/">x</a>"""u8, "/");
        check.Tell();
        (string file, IReadOnlyDictionary<string, string> needed) = Assert.Single(check.AnchorsNeeded);
        check.Anchors(file, """<p id="there">"""u8, needed);
        Assert.Equal(
        [
            "index.html: error P602 链接“b/”指向本站没有的地址“b/index.html”，共 1 处。 请改正链接，或补上那一页的数据。",
            "index.html: error P603 链接指向“a/index.html”里的“#gone”，那一页没有这个位置。 请改正“#”后面的字。",
            "index.html: error P603 链接指向“index.html”里的“#here”，那一页没有这个位置。 请改正“#”后面的字。",
        ], problems.Sorted().Select(p => p.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Quotation_marks_in_a_heading_and_its_link_are_the_same_however_they_are_written()
    {
        Assert.Empty(Problems("extra.md", "## It's \"5%\" & 更多\n\n[看](<#It's-\"5%\"-&-更多>) [看](<extra.md#It's-\"5%\"-&-更多>)\n"));
        ProblemList problems = new();
        LinkCheck check = new(new HashSet<string>(StringComparer.Ordinal) { "index.html" }, problems);
        check.Page("index.html", """<h2 id="It's-&quot;a&quot;">x</h2><a href="#It&#39;s-%22a%22">x</a><a href="#It&#x27;s-&quot;a&quot;">x</a><a href="#It&#x27;s">x</a>"""u8, "/");
        Assert.Equal(["index.html: error P603 链接指向“index.html”里的“#It's”，那一页没有这个位置。 请改正“#”后面的字。"], problems.Sorted().Select(p => p.ToString()));
    }

    [Fact]
    public void Names_that_only_some_systems_can_tell_apart_or_keep_are_told_by_the_plan()
    {
        using TempFolder theme = new();
        Repository.Copy(Repository.At("tests/sites/theme"), theme.Path);
        Directory.CreateDirectory(theme["vendor"]);
        Directory.CreateDirectory(theme["Vendor"]);
        File.WriteAllText(theme["vendor/a.js"], "");
        File.WriteAllText(theme["Vendor/b.js"], "");
        Directory.CreateDirectory(theme["other"]);
        File.WriteAllText(theme["other/NUL.js"], "");
        Assert.Equal(["error P601", "error P241"], Problems("extra.md", "正文。", theme.Path).Select(p => string.Join(' ', p.Split(' ')[1..3])));
    }

    [Fact]
    public void A_script_that_cannot_be_read_is_told_with_its_line_and_goes_out_as_it_stands()
    {
        using TempFolder theme = new();
        Repository.Copy(Repository.At("tests/sites/theme"), theme.Path);
        const string Script = "/* 试 */\nlet a = 1;\nlet = = b;\n";
        File.WriteAllText(theme["site.js"], Script);
        Assert.Equal(
            ["theme/site.js(3): warning P860 脚本读到这一行读不下去：“let = = b;”。 请核对这一行；脚本照原样放进网站，没有缩短。浏览器也读不懂的，它就不起作用，页面没有它也完整。"],
            Problems("extra.md", "正文。", theme.Path));
        SitePlan plan = SiteMaker.Make(
            new SiteFolders("x", Repository.At("tests/sites/published-only/data"), Repository.At("data/common"), theme["none"], theme["none"], theme.Path, ""),
            new DateOnly(2027, 1, 1), new ProblemList(), new Progress(TextWriter.Null, terminal: false))!;
        ArrayBufferWriter<byte> bytes = new();
        using PageScratch scratch = new();
        plan.Find(plan.Site.Asset("site.js"))!.Write(scratch, bytes);
        Assert.Equal(Script, Encoding.UTF8.GetString(bytes.WrittenSpan));
    }

    // What a text of this name with these lines says; front matter is lines 1 to 3.
    private static string[] Problems(string name, string lines, string? theme = null)
    {
        using TempFolder words = new();
        File.WriteAllText(words[name], $"---\ntitle: 试\n---\n{lines}\n");
        ProblemList problems = new();
        using Progress silent = new(TextWriter.Null, terminal: false);
        SiteMaker.Make(
            new SiteFolders("x", Repository.At("tests/sites/published-only/data"), Repository.At("data/common"), words.Path, words["none"], theme ?? Repository.At("tests/sites/theme"), ""),
            new DateOnly(2027, 1, 1), problems, silent);
        return [.. problems.Sorted().Select(p => p.ToString())];
    }
}
