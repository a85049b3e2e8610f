using System.Globalization;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;

namespace Portal.Site.Downloads;

/// <summary>
/// Takes the cells of a table one after the other. CSV and JSON are two writers of the same rows, so their values cannot differ:
/// numbers with full precision (the shortest digits that read back as the same double), cells with the digits they were reported in.
/// </summary>
public abstract class RowWriter
{
    /// <summary>Words; an empty text is an empty cell.</summary>
    public abstract void Text(string text);

    /// <summary>Rows so far, without the header.</summary>
    public long Rows { get; private set; }

    /// <summary>Ends the row.</summary>
    public void EndRow()
    {
        Rows++;
        End();
    }

    /// <summary>Counts rows that were not written cell by cell.</summary>
    internal void Skip(long rows) => Rows += rows;

    /// <summary>What stands at the end of a row.</summary>
    protected internal abstract void End();

    /// <summary>Printed digits of a number.</summary>
    protected internal abstract void Digits(ReadOnlySpan<char> digits);

    /// <summary>No value.</summary>
    public abstract void Blank();

    /// <summary>A number; NaN is a blank.</summary>
    public void Number(double value)
    {
        if (double.IsNaN(value))
        {
            Blank();
            return;
        }

        Span<char> digits = stackalloc char[32];
        value.TryFormat(digits, out int length, "R", CultureInfo.InvariantCulture);
        Digits(digits[..length]);
    }

    /// <summary>A whole number.</summary>
    public void Whole(long value)
    {
        Span<char> digits = stackalloc char[20];
        value.TryFormat(digits, out int length, default, CultureInfo.InvariantCulture);
        Digits(digits[..length]);
    }

    /// <summary>A whole number or a blank.</summary>
    public void Whole(long? value)
    {
        if (value is { } known)
        {
            Whole(known);
        }
        else
        {
            Blank();
        }
    }

    /// <summary>A reported cell with its own digits, or its marker: blank, <c>z</c>, <c>x</c>, <c>c</c>.</summary>
    public void Cell(Cell cell)
    {
        if (cell.HasValue)
        {
            Digits(cell.ToString());
        }
        else
        {
            Missing(cell.State);
        }
    }

    /// <summary>An amount with full precision, or its marker.</summary>
    public void Amount(Amount amount)
    {
        if (amount.IsKnown)
        {
            Number(amount.Value);
        }
        else
        {
            Missing(amount.Why);
        }
    }

    /// <summary>A number that is already printed, e.g. a coefficient of which no more digits may be published.</summary>
    public void Printed(string digits) => Digits(digits);

    /// <summary>The marker of a missing value.</summary>
    public void Missing(CellState state)
    {
        if (state is CellState.NotReported or CellState.Reported)
        {
            Blank();
        }
        else
        {
            Text(Data(state));
        }
    }

    /// <summary>A day, or a blank.</summary>
    public void Day(DateOnly? day) => Text(day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");

    /// <summary>An outcome as one of its four words.</summary>
    public void Outcome(Outcome outcome) => Text(Word(outcome));

    /// <summary>The word of an outcome in downloads: <c>met</c>, <c>not_met</c>, <c>not_reported</c>, <c>not_applicable</c>.</summary>
    public static string Word(Outcome outcome) => outcome switch
    {
        Domain.Evaluation.Outcome.Met => "met",
        Domain.Evaluation.Outcome.NotMet => "not_met",
        Domain.Evaluation.Outcome.NotReported => "not_reported",
        _ => "not_applicable",
    };

    /// <summary>The word of a sense, as in the input tables.</summary>
    public static string Word(Sense sense) => sense == Sense.AtMost ? "at_most" : "at_least";

    private static string Data(CellState state) => Domain.Data.Cell.Without(state).ToString();
}

/// <summary>Counts rows and writes nothing: what a page says of a table is what the table has.</summary>
public sealed class RowCounter : RowWriter
{
    /// <inheritdoc/>
    public override void Text(string text)
    {
    }

    /// <inheritdoc/>
    public override void Blank()
    {
    }

    /// <inheritdoc/>
    protected internal override void End()
    {
    }

    /// <inheritdoc/>
    protected internal override void Digits(ReadOnlySpan<char> digits)
    {
    }
}
