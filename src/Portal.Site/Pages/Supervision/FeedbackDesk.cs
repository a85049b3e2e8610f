using Portal.Domain.Data;
using Portal.Site.Plan;

namespace Portal.Site.Pages;

/// <summary>Channels of a topic.</summary>
/// <param name="Topic">Topic in words.</param>
/// <param name="Place">Place that takes them.</param>
/// <param name="Links">Channels.</param>
public sealed record TopicChannels(string Topic, string Place, IReadOnlyList<FeedbackLink> Links);

/// <summary>The page of feedback: all channels of the site's area by topic, and how feedback has been answered.</summary>
/// <param name="PlaceName">Name of the area.</param>
/// <param name="Topics">Channels by topic, in order of the vocabulary.</param>
/// <param name="Places">Places below with channels of their own: where their pages say them.</param>
/// <param name="Answers">How feedback has been answered in the whole area, null where nothing is published.</param>
public sealed record FeedbackDesk(string PlaceName, IReadOnlyList<TopicChannels> Topics, IReadOnlyList<(string Name, string Address)> Places, AnswersPart? Answers)
{
    /// <summary>Path of the words that the desk stands under.</summary>
    public const string Path = "feedback.md";

    /// <summary>The desk of a site.</summary>
    public static FeedbackDesk Of(SiteContext site, PageInfo page)
    {
        Place root = site.Index.Root;
        Letter letter = Letter.About(site, page, "");
        HashSet<string> topics = [.. site.Data.Channels.Select(c => c.Topic)];
        return new FeedbackDesk(
            root.Name,
            [.. topics.OrderBy(t => t == Feedback.GeneralTopic ? 0 : 1).ThenBy(t => t, StringComparer.Ordinal)
                .Select(t => (Topic: t, Channels: site.Data.ChannelsOf(root.Code, t))).Where(t => t.Channels.Count > 0)
                .Select(t => new TopicChannels(
                    site.Data.Vocabulary.Label("topic", t.Topic),
                    site.Data.Places.Find(t.Channels[0].Place)?.Name ?? "",
                    [.. t.Channels.Select(c => Feedback.Filled(c, letter))]))],
            [.. site.Data.Channels.Select(c => c.Place).Distinct().Order().Where(p => p != root.Code && site.Index.HasPage(p)).Select(p => (site.Data.Places[p].Name, Addresses.Place(p) + "#say"))],
            AnswersPart.Whole(site, site.Data.CurrentReleases.LastOrDefault(r => r.Supervision.Feedback.Count > 0)));
    }
}
