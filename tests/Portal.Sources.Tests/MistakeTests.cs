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
    public void What_is_near_nothing_gets_no_suggestion_and_a_line_stays_one_line()
    {
        using SmallSet set = new();
        set.Replace("small/places.csv", ",residents,", ",\"接入互联网\n带宽\u202E\",");
        Assert.Equal(["data/small/places.csv(1,E): error P203 表头“接入互联网\uFFFD带宽\uFFFD”不认识。 没有相近的名字；请改表头，或删去这一列。"], set.Problems());
    }

    [Fact]
    public void A_county_with_a_mistake_in_its_row_is_told_once_and_not_for_each_of_its_schools()
    {
        using SmallSet set = new();
        set.Replace("small/places.csv", "990101,青渡县,county", "990101,青渡县,conty");
        Assert.Equal(["data/small/places.csv(4,C): error P233 “层级”的值“conty”不认识。 最接近的是“county”；可用的值见 codes.csv 和 data/README.md。"], set.Problems());
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
