using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Charts;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>Surveys of a year.</summary>
/// <param name="Anchor">Anchor.</param>
/// <param name="Label">Year in words.</param>
/// <param name="Rows">Surveys by place and id; of a long list only the area's own.</param>
/// <param name="Numbers">How many there are in the areas below, where the list is too long for a page.</param>
public sealed record SurveyYear(string Anchor, string Label, IReadOnlyList<SurveyRow> Rows, PartNumbers? Numbers);

/// <summary>All surveys, by year and place.</summary>
/// <param name="Years">Years, newest first.</param>
public sealed record SurveysPage(IReadOnlyList<SurveyYear> Years) : PageModel
{
    /// <summary>How the list is cut.</summary>
    public static AreaParts PartsOf(SiteContext site) => new(site, Addresses.Surveys, CountsOf(site).Of);

    /// <summary>The list of the site, or an area's part of it.</summary>
    public static SurveysPage Create(SiteContext site, PlaceCode? of = null)
    {
        PlaceCode area = of ?? site.Index.Root.Code;
        AreaParts parts = PartsOf(site);
        ILookup<string, SurveyResult> shown = parts.Shown(area).SelectMany(p => SurveyRows.Of(site.Data.Releases, p.Code)).Select(s => SurveyResult.Of(site.Data, s.Release, s.Survey)).ToLookup(r => r.Year, StringComparer.Ordinal);
        string[] years = YearsOf(site);
        return new SurveysPage(
        [
            .. years.Select((year, i) => new SurveyYear(
                Anchor(year),
                year.Length > 0 ? Format.Period(year) : "年份不详",
                [.. shown[year].Select(r => SurveyRows.Row(site, r))],
                parts.Numbers(area, p => CountsOf(site).Of(p, i), p => Addresses.PlaceSection(p, "surveys"), "#" + Anchor(year)))).Where(y => y.Rows.Count > 0 || y.Numbers is not null),
        ])
        {
            Info = new PageInfo
            {
                Address = parts.AddressOf(area),
                Title = parts.Title("满意度调查", area),
                Description = $"{parts.RowsOf(area)} 次满意度调查：多少人答、怎样抽、多少人满意。",
                Section = Section.None,
                Crumbs = parts.Crumbs("满意度调查", area),
                FeedbackPlace = parts.FeedbackPlace(area),
            },
        };
    }

    private static string Anchor(string year) => "y-" + (year.Length > 0 ? year : "年份不详");

    private static string[] YearsOf(SiteContext site) => [.. site.Surveys.Select(s => SurveyResult.YearOf(s.Survey)).Distinct().OrderByDescending(y => y, StringComparer.Ordinal)];

    private static AreaCounts CountsOf(SiteContext site) => site.CountsOf(Addresses.Surveys, () =>
    {
        string[] years = YearsOf(site);
        return site.Surveys.Aggregate(new AreaCounts(site.Data.Places, years.Length), (counts, s) => counts.Add(s.Survey.Place, Array.IndexOf(years, SurveyResult.YearOf(s.Survey))));
    });
}

/// <summary>A group in print.</summary>
public sealed record SurveyGroupRow(string Group, string Issued, string Returned, string Valid, string Satisfied, string Rate, string Interval)
{
    /// <summary>Errata of the row.</summary>
    public IReadOnlyList<Fix> Fixes { get; init; } = [];
}

/// <summary>A duty of sampling in print.</summary>
public sealed record SurveyDutyRow(string Label, string Value, string Asked, Outcome Outcome, string Word, string Source);

/// <summary>Answers of a group in print.</summary>
/// <param name="Group">Group.</param>
/// <param name="Base">All answers of the group.</param>
/// <param name="Cells">A cell for each answer.</param>
/// <param name="Fixes">Errata of the cells, each with the answer before its label.</param>
public sealed record SurveyAnswersRow(string Group, string Base, IReadOnlyList<string> Cells, IReadOnlyList<Fix> Fixes);

