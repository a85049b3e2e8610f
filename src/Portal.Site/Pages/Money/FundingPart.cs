using System.Globalization;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>A check in a year.</summary>
/// <param name="Year">Year in words.</param>
/// <param name="Shape">Shape of the mark; empty where the check has no such year.</param>
/// <param name="Word">Word of the mark.</param>
/// <param name="Lines">Inputs with their values and growth, and what is missing.</param>
public sealed record FundingCell(string Year, string Shape, string Word, IReadOnlyList<string> Lines)
{
    /// <summary>Errata of the rows that it is worked out from.</summary>
    public IReadOnlyList<Fix> Fixes { get; init; } = [];
}

/// <summary>A check over the years.</summary>
public sealed record FundingRow(string Label, string Marks, IReadOnlyList<FundingCell> Cells);

/// <summary>Checks that the law names together.</summary>
/// <param name="Label">Name of the group.</param>
/// <param name="Years">Years in words, oldest first.</param>
/// <param name="Rows">Checks in order.</param>
/// <param name="Bases">Documents that ask for them, each once, with how sure each is.</param>
public sealed record FundingGroup(string Label, IReadOnlyList<string> Years, IReadOnlyList<FundingRow> Rows, IReadOnlyList<string> Bases);

/// <summary>经费: what the law asks of a place's spending on schools, checked year by year (rules.md §8). 测算, no verdict of a scheme.</summary>
/// <param name="Summary">Counts in words.</param>
/// <param name="Groups">Groups in order.</param>
/// <param name="Note">Documents of the figures.</param>
public sealed record FundingPart(string Summary, IReadOnlyList<FundingGroup> Groups, TableNote Note)
{
    private const int PercentDecimals = 2;

    /// <summary>The checks of a place by the figures of releases, oldest first; null where there is no check or no figure.</summary>
    public static FundingPart? Of(SiteContext site, IReadOnlyList<Release> releases, PlaceCode place)
    {
        FinanceBook book = FinanceBook.Of(releases, place);
        if (book.IsEmpty || site.Data.FundingChecks.Count == 0)
        {
            return null;
        }

        Release newest = releases[^1];
        IReadOnlyList<FundingFinding> findings = FundingFinding.Of(site.Data.FundingChecks, site.Data.Places, place, book, FundingYears.Last(newest.AsOf));
        TableNote note = Sourcing.Note(site, newest, findings.SelectMany(f => f.Years).SelectMany(y => y.Inputs).SelectMany(i => i.Sources));
        return new FundingPart(SummaryOf(findings), [.. findings.GroupBy(f => f.Check.Group, StringComparer.Ordinal).Select(g => Group(site, note, [.. g], y => Fixes(site, releases, place, y)))], note);
    }

