using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using static Portal.Domain.Tests.TestData;

namespace Portal.Domain.Tests.Evaluation;

/// <summary>
/// What may be published of a survey. The small surveys are attacked by going through every survey that has the same published figures:
/// a withheld figure is safe where two of them differ in it.
/// </summary>
public class SurveyDisclosureTests
{
    private const int Least = 10;

    private static SurveyGroup Group(string name, int valid, int satisfied) => new("s", name, Cell.Of(valid, 0), Cell.Of(valid, 0), Cell.Of(valid, 0), Cell.Of(satisfied, 0));

    private static string Closed(params (string Name, int Valid, int Satisfied)[] groups)
    {
        SurveyDisclosure made = SurveyDisclosure.Of([.. groups.Select(g => Group(g.Name, g.Valid, g.Satisfied))], [], Least);
        return string.Join(' ', groups.Select(g => g.Name).Where(made.IsClosed)) + (made.Whole ? "" : " whole") + (made.TooFew ? " few" : "");
    }

    [Fact]
    public void Enough_forms_everywhere_and_nothing_is_withheld() => Assert.Equal("", Closed(("parents", 400, 350), ("heads", 10, 10)));

    [Fact]
    public void A_second_group_is_withheld_with_a_single_small_one() => Assert.Equal("heads deputies", Closed(("parents", 190, 158), ("heads", 6, 5), ("deputies", 31, 27)));

    [Fact]
    public void Two_small_groups_are_enough_for_each_other_where_neither_all_nor_none_are_satisfied() =>
        Assert.Equal("heads deputies", Closed(("parents", 563, 498), ("teachers", 41, 38), ("heads", 4, 4), ("deputies", 8, 7)));

    [Fact]
    public void Where_all_of_the_two_are_satisfied_a_third_is_withheld() =>
        Assert.Equal("teachers heads deputies", Closed(("parents", 563, 498), ("teachers", 41, 38), ("heads", 4, 4), ("deputies", 8, 8)));

    [Fact]
    public void The_whole_is_withheld_where_no_group_is_left() =>
        Assert.Equal("parents heads whole", Closed(("parents", 30, 30), ("heads", 4, 4)));

    [Fact]
    public void Of_very_few_forms_not_even_the_outcome_is_told() => Assert.Equal("heads whole few", Closed(("heads", 5, 5)));

    [Fact]
    public void A_group_that_is_closed_in_one_release_is_closed_in_all()
    {
        Survey survey = new("s", "调查", County, TestScheme, true, "paper", "quota", null, null, null, "满意");
        Release first = With(Release(MethodSheet(), period: "2022"), surveys: [survey], groups: [Group("parents", 100, 90), Group("heads", 9, 8), Group("deputies", 20, 18)]);
        Release second = With(Release(MethodSheet()), surveys: [survey], groups: [Group("parents", 100, 90), Group("heads", 12, 11), Group("deputies", 20, 18)]);
        SurveyDisclosure made = SurveyDisclosure.Of(Dataset(Scheme(), first, second), survey);
        Assert.Equal([false, true, true], new[] { "parents", "heads", "deputies" }.Select(made.IsClosed));
    }

    [Fact]
    public void A_published_rate_is_withheld_with_the_group_it_speaks_of()
    {
        Survey survey = new("s", "调查", County, TestScheme, true, "paper", "quota", null, new DateOnly(2023, 9, 1), new DateOnly(2023, 9, 5), "满意");
        Dataset data = Dataset(Scheme(), With(Release(MethodSheet()), surveys: [survey], groups: [Group("parents", 190, 158), Group("heads", 6, 5), Group("deputies", 31, 27)]));
        Cell Rate(string year, string group, long tenths) => SurveyDisclosure.Rate(data, new PublishedSatisfaction(County, year, group, Cell.Of(tenths, 1), "问题", new SourceId("x")));
        Assert.Equal("c", Rate("2023", "heads", 833).ToString());
        Assert.Equal("c", Rate("2023", "deputies", 871).ToString());
        Assert.Equal("83.2", Rate("2023", "parents", 832).ToString());
        Assert.Equal("83.7", Rate("2023", "all", 837).ToString()); // 190 of 227: what the counts give anyway
        Assert.Equal("c", Rate("2023", "all", 912).ToString()); // of another question: the closed groups' part is not looked at
        Assert.Equal("83.3", Rate("2022", "heads", 833).ToString());
    }

