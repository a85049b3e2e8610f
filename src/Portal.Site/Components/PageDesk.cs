using Portal.Site.Pages;

namespace Portal.Site.Components;

/// <summary>The page that is being rendered, for parts deep inside it that must name it.</summary>
/// <param name="Site">Site.</param>
/// <param name="Info">Page.</param>
public sealed record PageDesk(SiteContext Site, PageInfo Info)
{
    private readonly string? reportForm = Feedback.ReportForm(Site, Info);

    /// <summary>Where a mistake in a table of the page is reported.</summary>
    /// <param name="table">What the table is; may be empty.</param>
    public string ReportLink(string table) => reportForm is { } form ? Feedback.InForm(form, table) : Feedback.ReportLink(Site, Info, table);
}
