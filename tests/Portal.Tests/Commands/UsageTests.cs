using Portal.Commands;

namespace Portal.Tests.Commands;

public class UsageTests
{
    [Theory]
    [InlineData("", "--data --input --theme --output --date build check serve")]
    [InlineData("build", "--data --input --theme --output --date")]
    [InlineData("check", "--data --input --theme --date")]
    [InlineData("serve", "--data --input --theme --date --port")]
    public void Help_names_every_option_of_a_command(string command, string names)
    {
        var run = Run.Of([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
        Assert.Equal(ExitCode.Good, run.Code);
        Assert.All(names.Split(' '), name => Assert.Contains(name, run.Output, StringComparison.Ordinal));
        Assert.Contains("显示用法", run.Output, StringComparison.Ordinal);
        Assert.Equal("", run.Error);
    }

    [Theory]
    [InlineData("bild", "bild")]
    [InlineData("check --output x", "--output")]
    [InlineData("build --port 80", "--port")]
    [InlineData("build --date 2025-02-30", "“2025-02-30”不是日期。请写成 2025-03-31 的样子。")]
    [InlineData("build --date 2025/02/03", "“2025/02/03”不是日期。请写成 2025-03-31 的样子。")]
    [InlineData("build --data", "--data")]
    [InlineData("serve --port 0", "“0”不是端口。端口是 1 到 65535 之间的整数。")]
    [InlineData("serve --port many", "“many”不是端口。")]
    [InlineData("--data no-such-folder", "找不到文件夹 no-such-folder。请在项目所在的文件夹运行，或用 --data 指明位置。")]
    public void Wrong_usage_ends_with_2_and_a_word_about_it(string line, string words)
    {
        var run = Run.Of(line.Split(' '));
        Assert.Equal(ExitCode.WrongUsage, run.Code);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
    }

    [Fact]
    public void A_folder_without_a_data_set_is_wrong_usage()
    {
        using var temp = new TempFolder();
        var run = Run.Of("check", "--data", temp.Path, "--input", temp.Path, "--theme", temp.Path);
        Assert.Equal(ExitCode.WrongUsage, run.Code);
        Assert.Contains("里没有数据集", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data")]
    [InlineData("data/output")]
    [InlineData("input/x/y")]
    [InlineData("theme/../theme/out")]
    public void An_output_folder_among_the_inputs_is_wrong_usage(string output)
    {
        using var temp = new TempFolder();
        foreach (string folder in new[] { "data", "input", "theme" })
        {
            Directory.CreateDirectory(temp[folder]);
        }

        var run = Run.Of("build", "--data", temp["data"], "--input", temp["input"], "--theme", temp["theme"], "--output", temp[output]);
        Assert.Equal(ExitCode.WrongUsage, run.Code);
        Assert.Contains("在输入文件夹", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_output_folder_that_a_link_leads_into_the_inputs_is_wrong_usage()
    {
        using var temp = new TempFolder();
        foreach (string folder in new[] { "real/data", "input", "theme" })
        {
            Directory.CreateDirectory(temp[folder]);
        }

        Directory.CreateSymbolicLink(temp["data"], temp["real/data"]);
        Directory.CreateSymbolicLink(temp["way"], temp["theme"]);
        foreach (string output in new[] { temp["real/data/site"], temp["way/site"] })
        {
            var run = Run.Of("build", "--data", temp["data"], "--input", temp["input"], "--theme", temp["theme"], "--output", output);
            Assert.Equal(ExitCode.WrongUsage, run.Code);
            Assert.Contains("在输入文件夹", run.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("", "--output 后面没有写文件夹。")]
    [InlineData("/", "输出文件夹 / 是整个磁盘的根。")]
    public void An_output_of_nothing_or_everything_is_wrong_usage(string output, string words)
    {
        using var work = new Workplace();
        var run = Run.Of("build", "--data", work["data"], "--input", work["input"], "--theme", work["theme"], "--output", output);
        Assert.Equal(ExitCode.WrongUsage, run.Code);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_of_the_program_ends_with_3_a_sentence_and_the_details()
    {
        using var work = new Workplace();
        using var error = new StringWriter();
        int code = CommandLine.Run(["check", "--data", work["data/published"], .. work.Others("check")], new BrokenWriter(), error, terminal: false);
        Assert.Equal(ExitCode.Fault, code);
        // On a slow machine lines of progress stand before the sentence.
        Assert.Contains(error.ToString().Split('\n'), line => line.StartsWith("程序自己出了错", StringComparison.Ordinal));
        Assert.Contains("the writer is broken", error.ToString(), StringComparison.Ordinal);
    }

    private sealed class BrokenWriter : StringWriter
    {
        public override void WriteLine(string? value) => throw new InvalidOperationException("the writer is broken");
    }
}
