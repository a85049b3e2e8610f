using Portal.Domain.Data;
using Portal.Domain.Evaluation;

namespace Portal.Domain.Tests.Evaluation;

public class SurveyArithmeticTests
{
    // Worked out with exact fractions from Wilson's formula; the first two are the figures of the issue.
    [Theory]
    [InlineData(88, 100, "80.2", "93.0")]
    [InlineData(27, 30, "74.4", "96.5")]
    [InlineData(0, 10, "0.0", "27.8")]
    [InlineData(10, 10, "72.2", "100.0")]
    public void Wilson(int count, int of, string low, string high)
    {
        RateInterval interval = SurveyArithmetic.Wilson(count, of);
        Assert.Equal((low, high), (Comparison.Print(interval.Low, 1), Comparison.Print(interval.High, 1)));
    }

    [Theory]
    [InlineData(93, 0, 50, false)] // 46/50 is 92 %, 47/50 is 94 %
    [InlineData(94, 0, 50, true)]
    [InlineData(833, 1, 6, true)] // 5/6
    [InlineData(834, 1, 6, false)]
    [InlineData(125, 1, 8, true)]
    [InlineData(13, 0, 8, true)] // 12.5 % rounds to 13 ...
    [InlineData(12, 0, 8, true)] // ... or, half to even, to 12
    [InlineData(100, 0, 3, true)]
    [InlineData(0, 0, 3, true)]
    public void A_percentage_is_of_a_whole_number_of_forms(long mantissa, int decimals, long of, bool possible) =>
        Assert.Equal(possible, SurveyArithmetic.IsPossible(Cell.Of(mantissa, decimals), of));

    [Fact]
    public void Whether_a_percentage_is_possible_agrees_with_trying_every_count()
    {
        for (long of = 1; of <= 60; of++)
        {
            for (long tenths = 0; tenths <= 1000; tenths += 7)
            {
                bool tried = Enumerable.Range(0, (int)of + 1).Any(count => Math.Abs((count * 1000m / of) - tenths) <= 0.5m);
                Assert.True(tried == SurveyArithmetic.IsPossible(Cell.Of(tenths, 1), of), $"{tenths} tenths of {of}");
            }
        }
    }
}
