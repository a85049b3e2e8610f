using Portal.Domain.Data;
using Portal.Domain.Problems;

namespace Portal.Sources.Tests;

/// <summary>The project's own data sets have no problem.</summary>
public class RealDataTests
{
    [Theory]
    [InlineData("published")]
    [InlineData("demonstration")]
    public void The_projects_own_data_reads_without_a_problem(string name)
    {
        string root = Path.GetFullPath(Path.Combine(SmallSet.BrokenFolder, "..", ".."));
        ProblemList problems = new();
        Dataset? data = DatasetReader.Read($"{root}/data/{name}", $"{root}/data/common", problems);
        WordsReader.Read($"{root}/input/common", $"{root}/input/{name}", problems);
        Assert.Equal([], problems.Sorted().Select(p => p.ToString()));
        Assert.NotEmpty(data!.Releases);
    }
}
