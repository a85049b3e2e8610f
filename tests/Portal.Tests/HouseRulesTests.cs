using System.Text.RegularExpressions;
using Portal.Domain.Problems;
using Portal.Tests.Commands;

namespace Portal.Tests;

/// <summary>House rules that a compiler does not check.</summary>
public sealed partial class HouseRulesTests
{
    private static readonly string[] Effects =
        ["System.IO.FileSystem", "System.IO.Compression", "System.Net", "System.Console", "System.Diagnostics.Process", "Microsoft.AspNetCore", "Microsoft.Extensions", "System.Xml", "CsvHelper", "YamlDotNet", "ExcelDataReader", "Markdig", "Portal."];

    [Fact]
    public void The_domain_refers_to_nothing_with_effects()
    {
        string[] refers = [.. typeof(Portal.Domain.Evaluation.Findings).Assembly.GetReferencedAssemblies().Select(a => a.Name!)];
        Assert.NotEmpty(refers);
        Assert.DoesNotContain(refers, r => Effects.Any(e => r.StartsWith(e, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("src/Portal.Domain", "System.IO|System.Net|DateTime.Now|DateTime.Today|DateTime.UtcNow|TimeProvider|CurrentCulture|Guid.NewGuid|Random")]
    [InlineData("src/Portal.Site", "System.IO.File|File.Read|File.Write|File.Open|Directory.|HttpClient|DateTime.Now|DateTime.Today|DateTime.UtcNow|TimeProvider|CurrentCulture|Guid.NewGuid")]
    public void Files_network_clock_and_culture_stay_outside(string folder, string words)
    {
        Regex forbidden = new(@"(?<![\w.])(" + words.Replace(".", @"\.", StringComparison.Ordinal) + ")");
        Assert.Empty(Sources(folder).SelectMany(f => File.ReadLines(f).Select((line, i) => (f, line, Number: i + 1)))
            .Where(l => !l.line.TrimStart().StartsWith("//", StringComparison.Ordinal) && forbidden.IsMatch(l.line))
            .Select(l => $"{Path.GetRelativePath(Repository.Root, l.f)}({l.Number}): {l.line.Trim()}"));
    }

    [Fact]
    public void Sources_and_Site_never_meet()
    {
        Assert.DoesNotContain("Portal.Site", typeof(Portal.Sources.DatasetReader).Assembly.GetReferencedAssemblies().Select(a => a.Name));
        Assert.DoesNotContain("Portal.Sources", typeof(Portal.Site.SiteContext).Assembly.GetReferencedAssemblies().Select(a => a.Name));
    }

    [Fact]
    public void Files_are_short_enough_to_read() =>
        Assert.DoesNotContain(Sources("src").Select(f => (Name: Path.GetRelativePath(Repository.Root, f), Lines: File.ReadLines(f).Count())), f => f.Lines > 350);

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    public void Every_command_and_option_of_a_readme_is_one_of_the_programs(string readme)
    {
        string[] lines = [.. File.ReadLines(Repository.At(readme)).SelectMany(l => RunLine().Matches(l).Select(m => m.Groups[1].Value.Trim()))];
        Assert.NotEmpty(lines);
        foreach (string line in lines)
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            string command = words.FirstOrDefault(w => !w.StartsWith('-')) is { } first && Array.IndexOf(words, first) == 0 ? first : "";
            Run help = Run.Of([.. command.Length > 0 ? new[] { command } : [], "--help"]);
            Assert.True(help.Code == 0, $"{readme}: {line}: no command {command}");
            Assert.All(words.Where(w => w.StartsWith("--", StringComparison.Ordinal)), option => Assert.Contains(option, help.Output, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_command_is_in_the_readme()
    {
        string help = Run.Of("--help").Output;
        string readme = File.ReadAllText(Repository.At("README.md"));
        foreach (string command in new[] { "build", "check", "serve", "verify" })
        {
            Assert.Contains(command, help, StringComparison.Ordinal);
            Assert.Contains(command, readme, StringComparison.Ordinal);
        }
    }

    // The mistakes in tables, P1xx to P54x, are held to this by tests/broken.
    [Fact]
    public void Every_problem_of_texts_pages_and_output_has_a_test()
    {
        string tests = string.Join('\n', Directory.EnumerateFiles(Repository.At("tests"), "*.cs", SearchOption.AllDirectories).Where(f => !Generated(f)).Select(File.ReadAllText));
        Assert.All(ProblemKinds.All.Select(k => k.Code).Where(c => string.CompareOrdinal(c, "P550") > 0), code => Assert.Contains(code, tests, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Repository.At(folder), "*.*", SearchOption.AllDirectories).Where(f => !Generated(f) && (f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal)));

    private static bool Generated(string path) => path.Split(Path.DirectorySeparatorChar).Any(p => p is "bin" or "obj");

    [GeneratedRegex(@"dotnet run --project src/Portal(?:/)?(?: -c \w+)?(?: --)?([^`|#;&\r\n]*)")]
    private static partial Regex RunLine();
}
