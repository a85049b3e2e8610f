namespace Portal.Domain.Data;

/// <summary>A file (or sheet) that holds schools of a release: what it takes to name a cell as a spreadsheet shows it.</summary>
/// <param name="Release">The release in whose folder the file stands: a revision takes over files of the release that it corrects.</param>
/// <param name="Name">File inside that folder, e.g. <c>schools/990121.csv</c>, with the sheet of a workbook in brackets.</param>
/// <param name="Letters">Letters of the file's columns by name; one object for all files that are laid out alike.</param>
public sealed record SchoolFile(ReleaseId Release, string Name, IReadOnlyDictionary<string, string> Letters)
{
    /// <summary>Letters of a column, empty where the file does not have it.</summary>
    public string LettersOf(string column) => Letters.GetValueOrDefault(column, "");
}
