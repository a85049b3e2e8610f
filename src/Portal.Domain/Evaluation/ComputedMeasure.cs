using System.Globalization;
using Portal.Domain.Data;
using Portal.Domain.Schemes;

namespace Portal.Domain.Evaluation;

/// <summary>What the site can work out of a promised measure (测算), and what tables other than facts.csv report of it; measures.csv says which.</summary>
public static class ComputedMeasure
{
    /// <summary>
    /// The value of a year, or null where it cannot be worked out. Recognition counts by the steps done until the end of the year;
    /// classes by the release of that period, and only where every school has reported its classes by size.
    /// </summary>
    public static double? Value(Dataset data, IReadOnlyList<Release> releases, TakenFrom from, string subject, int year)
    {
        PlaceCode place = new(subject);
        bool isPlace = data.Places.Find(place) is not null;
        switch (from.Origin)
        {
            case MeasureOrigin.Recognised when isPlace:
                return Recognised(data, releases, new SchemeId(from.Name), place, year)?.Recognised;
            case MeasureOrigin.RecognisedShare when isPlace:
                return Recognised(data, releases, new SchemeId(from.Name), place, year) is var (recognised, counties) ? 100.0 * recognised / counties : null;
            case MeasureOrigin.ClassesFrom:
                int pupils = int.Parse(from.Name, NumberStyles.None, CultureInfo.InvariantCulture);
                return OfPeriod(releases, year) is not { } release ? null
                    : isPlace ? ClassesIn(data, release, place, pupils)
                    : release.Schools.Find(new SchoolId(subject)) is { } row ? ClassesOf(data, release, row, pupils) : null;
            default:
                return null;
        }
    }

    /// <summary>Reports of a measure in finance.csv or in the tables of schools, oldest first.</summary>
    public static IEnumerable<PromiseReport> Reports(Dataset data, IReadOnlyList<Release> releases, MeasureDetail measure, string subject)
    {
        if (measure.From is { Origin: MeasureOrigin.Finance } finance)
        {
            return FinanceBook.Of(releases, new PlaceCode(subject)).All(new FundingMeasure(finance.Name, finance.Stage)).Select(v => new PromiseReport(v.Year, v.Value, measure.Unit, "", v.Source));
        }

        return measure.From is { Origin: MeasureOrigin.Column } column
            ? releases.Where(r => Year(r) is not null && r.Schools.Find(new SchoolId(subject)) is not null)
                .Select(r => new PromiseReport(Year(r)!.Value, r.Schools.Number(r.Schools.Find(new SchoolId(subject))!.Value, column.Name), measure.Unit, "", r.Source))
            : [];
    }

    private static (int Recognised, int Counties)? Recognised(Dataset data, IReadOnlyList<Release> releases, SchemeId scheme, PlaceCode place, int year)
    {
        Place[] counties = [.. data.Places.CountiesOf(place).Where(p => p.Until is not { } until || until.Year > year)];
        Release? release = releases.LastOrDefault(r => r.Procedure.Any(s => s.Scheme == scheme));
        return counties.Length == 0 || release is null
            ? null
            : (counties.Count(c => Road.Of(release.ProcedureOf(c.Code).Where(s => s.Scheme == scheme && s.Done.Year <= year)).Standing == Standing.Recognised), counties.Length);
    }

    private static double? ClassesIn(Dataset data, Release release, PlaceCode place, int pupils)
    {
        double sum = 0;
        bool any = false;
        foreach (Place county in data.Places.CountiesOf(place))
        {
            (int start, int length) = release.Schools.RowsOf(county.Code).GetOffsetAndLength(release.Schools.Count);
            for (int row = start; row < start + length; row++)
            {
                if (ClassesOf(data, release, row, pupils) is not { } classes)
                {
                    return null;
                }

                sum += classes;
            }

            any |= length > 0;
        }

        return any ? sum : null;
    }

    private static double? ClassesOf(Dataset data, Release release, int row, int pupils)
    {
        School school = release.Schools[row];
        double sum = 0;
        foreach (StageId stage in data.Vocabulary.Type(school.Type)?.Stages ?? [])
        {
            ClassBand[] bands = [.. release.ClassesOf(school.Id, stage)];
            Cell all = release.Schools.Number(row, "classes_" + stage.Value);
            // 高中 has no column of classes and is no compulsory education; a stage without classes needs no bands.
            if (data.Vocabulary.Column("classes_" + stage.Value) is null || (bands.Length == 0 && all is { HasValue: true, Mantissa: 0 }))
            {
                continue;
            }

            if (bands.Length == 0 || bands.Any(b => b.Classes > 0 && b.From < pupils && (b.To is not { } to || to >= pupils)))
            {
                return null;
            }

            sum += bands.Where(b => b.From >= pupils).Sum(b => b.Classes);
        }

        return sum;
    }

    private static Release? OfPeriod(IReadOnlyList<Release> releases, int year) => releases.LastOrDefault(r => Year(r) == year);

    private static int? Year(Release release) => int.TryParse(release.Id.Period, NumberStyles.None, CultureInfo.InvariantCulture, out int year) ? year : null;
}
