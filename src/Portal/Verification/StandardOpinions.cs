using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Verification;

/// <summary>An allowance of a scheme (allowances.csv).</summary>
public sealed record AllowanceInput(string Id, string AppliesTo, string Stage, string Place, IReadOnlyList<string> Conditions, string Replaces);

/// <summary>One indicator of a school part against its standard, allowances counted.</summary>
/// <param name="Value">Value.</param>
/// <param name="Standard">Standard that it is held to.</param>
/// <param name="Outcome">Outcome.</param>
/// <param name="Shortfall">What is missing; NaN where it cannot be said.</param>
/// <param name="Scale">Size of what was subtracted for it.</param>
/// <param name="ReachesFloor">True where the floor is kept or there is none.</param>
/// <param name="Allowances">Ids of the allowances that hold, parted by spaces.</param>
/// <param name="Unclear">Why it cannot be recomputed, null where it can.</param>
public sealed record StandardOpinion(Num Value, Num Standard, string Outcome, double Shortfall, double Scale, bool ReachesFloor, string Allowances, string? Unclear);

/// <summary>Works out the standards of school parts and the allowances that relax them.</summary>
internal sealed partial class StandardOpinions(Inputs inputs, EvaluationInputs more, SecondOpinion opinion)
{
    /// <summary>An indicator of a school part; null where no standard applies.</summary>
    public StandardOpinion? Of(SchemeInput scheme, string stage, IndicatorInput indicator, SchoolInput school)
    {
        if (inputs.Rule(scheme.Standards, stage, school.Place, indicator.Id) is not { } rule)
        {
            return null;
        }

        string? unclear = opinion.WhyHidden(school, SecondOpinion.Needs(scheme, stage, indicator));
        string sense = indicator.Higher ? "at_least" : "at_most";
        Num standard = rule.Value;
        string used = "";
        string? withheld = null; // an allowance that rests on what is withheld does not relax an indicator: nothing is left unclear
        Found found = Judge(indicator);
        if (found.Outcome == "not_met" && Holding(scheme, stage, school, indicator.Id, ref withheld) is { Count: > 0 } allowances)
        {
            IndicatorInput counted = indicator;
            foreach (AllowanceInput allowance in allowances)
            {
                if (allowance.Replaces.StartsWith("standard=", StringComparison.Ordinal))
                {
                    Num other = Num.Of(Number(allowance.Replaces["standard=".Length..]));
                    standard = SecondOpinion.Judge(standard.Value, other.Value, sense) == "met" ? other : standard;
                }
                else if (allowance.Replaces.Split("+=") is [_, var term] && term.Split('*') is var parts && opinion.Sum(school, parts[0].Replace("{stage}", stage, StringComparison.Ordinal)).IsKnown)
                {
                    counted = counted with { Terms = [.. counted.Terms, (parts[0], parts.Length > 1 ? Number(parts[1]) : 1)] };
                }
            }

            used = string.Join(' ', allowances.Select(a => a.Id));
            found = Judge(counted);
        }

        double wanted = standard.Value * opinion.Denominator(stage, indicator, school).Value;
        double floor = rule.Extra.Length == 0 ? double.NaN : indicator.Higher ? Number(rule.Extra) * standard.Value : standard.Value / Number(rule.Extra);
        return new StandardOpinion(
            found.Value,
            standard,
            found.Outcome,
            found.Outcome == "met" ? 0 : found.Outcome == "not_met" ? Math.Abs(wanted - found.Have) : double.NaN,
            Math.Abs(wanted),
            found.Value.IsKnown && (double.IsNaN(floor) || SecondOpinion.Judge(found.Value.Value, floor, sense) == "met"),
            used,
            unclear);

        Found Judge(IndicatorInput by)
        {
            Num value = opinion.Value(scheme, stage, by, school);
            return new Found(value, value.Why == 'z' ? "not_applicable" : SecondOpinion.Judge(value.Value, standard.Value, sense), opinion.Amount(scheme, stage, by, school).Value);
        }
    }

    private sealed record Found(Num Value, string Outcome, double Have);

