using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Site.Charts.Interactive;

namespace Portal.Site.Tests.Charts;

/// <summary>Contrast of the palette in theme/site.css after WCAG 2.2 (1.4.3 text 4.5:1, 1.4.11 graphics 3:1), light and dark.</summary>
public class PaletteTests
{
    private static readonly string[] Grounds = ["paper", "card", "wash"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Text_stands_out_from_every_ground(bool dark)
    {
        Dictionary<string, string> tokens = Tokens(dark);
        foreach (string ground in Grounds)
        {
            foreach (string text in new[] { "ink", "ink-2", "acc" })
            {
                Assert.True(Contrast(tokens[text], tokens[ground]) >= 4.5, $"--{text} on --{ground}");
            }
        }

        Assert.True(Contrast(tokens["on-acc"], tokens["acc"]) >= 4.5);
        Assert.True(Contrast(tokens["ink"], tokens["acc-soft"]) >= 4.5);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Marks_stand_out_from_the_page(bool dark)
    {
        Dictionary<string, string> tokens = Tokens(dark);
        foreach (string mark in new[] { "ink", "acc", "acc-mid", "line-2" })
        {
            Assert.True(Contrast(tokens[mark], tokens["paper"]) >= 3, $"--{mark} on --paper: {Contrast(tokens[mark], tokens["paper"])}");
        }

        Assert.True(Contrast(tokens["ink"], tokens["card"]) >= 3, "the hatch");
    }

    /// <summary>A figure cannot ask the style sheet: it carries the colours of paper itself.</summary>
    [Fact]
    public void Figures_that_can_be_saved_have_the_colours_of_the_light_palette()
    {
        Dictionary<string, string> tokens = Tokens(dark: false);
        Assert.Equal(
            [tokens["ink"], tokens["acc"], tokens["acc-mid"], tokens["ink-2"], tokens["line"]],
            [PlotlyLooks.Ink, PlotlyLooks.Within, PlotlyLooks.NotJudged, PlotlyLooks.Buttons, PlotlyLooks.Grid]);
    }

    [Fact]
    public void The_contrast_of_black_and_white_is_21() => Assert.Equal(21, Contrast("#000", "#ffffff"), 6);

    private static Dictionary<string, string> Tokens(bool dark)
    {
        string css = Theme.Css;
        int start = css.IndexOf(":root{", StringComparison.Ordinal);
        Dictionary<string, string> tokens = Read(css[start..css.IndexOf('}', start)]);
        if (dark)
        {
            int at = css.IndexOf("@media (prefers-color-scheme:dark)", StringComparison.Ordinal);
            foreach ((string name, string value) in Read(css[at..css.IndexOf('}', at)]))
            {
                tokens[name] = value;
            }
        }

        return tokens;

        static Dictionary<string, string> Read(string block) =>
            Regex.Matches(block, "--([a-z0-9-]+):(#[0-9a-f]{3,6})").ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
    }

    private static double Contrast(string a, string b)
    {
        double x = Luminance(a);
        double y = Luminance(b);
        return (Math.Max(x, y) + 0.05) / (Math.Min(x, y) + 0.05);
    }

    private static double Luminance(string hex)
    {
        string digits = hex.Length == 4 ? string.Concat(hex[1..].Select(c => $"{c}{c}")) : hex[1..];
        double[] rgb = [.. digits.Chunk(2).Select(pair => int.Parse(pair, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0).Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4))];
        return (0.2126 * rgb[0]) + (0.7152 * rgb[1]) + (0.0722 * rgb[2]);
    }
}
