using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Site.Downloads;

namespace Portal.Site.Charts.Interactive;

/// <summary>A figure in the JSON schema of plotly.js: what is drawn, and how it is laid out. Only what our charts use of it is here.</summary>
/// <param name="Data">Traces, drawn in this order.</param>
/// <param name="Layout">Axes, lines and words.</param>
public sealed record PlotlyFigure(IReadOnlyList<PlotlyTrace> Data, PlotlyLayout Layout)
{
    /// <summary>Plotly's names in camel case, nothing that is null, Han characters as they are.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JsonRows.Encoder,
    };
}

/// <summary>A trace: values of one kind.</summary>
/// <param name="Type">Plotly's trace type.</param>
/// <param name="Name">Name in the legend and for the keyboard.</param>
/// <param name="Text">What each point says when it is pointed at or reached by keyboard.</param>
/// <param name="Marker">Looks of the points.</param>
[JsonDerivedType(typeof(PlotlyBars))]
[JsonDerivedType(typeof(PlotlyDots))]
[JsonDerivedType(typeof(PlotlyLine))]
public abstract record PlotlyTrace(string Type, string Name, IReadOnlyList<string> Text, PlotlyMarker Marker)
{
    /// <summary>The point's own words and nothing besides.</summary>
    public string Hovertemplate { get; } = "%{text}<extra></extra>";
}

/// <summary>Bars from zero, lying.</summary>
/// <param name="X">Values; null where there is none.</param>
/// <param name="Y">Labels, from bottom to top.</param>
public sealed record PlotlyBars(string Name, IReadOnlyList<double?> X, IReadOnlyList<string> Y, IReadOnlyList<string> Text, PlotlyMarker Marker) : PlotlyTrace("bar", Name, Text, Marker)
{
    /// <summary>Bars lie.</summary>
    public string Orientation { get; } = "h";

    /// <summary>The words are for pointing at; the value stands in the label.</summary>
    public string Textposition { get; } = "none";
}

/// <summary>Dots in a plane.</summary>
/// <param name="X">Values.</param>
/// <param name="Y">Heights; what they mean, if anything, the axis says.</param>
public sealed record PlotlyDots(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y, IReadOnlyList<string> Text, PlotlyMarker Marker) : PlotlyTrace("scatter", Name, Text, Marker)
{
    /// <summary>No lines.</summary>
    public string Mode { get; } = "markers";
}

/// <summary>Values over periods, with gaps where there is none.</summary>
/// <param name="X">Periods.</param>
/// <param name="Y">Values; null is a gap.</param>
/// <param name="Line">The line.</param>
public sealed record PlotlyLine(string Name, IReadOnlyList<string> X, IReadOnlyList<double?> Y, IReadOnlyList<string> Text, PlotlyMarker Marker, PlotlyStroke Line) : PlotlyTrace("scatter", Name, Text, Marker)
{
    /// <summary>Lines with marks.</summary>
    public string Mode { get; } = "lines+markers";

    /// <summary>A gap stays a gap.</summary>
    public bool Connectgaps { get; }
}

/// <summary>Looks of points: one for each, or the same for all.</summary>
public sealed record PlotlyMarker
{
    /// <summary>Fill of each.</summary>
    public IReadOnlyList<string>? Color { get; init; }

    /// <summary>Shape of each: circle, diamond-open, square-open.</summary>
    public IReadOnlyList<string>? Symbol { get; init; }

    /// <summary>Diameter, px.</summary>
    public double? Size { get; init; }

    /// <summary>Hatching of each bar.</summary>
    public PlotlyPattern? Pattern { get; init; }

    /// <summary>Outline.</summary>
    public PlotlyStroke? Line { get; init; }
}

/// <summary>Hatching.</summary>
/// <param name="Shape">/ for hatched, empty for plain, one for each bar.</param>
public sealed record PlotlyPattern(IReadOnlyList<string> Shape)
{
    /// <summary>Lines instead of fill.</summary>
    public string Fillmode { get; } = "replace";
}

/// <summary>A line.</summary>
/// <param name="Color">Colour.</param>
/// <param name="Width">Width, px.</param>
/// <param name="Dash">solid, dash, dot; null for solid.</param>
public sealed record PlotlyStroke(string Color, double Width, string? Dash = null);

/// <summary>How a figure is laid out.</summary>
public sealed record PlotlyLayout
{
    /// <summary>Height, px; the width is the page's.</summary>
    public required double Height { get; init; }

    /// <summary>Space around, px.</summary>
    public required PlotlyMargin Margin { get; init; }

    /// <summary>Values or periods from left to right.</summary>
    public required PlotlyAxis Xaxis { get; init; }

    /// <summary>Values or labels from bottom to top.</summary>
    public required PlotlyAxis Yaxis { get; init; }

    /// <summary>The limit's line.</summary>
    public IReadOnlyList<PlotlyShape> Shapes { get; init; } = [];

