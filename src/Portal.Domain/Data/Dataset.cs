using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;

namespace Portal.Domain.Data;

/// <summary>State of a release.</summary>
public enum ReleaseState
{
    /// <summary>草稿.</summary>
    Draft,

    /// <summary>公示中.</summary>
    Notice,

    /// <summary>正式.</summary>
    Final,
}

/// <summary>A step of approval of a release.</summary>
public sealed record Approval(string Step, string Unit, string Post, DateText Date, string Document);

/// <summary>release.yaml with the tables of the release, those taken over from <see cref="BasedOn"/> included.</summary>
public sealed class Release
{
    /// <summary>Id.</summary>
    public required ReleaseId Id { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Day up to which ledgers are judged 截至.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>统计时点, which also chooses the dated limits and standards; null where the release carries no statistics.</summary>
    public DateOnly? StatisticsDate { get; init; }

    /// <summary>Day of publication.</summary>
    public required DateOnly Published { get; init; }

    /// <summary>State.</summary>
    public required ReleaseState State { get; init; }

    /// <summary>Schemes that are worked out for it.</summary>
    public required IReadOnlyList<SchemeId> Schemes { get; init; }

    /// <summary>The revision that it corrects.</summary>
    public ReleaseId? BasedOn { get; init; }

    /// <summary>When the next release is due, in words.</summary>
    public string NextRelease { get; init; } = "";

    /// <summary>Source of the school data.</summary>
    public SourceId? Source { get; init; }

    /// <summary>Licence in words.</summary>
    public string Licence { get; init; } = "";

    /// <summary>Legal basis of publication.</summary>
    public string LegalBasis { get; init; } = "";

    /// <summary>Approvals.</summary>
    public IReadOnlyList<Approval> Approvals { get; init; } = [];

    /// <summary>Notes.</summary>
    public string Notes { get; init; } = "";

    /// <summary>Schools.</summary>
    public SchoolTable Schools
    {
        get => schools;
        init => schools = value;
    }

    /// <summary>Schools left out by decision.</summary>
    public IReadOnlyList<Exclusion> Exclusions { get; init; } = [];

    /// <summary>Published coefficients.</summary>
    public IReadOnlyList<PublishedCoefficient> Coefficients { get; init; } = [];

    /// <summary>Facts.</summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>Targets.</summary>
    public IReadOnlyList<Target> Targets { get; init; } = [];

    /// <summary>Steps of recognition.</summary>
    public IReadOnlyList<ProcedureStep> Procedure { get; init; } = [];

    /// <summary>Published satisfaction rates.</summary>
    public IReadOnlyList<PublishedSatisfaction> Satisfaction { get; init; } = [];

    /// <summary>Classes by size, in order of school, stage and size.</summary>
    public IReadOnlyList<ClassBand> Classes { get; init; } = [];

    /// <summary>What counties report for the items of schemes.</summary>
    public IReadOnlyList<GovernmentValue> Government { get; init; } = [];

    /// <summary>Figures of public finance.</summary>
    public IReadOnlyList<FinanceValue> Finance { get; init; } = [];

    /// <summary>Projects.</summary>
    public IReadOnlyList<Project> Projects { get; init; } = [];

    /// <summary>Surveys.</summary>
    public IReadOnlyList<Survey> Surveys { get; init; } = [];

    /// <summary>Forms by survey and group.</summary>
    public IReadOnlyList<SurveyGroup> SurveyGroups { get; init; } = [];

    /// <summary>Ledgers of supervision.</summary>
    public Supervision Supervision { get; init; } = new();

    /// <summary>Self-ratings of schools beside the checks.</summary>
    public ScorecardBook Scorecards { get; init; } = ScorecardBook.Empty;

    /// <summary>Classes of a school's stage, from small to large.</summary>
    public ArraySegment<ClassBand> ClassesOf(SchoolId school, StageId stage) => (classes ??= new ClassBands(Classes)).Of(school, stage);

    /// <summary>What a county reports for a scheme's items.</summary>
    public IReadOnlyList<GovernmentValue> GovernmentOf(PlaceCode place, SchemeId scheme) => (government ??= new(Government, g => (g.Place, g.Scheme)))[(place, scheme)];

    /// <summary>Figures of public finance of a place, in order of the table.</summary>
    public IReadOnlyList<FinanceValue> FinanceOf(PlaceCode place) => (finance ??= new(Finance, f => f.Place))[place];

    /// <summary>Projects of a place or school.</summary>
    public IEnumerable<Project> ProjectsOf(string subject) => (projects ??= Projects.ToLookup(p => p.Subject, StringComparer.Ordinal))[subject];

    /// <summary>Surveys of a place.</summary>
    public IEnumerable<Survey> SurveysOf(PlaceCode place) => (surveys ??= Surveys.ToLookup(s => s.Place))[place];

    /// <summary>Groups of a survey, in order of the table.</summary>
    public IEnumerable<SurveyGroup> GroupsOf(Survey survey) => (surveyGroups ??= SurveyGroups.ToLookup(g => g.Survey, StringComparer.Ordinal))[survey.Id];

    /// <summary>The day by which dated limits are chosen.</summary>
    public DateOnly RuleDate => StatisticsDate ?? AsOf;

    /// <summary>Steps of a place, in order of the table.</summary>
    public IEnumerable<ProcedureStep> ProcedureOf(PlaceCode place) => (procedure ??= Procedure.ToLookup(s => s.Place))[place];

    /// <summary>The erratum of a cell, or null: table, key of the row with its parts joined by <c>/</c>, column.</summary>
    public Correction? CorrectionOf(string table, string row, string column) => Supervision.Corrections.Count == 0 ? null : Supervision.CorrectionOf(table, row, column);

    /// <summary>The decision that leaves a school out, or null.</summary>
    public Exclusion? ExclusionOf(SchoolId school, StageId stage, SchemeId scheme) =>
        Exclusions.Count == 0 ? null : (exclusions ??= Exclusions.ToLookup(e => e.School))[school].FirstOrDefault(e => e.Stage == stage && e.Scheme == scheme);

    /// <summary>The same release with other numbers of the same schools; all else is shared.</summary>
    public Release WithSchools(SchoolTable others)
    {
        Release copy = (Release)MemberwiseClone();
        copy.schools = others;
        return copy;
    }

    private SchoolTable schools = SchoolTable.Empty;

    // Look-ups made on first use; making one twice in two threads gives the same look-up. None is of the schools' numbers.
    private ILookup<PlaceCode, ProcedureStep>? procedure;
    private ILookup<SchoolId, Exclusion>? exclusions;
    private ClassBands? classes;
    private Ranges<(PlaceCode, SchemeId), GovernmentValue>? government;
    private Ranges<PlaceCode, FinanceValue>? finance;
    private ILookup<string, Project>? projects;
    private ILookup<PlaceCode, Survey>? surveys;
    private ILookup<string, SurveyGroup>? surveyGroups;
}

/// <summary>Everything that was read for one site, checked and typed.</summary>
public sealed partial class Dataset
{
    /// <summary>Settings.</summary>
    public required Settings Settings { get; init; }

