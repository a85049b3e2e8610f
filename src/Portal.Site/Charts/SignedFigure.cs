namespace Portal.Site.Charts;

/// <summary>One signed bar.</summary>
/// <param name="Label">Label to the left.</param>
/// <param name="Value">Value as printed: positive to the right, negative to the left.</param>
/// <param name="Text">Value in print, with its sign or side in words.</param>
public sealed record SignedBar(string Label, double Value, string Text);

/// <summary>Bars to both sides of a middle line: filled to the right, hollow to the left.</summary>
/// <param name="Id">Id of the figure, unique on the page.</param>
/// <param name="Title">What and where.</param>
/// <param name="Description">Values in words.</param>
/// <param name="Left">What the left side means.</param>
/// <param name="Right">What the right side means.</param>
/// <param name="Bars">Bars in order of their table, never of size.</param>
public sealed record SignedFigure(string Id, string Title, string Description, string Left, string Right, IReadOnlyList<SignedBar> Bars);

/// <summary>A bar's place: x in per cent, y in px.</summary>
/// <param name="Bar">The bar.</param>
/// <param name="TextY">Baseline of label and value.</param>
/// <param name="Y">Top of the bar.</param>
/// <param name="X">Left end.</param>
/// <param name="Width">Length, 0 to 49.</param>
public sealed record SignedRow(SignedBar Bar, double TextY, double Y, double X, double Width);

/// <summary>Where everything of a signed bar chart stands.</summary>
/// <param name="Height">Height of the drawing, px.</param>
/// <param name="Rows">Bars.</param>
public sealed record SignedLayout(double Height, IReadOnlyList<SignedRow> Rows)
{
    /// <summary>Height of a bar, px.</summary>
    public const double Thick = 10;

    private const double Half = 49; // per cent for the longest bar; the rest keeps its outline inside the drawing
    private const double Pitch = 44;

    /// <summary>Lays out a figure; the longest bar of either side takes the half.</summary>
    public static SignedLayout Of(SignedFigure figure)
    {
        double longest = figure.Bars.Select(b => Math.Abs(b.Value)).DefaultIfEmpty(0).Max();
        return new SignedLayout(24 + (Pitch * figure.Bars.Count), [.. figure.Bars.Select((bar, i) =>
        {
            double width = longest == 0 ? 0 : Math.Abs(bar.Value) / longest * Half;
            return new SignedRow(bar, 41 + (Pitch * i), 50 + (Pitch * i), bar.Value < 0 ? 50 - width : 50, width);
        })]);
    }
}

/// <summary>A whole in two parts as one bar.</summary>
/// <param name="Id">Id of the figure, unique on the page.</param>
/// <param name="Title">What and where.</param>
/// <param name="Description">Both parts in words.</param>
/// <param name="First">Words of the filled part, value included.</param>
/// <param name="Second">Words of the hollow part, value included.</param>
/// <param name="Percent">The filled part, 0 to 100.</param>
public sealed record SplitFigure(string Id, string Title, string Description, string First, string Second, double Percent);
