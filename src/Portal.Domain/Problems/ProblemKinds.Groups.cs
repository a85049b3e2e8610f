namespace Portal.Domain.Problems;

/// <summary>P750–P759: groups of schools, proposed closures, planned steps.</summary>
public static partial class ProblemKinds
{
    /// <summary>A group that joins nobody.</summary>
    public static readonly ProblemKind GroupOfOne = Warning("P750", "“{0}”（{1}）只有一所学校。", "请补上另一所学校的一行；结对的另一方不在本站的学校表里，就删去这一行，本站不能说它有结对学校。");

    /// <summary>A group of two kinds.</summary>
    public static readonly ProblemKind GroupOfTwoKinds = Error("P751", "编号“{0}”在第 {1} 行是“{2}”，这里是“{3}”。", "同一个编号只能是一种（集团、结对或学区）；两个共同体要用两个编号。");

    /// <summary>A group of two names.</summary>
    public static readonly ProblemKind GroupOfTwoNames = Error("P752", "编号“{0}”在第 {1} 行叫“{2}”，这里叫“{3}”。", "同一个编号的名称要一字不差；两个共同体要用两个编号。");

    /// <summary>A partnership among rural schools only.</summary>
    public static readonly ProblemKind PartnersAllRural = Warning("P753", "结对“{0}”（{1}）里都是乡村学校，不算有结对学校。", "结对要有一所城区或镇区的学校；请核对成员和各校的城乡类型，或改为集团、学区。");

    /// <summary>A proposed closure that nobody can look up.</summary>
    public static readonly ProblemKind ProposalWithoutNotice = Warning("P754", "拟撤并“{0}”没有写公告。", "请在 notice 写公告的名称或文号，文件登记在 sources.csv；页面会说“没有写公告”。");

    /// <summary>A measure mapped to no step of a scheme.</summary>
    public static readonly ProblemKind BadPlannedStep = Error("P755", "词表 planned-step 的“{0}”对应“{1}”，没有这样的办法和步骤。", "名称写“办法 步骤”，中间一个空格，如“quality-2017 认定”；步骤是{2}。");

    /// <summary>A planned step that is no measure.</summary>
    public static readonly ProblemKind PlannedStepWithoutMeasure = Error("P756", "词表 planned-step 的“{0}”不在词表 measure 里，没有目标能用它。", "最接近的是“{1}”；请先在 measure 里加这个度量。");
}
