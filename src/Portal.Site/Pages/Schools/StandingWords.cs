using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>Where a county stands, in one phrase for each mark: 认定 (the authority) and 测算 (this site), never mixed. Few phrases serve all counties.</summary>
public static class StandingWords
{
    /// <summary>认定：基本均衡 2016 年认定 and 测算 2023 年：小学在限值内，初中超过限值; empty where there is nothing to say.</summary>
    public static (string Decided, string Computed) Of(SiteContext site, PlaceCode code)
    {
        if (site.Index.ReleaseOf(code) is null)
        {
            return ("", "");
        }

        CountyContext county = CountyContext.Of(site, code, null);
        return (Recognition(county), Computed(county));
    }

    private static string Recognition(CountyContext county)
    {
        string[] parts = [.. county.Site.Data.Schemes.Select(s => (Scheme: s, Road: county.Road(s))).Where(p => p.Road.Standing != Standing.NotApplied)
            .Select(p => p.Scheme.Short + (p.Road.Standing switch
            {
                Standing.Recognised => $" {RoadPart.Words(p.Road)}".Replace(" 已", "已", StringComparison.Ordinal),
                Standing.Deferred => "推迟认定",
                Standing.Withdrawn => "被撤销",
                _ => "已申报，还没有决定",
            }))];
        return parts.Length > 0 ? "认定：" + string.Join("；", parts) : county.PublishedOnly ? "" : "认定：没有记录";
    }

    private static string Computed(CountyContext county)
    {
        if (!county.HasSchools || county.Main is not { } scheme || county.ForReference(scheme))
        {
            return "";
        }

        return $"测算：{Format.Period(county.Release.Id.Period)}" + string.Join("，", county.States(scheme).Select(s => s.BySingles ? $"{s.Label}有单项超过限值" : s.Label + s.Word));
    }
}
