using FsCheck;
using FsCheck.Fluent;
using Portal.Domain.Data;

namespace Portal.Domain.Tests.Data;

public class CellTests
{
    [Theory]
    [InlineData(1250, 2, "12.50")]
    [InlineData(5, 3, "0.005")]
    [InlineData(-5, 1, "-0.5")]
    [InlineData(0, 0, "0")]
    [InlineData(2100, 0, "2100")]
    public void Digits_stay_as_printed(long mantissa, int decimals, string printed) => Assert.Equal(printed, Cell.Of(mantissa, decimals).ToString());

    [Fact]
    public void A_blank_has_no_value()
    {
        Assert.False(Cell.Blank.HasValue);
        Assert.True(double.IsNaN(Cell.Blank.Value));
        Assert.Equal("", Cell.Blank.ToString());
        Assert.NotEqual(Cell.Of(0, 0), Cell.Blank);
    }

    [Fact]
    public void The_value_is_the_nearest_double_to_the_digits() => Prop.ForAll(
        Arb.From(from digits in Gen.Choose(-2_000_000_000, 2_000_000_000) from decimals in Gen.Choose(0, 6) select (digits, decimals)),
        cell => Cell.Of(cell.digits, cell.decimals).Value == double.Parse(Cell.Of(cell.digits, cell.decimals).ToString(), System.Globalization.CultureInfo.InvariantCulture)
            && Cell.Of(cell.digits, cell.decimals).Mantissa == cell.digits
            && Cell.Of(cell.digits, cell.decimals).Decimals == cell.decimals).QuickCheckThrowOnFailure();

    [Fact]
    public void Too_many_digits_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Cell.Of(Cell.MaxMantissa + 1, 0));
}
