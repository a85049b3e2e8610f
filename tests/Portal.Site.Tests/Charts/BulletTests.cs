using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Charts;

namespace Portal.Site.Tests.Charts;

public class BulletTests
{
    [Fact]
    public void A_shortfall_is_hatched_from_the_value_to_the_standard()
    {
        // 2.87 of 3.20 with the standard in the middle: 2.87 / 3.20 × 50 = 44.84 %, gap 5.16 %; the mean 7.86 is beyond the end.
        BulletLayout layout = BulletLayout.Of(Hand.School(2.8674, 320, 2, 7.86, Outcome.NotMet, 140.02));
        Assert.Equal(44.84375, layout.Value!.Value, 6);
        Assert.Equal(5.15625, layout.GapWidth, 6);
        Assert.Equal(97, layout.Mean);
        Assert.Equal("运动场馆：本校 2.87，标准 3.20，县平均 7.86，未达标，还差 140 m²", layout.Label);
        Assert.Contains("url(#hatch)", Rendered.Html<Bullet>(("Indicator", Hand.School(2.8674, 320, 2, 7.86, Outcome.NotMet, 140.02))));
    }

    [Fact]
    public void A_value_beyond_twice_the_standard_is_cut_with_an_arrow()
    {
        BulletLayout layout = BulletLayout.Of(Hand.School(9, 320, 2, 4, Outcome.Met, 0));
        Assert.True(layout.Clipped);
        Assert.Equal(97, layout.Value);
        Assert.Equal(62.5, layout.Mean);
    }

    [Fact]
    public void What_is_not_reported_has_no_bar_and_no_verdict()
    {
        BulletLayout layout = BulletLayout.Of(Hand.School(double.NaN, 320, 2, double.NaN, Outcome.NotReported, double.NaN));
        Assert.Null(layout.Value);
        Assert.Equal("运动场馆：本校 待填报，标准 3.20，暂无法判定", layout.Label);
        Assert.DoesNotContain("NaN", Rendered.Html<Bullet>(("Indicator", Hand.School(double.NaN, 320, 2, double.NaN, Outcome.NotReported, double.NaN))));
    }

    [Fact]
    public void Where_less_is_better_the_excess_is_hatched()
    {
        // 60 against at most 45: 60 / 45 × 50 = 66.67 %, hatched from the middle on.
        BulletLayout layout = BulletLayout.Of(Hand.School(60, 45, 0, double.NaN, Outcome.NotMet, 15, Hand.Indicator("班额", "人", 0, Better.Lower)));
        Assert.Equal(50, layout.Value);
        Assert.Equal(50, layout.GapFrom);
        Assert.Equal(50.0 / 3, layout.GapWidth, 6);
        Assert.EndsWith("未达标，超出 15 人", layout.Label, StringComparison.Ordinal);
    }
}
