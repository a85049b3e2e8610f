using System.Globalization;

namespace Portal.Verification;

/// <summary>What an item comes to.</summary>
/// <param name="Item">Item.</param>
/// <param name="Outcome">Outcome.</param>
/// <param name="Value">Value that was compared; NaN where there is none.</param>
/// <param name="Missing">Something is not reported.</param>
/// <param name="Fails">Something is known to fail.</param>
/// <param name="Unclear">Why it cannot be recomputed, null where it can.</param>
/// <param name="From">Rows that it is worked out from.</param>
public sealed record ItemOpinion(ItemInput Item, string Outcome, double Value, bool Missing, bool Fails, string? Unclear, IReadOnlyList<(string File, int Line)> From);

/// <summary>Works out the items of a scheme in a county: one short method for each rule of the closed set.</summary>
internal sealed class ItemOpinions(Package package, Inputs inputs, EvaluationInputs more, SecondOpinion opinion, StandardOpinions standards, SchemeInput scheme, string county)
{
    private readonly List<Part> parts =
    [
        .. inputs.Counties.GetValueOrDefault(county, []).Where(s => !inputs.IsCountedElsewhere(s))
            .SelectMany(s => scheme.Stages.Where(stage => opinion.HasPart(s, stage) && !opinion.IsOutOfItems(scheme, stage, s)).Select(stage => new Part(s, stage))),
    ];

    private sealed record Part(SchoolInput School, string Stage);

    /// <summary>The items that hold at the county.</summary>
    public List<ItemOpinion> All()
    {
        string[] up = [.. inputs.Up(county)];
        return
        [
            .. more.Items[scheme.Id].Where(i => up.Contains(i.Place)).GroupBy(i => i.Id, StringComparer.Ordinal)
                .Select(g => g.OrderBy(i => Array.IndexOf(up, i.Place)).ThenByDescending(i => i.From, StringComparer.Ordinal).First()).Select(Judge),
        ];
    }

    private ItemOpinion Judge(ItemInput item) => item.Rule switch
    {
        "share" => Share(item),
        "ceiling" => item.Word("column") is null ? Ceiling(item) : SchoolCeiling(item),
        "rooms-per-classes" => Rooms(item),
        "classes-over" => ClassesOver(item),
        "growth" => Growth(item),
        "compare" => Compare(item),
        "score" => Score(item),
        "document" => Document(item),
        "recognised-years" => new RoadOpinion(package, more).RecognisedYears(item, county, scheme.Id),
        "coefficient-history" => new RoadOpinion(package, more).History(item, county, item.Stage.Length > 0 ? [item.Stage] : StagesOf(item.Word("scheme") ?? "")),
        _ => throw new DownloadException($"scheme-{scheme.Id}/items.csv 损坏：不认识规则 {item.Rule}。"),
    };

    private IReadOnlyList<string> StagesOf(string id) => inputs.Schemes.FirstOrDefault(s => s.Id == id)?.Stages ?? [];

    private ItemOpinion Share(ItemInput item)
    {
        (string Key, string Text)[] words = [.. item.Values];
        Found above = Value(item, words[0]);
        Found below = Value(item, words[1]);
        return above.Number.IsKnown && below.Number is { IsKnown: true, Value: 0 }
            ? new ItemOpinion(item, "not_applicable", double.NaN, false, false, above.Unclear ?? below.Unclear, [.. above.From, .. below.From])
            : Against(item, above.Number.Value / below.Number.Value * (item.Unit == "%" ? 100 : 1), "at_least", above, below);
    }

    private ItemOpinion Ceiling(ItemInput item)
    {
        Found value = Value(item, item.Values.First());
        ItemOpinion found = Against(item, value.Number.Value, "at_most", value);
        bool touches = found.Outcome == "met" && item.Word("below") is not null && SecondOpinion.Judge(value.Number.Value, item.Threshold.Value, "at_least") == "met";
        return touches ? found with { Outcome = "not_met", Fails = true } : found;
    }

    private ItemOpinion Compare(ItemInput item)
    {
        (string Key, string Text)[] words = [.. item.Values];
        Found first = Value(item, words[0]);
        Found second = Value(item, words[1]);
        bool known = first.Number.IsKnown && second.Number.IsKnown;
        return Listed(item, known ? first.Number.Value : double.NaN, known && SecondOpinion.Judge(first.Number.Value, second.Number.Value, "at_least") == "not_met", false, first, second);
    }

