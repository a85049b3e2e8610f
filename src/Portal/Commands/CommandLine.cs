using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Globalization;
using Portal.Hosting;
using Portal.Output;
using Portal.Preview;
using Portal.Verification;

namespace Portal.Commands;

/// <summary>The commands, their options, and what each way of ending says to the shell.</summary>
public static class CommandLine
{
    private static readonly Option<string> Data = Folder("--data", "数据：含 settings.yaml 的数据集，或装有几个数据集的文件夹", "data");
    private static readonly Option<string> Input = Folder("--input", "文字：Markdown 页面", "input");
    private static readonly Option<string> Theme = Folder("--theme", "样式、脚本和图片", "theme");
    private static readonly Option<string> Output = Folder("--output", "网站写到哪里；会被整体替换", "output");

    private static readonly Option<DateOnly?> Date = new("--date")
    {
        Description = "构建日期，如 2025-03-31；不写就是今天",
        HelpName = "日期",
        CustomParser = ReadDate,
    };

    private static readonly Option<int> Port = new("--port")
    {
        Description = "预览用的端口，1 到 65535",
        HelpName = "端口",
        DefaultValueFactory = _ => 8080,
        CustomParser = ReadPort,
    };

    /// <summary>Runs the program.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="output">Receives results.</param>
    /// <param name="error">Receives problems and progress.</param>
    /// <param name="terminal">True if <paramref name="error"/> is a terminal.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(string[] args, TextWriter output, TextWriter error, bool terminal)
    {
        try
        {
            ParseResult parsed = Describe(new BuildCommand(output, error, terminal), new PartialBuild(output, error, terminal), output, error).Parse(args);
            if (parsed.Errors.Count == 0)
            {
                return parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
            }

            foreach (ParseError wrong in parsed.Errors)
            {
                error.WriteLine(wrong.Message);
            }

            error.WriteLine("用法见 --help。");
            return ExitCode.WrongUsage;
        }
        catch (UsageException wrong)
        {
            error.WriteLine(wrong.Message);
            return ExitCode.WrongUsage;
        }
        catch (OutputRefusedException refused)
        {
            error.WriteLine(refused.Message);
            return ExitCode.BadInput;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"读写文件时出错，网站保持原样：{failed.Message}");
            return ExitCode.BadInput;
        }
#pragma warning disable CA1031 // the last net: whatever happens, the person gets a sentence and the shell a code
        catch (Exception fault)
#pragma warning restore CA1031
        {
            error.WriteLine("程序自己出了错（不是您的数据的错），网站保持原样。请把下面的内容报告给维护者：");
            error.WriteLine(fault);
            return ExitCode.Fault;
        }
    }

    private static RootCommand Describe(BuildCommand building, PartialBuild partial, TextWriter output, TextWriter error)
    {
        var compress = new Option<bool>("--compress") { Description = "每个文字文件旁边另放 .gz 和 .br，供服务器直接发送；去掉这个选项再构建，它们就删去" };
        int BuildAll(ParseResult p) => building.Build(Sites(p), Day(p), p.GetValue(compress));
        var places = new Option<string[]>("--places") { Description = "只生成这些地方（连同下级、上级和学校）的页面，快速看一看；写到另一个文件夹", HelpName = "代码", AllowMultipleArgumentsPerToken = true };
        var replaceWhole = new Option<bool>("--replace-whole") { Description = "与 --places 同用：允许替换整个网站的文件夹" };
        var build = new Command("build", "由数据生成网站（不写命令时就是它）") { Data, Input, Theme, Output, Date, compress, places, replaceWhole };
        build.SetAction(p => p.GetValue(places) is { Length: > 0 } codes
            ? p.GetValue(compress) ? throw new UsageException("--places 生成的部分页面不发布，不能与 --compress 同用。") : partial.Build(Part(p), Day(p), codes, p.GetValue(replaceWhole))
            : BuildAll(p));
        var check = new Command("check", "做构建的一切检查，但不写入任何文件") { Data, Input, Theme, Date };
        check.SetAction(p => building.Check(Sites(p), Day(p)));
        var serve = new Command("serve", "在本机预览；数据、文字、样式改动后自动刷新") { Data, Input, Theme, Date, Port };
        serve.SetAction(p => PreviewServer.Run(Sites(p), Day(p), p.GetValue(Port), output, error));

        var where = new Argument<string>("where") { Description = "网站所在的文件夹、一次发布的数据文件夹，或它们的网址", HelpName = "文件夹或网址" };
        var verify = new Command("verify", "只用公布的下载文件重算每个差异系数和结论，逐格比较；不一致时以 1 结束") { where };
        verify.SetAction(p => VerifyCommand.Run(p.GetRequiredValue(where), output, error));

        var site = new Argument<string>("site") { Description = "网站所在的文件夹，如 output/published", HelpName = "文件夹" };
        var rules = new Option<string>("--rules") { Description = "各类文件的类型和缓存时间", HelpName = "文件", DefaultValueFactory = _ => "hosting/rules.json" };
        var upload = new Command("upload-plan", "列出放到对象存储上的每个文件和它的响应头，用制表符分列") { site, rules };
        upload.SetAction(p => UploadPlan.Run(p.GetRequiredValue(site), p.GetRequiredValue(rules), output, error));

        var root = new RootCommand("县域义务教育均衡监测网站生成器") { Data, Input, Theme, Output, Date, build, check, serve, verify, upload };
        root.Options.OfType<HelpOption>().Single().Description = "显示用法";
        root.SetAction(BuildAll);
        return root;
    }

    /// <summary>The one place of the program that asks what day it is.</summary>
    private static DateOnly Day(ParseResult p) => p.GetValue(Date) ?? DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);

    private static IReadOnlyList<SiteFolders> Sites(ParseResult p) =>
        SiteFolders.Find(p.GetRequiredValue(Data), p.GetRequiredValue(Input), p.GetRequiredValue(Theme), p.GetValue(Output) ?? "output");

    private static SiteFolders Part(ParseResult p) => Sites(p) is not [var one]
        ? throw new UsageException("--places 一次只生成一个数据集。请用 --data 指明它的文件夹。")
        : p.GetResult(Output) is { Implicit: false } ? one : one with { Output = one.Output + PartialBuild.Suffix };

    private static Option<string> Folder(string name, string description, string usual) =>
        new(name) { Description = description, HelpName = "文件夹", DefaultValueFactory = _ => usual };

    private static DateOnly? ReadDate(ArgumentResult result)
    {
        if (!DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
        {
            result.AddError($"“{result.Tokens[0].Value}”不是日期。请写成 2025-03-31 的样子。");
        }

        return date;
    }

    private static int ReadPort(ArgumentResult result)
    {
        if (!int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int port) || port is < 1 or > 65535)
        {
            result.AddError($"“{result.Tokens[0].Value}”不是端口。端口是 1 到 65535 之间的整数。");
        }

        return port;
    }
}
