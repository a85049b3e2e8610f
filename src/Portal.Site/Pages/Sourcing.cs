using Portal.Domain.Data;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>A source as shown beside a figure.</summary>
/// <param name="Title">Title of the document.</param>
/// <param name="Address">Its page, null where it is only named in words.</param>
/// <param name="Grade">原件, 官方 or 转载; empty where it is only named in words.</param>
/// <param name="Date">Date of the document as given, may be empty.</param>
public sealed record SourceRef(string Title, string? Address, string Grade, string Date);

/// <summary>What stands under every table of figures: sources with grade, as-of date, release.</summary>
/// <param name="Sources">Sources, each once.</param>
/// <param name="Words">As-of date and release in words.</param>
public sealed record TableNote(IReadOnlyList<SourceRef> Sources, string Words)
{
    private const string Circled = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

    /// <summary>The mark that leads from a row to its source: ①; empty where the table has one source only.</summary>
    public string Mark(SourceRef source)
    {
        for (int i = 0; Sources.Count > 1 && i < Sources.Count; i++)
        {
            if (Sources[i] == source)
            {
                return i < Circled.Length ? Circled.Substring(i, 1) : $"[{i + 1}]";
            }
        }

        return "";
    }
}

/// <summary>Where the figures of a page come from.</summary>
public static class Sourcing
{
    /// <summary>The note of a table that was read from documents.</summary>
    public static TableNote Note(SiteContext site, Release release, IEnumerable<SourceId> sources) =>
        new([.. sources.Distinct().Select(s => Of(site, s))], $"截至 {Format.Day(release.AsOf)}，发布 {release.Id}");

    /// <summary>The note of a table that was worked out from the schools of a release.</summary>
    public static TableNote Computed(SiteContext site, Release release) => new(
        release.Source is { } source ? [Of(site, source)] : [],
        (release.StatisticsDate is { } day ? $"统计时点 {Format.Day(day)}，" : "") + $"截至 {Format.Day(release.AsOf)}，发布 {release.Id}");

    /// <summary>A source by its id; words in place of an id stay words.</summary>
    public static SourceRef Of(SiteContext site, SourceId id) =>
        site.Data.Sources.TryGetValue(id, out SourceDocument? document)
            ? new SourceRef(document.Title, Addresses.Source(id), document.Grade.Label(), document.Date.Text)
            : new SourceRef(id.Value, null, "", "");
}