    private ItemOpinion Growth(ItemInput item)
    {
        string[] measures = [.. item.Values.Select(v => v.Text)];
        int years = (int)item.Threshold.Value;
        int last = int.Parse(package.AsOf[..4], CultureInfo.InvariantCulture) - 1;
        Found[][] figures = [.. measures.Select(m => Enumerable.Range(last - years, years + 1).Select(y => Finance(item, m, y)).ToArray())];
        double least = double.NaN;
        bool fails = false;
        for (int i = 1; i <= years; i++)
        {
            double lead = Rate(figures[0], i) - (measures.Length > 1 ? Rate(figures[1], i) : 0);
            if (!double.IsNaN(lead))
            {
                least = double.IsNaN(least) ? lead : Math.Min(least, lead);
                fails |= SecondOpinion.Judge(lead, 0, "at_most") == "met";
            }
        }

        return Listed(item, least, fails, false, [.. figures.SelectMany(f => f)]);

        static double Rate(Found[] years, int i) => years[i - 1].Number.Value > 0 ? 100 * (years[i].Number.Value - years[i - 1].Number.Value) / years[i - 1].Number.Value : double.NaN;
    }

    private ItemOpinion Score(ItemInput item)
    {
        Figure? row = more.Government.GetValueOrDefault((county, scheme.Id, item.Id, ""));
        Num score = row?.Score ?? Num.Without(Num.Blank);
        (string, int)[] from = row is null ? [] : [row.At];
        return !item.Points.IsKnown ? new ItemOpinion(item, "not_reported", score.Value, true, false, null, from)
            : score.IsKnown ? new ItemOpinion(item, "not_applicable", score.Value, false, false, null, from)
            : new ItemOpinion(item, score.Why == 'z' ? "not_applicable" : "not_reported", double.NaN, true, false, null, from);
    }

    private ItemOpinion Document(ItemInput item)
    {
        string[] names = item.Words.Count == 0 ? [""] : [.. item.Words.Where(w => w.Key.Length == 0).SelectMany(w => Terms(w.Text)).Select(t => t.Name).Where(n => !n.Contains('/', StringComparison.Ordinal)).Distinct()];
        Found[] all = [.. names.Select(n => Reported(item, n))];
        return Listed(item, all.Count(f => f.Number.Value > 0), all.Any(f => f.Number.Value == 0), false, all);
    }

    private ItemOpinion SchoolCeiling(ItemInput item) => SchoolBySchool(item, (school, stages) =>
    {
        Num sum = Sum(school, stages, item.Word("column")!, item.Stage, out string? hidden);
        double threshold = standards.Threshold(scheme, item, school, stages, "at_most", ref hidden);
        return hidden is not null ? (null, false, hidden)
            : sum.IsKnown ? (SecondOpinion.Judge(sum.Value, threshold, "at_most") == "not_met", false, null)
            : (null, sum.Why != 'z', null);
    });

    private ItemOpinion Rooms(ItemInput item) => SchoolBySchool(item, (school, stages) =>
    {
        Num classes = Sum(school, stages, item.Word("classes")!, item.Stage, out string? a);
        Num rooms = Sum(school, stages, item.Word("rooms")!, item.Stage, out string? b);
        Num area = Sum(school, stages, item.Word("area")!, item.Stage, out string? c);
        string? hidden = a ?? b ?? c;
        double threshold = standards.Threshold(scheme, item, school, stages, "at_least", ref hidden);
        if (hidden is not null)
        {
            return (null, false, hidden);
        }

        if (classes.Why == 'z' || classes is { IsKnown: true, Value: <= 0 })
        {
            return (null, false, null);
        }

        double need = Math.Ceiling(classes.Value / double.Parse(item.Word("per")!, CultureInfo.InvariantCulture));
        return classes.IsKnown && rooms.IsKnown && rooms.Value < need ? (true, false, null)
            : classes.IsKnown && rooms.IsKnown && area.IsKnown ? (SecondOpinion.Judge(area.Value / rooms.Value, threshold, "at_least") == "not_met", false, null)
            : (null, true, null);
    });

