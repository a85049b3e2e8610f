using Portal.Domain.Data;
using Portal.Domain.Problems;
using Portal.Domain.Schemes;
using Portal.Sources.Files;
using Portal.Sources.Tables;
using Portal.Sources.Yaml;

namespace Portal.Sources.Readers;

/// <summary>Reads the items of a scheme (items.csv) and its gates (scheme.yaml), and holds them to each other.</summary>
internal sealed class ItemReader(Reading reading, Scheme scheme, Known known)
{
    /// <summary>Words of the rules as items.csv writes them, in the order of <see cref="ItemRule"/>.</summary>
    public static readonly string[] Rules =
        ["share", "ceiling", "rooms-per-classes", "classes-over", "growth", "compare", "score", "document", "recognised-years", "coefficient-history"];

    private static readonly ItemRule[] WithoutThreshold = [ItemRule.Compare, ItemRule.Score, ItemRule.Document];
    private static readonly ItemRule[] AtMost = [ItemRule.Ceiling, ItemRule.ClassesOver, ItemRule.CoefficientHistory];
    private readonly ItemInputs inputs = new(reading, scheme, known);

    // Of rows with a problem too: what names them is not told once more.
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> groups = new(StringComparer.Ordinal);

    /// <summary>True where a rule's threshold is the most there may be, so that a larger one is looser.</summary>
    public static bool IsAtMost(ItemRule rule) => AtMost.Contains(rule);

    /// <summary>Gates of scheme.yaml.</summary>
    public static IReadOnlyList<Gate> Gates(Reading reading, YamlMap yaml)
    {
        List<Gate> gates = [];
        foreach (YamlMap map in yaml.Maps("gates"))
        {
            string id = map.Needed("id");
            if (id.Length > 0 && (!CellRules.Id(reading, id, map.At("id")) || gates.Any(g => g.Id == id)))
            {
                map.Bad("id", id, "不重复的编号");
            }

            if (!map.Has("kind"))
            {
                map.Needed("kind");
            }

            GateKind kind = map.OneOf("kind", "standards", "coefficients", "items", "satisfaction") switch
            {
                "coefficients" => GateKind.Coefficients,
                "items" => GateKind.Items,
                "satisfaction" => GateKind.Satisfaction,
                _ => GateKind.Standards,
            };
            IReadOnlyList<string> groups = map.Words("groups");
            if (groups.Count > 0 != (kind == GateKind.Items))
            {
                map.Bad("groups", string.Join(' ', groups), "items 关口的组，别的关口不写");
            }

            gates.Add(new Gate(id, map.Needed("label"), kind, groups));
            map.Close();
        }

        return gates;
    }

    /// <summary>Items in order of the table, which is the order of the documents.</summary>
    /// <param name="files">The set's own file, or the common one.</param>
    /// <param name="common">The common file.</param>
    /// <param name="yaml">scheme.yaml, for the gates' lines.</param>
    public IReadOnlyList<Item> Items(TableFiles? files, TableFiles? common, YamlMap yaml)
    {
        List<Dated<Item>> rows = Read(files);
        List<Dated<Item>> country = files == common ? rows : [.. rows, .. Read(common)];
        DatedRows.Check(reading, rows, country, LooserThan);
        CheckSame(rows, country);
        CheckOthers(rows);
        CheckGates(rows, yaml);
        known.ItemIds[scheme.Id.Value] = new KnownWords(ids);
        known.Items[scheme.Id.Value] = [.. rows.Select(r => r.Rule)];
        return known.Items[scheme.Id.Value];
    }

    private List<Dated<Item>> Read(TableFiles? files)
    {
        List<Dated<Item>> rows = [];
        Table table = Table.Read(reading, Definitions.Items, files, known);
        ids.UnionWith(table.All.Select(r => r.Text("item")));
        groups.UnionWith(table.All.Select(r => r.Text("group")));
        foreach (TableRow row in table.Rows)
        {
            string stage = row.Text("stage");
            if (stage.Length > 0 && scheme.Stages.All(s => s.Id.Value != stage))
            {
                reading.Reject(ProblemKinds.UnknownStage, row.At("stage"), stage, string.Join(' ', scheme.Stages.Select(s => s.Id.Value)));
                continue;
            }

            ItemRule rule = row.Choice("rule", Enum.GetValues<ItemRule>());
            IReadOnlyList<ItemToken>? tokens = inputs.Read(row);
            if (!HasItsNumbers(row, rule) || tokens is null || !DatedRows.IsInOrder(reading, row))
            {
                continue;
            }

            Item item = new(
                new ItemId(row.Text("item")), row.Text("group"), (int)row.Whole("order")!.Value, row.Text("label"), rule, tokens, stage.Length > 0 ? new StageId(stage) : null,
                new PlaceCode(row.Text("place")), row.Day("from")!.Value, row.Day("until"), row.Cell("threshold"), row.Text("unit"), row.Cell("points"), row.Text("veto") == "yes", row.Text("source"));
            rows.Add(new(item, item.Id.Value, item.Place.Value, item.From, item.Until, row));
        }

        return rows;
    }

