using System.Collections.Concurrent;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Pages;
using Portal.Site.Plan;

namespace Portal.Site;

/// <summary>A file of theme/ as read by the program: path inside theme/ and bytes.</summary>
public sealed record Asset(string Path, ReadOnlyMemory<byte> Bytes);

/// <summary>Everything that pages are made from. Read-only; shared by all workers.</summary>
public sealed class SiteContext
{
    /// <summary>The data set.</summary>
    public required Dataset Data { get; init; }

    /// <summary>All coefficients.</summary>
    public required Findings Findings { get; init; }

    /// <summary>Texts of input/, by path.</summary>
    public required IReadOnlyList<WordsPage> Words { get; init; }

    /// <summary>Supervision reports, by id.</summary>
    public IReadOnlyList<InspectionReport> ReportFiles { get; init; } = [];

    /// <summary>Which reports speak of a place, a school, a figure; worked out on first use.</summary>
    internal ReportIndex Reports => LazyInitializer.EnsureInitialized(ref reports, () => new ReportIndex(Data, ReportFiles))!;

    private ReportIndex? reports;

    /// <summary>Addresses of style sheet and scripts by their plain name (<c>site.css</c> → <c>assets/site-1a2b3c4d.css</c>).</summary>
    public required IReadOnlyDictionary<string, string> Assets { get; init; }

    /// <summary>Sections of the menu; a section with no content is not in it.</summary>
    public IReadOnlyList<(Section Section, string Label, string Address)> Menu =>
    [
        (Section.Home, "首页", Addresses.Home),
        (Section.Places, "各地", Addresses.Places),
        .. MonitoredReleases.Count > 0 ? [(Section.Monitoring, "监测", Addresses.Monitoring)] : Array.Empty<(Section, string, string)>(),
        .. Reports.IsEmpty ? Array.Empty<(Section, string, string)>() : [(Section.Reports, "督导报告", Addresses.Reports)],
        (Section.Indicators, "指标", Addresses.Indicators),
        .. Ledger is not null ? [(Section.Rectification, "整改", Addresses.Rectification)] : Array.Empty<(Section, string, string)>(),
        .. PromiseCounts.Count > 0 ? [(Section.Promises, "承诺", Addresses.Promises)] : Array.Empty<(Section, string, string)>(),
        .. Data.Sources.Count > 0 ? [(Section.Sources, "来源", Addresses.Sources)] : Array.Empty<(Section, string, string)>(),
        .. Data.Releases.Count > 0 ? [(Section.Releases, "发布", Addresses.Releases)] : Array.Empty<(Section, string, string)>(),
    ];

    /// <summary>Address of an asset of theme/ by its plain name.</summary>
    public string Asset(string name) => Assets.TryGetValue(name, out string? address) ? address : name;

    /// <summary>Shared parts of pages, rendered once per depth and section.</summary>
    internal SharedParts Shared { get; } = new();

    /// <summary>Which rows the pages of a county or school are made of.</summary>
    public BasisBook Bases => LazyInitializer.EnsureInitialized(ref bases, () => new BasisBook(this))!;

    private BasisBook? bases;

    /// <summary>Which places have pages, and look-ups by place; worked out on first use.</summary>
    public PlaceIndex Index => LazyInitializer.EnsureInitialized(ref index, ref indexReady, ref indexLock, () => new PlaceIndex(Data))!;

    /// <summary>Promises and projects of every place that has any, counted with all below it; worked out on first use.</summary>
    public IReadOnlyDictionary<PlaceCode, PromiseCounts> PromiseCounts => LazyInitializer.EnsureInitialized(ref promiseCounts, ref promiseCountsReady, ref indexLock, () => Pages.PromiseCounts.ByPlace(this))!;

    private IReadOnlyDictionary<PlaceCode, PromiseCounts>? promiseCounts;
    private bool promiseCountsReady;

    /// <summary>What drives the coefficients of the counties asked for last.</summary>
    internal DriversCache Drivers => LazyInitializer.EnsureInitialized(ref drivers, () => new DriversCache(Data, Findings))!;

    private DriversCache? drivers;

    /// <summary>The workings asked for last. A page and its workbook are made one after the other, so a few are enough.</summary>
    internal LastAsked<(ReleaseId Release, PlaceCode County, SchemeId Scheme, StageId Stage), (HowPage Page, HowCells Cells)> Workings { get; } = new(16);

    /// <summary>
    /// Parts of the counties' pages asked for last. A county's current page is made after the page pinned to its release, which says the same.
    /// </summary>
    internal LastAsked<(ReleaseId Release, PlaceCode County, bool AllReleases), CountyParts> CountyParts { get; } = new(16);

    /// <summary>What drives the coefficients of the counties asked for last, in full; likewise.</summary>
    internal LastAsked<(ReleaseId Release, PlaceCode County, bool AllReleases), IReadOnlyList<WhySection>> CountyDrivers { get; } = new(16);

