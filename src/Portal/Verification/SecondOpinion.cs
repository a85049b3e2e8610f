namespace Portal.Verification;

/// <summary>A school's part in a stage, as worked out from the downloads.</summary>
/// <param name="School">School.</param>
/// <param name="Pupils">Pupils of the stage.</param>
/// <param name="OutOfCoefficient">Why it is outside the coefficients, null where it is inside.</param>
/// <param name="OutOfStandards">Why its standards do not count.</param>
/// <param name="OutOfItems">Why items do not look at it.</param>
/// <param name="Unclear">Why it cannot be said whether it is inside, null where it can.</param>
public sealed record PartOpinion(
    SchoolInput School, Num Pupils, (string By, string Reason)? OutOfCoefficient, (string By, string Reason)? OutOfStandards, (string By, string Reason)? OutOfItems, string? Unclear);

/// <summary>What an indicator comes to in a county's stage.</summary>
/// <param name="Schools">Schools that enter.</param>
/// <param name="Missing">Schools in scope without a value.</param>
/// <param name="Mean">Mean; NaN where there is none.</param>
/// <param name="Deviation">Standard deviation.</param>
/// <param name="Coefficient">Coefficient.</param>
/// <param name="Limit">Limit that applies.</param>
/// <param name="Outcome">Outcome.</param>
/// <param name="Unclear">Why it cannot be worked out, null where it can.</param>
public sealed record IndicatorOpinion(int Schools, int Missing, double Mean, double Deviation, double Coefficient, RuleInput? Limit, string Outcome, string? Unclear);

/// <summary>A county's stage.</summary>
public sealed record StageOpinion(IReadOnlyList<PartOpinion> Parts, int Counted, int Unknown, double Pupils, bool Comparable, string? Unclear, IReadOnlyDictionary<string, IndicatorOpinion> Indicators);

/// <summary>
/// Works every result out again from the downloads, by its own short path: rules.md §1.3 in the relative form
/// CV = √(Σ P (x/P ÷ X̄ − 1)² ÷ ΣP). It shares no code with the portal's own arithmetic, or it would agree with its mistakes.
/// </summary>
public sealed class SecondOpinion(Inputs inputs)
{
    /// <summary>Slack of comparisons with a limit (data of the scheme's documents do not say; README.txt of the downloads does).</summary>
    private const double Slack = 1e-12;

    /// <summary>The parts of a county's schools in a stage.</summary>
    public IReadOnlyList<PartOpinion> Parts(SchemeInput scheme, string stage, string county)
    {
        List<PartOpinion> parts = [];
        foreach (SchoolInput school in inputs.Counties.GetValueOrDefault(county, []))
        {
            if (HasPart(school, stage))
            {
                string? unclear = null;
                var coefficient = Outside(scheme, stage, school, "coefficient", ref unclear);
                var standards = Outside(scheme, stage, school, "standards", ref unclear);
                var items = Outside(scheme, stage, school, "items", ref unclear);
                Num pupils = Sum(school, "pupils_" + stage);
                if (coefficient is null && pupils.IsHidden)
                {
                    unclear ??= WhyHidden(school, "pupils_" + stage);
                }
                else if (coefficient is null && pupils is { IsKnown: true, Value: <= 0 })
                {
                    coefficient = ("empty", "本学段当年无学生");
                }

                parts.Add(new PartOpinion(school, pupils, coefficient, standards, items, unclear));
            }
        }

        return parts;
    }

    /// <summary>True where the school, or a row that it counts, has the stage.</summary>
    public bool HasPart(SchoolInput school, string stage) => !inputs.IsCountedElsewhere(school) && (Has(school.Type, stage) || school.Hosted.Any(h => Has(h.Type, stage)));

    /// <summary>True where items do not look at a school's part.</summary>
    public bool IsOutOfItems(SchemeInput scheme, string stage, SchoolInput school)
    {
        string? unclear = null;
        return Outside(scheme, stage, school, "items", ref unclear) is not null;
    }

    /// <summary>A column of a row alone.</summary>
    public Num Own(SchoolInput row, string column) => inputs.Columns.TryGetValue(column, out int at) ? row.Numbers[at] : Num.Without(Num.Blank);

