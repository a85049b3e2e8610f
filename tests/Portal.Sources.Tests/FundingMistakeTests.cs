using Portal.Domain.Data;
using Portal.Domain.Evaluation;

namespace Portal.Sources.Tests;

/// <summary>
/// Mistakes in funding.csv, measures.csv, finance.csv, projects.csv, targets.csv: P740 to P749. Those in finance.csv and projects.csv
/// (P740, P741, P742, P746, P747, P748) also stand in tests/broken.
/// </summary>
public class FundingMistakeTests
{
    private const string Checks = "common/funding.csv";
    private const string Measures = "common/measures.csv";
    private const string Header = "check,order,group,label,rule,inputs,stage,threshold,years,asked_of,from,place,source\n";

    [Fact]
    public void Checks_measures_figures_and_projects_are_read()
    {
        using SmallSet set = Set();
        Dataset data = set.Read();
        FundingCheck check = data.FundingChecks.Single(c => c.Id == "pay");
        Assert.Equal([new FundingMeasure("teacher-pay", new StageId("primary"))], check.Inputs);
        Assert.Equal((FundingRule.Growth, 3, false, new DateOnly(1995, 9, 1)), (check.Rule, check.Years, check.CountryOnly, check.From));
        FundingCheck share = data.FundingChecks.Single(c => c.Id == "share");
        Assert.Equal([new FundingMeasure("spending", null), new FundingMeasure("gdp", null)], share.Inputs);
        Assert.Equal((true, "4"), (share.CountryOnly, share.Threshold.ToString()));
        Assert.Equal(new MeasureDetail("元", StageUse.Each, null), data.Vocabulary.Measure("finance", "teacher-pay"));
        Assert.Equal(new TakenFrom(MeasureOrigin.Finance, "teacher-pay", new StageId("junior")), data.Vocabulary.Measure("measure", "retention-rate").From);
        Assert.Equal([new FinanceValue(new PlaceCode("990101"), 2023, new StageId("primary"), "teacher-pay", Cell.Of(99100, 0), new SourceId("report-2023"))], data.Releases[0].Finance);
        Project project = Assert.Single(data.Releases[0].Projects);
        Assert.Equal(("990101", "2022-03", "2023-06-20", "done"), (project.Subject, project.Started.Text, project.Done.Text, project.Status));
    }

    [Theory]
    [InlineData("P740", Checks, "growth,teacher-pay,primary", "growth,teacher-pay,", "data/common/funding.csv(2,G)", "teacher-pay")]
    [InlineData("P741", "small/releases/2023.1/finance.csv", "primary,teacher-pay", "primary,gdp", "data/small/releases/2023.1/finance.csv(2,C)", "gdp")]
    [InlineData("P742", "small/releases/2023.1/finance.csv", ",2023,", ",2024,", "data/small/releases/2023.1/finance.csv(2,B)", "2024")]
    [InlineData("P742", "small/releases/2023.1/finance.csv", ",2023,", ",1923,", "data/small/releases/2023.1/finance.csv(2,B)", "1923")]
    [InlineData("P219", "small/releases/2023.1/finance.csv", "99100", "-99100", "data/small/releases/2023.1/finance.csv(2,E)", "-99100")]
    [InlineData("P743", Checks, "spending gdp", "spending", "data/common/funding.csv(3,F)", "share-at-least")]
    [InlineData("P744", Checks, ",4,3,country", ",,3,country", "data/common/funding.csv(3,H)", "没有写限值")]
    [InlineData("P744", Checks, "primary,,3,each", "primary,5,3,each", "data/common/funding.csv(2,H)", "不用限值")]
    [InlineData("P233", Checks, "spending gdp", "spending gdq", "data/common/funding.csv(3,F)", "gdp")]
    [InlineData("P745", Measures, "finance teacher-pay junior", "guess 5", "data/common/measures.csv(5,E)", "没有“guess”这种办法")]
    [InlineData("P745", Measures, "finance teacher-pay junior", "finance teacher-pey", "data/common/measures.csv(5,E)", "finance 词表里没有“teacher-pey”")]
    [InlineData("P745", Measures, "finance teacher-pay junior", "classes-from many", "data/common/measures.csv(5,E)", "“many”不是人数")]
    [InlineData("P745", Measures, "finance teacher-pay junior", "column sick_leave", "data/common/measures.csv(5,E)", "没有可以公开到学校的数字列“sick_leave”")]
    [InlineData("P745", Measures, "finance teacher-pay junior", "recognised", "data/common/measures.csv(5,E)", "写法不对")]
    [InlineData("P746", "small/releases/2023.1/projects.csv", "2022-03", "2023-07", "data/small/releases/2023.1/projects.csv(2,I)", "2023-07")]
    [InlineData("P747", "small/releases/2023.1/projects.csv", "2023-06-20,done", "2023-06-20,ongoing", "data/small/releases/2023.1/projects.csv(2,I)", "写了 2023-06-20")]
    [InlineData("P747", "small/releases/2023.1/projects.csv", "2023-06-20", "", "data/small/releases/2023.1/projects.csv(2,I)", "空着")]
    [InlineData("P748", "small/releases/2023.1/projects.csv", "2023-06-20", "2024-01-01", "data/small/releases/2023.1/projects.csv(2,I)", "2024-01-01")]
    [InlineData("P219", "small/releases/2023.1/projects.csv", "1860", "-1860", "data/small/releases/2023.1/projects.csv(2,F)", "-1860")]
    [InlineData("P749", "small/releases/2023.1/targets.csv", "基本消除（没有数值）", "", "data/small/releases/2023.1/targets.csv(3,E)", "既没有数值，也没有原文")]
    public void A_mistake_gives_one_problem_with_its_place(string code, string file, string from, string to, string where, string words)
    {
        using SmallSet set = Set();
        set.Replace(file, from, to);
        string problem = Assert.Single(set.Problems());
        Assert.StartsWith($"{where}: error {code} ", problem);
        Assert.Contains(words, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_set_may_put_its_own_checks_in_place_of_the_common_ones()
    {
        using SmallSet set = Set();
        set.Write("small/funding.csv", Header + "own,1,三个增长,教师工资逐年增长,growth,teacher-pay,junior,,2,each,2020-01-01,990101,某县文件\n");
        Assert.Equal(["own"], set.Read().FundingChecks.Select(c => c.Id));
    }

    private static SmallSet Set() => new SmallSet()
        .Append("common/codes.csv", "finance,teacher-pay,教师工资\nfinance,spending,教育经费\nfinance,gdp,地区生产总值\nproject-kind,building,校舍建设\nproject-status,ongoing,在建\nproject-status,done,已完成")
        .Write(Measures, "vocabulary,code,unit,stage,taken_from\nfinance,teacher-pay,元,each,\nfinance,spending,万元,none,\nfinance,gdp,万元,none,\nmeasure,retention-rate,%,,finance teacher-pay junior\n")
        .Write(Checks, Header + "pay,1,三个增长,教师工资逐年增长,growth,teacher-pay,primary,,3,each,1995-09-01,000000,教育法\nshare,2,两个比例,不低于 4%,share-at-least,spending gdp,,4,3,country,2012-01-01,000000,教育法\n")
        .Write("small/releases/2023.1/finance.csv", "place,year,stage,measure,value,source\n990101,2023,primary,teacher-pay,99100,report-2023\n")
        .Write("small/releases/2023.1/projects.csv", "project,place,school,title,kind,funds,started,planned,done,status,source\np01,990101,,教学楼,building,1860,2022-03,2023-06,2023-06-20,done,report-2023\n");
}
