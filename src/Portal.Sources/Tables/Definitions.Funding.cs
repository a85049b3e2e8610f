using static Portal.Sources.Tables.Content;
using static Portal.Sources.Tables.Presence;

namespace Portal.Sources.Tables;

/// <summary>Checks of public spending and what is known of measures.</summary>
internal static partial class Definitions
{
    /// <summary>Rules of funding.csv, in the order of <c>FundingRule</c>.</summary>
    public static readonly string[] FundingRules = ["growth-over", "growth", "not-down", "share-at-least", "share-rises", "used-in-full"];

    /// <summary>funding.csv.</summary>
    public static readonly TableDefinition Funding = new("funding", "经费检查", ["check", "place", "from"],
        C("check", "检查", Id), C("order", "次序", Whole), C("group", "组", Text), C("label", "要求", Text) with { Measure = true }, W("rule", "规则", Filled, FundingRules),
        C("inputs", "度量", Text), W("stage", "学段", Column, FixedWords.Stages), C("threshold", "限值", Value, Column), C("years", "年数", Whole), W("asked_of", "对谁的要求", Filled, "each", "country"),
        C("from", "起", Day), C("place", "地方", Place), C("source", "依据", Text));

    /// <summary>measures.csv.</summary>
    public static readonly TableDefinition Measures = new("measures", "度量说明", ["vocabulary", "code"],
        W("vocabulary", "词表", Filled, "finance", "measure"), C("code", "度量", Text), C("unit", "单位", Text, Optional), W("stage", "分学段", Column, "none", "each"),
        C("taken_from", "取自", Text, Optional));
}
