using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;

namespace Portal.Site.Pages;

/// <summary>What the parts of a county's page are made from.</summary>
/// <param name="Site">Site.</param>
/// <param name="Place">County.</param>
/// <param name="Release">Release whose schools are shown.</param>
/// <param name="Releases">Releases seen from there, oldest first.</param>
/// <param name="Main">Scheme that is judged first, null where the release has none.</param>
public sealed record CountyContext(SiteContext Site, Place Place, Release Release, IReadOnlyList<Release> Releases, Scheme? Main)
{
    /// <summary>The county in its newest release, or as published in <paramref name="pinned"/>.</summary>
    public static CountyContext Of(SiteContext site, PlaceCode code, Release? pinned)
    {
        Release release = pinned ?? site.Index.ReleaseOf(code) ?? throw new ArgumentException($"No release for {code}.", nameof(code));
        return new CountyContext(site, site.Data.Places[code], release, pinned is null ? site.Data.CurrentReleases : site.Index.UpTo(pinned), site.Index.MainScheme(release));
    }

    /// <summary>True where the release has schools of the county.</summary>
    public bool HasSchools => !Release.Schools.RowsOf(Place.Code).Equals(0..0);

    /// <summary>True on a site of published values, where a missing record does not mean that nothing was done.</summary>
    public bool PublishedOnly => Site.Data.Settings.Kind == DataSetKind.PublishedValues;

    /// <summary>Schemes of the release, in its order.</summary>
    public IReadOnlyList<Scheme> Schemes => [.. Release.Schemes.Select(Site.Data.Scheme).OfType<Scheme>()];

    /// <summary>The result of a stage in the release.</summary>
    public StageResult? Result(Scheme scheme, StageId stage) => Site.Findings.Find(Release.Id, Place.Code, scheme.Id, stage);

    /// <summary>The whole rule of a scheme in the release; null without schools, or where the scheme has no gates.</summary>
    public Verdict? Verdict(Scheme scheme) => Site.Findings.Verdict(Release.Id, Place.Code, scheme.Id);

    /// <summary>What drives a stage's coefficients; null where nothing is comparable.</summary>
    public StageDrivers? Drivers(Scheme scheme, StageId stage) => Site.Drivers.Of(Release, Place.Code, scheme, stage);

    /// <summary>True where some stage of some scheme is comparable, so that there are drivers to show.</summary>
    public bool HasDrivers => Schemes.Any(scheme => scheme.CoefficientIndicators.Any() && scheme.Stages.Any(stage => Result(scheme, stage.Id) is { Comparable: true }));

    /// <summary>The state of each stage of a scheme.</summary>
    public IReadOnlyList<StageState> States(Scheme scheme) => [.. scheme.Stages.Select(s => StageState.Of(scheme, s.Id, Result(scheme, s.Id)))];

    /// <summary>The road to recognition in a scheme.</summary>
    public Road Road(Scheme scheme) => PlaceIndex.RoadOf(Releases, Place.Code, scheme.Id);

    /// <summary>
    /// True where the scheme's figures are distances for reference only (差距): the county has not applied, and the scheme is not the
    /// one that every county is judged by.
    /// </summary>
    public bool ForReference(Scheme scheme) => PlaceIndex.ForReference(Releases, Place.Code, scheme);

    /// <summary>The newest release of an earlier period with schools of the county, or null.</summary>
    public Release? Before => Releases.LastOrDefault(r => string.CompareOrdinal(r.Id.Period, Release.Id.Period) < 0 && !r.Schools.RowsOf(Place.Code).Equals(0..0));

    /// <summary>The newest period for which the site has schools but none of this county, or null.</summary>
    public string? PeriodNotReported =>
        HasSchools && Releases.LastOrDefault(r => r.Schools.Count > 0) is { } newest && newest.Id.Period != Release.Id.Period ? newest.Id.Period : null;
}
