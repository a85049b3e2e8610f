using System.Buffers;
using System.Globalization;
using System.Text;
using System.Xml;
using Portal.Domain.Data;

namespace Portal.Site.Plan;

/// <summary>Files for machines: sitemap.xml (an index above 50,000 addresses), the feed of releases, robots.txt.</summary>
internal static class Feeds
{
    /// <summary>Most addresses in one sitemap file (sitemaps.org).</summary>
    public const int AddressesPerSitemap = 50_000;

    /// <summary>Sitemap files for the addresses, in their order.</summary>
    public static IEnumerable<PlannedFile> Sitemaps(Settings settings, IReadOnlyList<string> addresses)
    {
        string root = settings.Origin + settings.BasePath;
        string[][] parts = [.. addresses.Chunk(AddressesPerSitemap)];
        if (parts.Length <= 1)
        {
            yield return Xml("sitemap.xml", "网站地图（机器用）", writer => Urls(writer, root, addresses));
            yield break;
        }

        yield return Xml("sitemap.xml", "网站地图（机器用）", writer =>
        {
            writer.WriteStartElement("sitemapindex", "http://www.sitemaps.org/schemas/sitemap/0.9");
            for (int i = 1; i <= parts.Length; i++)
            {
                writer.WriteStartElement("sitemap");
                writer.WriteElementString("loc", root + Part(i));
                writer.WriteEndElement();
            }

            writer.WriteEndElement();
        });
        for (int i = 1; i <= parts.Length; i++)
        {
            string[] part = parts[i - 1];
            yield return Xml(Part(i), "网站地图（机器用）", writer => Urls(writer, root, part));
        }

        static string Part(int number) => string.Create(CultureInfo.InvariantCulture, $"sitemap-{number}.xml");
    }

    /// <summary>Atom feed of the releases, newest first.</summary>
    public static PlannedFile Releases(SiteContext site) => Atom(site, Addresses.ReleasesFeed, Addresses.Releases, "发布", () =>
    [
        .. site.Data.Releases.Reverse().Select(r => new FeedEntry(
            Addresses.Release(r.Id), Addresses.Release(r.Id), r.Title, r.Published, $"发布 {r.Id}，数据截至 {r.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}。{r.Notes}")),
    ]);

    /// <summary>An Atom feed.</summary>
    /// <param name="site">Site.</param>
    /// <param name="address">Address of the feed.</param>
    /// <param name="page">Page that shows the same.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="make">Makes the entries, newest first.</param>
    /// <param name="basis">What they are made of; everything where nothing is said.</param>
    public static PlannedFile Atom(SiteContext site, string address, string page, string subject, Func<IReadOnlyList<FeedEntry>> make, Basis? basis = null) => Xml(address, subject + "的订阅", writer =>
    {
        Settings settings = site.Data.Settings;
        string root = settings.Origin + settings.BasePath;
        IReadOnlyList<FeedEntry> entries = make();
        writer.WriteStartElement("feed", "http://www.w3.org/2005/Atom");
        writer.WriteAttributeString("xml", "lang", null, "zh-CN");
        writer.WriteElementString("title", $"{settings.Title}：{subject}" + (site.Mark is { } mark ? $"（{mark}）" : ""));
        writer.WriteElementString("id", root + page);
        writer.WriteElementString("updated", Instant(entries.Count == 0 ? new DateOnly(1970, 1, 1) : entries.Max(e => e.Day)));
        Link(writer, "self", root + address);
        Link(writer, "alternate", root + page);
        writer.WriteStartElement("author");
        writer.WriteElementString("name", settings.Publisher.Name);
        writer.WriteEndElement();
        foreach (FeedEntry entry in entries)
        {
            writer.WriteStartElement("entry");
            writer.WriteElementString("title", entry.Title);
            writer.WriteElementString("id", root + entry.Id);
            writer.WriteElementString("updated", Instant(entry.Day));
            Link(writer, "alternate", root + entry.Address);
            writer.WriteElementString("summary", entry.Summary);
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }, basis);

    /// <summary>robots.txt: everything may be read; the sitemap is named.</summary>
    public static PlannedFile Robots(Settings settings) =>
        new PlannedBytes("robots.txt", "robots.txt", Encoding.UTF8.GetBytes($"User-agent: *\nAllow: /\nSitemap: {settings.Origin}{settings.BasePath}sitemap.xml\n"));

    private static void Urls(XmlWriter writer, string root, IReadOnlyList<string> addresses)
    {
        writer.WriteStartElement("urlset", "http://www.sitemaps.org/schemas/sitemap/0.9");
        foreach (string address in addresses)
        {
            writer.WriteStartElement("url");
            writer.WriteElementString("loc", root + address);
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static void Link(XmlWriter writer, string relation, string address)
    {
        writer.WriteStartElement("link");
        writer.WriteAttributeString("rel", relation);
        writer.WriteAttributeString("href", address);
        writer.WriteEndElement();
    }

    // Dates of releases are days; Beijing's midnight stands for the day.
    private static string Instant(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00+08:00";

    private static PlannedBytes Xml(string path, string origin, Action<XmlWriter> write, Basis? basis = null) => new(path, origin, to =>
    {
        using MemoryStream stream = new();
        using (XmlWriter writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            writer.WriteStartDocument();
            write(writer);
        }

        stream.WriteByte((byte)'\n');
        to.Write(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }) { Basis = basis ?? Basis.Everything };
}

/// <summary>An entry of a feed.</summary>
/// <param name="Id">Id, below the site's root; never changes.</param>
/// <param name="Address">Page, below the site's root.</param>
/// <param name="Title">Title.</param>
/// <param name="Day">Day of the event.</param>
/// <param name="Summary">One sentence.</param>
internal sealed record FeedEntry(string Id, string Address, string Title, DateOnly Day, string Summary);
