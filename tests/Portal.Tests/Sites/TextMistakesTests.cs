using Portal.Commands;
using Portal.Domain.Problems;
using Portal.Site.Plan;

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
    [InlineData("# 一级", "error P556 标题“一级”用了一级（#）；一级标题由 title 给出。")]
    [InlineData("**这是演示。**后面接着写", "error P558 “**”没有成为加粗，会原样印在页面上。")]
    [InlineData("有 {figure: place=980031, scheme=basic-2012, stage=senior, indicator=composite} 个。", "error P557")]
    public void A_mistake_in_a_text_names_its_line(string line, string words)
    {
        string problem = Assert.Single(Problems("extra.md", "好的一行。\n\n" + line));
        Assert.Contains("extra.md(6", problem, StringComparison.Ordinal);
        Assert.Contains(words, problem, StringComparison.Ordinal);
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

    // What a text of this name with these lines says; front matter is lines 1 to 3.
    private static string[] Problems(string name, string lines)
    {
        using TempFolder words = new();
        File.WriteAllText(words[name], $"---\ntitle: 试\n---\n{lines}\n");
        ProblemList problems = new();
        using Progress silent = new(TextWriter.Null, terminal: false);
        SiteMaker.Make(
            new SiteFolders("x", Repository.At("tests/sites/published-only/data"), Repository.At("data/common"), words.Path, words["none"], Repository.At("tests/sites/theme"), ""),
            new DateOnly(2027, 1, 1), problems, silent);
        return [.. problems.Sorted().Select(p => p.ToString())];
    }
}
