using Portal.Domain.Data;

namespace Portal.Domain.Evaluation;

/// <summary>Classes of one size.</summary>
/// <param name="From">Fewest pupils.</param>
/// <param name="To">Most pupils, null for an open band.</param>
/// <param name="Classes">Classes.</param>
public sealed record SizeBand(int From, int? To, int Classes)
{
    /// <summary>Bands added up by size, from small to large.</summary>
    public static IReadOnlyList<SizeBand> Sum(IEnumerable<SizeBand> bands)
    {
        // A few sizes, asked for with every school: each finds its place in a list.
        List<SizeBand> sums = [];
        foreach (SizeBand band in bands)
        {
            int at = sums.FindIndex(s => s.CompareTo(band) >= 0);
            if (at >= 0 && sums[at].CompareTo(band) == 0)
            {
                sums[at] = band with { Classes = sums[at].Classes + band.Classes };
            }
            else
            {
                sums.Insert(at < 0 ? sums.Count : at, band);
            }
        }

        sums.RemoveAll(s => s.Classes <= 0);
        return sums;
    }

    /// <summary>Classes of at least so many pupils; null where a band reaches over that number, so that nobody can tell.</summary>
    public static int? AtLeast(IReadOnlyList<SizeBand> bands, double pupils)
    {
        int classes = 0;
        for (int i = 0; i < bands.Count; i++)
        {
            SizeBand band = bands[i];
            if (band.From < pupils && (band.To ?? int.MaxValue) >= pupils)
            {
                return null;
            }

            classes += band.From >= pupils ? band.Classes : 0;
        }

        return classes;
    }

    // By size: the number of classes does not count.
    private int CompareTo(SizeBand other) => From != other.From ? From.CompareTo(other.From) : (To ?? int.MaxValue).CompareTo(other.To ?? int.MaxValue);
}

/// <summary>A school's classes in one stage, rows that are counted with it (不计校数) included.</summary>
/// <param name="Row">Row of the school.</param>
/// <param name="Stage">Stage.</param>
/// <param name="Pupils">Pupils of the stage.</param>
/// <param name="Classes">Classes of the stage by the table of schools.</param>
/// <param name="Reported">True where the sizes of all its classes are reported.</param>
/// <param name="Bands">Classes by size, from small to large; empty where nothing is reported.</param>
/// <param name="Large">大班额; null where it is not reported or no rule defines it.</param>
/// <param name="Huge">超大班额, likewise.</param>
/// <param name="Standard">The standard size of a class, null where no rule sets one.</param>
/// <param name="ToOpen">还需增开: pupils over the standard size, rounded up, less the classes there are; 0 where there are enough; unknown where pupils, classes or the standard are.</param>
public sealed record SchoolClasses(int Row, StageId Stage, Amount Pupils, Amount Classes, bool Reported, IReadOnlyList<SizeBand> Bands, int? Large, int? Huge, SizeRule? Standard, Amount ToOpen)
{
    /// <summary>The classes of a school in a stage; null where neither it nor a row that it counts has the stage.</summary>
    public static SchoolClasses? Of(Vocabulary vocabulary, Release release, SizeRules rules, StageId stage, int row)
    {
        int[] rows = [.. Rows(vocabulary, release, row).Where(r => vocabulary.Type(release.Schools[r].Type) is { } type && type.Has(stage))];
        if (rows.Length == 0)
        {
            return null;
        }

        Amount pupils = Sum(release, rows, "pupils_" + stage.Value);
        Amount classes = Sum(release, rows, "classes_" + stage.Value);
        IReadOnlyList<SizeBand> bands = SizeBand.Sum(rows.SelectMany(r => release.ClassesOf(release.Schools[r].Id, stage)).Select(b => new SizeBand(b.From, b.To, b.Classes)));
        // A row without classes has no sizes to report.
        bool reported = rows.All(r => release.Schools.Number(r, "classes_" + stage.Value) is { HasValue: true, Value: 0 } || release.ClassesOf(release.Schools[r].Id, stage).Count > 0);
        SizeRule? standard = rules.Find(SizeMeasure.ClassStandard, stage);
        return new SchoolClasses(row, stage, pupils, classes, reported, bands, Count(SizeMeasure.LargeClass), Count(SizeMeasure.HugeClass), standard, Needed(pupils, classes, standard));

        int? Count(SizeMeasure what) => reported && rules.Find(what, stage) is { } rule ? SizeBand.AtLeast(bands, rule.Value.Value) : null;
    }

    /// <summary>The row and those that are counted with it.</summary>
    internal static IEnumerable<int> Rows(Vocabulary vocabulary, Release release, int row) =>
        release.Schools.HostedBy(row).Where(r => vocabulary.IsCountedElsewhere(release.Schools[r])).Prepend(row);

    internal static Amount Sum(Release release, IEnumerable<int> rows, string column)
    {
        double sum = 0;
        foreach (int row in rows)
        {
            Cell cell = release.Schools.Number(row, column);
            if (!cell.HasValue)
            {
                return new Amount(double.NaN, cell.State);
            }

            sum += cell.Value;
        }

        return new Amount(sum, CellState.Reported);
    }

    private static Amount Needed(Amount pupils, Amount classes, SizeRule? standard) =>
        !pupils.IsKnown ? pupils
        : !classes.IsKnown ? classes
        : standard is not { Value: { HasValue: true, Value: > 0 } } ? new Amount(double.NaN, CellState.NotApplicable)
        : new Amount(Math.Max(0, Math.Ceiling(pupils.Value / standard.Value.Value) - classes.Value), CellState.Reported);
}

/// <summary>A school's size 校额: pupils of its compulsory stages against the rule for its type.</summary>
/// <param name="Row">Row of the school.</param>
/// <param name="Pupils">Pupils, rows that are counted with it included; unknown where a stage is.</param>
/// <param name="Rule">The rule, null where none holds.</param>
public sealed record SchoolSize(int Row, Amount Pupils, SizeRule? Rule)
{
    /// <summary>Whether it keeps to the rule.</summary>
    public Outcome Outcome => Rule is null || Pupils.Why == CellState.NotApplicable ? Outcome.NotApplicable : Comparison.Judge(Pupils.Value, Rule.Value.Value, Sense.AtMost);

    /// <summary>The size of a school.</summary>
    public static SchoolSize Of(Vocabulary vocabulary, Release release, SizeRules rules, IReadOnlyList<StageId> compulsory, int row)
    {
        double sum = 0;
        bool any = false;
        foreach (int own in SchoolClasses.Rows(vocabulary, release, row))
        {
            foreach (StageId stage in compulsory.Where(s => vocabulary.Type(release.Schools[own].Type) is { } type && type.Has(s)))
            {
                Cell cell = release.Schools.Number(own, "pupils_" + stage.Value);
                if (!cell.HasValue)
                {
                    return new SchoolSize(row, new Amount(double.NaN, cell.State), Rule());
                }

                sum += cell.Value;
                any = true;
            }
        }

        return new SchoolSize(row, any ? new Amount(sum, CellState.Reported) : new Amount(double.NaN, CellState.NotApplicable), Rule());

        SizeRule? Rule() => rules.Find(SizeMeasure.SchoolSize, null, release.Schools[row].Type);
    }
}