    /// <summary>Columns, types, codes.</summary>
    public required Vocabulary Vocabulary { get; init; }

    /// <summary>Schemes in the order of their ids.</summary>
    public required IReadOnlyList<Scheme> Schemes { get; init; }

    /// <summary>Places.</summary>
    public required PlaceTree Places { get; init; }

    /// <summary>Documents by id.</summary>
    public required IReadOnlyDictionary<SourceId, SourceDocument> Sources { get; init; }

    /// <summary>Channels.</summary>
    public required IReadOnlyList<Channel> Channels { get; init; }

    /// <summary>Links between schools.</summary>
    public required IReadOnlyList<SchoolLink> SchoolLinks { get; init; }

    /// <summary>Responsible inspectors of schools.</summary>
    public IReadOnlyList<Inspector> Inspectors { get; init; } = [];

    /// <summary>Zones of inspection.</summary>
    public IReadOnlyList<Zone> Zones { get; init; } = [];

    /// <summary>What must be made public.</summary>
    public IReadOnlyList<Duty> Duties { get; init; } = [];

    /// <summary>School terms, oldest first.</summary>
    public IReadOnlyList<SchoolTerm> Terms { get; init; } = [];

    /// <summary>Inspectors of a school, in order of the table.</summary>
    public IEnumerable<Inspector> InspectorsOf(SchoolId school) => (inspectors ??= Inspectors.ToLookup(i => i.School))[school];

    /// <summary>A zone by its id, or null.</summary>
    public Zone? Zone(string id) => (zones ??= Zones.ToLookup(z => z.Id, StringComparer.Ordinal))[id].FirstOrDefault();

    /// <summary>Zones of a county, in order of the table.</summary>
    public IEnumerable<Zone> ZonesOf(PlaceCode county) => (zonesByPlace ??= Zones.ToLookup(z => z.Place))[county];

    /// <summary>Inspectors of a zone, in order of the table.</summary>
    public IEnumerable<Inspector> InspectorsIn(string zone) => (byZone ??= Inspectors.ToLookup(i => i.Zone, StringComparer.Ordinal))[zone];

