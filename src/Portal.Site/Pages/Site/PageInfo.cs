using Portal.Domain.Data;
using Portal.Site.Plan;

namespace Portal.Site.Pages;

/// <summary>Main sections of the site, as in the menu.</summary>
public enum Section
{
    /// <summary>首页.</summary>
    Home,

    /// <summary>各地.</summary>
    Places,

    /// <summary>监测.</summary>
    Monitoring,

    /// <summary>督导报告.</summary>
    Reports,

    /// <summary>指标.</summary>
    Indicators,

    /// <summary>整改.</summary>
    Rectification,

    /// <summary>承诺.</summary>
    Promises,

    /// <summary>来源.</summary>
    Sources,

    /// <summary>发布.</summary>
    Releases,

    /// <summary>None of the menu's.</summary>
    None,
}

/// <summary>A step of the breadcrumb.</summary>
/// <param name="Label">Words.</param>
/// <param name="Address">Address, null for the page itself.</param>
public sealed record Crumb(string Label, string? Address);

/// <summary>What every page has, whatever it says.</summary>
public sealed record PageInfo
{
    /// <summary>Address relative to the root.</summary>
    public required string Address { get; init; }

    /// <summary>Title of the page, without the site's.</summary>
    public required string Title { get; init; }

    /// <summary>One sentence for search engines and shares.</summary>
    public required string Description { get; init; }

    /// <summary>Section of the menu.</summary>
    public required Section Section { get; init; }

    /// <summary>The way here, home first, the page itself last; empty on the home page.</summary>
    public IReadOnlyList<Crumb> Crumbs { get; init; } = [];

    /// <summary>The place whose channels the feedback link of this page uses; null for the site's own.</summary>
    public PlaceCode? FeedbackPlace { get; init; }

    /// <summary>The school that the page is about, null for any other page: its matters go to its inspectors.</summary>
    public SchoolId? School { get; init; }

    /// <summary>The release that the figures are from, null where the page has none.</summary>
    public ReleaseId? Release { get; init; }

    /// <summary>Kind for the government's meta tags (国办发〔2017〕47号): a list or home page has a ColumnType, an article a PubDate.</summary>
    public string ColumnType { get; init; } = "数据发布";

    /// <summary>True for an article with a date of its own.</summary>
    public DateOnly? PubDate { get; init; }

    /// <summary>Unit that made an article (ContentSource); the site's publisher where empty.</summary>
    public string ContentSource { get; init; } = "";

    /// <summary>Address of the page's own Atom feed, empty where it has none.</summary>
    public string Feed { get; init; } = "";

    /// <summary>Script of the theme that this page alone needs, before the search's; empty for none.</summary>
    public string Script { get; init; } = "";

    /// <summary>True where search engines should not list the page (superseded release, 404).</summary>
    public bool NoIndex { get; init; }

    /// <summary>True where the page's own view says where to turn to, so that the layout does not.</summary>
    public bool OwnFeedback { get; init; }

    /// <summary>Root-relative prefix of links, e.g. <c>../../</c>; the 404 page, served anywhere, has the base path.</summary>
    public string Root { get; init; } = "";

    /// <summary>Sets <see cref="Root"/> from the address.</summary>
    public PageInfo Rooted() => Root.Length > 0 ? this : this with { Root = Addresses.RootOf(Address) };
}

/// <summary>A page's model: what it says, in plain values that a test can read as JSON. How it looks is its view's matter.</summary>
public abstract record PageModel
{
    /// <summary>What every page has.</summary>
    public required PageInfo Info { get; init; }
}
