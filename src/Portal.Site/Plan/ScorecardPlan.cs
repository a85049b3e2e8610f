using Portal.Domain.Data;
using Portal.Site.Components;
using Portal.Site.Pages;

namespace Portal.Site.Plan;

/// <summary>Pages of school supervision: one for each evaluation tree, one for each school with a scorecard.</summary>
internal static class ScorecardPlan
{
    /// <summary>The pages.</summary>
    public static IEnumerable<PlannedFile> Files(SiteContext site)
    {
        foreach (EvaluationTree tree in site.Data.CurrentReleases.Count == 0 ? [] : site.Data.Trees)
        {
            yield return new PlannedPage(site, Addresses.Tree(tree.Id), $"评价体系 {tree.Id}", typeof(TreeView), () => TreePage.Create(site, tree));
        }

        foreach (SchoolId school in site.Data.CurrentReleases.SelectMany(r => r.Scorecards.Lines).Select(l => l.School).Distinct().OrderBy(s => s.Value, StringComparer.Ordinal))
        {
            yield return new PlannedPage(site, Addresses.Evaluation(school), $"学校 {school} 的督导评价", typeof(EvaluationView), () => EvaluationPage.Create(site, school)) { Basis = site.Bases.Of(school) };
        }
    }
}
