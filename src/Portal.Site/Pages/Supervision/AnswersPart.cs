using Portal.Domain.Data;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>Words received and answered in a month on a topic.</summary>
/// <param name="Month">Month in words.</param>
/// <param name="Topic">Topic in words.</param>
/// <param name="Received">Received, or why there is no number.</param>
/// <param name="Answered">Answered, likewise.</param>
/// <param name="Days">Median of days until the answer, likewise; empty where nothing was answered.</param>
public sealed record AnswersRow(string Month, string Topic, string Received, string Answered, string Days)
{
    /// <summary>Errata of the row.</summary>
    public IReadOnlyList<Fix> Fixes { get; init; } = [];
}

/// <summary>How feedback has been answered: counts only (feedback.csv).</summary>
/// <param name="Words">All of it in a sentence.</param>
/// <param name="Rows">By month, the newest first, and topic.</param>
/// <param name="HasDays">False where no median is known.</param>
/// <param name="Note">As-of date and release.</param>
public sealed record AnswersPart(string Words, IReadOnlyList<AnswersRow> Rows, bool HasDays, TableNote Note)
{
    /// <summary>What the newest release that has any says of a place; null where none has.</summary>
    public static AnswersPart? Of(SiteContext site, IReadOnlyList<Release> releases, PlaceCode place)
    {
        Release? release = releases.LastOrDefault(r => r.Supervision.Feedback.Count > 0 && r.Supervision.FeedbackOf(place).Any());
        return release is null ? null : Of(site, release, [.. release.Supervision.FeedbackOf(place)]);
    }

    /// <summary>What a release says of all its places together; medians cannot be added and stay out.</summary>
    public static AnswersPart? Whole(SiteContext site, Release? release)
    {
        if (release is null || release.Supervision.Feedback.Count == 0)
        {
            return null;
        }

        return Of(site, release, [.. release.Supervision.Feedback.GroupBy(f => (f.Month, f.Topic)).Select(g =>
            new FeedbackCount(PlaceCode.Country, g.Key.Month, g.Key.Topic, Sum(g.Select(f => f.Received)), Sum(g.Select(f => f.Answered)), Cell.NotApplicable))],
            "各地的中位时间不能相加，合计没有中位时间，见各县区的页面。");
    }

    private static AnswersPart Of(SiteContext site, Release release, FeedbackCount[] counts, string more = "")
    {
        string[] months = [.. counts.Select(c => c.Month).Distinct().Order(StringComparer.Ordinal)];
        string period = months.Length == 1 ? Month(months[0]) : $"{Month(months[0])}至 {Month(months[^1])}";
        bool days = counts.Any(c => c.MedianDays.HasValue);
        return new AnswersPart(
            $"{period}，收到 {Total(counts.Select(c => c.Received))}，已答复 {Total(counts.Select(c => c.Answered))}。{more}",
            [.. counts.OrderByDescending(c => c.Month, StringComparer.Ordinal).ThenBy(c => site.Data.Vocabulary.Label("topic", c.Topic), StringComparer.Ordinal).Select(c => new AnswersRow(
                Month(c.Month),
                site.Data.Vocabulary.Label("topic", c.Topic),
                Format.Cell(c.Received),
                Format.Cell(c.Answered),
                c.MedianDays.HasValue ? Format.Cell(c.MedianDays) + " 天" : c.Answered is { HasValue: true, Value: 0 } ? "没有答复的" : Format.Cell(c.MedianDays))
            {
                Fixes = Fix.OfRow(site, release, "feedback", c.Place.Value, c.Month, c.Topic),
            })],
            days,
            Sourcing.Note(site, release, []));
    }

    private static string Month(string month) => Format.Date(new DateText(month));

    private static Cell Sum(IEnumerable<Cell> cells)
    {
        long sum = 0;
        foreach (Cell cell in cells)
        {
            if (!cell.HasValue)
            {
                return cell;
            }

            sum += (long)cell.Value;
        }

        return Cell.Of(sum, 0);
    }

    private static string Total(IEnumerable<Cell> cells) => Sum(cells) is { HasValue: true } sum ? Format.Cell(sum) + " 件" : "的件数没有报全";
}
