using Portal.Domain.Data;
using Portal.Domain.Schemes;

namespace Portal.Domain.Evaluation;

/// <summary>What each gate of a scheme comes to in a county, line by line.</summary>
internal static class Gates
{
    /// <summary>The lines of a gate.</summary>
    public static IEnumerable<GateLine> Lines(CountyData county, Gate gate, IReadOnlyList<ItemResult> items) => gate.Kind switch
    {
        GateKind.Standards => [Standards(county, gate)],
        GateKind.Coefficients => county.Scheme.Stages.SelectMany(s => Coefficients(county, gate, s)),
        GateKind.Items => Items(county, gate, [.. items.Where(i => gate.Groups.Contains(i.Item.Group))]),
        GateKind.Satisfaction => [Satisfaction(county, gate)],
        _ => throw new ArgumentOutOfRangeException(nameof(gate), gate.Kind, "No such gate."),
    };

    // Every school part in scope keeps the school rule (rules.md §1.1, §2.2).
    private static GateLine Standards(CountyData county, Gate gate)
    {
        List<Outcome> outcomes = [];
        List<string> missing = [];
        List<string> failing = [];
        string source = "";
        foreach (Stage stage in county.Scheme.Stages)
        {
            StageScope scope = StageScope.Of(county.Release, county.Scheme, county.PartsOf(stage.Id), Scope.Standards);
            StageStandards asked = StageStandards.Of(county.Dataset, county.Release, county.Scheme, stage.Id, county.County);
            bool anyStandard = asked.Indicators.Any(i => i.Standard is not null);
            foreach (SchoolPart part in scope.Unknown)
            {
                outcomes.Add(Outcome.NotReported);
                missing.Add($"{Name(part, stage)}（学生数）");
            }

            foreach (SchoolPart part in scope.In)
            {
                // The first school's first standard names the source; it may be an allowance's.
                source = source.Length > 0 || !anyStandard ? source : SchoolResult.Compute(asked, part, null).Judged.First().Standard!.Source;
                Outcome outcome = SchoolResult.OutcomeInScope(asked, part);
                outcomes.Add(outcome);
                if (outcome == Outcome.NotReported)
                {
                    missing.Add(Name(part, stage));
                }
                else if (outcome == Outcome.NotMet)
                {
                    failing.Add(Name(part, stage));
                }
            }
        }

        int of = outcomes.Count(o => o != Outcome.NotApplicable);
        if (of == 0 && outcomes.Count > 0)
        {
            return new GateLine(gate, null, Outcome.NotReported, double.NaN, double.NaN, double.NaN, Sense.AtLeast, "", ["本省的办学标准"], []);
        }

        return new GateLine(gate, null, Outcomes.All(outcomes), of == 0 ? double.NaN : outcomes.Count(o => o == Outcome.Met), of, of, Sense.AtLeast, source, missing, failing);
    }

    // The composite against its limit, and each single coefficient that has one against its own: then the one with the least margin stands for all.
    private static IEnumerable<GateLine> Coefficients(CountyData county, Gate gate, Stage stage)
    {
        StageResult? result = county.Coefficients(county.Release.Id, county.Scheme.Id, stage.Id);
        if (result is not { Comparable: true })
        {
            yield return new GateLine(gate, stage.Id, Outcome.NotApplicable, double.NaN, result?.Schools ?? 0, double.NaN, Sense.AtMost, "", [], []);
            yield break;
        }

        if (result.Composite is { Limit: { } limit } composite)
        {
            yield return new GateLine(
                gate, stage.Id, composite.Outcome, composite.Value, double.NaN, limit.Value.Value, limit.Sense, limit.Source,
                composite.Outcome == Outcome.NotReported ? [$"{stage.Label}综合差异系数"] : [],
                composite.Outcome == Outcome.NotMet ? [Over(county.Scheme, stage, composite)] : []);
        }

        IndicatorResult[] singles = [.. result.Indicators.Where(i => i.Limit is not null)];
        if (singles.Length > 0)
        {
            IndicatorResult worst = singles.Where(s => s.HasValue).MinBy(s => s.Margin) ?? singles[0];
            yield return new GateLine(
                gate, stage.Id, Outcomes.All(singles.Select(s => s.Outcome)), worst.Value, singles.Length, worst.Limit!.Value.Value, worst.Limit.Sense, worst.Limit.Source,
                [.. singles.Where(s => s.Outcome == Outcome.NotReported).Select(s => $"{stage.Label}{county.Scheme.Label(s.Indicator)}的差异系数")],
                [.. singles.Where(s => s.Outcome == Outcome.NotMet).Select(s => Over(county.Scheme, stage, s))]);
        }
    }

    private static string Over(Scheme scheme, Stage stage, IndicatorResult result) =>
        $"{stage.Label}{scheme.Label(result.Indicator)} {Comparison.Print(result.Value, 3, result.Limit!.Value.Value, result.Limit.Sense)}";

