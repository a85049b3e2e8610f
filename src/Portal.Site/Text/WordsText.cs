using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Portal.Domain.Data;
using Portal.Domain.Problems;
using Portal.Site.Plan;

namespace Portal.Site.Text;

/// <summary>A link found in a text: where it stands and where it leads.</summary>
public sealed record WordsLink(int Line, string Written, string Address, string Anchor);

/// <summary>A heading of a text: for its contents list.</summary>
public sealed record WordsHeading(int Level, string Text, string Anchor);

/// <summary>
/// A text of input/ turned to HTML by Markdig: no raw HTML, links by path, figures by reference. Problems name file and line.
/// </summary>
/// <param name="Page">The text.</param>
/// <param name="Html">HTML with links relative to the page.</param>
/// <param name="Headings">Headings of level 2, in order.</param>
/// <param name="Anchors">Places of all headings, which links may point to.</param>
/// <param name="Links">Links inside the site, to be checked against the plan.</param>
public sealed partial record WordsText(WordsPage Page, string Html, IReadOnlyList<WordsHeading> Headings, IReadOnlySet<string> Anchors, IReadOnlyList<WordsLink> Links)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseFootnotes().Build();

    /// <summary>Renders a text.</summary>
    public static WordsText Render(WordsPage page, SiteContext site, ProblemList problems) => Render(page, FillFigures(page, site, problems), problems);

    /// <summary>Renders Markdown in which references are filled in already.</summary>
    internal static WordsText Render(WordsPage page, string markdown, ProblemList problems)
    {
        string root = Addresses.RootOf(Addresses.Words(page.Path));
        MarkdownDocument document = Markdown.Parse(markdown, Pipeline);
        List<WordsHeading> headings = [];
        List<WordsLink> links = [];
        HashSet<string> anchors = [];
        foreach (MarkdownObject item in document.Descendants())
        {
            switch (item)
            {
                case HtmlBlock or HtmlInline:
                    problems.Add(ProblemKinds.RawHtml, At(page, item.Line));
                    break;
                case AutolinkInline auto:
                    CheckOutside(page, auto.Line, auto.Url, problems);
                    break;
                case LinkInline { IsImage: true } image:
                    problems.Add(ProblemKinds.Image, At(page, image.Line), image.Url ?? "");
                    break;
                case LinkInline link:
                    Rewrite(page, link, root, links, problems);
                    break;
                case LiteralInline literal when literal.Content.AsSpan().Contains("**", StringComparison.Ordinal):
                    problems.Add(ProblemKinds.BoldNotClosed, At(page, literal.Line));
                    break;
                case HeadingBlock heading:
                    string text = PlainText(heading);
                    string anchor = text.Replace(' ', '-');
                    if (!anchors.Add(anchor))
                    {
                        problems.Add(ProblemKinds.HeadingTwice, At(page, heading.Line), text);
                    }

                    heading.GetAttributes().Id = anchor;
                    if (heading.Level == 1)
                    {
                        problems.Add(ProblemKinds.HeadingLevel, At(page, heading.Line), text);
                    }
                    else if (heading.Level == 2)
                    {
                        headings.Add(new WordsHeading(heading.Level, text, anchor));
                    }

                    break;
                case Table table:
                    AlignByClass(table);
                    break;
            }
        }

        using StringWriter writer = new(System.Globalization.CultureInfo.InvariantCulture) { NewLine = "\n" };
        HtmlRenderer renderer = new(writer);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return new WordsText(page, Scrolling(writer.ToString()), headings, anchors, links);
    }

    // A wide table scrolls by itself on a phone, and by keyboard; the page never does.
    private static string Scrolling(string html) => html
        .Replace("<table class=\"data\">", "<div class=\"scroll\" role=\"region\" aria-label=\"表格\" tabindex=\"0\"><table class=\"data\">", StringComparison.Ordinal)
        .Replace("</table>", "</table></div>", StringComparison.Ordinal);

    private static string FillFigures(WordsPage page, SiteContext site, ProblemList problems) => FigurePattern().Replace(page.Markdown, match =>
    {
        int line = page.Markdown.AsSpan(0, match.Index).Count('\n');
        FigureReference? reference = FigureReference.Parse(match.Groups[1].Value, out string reason);
        string? value = reference?.Resolve(site, out reason);
        if (value is null)
        {
            problems.Add(ProblemKinds.UnknownFigure, At(page, line), match.Value, reason);
        }

        return value ?? "";
    });

    [GeneratedRegex(@"\{figure:([^}\n]*)\}", RegexOptions.CultureInvariant)]
    internal static partial Regex FigurePattern();

    internal static Location At(WordsPage page, int line) => new(page.File, page.FirstLine + line);

    private static void Rewrite(WordsPage page, LinkInline link, string root, List<WordsLink> links, ProblemList problems)
    {
        string url = link.Url ?? "";
        if (url.Contains(':', StringComparison.Ordinal) || url.StartsWith("//", StringComparison.Ordinal))
        {
            CheckOutside(page, link.Line, url, problems);
            return;
        }

        int hash = url.IndexOf('#', StringComparison.Ordinal);
        string anchor = hash < 0 ? "" : url[(hash + 1)..];
        string path = hash < 0 ? url : url[..hash];
        string? address = path.Length == 0 ? Addresses.Words(page.Path)
            : path[0] == '/' ? path[1..]
            : path.EndsWith(".md", StringComparison.Ordinal) ? Beside(page.Path, path)
            : null;
        if (address is null)
        {
            problems.Add(ProblemKinds.LinkForm, At(page, link.Line), url);
            return;
        }

        links.Add(new WordsLink(page.FirstLine + link.Line, url, address, anchor));
        link.Url = (path.Length == 0 ? "" : root + address) + (hash < 0 ? "" : "#" + anchor);
    }

    private static string? Beside(string from, string path)
    {
        List<string> parts = [.. from.Split('/')[..^1]];
        foreach (string part in path.Split('/'))
        {
            if (part == ".." && parts.Count == 0)
            {
                return null;
            }

            if (part == "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not "." and not "")
            {
                parts.Add(part);
            }
        }

        return Addresses.Words(string.Join('/', parts));
    }

    private static void CheckOutside(WordsPage page, int line, string url, ProblemList problems)
    {
        if (!url.StartsWith("https://", StringComparison.Ordinal) && !url.StartsWith("http://", StringComparison.Ordinal))
        {
            problems.Add(ProblemKinds.LinkForm, At(page, line), url);
        }
    }

    private static string PlainText(HeadingBlock heading) =>
        string.Concat(heading.Inline?.Descendants().Select(i => i switch { LiteralInline literal => literal.Content.ToString(), CodeInline code => code.Content, _ => "" }) ?? []).Trim();

    // Markdig writes the alignment of a column as style="…", which the content security policy drops: a class says the same.
    private static void AlignByClass(Table table)
    {
        table.GetAttributes().AddClass("data");
        foreach (TableRow row in table.OfType<TableRow>())
        {
            for (int i = 0; i < row.Count && i < table.ColumnDefinitions.Count; i++)
            {
                if (table.ColumnDefinitions[i].Alignment == TableColumnAlign.Right)
                {
                    row[i].GetAttributes().AddClass("num");
                }
            }
        }

        foreach (TableColumnDefinition column in table.ColumnDefinitions)
        {
            column.Alignment = null;
        }
    }
}
