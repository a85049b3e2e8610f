using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Site.Tests.Charts;

/// <summary>The files of theme/.</summary>
internal static class Theme
{
    /// <summary>The style sheet as the site has it: site.css and its parts.</summary>
    public static string Css => string.Concat(Directory.GetFiles(Path.Combine(Folder(), "parts"), "*.css").Order(StringComparer.Ordinal).Prepend(Path.Combine(Folder(), "site.css")).Select(File.ReadAllText));

    private static string Folder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "theme"));
}

public class ThemeTests
{
    [Fact]
    public void The_style_sheet_is_small()
    {
        using MemoryStream to = new();
        using (GZipStream gzip = new(to, CompressionLevel.SmallestSize, true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Theme.Css));
        }

        Assert.True(to.Length <= 8 * 1024, $"{to.Length} bytes");
    }

    [Theory]
    [InlineData("@layer")] // Chromium 99; WeChat's older kernels would show no style at all
    [InlineData(":is(")] // Chromium 88: one unknown selector drops its whole rule
    [InlineData("inset:")] // Chromium 87
    [InlineData("inset-inline")]
    [InlineData("border-block:")]
    [InlineData("padding-inline:")]
    [InlineData("padding-block:")]
    [InlineData("margin-inline:")]
    [InlineData("margin-block:")]
    [InlineData("@import")]
    [InlineData("http")] // nothing from other hosts
    public void Has_nothing_that_older_kernels_drop(string part) => Assert.DoesNotContain(part, Rules().Replace("href^=\"http\"", "", StringComparison.Ordinal), StringComparison.Ordinal);

    [Fact]
    public void Every_variable_that_is_used_is_defined()
    {
        HashSet<string> defined = [.. Regex.Matches(Theme.Css, "[{;\\n](--[a-z0-9-]+):").Select(m => m.Groups[1].Value)];
        Assert.All(Regex.Matches(Theme.Css, "var\\((--[a-z0-9-]+)").Select(m => m.Groups[1].Value).Distinct(), name => Assert.Contains(name, defined));
        Assert.Equal(Theme.Css.Count(c => c == '{'), Theme.Css.Count(c => c == '}'));
    }

    private static string Rules() => Regex.Replace(Theme.Css, @"/\*.*?\*/", "", RegexOptions.Singleline);
}
