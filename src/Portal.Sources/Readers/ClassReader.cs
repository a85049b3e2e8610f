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

    /// <summary>The rows as bands, in order of school, stage and size.</summary>
    public IReadOnlyList<ClassBand> Bands(IReadOnlyList<TableRow> rows)
    {
        List<(TableRow Row, ClassBand Band)> bands =
        [
            .. rows.Where(IsBand)
                .Select(r => (Row: r, Band: new ClassBand(new SchoolId(r.Text("school")), new StageId(r.Text("stage")), (int)r.Whole("from")!.Value, (int?)r.Whole("to"), (int)r.Whole("classes")!.Value)))
                .OrderBy(b => b.Band.School).ThenBy(b => b.Band.Stage.Value, StringComparer.Ordinal).ThenBy(b => b.Band.From),
        ];
        foreach (IGrouping<(SchoolId School, StageId Stage), (TableRow Row, ClassBand Band)> own in bands.GroupBy(b => (b.Band.School, b.Band.Stage)))
        {
            if (!Overlap([.. own]) && schools.Find(own.Key.School) is { } row && HasStage(own.First().Row, row, own.Key.Stage))
            {
                Compare([.. own], row, own.Key.Stage);
            }
        }

        return [.. bands.Select(b => b.Band)];
    }

    private bool IsBand(TableRow row)
    {
        foreach (string column in new[] { "from", "to", "classes" })
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

    private bool Overlap(IReadOnlyList<(TableRow Row, ClassBand Band)> own)
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

    private void Compare(IReadOnlyList<(TableRow Row, ClassBand Band)> own, int row, StageId stage)
    {
        long sum = own.Sum(b => (long)b.Band.Classes);
        string classes = "classes_" + stage.Value;
        if (schools.Number(row, classes) is { HasValue: true } figure && figure.Value != sum)
        {
            Tell(ProblemKinds.ClassSum, "classes", sum, classes, figure);
            return;
        }

        string column = "pupils_" + stage.Value;
        if (schools.Number(row, column) is not { HasValue: true } pupils)
        {
            return;
        }

        long least = own.Sum(b => (long)b.Band.From * b.Band.Classes);
        if (least > pupils.Value)
        {
            Tell(ProblemKinds.ClassPupilsBelow, "from", least, column, pupils);
        }
        else if (own.All(b => b.Band.To is not null || b.Band.Classes == 0) && own.Sum(b => (long)(b.Band.To ?? 0) * b.Band.Classes) is var most && most < pupils.Value)
        {
            Tell(ProblemKinds.ClassPupilsAbove, "to", most, column, pupils);
        }

        void Tell(ProblemKind kind, string at, long ours, string named, Cell theirs) => reading.Add(
            kind, own[0].Row.At(at), schools[row].Name, vocabulary!.Label("stage", stage.Value), ours.ToString(CultureInfo.InvariantCulture),
            vocabulary.Column(named)?.Label ?? named, theirs.ToString(), new Location(schools[row].Origin.File, schools[row].Origin.Row).ToString());
    }

    private static string Shown(ClassBand band) =>
        band.To is { } to ? string.Create(CultureInfo.InvariantCulture, $"{band.From}—{to}") : string.Create(CultureInfo.InvariantCulture, $"{band.From} 及以上");
}
