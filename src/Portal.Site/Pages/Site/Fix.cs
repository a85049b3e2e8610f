using System.Globalization;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>An erratum as it stands beside the cell: what it was, what it is, why, since when.</summary>
/// <param name="Label">The column in words, or what happened to the row.</param>
/// <param name="Was">What it was.</param>
/// <param name="Is">What it is.</param>
/// <param name="Reason">Reason.</param>
/// <param name="Date">Day.</param>
public sealed record Fix(string Label, string Was, string Is, string Reason, string Date)
{
    private const string Blank = "空着";

    /// <summary>The erratum in a sentence, without the cell's name.</summary>
    public string Words => $"原为 {Was}，现为 {Is}；{Reason}；{Date} 更正";

    /// <summary>The erratum of a cell of a release, or null.</summary>
    public static Fix? Of(SiteContext site, Release release, string table, string row, string column) =>
        release.CorrectionOf(table, row, column) is { } correction ? Of(site, release, correction) : null;

    /// <summary>The errata of a school's cells in some columns.</summary>
    public static IReadOnlyList<Fix> OfSchool(SiteContext site, Release release, SchoolId school, IEnumerable<string> columns) =>
        release.Supervision.Corrections.Count == 0 ? [] : [.. columns.Distinct().Select(c => Of(site, release, "schools", school.Value, c)).OfType<Fix>()];

    /// <summary>The errata of the cells of a school part, and of rows counted with it, that an indicator is worked out from.</summary>
    public static IReadOnlyList<Fix> OfPart(SiteContext site, Release release, SchoolPart part, Indicator indicator) =>
        release.Supervision.Corrections.Count == 0
            ? []
            : [.. part.Hosted.Prepend(part.Row).SelectMany(row => OfSchool(site, release, release.Schools[row].Id, indicator.Numerator.Append(indicator.Per).Select(t => t.ColumnFor(part.Stage))))];

    /// <summary>The errata of a row in the newest of some releases, oldest first, that holds it; those that may not be published are left out.</summary>
    /// <param name="holds">Whether a release holds the row that is shown.</param>
    /// <param name="key">Parts of the row's key in the table's order, blank ones among them.</param>
    public static IReadOnlyList<Fix> OfRow(SiteContext site, IReadOnlyList<Release> releases, Func<Release, bool> holds, string table, params string[] key) =>
        releases.All(r => r.Supervision.Corrections.Count == 0) || releases.LastOrDefault(holds) is not { } release ? [] : OfRow(site, release, table, key);

    /// <summary>The errata of a row of a release; those that may not be published are left out.</summary>
    public static IReadOnlyList<Fix> OfRow(SiteContext site, Release release, string table, params string[] key) => release.Supervision.Corrections.Count == 0
        ? []
        : [.. release.Supervision.CorrectionsOf(table, string.Join('/', key)).Where(c => !IsWithheld(site, release, c)).Select(c => Of(site, release, c))];

    /// <summary>The errata of a row of a survey's tables; that a number changed is told even where the numbers may not be published.</summary>
    public static IReadOnlyList<Fix> OfSurvey(SiteContext site, Release release, string table, params string[] key) => release.Supervision.Corrections.Count == 0
        ? []
        : [.. release.Supervision.CorrectionsOf(table, string.Join('/', key)).Select(c => Of(site, release, c))];

    /// <summary>The errata of a row of supervision whose key names a school or a place: <c>school/place/rest</c>, one of the two blank.</summary>
    /// <param name="subject">Code of a place or id of a school.</param>
    public static IEnumerable<Fix> OfSubject(SiteContext site, Release release, string table, string subject, params string[] rest) => release.Supervision.Corrections.Count == 0
        ? []
        : OfRow(site, release, table, [.. site.Data.Places.Find(new PlaceCode(subject)) is null ? [subject, ""] : (string[])["", subject], .. rest]);

