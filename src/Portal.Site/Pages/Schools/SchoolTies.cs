using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>A group that a school is in, or that a county has.</summary>
/// <param name="Kind">教育集团, 结对 or 学区.</param>
/// <param name="Name">Name.</param>
/// <param name="When">Since when, or that it is over; empty where no date is on record.</param>
/// <param name="Members">Members by code with their role, linked.</param>
public sealed record TieRow(string Kind, string Name, string When, IReadOnlyList<Piece> Members);

/// <summary>What joins a school to others, and where it is: groups, partner, campuses.</summary>
/// <param name="Groups">Its groups with the other members.</param>
/// <param name="Roles">Its own role in each, beside <paramref name="Groups"/>; may be empty.</param>
/// <param name="Partner">Whether a rural school has its partner, in words; empty where nothing is asked or it shows in the groups.</param>
/// <param name="Campuses">Campuses by id.</param>
public sealed record SchoolTies(IReadOnlyList<TieRow> Groups, IReadOnlyList<string> Roles, string Partner, IReadOnlyList<Campus> Campuses)
{
    /// <summary>True where there is nothing to say.</summary>
    public bool IsEmpty => Groups.Count == 0 && Partner.Length == 0 && Campuses.Count == 0;

    /// <summary>What is on record of a school on the release's as-of day.</summary>
    public static SchoolTies Of(SiteContext site, Release release, School school)
    {
        SchoolGroup[] own = [.. site.Data.GroupsOf(school.Id)];
        return new SchoolTies(
            [.. own.Select(g => new TieRow(Label(g.Kind), g.Name, When(g, release.AsOf), Members(site, g.Group, release.AsOf, school.Id)))],
            [.. own.Select(g => g.Role)],
            PartnerOf(site.Data, release, school),
            [.. site.Data.CampusesOf(school.Id)]);
    }

    /// <summary>教育集团, 结对, 学区.</summary>
    public static string Label(SchoolGroupKind kind) => kind switch
    {
        SchoolGroupKind.Federation => "教育集团",
        SchoolGroupKind.Partnership => "结对",
        _ => "学区",
    };

    /// <summary>Since when a membership holds, or that it is over, as of a day.</summary>
    public static string When(SchoolGroup group, DateOnly asOf) =>
        group.Until.Text.Length > 0 && !group.HoldsOn(asOf) && group.Until.LastDay < asOf ? $"已于 {Format.Date(group.Until)}结束"
        : string.Concat(group.From.Text.Length > 0 ? $"{Format.Date(group.From)}起" : "", group.Until.Text.Length > 0 ? $"，至 {Format.Date(group.Until)}" : "").TrimStart('，');

    /// <summary>Members of a group by code, each with its role and, where it has left, that it has.</summary>
    /// <param name="site">Site.</param>
    /// <param name="group">Id of the group.</param>
    /// <param name="asOf">Day.</param>
    /// <param name="except">The school whose page it is, null for a county's.</param>
    public static IReadOnlyList<Piece> Members(SiteContext site, string group, DateOnly asOf, SchoolId? except)
    {
        List<Piece> pieces = [];
        SchoolGroup[] members = [.. site.Data.MembersOf(group)];
        bool over = members.All(m => m.Until.LastDay < asOf);
        foreach (SchoolGroup member in members.Where(m => m.School != except))
        {
            string note = string.Join("，", new[] { member.Role, !over && member.Until.LastDay < asOf ? "已退出" : "" }.Where(n => n.Length > 0));
            pieces.Add(SchoolStory.School(site, member.School));
            pieces.Add(new Piece((note.Length > 0 ? $"（{note}）" : "") + "、"));
        }

        if (pieces.Count > 0)
        {
            pieces[^1] = new Piece(pieces[^1].Text[..^1]);
        }

        return pieces;
    }

    private static string PartnerOf(Dataset data, Release release, School school) => data.Groups.Count == 0 || data.Vocabulary.IsCountedElsewhere(school) ? "" : RuralPartners.StateOf(data, release, school) switch
    {
        PartnerState.Alone => data.HasPartnerships(school.Place) ? "这是乡村学校，没有登记和城区或镇区的学校结对。" : "这是乡村学校；本县没有登记结对，有没有结对学校，待填报。",
        PartnerState.Unknown => school.UrbanRural.Length == 0 ? "城乡类型没有填报，不能说这所学校该不该有结对学校。" : "结对学校的城乡类型没有填报，不能说它是不是城区或镇区的学校。",
        _ => "",
    };
}

/// <summary>A school that is to be closed or merged 拟撤并: not decided.</summary>
/// <param name="School">School.</param>
/// <param name="Place">Its county, linked where it has a page.</param>
/// <param name="Receives">The school that is to take its pupils in, null where none is named.</param>
/// <param name="Day">Date in words; 日期不详.</param>
/// <param name="Notice">Notice with a link to its document; null where none is on record.</param>
public sealed record ProposalRow(Piece School, Crumb Place, Piece? Receives, string Day, Piece? Notice)
{
    /// <summary>What is said of it, in pieces, without the school's own name.</summary>
    public IReadOnlyList<Piece> Words =>
    [
        new($"{Day}公告，拟"),
        .. Receives is { } to ? [new("并入"), to] : new Piece[] { new("撤并，没有写学生去哪所学校") },
        new("；公告："),
        Notice ?? new Piece("没有写"),
        new("。尚未定。"),
    ];

    /// <summary>Proposed closures in a place, by county and school.</summary>
    public static IReadOnlyList<ProposalRow> Of(SiteContext site, PlaceCode place) =>
        [.. site.Data.Places.CountiesOf(place).SelectMany(c => site.Data.ProposalsOf(c.Code).Select(l => Of(site, c, l)))];

    /// <summary>Number of proposed closures in a place.</summary>
    public static int CountIn(SiteContext site, PlaceCode place) => site.Data.Places.CountiesOf(place).Sum(c => site.Data.ProposalsOf(c.Code).Count());

    /// <summary>A notice with a link to its document, null where none is on record.</summary>
    public static Piece? NoticeOf(SiteContext site, SchoolLink link)
    {
        string? address = link.Source is { } source && site.Data.Sources.ContainsKey(source) ? Addresses.Source(source) : null;
        return link.Notice.Length > 0 ? new Piece(link.Notice, address) : address is not null ? new Piece(site.Data.Sources[link.Source!.Value].Title, address) : null;
    }

    private static ProposalRow Of(SiteContext site, Place county, SchoolLink link) => new(
        SchoolStory.School(site, link.From),
        PlaceWords.Link(site, county),
        link.To is { } to && to != link.From ? SchoolStory.School(site, to) : null,
        Format.Date(link.Date),
        NoticeOf(site, link));
}
