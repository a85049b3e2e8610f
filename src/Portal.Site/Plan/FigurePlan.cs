using System.Text.Json;
using Portal.Domain.Data;
using Portal.Domain.Schemes;
using Portal.Site.Charts;
using Portal.Site.Charts.Interactive;
using Portal.Site.Downloads;
using Portal.Site.Pages;

namespace Portal.Site.Plan;

/// <summary>
/// The interactive view of charts: a file <c>figures.json</c> beside each county's and indicator's page, fetched only when a reader asks for it.
/// Figures stand under the ids of their drawings.
/// </summary>
internal static class FigurePlan
{
    /// <summary>The files.</summary>
    public static IEnumerable<PlannedFile> Files(SiteContext site)
    {
        foreach (Place county in site.Index.Pages.Where(p => p.Level == PlaceLevel.County && Has(site, p.Code)))
        {
            yield return File(Addresses.Place(county.Code), $"县区 {county.Code} {county.Name}的交互图", () => OfCounty(site, county.Code), site.Bases.Of(county.Code));
        }

        // Without schools nothing is worked out that an indicator's page could draw.
        foreach (Scheme scheme in site.Index.HasSchools ? site.Data.Schemes : [])
        {
            foreach (IndicatorId indicator in IndicatorPage.Of(scheme))
            {
                AreaParts parts = IndicatorPage.PartsOf(site, scheme, indicator);
                foreach (PlaceCode area in parts.Pages.Select(p => p.Code).Prepend(site.Index.Root.Code))
                {
                    yield return File(parts.AddressOf(area), $"指标 {scheme.Id}/{indicator} 的交互图", () => OfIndicator(site, IndicatorPage.Create(site, scheme, indicator, area)), site.Bases.OfArea(area));
                }
            }
        }
    }

    /// <summary>Figures of a county's page.</summary>
    internal static SortedDictionary<string, PlotlyFigure> OfCounty(SiteContext site, PlaceCode code)
    {
        CountyContext county = CountyContext.Of(site, code, null);
        SortedDictionary<string, PlotlyFigure> figures = new(StringComparer.Ordinal);
        foreach (BarsFigure figure in SchemeSection.Of(county).SelectMany(s => s.Stages).Select(s => s.Figure).OfType<BarsFigure>())
        {
            figures.Add(figure.Id, InteractiveFigures.Of(figure));
        }

        foreach (TrendBlock trend in CountyTrends.Of(county))
        {
            figures.Add(trend.Figure.Id, InteractiveFigures.Of(trend.Figure));
        }

        return figures;
    }

    /// <summary>Figures of an indicator's page.</summary>
    internal static SortedDictionary<string, PlotlyFigure> OfIndicator(SiteContext site, IndicatorPage page) =>
        new(page.Stages.Select(s => page.StripOf(site, s)).OfType<StripFigure>().ToDictionary(f => f.Id, InteractiveFigures.Of), StringComparer.Ordinal);

    // Whether there is anything to draw is known without drawing it.
    private static bool Has(SiteContext site, PlaceCode county) => site.Index.HasSchoolList(county) || PublishedPart.CoefficientsOf(site, site.Data.CurrentReleases, county).Count > 0;

    private static PlannedBytes File(string page, string origin, Func<SortedDictionary<string, PlotlyFigure>> figures, Basis basis) =>
        new(page + "figures.json", origin, to =>
        {
            using Utf8JsonWriter json = new(to, new JsonWriterOptions { Encoder = JsonRows.Encoder });
            JsonSerializer.Serialize(json, figures(), PlotlyFigure.Options);
        }) { Basis = basis };
}
