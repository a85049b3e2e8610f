using Portal.Domain.Data;

namespace Portal.Domain.Evaluation;

/// <summary>
/// The one place that decides which figures of a survey may be published. A group with fewer valid forms than the set's
/// <c>minimum_group</c> is closed: how many were satisfied and what it answered. Further groups are closed with it, and where even that
/// is not enough the whole is, until no closed figure can be solved for from the totals, the questions, the published rates and the other
/// releases of the same survey. How many forms were handed out, came back and are valid is always shown: that says nothing of an answer.
/// </summary>
public sealed class SurveyDisclosure
{
    /// <summary>Code of all respondents together, in the vocabulary <c>group</c>.</summary>
    public const string All = "all";

    private readonly HashSet<string> closed = new(StringComparer.Ordinal);
    private readonly HashSet<string> closedQuestions = new(StringComparer.Ordinal);
    private readonly int least;

    private SurveyDisclosure(int least) => this.least = least;

    /// <summary>True where the rate of all respondents may be published.</summary>
    public bool Whole { get; private set; } = true;

    /// <summary>True where there are so few valid forms that not even an outcome may be published.</summary>
    public bool TooFew { get; private set; }

    /// <summary>True where anything is withheld.</summary>
    public bool WithholdsAny => closed.Count > 0 || closedQuestions.Count > 0 || !Whole;

    /// <summary>The decision on a survey; all releases that hold it are looked at together, as a reader can lay them side by side.</summary>
    public static SurveyDisclosure Of(Dataset dataset, Survey survey) => Of(
        [
            .. dataset.Releases.Where(r => r.SurveysOf(survey.Place).Any(s => s.Id == survey.Id))
                .Select(r => new Version([.. r.GroupsOf(survey)], r.Supervision.AnswersOf(survey.Id).ToLookup(a => a.Question, StringComparer.Ordinal))),
        ],
        dataset.Settings.MinimumGroup);

    /// <summary>The decision on the groups and answers of one release alone.</summary>
    public static SurveyDisclosure Of(IReadOnlyList<SurveyGroup> groups, IEnumerable<SurveyAnswer> answers, int least) =>
        Of([new Version(groups, answers.ToLookup(a => a.Question, StringComparer.Ordinal))], least);

    /// <summary>True where the answers of a group may not be published.</summary>
    public bool IsClosed(string group) => group == All ? !Whole : closed.Contains(group);

    /// <summary>True where the answers of all respondents together to a question may not be published.</summary>
    public bool IsClosedWhole(string question) => !Whole || closedQuestions.Contains(question);

    /// <summary>How many were satisfied, as published.</summary>
    public Cell Satisfied(SurveyGroup group) => IsClosed(group.Group) ? Cell.Without(CellState.Withheld) : group.Satisfied;

    /// <summary>A count of answers, as published.</summary>
    public Cell Count(SurveyAnswer answer) =>
        (answer.Group == All ? IsClosedWhole(answer.Question) : IsClosed(answer.Group)) ? Cell.Without(CellState.Withheld) : answer.Count;

    /// <summary>
    /// A rate of satisfaction.csv, as published: withheld where it speaks of a closed group of a survey of the same place and year, or of
    /// all respondents of one that has closed groups, unless it is the very rate that the survey's counts give anyway.
    /// </summary>
    public static Cell Rate(Dataset dataset, PublishedSatisfaction row)
    {
        foreach (Release release in dataset.Releases)
        {
            foreach (Survey survey in release.SurveysOf(row.Place).Where(s => IsOf(s, row)))
            {
                SurveyDisclosure disclosure = Of(dataset, survey);
                SurveyGroup[] groups = [.. release.GroupsOf(survey)];
                bool gives = row.Group == All
                    ? disclosure.WithholdsAny && (disclosure.IsClosedWhole(row.Question) || !SurveyArithmetic.IsRateOf(row.RatePercent, groups.Sum(g => g.Satisfied.Value), groups.Sum(g => g.Valid.Value)))
                    : disclosure.IsClosed(row.Group);
                if (gives)
                {
                    return Cell.Without(CellState.Withheld);
                }
            }
        }

        return row.RatePercent;
    }

