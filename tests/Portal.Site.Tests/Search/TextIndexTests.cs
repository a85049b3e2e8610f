using System.Text.Json.Nodes;
using Portal.Site.Search;

namespace Portal.Site.Tests.Search;

/// <summary>The index of texts, written and read back by <see cref="TextReader"/>, against a plain scan of all of them (search.md §5: every document, and no other).</summary>
public sealed class TextIndexTests
{
    [Theory]
    [InlineData(1, 5, 20, 10)]
    [InlineData(2, 120, 900, 200)]
    public void A_run_of_two_to_six_characters_finds_exactly_the_texts_that_have_it(int seed, int reports, int findings, int counties)
    {
        var texts = InventedTexts.Make(seed, reports, findings, counties);
        TextReader reader = new(TextIndex.Plan(texts.Select(t => t.Document), []));
        Dictionary<string, string> scanned = texts.ToDictionary(t => t.Body.Address, t => string.Join('\n', t.Body.Searched.Select(TextForm.Of)));
        string[] forms = [.. scanned.Values];
        string[] addresses = [.. Enumerable.Range(0, reader.Documents.Count).Select(n => reader.Read(n)[0].Split('\t')[3])];
        Random random = new(seed);
        int nothing = 0;
        HashSet<int> lengths = [];
        for (int n = 0; n < 200; n++)
        {
            string run = Run(random, forms);
            string[] scan = [.. scanned.Where(t => t.Value.Contains(run, StringComparison.Ordinal)).Select(t => t.Key).Order(StringComparer.Ordinal)];
            string[] found = [.. reader.Find(run).Select(d => addresses[d]).Order(StringComparer.Ordinal)];
            Assert.True(scan.SequenceEqual(found), $"{run}: {found.Length} found, {scan.Length} in a scan");
            nothing += scan.Length == 0 ? 1 : 0;
            lengths.Add(run.EnumerateRunes().Count());
        }

        Assert.Equal([2, 3, 4, 5, 6], lengths.Order());
        Assert.InRange(nothing, 10, 60);
    }

    [Fact]
    public void What_is_written_comes_back_in_order_of_kind_and_place()
    {
        TextReader reader = new(TextIndex.Plan(
            [
                Text(TextKind.County, "990222", "", "霜桥县"),
                Text(TextKind.Finding, "990121", "b", "整改 b"),
                Text(TextKind.Finding, "990121", "a", "整改\ta"),
                Text(TextKind.Finding, "990102", "z", "整改 z"),
                Text(TextKind.Report, "990121", "1", "报告"),
                Text(TextKind.Words, "", "about.md", "关于"),
                Text(TextKind.Indicator, "", "x", "指标"),
            ],
            [new TextArea("9902", "澜湾市"), new TextArea("9901", "临溪市")]));

        Assert.Equal([("9901", "临溪市"), ("9902", "澜湾市")], reader.Areas);
        Assert.Equal(["i", "w", "r9901", "f9901", "f9901", "f9901", "c9902"], reader.Documents.Select(d => d.Group));
        Assert.Equal(["指标", "关于", "报告", "整改 z", "整改 a", "整改 b", "霜桥县"], Enumerable.Range(0, 7).Select(n => reader.Read(n)[0].Split('\t')[0]));
        Assert.Equal(["报告\t云岭省\t2024-05-15\tsomewhere/", "第一句。", "第二句。"], reader.Read(2));
    }

    [Fact]
    public void No_run_goes_from_one_sentence_to_the_next_or_over_a_sign()
    {
        TextReader reader = new(TextIndex.Plan([Text(TextKind.Report, "990121", "1", "报告") with { Read = () => new TextBody("报告", "", "", "r/", ["校舍安全，教师", "岗位齐全"]) }], []));
        Assert.Equal([0], reader.Find("校舍安全"));
        Assert.Empty(reader.Find("安全教师"));
        Assert.Empty(reader.Find("教师岗位"));
        Assert.Empty(reader.Find("报告校舍"));
    }

