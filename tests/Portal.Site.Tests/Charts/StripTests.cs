using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Site.Charts;

namespace Portal.Site.Tests.Charts;

public class StripTests
{
    private static readonly Portal.Domain.Schemes.Scheme Scheme = Hand.Scheme(true, "图书");
    private static readonly Portal.Domain.Schemes.Limit Limit = Hand.Limit("composite", 65);

    private static StripFigure Figure(params double[] values) => Strip.For(
        Scheme,
        Hand.Primary,
        IndicatorId.Composite,
        "云岭省",
        "2023",
        [.. values.Select((v, i) =>
        {
            Place place = new(new PlaceCode($"99{i:0000}"), $"第{i}满族蒙古族自治县", PlaceLevel.County, PlaceCode.Country);
            return (place, Hand.StageIn(place, Hand.Result("composite", v, Limit)));
        })],
        "s");

    [Fact]
    public void Says_what_where_highest_lowest_limit_and_who_is_over()
    {
        StripFigure figure = Figure(0.412, 0.681, 0.377, double.NaN);
        Assert.Equal("云岭省各县区小学综合差异系数，2023 年", figure.Title);
        Assert.Equal("3 个县区，最低 第2满族蒙古族自治县 0.377，最高 第1满族蒙古族自治县 0.681，限值 0.65；超过限值：第1满族蒙古族自治县；1 个没有数值。", figure.Description);
        Assert.Equal((0.2, 0.8), (figure.AxisMin, figure.AxisMax));
        StripLayout layout = StripLayout.Of(figure);
        // x = 4 + (v − 0.2) / 0.6 × 92: 0.65 stands at 73 %.
        Assert.Equal(73, layout.LimitX!.Value, 6);
        Assert.Equal([0.2, 0.4, 0.6, 0.8], layout.Ticks.Select(t => t.Value));
        Assert.Equal("第1满族蒙古族自治县 0.681", layout.Names.Single().Text);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(60)]
    [InlineData(200)]
    public void No_two_dots_touch_and_all_stay_inside(int count)
    {
        // A fixed scatter between 0.30 and 0.70: fractional parts of multiples of the golden ratio.
        StripLayout layout = StripLayout.Of(Figure([.. Enumerable.Range(1, count).Select(i => 0.3 + (0.4 * (i * 0.6180339887 % 1)))]));
        Assert.Equal(count, layout.Marks.Count);
        Assert.All(layout.Marks, m => Assert.InRange(m.X, 0, 100));
        Assert.All(layout.Marks, m => Assert.InRange(m.Y, 0, layout.Axis));
        Assert.True(layout.Height <= 320, $"{layout.Height} px");
        for (int i = 0; i < count; i++)
        {
            for (int j = i + 1; j < count; j++)
            {
                double dx = (layout.Marks[i].X - layout.Marks[j].X) / 100 * 280; // px on a screen of 320
                double dy = layout.Marks[i].Y - layout.Marks[j].Y;
                Assert.True((dx * dx) + (dy * dy) >= 4 * layout.Radius * layout.Radius, $"{layout.Marks[i]} {layout.Marks[j]}");
            }
        }
    }

    [Fact]
    public void Names_have_a_line_each_and_the_rest_is_counted()
    {
        StripLayout layout = StripLayout.Of(Figure(0.66, 0.67, 0.68, 0.69, 0.7, 0.4));
        Assert.Equal(4, layout.Names.Count);
        Assert.Equal("等 5 个县区超过限值", layout.Names[^1].Text);
        Assert.Equal(4, layout.Names.Select(n => n.Y).Distinct().Count());
        Assert.True(layout.LimitTop > layout.Names[^1].Y);
    }

    [Fact]
    public void A_diamond_over_the_limit_a_disc_within()
    {
        AngleSharp.Html.Dom.IHtmlDocument svg = Rendered.Document<StripChart>(("Figure", Figure(0.412, 0.681, 0.377)));
        Assert.Equal(2, svg.QuerySelectorAll("circle.f-acc").Length);
        Assert.Single(svg.QuerySelectorAll("svg svg path"));
        Assert.DoesNotContain("NaN", svg.DocumentElement.OuterHtml);
    }

    [Fact]
    public void Nobody_reported_draws_an_empty_axis() =>
        Assert.DoesNotContain("NaN", Rendered.Html<StripChart>(("Figure", Figure(double.NaN))));

    /// <summary>301 counties at 0.50 and 100 at 0.70 are two bars, 200 px and 200 × 100 ÷ 301 px high; a dot each up to 300.</summary>
    [Fact]
    public void Very_many_counties_are_bars_as_high_as_they_are_many()
    {
        Assert.Empty(StripLayout.Of(Figure([.. Enumerable.Repeat(0.5, StripPiles.MostDots)])).Piles);
        StripFigure figure = Figure([.. Enumerable.Repeat(0.5, 301), .. Enumerable.Repeat(0.7, 100)]);
        StripLayout layout = StripLayout.Of(figure);
        Assert.Empty(layout.Marks);
        Assert.Equal([(Outcome.Met, 200), (Outcome.NotMet, 66.45)], layout.Piles.Select(p => (p.Outcome, Math.Round(p.Height, 2))));
        // x = 4 + (v − 0.4) / 0.4 × 92: 0.50 stands at 27 % and 0.70 at 73 %, each in the bar that spans it.
        Assert.Equal([true, true], layout.Piles.Zip([27.0, 73.0], (p, x) => p.X <= x && x < p.X + 2));
        Assert.Equal([layout.Piles[0].Y + 200, layout.Piles[0].Y + 200], layout.Piles.Select(p => Math.Round(p.Y + p.Height, 6)));
        Assert.Equal("100 个县区超过限值", Assert.Single(layout.Names).Text);
        AngleSharp.Html.Dom.IHtmlDocument svg = Rendered.Document<StripChart>(("Figure", figure));
        Assert.Empty(svg.QuerySelectorAll("circle"));
        Assert.Equal(2, svg.QuerySelectorAll("rect").Length);
        Assert.Contains("401 个县区", svg.QuerySelector("desc")!.TextContent, StringComparison.Ordinal);
    }
}
