namespace Portal.Domain.Problems;

/// <summary>P710–P729: items and gates of schemes, what counties report for them, surveys of gates.</summary>
public static partial class ProblemKinds
{
    /// <summary>A word of an item's inputs that cannot be read, or that the rule cannot take.</summary>
    public static readonly ProblemKind BadItemInput = Error("P710", "规则“{1}”用不了“{0}”。", "这条规则要：{2}（见 data/README.md）。");

    /// <summary>Inputs that a rule needs are missing, or there are too many.</summary>
    public static readonly ProblemKind ItemInputsIncomplete = Error("P711", "规则“{0}”的 inputs 不对：{1}。", "这条规则要：{2}（见 data/README.md）。");

    /// <summary>A rule without the threshold it needs.</summary>
    public static readonly ProblemKind MissingThreshold = Error("P712", "规则“{0}”要有 threshold，这里空着。", "请填写数值，或改用别的规则。");

    /// <summary>A threshold or points that the rule does not use.</summary>
    public static readonly ProblemKind UselessNumber = Error("P713", "规则“{1}”用不上 {2}，这里却填了“{0}”。", "请删去；只有 score 才有分值，document、compare、score 没有限值。");

    /// <summary>A gate that names a group without items.</summary>
    public static readonly ProblemKind GateWithoutItems = Error("P714", "关口“{1}”的组“{0}”没有项目。", "最接近的是“{2}”；组写在 items.csv 的 group 一列。");

    /// <summary>An item that no gate looks at.</summary>
    public static readonly ProblemKind ItemWithoutGate = Error("P715", "没有一道关口用到组“{0}”，这一项永远不会判断。", "请在 scheme.yaml 的 gates 里写上这一组，或改正 group。");

    /// <summary>A gate of points or of satisfaction without a limit.</summary>
    public static readonly ProblemKind GateWithoutLimit = Error("P716", "关口“{0}”没有限值“{1}”。", "请在 limits.csv 里补上 what 为“{1}”的一行，学段空着。");

    /// <summary>Rows of one item that differ in what cannot differ.</summary>
    public static readonly ProblemKind ItemChanged = Error("P717", "项目“{0}”的 {1} 与 {2} 不同。", "同一个项目在各地、各时期的组、规则、学段和单位要一样；要换就另起一个编号。");

    /// <summary>A value for an item that the scheme does not have.</summary>
    public static readonly ProblemKind UnknownItem = Error("P718", "办法“{1}”没有项目“{0}”。", "最接近的是“{2}”；项目见该办法的 items.csv。");

    /// <summary>A value for an input that the item does not have.</summary>
    public static readonly ProblemKind UnknownItemInput = Error("P719", "项目“{1}”没有数据项“{0}”。", "可以填的是“{2}”（空着是整项）。");

    /// <summary>More points than there are.</summary>
    public static readonly ProblemKind ScoreAbovePoints = Error("P720", "得分 {0} 超过这一项的分值 {1}。", "请核对；分值见该办法的 items.csv。");

    /// <summary>A document that is neither there nor not.</summary>
    public static readonly ProblemKind NotYesNo = Error("P721", "“{0}”不是 1 或 0。", "这一项只问有没有：有写 1，没有写 0，没有报空着。");

    /// <summary>A value where the rule takes points, or points where it takes a value.</summary>
    public static readonly ProblemKind ValueNotTaken = Error("P722", "项目“{1}”的规则是 {2}，这一格的“{0}”用不上。", "score 只填得分（score），其余规则只填值（value）。");

    /// <summary>A survey of a gate that does not say of which scheme.</summary>
    public static readonly ProblemKind GateSurveyWithoutScheme = Error("P723", "用于关口的调查没有写办法。", "请填写 scheme，或把 gate 改成 no。");

    /// <summary>Two surveys for one gate.</summary>
    public static readonly ProblemKind TwoGateSurveys = Error("P724", "{0} 已经有一次用于同一办法同一地方关口的调查。", "一个地方、一个办法、一次发布只能有一次调查用于关口；另一次的 gate 写 no。");

    /// <summary>Groups of a survey that is not there.</summary>
    public static readonly ProblemKind UnknownSurvey = Error("P725", "调查“{0}”不在 surveys.csv 里。", "最接近的是“{1}”；请核对调查编号。");

    /// <summary>All respondents beside single groups: they would be counted twice.</summary>
    public static readonly ProblemKind AllBesideGroups = Error("P726", "这次调查既有 all，又有分群体的行（{0}），会重复计数。", "只有合计时写一行 all；有分群体的份数时不写 all。");

    /// <summary>An input of another item that is not there.</summary>
    public static readonly ProblemKind UnknownOtherInput = Error("P727", "没有别的项目报“{0}”这个数。", "写成 项目/数据项；最接近的是“{1}”。");
}
