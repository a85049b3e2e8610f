using Portal.Domain.Data;

namespace Portal.Site.Plan;

/// <summary>
/// What a file is made of, besides what every file may be made of (program, theme, texts, settings, places, sources, schemes, heads of
/// releases). It may name more than is needed, never less. One object for all files that are made of the same.
/// </summary>
public sealed class Basis
{
    private Basis(IReadOnlyList<PlaceCode>? counties, ReleaseId? upTo) => (Counties, UpTo) = (counties, upTo);

    /// <summary>Everything: the file is made anew whenever anything has changed.</summary>
    public static Basis Everything { get; } = new(null, null);

    /// <summary>Nothing but what every file may be made of.</summary>
    public static Basis Common { get; } = new([], null);

    /// <summary>The counties whose rows it is made of, by code; null where it is made of those of all.</summary>
    public IReadOnlyList<PlaceCode>? Counties { get; }

    /// <summary>The release that it shows; releases of later periods do not matter to it. Null where all may.</summary>
    public ReleaseId? UpTo { get; }

    /// <summary>The rows of some counties, in all tables and releases.</summary>
    public static Basis Of(IEnumerable<PlaceCode> counties) => new([.. counties.Distinct().Order()], null);

    /// <summary>The rows of all counties in the tables of the set, and in the releases up to the period of one.</summary>
    public static Basis Of(ReleaseId release) => new(null, release);
}
