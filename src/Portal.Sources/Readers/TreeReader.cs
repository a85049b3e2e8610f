using Portal.Domain.Data;
using Portal.Domain.Problems;
using Portal.Sources.Files;
using Portal.Sources.Tables;

namespace Portal.Sources.Readers;

/// <summary>Reads evaluation trees: one root, no circle, an order among siblings, and one way of rating in each.</summary>
internal sealed class TreeReader(Reading reading, IReadOnlyDictionary<string, TableFiles> files, Known known)
{
    /// <summary>trees.csv, by id. A tree with a problem is left out, and nothing is checked against it.</summary>
    public IReadOnlyList<EvaluationTree> Read()
    {
        Table table = Table.Read(reading, Definitions.Trees, files.GetValueOrDefault(Definitions.Trees.Name), known);
        known.TreeIds = new KnownWords(table.All.Select(r => r.Text("tree")));
        foreach (IGrouping<string, TableRow> rows in table.All.GroupBy(r => r.Text("tree"), StringComparer.Ordinal))
        {
            if (rows.All(r => r.IsGood) && Tree(rows.Key, [.. rows]) is { } tree)
            {
                known.Trees.Add(rows.Key, tree);
            }
        }

        return [.. known.Trees.Values.OrderBy(t => t.Id, StringComparer.Ordinal)];
    }

    private EvaluationTree? Tree(string id, TableRow[] rows)
    {
        Dictionary<string, TableRow> byId = rows.ToDictionary(r => r.Text("node"), StringComparer.Ordinal);
        if (!HasOneRoot(id, rows) | !HasParents(id, rows, byId) || !HasNoCircle(id, rows, byId))
        {
            return null;
        }

        string[] scale = rows.First(IsRoot).Text("scale").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (!IsOrdered(rows) | !HasScale(rows, scale) | !HasPoints(id, rows, scale.Length == 0))
        {
            return null;
        }

        return new EvaluationTree(id, scale, [.. rows.Select(r => new EvaluationNode(
            r.Text("node"), r.Text("parent"), r.Whole("order") ?? 0, r.Text("label"), r.Cell("points"), r.Text("source").Length > 0 ? new SourceId(r.Text("source")) : null))]);
    }

    private static bool IsRoot(TableRow row) => row.Text("parent").Length == 0;

    private bool HasOneRoot(string id, TableRow[] rows)
    {
        TableRow[] roots = [.. rows.Where(IsRoot)];
        foreach (TableRow second in roots.Skip(1))
        {
            reading.Add(ProblemKinds.TreeRoots, second.At("parent"), id, roots[0].Text("node"), second.Text("node"));
        }

        return roots.Length < 2;
    }

    private bool HasParents(string id, TableRow[] rows, Dictionary<string, TableRow> byId)
    {
        TableRow[] lost = [.. rows.Where(r => !IsRoot(r) && !byId.ContainsKey(r.Text("parent")))];
        foreach (TableRow row in lost)
        {
            reading.Reject(ProblemKinds.TreeParent, row.At("parent"), row.Text("parent"), id, Nearest.To(row.Text("parent"), byId.Keys.Where(k => k != row.Text("node"))));
        }

        return lost.Length == 0;
    }

    // Told once for each circle, at its first row in the table; the rows that hang from it are not told.
    private bool HasNoCircle(string id, TableRow[] rows, Dictionary<string, TableRow> byId)
    {
        HashSet<string> settled = new(StringComparer.Ordinal);
        bool good = true;
        foreach (TableRow row in rows)
        {
            List<string> path = [];
            HashSet<string> onPath = new(StringComparer.Ordinal);
            string node = row.Text("node");
            while (node.Length > 0 && !settled.Contains(node) && onPath.Add(node))
            {
                path.Add(node);
                node = byId[node].Text("parent");
            }

            if (node.Length > 0 && !settled.Contains(node))
            {
                HashSet<string> circle = [.. path.SkipWhile(n => n != node)];
                TableRow first = rows.First(r => circle.Contains(r.Text("node")));
                reading.Add(ProblemKinds.TreeCircle, first.At("parent"), first.Text("node"), id);
                good = false;
            }

            settled.UnionWith(path);
        }

        return good;
    }

    private bool IsOrdered(TableRow[] rows)
    {
        bool good = true;
        Dictionary<(string, string), TableRow> seen = [];
        foreach (TableRow row in rows)
        {
            if (!seen.TryAdd((row.Text("parent"), row.Text("order")), row))
            {
                TableRow first = seen[(row.Text("parent"), row.Text("order"))];
                reading.Add(ProblemKinds.TreeOrder, row.At("order"), row.Text("label"), first.Where.Row.ToString(System.Globalization.CultureInfo.InvariantCulture), row.Text("order"));
                good = false;
            }
        }

        return good;
    }

    private bool HasScale(TableRow[] rows, string[] scale)
    {
        bool good = true;
        foreach (TableRow row in rows.Where(r => r.Text("scale").Length > 0))
        {
            if (!IsRoot(row) || scale.Distinct(StringComparer.Ordinal).Count() != scale.Length)
            {
                reading.Reject(ProblemKinds.TreeMisplaced, row.At("scale"), "scale", row.Text("scale"));
                good = false;
            }
        }

        KnownWords? levels = known.Codes is null ? null : known.Codes.GetValueOrDefault("rating") ?? new KnownWords([]);
        foreach (string level in scale.Where(l => levels?.Has(l) == false))
        {
            TableRow root = rows.First(IsRoot);
            reading.Reject(ProblemKinds.UnknownCode, root.At("scale"), level, "等级", levels!.Words.Count == 0 ? Nearest.None : levels.NearestTo(level));
            good = false;
        }

        return good;
    }

    private bool HasPoints(string id, TableRow[] rows, bool byPoints)
    {
        HashSet<string> parents = rows.Select(r => r.Text("parent")).ToHashSet(StringComparer.Ordinal);
        bool good = true;
        foreach (TableRow row in rows)
        {
            bool rated = byPoints && !IsRoot(row) && !parents.Contains(row.Text("node"));
            if (rated && row.Cell("points") is not { HasValue: true, Mantissa: > 0 })
            {
                reading.Add(ProblemKinds.TreePoints, row.At("points"), row.Text("label"), id);
                good = false;
            }
            else if (!rated && row.Text("points").Length > 0)
            {
                reading.Add(ProblemKinds.TreeMisplaced, row.At("points"), "points", row.Text("points"));
                good = false;
            }
        }

        return good;
    }
}
