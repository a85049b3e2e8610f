using System.Globalization;

namespace Portal.Verification;

/// <summary>The two rules that look back: how long a county has been recognised, and its coefficients of earlier periods.</summary>
internal sealed class RoadOpinion(Package package, EvaluationInputs more)
{
    /// <summary>Recognised for so many years on the day of application, or on the statistics date without one.</summary>
    public ItemOpinion RecognisedYears(ItemInput item, string county, string ownScheme)
    {
        (string Step, string Done, (string, int) At)[] steps = Steps(county, item.Word("scheme") ?? "");
        var applied = Steps(county, ownScheme).LastOrDefault(s => s.Step == "申报");
        (string, int)[] from = [.. steps.Select(s => s.At), .. applied.Step is null ? Array.Empty<(string, int)>() : [applied.At]];
        if (steps.Length == 0)
        {
            return new ItemOpinion(item, "not_reported", double.NaN, true, false, null, from);
        }

        int decisive = Array.FindLastIndex(steps, s => s.Step is "认定" or "推迟" or "撤销");
        if (decisive < 0 || steps[decisive].Step != "认定")
        {
            return new ItemOpinion(item, "not_met", 0, false, true, null, from);
        }

        if (Days(steps[decisive].Done) is not { } recognised)
        {
            return new ItemOpinion(item, "not_reported", double.NaN, true, false, null, from);
        }

        (DateOnly First, DateOnly Last) day = (applied.Step is null ? null : Days(applied.Done)) ?? Days(package.RuleDate)!.Value;
        int years = (int)item.Threshold.Value;
        int full = 0;
        while (recognised.Last.AddYears(full + 1) <= day.First)
        {
            full++;
        }

        bool surely = recognised.Last.AddYears(years) <= day.First;
        bool perhaps = recognised.First.AddYears(years) <= day.Last;
        return ItemOpinions.Listed(item, full, !perhaps, perhaps && !surely, [Num.Of(full)], null, from);
    }

    /// <summary>In each of so many periods before, the composite or each single coefficient keeps to the threshold.</summary>
    public ItemOpinion History(ItemInput item, string county, IReadOnlyList<string> stages)
    {
        bool each = item.Word("what") == "each";
        int periods = int.Parse(item.Word("periods")!, CultureInfo.InvariantCulture);
        List<Num> looked = [];
        List<(string, int)> from = [];
        double worst = double.NaN;
        bool fails = false;
        bool missing = false;
        string? unclear = int.TryParse(Period(package.Release), NumberStyles.None, CultureInfo.InvariantCulture, out int year) ? null : "期号不是年份，看不出前几期";
        for (int i = 1; i <= periods; i++)
        {
            foreach (string stage in stages)
            {
                List<PastInput> rows = more.History.GetValueOrDefault(((year - i).ToString(CultureInfo.InvariantCulture), county, item.Word("scheme") ?? "", stage), []);
                if (rows.Count > 0 && !rows[0].Comparable)
                {
                    looked.Add(Num.Without('z'));
                    continue;
                }

                PastInput[] values = [.. rows.Where(r => each == (r.Indicator != "composite"))];
                from.AddRange(values.Select(v => v.At));
                if (rows.Any(r => r.Closed))
                {
                    unclear ??= $"{county} 以前一期的系数只公布到页面上的位数";
                }

                missing |= values.Length == 0 || values.Any(v => !v.Coefficient.IsKnown || v.Missing > 0);
                foreach (PastInput value in values.Where(v => v.Coefficient.IsKnown && v.Missing == 0))
                {
                    looked.Add(value.Coefficient);
                    worst = double.IsNaN(worst) ? value.Coefficient.Value : Math.Max(worst, value.Coefficient.Value);
                    fails |= SecondOpinion.Judge(value.Coefficient.Value, item.Threshold.Value, "at_most") == "not_met";
                }
            }
        }

        return ItemOpinions.Listed(item, worst, fails, missing, looked, unclear, from);
    }

    private (string Step, string Done, (string, int) At)[] Steps(string county, string scheme) =>
        [.. more.Steps.GetValueOrDefault((county, scheme), []).OrderBy(s => s.Done, StringComparer.Ordinal)];

    private static string Period(string release) => release.LastIndexOf('.') is var dot && dot < 0 ? release : release[..dot];

    // A month or a year is no day: it can be any of its days.
    private static (DateOnly First, DateOnly Last)? Days(string text)
    {
        string[] p = text.Split('-');
        int[] numbers = [.. p.Select(x => int.TryParse(x, NumberStyles.None, CultureInfo.InvariantCulture, out int n) ? n : 0)];
        if (numbers.Any(n => n == 0) || numbers.Length > 3)
        {
            return null;
        }

        DateOnly first = new(numbers[0], numbers.Length > 1 ? numbers[1] : 1, numbers.Length > 2 ? numbers[2] : 1);
        return (first, numbers.Length == 1 ? first.AddYears(1).AddDays(-1) : numbers.Length == 2 ? first.AddMonths(1).AddDays(-1) : first);
    }
}
