using Portal.Domain.Data;
using Portal.Domain.Schemes;

namespace Portal.Domain.Evaluation;

/// <summary>Forms of a group, or of all, as published. Rate = satisfied ÷ valid (rules.md §4, 表Ⅵ).</summary>
/// <param name="Group">Code of the vocabulary <c>group</c>.</param>
/// <param name="Issued">Forms handed out.</param>
/// <param name="Returned">Forms that came back.</param>
/// <param name="Valid">Valid forms.</param>
/// <param name="Satisfied">Satisfied forms; withheld where the group is too small or would give one away.</param>
/// <param name="Interval">Interval of the rate, only where respondents were drawn at random.</param>
public sealed record SurveyRate(string Group, Cell Issued, Cell Returned, Cell Valid, Cell Satisfied, RateInterval? Interval)
{
    /// <summary>True where the rate is withheld.</summary>
    public bool IsWithheld => Satisfied.State == CellState.Withheld;

    /// <summary>Rate in percent; not a number where it is not known or withheld.</summary>
    public double Percent => Valid.Value > 0 ? Satisfied.Value / Valid.Value * 100 : double.NaN;
}

/// <summary>A duty of sampling and what it came to.</summary>
/// <param name="What">Matter of limits.csv: sample-share (‰ of residents), sample-least (forms), parents-share, return-rate (%).</param>
/// <param name="Value">Value in the limit's unit, not a number where something is not reported.</param>
/// <param name="Limit">Limit.</param>
/// <param name="Outcome">Outcome.</param>
public sealed record SurveyDuty(string What, double Value, Limit Limit, Outcome Outcome);

/// <summary>Answers of a group to a question, as published.</summary>
/// <param name="Group">Code of the vocabulary <c>group</c>.</param>
/// <param name="Base">All answers of the group.</param>
/// <param name="Counts">Counts in order of the answers; all withheld, or none.</param>
public sealed record AnswerRow(string Group, double Base, IReadOnlyList<Cell> Counts);

/// <summary>A question.</summary>
/// <param name="Text">Question.</param>
/// <param name="Answers">Answers in order of the table.</param>
/// <param name="Rows">Groups, and all of them last where there are several.</param>
public sealed record SurveyQuestion(string Text, IReadOnlyList<string> Answers, IReadOnlyList<AnswerRow> Rows);

/// <summary>What a survey came to, as it may be published.</summary>
public sealed class SurveyResult
{
    /// <summary>Matters of limits.csv that are duties of sampling (rules.md §4).</summary>
    public static readonly IReadOnlyList<string> DutyMatters = ["sample-share", "sample-least", "parents-share", "return-rate"];

    private const string ByLot = "random";
    private const string Parents = "parents";

    /// <summary>Survey.</summary>
    public required Survey Survey { get; init; }

    /// <summary>Release that it is read from.</summary>
    public required Release Release { get; init; }

    /// <summary>What may be published.</summary>
    public required SurveyDisclosure Disclosure { get; init; }

    /// <summary>Groups, in order of the table; empty where only all forms are given.</summary>
    public required IReadOnlyList<SurveyRate> Groups { get; init; }

    /// <summary>All respondents.</summary>
    public required SurveyRate Whole { get; init; }

    /// <summary>Limit on the rate, null where there is none.</summary>
    public required Limit? Limit { get; init; }

    /// <summary>Outcome by the point estimate: 调查满意率 against the limit. Not applicable without a limit.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Duties of sampling.</summary>
    public required IReadOnlyList<SurveyDuty> Duties { get; init; }

    /// <summary>Questions, in order of the table.</summary>
    public required IReadOnlyList<SurveyQuestion> Questions { get; init; }

    /// <summary>True where respondents were drawn at random, so that an interval means something.</summary>
    public bool IsRandom => Survey.Design == ByLot;

    /// <summary>The limit lies inside the interval: the sample cannot tell.</summary>
    public bool IsAstride => Limit is { } limit && Whole.Interval is { } interval && interval.Low < limit.Value.Value && limit.Value.Value <= interval.High;

    /// <summary>Year in which it ended, empty where no day is given.</summary>
    public string Year => YearOf(Survey);

    /// <summary>Year in which a survey ended, empty where no day is given.</summary>
    public static string YearOf(Survey survey) => (survey.Closed ?? survey.Opened)?.Year.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";