    private static string SummaryOf(IReadOnlyList<FundingFinding> findings)
    {
        FundingYear[] years = [.. findings.SelectMany(f => f.Years)];
        int Count(Outcome outcome) => years.Count(y => y.Outcome == outcome);
        string[] parts =
        [
            .. new[] { ("达到", Count(Outcome.Met)), ("未达到", Count(Outcome.NotMet)), ("数据不全", Count(Outcome.NotReported)), ("只作参考或不适用", Count(Outcome.NotApplicable)) }
                .Where(p => p.Item2 > 0).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Item1} {p.Item2} 项次")),
        ];
        string span = string.Create(CultureInfo.InvariantCulture, $"{years.Min(y => y.Year)}—{years.Max(y => y.Year)} 年");
        return string.Create(CultureInfo.InvariantCulture, $"{span}，{findings.Count} 项要求逐年核对：{string.Join("，", parts)}。");
    }

    private static FundingGroup Group(SiteContext site, TableNote note, FundingFinding[] findings, Func<FundingYear, IReadOnlyList<Fix>> fixes)
    {
        int[] years = [.. findings.SelectMany(f => f.Years).Select(y => y.Year).Distinct().Order()];
        return new FundingGroup(
            findings[0].Check.Group,
            [.. years.Select(Year)],
            [.. findings.Select(f => new FundingRow(
                f.Check.Label,
                note.Sources.Count < 2 ? "" : string.Concat(f.Years.SelectMany(y => y.Inputs).SelectMany(i => i.Sources).Distinct().Select(s => note.Mark(Sourcing.Of(site, s)))),
                [.. years.Select(year => f.Years.FirstOrDefault(y => y.Year == year) is { } found ? Cell(site, found) with { Fixes = fixes(found) } : new FundingCell(Year(year), "", "", []))]))],
            [.. findings.Select(f => f.Check.Source).Distinct()]);
    }

    // Where a check looks back, it shows the year before too.
    private static IReadOnlyList<Fix> Fixes(SiteContext site, IReadOnlyList<Release> releases, PlaceCode place, FundingYear year) => year.Check is null
        ? []
        : [.. year.Inputs.SelectMany(i => (FundingCheck.LooksBack(year.Check.Rule) ? new[] { year.Year - 1, year.Year } : [year.Year]).SelectMany(y => Fix.OfFinance(site, releases, place, i.Of, y)))];

    private static FundingCell Cell(SiteContext site, FundingYear year)
    {
        (string shape, string word) = year.Outcome switch
        {
            Outcome.Met => ("ok", "达到"),
            Outcome.NotMet => ("no", "未达到"),
            Outcome.NotReported => ("na", "数据不全"),
            _ => ("na", year.Reference ? "参考，不判断" : year.Check is null ? "当年尚无此要求" : "不适用"),
        };
        return new FundingCell(Year(year.Year), shape, word, year.Check is null ? [] : [.. Lines(site, year)]);
    }

    private static IEnumerable<string> Lines(SiteContext site, FundingYear year)
    {
        FundingRule rule = year.Check!.Rule;
        bool whole = year.Inputs.All(i => i.Now.HasValue && (i.Before.HasValue || !FundingCheck.LooksBack(rule)));
        string[] growths = Growths(year, whole);
        foreach ((FundingInput input, int i) in year.Inputs.Select((input, i) => (input, i)))
        {
            string label = site.Data.Vocabulary.Label("finance", input.Of.Measure);
            bool back = FundingCheck.LooksBack(rule) && !input.Before.HasValue;
            if (!input.Now.HasValue)
            {
                yield return back && input.Before.State == input.Now.State
                    ? string.Create(CultureInfo.InvariantCulture, $"{label}：{year.Year - 1}、{year.Year} 年{Format.Missing(input.Now.State)}")
                    : $"{label}：{Year(year.Year)}{Format.Missing(input.Now.State)}" + (back ? $"，{Year(year.Year - 1)}{Format.Missing(input.Before.State)}" : "");
                continue;
            }

            yield return $"{label} {Format.Cell(input.Now)} {site.Data.Vocabulary.Measure("finance", input.Of.Measure).Unit}".TrimEnd()
                + (back ? $"（{Year(year.Year - 1)}{Format.Missing(input.Before.State)}）" : growths[i]);
        }

        if (whole && rule is FundingRule.ShareAtLeast or FundingRule.ShareRises)
        {
            yield return ShareLine(year, rule);
        }
    }

    /// <summary>Growth of each input in words, with enough digits that no two contradict the outcome; empty where the rule asks for none.</summary>
    private static string[] Growths(FundingYear year, bool whole)
    {
        FundingRule rule = year.Check!.Rule;
        if (rule is FundingRule.Growth or FundingRule.NotDown)
        {
            return [whole ? "，" + Growth(year.Value, Comparison.PrintPair(year.Value, 0, PercentDecimals).First) : ""];
        }

        if (rule != FundingRule.GrowthOver)
        {
            return ["", ""];
        }

        (string first, string second) = whole && !double.IsNaN(year.Value) && !double.IsNaN(year.Against) ? Comparison.PrintPair(year.Value, year.Against, PercentDecimals) : ("", "");
        return [.. year.Inputs.Select((input, i) => input.Before.HasValue && input.Now.HasValue
            ? "，" + Growth(input.GrowthPercent, first.Length == 0 ? Comparison.PrintPair(input.GrowthPercent, 0, PercentDecimals).First : i == 0 ? first : second)
            : "")];
    }

    private static string Growth(double percent, string printed) =>
        double.IsNaN(percent) ? "上年为 0，增长率无法计算"
        : percent == 0 ? "与上年持平"
        : printed.StartsWith('-') ? $"下降 {printed[1..]}%" : $"增长 {printed}%";

    private static string ShareLine(FundingYear year, FundingRule rule)
    {
        if (double.IsNaN(year.Value) || double.IsNaN(year.Against))
        {
            return "分母为 0，比例无法计算";
        }

        if (rule == FundingRule.ShareAtLeast)
        {
            return $"占 {Comparison.Print(year.Value, PercentDecimals, year.Against, Sense.AtLeast)}%（{(year.Reference ? "全国要求" : "要求")}不低于 {year.Check!.Threshold}%）";
        }

        (string now, string before) = Comparison.PrintPair(year.Value, year.Against, PercentDecimals);
        return $"占 {now}%，上年 {before}%";
    }

    private static string Year(int year) => string.Create(CultureInfo.InvariantCulture, $"{year} 年");
}
