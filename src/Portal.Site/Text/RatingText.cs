using Portal.Domain.Data;
using Portal.Domain.Evaluation;

namespace Portal.Site.Text;

/// <summary>Ratings of school supervision in words.</summary>
public static class RatingText
{
    /// <summary>What every scorecard says of itself.</summary>
    public const string Rule = "自评是学校自己评的，核查是督导评的，两样放在一起看。按领域分开列，不加总成总分，学校之间不排名。";

    /// <summary>A level with its word: A（好）; the code alone where the vocabulary <c>rating</c> has no word of its own.</summary>
    public static string Level(Vocabulary vocabulary, string level) => vocabulary.Label("rating", level) is var word && word != level ? $"{level}（{word}）" : level;

    /// <summary>How leaves are rated: 按等级评，从高到低：A（好）、B（较好）.</summary>
    public static string Scale(Vocabulary vocabulary, EvaluationTree tree) => tree.ByPoints
        ? "末级项目按分值评，每项从 0 分到它的分值；本站只在一个领域里面合计。"
        : $"末级项目按等级评，从高到低是{string.Join('、', tree.Scale.Select(l => Level(vocabulary, l)))}。";

    /// <summary>A leaf's rating, or why there is none.</summary>
    /// <param name="tree">Tree.</param>
    /// <param name="leaf">Leaf.</param>
    /// <param name="rating">Rating.</param>
    /// <param name="missing">未自评 or 未核查.</param>
    public static string Of(EvaluationTree tree, ScoredLeaf leaf, Rating rating, string missing) =>
        leaf.NotApplicable || rating.IsNotApplicable ? "不适用"
        : !rating.IsRated ? missing
        : tree.ByPoints ? $"{Format.Cell(rating.Points)} 分（满分 {Format.Cell(leaf.Leaf.Points)}）"
        : rating.Level;

    /// <summary>The self-ratings of an area.</summary>
    public static string Self(EvaluationTree tree, ScoredArea area) =>
        Counts(tree, area, area.SelfRated, area.SelfRatedAs, l => l.Self, "未自评");

    /// <summary>The checks of an area.</summary>
    public static string Checked(EvaluationTree tree, ScoredArea area) =>
        Counts(tree, area, area.Checked, area.CheckedAs, l => l.Checked, "未核查");

    /// <summary>Self-rating and check of an area side by side, in words.</summary>
    public static string Beside(EvaluationTree tree, ScoredArea area)
    {
        (int same, int higher, int lower) = (area.With(tree, Agreement.Same), area.With(tree, Agreement.SelfHigher), area.With(tree, Agreement.SelfLower));
        return same + higher + lower == 0 ? "还不能对照" : Differences(same, higher, lower);
    }

    /// <summary>8 项一致，1 项自评高于核查.</summary>
    public static string Differences(int same, int higher, int lower) => string.Join('，', new[]
    {
        same > 0 ? $"{Format.Number(same)} 项一致" : "", higher > 0 ? $"{Format.Number(higher)} 项自评高于核查" : "", lower > 0 ? $"{Format.Number(lower)} 项自评低于核查" : "",
    }.Where(t => t.Length > 0));

    /// <summary>One leaf's self-rating beside its check, in words; empty where the two cannot be compared.</summary>
    public static string Word(Agreement agreement) => agreement switch
    {
        Agreement.Same => "一致",
        Agreement.SelfHigher => "自评高于核查",
        Agreement.SelfLower => "自评低于核查",
        _ => "",
    };

    private static string Counts(EvaluationTree tree, ScoredArea area, int rated, Func<string, int> levels, Func<ScoredLeaf, Rating> rating, string missing)
    {
        if (area.Applicable == 0)
        {
            return "不适用";
        }

        if (rated == 0)
        {
            return missing;
        }

        List<string> words = [];
        if (tree.ByPoints)
        {
            (double points, double most) = area.Points(rating);
            words.Add($"{Format.Trimmed(points, Cell.MaxDecimals / 3)} 分（{rated} 项的满分是 {Format.Trimmed(most, Cell.MaxDecimals / 3)}）");
        }
        else
        {
            words.AddRange(tree.Scale.Where(l => levels(l) > 0).Select(l => $"{l} {levels(l)} 项"));
        }

        if (rated < area.Applicable)
        {
            words.Add($"{missing} {area.Applicable - rated} 项");
        }

        return string.Join('，', words);
    }
}
