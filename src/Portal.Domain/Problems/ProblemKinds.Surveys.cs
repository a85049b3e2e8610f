namespace Portal.Domain.Problems;

/// <summary>P830–P839: figures of surveys that cannot be.</summary>
public static partial class ProblemKinds
{
    /// <summary>More of a part than of the whole: valid above returned, returned above issued, satisfied above valid.</summary>
    public static readonly ProblemKind SurveyPartAboveWhole = Error("P830", "{1} {0} 份，比{3} {2} 份还多。", "满意 ≤ 有效 ≤ 回收 ≤ 发放；请核对这一行。");

    /// <summary>A count of forms that is no whole number, or negative.</summary>
    public static readonly ProblemKind SurveyNoCount = Error("P831", "“{0}”不是份数。", "份数是不小于 0 的整数；没有报空着。");

    /// <summary>A published rate outside 0 to 100.</summary>
    public static readonly ProblemKind SurveyRateRange = Error("P832", "满意的比例 {0}% 不在 0 到 100 之间。", "请核对；93.6% 写 93.6。");

    /// <summary>Answers that do not sum to the valid forms of the group.</summary>
    public static readonly ProblemKind SurveyAnswerSum = Error("P833", "“{0}”各答案合计 {1} 份，这个群体的有效问卷是 {2} 份（survey-groups.csv）。", "各答案要加到有效份数；没有回答的另写一行“未答”。");

    /// <summary>Groups that do not sum to all respondents.</summary>
    public static readonly ProblemKind SurveyGroupSum = Error("P834", "“{0}”答“{1}”的，各群体合计 {2} 份，all 一行写的是 {3} 份。", "请核对；各群体都有时可以不写 all。");

    /// <summary>A percentage that no whole number of forms gives.</summary>
    public static readonly ProblemKind SurveyImpossibleRate = Error("P835", "{0}% 不可能：这个群体有效问卷 {1} 份，没有哪个整数份是这个比例。", "请核对比例和 survey-groups.csv 的份数；比例照印出来的位数四舍五入。");

    /// <summary>A survey that closed before it opened.</summary>
    public static readonly ProblemKind SurveyClosedEarly = Error("P836", "调查结束（{0}）早于开始（{1}）。", "请核对两个日期。");

    /// <summary>More forms than residents.</summary>
    public static readonly ProblemKind SurveyAboveResidents = Error("P837", "发放 {1} 份，比常住人口 {0} 人还多。", "常住人口按人填写，不是万人；请核对。");

    /// <summary>Answers of a group that the survey does not have.</summary>
    public static readonly ProblemKind SurveyGroupUnknown = Error("P838", "调查“{1}”没有群体“{0}”的份数。", "survey-groups.csv 里要有这个群体的一行；全体写 all。");

    /// <summary>Answers of another place than the survey's.</summary>
    public static readonly ProblemKind SurveyPlaceDiffers = Error("P839", "调查“{1}”的地方是 {2}，这一行写的是 {0}。", "请改成调查的地方；一个地方一次调查，另一个地方另起编号。");
}