    /// <summary>A county's stage with its coefficients.</summary>
    public StageOpinion Stage(SchemeInput scheme, string stage, string county)
    {
        IReadOnlyList<PartOpinion> parts = Parts(scheme, stage, county);
        PartOpinion[] into = [.. parts.Where(p => p.OutOfCoefficient is null && p.Pupils.IsKnown)];
        int unknown = parts.Count(p => p.OutOfCoefficient is null && !p.Pupils.IsKnown);
        string? unclear = parts.FirstOrDefault(p => p.Unclear is not null)?.Unclear;
        bool comparable = into.Length + unknown >= scheme.MinSchools;
        Dictionary<string, IndicatorOpinion> indicators = new(StringComparer.Ordinal);
        foreach (IndicatorInput indicator in scheme.Coefficients)
        {
            RuleInput? limit = inputs.Rule(scheme.Limits, stage, county, indicator.Id, "each");
            indicators[indicator.Id] = Indicator(scheme, stage, indicator, into, unknown, limit, unclear);
        }

        if (scheme.Composite)
        {
            IndicatorOpinion[] all = [.. scheme.Coefficients.Select(i => indicators[i.Id])];
            double mean = all.Length == 0 ? double.NaN : all.Average(i => i.Coefficient);
            int missing = all.Select(i => i.Missing).DefaultIfEmpty(0).Max();
            RuleInput? limit = inputs.Rule(scheme.Limits, stage, county, "composite");
            indicators["composite"] = new IndicatorOpinion(
                all.Select(i => i.Schools).DefaultIfEmpty(0).Min(), missing, double.NaN, double.NaN, mean, limit, Against(mean, missing, limit), all.FirstOrDefault(i => i.Unclear is not null)?.Unclear);
        }

        return new StageOpinion(parts, into.Length, unknown, into.Sum(p => p.Pupils.Value), comparable, unclear, indicators);
    }

    /// <summary>A school's per-pupil value of an indicator.</summary>
    public Num Value(SchemeInput scheme, string stage, IndicatorInput indicator, SchoolInput school)
    {
        Num amount = Amount(scheme, stage, indicator, school);
        Num pupils = Denominator(stage, indicator, school);
        return !amount.IsKnown ? amount : !pupils.IsKnown ? pupils : pupils.Value > 0 ? Num.Of(amount.Value / pupils.Value) : Num.Without('z');
    }

    /// <summary>A school's amount: the sum of its columns, and of a shared one the stage's share.</summary>
    public Num Amount(SchemeInput scheme, string stage, IndicatorInput indicator, SchoolInput school)
    {
        double sum = 0;
        foreach ((string column, double factor) in indicator.Terms)
        {
            Num number = Sum(school, Named(column, stage));
            if (!number.IsKnown)
            {
                return number;
            }

            sum += factor * number.Value;
        }

        Num share = indicator.Split ? Share(scheme, stage, school) : Num.Of(1);
        return share.IsKnown ? Num.Of(sum * share.Value) : share;
    }

    /// <summary>A school's denominator.</summary>
    public Num Denominator(string stage, IndicatorInput indicator, SchoolInput school)
    {
        Num number = Sum(school, Named(indicator.Per, stage));
        return number.IsKnown ? Num.Of(number.Value / indicator.PerHundred) : number;
    }

    /// <summary>A column of a school with the rows that are counted with it.</summary>
    public Num Sum(SchoolInput school, string column)
    {
        if (!inputs.Columns.TryGetValue(column, out int at))
        {
            return Num.Without(Num.Blank);
        }

        bool any = false;
        double sum = 0;
        foreach (Num number in school.Hosted.Select(h => h.Numbers[at]).Prepend(school.Numbers[at]))
        {
            if (number.Why == 'z')
            {
                continue;
            }

            if (!number.IsKnown)
            {
                return number;
            }

            any = true;
            sum += number.Value;
        }

        return any ? Num.Of(sum) : Num.Without('z');
    }

    /// <summary>The word for a value against a limit.</summary>
    public static string Judge(double value, double limit, string sense)
    {
        double slack = Slack * Math.Max(1, Math.Abs(limit));
        return double.IsNaN(value) ? "not_reported" : (sense == "at_most" ? value - limit <= slack : limit - value <= slack) ? "met" : "not_met";
    }

    /// <summary>Why the publisher withholds one of an indicator's columns in a county; null where it withholds none.</summary>
    public string? WhyHidden(SchoolInput school, params string[] columns)
    {
        foreach (string column in columns)
        {
            foreach (SchoolInput one in school.Hosted.Prepend(school))
            {
                if (inputs.Withheld.TryGetValue((one.Place, column), out string? reason))
                {
                    return $"{one.Place} 的 {column} 不予公布：{reason}";
                }
            }
        }

        return null;
    }

    /// <summary>Columns that an indicator needs in a stage.</summary>
    public static string[] Needs(SchemeInput scheme, string stage, IndicatorInput indicator) =>
        [.. indicator.Terms.Select(t => Named(t.Column, stage)), Named(indicator.Per, stage), .. indicator.Split ? scheme.Weights.Keys.Select(s => "pupils_" + s) : []];

