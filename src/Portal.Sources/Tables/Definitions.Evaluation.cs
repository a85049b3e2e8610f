using static Portal.Sources.Tables.Content;
using static Portal.Sources.Tables.Presence;

namespace Portal.Sources.Tables;

/// <summary>The tables that evaluation needs besides the schools' own.</summary>
internal static partial class Definitions
{
    /// <summary>schemes/…/items.csv.</summary>
    public static readonly TableDefinition Items = new("items", "项目", ["item", "place", "from"],
        C("item", "项目", Id), C("group", "组", Id), C("order", "序号", Whole), C("label", "名称", Text) with { Measure = true }, W("rule", "规则", Filled, Readers.ItemReader.Rules),
        C("inputs", "数据项", Text, Column), C("stage", "学段", Stage, Optional), C("place", "地方", Place), C("from", "起", Day), C("until", "止", Day, Optional),
        C("threshold", "限值", Value, Column), C("unit", "单位", Text, Optional), C("points", "分值", Value, Optional), W("veto", "一票否决", Filled, "yes", "no"), C("source", "依据", Text));
    /// <summary>schemes/…/allowances.csv.</summary>
    public static readonly TableDefinition Allowances = new("allowances", "放宽规定", ["allowance", "applies_to", "stage", "place", "from"],
        C("allowance", "编号", Id), C("label", "适用于", Text), C("applies_to", "对象", Id), C("stage", "学段", Stage, Optional), C("place", "采用地方", Place, Column),
        C("from", "起", Day, Optional), C("until", "止", Day, Optional), C("conditions", "条件", Text), C("replaces", "放宽为", Text), C("source", "依据", Text));

    /// <summary>classes.csv.</summary>
    public static readonly TableDefinition Classes = new("classes", "班额", ["school", "stage", "from"],
        C("school", "学校", Id), C("stage", "学段", Stage), C("from", "起", Whole), C("to", "止", Whole, Column), C("classes", "班数", Whole));

    /// <summary>sizes.csv.</summary>
    public static readonly TableDefinition Sizes = new("sizes", "班额和校额的规定", ["what", "stage", "types", "place", "from"],
        W("what", "事项", Filled, "large-class", "huge-class", "class-standard", "large-share", "huge-share", "school-size"), C("stage", "学段", Stage, Column),
        C("types", "办学类型", Text, Column), C("place", "地方", Place), C("from", "起", Day), C("until", "止", Day, Optional), C("value", "值", Value), C("due", "目标年份", Year, Optional), C("scheme", "办法", Scheme, Optional),
        C("source", "依据", Text));

    /// <summary>government.csv.</summary>
    public static readonly TableDefinition Government = new("government", "政府工作", ["place", "scheme", "item", "input"],
        C("place", "地方", Place), C("scheme", "办法", Scheme), C("item", "项目", Id), C("input", "数据项", ColumnName, Optional), C("value", "值", Number, Column),
        C("score", "得分", Number, Optional), C("evidence", "依据", Text, Optional));

    /// <summary>finance.csv.</summary>
    public static readonly TableDefinition Finance = new("finance", "经费", ["place", "year", "stage", "measure"],
        C("place", "地方", Place), C("year", "年份", Year), C("stage", "学段", Stage, Column), V("measure", "度量", Filled, "finance") with { Measure = true },
        C("value", "值", Number, Column), C("source", "来源", Source));

    /// <summary>projects.csv.</summary>
    public static readonly TableDefinition Projects = new("projects", "项目", ["project"],
        C("project", "项目编号", Id), C("school", "学校", Id, Optional), C("place", "地方", Place, Optional), C("title", "名称", Text), V("kind", "类别", Filled, "project-kind"),
        C("funds", "资金", Number, Column), C("started", "开工日期", When, Optional), C("planned", "计划完成", When, Column), C("done", "完成日期", When, Column), V("status", "进展", Filled, "project-status"), C("source", "来源", Source));

    /// <summary>surveys.csv.</summary>
    public static readonly TableDefinition Surveys = new("surveys", "调查", ["survey"],
        C("survey", "调查", Id), C("title", "名称", Text) with { Measure = true }, C("place", "地方", Place), C("scheme", "办法", Scheme, Optional), W("gate", "用于关口", Filled, "yes", "no"),
        V("mode", "方式", Filled, "survey-mode"), V("design", "抽样", Filled, "survey-design"), C("residents", "常住人口", Whole, Optional), C("opened", "开始", Day, Optional),
        C("closed", "结束", Day, Optional), C("rule", "满意的规则", Text));

    /// <summary>survey-groups.csv.</summary>
    public static readonly TableDefinition SurveyGroups = new("survey-groups", "调查群体", ["survey", "group"],
        C("survey", "调查", Id), V("group", "群体", Filled, "group"), C("issued", "发放", Number, Column), C("returned", "回收", Number, Column), C("valid", "有效", Number, Column),
        C("satisfied", "满意", Number, Column));

    /// <summary>campuses.csv.</summary>
    public static readonly TableDefinition Campuses = new("campuses", "校区", ["school", "campus"],
        C("school", "学校", Id), C("campus", "校区", Id), C("name", "名称", Text), C("address", "地址", Text, Optional), C("grades", "年级", Text, Optional));

    /// <summary>groups.csv.</summary>
    public static readonly TableDefinition Groups = new("groups", "办学共同体", ["group", "school"],
        C("group", "编号", Id), C("school", "学校", Id), C("name", "名称", Text), W("kind", "类别", Filled, "集团", "结对", "学区"), C("role", "角色", Text, Optional),
        C("from", "起", When, Optional), C("until", "止", When, Optional));
}