    /// <summary>True where a published rate can be of a survey: same place, and the year in which it ended.</summary>
    public static bool IsOf(Survey survey, PublishedSatisfaction row) =>
        survey.Place == row.Place && (survey.Closed ?? survey.Opened) is { } day && day.Year.ToString("0000", System.Globalization.CultureInfo.InvariantCulture) == row.Year;

    private static SurveyDisclosure Of(IReadOnlyList<Version> versions, int least)
    {
        SurveyDisclosure made = new(least);
        foreach (SurveyGroup small in versions.SelectMany(v => v.Groups).Where(g => !(g.Valid.Value >= least)))
        {
            made.closed.Add(small.Group);
        }

        // Closing a group for one release closes it for all, which may make more necessary in another.
        for (bool again = true; again;)
        {
            again = false;
            foreach (Version version in versions)
            {
                again |= made.Complement(version);
            }
        }

        foreach (Version version in versions)
        {
            made.TooFew |= !(version.Groups.Sum(g => g.Valid.Value) >= least) && version.Groups.All(g => g.Valid.HasValue);
            foreach (IGrouping<string, SurveyAnswer> question in version.Answers.Where(q => !made.IsSafe(version, [.. q])))
            {
                made.closedQuestions.Add(question.Key);
            }
        }

        return made;
    }

    // Closes one more group where the closed ones could be solved for from the total; the whole where no group is left.
    private bool Complement(Version version)
    {
        SurveyGroup[] hidden = [.. version.Groups.Where(g => closed.Contains(g.Group))];
        bool isComplete = version.Groups.All(g => g.Valid.HasValue && g.Satisfied.HasValue);
        if (hidden.Length == 0 || !isComplete || !Whole || IsAmbiguous(hidden))
        {
            return false;
        }

        if (version.Groups.Where(g => !closed.Contains(g.Group)).OrderBy(g => g.Valid.Value).ThenBy(g => g.Group, StringComparer.Ordinal).FirstOrDefault() is { } next)
        {
            closed.Add(next.Group);
        }
        else
        {
            Whole = false;
        }

        return true;
    }

    // What is left of the total speaks of two groups and enough forms, and neither all nor none of them are satisfied: else each is.
    private bool IsAmbiguous(SurveyGroup[] hidden)
    {
        double valid = hidden.Sum(g => g.Valid.Value);
        double satisfied = hidden.Sum(g => g.Satisfied.Value);
        return hidden.Count(g => g.Valid.Value > 0) > 1 && valid >= least && satisfied > 0 && satisfied < valid;
    }

    // The closed groups are the rows of a table with known sums of rows (valid forms) and, were the whole published, of columns. The bounds
    // of a cell in such a table are max(0, row + column − all) and min(row, column); where they meet, the cell is known.
    private bool IsSafe(Version version, SurveyAnswer[] question)
    {
        SurveyAnswer[] hidden = [.. question.Where(a => a.Group != All && closed.Contains(a.Group))];
        double[] rows = [.. hidden.GroupBy(a => a.Group, StringComparer.Ordinal).Select(g => g.Sum(a => a.Count.Value)).Where(sum => !(sum <= 0))];
        if (question.All(a => a.Group == All))
        {
            // Only all together were reported: closed groups are known where nobody, or everybody, gave an answer.
            hidden = question;
            rows = [.. version.Groups.Where(g => closed.Contains(g.Group)).Select(g => g.Valid.Value)];
        }

        double all = hidden.Sum(a => a.Count.Value);
        double[] columns = [.. hidden.GroupBy(a => a.Answer, StringComparer.Ordinal).Select(g => g.Sum(a => a.Count.Value))];
        return rows.Length == 0 || (all >= least && rows.All(r => columns.All(c => Math.Max(0, r + c - all) < Math.Min(r, c))));
    }

    private sealed record Version(IReadOnlyList<SurveyGroup> Groups, ILookup<string, SurveyAnswer> Answers);
}
