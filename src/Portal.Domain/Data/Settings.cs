namespace Portal.Domain.Data;

/// <summary>What a data set is, which decides the mark that each of its pages carries.</summary>
public enum DataSetKind
{
    /// <summary>Published by an authority.</summary>
    Official,

    /// <summary>Invented: every page says 演示数据.</summary>
    Demonstration,

    /// <summary>Real figures read from published documents: every page says 转载.</summary>
    PublishedValues,
}

/// <summary>Who publishes the site.</summary>
/// <param name="Name">Name on citations, e.g. 云岭省教育督导室.</param>
/// <param name="Unit">Unit responsible, may be empty.</param>
/// <param name="Contact">Office phone or address, may be empty.</param>
public sealed record Publisher(string Name, string Unit, string Contact);

/// <summary>Marks of a government site (国办发〔2017〕47号); never invented: an official release with a blank one fails.</summary>
public sealed record GovernmentMarks(string SiteName, string SiteCode, string Icp, string Police, string Host);

/// <summary>A school or place offered under the search box of the home page.</summary>
public sealed record Example(string Label, SchoolId? School, PlaceCode? Place);

/// <summary>settings.yaml of a data set.</summary>
public sealed record Settings
{
    /// <summary>Id of the set: the name of its folder.</summary>
    public required string Id { get; init; }

    /// <summary>Title of the site.</summary>
    public required string Title { get; init; }

    /// <summary>Short title for the page head.</summary>
    public required string ShortTitle { get; init; }

    /// <summary>One sentence about the site.</summary>
    public required string Description { get; init; }

    /// <summary>Who publishes.</summary>
    public required Publisher Publisher { get; init; }

    /// <summary>Origin of citations, e.g. <c>https://demo.example</c>, without a trailing slash.</summary>
    public required string Origin { get; init; }

    /// <summary>Path under which the site lies, beginning and ending with a slash.</summary>
    public required string BasePath { get; init; }

    /// <summary>Kind of the set.</summary>
    public required DataSetKind Kind { get; init; }

    /// <summary>Words of the strip on every page, e.g. 云岭省及全部数字均为虚构.</summary>
    public required string Notice { get; init; }

    /// <summary>Government marks, null where none are given.</summary>
    public GovernmentMarks? Government { get; init; }

    /// <summary>Smallest group of respondents that is shown (rules.md §4), default 10.</summary>
    public int MinimumGroup { get; init; } = 10;

    /// <summary>The place that the site is about, null for the whole country.</summary>
    public PlaceCode? Province { get; init; }

    /// <summary>Words of the licence.</summary>
    public string Licence { get; init; } = "";

    /// <summary>Links under the search box.</summary>
    public IReadOnlyList<Example> Examples { get; init; } = [];
}