    /// <summary>The errata of a figure of finance in the newest of some releases, oldest first, that reports it; each with the year before its label.</summary>
    public static IEnumerable<Fix> OfFinance(SiteContext site, IReadOnlyList<Release> releases, PlaceCode place, FundingMeasure measure, int year)
    {
        string at = year.ToString(CultureInfo.InvariantCulture);
        return OfRow(site, releases, r => r.FinanceOf(place).Any(f => f.Year == year && f.Stage == measure.Stage && f.Measure == measure.Measure), "finance", place.Value, at, measure.Stage?.Value ?? "", measure.Measure)
            .Select(f => f with { Label = $"{at} 年{site.Data.Vocabulary.Label("finance", measure.Measure)}（{f.Label}）" });
    }

    /// <summary>The errata of the classes of a school, and of rows counted with it, in a stage with the band's fewest pupils, in order of the bands.</summary>
    public static IEnumerable<(int From, Fix Fix)> OfClasses(SiteContext site, Release release, SchoolClasses classes) =>
        from band in release.Supervision.Corrections.Count == 0 ? [] : classes.Bands
        from row in release.Schools.HostedBy(classes.Row).Where(r => site.Data.Vocabulary.IsCountedElsewhere(release.Schools[r])).Prepend(classes.Row)
        from fix in OfRow(site, release, "classes", release.Schools[row].Id.Value, classes.Stage.Value, band.From.ToString(CultureInfo.InvariantCulture))
        select (band.From, fix);

    /// <summary>The errata of the row of government.csv or finance.csv that an input of an item was read from.</summary>
    public static IReadOnlyList<Fix> OfInput(SiteContext site, IReadOnlyList<Release> releases, Release release, PlaceCode place, ItemInput input)
    {
        string[] key = input.From[(input.From.IndexOf(' ', StringComparison.Ordinal) + 1)..].Split('/');
        return input.From.StartsWith("government ", StringComparison.Ordinal)
            ? OfRow(site, release, "government", [.. key, .. key.Length < 4 ? [""] : Array.Empty<string>()])
            : input.From.StartsWith("finance ", StringComparison.Ordinal)
            ? [.. OfFinance(site, releases, place, new FundingMeasure(key[3], key[2].Length == 0 ? null : new StageId(key[2])), int.Parse(key[1], CultureInfo.InvariantCulture))]
            : [];
    }

    /// <summary>An erratum in print; what may not be published of single schools is not told by its correction either.</summary>
    public static Fix Of(SiteContext site, Release release, Correction correction)
    {
        string withheld = Format.Missing(CellState.Withheld);
        (string was, string now) = IsWithheld(site, release, correction) ? (withheld, withheld) : (Value(site, correction, correction.Was), Value(site, correction, correction.Is));
        return new Fix(
            correction.ColumnLabel.Length > 0 ? correction.ColumnLabel : correction.Was.Length == 0 ? "新增的行" : "删去的行",
            correction.Column.Length == 0 && correction.Was.Length == 0 ? "没有这一行" : was,
            correction.Column.Length == 0 && correction.Is.Length == 0 ? "没有这一行" : now,
            correction.Reason,
            Format.Day(correction.Date));
    }

