using System.Globalization;
using Portal.Domain.Data;
using Portal.Domain.Schemes;

namespace Portal.Domain.Evaluation;

/// <summary>The rules that look at every school, and those that look back.</summary>
internal sealed partial class CountyData
{
    // More schools without a report than this are counted; what fails is always named.
    private const int MostNamed = 5;

    // ceiling: in every school a sum of raw columns is at most the threshold. The value is the number of schools above it.
    private ItemResult Ceiling(Item item)
    {
        ItemToken token = item.Input(ItemToken.Column)!;
        Schoolwise found = new(IsClosed(item, token));
        foreach (ItemSchool school in SchoolsOf(item))
        {
            Amount sum = school.Sum(token.Terms, item.Stage);
            if (sum.IsKnown)
            {
                found.Add(school.School.Name, Comparison.Holds(sum.Value, Allowances.ThresholdOf(adopted, Release, school.Parts, item, Sense.AtMost), Sense.AtMost) ? null : Number(sum.Value) + Unit(item));
            }
            else
            {
                found.Miss(school.School.Name, sum.Why);
            }
        }

        return Counted(item, found);
    }

    // rooms-per-classes: a room for each `per` classes or part of them, of at least the threshold (m²) on average.
    private ItemResult RoomsPerClasses(Item item)
    {
        (ItemToken classes, ItemToken rooms, ItemToken area) = (item.Input(ItemToken.Classes)!, item.Input(ItemToken.Rooms)!, item.Input(ItemToken.Area)!);
        double per = double.Parse(item.Input(ItemToken.Per)!.Text, CultureInfo.InvariantCulture);
        Schoolwise found = new(IsClosed(item, classes, rooms, area));
        foreach (ItemSchool school in SchoolsOf(item))
        {
            Amount number = school.Sum(classes.Terms, item.Stage);
            Amount have = school.Sum(rooms.Terms, item.Stage);
            Amount space = school.Sum(area.Terms, item.Stage);
            if (number is { IsKnown: true, Value: <= 0 } || number.Why == CellState.NotApplicable)
            {
                continue;
            }

            double need = Math.Ceiling(number.Value / per);
            if (number.IsKnown && have.IsKnown && have.Value < need)
            {
                found.Add(school.School.Name, $"要 {Number(need)} 间，有 {Number(have.Value)} 间");
            }
            else if (number.IsKnown && have.IsKnown && space.IsKnown)
            {
                double mean = space.Value / have.Value;
                double least = Allowances.ThresholdOf(adopted, Release, school.Parts, item, Sense.AtLeast);
                found.Add(school.School.Name, Comparison.Holds(mean, least, Sense.AtLeast) ? null : $"平均每间 {Comparison.Print(mean, 1, least, Sense.AtLeast)}{Unit(item)}");
            }
            else
            {
                found.Miss(school.School.Name, new[] { number.Why, have.Why, space.Why }.First(w => w != CellState.Reported), applies: true);
            }
        }

        return Counted(item, found);
    }

    // classes-over: no class has more pupils than the threshold. The value is the number of classes above it.
    private ItemResult ClassesOver(Item item)
    {
        Schoolwise found = new(closed: false);
        double over = 0;
        foreach (SchoolPart part in Schools.SelectMany(s => s.Parts))
        {
            if (item.Stage is { } only && part.Stage != only)
            {
                continue;
            }

            double large = 0;
            bool blurred = false;
            bool missing = false;
            bool any = false;
            for (int h = -1; h < part.Hosted.Count; h++)
            {
                int row = h < 0 ? part.Row : part.Hosted[h];
                Cell classes = Release.Schools.Number(row, StageColumn.Classes(part.Stage));
                bool reported = false;
                foreach (ClassBand band in Release.ClassesOf(Release.Schools[row].Id, part.Stage))
                {
                    if (band.Classes > 0)
                    {
                        reported = true;
                        large += band.From > item.Threshold.Value ? band.Classes : 0;
                        blurred |= band.From <= item.Threshold.Value && !(band.To <= item.Threshold.Value);
                    }
                }

                any |= reported || classes.Value > 0;
                missing |= !reported && classes.State != CellState.NotApplicable && !(classes.Value <= 0);
            }

            over += large;
            string name = part.School.Name + (part.Stages.Count > 1 && item.Stage is null ? $"（{Scheme.StageLabel(part.Stage)}）" : "");
            if (missing || blurred)
            {
                found.Miss(name, CellState.NotReported, blurred && !missing ? "分段看不出" : "");
            }

            if (large > 0)
            {
                found.Add(name, $"{Number(large)} 个班");
            }
            else if (any && !missing && !blurred)
            {
                found.Add(name, null);
            }
        }

        return Counted(item, found, over);
    }

