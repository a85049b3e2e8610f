using static Portal.Sources.Tables.Content;
using static Portal.Sources.Tables.Presence;

namespace Portal.Sources.Tables;

/// <summary>The tables of school supervision by evaluation trees.</summary>
internal static partial class Definitions
{
    /// <summary>trees.csv.</summary>
    public static readonly TableDefinition Trees = new("trees", "评价体系", ["tree", "node"],
        C("tree", "体系", Id), C("node", "项目", Id), C("parent", "上级", Id, Column), C("order", "次序", Whole), C("label", "名称", Text) with { Measure = true },
        C("points", "分值", Value, Optional), C("scale", "等级", Text, Optional), C("source", "来源", Source, Optional));

    /// <summary>scorecards.csv.</summary>
    public static readonly TableDefinition Scorecards = new("scorecards", "督导评价", ["school", "tree", "node", "period"],
        C("school", "学校", Id), C("tree", "体系", Id), C("node", "项目", Id), C("period", "时期", Id), C("self", "自评", Text, Column), C("checked", "核查", Text, Column),
        C("comment", "说明", Text, Optional), C("visited", "核查日期", Day, Optional), C("report", "报告", Text, Optional));
}