    /// <summary>True where the values of an erratum may not be published: a column that schools do not disclose, a small count, forms of a survey.</summary>
    public static bool IsWithheld(SiteContext site, Release release, Correction correction)
    {
        if (correction.Is == Cell.Without(CellState.Withheld).ToString())
        {
            return true;
        }

        if (correction.Table is "survey-groups" or "survey-answers")
        {
            // What was can be weighed with what is: only where nothing of the survey is withheld, in any release, may both be told.
            return correction.Column is "" or "satisfied" or "count"
                && (release.Surveys.FirstOrDefault(s => s.Id == correction.Row.Split('/')[0]) is not { } survey || correction.Column.Length == 0 || SurveyDisclosure.Of(site.Data, survey).WithholdsAny);
        }

        if (correction.Table == "satisfaction")
        {
            // Of a rate that is no more, nothing can be weighed either.
            return correction.Column is "" or "rate_percent"
                && (release.Satisfaction.FirstOrDefault(s => string.Join('/', s.Place.Value, s.Year, s.Group, s.Question) == correction.Row) is not { } rate
                    || SurveyDisclosure.Rate(site.Data, rate).State == CellState.Withheld);
        }

        string[] key = correction.Row.Split('/');
        if (release.Schools.Find(new SchoolId(key[0])) is not { } row)
        {
            // Of a row that is no more nothing can be weighed: its numbers stay out.
            return correction.Table is "schools" or "classes" && site.Data.Vocabulary.Column(correction.Column) is { Kind: not ColumnKind.Text };
        }

        PlaceCode county = release.Schools[row].Place;
        Column? column = correction.Table switch
        {
            "schools" => site.Data.Vocabulary.Column(correction.Column),
            "classes" => site.Data.Vocabulary.Columns.FirstOrDefault(c => c.Kind == ColumnKind.Classes && c.Stage is { } stage && key.Length > 1 && stage.Value == key[1]),
            _ => null,
        };
        return column is not null && (Withholding.OfSchools(column, release, county)
            || (column.MinCount is { } least && double.TryParse(correction.Was, NumberStyles.Float, CultureInfo.InvariantCulture, out double was) && was < least));
    }

    private static string Value(SiteContext site, Correction correction, string text)
    {
        if (text.Length == 0)
        {
            return Blank;
        }

        Column? column = correction.Table == "schools" ? site.Data.Vocabulary.Column(correction.Column) : null;
        string value = decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) && column is { Kind: not ColumnKind.Text } ? Format.Grouped(text) : text;
        return column is { Unit.Length: > 0, Kind: not ColumnKind.Text } ? $"{value} {column.Unit}" : value;
    }
}

/// <summary>An erratum in a list.</summary>
/// <param name="Release">Release that made the correction.</param>
/// <param name="Table">Table in words.</param>
/// <param name="Row">Row in words.</param>
/// <param name="Address">Page of what the row is about, null where there is none.</param>
/// <param name="Place">Place of the row, null where it has none.</param>
/// <param name="School">School of the row, null where it is of none.</param>
/// <param name="Fix">What it was and is.</param>
public sealed record ErrataRow(ReleaseId Release, string Table, string Row, string? Address, PlaceCode? Place, SchoolId? School, Fix Fix)
{
    /// <summary>The whole erratum in a sentence.</summary>
    public string Words => $"{Row}，{Fix.Label}：{Fix.Words}";

    /// <summary>All errata of a release, in order of the table.</summary>
    public static IReadOnlyList<ErrataRow> Of(SiteContext site, Release release) => [.. release.Supervision.Corrections.Select(c => Of(site, release, c))];

    private static ErrataRow Of(SiteContext site, Release release, Correction correction)
    {
        PlaceCode? place = null;
        SchoolId? school = null;
        string? address = null;
        List<string> words = [];
        foreach (string part in correction.Row.Split('/').Where(p => p.Length > 0))
        {
            if (site.Data.LatestOf(new SchoolId(part)) is { } seen)
            {
                School known = seen.Schools[seen.Schools.Find(new SchoolId(part))!.Value];
                (school, place, address) = (known.Id, known.Place, Addresses.School(known.Id));
                words.Add(known.Name);
            }
            else if (part.Length == 6 && site.Data.Places.Find(new PlaceCode(part)) is { } at)
            {
                place ??= at.Code;
                address ??= site.Index.HasPage(at.Code) ? Addresses.Place(at.Code) : null;
                words.Add(at.Name);
            }
            else
            {
                words.Add(part);
            }
        }

        return new ErrataRow(release.Id, correction.TableLabel, string.Join("，", words), address, place, school, Fix.Of(site, release, correction));
    }
}
