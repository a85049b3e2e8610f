using System.Globalization;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>A promise and what is known of it.</summary>
/// <param name="School">The school that it was made for, null for the place itself.</param>
/// <param name="Year">Year by which it was promised, in words.</param>
/// <param name="Measure">What was promised.</param>
/// <param name="Target">不低于 65%; 未写数值 where the promise has no number.</param>
/// <param name="Text">The document's words.</param>
/// <param name="Kind">State.</param>
/// <param name="Silent">True where it is due and the site has no report of it at all.</param>
/// <param name="Shape">Shape of the state's mark.</param>
/// <param name="State">Word of the state.</param>
/// <param name="Reports">What was reported, each with its source.</param>
/// <param name="Computed">What the site works out, empty where it cannot.</param>
/// <param name="Source">Source of the promise.</param>
public sealed record PromiseRow(
    Crumb? School, string Year, string Measure, string Target, string Text, PromiseState Kind, bool Silent, string Shape, string State, IReadOnlyList<(string Words, SourceRef? Source)> Reports, string Computed, SourceRef Source)
{
    /// <summary>Errata of the row.</summary>
    public IReadOnlyList<Fix> Fixes { get; init; } = [];
}

/// <summary>A project and where it stands.</summary>
public sealed record ProjectRow(Crumb? School, string Title, string Kind, string Funds, string Planned, string Done, string Shape, string State, SourceRef Source)
{
    /// <summary>Errata of the row.</summary>
    public IReadOnlyList<Fix> Fixes { get; init; } = [];
}

/// <summary>承诺与兑现 of a place with its schools, or of a school: targets and projects, judged at the as-of date of the newest release.</summary>
/// <param name="Targets">Promises: the place's own by year, then its schools'.</param>
/// <param name="Projects">Projects, likewise by planned date.</param>
/// <param name="Counts">Counts by state.</param>
/// <param name="Note">Sources of the promises and of what was reported.</param>
/// <param name="ProjectNote">Sources of the projects.</param>
/// <param name="Published">True on a site of published values, which has not seen every report.</param>
public sealed record PromisePart(IReadOnlyList<PromiseRow> Targets, IReadOnlyList<ProjectRow> Projects, PromiseCounts Counts, TableNote Note, TableNote ProjectNote, bool Published)
{
    /// <summary>True where there is neither a promise nor a project.</summary>
    public bool IsEmpty => Targets.Count == 0 && Projects.Count == 0;

    /// <summary>Heading of the section.</summary>
    public string Title => TitleOf(Published);

    /// <summary>Heading of promises, by the kind of site.</summary>
    public static string TitleOf(bool published) => published ? "承诺与目标" : "承诺与兑现";

    /// <summary>Its anchor.</summary>
    public string Anchor => AnchorOf(Published);

    /// <summary>Anchor of promises on the page of a place.</summary>
    public static string AnchorOf(bool published) => published ? "targets" : "promises";

    /// <summary>The promises of a place and of the schools that a county has in the releases.</summary>
    public static PromisePart Of(SiteContext site, IReadOnlyList<Release> releases, PlaceCode place) =>
        Of(site, releases, [place.Value, .. releases.SelectMany(r => site.Index.RowsOf(r).SchoolsPromisedIn(place)).Select(s => s.Value).Distinct().Order(StringComparer.Ordinal)], withNames: true);

    /// <summary>The promises of a school.</summary>
    public static PromisePart Of(SiteContext site, SchoolId school) => Of(site, site.Data.CurrentReleases, [school.Value], withNames: false);

