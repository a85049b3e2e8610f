using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;

namespace Portal.Site.Downloads;

/// <summary>The tables that a release offers: inputs as published, the schemes as used, results. What may not be published is withheld here for CSV and JSON alike.</summary>
public sealed partial class ReleaseDownloads
{
    /// <summary>
    /// A release with more schools than this has its school by school tables in parts: a province each, the cities of a province that has
    /// more itself. A file is made in memory, so this also bounds what a build takes.
    /// </summary>
    public const int PartsAbove = 10_000;

    private readonly SiteContext site;
    private readonly Release release;
    private readonly IReadOnlyList<Release> seen;
    private readonly Scheme[] schemes;
    private readonly int partsAbove;

    private ReleaseDownloads(SiteContext site, Release release, int partsAbove)
    {
        this.partsAbove = partsAbove;
        this.site = site;
        this.release = release;
        seen = site.Index.UpTo(release);
        schemes = [.. release.Schemes.Select(site.Data.Scheme).OfType<Scheme>()];
        Tables = [.. All().Where(t => t.Parts.Count > 0)];
    }

    /// <summary>The release.</summary>
    public Release Release => release;

    /// <summary>Its tables, inputs first.</summary>
    public IReadOnlyList<DownloadTable> Tables { get; }

    /// <summary>The tables of a release.</summary>
    /// <param name="site">Site.</param>
    /// <param name="release">Release.</param>
    /// <param name="partsAbove">More schools than this make parts.</param>
    public static ReleaseDownloads Of(SiteContext site, Release release, int partsAbove = PartsAbove) => new(site, release, partsAbove);

    /// <summary>A county's rows of the coefficients: what its page offers.</summary>
    public DownloadTable CoefficientsOf(PlaceCode county) =>
        new("data", DownloadKind.Result, "差异系数", CoefficientColumns, () => [new RowBlock(site.Bases.Of(county), to => Coefficients(to, county))]);

    private Vocabulary Vocabulary => site.Data.Vocabulary;

    private IEnumerable<DownloadTable> All()
    {
        if (release.Schools.Count > 0)
        {
            yield return Schools();
            yield return Withheld();
            yield return Exclusions();
            yield return Places();
            yield return Types();
            yield return Columns();
        }

        foreach (DownloadTable table in Reported().Concat(Scorecards()).Concat(History()).Concat(schemes.SelectMany(SchemeTables)))
        {
            yield return table;
        }

        if (release.Schools.Count > 0)
        {
            yield return new DownloadTable("coefficients", DownloadKind.Result, "差异系数", CoefficientColumns, () => ByCounty(Counties, Coefficients));
            yield return Attainment();
            foreach (DownloadTable table in Verdicts())
            {
                yield return table;
            }
        }

        foreach (DownloadTable table in Rectification().Concat(Duties()).Concat(Documents()))
        {
            yield return table;
        }
    }

    private PlaceCode[] Counties => [.. release.Schools.Counties.Order()];

    /// <summary>A school by school table in one file, or in several where the release is large.</summary>
    private DownloadTable BySchool(string name, DownloadKind kind, string title, IReadOnlyList<DownloadColumn> columns, Action<RowWriter, PlaceCode> rows)
    {
        if (release.Schools.Count <= partsAbove)
        {
            return new DownloadTable(name, kind, title, columns, () => ByCounty(Counties, rows));
        }

        return new DownloadTable(name, kind, title, columns,
        [
            .. Counties.GroupBy(PartOf).OrderBy(g => g.Key.Code).Select(g =>
            {
                PlaceCode[] counties = [.. g];
                return new DownloadPart($"{name}-{g.Key.Code}", g.Key.Name, () => ByCounty(counties, rows));
            }),
        ]);
    }

    /// <summary>A block for each county.</summary>
    private IEnumerable<RowBlock> ByCounty(IEnumerable<PlaceCode> counties, Action<RowWriter, PlaceCode> rows) =>
        counties.Select(county => new RowBlock(site.Bases.Of(county), to => rows(to, county)));

    /// <summary>A block for each place that has rows. Those of a county are its own; those of a place above it are for everybody.</summary>
    /// <param name="ordered">Rows in order of their places: only then does a place have one block whatever others have.</param>
    /// <param name="place">Place of a row.</param>
    /// <param name="row">Writes a row.</param>
    private IEnumerable<RowBlock> ByPlace<T>(IEnumerable<T> ordered, Func<T, PlaceCode> place, Action<RowWriter, T> row) =>
        ordered.GroupBy(place).Select(rows => new RowBlock(site.Bases.OfRows(rows.Key), to =>
        {
            foreach (T one in rows)
            {
                row(to, one);
                to.EndRow();
            }
        }));

    /// <summary>The largest place around a county that has no more schools than a part may have; the county itself where there is none.</summary>
    private Place PartOf(PlaceCode county) =>
        site.Data.Places.PathUp(county).Reverse().FirstOrDefault(p => p.Level != PlaceLevel.Country && SchoolsUnder.GetValueOrDefault(p.Code) <= partsAbove) ?? site.Data.Places[county];

    private Dictionary<PlaceCode, int> SchoolsUnder => schoolsUnder ??= Counties
        .SelectMany(c => site.Data.Places.PathUp(c).Select(p => (p.Code, Count: RowsOf(c).Count()))).GroupBy(p => p.Code, p => p.Count).ToDictionary(g => g.Key, g => g.Sum());

    private Dictionary<PlaceCode, int>? schoolsUnder;

    private IEnumerable<int> RowsOf(PlaceCode county)
    {
        (int start, int length) = release.Schools.RowsOf(county).GetOffsetAndLength(release.Schools.Count);
        return Enumerable.Range(start, length);
    }

    /// <summary>computed 测算, or reference 差距: the county has not applied, and the scheme does not apply to every county. Never a recognition.</summary>
    private string Nature(Scheme scheme, PlaceCode county) =>
        PlaceIndex.ForReference(seen, county, scheme) ? "reference" : "computed";

    private static DownloadColumn T(string name, string meaning) => new(name, DownloadType.Text, meaning);

    private static DownloadColumn N(string name, string meaning) => new(name, DownloadType.Number, meaning);

    private static DownloadColumn D(string name, string meaning) => new(name, DownloadType.Day, meaning);
}
