using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Site.Plan;

namespace Portal.Site.Pages;

/// <summary>List of the documents that figures were read from.</summary>
/// <param name="Sources">Documents with the number of values read from each, in order of id.</param>
public sealed record SourcesPage(IReadOnlyList<(SourceDocument Source, int Values)> Sources) : PageModel
{
    /// <summary>The list.</summary>
    public static SourcesPage Create(SiteContext site) => new([.. site.Data.Sources.Values.OrderBy(s => s.Id.Value, StringComparer.Ordinal).Select(s => (s, SourcePage.ReadFrom(site, s.Id).Distinct().Count()))])
    {
        Info = new PageInfo
        {
            Address = Addresses.Sources,
            Title = "数据来源",
            Description = $"本站的数字读自 {site.Data.Sources.Count} 份文件，每份写明发布单位、日期和等级。",
            Section = Section.Sources,
            Crumbs = [new Crumb("首页", Addresses.Home), new Crumb("数据来源", null)],
        },
    };
}

/// <summary>One value read from a document.</summary>
/// <param name="Place">Place.</param>
/// <param name="PlaceName">Name of the place.</param>
/// <param name="Year">Year as the document gives it, empty where it gives none.</param>
/// <param name="What">What it says.</param>
/// <param name="Value">The value as printed, with its unit; or the document's words.</param>
public sealed record ReadValue(PlaceCode? Place, string PlaceName, string Year, string What, string Value);

/// <summary>A document: issuer, number, date, grade, and what was read from it.</summary>
/// <param name="Source">The document.</param>
/// <param name="Values">Values by place and year.</param>
/// <param name="Releases">Releases whose school data came from it.</param>
public sealed record SourcePage(SourceDocument Source, IReadOnlyList<ReadValue> Values, IReadOnlyList<Release> Releases) : PageModel
{
    /// <summary>The page of a document.</summary>
    public static SourcePage Create(SiteContext site, SourceId id)
    {
        SourceDocument source = site.Data.Sources[id];
        return new SourcePage(source, [.. ReadFrom(site, id).Distinct().OrderBy(v => v.Place).ThenBy(v => v.Year, StringComparer.Ordinal)], [.. site.Data.Releases.Where(r => r.Source == id)])
        {
            Info = new PageInfo
            {
                Address = Addresses.Source(id),
                Title = source.Title,
                Description = $"{source.Title}，{source.Issuer}。本站从中读到的数字。",
                Section = Section.Sources,
                Crumbs = [new Crumb("首页", Addresses.Home), new Crumb("数据来源", Addresses.Sources), new Crumb(source.Title, null)],
            },
        };
    }

    /// <summary>All values read from a document, over the current releases; a row that several releases repeat comes several times.</summary>
    public static IEnumerable<ReadValue> ReadFrom(SiteContext site, SourceId id)
    {
        Dataset data = site.Data;
        foreach (Release release in data.CurrentReleases)
        {
            foreach (PublishedCoefficient c in release.Coefficients.Where(c => c.Source == id))
            {
                Domain.Schemes.Scheme? scheme = data.Scheme(c.Scheme);
                yield return Value(c.Place, c.Year, $"{scheme?.StageLabel(c.Stage) ?? c.Stage.Value}{scheme?.Label(c.Indicator) ?? c.Indicator.Value}{(c.Indicator == IndicatorId.Composite ? "" : "的差异系数")}", $"{c.Value}{(c.Judgement.Length > 0 ? $"（原文：{c.Judgement}）" : "")}{(c.Note.Length > 0 ? $"（{c.Note}）" : "")}");
            }

            foreach (Fact f in release.Facts.Where(f => f.Source == id))
            {
                yield return Value(f.Place, f.Year, f.Label, f.Value.HasValue ? $"{f.Value} {f.Unit}" : f.Text);
            }

            foreach (Target t in release.Targets.Where(t => t.Source == id))
            {
                bool isPlace = data.Places.Find(new PlaceCode(t.Subject)) is not null;
                yield return Value(isPlace ? new PlaceCode(t.Subject) : null, t.Year, "目标：" + data.Vocabulary.Label("measure", t.Measure), t.Value.HasValue ? $"{(t.Sense == Sense.AtLeast ? "不低于" : "不高于")} {t.Value} {t.Unit}" : t.Text);
            }

            foreach (FinanceValue v in release.Finance.Where(v => v.Source == id))
            {
                yield return Value(v.Place, v.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), (v.Stage is { } stage ? data.Vocabulary.Label("stage", stage.Value) : "") + data.Vocabulary.Label("finance", v.Measure), v.Value.HasValue ? $"{v.Value} {data.Vocabulary.Measure("finance", v.Measure).Unit}" : Text.Format.Missing(v.Value.State));
            }

            foreach (Project p in release.Projects.Where(p => p.Source == id))
            {
                bool isPlace = data.Places.Find(new PlaceCode(p.Subject)) is not null;
                yield return Value(isPlace ? new PlaceCode(p.Subject) : null, p.Planned.Text, "项目：" + p.Title, p.Funds.HasValue ? $"{p.Funds} 万元" : Text.Format.Missing(p.Funds.State));
            }

            foreach (ProcedureStep p in release.Procedure.Where(p => p.Source == id))
            {
                yield return Value(p.Place, p.Done.Text, $"{data.Scheme(p.Scheme)?.Short ?? p.Scheme.Value}：{data.Vocabulary.Label("step", p.Step)}", p.Text);
            }

            foreach (PublishedSatisfaction s in release.Satisfaction.Where(s => s.Source == id))
            {
                yield return Value(s.Place, s.Year, $"满意度（{data.Vocabulary.Label("group", s.Group)}）", PublishedPart.Value(SurveyDisclosure.Rate(data, s), "%"));
            }
        }

        ReadValue Value(PlaceCode? place, string year, string what, string value) =>
            new(place, place is { } code ? data.Places.Find(code)?.Name ?? code.Value : "", year, what, value);
    }
}
