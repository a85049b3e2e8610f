using Portal.Domain.Data;
using Portal.Domain.Schemes;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>What the banner of an earlier revision says.</summary>
/// <param name="Words">Words.</param>
/// <param name="Differences">Verdicts that differ, in words.</param>
/// <param name="Address">Where the newer figures are.</param>
/// <param name="Link">Words of the link.</param>
public sealed record Superseded(string Words, IReadOnlyList<string> Differences, string Address, string Link);

/// <summary>What a page pinned to a release says when there is something newer.</summary>
public static class CountyRevision
{
    /// <summary>The banner of a pinned page; null where it is still the newest of the county.</summary>
    public static Superseded? Banner(CountyContext county)
    {
        SiteContext site = county.Site;
        ReleaseId id = county.Release.Id;
        Release? newer = Newer(county);
        if (newer is { } revision && revision.Id.Period == id.Period)
        {
            return new Superseded(
                $"这是发布 {id} 当时的样子，已由发布 {revision.Id}（{Format.Day(revision.Published)}）更正。",
                [.. Differences(county, revision), .. site.ErrataOf(revision, county.Place.Code).Select(e => "更正的格：" + e.Words + "。")],
                Addresses.PlaceInRelease(revision.Id, county.Place.Code),
                $"看发布 {revision.Id} 的{county.Place.Name}");
        }

        return newer is { } current
            ? new Superseded($"这是 {Format.Period(id.Period)}的数据（发布 {id}）。本站已有 {Format.Period(current.Id.Period)}的数据。", [], Addresses.Place(county.Place.Code), $"看{county.Place.Name}的最新情况")
            : null;
    }

    /// <summary>What stands in the place of a county's release: the newest revision of its period, else the county's newest release; null where it is the newest itself.</summary>
    public static Release? Newer(CountyContext county)
    {
        SiteContext site = county.Site;
        ReleaseId id = county.Release.Id;
        return site.Data.Releases.Where(r => r.Id.Period == id.Period && r.Id.Revision > id.Revision && site.Index.RowsOf(r).Knows(county.Place.Code)).MaxBy(r => r.Id)
            ?? (site.Index.ReleaseOf(county.Place.Code) is { } current && current.Id.CompareTo(id) > 0 ? current : null);
    }

    private static List<string> Differences(CountyContext county, Release revision)
    {
        if (county.Main is not { } scheme || county.ForReference(scheme))
        {
            return [];
        }

        List<string> differences = [];
        foreach (Stage stage in scheme.Stages)
        {
            StageState was = StageState.Of(scheme, stage.Id, county.Result(scheme, stage.Id));
            StageState now = StageState.Of(scheme, stage.Id, county.Site.Findings.Find(revision.Id, county.Place.Code, scheme.Id, stage.Id));
            if (was.Kind != now.Kind || was.Value != now.Value || was.Over != now.Over)
            {
                differences.Add($"{stage.Label}的测算：当时{Words(was)}，更正后{Words(now)}。");
            }
        }

        if (differences.Count == 0)
        {
            differences.Add($"更正没有改变{county.Place.Name}的测算。");
        }

        return differences;
    }

    private static string Words(StageState state) => state.Word + (state.Value.Length > 0 ? $"（{state.Value}）" : "");
}
