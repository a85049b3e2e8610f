using static Portal.Sources.Tables.Content;
using static Portal.Sources.Tables.Presence;

namespace Portal.Sources.Tables;

/// <summary>The tables of data.md §3 that this version reads, in one place.</summary>
internal static partial class Definitions
{
    /// <summary>Tables that a later version reads.</summary>
    public static readonly string[] Later =
    [
        "withdrawals",
    ];

    /// <summary>columns.csv.</summary>
    public static readonly TableDefinition Columns = new("columns", "字段", ["column"],
        C("column", "字段", ColumnName), C("label", "名称", Text), C("unit", "单位", Text, Optional), C("stage", "学段", Stage) with { Words = ["all"] },
        W("kind", "类别", Filled, "pupils", "classes", "staff", "asset", "rooms", "text"), C("decimals", "小数位", Whole, Optional),
        W("disclosure", "公开层级", Filled, "school", "county", "never"), C("basis", "公开依据", Text, Optional), C("min_count", "最小公开数", Whole, Optional),
        C("source", "来源", Text, Optional));

    /// <summary>types.csv.</summary>
    public static readonly TableDefinition Types = new("types", "办学类型", ["type"],
        C("type", "类型", Id), C("label", "名称", Text), C("stages", "学段", Text), W("kind", "性质", Optional, "school", "teaching-point"));

    /// <summary>codes.csv.</summary>
    public static readonly TableDefinition Codes = new("codes", "代码", ["vocabulary", "code"],
        C("vocabulary", "词表", ColumnName), C("code", "代码", Text), C("label", "名称", Text) with { Measure = true });

    /// <summary>schemes/…/indicators.csv.</summary>
    public static readonly TableDefinition Indicators = new("indicators", "指标", ["indicator"],
        C("indicator", "指标", Id) with { Measure = true }, C("label", "名称", Text) with { Measure = true }, C("short", "简称", Text, Optional) with { Measure = true }, C("unit", "单位", Text, Optional),
        C("decimals", "小数位", Whole), C("numerator", "分子", Text), C("per", "分母", Text), W("split", "拆分", Filled, "yes", "no"), W("better", "方向", Filled, "higher", "lower"),
        W("use", "用途", Filled, "coefficient", "standard", "both"), C("source", "依据", Text));

    /// <summary>schemes/…/standards.csv.</summary>
    public static readonly TableDefinition Standards = new("standards", "达标标准", ["indicator", "stage", "place", "from"],
        C("indicator", "指标", Id), C("stage", "学段", Text), C("place", "地方", Place), C("from", "起", Day), C("until", "止", Day, Optional),
        C("value", "标准", Value), C("floor", "豁免下限", Value, Optional), C("source", "依据", Text));

    /// <summary>schemes/…/limits.csv.</summary>
    public static readonly TableDefinition Limits = new("limits", "限值", ["stage", "what", "place", "from"],
        C("stage", "学段", Text, Column), C("what", "对象", Id), C("place", "地方", Place), C("from", "起", Day), C("until", "止", Day, Optional),
        C("limit", "限值", Value), W("sense", "方向", Filled, "at_most", "at_least"), C("source", "依据", Text));

    /// <summary>sources.csv.</summary>
    public static readonly TableDefinition Sources = new("sources", "来源", ["source"],
        C("source", "来源", Id), C("title", "标题", Text), C("issuer", "发布单位", Text, Optional), C("number", "文号", Text, Optional), C("date", "日期", When, Optional),
        C("address", "网址", Address, Optional), W("grade", "等级", Filled, "原件", "官方", "转载"), C("read_from", "摘录自", Text, Optional));

    /// <summary>places.csv.</summary>
    public static readonly TableDefinition Places = new("places", "地方", ["code"],
        C("code", "代码", PlaceCode), C("name", "名称", Text), W("level", "层级", Filled, "country", "province", "city", "county"), C("parent", "上级", Place, Column),
        C("residents", "常住人口", Whole, Optional), C("from", "起", Day, Optional), C("until", "止", Day, Optional), C("successor", "继任", Place, Optional));

    /// <summary>channels.csv.</summary>
    public static readonly TableDefinition Channels = new("channels", "反馈渠道", ["place", "topic", "kind"],
        C("place", "地方", Place), V("topic", "主题", Filled, "topic"), W("kind", "方式", Filled, "mail", "form", "phone", "wechat", "letter"),
        C("value", "联系方式", Text) with { Contact = true }, C("hours", "时间", Text, Optional), C("promise_days", "承诺天数", Whole, Optional));

