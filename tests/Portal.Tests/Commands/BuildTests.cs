using Portal.Commands;
using Portal.Tests.Output;

namespace Portal.Tests.Commands;

/// <summary>Runs of build and check on the project's own data.</summary>
public class BuildTests
{
    [Fact]
    public void A_build_writes_the_site_and_says_what_and_where()
    {
        using var work = new Workplace();
        var run = work.Run("build", "published");
        Assert.Equal((ExitCode.Good, ""), (run.Code, run.Error));
        Assert.Matches(@"^published：地方 \d+ 个，学校 0 所，页面 \d+ 页，文件 \d+ 个，提醒 0 条，\d+\.\d MB，\d+\.\d 秒。", run.Output);
        Assert.Contains(work["output/index.html"], run.Output, StringComparison.Ordinal);
        Assert.Contains("serve --data " + work["data/published"], run.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(work["output/index.html"]));
        Assert.True(File.Exists(work["output/404.html"]));
    }

    [Fact]
    public void A_second_build_writes_nothing_and_says_so()
    {
        using var work = new Workplace();
        work.Run("build", "published");
        var before = Times(work["output"]);
        var run = work.Run("build", "published");
        Assert.Equal(ExitCode.Good, run.Code);
        Assert.Contains("没有写入任何文件", run.Output, StringComparison.Ordinal);
        Assert.Equal(before, Times(work["output"]));
    }

    [Fact]
    public void One_changed_text_changes_only_the_pages_that_show_it()
    {
        using var work = new Workplace();
        work.Run("build", "published");
        var before = Times(work["output"]);
        File.AppendAllText(work["input/common/accessibility.md"], "\n\n补充一句话。\n");
        var run = work.Run("build", "published");
        Assert.Equal(ExitCode.Good, run.Code);
        var after = Times(work["output"]);
        string[] changed = [.. after.Keys.Where(path => before[path] != after[path])];
        Assert.Equal(["accessibility/index.html"], changed.Where(path => !path.StartsWith("search/text/", StringComparison.Ordinal)));

        // The words can be searched: the page's own text, and the shards of the pairs of characters that are new.
        Assert.Contains("search/text/t/w-1", changed);
        Assert.InRange(changed.Length, 2, 8);
        Assert.Contains("补充一句话。", File.ReadAllText(work["output/accessibility/index.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_are_listed_with_their_place_end_with_1_and_leave_the_site_untouched()
    {
        using var work = new Workplace();
        work.Run("build", "published");
        var before = Times(work["output"]);
        work.Edit("data/published/places.csv", "\n", "\n12 34,某地,county,000000,,,,\n");
        File.AppendAllText(work["input/published/about.md"], "\n[没有这一页](/nowhere/)\n");
        var run = work.Run("build", "published");
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Matches(@"data/published/places\.csv\(\d+,A\): error P\d\d\d ", run.Error);
        Assert.Matches(@"共 \d+ 个错误、\d+ 条提醒。", run.Error);
        Assert.Contains("没有写入", run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
        Assert.Equal(before, Times(work["output"]));
    }

    [Fact]
    public void A_link_to_nowhere_in_a_text_names_file_and_line()
    {
        using var work = new Workplace();
        File.WriteAllText(work["input/published/extra.md"], "---\ntitle: 补充\n---\n\n[没有这一页](/nowhere/)\n");
        var run = work.Run("check", "published");
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains("input/published/extra.md(5): error P554", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_a_problem_and_a_pipe_does_not_stop_the_build()
    {
        using var work = new Workplace();
        File.CreateSymbolicLink(work["theme/nowhere.css"], "no-such-file");
        File.CreateSymbolicLink(work["theme/circle.css"], "circle.css");
        Directory.CreateSymbolicLink(work["theme/vendor/up"], work["theme"]);
        Directory.CreateSymbolicLink(work["input/common/up"], work["input"]);
        File.CreateSymbolicLink(work["input/published/nowhere.md"], "no-such-file");
        Pipe.Make(work["theme/pipe.css"]);
        Pipe.Make(work["input/published/pipe.md"]);
        var run = work.Run("build", "published");
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Equal(
            ["input/published/nowhere.md: error P110", "input/published/pipe.md(1): error P501", "theme/circle.css: error P110", "theme/nowhere.css: error P110"],
            run.Error.Split('\n').Where(line => line.Contains(": error ", StringComparison.Ordinal)).Select(line => line.Replace(work[""] + "/", "", StringComparison.Ordinal).Split(' ')).Select(words => string.Join(' ', words[..3])));
        File.Delete(work["theme/nowhere.css"]);
        File.Delete(work["theme/circle.css"]);
        File.Delete(work["input/published/nowhere.md"]);
        File.Delete(work["input/published/pipe.md"]);
        Assert.Equal(ExitCode.Good, work.Run("build", "published").Code);
    }

    [Fact]
    public void Check_writes_nothing()
    {
        using var work = new Workplace();
        var run = work.Run("check", "published");
        Assert.Equal((ExitCode.Good, ""), (run.Code, run.Error));
        Assert.Contains("检查完毕，没有写入任何文件。", run.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(work["output"]));
    }

    [Fact]
    public void A_foreign_output_folder_ends_with_1_and_keeps_its_files()
    {
        using var work = new Workplace();
        Directory.CreateDirectory(work["output"]);
        File.WriteAllText(work["output/thesis.txt"], "mine");
        var run = work.Run("build", "published");
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains("不是本程序生成的内容", run.Error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(work["output/thesis.txt"]));
    }

    [Fact]
    public void A_release_of_a_later_day_is_warned_of()
    {
        using var work = new Workplace();
        var run = work.Run("check", "published", "--date", "2000-01-01");
        Assert.Equal(ExitCode.Good, run.Code);
        Assert.Matches(@"data/published/releases/2025\.1/release\.yaml: warning P604 发布日期 20\d\d-\d\d-\d\d 晚于构建日期 2000-01-01。", run.Error);
    }

    [Fact]
    public void A_set_with_errors_does_not_hinder_the_others()
    {
        using var work = new Workplace();
        work.Edit("data/demonstration/settings.yaml", "title:", "titel:");
        var run = work.RunAll("build");
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains("data/demonstration/settings.yaml", run.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(work["output/published/index.html"]));
        Assert.False(Directory.Exists(work["output/demonstration"]));
    }

    private static SortedDictionary<string, DateTime> Times(string folder)
    {
        var times = new SortedDictionary<string, DateTime>(StringComparer.Ordinal);
        foreach (string path in TinySite.Read(folder).Keys)
        {
            times[path] = File.GetLastWriteTimeUtc(Path.Combine(folder, path));
        }

        return times;
    }
}
