namespace Portal.Domain.Data;

/// <summary>What joins schools: campuses, groups, proposed closures.</summary>
public sealed partial class Dataset
{
    /// <summary>Campuses of a school, by their ids.</summary>
    public IEnumerable<Campus> CampusesOf(SchoolId school) =>
        (campuses ??= Campuses.OrderBy(c => c.Id, StringComparer.Ordinal).ToLookup(c => c.School))[school];

    /// <summary>A school's memberships, in order of kind and group.</summary>
    public IEnumerable<SchoolGroup> GroupsOf(SchoolId school) =>
        (groupsOfSchools ??= Groups.OrderBy(g => g.Kind).ThenBy(g => g.Group, StringComparer.Ordinal).ToLookup(g => g.School))[school];

    /// <summary>Members of a group, by school.</summary>
    public IEnumerable<SchoolGroup> MembersOf(string group) =>
        (members ??= Groups.OrderBy(g => g.School).ToLookup(g => g.Group, StringComparer.Ordinal))[group];

    /// <summary>
    /// Proposed closures 拟撤并 of schools of a county that nothing has followed yet, by school. A proposal is settled by a closure or a
    /// merger of the same school on its day or later; one without a date by any.
    /// </summary>
    public IEnumerable<SchoolLink> ProposalsOf(PlaceCode county) =>
        (proposals ??= SchoolLinks.Where(IsOpen).OrderBy(l => l.From).ToLookup(l => PlaceOf(l.From) ?? PlaceCode.Country))[county];

    /// <summary>True for a proposed closure that nothing has followed yet.</summary>
    public bool IsOpen(SchoolLink link) => link.Kind == SchoolLinkKind.Proposed
        && !LinksOf(link.From).Any(l => l.From == link.From && l.Kind is SchoolLinkKind.Closed or SchoolLinkKind.Merged
            && (l.Date.LastDay is not { } done || link.Date.FirstDay is not { } proposed || done >= proposed));

    /// <summary>True where a partnership 结对 of a school of the county is on record: without one nothing can be said of any.</summary>
    public bool HasPartnerships(PlaceCode county) =>
        (partnered ??= [.. Groups.Where(g => g.Kind == SchoolGroupKind.Partnership).Select(g => PlaceOf(g.School)).OfType<PlaceCode>()]).Contains(county);

    private PlaceCode? PlaceOf(SchoolId school) => LatestOf(school) is { } release ? release.Schools[release.Schools.Find(school)!.Value].Place : null;

    // Look-ups made on first use; making one twice in two threads gives the same look-up.
    private ILookup<SchoolId, Campus>? campuses;
    private ILookup<SchoolId, SchoolGroup>? groupsOfSchools;
    private ILookup<string, SchoolGroup>? members;
    private ILookup<PlaceCode, SchoolLink>? proposals;
    private HashSet<PlaceCode>? partnered;
}