    private static PromisePart Of(SiteContext site, IReadOnlyList<Release> releases, IReadOnlyList<string> subjects, bool withNames)
    {
        Release newest = releases[^1];
        List<(Promise Promise, PromiseRow Row)> promises = [];
        List<(ProjectProgress Progress, ProjectRow Row)> projects = [];
        foreach (string subject in subjects)
        {
            bool place = site.Data.Places.Find(new PlaceCode(subject)) is not null;
            Crumb? school = withNames && !place ? SchoolLink(site, new SchoolId(subject)) : null;
            List<Target> targets = PublishedPart.Merge(releases, r => site.Index.RowsOf(r).TargetsOf(subject), t => (t.Year, t.Measure));
            if (targets.Count > 0)
            {
                ILookup<string, Fact> facts = PublishedPart.Merge(releases, r => site.Index.RowsOf(r).FactsOf(new PlaceCode(subject)), f => (f.Year, f.Topic, f.Label)).ToLookup(f => f.Measure, StringComparer.Ordinal);
                promises.AddRange(targets.OrderBy(t => t.Year.Length == 0 ? "9999" : t.Year, StringComparer.Ordinal).Select(t =>
                {
                    Promise promise = Judge(site, releases, t, facts[t.Measure], newest.AsOf);
                    return Stepped(site, releases, promise, Row(site, promise, school, newest.AsOf) with { Fixes = FixesOf(site, releases, t) });
                }));
            }

            projects.AddRange(PublishedPart.Merge(releases, r => r.ProjectsOf(subject), p => p.Id).OrderBy(p => p.Planned.Text, StringComparer.Ordinal).ThenBy(p => p.Id, StringComparer.Ordinal).Select(p =>
            {
                ProjectProgress progress = ProjectProgress.Of(p, newest.AsOf);
                return (progress, Row(site, progress, school) with { Fixes = Fix.OfRow(site, releases, r => r.ProjectsOf(subject).Contains(p), "projects", p.Id) });
            }));
        }

        return new PromisePart(
            [.. promises.Select(p => p.Row)],
            [.. projects.Select(p => p.Row)],
            PromiseCounts.Of(promises.Select(p => p.Promise.State), projects.Select(p => p.Progress.State), site.Data.Settings.Kind == DataSetKind.PublishedValues),
            Sourcing.Note(site, newest, promises.SelectMany(p => new[] { p.Promise.Target.Source, p.Promise.Report?.Source, p.Promise.Later?.Source }).OfType<SourceId>()),
            Sourcing.Note(site, newest, projects.Select(p => p.Progress.Project.Source)),
            site.Data.Settings.Kind == DataSetKind.PublishedValues);
    }

    /// <summary>The errata of a promise in the newest of some releases that holds it.</summary>
    internal static IReadOnlyList<Fix> FixesOf(SiteContext site, IReadOnlyList<Release> releases, Target target)
    {
        string subject = target.Subject;
        string[] key = site.Data.Places.Find(new PlaceCode(subject)) is not null ? [subject, ""] : ["", subject];
        return Fix.OfRow(site, releases, r => site.Index.RowsOf(r).TargetsOf(subject).Contains(target), "targets", [.. key, target.Year, target.Measure]);
    }

    private static Promise Judge(SiteContext site, IReadOnlyList<Release> releases, Target target, IEnumerable<Fact> facts, DateOnly asOf)
    {
        MeasureDetail measure = site.Data.Vocabulary.Measure("measure", target.Measure);
        IEnumerable<PromiseReport> reports = facts.Where(f => f.Year.Length > 0)
            .Select(f => new PromiseReport(int.Parse(f.Year, CultureInfo.InvariantCulture), f.Value, f.Unit, f.Text, f.Source))
            .Concat(ComputedMeasure.Reports(site.Data, releases, measure, target.Subject));

        // Published documents are not whole tables: nothing is worked out from them, and nothing before the year is over.
        PromiseComputed? computed = null;
        if (site.Data.Settings.Kind != DataSetKind.PublishedValues && measure.From is { IsComputed: true } from && Promise.YearOf(target) is { } year && asOf > new DateOnly(year, 12, 31)
            && (measure.Unit.Length == 0 || measure.Unit == target.Unit) && ComputedMeasure.Value(site.Data, releases, from, target.Subject, year) is { } value)
        {
            computed = new PromiseComputed(value, target.Value.HasValue ? Comparison.Holds(value, target.Value.Value, target.Sense) : null, from);
        }

        return Promise.Judge(target, reports, computed, asOf);
    }

    // A promised step of recognition is told by the procedure, where no report is. Nothing is judged by number.
    private static (Promise, PromiseRow) Stepped(SiteContext site, IReadOnlyList<Release> releases, Promise promise, PromiseRow row)
    {
        if (promise.Report is not null || promise.Later is not null || PlannedStep.Meaning(site.Data.Vocabulary, promise.Target.Measure) is not var (scheme, step))
        {
            return (promise, row);
        }

        Road road = PlaceIndex.RoadOf(releases, new PlaceCode(promise.Target.Subject), scheme);
        PlannedStep plan = PlannedStep.Of(promise.Target, step, road, releases[^1].AsOf);
        (string shape, string state) = RoadPart.StateOf(site, plan, road, releases[^1]);
        PromiseState kind = plan.State switch
        {
            PlanState.Done => PromiseState.Met,
            PlanState.DoneLate => PromiseState.Late,
            PlanState.Open => PromiseState.NotDue,
            PlanState.Overdue => PromiseState.NoReport,
            _ => PromiseState.NoYear,
        };
        return (promise with { State = kind }, row with { Kind = kind, Silent = kind == PromiseState.NoReport, Shape = shape, State = state });
    }

