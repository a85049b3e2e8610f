using Portal.Domain.Data;
using Portal.Domain.Problems;

namespace Portal.Sources.Tests;

/// <summary>Figures of surveys that cannot be: each gives its one problem, at its cell.</summary>
public class SurveyMistakeTests
{
    private const string Surveys = "small/releases/2023.1/surveys.csv";
    private const string Groups = "small/releases/2023.1/survey-groups.csv";
    private const string Answers = "small/releases/2023.1/survey-answers.csv";
    private const string Rates = "small/releases/2023.1/satisfaction.csv";

    private static readonly (string Code, Action<SmallSet> Make, string Line)[] Mistakes =
    [
        ("P830", s => s.Replace(Groups, "v1,parents,100,90,50,40", "v1,parents,100,90,50,51"), $"data/{Groups}(2,F): error P830 满意 51 份，比有效 50 份还多。 满意 ≤ 有效 ≤ 回收 ≤ 发放；请核对这一行。"),
        ("P830", s => s.Replace(Groups, "v1,parents,100,90,50", "v1,parents,100,49,50"), $"data/{Groups}(2,E): error P830 有效 50 份，比回收 49 份还多。 满意 ≤ 有效 ≤ 回收 ≤ 发放；请核对这一行。"),
        ("P830", s => s.Replace(Groups, "v1,parents,100,90,50", "v1,parents,80,90,50"), $"data/{Groups}(2,D): error P830 回收 90 份，比发放 80 份还多。 满意 ≤ 有效 ≤ 回收 ≤ 发放；请核对这一行。"),
        ("P830", s => s.Replace(Groups, "v1,parents,100,90,50", "v1,parents,49,,50"), $"data/{Groups}(2,E): error P830 有效 50 份，比发放 49 份还多。 满意 ≤ 有效 ≤ 回收 ≤ 发放；请核对这一行。"),
        ("P831", s => s.Replace(Groups, "v1,parents,100,90,50,40", "v1,parents,100,90,50,40.5"), $"data/{Groups}(2,F): error P831 “40.5”不是份数。 份数是不小于 0 的整数；没有报空着。"),
        ("P832", s => s.Replace(Rates, "parents,80", "parents,101"), $"data/{Rates}(2,D): error P832 满意的比例 101% 不在 0 到 100 之间。 请核对；93.6% 写 93.6。"),
        ("P833", s => s.Replace(Answers, "满意,40", "满意,45"), $"data/{Answers}(2,F): error P833 “就近入学”各答案合计 55 份，这个群体的有效问卷是 50 份（survey-groups.csv）。 各答案要加到有效份数；没有回答的另写一行“未答”。"),
        ("P834", s => s.Append(Answers, "v1,990101,all,就近入学,满意,39").Append(Answers, "v1,990101,all,就近入学,不满意,10"), $"data/{Answers}(4,F): error P834 “就近入学”答“满意”的，各群体合计 40 份，all 一行写的是 39 份。 请核对；各群体都有时可以不写 all。"),
        ("P835", s => s.Replace(Rates, "parents,80", "parents,93"), $"data/{Rates}(2,D): error P835 93% 不可能：这个群体有效问卷 50 份，没有哪个整数份是这个比例。 请核对比例和 survey-groups.csv 的份数；比例照印出来的位数四舍五入。"),
        ("P836", s => s.Replace(Surveys, "2023-10-01,2023-10-09", "2023-10-10,2023-10-09"), $"data/{Surveys}(2,J): error P836 调查结束（2023-10-09）早于开始（2023-10-10）。 请核对两个日期。"),
        ("P837", s => s.Replace(Surveys, "quota,30000", "quota,30"), $"data/{Surveys}(2,H): error P837 发放 100 份，比常住人口 30 人还多。 常住人口按人填写，不是万人；请核对。"),
        ("P838", s => s.Append(Answers, "v1,990101,all,课业负担,满意,40").Replace(Groups, "v1,parents", "v1,all").Replace(Rates, "parents,80", "all,80").Replace(Answers, "v1,990101,parents,就近入学,不满意,10\n", ""), $"data/{Answers}(2,C): error P838 调查“v1”没有群体“parents”的份数。 survey-groups.csv 里要有这个群体的一行；全体写 all。"),
        ("P839", s => s.Append(Answers, "v1,990102,parents,课业负担,满意,50"), $"data/{Answers}(4,B): error P839 调查“v1”的地方是 990101，这一行写的是 990102。 请改成调查的地方；一个地方一次调查，另一个地方另起编号。"),
    ];

    public static TheoryData<int, string> Rows => MistakeRows.Of(Mistakes);

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_mistake_gives_one_problem(int row, string code)
    {
        using SmallSet set = Valid();
        Assert.Equal(code, Mistakes[row].Code);
        MistakeRows.GivesItsLine(set, Mistakes[row]);
    }

    [Fact]
    public void All_kinds_have_a_case() => Assert.Equal(
        ProblemKinds.All.Select(k => k.Code).Where(c => string.CompareOrdinal(c, "P830") >= 0 && string.CompareOrdinal(c, "P840") < 0), Mistakes.Select(m => m.Code).Distinct());

    [Fact]
    public void A_rate_may_be_of_a_survey_whose_forms_are_not_known()
    {
        using SmallSet set = Valid();
        set.Replace(Rates, "parents,80", "parents,93").Append(Surveys, "v2,另一次,990101,,no,paper,quota,,2023-05-01,2023-05-09,满意");
        Assert.Empty(set.Problems());
    }

    [Fact]
    public void Answers_are_read_as_they_stand()
    {
        using SmallSet set = Valid();
        SurveyAnswer[] answers = [.. set.Read().Latest!.Supervision.AnswersOf("v1")];
        Assert.Equal(["parents 就近入学 满意 40", "parents 就近入学 不满意 10"], answers.Select(a => $"{a.Group} {a.Question} {a.Answer} {a.Count}"));
    }

    private static SmallSet Valid() => new SmallSet()
        .Append("common/codes.csv", "survey-mode,paper,纸质").Append("common/codes.csv", "survey-design,quota,配额").Append("common/codes.csv", "group,all,全体")
        .Write(Surveys, "survey,title,place,scheme,gate,mode,design,residents,opened,closed,rule\nv1,调查,990101,,no,paper,quota,30000,2023-10-01,2023-10-09,满意\n")
        .Write(Groups, "survey,group,issued,returned,valid,satisfied\nv1,parents,100,90,50,40\n")
        .Write(Answers, "survey,place,group,question,answer,count\nv1,990101,parents,就近入学,满意,40\nv1,990101,parents,就近入学,不满意,10\n")
        .Write(Rates, "place,year,group,rate_percent,question,source\n990101,2023,parents,80,就近入学,report-2023\n");
}
