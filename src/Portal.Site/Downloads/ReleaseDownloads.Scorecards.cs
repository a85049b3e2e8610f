using Portal.Domain.Data;

namespace Portal.Site.Downloads;

/// <content>School supervision: self-ratings beside checks, and the trees that they are made by. Rows stand in order of the school's code, never of a result.</content>
public sealed partial class ReleaseDownloads
{
    private IEnumerable<DownloadTable> Scorecards()
    {
        if (release.Scorecards.Lines.Count == 0)
        {
            yield break;
        }

        string[] used = [.. release.Scorecards.Lines.Select(l => l.Tree).Distinct().Order(StringComparer.Ordinal)];
        yield return new DownloadTable(
            "trees",
            DownloadKind.Input,
            "学校督导的评价体系",
            [T("tree", "体系"), T("node", "项目"), T("parent", "上级，空着是根"), N("order", "同一上级下的次序"), T("label", "名称"), N("points", "满分；按等级评的空着"), T("scale", "等级，从高到低"), T("source", "来源")],
            to =>
            {
                foreach (EvaluationTree tree in used.Select(site.Data.Tree).OfType<EvaluationTree>())
                {
                    foreach (EvaluationNode node in tree.Nodes)
                    {
                        to.Text(tree.Id);
                        to.Text(node.Id);
                        to.Text(node.Parent);
                        to.Whole(node.Order);
                        to.Text(node.Label);
                        to.Cell(node.Points);
                        to.Text(node == tree.Root ? string.Join(' ', tree.Scale) : "");
                        to.Text(node.Source is { } source ? Title(source) : "");
                        to.EndRow();
                    }
                }
            });
        yield return new DownloadTable(
            "scorecards",
            DownloadKind.Input,
            "督导评价：自评和核查",
            [T("school", "学校标识码"), T("tree", "体系"), T("node", "末级项目"), T("period", "时期"), T("self", "自评：等级或分数，z 不适用，空着是没有自评"), T("checked", "核查，同上，空着是没有核查"), T("comment", "说明"), D("visited", "核查日期"), T("report", "报告")],
            to =>
            {
                foreach (ScoreLine line in release.Scorecards.Lines)
                {
                    to.Text(line.School.Value);
                    to.Text(line.Tree);
                    to.Text(line.Node);
                    to.Text(line.Period);
                    to.Text(line.Self.ToString());
                    to.Text(line.Checked.ToString());
                    to.Text(line.Comment);
                    to.Day(line.Visited);
                    to.Text(line.Report);
                    to.EndRow();
                }
            });
    }
}
