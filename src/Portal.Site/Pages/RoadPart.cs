using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>A step on the road to recognition.</summary>
/// <param name="Label">Step in words.</param>
/// <param name="Date">Date in words.</param>
/// <param name="Day">Date as the document gives it, for machines.</param>
/// <param name="Outcome">Outcome in words.</param>
/// <param name="Authority">Who decided, may be empty.</param>
/// <param name="Text">The document's words, may be empty.</param>
/// <param name="Shape">ok, no or run.</param>
/// <param name="Key">True for the step that decides the standing.</param>
/// <param name="Source">Document.</param>
public sealed record RoadStep(string Label, string Date, string Day, string Outcome, string Authority, string Text, string Shape, bool Key, SourceRef Source);

/// <summary>A place's road to recognition in one scheme.</summary>
/// <param name="Short">Short name of the scheme.</param>
/// <param name="Title">Title of the scheme.</param>
/// <param name="Standing">In words: 2016 年认定.</param>
/// <param name="Recognised">True where the place is recognised.</param>
/// <param name="Decided">True where the authority has decided: recognised, deferred or withdrawn.</param>
/// <param name="Steps">Steps by date.</param>
/// <param name="Note">Source, as-of date, release.</param>
public sealed record RoadPart(string Short, string Title, string Standing, bool Recognised, bool Decided, IReadOnlyList<RoadStep> Steps, TableNote Note)
{
    /// <summary>The roads of a place that have steps, in order of the schemes.</summary>
    public static IReadOnlyList<RoadPart> Of(SiteContext site, IReadOnlyList<Release> releases, PlaceCode place) =>
        [.. site.Data.Schemes.Select(s => Of(site, releases[^1], s, PlaceIndex.RoadOf(releases, place, s.Id))).Where(r => r.Steps.Count > 0)];

    private static RoadPart Of(SiteContext site, Release release, Scheme scheme, Road road) => new(
        scheme.Short,
        scheme.Title,
        Words(road),
        road.Standing == Domain.Evaluation.Standing.Recognised,
        road.Standing is Domain.Evaluation.Standing.Recognised or Domain.Evaluation.Standing.Deferred or Domain.Evaluation.Standing.Withdrawn,
        [.. road.Steps.Select(s => new RoadStep(
            site.Data.Vocabulary.Label("step", s.Step),
            Format.Date(s.Done),
            s.Done.Text,
            site.Data.Vocabulary.Label("outcome", s.Outcome),
            s.Authority,
            s.Text,
            s.Step is Road.Deferral or Road.Withdrawal || s.Outcome is "not-passed" or "deferred" or "withdrawn" ? "no" : s.Outcome == "ongoing" ? "run" : "ok",
            ReferenceEquals(s, road.Decisive),
            Sourcing.Of(site, s.Source)))],
        Sourcing.Note(site, release, road.Steps.Select(s => s.Source)));

    /// <summary>Where a place stands, with the year: 2016 年认定, 推迟, 撤销, 已申报; — where nothing is recorded.</summary>
    public static string Words(Road road) => road.Standing switch
    {
        Domain.Evaluation.Standing.Recognised => road.Decisive?.Done.Year is { } year ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{year} 年认定") : "已认定",
        Domain.Evaluation.Standing.Deferred => "推迟",
        Domain.Evaluation.Standing.Withdrawn => "撤销",
        Domain.Evaluation.Standing.Applied => "已申报",
        _ => "—",
    };
}
