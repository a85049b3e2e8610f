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
        // The demonstration shows what an inspector whose term has ended looks like, and is warned of it.
        Assert.Equal([], problems.Sorted().Where(p => name == "published" || p.Kind != ProblemKinds.InspectorExpired).Select(p => p.ToString()));
        Assert.Equal(name == "demonstration", problems.Sorted().Any(p => p.Kind == ProblemKinds.InspectorExpired));
        Assert.NotEmpty(data!.Releases);
    }
}
