using System.Buffers;
using Microsoft.AspNetCore.Components;
using Portal.Site.Components;
using Portal.Site.Pages;
using Portal.Site.Rendering;

namespace Portal.Site.Plan;

/// <summary>A page: its model is made and rendered when asked for, and forgotten.</summary>
public sealed class PlannedPage(SiteContext site, string address, string origin, Type view, Func<PageModel> model, bool superseded = false, IReadOnlyList<string>? anchors = null) : PlannedFile(Addresses.FileOf(address))
{
    /// <summary>Address relative to the root.</summary>
    public string Address => address;

    /// <summary>True for a page of an earlier revision: kept for citations, not listed for search engines.</summary>
    public bool Superseded => superseded;

    /// <summary>
    /// Anchors that the page is known to have before it is rendered: other pages may point to them without its being rendered a second
    /// time, and each is looked for when it is rendered. Null where nothing is said.
    /// </summary>
    public IReadOnlyList<string>? Anchors => anchors;

    /// <inheritdoc/>
    public override bool IsPage => true;

    /// <inheritdoc/>
    public override string Origin => origin;

    /// <summary>What the page says.</summary>
    public PageModel Model()
    {
        PageModel made = model();
        return made with { Info = made.Info.Rooted() };
    }

    /// <inheritdoc/>
    public override void Write(PageScratch scratch, IBufferWriter<byte> to) =>
        scratch.Render(typeof(Layout), ParameterView.FromDictionary(new Dictionary<string, object?>(3) { ["Site"] = site, ["Model"] = Model(), ["View"] = view }), to);
}
