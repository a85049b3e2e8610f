using Portal.Domain.Evaluation;

namespace Portal.Site.Text;

/// <summary>Parts of a whole in print: rounded by largest remainder, so that what is printed adds up to the printed total.</summary>
public static class PrintedParts
{
    /// <summary>The parts in units of the last decimal, adding up to <paramref name="total"/>; of equal remainders the first in order is raised.</summary>
    /// <param name="values">Parts, of any sign.</param>
    /// <param name="total">Printed total in units of the last decimal: 1000 for 100.0.</param>
    /// <param name="decimals">Decimals printed, 0 to 6.</param>
    public static long[] Units(IReadOnlyList<double> values, long total, int decimals)
    {
        decimal unit = 1;
        for (int i = 0; i < decimals; i++)
        {
            unit *= 10;
        }

        decimal[] exact = [.. values.Select(v => (decimal)v * unit)];
        long[] units = [.. exact.Select(e => (long)decimal.Floor(e))];
        int[] byRemainder = [.. Enumerable.Range(0, units.Length).OrderByDescending(i => exact[i] - units[i])];
        long rest = total - units.Sum();
        // The printed total may itself be rounded away from the sum, so the rest is not always between 0 and the number of parts.
        for (int i = 0; rest > 0 && units.Length > 0; i = (i + 1) % units.Length, rest--)
        {
            units[byRemainder[i]]++;
        }

        for (int i = units.Length - 1; rest < 0 && units.Length > 0; i = i == 0 ? units.Length - 1 : i - 1, rest++)
        {
            units[byRemainder[i]]--;
        }

        return units;
    }

    /// <summary>Shares of 1 in tenths of a per cent, adding up to 1000.</summary>
    public static long[] Tenths(IReadOnlyList<double> shares) => Units([.. shares.Select(s => s * 100)], 1000, 1);

    /// <summary>Tenths of a per cent in print: 32 is 3.2%.</summary>
    public static string Percent(long tenths) => Comparison.Print(tenths / 10.0, 1) + "%";

    /// <summary>A change in print, with its sign: +0.013, −0.004, 0.000.</summary>
    public static string Signed(decimal value, int decimals)
    {
        string printed = Comparison.Print((double)Math.Abs(value), decimals);
        return (value > 0 ? "+" : value < 0 ? "−" : "") + printed;
    }
}
