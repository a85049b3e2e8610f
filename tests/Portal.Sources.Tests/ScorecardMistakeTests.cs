using Portal.Domain.Data;
using Portal.Domain.Problems;

namespace Portal.Sources.Tests;

/// <summary>trees.csv and scorecards.csv: one mistake, one problem (P850–P859).</summary>
public class ScorecardMistakeTests
{
    private const string Trees = "small/trees.csv";
    private const string Cards = "small/releases/2023.1/scorecards.csv";
    private const string TreeHeader = "tree,node,parent,order,label,points,scale,source\n";
    private const string CardHeader = "school,tree,node,period,self,checked,comment,visited\n";

    // t is rated by levels; p by points: its leaf p1 has 2.5.
    private const string Good = "t,r,,0,评价,,A B C,\nt,a,r,1,甲领域,,,\nt,a1,a,1,甲一,,,\np,r,,0,分值评价,,,\np,p1,r,1,乙领域,2.5,,letter-2023\n";

    public static TheoryData<string, string, string, string, string[]> Mistakes => new()
    {
        { "P850", Good + "t,s,,1,另一个根,,,\n", "", Trees + "(7,C)", ["t", "r", "s"] },
        { "P851", Good + "t,a2,a0,2,甲二,,,\n", "", Trees + "(7,C)", ["a0", "t", "a"] },
        { "P852", Good + "t,x,y,8,丙,,,\nt,y,x,9,丁,,,\nt,z,y,1,戊,,,\n", "", Trees + "(7,C)", ["x", "t"] },
        { "P852", Good + "t,x,x,8,丙,,,\n", "", Trees + "(7,C)", ["x", "t"] },
        { "P853", Good + "t,a2,a,1,甲二,,,\n", "", Trees + "(7,D)", ["甲二", "4", "1"] },
        { "P854", Good + "p,p2,r,2,丙领域,,,\n", "", Trees + "(7,F)", ["丙领域", "p"] },
        { "P854", Good + "p,p2,r,2,丙领域,0,,\n", "", Trees + "(7,F)", ["丙领域", "p"] },
        { "P855", Good + "t,a2,a,2,甲二,5,,\n", "", Trees + "(7,F)", ["points", "5"] },
        { "P855", Good + "t,a2,a,2,甲二,,A B,\n", "", Trees + "(7,G)", ["scale", "A B"] },
        { "P855", Good.Replace("A B C", "A B A", StringComparison.Ordinal), "", Trees + "(2,G)", ["scale", "A B A"] },
        { "P855", Good.Replace("乙领域,2.5", "乙领域,2.5,,\np,p2,p1,1,乙一,1", StringComparison.Ordinal), "", Trees + "(6,F)", ["points", "2.5"] },
        { "P233", Good.Replace("A B C", "A B CC", StringComparison.Ordinal), "", Trees + "(2,G)", ["CC", "等级", "C"] },
        { "P235", Good.Replace("甲一", "中考升学率", StringComparison.Ordinal), "", Trees + "(4,E)", ["中考升学率"] },
        { "P856", Good, "9921000001,tt,a1,2023,A,B,,\n", Cards + "(2,B)", ["tt", "t"] },
        { "P857", Good, "9921000001,t,a9,2023,A,B,,\n", Cards + "(2,C)", ["a9", "t", "a1"] },
        { "P858", Good, "9921000001,t,a,2023,A,B,,\n", Cards + "(2,C)", ["a", "甲领域"] },
        { "P858", Good, "9921000001,p,r,2023,1,1,,\n", Cards + "(2,C)", ["r", "分值评价"] },
        { "P859", Good, "9921000001,t,a1,2023,A,D,,\n", Cards + "(2,F)", ["D", "t", "A、B、C 之一"] },
        { "P859", Good, "9921000001,t,a1,2023,3,B,,\n", Cards + "(2,E)", ["3", "t", "A、B、C 之一"] },
        { "P859", Good, "9921000001,p,p1,2023,2.5,2.51,,\n", Cards + "(2,F)", ["2.51", "p", " 0 到 2.5 的分数"] },
        { "P859", Good, "9921000001,p,p1,2023,-1,2,,\n", Cards + "(2,E)", ["-1", "p", " 0 到 2.5 的分数"] },
        { "P859", Good, "9921000001,p,p1,2023,c,2,,\n", Cards + "(2,E)", ["c", "p", " 0 到 2.5 的分数"] },
        { "P748", Good, "9921000001,t,a1,2023,A,B,,2024-01-01\n", Cards + "(2,H)", ["核查日期", "2024-01-01", "2023-12-31"] },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_gives_one_problem(string code, string trees, string cards, string at, string[] arguments)
    {
        using SmallSet set = Set(trees, cards);
        ProblemKind kind = ProblemKinds.All.Single(k => k.Code == code);
        object[] words = arguments;
        Assert.Equal([$"data/{at}: error {code} {string.Format(System.Globalization.CultureInfo.InvariantCulture, kind.Text + " " + kind.Remedy, words)}"], set.Problems());
    }

    [Fact]
    public void A_tree_with_a_problem_does_not_spoil_the_rows_of_its_scorecards()
    {
        using SmallSet set = Set(Good + "t,s,,1,另一个根,,,\n", "9921000001,t,a9,2023,A,Q,,\n");
        Assert.StartsWith("data/small/trees.csv(7,C): error P850", Assert.Single(set.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void Levels_points_and_what_does_not_apply_are_read_as_written()
    {
        using SmallSet set = Set(Good, "9921000001,t,a1,2023,A,,请补记录,2023-12-31\n9921000001,p,p1,2023,2.50,z,,\n9921000001,p,p1,2022,0,2.5,,\n");
        Dataset data = set.Read();
        Assert.Equal(["p", "t"], data.Trees.Select(t => t.Id));
        Assert.True(data.Tree("p")!.ByPoints);
        Assert.Equal(["A", "B", "C"], data.Tree("t")!.Scale);
        ScoreLine[] lines = [.. data.Releases[0].Scorecards.Of(new SchoolId("9921000001"))];
        Assert.Equal([("p", "2022"), ("p", "2023"), ("t", "2023")], lines.Select(l => (l.Tree, l.Period)));
        Assert.Equal(["0/2.5", "2.50/z", "A/"], lines.Select(l => $"{l.Self}/{l.Checked}"));
        Assert.Equal(("请补记录", new DateOnly(2023, 12, 31)), (lines[2].Comment, lines[2].Visited!.Value));
    }

    [Fact]
    public void A_tree_of_the_shape_of_Miyun_is_read()
    {
        // 7 areas, 22 and 50 nodes on three levels, as 密云区 is reported to have; the labels are made up: 22 = 6×3+4, 50 = 21×2+8.
        System.Text.StringBuilder rows = new("t,r,,0,评价,,A B C,\n");
        for (int a = 1, b = 0; a <= 7; a++)
        {
            rows.Append(System.Globalization.CultureInfo.InvariantCulture, $"t,a{a},r,{a},领域{a},,,\n");
            for (int i = 1; i <= (a == 7 ? 4 : 3); i++)
            {
                b++;
                rows.Append(System.Globalization.CultureInfo.InvariantCulture, $"t,b{b},a{a},{i},二级{b},,,\n");
                for (int l = 1; l <= (b == 22 ? 8 : 2); l++)
                {
                    rows.Append(System.Globalization.CultureInfo.InvariantCulture, $"t,b{b}-{l},b{b},{l},末级{b}-{l},,,\n");
                }
            }
        }

        using SmallSet set = Set(rows.ToString(), "");
        Assert.Equal([7, 22, 50], set.Read().Trees.Single().Shape());
    }

    private static SmallSet Set(string trees, string cards)
    {
        SmallSet set = new();
        foreach (string row in new[] { "rating,A,好", "rating,B,较好", "rating,C,一般", "rating,D,要改进" })
        {
            set.Append("common/codes.csv", row);
        }

        return set.Write(Trees, TreeHeader + trees).Write(Cards, CardHeader + cards);
    }
}
