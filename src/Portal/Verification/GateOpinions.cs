namespace Portal.Verification;

/// <summary>A line of a gate.</summary>
public sealed record LineOpinion(string Gate, int Line, string Stage, double Value, double Of, double Limit, string Sense, string Outcome, string? Unclear, IReadOnlyList<(string File, int Line)> From);

/// <summary>What a school part comes to by the school rule.</summary>
public sealed record SchoolOpinion(int Met, int NotMet, int NotReported, string Outcome, string? Unclear);

/// <summary>Works out the gates of a scheme in a county.</summary>
internal sealed class GateOpinions(Inputs inputs, EvaluationInputs more, StandardOpinions standards, CoefficientCheck coefficients, SchemeInput scheme, string county)
{
    /// <summary>The lines of all gates.</summary>
    public List<LineOpinion> Lines(IReadOnlyList<ItemOpinion> items) =>
    [
        .. more.Gates[scheme.Id].SelectMany(gate => (gate.Kind switch
        {
            "standards" => [Standards(gate)],
            "coefficients" => scheme.Stages.SelectMany(s => Coefficients(gate, s)),
            "items" => Items(gate, [.. items.Where(i => gate.Groups.Contains(i.Item.Group))]),
            _ => [Satisfaction(gate)],
        }).Select((line, i) => line with { Line = i + 1 })),
    ];

    /// <summary>not_reported as soon as one is; else not_met where one is; else met where one is.</summary>
    public static string All(IEnumerable<string> outcomes)
    {
        string[] all = [.. outcomes];
        return Array.Find(["not_reported", "not_met", "met"], all.Contains) ?? "not_applicable";
    }

    /// <summary>A school part by the school rule.</summary>
    public SchoolOpinion School(PartOpinion part, string stage)
    {
        StandardOpinion[] judged = [.. scheme.Indicators.Select(i => standards.Of(scheme, stage, i, part.School)).OfType<StandardOpinion>()];
        int Count(string outcome) => judged.Count(j => j.Outcome == outcome);
        int missed = Count("not_met");
        int forgiven = scheme.MetAtLeast is { } least ? Math.Max(0, judged.Length - least) : 0;
        bool failing = missed > forgiven || judged.Any(j => j.Outcome == "not_met" && !j.ReachesFloor);
        bool counts = part.OutOfStandards is null && part.Pupils is not { IsKnown: true, Value: <= 0 } && judged.Any(j => j.Outcome != "not_applicable");
        string whole = !counts ? "not_applicable" : Count("not_reported") > 0 ? "not_reported" : failing ? "not_met" : "met";
        return new SchoolOpinion(Count("met"), missed, Count("not_reported"), whole, judged.Select(j => j.Unclear).FirstOrDefault(u => u is not null));
    }

    private LineOpinion Standards(GateInput gate)
    {
        List<string> outcomes = [];
        List<(string, int)> from = [];
        string? unclear = null;
        foreach (string stage in scheme.Stages)
        {
            foreach (PartOpinion part in coefficients.Stage(scheme, stage, county).Parts.Where(p => p.OutOfStandards is null && p.Pupils is not { IsKnown: true, Value: <= 0 }))
            {
                SchoolOpinion school = School(part, stage);
                unclear ??= part.Unclear ?? school.Unclear;
                outcomes.Add(part.Pupils.IsKnown ? school.Outcome : "not_reported");
                from.Add(part.School.At);
            }
        }

        int of = outcomes.Count(o => o != "not_applicable");
        return of == 0 && outcomes.Count > 0
            ? new LineOpinion(gate.Id, 1, "", double.NaN, double.NaN, double.NaN, "", "not_reported", unclear, from)
            : new LineOpinion(gate.Id, 1, "", of == 0 ? double.NaN : outcomes.Count(o => o == "met"), of, of, "at_least", All(outcomes), unclear, from);
    }

