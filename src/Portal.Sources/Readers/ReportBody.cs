using System.Text.RegularExpressions;
using Portal.Domain.Data;
using Portal.Domain.Problems;
using Portal.Sources.Files;

namespace Portal.Sources.Readers;

/// <summary>Checks the body of a supervision report: its headings, its findings, and what is refused by name.</summary>
internal static partial class ReportBody
{
    /// <summary>Checks a report.</summary>
    /// <param name="reading">Run.</param>
    /// <param name="data">The set.</param>
    /// <param name="known">Ids of all findings of the current releases.</param>
    /// <param name="report">Report.</param>
    public static void Check(Reading reading, Dataset data, IReadOnlySet<string> known, InspectionReport report)
    {
        HashSet<string> mentioned = new(StringComparer.Ordinal);
        string[] lines = report.Markdown.Split('\n');
        int last = -1;
        bool problems = false;
        for (int i = 0; i < lines.Length; i++)
        {
            Location where = new(report.File, report.FirstLine + i);
            string line = lines[i].Trim();
            if ((line.StartsWith('#') || line.StartsWith('|')) && Forbidden.IsExam(line))
            {
                reading.Reject(ProblemKinds.ExamInReport, where, line.TrimStart('#', ' '));
            }
            else if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                string heading = line[3..].Trim();
                int at = IndexOf(heading);
                if (at <= last)
                {
                    reading.Reject(ProblemKinds.BadReportHeading, where, heading);
                }

                last = Math.Max(at, last);
                problems |= heading == InspectionReport.Problems;
            }

            foreach (Match match in FindingReferences().Matches(line))
            {
                string id = match.Groups[1].Value;
                mentioned.Add(id);
                if (!known.Contains(id))
                {
                    reading.Reject(ProblemKinds.UnknownFinding, where, id, Nearest.To(id, known));
                }
            }
        }

        if (!problems)
        {
            reading.Add(ProblemKinds.ReportWithoutProblems, new Location(report.File, report.FirstLine));
        }

        if (data.CurrentReleases.LastOrDefault(r => r.Supervision.FindingsOf(report.Id).Any()) is { } release)
        {
            foreach (Finding finding in release.Supervision.FindingsOf(report.Id).Where(f => !mentioned.Contains(f.Id)))
            {
                reading.Add(ProblemKinds.FindingNotMentioned, new Location(report.File, report.FirstLine), finding.Id);
            }
        }
    }

    private static int IndexOf(string heading)
    {
        for (int i = 0; i < InspectionReport.Headings.Count; i++)
        {
            if (InspectionReport.Headings[i] == heading)
            {
                return i;
            }
        }

        return -1;
    }

    [GeneratedRegex(InspectionReport.FindingPattern, RegexOptions.CultureInvariant)]
    private static partial Regex FindingReferences();
}
