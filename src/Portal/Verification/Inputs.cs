using System.Globalization;
using System.Text.Json;

namespace Portal.Verification;

/// <summary>A row of schools.csv.</summary>
public sealed class SchoolInput
{
    /// <summary>Row it stands in.</summary>
    public required (string File, int Line) At { get; init; }

    /// <summary>Id, place, type, sponsor and the school that counts the row.</summary>
    public required string Id { get; init; }

    /// <summary>County.</summary>
    public required string Place { get; init; }

    /// <summary>Type.</summary>
    public required string Type { get; init; }

    /// <summary>Sponsor.</summary>
    public required string Sponsor { get; init; }

    /// <summary>The school that counts this row, empty for none.</summary>
    public required string Host { get; init; }

    /// <summary>城乡类型.</summary>
    public required string UrbanRural { get; init; }

    /// <summary>Columns of words that conditions of allowances name.</summary>
    public required IReadOnlyDictionary<string, string> Words { get; init; }

    /// <summary>Numbers in the order of <see cref="Inputs.Columns"/>.</summary>
    public required Num[] Numbers { get; init; }

    /// <summary>Rows that are counted with this one.</summary>
    public List<SchoolInput> Hosted { get; } = [];
}

/// <summary>A rule by which a scheme leaves schools out.</summary>
public sealed record OutsideInput(string Reason, IReadOnlyList<string> Types, IReadOnlyList<string> Sponsors, double? PupilsBelow, IReadOnlyList<string> From);

/// <summary>An indicator.</summary>
/// <param name="Id">Id.</param>
/// <param name="Terms">Columns and factors; a name may hold <c>{stage}</c>.</param>
/// <param name="Per">Column of the denominator.</param>
/// <param name="PerHundred">What the denominator is divided by.</param>
/// <param name="Split">Whether it is divided between stages.</param>
/// <param name="Higher">Whether more is better.</param>
/// <param name="Use">coefficient, standard, both.</param>
public sealed record IndicatorInput(string Id, IReadOnlyList<(string Column, double Factor)> Terms, string Per, double PerHundred, bool Split, bool Higher, string Use);

/// <summary>A dated rule for a place: a limit or a standard.</summary>
/// <param name="Of">What it limits: indicator, composite, each.</param>
/// <param name="Stage">Stage.</param>
/// <param name="Place">Place for which it holds.</param>
/// <param name="From">First day.</param>
/// <param name="Value">Value as written.</param>
/// <param name="Extra">Sense of a limit, floor of a standard.</param>
public sealed record RuleInput(string Of, string Stage, string Place, string From, Num Value, string Extra);

/// <summary>A scheme as the downloads give it.</summary>
public sealed record SchemeInput(
    string Id, bool AppliesToAll, IReadOnlyList<string> Stages, IReadOnlyDictionary<string, double> Weights, IReadOnlyList<OutsideInput> Outside, int? MetAtLeast, bool Composite, int MinSchools,
    IReadOnlyList<IndicatorInput> Indicators, ILookup<(string Of, string Stage, string Place), RuleInput> Limits, ILookup<(string Of, string Stage, string Place), RuleInput> Standards)
{
    /// <summary>Indicators with a coefficient.</summary>
    public IEnumerable<IndicatorInput> Coefficients => Indicators.Where(i => i.Use is "coefficient" or "both");
}

