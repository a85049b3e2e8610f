using System.Collections.Concurrent;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;

namespace Portal.Site;

/// <summary>The rows of a release by place, so that no page looks through the whole country.</summary>
public sealed class PlaceRows
{
    private readonly ILookup<PlaceCode, PublishedCoefficient> coefficients;
    private readonly ILookup<PlaceCode, Fact> facts;
    private readonly ILookup<string, Target> targets;
    private readonly ILookup<PlaceCode, PublishedSatisfaction> satisfaction;
    private readonly ILookup<PlaceCode, SchoolId> promised;
    private readonly Release release;

    internal PlaceRows(Release release)
    {
        this.release = release;
        coefficients = release.Coefficients.ToLookup(c => c.Place);
        facts = release.Facts.ToLookup(f => f.Place);
        targets = release.Targets.ToLookup(t => t.Subject, StringComparer.Ordinal);
        satisfaction = release.Satisfaction.ToLookup(s => s.Place);
        promised = release.Targets.Select(t => t.Subject).Concat(release.Projects.Select(p => p.Subject)).Distinct(StringComparer.Ordinal).Select(s => new SchoolId(s))
            .Where(s => release.Schools.Find(s) is not null).ToLookup(s => release.Schools[release.Schools.Find(s)!.Value].Place);
    }

    /// <summary>Published coefficients of a place, in order of the table.</summary>
    public IEnumerable<PublishedCoefficient> CoefficientsOf(PlaceCode place) => coefficients[place];

    /// <summary>Facts of a place.</summary>
    public IEnumerable<Fact> FactsOf(PlaceCode place) => facts[place];

    /// <summary>Targets of a place or school.</summary>
    public IEnumerable<Target> TargetsOf(string subject) => targets[subject];

    /// <summary>Schools of a county that something was promised for: a target or a project.</summary>
    public IEnumerable<SchoolId> SchoolsPromisedIn(PlaceCode county) => promised[county];

    /// <summary>Published satisfaction of a place.</summary>
    public IEnumerable<PublishedSatisfaction> SatisfactionOf(PlaceCode place) => satisfaction[place];

    /// <summary>True where the release says anything of the place itself.</summary>
    public bool Knows(PlaceCode place) =>
        !release.Schools.RowsOf(place).Equals(0..0) || coefficients.Contains(place) || facts.Contains(place) || targets.Contains(place.Value)
        || satisfaction.Contains(place) || release.ProcedureOf(place).Any() || release.FinanceOf(place).Any() || release.ProjectsOf(place.Value).Any();

    internal IEnumerable<PlaceCode> Places(PlaceTree tree) =>
        release.Schools.Counties
            .Concat(coefficients.Select(g => g.Key)).Concat(facts.Select(g => g.Key)).Concat(satisfaction.Select(g => g.Key))
            .Concat(targets.Select(g => new PlaceCode(g.Key)))
            .Concat(release.Finance.Select(f => f.Place)).Concat(release.Projects.Select(p => new PlaceCode(p.Subject)))
            .Concat(release.Procedure.Select(s => s.Place))
            .Where(code => tree.Find(code) is not null);
}

/// <summary>Counts over the counties at or below a place.</summary>
public sealed class Tally
{
    /// <summary>County-level places that exist on the release's statistics date, or have schools in it.</summary>
    public int Counties { get; internal set; }

    /// <summary>Those with schools in the release.</summary>
    public int Reporting { get; internal set; }

    /// <summary>Schools, teaching points included; rows that another school counts (不计校数) are not.</summary>
    public int Schools { get; internal set; }

    /// <summary>Pupils that are reported in the stages that the release's schemes judge.</summary>
    public long Pupils { get; internal set; }
}

