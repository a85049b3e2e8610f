using System.Globalization;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Charts;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>Puts what drives a county's coefficients into words and figures: parts add up to printed totals, schools stand by their codes.</summary>
public static class WhyStages
{
    private const string Withheld = "不予公布";

    /// <summary>The sections of a county's schemes, in the release's order.</summary>
    /// <param name="county">County.</param>
    /// <param name="whole">True for the page of drivers: every school of every indicator, and schemes for reference too.</param>
    public static IReadOnlyList<WhySection> Of(CountyContext county, bool whole)
    {
        List<WhySection> sections = [];
        foreach (Scheme scheme in county.HasSchools ? county.Schemes.Where(s => whole || !county.ForReference(s)) : [])
        {
            WhyStage[] stages = [.. from stage in scheme.Stages
                let drivers = county.Drivers(scheme, stage.Id)
                where drivers is not null
                select Of(county, scheme, stage, drivers, whole)];
            if (stages.Length > 0)
            {
                sections.Add(new WhySection(sections.Count == 0 ? "why" : "why-" + scheme.Id.Value, scheme.Short, county.ForReference(scheme), stages, Sourcing.Computed(county.Site, county.Release)));
            }
        }

        return sections;
    }

    private static WhyStage Of(CountyContext county, Scheme scheme, Stage stage, StageDrivers drivers, bool whole)
    {
        // The pages of a county's schools say the same shares: they are made once, with the page that comes first.
        ShareBlock shares = county.Site.Data.LatestOf(county.Place.Code)?.Id == county.Release.Id
            ? county.Site.Shares(county.Release, county.Place.Code).First(b => b.Scheme.Id == scheme.Id && b.Stage.Id == stage.Id)
            : ShareBlock.Of(scheme, stage, county.ForReference(scheme), drivers);
        string where = county.Place.Name + stage.Label;
        string id = $"{scheme.Id}-{stage.Id}";
        return new WhyStage
        {
            Id = id,
            Label = stage.Label,
            Stability = WhyWords.Stability(scheme, drivers, county.ForReference(scheme)),
            Indicators = IndicatorsOf(county, scheme, stage, drivers, where, id),
            Schools = drivers.Largest is { } largest ? SchoolsOf(county, scheme, largest, shares, where, id, whole) : null,
            Silent = WhyWords.Silent(drivers),
            Raised = RaisedOf(scheme, drivers),
            Groups = drivers.Largest is { } of ? GroupsOf(of, where, id) : null,
            Splits = whole ? [.. drivers.Indicators.Where(i => i.Decomposition is { Groups.Count: > 1 }).Select(SplitOf)] : [],
            Shares = whole && shares.Columns.Count > 0 ? TableOf(county, scheme, shares) : null,
        };
    }

    private static WhyIndicators? IndicatorsOf(CountyContext county, Scheme scheme, Stage stage, StageDrivers drivers, string where, string id)
    {
        if (drivers.Parts.Count == 0)
        {
            return null;
        }

        StageResult now = drivers.Result;
        long[] parts = PrintedParts.Tenths(drivers.Parts);
        string composite = Format.Coefficient(now.Composite!);
        string[] changes = new string[parts.Length];
        Array.Fill(changes, "");
        string total = "", since = "";
        SignedFigure? figure = null;
        if (county.Before is { } before
            && county.Site.Findings.Find(before.Id, county.Place.Code, scheme.Id, stage.Id) is { Composite.Missing: 0 } then
            && now.Composite!.Missing == 0
            && StageDrivers.Change(then, now) is { Count: > 0 } exact)
        {
            // The total is the difference of the two printed composites, so that no line of the page contradicts another.
            decimal moved = decimal.Parse(composite, CultureInfo.InvariantCulture) - decimal.Parse(Format.Coefficient(then.Composite), CultureInfo.InvariantCulture);
            int decimals = Math.Max(Format.CoefficientDecimals, (int)moved.Scale);
            decimal unit = new(1, 0, 0, false, (byte)decimals);
            decimal[] printed = [.. PrintedParts.Units(exact, (long)(moved / unit), decimals).Select(u => u * unit)];
            changes = [.. printed.Select(p => PrintedParts.Signed(p, decimals))];
            total = PrintedParts.Signed(moved, decimals);
            since = Format.Period(before.Id.Period);
            SignedBar[] bars = [.. now.Indicators.Select((i, k) => new SignedBar(scheme.Label(i.Indicator), (double)printed[k], changes[k]))];
            figure = new SignedFigure(
                $"wc-{id}",
                $"{where}：各指标使{scheme.Short}综合差异系数变化多少，{since}到 {Format.Period(county.Release.Id.Period)}",
                string.Join("；", bars.Select(b => $"{b.Label} {b.Text}")) + $"。合计 {total}。",
                "缩小差距",
                "拉大差距",
                bars);
        }

        return new WhyIndicators(
            [.. now.Indicators.Select((i, k) => new WhyIndicator(scheme.Label(i.Indicator), Addresses.Indicator(scheme.Id, i.Indicator), Format.Coefficient(i), PrintedParts.Percent(parts[k]), changes[k]))],
            new WhyIndicator("综合", null, composite, PrintedParts.Percent(parts.Sum()), total),
            since,
            figure);
    }

