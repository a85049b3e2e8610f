using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Site.Charts;

namespace Portal.Site.Tests.Charts;

public class TrendTests
{
    private static readonly Portal.Domain.Schemes.Scheme Scheme = Hand.Scheme(true, "图书");
    private static readonly Portal.Domain.Schemes.Limit Limit = Hand.Limit("composite", 55);

    private static (Release Release, StageResult? Result) Computed(string id, double value) => (Hand.Release(id), Hand.Stage(Hand.Result("composite", value, Limit)));

    private static PublishedCoefficient Published(string year, long thousandths) =>
        new(Hand.County.Code, year, Hand.Primary, Scheme.Id, IndicatorId.Composite, Cell.Of(thousandths, 3), "", "", new SourceId("s"));

    private static TrendFigure Figure(IReadOnlyList<(Release Release, StageResult? Result)> computed, params PublishedCoefficient[] published) =>
        Trend.For(Scheme, Hand.Primary, IndicatorId.Composite, Hand.County, computed, published, "t");

    [Fact]
    public void A_gap_stays_a_gap()
    {
        TrendFigure figure = Figure([Computed("2020.1", 0.508), Computed("2021.1", 0.533), Computed("2023.1", 0.571)]);
        Assert.Equal("青渡县小学综合差异系数，2020—2023 年", figure.Title);
        Assert.Equal("本站测算：2020 年 0.508，2021 年 0.533，2023 年 0.571（超过限值）。最高 2023 年 0.571，最低 2020 年 0.508。限值 0.55。2022 年没有数据。", figure.Description);
        Assert.Equal((0.4, 0.7), (figure.AxisMin, figure.AxisMax)); // 0.508 − 0.05 down to 0.4; 0.571 + 0.05 up to 0.7
        TrendLayout layout = TrendLayout.Of(figure);
        Assert.Equal([9, 9 + (82.0 / 3), 9 + (164.0 / 3), 91], layout.Ticks.Select(t => t.X));
        Assert.Single(layout.Lines);
        Assert.Equal("2022", layout.Ticks.Single(t => t.Gap).Period);
        Assert.Equal(168 - (0.108 / 0.3 * 134), layout.Marks[0].Y, 6);
        Assert.Equal(168 - (0.15 / 0.3 * 134), layout.LimitY!.Value, 6);
    }

    [Fact]
    public void Published_and_computed_values_differ_in_mark_and_are_never_joined()
    {
        TrendFigure figure = Figure([Computed("2021.1", 0.5), Computed("2022.1", 0.49)], Published("2019", 515), Published("2020", 505), Published("2021", 521), Published("", 600));
        TrendLayout layout = TrendLayout.Of(figure);
        Assert.All(layout.Lines, l => Assert.Equal(l.From.Point.Published, l.To.Point.Published));
        Assert.Equal(3, layout.Lines.Count); // 2019–2020, 2020–2021 published; 2021–2022 computed
        AngleSharp.Html.Dom.IHtmlDocument svg = Rendered.Document<TrendChart>(("Figure", figure));
        Assert.Equal(2, svg.QuerySelectorAll("circle").Length);
        Assert.Equal(3, svg.QuerySelectorAll("svg svg path").Length);
        Assert.EndsWith("文件公布：2019 年 0.515，2020 年 0.505，2021 年 0.521。最高 2021 年 0.521，最低 2022 年 0.490。限值 0.55。另有 1 个公布值没有注明年份，图中不画。", figure.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Published_values_alone_get_no_limit_and_no_verdict()
    {
        TrendFigure figure = Figure([], Published("2015", 733), Published("2016", 601));
        Assert.Null(figure.Limit);
        Assert.All(figure.Points, p => Assert.Equal(Outcome.NotApplicable, p.Outcome));
        Assert.Empty(Rendered.Document<TrendChart>(("Figure", figure)).QuerySelectorAll(".lim"));
        Assert.DoesNotContain("限值", figure.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_known_is_said_and_not_drawn()
    {
        TrendFigure figure = Figure([(Hand.Release("2023.1"), Hand.Stage(Hand.Result("composite", double.NaN, Limit)))]);
        Assert.Equal("没有可以画出的数值。", figure.Description);
        Assert.DoesNotContain("NaN", Rendered.Html<TrendChart>(("Figure", figure)));
    }

    [Fact]
    public void Values_side_by_side_are_as_many_as_a_narrow_screen_holds()
    {
        TrendLayout layout = TrendLayout.Of(Figure([.. Enumerable.Range(2005, 18).Select(y => Computed($"{y}.1", 0.5))]));
        Assert.Equal(6, layout.Ticks.Count(t => t.Labelled));
        Assert.True(layout.Ticks[^1].Labelled);
        Assert.Equal(6, layout.Marks.Count(m => m.LabelY is not null));
    }
}
