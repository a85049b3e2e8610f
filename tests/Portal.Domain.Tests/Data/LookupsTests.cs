using Portal.Domain.Data;
using Portal.Domain.Evaluation;

namespace Portal.Domain.Tests.Data;

/// <summary>Look-ups of a release against a plain search of its table, for tables in order and out of it.</summary>
public class LookupsTests
{
    private static readonly StageId Primary = new("primary");
    private static readonly StageId Junior = new("junior");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Classes_are_found_wherever_they_stand(bool reversed)
    {
        ClassBand[] bands =
        [
            new(new SchoolId("2000000001"), Junior, 1, 45, 3), new(new SchoolId("2000000001"), Primary, 1, 45, 6), new(new SchoolId("2000000001"), Primary, 46, null, 1),
            new(new SchoolId("2000000003"), Primary, 1, 45, 2), new(new SchoolId("2000000007"), Junior, 1, null, 4),
        ];
        Release release = Of(reversed ? [.. bands.Reverse()] : bands, []);

        foreach (string school in new[] { "1000000000", "2000000001", "2000000002", "2000000003", "2000000007", "3000000000" })
        {
            foreach (StageId stage in new[] { Junior, Primary })
            {
                ClassBand[] expected = [.. bands.Where(b => b.School.Value == school && b.Stage == stage)];
                Assert.Equal(expected.OrderBy(b => b.From), release.ClassesOf(new SchoolId(school), stage).OrderBy(b => b.From));
            }
        }

        Assert.Equal(0, Of([], []).ClassesOf(new SchoolId("2000000001"), Primary).Count);
    }

    [Fact]
    public void Rows_of_a_place_stay_in_the_order_of_the_table_even_where_they_do_not_lie_together()
    {
        FinanceValue[] rows =
        [
            Value("990102", 2022), Value("990101", 2021), Value("990102", 2020), Value("990101", 2019),
        ];
        Release release = Of([], rows);

        Assert.Equal([2022, 2020], release.FinanceOf(new PlaceCode("990102")).Select(f => f.Year));
        Assert.Equal([2021, 2019], release.FinanceOf(new PlaceCode("990101")).Select(f => f.Year));
        Assert.Empty(release.FinanceOf(new PlaceCode("990103")));
        Assert.Empty(Of([], []).FinanceOf(new PlaceCode("990101")));
    }

    [Fact]
    public void What_was_let_go_is_worked_out_anew_and_what_is_kept_is_not()
    {
        LastAsked<int, string> last = new(2);
        int made = 0;
        string Make(int key)
        {
            made++;
            return $"value {key}";
        }

        Assert.Equal(["value 1", "value 2", "value 1", "value 3", "value 3", "value 1"], new[] { 1, 2, 1, 3, 3, 1 }.Select(k => last.Of(k, Make)));
        Assert.Equal(4, made); // 1, 2, 3, and 1 again, which 3 had put out
    }

    private static FinanceValue Value(string place, int year) => new(new PlaceCode(place), year, null, "spending", Cell.Of(1, 0), new SourceId("s"));

    private static Release Of(ClassBand[] classes, FinanceValue[] finance) => new()
    {
        Id = new ReleaseId("2023", 1),
        Title = "t",
        AsOf = new DateOnly(2023, 9, 1),
        Published = new DateOnly(2023, 12, 1),
        State = ReleaseState.Final,
        Schemes = [],
        Classes = classes,
        Finance = finance,
    };
}
