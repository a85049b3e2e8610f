namespace Portal.Verification;

/// <summary>Compares coefficients.csv with the second opinion, row by row, and looks for rows that are not there.</summary>
internal sealed class CoefficientCheck(Package package, Inputs inputs, SecondOpinion opinion, VerifyReport report)
{
    private const string Table = "coefficients";
    private readonly Dictionary<(string Scheme, string Stage, string County), StageOpinion> stages = [];

    /// <summary>A county's stage; worked out once.</summary>
    public StageOpinion Stage(SchemeInput scheme, string stage, string county)
    {
        if (!stages.TryGetValue((scheme.Id, stage, county), out StageOpinion? found))
        {
            stages[(scheme.Id, stage, county)] = found = opinion.Stage(scheme, stage, county);
        }

        return found;
    }

    /// <summary>computed or reference.</summary>
    public string Nature(SchemeInput scheme, string county) => scheme.AppliesToAll || inputs.OnTheRoad.Contains((county, scheme.Id)) ? "computed" : "reference";

    /// <summary>Checks the table.</summary>
    public void Run()
    {
        Dictionary<(string, string, string, string), (SchemeInput Scheme, string Stage, string County, string Indicator)> expected = [];
        foreach (string county in inputs.Counties.Keys)
        {
            foreach (SchemeInput scheme in inputs.Schemes)
            {
                foreach (string stage in scheme.Stages)
                {
                    foreach (string indicator in scheme.Coefficients.Select(i => i.Id).Concat(scheme.Composite ? ["composite"] : []))
                    {
                        expected[(scheme.Id, stage, county, indicator)] = (scheme, stage, county, indicator);
                    }
                }
            }
        }

        foreach (Row row in package.Rows(Table, "release", "place", "scheme", "stage", "indicator", "schools", "missing", "pupils", "mean", "standard_deviation", "coefficient", "limit", "sense", "outcome", "nature", "comparable"))
        {
            string key = $"{row["place"]} {row["scheme"]} {row["stage"]} {row["indicator"]}";
            if (expected.Remove((row["scheme"], row["stage"], row["place"], row["indicator"]), out var known))
            {
                Check(row, key, known.Scheme, Stage(known.Scheme, known.Stage, known.County), known.Indicator);
            }
            else
            {
                report.RowOf(row.File, row.Line, key, "有这一行", "没有，或者前面已有", []);
            }
        }

        foreach ((SchemeInput scheme, string stage, string county, string indicator) in expected.Values)
        {
            report.RowOf(Table + ".csv", 0, $"{county} {scheme.Id} {stage} {indicator}", "没有这一行", "应有", []);
        }
    }

    private void Check(Row row, string key, SchemeInput scheme, StageOpinion stage, string name)
    {
        IndicatorOpinion indicator = stage.Indicators[name];
        // Without a composite of its own parts: the rows of the schools in scope, and those that are counted with them.
        (string, int)[] from = [.. stage.Parts.Where(p => p.OutOfCoefficient is null).SelectMany(p => p.School.Hosted.Prepend(p.School)).Select(s => s.At)];
        report.Text(row, "release", package.Release, key, []);
        report.Text(row, "nature", Nature(scheme, row["place"]), key, []);
        if (stage.Unclear is { } why)
        {
            report.Unclear(row, why, key, "comparable", "schools", "missing", "pupils", "mean", "standard_deviation", "coefficient", "limit", "sense", "outcome");
            return;
        }

        report.Text(row, "comparable", stage.Comparable ? "yes" : "no", key, from);
        report.Number(row, "pupils", stage.Pupils, key, from);
        if (!stage.Comparable)
        {
            report.Number(row, "schools", stage.Counted, key, from);
            report.Number(row, "missing", stage.Unknown, key, from);
            foreach (string blank in new[] { "mean", "standard_deviation", "coefficient", "limit", "sense" })
            {
                report.Text(row, blank, "", key, from);
            }

            report.Text(row, "outcome", "not_applicable", key, from);
            return;
        }

        report.Number(row, "limit", indicator.Limit?.Value ?? Num.Without(Num.Blank), key, []);
        report.Text(row, "sense", indicator.Limit?.Extra ?? "", key, []);
        if (indicator.Unclear is { } reason)
        {
            report.Unclear(row, reason, key, "schools", "missing", "mean", "standard_deviation", "coefficient", "outcome");
            return;
        }

        report.Number(row, "schools", indicator.Schools, key, from);
        report.Number(row, "missing", indicator.Missing, key, from);
        report.Number(row, "mean", indicator.Mean, key, from);
        report.Number(row, "standard_deviation", indicator.Deviation, key, from, Math.Abs(indicator.Mean));
        report.Number(row, "coefficient", indicator.Coefficient, key, from, 1);
        report.Text(row, "outcome", indicator.Outcome, key, from);
    }
}
