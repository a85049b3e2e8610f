using System.Text.Json.Nodes;
using Portal.Commands;
using Portal.Tests.Commands;
using Portal.Tests.Sites;

namespace Portal.Tests.Verification;

/// <summary>verify on the demonstration's downloads: it agrees, and says what does not after one digit is changed.</summary>
public sealed class VerifyTests
{
    private const string Data = "releases/2023.1/data/";

    private static Downloaded Demonstration() => new(RenderedSite.Bundled("demonstration"));

    [Fact]
    public void All_results_of_all_releases_follow_from_the_downloads()
    {
        using Downloaded site = Demonstration();
        Run run = site.Verify();

        Assert.True(run.Code == ExitCode.Good, run.Output + run.Error);
        Assert.Equal("", run.Error);
        foreach (string release in new[] { "2021.1", "2022.1", "2022.2", "2023.1" })
        {
            Assert.Contains($"发布 {release}：", run.Output, StringComparison.Ordinal);
        }

        // 9 counties × (8 + 1 + 7) × 2 stages × 12 cells of coefficients.
        Assert.True(site.Rows(Data + "schools.csv").Length > 100);
        Assert.Contains("coefficients.csv：3,456 格一致。", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^  items\.csv：[\d,]{4,} 格一致。$", run.Output);
        Assert.Matches(@"(?m)^  verdicts\.csv：[\d,]{4,} 格一致", run.Output);
        // In one county two groups of the survey are too small, so its rate cannot be worked out again, and nothing else.
        Assert.Equal("  不可复算：990223 的调查有群体太小，满意的份数不予公布。", Assert.Single(run.Output.Split('\n'), l => l.Contains("不可复算：", StringComparison.Ordinal)).Split("不予公布。")[0] + "不予公布。");
        Assert.Contains("，0 处不一致", run.Output, StringComparison.Ordinal);
        Assert.Contains("1E-09", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("releases")]
    [InlineData("releases/2023.1")]
    [InlineData("releases/2023.1/data")]
    public void A_site_a_release_and_its_data_are_all_understood(string below)
    {
        using Downloaded site = Demonstration();
        Run run = site.Verify(below);

        Assert.Equal(ExitCode.Good, run.Code);
        Assert.Contains("发布 2023.1：", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("coefficients.csv", "990121 basic-2012 primary books", "mean", 6)]
    [InlineData("coefficients.csv", "990121 basic-2012 primary books", "coefficient", 8)]
    [InlineData("coefficients.csv", "990121 basic-2012 junior composite", "coefficient", 8)]
    [InlineData("coefficients.csv", "990222 quality-2017 junior sports-area", "standard_deviation", 7)]
    public void A_changed_digit_of_a_coefficient_names_that_cell_and_no_other(string file, string key, string column, int decimals)
    {
        using Downloaded site = Demonstration();
        int line = site.Change(Data + file, key.Split(' '), column, number => Downloaded.OtherDigit(number, decimals));
        Run run = site.Verify(Data);

        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains($"不一致：{file} 第 {line} 行 {column}（{key}）：表中 ", run.Output, StringComparison.Ordinal);
        Assert.Contains("，1 处不一致", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("coefficients.csv", "990121 basic-2012 primary composite", "outcome")]
    [InlineData("attainment.csv", "2199004003 quality-2017 primary sports-area", "outcome")]
    [InlineData("attainment.csv", "2199004003 quality-2017 primary sports-area", "standard")]
    [InlineData("coefficients.csv", "990121 quality-2017 primary sports-area", "nature")]
    [InlineData("school-outcomes.csv", "2199004003 quality-2017 primary", "outcome")]
    [InlineData("items.csv", "990202 quality-2017 g12", "outcome")]
    [InlineData("verdicts.csv", "990202 quality-2017 government 1", "outcome")]
    [InlineData("verdicts.csv", "990202 quality-2017 whole 1", "outcome")]
    public void A_changed_word_names_that_cell(string file, string key, string column)
    {
        using Downloaded site = Demonstration();
        int line = site.Change(Data + file, key.Split(' '), column, word => column == "standard" ? word + "1" : word == "met" ? "not_met" : column == "nature" ? word == "computed" ? "reference" : "computed" : "met");
        Run run = site.Verify(Data);

        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains($"不一致：{file} 第 {line} 行 {column}（{key}）：表中 ", run.Output, StringComparison.Ordinal);
        Assert.Contains("，1 处不一致", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_difference_within_the_tolerance_agrees()
    {
        using Downloaded site = Demonstration();
        site.Change(Data + "coefficients.csv", ["990121", "basic-2012", "primary", "books"], "mean", number => Downloaded.OtherDigit(number, 11));

        Assert.Equal(ExitCode.Good, site.Verify(Data).Code);
    }

    [Fact]
    public void A_changed_input_names_the_first_result_that_no_longer_follows_the_rows_under_it_and_the_row_itself()
    {
        using Downloaded site = Demonstration();
        int line = site.Change(Data + "schools.csv", ["2199004003"], "books", number => number + "0");
        Run run = site.Verify(Data);
        string[][] rows = site.Rows(Data + "coefficients.csv");
        int first = Array.FindIndex(rows, r => r[1] == "990121" && r[2] == "basic-2012" && r[3] == "primary" && r[4] == "books") + 1;

        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains($"第一个不再成立的结果是 coefficients.csv 第 {first} 行 mean（990121 basic-2012 primary books），由这些行算出：schools.csv 第 ", run.Output, StringComparison.Ordinal);
        Assert.Contains($"不一致的结果都用到 schools.csv 第 {line} 行。", run.Output, StringComparison.Ordinal);
        // The composite stands on it, the books of other schools have its mean beside them, other indicators do not know it.
        Assert.Contains("coefficient（990121 basic-2012 primary composite）", run.Output, StringComparison.Ordinal);
        Assert.Contains("value（2199004003 basic-2012 primary books）", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("computers", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("990102", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_report_of_a_county_names_its_item_first_and_what_stands_on_it_after()
    {
        using Downloaded site = Demonstration();
        int line = site.Change(Data + "government.csv", ["990202", "quality-2017", "g12", "certified"], "value", _ => "1");
        Run run = site.Verify(Data);

        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Matches($@"第一个不再成立的结果是 items\.csv 第 \d+ 行 value（990202 quality-2017 g12），由这些行算出：government\.csv 第 {line} 行；schools\.csv 第 ", run.Output);
        Assert.Contains("outcome（990202 quality-2017 g12）：表中 met，复算 not_met。", run.Output, StringComparison.Ordinal);
        Assert.Contains("（990202 quality-2017 government 1）：表中 ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_limit_names_the_outcomes_that_no_longer_follow()
    {
        using Downloaded site = Demonstration();
        site.Change(Data + "scheme-basic-2012/limits.csv", ["primary", "composite"], "limit", _ => "0.01");
        Run run = site.Verify(Data);

        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains("limit（990102 basic-2012 primary composite）：表中 0.65，复算 0.01。", run.Output, StringComparison.Ordinal);
        Assert.Contains("outcome（990121 basic-2012 primary composite）：表中 ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_was_taken_out_and_one_that_was_put_in_are_named()
    {
        using Downloaded site = Demonstration();
        string file = Path.Combine(site.Folder, Data + "coefficients.csv");
        string[] lines = File.ReadAllLines(file);
        File.WriteAllLines(file, [.. lines[..3], .. lines[4..], lines[1]]);
        Run run = site.Verify(Data);

        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains($"coefficients.csv（990102 basic-2012 primary equipment）：表中没有这一行，复算应有。", run.Output, StringComparison.Ordinal);
        Assert.Contains($"coefficients.csv 第 {lines.Length} 行（990102 basic-2012 primary teaching-area）：表中有这一行，复算没有，或者前面已有。", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("coefficients.csv", "", "coefficients.csv 损坏：是空的，连表头都没有。")]
    [InlineData("coefficients.csv", "a,b\r\n1,2\r\n", "coefficients.csv 损坏：没有 release 一列。")]
    [InlineData("schools.csv", null, "里没有 schools.csv，而 datapackage.json 列出了它。")]
    [InlineData("datapackage.json", "{", "的 datapackage.json 损坏：不是 JSON（第 1 行）。")]
    [InlineData("datapackage.json", "{}", "的 datapackage.json 损坏：缺少应有的内容。")]
    [InlineData("datapackage.json", null, "里没有找到下载的数据：没有 datapackage.json，也没有 releases/index.json。")]
    [InlineData("scheme-basic-2012/scheme.json", "[]", "scheme-basic-2012/scheme.json 损坏：缺少应有的内容。")]
    public void Missing_and_damaged_files_are_said(string file, string? content, string words)
    {
        using Downloaded site = Demonstration();
        string path = Path.Combine(site.Folder, Data + file);
        File.Delete(path);
        if (content is not null)
        {
            File.WriteAllText(path, content);
        }

        Run run = site.Verify(Data);

        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_that_leaves_the_folder_is_not_read()
    {
        using Downloaded site = Demonstration();
        string path = Path.Combine(site.Folder, Data + "datapackage.json");
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"schools.csv\"", "\"../schools.csv\"", StringComparison.Ordinal));
        Run run = site.Verify(Data);

        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains("路径“../schools.csv”不在这个文件夹之下，没有读。", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Allowances_of_standards_and_of_items_are_worked_out_too()
    {
        using Workplace work = new();
        string file = work["data/demonstration/schemes/quality-2017/allowances.csv"];
        string common = work["data/common/schemes/quality-2017/allowances.csv"];
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, File.ReadLines(File.Exists(file) ? file : common).First() + """

            old-rooms,2016 年及以前建成的学校,g03-music,,990000,2012-01-01,,built_year<=2016,threshold=73,试验
            small-classes,班额小的学校,g03-art,,990000,2012-01-01,,largest_class<40,threshold=54,试验
            small-rural,不满 200 人的乡村学校,backbone-teachers,primary,990000,2012-01-01,,"urban:210,220 pupils<200",standard=0.5,试验
            shared,乡村学校,arts-sports-teachers,,990000,2012-01-01,,"urban:210,220",numerator+=teachers_arts_sports_shared_{stage},试验

            """);
        using Downloaded site = new(RenderedSite.Of(SiteFolders.Find(work["data/demonstration"], work["input"], work["theme"], work["output"])[0]));
        Run run = site.Verify(Data);

        Assert.True(run.Code == ExitCode.Good, run.Output + run.Error);
        string[][] rows = site.Rows(Data + "attainment.csv");
        int allowances = Array.IndexOf(rows[0], "allowances"), standard = Array.IndexOf(rows[0], "standard");
        Assert.Contains(rows, r => r[allowances] == "shared");
        Assert.All(rows.Where(r => r[allowances] == "small-rural"), r => Assert.Equal("0.5", r[standard]));
        Assert.Contains(rows, r => r[allowances] == "small-rural");

        // Without its allowance a threshold no longer gives the items that were published.
        site.Change(Data + "scheme-quality-2017/allowances.csv", ["old-rooms"], "replaces", _ => "threshold=96");
        Assert.Contains("（990202 quality-2017 g03-music）", site.Verify(Data).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_in_parts_are_read_as_one()
    {
        using Downloaded site = Demonstration();
        string folder = Path.Combine(site.Folder, Data);
        string[] lines = File.ReadAllLines(Path.Combine(folder, "schools.csv"));
        File.WriteAllText(Path.Combine(folder, "schools-1.csv"), string.Join("\r\n", lines[..60]));
        File.WriteAllText(Path.Combine(folder, "schools-2.csv"), string.Join("\r\n", [lines[0], .. lines[60..]]));
        File.Delete(Path.Combine(folder, "schools.csv"));
        JsonNode package = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "datapackage.json")))!;
        JsonArray resources = package["resources"]!.AsArray();
        JsonNode schools = resources.Single(r => (string?)r!["path"] == "schools.csv")!;
        JsonNode second = schools.DeepClone();
        (schools["path"], second["path"]) = ("schools-1.csv", "schools-2.csv");
        resources.Add(second);
        File.WriteAllText(Path.Combine(folder, "datapackage.json"), package.ToJsonString());
        Assert.Equal(ExitCode.Good, site.Verify(Data).Code);

        string school = site.Rows(Data + "schools-2.csv").First(r => r[2] == "990323" && r[4] == "211")[0];
        int line = site.Change(Data + "schools-2.csv", [school], "books", number => number + "0");
        Assert.Contains($"不一致的结果都用到 schools-2.csv 第 {line} 行。", site.Verify(Data).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_set_of_published_values_has_nothing_to_recompute()
    {
        using Downloaded site = new(RenderedSite.Bundled("published"));
        Run run = site.Verify();

        Assert.Equal(ExitCode.Good, run.Code);
        Assert.Contains("没有由本站算出的结果，不用复算。", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verify", "verify")]
    [InlineData("verify no-such-folder", "找不到文件夹 no-such-folder。")]
    [InlineData("verify http://x/?a=1", "不是网址，或者带有 ? 或 #。")]
    public void Wrong_usage_is_said(string line, string words)
    {
        Run run = Run.Of(line.Split(' '));
        Assert.Equal(ExitCode.WrongUsage, run.Code);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
    }
}
