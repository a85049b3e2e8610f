using AngleSharp.Html.Dom;
using Portal.Domain.Data;
using Portal.Site.Components;
using Portal.Site.Pages;

namespace Portal.Site.Tests.Pages;

/// <summary>Groups, partners, campuses and proposed closures on the pages of HandSite: 甲县's schools 0 and 1 are in town, 2 to 4 rural.</summary>
public class TiesTests
{
    [Fact]
    public void A_county_lists_its_groups_and_says_how_many_rural_schools_have_a_partner()
    {
        CountyGroups groups = CountyPage.Create(Site(), HandSite.Within).Groups!;
        Assert.Equal(["甲集团", "甲一结对"], groups.Groups.Select(g => g.Name)); // 集团 before 结对; what is over is left out
        Assert.Equal("1 小（牵头校）、2 小（成员校）", string.Concat(groups.Groups[0].Members.Select(m => m.Text)));
        Assert.Equal("schools/9901010/", groups.Groups[0].Members[0].Address);
        Assert.Equal("2021 年 9 月起", groups.Groups[1].When);
        Assert.Equal("乡村学校（含教学点）3 所，其中 1 所有结对学校，2 所没有。", groups.Partners);
        Assert.Equal(["4 小", "5 小"], groups.Without.Select(s => s.Text));
        Assert.Equal("按登记的现状，截至 2024-05-15", groups.AsOf);
        Assert.Equal("北校区", groups.Campuses.Single().Campuses.Single().Name);
    }

    [Fact]
    public void Without_any_partnership_on_record_nothing_is_counted()
    {
        CountyGroups groups = CountyPage.Create(Site(), HandSite.Over).Groups!;
        Assert.Equal("有乡村学校（含教学点）3 所。本站没有收到本县结对的登记：有没有结对学校，待填报。", groups.Partners);
        Assert.Empty(groups.Without);
        Assert.DoesNotContain("0 所", groups.Partners);
    }

    [Fact]
    public void A_page_pinned_to_a_release_does_not_change_with_what_is_registered_later()
    {
        SiteContext site = Site();
        Assert.Null(CountyPage.Create(site, HandSite.Within, site.Latest).Groups);
        Assert.DoesNotContain(CountyPage.Create(site, HandSite.Within, site.Latest).Contents, a => a.Id == "groups");
        Assert.Contains(CountyPage.Create(site, HandSite.Within).Contents, a => a.Id == "groups");
    }

    [Fact]
    public void A_proposed_closure_is_a_banner_with_notice_receiving_school_and_whom_to_tell()
    {
        IHtmlDocument page = Html(Site(), "9901014");
        AngleSharp.Dom.IElement banner = page.QuerySelector(".banner")!;
        Assert.Equal("拟撤并，还没有定。2024 年 3 月 15 日公告：拟把本校并入1 小。公告：某文〔2024〕5号。有意见，看找谁。", Tight(banner.TextContent));
        Assert.Equal(["../../schools/9901010/", "../../sources/report/", "#tell"], banner.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.Contains("拟把5 小并入本校", Tight(Html(Site(), "9901010").QuerySelector(".banner")!.TextContent), StringComparison.Ordinal);
    }

    [Fact]
    public void A_proposal_without_notice_or_receiving_school_says_so()
    {
        ProposalRow row = CountyPage.Create(Site(), HandSite.Over).Groups!.Proposals.Single();
        Assert.Equal("日期不详公告，拟撤并，没有写学生去哪所学校；公告：没有写。尚未定。", string.Concat(row.Words.Select(w => w.Text)));
    }

    [Fact]
    public void An_area_lists_the_proposed_closures_below_it_by_county()
    {
        AreaPage page = AreaPage.Create(Site(), HandSite.Province);
        Assert.Equal([("甲县", "5 小"), ("乙县", "3 小")], page.Proposals.Select(p => (p.Place.Label, p.School.Text)));
    }

    [Fact]
    public void A_school_shows_its_groups_with_its_role_and_the_other_members()
    {
        SchoolTies ties = SchoolPage.Create(Site(), new SchoolId("9901012")).Ties;
        Assert.Equal(["甲一结对", "甲旧结对"], ties.Groups.Select(g => g.Name));
        Assert.Equal("1 小（帮扶校）", string.Concat(ties.Groups[0].Members.Select(m => m.Text)));
        Assert.Equal("已于 2020 年 8 月结束", ties.Groups[1].When);
        Assert.Equal("受帮扶校", ties.Roles[0]);
        Assert.Equal("", ties.Partner);
        Assert.Equal("这是乡村学校，没有登记和城区或镇区的学校结对。", SchoolPage.Create(Site(), new SchoolId("9901013")).Ties.Partner);
        Assert.Contains("北校区", Html(Site(), "9901010").QuerySelector("#ties")!.TextContent, StringComparison.Ordinal);
    }

    private static string Tight(string text) => text.Replace("\n", "", StringComparison.Ordinal).Trim();

    private static IHtmlDocument Html(SiteContext site, string id)
    {
        SchoolPage page = SchoolPage.Create(site, new SchoolId(id));
        return Rendered.Document<SchoolView>(("Site", site), ("Model", page with { Info = page.Info.Rooted() }));
    }

    private static SiteContext Site()
    {
        SiteContext made = HandSite.Site();
        Release release = HandSite.Release("2023", 1, [.. HandSite.Schools().Select((r, i) => r with { School = r.School with { UrbanRural = r.School.Id.Value[^1] < '2' ? "111" : "210" } })]);
        SchoolGroup Member(string group, string name, SchoolGroupKind kind, int school, string role, string from = "2021-09", string until = "") =>
            new(group, new SchoolId($"990101{school}"), name, kind, role, new DateText(from), new DateText(until));
        Dataset data = new()
        {
            Settings = made.Data.Settings, Schemes = made.Data.Schemes, Places = made.Data.Places, Sources = made.Data.Sources, Channels = [], Releases = [release],
            Vocabulary = new Vocabulary(made.Data.Vocabulary.Columns, made.Data.Vocabulary.Types, new Dictionary<(string, string), string> { [("rural", "210")] = "乡中心区" }),
            Campuses = [new Campus(new SchoolId("9901010"), "bei", "北校区", "渡口街 1 号", "一年级")],
            Groups =
            [
                Member("g2", "甲一结对", SchoolGroupKind.Partnership, 0, "帮扶校"), Member("g2", "甲一结对", SchoolGroupKind.Partnership, 2, "受帮扶校"),
                Member("g3", "甲旧结对", SchoolGroupKind.Partnership, 1, "", "2019", "2020-08"), Member("g3", "甲旧结对", SchoolGroupKind.Partnership, 2, "", "2019", "2020-08"),
                Member("g9", "甲集团", SchoolGroupKind.Federation, 0, "牵头校"), Member("g9", "甲集团", SchoolGroupKind.Federation, 1, "成员校"),
            ],
            SchoolLinks =
            [
                new SchoolLink(new SchoolId("9901014"), new SchoolId("9901010"), SchoolLinkKind.Proposed, new DateText("2024-03-15"), "", "某文〔2024〕5号", HandSite.Report),
                new SchoolLink(new SchoolId("9901022"), null, SchoolLinkKind.Proposed, new DateText(""), "", "", null),
            ],
        };
        return new SiteContext { Data = data, Findings = Portal.Domain.Evaluation.Findings.Compute(data), Words = [], Assets = made.Assets };
    }
}
