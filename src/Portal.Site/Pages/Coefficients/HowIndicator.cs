using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>A head of the table of an indicator.</summary>
/// <param name="Label">Words.</param>
/// <param name="Sub">Letters of the column, or the symbol of the formula.</param>
public sealed record HowColumn(string Label, string Sub);

/// <summary>A school in the table of an indicator.</summary>
public sealed record HowRow(string Name, IReadOnlyList<string> Cells)
{
    /// <summary>Errata of the cells that went in.</summary>
    public IReadOnlyList<Fix> Fixes { get; init; } = [];
}

/// <summary>A step of the working with all its digits.</summary>
public sealed record HowStep(string Label, string Words);

/// <summary>One indicator, step by step.</summary>
/// <param name="Anchor">Anchor.</param>
/// <param name="Label">Label.</param>
/// <param name="Formula">How a school's value is worked out, in words.</param>
/// <param name="Printed">Coefficient as on the other pages.</param>
/// <param name="Schools">Schools that entered.</param>
/// <param name="Withheld">What is not published and why, empty where all is.</param>
/// <param name="Missing">Cells for want of which schools did not enter.</param>
/// <param name="Steps">Steps from the totals to the coefficient.</param>
/// <param name="Columns">Heads of the table, the school's name left out.</param>
/// <param name="Rows">Schools; empty where they are not published.</param>
/// <param name="Total">Last row.</param>
public sealed record HowIndicator(
    string Anchor, string Label, string Formula, string Printed, int Schools, string Withheld, IReadOnlyList<string> Missing,
    IReadOnlyList<HowStep> Steps, IReadOnlyList<HowColumn> Columns, IReadOnlyList<HowRow> Rows, IReadOnlyList<string> Total)
{
    private const string None = "—";

    /// <summary>Decimals of a school's value on the page; the workbook has all.</summary>
    private const int ValueDecimals = 6;

    /// <summary>Significant digits of the variance, to which its terms are printed.</summary>
    private const int TermDigits = 6;

    /// <summary>Anchor of an indicator on the page.</summary>
    public static string AnchorOf(IndicatorId indicator) => "i-" + indicator.Value;

    /// <summary>The steps of an indicator.</summary>
    /// <param name="site">Site.</param>
    /// <param name="cells">Names of the cells.</param>
    /// <param name="working">Working.</param>
    public static HowIndicator Of(SiteContext site, HowCells cells, IndicatorWorking working)
    {
        bool rows = working.Schools.Count > 0;
        StageId stage = cells.Working.Result.Stage;
        Indicator indicator = working.Indicator;
        return new HowIndicator(
            AnchorOf(indicator.Id),
            indicator.Label,
            IndicatorPage.Formula(site.Data.Vocabulary, indicator, stage).Replace(" ÷ ", indicator.Split && cells.Working.Splits.Count > 0 ? " × 本学段份额 ÷ " : " ÷ ", StringComparison.Ordinal),
            Format.Coefficient(working.Result),
            working.Result.Schools,
            working.Shown switch
            {
                WorkingShown.All => "",
                WorkingShown.County => "这一项的原始数按规定只公布到县，各校的数、贡献和逐步计算不予公布；下面只有县级的数。",
                _ => "这一项有人数过少、不予公布的数，各校的数、县平均、贡献和逐步计算都不予公布，以免被倒推出来。",
            },
            [.. working.Schools.SelectMany(s => s.Missing.Select(c => $"{cells.Name(s.Part)}{(c.School.Id == s.Part.School.Id ? "" : $"（其中{c.School.Name}）")}：{site.Data.Vocabulary.Column(c.Column)?.Label ?? c.Column} {cells.Name(c)} {Format.Missing(c.Value.State)}"))],
            [.. StepsOf(working)],
            rows ? [.. ColumnsOf(site, cells, working)] : [],
            RowsOf(site, cells, working),
            rows ? [.. TotalOf(working)] : []);
    }

    private static IEnumerable<HowStep> StepsOf(IndicatorWorking working)
    {
        IndicatorResult result = working.Result;
        if (!double.IsNaN(working.Total) && result.Schools > 0)
        {
            double scale = 1 / working.Indicator.Per.Factor;
            yield return new HowStep("县平均 M", $"全县总量 ÷ 全县学生数 = {Format.Trimmed(working.Total, ValueDecimals)} ÷ {Pupils(working)}{(scale == 1 ? "" : $" × {Format.Trimmed(scale, ValueDecimals)}")} = {Format.Exact(result.Mean)} {working.Indicator.Unit}");
            yield return new HowStep("方差 S²", $"各校加权差方之和 = {Format.Exact(working.Variance)}");
            yield return new HowStep("标准差 S", $"√S² = {Format.Exact(result.StandardDeviation)}");
        }

        yield return !result.HasValue
            ? new HowStep("差异系数", Format.Coefficient(result) + (result.Schools > 0 ? "：县平均为 0，不能作除数" : "：没有一所学校的数据齐全"))
            : new HowStep("差异系数", working.Shown == WorkingShown.Coefficient
                ? $"{Format.Exact(result.Value)}（印作 {Format.Coefficient(result)}）"
                : $"S ÷ M = {Format.Exact(result.StandardDeviation)} ÷ {Format.Exact(result.Mean)} = {Format.Exact(result.Value)}（印作 {Format.Coefficient(result)}）");
    }

    private static IEnumerable<HowColumn> ColumnsOf(SiteContext site, HowCells cells, IndicatorWorking working)
    {
        Vocabulary words = site.Data.Vocabulary;
        StageId stage = cells.Working.Result.Stage;
        yield return new HowColumn("行", "");
        foreach (Term term in working.Indicator.Numerator)
        {
            yield return Raw(term);
        }

        if (HasShare(working))
        {
            yield return new HowColumn("份额", "");
        }

        if (HasAmount(working))
        {
            yield return new HowColumn("数量", "x");
        }

        HowColumn pupils = Raw(working.Indicator.Per);
        yield return pupils with { Sub = pupils.Sub.Length > 0 ? "P，" + pupils.Sub : "P" };
        yield return new HowColumn(working.Indicator.Short, "X");
        yield return new HowColumn("加权差方", "(P/ΣP)(X−M)²");
        yield return new HowColumn("占方差", "");

        HowColumn Raw(Term term)
        {
            string column = term.ColumnFor(stage);
            return new HowColumn(words.Column(column)?.Label ?? column, cells.Letters(column));
        }
    }

    private static HowRow[] RowsOf(SiteContext site, HowCells cells, IndicatorWorking working)
    {
        StageId stage = cells.Working.Result.Stage;
        string[] columns = [.. working.Indicator.Numerator.Select(t => t.ColumnFor(stage))];
        string pupils = working.Indicator.Per.ColumnFor(stage);
        (bool share, bool amount, int decimals) = (HasShare(working), HasAmount(working), TermDecimals(working));
        return [.. working.Schools.Select(school => new HowRow(cells.Name(school.Part), Row(school)) { Fixes = Fix.OfPart(site, cells.Working.Release, school.Part, working.Indicator) })];

        string[] Row(SchoolWorking school)
        {
            bool enters = school.Entry.Enters;
            string[] row = new string[columns.Length + (share ? 1 : 0) + (amount ? 1 : 0) + 5];
            int at = 0;
            row[at++] = cells.Rows(school.Part);
            foreach (string column in columns)
            {
                row[at++] = cells.Values(school.Part, column);
            }

            if (share)
            {
                row[at++] = !school.Share.IsKnown ? Format.Missing(school.Share.Why) : school.Part.Stages.Count > 1 ? Comparison.Print(school.Share.Value, ValueDecimals) : "1";
            }

            if (amount)
            {
                row[at++] = enters ? Format.Trimmed(school.Entry.Amount.Value, ValueDecimals) : None;
            }

            row[at++] = cells.Values(school.Part, pupils);
            row[at++] = enters ? Format.Number(school.Value, ValueDecimals) : "不计入";
            row[at++] = enters ? Format.Number(school.Term, decimals) : None;
            row[at] = double.IsNaN(school.Contribution) ? None : Comparison.Print(100 * school.Contribution, 1) + "%";
            return row;
        }
    }

    private static IEnumerable<string> TotalOf(IndicatorWorking working)
    {
        yield return "";
        bool amount = HasAmount(working);
        string total = Format.Trimmed(working.Total, ValueDecimals);
        for (int i = 0; i < working.Indicator.Numerator.Count; i++)
        {
            yield return amount ? "" : total;
        }

        if (HasShare(working))
        {
            yield return "";
        }

        if (amount)
        {
            yield return total;
        }

        bool any = working.Result.Schools > 0;
        yield return Pupils(working);
        yield return any ? "M " + Format.Number(working.Result.Mean, ValueDecimals) : None;
        yield return any ? "S² " + Format.Number(working.Variance, TermDecimals(working)) : None;
        yield return working.Schools.Any(s => !double.IsNaN(s.Contribution)) ? "100%" : None;
    }

    private static string Pupils(IndicatorWorking working) => Format.Trimmed(working.Enrolment / working.Indicator.Per.Factor, ValueDecimals);

    private static bool HasShare(IndicatorWorking working) => working.Indicator.Split && working.Schools.Any(s => s.Part.Stages.Count > 1);

    private static bool HasAmount(IndicatorWorking working) => HasShare(working) || working.Indicator.Numerator.Count > 1 || working.Indicator.Numerator[0].Factor != 1;

    private static int TermDecimals(IndicatorWorking working) =>
        working.Variance > 0 ? Math.Clamp(TermDigits - 1 - (int)Math.Floor(Math.Log10(working.Variance)), 0, 15) : 0;
}
