using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>Counts of a school: pupils, teachers, classes at the top, raw columns as reported.</summary>
internal static class SchoolCounts
{
    /// <summary>The parts of a row in the compulsory stages, whether another school counts it or not.</summary>
    public static SchoolPart[] Parts(SiteContext site, Release release, Scheme? scheme, int row) =>
        scheme is null || site.Data.Vocabulary.Type(release.Schools[row].Type) is null
            ? []
            : [.. scheme.Stages.Select(s => new SchoolPart(release, scheme, s.Id, site.Data.Vocabulary, row)).Where(p => p.Stages.Contains(p.Stage))];

    /// <summary>Pupils, full-time teachers, classes with the average.</summary>
    public static IReadOnlyList<SchoolCount> Top(SiteContext site, Release release, SchoolPart[] parts)
    {
        if (parts.Length == 0)
        {
            return [];
        }

        string hosted = parts.Any(p => p.Hosted.Count > 0) ? "含附设班" : "";
        string others = string.Join("，", parts[0].Stages.Except(parts.Select(p => p.Stage))
            .Select(s => (Label: site.Data.Vocabulary.Label("stage", s.Value), Pupils: parts[0].Sum("pupils_" + s.Value)))
            .Where(o => o.Pupils is { IsKnown: true, Value: > 0 })
            .Select(o => $"另有{o.Label} {Format.Amount(o.Pupils)} 人"));
        Amount pupils = Total(parts, p => p.Pupils);
        Amount classes = Total(parts, p => p.Sum("classes_" + p.Stage.Value));
        return
        [
            Count("学生", pupils, "人", Notes(ByStage(p => p.Pupils), others, hosted)) with { Fixes = Fixes("pupils_") },
            Count("专任教师", Total(parts, p => Visible(site.Data.Vocabulary, release, p, "teachers_" + p.Stage.Value)), "人", Notes(ByStage(p => Visible(site.Data.Vocabulary, release, p, "teachers_" + p.Stage.Value)))) with { Fixes = Fixes("teachers_") },
            Count("班级", classes, "个", Notes(Average())) with { Fixes = Fixes("classes_") },
        ];

        IReadOnlyList<Fix> Fixes(string column) => [.. parts.SelectMany(p => p.Hosted.Prepend(p.Row).SelectMany(r => Fix.OfSchool(site, release, release.Schools[r].Id, [column + p.Stage.Value])))];

        string ByStage(Func<SchoolPart, Amount> of) =>
            parts.Length < 2 ? "" : string.Join("，", parts.Select(p => $"{Label(p)} {Format.Amount(of(p))}"));

        string Average()
        {
            string[] averages = [.. parts.Where(p => p.PupilsPerClass.IsKnown).Select(p => (parts.Length < 2 ? "平均" : Label(p)) + $"每班 {Format.Amount(p.PupilsPerClass)} 人")];
            return string.Join("，", averages);
        }

        string Label(SchoolPart part) => site.Data.Vocabulary.Label("stage", part.Stage.Value);
    }

    /// <summary>The sum over the parts; unknown where one is.</summary>
    public static Amount Total(SchoolPart[] parts, Func<SchoolPart, Amount> of)
    {
        double sum = 0;
        foreach (SchoolPart part in parts)
        {
            Amount amount = of(part);
            if (!amount.IsKnown)
            {
                return amount;
            }

            sum += amount.Value;
        }

        return parts.Length == 0 ? new Amount(double.NaN, CellState.NotApplicable) : new Amount(sum, CellState.Reported);
    }

    /// <summary>Raw columns that may be published school by school and that apply to the school, in the order of their definition.</summary>
    public static IReadOnlyList<SchoolCount> Raw(SiteContext site, Release release, int row)
    {
        SchoolType? type = site.Data.Vocabulary.Type(release.Schools[row].Type);
        List<SchoolCount> raw = [];
        foreach (Column column in site.Data.Vocabulary.Columns)
        {
            if (column.Kind == ColumnKind.Text || column.Disclosure != Disclosure.School || !release.Schools.Carries(column.Name)
                || (column.Stage is { } stage && type is not null && !type.Has(stage)))
            {
                continue;
            }

            Cell cell = release.Schools.Number(row, column.Name);
            if (cell.State != CellState.NotApplicable && !(cell.State == CellState.NotReported && site.OptionalColumns.Contains(column.Name)))
            {
                bool withheld = Withholding.OfSchools(column, release, release.Schools[row].Place);
                raw.Add(new SchoolCount(column.Label, withheld ? Format.Missing(CellState.Withheld) : Format.Cell(cell), cell.HasValue && !withheld ? column.Unit : "", "")
                {
                    Fixes = Fix.OfSchool(site, release, release.Schools[row].Id, [column.Name]),
                });
            }
        }

        return raw;
    }

    /// <summary>A raw column as far as it may be published school by school.</summary>
    public static Amount Visible(Vocabulary vocabulary, Release release, SchoolPart part, string column) =>
        vocabulary.Column(column) is { } known && Withholding.OfSchools(known, release, part.School.Place) ? new Amount(double.NaN, CellState.Withheld) : part.Sum(column);

    private static SchoolCount Count(string label, Amount amount, string unit, string note) => new(label, Format.Amount(amount), amount.IsKnown ? unit : "", note);

    private static string Notes(params string[] notes) => string.Join("；", notes.Where(n => n.Length > 0));
}
