using Portal.Domain.Data;
using Portal.Site.Plan;

namespace Portal.Site.Pages;

/// <summary>A way to speak up, with the page already named in it.</summary>
/// <param name="Kind">Kind of channel.</param>
/// <param name="Text">What is shown: a number, an address, a name.</param>
/// <param name="Link">Where it leads, null where it cannot be opened (WeChat, letter).</param>
/// <param name="Hours">Office hours, may be empty.</param>
/// <param name="PromiseDays">Days within which an answer is promised, null where none is.</param>
public sealed record FeedbackLink(ChannelKind Kind, string Text, string? Link, string Hours, int? PromiseDays);

/// <summary>A QR code that opens a page of the site on a phone.</summary>
/// <param name="Address">The picture's address.</param>
/// <param name="Of">Name of the page that it opens.</param>
public sealed record QrImage(string Address, string Of);

/// <summary>Where to turn to with a word about this page.</summary>
/// <param name="PlaceName">Name of the place whose channels these are, empty where none is known.</param>
/// <param name="Links">Channels; empty where none is known: then only the text to copy is offered.</param>
/// <param name="CopyText">A text to copy for those whose browser opens neither mail nor form: it names page, address and release.</param>
public sealed record Feedback(string PlaceName, IReadOnlyList<FeedbackLink> Links, string CopyText)
{
    /// <summary>Topic of words about anything.</summary>
    public const string GeneralTopic = "general";

    /// <summary>Topic of figures that are wrong: these go to whoever publishes them.</summary>
    public const string DataTopic = "data";

    /// <summary>Channels for figures that are wrong, where they differ from the general ones.</summary>
    public IReadOnlyList<FeedbackLink> Figures { get; init; } = [];

    /// <summary>Name of the place that takes them.</summary>
    public string FiguresPlace { get; init; } = "";

    /// <summary>Responsible inspectors of the school that the page is about.</summary>
    public IReadOnlyList<Inspector> Inspectors { get; init; } = [];

    /// <summary>Opens the place's page on a phone; null where it has none.</summary>
    public QrImage? Qr { get; init; }

    /// <summary>The channels of a page's place, inherited up the tree, with title, address and release filled in.</summary>
    public static Feedback For(SiteContext site, PageInfo page)
    {
        Letter letter = Letter.About(site, page, "");
        PlaceCode place = PlaceOf(site, page);
        IReadOnlyList<Channel> channels = site.Data.ChannelsOf(place, GeneralTopic);
        IReadOnlyList<Channel> figures = site.Data.ChannelsOf(place, DataTopic);
        return new Feedback(NameOf(site, channels), [.. channels.Select(c => Filled(c, letter))], letter.Body)
        {
            Figures = [.. figures.Select(c => Filled(c, letter))],
            FiguresPlace = NameOf(site, figures),
            Inspectors = page.School is { } school ? [.. site.Data.InspectorsOf(school)] : [],
            Qr = page.FeedbackPlace is { } own && site.Index.HasPage(own) ? new QrImage(Addresses.Qr(own), site.Data.Places[own].Name) : null,
        };
    }

    /// <summary>The link of a telephone number. The extension (转) is for the ear: a telephone link cannot wait for the answer.</summary>
    internal static string Tel(string phone) => "tel:" + string.Concat(phone.TakeWhile(c => c != '转').Where(c => char.IsAsciiDigit(c) || c is '+' or '-'));

    /// <summary>
    /// Where a mistake in a table of a page is reported: the nearest form or mail for figures, else for anything, with table, page, address
    /// and release filled in; else the page's own words on whom to turn to.
    /// </summary>
    public static string ReportLink(SiteContext site, PageInfo page, string table) =>
        ReportForm(site, page) is { } form ? InForm(form, table)
        : (ReportChannel(site, page) is { } channel ? LinkOf(channel, Letter.About(site, page, Named(table))) : null) ?? (page.School is null ? "#say" : "#tell");

    /// <summary>The form for mistakes in a page's tables with page, address and release filled in: the same for all its tables. Null where there is no form that asks for the table.</summary>
    internal static string? ReportForm(SiteContext site, PageInfo page) =>
        ReportChannel(site, page) is { Kind: ChannelKind.Form } channel && channel.Value.Contains("{table}", StringComparison.Ordinal)
            ? FilledButTable(channel.Value, Letter.About(site, page, ""))
            : null;

