using Portal.Site.Charts;

namespace Portal.Site.Tests.Charts;

public class SignedTests
{
    private static readonly SignedFigure Figure = new("s1", "各校", "说明", "低于县均", "高于县均",
        [new SignedBar("甲", -20, "低 20.0%"), new SignedBar("乙", 80, "高 80.0%"), new SignedBar("丙", 0, "0.0%")]);

    /// <summary>The longest bar, 80, takes 49 % of the width from the middle; 20 takes a quarter of it, 12.25, to the left of 50.</summary>
    [Fact]
    public void Bars_grow_from_the_middle_in_proportion()
    {
        SignedLayout layout = SignedLayout.Of(Figure);

        Assert.Equal([(37.75, 12.25), (50, 49), (50, 0)], layout.Rows.Select(r => (r.X, r.Width)));
        Assert.Equal([50, 94, 138], layout.Rows.Select(r => r.Y));
        Assert.Equal(156, layout.Height);
    }

    [Fact]
    public void The_left_is_hollow_the_right_filled_and_nothing_is_drawn_for_zero()
    {
        AngleSharp.Html.Dom.IHtmlDocument svg = Rendered.Document<SignedChart>(("Figure", Figure));

        Assert.Equal([("37.75%", "f-bg s-acc"), ("50%", "f-acc")], svg.QuerySelectorAll("rect").Select(r => (r.GetAttribute("x"), r.GetAttribute("class"))));
        Assert.Equal("s1-t s1-d", svg.QuerySelector("svg")!.GetAttribute("aria-labelledby"));
        Assert.Contains(svg.QuerySelectorAll("text"), t => t.TextContent == "← 低于县均");
        Assert.Contains(svg.QuerySelectorAll("text"), t => t.TextContent == "高 80.0%");
    }

    [Fact]
    public void A_whole_in_two_parts_is_one_bar()
    {
        AngleSharp.Html.Dom.IHtmlDocument svg = Rendered.Document<SplitChart>(("Figure", new SplitFigure("g1", "标题", "说明", "之间 69.2%", "内部 30.8%", 69.2)));

        Assert.Equal(["100%", "69.2%"], svg.QuerySelectorAll("rect").Select(r => r.GetAttribute("width")));
    }
}
