using System.Buffers;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Site.Text;

namespace Portal.Site.Downloads;

/// <summary>Monitoring of a period as a table: the rows of its page, in the same order of place and stage, unrounded, with all periods.</summary>
public static class MonitoringCsv
{
    /// <summary>Writes the table. A value that is not reported or not decided is blank, one that is not comparable is z (data.md §2).</summary>
    public static void Write(SiteContext site, Release release, IBufferWriter<byte> to)
    {
        Monitoring monitoring = site.MonitoringOf(release);
        CsvText csv = new(to);
        csv.Row(
        [
            "发布", "地区代码", "县区", "办法代码", "办法", "学段代码", "学段", "结果", "限值", "本期值", "上一次有结果的时期", "上一次的值", "变化", "判断的单项数", "超过限值的单项数", "超过限值的单项", "说明",
            .. monitoring.Periods.SelectMany(r => new CsvCell[] { r.Id.Period + " 综合差异系数", r.Id.Period + " 超过限值的单项数" }),
        ]);
        foreach (MonitoringCase found in monitoring.Cases)
        {
            double now = ValueOf(site, found, found.Now);
            double before = found.Before is { } earlier ? ValueOf(site, found, earlier) : double.NaN;
            Dictionary<ReleaseId, MonitoringPoint> chain = found.Chain.ToDictionary(p => p.Release.Id);
            csv.Row(
            [
                release.Id.ToString(), found.Place.Value, site.Data.Places[found.Place].Name, found.Scheme.Id.Value, found.Scheme.Short, found.Stage.Value, found.Scheme.StageLabel(found.Stage),
                found.State.Label(), MonitoringText.Limit(found), Value(site, found, found.Now), found.Before?.Release.Id.Period ?? "", before, now - before,
                Judged(found.Now), Over(found.Now), string.Join("；", found.Now.SinglesOver.Select(i => found.Scheme.Label(i.Indicator))), MonitoringText.Note(found),
                .. monitoring.Periods.SelectMany(r => chain.TryGetValue(r.Id, out MonitoringPoint? point) ? new[] { Value(site, found, point), Over(point) } : ["", ""]),
            ]);
        }
    }

    // Where an indicator is withheld, no more digits than the page has: with all of them it could be solved for.
    private static double ValueOf(SiteContext site, MonitoringCase found, MonitoringPoint point) =>
        point is not { Decided: true, Composite: { HasValue: true } composite } ? double.NaN
        : Withholding.OfDigits(site.Data.Vocabulary, found.Scheme, found.Stage, point.Release, found.Place) ? double.Parse(Format.Coefficient(composite), System.Globalization.CultureInfo.InvariantCulture)
        : composite.Value;

    private static CsvCell Value(SiteContext site, MonitoringCase found, MonitoringPoint point) => point.Result is { Comparable: false } ? "z" : ValueOf(site, found, point);

    private static CsvCell Judged(MonitoringPoint point) => point.Result is { Comparable: false } ? "z" : point.Singles.Any() ? point.Singles.Count() : "";

    private static CsvCell Over(MonitoringPoint point) => point.Result is { Comparable: false } ? "z" : point.Decided && point.Singles.Any() ? point.SinglesOver.Count() : "";
}
