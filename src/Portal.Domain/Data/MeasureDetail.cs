namespace Portal.Domain.Data;

/// <summary>Whether a measure of public finance is given by stage.</summary>
public enum StageUse
{
    /// <summary>none: the stage stays empty.</summary>
    None,

    /// <summary>each: one figure per stage.</summary>
    Each,
}

/// <summary>Where else than in facts.csv the site finds what a measure came to. A closed set; the measure's row in measures.csv names one.</summary>
public enum MeasureOrigin
{
    /// <summary>finance: a figure reported in finance.csv.</summary>
    Finance,

    /// <summary>column: a number that the school reported in schools.csv.</summary>
    Column,

    /// <summary>recognised: worked out, how many counties at or below the place are recognised in a scheme by procedure.csv.</summary>
    Recognised,

    /// <summary>recognised-share: worked out, the same in percent of the counties.</summary>
    RecognisedShare,

    /// <summary>classes-from: worked out, classes with that many pupils or more by classes.csv.</summary>
    ClassesFrom,
}

/// <summary>An origin with what it needs to know.</summary>
/// <param name="Origin">Origin.</param>
/// <param name="Name">Measure of finance.csv, raw column, scheme, or number of pupils.</param>
/// <param name="Stage">Stage of a measure of finance, null for none.</param>
public sealed record TakenFrom(MeasureOrigin Origin, string Name, StageId? Stage)
{
    /// <summary>True for what the site works out (测算), false for what was reported.</summary>
    public bool IsComputed => Origin is MeasureOrigin.Recognised or MeasureOrigin.RecognisedShare or MeasureOrigin.ClassesFrom;
}

/// <summary>What measures.csv says of a measure beside its label.</summary>
/// <param name="Unit">Unit, may be empty.</param>
/// <param name="Stage">Whether it is given by stage.</param>
/// <param name="From">Where else the site finds it, null for nowhere.</param>
public sealed record MeasureDetail(string Unit, StageUse Stage, TakenFrom? From);
