using Microsoft.AspNetCore.Components;
using Portal.Site.Pages;
using Portal.Site.Rendering;

namespace Portal.Site.Components;

/// <summary>Base of all views: the model, the site, and links relative to the page.</summary>
/// <typeparam name="TModel">The page's model.</typeparam>
public abstract class PageView<TModel> : HtmlComponent
    where TModel : PageModel
{
    /// <summary>What the page says.</summary>
    [Parameter]
    [EditorRequired]
    public TModel Model { get; set; } = null!;

    /// <summary>The site.</summary>
    [Parameter]
    [EditorRequired]
    public SiteContext Site { get; set; } = null!;

    /// <summary>A link from this page to an address of the site.</summary>
    protected string Href(string address) => Model.Info.Root + address;
}
