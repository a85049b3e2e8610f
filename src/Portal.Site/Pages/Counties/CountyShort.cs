using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>What one standard takes in one stage of a county, in print.</summary>
/// <param name="Amount">缺 1,234 m², or that nothing is missing.</param>
/// <param name="IsMissing">True where something is missing.</param>
/// <param name="Notes">How many schools, what comes whole, how many have no data.</param>
public sealed record ShortCell(string Amount, bool IsMissing, IReadOnlyList<string> Notes);

/// <summary>An indicator over the stages.</summary>
public sealed record ShortRow(string Label, string? Address, IReadOnlyList<ShortCell> Cells);

/// <summary>What it takes to bring a county's schools up to a scheme's standards: 补到标准还差多少.</summary>
/// <param name="Short">Short name of the scheme.</param>
/// <param name="ForReference">True for 差距 (reference), false for 测算.</param>
/// <param name="Stages">Labels of the stages with the number of schools to which standards apply.</param>
/// <param name="Rows">Indicators in the scheme's order.</param>
/// <param name="Example">One row worked out, in words.</param>
/// <param name="Relaxed">What allowances changed, empty where nothing.</param>
/// <param name="Sources">Documents of the standards.</param>
public sealed record ShortBlock(string Short, bool ForReference, IReadOnlyList<string> Stages, IReadOnlyList<ShortRow> Rows, string Example, string Relaxed, string Sources)
{
    /// <summary>The blocks of a county, one per scheme with standards there; empty without schools.</summary>
    public static IReadOnlyList<ShortBlock> Of(CountyContext county) =>
        county.HasSchools ? [.. county.Schemes.Select(s => Of(county, s)).OfType<ShortBlock>()] : [];

    private static ShortBlock? Of(CountyContext county, Scheme scheme)
    {
        IReadOnlyList<CountyShortfall> found = CountyShortfall.Of(county.Site.Data, county.Release, scheme, county.Place.Code);
        if (found.Count == 0)
        {
            return null;
        }

        Vocabulary vocabulary = county.Site.Data.Vocabulary;
        ILookup<(IndicatorId, StageId), CountyShortfall> byCell = found.ToLookup(f => (f.Indicator.Id, f.Stage));
        Stage[] stages = [.. scheme.Stages.Where(s => found.Any(f => f.Stage == s.Id))];
        int relaxed = found.Sum(f => f.Relaxed);
        CountyShortfall? example = found.FirstOrDefault(f => f.Short.Count > 0);
        return new ShortBlock(
            scheme.Short,
            county.ForReference(scheme),
            [.. stages.Select(s => $"{s.Label}（{found.Where(f => f.Stage == s.Id).Max(f => f.Schools)} 所）")],
            [
                .. scheme.Indicators.Where(i => stages.Any(s => byCell.Contains((i.Id, s.Id)))).Select(indicator => new ShortRow(
                    indicator.Label,
                    Addresses.Indicator(scheme.Id, indicator.Id),
                    [.. stages.Select(s => Cell(vocabulary, byCell[(indicator.Id, s.Id)].FirstOrDefault()))])),
            ],
            example is null ? "" : ExampleOf(county, scheme, example),
            relaxed == 0 ? "" : $"有 {relaxed} 处按放宽规定计算，各校页面上写明。",
            string.Join("；", found.Select(f => f.Standard.Source).Where(s => s.Length > 0).Distinct()));
    }

    private static ShortCell Cell(Vocabulary vocabulary, CountyShortfall? found)
    {
        if (found is null)
        {
            return new ShortCell("没有标准", false, []);
        }

        bool higher = found.Indicator.Better == Better.Higher;
        List<string> notes = [];
        if (found.Short.Count > 0)
        {
            notes.Add($"{found.Short.Count} 所{(higher ? "不够" : "超出")}");
            if (FormulaText.IsWhole(vocabulary, found.Indicator, found.Stage) && found.Whole > found.Amount)
            {
                notes.Add($"逐校取整要 {FormulaText.Number(found.Whole, 0)} {found.Indicator.Unit}");
            }
        }

        if (found.Unknown.Count > 0)
        {
            notes.Add($"{found.Unknown.Count} 所没有数据");
        }

        string none = found.Schools == 0 ? "不适用" : found.Unknown.Count == found.Schools ? "待填报" : found.Unknown.Count > 0 ? "其余不缺" : "不缺";
        return found.Short.Count > 0
            ? new ShortCell($"{(higher ? "缺" : "超出")} {Format.Shortfall(found.Amount, found.Indicator.Unit)}", true, notes)
            : new ShortCell(none, false, notes);
    }

    // The first school that is below the first standard that any is below, by the same line as on the school's own page.
    private static string ExampleOf(CountyContext county, Scheme scheme, CountyShortfall found)
    {
        Release release = county.Release;
        int row = release.Schools.Find(found.Short[0].Id)!.Value;
        SchoolPart part = StageScope.PartOf(county.Site.Data, release, scheme, found.Stage, row)!;
        SchoolIndicator one = SchoolResult.Compute(county.Site.Data, release, scheme, part, null).Indicators.First(i => i.Indicator.Id == found.Indicator.Id);
        string stage = part.Stages.Count > 1 ? $"（{scheme.StageLabel(found.Stage)}）" : "";
        return $"{part.School.Name}{stage}的{found.Indicator.Short}：{FormulaText.Of(county.Site.Data.Vocabulary, one, found.Stage, part.Stages.Count > 1)}。";
    }
}
