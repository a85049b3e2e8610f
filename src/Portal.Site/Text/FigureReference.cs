using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;

namespace Portal.Site.Text;

/// <summary>
/// A figure named in prose, <c>{figure: place=990121, scheme=basic-2012, stage=primary, indicator=composite, year=2023, release=2023.1}</c>,
/// so that prose cannot disagree with a table. Without a release the newest revision of the year is taken. What was worked out
/// comes before what a document published for the same year; a published value is found by the year of its document, or without one.
/// </summary>
public sealed record FigureReference(PlaceCode Place, SchemeId Scheme, StageId Stage, IndicatorId Indicator, string Year, ReleaseId? Release)
{
    private static readonly string[] Required = ["place", "scheme", "stage", "indicator"];
    private static readonly string[] Keys = [.. Required, "year", "release"];

    /// <summary>Reads the inside of the braces after <c>figure:</c>.</summary>
    /// <returns>The reference, or null with the reason in words.</returns>
    public static FigureReference? Parse(string text, out string reason)
    {
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        foreach (string part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            string key = equals < 0 ? part : part[..equals].TrimEnd();
            if (equals < 0 || !Keys.Contains(key) || !values.TryAdd(key, part[(equals + 1)..].TrimStart()))
            {
                reason = $"“{part}”不是“键=值”，或者键不认识、重复";
                return null;
            }
        }

        string[] missing = [.. Required.Where(k => !values.ContainsKey(k))];
        if (missing.Length > 0)
        {
            reason = $"缺 {string.Join("、", missing)}";
            return null;
        }

        ReleaseId? release = null;
        if (values.TryGetValue("release", out string? id))
        {
            if (!ReleaseId.TryParse(id, out ReleaseId parsed))
            {
                reason = $"发布号“{id}”的写法应如 2023.1";
                return null;
            }

            release = parsed;
        }

        reason = "";
        return new FigureReference(new PlaceCode(values["place"]), new SchemeId(values["scheme"]), new StageId(values["stage"]), new IndicatorId(values["indicator"]), values.GetValueOrDefault("year", ""), release);
    }

    /// <summary>The figure in print, or null with the reason in words.</summary>
    public string? Resolve(SiteContext site, out string reason) => Find(site, out reason)?.Text;

    /// <summary>The figure with the release that it is from, or null with the reason in words.</summary>
    public FigureValue? Find(SiteContext site, out string reason)
    {
        Dataset data = site.Data;
        reason = "";
        IEnumerable<Release> releases = Release is { } id ? data.Releases.Where(r => r.Id == id) : data.CurrentReleases.Reverse();
        foreach (Release release in releases)
        {
            if ((Year.Length == 0 || release.Id.Period == Year) && site.Findings.Find(release.Id, Place, Scheme, Stage)?.Of(Indicator) is { HasValue: true } result)
            {
                return new FigureValue(Format.Coefficient(result), release.Id, Computed: true);
            }

            PublishedCoefficient? published = release.Coefficients.FirstOrDefault(c => c.Place == Place && c.Scheme == Scheme && c.Stage == Stage && c.Indicator == Indicator && c.Year == Year);
            if (published is { Value.HasValue: true })
            {
                return new FigureValue(published.Value.ToString(), release.Id, Computed: false);
            }
        }

        reason = data.Places.Find(Place) is null ? $"没有地区 {Place}"
            : data.Scheme(Scheme) is not { } scheme ? $"没有办法 {Scheme}"
            : scheme.Stages.All(s => s.Id != Stage) ? $"这个办法没有学段 {Stage}"
            : Indicator != IndicatorId.Composite && scheme.Indicator(Indicator) is null ? $"这个办法没有指标 {Indicator}"
            : "数据里没有这一年、这一版的值";
        return null;
    }
}

/// <summary>A figure that a reference names.</summary>
/// <param name="Text">In print.</param>
/// <param name="Release">The release that it is from.</param>
/// <param name="Computed">True where it was worked out from schools, false where a document published it.</param>
public sealed record FigureValue(string Text, ReleaseId Release, bool Computed);
