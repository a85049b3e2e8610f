using System.Net;
using System.Text.RegularExpressions;

namespace Portal.Site.Text;

/// <summary>Sentences of a text: what search shows of it.</summary>
public static partial class Sentences
{
    /// <summary>Sentences of plain text: each ends with 。, ！ or ？, or at the end of a line. <c>**</c> around strong words is left out.</summary>
    public static IEnumerable<string> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Ends().Split(text.Replace("**", "", StringComparison.Ordinal)).Select(s => s.Trim()).Where(s => s.Length > 0);
    }

    /// <summary>Sentences of HTML as <see cref="WordsText"/> makes it: blocks and cells part them, marks within a line do not.</summary>
    public static IEnumerable<string> OfHtml(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        string flat = html.ReplaceLineEndings("\n").Replace('\n', ' ');
        return Of(WebUtility.HtmlDecode(Tags().Replace(Blocks().Replace(flat, "\n"), "")));
    }

    [GeneratedRegex("(?<=[。！？])(?![”」』）])|\n", RegexOptions.CultureInvariant)]
    private static partial Regex Ends();

    [GeneratedRegex("</?(?:p|h[1-6]|li|ul|ol|div|table|caption|thead|tbody|tr|th|td|dl|dt|dd|blockquote|pre|hr|br|section|figure)\\b[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Blocks();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tags();
}
