using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Components;
using Portal.Site.Pages;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Compare;

/// <summary>
/// What the compare page shows of a county's schools: the values, standards and outcomes of their pages, in the same words and digits. No
/// rank, no score; the order is the reader's own.
/// </summary>
public static class CompareSchools
{
    /// <summary>Every school that has a page under the county, by code, from the newest release that has it.</summary>
    public static CompareFile Of(SiteContext site, PlaceCode county)
    {
        CompareFile file = new(site.Data.Places[county].Name);
        SortedDictionary<SchoolId, Release> schools = [];
        foreach (Release release in site.Data.CurrentReleases)
        {
            (int from, int count) = release.Schools.RowsOf(county).GetOffsetAndLength(release.Schools.Count);
            for (int row = from; row < from + count; row++)
            {
                schools[release.Schools[row].Id] = release;
            }
        }

        foreach ((SchoolId id, Release release) in schools)
        {
            // A school that has moved to another county is in the other's file.
            if (site.Data.LatestOf(id) == release)
            {
                Add(site, file, release, release.Schools.Find(id)!.Value);
            }
        }

        return file;
    }

    private static void Add(SiteContext site, CompareFile file, Release release, int row)
    {
        School school = release.Schools[row];
        CompareItem item = file.Item(school.Id.Value, school.Name, Addresses.School(school.Id), Where(site, school), Format.Period(release.Id.Period), release.Id);
        item.Say("type", "学校", "办学类型", site.Data.Vocabulary.Type(school.Type)?.Label ?? school.Type);
        Scheme? main = SchoolStages.MainScheme(site, release);
        if (Told(site, release, main, school, row) is { Length: > 0 } told)
        {
            item.Say("school/why", "学校", "要先知道", told);
        }

        if (site.Data.Vocabulary.IsCountedElsewhere(school))
        {
            item.Say("counted", "学校", "统计", "不计校数，并入所附设的学校");
            return;
        }

        foreach (Scheme scheme in release.Schemes.Select(site.Data.Scheme).OfType<Scheme>().OrderBy(s => s != main))
        {
            bool reference = PlaceIndex.ForReference(site.Index.UpTo(release), school.Place, scheme);
            foreach (Stage stage in scheme.Stages)
            {
                if (StageScope.PartOf(site.Data, release, scheme, stage.Id, row) is { } part)
                {
                    AddStage(site, item, release, scheme, stage, part, scheme == main, reference);
                }
            }
        }
    }

    private static void AddStage(SiteContext site, CompareItem item, Release release, Scheme scheme, Stage stage, SchoolPart part, bool main, bool reference)
    {
        SchoolResult result = SchoolResult.Compute(site.Data, release, scheme, part, site.Findings.Find(release.Id, part.School.Place, scheme.Id, stage.Id));
        if (main)
        {
            string group = stage.Label + "的人数";
            item.Say($"{stage.Id}/pupils", group, "学生", Format.Amount(part.Pupils), Fix.OfSchool(site, release, part.School.Id, ["pupils_" + stage.Id.Value]));
            item.Say($"{stage.Id}/teachers", group, "专任教师", Format.Amount(SchoolCounts.Visible(site.Data.Vocabulary, release, part, "teachers_" + stage.Id.Value)), Fix.OfSchool(site, release, part.School.Id, ["teachers_" + stage.Id.Value]));
        }
        else if (!result.Judged.Any())
        {
            return;
        }

        string mark = reference ? "差距，没有申报，只作参考" : "本站测算";
        string head = $"{scheme.Short}，{stage.Label}（{mark}）";
        string seal = reference ? "距" : "算";
        if (part.Pupils is { IsKnown: true, Value: <= 0 })
        {
            item.Say($"{scheme.Id}/{stage.Id}/why", head, "说明", StageScope.NoPupils, seal: seal);
            return;
        }

        if (result.LeftOut is { } reason)
        {
            item.Say($"{scheme.Id}/{stage.Id}/why", head, "说明", $"不按办学标准判断：{reason}", seal: seal);
        }

        bool judged = result.LeftOut is null;
        foreach (SchoolIndicator indicator in result.Indicators)
        {
            bool measured = judged && indicator.Standard is not null;
            item.Add(new CompareCell(
                $"{scheme.Id}/{stage.Id}/{indicator.Indicator.Id}",
                head,
                indicator.Indicator.Label,
                Addresses.Indicator(scheme.Id, indicator.Indicator.Id),
                SchoolText.Value(indicator) + (indicator.Value.IsKnown && indicator.Indicator.Unit.Length > 0 ? " " + indicator.Indicator.Unit : ""),
                measured ? $"{(reference ? "参照" : "标准")} {(indicator.Indicator.Better == Better.Higher ? "≥" : "≤")} {SchoolText.Standard(indicator)}" : "",
                measured && !reference ? StateMark.ShapeOf(indicator.Outcome) : "",
                measured && !reference ? Word(indicator) : "",
                Fix.OfPart(site, release, part, indicator.Indicator))
            {
                Gap = !measured ? "" : reference ? SchoolText.Distance(indicator) : SchoolText.Gap(indicator),
                Seal = seal,
            });
        }
    }

    private static string Word(SchoolIndicator indicator) => indicator.Value.Why == CellState.Withheld ? "不予公布" : StateMark.WordOf(indicator.Outcome);

    // What a reader must know before the figures: closed or merged, and that values per pupil flatter a small school (site.md §2.8).
    private static string Told(SiteContext site, Release release, Scheme? main, School school, int row)
    {
        string notices = string.Concat(SchoolStory.Notices(site, school.Id).Select(n => string.Concat(n.Select(p => p.Text))));
        Amount pupils = SchoolCounts.Total(SchoolCounts.Parts(site, release, main, row), p => p.Pupils);
        bool small = SchoolSmall.Is(site.Data.Vocabulary.Type(school.Type), SchoolSmall.Rule(site, release, main), pupils);
        return notices + (small ? "学生少，按人数平均的数会显得偏高，先看人数。" : "");
    }

    private static string Where(SiteContext site, School school) => string.Join(' ', new[] { site.Data.Places[school.Place].Name, school.Township }.Where(t => t.Length > 0));
}