    private static WhySchools SchoolsOf(CountyContext county, Scheme scheme, IndicatorDrivers drivers, ShareBlock shares, string where, string id, bool whole)
    {
        WhySchool[] rows = [.. shares.Column(drivers.Indicator.Id).Select((cell, i) => (cell, Row: shares.Rows[i])).Where(p => p.cell.Kind != ShareKind.None)
            .Select(p => new WhySchool(county.Release.Schools[p.Row].Name, AddressOf(county, p.Row), p.cell.Side, p.cell.Text))
            .OrderBy(r => PlaceSchoolsPage.Key(r.Name, county.Place), StringComparer.Ordinal)];
        SignedBar[] bars = [.. rows.Select(r => new SignedBar(r.Name, Svg.Printed(r.Share[..^1]) * (r.Side == "低于县均" ? -1 : 1), $"{(r.Side.StartsWith('等') ? "" : r.Side[..1] + " ")}{r.Share}"))];
        string mean = $"{Format.Number(drivers.Result.Mean, drivers.Indicator.Decimals)} {drivers.Indicator.Unit}";
        WhySchools schools = new(
            drivers.Indicator.Label,
            mean,
            $"按 {rows.Length} 所学校（学部）",
            rows.Length,
            rows,
            new SignedFigure(
                $"ws-{id}",
                $"{where}各校占{drivers.Indicator.Label}差异的份额，{Format.Period(county.Release.Id.Period)}",
                rows.Length > WhySchools.FoldAbove ? $"县均 {mean}。{rows.Length} 所学校，份额合计 100%，逐校的数在表里。" : $"县均 {mean}。" + string.Join("；", rows.Select(r => $"{r.Name} {r.Side}，{r.Share}")) + "。",
                "低于县均",
                "高于县均",
                bars));
        return !schools.Many ? schools : whole ? schools with { Rows = [] } : schools with { Rows = [], Figure = null };
    }

    private static string? AddressOf(CountyContext county, int row) =>
        county.Site.Data.LatestOf(county.Release.Schools[row].Id) is null ? null : Addresses.School(county.Release.Schools[row].Id);

    private static List<RaisedRow> RaisedOf(Scheme scheme, StageDrivers drivers)
    {
        if (drivers.Indicators.All(i => i.Raising is null))
        {
            return [];
        }

        List<RaisedRow> rows = [.. drivers.Indicators.Select(i => new RaisedRow(
            i.Indicator.Label,
            Addresses.Indicator(scheme.Id, i.Indicator.Id),
            i.Withheld ? Withheld : i.Raising is { } r ? $"{Format.Number(r.Standard.Value.Value, Math.Max(r.Standard.Value.Decimals, i.Indicator.Decimals))} {i.Indicator.Unit}" : i.Result.HasValue ? "没有标准" : "没有系数",
            i.Raising is { } below ? $"{below.Below} 所" : "",
            Format.Coefficient(i.Result),
            i.Raising is { } raising ? Format.Coefficient(i.Result with { Value = raising.Value }) : ""))];
        if (drivers.Result.Composite is { } composite)
        {
            rows.Add(new RaisedRow("综合", null, "", "", Format.Coefficient(composite), double.IsNaN(drivers.RaisedComposite) ? Withheld : Format.Coefficient(composite with { Value = drivers.RaisedComposite })));
        }

        return rows;
    }

    private static WhyGroups GroupsOf(IndicatorDrivers drivers, string where, string id)
    {
        Decomposition parts = drivers.Decomposition!;
        long[] tenths = PrintedParts.Tenths([parts.Between, .. parts.Groups.Select(g => g.Within)]);
        string between = PrintedParts.Percent(tenths[0]);
        string within = PrintedParts.Percent(tenths[1..].Sum());
        GroupRow[] rows = [.. parts.Groups.Select((g, i) => new GroupRow(
            WhyWords.Label(g.Group),
            Format.Number(g.Schools),
            Format.Number(g.Pupils),
            $"{Format.Number(g.Mean, drivers.Indicator.Decimals)} {drivers.Indicator.Unit}",
            PrintedParts.Percent(tenths[i + 1])))];
        SplitFigure? figure = rows.Length < 2 ? null : new SplitFigure(
            $"wg-{id}",
            $"{where}{drivers.Indicator.Label}的差异：城、镇、乡之间和各自内部",
            $"城、镇、乡之间 {between}；各自内部 {within}。" + string.Join("；", rows.Select(r => $"{r.Label}均值 {r.Mean}")) + "。",
            $"城、镇、乡之间 {between}",
            $"各自内部 {within}",
            tenths[0] / 10.0);
        return new WhyGroups(drivers.Indicator.Label, between, rows, figure);
    }

    private static SplitRow SplitOf(IndicatorDrivers drivers)
    {
        long[] tenths = PrintedParts.Tenths([drivers.Decomposition!.Between, .. drivers.Decomposition.Groups.Select(g => g.Within)]);
        return new SplitRow(drivers.Indicator.Label, PrintedParts.Percent(tenths[0]), PrintedParts.Percent(tenths[1..].Sum()));
    }

    private static ShareTable TableOf(CountyContext county, Scheme scheme, ShareBlock shares) => new(
        [.. shares.Columns.Select(c => c == IndicatorId.Composite ? "综合" : scheme.Indicator(c)!.Short)],
        [.. shares.Rows.Select((row, i) => new ShareRow(county.Release.Schools[row].Name, AddressOf(county, row), [.. shares.Cells.Select(c => c[i].Short)]))
            .OrderBy(r => PlaceSchoolsPage.Key(r.Name, county.Place), StringComparer.Ordinal)]);
}