    /// <summary>An item's threshold for a school: of each part its own, or the one of an allowance that asks for least; of several parts the strictest.</summary>
    public double Threshold(SchemeInput scheme, ItemInput item, SchoolInput school, IEnumerable<string> stages, string sense, ref string? unclear)
    {
        List<double> parts = [];
        foreach (string stage in stages.Where(s => item.Stage.Length == 0 || s == item.Stage))
        {
            double[] thresholds =
            [
                item.Threshold.Value,
                .. Holding(scheme, stage, school, item.Id, ref unclear).Where(a => a.Replaces.StartsWith("threshold=", StringComparison.Ordinal)).Select(a => Number(a.Replaces["threshold=".Length..])),
            ];
            parts.Add(sense == "at_most" ? thresholds.Max() : thresholds.Min());
        }

        return parts.Count == 0 ? item.Threshold.Value : sense == "at_most" ? parts.Min() : parts.Max();
    }

    private List<AllowanceInput> Holding(SchemeInput scheme, string stage, SchoolInput school, string target, ref string? unclear)
    {
        List<AllowanceInput> holding = [];
        foreach (AllowanceInput allowance in more.Allowances[scheme.Id])
        {
            if (allowance.AppliesTo != target || (allowance.Stage.Length > 0 && allowance.Stage != stage) || !inputs.Up(school.Place).Contains(allowance.Place))
            {
                continue;
            }

            bool holds = true;
            foreach (string condition in allowance.Conditions)
            {
                holds &= Holds(condition, stage, school, ref unclear);
            }

            if (holds)
            {
                holding.Add(allowance);
            }
        }

        return holding;
    }

    private bool Holds(string condition, string stage, SchoolInput school, ref string? unclear)
    {
        if (condition.Split(':') is [var word, var codes])
        {
            return codes.Split(',').Contains(word switch { "types" => school.Type, "urban" => school.UrbanRural, _ => school.Sponsor });
        }

        Match match = Comparing().Match(condition);
        if (!match.Success)
        {
            throw new DownloadException($"allowances.csv 损坏：条件“{condition}”读不懂。");
        }

        (double least, double most) = Known(match.Groups["name"].Value.Replace("{stage}", stage, StringComparison.Ordinal), stage, school, ref unclear);
        double number = Number(match.Groups["number"].Value);
        return match.Groups["sign"].Value switch
        {
            "<" => most < number,
            "<=" => most <= number,
            ">=" => least >= number,
            ">" => least > number,
            _ => least == number && most == number,
        };
    }

    private (double Least, double Most) Known(string name, string stage, SchoolInput school, ref string? unclear)
    {
        switch (name)
        {
            case "pupils":
                double sum = 0;
                foreach (string each in opinion.StagesOf(school))
                {
                    Num pupils = opinion.Sum(school, "pupils_" + each);
                    unclear = pupils.IsHidden ? unclear ?? opinion.WhyHidden(school, "pupils_" + each) : unclear;
                    sum += pupils.Value;
                }

                return (sum, sum);
            case "largest_class":
                if (more.Classes.GetValueOrDefault((school.Id, stage), []).Any(b => b.Classes.Why == 'c'))
                {
                    unclear ??= $"{school.Place} 的班额不予公布";
                }

                BandInput? largest = more.Classes.GetValueOrDefault((school.Id, stage), []).Where(b => b.Classes.Value > 0).MaxBy(b => b.From);
                return largest is null ? (double.NaN, double.NaN) : (largest.From, largest.To.IsKnown ? largest.To.Value : double.PositiveInfinity);
            default:
                Num number = opinion.Sum(school, name);
                unclear = number.IsHidden || (school.Words.GetValueOrDefault(name) == "c") ? unclear ?? opinion.WhyHidden(school, name) : unclear;
                return number.IsKnown ? (number.Value, number.Value)
                    : int.TryParse(school.Words.GetValueOrDefault(name), NumberStyles.None, CultureInfo.InvariantCulture, out int year) ? (year, year)
                    : (double.NaN, double.NaN);
        }
    }

    private static double Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out double number) ? number : throw new DownloadException($"“{text}”应是一个数。");

    [GeneratedRegex(@"\A(?<name>[a-z][a-z0-9_]*(?:\{stage\}[a-z0-9_]*)?)(?<sign><=|>=|<|>|=)(?<number>-?[0-9.]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Comparing();
}
