using Portal.Domain.Data;
using Portal.Site.Downloads;
using Portal.Site.Plan;

namespace Portal.Site.Pages;

/// <summary>A file of a table.</summary>
/// <param name="Csv">Name of its CSV file, relative to the page.</param>
/// <param name="Json">Name of its JSON file.</param>
/// <param name="Of">Name of the province or city, empty for the whole table.</param>
/// <param name="Rows">Number of rows.</param>
public sealed record DataFile(string Csv, string Json, string Of, long Rows);

/// <summary>A table of a release.</summary>
/// <param name="Name">Name without extension.</param>
/// <param name="Anchor">Anchor of its columns.</param>
/// <param name="Title">Title.</param>
/// <param name="Files">Its files; one unless the release is large.</param>
/// <param name="Columns">Name and meaning of each column.</param>
public sealed record DataTable(string Name, string Anchor, string Title, IReadOnlyList<DataFile> Files, IReadOnlyList<DownloadColumn> Columns);

/// <summary>Tables of one kind.</summary>
/// <param name="Heading">输入, 办法, 结果, 照录.</param>
/// <param name="Words">What the kind is.</param>
/// <param name="Tables">Tables.</param>
public sealed record DataGroup(string Heading, string Words, IReadOnlyList<DataTable> Tables);

/// <summary>All downloads of a release: what is in each file, how to cite it, how to check it.</summary>
/// <param name="Release">Release.</param>
/// <param name="Newer">The newest revision of the period where this one is superseded, else null.</param>
/// <param name="Groups">Tables by kind.</param>
/// <param name="Citation">Words of the citation.</param>
/// <param name="Licence">Words of the licence.</param>
/// <param name="Verifiable">True where there are results that can be worked out again.</param>
public sealed record DataPage(Release Release, Release? Newer, IReadOnlyList<DataGroup> Groups, string Citation, string Licence, bool Verifiable) : PageModel
{
    /// <summary>The page of a release's downloads.</summary>
    public static DataPage Create(SiteContext site, ReleaseDownloads downloads)
    {
        Release release = downloads.Release;
        Release current = site.Data.CurrentReleases.First(r => r.Id.Period == release.Id.Period);
        return new DataPage(
            release,
            current.Id == release.Id ? null : current,
            [.. downloads.Tables.GroupBy(t => t.Kind).OrderBy(g => g.Key == DownloadKind.Result ? -1 : (int)g.Key).Select(g => new DataGroup(DataPackage.KindWord(g.Key), Words(g.Key), [.. g.Select(Table)]))],
            DataPackage.Citation(site, release),
            DataPackage.Licence(site, release),
            downloads.Tables.Any(t => t.Kind == DownloadKind.Result))
        {
            Info = new PageInfo
            {
                Address = Addresses.Data(release.Id),
                Title = $"数据下载，发布 {release.Id}",
                Description = $"{release.Title}的输入和结果：CSV、JSON，写明每一列的含义，可以自己重算。",
                Section = Section.Releases,
                Release = release.Id,
                ColumnType = "数据开放",
                Crumbs = [new Crumb("首页", Addresses.Home), new Crumb("发布与勘误", Addresses.Releases), new Crumb(release.Id.ToString(), Addresses.Release(release.Id)), new Crumb("数据下载", null)],
                NoIndex = current.Id != release.Id,
            },
        };
    }

    private static DataTable Table(DownloadTable table) => new(
        table.Name,
        "t-" + table.Name.Replace('/', '-'),
        table.Title,
        [.. table.Parts.Select(p => new DataFile(p.Name + ".csv", p.Name + ".json", p.Of, p.Count()))],
        table.Columns);

    private static string Words(DownloadKind kind) => kind switch
    {
        DownloadKind.Input => "学校和县区填报的、或由决定作出的。不予公布的格写 c。",
        DownloadKind.Scheme => "这次发布所用的办法：指标、标准、限值，只列统计时点当天有效的。",
        DownloadKind.Result => "本站按公式算出的测算和差距，不是认定。",
        _ => "照录文件，本站不重算，不判断。",
    };
}
