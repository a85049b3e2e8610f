namespace Portal.Verification;

/// <summary>Compares school-outcomes.csv, items.csv and verdicts.csv with the second opinion.</summary>
internal sealed class VerdictCheck(Package package, Inputs inputs, EvaluationInputs more, SecondOpinion opinion, StandardOpinions standards, CoefficientCheck coefficients, VerifyReport report)
{
    private readonly Dictionary<(string Scheme, string County), (List<ItemOpinion> Items, List<LineOpinion> Lines, LineOpinion Whole)> verdicts = [];

    /// <summary>Checks the schools' outcomes.</summary>
    public void Schools()
    {
        Dictionary<(string Scheme, string Stage, string School), (SchemeInput Scheme, PartOpinion Part)> expected = [];
        foreach (SchemeInput scheme in inputs.Schemes.Where(s => s.Standards.Count > 0))
        {
            foreach ((string stage, string county) in scheme.Stages.SelectMany(s => inputs.Counties.Keys.Select(c => (s, c))))
            {
                foreach (PartOpinion part in coefficients.Stage(scheme, stage, county).Parts)
                {
                    expected[(scheme.Id, stage, part.School.Id)] = (scheme, part);
                }
            }
        }

        foreach (Row row in package.Rows("school-outcomes", "release", "place", "school", "scheme", "stage", "met", "not_met", "not_reported", "outcome", "left_out", "nature"))
        {
            string key = $"{row["school"]} {row["scheme"]} {row["stage"]}";
            if (!expected.Remove((row["scheme"], row["stage"], row["school"]), out (SchemeInput Scheme, PartOpinion Part) known))
            {
                report.RowOf(row.File, row.Line, key, "有这一行", "没有，或者前面已有", []);
                continue;
            }

            SchoolInput school = known.Part.School;
            (string, int)[] from = [.. school.Hosted.Prepend(school).Select(s => s.At)];
            report.Text(row, "release", package.Release, key, []);
            report.Text(row, "place", school.Place, key, []);
            report.Text(row, "nature", coefficients.Nature(known.Scheme, school.Place), key, []);
            SchoolOpinion found = new GateOpinions(inputs, more, standards, coefficients, known.Scheme, school.Place).School(known.Part, row["stage"]);
            if (known.Part.Unclear is { } open)
            {
                report.Unclear(row, open, key, "left_out");
            }
            else
            {
                report.Text(row, "left_out", known.Part.OutOfStandards?.Reason ?? "", key, from);
            }

            if (found.Unclear is { } why)
            {
                report.Unclear(row, why, key, "met", "not_met", "not_reported", "outcome");
                continue;
            }

            report.Number(row, "met", found.Met, key, from);
            report.Number(row, "not_met", found.NotMet, key, from);
            report.Number(row, "not_reported", found.NotReported, key, from);
            report.Text(row, "outcome", found.Outcome, key, from);
        }

        Absent("school-outcomes.csv", expected.Keys.Select(k => $"{k.School} {k.Scheme} {k.Stage}"));
    }

    /// <summary>Checks the items.</summary>
    public void Items()
    {
        Dictionary<(string, string, string), ItemOpinion> expected = [];
        foreach ((SchemeInput scheme, string county) in Gated())
        {
            foreach (ItemOpinion item in Verdict(scheme, county).Items)
            {
                expected[(scheme.Id, county, item.Item.Id)] = item;
            }
        }

        foreach (Row row in package.Rows("items", "release", "place", "scheme", "item", "group", "value", "threshold", "unit", "outcome", "nature"))
        {
            string key = $"{row["place"]} {row["scheme"]} {row["item"]}";
            if (!expected.Remove((row["scheme"], row["place"], row["item"]), out ItemOpinion? item))
            {
                report.RowOf(row.File, row.Line, key, "有这一行", "没有，或者前面已有", []);
                continue;
            }

            Common(row, key);
            report.Text(row, "group", item.Item.Group, key, []);
            report.Number(row, "threshold", item.Item.Threshold, key, []);
            report.Text(row, "unit", item.Item.Unit, key, []);
            if (item.Unclear is { } why)
            {
                report.Unclear(row, why, key, "value", "outcome");
                continue;
            }

            report.Number(row, "value", item.Value, key, item.From, item.Item.Rule == "growth" ? 100 : 1);
            report.Text(row, "outcome", item.Outcome, key, item.From);
        }

        Absent("items.csv", expected.Keys.Select(k => $"{k.Item2} {k.Item1} {k.Item3}"));
    }