    [Fact]
    public void A_place_and_a_word_of_its_text_are_both_found()
    {
        TextReader reader = new(TextIndex.Plan([Text(TextKind.Report, "990121", "1", "报告"), Text(TextKind.County, "990121", "", "青渡县")], []));
        Assert.Equal([0, 1], reader.Find("云岭"));
        Assert.Equal([0, 1], reader.Find("第一句"));
    }

    [Fact]
    public void The_same_texts_in_any_order_give_the_same_bytes()
    {
        var texts = InventedTexts.Make(3, 30, 200, 60);
        Random random = new(3);
        TextArea[] areas = [new("99", "云岭省"), new("98", "汀洲省")];
        IReadOnlyList<TextFile> one = TextIndex.Plan(texts.Select(t => t.Document), areas);
        IReadOnlyList<TextFile> other = TextIndex.Plan(texts.Select(t => t.Document).OrderBy(_ => random.Next()), areas.Reverse());
        Assert.Equal(one.Select(f => f.Path), other.Select(f => f.Path));
        Assert.Equal(one.Count, one.Select(f => f.Path).Distinct().Count());
        foreach ((TextFile left, TextFile right) in one.Zip(other))
        {
            Assert.True(left.ToBytes().SequenceEqual(right.ToBytes()), left.Path);
        }
    }

    [Fact]
    public void A_changed_sentence_changes_its_block_and_the_shards_of_its_pairs_only()
    {
        var texts = InventedTexts.Make(4, 200, 1500, 200);
        Dictionary<string, string> before = TextIndex.Plan(texts.Select(t => t.Document), []).ToDictionary(f => f.Path, f => Convert.ToBase64String(f.ToBytes()));
        (TextDocument document, TextBody body) = texts.First(t => t.Document.Kind == TextKind.Finding);
        TextBody changed = body with { Sentences = [.. body.Sentences, "新添一句"] };
        texts[texts.FindIndex(t => t.Document == document)] = (document with { Read = () => changed }, changed);
        string[] touched = [.. TextIndex.Plan(texts.Select(t => t.Document), []).Where(f => before[f.Path] != Convert.ToBase64String(f.ToBytes())).Select(f => f.Path)];
        Assert.Single(touched, path => path.StartsWith("search/text/t/", StringComparison.Ordinal));
        Assert.InRange(touched.Length, 2, 4); // 新添, 添一, 一句
    }

    [Fact]
    public void Without_texts_there_is_no_index() => Assert.Empty(TextIndex.Plan([], []));

    [Fact]
    public void Texts_and_queries_are_written_as_the_shared_cases_say()
    {
        JsonNode cases = JsonNode.Parse(File.ReadAllText(Cases()))!;
        Assert.All(cases["form"]!.AsArray(), c => Assert.Equal((string?)c!["is"], TextForm.Of((string)c["text"]!)));
        Assert.All(cases["runs"]!.AsArray(), c => Assert.Equal(c!["are"]!.AsArray().Select(r => (string)r!), TextForm.Runs((string)c["query"]!)));
        Assert.True(cases["form"]!.AsArray().Count > 15 && cases["runs"]!.AsArray().Count > 8);
    }

    private static string Cases()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "tests", "text-search-cases.json")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "tests", "text-search-cases.json");
    }

    // From a text, or (one of six) two pieces of texts that may stand nowhere together.
    private static string Run(Random random, string[] forms)
    {
        int length = random.Next(2, 7);
        if (random.Next(6) == 0)
        {
            return Piece(length / 2) + Piece(length - (length / 2));
        }

        return Piece(length);

        string Piece(int size)
        {
            while (true)
            {
                string form = forms[random.Next(forms.Length)];
                string piece = form.Length < size ? "" : form.Substring(random.Next(form.Length - size + 1), size);
                if (piece.Length == size && !piece.Any(c => c is ' ' or '\n'))
                {
                    return piece;
                }
            }
        }
    }

    private static TextDocument Text(TextKind kind, string place, string order, string title) =>
        new(kind, place, order, () => new TextBody(title, "云岭省", "2024-05-15", "/somewhere/", ["第一句。", "", "第二句。"]));
}
