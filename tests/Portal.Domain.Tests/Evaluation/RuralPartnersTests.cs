using Portal.Domain.Data;
using Portal.Domain.Evaluation;

namespace Portal.Domain.Tests.Evaluation;

/// <summary>Which rural schools have a partner: every expected list is read off the rows of the test by hand.</summary>
public class RuralPartnersTests
{
    private static readonly PlaceCode County = new("990121");
    private static readonly PlaceCode Other = new("990122");

    [Fact]
    public void Rural_schools_are_with_a_partner_without_or_unknown()
    {
        RuralPartners found = Of(
        [
            Member("a", "1"), Member("a", "2"),             // town and rural: 2 has a partner
            Member("b", "3", until: "2024-04"), Member("b", "1"), // over before 15 May 2024
            Member("c", "4", until: "2024-05"), Member("c", "1"), // May counts whole
            Member("d", "5"), Member("d", "6"),             // rural among themselves: no partner
            Member("e", "7"), Member("e", "9"),             // partner's own type is blank
        ]);
        Assert.True(found.Reported);
        Assert.Equal(["2", "4"], found.With.Select(s => s.Id.Value));
        Assert.Equal(["3", "5", "6"], found.Without.Select(s => s.Id.Value));
        Assert.Equal(["7", "9"], found.Unknown.Select(s => s.Id.Value)); // 9 has no 城乡类型 itself
        Assert.Equal(6, found.Rural(Words));
    }

    [Theory]
    [InlineData("2024-06", "")] // begins after the day
    [InlineData("", "2023")] // ended with the year before
    public void A_partnership_counts_only_while_it_holds(string from, string until)
    {
        RuralPartners found = Of([Member("a", "1", from, until), Member("a", "2", from, until)]);
        Assert.Empty(found.With);
        Assert.Contains("2", found.Without.Select(s => s.Id.Value));
    }

    [Fact]
    public void A_group_of_another_kind_is_no_partner_and_without_any_partnership_nothing_is_reported()
    {
        RuralPartners found = Of([Member("a", "1", kind: SchoolGroupKind.Federation), Member("a", "2", kind: SchoolGroupKind.Federation)]);
        Assert.False(found.Reported);
        Assert.Empty(found.With);
    }

    [Fact]
    public void A_partner_may_be_of_another_county_and_a_row_that_another_school_counts_is_no_school()
    {
        RuralPartners found = Of([Member("a", "20"), Member("a", "2")]);
        Assert.Equal(["2"], found.With.Select(s => s.Id.Value));
        Assert.DoesNotContain("8", found.Without.Select(s => s.Id.Value)); // hosted by 1 (不计校数)
    }

    [Fact]
    public void A_proposal_is_open_until_a_closure_or_merger_follows_it()
    {
        SchoolLink Link(string from, SchoolLinkKind kind, string date) => new(new SchoolId(from), new SchoolId("1"), kind, new DateText(date), "", "", null);
        Dataset data = Data([], [Link("5", SchoolLinkKind.Proposed, "2024-03-15"), Link("3", SchoolLinkKind.Proposed, "2023-03"), Link("3", SchoolLinkKind.Closed, "2023-07"),
            Link("2", SchoolLinkKind.Proposed, "2024-03"), Link("2", SchoolLinkKind.Closed, "2019-07"), Link("20", SchoolLinkKind.Proposed, "")]);
        Assert.Equal(["2", "5"], data.ProposalsOf(County).Select(l => l.From.Value)); // 2 closed in 2019, reopened, and is to close again
        Assert.Equal(["20"], data.ProposalsOf(Other).Select(l => l.From.Value));
    }

    private static Vocabulary Words { get; } = new([], [new SchoolType("211", "小学", [new StageId("primary")])], new Dictionary<(string, string), string> { [("rural", "210")] = "乡中心区", [("rural", "220")] = "村庄" });

    private static RuralPartners Of(SchoolGroup[] groups)
    {
        Dataset data = Data(groups, []);
        return RuralPartners.Of(data, data.Latest!, County);
    }

    private static SchoolGroup Member(string group, string school, string from = "", string until = "", SchoolGroupKind kind = SchoolGroupKind.Partnership) =>
        new(group, new SchoolId(school), group, kind, "", new DateText(from), new DateText(until));

    private static School School(string id, string urbanRural, PlaceCode? place = null, string? host = null) => new(
        new SchoolId(id), id, place ?? County, "", "211", urbanRural, "", host is null ? null : new SchoolId(host), "", "", "", new Origin("schools.csv", 2));

    private static Dataset Data(SchoolGroup[] groups, SchoolLink[] links) => new()
    {
        Settings = new Settings { Id = "t", Title = "", ShortTitle = "", Description = "", Publisher = new Publisher("", "", ""), Origin = "", BasePath = "/", Kind = DataSetKind.Demonstration, Notice = "" },
        Vocabulary = Words,
        Schemes = [],
        Places = new PlaceTree([]),
        Sources = new Dictionary<SourceId, SourceDocument>(),
        Channels = [],
        SchoolLinks = links,
        Groups = groups,
        Releases =
        [
            new Release
            {
                Id = new ReleaseId("2023", 1), Title = "", AsOf = new DateOnly(2024, 5, 15), Published = new DateOnly(2024, 5, 20), State = ReleaseState.Final, Schemes = [],
                Schools = new SchoolTable(
                    [School("1", "121"), School("2", "210"), School("3", "220"), School("4", "220"), School("5", "220"), School("6", "210"), School("7", "220"), School("8", "220", host: "1"), School("9", ""), School("20", "111", Other)],
                    []),
            },
        ],
    };
}
