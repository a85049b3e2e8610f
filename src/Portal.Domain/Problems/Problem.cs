using System.Globalization;

namespace Portal.Domain.Problems;

/// <summary>How bad a problem is.</summary>
public enum Severity
{
    /// <summary>The build goes on.</summary>
    Warning,

    /// <summary>Nothing is written.</summary>
    Error,
}

/// <summary>Where a problem is, as the reader's program shows it.</summary>
/// <param name="File">Path as the user named it, forward slashes.</param>
/// <param name="Row">Row as Excel shows it (the header is 1), or the line of a text; 0 for the whole file.</param>
/// <param name="Column">Column letters as Excel shows them, or the column of a text; empty for the whole row.</param>
public readonly record struct Location(string File, int Row = 0, string Column = "")
{
    /// <summary>Column letters of a zero-based column: 0 is A, 26 is AA.</summary>
    public static string Letters(int column)
    {
        string letters = "";
        for (int n = column + 1; n > 0; n = (n - 1) / 26)
        {
            letters = (char)('A' + ((n - 1) % 26)) + letters;
        }

        return letters;
    }

    /// <inheritdoc/>
    public override string ToString() => Row == 0
        ? File
        : Column.Length == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{File}({Row})")
            : string.Create(CultureInfo.InvariantCulture, $"{File}({Row},{Column})");
}

/// <summary>A kind of problem: a stable code and its words. All kinds stand in <see cref="ProblemKinds"/>.</summary>
/// <param name="Code">Stable code, e.g. P203.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Text">What was seen and which rule it breaks; <c>{0}</c>, <c>{1}</c> … are filled in.</param>
/// <param name="Remedy">What to do.</param>
public sealed record ProblemKind(string Code, Severity Severity, string Text, string Remedy);

/// <summary>A problem found in the input.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Where">Location.</param>
/// <param name="Arguments">What fills the kind's words.</param>
public sealed record Problem(ProblemKind Kind, Location Where, IReadOnlyList<string> Arguments)
{
    /// <summary>Fills a kind's words where no known name is near the one that was given.</summary>
    public const string NothingNear = "（无）";

    /// <summary>One line: <c>data/…/schools.csv(14,C): error P203 …</c>.</summary>
    public override string ToString()
    {
        object[] arguments = [.. Arguments];
        string text = string.Format(CultureInfo.InvariantCulture, Kind.Text, arguments);
        string remedy = string.Format(CultureInfo.InvariantCulture, Kind.Remedy, arguments)
            .Replace($"最接近的是“{NothingNear}”", "没有相近的名字", StringComparison.Ordinal);
        string severity = Kind.Severity == Severity.Error ? "error" : "warning";
        return Seen($"{Where}: {severity} {Kind.Code} {text}{(remedy.Length > 0 ? " " + remedy : "")}");
    }

    // What the input holds must not break the line, nor hide or turn round what stands in it.
    private static string Seen(string line) => line.Any(IsUnseen) ? string.Concat(line.Select(c => IsUnseen(c) ? '\uFFFD' : c)) : line;

    private static bool IsUnseen(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}

/// <summary>Gathers problems from all stages and threads. What is seen twice (a table that a revision takes over) is told once.</summary>
public sealed class ProblemList
{
    private readonly List<Problem> problems = [];
    private readonly HashSet<(string Code, Location Where, string Arguments)> seen = [];
    private readonly Lock gate = new();

    /// <summary>Adds a problem.</summary>
    public void Add(ProblemKind kind, Location where, params string[] arguments)
    {
        lock (gate)
        {
            if (seen.Add((kind.Code, where, string.Join('\n', arguments))))
            {
                problems.Add(new Problem(kind, where, arguments));
            }
        }
    }

    /// <summary>Number of errors.</summary>
    public int Errors => Count(Severity.Error);

    /// <summary>Number of warnings.</summary>
    public int Warnings => Count(Severity.Warning);

    /// <summary>All problems by file, row, column, code: the same order on every machine.</summary>
    public IReadOnlyList<Problem> Sorted()
    {
        lock (gate)
        {
            return
            [
                .. problems
                    .OrderBy(p => p.Where.File, StringComparer.Ordinal)
                    .ThenBy(p => p.Where.Row)
                    .ThenBy(p => p.Where.Column.Length)
                    .ThenBy(p => p.Where.Column, StringComparer.Ordinal)
                    .ThenBy(p => p.Kind.Code, StringComparer.Ordinal)
                    .ThenBy(p => string.Join('\n', p.Arguments), StringComparer.Ordinal),
            ];
        }
    }

    private int Count(Severity severity)
    {
        lock (gate)
        {
            return problems.Count(p => p.Kind.Severity == severity);
        }
    }
}
