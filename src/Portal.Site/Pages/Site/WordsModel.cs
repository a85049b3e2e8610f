using Portal.Domain.Data;
using Portal.Domain.Schemes;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>A page of words from input/.</summary>
/// <param name="Html">Body.</param>
/// <param name="Headings">Headings for the contents list.</param>
/// <param name="Updated">Day of the last change, null where not given.</param>
/// <param name="Switches">Open questions of each scheme with the way they are set; only on the methodology page.</param>
public sealed record WordsModel(string Html, IReadOnlyList<WordsHeading> Headings, DateOnly? Updated, IReadOnlyList<(string Scheme, IReadOnlyList<Switch> Switches)> Switches) : PageModel
{
    /// <summary>Channels and answers; only on the page of feedback.</summary>
    public FeedbackDesk? Desk { get; init; }

    /// <summary>The page of a rendered text.</summary>
    public static WordsModel Create(SiteContext site, WordsText text)
    {
        WordsModel model = Of(site, text);
        return text.Page.Path == FeedbackDesk.Path ? model with { Desk = FeedbackDesk.Of(site, model.Info) } : model;
    }

    private static WordsModel Of(SiteContext site, WordsText text) => new(
        text.Html,
        text.Headings,
        text.Page.Updated,
        text.Page.Path == "methodology.md" ? [.. site.Data.Schemes.Where(s => s.Switches.Count > 0).Select(s => (s.Title, s.Switches))] : [])
    {
        Info = new PageInfo
        {
            Address = Addresses.Words(text.Page.Path),
            Title = text.Page.Title,
            Description = text.Page.Description.Length > 0 ? text.Page.Description : text.Page.Title,
            Section = Section.None,
            ColumnType = "概况信息",
            Crumbs = [new Crumb("首页", Addresses.Home), new Crumb(text.Page.Title, null)],
        },
    };
}