    private bool HasItsNumbers(TableRow row, ItemRule rule)
    {
        bool good = true;
        if (row.Text("threshold").Length == 0 && !WithoutThreshold.Contains(rule))
        {
            reading.Add(ProblemKinds.MissingThreshold, row.At("threshold"), row.Text("rule"));
            good = false;
        }

        foreach ((string column, bool useless) in new[] { ("threshold", WithoutThreshold.Contains(rule)), ("points", rule != ItemRule.Score) })
        {
            if (useless && row.Text(column).Length > 0)
            {
                reading.Reject(ProblemKinds.UselessNumber, row.At(column), row.Text(column), row.Text("rule"), column);
                good = false;
            }
            else if (row.Cell(column).Value < 0)
            {
                reading.Reject(ProblemKinds.Negative, row.At(column), row.Text(column));
                good = false;
            }
        }

        if (rule is ItemRule.Growth or ItemRule.RecognisedYears && row.Text("threshold").Length > 0 && row.Whole("threshold") is null or > 99)
        {
            reading.Reject(ProblemKinds.NotWhole, row.At("threshold"), row.Text("threshold"));
            good = false;
        }

        return good;
    }

    private static (string Column, Cell Value)? LooserThan(Item own, Item nation)
    {
        bool looser = own.Rule == nation.Rule && own.Threshold.HasValue && nation.Threshold.HasValue
            && (AtMost.Contains(own.Rule) ? own.Threshold.Value > nation.Threshold.Value : own.Threshold.Value < nation.Threshold.Value);
        return looser ? ("threshold", nation.Threshold) : null;
    }

    // Rows of one item in other places and times: what it is must be the same, or figures of two places could not stand side by side.
    private void CheckSame(List<Dated<Item>> rows, List<Dated<Item>> all)
    {
        Dictionary<string, Dated<Item>> first = new(StringComparer.Ordinal);
        foreach (Dated<Item> row in all.OrderBy(r => r.Place, StringComparer.Ordinal).ThenBy(r => r.From))
        {
            first.TryAdd(row.Matter, row);
        }

        foreach (Dated<Item> row in rows)
        {
            Dated<Item> other = first[row.Matter];
            string? column = row.Rule.Group != other.Rule.Group ? "group"
                : row.Rule.Rule != other.Rule.Rule ? "rule"
                : row.Rule.Stage != other.Rule.Stage ? "stage"
                : row.Rule.Unit != other.Rule.Unit ? "unit"
                : other.Rule.Veto && !row.Rule.Veto ? "veto"
                : null;
            if (column is not null)
            {
                reading.Add(ProblemKinds.ItemChanged, row.Row.At(column), row.Matter, column, other.Row.Where.ToString());
            }
        }
    }

    // An input "item/input" takes what another item reports: without it this one would never be decided.
    private void CheckOthers(List<Dated<Item>> rows)
    {
        string[] reported = [.. rows.SelectMany(r => r.Rule.ReportedNames.Select(n => $"{r.Rule.Id}/{n}")).Distinct()];
        foreach (Dated<Item> row in rows)
        {
            foreach (string other in row.Rule.Inputs.Where(i => i.Key == ItemToken.Reported).SelectMany(i => i.Terms).Select(t => t.Column).Where(n => n.Contains('/', StringComparison.Ordinal) && !reported.Contains(n)))
            {
                // What is wrong with the other item's own row is told there.
                if (!ids.Contains(other[..other.IndexOf('/', StringComparison.Ordinal)]) || rows.Any(r => other.StartsWith(r.Rule.Id + "/", StringComparison.Ordinal)))
                {
                    reading.Reject(ProblemKinds.UnknownOtherInput, row.Row.At("inputs"), other, Nearest.To(other, reported));
                }
            }
        }
    }

    private void CheckGates(List<Dated<Item>> rows, YamlMap yaml)
    {
        HashSet<string> used = [.. scheme.Gates.SelectMany(g => g.Groups)];
        foreach (Gate gate in scheme.Gates)
        {
            foreach (string group in gate.Groups.Where(g => !groups.Contains(g)))
            {
                reading.Reject(ProblemKinds.GateWithoutItems, yaml.At("gates"), group, gate.Id, Nearest.To(group, groups));
            }

            string? limit = gate.Kind == GateKind.Satisfaction ? "satisfaction" : rows.Any(r => r.Rule.Rule == ItemRule.Score && gate.Groups.Contains(r.Rule.Group)) ? "government" : null;
            if (limit is not null && scheme.Limits.All(l => l.What != limit || l.Stage is not null))
            {
                reading.Add(ProblemKinds.GateWithoutLimit, yaml.At("gates"), gate.Id, limit);
            }
        }

        foreach (Dated<Item> row in rows.Where(r => !used.Contains(r.Rule.Group)))
        {
            reading.Reject(ProblemKinds.ItemWithoutGate, row.Row.At("group"), row.Rule.Group);
        }
    }
}
