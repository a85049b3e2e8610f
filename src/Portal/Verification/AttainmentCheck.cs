namespace Portal.Verification;

/// <summary>Compares attainment.csv and the rules in exclusions.csv with the second opinion.</summary>
internal sealed class AttainmentCheck(Package package, Inputs inputs, StandardOpinions standards, CoefficientCheck coefficients, VerifyReport report)
{
    private const string Table = "attainment";

    /// <summary>Checks which schools the rules leave out.</summary>
    public void Exclusions()
    {
        Dictionary<(string, string, string, string), (string By, string Reason, SchoolInput School)> expected = [];
        HashSet<string> open = new(StringComparer.Ordinal);
        foreach ((SchemeInput scheme, string stage, string county) in Everything())
        {
            foreach (PartOpinion part in coefficients.Stage(scheme, stage, county).Parts)
            {
                if (part.Unclear is not null)
                {
                    open.Add(part.School.Id);
                }

                if (part.OutOfCoefficient is { } coefficient)
                {
                    expected[(scheme.Id, stage, part.School.Id, "coefficient")] = (coefficient.By, coefficient.Reason, part.School);
                }

                if (part.OutOfStandards is { } standards)
                {
                    expected[(scheme.Id, stage, part.School.Id, "standards")] = (standards.By, standards.Reason, part.School);
                }

                if (part.OutOfItems is { } items)
                {
                    expected[(scheme.Id, stage, part.School.Id, "items")] = (items.By, items.Reason, part.School);
                }
            }
        }

        foreach (Row row in package.Rows("exclusions", "scheme", "stage", "school", "from", "by", "reason"))
        {
            string key = $"{row["school"]} {row["scheme"]} {row["stage"]} {row["from"]}";
            if (open.Contains(row["school"]))
            {
                report.Unclear(row, "不计入与否要看不予公布的学生数", key, "by", "reason");
                expected.Remove((row["scheme"], row["stage"], row["school"], row["from"]));
            }
            else if (expected.Remove((row["scheme"], row["stage"], row["school"], row["from"]), out var why))
            {
                report.Text(row, "by", why.By, key, [why.School.At]);
                report.Text(row, "reason", why.Reason, key, [why.School.At]);
            }
            else
            {
                report.RowOf(row.File, row.Line, key, "有这一行", "没有规定或决定不计入它", inputs.Schools.TryGetValue(row["school"], out SchoolInput? school) ? [school.At] : []);
            }
        }

        foreach (((string scheme, string stage, string school, string from), (string by, string reason, SchoolInput input)) in expected.Where(e => !open.Contains(e.Key.Item3)))
        {
            report.RowOf("exclusions.csv", 0, $"{school} {scheme} {stage} {from}", "没有这一行", $"应有（{by}：{reason}）", [input.At]);
        }
    }

    /// <summary>Checks the schools' standards.</summary>
    public void Run()
    {
        // Rows of a national release are many: what is expected is kept as one bit an indicator.
        Dictionary<(string Scheme, string Stage, string School), ulong> expected = [];
        Dictionary<string, SchemeInput> schemes = inputs.Schemes.ToDictionary(s => s.Id, StringComparer.Ordinal);
        foreach ((SchemeInput scheme, string stage, string county) in Everything())
        {
            ulong judged = 0;
            for (int i = 0; i < scheme.Indicators.Count; i++)
            {
                judged |= inputs.Rule(scheme.Standards, stage, county, scheme.Indicators[i].Id) is null ? 0 : 1UL << i;
            }

            foreach (PartOpinion part in judged == 0 ? [] : coefficients.Stage(scheme, stage, county).Parts)
            {
                expected[(scheme.Id, stage, part.School.Id)] = judged;
            }
        }

        foreach (Row row in package.Rows(Table, "release", "place", "school", "scheme", "stage", "indicator", "value", "standard", "floor", "county_mean", "outcome", "shortfall", "left_out", "allowances", "nature"))
        {
            string key = $"{row["school"]} {row["scheme"]} {row["stage"]} {row["indicator"]}";
            (string, string, string) part = (row["scheme"], row["stage"], row["school"]);
            SchemeInput? scheme = schemes.GetValueOrDefault(row["scheme"]);
            int at = scheme is null ? -1 : scheme.Indicators.ToList().FindIndex(i => i.Id == row["indicator"]);
            if (at < 0 || !expected.TryGetValue(part, out ulong left) || (left & (1UL << at)) == 0)
            {
                report.RowOf(row.File, row.Line, key, "有这一行", "没有，或者前面已有", []);
                continue;
            }

            expected[part] = left & ~(1UL << at);
            Check(row, key, scheme!, scheme!.Indicators[at], inputs.Schools[row["school"]]);
        }

        foreach (((string scheme, string stage, string school), ulong left) in expected.Where(e => e.Value != 0))
        {
            foreach (string indicator in schemes[scheme].Indicators.Where((_, i) => (left & (1UL << i)) != 0).Select(i => i.Id))
            {
                report.RowOf(Table + ".csv", 0, $"{school} {scheme} {stage} {indicator}", "没有这一行", "应有", [inputs.Schools[school].At]);
            }
        }
    }

    private void Check(Row row, string key, SchemeInput scheme, IndicatorInput indicator, SchoolInput school)
    {
        string stage = row["stage"];
        StageOpinion county = coefficients.Stage(scheme, stage, school.Place);
        PartOpinion part = county.Parts.First(p => p.School == school);
        (string, int)[] from = [.. school.Hosted.Prepend(school).Select(s => s.At)];
        RuleInput standard = inputs.Rule(scheme.Standards, stage, school.Place, indicator.Id)!;
        StandardOpinion found = standards.Of(scheme, stage, indicator, school)!;
        report.Text(row, "release", package.Release, key, []);
        report.Text(row, "place", school.Place, key, []);
        report.Text(row, "nature", coefficients.Nature(scheme, school.Place), key, []);
        report.Text(row, "floor", standard.Extra, key, []);
        if (part.Unclear is { } unclear)
        {
            report.Unclear(row, unclear, key, "left_out");
        }
        else
        {
            report.Text(row, "left_out", part.OutOfStandards?.Reason ?? "", key, from);
        }

        Mean(row, key, scheme, indicator, county);
        if (found.Value.IsHidden || found.Unclear is not null)
        {
            report.Unclear(row, found.Unclear ?? "输入不予公布", key, "value", "standard", "outcome", "shortfall", "allowances");
            return;
        }

        report.Number(row, "value", found.Value, key, from);
        report.Number(row, "standard", found.Standard, key, []);
        report.Text(row, "allowances", found.Allowances, key, from);
        report.Text(row, "outcome", found.Outcome, key, from);
        report.Number(row, "shortfall", found.Shortfall, key, from, found.Scale);
    }

    private void Mean(Row row, string key, SchemeInput scheme, IndicatorInput indicator, StageOpinion county)
    {
        IndicatorOpinion? mean = county.Comparable ? county.Indicators.GetValueOrDefault(indicator.Id) : null;
        if ((county.Unclear ?? mean?.Unclear) is { } reason)
        {
            report.Unclear(row, reason, key, "county_mean");
            return;
        }

        report.Number(row, "county_mean", mean?.Mean ?? double.NaN, key, county.Parts.Where(p => p.OutOfCoefficient is null).Select(p => p.School.At));
    }

    private IEnumerable<(SchemeInput Scheme, string Stage, string County)> Everything() =>
        inputs.Schemes.SelectMany(scheme => scheme.Stages.SelectMany(stage => inputs.Counties.Keys.Select(county => (scheme, stage, county))));
}
