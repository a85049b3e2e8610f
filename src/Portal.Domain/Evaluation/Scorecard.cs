using Portal.Domain.Data;

namespace Portal.Domain.Evaluation;

/// <summary>A school's self-rating beside the check.</summary>
public enum Agreement
{
    /// <summary>One of the two is missing, or the leaf does not apply.</summary>
    Open,

    /// <summary>The same.</summary>
    Same,

    /// <summary>The school rated itself higher than the check.</summary>
    SelfHigher,

    /// <summary>The school rated itself lower than the check.</summary>
    SelfLower,
}

/// <summary>A leaf on a school's scorecard.</summary>
/// <param name="Leaf">Leaf.</param>
/// <param name="Line">What was recorded, null where nothing was.</param>
public sealed record ScoredLeaf(EvaluationNode Leaf, ScoreLine? Line)
{
    /// <summary>The school's own rating.</summary>
    public Rating Self => Line?.Self ?? Rating.None;

    /// <summary>Rating of the check.</summary>
    public Rating Checked => Line?.Checked ?? Rating.None;

    /// <summary>True where the check, or without one the school, says that the leaf does not apply.</summary>
    public bool NotApplicable => Checked.IsNotApplicable || (!Checked.IsRated && Self.IsNotApplicable);

    /// <summary>Self-rating beside the check.</summary>
    public Agreement Agreement(EvaluationTree tree)
    {
        if (NotApplicable || !Self.IsRated || !Checked.IsRated)
        {
            return Evaluation.Agreement.Open;
        }

        // The scale stands best first, so a smaller place is the higher rating.
        int order = tree.ByPoints ? Self.Points.Value.CompareTo(Checked.Points.Value) : Place(tree, Checked).CompareTo(Place(tree, Self));
        return order == 0 ? Evaluation.Agreement.Same : order > 0 ? Evaluation.Agreement.SelfHigher : Evaluation.Agreement.SelfLower;
    }

    private static int Place(EvaluationTree tree, Rating rating)
    {
        for (int i = 0; i < tree.Scale.Count; i++)
        {
            if (tree.Scale[i] == rating.Level)
            {
                return i;
            }
        }

        return tree.Scale.Count;
    }
}

/// <summary>
/// An area of a school's scorecard. Each area stands by itself: nothing is added up over areas, and no school is compared with another
/// (教育督导条例; site.md §2.2: judge per area, never one grade, never a ranking).
/// </summary>
/// <param name="Area">First-level branch.</param>
/// <param name="Leaves">Its leaves in order.</param>
public sealed record ScoredArea(EvaluationNode Area, IReadOnlyList<ScoredLeaf> Leaves)
{
    /// <summary>Leaves that apply to the school.</summary>
    public int Applicable => Leaves.Count(l => !l.NotApplicable);

    /// <summary>Leaves that were checked.</summary>
    public int Checked => Leaves.Count(l => !l.NotApplicable && l.Checked.IsRated);

    /// <summary>Leaves that the school has rated.</summary>
    public int SelfRated => Leaves.Count(l => !l.NotApplicable && l.Self.IsRated);

    /// <summary>Leaves that were checked with that level.</summary>
    public int CheckedAs(string level) => Leaves.Count(l => !l.NotApplicable && l.Checked.Level == level);

    /// <summary>Leaves that the school rated with that level.</summary>
    public int SelfRatedAs(string level) => Leaves.Count(l => !l.NotApplicable && l.Self.Level == level);

    /// <summary>Points of the leaves that <paramref name="rating"/> rates, in leaf order, and the most that those leaves have.</summary>
    public (double Points, double Most) Points(Func<ScoredLeaf, Rating> rating)
    {
        (double points, double most) = (0, 0);
        foreach (ScoredLeaf leaf in Leaves.Where(l => !l.NotApplicable && rating(l).Points.HasValue))
        {
            points += rating(leaf).Points.Value;
            most += leaf.Leaf.Points.Value;
        }

        return (points, most);
    }

    /// <summary>Leaves with that agreement of self-rating and check.</summary>
    public int With(EvaluationTree tree, Agreement agreement) => Leaves.Count(l => l.Agreement(tree) == agreement);
}

/// <summary>A school's scorecard by one tree in one period.</summary>
/// <param name="Release">The newest release that has it.</param>
/// <param name="Tree">Tree.</param>
/// <param name="Period">Period.</param>
/// <param name="Areas">Areas in the tree's order, those without a rating too.</param>
public sealed record Scorecard(Release Release, EvaluationTree Tree, string Period, IReadOnlyList<ScoredArea> Areas)
{
    /// <summary>True where some leaf was checked.</summary>
    public bool HasCheck => Areas.Any(a => a.Checked > 0);

    /// <summary>Scorecards of a school in the releases given, by tree, newest period first. Where two releases have the same card, the newer one's holds.</summary>
    /// <param name="data">Data set.</param>
    /// <param name="releases">Releases, oldest first.</param>
    /// <param name="school">School.</param>
    public static IReadOnlyList<Scorecard> Of(Dataset data, IReadOnlyList<Release> releases, SchoolId school)
    {
        Dictionary<(string Tree, string Period), Scorecard> cards = [];
        foreach (Release release in releases)
        {
            foreach (IGrouping<(string Tree, string Period), ScoreLine> card in release.Scorecards.Of(school).GroupBy(l => (l.Tree, l.Period)))
            {
                if (data.Tree(card.Key.Tree) is { } tree)
                {
                    cards[card.Key] = Of(release, tree, card.Key.Period, [.. card]);
                }
            }
        }

        return [.. cards.Values.OrderBy(c => c.Tree.Id, StringComparer.Ordinal).ThenByDescending(c => c.Period, StringComparer.Ordinal)];
    }

    private static Scorecard Of(Release release, EvaluationTree tree, string period, IReadOnlyList<ScoreLine> lines)
    {
        Dictionary<string, ScoreLine> byNode = lines.ToDictionary(l => l.Node, StringComparer.Ordinal);
        return new Scorecard(release, tree, period, [.. tree.Areas.Select(a => new ScoredArea(a, [.. tree.LeavesOf(a).Select(l => new ScoredLeaf(l, byNode.GetValueOrDefault(l.Id)))]))]);
    }
}
