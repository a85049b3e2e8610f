using Portal.Domain.Data;
using Portal.Domain.Problems;
using Portal.Sources.Files;
using Portal.Sources.Tables;

namespace Portal.Sources.Readers;

/// <summary>Reads the scorecards of a release: only leaves are rated, within the scale of their tree.</summary>
/// <param name="reading">Run.</param>
/// <param name="files">Tables of the release, those of its base among them.</param>
/// <param name="known">What references may name.</param>
/// <param name="schools">Schools of the release; null where they could not be read.</param>
/// <param name="asOf">Day up to which the release's ledgers are kept.</param>
internal sealed class ScorecardReader(Reading reading, IReadOnlyDictionary<string, TableFiles> files, Known known, KnownWords? schools, DateOnly asOf)
{
    /// <summary>scorecards.csv.</summary>
    public ScorecardBook Read()
    {
        List<(TableRow Row, ScoreLine Line)> lines = [];
        foreach (TableRow row in Table.Read(reading, Definitions.Scorecards, files.GetValueOrDefault(Definitions.Scorecards.Name), known).Rows)
        {
            bool good = CellRules.Reference(reading, schools, ProblemKinds.UnknownSchool, row.Text("school"), row.At("school"));
            good &= IsPast(row);
            if (CellRules.Reference(reading, known.TreeIds, ProblemKinds.UnknownTree, row.Text("tree"), row.At("tree"))
                && known.Trees.GetValueOrDefault(row.Text("tree")) is { } tree && Leaf(row, tree) is { } leaf
                && Rating(row, "self", tree, leaf) is { } self && Rating(row, "checked", tree, leaf) is { } check && good)
            {
                lines.Add((row, new ScoreLine(
                    new SchoolId(row.Text("school")), tree.Id, leaf.Id, row.Text("period"), self, check, row.Text("comment"), row.Day("visited"), row.Text("report"))));
            }
        }

        return new ScorecardBook(
        [
            .. lines.Select(l => l.Line).OrderBy(l => l.School.Value, StringComparer.Ordinal).ThenBy(l => l.Tree, StringComparer.Ordinal).ThenBy(l => l.Period, StringComparer.Ordinal),
        ]);
    }

    private EvaluationNode? Leaf(TableRow row, EvaluationTree tree)
    {
        if (tree.Find(row.Text("node")) is not { } node)
        {
            reading.Reject(ProblemKinds.UnknownNode, row.At("node"), row.Text("node"), tree.Id, Nearest.To(row.Text("node"), tree.Nodes.Where(tree.IsLeaf).Select(n => n.Id)));
            return null;
        }

        if (!tree.IsLeaf(node))
        {
            reading.Add(ProblemKinds.RatingAboveLeaf, row.At("node"), node.Id, node.Label);
            return null;
        }

        return node;
    }

    private Rating? Rating(TableRow row, string column, EvaluationTree tree, EvaluationNode leaf)
    {
        string text = row.Text(column);
        if (text.Length == 0)
        {
            return Domain.Data.Rating.None;
        }

        if (text == Cell.NotApplicable.ToString())
        {
            return Domain.Data.Rating.NotApplicable;
        }

        if (!tree.ByPoints && tree.Scale.Contains(text))
        {
            return new Rating(text, Cell.Blank);
        }

        // Both are exact decimals, so that the nearest doubles compare as the digits do.
        if (tree.ByPoints && CellParser.Parse(text, out Cell points) is null && points.HasValue && points.Value >= 0 && points.Value <= leaf.Points.Value)
        {
            return new Rating("", points);
        }

        reading.Reject(ProblemKinds.RatingOutside, row.At(column), text, tree.Id, tree.ByPoints ? $" 0 到 {leaf.Points} 的分数" : $"{string.Join("、", tree.Scale)} 之一");
        return null;
    }

    private bool IsPast(TableRow row)
    {
        if (asOf == default || row.Day("visited") is not { } day || day <= asOf)
        {
            return true;
        }

        reading.Add(ProblemKinds.ProjectAfterAsOf, row.At("visited"), "核查日期", row.Text("visited"), asOf.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        return false;
    }
}
