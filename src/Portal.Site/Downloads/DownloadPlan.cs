using Portal.Domain.Data;
using Portal.Site.Components;
using Portal.Site.Pages;
using Portal.Site.Plan;

namespace Portal.Site.Downloads;

/// <summary>Downloads of all releases, superseded ones too, as planned files.</summary>
internal static class DownloadPlan
{
    public static IEnumerable<PlannedFile> Files(SiteContext site)
    {
        if (site.Data.Releases.Count == 0)
        {
            yield break;
        }

        yield return DataPackage.Index(site.Data);
        foreach (Release release in site.Data.Releases)
        {
            ReleaseDownloads downloads = ReleaseDownloads.Of(site, release);
            bool superseded = !site.Data.CurrentReleases.Contains(release);
            foreach (PlannedFile file in DataPackage.Files(site, downloads).Concat(release.Schools.Counties.Order().SelectMany(c => downloads.CoefficientsOf(c).Files(Addresses.PlaceInRelease(release.Id, c), site.Bases.Of(c)))))
            {
                yield return file;
            }

            // After its tables: the page says how many rows each has, and they are counted while they are written.
            yield return new PlannedPage(site, Addresses.Data(release.Id), $"发布 {release.Id} 的数据下载", typeof(DataView), () => DataPage.Create(site, downloads), superseded) { MadeAfter = Addresses.Data(release.Id), Basis = Basis.Of(release.Id) };
        }
    }
}