    // For each school: whether it fails (null where nothing can be said), whether something is missing, why it cannot be recomputed.
    private ItemOpinion SchoolBySchool(ItemInput item, Func<SchoolInput, IReadOnlyList<string>, (bool? Fails, bool Missing, string? Hidden)> look)
    {
        string[] types = item.Word("types")?.Split(',') ?? [];
        int looked = 0;
        int failing = 0;
        bool missing = false;
        string? unclear = null;
        List<(string, int)> from = [];
        foreach (IGrouping<SchoolInput, Part> school in parts.GroupBy(p => p.School))
        {
            string[] stages = [.. school.Select(p => p.Stage)];
            if ((types.Length == 0 || types.Contains(school.Key.Type)) && (item.Stage.Length == 0 || stages.Contains(item.Stage)))
            {
                (bool? fails, bool lacks, string? hidden) = look(school.Key, stages);
                looked += fails is null ? 0 : 1;
                failing += fails == true ? 1 : 0;
                missing |= lacks;
                unclear ??= hidden;
                from.Add(school.Key.At);
            }
        }

        return Counted(item, looked, failing, failing > 0, missing, unclear, from);
    }

    private ItemOpinion ClassesOver(ItemInput item)
    {
        int looked = 0;
        double over = 0;
        bool missing = false;
        string? unclear = null;
        List<(string, int)> from = [];
        foreach (Part part in parts.Where(p => item.Stage.Length == 0 || p.Stage == item.Stage))
        {
            double large = 0;
            bool lacks = false;
            bool any = false;
            foreach (SchoolInput row in part.School.Hosted.Prepend(part.School))
            {
                Num classes = opinion.Own(row, "classes_" + part.Stage);
                BandInput[] bands = [.. more.Classes.GetValueOrDefault((row.Id, part.Stage), [])];
                if (classes.IsHidden || bands.Any(b => b.Classes.Why == 'c'))
                {
                    unclear ??= opinion.WhyHidden(row, "classes_" + part.Stage) ?? "班额不予公布";
                    continue;
                }

                bands = [.. bands.Where(b => b.Classes.Value > 0)];
                from.Add(row.At);
                from.AddRange(bands.Select(b => b.At));
                any |= bands.Length > 0 || classes.Value > 0;
                lacks |= (bands.Length == 0 && classes.Why != 'z' && !(classes.Value <= 0)) || bands.Any(b => b.From <= item.Threshold.Value && !(b.To.Value <= item.Threshold.Value));
                large += bands.Where(b => b.From > item.Threshold.Value).Sum(b => b.Classes.Value);
            }

            over += large;
            missing |= lacks;
            looked += large > 0 || (any && !lacks) ? 1 : 0;
        }

        return Counted(item, looked, over, over > 0, missing, unclear, from);
    }

    private static ItemOpinion Counted(ItemInput item, int looked, double value, bool fails, bool missing, string? unclear, List<(string, int)> from) =>
        looked == 0 && !missing
            ? new ItemOpinion(item, "not_applicable", double.NaN, false, false, unclear, from)
            : new ItemOpinion(item, missing ? "not_reported" : fails ? "not_met" : "met", value, missing, fails, unclear, from);

    /// <summary>A value with the rows that it comes from.</summary>
    private sealed record Found(Num Number, IReadOnlyList<Num> Parts, string? Unclear, IReadOnlyList<(string, int)> From);

    private Found Value(ItemInput item, (string Key, string Text) word)
    {
        switch (word.Key)
        {
            case "column":
                return Column(item, word.Text);
            case "finance":
                return Finance(item, word.Text, int.Parse(package.AsOf[..4], CultureInfo.InvariantCulture) - 1);
            default:
                (string Name, double Sign)[] terms = [.. Terms(word.Text)];
                Found[] all = [.. terms.Select(t => Reported(item, t.Name))];
                Num missing = all.Select(f => f.Number).FirstOrDefault(n => !n.IsKnown, Num.Of(0));
                return new Found(missing.IsKnown ? Num.Of(all.Zip(terms).Sum(p => p.First.Number.Value * p.Second.Sign)) : missing, [.. all.Select(f => f.Number)], null, [.. all.SelectMany(f => f.From)]);
        }
    }

