using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Charts;

namespace Portal.Site.Pages;

/// <summary>The composite of a county over the years, computed and published apart.</summary>
public static class CountyTrends
{
    /// <summary>One trend per stage with at least two values.</summary>
    public static IReadOnlyList<TrendBlock> Of(CountyContext county)
    {
        // Of a scheme that the county has not applied for there is nothing to be over or within.
        if (county.Main is not { Composite: true } scheme || county.ForReference(scheme))
        {
            return [];
        }

        Release[] releases = [.. county.Releases.Where(r => r.Schools.Count > 0 && r.Schemes.Contains(scheme.Id))];
        IReadOnlyList<PublishedCoefficient> published = [.. PublishedPart.CoefficientsOf(county.Site, county.Releases, county.Place.Code)
            .Where(c => c.Scheme == scheme.Id && c.Indicator == IndicatorId.Composite && c.Year.Length > 0)];
        List<TrendBlock> blocks = [];
        foreach (Stage stage in scheme.Stages)
        {
            (Release Release, StageResult? Result)[] computed = [.. releases.Select(r => (r, county.Site.Findings.Find(r.Id, county.Place.Code, scheme.Id, stage.Id)))];
            PublishedCoefficient[] printed = [.. published.Where(p => p.Stage == stage.Id)];
            if (computed.Count(c => c.Result?.Composite is { HasValue: true }) + printed.Length >= 2)
            {
                blocks.Add(new TrendBlock(stage.Label, Trend.For(scheme, stage.Id, IndicatorId.Composite, county.Place, computed, printed, "tr-" + stage.Id.Value)));
            }
        }

        return blocks;
    }

    /// <summary>The same values as one table: a row per year and nature.</summary>
    public static IReadOnlyList<TrendRow> Rows(IReadOnlyList<TrendBlock> trends) =>
        [.. trends.SelectMany(t => t.Figure.Points).Where(p => !double.IsNaN(p.Value)).Select(p => (p.Period, p.Published)).Distinct().OrderBy(k => k.Period, StringComparer.Ordinal).ThenBy(k => k.Published)
            .Select(k => new TrendRow(k.Period, k.Published, k.Published ? "公布值" : "本站测算", [.. trends.Select(t => Cell(t.Figure.Points.FirstOrDefault(p => p.Period == k.Period && p.Published == k.Published)))]))];

    /// <summary>Sources of the schools and of the published values.</summary>
    public static TableNote Note(CountyContext county, IReadOnlyList<TrendBlock> trends)
    {
        HashSet<string> periods = [.. trends.SelectMany(t => t.Figure.Points).Where(p => !p.Published && !double.IsNaN(p.Value)).Select(p => p.Period)];
        IEnumerable<SourceId> schools = county.Releases.Where(r => periods.Contains(r.Id.Period)).Select(r => r.Source).OfType<SourceId>();
        IEnumerable<SourceId> published = PublishedPart.CoefficientsOf(county.Site, county.Releases, county.Place.Code).Where(c => c.Indicator == IndicatorId.Composite && c.Year.Length > 0).Select(c => c.Source);
        return Sourcing.Note(county.Site, county.Release, [.. schools, .. published]);
    }

    private static CoefficientCell Cell(TrendPoint? point) => point is null || double.IsNaN(point.Value)
        ? new CoefficientCell("无数据", false, false, "")
        : new CoefficientCell(point.Text, true, point.Outcome == Outcome.NotMet, point.Outcome == Outcome.NotReported ? "数据不全，暂无法判定" : "");
}
