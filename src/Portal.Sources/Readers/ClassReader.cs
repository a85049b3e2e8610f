using System.Globalization;
using Portal.Domain.Data;
using Portal.Domain.Problems;
using Portal.Sources.Files;
using Portal.Sources.Tables;

namespace Portal.Sources.Readers;

/// <summary>
/// Settles all doubt about classes.csv: bands that make sense, and that agree with the table of schools, whose figure each problem names beside
/// its own (data.md §3). A school that could not be read is checked in the next run.
/// </summary>
/// <param name="reading">Run.</param>
/// <param name="schools">Schools of the release; empty where they could not be read.</param>
/// <param name="vocabulary">Types and stages; null where they could not be read.</param>
internal sealed class ClassReader(Reading reading, SchoolTable schools, Vocabulary? vocabulary)
{
    private const long MostOfAnything = 99_999;
    private static readonly string[] Counts = ["from", "to", "classes"];

    /// <summary>The rows as bands, in order of school, stage and size.</summary>
    public ClassBand[] Bands(List<TableRow> rows)
    {
        // Plain loops: a country has a million rows here.
        List<(TableRow Row, ClassBand Band)> read = new(rows.Count);
        foreach (TableRow row in rows)
        {
            if (IsBand(row))
            {
                read.Add((row, new ClassBand(new SchoolId(row.Text("school")), new StageId(row.Text("stage")), (int)row.Whole("from")!.Value, (int?)row.Whole("to"), (int)row.Whole("classes")!.Value)));
            }
        }

        (TableRow Row, ClassBand Band)[] bands = InOrder(read);
        for (int start = 0, end; start < bands.Length; start = end)
        {
            (SchoolId school, StageId stage) = (bands[start].Band.School, bands[start].Band.Stage);
            end = start + 1;
            while (end < bands.Length && bands[end].Band.School == school && bands[end].Band.Stage == stage)
            {
                end++;
            }

            ArraySegment<(TableRow Row, ClassBand Band)> own = new(bands, start, end - start);
            if (!Overlap(own) && schools.Find(school) is { } row && HasStage(own[0].Row, row, stage))
            {
                Compare(own, row, stage);
            }
        }

        return Array.ConvertAll(bands, b => b.Band);
    }

    // Rows that come in order, as they mostly do, are taken as they are; rows of the same key stay in the order of the table.
    private static (TableRow Row, ClassBand Band)[] InOrder(List<(TableRow Row, ClassBand Band)> read)
    {
        bool sorted = true;
        for (int i = 1; i < read.Count && sorted; i++)
        {
            sorted = Order(read[i - 1].Band, read[i].Band) <= 0;
        }

        return sorted ? [.. read] : [.. read.Order(Comparer<(TableRow Row, ClassBand Band)>.Create((a, b) => Order(a.Band, b.Band)))];
    }

    private static int Order(ClassBand a, ClassBand b)
    {
        int order = a.School.CompareTo(b.School);
        order = order != 0 ? order : string.CompareOrdinal(a.Stage.Value, b.Stage.Value);
        return order != 0 ? order : a.From.CompareTo(b.From);
    }

    private bool IsBand(TableRow row)
    {
        foreach (string column in Counts)
        {
            if (row.Whole(column) > MostOfAnything)
            {
                reading.Add(ProblemKinds.ClassRange, row.At(column), row.Text(column));
                return false;
            }
        }

        if (row.Whole("to") < row.Whole("from"))
        {
            reading.Add(ProblemKinds.ClassBand, row.At("to"), row.Text("from"), row.Text("to"));
            return false;
        }

        return true;
    }

    private bool Overlap(ArraySegment<(TableRow Row, ClassBand Band)> own)
    {
        bool found = false;
        for (int i = 1; i < own.Count; i++)
        {
            if ((own[i - 1].Band.To ?? int.MaxValue) >= own[i].Band.From)
            {
                reading.Add(ProblemKinds.ClassOverlap, own[i].Row.At("from"), Shown(own[i].Band), own[i - 1].Row.Where.ToString(), Shown(own[i - 1].Band));
                found = true;
            }
        }

        return found;
    }

    private bool HasStage(TableRow first, int row, StageId stage)
    {
        if (vocabulary?.Type(schools[row].Type) is not { } type || type.Has(stage))
        {
            return vocabulary is not null;
        }

        reading.Add(ProblemKinds.ClassStage, first.At("stage"), schools[row].Name, type.Label, stage.Value);
        return false;
    }

    private void Compare(ArraySegment<(TableRow Row, ClassBand Band)> own, int row, StageId stage)
    {
        if (Differs(own.Select(o => o.Band), schools, row, stage) is var (kind, at, ours, column, theirs))
        {
            reading.Add(
                kind, own[0].Row.At(at), schools[row].Name, vocabulary!.Label("stage", stage.Value), ours.ToString(CultureInfo.InvariantCulture),
                vocabulary.Column(column)?.Label ?? column, theirs.ToString(), new Location(schools[row].Origin.File, schools[row].Origin.Row).ToString());
        }
    }

    /// <summary>True where a school's classes in a stage agree with its own figures.</summary>
    /// <param name="bands">Its classes by size; none agree with everything.</param>
    /// <param name="schools">Schools.</param>
    /// <param name="row">Row of the school.</param>
    /// <param name="stage">Stage.</param>
    public static bool Agrees(IReadOnlyCollection<ClassBand> bands, SchoolTable schools, int row, StageId stage) => bands.Count == 0 || Differs(bands, schools, row, stage) is null;

    // The column of classes and the figure that it comes to, beside the column of schools and its figure; null where they agree.
    private static (ProblemKind Kind, string At, long Ours, string Column, Cell Theirs)? Differs(IEnumerable<ClassBand> bands, SchoolTable schools, int row, StageId stage)
    {
        (long sum, long least, long most, bool open) = (0, 0, 0, false);
        foreach (ClassBand band in bands)
        {
            sum += band.Classes;
            least += (long)band.From * band.Classes;
            most += (long)(band.To ?? 0) * band.Classes;
            open |= band.To is null && band.Classes != 0;
        }

        string classes = "classes_" + stage.Value;
        if (schools.Number(row, classes) is { HasValue: true } figure && figure.Value != sum)
        {
            return (ProblemKinds.ClassSum, "classes", sum, classes, figure);
        }

        string column = "pupils_" + stage.Value;
        return schools.Number(row, column) is not { HasValue: true } pupils ? null
            : least > pupils.Value ? (ProblemKinds.ClassPupilsBelow, "from", least, column, pupils)
            : !open && most < pupils.Value ? (ProblemKinds.ClassPupilsAbove, "to", most, column, pupils)
            : null;
    }

    private static string Shown(ClassBand band) =>
        band.To is { } to ? string.Create(CultureInfo.InvariantCulture, $"{band.From}—{to}") : string.Create(CultureInfo.InvariantCulture, $"{band.From} 及以上");
}