/// <summary>All inputs of a release, read from its downloads.</summary>
public sealed class Inputs
{
    private readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);
    private readonly List<string> words = [];
    private readonly Dictionary<string, string> parents = new(StringComparer.Ordinal);

    /// <summary>Positions of the columns that are used.</summary>
    public IReadOnlyDictionary<string, int> Columns => columns;

    /// <summary>Stages by type.</summary>
    public Dictionary<string, string[]> Stages { get; } = new(StringComparer.Ordinal);

    /// <summary>Types that keep a row of their own although another school hosts them.</summary>
    public HashSet<string> TeachingPoints { get; } = new(StringComparer.Ordinal);

    /// <summary>Schools by county, in order of the table.</summary>
    public SortedDictionary<string, List<SchoolInput>> Counties { get; } = new(StringComparer.Ordinal);

    /// <summary>Schools by id.</summary>
    public Dictionary<string, SchoolInput> Schools { get; } = new(StringComparer.Ordinal);

    /// <summary>Why a column of a county is withheld.</summary>
    public Dictionary<(string Place, string Column), string> Withheld { get; } = [];

    /// <summary>Decisions by scheme, stage, school and what they leave it out of.</summary>
    public Dictionary<(string Scheme, string Stage, string School, string From), string> Decisions { get; } = [];

    /// <summary>Places and schemes with a step on the road to recognition.</summary>
    public HashSet<(string Place, string Scheme)> OnTheRoad { get; } = [];

    /// <summary>Schemes.</summary>
    public List<SchemeInput> Schemes { get; } = [];

    /// <summary>Reads them all.</summary>
    /// <exception cref="DownloadException">A file is missing or damaged.</exception>
    public static Inputs Read(Package package)
    {
        Inputs inputs = new();
        foreach (Row row in package.Rows("places", "code", "parent"))
        {
            inputs.parents[row["code"]] = row["parent"];
        }

        foreach (Row row in package.Rows("types", "type", "stages", "teaching_point"))
        {
            inputs.Stages[row["type"]] = row["stages"].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (row["teaching_point"] == "yes")
            {
                inputs.TeachingPoints.Add(row["type"]);
            }
        }

        foreach (Row row in package.Rows("withheld", "place", "column", "reason"))
        {
            inputs.Withheld[(row["place"], row["column"])] = row["reason"];
        }

        foreach (Row row in package.Rows("exclusions", "scheme", "stage", "school", "from", "by", "reason").Where(r => r["by"] == "decision"))
        {
            inputs.Decisions[(row["scheme"], row["stage"], row["school"], row["from"])] = row["reason"];
        }

        foreach (Row row in package.Rows("procedure", "place", "scheme"))
        {
            inputs.OnTheRoad.Add((row["place"], row["scheme"]));
        }

        inputs.Schemes.AddRange(package.Schemes.Select(id => Scheme(package, id)));
        foreach (Row row in package.Rows("columns", "column", "kind"))
        {
            if (row["kind"] == "text")
            {
                inputs.words.Add(row["column"]);
            }
            else
            {
                inputs.columns[row["column"]] = inputs.columns.Count;
            }
        }

        // Only words that a condition of an allowance asks for are kept.
        string conditions = string.Join(' ', package.Schemes.SelectMany(id => package.Rows($"scheme-{id}/allowances", "conditions")).Select(r => r["conditions"]));
        inputs.words.RemoveAll(word => !conditions.Contains(word, StringComparison.Ordinal));

        inputs.ReadSchools(package);
        return inputs;
    }

    /// <summary>A place and all above it, the nearest first.</summary>
    public IEnumerable<string> Up(string place)
    {
        // No tree is deeper than this; a circle in a damaged table ends.
        for (int steps = 0; place.Length > 0 && steps < 10; steps++)
        {
            yield return place;
            place = parents.GetValueOrDefault(place, "");
        }
    }

    /// <summary>True for a row that another school counts.</summary>
    public bool IsCountedElsewhere(SchoolInput school) => school.Host.Length > 0 && !TeachingPoints.Contains(school.Type);

    /// <summary>The rule for a matter: of the nearest place that has any, the latest.</summary>
    public RuleInput? Rule(ILookup<(string Of, string Stage, string Place), RuleInput> rules, string stage, string place, params string[] matters)
    {
        foreach (string up in Up(place))
        {
            foreach (string matter in matters)
            {
                if (rules[(matter, stage, up)].MaxBy(r => r.From, StringComparer.Ordinal) is { } rule)
                {
                    return rule;
                }
            }
        }

        return null;
    }

    private static readonly Dictionary<string, string> NoWords = [];

    private void ReadSchools(Package package)
    {
        string[] names = [.. columns.Keys];
        foreach (Row row in package.Rows("schools", ["school", "place", "type", "urban_rural", "sponsor", "hosted_by", .. names]))
        {
            string place = row["place"];
            SchoolInput school = new()
            {
                At = (row.File, row.Line),
                Id = row["school"],
                Place = place,
                Type = row["type"],
                Sponsor = row["sponsor"],
                Host = row["hosted_by"],
                UrbanRural = row["urban_rural"],
                Words = words.Count == 0 ? NoWords : words.ToDictionary(w => w, w => row[w], StringComparer.Ordinal),
                Numbers = Array.ConvertAll(names, name => row.Number(name) is { Why: 'c' } && Withheld.ContainsKey((place, name)) ? Num.Without(Num.Hidden) : row.Number(name)),
            };
            if (!Schools.TryAdd(school.Id, school))
            {
                throw new DownloadException(string.Create(CultureInfo.InvariantCulture, $"{row.File} 损坏：第 {row.Line} 行的学校 {school.Id} 前面已有一行。"));
            }

            if (!Counties.TryGetValue(place, out List<SchoolInput>? county))
            {
                Counties[place] = county = [];
            }

            county.Add(school);
        }

        foreach (SchoolInput school in Schools.Values.Where(IsCountedElsewhere))
        {
            Schools.GetValueOrDefault(school.Host)?.Hosted.Add(school);
        }
    }

    private static SchemeInput Scheme(Package package, string id)
    {
        string folder = $"scheme-{id}/";
        JsonElement json = package.Json(folder + "scheme.json");
        return Package.Asked(folder + "scheme.json", () => new SchemeInput(
            id,
            json.GetProperty("applies").GetString() == "all",
            [.. json.GetProperty("stages").EnumerateArray().Select(s => s.GetProperty("id").GetString()!)],
            json.GetProperty("weights").EnumerateObject().ToDictionary(w => w.Name, w => w.Value.GetDouble(), StringComparer.Ordinal),
            [.. json.GetProperty("outside").EnumerateArray().Select(o => new OutsideInput(
                o.GetProperty("reason").GetString()!,
                Words(o, "types"),
                Words(o, "sponsors"),
                o.TryGetProperty("pupils_below", out JsonElement below) ? below.GetDouble() : null,
                Words(o, "applies_to")))],
            json.GetProperty("school_rule").GetProperty("met_at_least") is { ValueKind: JsonValueKind.Number } least ? least.GetInt32() : null,
            json.GetProperty("composite").GetString() == "mean",
            json.GetProperty("min_schools").GetInt32(),
            [.. package.Rows(folder + "indicators", "indicator", "numerator", "per", "split", "better", "use").Select(Indicator)],
            package.Rows(folder + "limits", "stage", "what", "place", "from", "until", "limit", "sense").Where(r => Holds(r, package.RuleDate))
                .Select(r => new RuleInput(r["what"], r["stage"], r["place"], r["from"], r.Number("limit"), r["sense"])).ToLookup(r => (r.Of, r.Stage, r.Place)),
            package.Rows(folder + "standards", "indicator", "stage", "place", "from", "until", "value", "floor").Where(r => Holds(r, package.RuleDate))
                .Select(r => new RuleInput(r["indicator"], r["stage"], r["place"], r["from"], r.Number("value"), r.Raw("floor"))).ToLookup(r => (r.Of, r.Stage, r.Place))));
    }

    internal static string[] Words(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(w => w.GetString()!)];

    // Days are written as 2023-09-01: their order is the order of their letters.
    internal static bool Holds(Row row, string day) =>
        string.CompareOrdinal(row["from"], day) <= 0 && (row["until"].Length == 0 || string.CompareOrdinal(day, row["until"]) <= 0);

    private static IndicatorInput Indicator(Row row)
    {
        string[] per = row["per"].Split('/');
        return new IndicatorInput(
            row["indicator"],
            [.. Terms(row)],
            per[0].Trim(),
            per.Length > 1 ? Factor(row, per[1]) : 1,
            row["split"] == "yes",
            row["better"] == "higher",
            row["use"]);
    }

    private static IEnumerable<(string Column, double Factor)> Terms(Row row)
    {
        double sign = 1;
        foreach (string word in row["numerator"].Replace("+", " + ", StringComparison.Ordinal).Replace("-", " - ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word is "+" or "-")
            {
                sign = word == "-" ? -1 : 1;
                continue;
            }

            string[] term = word.Split('*');
            yield return (term[0], sign * (term.Length > 1 ? Factor(row, term[1]) : 1));
            sign = 1;
        }
    }

    private static double Factor(Row row, string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowTrailingWhite | NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out double factor) && factor > 0
            ? factor
            : throw new DownloadException(string.Create(CultureInfo.InvariantCulture, $"{row.File} 损坏：第 {row.Line} 行的“{text}”不是系数。"));
}
