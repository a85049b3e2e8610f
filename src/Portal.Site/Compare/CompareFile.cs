using System.Buffers;
using System.Text.Json;
using Portal.Domain.Data;
using Portal.Site.Downloads;
using Portal.Site.Pages;

namespace Portal.Site.Compare;

/// <summary>A cell of the compare page, in words.</summary>
/// <param name="Key">Key of the row: the same in all files where the same thing is meant.</param>
/// <param name="Group">What the row belongs to: scheme, stage, and whose figure it is.</param>
/// <param name="Label">Row.</param>
/// <param name="Address">Page that explains the row, empty where there is none.</param>
/// <param name="Value">Value with its unit, or why there is none.</param>
/// <param name="Limit">Standard or limit, may be empty.</param>
/// <param name="Shape">Shape of the mark, empty where nothing is judged.</param>
/// <param name="Word">Word of the mark.</param>
/// <param name="Fixes">Errata of the cells.</param>
public sealed record CompareCell(string Key, string Group, string Label, string Address, string Value, string Limit, string Shape, string Word, IReadOnlyList<Fix> Fixes)
{
    /// <summary>What is missing, in real units: 还差 140 m²; of a scheme that was not applied for the distance, 差 1,951 m². May be empty.</summary>
    public string Gap { get; init; } = "";

    /// <summary>Seal of the group: 认, 算 or 距; empty for what nobody judges.</summary>
    public string Seal { get; init; } = "";
}

/// <summary>A school or county with its cells.</summary>
/// <param name="Id">Code.</param>
/// <param name="Name">Name.</param>
/// <param name="Address">Page.</param>
/// <param name="Where">Where it lies.</param>
/// <param name="Period">Period in words.</param>
/// <param name="Release">Release.</param>
public sealed record CompareItem(string Id, string Name, string Address, string Where, string Period, ReleaseId Release)
{
    private readonly List<CompareCell> cells = [];

    /// <summary>Cells in order of the page.</summary>
    public IReadOnlyList<CompareCell> Cells => cells;

    /// <summary>Adds a cell.</summary>
    public void Add(CompareCell cell) => cells.Add(cell);

    /// <summary>Adds a cell that nothing is asked of.</summary>
    public void Say(string key, string group, string label, string value, IReadOnlyList<Fix>? fixes = null, string seal = "") => cells.Add(new CompareCell(key, group, label, "", value, "", "", "", fixes ?? []) { Seal = seal });
}

/// <summary>
/// One static JSON file that the compare page reads: the rows once (<c>[key, group, label, address, seal]</c>), then each school or county with its cells by number of the row
/// (<c>[row, value, limit, shape, word, errata, gap]</c>, cut after the last that says something).
/// </summary>
/// <param name="place">Name of the county.</param>
public sealed class CompareFile(string place)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JsonRows.Encoder };

    private readonly List<CompareItem> items = [];

    /// <summary>Items in order of their codes.</summary>
    public IReadOnlyList<CompareItem> Items => items;

    /// <summary>A new item.</summary>
    public CompareItem Item(string id, string name, string address, string where, string period, ReleaseId release)
    {
        CompareItem item = new(id, name, address, where, period, release);
        items.Add(item);
        return item;
    }

    /// <summary>Writes the file.</summary>
    public void Write(IBufferWriter<byte> to)
    {
        Dictionary<string, int> rows = new(StringComparer.Ordinal);
        using Utf8JsonWriter json = new(to, Options);
        json.WriteStartObject();
        json.WriteString("place", place);
        json.WriteStartArray("rows");
        foreach (CompareCell cell in items.SelectMany(i => i.Cells))
        {
            // The head says whose figure it is and is a part of the row: a county that has applied stands apart from one that has not.
            if (rows.TryAdd(RowOf(cell), rows.Count))
            {
                Strings(json, cell.Seal.Length > 0 ? [cell.Key, cell.Group, cell.Label, cell.Address, cell.Seal] : [cell.Key, cell.Group, cell.Label, cell.Address]);
            }
        }

        json.WriteEndArray();
        json.WriteStartArray("items");
        foreach (CompareItem item in items)
        {
            json.WriteStartObject();
            json.WriteString("id", item.Id);
            json.WriteString("name", item.Name);
            json.WriteString("url", item.Address);
            json.WriteString("at", item.Where);
            json.WriteString("period", item.Period);
            json.WriteString("release", item.Release.ToString());
            json.WriteStartArray("cells");
            foreach (CompareCell cell in item.Cells)
            {
                json.WriteStartArray();
                json.WriteNumberValue(rows[RowOf(cell)]);
                string[] texts = [cell.Value, cell.Limit, cell.Shape, cell.Word, string.Join("；", cell.Fixes.Select(f => $"更正 {f.Label}：{f.Words}")), cell.Gap];
                foreach (string text in texts.Take(Array.FindLastIndex(texts, t => t.Length > 0) + 1))
                {
                    json.WriteStringValue(text);
                }

                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string RowOf(CompareCell cell) => cell.Key + "\n" + cell.Group;

    private static void Strings(Utf8JsonWriter json, IEnumerable<string> texts)
    {
        json.WriteStartArray();
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
