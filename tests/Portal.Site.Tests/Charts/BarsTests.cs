using Portal.Domain.Evaluation;
using Portal.Site.Charts;

namespace Portal.Site.Tests.Charts;

public class BarsTests
{
    private static readonly Portal.Domain.Schemes.Scheme Basic = Hand.Scheme(true, "教学用房", "图书");
    private static readonly Portal.Domain.Schemes.Scheme Quality = Hand.Scheme(false, "教学用房", "图书", "教师");

    // Composite (0.8264 + 0.3154) / 2 = 0.5709 prints 0.571 and is drawn as 0.571 of an axis of 1: 57.1 %.
    private static BarsFigure BasicFigure(double composite = 0.5709) => CoefficientBars.For(
        Basic,
        Hand.Stage(Hand.Result("composite", composite, Hand.Limit("composite", 55)), Hand.Result("教学用房", 0.8264), Hand.Result("图书", 0.3154)),
        Hand.County,
        "2023",
        "c1");

    [Fact]
    public void Basic_balance_judges_the_composite_alone()
    {
        BarsFigure figure = BasicFigure();
        Assert.Equal("青渡县小学二项差异系数与综合差异系数，2023 年", figure.Title);
        Assert.Equal("综合 0.571，限值 0.55，超过限值。单项最高：教学用房 0.826；最低：图书 0.315。", figure.Description);
        Assert.False(figure.LimitOnSingles);
        Assert.Equal("单项（只看构成，不单独判断）", figure.SinglesNote);
        Assert.Equal([Outcome.NotMet, Outcome.NotApplicable, Outcome.NotApplicable], figure.Bars.Select(b => b.Outcome));
        BarsLayout layout = BarsLayout.Of(figure);
        Assert.Equal(1.0, layout.AxisMax);
        Assert.Equal([57.1, 82.6, 31.5], layout.Rows.Select(r => Math.Round(r.Width, 6)));
        Assert.Equal(55, layout.LimitX!.Value, 6);
    }

    [Fact]
    public void Only_the_composite_is_hatched_and_crossed_by_the_limit()
    {
        AngleSharp.Html.Dom.IHtmlDocument svg = Rendered.Document<BarsChart>(("Figure", BasicFigure()));
        Assert.Single(svg.QuerySelectorAll("line.lim"));
        Assert.Single(svg.QuerySelectorAll("rect[fill='url(#hatch)']"));
        Assert.Equal("57.1%", svg.QuerySelector("rect")!.GetAttribute("width"));
        Assert.Contains(svg.QuerySelectorAll("text"), t => t.TextContent == "限值 0.55");
        Assert.Equal("c1-t c1-d", svg.QuerySelector("svg")!.GetAttribute("aria-labelledby"));
        Assert.Equal("综合 0.571，限值 0.55，超过限值。单项最高：教学用房 0.826；最低：图书 0.315。", svg.QuerySelector("#c1-d")!.TextContent);
    }

    [Fact]
    public void A_value_just_over_its_limit_shows_enough_digits()
    {
        // 0.5504 would print as 0.550, which keeps to 0.55: one more digit.
        Assert.Equal("0.5504", BasicFigure(0.5504).Bars[0].Text);
        Assert.Equal(0.5504, BasicFigure(0.5504).Bars[0].Value);
    }

    [Fact]
    public void A_limit_on_each_single_runs_through_all_of_them_and_there_is_no_composite()
    {
        Portal.Domain.Schemes.Limit each = Hand.Limit("each", 50);
        BarsFigure figure = CoefficientBars.For(
            Quality,
            Hand.Stage(null, Hand.Result("教学用房", 0.4131, each), Hand.Result("图书", 0.62, each), Hand.Result("教师", double.NaN, each, 2)),
            Hand.County,
            "2023",
            "q");
        Assert.True(figure.LimitOnSingles);
        Assert.DoesNotContain(figure.Bars, b => b.Main);
        Assert.Equal("3 个单项，每项限值 0.50：1 个在限值内，1 个超过限值（图书），1 个暂无法判定（教师）。单项最高：图书 0.620；最低：教学用房 0.413。没有数值：教师。", figure.Description);
        AngleSharp.Html.Dom.IHtmlDocument svg = Rendered.Document<BarsChart>(("Figure", figure));
        Assert.Equal(3, svg.QuerySelectorAll("line.lim").Length);
        Assert.Equal(2, svg.QuerySelectorAll("rect").Length);
        Assert.DoesNotContain("NaN", svg.DocumentElement.OuterHtml);
        Assert.Contains(svg.QuerySelectorAll("text"), t => t.TextContent == "待填报");
    }

    [Theory]
    [InlineData("每百名学生拥有体育、艺术（美术、音乐）专任教师数", "体育艺术教师", "体育艺术教师")] // 24 Han of 15 px and a value of 42 px are wider than a phone
    [InlineData("生均中级及以上专业技术职务教师数", "中级以上职称教师", "生均中级及以上专业技术职务教师数")] // 16: 240 + 42 px of 288
    [InlineData("每百名学生拥有体育、艺术（美术、音乐）专任教师数", "", "每百名学生拥有体育、艺术（美术、音乐）专任教师数")]
    public void A_name_that_would_meet_its_value_on_a_phone_is_the_short_one(string label, string name, string drawn)
    {
        Portal.Domain.Schemes.Indicator teachers = Quality.Indicators[2] with { Label = label, Short = name };
        BarsFigure figure = CoefficientBars.For(Quality with { Indicators = [teachers] }, Hand.Stage(null, Hand.Result("教师", 0.2, Hand.Limit("each", 50))), Hand.County, "2023", "n");
        Assert.Equal(drawn, Assert.Single(figure.Bars).Label);
    }

    [Fact]
    public void The_words_of_the_limit_stay_clear_of_value_and_label()
    {
        // 2.37 asks for an axis to 2.5; the limit 0.65 stands at 26 %, where the label is: its words go below the bar.
        BarsFigure figure = BasicFigure() with { Bars = [new Bar("二项综合", 2.37, "2.370", Outcome.NotMet, true)], Limit = 0.65 };
        BarsLayout layout = BarsLayout.Of(figure);
        Assert.Equal(2.5, layout.AxisMax);
        Assert.Equal(26, layout.LimitX!.Value, 6);
        Assert.True(layout.LimitTextY > layout.Rows[0].Y + layout.Rows[0].Height);
        // A limit of 0.9 would stand at 90 % of an axis to 1, where the value is: the axis grows to 1.2.
        Assert.Equal(75, BarsLayout.Of(figure with { Bars = [new Bar("x", 0.4, "0.400", Outcome.Met, true)], Limit = 0.9 }).LimitX!.Value, 6);
    }
}
