using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Pages;
using Portal.Site.Text;

namespace Portal.Site.Downloads;

/// <summary>The sheet 计算: for each indicator amount, enrolment, value, weighted squared deviation and share of the variance of each school, and below them the county's.</summary>
internal sealed class WorkingSteps
{
    private const int FirstColumn = 2;
    private const int Columns = 5;
    private readonly HowCells cells;
    private readonly WorkingInputs inputs;
    private readonly IndicatorWorking[] indicators;
    private readonly bool[] begun;
    private readonly int last;

    /// <summary>The steps of the indicators that may be shown.</summary>
    public WorkingSteps(HowCells cells, WorkingInputs inputs)
    {
        (this.cells, this.inputs) = (cells, inputs);
        indicators = [.. cells.Working.Indicators.Where(i => i.Shown == WorkingShown.All && i.Schools.Any(s => s.Entry.Enters))];
        begun = new bool[indicators.Length];
        last = WorkingInputs.RowOf(cells.Working.Scope.In.Count - 1);
    }

    /// <summary>False where no indicator can be shown.</summary>
    public bool Any => indicators.Length > 0;

    private int Sum => last + 1;

    private int Mean => last + 2;

    private int Variance => last + 3;

    private int Deviation => last + 4;

    private int Coefficient => last + 5;

    /// <summary>The cell of an indicator's coefficient as formulas of other sheets write it; null where the sheet does not have it.</summary>
    public string? Reference(IndicatorId indicator)
    {
        int at = Array.FindIndex(indicators, i => i.Indicator.Id == indicator);
        return at < 0 || !indicators[at].Result.HasValue ? null : $"{WorkingBook.Steps}!{At(at, 3, Coefficient)}";
    }

    /// <summary>Writes the sheet.</summary>
    public void Write(XlsxSheet sheet)
    {
        sheet.Texts(XlsxStyle.Head, ["学校（学部）", "本学段份额", .. indicators.SelectMany(i => new[] { $"{i.Indicator.Label}（{i.Indicator.Unit}）", "", "", "", "" })]);
        sheet.Texts(XlsxStyle.Head, ["", "", .. indicators.SelectMany(i => new[] { "数量 x", i.Indicator.Per.Factor == 1 ? "学生数 P" : $"学生数 × {Format.Exact(i.Indicator.Per.Factor)} P", "X = x ÷ P", "加权差方", "占方差" })]);
        for (int school = 0; school < cells.Working.Scope.In.Count; school++)
        {
            sheet.StartRow();
            sheet.Text(cells.Name(cells.Working.Scope.In[school]));
            Share(sheet, school);
            for (int i = 0; i < indicators.Length; i++)
            {
                School(sheet, i, school);
            }
        }

        Foot(sheet, "合计", (i, w) =>
        {
            sheet.Formula(SumOf(i, 0), w.Total);
            sheet.Formula(SumOf(i, 1), w.Enrolment);
            sheet.Skip(2);
            if (w.Schools.Any(s => !double.IsNaN(s.Contribution)))
            {
                sheet.Formula(SumOf(i, 4), w.Schools.Where(s => s.Entry.Enters).Sum(s => s.Contribution), XlsxStyle.Percent);
            }
            else
            {
                sheet.Skip();
            }
        });
        Foot(sheet, "县平均 M = Σx ÷ ΣP", (i, w) =>
        {
            sheet.Skip(2);
            sheet.Formula($"{At(i, 0, Sum)}/{At(i, 1, Sum)}", w.Result.Mean);
            sheet.Skip(2);
        });
        Foot(sheet, "方差 S² = Σ加权差方", (i, w) => Last(sheet, SumOf(i, 3), w.Variance));
        Foot(sheet, "标准差 S", (i, w) => Last(sheet, $"SQRT({At(i, 3, Variance)})", w.Result.StandardDeviation));
        Foot(sheet, "差异系数 = S ÷ M", (i, w) =>
        {
            if (w.Result.HasValue)
            {
                Last(sheet, $"{At(i, 3, Deviation)}/{At(i, 2, Mean)}", w.Result.Value);
            }
            else
            {
                sheet.Skip(3);
                sheet.Text(Format.Coefficient(w.Result));
                sheet.Skip();
            }
        });
    }