/// <summary>
/// What decides which places have pages (data.md §4: a place with no school, fact, target, step or value, of its own or below it, has
/// none), and the look-ups and counts that pages share. Worked out once for a site.
/// </summary>
public sealed class PlaceIndex
{
    private readonly Dataset data;
    private readonly HashSet<PlaceCode> withPage = [];
    private readonly Dictionary<ReleaseId, PlaceRows> rows;
    private readonly ConcurrentDictionary<ReleaseId, Dictionary<PlaceCode, Tally>> tallies = new();

    // Asked for each school and scheme, so found once for each release.
    private readonly Dictionary<Release, IReadOnlyList<Release>> upTo;
    private readonly Dictionary<Release, Scheme?> mainSchemes;
    private readonly Dictionary<Release, IReadOnlyList<StageId>> stages;

    /// <summary>Looks through the data set once.</summary>
    public PlaceIndex(Dataset data)
    {
        this.data = data;
        rows = data.Releases.ToDictionary(r => r.Id, r => new PlaceRows(r));
        // What lies above the site's own place has a page only for values of its own: it would repeat that place, or promise more.
        Root = data.Places.Find(data.Settings.Province ?? PlaceCode.Country) ?? data.Places[PlaceCode.Country];
        HashSet<PlaceCode> aboveRoot = [.. data.Places.PathUp(Root.Code).Skip(1).Select(p => p.Code)];
        foreach (Release release in data.CurrentReleases)
        {
            foreach (PlaceCode code in rows[release.Id].Places(data.Places).Distinct())
            {
                foreach (Place up in data.Places.PathUp(code).Where(up => up.Code == code || !aboveRoot.Contains(up.Code)))
                {
                    if (!withPage.Add(up.Code))
                    {
                        break;
                    }
                }
            }
        }

        HasSchools = data.CurrentReleases.Any(r => r.Schools.Count > 0);
        HasComparison = HasSchools || Pages.Count(p => p.Level == PlaceLevel.County) > 1;
        upTo = data.Releases.ToDictionary(r => r, data.UpTo);
        mainSchemes = data.Releases.ToDictionary(r => r, FindMainScheme);
        stages = data.Releases.ToDictionary(r => r, FindStages);
    }

    /// <summary>The place that the site is about.</summary>
    public Place Root { get; }

    /// <summary>False for a set of published values only.</summary>
    public bool HasSchools { get; }

    /// <summary>Whether the site has the compare page: schools, or two counties at least.</summary>
    public bool HasComparison { get; }

    /// <summary>Whether the place has a page <c>places/{code}/</c>.</summary>
    public bool HasPage(PlaceCode code) => withPage.Contains(code);

    /// <summary>Places with a page, by code.</summary>
    public IEnumerable<Place> Pages => data.Places.All.Where(p => withPage.Contains(p.Code));

    /// <summary>Whether the county has the list <c>places/{code}/schools/</c>: it has schools in a current release.</summary>
    public bool HasSchoolList(PlaceCode county) => data.LatestOf(county) is not null;

    /// <summary>Counties that have a page <c>releases/{id}/places/{code}/</c>: the release says something of them.</summary>
    public IEnumerable<Place> CountiesIn(Release release) =>
        rows[release.Id].Places(data.Places).Distinct().Select(c => data.Places[c]).Where(p => p.Level == PlaceLevel.County).OrderBy(p => p.Code);

    /// <summary>The rows of a release by place.</summary>
    public PlaceRows RowsOf(Release release) => rows[release.Id];

    /// <summary>
    /// The release that a place's page shows: the newest with schools of it, else the newest that says anything of it, else the
    /// site's newest; null where there is no release.
    /// </summary>
    public Release? ReleaseOf(PlaceCode place) =>
        data.LatestOf(place) ?? data.CurrentReleases.LastOrDefault(r => rows[r.Id].Knows(place)) ?? data.Latest;

    /// <summary>The releases seen from a release: the newest revision of each earlier period that was published by then, and itself; oldest first.</summary>
    public IReadOnlyList<Release> UpTo(Release release) => upTo.TryGetValue(release, out IReadOnlyList<Release>? known) ? known : data.UpTo(release);

