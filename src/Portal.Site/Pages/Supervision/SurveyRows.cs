using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>A survey in a row of a list.</summary>
/// <param name="Place">Place.</param>
/// <param name="Link">The survey, with its page.</param>
/// <param name="Year">Year in words.</param>
/// <param name="Valid">Valid forms.</param>
/// <param name="Rate">Rate, or why there is none.</param>
/// <param name="Design">How respondents were chosen.</param>
/// <param name="Shape">Shape of the mark, empty where nothing is judged.</param>
/// <param name="Word">Outcome in a word, or what the survey is for.</param>
/// <param name="Reading">What the interval says beside it, may be empty.</param>
public sealed record SurveyRow(string Place, Crumb Link, string Year, string Valid, string Rate, string Design, string Shape, string Word, string Reading)
{
    /// <summary>Errata of the survey and of its groups, those with the group before their label.</summary>
    public IReadOnlyList<Fix> Fixes { get; init; } = [];
}

/// <summary>Surveys of a county.</summary>
/// <param name="Rows">Surveys, newest first.</param>
/// <param name="Note">As-of date and release.</param>
public sealed record SurveyPart(IReadOnlyList<SurveyRow> Rows, TableNote Note)
{
    /// <summary>Surveys of a county as seen from a release; null where there are none.</summary>
    public static SurveyPart? Of(CountyContext county)
    {
        SurveyRow[] rows = [.. SurveyRows.Of(county.Releases, county.Place.Code).Select(s => SurveyResult.Of(county.Site.Data, s.Release, s.Survey)).OrderByDescending(s => s.Year, StringComparer.Ordinal).ThenBy(s => s.Survey.Id, StringComparer.Ordinal).Select(s => SurveyRows.Row(county.Site, s))];
        return rows.Length == 0 ? null : new SurveyPart(rows, Sourcing.Note(county.Site, county.Release, []));
    }
}

/// <summary>Surveys as rows.</summary>
internal static class SurveyRows
{
    /// <summary>Each survey with the newest of the releases that holds it, in order of place and id.</summary>
    public static IReadOnlyList<(Release Release, Survey Survey)> Of(IReadOnlyList<Release> releases, PlaceCode? place = null)
    {
        Dictionary<string, (Release Release, Survey Survey)> newest = new(StringComparer.Ordinal);
        foreach (Release release in releases.OrderBy(r => r.Id))
        {
            foreach (Survey survey in place is { } code ? release.SurveysOf(code) : release.Surveys)
            {
                newest[survey.Id] = (release, survey);
            }
        }

        return [.. newest.Values.OrderBy(s => s.Survey.Place).ThenBy(s => s.Survey.Id, StringComparer.Ordinal)];
    }

    /// <summary>A survey in a row.</summary>
    public static SurveyRow Row(SiteContext site, SurveyResult result)
    {
        bool judged = IsJudged(result);
        return new SurveyRow(
            site.Data.Places.Find(result.Survey.Place)?.Name ?? result.Survey.Place.Value,
            new Crumb(result.Survey.Title, Addresses.Survey(result.Survey.Id)),
            result.Year.Length > 0 ? Format.Period(result.Year) : "年份不详",
            Format.Cell(result.Whole.Valid),
            Rate(result, result.Whole),
            site.Data.Vocabulary.Label("survey-design", result.Survey.Design),
            judged ? Components.StateMark.ShapeOf(result.Outcome) : "",
            judged ? Word(site, result) : "不用于关口，不作判断",
            judged && result.IsAstride ? $"区间跨过 {result.Limit!.Value}%，样本不足以断定" : "")
        {
            Fixes =
            [
                .. Fix.OfSurvey(site, result.Release, "surveys", result.Survey.Id),
                .. result.Groups.Append(result.Whole).SelectMany(g => Fix.OfSurvey(site, result.Release, "survey-groups", result.Survey.Id, g.Group)
                    .Select(f => f with { Label = site.Data.Vocabulary.Label("group", g.Group) + f.Label })),
            ],
        };
    }

    /// <summary>True where the rate is the one that a gate takes.</summary>
    public static bool IsJudged(SurveyResult result) => result.Survey.Gate && result.Limit is not null;

    /// <summary>Outcome in a word, with the limit; only a distance where the county has not applied.</summary>
    public static string Word(SiteContext site, SurveyResult result)
    {
        bool reference = site.Data.Scheme(result.Survey.Scheme!.Value) is { } scheme && CountyContext.Of(site, result.Survey.Place, null).ForReference(scheme);
        return $"{ItemText.Word(result.Outcome, reference)}（{(result.Limit!.Sense == Sense.AtLeast ? "≥" : "≤")} {result.Limit.Value}%）";
    }

    /// <summary>A rate in print, or why there is none.</summary>
    public static string Rate(SurveyResult result, SurveyRate rate) =>
        rate.IsWithheld ? "不予公布" : double.IsNaN(rate.Percent) ? "待填报"
        : (result.Limit is { } limit ? Comparison.Print(rate.Percent, 1, limit.Value.Value, limit.Sense) : Comparison.Print(rate.Percent, 1)) + "%";
}
