using System.Globalization;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>
/// Names of the cells of one working, as the office's own tables show them: <c>K14</c>, with the number of the file before it where a
/// county's schools stand in several files (<c>②K14</c>). Paths are those inside the release's folder, never the machine's.
/// </summary>
public sealed class HowCells
{
    private const string Circled = "①②③④⑤⑥⑦⑧⑨⑩";
    private readonly SchoolTable schools;
    private readonly List<SchoolFile> files = [];
    private readonly string suffix;

    /// <summary>The cells of a working.</summary>
    public HowCells(Working working)
    {
        Working = working;
        schools = working.Release.Schools;
        suffix = $"（{working.Scheme.StageLabel(working.Result.Stage)}部）";
        (int start, int length) = schools.RowsOf(working.Result.Place).GetOffsetAndLength(schools.Count);
        for (int row = start; row < start + length; row++)
        {
            if (schools.FileOf(row) is { } file && !files.Contains(file))
            {
                files.Add(file);
            }
        }
    }

    /// <summary>The working.</summary>
    public Working Working { get; }

    /// <summary>The files in words: <c>schools/990121.csv</c>, with its release where a revision took it over.</summary>
    public IReadOnlyList<string> Files =>
        [.. files.Select(f => Mark(f) + f.Name + (f.Release == Working.Release.Id ? "" : $"（沿用发布 {f.Release}）"))];

    /// <summary>A school's name, with the stage's part where it has several: 青渡县民族学校（初中部）.</summary>
    public string Name(SchoolPart part) => part.School.Name + (part.Stages.Count > 1 ? suffix : "");

    /// <summary>Rows of a part: <c>14</c>; <c>14、15</c> with a row that is counted with it.</summary>
    public string Rows(SchoolPart part) => part.Hosted.Count == 0 && files.Count < 2
        ? schools[part.Row].Origin.Row.ToString(CultureInfo.InvariantCulture)
        : string.Join('、', part.Hosted.Prepend(part.Row).Select(row => Mark(schools.FileOf(row)) + schools[row].Origin.Row.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The name of a cell.</summary>
    public string Name(SourceCell cell) => cell.Name.Length == 0 ? "没有这一列" : Mark(cell.File) + cell.Name;

    /// <summary>The cells of a part in a column.</summary>
    public SourceCell[] Of(SchoolPart part, string column) => SourceCell.Of(schools, part, column);

    /// <summary>Names of the cells of a part in a column: <c>K14、K15</c>.</summary>
    public string Names(SchoolPart part, string column) => string.Join('、', Of(part, column).Select(Name));

    /// <summary>What the cells of a part in a column hold, as printed there: 1,893; 120 + 35 with a row that is counted with it; or why there is no number.</summary>
    public string Values(SchoolPart part, string column)
    {
        if (part.Hosted.Count == 0)
        {
            Cell only = schools.Number(part.Row, column);
            return only.HasValue ? Format.Cell(only) : Format.Missing(only.State);
        }

        SourceCell[] cells = Of(part, column);
        return cells.Length == 0 ? Format.Missing(CellState.NotApplicable)
            : cells.FirstOrDefault(c => !c.Value.HasValue) is { } missing ? Format.Missing(missing.Value.State)
            : string.Join(" + ", cells.Select(c => Format.Cell(c.Value)));
    }

    /// <summary>Letters of a column: <c>K 列</c>; by file where they differ; empty where no file has it.</summary>
    public string Letters(string column)
    {
        string[] letters = [.. files.Select(f => f.LettersOf(column))];
        return letters.All(l => l.Length == 0) ? ""
            : letters.Distinct().Count() == 1 ? $"{letters[0]} 列"
            : string.Join('、', files.Zip(letters).Where(p => p.Second.Length > 0).Select(p => $"{Mark(p.First)}{p.Second} 列"));
    }

    private string Mark(SchoolFile? file)
    {
        int at = file is null ? -1 : files.IndexOf(file);
        return files.Count < 2 || at < 0 ? "" : at < Circled.Length ? Circled.Substring(at, 1) : $"[{at + 1}]";
    }
}