/// <summary>A question in print.</summary>
/// <param name="Text">Question.</param>
/// <param name="Figure">Chart.</param>
/// <param name="Answers">Answers.</param>
/// <param name="Rows">Groups, and all of them last.</param>
/// <param name="Note">What is withheld, may be empty.</param>
public sealed record SurveyQuestionBlock(string Text, StackFigure Figure, IReadOnlyList<string> Answers, IReadOnlyList<SurveyAnswersRow> Rows, string Note);

/// <summary>The same question of surveys of one place over the years.</summary>
/// <param name="Text">Question, or what the rate is of.</param>
/// <param name="Heads">Heads of the columns after the year.</param>
/// <param name="Rows">Years, oldest first.</param>
public sealed record SurveyTrend(string Text, IReadOnlyList<string> Heads, IReadOnlyList<(Crumb Year, IReadOnlyList<string> Cells)> Rows);

/// <summary>A survey.</summary>
public sealed record SurveyPage : PageModel
{
    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Place.</summary>
    public required Crumb Place { get; init; }

    /// <summary>Sentences at the head.</summary>
    public required IReadOnlyList<string> Lead { get; init; }

    /// <summary>How it was asked.</summary>
    public required IReadOnlyList<(string Label, string Value)> Facts { get; init; }

    /// <summary>Errata of the survey's own row.</summary>
    public required IReadOnlyList<Fix> Fixes { get; init; }

    /// <summary>Groups, all of them last.</summary>
    public required IReadOnlyList<SurveyGroupRow> Groups { get; init; }

    /// <summary>True where intervals are shown.</summary>
    public required bool HasIntervals { get; init; }

    /// <summary>What is withheld and why, empty where nothing is.</summary>
    public required string Withheld { get; init; }

    /// <summary>Outcome and interval's reading, the official one first.</summary>
    public required IReadOnlyList<string> Readings { get; init; }

    /// <summary>Duties of sampling.</summary>
    public required IReadOnlyList<SurveyDutyRow> Duties { get; init; }

    /// <summary>Questions.</summary>
    public required IReadOnlyList<SurveyQuestionBlock> Questions { get; init; }

    /// <summary>Trends; none with a single year.</summary>
    public required IReadOnlyList<SurveyTrend> Trends { get; init; }

    /// <summary>As-of date and release.</summary>
    public required TableNote Note { get; init; }

