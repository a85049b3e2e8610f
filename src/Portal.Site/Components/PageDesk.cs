using Portal.Site.Pages;

namespace Portal.Site.Components;

/// <summary>The page that is being rendered, for parts deep inside it that must name it.</summary>
/// <param name="Site">Site.</param>
/// <param name="Info">Page.</param>
public sealed record PageDesk(SiteContext Site, PageInfo Info);
