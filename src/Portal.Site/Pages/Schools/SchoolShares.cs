using Portal.Domain.Data;
using Portal.Domain.Schemes;

namespace Portal.Site.Pages;

/// <summary>A school's share in an indicator's difference, stage by stage.</summary>
/// <param name="Label">Indicator, or 综合.</param>
/// <param name="Cells">In the order of stages: 3.2%，高于县均; empty where there is none.</param>
public sealed record SchoolShareRow(string Label, IReadOnlyList<string> Cells);

/// <summary>A school's shares by one scheme.</summary>
/// <param name="Short">Short name of the scheme.</param>
/// <param name="ForReference">True for 差距.</param>
/// <param name="Stages">Labels of the stages.</param>
/// <param name="Rows">Indicators.</param>
public sealed record SchoolShares(string Short, bool ForReference, IReadOnlyList<string> Stages, IReadOnlyList<SchoolShareRow> Rows)
{
    /// <summary>The shares of a school, only those that are published; from the county's table, which all its schools share.</summary>
    public static IReadOnlyList<SchoolShares> Of(SiteContext site, Release release, int row)
    {
        List<SchoolShares> found = [];
        foreach (IGrouping<SchemeId, ShareBlock> blocks in site.Shares(release, release.Schools[row].Place).GroupBy(b => b.Scheme.Id))
        {
            Scheme scheme = blocks.First().Scheme;
            (ShareBlock Block, int At)[] own = [.. blocks.Select(b => (b, b.IndexOf(row))).Where(p => p.Item2 >= 0)];
            SchoolShareRow[] rows = [.. scheme.CoefficientIndicators.Select(i => i.Id).Prepend(IndicatorId.Composite)
                .Select(what => new SchoolShareRow(what == IndicatorId.Composite ? "综合" : scheme.Label(what), [.. own.Select(p => Words(p.Block.Column(what), p.At))]))
                .Where(r => r.Cells.Any(c => c.Length > 0))];
            if (rows.Length > 0)
            {
                found.Add(new SchoolShares(scheme.Short, own[0].Block.ForReference, [.. own.Select(p => p.Block.Stage.Label)], rows));
            }
        }

        return found;
    }

    private static string Words(IReadOnlyList<ShareCell> column, int at) =>
        column.Count == 0 ? "" : column[at] is { Side.Length: > 0 } cell ? $"{cell.Text}，{cell.Side}" : column[at].Text;
}
