using Portal.Site.Text;

namespace Portal.Site.Tests;

public class PrintedPartsTests
{
    [Fact]
    public void Thirds_add_up_to_a_hundred() => Assert.Equal([334, 333, 333], PrintedParts.Tenths([1 / 3.0, 1 / 3.0, 1 / 3.0]));

    /// <summary>0.15, −0.1, 0.0004 to three decimals: 150, −100, 0 make the printed 0.050.</summary>
    [Fact]
    public void Signed_parts_add_up() => Assert.Equal([150, -100, 0], PrintedParts.Units([0.15, -0.1, 0.0004], 50, 3));

    /// <summary>A printed total that rounding moved away from the sum is still reached, one unit each.</summary>
    [Theory]
    [InlineData(52)]
    [InlineData(48)]
    [InlineData(57)]
    public void The_printed_total_is_reached(long total)
    {
        long[] units = PrintedParts.Units([0.015, 0.02, 0.015], total, 3);

        Assert.Equal(total, units.Sum());
        Assert.All(units.Zip([15L, 20, 15]), p => Assert.InRange(p.First - p.Second, -1, 3));
    }

    [Fact]
    public void Nothing_has_no_parts() => Assert.Empty(PrintedParts.Tenths([]));

    [Theory]
    [InlineData(32, "3.2%")]
    [InlineData(0, "0.0%")]
    [InlineData(1000, "100.0%")]
    public void Tenths_print_as_per_cent(long tenths, string printed) => Assert.Equal(printed, PrintedParts.Percent(tenths));

    [Fact]
    public void A_change_has_its_sign() => Assert.Equal(["+0.013", "−0.004", "0.000"], new[] { 0.013m, -0.004m, 0m }.Select(c => PrintedParts.Signed(c, 3)));
}
