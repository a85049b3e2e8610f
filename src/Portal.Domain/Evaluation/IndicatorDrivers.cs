using Portal.Domain.Data;
using Portal.Domain.Schemes;

namespace Portal.Domain.Evaluation;

/// <summary>On which side of the county's mean a school's value lies.</summary>
public enum Side
{
    /// <summary>低于县均.</summary>
    Below,

    /// <summary>等于县均, to the tolerance of comparisons.</summary>
    Equal,

    /// <summary>高于县均.</summary>
    Above,
}

/// <summary>A school's part in a difference. Large parts are often those of the best supplied or the smallest school: no blame lies in them.</summary>
/// <param name="Row">Row in the table of schools.</param>
/// <param name="Share">Share p (X − X̄)² / S², 0 to 1; the shares of all schools sum to 1.</param>
/// <param name="Side">Side of the mean; null for the composite, whose indicators may lie on both.</param>
public readonly record struct SchoolShare(int Row, double Share, Side? Side);

/// <summary>The schools of one kind of settlement within a county's difference.</summary>
/// <param name="Group">城区, 镇区, 乡村, 未填报.</param>
/// <param name="Schools">Schools.</param>
/// <param name="Pupils">Their pupils.</param>
/// <param name="Mean">Their total over their enrolment, in the indicator's unit.</param>
/// <param name="Within">Share of the county's variance that lies between schools of the group, 0 to 1: (P_g/P) S_g² / S².</param>
public sealed record GroupPart(Settlement Group, int Schools, double Pupils, double Mean, double Within);

/// <summary>A county's variance between and within 城区, 镇区, 乡村. <paramref name="Between"/> and all <see cref="GroupPart.Within"/> sum to 1.</summary>
/// <param name="Between">Share that lies between the groups' means, 0 to 1: Σ (P_g/P)(X̄_g − X̄)² / S².</param>
/// <param name="Groups">Groups that have schools, in the order of <see cref="Settlement"/>.</param>
public sealed record Decomposition(double Between, IReadOnlyList<GroupPart> Groups);

/// <summary>
/// The coefficient if every school below its standard were brought exactly to it, with the same pupils. Arithmetic, no plan: what a
/// school lacks, and whether it can be had, is another matter.
/// </summary>
/// <param name="Standard">The standard.</param>
/// <param name="Below">Schools that do not reach it, 0 or more; those to which the scheme's standards do not apply, or that an allowance lets pass, are not among them.</param>
/// <param name="Value">The coefficient then.</param>
public sealed record Raising(Standard Standard, int Below, double Value);

/// <summary>What drives one indicator's coefficient in a county's stage.</summary>
/// <param name="Indicator">Indicator.</param>
/// <param name="Result">Its result.</param>
/// <param name="Withheld">True where nothing of single schools may be published (data.md §6): everything below is empty then.</param>
/// <param name="Schools">Parts of the schools that entered, in id order; empty where all schools are alike or there is no coefficient.</param>
/// <param name="Decomposition">By settlement; null where there are no parts.</param>
/// <param name="Raising">Effect of raising; null where no standard applies or there is no coefficient.</param>
public sealed record IndicatorDrivers(Indicator Indicator, IndicatorResult Result, bool Withheld, IReadOnlyList<SchoolShare> Schools, Decomposition? Decomposition, Raising? Raising)
{
    private static readonly Settlement[] Kinds = Enum.GetValues<Settlement>();

    /// <summary>Works out the parts of an indicator whose values may be published.</summary>
    /// <param name="result">Result of the indicator.</param>
    /// <param name="inputs">What went into it.</param>
    /// <param name="standard">Standard that applies at the county and day, or null.</param>
    /// <param name="below">Whether the part at a place of the inputs does not reach the standard: false too where the scheme's standards do not apply to it, or an allowance lets it pass.</param>
    public static IndicatorDrivers Of(IndicatorResult result, IndicatorInputs inputs, Standard? standard, Func<int, bool> below)
    {
        Raising? raising = standard is null || !result.HasValue ? null : RaisingOf(inputs, standard, below);

        // Schools that differ by rounding only are alike.
        if (!result.HasValue || result.Value <= Comparison.Tolerance)
        {
            return new IndicatorDrivers(inputs.Indicator, result, false, [], null, raising);
        }

        (double[] terms, double variance) = inputs.Terms();
        return new IndicatorDrivers(inputs.Indicator, result, false, SharesOf(result, inputs, terms, variance), DecompositionOf(result, inputs, variance), raising);
    }

    private static SchoolShare[] SharesOf(IndicatorResult result, IndicatorInputs inputs, double[] terms, double variance)
    {
        SchoolShare[] shares = new SchoolShare[inputs.Count];
        for (int i = 0; i < shares.Length; i++)
        {
            double distance = inputs.Value(i) - result.Mean;
            Side side = Math.Abs(distance) <= Comparison.Tolerance * Math.Max(1, Math.Abs(result.Mean)) ? Side.Equal : distance < 0 ? Side.Below : Side.Above;
            shares[i] = new SchoolShare(inputs.Parts[i].Row, terms[i] / variance, side);
        }

        return shares;
    }

    private static Decomposition DecompositionOf(IndicatorResult result, IndicatorInputs inputs, double variance)
    {
        Settlement[] settlements = Array.ConvertAll(inputs.Parts, p => Settlements.Of(p.School.UrbanRural));
        double[] amounts = new double[inputs.Count];
        double[] weights = new double[inputs.Count];
        double all = Sum(inputs.Weights) * variance;
        List<GroupPart> groups = [];
        double between = 0;
        foreach (Settlement group in Kinds)
        {
            int schools = 0;
            double pupils = 0;
            for (int i = 0; i < settlements.Length; i++)
            {
                if (settlements[i] == group)
                {
                    amounts[schools] = inputs.Amounts[i];
                    weights[schools++] = inputs.Weights[i];
                    pupils += inputs.Parts[i].Pupils.Value;
                }
            }

            if (schools == 0)
            {
                continue;
            }

            Coefficient alone = Coefficient.Of(amounts.AsSpan(0, schools), weights.AsSpan(0, schools));
            double enrolment = Sum(weights.AsSpan(0, schools));
            double distance = alone.Mean - result.Mean;
            between += enrolment * distance * distance / all;
            groups.Add(new GroupPart(group, schools, pupils, alone.Mean, enrolment * alone.StandardDeviation * alone.StandardDeviation / all));
        }

        return new Decomposition(between, groups);
    }

    private static Raising RaisingOf(IndicatorInputs inputs, Standard standard, Func<int, bool> fallsShort)
    {
        double[] amounts = [.. inputs.Amounts];
        int below = 0;
        for (int i = 0; i < amounts.Length; i++)
        {
            if (fallsShort(i))
            {
                amounts[i] = standard.Value.Value * inputs.Weights[i];
                below++;
            }
        }

        return new Raising(standard, below, Coefficient.Of(amounts, inputs.Weights).Value);
    }

    // In id order, so that the same input gives the same bytes.
    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum;
    }
}
