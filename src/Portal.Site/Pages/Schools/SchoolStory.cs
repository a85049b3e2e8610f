using Portal.Domain.Data;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>What happened to a school, and what is known of it besides figures.</summary>
internal static class SchoolStory
{
    /// <summary>Things a reader must know first: closed, merged, split off; the school itself is the subject. Proposals: see <see cref="Proposals"/>.</summary>
    public static IReadOnlyList<IReadOnlyList<Piece>> Notices(SiteContext site, SchoolId school)
    {
        List<IReadOnlyList<Piece>> notices = [];
        foreach (SchoolLink link in site.Data.LinksOf(school).Where(l => l.Kind != SchoolLinkKind.Proposed && (l.Kind != SchoolLinkKind.Renamed || (l.To is { } to && to != l.From))))
        {
            bool from = link.From == school;
            string date = Format.Date(link.Date);
            Piece? other = (from ? link.To : link.From) is { } id && id != school ? School(site, id) : null;
            List<Piece> pieces = (link.Kind, from, other) switch
            {
                (SchoolLinkKind.Closed, true, null) => [new($"本校已于 {date}停办。")],
                (SchoolLinkKind.Closed, true, { } to) => [new($"本校已于 {date}停办，学生转到"), to, new("。")],
                (SchoolLinkKind.Closed, false, { } was) => [new($"{date}，"), was, new("停办，学生转到本校。")],
                (SchoolLinkKind.Merged, true, { } to) => [new($"本校已于 {date}并入"), to, new("。")],
                (SchoolLinkKind.Merged, false, { } was) => [new($"{date}，"), was, new("并入本校。")],
                (SchoolLinkKind.Split, true, { } to) => [new($"{date}，从本校分出"), to, new("。")],
                (SchoolLinkKind.Split, false, { } was) => [new($"本校于 {date}从"), was, new("分出。")],
                (SchoolLinkKind.Reopened, _, _) => [new($"本校于 {date}恢复办学。")],
                (SchoolLinkKind.Renamed, true, { } to) => [new($"本校于 {date}更名，标识码同时改变，现为"), to, new("。")],
                (SchoolLinkKind.Renamed, false, { } was) => [new($"本校于 {date}由"), was, new("更名而来，标识码同时改变。")],
                _ => [],
            };
            if (pieces.Count == 0)
            {
                continue;
            }

            if (link.Notice.Length > 0)
            {
                pieces.AddRange([new("文件："), ProposalRow.NoticeOf(site, link)!, new("。")]);
            }

            notices.Add(pieces);
        }

        return notices;
    }

    /// <summary>Proposed closures of the school, or of one whose pupils it is to take in: not decided, with notice and the other school.</summary>
    public static IReadOnlyList<IReadOnlyList<Piece>> Proposals(SiteContext site, SchoolId school)
    {
        List<IReadOnlyList<Piece>> proposals = [];
        foreach (SchoolLink link in site.Data.LinksOf(school).Where(site.Data.IsOpen))
        {
            Piece? to = link.To is { } id && id != link.From ? School(site, id) : null;
            IReadOnlyList<Piece> what = link.From != school ? [School(site, link.From), new("并入本校")]
                : to is null ? [new("撤并本校，没有写学生去哪所学校")]
                : [new("本校并入"), to];
            proposals.Add([new($"{Format.Date(link.Date)}公告：拟{(to is null ? "" : "把")}"), .. what, new("。公告："), ProposalRow.NoticeOf(site, link) ?? new Piece("没有写"), new("。")]);
        }

        return proposals;
    }

    /// <summary>Says that the newest release has no data of the school, and why where that is known; null where it has.</summary>
    public static IReadOnlyList<Piece>? Older(SiteContext site, Release release, School school)
    {
        if (site.Data.Latest is not { } latest || latest.Id.Period == release.Id.Period)
        {
            return null;
        }

        string county = site.Data.Places.Find(school.Place)?.Name ?? school.Place.Value;
        string why = latest.Schools.RowsOf(school.Place).Equals(0..0)
            ? $"{county}没有 {Format.Period(latest.Id.Period)}的学校数据。"
            : $"{Format.Period(latest.Id.Period)}的数据里没有这所学校。";
        return [new($"{why}本页是最近一期的，{Format.Period(release.Id.Period)}（发布 {release.Id}）。")];
    }

    /// <summary>Lines of the box 学校信息.</summary>
    public static IReadOnlyList<SchoolFact> Facts(SiteContext site, Release release, int row)
    {
        School school = release.Schools[row];
        Vocabulary vocabulary = site.Data.Vocabulary;
        List<SchoolFact> facts = [];
        Add("标识码", school.Id.Value);
        Add("类型", vocabulary.Type(school.Type)?.Label ?? school.Type);
        Add("举办者", vocabulary.Label("sponsor", school.Sponsor));
        Add("城乡", school.UrbanRural.Length > 0 ? vocabulary.Label("urban_rural", school.UrbanRural) : "");
        Add("地址", school.Address);
        Add("电话", school.OfficePhone);
        Add("教学语言", school.TeachingLanguage.Length > 0 ? vocabulary.Label("teaching_language", school.TeachingLanguage) : "");
        string former = string.Join("；", site.Data.LinksOf(school.Id)
            .Where(l => l.Kind == SchoolLinkKind.Renamed && l.OldName.Length > 0 && (l.To ?? l.From) == school.Id)
            .OrderBy(l => l.Date.Text, StringComparer.Ordinal)
            .Select(l => l.OldName + (l.Date.Text.Length > 0 ? $"（至 {Format.Date(l.Date)}）" : "")));
        Add("曾用名", former);
        if (school.HostedBy is { } host)
        {
            facts.Add(new SchoolFact("主办学校", [School(site, host)]));
        }

        int[] hosted = [.. release.Schools.HostedBy(row)];
        List((bool point) => [.. hosted.Where(r => (vocabulary.Type(release.Schools[r].Type)?.IsTeachingPoint ?? false) == point).Select(r => release.Schools[r].Id)]);
        return facts;

        void Add(string label, string text)
        {
            if (text.Length > 0)
            {
                facts.Add(new SchoolFact(label, [new Piece(text)]));
            }
        }

        void List(Func<bool, SchoolId[]> of)
        {
            foreach ((string label, SchoolId[] ids) in new[] { ("附设班", of(false)), ("教学点", of(true)) })
            {
                if (ids.Length > 0)
                {
                    facts.Add(new SchoolFact(label, [.. ids.SelectMany((id, i) => i == 0 ? new[] { School(site, id) } : [new Piece("、"), School(site, id)])]));
                }
            }
        }
    }

    /// <summary>A school by its newest name, linked where it has a page.</summary>
    public static Piece School(SiteContext site, SchoolId id) =>
        site.Data.LatestOf(id) is { } release && release.Schools.Find(id) is { } row
            ? new Piece(release.Schools[row].Name, Addresses.School(id))
            : new Piece("标识码 " + id);
}