    /// <summary>The road of a place in a scheme by the newest of the releases that records any step of it; an empty road where none does.</summary>
    public static Road RoadOf(IReadOnlyList<Release> releases, PlaceCode place, SchemeId scheme) => Road.Of(releases, place, scheme);

    /// <summary>
    /// True where a scheme's figures of a county are distances for reference only (差距): it must be applied for, and by these releases the
    /// county has not.
    /// </summary>
    public static bool ForReference(IReadOnlyList<Release> releases, PlaceCode county, Scheme scheme) =>
        !scheme.AppliesToAll && RoadOf(releases, county, scheme.Id).Standing == Standing.NotApplied;

    /// <summary>The scheme by which a release is judged first: of its schemes with limits the first that applies to every county, else the first.</summary>
    public Scheme? MainScheme(Release? release) => release is null ? null : mainSchemes.TryGetValue(release, out Scheme? known) ? known : FindMainScheme(release);

    private Scheme? FindMainScheme(Release release) =>
        release.Schemes.Select(data.Scheme).Where(s => s is { Limits.Count: > 0 }).OrderBy(s => !s!.AppliesToAll).FirstOrDefault();

    /// <summary>Counties at or below a place that count in a release, by code: those that exist on its statistics date, and any with schools in it.</summary>
    public IEnumerable<Place> CountiesOf(Release release, PlaceCode place) => data.Places.CountiesOf(place).Where(c => Counts(release, c));

    /// <summary>Counts over the counties at or below a place in a release.</summary>
    public Tally TallyOf(Release release, PlaceCode place) =>
        tallies.GetOrAdd(release.Id, _ => Count(release)).GetValueOrDefault(place) ?? new Tally();

    /// <summary>
    /// Stages that the release's schemes judge, all that have a column of pupils where it has no scheme. Pupils are counted in them:
    /// boarders are among the pupils already, and 高中 is no compulsory education.
    /// </summary>
    public IReadOnlyList<StageId> StagesOf(Release release) => stages.TryGetValue(release, out IReadOnlyList<StageId>? known) ? known : FindStages(release);

    private IReadOnlyList<StageId> FindStages(Release release)
    {
        StageId[] judged = [.. release.Schemes.Select(data.Scheme).OfType<Scheme>().SelectMany(s => s.Stages).Select(s => s.Id).Distinct()];
        return judged.Length > 0 ? judged : [.. data.Vocabulary.Columns.Where(c => c.Kind == ColumnKind.Pupils).Select(c => c.Stage).OfType<StageId>().Distinct()];
    }

    private static bool Counts(Release release, Place county) => county.ExistsOn(release.RuleDate) || !release.Schools.RowsOf(county.Code).Equals(0..0);

    private Dictionary<PlaceCode, Tally> Count(Release release)
    {
        Dictionary<PlaceCode, Tally> counts = [];
        string[] pupils = [.. StagesOf(release).Select(s => "pupils_" + s.Value)];
        foreach (Place county in data.Places.All.Where(p => p.Level == PlaceLevel.County && Counts(release, p)))
        {
            (int start, int length) = release.Schools.RowsOf(county.Code).GetOffsetAndLength(release.Schools.Count);
            long sum = 0;
            int schools = 0;
            for (int row = start; row < start + length; row++)
            {
                schools += data.Vocabulary.IsCountedElsewhere(release.Schools[row]) ? 0 : 1;
                foreach (string column in pupils)
                {
                    Cell cell = release.Schools.Number(row, column);
                    sum += cell.HasValue ? (long)cell.Value : 0;
                }
            }

            foreach (Place up in data.Places.PathUp(county.Code))
            {
                if (!counts.TryGetValue(up.Code, out Tally? tally))
                {
                    counts[up.Code] = tally = new Tally();
                }

                tally.Counties++;
                tally.Reporting += length > 0 ? 1 : 0;
                tally.Schools += schools;
                tally.Pupils += sum;
            }
        }

        return counts;
    }
}
