using System.Globalization;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>Works a school's stages up for print: nothing is judged here, only chosen and worded.</summary>
internal static class SchoolStages
{
    private const string NoData = "无数据";

    /// <summary>The school in every period that has it, oldest first; without stages where its row is counted with another school's.</summary>
    public static IReadOnlyList<SchoolYear> Years(SiteContext site, Scheme? scheme, SchoolId school)
    {
        (Release Release, int Row)[] rows = [.. from release in site.Data.CurrentReleases
            let row = release.Schools.Find(school)
            where row is not null
            select (release, row.Value)];
        // Of earlier periods only the values are shown, beside those of the newest.
        return [.. rows.Select((r, i) => new SchoolYear(r.Release, r.Row, scheme is null ? [] : Judging(site, r.Release, scheme, r.Row, worded: i == rows.Length - 1)))];
    }

    /// <summary>The scheme that the schools of a release are shown by first, null where it has none.</summary>
    public static Scheme? MainScheme(SiteContext site, Release release) =>
        site.Index.MainScheme(release) ?? release.Schemes.Select(site.Data.Scheme).FirstOrDefault(s => s is not null);

    // Where even the first scheme must be applied for and the county has not, nothing is judged: it stands among the others, for reference.
    private static IReadOnlyList<SchoolStage> Judging(SiteContext site, Release release, Scheme scheme, int row, bool worded)
    {
        IReadOnlyList<SchoolStage> stages = Of(site, release, scheme, row, worded);
        return ForReference(site, release, scheme, release.Schools[row].Place)
            ? [.. stages.Select(s => s.Judged ? s with { Judged = false, WhyNot = $"本县尚未申报{scheme.Short}" } : s)]
            : stages;
    }

    /// <summary>The other schemes of the release that have standards for the school.</summary>
    public static IReadOnlyList<SchoolOther> Others(SiteContext site, Release release, Scheme? main, int row)
    {
        List<SchoolOther> others = [];
        foreach (Scheme scheme in release.Schemes.Select(site.Data.Scheme).OfType<Scheme>().Where(s => s != main || ForReference(site, release, s, release.Schools[row].Place)))
        {
            SchoolStage[] stages = [.. Of(site, release, scheme, row).Where(s => s.Judged)];
            if (stages.Length > 0)
            {
                Road road = PlaceIndex.RoadOf(site.Index.UpTo(release), release.Schools[row].Place, scheme.Id);
                others.Add(new SchoolOther(scheme, road.Standing != Standing.NotApplied, stages));
            }
        }

        return others;
    }

    /// <summary>The stages over all periods from the first to the last that has the school; empty where there is only one.</summary>
    public static IReadOnlyList<SchoolHistory> History(SiteContext site, Scheme scheme, IReadOnlyList<SchoolYear> years)
    {
        if (years.Count < 2)
        {
            return [];
        }

        Release[] releases = [.. site.Data.CurrentReleases.Where(r => r.Id.CompareTo(years[0].Release.Id) >= 0 && r.Id.CompareTo(years[^1].Release.Id) <= 0)];
        List<SchoolHistory> history = [];
        foreach (Stage stage in scheme.Stages)
        {
            SchoolStage?[] then = [.. releases.Select(r => years.FirstOrDefault(y => y.Release == r)?.Stages.FirstOrDefault(s => s.Stage == stage))];
            if (then.Count(s => s is not null) > 1)
            {
                history.Add(new SchoolHistory(stage, [.. releases.Select(r => r.Id.Period)],
                [
                    new HistoryRow("学生数", [.. then.Select(s => new HistoryCell(s?.Pupils ?? NoData, false))]),
                    new HistoryRow("专任教师数", [.. then.Select(s => new HistoryCell(s?.Teachers ?? NoData, false))]),
                    .. scheme.Indicators.Select(indicator => new HistoryRow(indicator.Label, [.. then.Select(s => Cell(s, indicator))])),
                ]));
            }
        }

        return history;
    }

    private static HistoryCell Cell(SchoolStage? stage, Indicator indicator) =>
        stage?.Rows.FirstOrDefault(r => r.Indicator.Indicator == indicator) is { } row
            ? new HistoryCell(row.Value, stage.Judged && row.Indicator.Outcome == Outcome.NotMet) { Fixes = row.Fixes }
            : new HistoryCell(NoData, false);

