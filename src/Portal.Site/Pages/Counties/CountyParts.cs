using Portal.Domain.Data;

namespace Portal.Site.Pages;

/// <summary>
/// The parts of a county's page that follow from its release and the releases seen from there. The current page and the page pinned to
/// the newest release have the same, so they are worked out once for both.
/// </summary>
public sealed class CountyParts
{
    private CountyParts(CountyContext county)
    {
        Schools = CountySchools.Of(county);
        Short = ShortBlock.Of(county);
        Published = PublishedPart.Of(county.Site, county.Releases, county.Place.Code);
        Funding = FundingPart.Of(county.Site, county.Releases, county.Place.Code);
        Surveys = SurveyPart.Of(county);
        Schemes = SchemeSection.Of(county);
        Roads = RoadPart.Of(county);
        Trends = CountyTrends.Of(county);
        Gates = GateSection.Of(county);
        Items = ItemSection.Of(county);
        Why = WhyStages.Of(county, whole: false);
        Classes = CountyClassSizes.Of(county);
        Answers = AnswersPart.Of(county.Site, county.Releases, county.Place.Code);
        Errata = [.. county.Releases.SelectMany(r => county.Site.ErrataOf(r, county.Place.Code))];
        Evaluation = CountyEvaluation.Of(county);
        Lead = CountyWords.Lead(county, Schools, Published);
    }

    /// <summary>The parts of a county as seen from its release.</summary>
    public static CountyParts Of(CountyContext county) =>
        county.Site.CountyParts.Of(KeyOf(county), _ => new CountyParts(county));

    /// <summary>What drives the coefficients in full, for the page of its own: every school of every indicator, and schemes for reference too.</summary>
    public static IReadOnlyList<WhySection> Drivers(CountyContext county) =>
        county.Site.CountyDrivers.Of(KeyOf(county), _ => WhyStages.Of(county, whole: true));

    // From one release two rows of releases are seen: all that are current, or those up to it. Often they are the same.
    private static (ReleaseId Release, PlaceCode County, bool AllReleases) KeyOf(CountyContext county) =>
        (county.Release.Id, county.Place.Code, county.Releases.SequenceEqual(county.Site.Data.CurrentReleases));

    /// <summary>Three sentences.</summary>
    public IReadOnlyList<string> Lead { get; }

    /// <summary>Gates with margin, by scheme.</summary>
    public IReadOnlyList<GateSection> Gates { get; }

    /// <summary>Items of government, quality, entry and veto, by scheme.</summary>
    public IReadOnlyList<ItemSection> Items { get; }

    /// <summary>Roads.</summary>
    public IReadOnlyList<RoadPart> Roads { get; }

    /// <summary>Coefficients by scheme.</summary>
    public IReadOnlyList<SchemeSection> Schemes { get; }

    /// <summary>Trends of the composite per stage.</summary>
    public IReadOnlyList<TrendBlock> Trends { get; }

    /// <summary>What drives the coefficients, by scheme that applies.</summary>
    public IReadOnlyList<WhySection> Why { get; }

    /// <summary>Sizes of classes and schools, null without schools.</summary>
    public CountyClassSizes? Classes { get; }

    /// <summary>Schools, null where the release has none of the county.</summary>
    public CountySchools? Schools { get; }

    /// <summary>What it takes to bring the schools up to the standards; empty without standards.</summary>
    public IReadOnlyList<ShortBlock> Short { get; }

    /// <summary>What the law asks of its spending, null without figures.</summary>
    public FundingPart? Funding { get; }

    /// <summary>Published values.</summary>
    public PublishedPart Published { get; }

    /// <summary>Surveys, null where there are none.</summary>
    public SurveyPart? Surveys { get; }

    /// <summary>How feedback has been answered, null where nothing is published.</summary>
    public AnswersPart? Answers { get; }

    /// <summary>Errata of the county and its schools.</summary>
    public IReadOnlyList<ErrataRow> Errata { get; }

    /// <summary>Self-ratings of schools beside checks; null where there is none.</summary>
    public CountyEvaluation? Evaluation { get; }
}
