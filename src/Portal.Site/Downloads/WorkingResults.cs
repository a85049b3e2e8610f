using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Pages;
using Portal.Site.Text;

namespace Portal.Site.Downloads;

/// <summary>The sheet 结果: coefficients, composite, limits, outcome.</summary>
internal sealed class WorkingResults(Working working, HowPage page, WorkingSteps steps)
{
    private const int First = 3;

    private string Over => HowOutcome.Word(Outcome.NotMet, page.ForReference);

    private string Within => HowOutcome.Word(Outcome.Met, page.ForReference);

    private string Open => HowOutcome.Word(Outcome.NotReported, page.ForReference);

    /// <summary>Writes the sheet.</summary>
    public void Write(XlsxSheet sheet)
    {
        StageResult result = working.Result;
        sheet.Texts(XlsxStyle.Head, page.Title);
        sheet.Texts(XlsxStyle.Head, "指标", "差异系数", "限值", "与限值比较", "说明");
        foreach (IndicatorWorking indicator in working.Indicators)
        {
            sheet.StartRow();
            sheet.Text(indicator.Indicator.Label);
            Value(sheet, indicator.Result, steps.Reference(indicator.Indicator.Id));
            Compare(sheet, indicator.Result, indicator.Shown == WorkingShown.All ? "" : "逐校的数不予公布，这里只有系数。");
        }

        int last = sheet.Row;
        if (result.Composite is { } composite)
        {
            sheet.StartRow();
            sheet.Text("综合差异系数", XlsxStyle.Strong);
            Value(sheet, composite, $"AVERAGE(B{First}:B{last})");
            Compare(sheet, composite, "各单项的简单平均");
            last++;
        }

        sheet.StartRow();
        sheet.Text("结论", XlsxStyle.Strong);
        sheet.Skip(2);
        if (result.Comparable && result.Outcome != Outcome.NotApplicable)
        {
            string range = $"D{First}:D{last}";
            sheet.Formula($"IF(COUNTIF({range},\"{Over}\")>0,\"{Over}\",IF(COUNTIF({range},\"{Open}\")>0,\"{Open}\",\"{Within}\"))", HowOutcome.Word(result.Outcome, page.ForReference), XlsxStyle.Strong);
        }
        else
        {
            sheet.Text(page.Last.Outcome, XlsxStyle.Strong);
        }

        sheet.Text(page.Last.Words, XlsxStyle.Wrapped);
    }

    private static void Value(XlsxSheet sheet, IndicatorResult result, string? formula)
    {
        if (!result.HasValue)
        {
            sheet.Text(Format.Coefficient(result));
        }
        else if (formula is null)
        {
            sheet.Number(result.Value);
        }
        else
        {
            sheet.Formula(formula, result.Value);
        }
    }

    // Unrounded, with the tolerance of Comparison: sums of decimals in binary exceed their exact value by a few units of the last place.
    private void Compare(XlsxSheet sheet, IndicatorResult result, string note)
    {
        if (result.Limit is not { } limit)
        {
            sheet.Skip(2);
            sheet.Text(note, XlsxStyle.Wrapped);
            return;
        }

        sheet.Number(limit.Value.Value);
        if (result.Outcome is Outcome.Met or Outcome.NotMet)
        {
            string slack = Format.Exact(Comparison.Tolerance * Math.Max(1, Math.Abs(limit.Value.Value)));
            string holds = limit.Sense == Sense.AtMost ? $"B{sheet.Row}<=C{sheet.Row}+{slack}" : $"B{sheet.Row}>=C{sheet.Row}-{slack}";
            sheet.Formula($"IF({holds},\"{Within}\",\"{Over}\")", HowOutcome.Word(result.Outcome, page.ForReference));
        }
        else
        {
            sheet.Text(Open);
        }

        string missing = result.Missing > 0 ? $"缺 {result.Missing} 所学校的数据，按 {result.Schools} 所计算，不作判断。" : "";
        sheet.Text($"{note}{(note.Length > 0 && !note.EndsWith('。') ? "。" : "")}{missing}限值：{limit.Source}", XlsxStyle.Wrapped);
    }
}
