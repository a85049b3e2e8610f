using Portal.Domain.Data;
using Portal.Domain.Problems;
using Portal.Domain.Schemes;
using Portal.Sources.Files;
using Portal.Sources.Tables;

namespace Portal.Sources.Readers;

/// <summary>Checks rows of government.csv against the items of their scheme, and surveys against each other.</summary>
/// <param name="reading">Run.</param>
/// <param name="known">What references may name.</param>
/// <param name="day">The day by which the release chooses dated rules.</param>
internal sealed class GovernmentRows(Reading reading, Known known, DateOnly day)
{
    private readonly Dictionary<(string Scheme, string Item), Item[]> rowsOfItems = [];
    private readonly Dictionary<Item, IReadOnlyList<string>> inputs = new(ReferenceEqualityComparer.Instance);

    /// <summary>True for a row that an item can take.</summary>
    public bool IsTaken(TableRow row)
    {
        if (!IsCounty(row) || !known.Items.TryGetValue(row.Text("scheme"), out IReadOnlyList<Item>? items))
        {
            return false;
        }

        KnownWords ids = known.ItemIds[row.Text("scheme")];
        if (!ids.Has(row.Text("item")))
        {
            reading.Reject(ProblemKinds.UnknownItem, row.At("item"), row.Text("item"), row.Text("scheme"), ids.NearestTo(row.Text("item")));
            return false;
        }

        Item[] same = RowsOf(row.Text("scheme"), row.Text("item"), items);
        if (same.Length == 0)
        {
            return false;
        }

        Item item = same.Length == 1 ? same[0] : known.PathUp(row.Text("place")).Select(place => same.Where(i => i.Place.Value == place && i.From <= day && (i.Until is null || day <= i.Until)).MaxBy(i => i.From))
            .FirstOrDefault(i => i is not null) ?? same[0];
        return IsInput(row, item) & (item.Rule == ItemRule.Score ? IsScore(row, item) : IsValue(row, item));
    }

    // An item may stand in several rows, for places and times; its rows are looked up once, not once for each county.
    private Item[] RowsOf(string scheme, string item, IReadOnlyList<Item> items)
    {
        if (!rowsOfItems.TryGetValue((scheme, item), out Item[]? rows))
        {
            rowsOfItems.Add((scheme, item), rows = [.. items.Where(i => i.Id.Value == item)]);
        }

        return rows;
    }

    /// <summary>Surveys of gates: with a scheme, one for each place.</summary>
    public void CheckGates(IReadOnlyList<TableRow> surveys)
    {
        Dictionary<(string, string), TableRow> gates = [];
        foreach (TableRow row in surveys.Where(r => r.Text("gate") == "yes"))
        {
            if (row.Text("scheme").Length == 0)
            {
                reading.Add(ProblemKinds.GateSurveyWithoutScheme, row.At("scheme"));
            }
            else if (IsCounty(row) && !gates.TryAdd((row.Text("place"), row.Text("scheme")), row))
            {
                reading.Add(ProblemKinds.TwoGateSurveys, row.At("gate"), gates[(row.Text("place"), row.Text("scheme"))].Where.ToString());
            }
        }
    }

    /// <summary>Groups of known surveys, without a row of all beside single groups.</summary>
    public void CheckGroups(IReadOnlyList<TableRow> groups, IReadOnlyList<TableRow> surveys)
    {
        KnownWords known = new(surveys.Select(s => s.Text("survey")));
        foreach (TableRow row in groups)
        {
            if (CellRules.Reference(reading, known, ProblemKinds.UnknownSurvey, row.Text("survey"), row.At("survey"))
                && row.Text("group") == "all" && groups.FirstOrDefault(g => g != row && g.Text("survey") == row.Text("survey")) is { } other)
            {
                reading.Add(ProblemKinds.AllBesideGroups, row.At("group"), other.Where.ToString());
            }
        }
    }

    private bool IsCounty(TableRow row)
    {
        if (known.Counties.Contains(row.Text("place")))
        {
            return true;
        }

        reading.Reject(ProblemKinds.NotACounty, row.At("place"), row.Text("place"));
        return false;
    }

    private bool IsInput(TableRow row, Item item)
    {
        string input = row.Text("input");
        if (!inputs.TryGetValue(item, out IReadOnlyList<string>? names))
        {
            inputs.Add(item, names = item.ReportedNames);
        }

        if (names.Contains(input))
        {
            return true;
        }

        reading.Reject(ProblemKinds.UnknownItemInput, row.At("input"), input, item.Id.Value, string.Join("、", names));
        return false;
    }

    private bool IsScore(TableRow row, Item item)
    {
        Cell score = row.Cell("score");
        if (row.Text("value").Length > 0)
        {
            return Reject(ProblemKinds.ValueNotTaken, row, "value", item.Id.Value, "score");
        }

        if (score.Value < 0)
        {
            return Reject(ProblemKinds.Negative, row, "score");
        }

        return !(score.Value > item.Points.Value) || Reject(ProblemKinds.ScoreAbovePoints, row, "score", item.Points.ToString());
    }

    private bool IsValue(TableRow row, Item item)
    {
        Cell value = row.Cell("value");
        if (row.Text("score").Length > 0)
        {
            return Reject(ProblemKinds.ValueNotTaken, row, "score", item.Id.Value, ItemReader.Rules[(int)item.Rule]);
        }

        if (value.Value < 0)
        {
            return Reject(ProblemKinds.Negative, row, "value");
        }

        return item.Rule != ItemRule.Document || !value.HasValue || value.Value is 0 or 1 || Reject(ProblemKinds.NotYesNo, row, "value");
    }

    private bool Reject(ProblemKind kind, TableRow row, string column, params string[] others)
    {
        reading.Reject(kind, row.At(column), row.Text(column), others);
        return false;
    }
}
