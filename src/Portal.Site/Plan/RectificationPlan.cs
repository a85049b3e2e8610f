using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Site.Components;
using Portal.Site.Downloads;
using Portal.Site.Pages;

namespace Portal.Site.Plan;

/// <summary>Files of the rectification ledger: the whole, a page and a table for each place that has findings, a page for each matter; none where no release has a ledger.</summary>
public static class RectificationPlan
{
    /// <summary>The files.</summary>
    public static IEnumerable<PlannedFile> Files(SiteContext site)
    {
        if (site.Ledger is not { } ledger)
        {
            yield break;
        }

        foreach (PlannedPage page in PartPages.Of(site, RectificationPage.PartsOf(site), "整改台账", typeof(RectificationView), area => RectificationPage.Create(site, area)))
        {
            yield return page;
        }

        ReleaseDownloads downloads = ReleaseDownloads.Of(site, ledger.Release);
        foreach (PlaceCode code in ledger.Places)
        {
            string origin = $"地区 {code} {site.Data.Places[code].Name}的整改台账";
            string[] anchors = [.. ledger.Of(code).Select(c => RectificationRow.Anchor(c.Finding.Id)), .. ledger.Of(code).Select(c => Text.RectificationText.Id(c.Group)).Distinct()];
            yield return new PlannedPage(site, Addresses.RectificationOf(code), origin, typeof(RectificationListView), () => RectificationListPage.Create(site, code), anchors: anchors) { Basis = site.Bases.Of(code) };
            foreach (PlannedFile file in downloads.RectificationOf(code).Files(Addresses.RectificationOf(code), site.Bases.Of(code)))
            {
                yield return file;
            }
        }

        foreach (string matter in ledger.Matters)
        {
            foreach (PlannedPage page in PartPages.Of(site, RectificationListPage.PartsOf(site, matter), $"事项 {matter} 的整改台账", typeof(RectificationListView), area => RectificationListPage.Create(site, matter, area)))
            {
                yield return page;
            }
        }
    }
}
