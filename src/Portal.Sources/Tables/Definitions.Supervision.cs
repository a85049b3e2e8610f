using static Portal.Sources.Tables.Content;
using static Portal.Sources.Tables.Presence;

namespace Portal.Sources.Tables;

/// <summary>The tables of supervision.</summary>
internal static partial class Definitions
{
    /// <summary>findings.csv.</summary>
    public static readonly TableDefinition Findings = new("findings", "督导发现", ["finding"],
        C("finding", "编号", Id), W("origin", "来自", Filled, "report", "survey", "complaint", "monitoring"), C("report", "报告", Text, Optional), C("place", "地方", Place), C("school", "学校", Id, Optional),
        V("matter", "事项", Filled, "matter"), C("problem", "问题", Text), C("demand", "要求", Text, Optional), C("responsible", "责任单位", Text, Optional), C("notice", "意见书文号", Text, Optional),
        C("issued", "发出", Day, Column), C("deadline", "期限", Day, Column), C("extended_to", "延期至", Day, Optional), C("planned", "方案", Day, Optional), C("reported", "报告日期", Day, Column), C("checked", "核查", Day, Column),
        V("result", "结果", Optional, "rectification-result"), C("appeal", "申辩", Text, Optional), V("measure", "问责", Optional, "accountability"), C("repeat_of", "重复于", Id, Optional), C("evidence", "证据", Text, Optional));

    /// <summary>inspectors.csv.</summary>
    public static readonly TableDefinition Inspectors = new("inspectors", "责任督学", ["school", "name"],
        C("school", "学校", Id), C("name", "督学", Text), C("office_phone", "办公电话", Text, Optional) with { Contact = true }, C("contact_basis", "公开依据", Text, Optional), C("zone", "责任区", Id, Optional),
        C("matters", "督导事项", Text, Optional), C("term_start", "任期起", Day, Optional), C("term_end", "任期止", Day, Optional));

    /// <summary>zones.csv.</summary>
    public static readonly TableDefinition Zones = new("zones", "督学责任区", ["zone"], C("zone", "责任区", Id), C("name", "名称", Text), C("place", "地方", Place));

    /// <summary>visits.csv.</summary>
    public static readonly TableDefinition Visits = new("visits", "督导记录", ["school", "place", "date", "kind"],
        C("school", "学校", Id, Optional), C("place", "地方", Place, Optional), C("date", "日期", Day), V("kind", "种类", Filled, "inspection"), C("report", "报告", Text, Optional));

    /// <summary>disclosures.csv.</summary>
    public static readonly TableDefinition Disclosures = new("disclosures", "公开记录", ["school", "place", "duty", "period"],
        C("school", "学校", Id, Optional), C("place", "地方", Place, Optional), C("duty", "事项", Id), C("period", "时期", Text), C("published", "公开日期", Day, Optional), C("address", "网址", Address, Optional),
        C("file", "文件", Text, Optional));

    /// <summary>duties.csv.</summary>
    public static readonly TableDefinition Duties = new("duties", "应公开事项", ["duty"],
        C("duty", "事项", Id), C("label", "名称", Text) with { Measure = true }, W("kind", "谁公开", Filled, "county", "school"), C("types", "办学类型", Text, Optional), C("clock", "期限", Text), C("basis", "依据", Text));

    /// <summary>terms.csv.</summary>
    public static readonly TableDefinition Terms = new("terms", "学期", ["term"], C("term", "学期", Id), C("start", "开始", Day), C("end", "结束", Day));

    /// <summary>absences.csv.</summary>
    public static readonly TableDefinition Absences = new("absences", "未公开说明", ["school", "place", "duty", "period"],
        C("school", "学校", Id, Optional), C("place", "地方", Place, Optional), C("duty", "事项", Id), C("period", "时期", Text), C("reason", "原因", Text), C("expected", "预计", When, Optional),
        W("withheld", "不予公开", Optional, "yes", "no"));

    /// <summary>feedback.csv.</summary>
    public static readonly TableDefinition FeedbackCounts = new("feedback", "反馈统计", ["place", "month", "topic"],
        C("place", "地方", Place), C("month", "月份", When), V("topic", "主题", Filled, "topic"), C("received", "收到", Number, Column), C("answered", "答复", Number, Column), C("median_days", "中位天数", Number, Column));

    /// <summary>survey-answers.csv.</summary>
    public static readonly TableDefinition SurveyAnswers = new("survey-answers", "调查答案", ["survey", "place", "group", "question", "answer"],
        C("survey", "调查", Id), C("place", "地方", Place), V("group", "群体", Filled, "group"), C("question", "问题", Text) with { Measure = true }, C("answer", "答案", Text), C("count", "份数", Number, Column));

    /// <summary>corrections.csv.</summary>
    public static readonly TableDefinition Corrections = new("corrections", "勘误", ["erratum"],
        C("erratum", "编号", Id), C("table", "表", Text), C("row", "行", Text), C("column", "列", Text, Column), C("was", "原为", Text, Column), C("is", "现为", Text, Column), C("reason", "原因", Text), C("date", "日期", Day));
}