    private IndicatorOpinion Indicator(SchemeInput scheme, string stage, IndicatorInput indicator, PartOpinion[] into, int unknown, RuleInput? limit, string? unclear)
    {
        List<(double Amount, double Pupils)> known = [];
        int missing = unknown;
        foreach (PartOpinion part in into)
        {
            Num amount = Amount(scheme, stage, indicator, part.School);
            Num pupils = Denominator(stage, indicator, part.School);
            char why = amount.IsKnown ? pupils.Why : amount.Why;
            if (why == Num.Hidden)
            {
                unclear ??= WhyHidden(part.School, Needs(scheme, stage, indicator)) ?? "输入不予公布";
            }
            else if (why == Num.Known && pupils.Value > 0)
            {
                known.Add((amount.Value, pupils.Value));
            }
            else if (why != 'z')
            {
                missing++;
            }
        }

        double all = known.Sum(k => k.Pupils);
        double mean = known.Count == 0 ? double.NaN : known.Sum(k => k.Amount) / all;
        double relative = Math.Sqrt(known.Sum(k => k.Pupils * Square((k.Amount / k.Pupils / mean) - 1)) / all);
        double coefficient = mean == 0 || known.Count == 0 ? double.NaN : relative;
        // Where the mean is 0 the relative form says nothing, and the deviation is that of the values themselves.
        double deviation = known.Count == 0 ? double.NaN : mean == 0 ? Math.Sqrt(known.Sum(k => k.Pupils * Square(k.Amount / k.Pupils)) / all) : relative * Math.Abs(mean);
        coefficient = mean < 0 ? -coefficient : coefficient;
        return new IndicatorOpinion(known.Count, missing, mean, deviation, coefficient, limit, Against(coefficient, missing, limit), unclear);
    }

    private static string Against(double value, int missing, RuleInput? limit) =>
        limit is null ? "not_applicable" : missing > 0 ? "not_reported" : Judge(value, limit.Value.Value, limit.Extra);

    private static double Square(double x) => x * x;

    private static string Named(string column, string stage) => column.Replace("{stage}", stage, StringComparison.Ordinal);

    private bool Has(string type, string stage) => inputs.Stages.TryGetValue(type, out string[]? stages) && stages.Contains(stage, StringComparer.Ordinal);

    /// <summary>Stages of a school and of the rows that are counted with it.</summary>
    public IReadOnlyList<string> StagesOf(SchoolInput school) =>
        [.. school.Hosted.Prepend(school).SelectMany(s => inputs.Stages.GetValueOrDefault(s.Type, [])).Distinct(StringComparer.Ordinal)];

    private Num Share(SchemeInput scheme, string stage, SchoolInput school)
    {
        IReadOnlyList<string> stages = StagesOf(school);
        if (stages.Count < 2)
        {
            return Num.Of(1);
        }

        double own = 0;
        double all = 0;
        foreach (string each in stages)
        {
            Num pupils = Sum(school, "pupils_" + each);
            if (!pupils.IsKnown)
            {
                return pupils;
            }

            double weighted = pupils.Value * scheme.Weights.GetValueOrDefault(each, 1);
            all += weighted;
            own += each == stage ? weighted : 0;
        }

        return all > 0 ? Num.Of(own / all) : Num.Without('z');
    }

    private (string By, string Reason)? Outside(SchemeInput scheme, string stage, SchoolInput school, string from, ref string? unclear)
    {
        foreach (OutsideInput rule in scheme.Outside)
        {
            if (!rule.From.Contains(from, StringComparer.Ordinal)
                || (rule.Types.Count > 0 && !rule.Types.Contains(school.Type, StringComparer.Ordinal))
                || (rule.Sponsors.Count > 0 && !rule.Sponsors.Contains(school.Sponsor, StringComparer.Ordinal)))
            {
                continue;
            }

            if (rule.PupilsBelow is not { } below)
            {
                return ("rule", rule.Reason);
            }

            double sum = 0;
            char why = Num.Known;
            foreach (string each in StagesOf(school))
            {
                Num pupils = Sum(school, "pupils_" + each);
                why = why == Num.Known ? pupils.Why : why;
                sum += pupils.IsKnown ? pupils.Value : 0;
            }

            if (why == Num.Hidden)
            {
                unclear ??= WhyHidden(school, [.. StagesOf(school).Select(s => "pupils_" + s)]);
            }
            else if (why == Num.Known && sum < below)
            {
                return ("rule", rule.Reason);
            }
        }

        return inputs.Decisions.TryGetValue((scheme.Id, stage, school.Id, from), out string? reason) ? ("decision", reason) : null;
    }
}
