using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Pages;
using Portal.Site.Text;

namespace Portal.Site.Downloads;

/// <summary>The sheet 学校: one row for each school in scope, for each raw column its number and the name of the cell it came from.</summary>
internal sealed class WorkingInputs
{
    /// <summary>Rows of heads, here and in 计算: a school has the same row in both.</summary>
    public const int HeadRows = 2;

    private const int FirstColumn = 4;
    private readonly SiteContext site;
    private readonly HowCells cells;
    private readonly List<string> columns = [];

    /// <summary>The inputs of a working: only columns that may be published school by school.</summary>
    public WorkingInputs(SiteContext site, HowCells cells)
    {
        (this.site, this.cells) = (site, cells);
        Working working = cells.Working;
        StageId stage = working.Result.Stage;
        if (working.PupilsShown)
        {
            Add(Working.PupilsOf(stage));
        }

        foreach (string pupils in working.Splits.SelectMany(s => s.Stages).Select(s => Working.PupilsOf(s.Stage)))
        {
            Add(pupils);
        }

        foreach (Term term in working.Indicators.Where(i => i.Shown == WorkingShown.All).SelectMany(i => i.Indicator.Numerator.Append(i.Indicator.Per)))
        {
            Add(term.ColumnFor(stage));
        }
    }

    /// <summary>The errata of the cells that the sheet shows, with the school in scope.</summary>
    public IEnumerable<(SchoolPart Part, Fix Fix)> Errata() =>
        from part in cells.Working.Release.Supervision.Corrections.Count == 0 ? [] : cells.Working.Scope.In
        from row in part.Hosted.Prepend(part.Row)
        from fix in Fix.OfSchool(site, cells.Working.Release, cells.Working.Release.Schools[row].Id, ["name", "township", .. columns])
        select (part, fix);

    /// <summary>Row of a school in scope by its place in the working.</summary>
    public static int RowOf(int school) => HeadRows + 1 + school;

    /// <summary>A cell as formulas of other sheets write it: 学校!E3.</summary>
    public string Reference(string column, int school) => $"{WorkingBook.Inputs}!{XlsxSheet.LettersOf(FirstColumn + (2 * columns.IndexOf(column)))}{XlsxSheet.Digits(RowOf(school))}";

    /// <summary>Writes the sheet.</summary>
    public void Write(XlsxSheet sheet)
    {
        Vocabulary words = site.Data.Vocabulary;
        sheet.Texts(XlsxStyle.Head, ["学校（学部）", "代码", "乡镇", "行", .. columns.SelectMany(c => new[] { Label(words, c), "出自" })]);
        sheet.Texts(XlsxStyle.Plain, ["", "", "", "", .. columns.SelectMany(c => new[] { c, cells.Letters(c) })]);
        foreach (SchoolPart part in cells.Working.Scope.In)
        {
            sheet.StartRow();
            sheet.Text(cells.Name(part));
            sheet.Text(part.School.Id.Value);
            sheet.Text(part.School.Township);
            sheet.Text(cells.Rows(part));
            foreach (string column in columns)
            {
                Input(sheet, part, column);
            }
        }
    }

    private void Input(XlsxSheet sheet, SchoolPart part, string column)
    {
        SourceCell[] from = cells.Of(part, column);
        Amount sum = part.Sum(column);
        if (from.Length == 0)
        {
            sheet.Skip(2);
            return;
        }

        if (!sum.IsKnown)
        {
            sheet.Text(Format.Missing(sum.Why));
        }
        else if (from.Length == 1)
        {
            sheet.Number(sum.Value);
        }
        else
        {
            sheet.Formula(string.Join('+', from.Select(c => c.Value.ToString())), sum.Value);
        }

        sheet.Text(from.Length == 1 ? cells.Name(from[0]) : string.Join('、', from.Select(cells.Name)));
    }

    private static string Label(Vocabulary words, string column) => words.Column(column) is { } known ? known.Unit.Length > 0 ? $"{known.Label}（{known.Unit}）" : known.Label : column;

    private void Add(string column)
    {
        if (!columns.Contains(column))
        {
            columns.Add(column);
        }
    }
}