    /// <summary>school-links.csv.</summary>
    public static readonly TableDefinition SchoolLinks = new("school-links", "学校变动", ["from", "to", "kind"],
        C("from", "原学校", Id), C("to", "新学校", Id, Column), W("kind", "变动", Filled, "renamed", "merged", "split", "closed", "reopened", "proposed"),
        C("date", "日期", When, Optional), C("old_name", "原名", Text, Optional), C("notice", "公告", Text, Optional), C("source", "来源", Source, Optional));

    /// <summary>exclusions.csv.</summary>
    public static readonly TableDefinition Exclusions = new("exclusions", "不计入的学校", ["school", "stage", "scheme"],
        C("school", "学校", Id), C("stage", "学段", Text), C("scheme", "办法", Scheme), C("reason", "原因", Text));

    /// <summary>coefficients.csv.</summary>
    public static readonly TableDefinition Coefficients = new("coefficients", "公布的差异系数", ["place", "year", "stage", "scheme", "indicator", "note"],
        C("place", "地方", Place), C("year", "年份", Year, Column), C("stage", "学段", Text), C("scheme", "办法", Scheme), C("indicator", "指标", Id) with { Measure = true },
        C("value", "值", Number, Column), C("judgement", "原文判断", Text, Optional), C("note", "说明", Text, Optional), C("source", "来源", Source));

    /// <summary>facts.csv.</summary>
    public static readonly TableDefinition Facts = new("facts", "事实", ["place", "year", "topic", "label"],
        C("place", "地方", Place), C("year", "年份", Year, Column), V("topic", "主题", Filled, "topic"), C("label", "名称", Text) with { Measure = true },
        V("measure", "度量", Optional, "measure") with { Measure = true }, C("value", "值", Number, Column), C("unit", "单位", Text, Optional), C("text", "原文", Text, Optional),
        C("source", "来源", Source));

    /// <summary>targets.csv.</summary>
    public static readonly TableDefinition Targets = new("targets", "目标", ["place", "school", "year", "measure"],
        C("place", "地方", Place, Optional), C("school", "学校", Id, Optional), C("year", "年份", Year, Column), V("measure", "度量", Filled, "measure") with { Measure = true },
        C("target", "目标", Number, Column), W("sense", "方向", Filled, "at_least", "at_most"), C("unit", "单位", Text, Optional), C("text", "原文", Text, Optional),
        C("source", "来源", Source));

    /// <summary>procedure.csv.</summary>
    public static readonly TableDefinition Procedure = new("procedure", "认定进程", ["place", "scheme", "step", "done"],
        C("place", "地方", Place), C("scheme", "办法", Scheme), W("step", "步骤", Filled, FixedWords.Steps), C("done", "完成日期", When, Column), V("outcome", "结果", Optional, "outcome"),
        C("authority", "作出单位", Text, Optional), C("text", "原文", Text, Optional), C("source", "来源", Source, Column));

    /// <summary>satisfaction.csv.</summary>
    public static readonly TableDefinition Satisfaction = new("satisfaction", "公布的满意度", ["place", "year", "group", "question"],
        C("place", "地方", Place), C("year", "年份", Year, Column), V("group", "群体", Filled, "group"), C("question", "问题", Text, Optional) with { Measure = true },
        C("rate_percent", "满意率", Number, Column), C("source", "来源", Source));

    /// <summary>schools.csv without its raw columns, which columns.csv defines.</summary>
    public static readonly TableDefinition Schools = new("schools", "学校", ["school"],
        C("school", "学校标识码", Id), C("name", "学校名称", Text), C("place", "所在县代码", Place), C("township", "乡镇街道", Text, Optional), C("type", "办学类型", Id),
        V("urban_rural", "城乡类型", Optional, "urban_rural"), V("sponsor", "举办者", Optional, "sponsor"), C("hosted_by", "附设于", Id, Optional), C("address", "地址", Text, Optional),
        C("office_phone", "办公电话", Text, Optional), V("teaching_language", "教学语言", Optional, "teaching_language"));

    private static ColumnDefinition C(string name, string label, Content content, Presence presence = Filled) => new(name, label, content, presence);

    private static ColumnDefinition W(string name, string label, Presence presence, params string[] words) => new(name, label, Word, presence) { Words = words };

    private static ColumnDefinition V(string name, string label, Presence presence, string vocabulary) => new(name, label, Code, presence) { Words = [vocabulary] };
}
