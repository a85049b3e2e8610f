using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>What was published when: newest first.</summary>
/// <param name="Releases">Releases with whether each is the newest of its period.</param>
public sealed record ReleasesPage(IReadOnlyList<(Release Release, bool Current)> Releases) : PageModel
{
    /// <summary>The list.</summary>
    public static ReleasesPage Create(SiteContext site) => new([.. site.Data.Releases.Reverse().Select(r => (r, site.Data.CurrentReleases.Contains(r)))])
    {
        Info = new PageInfo
        {
            Address = Addresses.Releases,
            Title = "发布与勘误",
            Description = "每一次发布的日期、内容和更正。已发布的不再改动，更正另发一版。",
            Section = Section.Releases,
            Crumbs = [new Crumb("首页", Addresses.Home), new Crumb("发布与勘误", null)],
        },
    };
}

/// <summary>A county's coefficient that differs from the revision before.</summary>
/// <param name="Place">County.</param>
/// <param name="What">Scheme and stage.</param>
/// <param name="Was">Value before, in print.</param>
/// <param name="Is">Value now, in print.</param>
/// <param name="WasOutcome">Outcome before.</param>
/// <param name="IsOutcome">Outcome now.</param>
public sealed record RevisedResult(Place Place, string What, string Was, string Is, Outcome WasOutcome, Outcome IsOutcome);

/// <summary>A release: dates, state, what it carries, what it corrects.</summary>
/// <param name="Release">The release.</param>
/// <param name="Newer">The newest revision of the period where this one is superseded, else null.</param>
/// <param name="IsLatest">True for the site's newest release.</param>
/// <param name="Schools">Schools, teaching points included.</param>
/// <param name="Counties">Counties with school data, by code.</param>
/// <param name="Schemes">Schemes worked out.</param>
/// <param name="Source">Document of the school data, null where none.</param>
/// <param name="Revised">Composites that the revision changed, changed verdicts first.</param>
public sealed record ReleasePage(Release Release, Release? Newer, bool IsLatest, int Schools, IReadOnlyList<Place> Counties, IReadOnlyList<Scheme> Schemes, SourceDocument? Source, IReadOnlyList<RevisedResult> Revised) : PageModel
{
    /// <summary>Errata of the release, in order of the table.</summary>
    public required IReadOnlyList<ErrataRow> Errata { get; init; }

    /// <summary>The page of a release.</summary>
    public static ReleasePage Create(SiteContext site, ReleaseId id)
    {
        Dataset data = site.Data;
        Release release = data.Release(id)!;
        Release current = data.CurrentReleases.First(r => r.Id.Period == id.Period);
        return new ReleasePage(
            release,
            current.Id == id ? null : current,
            data.Latest?.Id == id,
            site.Index.TallyOf(release, PlaceCode.Country).Schools,
            [.. release.Schools.Counties.Order().Select(c => data.Places[c])],
            [.. data.Schemes.Where(s => release.Schemes.Contains(s.Id))],
            release.Source is { } source ? data.Sources.GetValueOrDefault(source) : null,
            [.. Revisions(site, release).OrderBy(r => r.WasOutcome == r.IsOutcome).ThenBy(r => r.Place.Code).ThenBy(r => r.What, StringComparer.Ordinal)])
        {
            Errata = ErrataRow.Of(site, release),
            Info = new PageInfo
            {
                Address = Addresses.Release(id),
                Title = $"发布 {id}",
                Description = $"{release.Title}，{release.Published:yyyy-MM-dd} 发布。",
                Section = Section.Releases,
                Release = id,
                PubDate = release.Published,
                Crumbs = [new Crumb("首页", Addresses.Home), new Crumb("发布与勘误", Addresses.Releases), new Crumb(id.ToString(), null)],
            },
        };
    }

    private static IEnumerable<RevisedResult> Revisions(SiteContext site, Release release)
    {
        if (release.BasedOn is not { } before)
        {
            yield break;
        }

        foreach (PlaceCode county in release.Schools.Counties)
        {
            foreach (Scheme scheme in site.Data.Schemes.Where(s => s.Composite && release.Schemes.Contains(s.Id)))
            {
                foreach (Stage stage in scheme.Stages)
                {
                    IndicatorResult? was = site.Findings.Find(before, county, scheme.Id, stage.Id)?.Composite;
                    IndicatorResult? now = site.Findings.Find(release.Id, county, scheme.Id, stage.Id)?.Composite;
                    if (was is not null && now is not null && !was.Value.Equals(now.Value))
                    {
                        yield return new RevisedResult(site.Data.Places[county], $"{scheme.Short} · {stage.Label}", Format.Coefficient(was), Format.Coefficient(now), was.Outcome, now.Outcome);
                    }
                }
            }
        }
    }
}
