using System.Globalization;

namespace Portal.Domain.Data;

/// <summary>Why a cell holds no number, or that it holds one.</summary>
public enum CellState : byte
{
    /// <summary>A number.</summary>
    Reported = 0,

    /// <summary>Blank: not reported 待填报. Never zero.</summary>
    NotReported = 1,

    /// <summary><c>z</c>: not applicable 不适用.</summary>
    NotApplicable = 2,

    /// <summary><c>x</c>: not available 无法取得.</summary>
    NotAvailable = 3,

    /// <summary><c>c</c>: withheld 不予公布.</summary>
    Withheld = 4,
}

/// <summary>
/// A number as printed in a table, or the reason why there is none, in eight bytes: 53 bits of mantissa, four of decimal places,
/// three of state. A blank stays a blank through all arithmetic: it has no value.
/// </summary>
public readonly struct Cell : IEquatable<Cell>
{
    private const int ScaleBits = 4;
    private const int StateBits = 3;
    private static readonly double[] PowersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
    private readonly long bits;

    private Cell(long bits) => this.bits = bits;

    /// <summary>Largest absolute mantissa: 2^53 − 1, so that every value is the nearest double to its printed digits.</summary>
    public const long MaxMantissa = (1L << 53) - 1;

    /// <summary>Most decimal places: 15.</summary>
    public const int MaxDecimals = 15;

    /// <summary>A blank cell 待填报.</summary>
    public static readonly Cell Blank = Without(CellState.NotReported);

    /// <summary>Not applicable.</summary>
    public static readonly Cell NotApplicable = Without(CellState.NotApplicable);

    /// <summary>A cell without a number.</summary>
    public static Cell Without(CellState state) => new((long)state);

    /// <summary>A number with its printed decimals: <c>Of(1250, 2)</c> is 12.50.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The mantissa or the number of decimals is out of range.</exception>
    public static Cell Of(long mantissa, int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(mantissa), MaxMantissa);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)decimals, (uint)MaxDecimals);
        return new((mantissa << (ScaleBits + StateBits)) | ((long)decimals << StateBits));
    }

    /// <summary>What the cell holds.</summary>
    public CellState State => (CellState)(bits & ((1 << StateBits) - 1));

    /// <summary>True when the cell holds a number.</summary>
    public bool HasValue => State == CellState.Reported;

    /// <summary>Printed decimal places.</summary>
    public int Decimals => (int)(bits >> StateBits) & ((1 << ScaleBits) - 1);

    /// <summary>The number's digits without the point.</summary>
    public long Mantissa => bits >> (ScaleBits + StateBits);

    /// <summary>The number, or NaN where there is none.</summary>
    public double Value => HasValue ? Mantissa / PowersOfTen[Decimals] : double.NaN;

    /// <summary>The digits as printed, or the marker (empty, <c>z</c>, <c>x</c>, <c>c</c>).</summary>
    public override string ToString()
    {
        switch (State)
        {
            case CellState.Reported:
                string digits = Math.Abs(Mantissa).ToString(CultureInfo.InvariantCulture);
                if (Decimals > 0)
                {
                    digits = digits.PadLeft(Decimals + 1, '0');
                    digits = digits.Insert(digits.Length - Decimals, ".");
                }

                return Mantissa < 0 ? "-" + digits : digits;
            case CellState.NotApplicable: return "z";
            case CellState.NotAvailable: return "x";
            case CellState.Withheld: return "c";
            default: return "";
        }
    }

    /// <inheritdoc/>
    public bool Equals(Cell other) => bits == other.bits;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Cell other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => bits.GetHashCode();

    /// <summary>Same digits or same marker.</summary>
    public static bool operator ==(Cell left, Cell right) => left.bits == right.bits;

    /// <summary>Other digits or another marker.</summary>
    public static bool operator !=(Cell left, Cell right) => left.bits != right.bits;
}
