using System.Globalization;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;

namespace Portal.Site.Pages;

/// <summary>A promise and what is known of it.</summary>
/// <param name="Year">Year by which it was promised, in words.</param>
/// <param name="Measure">What was promised.</param>
/// <param name="Target">不低于 65%; 未写数值 where the promise has no number.</param>
/// <param name="Text">The document's words.</param>
/// <param name="Shape">Shape of the state's mark: ok, no, na or run.</param>
/// <param name="State">到期，无报告; 未到期; 已报告 … .</param>
/// <param name="Source">Source.</param>
public sealed record TargetRow(string Year, string Measure, string Target, string Text, string Shape, string State, SourceRef Source)
{
    /// <summary>
    /// State of a target whose year is over and of which nothing is reported. A site of published values has not seen every report:
    /// it says so, and does not say that there is none.
    /// </summary>
    public static string DueSilent(SiteContext site) => site.Data.Settings.Kind == DataSetKind.PublishedValues ? "已到期，本站没有收录结果" : "到期，无报告";

    /// <summary>
    /// The row of a target. It is judged only by a fact of the same measure, year and unit, and never where the promise has no number;
    /// a year is over when the newest release's as-of date is past its last day. A promised step of recognition is told by the procedure.
    /// </summary>
    /// <param name="site">Site.</param>
    /// <param name="target">Target.</param>
    /// <param name="facts">Facts of its place.</param>
    /// <param name="releases">Releases seen, oldest first.</param>
    public static TargetRow Of(SiteContext site, Target target, IReadOnlyList<Fact> facts, IReadOnlyList<Release> releases)
    {
        Release release = releases[^1];
        Fact? fact = facts.FirstOrDefault(f => f.Measure.Length > 0 && f.Measure == target.Measure && f.Year == target.Year && f.Year.Length > 0 && f.Unit == target.Unit && f.Value.HasValue);
        bool dated = int.TryParse(target.Year, NumberStyles.None, CultureInfo.InvariantCulture, out int year);
        bool due = dated && release.AsOf > new DateOnly(year, 12, 31);
        (SchemeId Scheme, string Step)? planned = fact is null ? PlannedStep.Meaning(site.Data.Vocabulary, target.Measure) : null;
        Road? road = planned is { } step ? PlaceIndex.RoadOf(releases, new PlaceCode(target.Subject), step.Scheme) : null;
        (string shape, string state) = (fact, target.Value.HasValue) switch
        {
            _ when road is not null => RoadPart.StateOf(site, PlannedStep.Of(target, planned!.Value.Step, road, release.AsOf), road, release),
            ({ } found, true) => Comparison.Holds(found.Value.Value, target.Value.Value, target.Sense)
                ? ("ok", $"已报告 {PublishedPart.Value(found.Value, found.Unit)}，达到目标")
                : ("no", $"已报告 {PublishedPart.Value(found.Value, found.Unit)}，没有达到目标"),
            ({ } found, false) => ("run", $"已报告 {PublishedPart.Value(found.Value, found.Unit)}，目标没有数值，不判断"),
            _ when !dated => ("na", site.Data.Settings.Kind == DataSetKind.PublishedValues ? "原文未写期限，本站没有收录结果" : "原文未写期限，无报告"),
            _ when due => ("na", DueSilent(site)),
            _ => ("run", "未到期"),
        };
        return new TargetRow(
            dated ? Portal.Site.Text.Format.Period(target.Year) : PublishedPart.NoYear,
            site.Data.Vocabulary.Label("measure", target.Measure),
            target.Value.HasValue ? $"{(target.Sense == Sense.AtLeast ? "不低于" : "不高于")} {PublishedPart.Value(target.Value, target.Unit)}" : "未写数值",
            target.Text,
            shape,
            state,
            Sourcing.Of(site, target.Source));
    }
}