    /// <summary>Checks the gates and the whole.</summary>
    public void Gates()
    {
        Dictionary<(string, string, string, string), LineOpinion> expected = [];
        foreach ((SchemeInput scheme, string county) in Gated())
        {
            (_, List<LineOpinion> lines, LineOpinion whole) = Verdict(scheme, county);
            foreach (LineOpinion line in lines.Append(whole))
            {
                expected[(scheme.Id, county, line.Gate, line.Line.ToString(System.Globalization.CultureInfo.InvariantCulture))] = line;
            }
        }

        foreach (Row row in package.Rows("verdicts", "release", "place", "scheme", "gate", "line", "stage", "value", "of", "limit", "sense", "outcome", "nature"))
        {
            string key = $"{row["place"]} {row["scheme"]} {row["gate"]} {row["line"]}";
            if (!expected.Remove((row["scheme"], row["place"], row["gate"], row["line"]), out LineOpinion? line))
            {
                report.RowOf(row.File, row.Line, key, "有这一行", "没有，或者前面已有", []);
                continue;
            }

            Common(row, key);
            report.Text(row, "stage", line.Stage, key, []);
            if (line.Unclear is { } why)
            {
                Open(row, key, line, why);
                continue;
            }

            report.Number(row, "of", line.Of, key, line.From);
            report.Number(row, "limit", line.Limit, key, line.From);
            report.Text(row, "sense", line.Sense, key, line.From);
            report.Number(row, "value", line.Value, key, line.From, 1);
            report.Text(row, "outcome", line.Outcome, key, line.From);
        }

        Absent("verdicts.csv", expected.Keys.Select(k => $"{k.Item2} {k.Item1} {k.Item3} {k.Item4}"));
    }

    // What a line is held to is known even where the line is not, unless it is a number of schools or the worst of several limits.
    private void Open(Row row, string key, LineOpinion line, string why)
    {
        bool known = !double.IsNaN(line.Limit) && (double.IsNaN(line.Of) || (line.Stage.Length == 0 && line.Limit != line.Of));
        if (known)
        {
            report.Number(row, "limit", line.Limit, key, []);
            report.Text(row, "sense", line.Sense, key, []);
        }

        report.Unclear(row, why, key, known ? ["value", "of", "outcome"] : ["value", "of", "limit", "sense", "outcome"]);
    }

    private void Common(Row row, string key)
    {
        report.Text(row, "release", package.Release, key, []);
        report.Text(row, "nature", coefficients.Nature(inputs.Schemes.First(s => s.Id == row["scheme"]), row["place"]), key, []);
    }

    private void Absent(string file, IEnumerable<string> keys)
    {
        foreach (string key in keys)
        {
            report.RowOf(file, 0, key, "没有这一行", "应有", []);
        }
    }

    private IEnumerable<(SchemeInput Scheme, string County)> Gated() =>
        inputs.Counties.Keys.SelectMany(county => inputs.Schemes.Where(s => more.Gates[s.Id].Count > 0).Select(scheme => (scheme, county)));

    // A veto that is known to fail decides, and so does a line that is known to lack something, whatever cannot be recomputed beside it.
    private static string? WholeUnclear(List<ItemOpinion> items, List<LineOpinion> lines, bool vetoed) =>
        vetoed || (lines.Any(l => l.Unclear is null && l.Outcome == "not_reported") && !items.Any(i => i.Item.Veto && i.Unclear is not null))
            ? null
            : lines.Select(l => l.Unclear).FirstOrDefault(u => u is not null);

    private (List<ItemOpinion> Items, List<LineOpinion> Lines, LineOpinion Whole) Verdict(SchemeInput scheme, string county)
    {
        if (!verdicts.TryGetValue((scheme.Id, county), out var verdict))
        {
            List<ItemOpinion> items = new ItemOpinions(package, inputs, more, opinion, standards, scheme, county).All();
            List<LineOpinion> lines = new GateOpinions(inputs, more, standards, coefficients, scheme, county).Lines(items);
            bool vetoed = items.Any(i => i.Item.Veto && i.Fails);
            LineOpinion whole = new(
                "whole", 1, "", double.NaN, double.NaN, double.NaN, "", vetoed ? "not_met" : GateOpinions.All(lines.Select(l => l.Outcome)),
                WholeUnclear(items, lines, vetoed), [.. lines.SelectMany(l => l.From).Distinct()]);
            verdicts[(scheme.Id, county)] = verdict = (items, lines, whole);
        }

        return verdict;
    }
}