    /// <summary>
    /// The printed shares of a county's schools: worked out once for the pages of all its schools, and kept in four bytes a school and
    /// indicator.
    /// </summary>
    internal IReadOnlyList<ShareBlock> Shares(Release release, PlaceCode county) => shares.GetOrAdd((release.Id, county), _ => ShareBlock.Of(this, release, county));

    private readonly ConcurrentDictionary<(ReleaseId, PlaceCode), IReadOnlyList<ShareBlock>> shares = new();
    private PlaceIndex? index;
    private bool indexReady;
    private object? indexLock;

    /// <summary>Every survey with the newest release that holds it, in order of place and id; worked out on first use.</summary>
    public IReadOnlyList<(Release Release, Survey Survey)> Surveys => surveys ??= Pages.SurveyRows.Of(Data.Releases);

    private IReadOnlyList<(Release Release, Survey Survey)>? surveys;

    /// <summary>The newest revision of each period that has something to monitor, oldest first.</summary>
    public IReadOnlyList<Release> MonitoredReleases => monitored ??= [.. Data.CurrentReleases.Where(r => Monitoring.Applies(Data, r))];

    /// <summary>Monitoring as seen from a release: with the earlier periods as they were then. Worked out once.</summary>
    public Monitoring MonitoringOf(Release release) =>
        monitoring.GetOrAdd(release.Id, _ => new Lazy<Monitoring>(() => Monitoring.Compute(Data, Findings, Index.UpTo(release)))).Value;

    private readonly ConcurrentDictionary<ReleaseId, Lazy<Monitoring>> monitoring = new();
    private IReadOnlyList<Release>? monitored;

    /// <summary>The rectification ledger of the newest period that has one, judged at its as-of day; null where no release has one.</summary>
    public RectificationLedger? Ledger => Data.CurrentReleases.LastOrDefault(r => r.Supervision.Findings.Count > 0) is { } release ? LedgerOf(release) : null;

    /// <summary>The ledger as a release had it; null where it has none. Worked out once.</summary>
    public RectificationLedger? LedgerOf(Release release) =>
        release.Supervision.Findings.Count == 0 ? null : ledgers.GetOrAdd(release.Id, _ => new Lazy<RectificationLedger>(() => RectificationLedger.Of(release, Data.Places))).Value;

    private readonly ConcurrentDictionary<ReleaseId, Lazy<RectificationLedger>> ledgers = new();

    /// <summary>Duties as judged in a release; null where it has nothing to judge by. Worked out once.</summary>
    public DutyBook? DutiesIn(Release release) => dutyBooks.GetOrAdd(release.Id, _ => new Lazy<DutyBook?>(() => DutyBook.Of(Data, release, ReportFiles.ToDictionary(r => r.Id, r => r.Published, StringComparer.Ordinal)))).Value;

    /// <summary>The duties of the whole area in the newest release, counted; null where there is nothing to judge by. Worked out once.</summary>
    public DutyTally? DutyTally => LazyInitializer.EnsureInitialized(ref dutyTally, ref dutyTallyReady, ref indexLock, () => Pages.DutyTally.Of(this));

    private readonly ConcurrentDictionary<ReleaseId, Lazy<DutyBook?>> dutyBooks = new();
    private DutyTally? dutyTally;
    private bool dutyTallyReady;

    /// <summary>Raw columns that may be reported besides, for an allowance. They are asked of nobody: a blank of them is not 待填报.</summary>
    internal IReadOnlySet<string> OptionalColumns => optionalColumns ??= Data.Schemes
        .SelectMany(s => s.Allowances.Select(a => a.Replaces).OfType<Replacement.NumeratorGains>().SelectMany(g => s.Stages.Select(stage => g.Term.ColumnFor(stage.Id))))
        .ToHashSet(StringComparer.Ordinal);

    private HashSet<string>? optionalColumns;

    /// <summary>The newest release, or null.</summary>
    public Release? Latest => Data.Latest;

    /// <summary>Errata of a place, of its schools among them; worked out once for a release.</summary>
    public IEnumerable<ErrataRow> ErrataOf(Release release, PlaceCode place) => release.Supervision.Corrections.Count == 0 ? [] : ErrataIn(release)[place];

    private ILookup<PlaceCode, ErrataRow> ErrataIn(Release release) =>
        errata.GetOrAdd(release.Id, _ => ErrataRow.Of(this, release).Where(e => e.Place is not null).ToLookup(e => e.Place!.Value));

    private readonly ConcurrentDictionary<ReleaseId, ILookup<PlaceCode, ErrataRow>> errata = new();

    /// <summary>Mark on every page of invented or reprinted data, null for an official set: 演示数据, 转载.</summary>
    public string? Mark => Data.Settings.Kind switch
    {
        DataSetKind.Demonstration => "演示数据",
        DataSetKind.PublishedValues => "转载",
        _ => null,
    };
}
