using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>A school: is it up to standard, what is missing, how was it before, who to tell. Never a rank or a score.</summary>
/// <param name="School">The school's words.</param>
/// <param name="County">Its county.</param>
/// <param name="CountyAddress">The county's page, null where it has none.</param>
/// <param name="Meta">Words under the name.</param>
/// <param name="Notices">What must be known first: closed, merged.</param>
/// <param name="Sentences">Three sentences.</param>
/// <param name="Counts">Pupils, teachers, classes.</param>
/// <param name="Small">True for a teaching point or a small school: raw numbers stand before per-pupil values.</param>
/// <param name="Protection">What protects it, null for a school that is not small.</param>
/// <param name="Scheme">The main scheme, null where the release has none.</param>
/// <param name="Stages">Stages under it.</param>
/// <param name="StandardSources">Documents of the standards.</param>
/// <param name="Raw">Raw numbers as reported.</param>
/// <param name="History">Periods side by side.</param>
/// <param name="Others">Other schemes.</param>
/// <param name="Shares">Its shares in the county's differences, where they are published.</param>
/// <param name="Facts">What is known besides.</param>
/// <param name="Source">Where the figures come from, in pieces.</param>
/// <param name="ClassSizes">Classes by size, the school's size; null where nothing is known of them.</param>
/// <param name="Citation">Citation.</param>
/// <param name="CitationAddress">Full address of the citation.</param>
public sealed record SchoolPage(
    School School,
    Place County,
    string? CountyAddress,
    IReadOnlyList<string> Meta,
    IReadOnlyList<IReadOnlyList<Piece>> Notices,
    IReadOnlyList<string> Sentences,
    IReadOnlyList<SchoolCount> Counts,
    bool Small,
    SchoolProtection? Protection,
    Scheme? Scheme,
    IReadOnlyList<SchoolStage> Stages,
    string StandardSources,
    IReadOnlyList<SchoolCount> Raw,
    IReadOnlyList<SchoolHistory> History,
    IReadOnlyList<SchoolOther> Others,
    IReadOnlyList<SchoolShares> Shares,
    IReadOnlyList<SchoolFact> Facts,
    IReadOnlyList<Piece> Source,
    SchoolClassSizes? ClassSizes,
    string Citation,
    string CitationAddress) : PageModel
{
    /// <summary>Proposed closures of the school, or of one whose pupils it is to take in.</summary>
    public required IReadOnlyList<IReadOnlyList<Piece>> Proposals { get; init; }

    /// <summary>Groups, partner and campuses.</summary>
    public required SchoolTies Ties { get; init; }

    /// <summary>Supervision reports on the school, null where there is none.</summary>
    public required ReportsPart? Reports { get; init; }

    /// <summary>Enrolment zone, inspections, what it must make public, inspectors; null where nothing is known or the school is of an earlier release.</summary>
    public required SchoolDuties? Duties { get; init; }

    /// <summary>As-of day of the release in digits.</summary>
    public required string AsOf { get; init; }

    /// <summary>Errata of the school's rows, oldest release first.</summary>
    public required IReadOnlyList<ErrataRow> Errata { get; init; }
    /// <summary>Self-ratings beside checks, null where there is none.</summary>
    public required SchoolEvaluation? Evaluation { get; init; }

    /// <summary>Promises and projects of the school, null where there is none.</summary>
    public required PromisePart? Promises { get; init; }

    /// <summary>Findings at the school, null where there is none.</summary>
    public required RectificationPart? Rectification { get; init; }

    /// <summary>The page of a school by the newest release that has it.</summary>
    /// <exception cref="ArgumentException">No release has the school.</exception>
    public static SchoolPage Create(SiteContext site, SchoolId id)
    {
        Release release = site.Data.LatestOf(id) ?? throw new ArgumentException($"No release has the school {id}.", nameof(id));
        int row = release.Schools.Find(id)!.Value;
        School school = release.Schools[row];
        Place county = site.Data.Places[school.Place];
        SchoolType? type = site.Data.Vocabulary.Type(school.Type);
        string typeLabel = type?.Label ?? "学校";
        Scheme? scheme = SchoolStages.MainScheme(site, release);
        // Standards of a scheme that nobody applied for are a distance (差距), never a verdict: the school is not judged by them.
        IReadOnlyList<SchoolYear> years = SchoolStages.Years(site, scheme, id);
        IReadOnlyList<SchoolStage> stages = years[^1].Stages;
        SchoolYear? before = years.Count > 1 ? years[^2] : null;
        SchoolPart[] parts = SchoolCounts.Parts(site, release, scheme, row);
        IReadOnlyList<SchoolCount> counts = SchoolCounts.Top(site, release, parts);
        string? host = school.HostedBy is { } by && site.Data.Vocabulary.IsCountedElsewhere(school) ? SchoolStory.School(site, by).Text : null;
        Amount pupilsBefore = before is null ? new Amount(double.NaN, CellState.NotReported) : SchoolCounts.Total(SchoolCounts.Parts(site, before.Release, scheme, before.Row), p => p.Pupils);
        Amount pupils = SchoolCounts.Total(parts, p => p.Pupils);
        Standard[] standards = [.. stages.SelectMany(s => s.Rows).Select(r => r.Indicator.Standard).OfType<Standard>()];
        string setBy = standards.Length == 0 ? "" : standards[0].Place == PlaceCode.Country ? "国家" : site.Data.Places.Find(standards[0].Place)?.Name ?? "";
        SmallSchool? small = SchoolSmall.Rule(site, release, scheme);
        bool isSmall = SchoolSmall.Is(type, small, pupils);
        bool newest = release.Id.Period == site.Data.Latest?.Id.Period;
        string[] sentences =
        [
            (newest ? "" : $"按 {Format.Period(release.Id.Period)}的数据，") + SchoolWords.Status(stages, setBy, typeLabel, host, county.Name),
            SchoolWords.Missing(stages, counts),
            SchoolWords.Change(stages, before?.Stages ?? [], pupils, pupilsBefore, Format.Period(release.Id.Period), before is null ? null : Format.Period(before.Release.Id.Period), newest),
        ];
        string address = Addresses.School(id);
        return new SchoolPage(
            school,
            county,
            site.Index.HasPage(county.Code) ? Addresses.Place(county.Code) : null,
            MetaOf(site, release, school, typeLabel),
            [.. new[] { SchoolStory.Older(site, release, school) }.OfType<IReadOnlyList<Piece>>(), .. SchoolStory.Notices(site, id)],
            sentences,
            counts,
            isSmall,
            isSmall ? SchoolSmall.Protection(site, release, row, small, host) : null,
            scheme,
            stages,
            string.Join("；", standards.Select(s => s.Source).Where(s => s.Length > 0).Distinct()),
            SchoolCounts.Raw(site, release, row),
            scheme is null ? [] : SchoolStages.History(site, scheme, years),
            SchoolStages.Others(site, release, scheme, row),
            SchoolShares.Of(site, release, row),
            SchoolStory.Facts(site, release, row),
            SourceOf(site, release),
            SchoolClassSizes.Of(site, release, row),
            $"{site.Data.Settings.Publisher.Name}：《{school.Name}办学条件》，发布 {release.Id}，{Format.Day(release.Published)}。",
            site.Data.Settings.Origin + site.Data.Settings.BasePath + address)
        {
            Errata = [.. site.Data.CurrentReleases.SelectMany(r => site.ErrataOf(r, school.Place)).Where(e => e.School == id)],
            Proposals = SchoolStory.Proposals(site, id),
            Ties = SchoolTies.Of(site, release, school),
            Reports = ReportsPart.Of(site, id),
            Duties = SchoolDuties.Of(site, release, school),
            AsOf = Format.Day(release.AsOf),
            Evaluation = SchoolEvaluation.Of(site, id),
            Promises = PromisePart.Of(site, id) is { IsEmpty: false } promises ? promises : null,
            Rectification = RectificationPart.Of(site, school),
            Info = new PageInfo
            {
                Address = address,
                Title = school.Name,
                Description = $"{(school.Name.StartsWith(county.Name, StringComparison.Ordinal) ? "" : county.Name)}{school.Name} {Format.Period(release.Id.Period)}的办学条件：{SchoolWords.Plain(sentences[0])}{SchoolWords.Plain(sentences[1])}",
                Section = Section.Places,
                Crumbs = CrumbsOf(site, county, school),
                FeedbackPlace = county.Code,
                School = id,
                Release = release.Id,
                OwnFeedback = true,
            },
        };
    }

    private static string[] MetaOf(SiteContext site, Release release, School school, string type)
    {
        string sponsor = site.Data.Vocabulary.Label("sponsor", school.Sponsor);
        string day = release.StatisticsDate is { } statistics ? Format.Date(statistics) + "数据" : "截至 " + Format.Date(release.AsOf);
        string urban = school.UrbanRural.Length > 0 ? site.Data.Vocabulary.Label("urban_rural", school.UrbanRural) : "";
        return [.. new[] { type, sponsor.Length == 0 || sponsor.EndsWith('办') ? sponsor : sponsor + "办", urban, day }.Where(t => t.Length > 0)];
    }

    private static Crumb[] CrumbsOf(SiteContext site, Place county, School school)
    {
        IEnumerable<Crumb> places = site.Data.Places.PathUp(county.Code).Reverse()
            .Where(p => p.Code != PlaceCode.Country && site.Index.HasPage(p.Code))
            .Select(p => new Crumb(p.Name, Addresses.Place(p.Code)));
        return [new Crumb("首页", Addresses.Home), .. places, new Crumb(school.Name, null)];
    }

    private static Piece[] SourceOf(SiteContext site, Release release)
    {
        List<Piece> pieces = [];
        if (release.Source is { } source && site.Data.Sources.GetValueOrDefault(source) is { } document)
        {
            pieces.AddRange([new("来源："), new(document.Title, Addresses.Source(source)), new($"（{document.Grade.Label()}），")]);
        }

        pieces.AddRange(
        [
            new((release.StatisticsDate is { } day ? $"统计时点 {Format.Day(day)}，" : "") + $"截至 {Format.Day(release.AsOf)}，"),
            new($"发布 {release.Id}", Addresses.Release(release.Id)),
            new("。"),
        ]);
        return [.. pieces];
    }
}
