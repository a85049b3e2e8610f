using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Components;
using Portal.Site.Downloads;
using Portal.Site.Pages;

namespace Portal.Site.Plan;

/// <summary>The pages that show how coefficients were worked out, with their workbooks: every release, county with schools, scheme and stage.</summary>
internal static class HowPlan
{
    /// <summary>Pages and workbooks.</summary>
    public static IEnumerable<PlannedFile> Files(SiteContext site)
    {
        foreach (Release release in site.Data.Releases)
        {
            (Scheme Scheme, Stage Stage, IReadOnlyList<string> Anchors, IReadOnlyList<string> Fewer)[] stages =
                [.. HowPage.Of(site.Data, release).Select(s => (s.Scheme, s.Stage, HowPage.AnchorsOf(s.Scheme, true), HowPage.AnchorsOf(s.Scheme, false)))];
            foreach (PlaceCode county in release.Schools.Counties)
            {
                foreach ((Scheme scheme, Stage stage, IReadOnlyList<string> anchors, IReadOnlyList<string> fewer) in stages)
                {
                    if (site.Findings.Find(release.Id, county, scheme.Id, stage.Id) is not { } result)
                    {
                        continue;
                    }

                    string origin = $"发布 {release.Id} 的计算过程 {county}/{scheme.Id}/{stage.Id}";
                    yield return new PlannedPage(site, Addresses.How(release.Id, county, scheme.Id, stage.Id), origin, typeof(HowView), () => HowPage.Create(site, release, county, scheme, stage), superseded: true, result.Comparable ? anchors : fewer) { Basis = site.Bases.Of(county) };
                    yield return new PlannedBytes(Addresses.Workbook(release.Id, county, scheme.Id, stage.Id), origin, to => WorkingBook.Write(site, release, county, scheme, stage, to)) { Basis = site.Bases.Of(county) };
                }
            }
        }
    }
}
