using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Problems;
using Portal.Sources.Files;
using Portal.Sources.Tables;

namespace Portal.Sources.Readers;

/// <summary>What must hold of a row of finance.csv, projects.csv, targets.csv besides its cells. Without a day up to which the release judges (told as a problem of its own), no day is compared with it.</summary>
internal static class MoneyRules
{
    /// <summary>Years that a table of finance may reach back: what is older is a mistyped year.</summary>
    private const int YearsBack = 30;

    /// <summary>finance.csv: a stage where the measure has one, a year that is over, no negative amount.</summary>
    public static bool IsFigure(Reading reading, Known known, TableRow row, DateOnly asOf)
    {
        bool isGood = FundingReader.IsStage(reading, known, row.Text("measure"), row, "stage");
        int year = int.Parse(row.Text("year"), System.Globalization.CultureInfo.InvariantCulture);
        int last = FundingYears.Last(asOf);
        if (asOf != default && (year > last || year < last - YearsBack))
        {
            reading.Add(ProblemKinds.ImplausibleYear, row.At("year"), row.Text("year"), Day(asOf), Number(last - YearsBack), Number(last));
            isGood = false;
        }

        if (row.Cell("value") is { HasValue: true, Mantissa: < 0 })
        {
            reading.Reject(ProblemKinds.Negative, row.At("value"), row.Text("value"));
            isGood = false;
        }

        return isGood;
    }

    /// <summary>projects.csv: done where it says so, not before it was begun, nothing after the as-of date, no negative funds.</summary>
    public static bool IsProject(Reading reading, TableRow row, DateOnly asOf)
    {
        DateText started = new(row.Text("started"));
        DateText done = new(row.Text("done"));
        bool isGood = true;
        if (row.Cell("funds") is { HasValue: true, Mantissa: < 0 })
        {
            reading.Reject(ProblemKinds.Negative, row.At("funds"), row.Text("funds"));
            isGood = false;
        }

        if (done.LastDay < started.FirstDay)
        {
            reading.Add(ProblemKinds.DoneBeforeStarted, row.At("done"), done.Text, started.Text);
            isGood = false;
        }

        if (row.Text("status") == ProjectProgress.Done != done.Text.Length > 0)
        {
            reading.Add(ProblemKinds.StatusAgainstDone, row.At("done"), row.Text("status"), done.Text.Length > 0 ? "写了 " + done.Text : "空着");
            isGood = false;
        }

        foreach ((string column, string label, DateText date) in new[] { ("started", "开工日期", started), ("done", "完成日期", done) })
        {
            if (asOf != default && date.FirstDay > asOf)
            {
                reading.Add(ProblemKinds.ProjectAfterAsOf, row.At(column), label, date.Text, Day(asOf));
                isGood = false;
            }
        }

        return isGood;
    }

    /// <summary>targets.csv: a number or the document's words.</summary>
    public static bool SaysSomething(Reading reading, TableRow row)
    {
        if (row.Cell("target").HasValue || row.Text("text").Length > 0)
        {
            return true;
        }

        reading.Add(ProblemKinds.EmptyTarget, row.At("target"));
        return false;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
