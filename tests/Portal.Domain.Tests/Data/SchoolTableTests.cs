using Portal.Domain.Data;

namespace Portal.Domain.Tests.Data;

/// <summary>Other numbers of the same schools: what is asked for changes, what is not stays, and the first table knows nothing of it.</summary>
public class SchoolTableTests
{
    [Fact]
    public void Other_numbers_stand_in_a_table_of_their_own()
    {
        // In order of county and id the rows are b, c (county 1), a (county 2).
        SchoolTable table = new([Of("a", "2"), Of("b", "1"), Of("c", "1")], new Dictionary<string, Cell[]> { ["books"] = [Cell.Of(1, 0), Cell.Of(2, 0), Cell.Of(3, 0)], ["rooms"] = [Cell.Of(7, 0), Cell.Of(8, 0), Cell.Of(9, 0)] });
        double least = table.Least(new PlaceCode("1"), "books");
        SchoolTable other = table.WithNumbers([0, 2], new Dictionary<string, IReadOnlyList<Cell>> { ["books"] = [Cell.Of(20, 0), Cell.Blank], ["rooms"] = [Cell.Of(8, 0), Cell.Of(7, 0)] });

        Assert.Equal(["2", "3", "1"], Numbers(table, "books"));
        Assert.Equal(["20", "3", ""], Numbers(other, "books"));
        Assert.Equal(["8", "9", "7"], Numbers(other, "rooms"));
        Assert.Equal((2, 3), (least, other.Least(new PlaceCode("1"), "books")));
        Assert.All([table, other], t => Assert.Equal((1, 0..2), (t.Find(new SchoolId("c")), t.RowsOf(new PlaceCode("1")))));
    }

    private static string[] Numbers(SchoolTable table, string column) => [.. Enumerable.Range(0, table.Count).Select(row => table.Number(row, column).ToString())];

    private static School Of(string id, string county) => new(new SchoolId(id), id, new PlaceCode(county), "", "", "", "", null, "", "", "", new Origin("", 0));
}