    /// <summary>Such a form with the table filled in.</summary>
    internal static string InForm(string form, string table) => form.Replace("{table}", Uri.EscapeDataString(Named(table)), StringComparison.Ordinal);

    private static string Named(string table) => table.Length > 0 ? table : "本页的表";

    private static Channel? ReportChannel(SiteContext site, PageInfo page)
    {
        PlaceCode place = PlaceOf(site, page);
        return Written(site.Data.ChannelsOf(place, DataTopic)) ?? Written(site.Data.ChannelsOf(place, GeneralTopic));
    }

    /// <summary>A channel with the letter filled in.</summary>
    internal static FeedbackLink Filled(Channel channel, Letter letter) =>
        new(channel.Kind, channel.Kind == ChannelKind.Form ? "填写反馈表" : channel.Value, LinkOf(channel, letter), channel.Hours, channel.PromiseDays);

    private static PlaceCode PlaceOf(SiteContext site, PageInfo page) => page.FeedbackPlace ?? site.Data.Settings.Province ?? PlaceCode.Country;

    private static string NameOf(SiteContext site, IReadOnlyList<Channel> channels) => channels.Count == 0 ? "" : site.Data.Places.Find(channels[0].Place)?.Name ?? "";

    private static Channel? Written(IReadOnlyList<Channel> channels) => channels.FirstOrDefault(c => c.Kind == ChannelKind.Form) ?? channels.FirstOrDefault(c => c.Kind == ChannelKind.Mail);

    private static string? LinkOf(Channel channel, Letter letter) => channel.Kind switch
    {
        ChannelKind.Mail => $"mailto:{channel.Value}?subject={Uri.EscapeDataString(letter.Subject)}&body={Uri.EscapeDataString(letter.Body)}",
        ChannelKind.Phone => Tel(channel.Value),
        ChannelKind.Form => Form(channel.Value, letter),
        _ => null,
    };

    // What is filled in has no brackets of its own: they are escaped.
    private static string FilledButTable(string form, Letter letter) => form
        .Replace("{title}", Uri.EscapeDataString(letter.Title), StringComparison.Ordinal)
        .Replace("{address}", Uri.EscapeDataString(letter.Address), StringComparison.Ordinal)
        .Replace("{release}", Uri.EscapeDataString(letter.Release), StringComparison.Ordinal);

    // A form that does not ask for the table gets it in the title.
    private static string Form(string form, Letter letter)
    {
        string table = Uri.EscapeDataString(letter.Table);
        if (form.Contains('{', StringComparison.Ordinal))
        {
            return form.Contains("{table}", StringComparison.Ordinal)
                ? FilledButTable(form, letter).Replace("{table}", table, StringComparison.Ordinal)
                : FilledButTable(form, letter with { Title = letter.TitleAndTable });
        }

        return $"{form}{(form.Contains('?', StringComparison.Ordinal) ? '&' : '?')}title={Uri.EscapeDataString(letter.Title)}&address={Uri.EscapeDataString(letter.Address)}&release={Uri.EscapeDataString(letter.Release)}"
            + (table.Length > 0 ? "&table=" + table : "");
    }
}

/// <summary>What is filled in before a word is written.</summary>
/// <param name="Title">Title of the page.</param>
/// <param name="Address">Full address of the page.</param>
/// <param name="Release">Release, empty where there is none.</param>
/// <param name="Table">Caption of the table that a mistake is in, empty where it is about the page.</param>
public sealed record Letter(string Title, string Address, string Release, string Table)
{
    /// <summary>The letter about a page, or about a table of it.</summary>
    public static Letter About(SiteContext site, PageInfo page, string table) =>
        new(page.Title, site.Data.Settings.Origin + site.Data.Settings.BasePath + page.Address, page.Release?.ToString() ?? site.Latest?.Id.ToString() ?? "", table);

    /// <summary>Title with the table.</summary>
    public string TitleAndTable => Table.Length > 0 ? $"{Title}：{Table}" : Title;

    /// <summary>Subject of a mail.</summary>
    public string Subject => (Table.Length > 0 ? "数字有误：" : "关于：") + TitleAndTable;

    /// <summary>Body of a mail, and the text to copy.</summary>
    public string Body => $"页面：{Title}\n{(Table.Length > 0 ? $"表：{Table}\n" : "")}地址：{Address}{(Release.Length > 0 ? $"\n发布：{Release}" : "")}\n我要说的是：";
}