    /// <summary>The result of a survey of a release.</summary>
    public static SurveyResult Of(Dataset dataset, Release release, Survey survey)
    {
        SurveyDisclosure disclosure = SurveyDisclosure.Of(dataset, survey);
        SurveyGroup[] groups = [.. release.GroupsOf(survey)];
        SurveyRate whole = Rate(new SurveyGroup(survey.Id, SurveyDisclosure.All, Sum(groups, g => g.Issued), Sum(groups, g => g.Returned), Sum(groups, g => g.Valid), Sum(groups, g => g.Satisfied)));
        Place[] path = [.. dataset.Places.PathUp(survey.Place)];
        Scheme? scheme = survey.Scheme is { } id ? dataset.Scheme(id) : null;
        Limit? limit = scheme?.LimitOn("satisfaction", path, release.RuleDate);
        return new SurveyResult
        {
            Survey = survey,
            Release = release,
            Disclosure = disclosure,
            Groups = groups is [{ Group: SurveyDisclosure.All }] ? [] : [.. groups.Select(Rate)],
            Whole = whole,
            Limit = limit,
            Outcome = limit is null ? Outcome.NotApplicable : Comparison.Judge(whole.Percent, limit.Value.Value, limit.Sense),
            Duties = scheme is null ? [] : [.. DutyMatters.Select(what => scheme.LimitOn(what, path, release.RuleDate)).OfType<Limit>().Select(Duty)],
            Questions = [.. release.Supervision.AnswersOf(survey.Id).GroupBy(a => a.Question, StringComparer.Ordinal).Select(q => Question(q.Key, [.. q]))],
        };

        SurveyRate Rate(SurveyGroup g)
        {
            Cell satisfied = disclosure.Satisfied(g);
            bool isKnown = satisfied.HasValue && g.Valid.Value > 0;
            return new SurveyRate(g.Group, g.Issued, g.Returned, g.Valid, satisfied, isKnown && survey.Design == ByLot ? SurveyArithmetic.Wilson(satisfied.Value, g.Valid.Value) : null);
        }

        SurveyDuty Duty(Limit duty)
        {
            double value = duty.What switch
            {
                "sample-share" => survey.Residents is > 0 ? whole.Issued.Value / survey.Residents.Value * 1000 : double.NaN,
                "sample-least" => whole.Issued.Value,
                "parents-share" => groups.FirstOrDefault(g => g.Group == Parents) is { } parents ? parents.Valid.Value / whole.Valid.Value * 100 : double.NaN,
                _ => whole.Issued.Value > 0 ? whole.Valid.Value / whole.Issued.Value * 100 : double.NaN,
            };
            return new SurveyDuty(duty.What, value, duty, Comparison.Judge(value, duty.Value.Value, duty.Sense));
        }

        SurveyQuestion Question(string text, SurveyAnswer[] answers)
        {
            string[] words = [.. answers.Select(a => a.Answer).Distinct(StringComparer.Ordinal)];
            ILookup<string, SurveyAnswer> byGroup = answers.ToLookup(a => a.Group, StringComparer.Ordinal);
            string[] names = [.. byGroup.Select(g => g.Key).Where(g => g != SurveyDisclosure.All)];
            AnswerRow Row(string group, Func<string, Cell> count) => new(group, words.Sum(w => count(w).Value), [.. words.Select(w => disclosure.Count(new SurveyAnswer(survey.Id, survey.Place, group, text, w, count(w))))]);
            Cell Of(string group, string word) => byGroup[group].FirstOrDefault(a => a.Answer == word)?.Count ?? Cell.Blank;
            Cell All(string word) => byGroup.Contains(SurveyDisclosure.All) ? Of(SurveyDisclosure.All, word) : Sum(names, g => Of(g, word));
            return new SurveyQuestion(text, words, [.. names.Select(g => Row(g, w => Of(g, w))), .. names.Length != 1 ? [Row(SurveyDisclosure.All, All)] : Array.Empty<AnswerRow>()]);
        }
    }

    // A sum of whole counts; blank as soon as one is.
    private static Cell Sum<T>(IEnumerable<T> items, Func<T, Cell> cell)
    {
        double sum = items.Sum(i => cell(i).Value);
        return double.IsNaN(sum) ? Cell.Blank : Cell.Of((long)Math.Round(sum), 0);
    }
}
