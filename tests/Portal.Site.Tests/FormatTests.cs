using System.Globalization;
using Portal.Domain.Data;
using Portal.Site.Text;

namespace Portal.Site.Tests;

public class FormatTests
{
    [Theory]
    [InlineData(12612, 0, "12,612")]
    [InlineData(999, 0, "999")]
    [InlineData(1000, 0, "1,000")]
    [InlineData(1234567.891, 2, "1,234,567.89")]
    [InlineData(-1500, 0, "−1,500")]
    [InlineData(0.5, 0, "1")]
    [InlineData(-0.001, 2, "0.00")]
    public void Numbers_are_grouped(double value, int decimals, string expected) => Assert.Equal(expected, Format.Number(value, decimals));

    [Theory]
    [InlineData(140.02, "m²", "140 m²")]
    [InlineData(2.313, "人", "2.3 人")]
    [InlineData(1950.4, "m²", "1,950 m²")]
    [InlineData(369000, "元", "36.9 万元")]
    [InlineData(9999, "元", "9,999 元")]
    [InlineData(0.003, "人", "0.003 人")]
    public void A_shortfall_is_said_in_real_units_and_never_as_zero(double amount, string unit, string expected) => Assert.Equal(expected, Format.Shortfall(amount, unit));

    [Theory]
    [InlineData("2014-09-03", "2014 年 9 月 3 日")]
    [InlineData("2016-07", "2016 年 7 月")]
    [InlineData("2017", "2017 年")]
    [InlineData("", "日期不详")]
    public void Dates_say_as_much_as_the_document(string date, string expected) => Assert.Equal(expected, Format.Date(new DateText(date)));

    [Fact]
    public void A_missing_value_says_why()
    {
        Assert.Equal("待填报", Format.Cell(Cell.Blank));
        Assert.Equal("不适用", Format.Cell(Cell.NotApplicable));
        Assert.Equal("无法取得", Format.Cell(Cell.Without(CellState.NotAvailable)));
        Assert.Equal("不予公布", Format.Cell(Cell.Without(CellState.Withheld)));
        Assert.Equal("0", Format.Cell(Cell.Of(0, 0)));
    }

    [Fact]
    public void The_culture_of_the_machine_does_not_matter()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal("1,234.5", Format.Number(1234.5, 1));
            Assert.Equal("2023 年 9 月 1 日", Format.Date(new DateOnly(2023, 9, 1)));
            Assert.DoesNotContain(",5", Rendered.Html<Site.Charts.Bullet>(("Indicator", Charts.Hand.School(1.5, 320, 2, 2.5, Portal.Domain.Evaluation.Outcome.NotMet, 3))).Replace("，", "", StringComparison.Ordinal));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
