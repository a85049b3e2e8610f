using System.Globalization;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Problems;
using Portal.Sources.Files;
using Portal.Sources.Tables;

namespace Portal.Sources.Readers;

/// <summary>Figures of surveys that cannot be: each is a problem at its cell.</summary>
internal static class SurveyChecks
{
    private static readonly (string Column, string Label)[] Forms = [("satisfied", "满意"), ("valid", "有效"), ("returned", "回收"), ("issued", "发放")];

    /// <summary>Days of surveys, counts of their groups, and both against the residents.</summary>
    public static void Surveys(Reading reading, IReadOnlyList<TableRow> surveys, IReadOnlyList<TableRow> groups)
    {
        foreach (TableRow row in groups)
        {
            foreach ((string column, _) in Forms)
            {
                IsCount(reading, row, column);
            }

            // Each against the next that is reported.
            (string Column, string Label)[] known = [.. Forms.Where(f => row.Cell(f.Column).HasValue)];
            foreach (((string column, string label), (string above, string aboveLabel)) in known.Zip(known.Skip(1)))
            {
                if (row.Cell(column).Value > row.Cell(above).Value)
                {
                    reading.Reject(ProblemKinds.SurveyPartAboveWhole, row.At(column), row.Text(column), label, row.Text(above), aboveLabel);
                }
            }
        }

        ILookup<string, TableRow> bySurvey = groups.ToLookup(g => g.Text("survey"), StringComparer.Ordinal);
        foreach (TableRow row in surveys)
        {
            if (row.Day("closed") < row.Day("opened"))
            {
                reading.Reject(ProblemKinds.SurveyClosedEarly, row.At("closed"), row.Text("closed"), row.Text("opened"));
            }

            double issued = bySurvey[row.Text("survey")].Select(g => g.Cell("issued").Value).Where(v => !double.IsNaN(v)).Sum();
            if (row.Whole("residents") is { } residents && issued > residents)
            {
                reading.Reject(ProblemKinds.SurveyAboveResidents, row.At("residents"), row.Text("residents"), Print(issued));
            }
        }
    }

    /// <summary>The rows of survey-answers.csv that can be: of known surveys and groups, and adding up.</summary>
    public static IReadOnlyList<TableRow> Answers(Reading reading, IReadOnlyList<TableRow> rows, IReadOnlyList<Survey> surveys, IReadOnlyList<SurveyGroup> groups)
    {
        Dictionary<string, Survey> byId = surveys.ToDictionary(s => s.Id, StringComparer.Ordinal);
        KnownWords ids = new(byId.Keys);
        ILookup<string, SurveyGroup> bySurvey = groups.ToLookup(g => g.Survey, StringComparer.Ordinal);
        TableRow[] taken = [.. rows.Where(row => IsOfSurvey(row) & IsCount(reading, row, "count"))];
        foreach (IGrouping<(string Survey, string Question), TableRow> question in taken.GroupBy(r => (r.Text("survey"), r.Text("question"))))
        {
            foreach (IGrouping<string, TableRow> group in question.GroupBy(r => r.Text("group"), StringComparer.Ordinal))
            {
                double sum = group.Sum(r => r.Cell("count").Value);
                double valid = bySurvey[question.Key.Survey].Where(g => g.Group == group.Key || group.Key == SurveyDisclosure.All).Sum(g => g.Valid.Value);

                // Not every group need have been asked a question: all of them may be fewer than the valid forms.
                if (group.Key == SurveyDisclosure.All ? sum > valid : Math.Abs(sum - valid) > 0)
                {
                    reading.Reject(ProblemKinds.SurveyAnswerSum, group.First().At("count"), question.Key.Question, Print(sum), Print(valid));
                }
            }

            foreach (TableRow all in question.Where(r => r.Text("group") == SurveyDisclosure.All && question.Any(o => o.Text("group") != SurveyDisclosure.All)))
            {
                double sum = question.Where(r => r.Text("group") != SurveyDisclosure.All && r.Text("answer") == all.Text("answer")).Sum(r => r.Cell("count").Value);
                if (Math.Abs(sum - all.Cell("count").Value) > 0)
                {
                    reading.Reject(ProblemKinds.SurveyGroupSum, all.At("count"), question.Key.Question, all.Text("answer"), Print(sum), all.Text("count"));
                }
            }
        }

        return taken;

        bool IsOfSurvey(TableRow row)
        {
            string id = row.Text("survey");
            if (!CellRules.Reference(reading, ids, ProblemKinds.UnknownSurvey, id, row.At("survey")))
            {
                return false;
            }

            if (byId[id].Place.Value != row.Text("place"))
            {
                reading.Reject(ProblemKinds.SurveyPlaceDiffers, row.At("place"), row.Text("place"), id, byId[id].Place.Value);
                return false;
            }

            if (row.Text("group") == SurveyDisclosure.All || bySurvey[id].Any(g => g.Group == row.Text("group")))
            {
                return true;
            }

            reading.Reject(ProblemKinds.SurveyGroupUnknown, row.At("group"), row.Text("group"), id);
            return false;
        }
    }

    /// <summary>The rows of satisfaction.csv; rates that cannot be of the counts of any survey of the same place and year are problems.</summary>
    public static IReadOnlyList<TableRow> Rates(Reading reading, IReadOnlyList<TableRow> rows, IReadOnlyList<Survey> surveys, IReadOnlyList<SurveyGroup> groups)
    {
        ILookup<PlaceCode, Survey> byPlace = surveys.ToLookup(s => s.Place);
        ILookup<string, SurveyGroup> bySurvey = groups.ToLookup(g => g.Survey, StringComparer.Ordinal);
        foreach (TableRow row in rows.Where(r => r.Cell("rate_percent").HasValue))
        {
            PublishedSatisfaction rate = new(new PlaceCode(row.Text("place")), row.Text("year"), row.Text("group"), row.Cell("rate_percent"), row.Text("question"), new SourceId(""));
            if (rate.RatePercent.Value is < 0 or > 100)
            {
                reading.Reject(ProblemKinds.SurveyRateRange, row.At("rate_percent"), row.Text("rate_percent"));
                continue;
            }

            // A survey whose forms are not known may be the one that the rate is of.
            double[] bases =
            [
                .. byPlace[rate.Place].Where(s => SurveyDisclosure.IsOf(s, rate))
                    .Select(s => bySurvey[s.Id].Where(g => rate.Group == SurveyDisclosure.All || g.Group == rate.Group).Sum(g => g.Valid.Value)),
            ];
            if (bases.Length > 0 && bases.All(b => b > 0 && !SurveyArithmetic.IsPossible(rate.RatePercent, (long)b)))
            {
                reading.Reject(ProblemKinds.SurveyImpossibleRate, row.At("rate_percent"), row.Text("rate_percent"), string.Join("、", bases.Select(b => Print(b))));
            }
        }

        return rows;
    }

    private static bool IsCount(Reading reading, TableRow row, string column)
    {
        Cell cell = row.Cell(column);
        if (!cell.HasValue || (cell.Value >= 0 && cell.Value == Math.Floor(cell.Value)))
        {
            return true;
        }

        reading.Reject(ProblemKinds.SurveyNoCount, row.At(column), row.Text(column));
        return false;
    }

    private static string Print(double value) => double.IsNaN(value) ? "没有报" : value.ToString("0", CultureInfo.InvariantCulture);
}
