using Portal.Domain.Data;

namespace Portal.Site.Pages;

/// <summary>A way to speak up, with the page already named in it.</summary>
/// <param name="Kind">Kind of channel.</param>
/// <param name="Text">What is shown: a number, an address, a name.</param>
/// <param name="Link">Where it leads, null where it cannot be opened (WeChat, letter).</param>
/// <param name="Hours">Office hours, may be empty.</param>
/// <param name="PromiseDays">Days within which an answer is promised, null where none is.</param>
public sealed record FeedbackLink(ChannelKind Kind, string Text, string? Link, string Hours, int? PromiseDays);

/// <summary>Where to turn to with a word about this page.</summary>
/// <param name="PlaceName">Name of the place whose channels these are, empty where none is known.</param>
/// <param name="Links">Channels; empty where none is known: then only the text to copy is offered.</param>
/// <param name="CopyText">A text to copy for those whose browser opens neither mail nor form: it names page, address and release.</param>
public sealed record Feedback(string PlaceName, IReadOnlyList<FeedbackLink> Links, string CopyText)
{
    private const string GeneralTopic = "general";

    /// <summary>The channels of a page's place, inherited up the tree, with title, address and release filled in.</summary>
    public static Feedback For(SiteContext site, PageInfo page)
    {
        string address = site.Data.Settings.Origin + site.Data.Settings.BasePath + page.Address;
        string release = page.Release?.ToString() ?? site.Latest?.Id.ToString() ?? "";
        string copy = $"页面：{page.Title}\n地址：{address}" + (release.Length > 0 ? $"\n发布：{release}" : "") + "\n我要说的是：";
        PlaceCode place = page.FeedbackPlace ?? site.Data.Settings.Province ?? PlaceCode.Country;
        IReadOnlyList<Channel> channels = site.Data.ChannelsOf(place, GeneralTopic);
        return new Feedback(
            channels.Count == 0 ? "" : site.Data.Places.Find(channels[0].Place)?.Name ?? "",
            [.. channels.Select(c => new FeedbackLink(c.Kind, Shown(c), Link(c, page.Title, address, release, copy), c.Hours, c.PromiseDays))],
            copy);
    }

    /// <summary>The link of a telephone number. The extension (转) is for the ear: a telephone link cannot wait for the answer.</summary>
    internal static string Tel(string phone) => "tel:" + string.Concat(phone.TakeWhile(c => c != '转').Where(c => char.IsAsciiDigit(c) || c is '+' or '-'));

    private static string Shown(Channel channel) => channel.Kind == ChannelKind.Form ? "填写反馈表" : channel.Value;

    private static string? Link(Channel channel, string title, string address, string release, string body) => channel.Kind switch
    {
        ChannelKind.Mail => $"mailto:{channel.Value}?subject={Uri.EscapeDataString("关于：" + title)}&body={Uri.EscapeDataString(body)}",
        ChannelKind.Phone => Tel(channel.Value),
        ChannelKind.Form when channel.Value.Contains('{', StringComparison.Ordinal) => channel.Value
            .Replace("{title}", Uri.EscapeDataString(title), StringComparison.Ordinal)
            .Replace("{address}", Uri.EscapeDataString(address), StringComparison.Ordinal)
            .Replace("{release}", Uri.EscapeDataString(release), StringComparison.Ordinal),
        ChannelKind.Form => $"{channel.Value}{(channel.Value.Contains('?', StringComparison.Ordinal) ? '&' : '?')}title={Uri.EscapeDataString(title)}&address={Uri.EscapeDataString(address)}&release={Uri.EscapeDataString(release)}",
        _ => null,
    };
}
