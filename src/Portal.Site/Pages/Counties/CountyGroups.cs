using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>A school's campuses in a county's list.</summary>
public sealed record CampusRow(Piece School, IReadOnlyList<Campus> Campuses);

/// <summary>集团、结对、学区与拟撤并 of a county, as on record today: these tables belong to no release.</summary>
/// <param name="Groups">Groups that hold, by kind and id.</param>
/// <param name="Partners">Whether rural schools have a partner, in one sentence; empty where the county has no rural school.</param>
/// <param name="Without">Rural schools without a partner, by code.</param>
/// <param name="Unknown">Schools of which it cannot be said, by code.</param>
/// <param name="Campuses">Schools with campuses, by code.</param>
/// <param name="Proposals">Proposed closures, by code.</param>
/// <param name="AsOf">截至 in words.</param>
public sealed record CountyGroups(IReadOnlyList<TieRow> Groups, string Partners, IReadOnlyList<Piece> Without, IReadOnlyList<Piece> Unknown, IReadOnlyList<CampusRow> Campuses, IReadOnlyList<ProposalRow> Proposals, string AsOf)
{
    /// <summary>The groups of a county; null where there is nothing to say, or the page is pinned to a release: what is current would change it.</summary>
    public static CountyGroups? Of(CountyContext county, bool pinned)
    {
        Dataset data = county.Site.Data;
        if (pinned || !county.HasSchools)
        {
            return null;
        }

        SchoolTable table = county.Release.Schools;
        (int start, int length) = table.RowsOf(county.Place.Code).GetOffsetAndLength(table.Count);
        School[] schools = [.. Enumerable.Range(start, length).Select(row => table[row])];
        DateOnly asOf = county.Release.AsOf;
        RuralPartners partners = RuralPartners.Of(data, county.Release, county.Place.Code);
        CountyGroups groups = new(
            [
                .. schools.SelectMany(s => data.GroupsOf(s.Id)).DistinctBy(g => g.Group).Where(g => data.MembersOf(g.Group).Any(m => m.HoldsOn(asOf)))
                    .OrderBy(g => g.Kind).ThenBy(g => g.Group, StringComparer.Ordinal)
                    .Select(g => new TieRow(SchoolTies.Label(g.Kind), g.Name, Since(data, g.Group, asOf), SchoolTies.Members(county.Site, g.Group, asOf, null))),
            ],
            Words(data, partners),
            partners.Reported ? [.. partners.Without.Select(s => SchoolStory.School(county.Site, s.Id))] : [],
            partners.Reported ? [.. partners.Unknown.Select(s => SchoolStory.School(county.Site, s.Id))] : [],
            [.. schools.Select(s => new CampusRow(SchoolStory.School(county.Site, s.Id), [.. data.CampusesOf(s.Id)])).Where(c => c.Campuses.Count > 0)],
            ProposalRow.Of(county.Site, county.Place.Code),
            $"按登记的现状，截至 {Format.Day(asOf)}");
        return groups.Groups.Count == 0 && groups.Partners.Length == 0 && groups.Campuses.Count == 0 && groups.Proposals.Count == 0 ? null : groups;
    }

    // A group began when its first member joined it.
    private static string Since(Dataset data, string group, DateOnly asOf) =>
        SchoolTies.When(data.MembersOf(group).Where(m => m.HoldsOn(asOf)).MinBy(m => m.From.FirstDay ?? DateOnly.MinValue)! with { Until = new DateText("") }, asOf);

    private static string Words(Dataset data, RuralPartners partners)
    {
        int rural = partners.Rural(data.Vocabulary);
        string unknown = partners.Unknown.Count == 0 ? "" : $"另有 {partners.Unknown.Count} 所因城乡类型没有填报，不能判断。";
        return rural == 0 ? partners.Reported ? unknown.Replace("另有", "有", StringComparison.Ordinal) : ""
            : !partners.Reported ? $"有乡村学校（含教学点）{rural} 所。本站没有收到本县结对的登记：有没有结对学校，待填报。"
            : $"乡村学校（含教学点）{rural} 所，其中 {partners.With.Count} 所有结对学校" + (partners.Without.Count == 0 ? "。" : $"，{partners.Without.Count} 所没有。") + unknown;
    }
}
