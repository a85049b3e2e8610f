using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;

namespace Portal.Site.Pages;

/// <summary>A piece of a sentence, with a link where it names a page.</summary>
public sealed record Piece(string Text, string? Address = null);

/// <summary>A count that stands at the top of the page.</summary>
/// <param name="Label">学生, 专任教师, 班级.</param>
/// <param name="Value">Number, or why there is none.</param>
/// <param name="Unit">Unit, empty where there is no number.</param>
/// <param name="Note">By stage, average class; may be empty.</param>
public sealed record SchoolCount(string Label, string Value, string Unit, string Note)
{
    /// <summary>Errata of the cells that are counted.</summary>
    public IReadOnlyList<Fix> Fixes { get; init; } = [];
}

/// <summary>One indicator in a stage, in print.</summary>
/// <param name="Indicator">The result, for the chart.</param>
/// <param name="Thing">What is counted, for sentences: 专任教师.</param>
/// <param name="Value">Value, or why there is none.</param>
/// <param name="Unit">Unit, empty where there is no value.</param>
/// <param name="Standard">Standard, empty where none applies.</param>
/// <param name="Mean">County mean, empty where there is none.</param>
/// <param name="Amount">What is missing, in real units; empty where nothing is.</param>
/// <param name="Note">A plainer way to say the value; may be empty.</param>
/// <param name="Formula">How the amount that is missing is worked out; empty where nothing is.</param>
public sealed record SchoolMeasure(SchoolIndicator Indicator, string Thing, string Value, string Unit, string Standard, string Mean, string Amount, string Note, string Formula)
{
    /// <summary>Errata of the cells that the value is worked out from.</summary>
    public IReadOnlyList<Fix> Fixes { get; init; } = [];
}

/// <summary>A stage of the school under one scheme.</summary>
/// <param name="Stage">Stage.</param>
/// <param name="Judged">True where standards apply and there are pupils.</param>
/// <param name="WhyNot">Why nothing is judged: a reason of the scheme or a decision; empty where no standard is known.</param>
/// <param name="Rows">Indicators in the scheme's order.</param>
/// <param name="OutOfCoefficient">Why the stage is outside the county's coefficients, null where it is inside.</param>
/// <param name="Pupils">Pupils in print.</param>
/// <param name="Teachers">Full-time teachers in print.</param>
public sealed record SchoolStage(Stage Stage, bool Judged, string WhyNot, IReadOnlyList<SchoolMeasure> Rows, string? OutOfCoefficient, string Pupils, string Teachers)
{
    /// <summary>What the scheme asks of each school; empty where nothing is judged.</summary>
    public required string Asked { get; init; }

    /// <summary>What the school rule comes to, in words; <c>**</c> marks the words that carry the message. Empty where nothing is judged.</summary>
    public required string Rule { get; init; }

    /// <summary>Allowances that were used, or that could be, with their sources.</summary>
    public required IReadOnlyList<string> Allowances { get; init; }

    /// <summary>Rows with that outcome among those that have a standard.</summary>
    public IEnumerable<SchoolMeasure> With(Outcome outcome) => Rows.Where(r => Judged && r.Indicator.Standard is not null && r.Indicator.Outcome == outcome);

    /// <summary>Number of standards.</summary>
    public int Standards => Rows.Count(r => r.Indicator.Standard is not null);
}

/// <summary>Another scheme beside the main one: worked out (测算) where the county has applied, else a distance for reference (差距).</summary>
/// <param name="Scheme">Scheme.</param>
/// <param name="Applied">True where the county has applied.</param>
/// <param name="Stages">Stages that have standards.</param>
public sealed record SchoolOther(Scheme Scheme, bool Applied, IReadOnlyList<SchoolStage> Stages);

/// <summary>What protects a small school, and whether its figures enter the county's coefficients.</summary>
/// <param name="Words">The protection in a sentence; empty where the rule does not speak of this school.</param>
/// <param name="Source">Where it stands, empty likewise.</param>
/// <param name="Counted">By scheme: counted, or why not.</param>
public sealed record SchoolProtection(string Words, string Source, IReadOnlyList<string> Counted);

/// <summary>The school in one period.</summary>
/// <param name="Release">Newest revision of the period.</param>
/// <param name="Row">Row in its table of schools.</param>
/// <param name="Stages">Stages under the main scheme; in a period that is not the newest they have values, but no words on them.</param>
public sealed record SchoolYear(Release Release, int Row, IReadOnlyList<SchoolStage> Stages);

/// <summary>A value of one period.</summary>
/// <param name="Text">Value, or why there is none.</param>
/// <param name="NotMet">True where it was below its standard then.</param>
public sealed record HistoryCell(string Text, bool NotMet)
{
    /// <summary>Errata of the cells that the value is worked out from.</summary>
    public IReadOnlyList<Fix> Fixes { get; init; } = [];
}

/// <summary>A row of the periods side by side.</summary>
public sealed record HistoryRow(string Label, IReadOnlyList<HistoryCell> Cells);

/// <summary>A stage over the periods.</summary>
public sealed record SchoolHistory(Stage Stage, IReadOnlyList<string> Periods, IReadOnlyList<HistoryRow> Rows);

/// <summary>A line of what is known of the school.</summary>
public sealed record SchoolFact(string Label, IReadOnlyList<Piece> Text);