    private static PromiseRow Row(SiteContext site, Promise promise, Crumb? school, DateOnly asOf)
    {
        Target target = promise.Target;
        bool published = site.Data.Settings.Kind == DataSetKind.PublishedValues;
        bool over = Promise.YearOf(target) is { } year && asOf > new DateOnly(year, 12, 31);
        string silent = promise.Report is null && promise.Later is null ? published ? "，本站没有收录结果" : "，无报告" : "";
        (string shape, string state) = promise.State switch
        {
            PromiseState.Met => ("ok", "已兑现"),
            PromiseState.Late => ("ok", "逾期兑现"),
            PromiseState.Missed => ("no", "逾期未兑现"),
            PromiseState.NoReport => ("na", promise.Later is not null ? "到期那年" + (published ? "的结果没有收录" : "无报告") : published ? "已到期，本站没有收录结果" : "到期，无报告"),
            PromiseState.NotDue => ("run", "未到期"),
            PromiseState.NoNumber => ("na", "未给数值，不按数判断" + (over ? silent : "")),
            _ => ("na", "原文未写期限" + (silent.Length > 0 ? silent : "，不判断")),
        };
        List<(string, SourceRef?)> reports = [];
        foreach (PromiseReport report in new[] { promise.Report, promise.Later }.OfType<PromiseReport>())
        {
            string reach = target.Value.HasValue && report == promise.Later ? Comparison.Holds(report.Value.Value, target.Value.Value, target.Sense) ? "，达到目标" : "，没有达到目标" : "";
            reports.Add(($"{Format.Period(report.Year.ToString(CultureInfo.InvariantCulture))}报告 {PublishedPart.Value(report.Value, report.Unit)}{reach}", report.Source is { } source ? Sourcing.Of(site, source) : null));
        }

        return new PromiseRow(
            school,
            Promise.YearOf(target) is null ? PublishedPart.NoYear : Format.Period(target.Year),
            site.Data.Vocabulary.Label("measure", target.Measure),
            target.Value.HasValue ? $"{(target.Sense == Sense.AtLeast ? "不低于" : "不高于")} {PublishedPart.Value(target.Value, target.Unit)}" : "未写数值",
            target.Text,
            promise.State,
            over && silent.Length > 0,
            shape,
            state,
            reports,
            promise.Computed is { } computed ? ComputedWords(computed, target) : "",
            Sourcing.Of(site, target.Source));
    }

    private static string ComputedWords(PromiseComputed computed, Target target)
    {
        int decimals = computed.From.Origin == MeasureOrigin.RecognisedShare ? 1 : 0;
        string printed = target.Value.HasValue ? Comparison.Print(computed.Value, decimals, target.Value.Value, target.Sense) : Comparison.Print(computed.Value, decimals);
        string value = Format.Grouped(printed) + (target.Unit == "%" ? "%" : " " + target.Unit);
        return value.TrimEnd() + computed.Reaches switch { true => "，达到目标", false => "，没有达到目标", null => "" };
    }

    private static ProjectRow Row(SiteContext site, ProjectProgress progress, Crumb? school)
    {
        Project project = progress.Project;
        (string shape, string state) = progress.State switch
        {
            ProjectState.Done => ("ok", "已完成"),
            ProjectState.DoneLate => ("ok", "逾期完成"),
            ProjectState.Overdue => ("no", project.Status == ProjectProgress.Planned ? "逾期未开工" : "逾期未完成"),
            ProjectState.Stopped => ("no", progress.PastDue ? "停工，已过计划时间" : "停工"),
            ProjectState.Ongoing => ("run", "在建，未到期"),
            _ => ("run", "未开工，未到期"),
        };
        return new ProjectRow(
            school,
            project.Title,
            site.Data.Vocabulary.Label("project-kind", project.Kind),
            project.Funds.HasValue ? Format.Cell(project.Funds) + " 万元" : Format.Missing(project.Funds.State),
            project.Planned.Text.Length > 0 ? Format.Date(project.Planned) : "未写",
            project.Done.Text.Length > 0 ? Format.Date(project.Done) : "",
            shape,
            state,
            Sourcing.Of(site, project.Source));
    }

    private static Crumb SchoolLink(SiteContext site, SchoolId id) =>
        site.Data.LatestOf(id) is { } release ? new Crumb(release.Schools[release.Schools.Find(id)!.Value].Name, Addresses.School(id)) : new Crumb(id.Value, null);
}
