namespace Portal.Domain.Problems;

/// <summary>P850–P859: evaluation trees and scorecards of schools.</summary>
public static partial class ProblemKinds
{
    /// <summary>A second root.</summary>
    public static readonly ProblemKind TreeRoots = Error("P850", "评价体系“{0}”有两个根：“{1}”和“{2}”都没有上级。", "一个体系只有一行的 parent 空着；请补上另一行的上级，或改用另一个体系编号。");

    /// <summary>A parent that is not in the tree.</summary>
    public static readonly ProblemKind TreeParent = Error("P851", "评价体系“{1}”里没有上级“{0}”。", "最接近的是“{2}”；请改正 parent，或补上这一行。");

    /// <summary>Nodes that go round in a circle.</summary>
    public static readonly ProblemKind TreeCircle = Error("P852", "评价体系“{1}”的“{0}”顺着上级走，走不到根：几行互为上级。", "请核对 parent，每一行往上都要走到唯一的根。");

    /// <summary>Two nodes at one place.</summary>
    public static readonly ProblemKind TreeOrder = Error("P853", "“{0}”和第 {1} 行在同一个上级下，次序都是 {2}。", "同一个上级下的次序不能相同，请改其中一个。");

    /// <summary>A leaf without points in a tree without a scale.</summary>
    public static readonly ProblemKind TreePoints = Error("P854", "评价体系“{1}”没有写等级，按分值评；末级项目“{0}”却没有大于 0 的分值。", "请写 points；按等级评的，在根那一行的 scale 写上等级，如“A B C D”。");

    /// <summary>A scale or points where they mean nothing.</summary>
    public static readonly ProblemKind TreeMisplaced = Error("P855", "“{0}”这里不能填“{1}”。", "scale 只写在根那一行，等级从高到低、各不相同；points 只写在按分值评的体系的末级项目上，上面各级不写，本站不加总。");

    /// <summary>A tree that is not in trees.csv.</summary>
    public static readonly ProblemKind UnknownTree = Error("P856", "没有评价体系“{0}”。", "最接近的是“{1}”；请改正，或在 trees.csv 里加上。");

    /// <summary>A node that is not in the tree.</summary>
    public static readonly ProblemKind UnknownNode = Error("P857", "评价体系“{1}”里没有项目“{0}”。", "最接近的是“{2}”；请改正，或在 trees.csv 里加上。");

    /// <summary>A rating of something that is not a leaf.</summary>
    public static readonly ProblemKind RatingAboveLeaf = Error("P858", "“{0}”（{1}）下面还有项目，不能直接评。", "只评末级项目；领域的情况由本站按末级项目列出，不另给分。");

    /// <summary>A rating outside the scale.</summary>
    public static readonly ProblemKind RatingOutside = Error("P859", "“{0}”不在评定的范围里。", "评价体系“{1}”的这一项要写{2}；不适用写 z，没有评就空着。");
}