    /// <summary>Evaluation trees of school supervision, by id.</summary>
    public IReadOnlyList<EvaluationTree> Trees { get; init; } = [];

    /// <summary>The evaluation tree of that id, or null.</summary>
    public EvaluationTree? Tree(string id) => Trees.FirstOrDefault(t => t.Id == id);

    /// <summary>Campuses of schools.</summary>
    public IReadOnlyList<Campus> Campuses { get; init; } = [];

    /// <summary>Checks of public spending (funding.csv).</summary>
    public IReadOnlyList<FundingCheck> FundingChecks { get; init; } = [];

    /// <summary>Rules on the size of classes and schools.</summary>
    public IReadOnlyList<SizeRule> SizeRules { get; init; } = [];

    /// <summary>Memberships in groups of schools.</summary>
    public IReadOnlyList<SchoolGroup> Groups { get; init; } = [];

    /// <summary>All releases, oldest first.</summary>
    public required IReadOnlyList<Release> Releases
    {
        get => releases;
        init => releases = value;
    }

    /// <summary>The same data set with other numbers of the same schools in its releases; all else is shared.</summary>
    public Dataset WithReleases(IReadOnlyList<Release> others)
    {
        Dataset copy = (Dataset)MemberwiseClone();
        (copy.releases, copy.current) = (others, null);
        return copy;
    }

    /// <summary>The newest revision of each period, oldest period first: what is current.</summary>
    public IReadOnlyList<Release> CurrentReleases => current ??= [.. Releases.GroupBy(r => r.Id.Period).Select(g => g.MaxBy(r => r.Id)!).OrderBy(r => r.Id)];

    /// <summary>The newest release, or null where there is none.</summary>
    public Release? Latest => CurrentReleases.Count == 0 ? null : CurrentReleases[^1];

    /// <summary>What is current for a county: the newest revision of the newest period that has schools of it (data.md §4), or null.</summary>
    public Release? LatestOf(PlaceCode county) => CurrentReleases.LastOrDefault(r => !r.Schools.RowsOf(county).Equals(0..0));

    /// <summary>What is current for a school: the newest revision of the newest period that has it, or null.</summary>
    public Release? LatestOf(SchoolId school) => CurrentReleases.LastOrDefault(r => r.Schools.Find(school) is not null);

    /// <summary>The release of that id, or null.</summary>
    public Release? Release(ReleaseId id) => Releases.FirstOrDefault(r => r.Id == id);

    /// <summary>The releases seen from a release: the newest revision of each earlier period that was published by then, and itself; oldest first.</summary>
    public IReadOnlyList<Release> UpTo(Release release) =>
        [.. Releases.Where(r => r.Id == release.Id || (string.CompareOrdinal(r.Id.Period, release.Id.Period) < 0 && r.Published <= release.Published))
            .GroupBy(r => r.Id.Period).Select(g => g.MaxBy(r => r.Id)!).OrderBy(r => r.Id)];

    /// <summary>The scheme of that id, or null.</summary>
    public Scheme? Scheme(SchemeId id) => Schemes.FirstOrDefault(s => s.Id == id);

    /// <summary>Links that leave a school or lead to it, in order of the table.</summary>
    public IEnumerable<SchoolLink> LinksOf(SchoolId school) =>
        (links ??= SchoolLinks.SelectMany(link => new[] { link.From, link.To ?? link.From }.Distinct().Select(end => (End: end, Link: link))).ToLookup(p => p.End, p => p.Link))[school];

    /// <summary>Channels of the nearest place up the tree that has any for the topic, in order of the table; empty where none is known.</summary>
    public IReadOnlyList<Channel> ChannelsOf(PlaceCode place, string topic)
    {
        channels ??= Channels.ToLookup(c => (c.Place, c.Topic));
        foreach (Place up in Places.PathUp(place))
        {
            if (channels.Contains((up.Code, topic)))
            {
                return [.. channels[(up.Code, topic)]];
            }
        }

        return [];
    }

    private IReadOnlyList<Release> releases = [];

    // Look-ups made on first use; making one twice in two threads gives the same look-up. None is of the schools' numbers.
    private IReadOnlyList<Release>? current;
    private ILookup<string, Zone>? zones;
    private ILookup<PlaceCode, Zone>? zonesByPlace;
    private ILookup<SchoolId, Inspector>? inspectors;
    private ILookup<string, Inspector>? byZone;
    private ILookup<SchoolId, SchoolLink>? links;
    private ILookup<(PlaceCode, string), Channel>? channels;
}
