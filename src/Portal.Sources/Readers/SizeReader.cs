using System.Globalization;
using Portal.Domain.Data;
using Portal.Domain.Problems;
using Portal.Sources.Files;
using Portal.Sources.Tables;

namespace Portal.Sources.Readers;

/// <summary>Reads sizes.csv: the dated rules on the size of classes and schools.</summary>
internal static class SizeReader
{
    /// <summary>The rules; none where the set has no such table.</summary>
    public static IReadOnlyList<SizeRule> Read(Reading reading, IReadOnlyDictionary<string, TableFiles> files, Known known)
    {
        List<(SizeRule Rule, TableRow Row)> rules = [];
        foreach (TableRow row in Table.Read(reading, Definitions.Sizes, files.GetValueOrDefault("sizes"), known).Rows.Where(r => IsInOrder(reading, r) & AreTypes(reading, known, r)))
        {
            SizeRule rule = Rule(row);
            if (rules.Find(r => IsSame(r.Rule, rule) && Meet(r.Rule, rule)) is { Row: { } other })
            {
                reading.Add(ProblemKinds.Overlap, row.At("from"), other.Where.ToString());
            }

            rules.Add((rule, row));
        }

        return [.. rules.Select(r => r.Rule)];
    }

    private static SizeRule Rule(TableRow row) => new(
        row.Choice("what", SizeMeasure.LargeClass, SizeMeasure.HugeClass, SizeMeasure.ClassStandard, SizeMeasure.LargeShare, SizeMeasure.HugeShare, SizeMeasure.SchoolSize),
        row.Text("stage").Length > 0 ? new StageId(row.Text("stage")) : null,
        Types(row),
        new PlaceCode(row.Text("place")),
        row.Day("from")!.Value,
        row.Day("until"),
        row.Cell("value"),
        row.Text("due").Length > 0 ? int.Parse(row.Text("due"), CultureInfo.InvariantCulture) : null,
        row.Text("scheme").Length > 0 ? new SchemeId(row.Text("scheme")) : null,
        row.Text("source"));

    private static string[] Types(TableRow row) => row.Text("types").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static bool IsInOrder(Reading reading, TableRow row)
    {
        if (row.Day("until") is not { } until || until >= row.Day("from"))
        {
            return true;
        }

        reading.Add(ProblemKinds.UntilBeforeFrom, row.At("until"), row.Text("from"), row.Text("until"));
        return false;
    }

    private static bool AreTypes(Reading reading, Known known, TableRow row)
    {
        bool all = true;
        foreach (string type in Types(row))
        {
            all &= CellRules.Reference(reading, known.Types, ProblemKinds.UnknownType, type, row.At("types"));
        }

        return all;
    }

    private static bool IsSame(SizeRule a, SizeRule b) => a.What == b.What && a.Stage == b.Stage && a.Place == b.Place && a.Types.SequenceEqual(b.Types);

    private static bool Meet(SizeRule a, SizeRule b) => a.From <= (b.Until ?? DateOnly.MaxValue) && b.From <= (a.Until ?? DateOnly.MaxValue);
}
