using Portal.Domain.Problems;

namespace Portal.Sources.Tests;

/// <summary>Each mistake gives its one problem, with its place and its words; the kinds' own words are held by tests/broken.</summary>
public class MistakeTests
{
    public static TheoryData<int, string> Rows
    {
        get
        {
            TheoryData<int, string> rows = [];
            for (int i = 0; i < Mistakes.All.Count; i++)
            {
                rows.Add(i, $"{Mistakes.All[i].Kind.Code} {Mistakes.All[i].Where}");
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_mistake_gives_one_problem(int row, string name)
    {
        Mistake mistake = Mistakes.All[row];
        using SmallSet set = new();
        mistake.Make(set);
        object[] arguments = [.. mistake.Arguments];
        string severity = mistake.Kind.Severity == Severity.Error ? "error" : "warning";
        string words = string.Format(System.Globalization.CultureInfo.InvariantCulture, mistake.Kind.Text + " " + mistake.Kind.Remedy, arguments);
        Assert.StartsWith(mistake.Kind.Code, name);
        Assert.Equal([$"{mistake.Where}: {severity} {mistake.Kind.Code} {words}"], set.Problems());
    }

    [Fact]
    public void The_small_set_has_no_problem()
    {
        using SmallSet set = new();
        Assert.Equal([], set.Problems());
    }

    [Fact]
    public void Every_kind_of_the_border_post_is_covered()
    {
        // P55x, P6xx belong to the pages and the output.
        IEnumerable<ProblemKind> ours = ProblemKinds.All.Where(k => string.CompareOrdinal(k.Code, "P550") < 0);
        Assert.Equal([], ours.Where(k => Mistakes.All.All(m => m.Kind != k)).Select(k => k.Code));
    }

    [Fact]
    public void Codes_are_unique_and_in_order()
    {
        string[] codes = [.. ProblemKinds.All.Select(k => k.Code)];
        Assert.True(codes.Length > 70);
        Assert.Equal(codes.Distinct().Order(StringComparer.Ordinal), codes);
        Assert.All(ProblemKinds.All, k => Assert.EndsWith("。", k.Text));
        Assert.All(ProblemKinds.All, k => Assert.EndsWith("。", k.Remedy));
    }
}
