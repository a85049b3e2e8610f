namespace Portal.Site.Charts;

/// <summary>A whole in parts.</summary>
/// <param name="Label">What it is, with its base.</param>
/// <param name="Percents">Parts in percent, in order; empty where there are none to show.</param>
/// <param name="Instead">What is said in place of parts.</param>
public sealed record StackRow(string Label, IReadOnlyList<double> Percents, string Instead);

/// <summary>Wholes in parts, one below the other.</summary>
/// <param name="Id">Id of the figure, unique on the page.</param>
/// <param name="Title">What and where.</param>
/// <param name="Description">All values in words.</param>
/// <param name="Parts">Names of the parts, from dark to light.</param>
/// <param name="Rows">Rows.</param>
public sealed record StackFigure(string Id, string Title, string Description, IReadOnlyList<string> Parts, IReadOnlyList<StackRow> Rows)
{
    /// <summary>How dark a part is, from 1 (the first) evenly down to 0 (the last, hollow).</summary>
    public string Shade(int part) => (Parts.Count < 2 ? 1 : 1 - ((double)part / (Parts.Count - 1))).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}