    /// <summary>The page of a survey.</summary>
    public static SurveyPage Create(SiteContext site, SurveyResult result)
    {
        Survey survey = result.Survey;
        Vocabulary words = site.Data.Vocabulary;
        Place? place = site.Data.Places.Find(survey.Place);
        string name = place?.Name ?? survey.Place.Value;
        int least = site.Data.Settings.MinimumGroup;
        string rate = SurveyRows.Rate(result, result.Whole);
        string back = result.Whole.Returned.HasValue && result.Whole.Issued.Value > 0 ? $"，回收率 {Comparison.Print(result.Whole.Returned.Value / result.Whole.Issued.Value * 100, 1)}%" : "";
        return new SurveyPage
        {
            Info = new PageInfo
            {
                Address = Addresses.Survey(survey.Id),
                Title = survey.Title + "，" + name,
                Description = $"{name}{survey.Title}：有效问卷 {Format.Cell(result.Whole.Valid)} 份，满意率 {rate}。",
                Section = Section.None,
                Crumbs = [new Crumb("首页", Addresses.Home), new Crumb("满意度调查", Addresses.Surveys), new Crumb(name, null)],
                FeedbackPlace = survey.Place,
                Release = result.Release.Id,
            },
            Title = survey.Title,
            Place = place is null ? new Crumb(name, null) : PlaceWords.Link(site, place),
            Lead =
            [
                $"发放 {Format.Cell(result.Whole.Issued)} 份，回收 {Format.Cell(result.Whole.Returned)} 份{back}，有效 {Format.Cell(result.Whole.Valid)} 份。",
                result.Whole.IsWithheld ? "满意率**不予公布**：有效问卷太少，从总的比例能推出个别人的回答。" : $"满意率 **{rate}**：满意的份数 ÷ 有效份数。",
                $"怎样的问卷算满意：{survey.Rule}。",
            ],
            Facts =
            [
                ("方式", words.Label("survey-mode", survey.Mode)),
                ("抽样", words.Label("survey-design", survey.Design)),
                ("开始", survey.Opened is { } opened ? Format.Date(opened) : "没有写"),
                ("结束", survey.Closed is { } closed ? Format.Date(closed) : "没有写"),
                ("常住人口", survey.Residents is { } residents ? Format.Number(residents) + " 人" : "没有写"),
                ("用途", survey.Gate ? $"{site.Data.Scheme(survey.Scheme!.Value)?.Short ?? survey.Scheme.Value.Value}的关口" : "不用于任何关口"),
            ],
            Fixes = Fix.OfSurvey(site, result.Release, "surveys", survey.Id),
            Groups = [.. result.Groups.Append(result.Whole).Select(g => new SurveyGroupRow(
                words.Label("group", g.Group), Format.Cell(g.Issued), Format.Cell(g.Returned), Format.Cell(g.Valid), Format.Cell(g.Satisfied), SurveyRows.Rate(result, g), g.Interval is { } i ? SurveyText.Interval(i) : "—")
            {
                Fixes = Fix.OfSurvey(site, result.Release, "survey-groups", survey.Id, g.Group),
            })],
            HasIntervals = result.IsRandom,
            Withheld = result.Disclosure.WithholdsAny
                ? $"有效问卷不足 {least} 份的群体，满意的份数和各题答案不予公布；能从合计推出它们的另一个群体，或某一题的合计，也一并不予公布。不予公布不是 0。" : "",
            Readings = SurveyText.Readings(site, result),
            Duties = [.. result.Duties.Select(SurveyText.Duty)],
            Questions = [.. result.Questions.Select((q, i) => SurveyText.Question(site, name, result, q, i))],
            Trends = Trend(site, result),
            Note = Sourcing.Note(site, result.Release, []),
        };
    }

    // Surveys of the place by the same scheme, or none, and for each question those that asked it in the same words.
    private static List<SurveyTrend> Trend(SiteContext site, SurveyResult own)
    {
        SurveyResult[] all =
        [
            .. SurveyRows.Of(site.Data.Releases, own.Survey.Place).Where(s => s.Survey.Scheme == own.Survey.Scheme && s.Survey.Gate == own.Survey.Gate && s.Survey.Rule == own.Survey.Rule)
                .Select(s => SurveyResult.Of(site.Data, s.Release, s.Survey)).Where(r => r.Year.Length > 0).OrderBy(r => r.Year, StringComparer.Ordinal).ThenBy(r => r.Survey.Id, StringComparer.Ordinal),
        ];
        List<SurveyTrend> trends = [];
        if (all.Length > 1)
        {
            trends.Add(new SurveyTrend("满意率", ["有效份数", "满意率"], [.. all.Select(r => (Year(r), (IReadOnlyList<string>)[Format.Cell(r.Whole.Valid), SurveyRows.Rate(r, r.Whole)]))]));
        }

        foreach (SurveyQuestion question in own.Questions)
        {
            (SurveyResult Result, AnswerRow Row)[] asked =
            [
                .. all.SelectMany(r => r.Questions.Where(q => q.Text == question.Text && q.Answers.SequenceEqual(question.Answers)).Select(q => (r, q.Rows[^1]))),
            ];
            if (asked.Length > 1)
            {
                trends.Add(new SurveyTrend(question.Text + "（全部受访者）", question.Answers, [.. asked.Select(a => (Year(a.Result), (IReadOnlyList<string>)[.. a.Row.Counts.Select(c => SurveyText.Share(c, a.Row.Base))]))]));
            }
        }

        return trends;

        Crumb Year(SurveyResult r) => new(Format.Period(r.Year), r.Survey.Id == own.Survey.Id ? null : Addresses.Survey(r.Survey.Id));
    }
}