    private static IReadOnlyList<SchoolStage> Of(SiteContext site, Release release, Scheme scheme, int row, bool worded = true) =>
        [.. scheme.Stages.Select(stage => Of(site, release, scheme, stage, row, worded)).OfType<SchoolStage>()];

    private static SchoolStage? Of(SiteContext site, Release release, Scheme scheme, Stage stage, int row, bool worded)
    {
        if (StageScope.PartOf(site.Data, release, scheme, stage.Id, row) is not { } part)
        {
            return null;
        }

        SchoolResult result = SchoolResult.Compute(site.Data, release, scheme, part, site.Findings.Find(release.Id, part.School.Place, scheme.Id, stage.Id));
        bool empty = part.Pupils is { IsKnown: true, Value: <= 0 };
        SchoolRule rule = result.Rule;
        bool judged = worded && rule.Outcome != Outcome.NotApplicable;
        string? whyNot = result.LeftOut ?? (empty ? StageScope.NoPupils : null) ?? (result.Judged.Any() ? null : "");
        return new SchoolStage(
            stage,
            whyNot is null,
            whyNot ?? "",
            empty ? [] : [.. result.Indicators.Select(i => Row(site.Data.Vocabulary, part, i, worded) with { Fixes = Fix.OfPart(site, release, part, i.Indicator) })],
            result.LeftOutOfCoefficient,
            Format.Amount(part.Pupils),
            Format.Amount(SchoolCounts.Visible(site.Data.Vocabulary, release, part, "teachers_" + stage.Id.Value)))
        {
            Asked = judged ? SchoolRuleWords.Asked(rule) : "",
            Rule = judged ? SchoolRuleWords.Outcome(rule, ForReference(site, release, scheme, part.School.Place)) : "",
            Allowances = judged ? [.. result.Indicators.SelectMany(i => i.Allowances.Select(a => SchoolRuleWords.Allowance(site.Data.Vocabulary, part, i, a)))] : [],
        };
    }

    // Until its county has applied, a scheme that does not apply to all says how far it is, never 未达标.
    private static bool ForReference(SiteContext site, Release release, Scheme scheme, PlaceCode county) =>
        PlaceIndex.ForReference(site.Index.UpTo(release), county, scheme);

    private static SchoolMeasure Row(Vocabulary vocabulary, SchoolPart part, SchoolIndicator result, bool worded)
    {
        string value = SchoolText.Value(result), unit = result.Value.IsKnown ? result.Indicator.Unit : "";
        return !worded ? new SchoolMeasure(result, "", value, unit, "", "", "", "", "") : new SchoolMeasure(
            result,
            Thing(vocabulary, result.Indicator, part),
            value,
            unit,
            SchoolText.Standard(result),
            SchoolText.Mean(result),
            result.Outcome == Outcome.NotMet ? SchoolText.Amount(result) : "",
            Plainer(result),
            FormulaText.Of(vocabulary, result, part.Stage, part.Stages.Count > 1));
    }

    /// <summary>What the indicator counts, from the label of its raw column: 小学专任教师数 is 专任教师, 图书册数 is 图书.</summary>
    private static string Thing(Vocabulary vocabulary, Indicator indicator, SchoolPart part)
    {
        string column = indicator.Numerator[0].ColumnFor(part.Stage);
        if (vocabulary.Column(column) is not { } known)
        {
            return indicator.Short;
        }

        string thing = known.Label;
        string stage = vocabulary.Label("stage", part.Stage.Value);
        thing = thing.StartsWith(stage, StringComparison.Ordinal) ? thing[stage.Length..] : thing;
        foreach (string measure in new[] { "面积", "台数", "册数", "数", "值" })
        {
            if (thing.EndsWith(measure, StringComparison.Ordinal) && thing.Length > measure.Length + 1)
            {
                return thing[..^measure.Length];
            }
        }

        return thing;
    }

    /// <summary>师生比 0.048 in plain words: about 21 pupils to a teacher.</summary>
    private static string Plainer(SchoolIndicator shown) =>
        shown.Indicator.Numerator is [{ Column: "teachers_{stage}" }] && shown.Value is { IsKnown: true, Value: > 0 and < 1 }
            ? string.Create(CultureInfo.InvariantCulture, $"约 {Comparison.Print(1 / shown.Value.Value, 0)} 名学生 1 名教师")
            : "";
}
