namespace Portal.Domain.Data;

/// <summary>How a leaf was rated: a level of the tree's scale, points, or neither.</summary>
/// <param name="Level">Level, empty where there is none.</param>
/// <param name="Points">Points; blank where there are none, <c>z</c> where the leaf does not apply to the school.</param>
public readonly record struct Rating(string Level, Cell Points)
{
    /// <summary>No rating.</summary>
    public static readonly Rating None = new("", Cell.Blank);

    /// <summary>不适用.</summary>
    public static readonly Rating NotApplicable = new("", Cell.NotApplicable);

    /// <summary>True where there is a level or a number of points.</summary>
    public bool IsRated => Level.Length > 0 || Points.HasValue;

    /// <summary>True where the leaf does not apply.</summary>
    public bool IsNotApplicable => Points.State == CellState.NotApplicable;

    /// <summary>As the table writes it.</summary>
    public override string ToString() => Level.Length > 0 ? Level : Points.ToString();
}

/// <summary>A row of scorecards.csv: how a school rated itself on a leaf in a period 自评, and what the check found 核查.</summary>
/// <param name="School">School.</param>
/// <param name="Tree">Tree.</param>
/// <param name="Node">Leaf.</param>
/// <param name="Period">Period: a year, a term.</param>
/// <param name="Self">The school's own rating.</param>
/// <param name="Checked">Rating of the check; none is 未核查.</param>
/// <param name="Comment">What was said of it.</param>
/// <param name="Visited">Day of the check, null where not given.</param>
/// <param name="Report">Slug of the report, empty where there is none.</param>
public sealed record ScoreLine(SchoolId School, string Tree, string Node, string Period, Rating Self, Rating Checked, string Comment, DateOnly? Visited, string Report);

/// <summary>The scorecards of a release.</summary>
/// <param name="Lines">Rows, in order of school, tree, period and table.</param>
public sealed record ScorecardBook(IReadOnlyList<ScoreLine> Lines)
{
    /// <summary>No scorecard.</summary>
    public static readonly ScorecardBook Empty = new([]);

    /// <summary>Rows of a school.</summary>
    public IEnumerable<ScoreLine> Of(SchoolId school) => (bySchool ??= Lines.ToLookup(l => l.School))[school];

    // Made on first use; making it twice in two threads gives the same look-up.
    private ILookup<SchoolId, ScoreLine>? bySchool;
}
