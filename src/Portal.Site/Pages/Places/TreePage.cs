using Portal.Domain.Data;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>A node of the tree in print.</summary>
/// <param name="Label">What is looked at.</param>
/// <param name="Points">Points, empty where there are none.</param>
/// <param name="Source">Document of its own, null where there is none.</param>
/// <param name="Children">Nodes below.</param>
public sealed record TreeBranch(string Label, string Points, SourceRef? Source, IReadOnlyList<TreeBranch> Children);

/// <summary>An evaluation tree explained: its areas, all that stands below them, and how it is rated.</summary>
/// <param name="Lead">Sentences.</param>
/// <param name="Scale">How it is rated.</param>
/// <param name="Areas">Areas.</param>
/// <param name="Schools">Schools that have a scorecard by it, by county and code: who, never how.</param>
/// <param name="Note">Source and release.</param>
public sealed record TreePage(IReadOnlyList<string> Lead, string Scale, IReadOnlyList<TreeBranch> Areas, IReadOnlyList<Crumb> Schools, TableNote Note) : PageModel
{
    /// <summary>The page of a tree.</summary>
    public static TreePage Create(SiteContext site, EvaluationTree tree)
    {
        IReadOnlyList<int> shape = tree.Shape();
        string levels = string.Join("，", shape.Select((n, i) => i == 0 ? $"{n} 个领域" : $"第{Format.Han(i + 1)}级 {n} 项"));
        int leaves = tree.Nodes.Count(tree.IsLeaf);
        SchoolId[] schools = [.. site.Data.CurrentReleases.SelectMany(r => r.Scorecards.Lines).Where(l => l.Tree == tree.Id).Select(l => l.School).Distinct().OrderBy(s => s.Value, StringComparer.Ordinal)];
        return new TreePage(
            [$"**{levels}。**要评的是最末一级，共 {leaves} 项。", RatingText.Rule],
            RatingText.Scale(site.Data.Vocabulary, tree),
            [.. tree.Areas.Select(a => Branch(site, tree, a))],
            [.. schools.Select(s => SchoolStory.School(site, s)).Select(p => new Crumb(p.Text, p.Address))],
            Sourcing.Note(site, site.Data.CurrentReleases[^1], tree.Root.Source is { } source ? [source] : []))
        {
            Info = new PageInfo
            {
                Address = Addresses.Tree(tree.Id),
                Title = tree.Root.Label,
                Description = $"{tree.Root.Label}：{levels}。",
                Section = Section.Indicators,
                Crumbs = [new Crumb("首页", Addresses.Home), new Crumb("指标", Addresses.Indicators), new Crumb(tree.Root.Label, null)],
            },
        };
    }

    private static TreeBranch Branch(SiteContext site, EvaluationTree tree, EvaluationNode node) => new(
        node.Label,
        node.Points.HasValue ? Format.Cell(node.Points) + " 分" : "",
        node.Source is { } source ? Sourcing.Of(site, source) : null,
        [.. tree.ChildrenOf(node).Select(n => Branch(site, tree, n))]);
}
