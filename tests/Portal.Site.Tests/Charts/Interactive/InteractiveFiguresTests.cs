using System.Text.Json;
using Portal.Domain.Evaluation;
using Portal.Site.Charts;
using Portal.Site.Charts.Interactive;

namespace Portal.Site.Tests.Charts.Interactive;

/// <summary>Figures in Plotly's schema: names as plotly.js reads them, values and verdicts those of the drawing. Drawn by hand.</summary>
public class InteractiveFiguresTests
{
    private static readonly BarsFigure Bars = new("b00", "甲县小学", "", [new Bar("综合", 0.7, "0.700", Outcome.NotMet, true), new Bar("图书", 0.4, "0.400", Outcome.NotApplicable, false), new Bar("教师", double.NaN, "待填报", Outcome.NotApplicable, false)], 0.65, "限值 0.65", false, null);

    [Fact]
    public void Bars_stand_from_below_and_only_the_composite_has_the_limit()
    {
        JsonElement figure = Json(InteractiveFigures.Of(Bars));
        JsonElement trace = Assert.Single(figure.GetProperty("data").EnumerateArray());
        Assert.Equal(("bar", "h"), (trace.GetProperty("type").GetString(), trace.GetProperty("orientation").GetString()));
        Assert.Equal(["教师", "图书", "综合"], Texts(trace, "y"));
        Assert.Equal("[null,0.4,0.7]", trace.GetProperty("x").GetRawText());
        Assert.Equal(["教师 待填报", "图书 0.400", "综合 0.700，超过限值"], Texts(trace, "text"));
        Assert.Equal(["", "", "/"], Texts(trace.GetProperty("marker").GetProperty("pattern"), "shape"));
        JsonElement limit = Assert.Single(figure.GetProperty("layout").GetProperty("shapes").EnumerateArray());

        // Three labels stand at 0, 1, 2: the composite's is 2, its half above and below 1.5 to 2.5.
        Assert.Equal((0.65, 0.65, 1.5, 2.5), (Number(limit, "x0"), Number(limit, "x1"), Number(limit, "y0"), Number(limit, "y1")));
        Assert.Equal("dash", limit.GetProperty("line").GetProperty("dash").GetString());
    }

    [Fact]
    public void A_limit_on_singles_runs_through_them_and_not_through_the_composite()
    {
        JsonElement limit = Json(InteractiveFigures.Of(Bars with { LimitOnSingles = true })).GetProperty("layout").GetProperty("shapes")[0];
        Assert.Equal((-0.5, 1.5), (Number(limit, "y0"), Number(limit, "y1")));
    }

    [Fact]
    public void Computed_and_published_values_are_two_lines_a_gap_is_no_value_and_no_0()
    {
        TrendFigure trend = new(
            "tr-primary",
            "甲县",
            "",
            [new TrendPoint("2020", 0.5, "0.500", Outcome.NotApplicable, true), new TrendPoint("2021", 0.6, "0.600", Outcome.Met, false), new TrendPoint("2022", double.NaN, "", Outcome.NotApplicable, false), new TrendPoint("2023", 0.7, "0.700", Outcome.NotMet, false)],
            0.65,
            "限值 0.65",
            0.4,
            0.8);
        JsonElement[] lines = [.. Json(InteractiveFigures.Of(trend)).GetProperty("data").EnumerateArray()];
        Assert.Equal(["本站测算", "文件公布"], lines.Select(l => l.GetProperty("name").GetString()));
        Assert.Equal(["[null,0.6,null,0.7]", "[0.5,null,null,null]"], lines.Select(l => l.GetProperty("y").GetRawText()));
        Assert.All(lines, line => Assert.False(line.GetProperty("connectgaps").GetBoolean()));
        Assert.Equal("2023 年 0.700（本站测算），超过限值", Texts(lines[0], "text")[3]);
        Assert.Equal("2020 年 0.500（文件公布）", Texts(lines[1], "text")[0]); // a published value is never judged by us
        Assert.Equal("diamond-open", Texts(lines[0].GetProperty("marker"), "symbol")[3]);
    }

    [Fact]
    public void Counties_of_a_strip_keep_their_values_and_height_says_nothing()
    {
        StripFigure strip = new("s-primary", "某省", "", [new StripDot("甲县", 0.4, "0.400", Outcome.Met), new StripDot("乙县", 0.7, "0.700", Outcome.NotMet), new StripDot("丙县", 0.5, "0.500", Outcome.NotApplicable)], 0.65, "限值 0.65", 0.2, 0.8);
        JsonElement figure = Json(InteractiveFigures.Of(strip));
        JsonElement trace = figure.GetProperty("data")[0];
        Assert.Equal("[0.4,0.5,0.7]", trace.GetProperty("x").GetRawText());
        Assert.Equal(["甲县 0.400，在限值内", "丙县 0.500", "乙县 0.700，超过限值"], Texts(trace, "text"));
        Assert.False(figure.GetProperty("layout").GetProperty("yaxis").GetProperty("visible").GetBoolean());
    }

    private static JsonElement Json(PlotlyFigure figure) => JsonSerializer.SerializeToElement(figure, PlotlyFigure.Options);

    private static string[] Texts(JsonElement of, string name) => [.. of.GetProperty(name).EnumerateArray().Select(t => t.GetString()!)];

    private static double Number(JsonElement of, string name) => of.GetProperty(name).GetDouble();
}
