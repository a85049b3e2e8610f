using System.Buffers;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Pages;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Downloads;

/// <summary>
/// The working of a county's stage as a workbook with live formulas: 说明, 学校 (inputs with the names of their cells), 计算 (a school
/// has the same row in both), 结果, 不计入, and 勘误 where a cell of the inputs was corrected. Takes the same <see cref="Working"/> as the page; what is withheld there is not here either.
/// </summary>
internal sealed class WorkingBook
{
    /// <summary>Names of the sheets, as formulas write them.</summary>
    public const string About = "说明", Inputs = "学校", Steps = "计算", Results = "结果", Out = "不计入", Errata = "勘误";

    private readonly SiteContext site;
    private readonly HowCells cells;
    private readonly HowPage page;
    private readonly Working working;

    private WorkingBook(SiteContext site, (HowPage Page, HowCells Cells) made)
    {
        (this.site, page, cells) = (site, made.Page, made.Cells);
        working = cells.Working;
    }

    /// <summary>Writes the workbook.</summary>
    public static void Write(SiteContext site, Release release, PlaceCode county, Scheme scheme, Stage stage, IBufferWriter<byte> to)
    {
        using MemoryStream stream = new();
        using (Xlsx book = new(stream))
        {
            new WorkingBook(site, HowPage.Made(site, release, county, scheme, stage)).Write(book);
        }

        to.Write(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    private void Write(Xlsx book)
    {
        book.Sheet(About, [16, 100], 0, AboutSheet);
        WorkingInputs inputs = new(site, cells);
        book.Sheet(Inputs, [30, 14, 16, 8], WorkingInputs.HeadRows, inputs.Write);
        WorkingSteps steps = new(cells, inputs);
        if (steps.Any)
        {
            book.Sheet(Steps, [30, 12], WorkingInputs.HeadRows, steps.Write);
        }

        book.Sheet(Results, [40, 22, 10, 20, 60], 2, new WorkingResults(working, page, steps).Write);
        if (page.Scope.Outside.Count + page.Scope.Hosted.Count + page.Scope.Unknown.Count > 0)
        {
            book.Sheet(Out, [30, 14, 40, 40], 1, OutSheet);
        }

        (SchoolPart Part, Fix Fix)[] errata = [.. inputs.Errata()];
        if (errata.Length > 0)
        {
            book.Sheet(Errata, [30, 14, 24, 16, 16, 40, 14], 1, sheet => ErrataSheet(sheet, errata));
        }
    }

    private void AboutSheet(XlsxSheet sheet)
    {
        sheet.Texts(XlsxStyle.Head, page.Title);
        Line("发布", $"{working.Release.Id}（{Format.Day(working.Release.Published)}）");
        Line("网页", page.CitationUrl);
        Line("引用", page.Citation);
        foreach (SourceRef source in page.Note.Sources)
        {
            Line("来源", source.Title + (source.Grade.Length > 0 ? $"（{source.Grade}）" : ""));
        }

        Line("数据", page.Note.Words);
        foreach (string file in page.Scope.Files)
        {
            Line("数据表", file);
        }

        Line("办法", page.Document);
        if (site.Mark is { } mark)
        {
            Line("性质", $"{mark}。{site.Data.Settings.Notice}");
        }

        Line("结论", $"{page.Last.Outcome}。{page.Last.Words}");
        Line("怎么看", $"“{Inputs}”是各校填报的数，数的右边是它在数据表里的格；“{Steps}”一行一所学校，行号与“{Inputs}”相同，点一格就看到公式；“{Results}”是系数、限值和结论。改“{Inputs}”里的数，后面各表跟着变。");
        Line("公式", "县平均 M = Σx ÷ ΣP；加权差方 = (P ÷ ΣP)(X − M)²；标准差 S = √Σ加权差方；差异系数 = S ÷ M。");
        if (page.Scope.Weights.Length > 0)
        {
            Line("折算系数", $"一校多段的共用资产按“学生数 × 折算系数”分：{page.Scope.Weights}。");
        }

        foreach (HowIndicator indicator in page.Indicators)
        {
            Line(indicator.Label, indicator.Formula + (indicator.Withheld.Length > 0 ? "。" + indicator.Withheld : ""));
        }

        void Line(string label, string words)
        {
            sheet.StartRow();
            sheet.Text(label, XlsxStyle.Head);
            sheet.Text(words, XlsxStyle.Wrapped);
        }
    }

    private void ErrataSheet(XlsxSheet sheet, (SchoolPart Part, Fix Fix)[] errata)
    {
        sheet.Texts(XlsxStyle.Head, "学校（学部）", "代码", "哪一格", "原为", "现为", "原因", "日期");
        foreach ((SchoolPart part, Fix fix) in errata)
        {
            sheet.Texts(XlsxStyle.Plain, cells.Name(part), part.School.Id.Value, fix.Label, fix.Was, fix.Is, fix.Reason, fix.Date);
        }
    }

    private void OutSheet(XlsxSheet sheet)
    {
        sheet.Texts(XlsxStyle.Head, "学校（学部）", "代码", "原因", "依据");
        foreach (HowOutside school in page.Scope.Outside)
        {
            sheet.Texts(XlsxStyle.Plain, school.Name, school.Id, school.Reason, school.By);
        }

        foreach (HowSchool school in page.Scope.Unknown)
        {
            sheet.Texts(XlsxStyle.Plain, school.Name, school.Id, "应当计入，学生数" + school.Pupils, school.Cell);
        }

        foreach (HowHosted row in page.Scope.Hosted)
        {
            sheet.Texts(XlsxStyle.Plain, row.Name, row.Id, "不计校数，并入" + row.Host, $"第 {row.Row} 行");
        }
    }
}
