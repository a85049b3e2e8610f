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
    private static readonly int School = Definitions.Classes.Index("school");
    private static readonly int Stage = Definitions.Classes.Index("stage");
    private static readonly int From = Definitions.Classes.Index("from");
    private static readonly int To = Definitions.Classes.Index("to");
    private static readonly int Classes = Definitions.Classes.Index("classes");

    /// <summary>The rows as bands, in order of school, stage and size.</summary>
    public ClassBand[] Bands(List<TableRow> rows)
    {
        // Plain loops: a country has a million rows here.
        List<TableRow> good = new(rows.Count);
        List<ClassBand> read = new(rows.Count);
        foreach (TableRow row in rows)
        {
            if (IsBand(row))
            {
                good.Add(row);
                read.Add(new ClassBand(new SchoolId(row.Text(School)), new StageId(row.Text(Stage)), (int)row.Whole(From)!.Value, (int?)row.Whole(To), (int)row.Whole(Classes)!.Value));
            }
        }

        (TableRow[] from, ClassBand[] bands) = InOrder(good, read);
        for (int start = 0, end; start < bands.Length; start = end)
        {
            (SchoolId school, StageId stage) = (bands[start].School, bands[start].Stage);
            end = start + 1;
            while (end < bands.Length && bands[end].School == school && bands[end].Stage == stage)
            {
                end++;
            }

            ArraySegment<ClassBand> own = new(bands, start, end - start);
            ArraySegment<TableRow> ownRows = new(from, start, end - start);
            if (!Overlap(own, ownRows) && schools.Find(school) is { } row && HasStage(ownRows[0], row, stage))
            {
                Compare(own, ownRows, row, stage);
            }
        }

        return bands;
    }

    // Rows that come in order are taken as they are; rows of the same key stay in the order of the table. Mostly the rows of a school stand together
    // and in order, and only the schools do not: then whole schools change places.
    private static (TableRow[] Rows, ClassBand[] Bands) InOrder(List<TableRow> rows, List<ClassBand> read)
    {
        List<(SchoolId School, int Start, int Length)> runs = [];
        bool sorted = true;
        for (int start = 0, end; start < read.Count; start = end)
        {
            end = start + 1;
            while (end < read.Count && read[end].School == read[start].School)
            {
                sorted &= Order(read[end - 1], read[end]) <= 0;
                end++;
            }

            runs.Add((read[start].School, start, end - start));
        }

        runs.Sort((a, b) => a.School.CompareTo(b.School) is var order && order != 0 ? order : a.Start.CompareTo(b.Start));
        for (int i = 1; i < runs.Count; i++)
        {
            sorted &= runs[i - 1].School != runs[i].School;
        }

        int[] order = sorted
            ? [.. runs.SelectMany(run => Enumerable.Range(run.Start, run.Length))]
            : [.. Enumerable.Range(0, read.Count).Order(Comparer<int>.Create((a, b) => Order(read[a], read[b])))];
        return (Array.ConvertAll(order, i => rows[i]), Array.ConvertAll(order, i => read[i]));
    }

    private static int Order(ClassBand a, ClassBand b)
    {
        int order = a.School.CompareTo(b.School);
        order = order != 0 ? order : string.CompareOrdinal(a.Stage.Value, b.Stage.Value);
        return order != 0 ? order : a.From.CompareTo(b.From);
    }

    private bool IsBand(TableRow row)
    {
        foreach (int column in (ReadOnlySpan<int>)[From, To, Classes])
        {
            if (row.Whole(column) > MostOfAnything)
            {
                reading.Add(ProblemKinds.ClassRange, row.At(column), row.Text(column));
                return false;
            }
        }

        if (row.Whole(To) < row.Whole(From))
        {
            reading.Add(ProblemKinds.ClassBand, row.At(To), row.Text(From), row.Text(To));
            return false;
        }

        return true;
    }

    private bool Overlap(ArraySegment<ClassBand> own, ArraySegment<TableRow> rows)
    {
        bool found = false;
        for (int i = 1; i < own.Count; i++)
        {
            if ((own[i - 1].To ?? int.MaxValue) >= own[i].From)
            {
                reading.Add(ProblemKinds.ClassOverlap, rows[i].At(From), Shown(own[i]), rows[i - 1].Where.ToString(), Shown(own[i - 1]));
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

    private void Compare(ArraySegment<ClassBand> own, ArraySegment<TableRow> rows, int row, StageId stage)
    {
        if (Differs(own, schools, row, stage) is var (kind, at, ours, column, theirs))
        {
            reading.Add(
                kind, rows[0].At(at), schools[row].Name, vocabulary!.Label("stage", stage.Value), ours.ToString(CultureInfo.InvariantCulture),
                vocabulary.Column(column)?.Label ?? column, theirs.ToString(), new Location(schools[row].Origin.File, schools[row].Origin.Row).ToString());
        }
    }

    /// <summary>True where a school's classes in a stage agree with its own figures.</summary>
    /// <param name="bands">Its classes by size; none agree with everything.</param>
    /// <param name="schools">Schools.</param>
    /// <param name="row">Row of the school.</param>
    /// <param name="stage">Stage.</param>
    public static bool Agrees(ArraySegment<ClassBand> bands, SchoolTable schools, int row, StageId stage) => bands.Count == 0 || Differs(bands, schools, row, stage) is null;

    // The column of classes and the figure that it comes to, beside the column of schools and its figure; null where they agree.
    private static (ProblemKind Kind, string At, long Ours, string Column, Cell Theirs)? Differs(ArraySegment<ClassBand> bands, SchoolTable schools, int row, StageId stage)
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