    // recognised-years: recognised in a scheme for at least so many years on the day of application, or on the statistics date without one.
    private ItemResult RecognisedYears(Item item)
    {
        SchemeId scheme = new(item.Input(ItemToken.Scheme)!.Text);
        Road road = Road.Of(Seen, County, scheme);
        ProcedureStep? applied = Road.Of(Seen, County, Scheme.Id).Steps.LastOrDefault(s => s.Step == Road.Application);
        (DateOnly First, DateOnly Last) day = applied?.Done.Days ?? (Release.RuleDate, Release.RuleDate);
        ItemInput On(DateText? date) => new("recognised", date?.Year ?? double.NaN, date?.Year is null ? CellState.NotReported : CellState.Reported, $"procedure {County}/{scheme}", road.Decisive?.Text ?? "");
        if (road.Steps.Count == 0)
        {
            return Listed(item, double.NaN, [On(null)], []);
        }

        if (road.Standing != Standing.Recognised)
        {
            return new ItemResult(item, Outcome.NotMet, 0, [], [], ["没有认定"]);
        }

        if (road.Decisive!.Done.Days is not { } recognised)
        {
            return Listed(item, double.NaN, [On(null)], []);
        }

        int years = (int)item.Threshold.Value;
        int full = FullYears(recognised.Last, day.First);
        bool surely = recognised.Last.AddYears(years) <= day.First;
        bool perhaps = recognised.First.AddYears(years) <= day.Last;
        return Listed(item, full, [On(road.Decisive.Done)], perhaps ? [] : [$"{full} 年，不满 {item.Threshold} 年"], perhaps && !surely ? ["认定日期不够具体"] : []);

        static int FullYears(DateOnly from, DateOnly to)
        {
            int count = to.Year - from.Year;
            return Math.Max(0, from.AddYears(count) > to ? count - 1 : count);
        }
    }

    // coefficient-history: in each of so many periods before this one the scheme's composite, or each of its single coefficients, kept to the threshold.
    private ItemResult CoefficientHistory(Item item)
    {
        SchemeId scheme = new(item.Input(ItemToken.Scheme)!.Text);
        bool each = item.Input(ItemToken.What)!.Text == "each";
        Scheme? other = Dataset.Scheme(scheme);
        StageId[] stages = item.Stage is { } one ? [one] : [.. (other?.Stages ?? []).Select(s => s.Id)];
        double worst = double.NaN;
        List<string> failing = [];
        List<string> missing = [];
        List<ItemInput> inputs = [];
        foreach ((string period, Release? release) in PeriodsBefore((int)double.Parse(item.Input(ItemToken.Periods)!.Text, CultureInfo.InvariantCulture)))
        {
            foreach (StageId stage in stages)
            {
                string name = $"{period}{Scheme.StageLabel(stage)}";
                StageResult? result = release is null ? null : Coefficients(release.Id, scheme, stage);
                if (result is { Comparable: false })
                {
                    inputs.Add(new ItemInput(name, double.NaN, CellState.NotApplicable, $"coefficients {County}/{period}/{stage}/{scheme}"));
                    continue;
                }

                IndicatorResult[] values = result is null ? [] : [.. each ? result.Indicators : new[] { result.Composite }.OfType<IndicatorResult>()];
                if (values.Length == 0 || values.Any(v => !v.HasValue || v.Missing > 0))
                {
                    missing.Add(name);
                }

                foreach (IndicatorResult value in values.Where(v => v is { HasValue: true, Missing: 0 }))
                {
                    inputs.Add(new ItemInput(each ? $"{name} {other!.Label(value.Indicator)}" : name, value.Value, CellState.Reported, $"coefficients {County}/{period}/{stage}/{scheme}"));
                    worst = double.IsNaN(worst) ? value.Value : Math.Max(worst, value.Value);
                    if (!Comparison.Holds(value.Value, item.Threshold.Value, Sense.AtMost))
                    {
                        failing.Add($"{name}{(each ? " " + other!.Label(value.Indicator) : "")} {Comparison.Print(value.Value, 3, item.Threshold.Value, Sense.AtMost)}，高于 {item.Threshold}");
                    }
                }
            }
        }

        return Listed(item, worst, inputs, failing, missing);
    }

