using Portal.Domain.Data;
using Portal.Domain.Evaluation;

namespace Portal.Domain.Tests.Evaluation;

/// <summary>Evaluation trees of any depth, and self-ratings beside checks; expected values are counted by hand.</summary>
public class ScorecardTests
{
    private static readonly string[] Levels = ["A", "B", "C", "D"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(12)]
    public void A_tree_may_be_of_any_depth(int depth)
    {
        // Two nodes below each node down to the last level: 2, 4, 8 … nodes, and 2^depth leaves.
        List<EvaluationNode> nodes = [Node("r", "", 0)];
        List<string> above = ["r"];
        for (int level = 1; level <= depth; level++)
        {
            List<string> next = [.. above.SelectMany(a => new[] { a + "a", a + "b" })];
            nodes.AddRange(next.Select(n => Node(n, n[..^1], n[^1])));
            above = next;
        }

        nodes.Reverse(); // the table's order does not matter
        EvaluationTree tree = new("t", Levels, nodes);
        Assert.Equal(Enumerable.Range(1, depth).Select(d => 1 << d), tree.Shape());
        Assert.Equal(1 << depth, tree.Nodes.Count(tree.IsLeaf));
        Assert.Equal(["ra", "rb"], tree.Areas.Select(a => a.Id));
        EvaluationNode last = tree.LeavesOf(tree.Areas[1]).Last();
        Assert.Equal("r" + new string('b', depth), last.Id);
        Assert.Equal(Math.Max(0, depth - 2), tree.PathTo(tree.Areas[1], last).Count);
        Assert.False(tree.IsLeaf(tree.Root));
    }