    private static void Last(XlsxSheet sheet, string formula, double value)
    {
        sheet.Skip(3);
        sheet.Formula(formula, value, XlsxStyle.Strong);
        sheet.Skip();
    }

    private void Foot(XlsxSheet sheet, string label, Action<int, IndicatorWorking> write)
    {
        sheet.StartRow();
        sheet.Text(label, XlsxStyle.Strong);
        sheet.Skip();
        for (int i = 0; i < indicators.Length; i++)
        {
            write(i, indicators[i]);
        }
    }

    private void Share(XlsxSheet sheet, int school)
    {
        SchoolPart part = cells.Working.Scope.In[school];
        if (cells.Working.Splits.FirstOrDefault(s => s.Part == part) is not { } split)
        {
            if (part.Stages.Count > 1)
            {
                sheet.Skip();
            }
            else
            {
                sheet.Number(1);
            }

            return;
        }

        if (!split.Share.IsKnown)
        {
            sheet.Text(Format.Missing(split.Share.Why));
            return;
        }

        string own = Weighted(split.Stages.First(s => s.Stage == part.Stage));
        sheet.Formula($"{own}/({string.Join('+', split.Stages.Select(Weighted))})", split.Share.Value);

        string Weighted(SplitStage stage)
        {
            string pupils = inputs.Reference(Working.PupilsOf(stage.Stage), school);
            return stage.Weight == 1 ? pupils : $"{pupils}*{Format.Exact(stage.Weight)}";
        }
    }

    private void School(XlsxSheet sheet, int i, int school)
    {
        IndicatorWorking working = indicators[i];
        SchoolWorking row = working.Schools[school];
        if (!row.Entry.Enters)
        {
            sheet.Text("不计入：" + Format.Missing(row.Entry.Why));
            sheet.Skip(Columns - 1);
            return;
        }

        // The same formula for every school: written in the first, shared by the others.
        bool first = !begun[i];
        begun[i] = true;
        int at = WorkingInputs.RowOf(school);
        Indicator indicator = working.Indicator;
        StageId stage = cells.Working.Result.Stage;
        Fill(0, first ? Amount() : null, row.Entry.Amount.Value);
        Fill(1, first ? Scaled(indicator.Per, indicator.Per.Factor) : null, row.Entry.Weight.Value);
        Fill(2, first ? $"{At(i, 0, at)}/{At(i, 1, at)}" : null, row.Value);
        string difference = first ? $"({At(i, 2, at)}-{Fixed(i, 2, Mean)})" : "";
        Fill(3, first ? $"{At(i, 1, at)}/{Fixed(i, 1, Sum)}*{difference}*{difference}" : null, row.Term);
        if (double.IsNaN(row.Contribution))
        {
            sheet.Skip();
        }
        else
        {
            Fill(4, first ? $"{At(i, 3, at)}/{Fixed(i, 3, Variance)}" : null, row.Contribution, XlsxStyle.Percent);
        }

        void Fill(int column, string? formula, double value, XlsxStyle style = XlsxStyle.Plain) => sheet.Shared(formula, (i * Columns) + column, last, value, style);

        string Amount()
        {
            string sum = string.Concat(indicator.Numerator.Select((t, n) => (t.Factor < 0 ? "-" : n > 0 ? "+" : "") + Scaled(t, Math.Abs(t.Factor))));
            return !indicator.Split ? sum : indicator.Numerator.Count > 1 ? $"({sum})*$B{at}" : $"{sum}*$B{at}";
        }

        string Scaled(Term term, double factor) => inputs.Reference(term.ColumnFor(stage), school) + (factor == 1 ? "" : "*" + Format.Exact(factor));
    }

    private string SumOf(int indicator, int column) => $"SUM({At(indicator, column, WorkingInputs.RowOf(0))}:{At(indicator, column, last)})";

    // A cell below the schools: the same for every row.
    private static string Fixed(int indicator, int column, int row) => XlsxSheet.LettersOf(FirstColumn + (indicator * Columns) + column) + "$" + XlsxSheet.Digits(row);

    private static string At(int indicator, int column, int row) => XlsxSheet.LettersOf(FirstColumn + (indicator * Columns) + column) + XlsxSheet.Digits(row);
}