    // Every pair of satisfied counts of the closed groups that gives the published total.
    [Fact]
    public void No_withheld_number_of_satisfied_forms_has_only_one_value()
    {
        int withoutSecond = 0;
        Random random = new(4);
        for (int run = 0; run < 3000; run++)
        {
            SurveyGroup[] groups = [.. Enumerable.Range(0, random.Next(1, 5)).Select(i => { int valid = random.Next(1, 16); return Group($"g{i}", valid, random.Next(valid + 1)); })];
            SurveyDisclosure made = SurveyDisclosure.Of(groups, [], Least);
            Assert.All(groups, g => Assert.True(g.Valid.Value >= Least || made.IsClosed(g.Group)));
            Assert.Empty(Unique(groups, g => made.IsClosed(g.Group), made.Whole));
            withoutSecond += Unique(groups, g => g.Valid.Value < Least, true).Count > 0 ? 1 : 0;
        }

        // The attack does find figures where only small groups are withheld.
        Assert.True(withoutSecond > 500);
    }

    [Fact]
    public void No_withheld_answer_has_only_one_value()
    {
        int withoutSecond = 0;
        Random random = new(5);
        for (int run = 0; run < 400; run++)
        {
            SurveyGroup[] groups = [.. Enumerable.Range(0, 3).Select(i => Group($"g{i}", i == 2 ? random.Next(10, 14) : random.Next(1, 12), 1))];
            int[][] counts = [.. groups.Select(g => Split(random, (int)g.Valid.Value))];
            SurveyAnswer[] answers = [.. groups.SelectMany((g, i) => counts[i].Select((c, a) => new SurveyAnswer("s", County, g.Group, "q", $"a{a}", Cell.Of(c, 0))))];
            SurveyDisclosure made = SurveyDisclosure.Of(groups, answers, Least);
            int[][] hidden = [.. groups.Select((g, i) => (g, i)).Where(p => made.IsClosed(p.g.Group)).Select(p => counts[p.i])];
            Assert.False(!made.IsClosedWhole("q") && HasKnownCell(hidden), $"run {run}");
            withoutSecond += HasKnownCell([.. groups.Select((g, i) => (g, i)).Where(p => p.g.Valid.Value < Least).Select(p => counts[p.i])]) ? 1 : 0;
        }

        Assert.True(withoutSecond > 50);
    }

    private static List<string> Unique(SurveyGroup[] groups, Func<SurveyGroup, bool> isClosed, bool whole)
    {
        SurveyGroup[] hidden = [.. groups.Where(isClosed)];
        int total = (int)hidden.Sum(g => g.Satisfied.Value);
        if (!whole || hidden.Length == 0)
        {
            return [];
        }

        HashSet<int>[] seen = [.. hidden.Select(_ => new HashSet<int>())];
        Try(0, 0, new int[hidden.Length]);
        return [.. hidden.Where((_, i) => seen[i].Count == 1).Select(g => g.Group)];

        void Try(int at, int sum, int[] values)
        {
            if (at == hidden.Length)
            {
                for (int i = 0; sum == total && i < values.Length; i++)
                {
                    seen[i].Add(values[i]);
                }

                return;
            }

            for (values[at] = 0; values[at] <= hidden[at].Valid.Value; values[at]++)
            {
                Try(at + 1, sum + values[at], values);
            }
        }
    }

    // Whether a table of three columns with these sums of rows and columns has a cell with one value only: every table is tried.
    private static bool HasKnownCell(int[][] rows)
    {
        if (rows.Length == 0)
        {
            return false;
        }

        int[] columns = [.. Enumerable.Range(0, 3).Select(a => rows.Sum(r => r[a]))];
        HashSet<int>[] seen = [.. Enumerable.Range(0, rows.Length * 3).Select(_ => new HashSet<int>())];
        Try(0, columns, new int[rows.Length * 3]);
        return seen.Any(s => s.Count == 1);

        void Try(int at, int[] left, int[] values)
        {
            if (at == rows.Length)
            {
                for (int i = 0; left.All(l => l == 0) && i < values.Length; i++)
                {
                    seen[i].Add(values[i]);
                }

                return;
            }

            int sum = rows[at].Sum();
            for (int first = 0; first <= Math.Min(sum, left[0]); first++)
            {
                for (int second = 0; second <= Math.Min(sum - first, left[1]); second++)
                {
                    int third = sum - first - second;
                    if (third <= left[2])
                    {
                        (values[at * 3], values[(at * 3) + 1], values[(at * 3) + 2]) = (first, second, third);
                        Try(at + 1, [left[0] - first, left[1] - second, left[2] - third], values);
                    }
                }
            }
        }
    }

    private static int[] Split(Random random, int whole)
    {
        int first = random.Next(whole + 1);
        int second = random.Next(whole - first + 1);
        return [first, second, whole - first - second];
    }
}