    [Fact]
    public void Nodes_that_are_no_tree_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new EvaluationTree("t", Levels, [Node("r", "", 0), Node("s", "", 1)]));
        Assert.Throws<ArgumentException>(() => new EvaluationTree("t", Levels, [Node("r", "", 0), Node("a", "b", 1), Node("b", "a", 1)]));
    }

    [Fact]
    public void Each_area_is_counted_by_itself_and_a_leaf_without_a_check_is_not_a_low_one()
    {
        // Area a: a1 A/B (self higher), a2 B/B, a3 C/A (self lower), a4 A/– (not checked), a5 no row. Area b: b1 z, b2 –/C.
        EvaluationTree tree = Tree(Levels, Cell.Blank);
        Scorecard card = Card(tree, Line("a1", "A", "B"), Line("a2", "B", "B"), Line("a3", "C", "A"), Line("a4", "A", ""), Line("b1", "z", ""), Line("b2", "", "C"));
        ScoredArea a = card.Areas[0];
        Assert.Equal((5, 4, 3), (a.Applicable, a.SelfRated, a.Checked));
        Assert.Equal([1, 2, 0, 0], Levels.Select(a.CheckedAs));
        Assert.Equal([2, 1, 1, 0], Levels.Select(a.SelfRatedAs));
        Assert.Equal((1, 1, 1, 2), (a.With(tree, Agreement.Same), a.With(tree, Agreement.SelfHigher), a.With(tree, Agreement.SelfLower), a.With(tree, Agreement.Open)));
        ScoredArea b = card.Areas[1];
        Assert.Equal((1, 0, 1), (b.Applicable, b.SelfRated, b.Checked));
        Assert.Equal([0, 0, 1, 0], Levels.Select(b.CheckedAs));
        Assert.True(card.HasCheck);
        Assert.False(Card(tree, Line("a1", "A", "")).HasCheck);
    }

    [Fact]
    public void Points_are_added_up_inside_an_area_only_and_beside_the_most_that_the_rated_leaves_have()
    {
        // Each leaf has 4 points: checked 3.5 + 0 of 8; self 4 + 1 + 2 of 12.
        EvaluationTree tree = Tree([], Cell.Of(4, 0));
        Scorecard card = Card(tree, Line("a1", "4", "3.5"), Line("a2", "1", "0"), Line("a3", "2", ""), Line("b1", "2.0", "2"));
        Assert.Equal((3.5, 8), card.Areas[0].Points(l => l.Checked));
        Assert.Equal((7, 12), card.Areas[0].Points(l => l.Self));
        Assert.Equal(2, card.Areas[0].With(tree, Agreement.SelfHigher));
        Assert.Equal(1, card.Areas[1].With(tree, Agreement.Same)); // 2.0 and 2 are one rating
    }

    [Fact]
    public void The_newer_release_holds_for_a_period_and_the_newest_period_stands_first()
    {
        EvaluationTree tree = Tree(Levels, Cell.Blank);
        SchoolId school = new("9901010");
        Release first = Made("2022", Line("a1", "A", "B", "2022"));
        Release second = Made("2023", Line("a1", "A", "A", "2022"), Line("a1", "A", "", "2023"));
        Dataset data = new()
        {
            Settings = TestData.Dataset(TestData.Scheme()).Settings, Vocabulary = new Vocabulary([], [], new Dictionary<(string, string), string>()), Schemes = [], Places = new PlaceTree([]),
            Sources = new Dictionary<SourceId, SourceDocument>(), Channels = [], SchoolLinks = [], Releases = [first, second], Trees = [tree],
        };
        IReadOnlyList<Scorecard> cards = Scorecard.Of(data, data.CurrentReleases, school);
        Assert.Equal(["2023", "2022"], cards.Select(c => c.Period));
        Assert.Equal("A", cards[1].Areas[0].Leaves[0].Checked.Level);
        Assert.Equal("B", Scorecard.Of(data, [first], school).Single().Areas[0].Leaves[0].Checked.Level);
        Assert.Empty(Scorecard.Of(data, data.CurrentReleases, new SchoolId("9901011")));
    }

    [Fact]
    public void Nothing_adds_areas_up()
    {
        // A scorecard offers areas and whether there was a check at all: no number of its own that could be ranked.
        Assert.Equal(
            ["Areas", "HasCheck", "Period", "Release", "Tree"],
            typeof(Scorecard).GetProperties(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance).Select(p => p.Name).Order(StringComparer.Ordinal));
    }

    private static EvaluationNode Node(string id, string parent, long order, Cell points = default) => new(id, parent, order, id, points == default ? Cell.Blank : points, null);

    private static EvaluationTree Tree(string[] scale, Cell points) => new("t", scale,
    [
        Node("r", "", 0), Node("a", "r", 1), Node("b", "r", 2),
        .. Enumerable.Range(1, 5).Select(i => Node("a" + i, "a", i, points)), .. Enumerable.Range(1, 2).Select(i => Node("b" + i, "b", i, points)),
    ]);

    private static ScoreLine Line(string node, string self, string check, string period = "2023") =>
        new(new SchoolId("9901010"), "t", node, period, Rate(self), Rate(check), "", null, "");

    private static Rating Rate(string text) => text switch
    {
        "" => Rating.None,
        "z" => Rating.NotApplicable,
        _ when char.IsAsciiDigit(text[0]) => new Rating("", text.Contains('.', StringComparison.Ordinal) ? Cell.Of(long.Parse(text.Replace(".", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture), 1) : Cell.Of(text[0] - '0', 0)),
        _ => new Rating(text, Cell.Blank),
    };

    private static Scorecard Card(EvaluationTree tree, params ScoreLine[] lines)
    {
        Dataset data = new()
        {
            Settings = TestData.Dataset(TestData.Scheme()).Settings, Vocabulary = new Vocabulary([], [], new Dictionary<(string, string), string>()), Schemes = [], Places = new PlaceTree([]),
            Sources = new Dictionary<SourceId, SourceDocument>(), Channels = [], SchoolLinks = [], Releases = [Made("2023", lines)], Trees = [tree],
        };
        return Scorecard.Of(data, data.CurrentReleases, new SchoolId("9901010")).Single();
    }

    private static Release Made(string period, params ScoreLine[] lines) => new()
    {
        Id = new ReleaseId(period, 1), Title = period, AsOf = new DateOnly(2024, 5, 15), Published = new DateOnly(2024, 5, 20), State = ReleaseState.Final, Schemes = [],
        Scorecards = new ScorecardBook(lines),
    };
}
