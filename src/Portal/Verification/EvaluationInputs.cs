using System.Text.Json;

namespace Portal.Verification;

/// <summary>An item of a scheme.</summary>
public sealed record ItemInput(
    string Id, string Group, string Rule, IReadOnlyList<(string Key, string Text)> Words, string Stage, string Place, string From, Num Threshold, string Unit, Num Points, bool Veto)
{
    /// <summary>What follows a key, or null.</summary>
    public string? Word(string key) => Words.Where(w => w.Key == key).Select(w => w.Text).FirstOrDefault();

    /// <summary>Words that stand for a value: reported ones, columns, finance.</summary>
    public IEnumerable<(string Key, string Text)> Values => Words.Where(w => w.Key is "" or "column" or "finance");
}

/// <summary>A gate of a scheme.</summary>
public sealed record GateInput(string Id, string Kind, IReadOnlyList<string> Groups);

/// <summary>A number with the row that it stands in.</summary>
public sealed record Figure(Num Value, Num Score, (string File, int Line) At);

/// <summary>Classes of a size.</summary>
public sealed record BandInput(double From, Num To, Num Classes, (string File, int Line) At);

/// <summary>A group of the survey that a gate takes.</summary>
public sealed record GroupInput(string Survey, Num Valid, Num Satisfied, (string File, int Line) At);

/// <summary>A coefficient of an earlier period.</summary>
public sealed record PastInput(string Indicator, bool Comparable, double Missing, Num Coefficient, bool Closed, (string File, int Line) At);

/// <summary>What items and gates are judged from besides the schools.</summary>
public sealed class EvaluationInputs
{
    /// <summary>Items by scheme, in order of the table.</summary>
    public Dictionary<string, List<ItemInput>> Items { get; } = new(StringComparer.Ordinal);

    /// <summary>Allowances by scheme, those adopted nowhere too.</summary>
    public Dictionary<string, List<AllowanceInput>> Allowances { get; } = new(StringComparer.Ordinal);

    /// <summary>Gates by scheme.</summary>
    public Dictionary<string, List<GateInput>> Gates { get; } = new(StringComparer.Ordinal);

    /// <summary>What counties report.</summary>
    public Dictionary<(string Place, string Scheme, string Item, string Input), Figure> Government { get; } = [];

    /// <summary>Finance.</summary>
    public Dictionary<(string Place, string Measure, string Year, string Stage), Figure> Finance { get; } = [];

    /// <summary>Classes by school and stage.</summary>
    public Dictionary<(string School, string Stage), List<BandInput>> Classes { get; } = [];

    /// <summary>Groups of gates' surveys.</summary>
    public Dictionary<(string Place, string Scheme), List<GroupInput>> Groups { get; } = [];

    /// <summary>Steps on the road: step, day, row.</summary>
    public Dictionary<(string Place, string Scheme), List<(string Step, string Done, (string File, int Line) At)>> Steps { get; } = [];

    /// <summary>Coefficients of earlier periods.</summary>
    public Dictionary<(string Period, string Place, string Scheme, string Stage), List<PastInput>> History { get; } = [];

    /// <summary>Reads them all.</summary>
    public static EvaluationInputs Read(Package package)
    {
        EvaluationInputs inputs = new();
        foreach (string scheme in package.Schemes)
        {
            string folder = $"scheme-{scheme}/";
            JsonElement json = package.Json(folder + "scheme.json");
            inputs.Gates[scheme] = Package.Asked(folder + "scheme.json", () => json.GetProperty("gates").EnumerateArray()
                .Select(g => new GateInput(g.GetProperty("id").GetString()!, g.GetProperty("kind").GetString()!, Inputs.Words(g, "groups"))).ToList());
            inputs.Allowances[scheme] =
            [
                .. package.Rows(folder + "allowances", "allowance", "applies_to", "stage", "place", "from", "until", "conditions", "replaces").Where(r => Inputs.Holds(r, package.RuleDate))
                    .Select(r => new AllowanceInput(r["allowance"], r["applies_to"], r["stage"], r["place"], r["conditions"].Split(' ', StringSplitOptions.RemoveEmptyEntries), r["replaces"])),
            ];
            inputs.Items[scheme] =
            [
                .. package.Rows(folder + "items", "item", "group", "rule", "inputs", "stage", "place", "from", "until", "threshold", "unit", "points", "veto").Where(r => Inputs.Holds(r, package.RuleDate)).Select(Item),
            ];
        }

        foreach (Row row in package.Rows("government", "place", "scheme", "item", "input", "value", "score"))
        {
            inputs.Government[(row["place"], row["scheme"], row["item"], row["input"])] = new Figure(row.Number("value"), row.Number("score"), (row.File, row.Line));
        }

        foreach (Row row in package.Rows("finance", "place", "measure", "year", "stage", "value"))
        {
            inputs.Finance.TryAdd((row["place"], row["measure"], row["year"], row["stage"]), new Figure(row.Number("value"), Num.Without(Num.Blank), (row.File, row.Line)));
        }

        foreach (Row row in package.Rows("classes", "school", "stage", "from", "to", "classes"))
        {
            Add(inputs.Classes, (row["school"], row["stage"]), new BandInput(row.Number("from").Value, row.Number("to"), row.Number("classes"), (row.File, row.Line)));
        }

        foreach (Row row in package.Rows("survey-groups", "survey", "place", "scheme", "gate", "valid", "satisfied").Where(r => r["gate"] == "yes"))
        {
            Add(inputs.Groups, (row["place"], row["scheme"]), new GroupInput(row["survey"], row.Number("valid"), row.Number("satisfied"), (row.File, row.Line)));
        }

        foreach (Row row in package.Rows("procedure", "place", "scheme", "step", "done"))
        {
            Add(inputs.Steps, (row["place"], row["scheme"]), (row["step"], row["done"], (row.File, row.Line)));
        }

        inputs.ReadHistory(package);
        return inputs;
    }

    private void ReadHistory(Package package)
    {
        foreach (Row row in package.Rows("history", "release", "place", "scheme", "stage", "indicator", "missing", "standard_deviation", "coefficient", "comparable"))
        {
            string release = row["release"];
            int dot = release.LastIndexOf('.');
            Add(
                History,
                (dot < 0 ? release : release[..dot], row["place"], row["scheme"], row["stage"]),
                new PastInput(row["indicator"], row["comparable"] == "yes", row.Number("missing").Value, row.Number("coefficient"), row.Raw("standard_deviation") == "c", (row.File, row.Line)));
        }
    }

    private static void Add<TKey, T>(Dictionary<TKey, List<T>> to, TKey key, T item)
        where TKey : notnull
    {
        if (!to.TryGetValue(key, out List<T>? list))
        {
            to[key] = list = [];
        }

        list.Add(item);
    }

    private static ItemInput Item(Row row) => new(
        row["item"],
        row["group"],
        row["rule"],
        [.. row["inputs"].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word == "below" ? (word, word)
            : word.IndexOf(':', StringComparison.Ordinal) is var colon && colon < 0 ? ("", word) : (word[..colon], word[(colon + 1)..]))],
        row["stage"],
        row["place"],
        row["from"],
        row.Number("threshold"),
        row["unit"],
        row.Number("points"),
        row["veto"] == "yes");
}