    private IEnumerable<LineOpinion> Coefficients(GateInput gate, string stage)
    {
        StageOpinion found = coefficients.Stage(scheme, stage, county);
        (string, int)[] from = [.. found.Parts.Where(p => p.OutOfCoefficient is null).Select(p => p.School.At)];
        if (!found.Comparable)
        {
            yield return new LineOpinion(gate.Id, 1, stage, double.NaN, found.Counted + found.Unknown, double.NaN, "", "not_applicable", found.Unclear, from);
            yield break;
        }

        if (scheme.Composite && found.Indicators["composite"] is { Limit: { } limit } composite)
        {
            yield return new LineOpinion(gate.Id, 1, stage, composite.Coefficient, double.NaN, limit.Value.Value, limit.Extra, composite.Outcome, composite.Unclear ?? found.Unclear, from);
        }

        IndicatorOpinion[] singles = [.. scheme.Coefficients.Select(i => found.Indicators[i.Id]).Where(i => i.Limit is not null)];
        if (singles.Length > 0)
        {
            IndicatorOpinion worst = singles.Where(s => !double.IsNaN(s.Coefficient)).MinBy(s => s.Limit!.Extra == "at_most" ? s.Limit.Value.Value - s.Coefficient : s.Coefficient - s.Limit.Value.Value) ?? singles[0];
            yield return new LineOpinion(
                gate.Id, 1, stage, worst.Coefficient, singles.Length, worst.Limit!.Value.Value, worst.Limit.Extra, All(singles.Select(s => s.Outcome)),
                singles.Select(s => s.Unclear).FirstOrDefault(u => u is not null) ?? found.Unclear, from);
        }
    }

    private IEnumerable<LineOpinion> Items(GateInput gate, ItemOpinion[] items)
    {
        ItemOpinion[] scored = [.. items.Where(i => i.Item.Rule == "score")];
        ItemOpinion[] judged = [.. items.Where(i => i.Item.Rule != "score")];
        if (scored.Length > 0)
        {
            RuleInput? limit = inputs.Rule(scheme.Limits, "", county, "government");
            bool missing = scored.Any(i => i.Missing);
            double sum = scored.Where(i => !double.IsNaN(i.Value)).Sum(i => i.Value);
            double value = limit is null || missing ? double.NaN : sum;
            yield return new LineOpinion(
                gate.Id, 1, "", value, scored.Sum(i => i.Item.Points.Value), limit?.Value.Value ?? double.NaN, limit is null ? "" : limit.Extra,
                missing ? "not_reported" : limit is null ? "not_applicable" : SecondOpinion.Judge(sum, limit.Value.Value, limit.Extra), null, [.. scored.SelectMany(i => i.From)]);
        }

        if (judged.Length > 0 || scored.Length == 0)
        {
            int of = judged.Count(i => i.Outcome != "not_applicable");
            bool vetoed = judged.Any(i => i.Item.Veto && i.Fails);
            yield return new LineOpinion(
                gate.Id, 1, "", of == 0 ? double.NaN : judged.Count(i => i.Outcome == "met"), of, of, "at_least", vetoed ? "not_met" : All(judged.Select(i => i.Outcome)),
                judged.Select(i => i.Unclear).FirstOrDefault(u => u is not null), [.. judged.SelectMany(i => i.From)]);
        }
    }

    private LineOpinion Satisfaction(GateInput gate)
    {
        RuleInput? limit = inputs.Rule(scheme.Limits, "", county, "satisfaction");
        List<GroupInput> groups = more.Groups.GetValueOrDefault((county, scheme.Id), []);
        groups = [.. groups.Where(g => g.Survey == groups[0].Survey)];
        double valid = groups.Sum(g => g.Valid.Value);
        double rate = groups.Count == 0 || !(valid > 0) ? double.NaN : 100 * groups.Sum(g => g.Satisfied.Value) / valid;
        string? unclear = groups.Any(g => g.Satisfied.Why == 'c') ? $"{county} 的调查有群体太小，满意的份数不予公布" : null;
        return new LineOpinion(
            gate.Id, 1, "", rate, double.IsNaN(rate) ? double.NaN : valid, limit?.Value.Value ?? double.NaN, limit?.Extra ?? "",
            limit is null ? "not_applicable" : SecondOpinion.Judge(rate, limit.Value.Value, limit.Extra), unclear, [.. groups.Select(g => g.At)]);
    }
}