    /// <summary>The limit's words.</summary>
    public IReadOnlyList<PlotlyAnnotation> Annotations { get; init; } = [];

    /// <summary>A legend where two kinds of values are drawn.</summary>
    public bool Showlegend { get; init; }

    /// <summary>Where the legend stands.</summary>
    public PlotlyLegend? Legend { get; init; }

    /// <summary>A finger on the figure scrolls the page; the buttons zoom.</summary>
    public bool Dragmode { get; }

    /// <summary>What is nearest says its words.</summary>
    public string Hovermode { get; } = "closest";

    /// <summary>Paper: the figure is saved as it is seen.</summary>
    [JsonPropertyName("paper_bgcolor")]
    public string PaperBgcolor { get; } = PlotlyLooks.Paper;

    /// <summary>Ground of the plot.</summary>
    [JsonPropertyName("plot_bgcolor")]
    public string PlotBgcolor { get; } = PlotlyLooks.Paper;

    /// <summary>Letters.</summary>
    public PlotlyFont Font { get; } = PlotlyLooks.Font;

    /// <summary>The buttons: seen before they are pointed at.</summary>
    public PlotlyModebar Modebar { get; } = new("rgba(0,0,0,0)", PlotlyLooks.Buttons, PlotlyLooks.Within);
}

/// <summary>Colours of the buttons above a figure.</summary>
/// <param name="Bgcolor">Ground.</param>
/// <param name="Color">Picture.</param>
/// <param name="Activecolor">Picture of the one in use.</param>
public sealed record PlotlyModebar(string Bgcolor, string Color, string Activecolor);

/// <summary>Space around, px.</summary>
/// <param name="L">Left.</param>
/// <param name="R">Right.</param>
/// <param name="T">Top.</param>
/// <param name="B">Bottom.</param>
public sealed record PlotlyMargin(double L, double R, double T, double B);

/// <summary>An axis.</summary>
public sealed record PlotlyAxis
{
    /// <summary>category for labels and periods; null for numbers.</summary>
    public string? Type { get; init; }

    /// <summary>Ends.</summary>
    public IReadOnlyList<double>? Range { get; init; }

    /// <summary>False to leave the axis out: its direction means nothing.</summary>
    public bool Visible { get; init; } = true;

    /// <summary>True to grow for the labels.</summary>
    public bool? Automargin { get; init; }

    /// <summary>True where the reader cannot move along it.</summary>
    public bool? Fixedrange { get; init; }

    /// <summary>Colour of the grid.</summary>
    public string Gridcolor { get; } = PlotlyLooks.Grid;

    /// <summary>Zero is a line of the grid like any other.</summary>
    public bool Zeroline { get; }
}

/// <summary>A line across the figure.</summary>
public sealed record PlotlyShape(double X0, double X1, double Y0, double Y1, string? Xref = null, string? Yref = null)
{
    /// <summary>A line.</summary>
    public string Type { get; } = "line";

    /// <summary>Dashed, as in the drawing.</summary>
    public PlotlyStroke Line { get; } = new(PlotlyLooks.Ink, 2, "dash");
}

/// <summary>Words in the figure.</summary>
public sealed record PlotlyAnnotation(string Text, double X, double Y, string? Xref = null, string? Yref = null, string Xanchor = "left", string Yanchor = "bottom")
{
    /// <summary>No arrow.</summary>
    public bool Showarrow { get; }

    /// <summary>Readable over lines.</summary>
    public string Bgcolor { get; } = PlotlyLooks.Paper;
}

/// <summary>The legend.</summary>
public sealed record PlotlyLegend(string Orientation, double X, double Y, string Yanchor);

/// <summary>Letters.</summary>
/// <param name="Color">Colour.</param>
/// <param name="Size">Size, px.</param>
/// <param name="Family">Families, in order.</param>
public sealed record PlotlyFont(string Color, double Size, string Family);

/// <summary>Colours of the drawings on paper (theme/site.css, light): the figure may be saved and printed.</summary>
public static class PlotlyLooks
{
    /// <summary>Ground.</summary>
    public const string Paper = "#ffffff";

    /// <summary>Words, limit, hatching.</summary>
    public const string Ink = "#1a2123";

    /// <summary>Within the limit.</summary>
    public const string Within = "#12506f";

    /// <summary>Not judged.</summary>
    public const string NotJudged = "#6690a5";

    /// <summary>Buttons.</summary>
    public const string Buttons = "#50595c";

    /// <summary>Lines of the grid.</summary>
    public const string Grid = "#d8dad5";

    /// <summary>Letters.</summary>
    public static PlotlyFont Font { get; } = new(Ink, 14, "\"PingFang SC\",\"HarmonyOS Sans SC\",\"Source Han Sans SC\",\"Noto Sans CJK SC\",\"Microsoft YaHei\",sans-serif");
}
