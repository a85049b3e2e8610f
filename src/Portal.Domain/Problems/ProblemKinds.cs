namespace Portal.Domain.Problems;

/// <summary>
/// The words of all problems, in one file. Codes are stable and never used again: P1xx files and folders, P2xx tables and cells,
/// P3xx keys and references, P4xx schemes, P5xx texts of input/, P6xx addresses, links and output.
/// Words are for the office's clerk: what was seen, which rule, what to do.
/// </summary>
public static class ProblemKinds
{
    /// <summary>A required file is missing.</summary>
    public static readonly ProblemKind MissingFile = Error("P101", "缺少文件“{0}”。", "请补上这个文件；格式见 data/README.md。");

    /// <summary>A column that no table of this name has.</summary>
    public static readonly ProblemKind UnknownColumn = Error("P203", "表头“{0}”不认识。", "最接近的是“{1}”；请改表头，或删去这一列。");

    private static ProblemKind Error(string code, string text, string remedy) => new(code, Severity.Error, text, remedy);
}