    private Found Column(ItemInput item, string text)
    {
        double sum = 0;
        string? unclear = null;
        Num? missing = null;
        List<(string, int)> from = [];
        foreach (IGrouping<SchoolInput, Part> school in parts.GroupBy(p => p.School))
        {
            string[] stages = [.. school.Select(p => p.Stage)];
            if (item.Stage.Length > 0 && !stages.Contains(item.Stage))
            {
                continue;
            }

            string[] types = item.Word("types")?.Split(',') ?? [];
            if (types.Length > 0 && !types.Contains(school.Key.Type))
            {
                continue;
            }

            Num number = Sum(school.Key, stages, text, item.Stage, out string? hidden);
            unclear ??= hidden;
            from.Add(school.Key.At);
            sum += number.IsKnown ? number.Value : 0;
            missing ??= number.IsKnown || number.Why is 'z' or Num.Hidden ? null : number;
        }

        Num found = missing ?? Num.Of(sum);
        return new Found(found, [found], unclear, from);
    }

    private Found Finance(ItemInput item, string measure, int year)
    {
        Figure? row = more.Finance.GetValueOrDefault((county, measure, year.ToString(CultureInfo.InvariantCulture), item.Stage));
        Num number = row?.Value ?? Num.Without(Num.Blank);
        return new Found(number, [number], null, row is null ? [] : [row.At]);
    }

    private Found Reported(ItemInput item, string name)
    {
        int slash = name.IndexOf('/', StringComparison.Ordinal);
        Figure? row = more.Government.GetValueOrDefault((county, scheme.Id, slash < 0 ? item.Id : name[..slash], slash < 0 ? name : name[(slash + 1)..]));
        Num number = row?.Value ?? Num.Without(Num.Blank);
        return new Found(number, [number], null, row is null ? [] : [row.At]);
    }

    // A column with {stage} is taken for each stage of the school; not applicable where none applies.
    private Num Sum(SchoolInput school, IReadOnlyList<string> stages, string text, string only, out string? hidden)
    {
        hidden = null;
        double sum = 0;
        bool any = false;
        foreach ((string name, double sign) in Terms(text))
        {
            bool staged = name.Contains("{stage}", StringComparison.Ordinal);
            foreach (string stage in staged ? stages.Where(s => only.Length == 0 || s == only) : stages.Take(1))
            {
                string column = name.Replace("{stage}", stage, StringComparison.Ordinal);
                Num number = opinion.Sum(school, column);
                if (number.IsHidden)
                {
                    hidden ??= opinion.WhyHidden(school, column) ?? "输入不予公布";
                }

                if (!number.IsKnown && number.Why != 'z')
                {
                    return number;
                }

                any |= number.IsKnown;
                sum += number.IsKnown ? sign * number.Value : 0;
            }
        }

        return any ? Num.Of(sum) : Num.Without('z');
    }

    private static IEnumerable<(string Name, double Sign)> Terms(string text)
    {
        // The value of another item, g11-exchange/exchanged: its hyphen subtracts nothing.
        if (text.Contains('/', StringComparison.Ordinal))
        {
            return [(text, 1)];
        }

        return text.Replace("-", "+-", StringComparison.Ordinal).Split('+', StringSplitOptions.RemoveEmptyEntries).Select(t => t[0] == '-' ? (t[1..], -1.0) : (t, 1.0));
    }

    private static ItemOpinion Against(ItemInput item, double value, string sense, params Found[] found) =>
        Listed(item, value, !double.IsNaN(value) && SecondOpinion.Judge(value, item.Threshold.Value, sense) == "not_met", false, found);

    private static ItemOpinion Listed(ItemInput item, double value, bool fails, bool missing, params Found[] found) =>
        Listed(item, value, fails, missing, [.. found.SelectMany(f => f.Parts)], found.Select(f => f.Unclear).FirstOrDefault(u => u is not null), [.. found.SelectMany(f => f.From)]);

    /// <summary>The outcome from what is missing and what fails.</summary>
    internal static ItemOpinion Listed(ItemInput item, double value, bool fails, bool missing, IReadOnlyList<Num> looked, string? unclear, IReadOnlyList<(string, int)> from)
    {
        bool lacks = missing || looked.Any(n => !n.IsKnown && n.Why != 'z');
        bool applies = looked.Count == 0 || looked.Any(n => n.Why != 'z');
        string outcome = lacks ? "not_reported" : !applies ? "not_applicable" : fails ? "not_met" : double.IsNaN(value) ? "not_applicable" : "met";
        return new ItemOpinion(item, outcome, value, lacks, fails, unclear, from);
    }
}
