using System.Globalization;
using Portal.Domain.Problems;

namespace Portal.Commands;

/// <summary>Prints the problems of a run: errors and warnings in the order of files and rows, not more than a person reads, and how many there are.</summary>
public static class ProblemPrinter
{
    /// <summary>More than this are only counted.</summary>
    public const int Most = 100;

    public static void Print(ProblemList problems, TextWriter to)
    {
        IReadOnlyList<Problem> all = problems.Sorted();
        if (all.Count == 0)
        {
            return;
        }
        // Where not all fit, errors come first: they are what stops the build.
        IEnumerable<Problem> shown = all.Count <= Most ? all : all.OrderByDescending(problem => problem.Kind.Severity).Take(Most);
        foreach (Problem problem in shown)
        {
            to.WriteLine(problem);
        }

        if (all.Count > Most)
        {
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"……还有 {all.Count - Most} 条没有列出。"));
        }

        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"共 {problems.Errors} 个错误、{problems.Warnings} 条提醒。"));
    }
}
