using Portal.Commands;
using Portal.Domain.Problems;

namespace Portal.Tests.Commands;

public class ProblemPrinterTests
{
    [Fact]
    public void Problems_come_in_the_order_of_file_row_and_column_with_their_number()
    {
        var problems = new ProblemList();
        problems.Add(ProblemKinds.MissingFile, new Location("data/b.csv"), "b.csv");
        problems.Add(ProblemKinds.UnknownColumn, new Location("data/a.csv", 14, "AB"), "甲", "乙");
        problems.Add(ProblemKinds.UnknownColumn, new Location("data/a.csv", 14, "C"), "甲", "乙");
        problems.Add(ProblemKinds.NotYetPublished, new Location("data/a.csv", 9), "2030-01-01", "2025-01-01");
        string[] lines = Print(problems);
        Assert.Equal(["data/a.csv(9): warning P604", "data/a.csv(14,C): error P203", "data/a.csv(14,AB): error P203", "data/b.csv: error P101"], lines[..4].Select(Head));
        Assert.Equal("共 3 个错误、1 条提醒。", lines[4]);
    }

    [Fact]
    public void Only_the_first_hundred_are_listed_errors_before_warnings()
    {
        var problems = new ProblemList();
        for (int row = 1; row <= 101; row++)
        {
            problems.Add(ProblemKinds.NotYetPublished, new Location("a.csv", row), "2030-01-01", "2025-01-01");
        }

        for (int row = 1; row <= 99; row++)
        {
            problems.Add(ProblemKinds.MissingFile, new Location("b.csv", row), "c.csv");
        }

        string[] lines = Print(problems);
        Assert.Equal(102, lines.Length);
        Assert.Equal("b.csv(1): error P101", Head(lines[0]));
        Assert.Equal("b.csv(99): error P101", Head(lines[98]));
        Assert.Equal("a.csv(1): warning P604", Head(lines[99]));
        Assert.Equal("……还有 100 条没有列出。", lines[100]);
        Assert.Equal("共 99 个错误、101 条提醒。", lines[101]);
    }

    [Fact]
    public void No_problems_print_nothing() => Assert.Empty(Print(new ProblemList()));

    private static string Head(string line) => string.Join(' ', line.Split(' ')[..3]);

    private static string[] Print(ProblemList problems)
    {
        using var to = new StringWriter();
        ProblemPrinter.Print(problems, to);
        return to.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }
}
