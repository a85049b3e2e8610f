using System.Text.RegularExpressions;
using Portal.Domain.Data;
using Portal.Domain.Problems;
using Portal.Site.Pages;
using Portal.Site.Plan;

namespace Portal.Site.Text;

/// <summary>
/// The body of a supervision report turned to HTML: figures by reference, each leading to how it was worked out; findings by reference, each leading to its
/// line in the list under the text.
/// </summary>
/// <param name="Report">The report.</param>
/// <param name="Text">Its body.</param>
public sealed partial record ReportText(InspectionReport Report, WordsText Text)
{
    /// <summary>Renders a report.</summary>
    public static ReportText Render(InspectionReport report, SiteContext site, ProblemList problems)
    {
        // A text at the report's place: links and anchors are the same as those of any other text.
        WordsPage page = new("reports/" + report.Id + ".md", report.File, report.Title, "", 0, InFooter: false, null, report.Markdown, report.FirstLine);
        string markdown = WordsText.FigurePattern().Replace(report.Markdown, match => Figure(match, page, report, site, problems));
        markdown = FindingReferences().Replace(markdown, match => $"[整改 {match.Groups[1].Value}](#{RectificationRow.Anchor(match.Groups[1].Value)})");
        return new ReportText(report, WordsText.Render(page, markdown, problems));
    }

    private static string Figure(Match match, WordsPage page, InspectionReport report, SiteContext site, ProblemList problems)
    {
        Location where = WordsText.At(page, page.Markdown.AsSpan(0, match.Index).Count('\n'));
        if (FigureReference.Parse(match.Groups[1].Value, out string reason) is not { } figure)
        {
            problems.Add(ProblemKinds.UnknownFigure, where, match.Value, reason);
            return "";
        }

        // Without a release the report's own is meant, never the newest revision.
        if (figure.Release is null && figure.Year.Length > 0 && figure.Year != report.Release.Period)
        {
            problems.Add(ProblemKinds.FigureNotPinned, where, match.Value);
            return "";
        }

        figure = figure with { Release = figure.Release ?? report.Release };
        if (figure.Find(site, out reason) is not { } value)
        {
            problems.Add(ProblemKinds.UnknownFigure, where, match.Value, reason);
            return "";
        }

        return $"[{value.Text}](/{AddressOf(figure, value)})";
    }

    private static string AddressOf(FigureReference figure, FigureValue value) => value.Computed
        ? Addresses.How(value.Release, figure.Place, figure.Scheme, figure.Stage) + "#" + (figure.Indicator == IndicatorId.Composite ? HowPage.Composite : HowIndicator.AnchorOf(figure.Indicator))
        : Addresses.PlaceInRelease(value.Release, figure.Place);

    [GeneratedRegex(InspectionReport.FindingPattern, RegexOptions.CultureInvariant)]
    private static partial Regex FindingReferences();
}
