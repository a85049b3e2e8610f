using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>An area over the schools of a county.</summary>
/// <param name="Label">Area.</param>
/// <param name="Schools">How many schools were checked in it, in words.</param>
/// <param name="Checks">What the checks said, counted by item.</param>
/// <param name="Beside">Self-ratings beside checks, counted by item.</param>
public sealed record CountyAreaLine(string Label, string Schools, string Checks, string Beside);

/// <summary>A tree in its newest period.</summary>
/// <param name="Tree">Tree with its page.</param>
/// <param name="Period">Period in words.</param>
/// <param name="Sentence">How many schools have rated themselves and how many were checked.</param>
/// <param name="Scale">How it is rated.</param>
/// <param name="Areas">Areas.</param>
/// <param name="Schools">Schools with a scorecard by code, with their pages: no order by result.</param>
/// <param name="Note">Source and release.</param>
public sealed record CountyTree(Crumb Tree, string Period, string Sentence, string Scale, IReadOnlyList<CountyAreaLine> Areas, IReadOnlyList<Piece> Schools, TableNote Note);

/// <summary>督导评价 of a county: counts per area, never schools side by side.</summary>
/// <param name="Trees">Trees by id.</param>
public sealed record CountyEvaluation(IReadOnlyList<CountyTree> Trees)
{
    /// <summary>The section of a county, null where no school of it has a scorecard.</summary>
    public static CountyEvaluation? Of(CountyContext county)
    {
        SchoolTable table = county.Release.Schools;
        (int start, int length) = table.RowsOf(county.Place.Code).GetOffsetAndLength(table.Count);
        List<(SchoolId School, Scorecard Card)> cards =
            [.. Enumerable.Range(start, length).Select(row => table[row].Id).OrderBy(s => s.Value, StringComparer.Ordinal)
                .SelectMany(s => Scorecard.Of(county.Site.Data, county.Releases, s).Select(c => (s, c)))];
        CountyTree[] trees = [.. cards.GroupBy(c => c.Card.Tree.Id).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Tree(county, [.. g], length))];
        return trees.Length == 0 ? null : new CountyEvaluation(trees);
    }

    private static CountyTree Tree(CountyContext county, IReadOnlyList<(SchoolId School, Scorecard Card)> all, int schools)
    {
        string period = all.Select(c => c.Card.Period).Max(StringComparer.Ordinal)!;
        (SchoolId School, Scorecard Card)[] cards = [.. all.Where(c => c.Card.Period == period)];
        EvaluationTree tree = cards[0].Card.Tree;
        int covered = cards.Count(c => c.Card.HasCheck);
        return new CountyTree(
            new Crumb(tree.Root.Label, Addresses.Tree(tree.Id)),
            Format.Period(period),
            $"全县 {Format.Number(schools)} 所学校（含教学点），{Format.Period(period)}有督导评价的 {cards.Length} 所，其中已经核查的 {covered} 所"
                + (cards.Length < schools ? $"；其余 {Format.Number(schools - cards.Length)} 所这一期没有督导评价。" : "。"),
            RatingText.Scale(county.Site.Data.Vocabulary, tree),
            [.. tree.Areas.Select((a, i) => Area(tree, a.Label, [.. cards.Select(c => c.Card.Areas[i])]))],
            [.. cards.Select(c => new Piece(SchoolStory.School(county.Site, c.School).Text, Addresses.Evaluation(c.School)))],
            Sourcing.Note(county.Site, cards.Select(c => c.Card.Release).MaxBy(r => r.Id)!, tree.Root.Source is { } source ? [source] : []));
    }

    private static CountyAreaLine Area(EvaluationTree tree, string label, IReadOnlyList<ScoredArea> areas)
    {
        int whole = areas.Count(a => a.Applicable > 0 && a.Checked == a.Applicable);
        int partly = areas.Count(a => a.Checked > 0 && a.Checked < a.Applicable);
        int none = areas.Count(a => a.Applicable > 0 && a.Checked == 0);
        int checks = areas.Sum(a => a.Checked);
        int full = areas.SelectMany(a => a.Leaves).Count(l => !l.NotApplicable && l.Checked.Points.HasValue && l.Checked.Points.Value == l.Leaf.Points.Value);
        string counted = tree.ByPoints
            ? $"核查 {Format.Number(checks)} 项次，其中满分 {Format.Number(full)} 项次"
            : string.Join('，', tree.Scale.Select(l => (Level: l, Count: areas.Sum(a => a.CheckedAs(l)))).Where(c => c.Count > 0).Select(c => $"{c.Level} {Format.Number(c.Count)} 项次"));
        string beside = RatingText.Differences(Sum(Agreement.Same), Sum(Agreement.SelfHigher), Sum(Agreement.SelfLower));
        return new CountyAreaLine(
            label,
            string.Join('，', new[] { whole > 0 ? $"查完 {whole} 所" : "", partly > 0 ? $"查了一部分 {partly} 所" : "", none > 0 ? $"未核查 {none} 所" : "" }.Where(t => t.Length > 0)) is { Length: > 0 } words ? words : "不适用",
            checks == 0 ? "未核查" : counted,
            beside.Length == 0 ? "还不能对照" : beside);

        int Sum(Agreement agreement) => areas.Sum(a => a.With(tree, agreement));
    }
}