    // Points are added up against the limit `government`; what has no points must be met.
    private static IEnumerable<GateLine> Items(CountyData county, Gate gate, ItemResult[] items)
    {
        ItemResult[] scored = [.. items.Where(i => i.Item.Rule == ItemRule.Score)];
        if (scored.Length > 0)
        {
            yield return Points(county, gate, scored) with { InPoints = true };
        }

        ItemResult[] judged = [.. items.Except(scored)];
        if (judged.Length > 0 || scored.Length == 0)
        {
            int of = judged.Count(i => i.Outcome != Outcome.NotApplicable);
            bool vetoed = judged.Any(i => i.Item.Veto && i.Failing.Count > 0);
            yield return new GateLine(
                gate, null, vetoed ? Outcome.NotMet : Outcomes.All(judged.Select(i => i.Outcome)), of == 0 ? double.NaN : judged.Count(i => i.Outcome == Outcome.Met), of, of, Sense.AtLeast,
                county.Scheme.Document, [.. judged.SelectMany(i => i.NotReported)], [.. judged.Where(i => i.Failing.Count > 0).Select(i => i.Item.Label)]);
        }
    }

    private static GateLine Points(CountyData county, Gate gate, ItemResult[] scored)
    {
        double sum = scored.Where(i => !double.IsNaN(i.Value)).Sum(i => i.Value);
        double most = scored.Sum(i => i.Item.Points.Value);
        Limit? limit = county.Scheme.LimitOn("government", county.Path, county.Release.RuleDate);
        string[] missing = [.. scored.SelectMany(i => i.NotReported)];
        bool unset = scored.Any(i => !i.Item.Points.HasValue);
        if (limit is null || missing.Length > 0)
        {
            // What the missing items could still bring is known, so a sum that cannot reach the limit is told.
            double reach = sum + scored.Where(i => double.IsNaN(i.Value) && i.Outcome == Outcome.NotReported).Sum(i => i.Item.Points.Value);
            bool fails = limit is not null && !unset && !Comparison.Holds(reach, limit.Value.Value, limit.Sense);
            return new GateLine(
                gate, null, limit is null && missing.Length == 0 ? Outcome.NotApplicable : Outcome.NotReported, double.NaN, most, limit?.Value.Value ?? double.NaN, Sense.AtLeast, limit?.Source ?? "",
                unset ? [gate.Label + "：没有本省的分值"] : missing,
                fails ? [$"没有报的各项即使都得满分，也只有 {Comparison.PrintShort(reach, 2, limit!.Value.Value, limit.Sense)} 分"] : []);
        }

        Outcome outcome = Comparison.Judge(sum, limit.Value.Value, limit.Sense);
        return new GateLine(
            gate, null, outcome, sum, most, limit.Value.Value, limit.Sense, limit.Source, [],
            outcome == Outcome.NotMet ? [$"{gate.Label} {Comparison.PrintShort(sum, 2, limit.Value.Value, limit.Sense)} 分"] : []);
    }

    // Satisfied ÷ valid over the groups of the gate's survey (rules.md §4), in percent.
    private static GateLine Satisfaction(CountyData county, Gate gate)
    {
        Limit? limit = county.Scheme.LimitOn("satisfaction", county.Path, county.Release.RuleDate);
        Survey? survey = county.Release.SurveysOf(county.County).FirstOrDefault(s => s.Gate && s.Scheme == county.Scheme.Id);
        SurveyGroup[] groups = survey is null ? [] : [.. county.Release.GroupsOf(survey)];
        double valid = groups.Sum(g => g.Valid.Value);
        double rate = groups.Length == 0 || !(valid > 0) ? double.NaN : groups.Sum(g => g.Satisfied.Value) / valid * 100;
        SurveyDisclosure? disclosure = survey is null ? null : SurveyDisclosure.Of(county.Dataset, survey);
        bool withheld = disclosure is { Whole: false };
        Outcome outcome = limit is null ? Outcome.NotApplicable : Comparison.Judge(disclosure is { TooFew: true } ? double.NaN : rate, limit.Value.Value, limit.Sense);
        return new GateLine(
            gate, null, outcome, withheld ? double.NaN : rate, double.IsNaN(rate) ? double.NaN : valid, limit?.Value.Value ?? double.NaN, limit?.Sense ?? Sense.AtLeast, limit?.Source ?? "",
            outcome == Outcome.NotReported ? [gate.Label + (survey is null ? "调查" : disclosure is { TooFew: true } ? "（有效问卷太少，不予公布）" : "调查的份数")] : [],
            outcome == Outcome.NotMet ? [withheld ? gate.Label : $"{gate.Label} {Comparison.Print(rate, 1, limit!.Value.Value, limit.Sense)}%"] : [])
        {
            IsWithheld = withheld,
        };
    }

    private static string Name(SchoolPart part, Stage stage) => part.School.Name + (part.Stages.Count > 1 ? $"（{stage.Label}部）" : "");
}
