using System.Globalization;
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
public sealed record RoadStep(string Label, string Date, string Day, string Outcome, string Authority, string Text, string Shape, bool Key, SourceRef Source)
{
    /// <summary>Errata of the step.</summary>
    public IReadOnlyList<Fix> Fixes { get; init; } = [];
}

/// <summary>A step that was promised, beside what came of it.</summary>
/// <param name="Label">Step in words.</param>
/// <param name="Year">Year by which it was promised, in words.</param>
/// <param name="State">What came of it, in words.</param>
/// <param name="Shape">Shape of the mark: ok, na or run.</param>
/// <param name="Ahead">True where it is not taken.</param>
/// <param name="Text">The document's words, may be empty.</param>
/// <param name="Source">Document.</param>
public sealed record RoadPlan(string Label, string Year, string State, string Shape, bool Ahead, string Text, SourceRef Source)
{
    /// <summary>Errata of the promise.</summary>
    public IReadOnlyList<Fix> Fixes { get; init; } = [];
}

/// <summary>A place's road to recognition in one scheme: what is done, what lies ahead, what was promised.</summary>
/// <param name="Scheme">Scheme.</param>
/// <param name="Short">Short name of the scheme.</param>
/// <param name="Title">Title of the scheme.</param>
/// <param name="Standing">In words: 2016 年认定; 没有申报, or 没有收录认定的记录 where that would say too much.</param>
/// <param name="Applied">True where an application or a later step is on record.</param>
/// <param name="Recognised">True where the place is recognised.</param>
/// <param name="Decided">True where the authority has decided: recognised, deferred or withdrawn.</param>
/// <param name="Steps">Steps by date.</param>
/// <param name="Ahead">Steps of the procedure that lie ahead of an application under way, in words, in order; those with a plan are in <paramref name="Plans"/> too.</param>
/// <param name="Plans">Promised steps by year.</param>
/// <param name="Note">Source, as-of date, release.</param>
public sealed record RoadPart(
    SchemeId Scheme, string Short, string Title, string Standing, bool Applied, bool Recognised, bool Decided, IReadOnlyList<RoadStep> Steps, IReadOnlyList<string> Ahead, IReadOnlyList<RoadPlan> Plans, TableNote Note)
{
    /// <summary>The roads of a place that have steps or plans, in order of the schemes.</summary>
    public static IReadOnlyList<RoadPart> Of(SiteContext site, IReadOnlyList<Release> releases, PlaceCode place) => Of(site, releases, place, []);

    /// <summary>
    /// The roads of a county in the schemes of its release, those not applied for among them: 没有申报. On a site of published values,
    /// where no record does not mean that nothing was done, only those with steps or plans.
    /// </summary>
    public static IReadOnlyList<RoadPart> Of(CountyContext county) =>
        Of(county.Site, county.Releases, county.Place.Code, county.PublishedOnly || !county.HasSchools ? [] : [.. county.Schemes.Select(s => s.Id)]);

    private static RoadPart[] Of(SiteContext site, IReadOnlyList<Release> releases, PlaceCode place, IReadOnlyList<SchemeId> always)
    {
        IReadOnlyList<Target> targets = PublishedPart.TargetsOf(site, releases, place);
        return [.. site.Data.Schemes.Select(s => Of(site, releases, s, PlaceIndex.RoadOf(releases, place, s.Id), targets, always.Contains(s.Id))).Where(r => r.Steps.Count > 0 || r.Plans.Count > 0 || always.Contains(r.Scheme))];
    }

    private static RoadPart Of(SiteContext site, IReadOnlyList<Release> releases, Scheme scheme, Road road, IReadOnlyList<Target> targets, bool known)
    {
        Release release = releases[^1];
        RoadPlan[] plans =
        [
            .. targets.Select(t => (Target: t, Meaning: PlannedStep.Meaning(site.Data.Vocabulary, t.Measure))).Where(p => p.Meaning?.Scheme == scheme.Id)
                .Select(p => PlanOf(site, PlannedStep.Of(p.Target, p.Meaning!.Value.Step, road, release.AsOf), road, release) with { Fixes = PromisePart.FixesOf(site, releases, p.Target) }),
        ];
        return new RoadPart(
            scheme.Id,
            scheme.Short,
            scheme.Title,
            road.Standing == Domain.Evaluation.Standing.NotApplied ? known ? "没有申报" : "没有收录认定的记录" : Words(road),
            road.Standing != Domain.Evaluation.Standing.NotApplied,
            road.Standing == Domain.Evaluation.Standing.Recognised,
            road.Standing is Domain.Evaluation.Standing.Recognised or Domain.Evaluation.Standing.Deferred or Domain.Evaluation.Standing.Withdrawn,
            [.. road.Steps.Select(s => StepOf(site, road, s) with { Fixes = FixesOf(site, releases, s) })],
            [.. road.Ahead().Select(s => site.Data.Vocabulary.Label("step", s))],
            plans,
            Sourcing.Note(site, release, [.. road.Steps.Select(s => s.Source), .. targets.Where(t => PlannedStep.Meaning(site.Data.Vocabulary, t.Measure)?.Scheme == scheme.Id).Select(t => t.Source)]));
    }

    /// <summary>Where a place stands, with the year: 2016 年认定, 推迟, 撤销, 已申报; — where nothing is recorded.</summary>
    public static string Words(Road road) => road.Standing switch
    {
        Domain.Evaluation.Standing.Recognised => road.Decisive?.Done.Year is { } year ? string.Create(CultureInfo.InvariantCulture, $"{year} 年认定") : "已认定",
        Domain.Evaluation.Standing.Deferred => "推迟",
        Domain.Evaluation.Standing.Withdrawn => "撤销",
        Domain.Evaluation.Standing.Applied => "已申报",
        _ => "—",
    };

    /// <summary>What came of a promised step, in words, and the shape of its mark.</summary>
    public static (string Shape, string Words) StateOf(SiteContext site, PlannedStep plan, Road road, Release release)
    {
        string day = Format.Day(release.AsOf);
        string taken = plan.Fact is { } fact ? $"{Format.Date(fact.Done)}" : "";
        return plan.State switch
        {
            PlanState.Done => ("ok", taken + "已办"),
            PlanState.DoneLate => ("ok", $"{taken}已办，晚于计划"),
            PlanState.Undated => ("na", $"原文没有写年份，截至 {day} 没有记录"),
            PlanState.Open => ("run", "没有到期"),
            // A site of published values has not seen every document: it says so, and does not say that there is none.
            _ when site.Data.Settings.Kind == DataSetKind.PublishedValues => ("na", "已到期，本站没有收录结果"),
            _ when road.Standing == Domain.Evaluation.Standing.NotApplied => ("na", $"已过期：截至 {day} 没有申报"),
            _ => ("na", $"已过期：截至 {day} 没有记录"),
        };
    }

    private static RoadPlan PlanOf(SiteContext site, PlannedStep plan, Road road, Release release)
    {
        (string shape, string words) = StateOf(site, plan, road, release);
        return new RoadPlan(
            site.Data.Vocabulary.Label("step", plan.Step),
            plan.Year is null ? "没有写年份" : Format.Period(plan.Target.Year),
            words,
            shape,
            plan.Fact is null,
            plan.Target.Text,
            Sourcing.Of(site, plan.Target.Source));
    }

    private static IReadOnlyList<Fix> FixesOf(SiteContext site, IReadOnlyList<Release> releases, ProcedureStep step) =>
        Fix.OfRow(site, releases, r => r.ProcedureOf(step.Place).Contains(step), "procedure", step.Place.Value, step.Scheme.Value, step.Step, step.Done.Text);

    private static RoadStep StepOf(SiteContext site, Road road, ProcedureStep step) => new(
        site.Data.Vocabulary.Label("step", step.Step),
        Format.Date(step.Done),
        step.Done.Text,
        site.Data.Vocabulary.Label("outcome", step.Outcome),
        step.Authority,
        step.Text,
        step.Step is Road.Deferral or Road.Withdrawal || step.Outcome is "not-passed" or "deferred" or "withdrawn" ? "no" : step.Outcome == "ongoing" ? "run" : "ok",
        ReferenceEquals(step, road.Decisive),
        Sourcing.Of(site, step.Source));
}
