using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Site.Components;
using Portal.Site.Pages;

namespace Portal.Site.Plan;

/// <summary>Pages of surveys: the list, and a page for each; none where there is no survey.</summary>
internal static class SurveyPlan
{
    /// <summary>The pages.</summary>
    public static IEnumerable<PlannedFile> Files(SiteContext site)
    {
        if (site.Surveys.Count == 0)
        {
            yield break;
        }

        foreach (PlannedPage page in PartPages.Of(site, SurveysPage.PartsOf(site), "满意度调查", typeof(SurveysView), area => SurveysPage.Create(site, area)))
        {
            yield return page;
        }

        foreach ((Release release, Survey survey) in site.Surveys)
        {
            yield return new PlannedPage(site, Addresses.Survey(survey.Id), $"调查 {survey.Id}", typeof(SurveyView), () => SurveyPage.Create(site, SurveyResult.Of(site.Data, release, survey))) { Basis = site.Bases.Of(survey.Place) };
        }
    }
}
