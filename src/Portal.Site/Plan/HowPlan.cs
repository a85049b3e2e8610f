using System.Runtime.CompilerServices;
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
    private static readonly ConditionalWeakTable<Scheme, Tuple<IReadOnlyList<string>, IReadOnlyList<string>>> Known = [];

    /// <summary>Pages and workbooks of a county in a release.</summary>
    public static IEnumerable<PlannedFile> Files(SiteContext site, Release release, PlaceCode county)
    {
        foreach ((Scheme scheme, Stage stage) in HowPage.Of(site.Data, release))
        {
            if (site.Findings.Find(release.Id, county, scheme.Id, stage.Id) is not { } result)
            {
                continue;
            }

            string origin = $"发布 {release.Id} 的计算过程 {county}/{scheme.Id}/{stage.Id}";
            yield return new PlannedPage(site, Addresses.How(release.Id, county, scheme.Id, stage.Id), origin, typeof(HowView), () => HowPage.Create(site, release, county, scheme, stage), superseded: true, Anchors(scheme, result.Comparable)) { Basis = site.Bases.Of(county) };
            yield return new PlannedBytes(Addresses.Workbook(release.Id, county, scheme.Id, stage.Id), origin, to => WorkingBook.Write(site, release, county, scheme, stage, to)) { Basis = site.Bases.Of(county) };
        }
    }

    // One list for the workings of all counties.
    private static IReadOnlyList<string> Anchors(Scheme scheme, bool comparable)
    {
        (IReadOnlyList<string> all, IReadOnlyList<string> fewer) = Known.GetValue(scheme, s => new(HowPage.AnchorsOf(s, comparable: true), HowPage.AnchorsOf(s, comparable: false)));
        return comparable ? all : fewer;
    }
}