    // The periods before this release's: years where periods are years, else those that the data set has.
    private IEnumerable<(string Period, Release? Release)> PeriodsBefore(int count)
    {
        if (int.TryParse(Release.Id.Period, NumberStyles.None, CultureInfo.InvariantCulture, out int year))
        {
            return Enumerable.Range(1, count).Select(i => (year - i).ToString(CultureInfo.InvariantCulture)).Select(p => (p + " 年", Seen.FirstOrDefault(r => r.Id.Period == p))).Reverse();
        }

        Release[] before = [.. Seen.Where(r => r.Id.Period != Release.Id.Period).TakeLast(count)];
        return [.. Enumerable.Repeat(("更早一期", (Release?)null), count - before.Length), .. before.Select(r => (r.Id.Period, (Release?)r))];
    }

    // Where a column may not be published by school, or an allowance rests on such a column, schools are counted and not named.
    private bool IsClosed(Item item, params ItemToken[] tokens) =>
        tokens.SelectMany(t => ColumnsOf(item, t)).Any(c => Withholding.OfSchools(c, Release, County)) || Allowances.AnyRestsOnWithheld(Dataset, Release, Scheme, County, item.Id);

    private ItemResult Counted(Item item, Schoolwise found, double? value = null)
    {
        ItemInput[] inputs = found.Looked == 0 ? [] : [new ItemInput("schools", found.Looked, CellState.Reported, $"schools {County}")];
        List<string> missing = found.Told(found.Missing);
        ItemResult result = Listed(item, value ?? found.Failing.Count, inputs, found.Told(found.Failing), missing.Count > MostNamed ? [.. missing.Take(MostNamed), Text($"等 {missing.Count} 所")] : missing);
        return found.Looked == 0 && found.Missing.Count == 0 ? result with { Outcome = Outcome.NotApplicable, Value = double.NaN } : result;
    }

    /// <summary>What was found school by school, in id order.</summary>
    private sealed class Schoolwise(bool closed)
    {
        public int Looked { get; private set; }

        public List<string> Failing { get; } = [];

        public List<string> Missing { get; } = [];

        public void Add(string school, string? fault)
        {
            Looked++;
            if (fault is not null)
            {
                Failing.Add($"{school}（{fault}）");
            }
        }

        public void Miss(string school, CellState why, string words = "")
        {
            if (why != CellState.NotApplicable)
            {
                Missing.Add(school + (words.Length > 0 ? $"（{words}）" : ""));
            }
        }

        // A school with classes to which rooms "do not apply" has not said how many it has.
        public void Miss(string school, CellState why, bool applies) => Miss(school, applies && why == CellState.NotApplicable ? CellState.NotReported : why);

        public List<string> Told(List<string> names) => closed && names.Count > 0 ? [string.Create(CultureInfo.InvariantCulture, $"{names.Count} 所学校")] : names;
    }
}
